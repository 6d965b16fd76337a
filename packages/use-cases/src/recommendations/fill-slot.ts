/**
 * One slot: candidates from the ladder, rules from the governor, and what of the person was used.
 */
import {
  compileFilter,
  type EligibilityContext,
  type EligibilityRule,
  type FilterPage,
  ineligibility,
  type ProductFilter,
} from '@umiar/privacy'
import {
  type DataCategory,
  DomainError,
  type ItemId,
  itemId,
  type Mode,
  MS_PER_DAY,
  STRATEGIES,
  type Strategy,
} from '@umiar/vocabulary'
import type { SlotRequest } from '../application.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Promotions } from '../merchandising/promotions.ts'
import { DEFAULT_MIXING, inOrder, type Mixing } from './arrange.ts'
import { newcomersFor } from './explore.ts'
import { restsOnPerson } from './keep-decision.ts'
import type { PersonalView } from './person.ts'
import type { RecommendationModel } from './ports.ts'
import { promoted } from './promote.ts'
import { tastesOf } from './strategies/for-you.ts'
import { type Ask, type Candidate, type PageContext, POOL, type Rung } from './strategies/strategy.ts'
import { rungsOf, STRATEGY_TABLE } from './strategies/table.ts'

/** A filled slot, before it is written down and sent. */
export interface SlotAnswer {
  readonly mode: Mode
  readonly candidates: readonly Candidate[]
  readonly removed: Readonly<Record<string, number>>
  readonly uses: readonly DataCategory[]
  /** Ids of the merchandising rules in force, if there are any. */
  readonly merchandising?: readonly string[]
}

/**
 * Walks the ladder until the slot is full; each item must pass the governor.
 *
 * An item that was shown often enough is passed over; only if the ladder ends before the slot is full
 * does it come back, so that variety never empties a shelf.
 *
 * @param index  place of the slot in the request, for complaints
 * @param person what of the person may be used, or `undefined` at level 0
 * @param placed items of earlier slots; the ones chosen here are added
 * @param promotions merchandising rules in force: the same for everybody on the page
 * @throws DomainError `strategy_unknown`, `filter_invalid`, `invalid_id`
 */
export function fillSlot(
  catalogue: Catalogue,
  model: RecommendationModel,
  slot: SlotRequest,
  index: number,
  page: PageContext,
  person: PersonalView | undefined,
  placed: Set<ItemId>,
  promotions?: Promotions,
): SlotAnswer {
  const strategy = strategyOf(slot)
  const mixing = mixingOf(slot, index)
  const ask: Ask = { catalogue, model, page, person: person?.context }
  const eligibility = eligibilityOf(catalogue, slot, index, page, person, placed)
  const filling = new Filling(ask, slot.limit, eligibility, placed, {
    ...mixing,
    ...(STRATEGY_TABLE[strategy].keepsOrder ? { calibration: 0, diversity: slot.diversity ?? 0 } : {}),
  })
  const rungs = rungsOf(strategy, ask)
  for (const rung of rungs) {
    if (filling.isFull) break
    filling.takeFrom(rung)
  }
  filling.bringBack()
  if (STRATEGY_TABLE[strategy].explores)
    filling.giveAChance(slot.id, Math.floor(slot.limit * mixing.exploration))
  if (promotions !== undefined) filling.promote(promotions, rungs)
  const answer = filling.answer((rule, id) => categoryOfRule(rule, id, catalogue, person))
  return promotions === undefined ? answer : { ...answer, merchandising: promotions.ruleIds }
}

interface Standing {
  readonly candidate: Candidate
  readonly mode: Mode
}

/** Part of a rung that is arranged at once. */
interface Piece {
  end: number
  readonly pool: Candidate[]
  /** Members of the pool that her own data keep away. */
  readonly hidden: Map<ItemId, EligibilityRule>
  /** Not in the pool, with how much of it stood before. */
  readonly refused: { readonly before: number; readonly itemId: ItemId; readonly rule: EligibilityRule }[]
}

/** Rules that rest on the person. */
const HERS: ReadonlySet<EligibilityRule> = new Set(['never_show', 'owned', 'shown_enough'])

/** A slot on its way to being full. */
class Filling {
  readonly #ask: Ask
  #limit: number
  readonly #eligibility: EligibilityContext
  readonly #placed: Set<ItemId>
  readonly #mixing: Mixing
  #chosen: Standing[] = []
  readonly #own = new Set<ItemId>()
  /** Everything that was given a place in thought, hidden or not. */
  readonly #arranged: Candidate[] = []
  readonly #seen = new Set<ItemId>()
  readonly #rejected = new Map<ItemId, EligibilityRule>()
  readonly #resting: Standing[] = []
  #tastes: ReadonlyMap<string, number> | undefined
  #openedAs: Mode | undefined
  #restingSpoke = false

  constructor(ask: Ask, limit: number, eligibility: EligibilityContext, placed: Set<ItemId>, mixing: Mixing) {
    this.#ask = ask
    this.#limit = limit
    this.#eligibility = eligibility
    this.#placed = placed
    this.#mixing = mixing
  }

