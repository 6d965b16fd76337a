/**
 * Many stored segments become few in canonical form: people by id, each segment full before the next begins.
 *
 * Of two versions of a person the newer one counts; that is what lets a segment of changes be written
 * beside the others instead of into them.
 */
import { compareWords, peopleIn, RowsWriter, type StoredSegment, type WrittenSegment } from './stored-rows.ts'

/** Sessions after which a segment is complete; a person is never divided. */
export const SEGMENT_SESSIONS = 4_096

interface Place {
  readonly segment: StoredSegment
  readonly person: number
}

/**
 * Merges, one full segment after the other, so that the caller may do something else in between.
 *
 * @param ordered segments whose people ascend from one to the next, opened one at a time
 * @param changes segments beside them, the newest last
 *
 * Cost: O(steps) in all; holds one ordered segment and all changes in memory.
 */
export function* mergeSegments(
  ordered: readonly (() => StoredSegment)[],
  changes: readonly StoredSegment[],
): Generator<WrittenSegment> {
  const newer = newestOf(changes)
  let at = 0
  let writer = new RowsWriter()
  const full = function* (): Generator<WrittenSegment> {
    if (writer.sessions < SEGMENT_SESSIONS) return
    yield writer.finish()
    writer = new RowsWriter()
  }
  for (const open of ordered) {
    const segment = open()
    const { subjects } = segment.rows
    for (let person = 0; person < peopleIn(segment.rows); person++) {
      for (; at < newer.length && order(newer[at]!, subjects, person * 4) < 0; at++) {
        writer.copy(newer[at]!.segment, newer[at]!.person)
        yield* full()
      }
      if (at < newer.length && order(newer[at]!, subjects, person * 4) === 0) continue
      writer.copy(segment, person)
      yield* full()
    }
  }
  for (; at < newer.length; at++) {
    writer.copy(newer[at]!.segment, newer[at]!.person)
    yield* full()
  }
  if (writer.people > 0) yield writer.finish()
}

/** A segment without some of its people, and how many of them it held. */
export function withoutPeople(
  segment: StoredSegment,
  isGone: (subjects: Uint32Array, at: number) => boolean,
): { readonly left: WrittenSegment; readonly gone: number } {
  const writer = new RowsWriter()
  let gone = 0
  for (let person = 0; person < peopleIn(segment.rows); person++) {
    if (isGone(segment.rows.subjects, person * 4)) gone++
    else writer.copy(segment, person)
  }
  return { gone, left: writer.finish() }
}

function order({ person, segment }: Place, subjects: Uint32Array, at: number): number {
  return compareWords(segment.rows.subjects, person * 4, subjects, at)
}

/** Everybody in the changes once, by id, in her newest version. */
function newestOf(changes: readonly StoredSegment[]): readonly Place[] {
  const places: (Place & { readonly age: number })[] = []
  changes.forEach((segment, n) => {
    for (let person = 0; person < peopleIn(segment.rows); person++)
      places.push({ age: changes.length - n, person, segment })
  })
  places.sort((a, b) => order(a, b.segment.rows.subjects, b.person * 4) || a.age - b.age)
  return places.filter(
    (place, n) => n === 0 || order(places[n - 1]!, place.segment.rows.subjects, place.person * 4) !== 0,
  )
}
