/**
 * From segments on disk to the learner's state.
 */
import { type ModelState, PeopleSet, peopleIn } from '@umiar/recommender'
import type { PersonMark } from '@umiar/use-cases'
import type { SubjectId } from '@umiar/vocabulary'
import type { ListedSegment, Manifest } from './format.ts'
import { firstWordsOf, type Segment, type SegmentStore } from './segment-store.ts'

/** Everybody the files tell of: four words of her id and three numbers of her mark, one after the other. */
export interface LoadedPeople {
  readonly words: Uint32Array<ArrayBuffer>
  readonly marks: Float64Array<ArrayBuffer>
}

type Take = Parameters<Parameters<ModelState['restore']>[0]>[0]

export const NOBODY: LoadedPeople = { marks: new Float64Array(0), words: new Uint32Array(0) }

/** A mark as it stands in a segment. */
export function markNumbers({ newestArrival, rows, sinceSeq }: PersonMark): readonly number[] {
  return [rows, newestArrival, sinceSeq]
}

/** People and their marks, by id. */
export function* loadedPeople({ marks, words }: LoadedPeople): Generator<readonly [SubjectId, PersonMark]> {
  for (let person = 0; person * 4 < words.length; person++) {
    let subject = ''
    for (let word = 0; word < 4; word++) subject += words[person * 4 + word]!.toString(16).padStart(8, '0')
    const at = person * 3
    const mark = { newestArrival: marks[at + 1]!, rows: marks[at]!, sinceSeq: marks[at + 2]! }
    yield [subject as SubjectId, mark]
  }
}

/**
 * Reads the newest version of everybody into the state; the store then lists the segments.
 *
 * @throws DomainError `model_file_damaged`, `model_file_version`; the state is then of no use
 */
export function loadSegments(store: SegmentStore, manifest: Manifest, state: ModelState): LoadedPeople {
  const all = [...manifest.ordered, ...manifest.changes]
  const most = all.reduce((sum, { people }) => sum + people, 0)
  const loaded = { marks: new Float64Array(most * 3), words: new Uint32Array(most * 4) }
  const newer = new PeopleSet()
  let count = 0
  const load = (listed: ListedSegment, isChange: boolean, take: Take): Segment => {
    const { marks, rows } = store.read(listed)
    const { subjects } = rows
    take(rows, (person) => !newer.has(subjects, person * 4))
    for (let person = 0; person < peopleIn(rows); person++) {
      if (newer.has(subjects, person * 4)) continue
      loaded.words.set(subjects.subarray(person * 4, person * 4 + 4), count * 4)
      loaded.marks.set(marks.subarray(person * 3, person * 3 + 3), count * 3)
      count++
      if (isChange) newer.addWords(subjects, person * 4)
    }
    return { ...listed, firstWords: firstWordsOf(subjects) }
  }
  state.restore((take) => {
    const changes = manifest.changes.toReversed().map((listed) => load(listed, true, take))
    const ordered = manifest.ordered.map((listed) => load(listed, false, take))
    store.adopt({ changes: changes.toReversed(), ordered })
  })
  return { marks: loaded.marks.slice(0, count * 3), words: loaded.words.slice(0, count * 4) }
}
