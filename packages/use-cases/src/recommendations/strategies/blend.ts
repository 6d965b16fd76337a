/**
 * Several sources as one list: each counts by its weight, and by how high an item stands in it.
 *
 * Counts of different models have different scales, so places are added (reciprocal rank fusion, Cormack et
 * al. 2009), except where distances within a list mean something: there the score counts as a share of the
 * best of the list. An item of several sources gains by each; its reason is that of the source which adds most.
 *
 * The weights lean on what every shop has on its first day, the words of its catalogue. Others' visits are the
 * strongest source where many were learned and a weak one where few were, so their weight grows with how much
 * was learned about her last steps (`visitsWeight`) instead of being set for one kind of shop.
 */
import type { DataCategory, ItemId } from '@umiar/vocabulary'
import type { RecommendationModel } from '../ports.ts'
import { byScore, type Candidate } from './strategy.ts'

/** Share of each source in `for_you`; 0 leaves one out. */
export interface BlendWeights {
  /** Visits like hers, where next to nothing was learned. */
  readonly visits: number
  /** What is added to it where all there is to learn was learned. */
  readonly visitsLearned: number
  /** What others look at together with all she turned to. */
  readonly alongside: number
  /** The very products she says she likes. */
  readonly said: number
  /** What is near those. */
  readonly hints: number
  /** What she uses up and may need again. */
  readonly due: number
  /** What she is likely to put in the next basket. */
  readonly basket: number
  /** What is like the last things she turned to. */
  readonly content: number
  /** What has the departments, brands and traits she turns to. */
  readonly taste: number
  /** What the page itself offers anybody; never a shelf by itself. */
  readonly page: number
}

/** The shipped mixture. */
export const DEFAULT_BLEND: BlendWeights = {
  alongside: 0.5,
  basket: 0.2,
  content: 0.1,
  due: 0.8,
  hints: 0.5,
  page: 0.3,
  said: 2.5,
  taste: 2,
  visits: 0.1,
  visitsLearned: 5,
}

/** A place counts half as much as the first when so many are before it. */
const HALF_AT = 10
/** Half of all there is to learn: so many visits in all, and so many with one product. */
const HALF_LEARNED = { visits: 50_000, withItem: 20 } as const

/**
 * Weight of others' visits for somebody with these last steps.
 *
 * @param last her last items, the newest few
 */
export function visitsWeight(
  { visits, visitsLearned }: BlendWeights,
  model: RecommendationModel,
  last: readonly ItemId[],
): number {
  if (last.length === 0) return visits
  const { sessions } = model.learned
  let known = 0
  for (const id of last) {
    const withItem = model.sessionsWith(id)
    known += withItem / (withItem + HALF_LEARNED.withItem)
  }
  return visits + visitsLearned * (sessions / (sessions + HALF_LEARNED.visits)) * (known / last.length)
}

/** One list with its weight. */
export interface Source {
  readonly weight: number
  /** Best first. */
  readonly candidates: readonly Candidate[]
  /** What counts: the place (the default), the score as a share of the best, or place × score in [0, 1]. */
  readonly by?: 'place' | 'score' | 'both'
  /** Is its reason the one to name, whatever others add? */
  readonly speaksFirst?: boolean
}

type Uses = readonly DataCategory[]

/** A list of data is shared by all candidates of a source, so few pairs are ever joined. */
const joined = new WeakMap<Uses, WeakMap<Uses, Uses>>()

function bothUses(one: Uses, other: Uses): Uses {
  if (one === other) return one
  const known = joined.get(one)
  const before = known?.get(other)
  if (before !== undefined) return before
  const both = sharedUses([...one, ...other])
  if (known === undefined) joined.set(one, new WeakMap([[other, both]]))
  else known.set(other, both)
  return both
}

const sharedLists = new Map<string, Uses>()

