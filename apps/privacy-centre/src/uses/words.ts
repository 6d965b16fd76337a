/**
 * Words for how an answer was made and what it rested on.
 */
import type { MessageKey } from '@umiar/messages'
import { REASON_TEXTS, type ReasonCode } from '@umiar/vocabulary'
import { type PageView, sayTo } from '@umiar/web-pages'

type Reader = Pick<PageView, 'locale'>

const MODES = {
  context: 'mode.context',
  curated: 'mode.curated',
  declared: 'mode.declared',
  holdout: 'mode.holdout',
  personal: 'mode.personal',
  popular: 'mode.popular',
  session: 'mode.session',
} as const satisfies Readonly<Record<string, MessageKey>>

const DATA = {
  catalogue: 'data.catalogue',
  declared_taste: 'data.declared_taste',
  page_context: 'data.page_context',
  purchase_history: 'data.purchase_history',
  session_events: 'data.session_events',
  shared_counts: 'data.shared_counts',
  view_history: 'data.view_history',
} as const satisfies Readonly<Record<string, MessageKey>>

/** A mode in words; one this page does not know stays as it is. */
export function modeInWords(view: Reader, mode: string): string {
  return inWords(view, MODES, mode)
}

/** Categories of data in words, those about her first. */
export function dataInWords(view: Reader, categories: readonly string[]): string {
  const shared = ['page_context', 'catalogue', 'shared_counts']
  const rank = (category: string): number => (shared.includes(category) ? 1 : 0)
  return [...categories]
    .sort((a, b) => rank(a) - rank(b))
    .map((category) => inWords(view, DATA, category))
    .join(', ')
}

/** A reason of an evidence record. @param cause the product it rests on, by its name */
export function reasonInWords(view: Reader, code: string, cause: string | undefined): string {
  if (!Object.hasOwn(REASON_TEXTS, code)) return code
  return REASON_TEXTS[code as ReasonCode][view.locale].replace('{title}', () => cause ?? '…')
}

function inWords(view: Reader, known: Readonly<Record<string, MessageKey>>, word: string): string {
  const key = Object.hasOwn(known, word) ? known[word] : undefined
  return key === undefined ? word : sayTo(view, key)
}
