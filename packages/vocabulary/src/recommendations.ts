/**
 * Words of an answer: how it was made, why each item stands there, which data was used.
 */
import type { Localized } from './locales.ts'

/** How an answer was made, from most to least about the person; order is part of the evidence format. */
export const MODES = ['personal', 'session', 'declared', 'context', 'popular', 'curated', 'holdout'] as const
export type Mode = (typeof MODES)[number]

/** Categories of data an answer may say it used; order is part of the evidence format: append only. */
export const DATA_CATEGORIES = [
  'page_context',
  'catalogue',
  'shared_counts',
  'session_events',
  'declared_taste',
  'view_history',
  'purchase_history',
] as const
export type DataCategory = (typeof DATA_CATEGORIES)[number]

export const PAGE_TYPES = ['home', 'category', 'product', 'cart', 'search', 'other'] as const
export type PageType = (typeof PAGE_TYPES)[number]

/** Strategies offered by this version; `for_you` walks the whole ladder. */
export const STRATEGIES = [
  'for_you',
  'session',
  'also_viewed',
  'bought_together',
  'category_picks',
  'cart',
  'popular',
] as const
export type Strategy = (typeof STRATEGIES)[number]

/** Reason codes; order is part of the evidence format: append only. */
export const REASON_CODES = [
  'viewed_in_visit',
  'viewed_before',
  'bought_before',
  'liked',
  'viewed_with_page',
  'bought_with_page',
  'same_category',
  'bought_with_cart',
  'popular',
  'in_catalogue',
  'matches_search',
  'put_in_cart',
] as const
export type ReasonCode = (typeof REASON_CODES)[number]

/** What is said of the invented person of a preview; `{titles}` stands for products. */
export const EXAMPLE_TEXTS = {
  viewing: {
    en: 'An invented person: now looking at {titles}.',
    pl: 'Osoba zmyślona: ogląda teraz {titles}.',
  },
  likes: { en: 'Likes {titles}.', pl: 'Lubi {titles}.' },
  viewed_before: { en: 'Looked at {titles} before.', pl: 'Wcześniej oglądała {titles}.' },
  bought: { en: 'Has bought {titles}.', pl: 'Kupiła {titles}.' },
} as const satisfies Readonly<Record<string, Localized>>

/** `{title}` stands for the product the reason rests on. */
export const REASON_TEXTS: Readonly<Record<ReasonCode, Localized>> = {
  bought_before: { en: 'Because you bought “{title}”', pl: 'Bo wśród Twoich zakupów jest „{title}”' },
  bought_with_cart: {
    en: 'Often bought with what is in the cart',
    pl: 'Często kupowane z tym, co jest w koszyku',
  },
  bought_with_page: {
    en: 'Often bought with the product on this page',
    pl: 'Często kupowane z produktem z tej strony',
  },
  in_catalogue: { en: 'From our shelves', pl: 'Z naszych półek' },
  liked: { en: 'Because you like “{title}”', pl: 'Bo lubisz „{title}”' },
  matches_search: { en: 'Matches what was searched for', pl: 'Pasuje do wyszukiwania' },
  put_in_cart: { en: 'Because you put “{title}” in the cart', pl: 'Bo w koszyku było „{title}”' },
  popular: { en: 'Popular in the shop', pl: 'Popularne w sklepie' },
  same_category: { en: 'From the same category', pl: 'Z tej samej kategorii' },
  viewed_before: { en: 'Because you viewed “{title}” before', pl: 'Bo w Twojej historii jest „{title}”' },
  viewed_in_visit: {
    en: 'Because you are looking at “{title}” in this visit',
    pl: 'Bo w tej wizycie oglądasz „{title}”',
  },
  viewed_with_page: {
    en: 'Others who viewed this product viewed it too',
    pl: 'Inni oglądali razem z produktem z tej strony',
  },
}
