/**
 * Everything the quality report shows, as figures: collected first, drawn afterwards.
 */
import type { Evaluation } from '../evaluate.ts'
import type { Simulation } from './simulated-file.ts'

/** One strategy over all questions, in the names of `--json`. */
export interface StrategyFigures
  extends Pick<
    Evaluation,
    'coverage' | 'hit_rate' | 'mrr' | 'ndcg' | 'popularity_bias' | 'recall' | 'strategy'
  > {}

/** What an answer may use, from nothing to earlier visits. */
export type LogStep = 'popular' | 'page' | 'visit' | 'history'

export interface StepFigures {
  readonly step: LogStep
  readonly hit_rate: number
  readonly mrr: number
  readonly ndcg: number
}

/** Hits among the questions of one kind. */
export interface HitsOf {
  readonly cases: number
  readonly hit_rate: number
}

/** How places are spread over products. */
export interface Spread {
  /** 0 even … 1 all to one product. */
  readonly gini: number
  /** Share of places that the least shown products have, at even steps of the products from 0 to 1. */
  readonly lorenz: readonly number[]
  /** Share of products, the most shown, that has half of the places. */
  readonly half_to: number
}

export interface MixFigures {
  /** Mean over questions of how much of the list lies inside the person's own proportions; in [0, 1]. */
  readonly overlap: number
  /** Largest categories first, then all others together under an empty name. */
  readonly categories: readonly { readonly name: string; readonly steps: number; readonly lists: number }[]
}

export interface ReportFigures {
  readonly evaluation: Evaluation
  /** Name of the log file, without folders. */
  readonly log: string
  /** RFC 3339 day. */
  readonly date: string
  readonly strategies: readonly StrategyFigures[]
  readonly levels: { readonly cases: number; readonly steps: readonly StepFigures[] }
  readonly exposure: { readonly shown: Spread; readonly chosen: Spread }
  /** Was a list of products given? */
  readonly hasItems: boolean
  /** Absent without categories. */
  readonly mix: MixFigures | undefined
  readonly prefixes: readonly (HitsOf & { readonly from: number; readonly to: number | undefined })[]
  /** Absent without times. `from` is undefined for what was never seen before. */
  readonly ages:
    | readonly (HitsOf & { readonly from: number | undefined; readonly to: number | undefined })[]
    | undefined
  readonly sweep: {
    readonly cases: number
    readonly shares: readonly {
      readonly share: number
      readonly sessions: number
      readonly hit_rate: number
      readonly ndcg: number
    }[]
  }
  readonly simulations: readonly Simulation[]
}
