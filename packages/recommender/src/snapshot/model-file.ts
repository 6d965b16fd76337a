/**
 * A published model as one self-checking buffer: opened in place, passed between threads, read by browsers.
 *
 * All arrays are views into the buffer; nothing is parsed but a few hundred characters of facts. Equal
 * states have byte-identical files once compacted: when a model was published and how often its learner
 * compacted before stands nowhere in it. What is kept on disk is another form, in encrypted segments
 * (ADR-0021); this one never leaves memory by itself.
 */
import { DomainError, type ShopId } from '@umiar/vocabulary'
import type { SessionKnnConfig } from '../serving/session-knn-config.ts'
import type { ItemDictionary } from './item-dictionary.ts'
import { flattenRows, unflattenRows } from './row-file.ts'
import { openSections, type SectionArray, type Sections, writeSections } from './sections.ts'
import type { ModelSnapshot, Segment } from './segment.ts'
import { sharedBytes } from './shared-arrays.ts'
import type { TransitionRows } from './transition-rows.ts'

/** The version is raised whenever a section changes its meaning. */
const FORMAT = { content: 1, version: 2 }

const SHOP_ID = 1
const FACTS = 2
const DELTA_RANK = 3
const ITEM_SESSIONS = 4
const POPULARITY = 5
const POPULAR_TOP = 6
const RISING_ITEMS = 7
const RISING_SCORES = 8
const ROW_WORDS = 9
const ROW_SLOTS = 10
const NEWEST_64 = 11
const NEWEST_16 = 12
const GONE_IN_BASE = 13
const GONE_IN_DELTA = 14
/** The sections of two dictionaries and two segments are numbered on from these. */
const BASE_ITEMS = 16
const EXTRA_ITEMS = 24
const BASE = 32
const DELTA = 48

interface Facts {
  readonly version: string
  readonly sessionKnn: SessionKnnConfig
  readonly sessionCount: number
  readonly stepsOfKind: readonly number[]
  readonly newestDay: number
  readonly baseFirstDay: number
  readonly deltaFirstDay: number
}

/**
 * Writes a snapshot.
 *
 * @returns the file, in shared memory where the platform has it
 *
 * Cost: O(bytes), one copy.
 */
export function writeModelFile(snapshot: ModelSnapshot, shopId: ShopId): ArrayBufferLike {
  const { base, delta, rising } = snapshot
  const facts: Facts = {
    baseFirstDay: base.firstDay,
    deltaFirstDay: delta.firstDay,
    newestDay: snapshot.newestDay,
    sessionCount: snapshot.sessionCount,
    sessionKnn: sortedByName(snapshot.sessionKnn),
    stepsOfKind: snapshot.stepsOfKind,
    version: snapshot.version,
  }
  return writeSections(
    FORMAT,
    [
      [SHOP_ID, codeUnits(shopId)],
      [FACTS, codeUnits(JSON.stringify(facts))],
      [DELTA_RANK, snapshot.deltaRank],
      [ITEM_SESSIONS, snapshot.itemSessions],
      [POPULARITY, snapshot.popularity],
      [POPULAR_TOP, snapshot.popularTop],
      [RISING_ITEMS, rising.items],
      [RISING_SCORES, rising.scores],
      ...rowSections(snapshot.rows),
      ...dictionarySections(BASE_ITEMS, snapshot.baseItems),
      ...dictionarySections(EXTRA_ITEMS, snapshot.extraItems),
      ...segmentSections(BASE, base),
      ...segmentSections(DELTA, delta),
    ],
    sharedBytes,
  )
}

/** What the opener knows beside the file. */
export interface ModelFileContext {
  readonly shopId: ShopId
  /** When the model was trained, ms since the epoch; only told on, no answer depends on it. */
  readonly trainedAtMs: number
}

/**
 * Opens a model file in place: the snapshot's arrays are views into `buffer`, which must not change.
 *
 * @throws DomainError `model_file_damaged`, `model_file_version`, `model_file_foreign_shop`
 *
 * Cost: O(bytes) for the checksum, nothing else.
 */
