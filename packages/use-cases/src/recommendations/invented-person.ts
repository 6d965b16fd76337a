/**
 * The invented person of a preview: nobody, made of the catalogue, the page and shared counts.
 *
 * She is the same person at each level; the levels differ in what of her may be used. Her visit stays near
 * the page, her hints lie in another department, her history in both and a third, so that each level shows
 * what it adds. No name, no store and no clock comes in here, so nothing of anybody real can go out.
 */
import type { ItemId, Product } from '@umiar/vocabulary'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { NO_HOLDINGS, withTrades } from '../subjects/ownership.ts'
import type { VisitStep } from '../subjects/visit.ts'
import { type PersonalView, spokenOf } from './person.ts'
import type { RecommendationModel } from './ports.ts'
import { popularFirst } from './strategies/shared-lists.ts'
import type { PageContext } from './strategies/strategy.ts'

/** Levels at which something of a person is used. */
export type PersonalLevel = 1 | 2 | 3

export interface InventedPerson {
  /** Looked at in this visit, oldest first. */
  readonly viewing: readonly ItemId[]
  /** From level 2. */
  readonly likes: readonly ItemId[]
  /** From level 3. */
  readonly viewedBefore: readonly ItemId[]
  readonly bought: readonly ItemId[]
}

const VIEWS = 3
const LIKES = 2
const VIEWS_BEFORE = 4
const PURCHASES = 2

/** Makes the person up. Lists come out short, and at last empty, where the catalogue has too little. */
export function inventPerson(
  level: PersonalLevel,
  model: RecommendationModel,
  catalogue: Catalogue,
  page: PageContext,
): InventedPerson {
  const shelf = popularFirst(model, catalogue).flatMap((id) => catalogue.product(id) ?? [])
  const taken = new Set<ItemId>([...page.items, ...page.cart])
  const usable = shelf.filter(
    ({ available, itemId, sensitive }) => available && !sensitive && !taken.has(itemId),
  )
  const here = categoryOf(catalogue, page) ?? usable[0]?.category
  const elsewhere = usable.find((product) => departmentOf(product.category) !== departmentOf(here))?.category
  /** Takes so many of the nearest: what the first test wants, then the second, then anything. */
  const take = (many: number, ...wanted: readonly ((product: Product) => boolean)[]): ItemId[] => {
    const found: ItemId[] = []
    for (const isWanted of [...wanted, () => true]) {
      for (const product of usable) {
        if (found.length >= many) return found
        if (taken.has(product.itemId) || !isWanted(product)) continue
        taken.add(product.itemId)
        found.push(product.itemId)
      }
    }
    return found
  }
  const isHere = (product: Product): boolean => product.category === here
  const isNear = (product: Product): boolean => departmentOf(product.category) === departmentOf(here)
  const isElsewhere = (product: Product): boolean =>
    departmentOf(product.category) === departmentOf(elsewhere)
  const viewing = take(VIEWS, isHere, isNear)
  const likes = level < 2 ? [] : take(LIKES, (product) => product.category === elsewhere, isElsewhere)
  const bought = level < 3 ? [] : take(PURCHASES, (product) => !isNear(product) && !isElsewhere(product))
  const viewedBefore = level < 3 ? [] : take(VIEWS_BEFORE, isNear)
  return { bought, likes, viewedBefore, viewing }
}

/** The person as an answer reads her. */
export function viewOf(person: InventedPerson): PersonalView {
  let atMs = 0
  const steps = (items: readonly ItemId[], kind: VisitStep['kind']): VisitStep[] =>
    items.map((itemId) => ({ atMs: ++atMs, itemId, kind }))
  const history = [...steps(person.viewedBefore, 'view'), ...steps(person.bought, 'purchase')]
  return {
    alreadyHave: spokenOf(),
    bought: spokenOf([new Set(person.bought), 'purchase_history']),
    context: {
      history,
      holdings: withTrades(
        NO_HOLDINGS,
        person.bought.map((itemId) => ({ atMs: 0, itemId, kind: 'purchase' })),
      ),
      likedInVisit: [],
      likes: person.likes,
      visit: steps(person.viewing, 'view'),
    },
    never: spokenOf(),
    shownEnough: new Set(),
  }
}

/** Where the page is: its own category, else that of what stands on it. */
function categoryOf(catalogue: Catalogue, page: PageContext): string | undefined {
  if (page.category !== undefined && catalogue.inCategory(page.category).length > 0) return page.category
  const found = page.searchTerm === undefined ? [] : catalogue.search(page.searchTerm)
  for (const id of [...page.items, ...page.cart, ...found]) {
    const category = catalogue.product(id)?.category
    if (category !== undefined) return category
  }
  return undefined
}

/** The first part of a category's path; products without a category are a department of their own. */
function departmentOf(category: string | undefined): string | undefined {
  return category?.split('/')[0]
}
