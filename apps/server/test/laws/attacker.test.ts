/**
 * The attacker's test: somebody holds the root key and every file, and looks for an erased person.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { nodeAead } from '@umiar/adapters'
import {
  deriveInstallationKeys,
  equalConstantTime,
  openRow,
  unwrapSubjectKey,
  WRAPPED_KEY_BYTES,
} from '@umiar/crypto'
import { openRight } from '@umiar/privacy'
import { PERSONAL_TABLES, type SubjectId } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { openWorld, SECRET, type World } from './world.ts'

interface Loot {
  readonly subject: SubjectId
  readonly wrappedKey: Uint8Array
  readonly dataKey: Uint8Array
  readonly rows: readonly {
    readonly table: (typeof PERSONAL_TABLES)[number]['table']
    readonly keyVersion: number
    readonly body: Uint8Array
  }[]
}

/** What an attacker finds in the files, given what he noted before. */
interface Findings {
  readonly filesRead: number
  readonly bytesRead: number
  readonly wrappedKeys: number
  readonly dataKeys: number
  readonly ciphertexts: number
  readonly subjectIds: number
  /** Windows of any file that the root key opens as this person's key, and what those keys decrypt. */
  readonly keysUnwrapped: number
  readonly rowsDecrypted: number
}

const event = (name: string, number: number, item: string, kind = 'view_item') => ({
  anonymous_id: name,
  event: kind,
  event_id: `${name}-${number}`,
  items: [{ item_id: item }],
  session_id: `${name}-visit`,
  time: '2026-11-23T09:59:00Z',
})

describe('after erasure, with the root key and every file', () => {
  it('nothing of the person is found or decrypted, while the same search finds it before', async () => {
    const world = await openWorld()
    await world.app.putProducts(
      Array.from({ length: 30 }, (_, n) => ({ item_id: `item-${n}`, title: `Product ${n}` })),
    )
    for (const name of ['ola', 'jan']) await live(world, name)
    const ola = await note(world, 'ola')
    const jan = await note(world, 'jan')

    const before = attack(world, ola)
    expect(before).toMatchObject({ dataKeys: 1, wrappedKeys: 1 })
    expect(before.ciphertexts).toBe(ola.rows.length)
    expect(before.keysUnwrapped).toBeGreaterThan(0)
    expect(before.rowsDecrypted).toBe(ola.rows.length)
    expect(before.subjectIds).toBeGreaterThan(0)

    const reply = await world.app.erase(world.shopper('ola'))
    const nothing = {
      ciphertexts: 0,
      dataKeys: 0,
      keysUnwrapped: 0,
      rowsDecrypted: 0,
      subjectIds: 0,
      wrappedKeys: 0,
    }
    const after = attack(world, ola)
    expect(after).toMatchObject(nothing)
    await world.close(true)
    expect(attack(world, ola)).toMatchObject(nothing)
    // The same attack still works on somebody who was not erased: the search has not gone blind.
    expect(attack(world, jan).rowsDecrypted).toBe(jan.rows.length)
    console.log(
      `before: ${JSON.stringify(before)}\nafter:  ${JSON.stringify(after)}\nremoved: ${JSON.stringify(reply.removed)}`,
    )

    const again = await openWorld(world)
    expect(await again.send([event('ola', 99, 'item-1')])).toEqual(['dropped_no_consent'])
    expect(await again.send([event('jan', 99, 'item-1')])).toEqual(['accepted'])
    await again.close()
  }, 120_000)
})

describe('an erasure cut short by a crash', () => {
  it('is beyond return once the key is gone, and ended by the next start', async () => {
    const world = await openWorld()
    await world.app.putProducts(
      Array.from({ length: 13 }, (_, n) => ({ item_id: `item-${n}`, title: `Product ${n}` })),
    )
    await live(world, 'ola')
    await live(world, 'jan')
    const alias = world.app.aliasFor({ anonymous_id: 'ola' })
    const subject = (await world.store.aliases()).find((row) => row.alias === alias)?.subject as SubjectId
    // The moment between the two writes: the key is destroyed, the rows are still there.
    await world.keyStore.erase(subject)
    expect((await world.store.read(openRight(subject, undefined), 'browsing')).length).toBeGreaterThan(0)
    await world.close(true)

    const again = await openWorld(world)
    expect(await again.store.read(openRight(subject, undefined), 'browsing')).toEqual([])
    expect((await again.store.tombstones()).map((row) => row.alias)).toContain(alias)
    expect(await again.send([event('ola', 99, 'item-1'), event('jan', 99, 'item-1')])).toEqual([
      'dropped_no_consent',
      'accepted',
    ])
    await again.close()
  })
})

