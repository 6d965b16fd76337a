import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deriveInstallationKeys, rootKeyCheckOf } from '@umiar/crypto'
import { describe, expect, it } from 'vitest'
import {
  announceOwner,
  loadRootKey,
  openKeyFile,
  openSqliteStore,
  readOwner,
  startLearner,
  systemClock,
  systemRandom,
} from '../src/index.ts'
import { temporaryDirectory } from './support/world.ts'

const squeezed = (code: string): string => code.replaceAll(/\s+|,(?=\s*[})])/g, '')

describe('the README of this package', () => {
  it('shows code that runs', async () => {
    const directory = temporaryDirectory()
    const keyPath = join(directory, 'root.key')
    const rootKey = loadRootKey({ createIfMissing: true, env: process.env.UMIAR_ROOT_KEY, path: keyPath })
    const store = await openSqliteStore({
      directory,
      random: systemRandom,
      rootKeyCheck: rootKeyCheckOf(rootKey),
    })
    const keyStore = await openKeyFile({ path: join(directory, 'keys.bin') })
    const learner = await startLearner({ clock: systemClock })
    const keys = deriveInstallationKeys(rootKey, store.shopId)
    announceOwner(directory, { url: 'http://127.0.0.1:8080' })

    expect(keys.wrapKey).toHaveLength(32)
    expect(readOwner(directory)?.url).toBe('http://127.0.0.1:8080')
    await Promise.all([store.close(), keyStore.close(), learner.close()])

    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const snippet = /```ts\n([\s\S]*?)```/.exec(readme)![1]!
    const source = readFileSync(new URL(import.meta.url), 'utf8')
    expect(squeezed(source)).toContain(squeezed(snippet))
  })
})
