/**
 * The blend of `for_you`, and what of it is kept from one request to the next.
 *
 * Most sources follow the person, the model and the catalogue alone: they are worked out once and kept beside
 * her context until any of these is another. A request adds what follows its page. The context is dropped with
 * her data (see `known-context.ts`), and what is kept here goes with it; of more people than `MOST_KEPT` only
 * those seen last have anything kept.
 */
import type { ItemId, Mode } from '@umiar/vocabulary'
import type { RecommendationModel } from '../ports.ts'
import { alongsideHistory } from './alongside.ts'
import { Blending, type BlendWeights, type Source, visitsWeight } from './blend.ts'
import { categoriesOf, categoryOfPage } from './context.ts'
import { nearLikes, type UsableLikes, usableLikes } from './declared-taste.ts'
import { likeSteps, nearVisits, type UsableSteps, usableSteps } from './from-steps.ts'
import { basketOf, fitting, MOST_OF_A_SOURCE, said, servedLately } from './her-sources.ts'
import { dueAgain } from './own-history.ts'
import type { ScoringCatalogue } from './scoring-catalogue.ts'
import type { Ask, Candidate, PersonalContext } from './strategy.ts'

/** A shelf of hers before mixing. */
export interface Blend {
  readonly candidates: readonly Candidate[]
  readonly mode: Mode
}

/** Steps of hers by which is judged how much was learned about what she does. */
const LAST_STEPS = 5
/** People of whom something is kept. */
const MOST_KEPT = 1_000

/** Everything she does and says, mixed by weight; `undefined` if nothing is known or nothing follows from it. */
export function personalBlend(ask: Ask, weights: BlendWeights): Blend | undefined {
  return ask.person === undefined ? undefined : knownFor(ask, ask.person, weights).on(ask)
}

const kept = new WeakMap<PersonalContext, Known>()
/** Whose turn it is to be dropped, in a ring; weakly, so that nobody is held by standing here. */
const order: (WeakRef<PersonalContext> | undefined)[] = []
let next = 0

function knownFor(ask: Ask, person: PersonalContext, weights: BlendWeights): Known {
  const before = kept.get(person)
  if (before?.isOf(ask, weights) === true) return before
  const known = new Known(ask, person, weights)
  if (before === undefined) {
    const oldest = order[next]?.deref()
    if (oldest !== undefined) kept.delete(oldest)
    order[next] = new WeakRef(person)
    next = (next + 1) % MOST_KEPT
  }
  kept.set(person, known)
  return known
}

/** What one model and one catalogue say of one person on one day. */
class Known {
  readonly #model: RecommendationModel
  readonly #catalogue: ScoringCatalogue
  readonly #revision: number
  readonly #day: number
  readonly #weights: BlendWeights
  readonly #usable: UsableSteps
  readonly #likes: UsableLikes
  readonly #hasAny: boolean
  readonly #served: ReadonlySet<ItemId>
  readonly #own: ReadonlySet<ItemId>
  readonly #visitsWeight: number
  /** Without and with others' visits as they follow from her steps alone. */
  #withoutVisits: Blending | undefined
  #withVisits: Blending | undefined
  #last: { readonly page: string; readonly made: Blend | undefined } | undefined

  constructor(ask: Ask, person: PersonalContext, weights: BlendWeights) {
    this.#model = ask.model
    this.#catalogue = ask.catalogue
    this.#revision = ask.catalogue.revision
    this.#day = ask.page.day
    this.#weights = weights
    this.#usable = usableSteps(ask, person)
    this.#likes = usableLikes(ask, person)
    const { inVisit, kept } = this.#likes
    this.#hasAny =
      this.#usable.steps.length + kept.length + inVisit.length + person.holdings.trades.length > 0
    this.#served = servedLately(ask, person)
    this.#own = new Set(this.#usable.steps.map(({ itemId }) => itemId))
    this.#visitsWeight = visitsWeight(weights, ask.model, [...this.#own].slice(-LAST_STEPS))
  }

  isOf({ catalogue, model, page }: Ask, weights: BlendWeights): boolean {
    return (
      this.#model === model &&
      this.#catalogue === catalogue &&
      this.#revision === catalogue.revision &&
      this.#day === page.day &&
      this.#weights === weights
    )
  }

  /** The blend on a page. */
  on(ask: Ask): Blend | undefined {
    if (!this.#hasAny) return undefined
    const items = ask.page.items.filter((id) => !this.#own.has(id))
    const page = JSON.stringify([items, ask.page.cart, categoriesOf(ask)])
    if (this.#last?.page !== page) this.#last = { made: this.#make(ask, items.length > 0), page }
    return this.#last.made
  }

  #make(ask: Ask, isElsewhere: boolean): Blend | undefined {
    const ofPage: Source = {
      candidates: categoryOfPage(ask).candidates().slice(0, MOST_OF_A_SOURCE),
      weight: this.#weights.page,
    }
    this.#withoutVisits ??= Blending.of(this.#sources(ask))
    const made = isElsewhere
      ? this.#withoutVisits.with([this.#visits(ask), ofPage])
      : this.#hers(ask, this.#withoutVisits).with([ofPage])
    const candidates =
      this.#served.size === 0
        ? made
        : made.filter(({ itemId, reason }) => !this.#served.has(itemId) || reason === 'due_again')
    if (candidates.length === 0) return undefined
    const { steps, usesHistory } = this.#usable
    if (usesHistory || candidates.some(({ uses }) => uses.includes('purchase_history')))
      return { candidates, mode: 'personal' }
    return { candidates, mode: steps.length > 0 || this.#likes.kept.length === 0 ? 'session' : 'declared' }
  }

  #hers(ask: Ask, withoutVisits: Blending): Blending {
    this.#withVisits ??= withoutVisits.and([
      this.#visits({ ...ask, page: { ...ask.page, cart: [], items: [] } }),
    ])
    return this.#withVisits
  }

  #visits(ask: Ask): Source {
    const candidates =
      this.#visitsWeight > 0 ? nearVisits(ask, this.#usable, undefined, MOST_OF_A_SOURCE) : []
    return { candidates, weight: this.#visitsWeight }
  }

  #sources(ask: Ask): readonly Source[] {
    const person = ask.person as PersonalContext
    const weights = this.#weights
    const source = (
      weight: number,
      make: () => readonly Candidate[],
      rest: Partial<Source> = {},
    ): Source => ({
      candidates: weight > 0 ? make() : [],
      weight,
      ...rest,
    })
    return [
      source(weights.said, () => said(this.#likes), { by: 'both' }),
      source(weights.hints, () => nearLikes(ask, this.#likes).slice(0, MOST_OF_A_SOURCE)),
      source(weights.due, () => dueAgain(ask), { by: 'both', speaksFirst: true }),
      source(weights.basket, () => basketOf(ask)),
      source(weights.content, () => likeSteps(ask, this.#usable)),
      source(weights.taste, () => fitting(ask, person), { by: 'score' }),
      source(weights.alongside, () => alongsideHistory(ask, person, MOST_OF_A_SOURCE), { by: 'score' }),
    ]
  }
}