  get isFull(): boolean {
    return this.#chosen.length >= this.#limit
  }

  /** The best of a rung that may stand; what the rung was cut short of is asked for again. */
  takeFrom(rung: Rung): void {
    const first = rung.candidates()
    this.#take(rung.mode, first)
    if (this.isFull || rung.further === undefined || first.length < (rung.cutAt ?? POOL)) return
    const mayStand = (id: ItemId): boolean =>
      !this.#own.has(id) && !this.#rejected.has(id) && ineligibility(id, this.#eligibility) === undefined
    this.#take(rung.mode, rung.further(mayStand))
  }

  /**
   * Arranges a list piece by piece and takes what may stand. What a person's own data keep away is arranged
   * with the rest and then left out, so that putting a product away changes no other's place.
   */
  #take(mode: Mode, candidates: readonly Candidate[]): void {
    const isPersonal = mode === 'personal' || mode === 'session' || mode === 'declared'
    const tastes = isPersonal ? this.#tastesOfHer() : undefined
    const { facts } = this.#ask.catalogue
    for (let at = 0; at < candidates.length && !this.isFull; ) {
      const piece = this.#nextPiece(candidates, at)
      at = piece.end
      const places = new Map(piece.pool.map((candidate, place) => [candidate, place]))
      let last = 0
      for (const candidate of inOrder(piece.pool, this.#mixing, [...this.#arranged], tastes, facts)) {
        if (this.isFull) break
        last = Math.max(last, places.get(candidate) as number)
        this.#arranged.push(candidate)
        this.#seen.add(candidate.itemId)
        const rule = piece.hidden.get(candidate.itemId)
        if (rule === undefined) this.#stand({ candidate, mode })
        else {
          this.#rejected.set(candidate.itemId, rule)
          if (rule === 'shown_enough') this.#resting.push({ candidate, mode })
        }
      }
      // What breaks a rule behind the last one that was looked at had no say.
      for (const { before, itemId: id, rule } of piece.refused) {
        if (this.isFull && before > last) break
        this.#seen.add(id)
        this.#rejected.set(id, rule)
      }
    }
  }

