/**
 * The shop's own search results in an order of the person's, as far as the shop wants it and she agreed.
 *
 * The same gate, governor and evidence as for recommendations. Without an open gate, and at strength 0, nothing
 * about anybody is read: the list stays as the shop gave it, but for merchandising, which is the same for
 * everybody. Nothing ever joins a list; what leaves it is what she never wants to see.
 */
import { consentRefOf } from '@umiar/crypto'
import {
  type DataCategory,
  DomainError,
  type Fault,
  type ItemId,
  itemId,
  type Locale,
  localeOf,
  type Mode,
  type Product,
} from '@umiar/vocabulary'
import type { Caller } from '../application.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Merchandising } from '../merchandising/merchandising.ts'
import { promotionsOn } from '../merchandising/on-page.ts'
import { type DecisionPorts, keepDecision, restsOnPerson } from '../recommendations/keep-decision.ts'
import { type Person, personOf } from '../recommendations/person.ts'
import type { RecommendationModel } from '../recommendations/ports.ts'
import { publicItem } from '../recommendations/recommend.ts'
import type { PersonalContext } from '../recommendations/strategies/strategy.ts'
import type { SubjectMemory } from '../subjects/subject-memory.ts'
import type { RankedItem, RankReply, RankRequest } from './calls.ts'
import { orderItems, type Placed } from './order-items.ts'
import { type Leanings, type PersonalScore, personalScores } from './personal-scores.ts'

export interface RankPorts extends DecisionPorts {
  readonly memory: SubjectMemory
  readonly catalogue: Catalogue
  readonly merchandising: Merchandising
  readonly model: () => RecommendationModel
  readonly indexKey: Uint8Array
  /** Where people see and change what is used. */
  readonly privacyUrl: string
}

/** The name under which a ranking stands among slots: in evidence, measuring and rules. */
export const RANK_SLOT = 'rank'
const USUAL_STRENGTH = 0.5
const MOST_ITEMS = 1_000
/** Items of an evidence record; the first ones are what anybody asks about. */
const MOST_EVIDENCE = 50
const MOST_STEPS = 20
const MOST_LIKES = 20

/** @throws DomainError `invalid_request`, `invalid_id`, `identity_not_proven` */
export async function rank(
  ports: RankPorts,
  caller: Caller,
  request: RankRequest,
  nowMs: number,
): Promise<RankReply> {
  const strength = checkStrength(request.strength)
  const given = checkItems(request.items)
  const person = await personOf(ports.memory, caller, request.visitor, nowMs)
  // At strength 0 the shop asks for its own order: no purpose needs her data.
  const ranking = rankFor(ports, request, given, strength, strength === 0 ? undefined : person, nowMs)
  const isAboutPerson = person !== undefined && restsOnPerson(ranking.uses)
  const model = ports.model()
  const decision = {
    atMs: nowMs,
    dataUsed: ranking.uses,
    items: ranking.placed.slice(0, MOST_EVIDENCE).map(({ cause, itemId: id, promoted, reason }) => ({
      itemId: id,
      reasons: promoted === undefined ? [reason] : [reason, promoted],
      ...(cause === undefined ? {} : { cause }),
    })),
    mode: ranking.mode,
    modelVersion: model.version,
    slot: RANK_SLOT,
  }
  const { version } = ports.catalogue
  const { merchandising } = ranking
  const cause = {
    catalogue: version,
    context: request.context,
    items: ranking.placed,
    merchandising,
    strength,
  }
  const shortened = Math.max(0, ranking.placed.length - MOST_EVIDENCE)
  const recId = keepDecision(ports, isAboutPerson ? person : undefined, decision, cause, shortened)
  return {
    consent_ref: isAboutPerson
      ? consentRefOf(ports.indexKey, person.record.subject, person.record.consent?.consentSeq ?? 0)
      : null,
    controls: { change_url: ports.privacyUrl, why_url: `${ports.privacyUrl}#why` },
    data_used: [...ranking.uses].sort(),
    items: ranking.placed.map((placed, index) =>
      publicPlace(ports.catalogue, placed, index, localeOf(request.context.locale), request.explain),
    ),
    mode: ranking.mode,
    model: {
      trained_at: model.trainedAtMs === undefined ? null : new Date(model.trainedAtMs).toISOString(),
      version: model.version,
    },
    rec_id: recId,
    removed: ranking.removed,
    ...(merchandising === undefined ? {} : { merchandising }),
  }
}

interface Ranking {
  readonly placed: readonly Placed[]
  readonly mode: Mode
  readonly uses: readonly DataCategory[]
  readonly removed: Readonly<Record<string, number>>
  readonly merchandising: readonly string[] | undefined
}

