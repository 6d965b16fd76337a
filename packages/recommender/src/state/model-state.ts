/**
 * What was learned, kept so that any person can be taken out again exactly.
 *
 * The rows (every session, every step) are the truth. Derived from them, and kept up to date step by
 * step, are integer counts per item and two segments of flat arrays: a large *base* rebuilt rarely and
 * a small *delta* rebuilt at each publication. A session that changes or goes is marked dead in the
 * base; compaction removes it. Whatever the history, the published state equals that of a learner
 * told only the sessions that are left (law: design §3 rule 4; proved by the property tests).
 *
 * Only one thread writes; snapshots are read by others.
 */
import type { ItemId, SubjectId } from '@umiar/vocabulary'
import { checkSessionKnn, DEFAULT_SESSION_KNN, type SessionKnnConfig } from '../serving/session-knn-config.ts'
import { buildDictionary } from '../snapshot/item-dictionary.ts'
import { FORGOTTEN, ITEM_MASK, KIND_SHIFT, KINDS, type ModelSnapshot } from '../snapshot/segment.ts'
import type { TrainingSession } from '../training.ts'
import { type Compacted, Compaction, mergedOrder } from './compaction.ts'
import { ItemTable } from './item-table.ts'
import {
  type Delta,
  Numbering,
  type OrderedSegment,
  type RowReader,
  rankInBase,
  sortRows,
} from './ordered-segment.ts'
import { Publisher } from './publication.ts'
import { Restorer } from './restorer.ts'
import { RowKeeper } from './row-keeper.ts'
import { RowKeys } from './row-keys.ts'
import { RowSet } from './row-set.ts'
import { heldSessions, holdsAll, writePerson } from './row-transfer.ts'
import { buildOrderedSegment } from './segment-builder.ts'
import { SessionRows, stepDay } from './session-rows.ts'
import { hashState } from './state-hash.ts'
import type { RowsWriter } from './stored-rows.ts'

export interface ModelStateOptions {
  /** Weights of the session model; default `DEFAULT_SESSION_KNN`. */
  readonly sessionKnn?: SessionKnnConfig
  /** Days after which a view or purchase counts half for popularity: a whole number ≥ 1, default 14. */
  readonly popularityHalfLifeDays?: number
  /** Sessions changed since the last compaction that bring on the next; default 4096. */
  readonly compactAfterSessions?: number
}

export class ModelState implements RowReader {
  readonly #sessionKnn: SessionKnnConfig
  readonly #halfLifeDays: number
  readonly #compactAfter: number
  readonly #blocked = new Set<string>()
  readonly #rows = new SessionRows()
  readonly #keys = new RowKeys()
  readonly #delta = new RowSet()
  #items = new ItemTable(this.#blocked)
  #base: OrderedSegment
  #baseNumbering = new Numbering(0)
  #baseNames = buildDictionary(0, () => '')
  #compaction: Compaction | undefined
  /** Dead base sessions as the learner sees them; the shared `sessionSteps` may lag until the next publication. */
  #dead: Uint8Array = new Uint8Array(0)
  #deadCount = 0
  #dying: number[] = []
  #generation = 0
  readonly #publisher: Publisher
  /** Transition rows, where the configuration has them. */
  readonly #transitions: RowKeeper | undefined
  #published: { readonly snapshot: ModelSnapshot; readonly delta: Delta } | undefined
  /** Has anything changed since the last publication? */
  #stale = true
  /** Has the delta got or changed a session? One that only went is marked in the arrays there are. */
  #deltaStale = true

  constructor(options: ModelStateOptions = {}) {
    this.#sessionKnn = checkSessionKnn(options.sessionKnn ?? DEFAULT_SESSION_KNN)
    this.#halfLifeDays = positiveInteger('popularityHalfLifeDays', options.popularityHalfLifeDays ?? 14)
    this.#compactAfter = positiveInteger('compactAfterSessions', options.compactAfterSessions ?? 4096)
    this.#publisher = new Publisher(this.#sessionKnn, this.#halfLifeDays)
    const { transitions } = this.#sessionKnn
    this.#transitions = transitions === undefined ? undefined : new RowKeeper(transitions)
    this.#base = buildOrderedSegment(new Uint32Array(0), this, this.#baseNumbering, false)
  }

