/**
 * What the shelves of a page ask for, as one question: many slots, one context.
 */

/** The part of a shelf that is asked. */
export interface AskingShelf {
  /** How many cards the shop's own shelf shows: as many are asked for. */
  readonly ownCards: number
  readonly host: { getAttribute(name: string): string | null }
}

/** Body of `POST /v1/recommendations` without the visitor. */
export interface PageQuestion {
  readonly context: Readonly<Record<string, unknown>>
  readonly slots: readonly Readonly<Record<string, unknown>>[]
}

const LONGEST_TEXT = 512
const USUAL_LIMIT = 4

/**
 * Reads the shelves' attributes: lists are united, of single values the first counts.
 *
 * @param hidden ids put away on this page
 */
export function questionOf(
  shelves: readonly AskingShelf[],
  locale: string,
  hidden: Iterable<string>,
): PageQuestion {
  const all = (name: string): string[] => shelves.map(({ host }) => host.getAttribute(name) ?? '')
  const first = (name: string): string | undefined => all(name).find(Boolean)?.slice(0, LONGEST_TEXT)
  const union = (name: string): readonly string[] => readIds(all(name).join())
  // JSON leaves out what is undefined.
  return {
    context: {
      cart_item_ids: union('cart-item-ids'),
      category: first('category'),
      item_ids: union('item-ids'),
      locale,
      page_type: first('page-type') ?? 'other',
      search_term: first('search-term'),
    },
    slots: shelves.map(({ host, ownCards }) => ({
      exclude_ids: readIds(`${host.getAttribute('exclude-ids') ?? ''},${[...hidden].join()}`),
      id: slotOf(host),
      limit: Number(host.getAttribute('limit')) || ownCards || USUAL_LIMIT,
      strategy: host.getAttribute('strategy') ?? undefined,
    })),
  }
}

/** The name of a shelf's slot. */
export function slotOf(host: AskingShelf['host']): string {
  return host.getAttribute('slot-id') ?? 'shelf'
}

/** Ids separated by commas, each once. */
export function readIds(text: string): readonly string[] {
  return [...new Set(text.split(',').map((id) => id.trim()))].filter(Boolean)
}
