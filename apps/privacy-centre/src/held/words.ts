/**
 * The words for what is held.
 */
import { type CountedNoun, counted, NOUNS } from '@umiar/messages'
import type { Locale } from '@umiar/vocabulary'
import type { HeldKind, HeldLine } from './count-holdings.ts'

const NOUN_OF: Readonly<Record<HeldKind, CountedNoun>> = {
  carted: NOUNS.carted,
  consent: NOUNS.choices,
  evidence: NOUNS.explanations,
  measured: NOUNS.measured,
  others: NOUNS.others,
  purchases: NOUNS.purchases,
  searches: NOUNS.searches,
  taste: NOUNS.hints,
  viewed: NOUNS.viewed,
  visit: NOUNS.visitSteps,
}

/** `3 obejrzane produkty`. */
export function countedLine(locale: Locale, line: Pick<HeldLine, 'kind' | 'count'>): string {
  return counted(locale, line.count, NOUN_OF[line.kind])
}
