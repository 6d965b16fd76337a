/**
 * Why an item is among the best: which item of the visit gave it most.
 *
 * Each part of an item's blended score is shared out over the visit in proportion to what each of its items
 * put into the part's sum. The re-ranker moves places only, so every answer has a cause.
 */
import { ROW_HEADER } from '../snapshot/transition-rows.ts'
import { NEAR, SECOND, SUMS, VOTES } from './evidence.ts'
import { logOf } from './neighbour-scoring.ts'
import type { Scratch } from './scratch.ts'
import type { SessionModelParts } from './session-model.ts'
import type { NeighbourQuery } from './session-neighbours.ts'

/** Amounts one by one, for finding out afterwards whose they were. */
export class ShareLog {
  record = new Uint32Array(4_096)
  /** `position << 3 | part`: a sum of the record, and the asked item it came by. */
  from = new Uint32Array(4_096)
  amount = new Float64Array(4_096)
  length = 0

  add(record: number, part: number, position: number, amount: number): void {
    if (this.length === this.record.length) this.#grow()
    this.record[this.length] = record
    this.from[this.length] = (position << 3) | part
    this.amount[this.length++] = amount
  }

  #grow(): void {
    const { amount, from, record } = this
    this.record = new Uint32Array(record.length * 2)
    this.from = new Uint32Array(record.length * 2)
    this.amount = new Float64Array(record.length * 2)
    this.record.set(record)
    this.from.set(from)
    this.amount.set(amount)
  }
}

/** Fills `scratch.blendCauses`, by place in `scratch.blended`; of equals the newest item is the cause. */
export function shareOut(parts: SessionModelParts, scratch: Scratch, { count }: NeighbourQuery): void {
  const { config, floats, snapshot, tables, transitions } = parts
  const { blended, evidence, facts, newestRow, shares } = scratch
  const { entry, items, mark, sums } = evidence
  const causes = scratch.roomForBlendCauses(blended.length)
  const credit = scratch.roomForCredit(blended.length * (count + SUMS))
  credit.fill(0, 0, blended.length * count)
  /** Per place in the blend, the value of each part by its sum. */
  const worth = blended.length * count
  const logSessions = Math.log(snapshot.sessionCount)
  const { rarityBoost } = snapshot.sessionKnn
  for (let record = 0; record < evidence.length; record++) mark[record] = 0
  for (let n = 0; n < blended.length; n++) {
    const record = blended.item[n]!
    mark[record] = n + 1
    const at = record * SUMS
    const sessions = snapshot.itemSessions[items[record]!]!
    const boost = facts.norm * (1 + rarityBoost * (logSessions - logOf(tables, sessions)))
    const perUnit = (sum: number, factor: number): number => (sum > 0 ? Math.sqrt(factor / sum) : 0)
    credit[worth + n * SUMS + VOTES] = perUnit(sums[at + VOTES]!, boost)
    credit[worth + n * SUMS + NEAR] =
      config.nearShare * perUnit(sums[at + NEAR]!, transitions.nearRarity(sessions))
    credit[worth + n * SUMS + SECOND] =
      config.secondShare * perUnit(sums[at + SECOND]!, transitions.endRarity(sessions))
    if (entry[record] !== 0) {
      const next =
        floats[newestRow.chunk]![newestRow.word + ROW_HEADER + 3 * newestRow.room + entry[record]! - 1]!
      credit[n * count] = config.nextShare * Math.sqrt(next * newestRow.each)
    }
  }
  for (let n = 0; n < shares.length; n++) {
    const place = mark[shares.record[n]!]! - 1
    if (place < 0) continue
    const from = shares.from[n]!
    credit[place * count + (from >>> 3)]! += shares.amount[n]! * credit[worth + place * SUMS + (from & 7)]!
  }
  for (let n = 0; n < blended.length; n++) {
    let best = 0
    for (let q = 1; q < count; q++) if (credit[n * count + q]! > credit[n * count + best]!) best = q
    causes[n] = best
  }
}
