/**
 * How well each of the given products fits a person: what similar visits turned to, what she says she
 * likes, and the categories and brands she turns to.
 *
 * Of a product only category and brand are read. Price, margin, stock and the shop's own fields cannot say
 * anything here, since nothing hands them in.
 */
import type { DataCategory, ItemId, Product, ReasonCode } from '@umiar/vocabulary'
import type { RecommendationModel } from '../recommendations/ports.ts'
import type { VisitStep } from '../subjects/visit.ts'

/** What a score may rest on. */
export type ShelfOf = (itemId: ItemId) => Pick<Product, 'category' | 'brand'> | undefined

/** What of the person may be used now. */
export interface Leanings {
  /** Her last steps, oldest first, with the data each comes from. */
  readonly steps: readonly (Pick<VisitStep, 'itemId' | 'kind'> & { readonly use: DataCategory })[]
  /** What she likes, newest first, with the data each comes from. */
  readonly likes: readonly { readonly itemId: ItemId; readonly use: DataCategory }[]
}

export interface PersonalScore {
  /** Above 0; comparable within one list. */
  readonly score: number
  readonly reason: ReasonCode
  /** The product of hers that says most for it. */
  readonly cause: ItemId
}

/** Weights of the three sources; each source is scaled to 0–1 before. */
const NEIGHBOURS = 1
const LIKES = 0.8
const LEANING = 0.5
/** A step says this much less than the one after it. */
const FADING = 0.85
/** Of a product in the same department, or of the same brand, compared with one in the same category. */
const SAME_DEPARTMENT = 0.3
const SAME_BRAND = 0.5
const TURNED_TO = 2

/**
 * @param items the list, distinct, without those that may not be scored
 * @returns scores of those that anything speaks for
 *
 * Cost: two questions to the model, and O(items + steps).
 */
export function personalScores(
  model: RecommendationModel,
  shelfOf: ShelfOf,
  items: readonly ItemId[],
  leanings: Leanings,
): ReadonlyMap<ItemId, PersonalScore> {
  if (items.length === 0) return new Map()
  const best = new Map<ItemId, Part>()
  const totals = new Map<ItemId, number>()
  const sources = [
    [NEIGHBOURS, neighbours(model, items, leanings)],
    [LIKES, alike(model, items, leanings)],
    [LEANING, leaning(shelfOf, items, leanings)],
  ] as const
  for (const [weight, parts] of sources) {
    const highest = Math.max(...parts.map((part) => part.value))
    for (const part of parts) {
      const value = (weight * part.value) / highest
      if (!(value > 0)) continue
      totals.set(part.itemId, (totals.get(part.itemId) ?? 0) + value)
      const before = best.get(part.itemId)
      if (before === undefined || before.value < value) best.set(part.itemId, { ...part, value })
    }
  }
  return new Map(
    [...best].map(([itemId, { cause, reason }]) => [
      itemId,
      { cause, reason, score: totals.get(itemId) as number },
    ]),
  )
}

/** What one source says of an item. */
interface Part {
  readonly itemId: ItemId
  readonly value: number
  readonly reason: ReasonCode
  readonly cause: ItemId
}

function neighbours(model: RecommendationModel, items: readonly ItemId[], { steps }: Leanings): Part[] {
  if (steps.length === 0) return []
  const latest = new Map(steps.map((step) => [step.itemId, step]))
  const query = steps.map((step) => step.itemId)
  return model
    .sessionNeighbours(query, items.length, { accept: memberOf(items) })
    .flatMap(({ cause, itemId, score }) => {
      const step = cause === undefined ? undefined : latest.get(cause)
      return step === undefined
        ? []
        : [{ cause: step.itemId, itemId, reason: reasonOfStep(step), value: score }]
    })
}

