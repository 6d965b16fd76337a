import { readFileSync } from 'node:fs'
import type { ShopId } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import {
  deriveInstallationKeys,
  newSubjectId,
  newSubjectKey,
  openRow,
  sealRow,
  unwrapSubjectKey,
  wrapSubjectKey,
} from '../src/index.ts'
import { gcm, seededRandom } from './support/gcm.ts'

const squeezed = (code: string): string => code.replaceAll(/\s+/g, '')

describe('the README of this package', () => {
  it('shows code that runs', () => {
    const random = seededRandom('readme')
    const aead = gcm(random)
    const rootKey = random.bytes(32)
    const shopId = 'a'.repeat(32) as ShopId
    const plaintext = random.bytes(10)

    const keys = deriveInstallationKeys(rootKey, shopId)
    const subject = newSubjectId(random)
    const subjectKey = newSubjectKey(random)
    const wrapped = wrapSubjectKey(aead, keys.wrapKey, shopId, subject, subjectKey)
    const place = { keyVersion: 1, shopId, subject, table: 'browsing' } as const
    const sealed = sealRow(aead, subjectKey, place, plaintext)
    openRow(aead, subjectKey, { ...place, table: 'buying' }, sealed) // undefined: not its place

    expect(openRow(aead, subjectKey, { ...place, table: 'buying' }, sealed)).toBeUndefined()
    expect(openRow(aead, subjectKey, place, sealed)).toEqual(plaintext)
    expect(unwrapSubjectKey(aead, keys.wrapKey, shopId, subject, wrapped)).toEqual(subjectKey)
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const snippet = /```ts\n([\s\S]*?)```/.exec(readme)![1]!
    expect(squeezed(readFileSync(new URL(import.meta.url), 'utf8'))).toContain(squeezed(snippet))
  })
})