  /** The next candidates that product and page allow, with what the rules say of the others. */
  #nextPiece(candidates: readonly Candidate[], from: number): Piece {
    const size = this.#limit + MORE_TO_CHOOSE
    const piece: Piece = { end: from, hidden: new Map(), pool: [], refused: [] }
    const inPiece = new Set<ItemId>()
    while (piece.end < candidates.length && piece.pool.length < size) {
      const candidate = candidates[piece.end++] as Candidate
      const { itemId: id } = candidate
      if (this.#seen.has(id) || inPiece.has(id)) continue
      inPiece.add(id)
      const rule = ineligibility(id, this.#eligibility)
      if (rule !== undefined && !HERS.has(rule)) {
        piece.refused.push({ before: piece.pool.length, itemId: id, rule })
        continue
      }
      piece.pool.push(candidate)
      if (rule !== undefined) piece.hidden.set(id, rule)
    }
    return piece
  }

  /** Only if the ladder ended before the slot was full does it come back: variety never empties a shelf. */
  bringBack(): void {
    if (this.#resting.length > 0) this.#restingSpoke = true
    for (const resting of this.#resting.slice(0, this.#limit - this.#chosen.length)) {
      this.#rejected.delete(resting.candidate.itemId)
      this.#stand(resting)
    }
  }

  /** The last places of a full slot to what is new. */
  giveAChance(slotId: string, places: number): void {
    if (!this.isFull || places < 1 || this.#chosen.length <= places) return
    const mayStand = (id: ItemId): boolean => ineligibility(id, this.#eligibility) === undefined
    const newcomers = newcomersFor(this.#ask.catalogue, this.#ask.page, slotId, places, mayStand)
    for (const { candidate } of this.#chosen.splice(this.#limit - newcomers.length)) {
      this.#own.delete(candidate.itemId)
      this.#placed.delete(candidate.itemId)
    }
    for (const candidate of newcomers) this.#stand({ candidate, mode: 'curated' })
  }

  /** Fills on as far as rules may reach, lets them arrange, and cuts to the slot again. */
  promote(promotions: Promotions, rungs: readonly Rung[]): void {
    const limit = this.#limit
    this.#openedAs = this.#chosen[0]?.mode
    this.#limit += promotions.reach
    for (const rung of rungs) if (!this.isFull) this.takeFrom(rung)
    this.#limit = limit
    const { product } = this.#eligibility
    const mayStand = (id: ItemId): boolean => {
      const rule = ineligibility(id, this.#eligibility)
      if (rule !== undefined) this.#rejected.set(id, rule)
      return rule === undefined
    }
    const before = new Map(this.#chosen.map((standing) => [standing.candidate.itemId, standing]))
    const kept = promoted(this.#candidates(), limit, promotions, product, mayStand)
    for (const id of before.keys()) {
      this.#own.delete(id)
      this.#placed.delete(id)
    }
    this.#chosen = []
    for (const candidate of kept)
      this.#stand({ candidate, mode: before.get(candidate.itemId)?.mode ?? 'curated' })
  }

  answer(categoryOf: (rule: EligibilityRule, id: ItemId) => DataCategory | undefined): SlotAnswer {
    const removed: Partial<Record<EligibilityRule, number>> = {}
    const uses = new Set(this.#chosen.flatMap(({ candidate }) => candidate.uses))
    if (this.#restingSpoke) uses.add('session_events')
    for (const [id, rule] of this.#rejected) {
      removed[rule] = (removed[rule] ?? 0) + 1
      const category = categoryOf(rule, id)
      if (category !== undefined) uses.add(category)
    }
    return {
      candidates: this.#candidates(),
      mode: this.#openedAs ?? this.#chosen[0]?.mode ?? 'curated',
      removed,
      uses: [...uses],
    }
  }

  #stand(standing: Standing): void {
    this.#chosen.push(standing)
    this.#own.add(standing.candidate.itemId)
    this.#placed.add(standing.candidate.itemId)
  }

  #candidates(): readonly Candidate[] {
    return this.#chosen.map(({ candidate }) => candidate)
  }

  #tastesOfHer(): ReadonlyMap<string, number> | undefined {
    const { person } = this.#ask
    if (person === undefined || this.#mixing.calibration === 0) return undefined
    this.#tastes ??= tastesOf(this.#ask, person)
    return this.#tastes
  }
}

/** How many more than the places a mixed slot chooses from, at least. */
const MORE_TO_CHOOSE = 20

/** @throws DomainError `invalid_request` */
function mixingOf(slot: SlotRequest, index: number): Mixing {
  const share = (name: keyof Mixing): number => {
    const value = slot[name] ?? DEFAULT_MIXING[name]
    if (value >= 0 && value <= 1) return value
    throw new DomainError('invalid_request', `${name} is out of range.`, {}, [
      { code: 'share_invalid', message: 'must be a number from 0 to 1', pointer: `/slots/${index}/${name}` },
    ])
  }
  return {
    calibration: share('calibration'),
    diversity: share('diversity'),
    exploration: share('exploration'),
  }
}

function eligibilityOf(
  catalogue: Catalogue,
  slot: SlotRequest,
  index: number,
  page: PageContext,
  person: PersonalView | undefined,
  placed: ReadonlySet<ItemId>,
): EligibilityContext {
  return {
    alreadyHave: person?.alreadyHave ?? NOTHING,
    bought: person?.bought ?? NOTHING,
    excluded: new Set((slot.exclude_ids ?? []).map((id) => itemId(id, 'exclude_ids'))),
    filter: filterOf(catalogue, slot, index, page),
    inCart: new Set(page.cart),
    neverShow: person?.never ?? NOTHING,
    onPage: new Set(page.items),
    placed,
    product: catalogue.product,
    shownEnough: person?.shownEnough ?? NOTHING,
  }
}

const NOTHING: ReadonlySet<ItemId> = new Set()

function filterOf(
  catalogue: Catalogue,
  slot: SlotRequest,
  index: number,
  page: PageContext,
): ProductFilter | undefined {
  if (slot.filter === undefined) return undefined
  const passes = compileFilter(slot.filter, `/slots/${index}/filter`, { currency: catalogue.currency })
  const known = (ids: readonly ItemId[]) => ids.flatMap((id) => catalogue.product(id) ?? [])
  const compared: FilterPage = {
    cart: known(page.cart),
    items: known(page.items),
    // The end of the day: what came in today counts, and everybody gets the same all day.
    nowMs: (page.day + 1) * MS_PER_DAY - 1,
  }
  return (product) => passes(product, compared)
}

/** The data of the person a rule rested on; `undefined` for rules about product and page. */
function categoryOfRule(
  rule: EligibilityRule,
  id: ItemId,
  catalogue: Catalogue,
  person: PersonalView | undefined,
): DataCategory | undefined {
  switch (rule) {
    case 'never_show':
      return person?.never.categoryFor(id)
    case 'owned': {
      const bought = catalogue.product(id)?.durable === true ? person?.bought.categoryFor(id) : undefined
      return bought ?? person?.alreadyHave.categoryFor(id)
    }
    case 'shown_enough':
      return 'session_events'
    default:
      return undefined
  }
}

function strategyOf(slot: SlotRequest): Strategy {
  const strategy = STRATEGIES.find((known) => known === (slot.strategy ?? 'for_you'))
  if (strategy === undefined) {
    throw new DomainError('strategy_unknown', `Known strategies: ${STRATEGIES.join(', ')}.`, {
      known: STRATEGIES,
    })
  }
  return strategy
}

/** Did the person's data have a say: by what was shown, or by what they kept away? */
export function isAboutPerson(answer: SlotAnswer): boolean {
  return restsOnPerson(answer.uses)
}
