import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brotliBytes, bundleBrowserSdk } from '../write-browser-sdk.ts'

const ROOT = join(import.meta.dirname, '../..')
const committed = readFileSync(join(ROOT, 'clients/browser-sdk/dist/umiar.js'), 'utf8')
const MOST_BYTES = 6_000

describe('the committed browser script', () => {
  it('is what its source builds to; else run node tools/write-browser-sdk.ts', async () => {
    expect(await bundleBrowserSdk(ROOT)).toBe(committed)
  })

  it(`is at most ${MOST_BYTES} bytes on the way to a browser`, () => {
    const bytes = brotliBytes(committed)
    console.log(`umiar.js: ${bytes} bytes as brotli, ${Buffer.byteLength(committed)} plain`)
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
  })

  it('is one module without imports, and names no path of a machine', () => {
    expect(committed).not.toMatch(/\bimport\b|\brequire\b|sourceMappingURL|node_modules|\/home\/|\/tmp\//)
  })
})
