/** A catalogue, a model and a page to ask strategies on, without a server. */
import { Model, ModelState } from '@umiar/recommender'
import { dayOf, type ItemId, MS_PER_DAY, type Product, type SubjectId } from '@umiar/vocabulary'
import type { SlotRequest } from '../../src/application.ts'
import { Catalogue } from '../../src/catalogue/catalogue.ts'
import { fillSlot, type SlotAnswer } from '../../src/recommendations/fill-slot.ts'
import { type PersonalView, spokenOf } from '../../src/recommendations/person.ts'
import type { PageContext, PersonalContext } from '../../src/recommendations/strategies/strategy.ts'
import { NO_HOLDINGS, type Trade, withTrades } from '../../src/subjects/ownership.ts'
import type { VisitStep } from '../../src/subjects/visit.ts'

export const NOW = Date.UTC(2026, 10, 24, 10)
export const TODAY = dayOf(NOW)
/** The moment so many days ago. */
export const ago = (days: number): number => NOW - days * MS_PER_DAY
export const id = (name: string): ItemId => name as ItemId

/** A catalogue of these feed entries; each may say only what the test is about. */
export async function catalogueOf(
  entries: readonly (Readonly<Record<string, unknown>> & { readonly item_id: string })[],
  nowMs: () => number = () => ago(400),
): Promise<Catalogue> {
  const stored = new Map<ItemId, Product>()
  const store = {
    allProducts: async () => [...stored.values()],
    putProducts: async (products: readonly Product[]) => {
      for (const product of products) stored.set(product.itemId, product)
    },
    removeProduct: async (itemId: ItemId) => stored.delete(itemId),
  }
  const catalogue = new Catalogue(
    store,
    'PLN',
    () => undefined,
    async () => undefined,
    nowMs,
  )
  await catalogue.putMany(entries.map((entry) => ({ title: `Product ${entry.item_id}`, ...entry })))
  return catalogue
}

/** A model that learned these visits: items as they were viewed, or bought where marked by `!`. */
export function modelOf(visits: readonly (readonly string[])[]): Model {
  const state = new ModelState()
  visits.forEach((items, n) => {
    const events = items.map((item, at) => ({
      atMs: ago(1) + n * 60_000 + at,
      itemId: id(item.replace('!', '')),
      kind: item.endsWith('!') ? ('purchase' as const) : ('view' as const),
    }))
    state.append(`subject-${n}` as SubjectId, { events, sessionKey: `visit-${n}` })
  })
  return new Model(state.publish(NOW))
}

export interface Known {
  readonly visit?: readonly string[]
  readonly history?: readonly VisitStep[]
  readonly likes?: readonly string[]
  readonly likedInVisit?: readonly string[]
  readonly trades?: readonly Trade[]
  readonly never?: readonly string[]
}

/** Somebody of whom this is known. */
export function personOf(known: Known): PersonalView {
  const context: PersonalContext = {
    history: known.history ?? [],
    holdings: withTrades(NO_HOLDINGS, known.trades ?? []),
    likedInVisit: (known.likedInVisit ?? []).map(id),
    likes: (known.likes ?? []).map(id),
    visit: (known.visit ?? []).map((item, at) => ({
      atMs: NOW - 1_000 + at,
      itemId: id(item),
      kind: 'view',
    })),
  }
  return {
    alreadyHave: spokenOf(),
    bought: spokenOf([context.holdings.owned, 'purchase_history']),
    context,
    never: spokenOf([new Set((known.never ?? []).map(id)), 'declared_taste']),
    shownEnough: new Set(),
  }
}

export const PAGE: PageContext = {
  cart: [],
  category: undefined,
  day: TODAY,
  items: [],
  searchTerm: undefined,
}

/** One slot of ten, answered. */
export function ask(
  catalogue: Catalogue,
  model: Model,
  slot: Partial<SlotRequest>,
  page: Partial<PageContext> = {},
  person?: PersonalView,
): SlotAnswer {
  const request = { id: 'slot', limit: 10, ...slot }
  return fillSlot(catalogue, model, request, 0, { ...PAGE, ...page }, person, new Set())
}

export const shown = (answer: SlotAnswer): string[] => answer.candidates.map(({ itemId }) => itemId)
/** The reason of each item, by item. */
export const reasons = (answer: SlotAnswer): Record<string, string> =>
  Object.fromEntries(answer.candidates.map(({ itemId, reason }) => [itemId, reason]))