function alike(model: RecommendationModel, items: readonly ItemId[], { likes }: Leanings): Part[] {
  if (likes.length === 0) return []
  const isAsked = memberOf(items)
  const liked = likes.filter(({ itemId }) => isAsked(itemId))
  const itself = liked.map(({ itemId }): Part => ({ cause: itemId, itemId, reason: 'liked', value: 1 }))
  const beside = model.alsoViewed(
    likes.map(({ itemId }) => itemId),
    items.length,
    { accept: isAsked },
  )
  const highest = beside[0]?.score ?? 1
  const others = beside.flatMap(({ cause, itemId, score }): Part[] =>
    cause === undefined ? [] : [{ cause, itemId, reason: 'liked', value: (0.9 * score) / highest }],
  )
  return [...itself, ...others]
}

/** What her steps and likes say for a category, a department or a brand, and which says most. */
interface Pull {
  weight: number
  most: number
  reason: ReasonCode
  cause: ItemId
}

function leaning(shelfOf: ShelfOf, items: readonly ItemId[], leanings: Leanings): Part[] {
  const pulls = new Map<string, Pull>()
  const add = (name: string, weight: number, reason: ReasonCode, cause: ItemId): void => {
    const pull = pulls.get(name)
    if (pull === undefined) {
      pulls.set(name, { cause, most: weight, reason, weight })
      return
    }
    pull.weight += weight
    if (weight <= pull.most) return
    pull.most = weight
    pull.cause = cause
    pull.reason = reason
  }
  const turnTo = (itemId: ItemId, weight: number, reason: ReasonCode): void => {
    for (const [name, share] of namesOf(shelfOf(itemId))) add(name, share * weight, reason, itemId)
  }
  leanings.steps.toReversed().forEach((step, age) => {
    turnTo(step.itemId, (step.kind === 'view' ? 1 : TURNED_TO) * FADING ** age, reasonOfStep(step))
  })
  leanings.likes.forEach(({ itemId }, age) => {
    turnTo(itemId, TURNED_TO * FADING ** age, 'liked')
  })
  if (pulls.size === 0) return []
  const found = items.map((itemId) => pullOf(itemId, shelfOf, pulls))
  // What is said for all of them alike says nothing.
  const least = Math.min(...found.map((pull) => pull?.weight ?? 0))
  return found.flatMap((pull, index): Part[] =>
    pull === undefined || pull.weight <= least
      ? []
      : [{ ...pull, itemId: items[index] as ItemId, value: pull.weight - least }],
  )
}

function pullOf(itemId: ItemId, shelfOf: ShelfOf, pulls: ReadonlyMap<string, Pull>): Pull | undefined {
  let total: Pull | undefined
  for (const [name] of namesOf(shelfOf(itemId))) {
    const pull = pulls.get(name)
    if (pull === undefined) continue
    if (total === undefined) total = { ...pull }
    else {
      total.weight += pull.weight
      if (pull.most > total.most)
        Object.assign(total, { cause: pull.cause, most: pull.most, reason: pull.reason })
    }
  }
  return total
}

/** Category, department and brand of a product, and how much each counts. */
function namesOf(shelf: ReturnType<ShelfOf>): readonly (readonly [name: string, share: number])[] {
  if (shelf === undefined) return []
  const { brand, category } = shelf
  const names: (readonly [string, number])[] = []
  if (category !== undefined) {
    names.push([`category ${category}`, 1])
    names.push([`department ${category.split('/')[0]}`, SAME_DEPARTMENT])
  }
  if (brand !== undefined) names.push([`brand ${brand}`, SAME_BRAND])
  return names
}

function reasonOfStep({ kind, use }: Leanings['steps'][number]): ReasonCode {
  if (kind === 'purchase') return 'bought_before'
  if (kind === 'cart') return 'put_in_cart'
  return use === 'session_events' ? 'viewed_in_visit' : 'viewed_before'
}

function memberOf(items: readonly ItemId[]): (itemId: ItemId) => boolean {
  const members = new Set(items)
  return (itemId) => members.has(itemId)
}
