/**
 * Lists that are the same for everybody: worked out once per model or catalogue, read by every request.
 */
import type { DataCategory, ItemId, ReasonCode } from '@umiar/vocabulary'
import type { ModelItem, RecommendationModel } from '../ports.ts'
import { departmentOf, isReduced, type ScoringCatalogue } from './scoring-catalogue.ts'
import { byScore, type Candidate, POOL } from './strategy.ts'

/** Days a product counts as new. */
export const NEW_DAYS = 45
const MOST_LISTS = 2_000
/** Newcomers that are helped to a place, newest first. */
const MOST_NEWCOMERS = 50
const NEAREST = 10

/** A new product beside one that is like it. */
export interface Heir {
  readonly itemId: ItemId
  /** Content closeness, (0, 1]. */
  readonly closeness: number
}

/** Lists that follow catalogue and day. */
export class CatalogueLists {
  readonly revision: number
  readonly #catalogue: ScoringCatalogue
  readonly #newest = new Map<number, readonly Candidate[]>()
  readonly #heirs = new Map<number, ReadonlyMap<ItemId, readonly Heir[]>>()
  #curated: readonly Candidate[] | undefined
  #reduced: readonly ItemId[] | undefined

  constructor(catalogue: ScoringCatalogue) {
    this.#catalogue = catalogue
    this.revision = catalogue.revision
  }

  /** The whole catalogue, newest first. */
  get curated(): readonly Candidate[] {
    this.#curated ??= listed(this.#catalogue.newestFirst(), 'in_catalogue', ['catalogue'])
    return this.#curated
  }

  /** Products whose price is below their list price, newest first. */
  get reduced(): readonly ItemId[] {
    this.#reduced ??= this.#catalogue.newestFirst().filter((id) => {
      const facts = this.#catalogue.facts(id)
      return facts !== undefined && isReduced(facts)
    })
    return this.#reduced
  }

  /** Came into the shop lately, newest first. @param day UTC day of asking */
  newest(day: number): readonly Candidate[] {
    return kept(this.#newest, day, () => {
      const ids = this.#catalogue.newestFirst().filter((id) => {
        const added = this.#catalogue.facts(id)?.addedDay
        return added !== undefined && added <= day && day - added <= NEW_DAYS
      })
      return listed(ids, 'new_in_shop', ['catalogue'])
    })
  }

  /** By product: the newcomers most like it. */
  heirs(day: number): ReadonlyMap<ItemId, readonly Heir[]> {
    return kept(this.#heirs, day, () => {
      const heirs = new Map<ItemId, Heir[]>()
      for (const { itemId } of this.newest(day).slice(0, MOST_NEWCOMERS)) {
        for (const near of this.#catalogue.similar([itemId], NEAREST)) {
          const beside = heirs.get(near.itemId) ?? []
          heirs.set(near.itemId, beside)
          beside.push({ closeness: Math.min(1, near.score), itemId })
        }
      }
      return heirs
    })
  }
}

/** Lists that follow what was learned as well. */
export class PopularLists {
  /** Rank of each popular item, 0 first: the shop's counts and the model's decayed counts, fused. */
  readonly ranks: ReadonlyMap<ItemId, number>
  readonly popular: readonly Candidate[]
  readonly #catalogue: ScoringCatalogue
  readonly #revision: number
  readonly #model: RecommendationModel
  readonly #categories = new Map<string, readonly Candidate[]>()
  #trending: readonly Candidate[] | undefined
  #reduced: readonly Candidate[] | undefined

  constructor(model: RecommendationModel, catalogue: ScoringCatalogue) {
    this.#catalogue = catalogue
    this.#model = model
    this.#revision = catalogue.revision
    const ranked = fusedByRank(20, catalogue.bestsellers(), idsOf(model.popular(POOL * 4)))
    this.ranks = new Map(ranked.map((id, index) => [id, index] as const))
    this.popular = listed(ranked, 'popular', ['shared_counts'])
  }

  /** Are they still those of the catalogue? */
  isOf(catalogue: ScoringCatalogue): boolean {
    return this.#catalogue === catalogue && this.#revision === catalogue.revision
  }

