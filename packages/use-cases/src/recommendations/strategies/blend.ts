/**
 * Several sources as one list: each counts by its weight, and by how high an item stands in it.
 *
 * Places and not scores are added, since counts of different models have different scales (reciprocal rank
 * fusion, Cormack et al. 2009). An item of several sources gains by each; its reason is that of the source
 * which adds most.
 */
import type { DataCategory, ItemId } from '@umiar/vocabulary'
import { byScore, type Candidate } from './strategy.ts'

/** Share of each source in `for_you`; 0 leaves one out. */
export interface BlendWeights {
  /** Visits like hers: what she does now and did before. */
  readonly visits: number
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
  basket: 0.2,
  content: 0.1,
  due: 0.8,
  hints: 0.5,
  page: 0.4,
  said: 2.5,
  taste: 2,
  visits: 0.3,
}

/** A place counts half as much as the first when so many are before it. */
const HALF_AT = 10

/** One list with its weight. */
export interface Source {
  readonly weight: number
  /** Best first. */
  readonly candidates: readonly Candidate[]
  /** Does its score in [0, 1] count as well as its place? */
  readonly byScore?: boolean
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
  const both = [...new Set([...one, ...other])]
  if (known === undefined) joined.set(one, new WeakMap([[other, both]]))
  else known.set(other, both)
  return both
}

/** All sources as one list, best first; scores are sums of weights × how high it stands. */
export function blended(sources: readonly Source[]): readonly Candidate[] {
  const speaking = sources.filter(({ candidates, weight }) => weight > 0 && candidates.length > 0)
  const only = speaking[0]
  if (only === undefined) return []
  if (speaking.length === 1) return only.candidates
  const found = new Map<ItemId, { best: Candidate; share: number; score: number; uses: Uses }>()
  for (const { byScore: countsScore, candidates, speaksFirst, weight } of speaking) {
    for (const [place, candidate] of candidates.entries()) {
      const high = HALF_AT / (HALF_AT + place)
      const share = weight * (countsScore === true ? high * candidate.score : high)
      const before = found.get(candidate.itemId)
      if (before === undefined) {
        const named = speaksFirst === true ? Number.POSITIVE_INFINITY : share
        found.set(candidate.itemId, { best: candidate, score: share, share: named, uses: candidate.uses })
        continue
      }
      before.score += share
      before.uses = bothUses(before.uses, candidate.uses)
      if (speaksFirst === true) Object.assign(before, { best: candidate, share: Number.POSITIVE_INFINITY })
      else if (share > before.share) Object.assign(before, { best: candidate, share })
    }
  }
  return byScore([...found.values()].map(({ best, score, uses }) => ({ ...best, score, uses })))
}
