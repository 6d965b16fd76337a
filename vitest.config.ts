/**
 * One run over all tests, in threads. Tests build their own worlds and share nothing.
 */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    hookTimeout: 60_000,
    include: ['{packages,clients,apps}/*/test/**/*.test.ts', 'tools/test/**/*.test.ts'],
    pool: 'threads',
    testTimeout: 60_000,
  },
})