function rankFor(
  ports: RankPorts,
  request: RankRequest,
  given: readonly ItemId[],
  strength: number,
  person: Person | undefined,
  nowMs: number,
): Ranking {
  const { catalogue } = ports
  const uses = new Set<DataCategory>(['page_context'])
  const removed: Record<string, number> = {}
  const kept = given.filter((id) => {
    const hides = catalogue.product(id)?.available === false && request.hide_unavailable === true
    const rule = hides ? 'unavailable' : person?.never.has(id) === true ? 'never_show' : undefined
    if (rule === undefined) return true
    removed[rule] = (removed[rule] ?? 0) + 1
    uses.add(hides ? 'catalogue' : (person?.never.categoryFor(id) as DataCategory))
    return false
  })
  // Unknown and sold-out products keep their places, and sensitive ones, of which nothing is concluded (Art. 9).
  const judged = (id: ItemId): Product | undefined => {
    const product = catalogue.product(id)
    return product?.available === true && !product.sensitive ? product : undefined
  }
  const scores = person === undefined ? NO_SCORES : scoresOf(ports, kept.filter(judged), person, uses)
  const promotions = promotionsOn(ports.merchandising, catalogue.product, request.context, RANK_SLOT, nowMs)
  if (promotions !== undefined) uses.add('catalogue')
  return {
    merchandising: promotions?.ruleIds,
    mode: modeOf(uses),
    placed: orderItems(kept, judged, scores, strength, promotions),
    removed,
    uses: [...uses],
  }
}

const NO_SCORES: ReadonlyMap<ItemId, PersonalScore> = new Map()

/** What speaks for each item; the data it rests on join `uses`. */
function scoresOf(
  { catalogue, model }: RankPorts,
  items: readonly ItemId[],
  person: Person,
  uses: Set<DataCategory>,
): ReadonlyMap<ItemId, PersonalScore> {
  // What she owns and keeps is found where it stands, and not brought forward.
  const isOwned = (id: ItemId): boolean => catalogue.product(id)?.durable === true && person.bought.has(id)
  const wanted = items.filter((id) => !isOwned(id))
  const leanings = leaningsOf(person.context, (id) => catalogue.isSensitive(id))
  const scores = personalScores(model(), catalogue.product, wanted, leanings)
  if (scores.size === 0) return NO_SCORES
  for (const id of items) if (isOwned(id)) uses.add(person.bought.categoryFor(id) as DataCategory)
  for (const { use } of [...leanings.steps, ...leanings.likes]) uses.add(use)
  uses.add('catalogue').add('shared_counts')
  return scores
}

/** Her last steps and hints as far as an answer may rest on them. */
function leaningsOf(
  { history, likedInVisit, likes, visit }: PersonalContext,
  isSensitive: (id: ItemId) => boolean,
): Leanings {
  const steps = [
    ...history.map((step) => ({
      ...step,
      use: step.kind === 'view' ? ('view_history' as const) : ('purchase_history' as const),
    })),
    ...visit.map((step) => ({ ...step, use: 'session_events' as const })),
  ]
  const hints = [
    ...likes.map((id) => ({ itemId: id, use: 'declared_taste' as const })),
    ...likedInVisit.map((id) => ({ itemId: id, use: 'session_events' as const })),
  ]
  return {
    likes: hints.filter((hint) => !isSensitive(hint.itemId)).slice(0, MOST_LIKES),
    steps: steps.filter((step) => !isSensitive(step.itemId)).slice(-MOST_STEPS),
  }
}

function modeOf(uses: ReadonlySet<DataCategory>): Mode {
  if (uses.has('view_history') || uses.has('purchase_history')) return 'personal'
  if (uses.has('session_events')) return 'session'
  return uses.has('declared_taste') ? 'declared' : 'context'
}

function publicPlace(
  catalogue: Catalogue,
  { cause, itemId: id, moved, promoted, reason, score }: Placed,
  index: number,
  locale: Locale,
  explain: boolean | undefined,
): RankedItem {
  const candidate = {
    itemId: id,
    reason,
    score,
    uses: [],
    ...(promoted === undefined ? {} : { besides: [promoted] }),
    ...(cause === undefined ? {} : { cause }),
  }
  const item = publicItem(catalogue, candidate, index, locale, explain)
  return moved === 0 ? item : { ...item, moved }
}

function checkStrength(strength: number | undefined): number {
  if (strength === undefined) return USUAL_STRENGTH
  if (strength >= 0 && strength <= 1) return strength
  throw refused([{ code: 'strength_invalid', message: 'must be a number from 0 to 1', pointer: '/strength' }])
}

function checkItems(given: readonly string[]): readonly ItemId[] {
  if (given.length === 0 || given.length > MOST_ITEMS) {
    const message = `must hold 1–${MOST_ITEMS} ids`
    throw refused([{ code: 'items_invalid', message, pointer: '/items' }])
  }
  const seen = new Set<ItemId>()
  const repeated: Fault[] = []
  const ids = given.map((id, index) => {
    const checked = itemId(id, `items/${index}`)
    if (seen.has(checked))
      repeated.push({
        code: 'item_repeated',
        message: 'stands in the list before',
        pointer: `/items/${index}`,
      })
    seen.add(checked)
    return checked
  })
  if (repeated.length > 0) throw refused(repeated)
  return ids
}

function refused(faults: readonly Fault[]): DomainError {
  return new DomainError('invalid_request', 'The list cannot be ranked.', {}, faults)
}
