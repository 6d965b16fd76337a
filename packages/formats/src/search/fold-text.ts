/**
 * Finding products by words, Polish letters or not: "zolty" finds "żółty", what is spelled exactly first.
 *
 * One module for everybody who searches a catalogue (the engine, a shop's own pages), so that all give
 * the same products in the same order. Nothing here knows a store or its collation: the order is a pure
 * function of the term, the texts and the order in which they came.
 */

/** The words of one thing that can be found, folded once and asked many times. */
export interface SearchText {
  readonly titles: readonly SearchWord[]
  readonly others: readonly SearchWord[]
}

interface SearchWord {
  /** In lower case, as it is spelled. */
  readonly exact: string
  /** Without diacritics. */
  readonly folded: string
}

/** Longer terms are cut here: nobody types them, and each word costs a walk over the texts. */
const LONGEST_TERM = 512
const WHOLE = 2
const PREFIX = 1
const INSIDE = 0
/** Greater than any sum over the words of a term. */
const BASE = 4_096

/** Letters that no Unicode decomposition takes apart. */
const STROKES: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
}

/** Lower case without diacritics; equal for the composed and the decomposed form of a text. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[łđøħŧıςßæœ]/g, (letter) => STROKES[letter] ?? letter)
}

/**
 * Prepares what a thing is found by.
 *
 * @param titles its names, in any language
 * @param others what it is found by too, after all titles: brand, category
 */
export function searchTextOf(titles: readonly string[], others: readonly string[]): SearchText {
  return { others: others.flatMap(wordsOf), titles: titles.flatMap(wordsOf) }
}

/**
 * The entries that hold every word of the term.
 *
 * Best first: more words spelled exactly, then whole words before beginnings before what stands inside
 * a word, then titles before the rest. Among equals the order of `entries` stays.
 *
 * @param textOf called once per entry
 */
export function searchIn<Entry>(
  term: string,
  entries: Iterable<Entry>,
  textOf: (entry: Entry) => SearchText,
): Entry[] {
  const asked = uniqueWords(term.slice(0, LONGEST_TERM))
  if (asked.length === 0) return []
  const found: { readonly entry: Entry; readonly rank: number }[] = []
  for (const entry of entries) {
    const rank = rankOf(asked, textOf(entry))
    if (rank !== undefined) found.push({ entry, rank })
  }
  return found.sort((a, b) => b.rank - a.rank).map((match) => match.entry)
}

/** The words of a text in lower case without diacritics, in their order: what products are compared by. */
export function foldedWords(text: string): string[] {
  return wordsOf(text).map((word) => word.folded)
}

function wordsOf(text: string): SearchWord[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((exact) => ({ exact, folded: foldText(exact) }))
    .filter((word) => word.folded.length > 0)
}

function uniqueWords(term: string): readonly SearchWord[] {
  return [...new Map(wordsOf(term).map((word) => [word.exact, word])).values()]
}

/** One number that orders by spelling, then place, then field; `undefined` if a word is missing. */
function rankOf(asked: readonly SearchWord[], text: SearchText): number | undefined {
  let sum = 0
  for (const word of asked) {
    const inTitles = bestMatch(word, text.titles)
    const inOthers = bestMatch(word, text.others)
    if (inTitles === undefined && inOthers === undefined) return undefined
    const title = inTitles === undefined ? -1 : inTitles * BASE + 1
    const other = inOthers === undefined ? -1 : inOthers * BASE
    sum += Math.max(title, other)
  }
  return sum
}

/** Of the ways a word stands in a text the best one. */
function bestMatch(asked: SearchWord, words: readonly SearchWord[]): number | undefined {
  let best: number | undefined
  for (const word of words) {
    const exact = placeOf(asked.exact, word.exact)
    const match = exact === undefined ? placeOf(asked.folded, word.folded) : BASE + exact
    if (match !== undefined && (best === undefined || match > best)) best = match
  }
  return best
}

function placeOf(asked: string, word: string): number | undefined {
  const at = word.indexOf(asked)
  if (at < 0) return undefined
  if (at > 0) return INSIDE
  return word.length === asked.length ? WHOLE : PREFIX
}
