/**
 * Writing in slices: a new listing in the making, one segment after the other.
 *
 * Nothing a job has written counts before it is complete; between two slices people may learn, change and go.
 */
import {
  type ModelState,
  mergeSegments,
  openStoredRows,
  PeopleSet,
  RowsWriter,
  SEGMENT_SESSIONS,
  type StoredSegment,
  type WrittenSegment,
  withoutPeople,
} from '@umiar/recommender'
import type { PersonMark } from '@umiar/use-cases'
import type { SubjectId } from '@umiar/vocabulary'
import { markNumbers } from './load-segments.ts'
import type { Listing, Segment, SegmentStore } from './segment-store.ts'

export interface Job {
  /** Written, not listed. */
  written: Segment[]
  /** Listed segments that the written ones replace. */
  readonly replaced: ReadonlySet<Segment>
  /** The next segment to write, or `undefined` when there is none. */
  next(): WrittenSegment | undefined
  /** People have left; `instead` says which segments were rewritten, `undefined` where nobody was left. */
  withdraw(gone: PeopleSet, instead: ReadonlyMap<Segment, Segment | undefined>): void
  /** The listing counts. */
  done(): void
}

/** Changed people are merged into the ordered segments when there are this many more sessions of them … */
const MERGE_FROM_SESSIONS = 4 * SEGMENT_SESSIONS
/** … or this many segments … */
const MOST_CHANGES = 32
/** … or when so many ordered segments more than needed are left of what was rewritten. */
const SPARE_SEGMENTS = 8

/** Is it time to merge? Each session is then merged a few times in its life, however many there are. */
export function isMergeDue({ changes, ordered }: Listing): boolean {
  const sessionsIn = (segments: readonly Segment[]): number =>
    segments.reduce((sum, { sessions }) => sum + sessions, 0)
  const sessions = sessionsIn(ordered)
  return (
    changes.length > MOST_CHANGES ||
    sessionsIn(changes) > Math.max(MERGE_FROM_SESSIONS, sessions / 4) ||
    ordered.length > SPARE_SEGMENTS + 2 * Math.ceil(sessions / SEGMENT_SESSIONS)
  )
}

/** The listing once a job is complete. */
export function listingAfter({ replaced, written }: Job, { changes, ordered }: Listing): Listing {
  const isOrdered = replaced.size > 0 || ordered.length + changes.length === 0
  const left = (segments: readonly Segment[]): Segment[] =>
    segments.filter((segment) => !replaced.has(segment))
  return isOrdered
    ? { changes: left(changes), ordered: [...left(ordered), ...written] }
    : { changes: [...changes, ...written], ordered }
}

/** Writes people who changed, by id. */
export class SaveJob implements Job {
  written: Segment[] = []
  readonly replaced: ReadonlySet<Segment> = new Set()
  readonly #changed: Map<SubjectId, PersonMark | undefined>
  readonly #saved = new Map<SubjectId, PersonMark>()
  readonly #slices: Generator<WrittenSegment>

  /** @param changed who has a mark is written and, if it is still the same in the end, taken out */
  constructor(
    subjects: readonly SubjectId[],
    changed: Map<SubjectId, PersonMark | undefined>,
    state: ModelState,
  ) {
    this.#changed = changed
    this.#slices = this.#write(subjects, state)
  }

  next(): WrittenSegment | undefined {
    return this.#slices.next().value ?? undefined
  }

  withdraw(): void {
    // Who is gone has no mark any more, and is passed over.
  }

  done(): void {
    for (const [subject, mark] of this.#saved)
      if (this.#changed.get(subject) === mark) this.#changed.delete(subject)
  }

  *#write(subjects: readonly SubjectId[], state: ModelState): Generator<WrittenSegment, undefined> {
    let writer = new RowsWriter()
    for (const subject of subjects) {
      const mark = this.#changed.get(subject)
      // Learned or forgotten since: a later job writes her.
      if (mark === undefined) continue
      state.storePerson(subject, markNumbers(mark), writer)
      this.#saved.set(subject, mark)
      if (writer.sessions < SEGMENT_SESSIONS) continue
      yield writer.finish()
      writer = new RowsWriter()
    }
    if (writer.people > 0) yield writer.finish()
    return undefined
  }
}

/** Makes ordered segments of all there are. */
export class MergeJob implements Job {
  written: Segment[] = []
  replaced: ReadonlySet<Segment>
  readonly #gone = new PeopleSet()
  readonly #sources: (Segment | undefined)[]
  readonly #slices: Generator<WrittenSegment>

  constructor(store: SegmentStore) {
    const { changes, ordered } = store.listing
    this.replaced = new Set([...ordered, ...changes])
    this.#sources = [...ordered]
    this.#slices = mergeSegments(
      ordered.map((_, place) => () => {
        const source = this.#sources[place]
        return source === undefined ? nobody() : store.read(source)
      }),
      changes.map((segment) => store.read(segment)),
    )
  }

  next(): WrittenSegment | undefined {
    const content = this.#slices.next().value as WrittenSegment | undefined
    if (content === undefined || this.#gone.size === 0) return content
    // The merge may hold people in memory who have left the files since it read them.
    const opened = { marks: content.marks, rows: openStoredRows(content.rows) }
    return withoutPeople(opened, (subjects, at) => this.#gone.has(subjects, at)).left
  }

  withdraw(gone: PeopleSet, instead: ReadonlyMap<Segment, Segment | undefined>): void {
    this.#gone.addAll(gone)
    this.#sources.forEach((source, place) => {
      if (source !== undefined && instead.has(source)) this.#sources[place] = instead.get(source)
    })
    this.replaced = new Set(
      [...this.replaced].flatMap((segment) =>
        instead.has(segment) ? (instead.get(segment) ?? []) : segment,
      ),
    )
  }

  done(): void {
    // Everybody stands in the files as before.
  }
}

function nobody(): StoredSegment {
  return { marks: new Float64Array(0), rows: openStoredRows(new RowsWriter().finish().rows) }
}
