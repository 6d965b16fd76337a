/**
 * What a strategy is: from what may be read to rungs of candidates, each with the reason it stands there.
 *
 * The first rung that is allowed and has something opens the slot, the next ones fill it, so that no slot
 * stays empty while the catalogue has anything to show. Without a person every rung is a pure function of
 * page, catalogue and shared counts.
 */
import type { DataCategory, ItemId, Level, Mode, ModelName, ReasonCode } from '@umiar/vocabulary'
import type { Holdings } from '../../subjects/ownership.ts'
import type { VisitStep } from '../../subjects/visit.ts'
import type { RecommendationModel } from '../ports.ts'
import type { ScoringCatalogue } from './scoring-catalogue.ts'

/** One item that may be shown, and why. */
export interface Candidate {
  readonly itemId: ItemId
  /** Higher is better; comparable within one rung only. */
  readonly score: number
  readonly reason: ReasonCode
  /** What is true of it as well, said after the reason. */
  readonly besides?: readonly ReasonCode[]
  /** The product the reason rests on, when it rests on one. */
  readonly cause?: ItemId
  /** The UTC day on which she is likely to need it again. */
  readonly dueDay?: number
  readonly uses: readonly DataCategory[]
}

export interface Rung {
  readonly mode: Mode
  /** Best first. */
  readonly candidates: () => readonly Candidate[]
  /** A list of this length or more may have been cut. */
  readonly cutAt?: number
  /** Asks a model again, for items that pass; only where the first list was cut. */
  readonly further?: (accept: (itemId: ItemId) => boolean) => readonly Candidate[]
}

/** The page, parsed. */
export interface PageContext {
  readonly items: readonly ItemId[]
  readonly cart: readonly ItemId[]
  readonly category: string | undefined
  readonly searchTerm: string | undefined
  /** UTC day on which it is shown, in days since the epoch: what is new or due depends on it. */
  readonly day: number
}

/** What of the person may be used now; all empty at level 0. */
export interface PersonalContext {
  readonly visit: readonly VisitStep[]
  readonly history: readonly VisitStep[]
  readonly likes: readonly ItemId[]
  /** Said to be good in this visit, below the level that keeps hints. */
  readonly likedInVisit: readonly ItemId[]
  /** All she bought and gave back, at level 3. */
  readonly holdings: Holdings
}

/** Everything a strategy may read. */
export interface Ask {
  readonly model: RecommendationModel
  readonly catalogue: ScoringCatalogue
  readonly page: PageContext
  readonly person: PersonalContext | undefined
}

/** A strategy of the table. */
export interface StrategyEntry {
  /** What must have learned something for it to carry a shelf. */
  readonly models: readonly ModelName[]
  /** From which level on it uses anything of the person; 0 for one that never does. */
  readonly personalFrom: Level
  /** What of the page it is about; without it, it falls to its next rung. */
  readonly about: 'page' | 'cart' | 'category' | 'person' | 'shop'
  /** Is the order itself the promise (by time, by due date, by the shop)? Then nothing mixes it. */
  readonly keepsOrder: boolean
  /** May a place go to what is new, so that it can be noticed? */
  readonly explores: boolean
  /** Rungs of its own, from the top; the table adds what everybody sees below them. */
  readonly rungs: (ask: Ask) => readonly Rung[]
}

/** Candidates asked of a model, at most. */
export const POOL = 300

/** Best first, ties by id. */
export function byScore(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...candidates].sort((a, b) => b.score - a.score || (a.itemId < b.itemId ? -1 : 1))
}
