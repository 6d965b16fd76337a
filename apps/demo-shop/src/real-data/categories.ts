/**
 * Categories for a catalogue that has none, read from the words of English titles.
 *
 * What a title is about usually stands last ("WHITE HANGING HEART T-LIGHT HOLDER"), so the last known word
 * decides, after phrases that mean something of their own ("HOT WATER BOTTLE") and after the season; words
 * of motif and stuff ("ROSE", "GLASS") decide only where nothing else is known.
 */
import type { Localized } from '@umiar/vocabulary'
import { CATEGORIES, type Category } from './category-table.ts'

/** Path of what fits nowhere. */
export const OTHER = 'other'
/** What is of the season is looked for there, whatever else it is. */
const SEASONS: readonly string[] = ['party/christmas', 'party/easter']

const byWord = pathsOf(({ words }) => words.split(' '))
const byMotif = pathsOf(({ motifs = '' }) => motifs.split(' '))
const byPhrase = pathsOf(({ phrases = [] }) => phrases)

function pathsOf(termsOf: (category: Category) => readonly string[]): ReadonlyMap<string, string> {
  return new Map(CATEGORIES.flatMap((one) => termsOf(one).map((term) => [term, one.path] as const)))
}

/** The category of a title; `other` where no word is known. */
export function categoryOf(title: string): string {
  const words = title
    .toUpperCase()
    .split(/[^\p{L}\p{N}'+-]+/u)
    .filter(Boolean)
  const known = words.map((word) => byWord.get(word))
  const season = known.find((path) => path !== undefined && SEASONS.includes(path))
  return (
    season ??
    phraseIn(words) ??
    known.findLast((path) => path !== undefined) ??
    words.map((word) => byMotif.get(word)).findLast((path) => path !== undefined) ??
    OTHER
  )
}

/** The path of the last known phrase; of two that end together the longer one counts. */
function phraseIn(words: readonly string[]): string | undefined {
  for (let end = words.length; end > 0; end--) {
    for (const length of [3, 2]) {
      const path = end < length ? undefined : byPhrase.get(words.slice(end - length, end).join(' '))
      if (path !== undefined) return path
    }
  }
  return undefined
}

/** Names of the given category paths and their departments, in display order. */
export function categoryNames(used: Iterable<string>): ReadonlyMap<string, Localized> {
  const paths = new Set([...used].flatMap((path) => [path, path.split('/')[0] ?? path]))
  return new Map(CATEGORIES.filter(({ path }) => paths.has(path)).map(({ name, path }) => [path, name]))
}
