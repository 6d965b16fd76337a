import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Store } from '@umiar/use-cases'
import { describe, expect, it } from 'vitest'
import { findBytes } from '../support/find-bytes.ts'
import { seededBytes, seededChoice } from '../support/seeded.ts'
import { openStore } from '../support/sqlite.ts'
import {
  appendViews,
  grantFor,
  keyOf,
  person,
  rightOf,
  row,
  saveConsent,
  TODAY,
  temporaryDirectory,
} from '../support/world.ts'

const tombstone = { erasedAtMs: 1, untilDay: TODAY + 120 }
const bytesOf = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))

async function settleIn(store: Store, name: string): Promise<void> {
  const anna = person(name)
  await saveConsent(store, name)
  await appendViews(store, name, `${name} tea`)
  await appendViews(store, name, `${name} long`, 1, 9000)
  await store.replace(grantFor(anna, 'personal_recs'), row(anna, 'taste', `${name} taste`))
  await store.putEvidence([
    { grant: rightOf(anna, 1), recKey: keyOf(`${name} rec`), row: row(anna, 'evidence', `${name} evidence`) },
  ])
}

/** Everything of a person that stands in the store, but the alias, which the tombstone keeps. */
const tracesOf = (name: string): Record<string, Uint8Array> => ({
  'consent body': row(person(name), 'consent', `consent ${name} 1`).body,
  'event key': bytesOf(keyOf(`${name} tea a`)),
  'evidence body': row(person(name), 'evidence', `${name} evidence`).body,
  'evidence key': bytesOf(keyOf(`${name} rec`)),
  'long body': seededBytes(`body ${name} long`, 9000),
  'subject id': bytesOf(person(name)),
  'taste body': row(person(name), 'taste', `${name} taste`).body,
  'view body': row(person(name), 'browsing', `${name} tea`).body,
})

const labels = (found: readonly string[]): string[] =>
  [...new Set(found.map((line) => line.slice(line.indexOf(': ') + 2)))].sort()

describe('the search for bytes', () => {
  it('finds planted bytes, as bytes and as text, and pieces of them', () => {
    const directory = temporaryDirectory()
    const secret = seededBytes('planted', 64)
    writeFileSync(join(directory, 'a'), Buffer.concat([seededBytes('noise', 5000), secret]))
    writeFileSync(join(directory, 'b'), `x${Buffer.from(secret).toString('hex')}`)
    writeFileSync(join(directory, 'c'), Buffer.concat([seededBytes('noise', 11), secret.subarray(40)]))
    writeFileSync(join(directory, 'd'), seededBytes('noise', 5000))
    expect(findBytes(directory, { secret })).toEqual(['a: secret', 'b: secret', 'c: secret'])
  })
})

describe('erasure on SQLite', () => {
  it('leaves no byte of the person in any file, though all were there before', async () => {
    const directory = temporaryDirectory()
    const store = await openStore(directory)
    await settleIn(store, 'anna')
    await settleIn(store, 'basia')
    expect(labels(findBytes(directory, tracesOf('anna')))).toEqual(Object.keys(tracesOf('anna')))
    await store.erase(rightOf(person('anna'), 1), tombstone)
    expect(findBytes(directory, tracesOf('anna'))).toEqual([])
    expect(labels(findBytes(directory, tracesOf('basia')))).toEqual(Object.keys(tracesOf('basia')))
    await store.close()
    expect(findBytes(directory, tracesOf('anna'))).toEqual([])
  })

  it('leaves none after pages were split, merged and rebuilt many times', async () => {
    const directory = temporaryDirectory()
    const store = await openStore(directory, { checkpointBytes: 1 << 18 })
    const choose = seededChoice('churn')
    const people = Array.from({ length: 120 }, (_, n) => `person ${n}`)
    await Promise.all(people.map((name) => saveConsent(store, name)))
    const written = new Map<string, Record<string, Uint8Array>>(people.map((name) => [name, {}]))
    for (let round = 0; round < 12; round++) {
      await Promise.all(
        people.map((name): Promise<unknown> => {
          const content = `${name} ${round}`
          const bytes = 40 + choose(700)
          written.get(name)![content] = seededBytes(`body ${content}`, bytes)
          return choose(3) === 0
            ? store.rewrite(rightOf(person(name), 1), 'browsing', [
                row(person(name), 'browsing', content, TODAY, bytes),
              ])
            : appendViews(store, name, content, 1, bytes)
        }),
      )
    }
    const erased = people.filter((_, n) => n % 2 === 0)
    const kept = people.filter((_, n) => n % 2 === 1)
    const traces = (names: readonly string[]) =>
      Object.assign(
        {},
        ...names.map((name) => ({ ...written.get(name), [`${name} id`]: bytesOf(person(name)) })),
      )
    expect(findBytes(directory, traces(erased)).length).toBeGreaterThan(erased.length)
    for (let first = 0; first < erased.length; first += 10) {
      await Promise.all(
        erased.slice(first, first + 10).map((name) => store.erase(rightOf(person(name), 1), tombstone)),
      )
    }
    expect(findBytes(directory, traces(erased))).toEqual([])
    expect(findBytes(directory, traces(kept)).length).toBeGreaterThanOrEqual(kept.length)
    await store.close()
    expect(findBytes(directory, traces(erased))).toEqual([])
  })
})
