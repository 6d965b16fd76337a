import { join } from 'node:path'
import type { Store } from '@umiar/use-cases'
import type { ItemId, RecId } from '@umiar/vocabulary'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
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

/** Every call that writes, and what a reader sees when it happened. */
const WRITES: readonly (readonly [
  name: string,
  write: (store: Store) => Promise<unknown>,
  rows: Record<string, number>,
])[] = [
  [
    'save',
    (store) => saveConsent(store, 'anna', 2, ['browsing', 'buying']),
    { browsing: -1, consent: 1, event_key: -2 },
  ],
  ['append', (store) => appendViews(store, 'anna', 'mug'), { browsing: 1, event_key: 2 }],
  [
    'replace',
    (store) => store.replace(grantFor(person('anna'), 'personal_recs'), row(person('anna'), 'taste', 't')),
    { taste: 1 },
  ],
  ['rewrite', (store) => store.rewrite(rightOf(person('anna'), 1), 'browsing', []), { browsing: -1 }],
  [
    'putEvidence',
    (store) =>
      store.putEvidence(
        ['r', 's'].map((rec) => ({
          grant: rightOf(person('anna'), 1),
          recKey: keyOf(rec),
          row: row(person('anna'), 'evidence', rec),
        })),
      ),
    { evidence: 2 },
  ],
  [
    'putSharedEvidence',
    (store) => store.putSharedEvidence([{ body: 'x', day: TODAY, recId: 'rec_1' as RecId }]),
    { shared_evidence: 1 },
  ],
  [
    'erase',
    (store) => store.erase(rightOf(person('anna'), 1), { erasedAtMs: 1, untilDay: TODAY }),
    { alias: -1, browsing: -1, consent: -1, event_key: -2, subject: -1, tombstone: 1 },
  ],
  ['dropOlder', (store) => store.dropOlder('browsing', TODAY + 1), { browsing: -1 }],
  [
    'dropExpired',
    (store) => store.dropExpired({ eventKeysBefore: TODAY + 1, sharedEvidenceBefore: 0, today: 0 }),
    { event_key: -2 },
  ],
  [
    'putProducts',
    (store) =>
      store.putProducts(
        ['a', 'b'].map((id) => ({ available: true, itemId: id as ItemId, sensitive: false, title: id })),
      ),
    { product: 2 },
  ],
  [
    'putKey',
    (store) => store.putKey({ createdAtMs: 1, hash: 'a'.repeat(64), kind: 'secret' }),
    { api_key: 1 },
  ],
]

const TABLES = [
  'alias',
  'api_key',
  'browsing',
  'buying',
  'consent',
  'event_key',
  'evidence',
  'product',
  'shared_evidence',
  'subject',
  'taste',
  'tombstone',
]

function countRows(directory: string): Record<string, number> {
  const database = new Database(join(directory, 'umiar.db'))
  try {
    return Object.fromEntries(
      TABLES.map((table) => [
        table,
        database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number,
      ]),
    )
  } finally {
    database.close()
  }
}

function difference(before: Record<string, number>, after: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    TABLES.flatMap((table) =>
      after[table] === before[table] ? [] : [[table, after[table]! - before[table]!]],
    ),
  )
}

async function world(): Promise<string> {
  const directory = temporaryDirectory()
  const store = await openStore(directory)
  await saveConsent(store, 'anna')
  await appendViews(store, 'anna', 'tea')
  await store.close()
  return directory
}

describe.each(WRITES)('when the writer dies during %s', (name, write, rows) => {
  const lost = ['begun', 'executed'] as const
  const kept = name === 'erase' ? (['committed', 'checkpointed'] as const) : (['committed'] as const)

  it.each(lost)('the write is lost whole and never acknowledged (at: %s)', async (step) => {
    const directory = await world()
    const before = countRows(directory)
    const store = await openStore(directory, { fault: { nth: 1, step } })
    await expect(write(store)).rejects.toMatchObject({ code: 'store_unavailable' })
    await expect(store.stats()).rejects.toMatchObject({ code: 'store_unavailable' })
    await store.close()
    expect(difference(before, countRows(directory))).toEqual({})
  })

  it.each(kept)('the write is kept whole and never acknowledged (at: %s)', async (step) => {
    const directory = await world()
    const before = countRows(directory)
    const store = await openStore(directory, { fault: { nth: 1, step } })
    await expect(write(store)).rejects.toMatchObject({ code: 'store_unavailable' })
    await store.close()
    expect(difference(before, countRows(directory))).toEqual(rows)
  })
})

describe('after the writer died', () => {
  it('a batch sent again is stored if it was lost, and a duplicate if it was kept', async () => {
    for (const [step, outcome] of [
      ['executed', 'stored'],
      ['committed', 'duplicates'],
    ] as const) {
      const directory = await world()
      const dying = await openStore(directory, { fault: { nth: 1, step } })
      await expect(appendViews(dying, 'anna', 'mug')).rejects.toMatchObject({ code: 'store_unavailable' })
      await dying.close()
      const store = await openStore(directory)
      expect((await appendViews(store, 'anna', 'mug')).outcome).toBe(outcome)
      expect(await store.read(rightOf(person('anna')), 'browsing')).toHaveLength(2)
      await store.close()
    }
  })

  it('an erasure asked again completes', async () => {
    const directory = await world()
    const dying = await openStore(directory, { fault: { nth: 1, step: 'committed' } })
    const tombstone = { erasedAtMs: 1, untilDay: TODAY }
    await expect(dying.erase(rightOf(person('anna'), 1), tombstone)).rejects.toMatchObject({
      code: 'store_unavailable',
    })
    await dying.close()
    const store = await openStore(directory)
    expect(await store.erase(rightOf(person('anna'), 1), tombstone)).toEqual({})
    expect(await store.tombstones()).toHaveLength(1)
    await store.close()
  })
})
