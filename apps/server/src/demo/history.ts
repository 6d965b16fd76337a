/**
 * The history of 120 invented shoppers over 60 days.
 *
 * Each has two departments she cares for, one more than the other, and brands she prefers. A visit
 * stays within one or two categories, so that "viewed together" means something. All chance is seeded;
 * only the dates move with the day of the start. Their ids are predictable and stand for nobody.
 */
import type { CatalogueProduct } from '../pages/catalogue.ts'
import { departmentOf } from '../pages/catalogue.ts'
import type { EventInput } from '../pages/shop-api.ts'
import { appealOf, demoCatalogue } from './catalogue.ts'
import { type Draws, seededDraws } from './seeded-random.ts'

/** One invented person and all she did, oldest first. */
export interface DemoShopper {
  readonly anonymous_id: string
  readonly events: readonly EventInput[]
}

const SHOPPERS = 120
const DAYS = 60
const SEED = 20_261
const MS_PER_SECOND = 1000
const MS_PER_DAY = 86_400_000

/**
 * @param nowMs the end of the 60 days, ms since the epoch; no event is later
 * @returns 120 shoppers; for the same `nowMs` always the same
 */
export function demoHistory(nowMs: number): readonly DemoShopper[] {
  const products = demoCatalogue().filter((product) => !product.sensitive)
  const departments = [...new Set(products.map((product) => departmentOf(product.category)))]
  return Array.from({ length: SHOPPERS }, (_, index) => {
    const draws = seededDraws(SEED + index * 7919)
    return shopper(draws, products, departments, nowMs)
  })
}

interface Person {
  readonly anonymousId: string
  readonly brands: readonly string[]
  readonly draws: Draws
}

function shopper(
  draws: Draws,
  products: readonly CatalogueProduct[],
  departments: readonly string[],
  nowMs: number,
): DemoShopper {
  const first = draws.pick(departments)
  const second = draws.pick(departments.filter((department) => department !== first))
  const person: Person = {
    anonymousId: `demo-${draws.hex(32)}`,
    brands: [0, 1].map(() => draws.pick(products).brand ?? ''),
    draws,
  }
  const visits = draws.between(3, 9)
  const starts = Array.from(
    { length: visits },
    () => nowMs - Math.round((0.1 + draws.fraction() * (DAYS - 0.2)) * MS_PER_DAY),
  )
  starts.sort((a, b) => a - b)
  const events = starts.flatMap((startMs, visit) => {
    const department = draws.fraction() < 0.7 ? first : second
    return oneVisit(
      person,
      products.filter((product) => departmentOf(product.category) === department),
      startMs,
      visit,
    )
  })
  return { anonymous_id: person.anonymousId, events }
}

/** A visit to one or two categories of a department: 2–7 views, sometimes a cart, sometimes an order. */
function oneVisit(
  person: Person,
  shelf: readonly CatalogueProduct[],
  startMs: number,
  visit: number,
): readonly EventInput[] {
  const { draws } = person
  const categories = [...new Set(shelf.map((product) => product.category))]
  const here = [draws.pick(categories), draws.pick(categories)]
  const choice = shelf.filter((product) => here.includes(product.category))
  const liking = (product: CatalogueProduct): number =>
    appealOf(product.item_id) * (person.brands.includes(product.brand ?? '') ? 2.5 : 1)
  const events: EventInput[] = []
  const cart: CatalogueProduct[] = []
  // A few minutes at most between two steps: shorter than the silence that ends a visit.
  let atMs = startMs - (startMs % MS_PER_SECOND)
  const step = (event: string, lines: readonly CatalogueProduct[], transaction?: string): void => {
    events.push({
      anonymous_id: person.anonymousId,
      event,
      event_id: `${person.anonymousId}-${visit}-${events.length}`,
      items: lines.map((product) => ({ item_id: product.item_id, price: product.price, quantity: 1 })),
      session_id: `${person.anonymousId}-${visit}`,
      time: new Date(atMs).toISOString(),
      ...(transaction === undefined ? {} : { transaction_id: transaction }),
    })
    atMs += draws.between(15, 150) * MS_PER_SECOND
  }
  let last: CatalogueProduct | undefined
  for (let views = draws.between(2, 7); views > 0; views--) {
    const product = draws.pickWeighted(choice, liking)
    if (product === last) continue
    last = product
    step('view_item', [product])
    if (product.available && !cart.includes(product) && draws.fraction() < 0.25 * liking(product)) {
      cart.push(product)
      step('add_to_cart', [product])
    }
  }
  if (cart.length > 0 && draws.fraction() < 0.55)
    step('purchase', cart, `${person.anonymousId}-order-${visit}`)
  return events
}