/** A person with something in every table. */
async function live(world: World, name: string): Promise<void> {
  await world.choose(name, 3, { measure: true, train_models: true })
  await world.send(Array.from({ length: 12 }, (_, n) => event(name, n, `item-${n}`)))
  await world.send([{ ...event(name, 40, 'item-3', 'select_item'), slot: 'home' }])
  await world.send([event(name, 50, 'item-3', 'purchase')])
  await world.app.putTaste(world.shopper(name), { likes: ['item-4'], never: ['item-5'] })
  await world.app.recommend(SECRET, {
    context: { page_type: 'home' },
    slots: [{ id: 'home', limit: 5 }],
    visitor: { anonymous_id: name },
  })
  await world.app.meData(world.shopper(name))
}

async function note(world: World, name: string): Promise<Loot> {
  const alias = world.app.aliasFor({ anonymous_id: name })
  const subject = (await world.store.aliases()).find((row) => row.alias === alias)?.subject as SubjectId
  const wrappedKey = world.keyStore.find(subject) as Uint8Array
  const keys = deriveInstallationKeys(world.rootKey, world.store.shopId)
  const dataKey = unwrapSubjectKey(
    nodeAead,
    keys.wrapKey,
    world.store.shopId,
    subject,
    wrappedKey,
  ) as Uint8Array
  const right = openRight(subject, undefined)
  const rows = (await Promise.all(PERSONAL_TABLES.map(({ table }) => world.store.read(right, table)))).flat()
  expect(new Set(rows.map((row) => row.table)).size).toBe(PERSONAL_TABLES.length)
  return { dataKey: dataKey.slice(), rows, subject, wrappedKey: wrappedKey.slice() }
}

function attack(world: World, loot: Loot): Findings {
  const { wrapKey } = deriveInstallationKeys(world.rootKey, world.store.shopId)
  const files = allFiles(world.directory).map((path) => readFileSync(path))
  const occurrences = (needle: Uint8Array): number =>
    files.reduce((sum, file) => sum + (file.includes(Buffer.from(needle)) ? 1 : 0), 0)
  const keys: Uint8Array[] = []
  for (const file of files) {
    for (let at = 0; at + WRAPPED_KEY_BYTES <= file.length; at++) {
      // A wrapped key starts with a random nonce: a run of zeros is not worth a decryption.
      if (file.readUInt32LE(at) === 0) continue
      const key = unwrapSubjectKey(
        nodeAead,
        wrapKey,
        world.store.shopId,
        loot.subject,
        file.subarray(at, at + WRAPPED_KEY_BYTES),
      )
      if (key !== undefined) keys.push(key)
    }
  }
  const decrypts = (row: Loot['rows'][number]): boolean =>
    keys.some((key) => {
      const place = {
        keyVersion: row.keyVersion,
        shopId: world.store.shopId,
        subject: loot.subject,
        table: row.table,
      }
      return openRow(nodeAead, key, place, row.body) !== undefined
    })
  return {
    bytesRead: files.reduce((sum, file) => sum + file.length, 0),
    // A long row may lie in several pages: any piece of it counts.
    ciphertexts: loot.rows.filter((row) => piecesOf(row.body).some((piece) => occurrences(piece) > 0)).length,
    // It lies nowhere in clear; it counts as found when the root key brings it out of a file.
    dataKeys: occurrences(loot.dataKey) + keys.filter((key) => equalConstantTime(key, loot.dataKey)).length,
    filesRead: files.length,
    keysUnwrapped: keys.length,
    rowsDecrypted: loot.rows.filter(decrypts).length,
    subjectIds: occurrences(Buffer.from(loot.subject, 'hex')) + occurrences(Buffer.from(loot.subject)),
    wrappedKeys: occurrences(loot.wrappedKey),
  }
}

function piecesOf(body: Uint8Array): readonly Uint8Array[] {
  const length = 24
  return Array.from({ length: Math.floor(body.length / length) }, (_, n) =>
    body.subarray(n * length, (n + 1) * length),
  )
}

function allFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true })
    .map((name) => join(directory, String(name)))
    .filter((path) => statSync(path).isFile())
}
