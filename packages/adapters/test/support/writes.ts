/**
 * Every call that writes, and which rows it changes: for tests that cut a write in the middle.
 */
import type { Store } from '@umiar/use-cases'
import type { ItemId, RecId } from '@umiar/vocabulary'
import { appendViews, grantFor, keyOf, person, rightOf, row, saveConsent, TODAY } from './world.ts'

/** Every call that writes, and what a reader sees when it happened. */
export const WRITES: readonly (readonly [
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
  ['putTotals', (store) => store.putTotals([{ count: 3, name: 'clicks', people: 2 }]), { total: 1 }],
  ['putSetting', (store) => store.putSetting('rules', '[]'), { setting: 1 }],
  [
    'putKey',
    (store) => store.putKey({ createdAtMs: 1, hash: 'a'.repeat(64), kind: 'secret' }),
    { api_key: 1 },
  ],
]

/** All tables of a store but `meta`. */
export const TABLES = [
  'alias',
  'api_key',
  'browsing',
  'buying',
  'consent',
  'event_key',
  'evidence',
  'measure',
  'product',
  'setting',
  'shared_evidence',
  'subject',
  'taste',
  'tombstone',
  'total',
]

/** Which tables have more or fewer rows. */
export function difference(
  before: Record<string, number>,
  after: Record<string, number>,
): Record<string, number> {
  return Object.fromEntries(
    TABLES.flatMap((table) =>
      after[table] === before[table] ? [] : [[table, after[table]! - before[table]!]],
    ),
  )
}
