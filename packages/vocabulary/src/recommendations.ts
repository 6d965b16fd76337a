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

/**
 * Strategies offered by this version: fourteen, and the models `session` and `basket` by themselves.
 * `docs/reference/strategies.md` says what each shows and how it falls back.
 */
export const STRATEGIES = [
  'for_you',
  'session',
  'basket',
  'buy_again',
  'recently_viewed',
  'on_sale_for_you',
  'also_viewed',
  'bought_together',
  'cart',
  'complete_the_set',
  'similar',
  'compare',
  'category_picks',
  'popular',
  'trending',
  'new',
] as const
export type Strategy = (typeof STRATEGIES)[number]

/** What strategies rest on: models that learn, and knowledge of the shop or the person that is there or not. */
export const MODEL_NAMES = [
  'session',
  'basket',
  'co_views',
  'co_purchases',
  'popularity',
  'trend',
  'content',
  'relations',
  'reductions',
  'dates',
  'taste',
  'own_views',
  'repurchase',
] as const
export type ModelName = (typeof MODEL_NAMES)[number]

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
  'trending',
  'new_in_shop',
  'new_like',
  'given_a_chance',
  'similar_to_page',
  'near_alternative',
  'goes_with_page',
  'goes_with_cart',
  'seen_in_visit',
  'seen_before',
  'due_again',
  'bought_by_her',
  'on_sale',
  'shop_order',
  'promoted',
  'stock_clearing',
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
  bought_by_her: { en: 'You have bought it before', pl: 'Masz to wśród swoich zakupów' },
  bought_with_cart: {
    en: 'Often bought with what is in the cart',
    pl: 'Często kupowane z tym, co jest w koszyku',
  },
  bought_with_page: {
    en: 'Often bought with the product on this page',
    pl: 'Często kupowane z produktem z tej strony',
  },
  due_again: {
    en: 'You buy it now and then, and it may be running out',
    pl: 'Kupujesz to co jakiś czas i może się już kończyć',
  },
  given_a_chance: {
    en: 'New in the shop: we give it a place so that it can be noticed',
    pl: 'Nowość: dajemy jej miejsce, żeby można było ją zauważyć',
  },
  goes_with_cart: { en: 'Completes what is in the cart', pl: 'Uzupełnia to, co jest w koszyku' },
  goes_with_page: {
    en: 'Completes the product on this page',
    pl: 'Uzupełnia produkt z tej strony',
  },
  in_catalogue: { en: 'From our shelves', pl: 'Z naszych półek' },
  liked: { en: 'Because you like “{title}”', pl: 'Bo lubisz „{title}”' },
  matches_search: { en: 'Matches what was searched for', pl: 'Pasuje do wyszukiwania' },
  near_alternative: {
    en: 'To compare: the same kind, another price or other features',
    pl: 'Do porównania: ten sam rodzaj, inna cena lub cechy',
  },
  new_in_shop: { en: 'New in the shop', pl: 'Nowość w sklepie' },
  new_like: { en: 'New, and similar to “{title}”', pl: 'Nowość podobna do „{title}”' },
  on_sale: { en: 'Reduced in price', pl: 'W obniżonej cenie' },
  put_in_cart: { en: 'Because you put “{title}” in the cart', pl: 'Bo w koszyku było „{title}”' },
  promoted: { en: 'Featured by the shop', pl: 'Wyróżnione przez sklep' },
  popular: { en: 'Popular in the shop', pl: 'Popularne w sklepie' },
  same_category: { en: 'From the same category', pl: 'Z tej samej kategorii' },
  shop_order: { en: 'In the shop’s own order', pl: 'W kolejności sklepu' },
  stock_clearing: {
    en: 'Featured by the shop, which is clearing its stock',
    pl: 'Wyróżnione przez sklep: wyprzedaż zapasów',
  },
  seen_before: { en: 'You looked at it before', pl: 'Oglądane wcześniej' },
  seen_in_visit: { en: 'You looked at it in this visit', pl: 'Oglądane w tej wizycie' },
  similar_to_page: {
    en: 'Similar to the product on this page',
    pl: 'Podobne do produktu z tej strony',
  },
  trending: { en: 'More and more popular these days', pl: 'Zyskuje ostatnio na popularności' },
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