  /** Sessions in the model. */
  get sessionCount(): number {
    return this.#keys.sessionCount
  }

  /**
   * Adds steps to a session, which may be new or still growing; steps may come in any order of time.
   *
   * @throws RangeError if a time is not usable; nothing is added then
   */
  append(subject: SubjectId, session: TrainingSession): void {
    const { events, sessionKey } = session
    if (events.length === 0) return
    checkEvents(session)
    const known = this.#rows.find(subject, sessionKey)
    const row = known >= 0 ? known : this.#rows.create(subject, sessionKey)
    if (known >= 0) this.#detach(row, false)
    this.#rows.makeRoom(row, this.#rows.length(row) + events.length)
    for (const { atMs, itemId, kind } of events) {
      const code = ((KINDS.indexOf(kind) << KIND_SHIFT) | this.#items.number(itemId)) >>> 0
      this.#rows.insert(row, code, atMs, this.#items)
    }
    this.#attach(row)
  }

  /**
   * Puts these sessions in the place of all the subject had.
   *
   * @returns whether a step she had is gone
   * @throws RangeError if a time is not usable; nothing is replaced then
   */
  replace(subject: SubjectId, sessions: readonly TrainingSession[]): boolean {
    for (const session of sessions) checkEvents(session)
    const before = heldSessions(this.#rows, subject)
    this.forget(subject)
    for (const session of sessions) this.append(subject, session)
    return !holdsAll(this.#rows, subject, before)
  }

  /**
   * Forgets a person. Serving threads that share memory stop using her sessions at once, before the
   * next publication; counts follow with it.
   *
   * @returns whether there was anything to forget
   */
  forget(subject: SubjectId): boolean {
    const rows = this.#rows.rowsOf(subject)
    for (const row of rows) this.#detach(row, true)
    this.#rows.release(subject)
    return rows.length > 0
  }

  /**
   * Names the items that may not be in the model (GDPR Art. 9), all of them. Their steps leave it at
   * once; those of items no longer named come back.
   */
  block(items: readonly ItemId[]): void {
    const wanted = new Set<string>(items)
    const changed = [...wanted].filter((name) => !this.#blocked.has(name))
    changed.push(...[...this.#blocked].filter((name) => !wanted.has(name)))
    if (changed.length === 0) return
    const numbers = new Set(
      changed.map((name) => this.#items.find(name)).filter((item) => item !== undefined),
    )
    const rows = numbers.size === 0 ? [] : this.#rowsHolding(numbers)
    for (const row of rows) this.#detach(row, true)
    for (const name of changed) {
      if (wanted.has(name)) this.#blocked.add(name)
      else this.#blocked.delete(name)
      const item = this.#items.find(name)
      if (item !== undefined) this.#items.setBlocked(item, wanted.has(name))
    }
    for (const row of rows) this.#attach(row)
  }

  /**
   * An immutable picture of the state for the serving side. Transition rows in it may lag behind what was
   * learned; `work` goes on with them, `settle` completes them. Nothing in it rests on a session that went.
   *
   * Cost: O(items) for copies of two columns, O(delta log delta) if sessions came or grew, O(all steps) at a
   * compaction.
   *
   * @param nowMs only noted as the time of training, no answer depends on it
   */
  publish(nowMs: number): ModelSnapshot {
    if (this.#published !== undefined && !this.hasNews) {
      return { ...this.#published.snapshot, trainedAtMs: nowMs }
    }
    this.#compactIfDue()
    for (const place of this.#dying) this.#base.segment.sessionSteps[place]! |= FORGOTTEN
    this.#dying = []
    const previous = this.#published
    const delta = previous === undefined || this.#deltaStale ? this.#buildDelta() : previous.delta
    if (delta !== previous?.delta) this.#keys.placeDelta(delta.part.rows)
    const changed = this.#items.takeChanged()
    this.#transitions?.readFrom(this.#base.segment, delta)
    this.#transitions?.catchUp(changed, ROW_SESSIONS_AT_PUBLICATION)
    const snapshot = this.#publisher.publish({
      base: this.#base,
      baseItems: this.#baseNames,
      changed,
      dead: this.#dead,
      delta,
      generation: this.#generation,
      items: this.#items,
      keys: this.#keys,
      previous: previous?.snapshot,
      rows: this.#transitions?.publish(
        this.#base,
        delta,
        this.#items.size,
        this.sessionCount,
        previous?.snapshot,
      ),
      sameDelta: delta === previous?.delta,
      trainedAtMs: nowMs,
    })
    this.#published = { delta, snapshot }
    this.#stale = false
    this.#deltaStale = false
    return snapshot
  }

  /** Would a publication differ from the last one? */
  get hasNews(): boolean {
    return this.#stale || this.#transitions?.isChanged === true
  }

  /**
   * Goes on with what publications left to do, a compaction or transition rows, for about so many sessions;
   * between the slices everything else may happen.
   *
   * @returns whether there is more to do before the next publication
   */
  work(sessions: number): boolean {
    if (this.#compaction === undefined) {
      this.#transitions?.work(sessions)
      return this.#transitions?.hasWork === true
    }
    if (!this.#compaction.work(sessions)) return true
    this.#adopt(this.#compaction.finish())
    return false
  }

  /**
   * Completes what `work` would do, in one go: afterwards the state depends on nothing but the sessions in it.
   *
   * Cost: up to O(items × 1000 sessions).
   */
  settle(): void {
    do {
      if (this.#compaction !== undefined) this.#adopt(this.#compaction.finish())
      this.publish(0)
      this.#transitions?.work(Number.POSITIVE_INFINITY)
    } while (this.#compaction !== undefined)
  }

  /** Rebuilds the base without dead sessions, in one go. Cost: O(all steps). */
  compact(): void {
    this.#compaction = undefined
    if (this.#rows.isMostlyHoles) this.#rows.closeHoles()
    this.#adopt(this.#beginCompaction().finish())
  }

  /** Adds a person with all her sessions to a stored segment. @param mark three numbers of the caller */
  storePerson(subject: SubjectId, mark: ArrayLike<number>, writer: RowsWriter): void {
    writePerson(this.#rows, this.#items, subject, mark, writer)
  }

  /**
   * Takes people of stored segments over; they must be new here, each in one segment.
   *
   * @param takeAll calls its argument for each segment, with a function that says who of it is wanted
   *
   * Cost: O(steps), without an object per step.
   */
  restore(takeAll: (take: Restorer['take']) => void): void {
    const restorer = new Restorer(this.#rows, this.#items)
    takeAll((stored, isWanted) => restorer.take(stored, isWanted))
    for (const row of restorer.finish()) this.#attach(row)
  }

  /**
   * SHA-256 of the canonical state, hexadecimal, read from the arrays and counts that were kept up to
   * date step by step. Cost: O(all steps).
   */
  stateHash(): string {
    const { numbering, part, ranks } = this.#buildDelta()
    return hashState({
      base: this.#base,
      dead: this.#dead,
      delta: part,
      items: this.#items,
      numbering,
      ranks,
      rows: this.#rows,
    })
  }

  /** @internal for the segment builder */
  visibleCount(row: number): number {
    return this.#keys.visible(row)
  }

  /** @internal for the segment builder */
  keyOf(row: number): { lastMs: number; hashA: number; hashB: number } {
    return this.#keys.key(row)
  }

  /** @internal for the segment builder */
  visibleSteps(row: number, into: { codes: Uint32Array }): number {
    const start = this.#rows.start(row)
    const length = this.#rows.length(row)
    if (into.codes.length < length) into.codes = new Uint32Array(length * 2)
    let count = 0
    for (let step = start; step < start + length; step++) {
      const code = this.#rows.codes.values[step]!
      if (!this.#items.isBlocked(code & ITEM_MASK)) into.codes[count++] = code
    }
    return count
  }

  #buildDelta(): Delta {
    const numbering = new Numbering(this.#items.size, this.#baseNumbering)
    const part = buildOrderedSegment(sortRows(this.#delta.rows(), this), this, numbering, true)
    return { numbering, part, ranks: rankInBase(this.#base, part) }
  }

  /** A delta is kept small, for it is rebuilt at each publication; one that outgrows the slices is not left to them. */
  #compactIfDue(): void {
    const sessions = this.#base.rows.length
    const deltaLimit = Math.max(this.#compactAfter, sessions >>> 9)
    const deadLimit = Math.max(this.#compactAfter, sessions / 5)
    if (this.#delta.size <= deltaLimit && this.#deadCount <= deadLimit) return
    if (this.#delta.size > Math.max(sessions >>> 1, deltaLimit * 8)) this.compact()
    else this.#compaction ??= this.#beginCompaction()
  }

  #beginCompaction(): Compaction {
    const order = mergedOrder(this.#base, this.#dead, this.#buildDelta())
    return new Compaction(order, this, this.#items.names, this.#rows.rowLimit)
  }

  #adopt({ base, dead, deadCount, names, numbering, places }: Compacted): void {
    for (const row of this.#delta.rows()) if (places.values[row]! > 0) this.#delta.delete(row)
    this.#base = base
    this.#baseNumbering = numbering
    this.#baseNames = names
    this.#compaction = undefined
    this.#transitions?.stopReading()
    this.#dead = dead
    this.#deadCount = deadCount
    this.#dying = []
    this.#keys.placeBase(places)
    this.#generation++
    this.#published = undefined
    this.#stale = true
    this.#deltaStale = true
  }

  #rowsHolding(items: ReadonlySet<number>): number[] {
    const found: number[] = []
    const codes = this.#rows.codes.values
    for (let row = 0; row < this.#rows.rowLimit; row++) {
      const start = this.#rows.start(row)
      const end = start + this.#rows.length(row)
      for (let step = start; step < end; step++) {
        if (!items.has(codes[step]! & ITEM_MASK)) continue
        found.push(row)
        break
      }
    }
    return found
  }

  /** Puts a row's contributions into counts and delta. */
  #attach(row: number): void {
    this.#stale = true
    this.#compaction?.change(row)
    if (!this.#keys.count(row, this.#rows, this.#items, 1)) return
    this.#delta.add(row)
    this.#deltaStale = true
  }

  #forgetInRows(row: number): void {
    if (this.#transitions === undefined) return
    const end = this.#rows.start(row) + this.#rows.length(row)
    for (let step = this.#rows.start(row); step < end; step++)
      this.#transitions.forget(this.#rows.codes.values[step]! & ITEM_MASK)
  }

  /** Takes a row's contributions out. @param atOnce serving stops using it now, not at the next publication */
  #detach(row: number, atOnce: boolean): void {
    this.#stale = true
    this.#compaction?.change(row)
    if (atOnce) this.#forgetInRows(row)
    this.#keys.count(row, this.#rows, this.#items, -1)
    this.#delta.delete(row)
    const place = this.#keys.leaveBase(row)
    if (place >= 0) {
      this.#dead[place] = 1
      this.#deadCount++
      if (atOnce) this.#base.segment.sessionSteps[place]! |= FORGOTTEN
      else this.#dying.push(place)
    }
    const deltaPlace = this.#keys.leaveDelta(row)
    if (deltaPlace < 0 || this.#published === undefined) return
    if (atOnce) this.#published.delta.part.segment.sessionSteps[deltaPlace]! |= FORGOTTEN
    else this.#deltaStale = true
  }
}

/** Sessions read at a publication for rows that fell behind: a small shop's rows never lag. */
const ROW_SESSIONS_AT_PUBLICATION = 500

/** Times and kinds are checked before anything is changed. */
function checkEvents(session: TrainingSession): void {
  for (const { atMs, kind } of session.events) {
    stepDay(atMs)
    if (kind !== 'view' && !KINDS.includes(kind))
      throw new RangeError(`kind is ${kind}, expected one of ${KINDS.join(', ')}`)
  }
}

function positiveInteger(name: string, value: number): number {
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(`${name} is ${value}, expected an integer ≥ 1`)
  return value
}
