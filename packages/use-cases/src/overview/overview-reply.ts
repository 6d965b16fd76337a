/**
 * The overview as staff reads it: seven facts, each a count or a state, none of them about a person.
 */
import type { EventStatus, Mode, PageType } from '@umiar/vocabulary'
import type { ReadinessBasis } from './readiness.ts'

/** Events with one outcome and reason. */
export interface OverviewOutcome {
  readonly status: EventStatus
  readonly reason: string | null
  readonly count: number
}

/** A shelf as it is filled for somebody nothing is known of. */
export interface OverviewShelf {
  readonly slot: string
  readonly strategy: string
  readonly page_type: PageType
  /** How the present answer is made. */
  readonly mode: Mode
  /** Slots answered since the start, and by mode; answers to persons count here and nowhere else. */
  readonly asked: number
  readonly modes: Readonly<Record<string, number>>
  readonly last_asked_at: string
  /** The product the invented page is about, `null` where the page is about none. */
  readonly example_item_id: string | null
  readonly items: readonly {
    readonly item_id: string
    readonly title: string
    readonly title_en: string | null
    readonly image_url: string | null
    readonly reason: string
  }[]
}

/** `null` is a number that rests on too few people to be told. */
export interface OverviewShelfResult {
  readonly slot: string
  readonly mode: Mode | 'unknown'
  readonly shown: number | null
  readonly clicked: number | null
  readonly bought: number | null
}

/** Sums of what is told. */
export interface OverviewFunnel {
  readonly shown: number
  readonly clicked: number
  readonly bought: number
  /** Numbers left out because they rest on too few people. */
  readonly hidden: number
}

export interface OverviewReadiness {
  readonly strategy: string
  readonly state: 'ready' | 'learning' | 'waiting'
  /** What is counted. */
  readonly basis: ReadinessBasis
  readonly have: number
  readonly need: number
  /** Carried by counts the shop gave with its catalogue. */
  readonly from_shop_counts: boolean
  /** Day (UTC) on which the missing will be there if the next days are like the last; `null` where nobody can tell. */
  readonly forecast: string | null
  /** Models and knowledge it rests on. */
  readonly uses: readonly string[]
}

/** The facts the application knows; what is not configured is added by the server. */
export interface Overview {
  readonly at: string
  readonly started_at: string
  readonly events: {
    readonly since_start: readonly OverviewOutcome[]
    /** At most 30 days, oldest first, UTC; days without an event are left out. */
    readonly days: readonly { readonly day: string; readonly outcomes: readonly OverviewOutcome[] }[]
  }
  readonly people: {
    readonly levels: readonly { readonly level: number; readonly people: number }[]
    readonly known: number
    /** Counted at level 0: their choice has run out. */
    readonly expired: number
    /** Always false: who refused as a guest left no identifier to count. */
    readonly guests_who_refused_are_known: false
  }
  readonly shelves: readonly OverviewShelf[]
  readonly results: {
    /** People under `measure` now. */
    readonly people: number
    readonly least_people: number
    readonly attribution_days: number
    readonly funnel: OverviewFunnel
    readonly shelves: readonly OverviewShelfResult[]
  }
  readonly readiness: {
    readonly learned: { readonly sessions: number; readonly views: number; readonly purchases: number }
    /** Products that may be shown. */
    readonly products: number
    readonly strategies: readonly OverviewReadiness[]
  }
  readonly requests: {
    /** Access, export, correction and erasure are answered at once; these are open or in force. */
    readonly restrictions_in_force: number
    readonly people_objecting: number
    readonly objections: Readonly<Record<string, number>>
    readonly erasures_pending: number
    /** By when the oldest pending erasure must be done. */
    readonly erasures_due_at: string | null
    /** Cut short by a crash and ended by this start. */
    readonly erasures_finished_at_start: number
    readonly done_since_start: { readonly access: number; readonly erasure: number }
  }
}
