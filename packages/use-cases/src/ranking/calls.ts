/** What is asked of and told by `POST /v1/rank`, in the names of the API. */
import type { RecommendationsReply, RecommendationsRequest, RecommendedItem } from '../application.ts'

export interface RankRequest {
  readonly visitor?: RecommendationsRequest['visitor']
  readonly context: RecommendationsRequest['context']
  /** 1–1,000 distinct ids in the shop's own order, best first. */
  readonly items: readonly string[]
  /** 0 keeps that order, 1 gives the personal one; 0.5 if absent. */
  readonly strength?: number | undefined
  /** Leave out what is sold out? Default false: who searches may want to know that it exists. */
  readonly hide_unavailable?: boolean | undefined
  readonly explain?: boolean | undefined
}

export interface RankedItem extends RecommendedItem {
  /** Places up (above 0) or down; absent where it stands as it came. */
  readonly moved?: number
}

export interface RankReply extends Omit<RecommendationsReply, 'slots'> {
  readonly rec_id: string
  readonly mode: string
  readonly items: readonly RankedItem[]
  /** Left out, counted by rule. */
  readonly removed: Readonly<Record<string, number>>
  readonly model: { readonly version: string; readonly trained_at: string | null }
  /** Merchandising rules in force, if there are any: the same for everybody on the page. */
  readonly merchandising?: readonly string[]
}