/** The one list of these data, the same array whenever they are the same: there are few sets of them. */
export function sharedUses(categories: Iterable<DataCategory>): Uses {
  const sorted = [...new Set(categories)].sort()
  const name = sorted.join()
  const known = sharedLists.get(name)
  if (known !== undefined) return known
  const list = Object.freeze(sorted)
  sharedLists.set(name, list)
  return list
}

interface Standing {
  best: Candidate
  /** What the source of `best` adds. */
  share: number
  score: number
  uses: Uses
}

/** What sources say together, kept so that others can be added to it later. */
export class Blending {
  readonly #found: ReadonlyMap<ItemId, Standing>
  /** Best first. */
  readonly candidates: readonly Candidate[]

  private constructor(found: ReadonlyMap<ItemId, Standing>, candidates: readonly Candidate[]) {
    this.#found = found
    this.candidates = candidates
  }

  static of(sources: readonly Source[]): Blending {
    const found = new Map<ItemId, Standing>()
    for (const source of sources) addTo(found, source)
    return new Blending(found, byScore(asCandidates(found)))
  }

  /** The list with more sources in it; this one stays as it is. Cost: O(what they add + what is here). */
  with(sources: readonly Source[]): readonly Candidate[] {
    const added = this.#added(sources)
    return added.size === 0 ? this.candidates : merged(this.candidates, byScore(asCandidates(added)), added)
  }

  /** The same, ready for still more. */
  and(sources: readonly Source[]): Blending {
    const added = this.#added(sources)
    return new Blending(new Map([...this.#found, ...added]), this.with(sources))
  }

  #added(sources: readonly Source[]): ReadonlyMap<ItemId, Standing> {
    const added = new Map<ItemId, Standing>()
    for (const source of sources) addTo(added, source, this.#found)
    return added
  }
}

function addTo(
  found: Map<ItemId, Standing>,
  { by, candidates, speaksFirst, weight }: Source,
  below?: ReadonlyMap<ItemId, Standing>,
): void {
  const top = candidates[0]?.score ?? 0
  if (!(weight > 0) || !(top > 0)) return
  for (let place = 0; place < candidates.length; place++) {
    const candidate = candidates[place] as Candidate
    const high = HALF_AT / (HALF_AT + place)
    const part = by === 'score' ? candidate.score / top : by === 'both' ? high * candidate.score : high
    const gain = weight * part
    const share = speaksFirst === true ? Number.POSITIVE_INFINITY : gain
    let standing = found.get(candidate.itemId)
    if (standing === undefined) {
      const known = below?.get(candidate.itemId)
      if (known === undefined) {
        found.set(candidate.itemId, { best: candidate, score: gain, share, uses: candidate.uses })
        continue
      }
      standing = { best: known.best, score: known.score, share: known.share, uses: known.uses }
      found.set(candidate.itemId, standing)
    }
    standing.score += gain
    standing.uses = bothUses(standing.uses, candidate.uses)
    if (share <= standing.share) continue
    standing.best = candidate
    standing.share = share
  }
}

function asCandidates(found: ReadonlyMap<ItemId, Standing>): readonly Candidate[] {
  const list: Candidate[] = []
  for (const { best, score, uses } of found.values()) list.push({ ...best, score, uses })
  return list
}

/** Two ordered lists as one; what stands in both is taken from the second. */
function merged(
  first: readonly Candidate[],
  second: readonly Candidate[],
  inSecond: { has(id: ItemId): boolean },
): readonly Candidate[] {
  const list: Candidate[] = []
  let at = 0
  for (const one of first) {
    if (inSecond.has(one.itemId)) continue
    while (at < second.length && comesFirst(second[at] as Candidate, one))
      list.push(second[at++] as Candidate)
    list.push(one)
  }
  while (at < second.length) list.push(second[at++] as Candidate)
  return list
}

function comesFirst(one: Candidate, other: Candidate): boolean {
  return one.score > other.score || (one.score === other.score && one.itemId < other.itemId)
}