  /** Rises now against its own past: in what was learned, and in the shop's own counts. */
  get trending(): readonly Candidate[] {
    this.#trending ??= listed(
      fusedByRank(10, idsOf(this.#model.trending(POOL)), risingByShop(this.#catalogue)),
      'trending',
      ['shared_counts'],
    )
    return this.#trending
  }

  /** Reduced products, popular ones first. */
  get reduced(): readonly Candidate[] {
    this.#reduced ??= byScore(
      catalogueLists(this.#catalogue).reduced.map((itemId) => ({
        itemId,
        reason: 'on_sale',
        score: 1 / (1 + this.rankOf(itemId)),
        uses: ['catalogue', 'shared_counts'],
      })),
    )
    return this.#reduced
  }

  /** 0 first; beyond the popular ones all stand together at the end. */
  rankOf(itemId: ItemId): number {
    return this.ranks.get(itemId) ?? this.#catalogue.size
  }

  /** Products of these categories, popular ones first. */
  inCategories(categories: readonly string[]): readonly Candidate[] {
    const name = categories.join('\n')
    const known = this.#categories.get(name)
    if (known !== undefined) return known
    const members = new Set(categories.flatMap((category) => this.#catalogue.inCategory(category)))
    const list = byScore(
      [...members].map((itemId) => ({
        itemId,
        reason: 'same_category',
        score: 1 / (1 + this.rankOf(itemId)),
        uses: ['page_context', 'catalogue', 'shared_counts'],
      })),
    )
    if (this.#categories.size < MOST_LISTS) this.#categories.set(name, list)
    return list
  }
}

const byCatalogue = new WeakMap<ScoringCatalogue, CatalogueLists>()
const byModel = new WeakMap<RecommendationModel, PopularLists>()

/** Lists of the catalogue as it is now. */
export function catalogueLists(catalogue: ScoringCatalogue): CatalogueLists {
  const known = byCatalogue.get(catalogue)
  if (known?.revision === catalogue.revision) return known
  const lists = new CatalogueLists(catalogue)
  byCatalogue.set(catalogue, lists)
  return lists
}

/** Lists of the model and the catalogue as they are now. */
export function popularLists(model: RecommendationModel, catalogue: ScoringCatalogue): PopularLists {
  const known = byModel.get(model)
  if (known?.isOf(catalogue) === true) return known
  const lists = new PopularLists(model, catalogue)
  byModel.set(model, lists)
  return lists
}

/** The whole catalogue: what sells and is looked at first, then the newest. The same for everybody. */
export function popularFirst(model: RecommendationModel, catalogue: ScoringCatalogue): readonly ItemId[] {
  const { ranks } = popularLists(model, catalogue)
  return [...ranks.keys(), ...catalogue.newestFirst().filter((id) => !ranks.has(id))]
}

/** New products of a department (of the whole shop without one), newest first. */
export function newcomersIn(
  catalogue: ScoringCatalogue,
  day: number,
  department: string | undefined,
): readonly ItemId[] {
  const all = idsOf(catalogueLists(catalogue).newest(day))
  if (department === undefined) return all
  return all.filter((id) => departmentOf(catalogue.facts(id)?.category) === department)
}

/**
 * More in the last seven days than the 23 before let expect, in standard deviations of a count: ten views
 * where five were usual say more than two where one was.
 */
function risingByShop(catalogue: ScoringCatalogue): readonly ItemId[] {
  const rising: { readonly id: ItemId; readonly rise: number }[] = []
  for (const id of catalogue.bestsellers()) {
    const counts = catalogue.facts(id)?.counts
    const now = 8 * (counts?.sold7Days ?? 0) + (counts?.viewed7Days ?? 0)
    if (now === 0) continue
    const before = Math.max(0, 8 * (counts?.sold30Days ?? 0) + (counts?.viewed30Days ?? 0) - now)
    const usual = (before * 7) / 23
    if (now > usual) rising.push({ id, rise: (now - usual) / Math.sqrt(usual + 4) })
  }
  return rising.sort((a, b) => b.rise - a.rise || (a.id < b.id ? -1 : 1)).map(({ id }) => id)
}

/** Several orders as one: an item gains by every list it stands in. @param softness larger: ranks matter less */
export function fusedByRank(softness: number, ...lists: readonly (readonly ItemId[])[]): readonly ItemId[] {
  const scores = new Map<ItemId, number>()
  for (const list of lists) {
    for (const [index, id] of list.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (softness + index))
  }
  return [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id)
}

/** A ready order as candidates. */
export function listed(
  ids: readonly ItemId[],
  reason: ReasonCode,
  uses: readonly DataCategory[],
): readonly Candidate[] {
  return ids.map((itemId, index) => ({ itemId, reason, score: 1 / (1 + index), uses }))
}

/** Ids of items, in their order. */
export function idsOf(items: readonly Pick<ModelItem, 'itemId'>[]): readonly ItemId[] {
  return items.map((item) => item.itemId)
}

/** Worked out once per key; only the newest few keys are kept. */
function kept<Value>(values: Map<number, Value>, key: number, make: () => Value): Value {
  const known = values.get(key)
  if (known !== undefined) return known
  const value = make()
  if (values.size > 2) values.clear()
  values.set(key, value)
  return value
}
