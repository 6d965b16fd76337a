/**
 * One item's transition row from its newest sessions.
 *
 * The sum runs over the sessions from the newest to the oldest and over their steps in order, so a row is
 * the same to the last bit however the sessions came into the model.
 */

import { TopList } from '../serving/top-list.ts'
import type { TransitionConfig } from '../serving/transition-config.ts'
import {
  dayOfSession,
  FORGOTTEN,
  ITEM_MASK,
  postingSlot,
  type Segment,
  stepsOf,
  stepsStart,
} from '../snapshot/segment.ts'
import { F64Column, U32Column } from './growable.ts'

/** Where sessions are read: the parts of a published state. */
export interface RowSource {
  readonly base: Segment
  readonly delta: Segment
  /** For each delta session, how many base sessions are older. */
  readonly ranks: Uint32Array
  /** Numbers of items in the parts are below this. */
  readonly items: number
}

const AGES = 4_096

export class RowBuilder {
  readonly #config: TransitionConfig
  readonly #age: Float64Array
  readonly #forward: Float64Array
  readonly #backward: Float64Array
  /** Place of an item among those met + 1. */
  readonly #met = new U32Column()
  readonly #items = new U32Column(256)
  /** Sums of what came after, of what stood before, and of what came right after. */
  readonly #after = new F64Column(256)
  readonly #before = new F64Column(256)
  readonly #next = new F64Column(256)
  #length = 0
  readonly #best = new TopList(64)
  /** Sessions used. */
  sessions = 0
  total = 0
  goesOn = 0
  self = 0

  constructor(config: TransitionConfig) {
    const fading = (decay: number): Float64Array =>
      Float64Array.from({ length: config.rowReach + 1 }, (_, n) => Math.exp(-(n - 1) / decay))
    this.#config = config
    this.#age = Float64Array.from({ length: AGES }, (_, n) => Math.exp(-n / config.rowAgeDays))
    this.#forward = fading(config.forwardDecaySteps)
    this.#backward = fading(config.backwardDecaySteps)
  }

  /** Sums up the item's newest sessions that count. @param item its number in the parts */
  build(source: RowSource, item: number): void {
    this.#met.reserve(source.items)
    this.#length = this.sessions = 0
    this.total = this.goesOn = this.self = 0
    const { base, delta, ranks } = source
    const baseSlot = postingSlot(base, item)
    const deltaSlot = postingSlot(delta, item)
    let b = baseSlot < 0 ? 0 : base.postingStart[baseSlot + 1]!
    const bEnd = baseSlot < 0 ? 0 : base.postingStart[baseSlot]!
    let d = deltaSlot < 0 ? 0 : delta.postingStart[deltaSlot + 1]!
    const dEnd = deltaSlot < 0 ? 0 : delta.postingStart[deltaSlot]!
    let newestDay = 0
    while (this.sessions < this.#config.rowSessions && (b > bEnd || d > dEnd)) {
      const isBase = d === dEnd || (b > bEnd && base.postings[b - 1]! >= ranks[delta.postings[d - 1]!]!)
      const part = isBase ? base : delta
      const session = part.postings[isBase ? --b : --d]!
      if (part.sessionSteps[session]! >= FORGOTTEN) continue
      const day = dayOfSession(part, session)
      if (this.sessions++ === 0) newestDay = day
      this.#add(part, session, item, this.#age[Math.min(AGES - 1, newestDay - day)]!)
    }
    const met = this.#met.values
    if (met[item] !== 0) this.self = this.#next.values[met[item]! - 1]!
    this.#choose()
    for (let n = 0; n < this.#length; n++) met[this.#items.values[n]!] = 0
  }

  /** Entries of the row, the greatest first. */
  get entries(): number {
    return this.#best.length
  }

  item(entry: number): number {
    return this.#items.values[this.#best.item[entry]!]!
  }

  value(entry: number): number {
    return this.#best.score[entry]!
  }

  after(entry: number): number {
    return this.#after.values[this.#best.item[entry]!]!
  }

  next(entry: number): number {
    return this.#next.values[this.#best.item[entry]!]!
  }

  #add(part: Segment, session: number, item: number, weight: number): void {
    const { rowReach } = this.#config
    const { steps } = part
    const start = stepsStart(part, session)
    const end = start + stepsOf(part, session)
    for (let at = start; at < end; at++) {
      if ((steps[at]! & ITEM_MASK) !== item) continue
      this.total += weight
      if (at + 1 < end) this.goesOn += weight
      const last = Math.min(end - 1, at + rowReach)
      for (let other = at + 1; other <= last; other++) {
        const place = this.#place(steps[other]! & ITEM_MASK)
        this.#after.values[place]! += weight * this.#forward[other - at]!
        if (other === at + 1) this.#next.values[place]! += weight
      }
      const first = Math.max(start, at - rowReach)
      for (let other = at - 1; other >= first; other--) {
        const found = steps[other]! & ITEM_MASK
        if (found !== item) this.#before.values[this.#place(found)]! += weight * this.#backward[at - other]!
      }
    }
  }

  #place(item: number): number {
    const known = this.#met.values[item]!
    if (known !== 0) return known - 1
    const place = this.#length++
    for (const column of [this.#items, this.#after, this.#before, this.#next]) column.reserve(place + 1)
    this.#met.values[item] = place + 1
    this.#items.values[place] = item
    this.#after.values[place] = this.#before.values[place] = this.#next.values[place] = 0
    return place
  }

  /** The greatest entries; of equals the one met first stands first. */
  #choose(): void {
    const best = this.#best
    best.reset(this.#config.rowEntries)
    for (let n = 0; n < this.#length; n++) {
      const value = this.#after.values[n]! + this.#config.backwardWeight * this.#before.values[n]!
      if (best.takes(value)) best.put(n, value)
    }
  }
}
