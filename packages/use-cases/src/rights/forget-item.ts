/**
 * Forgetting one product of a history: "it was a gift", "not mine", "forget this".
 *
 * Stored batches are rewritten without it, records of answers no longer name it, and the model learns her
 * anew from what is left.
 */
import { openRight } from '@umiar/privacy'
import { dayOf, type ItemId } from '@umiar/vocabulary'
import type { KeyBroker } from '../keys/key-broker.ts'
import type { Training } from '../learning/training.ts'
import type { Measuring } from '../measuring/measuring.ts'
import type { EvidenceKeeper } from '../recommendations/evidence-keeper.ts'
import type { CurrentRow, PersonalRows, RowRewriter } from '../storage/ports.ts'
import type { NewSealedRow } from '../storage/sealed-row.ts'
import { decodeBatch, encodeContent } from '../subjects/stored-content.ts'
import type { SubjectMemory, SubjectRecord } from '../subjects/subject-memory.ts'

export interface ForgetItemPorts {
  readonly memory: SubjectMemory
  readonly keyBroker: KeyBroker
  readonly store: PersonalRows & RowRewriter & CurrentRow
  readonly training: Training
  readonly measuring: Measuring
  readonly evidence: EvidenceKeeper
}

/**
 * The caller awaits `training.purged()`, once for many: then the model's files have let go of it too.
 *
 * @param why a gift says nothing about her taste, so her hints stay as they are; what is forgotten leaves them
 * @returns number of stored events that named the item
 */
export async function forgetItem(
  ports: ForgetItemPorts,
  record: SubjectRecord,
  item: ItemId,
  why: 'gift' | 'forget',
  nowMs: number,
): Promise<number> {
  return ports.memory.inTurn(record.subject, async () => {
    ports.memory.dropItem(record, item)
    let forgotten = 0
    for (const table of ['browsing', 'buying'] as const)
      forgotten += await rewriteWithout(ports, record, table, item)
    await ports.measuring.forgetItem(record, item)
    await ports.evidence.forgetItem(record, item)
    if (why === 'forget') await dropHint(ports, record, item, nowMs)
    const { consent } = record
    if (forgotten > 0)
      await ports.training.relearn(record.subject, consent, nowMs, () => record.consent === consent)
    return forgotten
  })
}

/** @returns number of events that named the item */
async function rewriteWithout(
  ports: ForgetItemPorts,
  record: SubjectRecord,
  table: 'browsing' | 'buying',
  item: ItemId,
): Promise<number> {
  const right = openRight(record.subject, record.consent)
  const rows = await ports.store.read(right, table)
  if (rows.length === 0) return 0
  const lease = ports.keyBroker.lease(right)
  const kept: NewSealedRow[] = []
  let touched = 0
  for (const row of rows) {
    const batch = decodeBatch(lease.open(row))
    const events = batch.events.flatMap((event) => {
      const items = event.items.filter((one) => one.itemId !== item)
      if (items.length === event.items.length) return [event]
      touched++
      return items.length === 0 ? [] : [{ ...event, items }]
    })
    if (events.length > 0) kept.push(lease.seal(table, encodeContent({ ...batch, events }), row.day))
  }
  if (touched > 0) {
    ports.training.owe([record.subject])
    await ports.store.rewrite(right, table, kept)
  }
  return touched
}

async function dropHint(
  ports: ForgetItemPorts,
  record: SubjectRecord,
  item: ItemId,
  nowMs: number,
): Promise<void> {
  const { have, likes, never } = record.taste
  if (!likes.includes(item) && !have.includes(item)) return
  const others = (id: ItemId): boolean => id !== item
  const taste = { have: have.filter(others), likes: likes.filter(others), never }
  const right = openRight(record.subject, record.consent)
  const row = ports.keyBroker.lease(right).seal('taste', encodeContent(taste), dayOf(nowMs))
  if ((await ports.store.replace(right, row)) === 'stored') record.taste = taste
}