export function openModelFile(buffer: ArrayBufferLike, context: ModelFileContext): ModelSnapshot {
  const sections = openSections(buffer, FORMAT)
  if (sections === 'damaged') throw damaged()
  if ('version' in sections) {
    throw new DomainError(
      'model_file_version',
      `The model file has format version ${sections.version}, this program reads ${FORMAT.version}. Write it anew.`,
      { expected: FORMAT.version, version: sections.version },
    )
  }
  if (textOf(required(sections, SHOP_ID, Uint16Array)) !== context.shopId) {
    throw new DomainError('model_file_foreign_shop', 'The model file belongs to another shop.')
  }
  const facts = JSON.parse(textOf(required(sections, FACTS, Uint16Array))) as Facts
  const rows = rowsOf(sections)
  return {
    base: segmentOf(sections, BASE, facts.baseFirstDay),
    baseItems: dictionaryOf(sections, BASE_ITEMS),
    delta: segmentOf(sections, DELTA, facts.deltaFirstDay),
    deltaRank: required(sections, DELTA_RANK, Uint32Array),
    extraItems: dictionaryOf(sections, EXTRA_ITEMS),
    // Below 0, so that it is none of a learner's; equal files share it, and their arrays are equal.
    generation: -1 - (sections.checksum[0] * 2 ** 20 + (sections.checksum[1] >>> 12)),
    itemSessions: required(sections, ITEM_SESSIONS, Uint32Array),
    newestDay: facts.newestDay,
    popularTop: required(sections, POPULAR_TOP, Uint32Array),
    popularity: required(sections, POPULARITY, Float64Array),
    rising: {
      items: required(sections, RISING_ITEMS, Uint32Array),
      scores: required(sections, RISING_SCORES, Float64Array),
    },
    ...(rows === undefined ? {} : { rows }),
    sessionCount: facts.sessionCount,
    sessionKnn: facts.sessionKnn,
    stepsOfKind: facts.stepsOfKind,
    trainedAtMs: context.trainedAtMs,
    version: facts.version,
  }
}

type Numbered = readonly [id: number, values: SectionArray]

function dictionarySections(first: number, { codes, start, table }: ItemDictionary): Numbered[] {
  return [
    [first, codes],
    [first + 1, start],
    [first + 2, table],
  ]
}

function dictionaryOf(sections: Sections, first: number): ItemDictionary {
  return {
    codes: required(sections, first, Uint16Array),
    start: required(sections, first + 1, Uint32Array),
    table: required(sections, first + 2, Uint32Array),
  }
}

function rowSections(rows: TransitionRows | undefined): Numbered[] {
  if (rows === undefined) return []
  const { slotOf, words } = flattenRows(rows)
  return [
    [ROW_WORDS, words],
    [ROW_SLOTS, slotOf],
    [NEWEST_64, rows.newest64],
    [NEWEST_16, rows.newest16],
    [GONE_IN_BASE, rows.goneInBase],
    [GONE_IN_DELTA, rows.goneInDelta],
  ]
}

function rowsOf(sections: Sections): TransitionRows | undefined {
  const words = sections.find(ROW_WORDS, Uint32Array)
  if (words === undefined) return undefined
  return {
    ...unflattenRows({ slotOf: required(sections, ROW_SLOTS, Uint32Array), words }),
    goneInBase: required(sections, GONE_IN_BASE, Uint32Array),
    goneInDelta: required(sections, GONE_IN_DELTA, Uint32Array),
    newest16: required(sections, NEWEST_16, Uint32Array),
    newest64: required(sections, NEWEST_64, Uint32Array),
  }
}

function segmentSections(first: number, segment: Segment): Numbered[] {
  const { postingItems } = segment
  return [
    [first, segment.steps],
    [first + 1, segment.blockStart],
    [first + 2, segment.sessionSteps],
    [first + 3, segment.longSessions],
    [first + 4, segment.dayStart],
    [first + 5, segment.postingStart],
    [first + 6, segment.postings],
    ...(postingItems === undefined ? [] : [[first + 7, postingItems] as const]),
  ]
}

function segmentOf(sections: Sections, first: number, firstDay: number): Segment {
  const postingItems = sections.find(first + 7, Uint32Array)
  return {
    blockStart: required(sections, first + 1, Uint32Array),
    dayStart: required(sections, first + 4, Uint32Array),
    firstDay,
    longSessions: required(sections, first + 3, Uint32Array),
    postingStart: required(sections, first + 5, Uint32Array),
    postings: required(sections, first + 6, Uint32Array),
    sessionSteps: required(sections, first + 2, Uint8Array),
    steps: required(sections, first, Uint32Array),
    ...(postingItems === undefined ? {} : { postingItems }),
  }
}

function required<Values extends SectionArray>(
  sections: Sections,
  id: number,
  kind: Parameters<typeof sections.find<Values>>[1],
): Values {
  const values = sections.find(id, kind)
  if (values === undefined) throw damaged()
  return values
}

function damaged(): DomainError {
  return new DomainError('model_file_damaged', 'The model file is damaged or cut short. Write it anew.')
}

function sortedByName(config: SessionKnnConfig): SessionKnnConfig {
  const entries = Object.entries(config).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries) as unknown as SessionKnnConfig
}

function codeUnits(text: string): Uint16Array {
  return Uint16Array.from(text, (_, at) => text.charCodeAt(at))
}

function textOf(units: Uint16Array): string {
  return String.fromCharCode(...units)
}
