/**
 * The application as its callers see it: one function per capability, HTTP-free.
 *
 * `apps/server` translates HTTP to these calls and back; `compose` (same package as the server) binds
 * them to a store. Field names are `snake_case` where they are the public API's.
 */
import type { AliasHash, Level, Locale, PageType, Product } from '@umiar/vocabulary'
import type { BeginImport, ImportedConsent, ImportedConsentResult, ImportReply } from './imports/calls.ts'
import type { MerchandisingReply } from './merchandising/calls.ts'
import type { Overview } from './overview/overview-reply.ts'
import type { RankReply, RankRequest } from './ranking/calls.ts'

/** Who calls. Keys and token signatures are checked by the server before. */
export interface Caller {
  readonly kind: 'publishable' | 'secret' | 'staff' | 'shopper'
  /** For a shopper token: whose it is, and when it was issued. */
  readonly alias?: AliasHash
  readonly issuedAtMs?: number
}

/** Names a request gives for the visitor. */
export interface VisitorNames {
  readonly anonymous_id?: string | undefined
  readonly user_id?: string | undefined
  readonly session_id?: string | undefined
}

export interface EventResult {
  readonly event_id: string | null
  readonly status:
    | 'accepted'
    | 'session_only'
    | 'duplicate'
    | 'dropped_no_consent'
    | 'dropped_retention'
    | 'invalid'
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly message: string }[]
  readonly warnings?: readonly { readonly code: string; readonly field: string }[]
}

export interface EventsReply {
  readonly results: readonly EventResult[]
  readonly counts: Readonly<Record<string, number>>
}

export interface RecommendationsRequest {
  readonly visitor?: VisitorNames | undefined
  readonly context: {
    readonly page_type: PageType
    readonly item_ids?: readonly string[] | undefined
    readonly category?: string | undefined
    readonly cart_item_ids?: readonly string[] | undefined
    readonly search_term?: string | undefined
    readonly locale?: string | undefined
  }
  readonly slots: readonly SlotRequest[]
  readonly explain?: boolean | undefined
}

export interface SlotRequest {
  readonly id: string
  readonly strategy?: string | undefined
  /** 1–100. */
  readonly limit: number
  readonly exclude_ids?: readonly string[] | undefined
  /** Typed expression, see `privacy/governor/filter.ts`. */
  readonly filter?: unknown
  /** How different the products of the slot are, 0–1. */
  readonly diversity?: number | undefined
  /** How closely a personal slot keeps to the shares of her tastes, 0–1. */
  readonly calibration?: number | undefined
  /** Share of the places for what is new, 0–1. */
  readonly exploration?: number | undefined
}

export interface RecommendedItem {
  readonly item_id: string
  readonly position: number
  /** Staff brought it to its place, for everybody alike. */
  readonly label?: 'promoted'
  readonly score?: number
  readonly reasons: readonly {
    readonly code: string
    readonly text: string
    readonly rests_on?: readonly string[]
    /** Day (UTC) on which she is likely to need it again. */
    readonly due?: string
  }[]
}

export interface SlotReply {
  /** Ids of the merchandising rules in force, if there are any: the same for everybody on the page. */
  readonly merchandising?: readonly string[]
  readonly slot: string
  readonly rec_id: string
  readonly mode: string
  readonly items: readonly RecommendedItem[]
  /** Removed candidates, counted by rule. */
  readonly removed: Readonly<Record<string, number>>
  readonly model: { readonly version: string; readonly trained_at: string | null }
}

export interface RecommendationsReply {
  readonly slots: readonly SlotReply[]
  readonly data_used: readonly string[]
  readonly consent_ref: string | null
  readonly controls: { readonly why_url: string; readonly change_url: string }
}

/** Asks what a level would show. Names no visitor: the answer is about nobody. */
export interface PreviewRequest {
  /** 0–3. */
  readonly level: number
  readonly context: RecommendationsRequest['context']
  readonly slots: readonly SlotRequest[]
}

export interface PreviewReply {
  readonly slots: readonly Pick<SlotReply, 'slot' | 'mode' | 'items' | 'removed' | 'merchandising'>[]
  /** Of the invented person; what the level would use of a real one. */
  readonly data_used: readonly string[]
  /** Null at level 0, which uses nothing of anybody, and where the catalogue is empty. */
  readonly example: PreviewExample | null
}

/** The invented person of a preview, said to be invented. */
export interface PreviewExample {
  readonly viewed: readonly string[]
  readonly likes: readonly string[]
  readonly bought: readonly string[]
  /** A sentence that says who she is and that she is invented. */
  readonly text: string
}

/** An evidence record; `items` says what was shown and why. */
export interface DecisionReply {
  readonly rec_id: string
  readonly at: string
  readonly slot: string
  readonly mode: string
  readonly items: readonly {
    readonly item_id: string
    readonly reasons: readonly string[]
    /** The product the reason rests on. */
    readonly rests_on?: string
  }[]
  /** Items shown but left out of the record to keep it small. */
  readonly items_shortened: number
  readonly data_used: readonly string[]
  readonly purposes: readonly string[]
  readonly consent_ref: string | null
  readonly model_version: string
}

export interface FeedbackRequest {
  readonly visitor?: VisitorNames | undefined
  readonly item_id: string
  readonly feedback: 'like' | 'hide' | 'not_for_me' | 'gift' | 'already_have' | 'forget'
  readonly rec_id?: string | undefined
}

export interface ConsentChoice {
  readonly level?: number | undefined
  readonly purposes?: Readonly<Record<string, boolean>> | undefined
  readonly switches?: Readonly<Record<string, boolean>> | undefined
  readonly notice_version: string
  readonly locale: string
  readonly method: 'banner' | 'centre' | 'widget' | 'form' | 'api'
}

export interface ConsentReply {
  readonly consent_ref: string | null
  readonly level: Level
  /** Every consent purpose in use, granted or not. */
  readonly purposes: Readonly<Record<string, boolean>>
  readonly switches: Readonly<Record<string, boolean>>
  readonly signals: { readonly gpc: boolean }
  /** Null until receipts are issued. */
  readonly receipt_id: string | null
  readonly effective_at: string | null
  readonly expires_at: string | null
  readonly restricted: boolean
  readonly objected: readonly string[]
  /** Rows deleted because the choice no longer allows them, by table. */
  readonly removed?: readonly string[]
}

export interface ConsentPolicyReply {
  readonly notice_version: string
  readonly locale: Locale
  readonly levels: readonly {
    readonly level: number
    readonly name: string
    readonly line: string
    readonly offered: boolean
  }[]
  readonly purposes: readonly {
    readonly purpose: string
    readonly basis: string
    readonly least_level: number
    readonly granted_by: string
    readonly name: string
    readonly why: string
  }[]
  readonly switches: readonly { readonly name: string; readonly purpose: string; readonly label: string }[]
  readonly retention: readonly { readonly table: string; readonly name: string; readonly days: number }[]
  readonly texts: { readonly withdraw: string; readonly after_erasure: string }
}

export interface MeReply {
  readonly known: boolean
  readonly consent: ConsentReply
  readonly held: readonly {
    readonly table: string
    readonly name: string
    readonly rows: number
    /** The day of the oldest row begins. */
    readonly oldest_at: string | null
    /** The oldest rows are deleted. */
    readonly expires_first_at: string | null
    /** The newest rows are deleted. */
    readonly kept_until: string | null
  }[]
}

/** Her hints: what she likes, what not to show, what she has already. */
export interface TasteLists {
  readonly likes: readonly string[]
  readonly never: readonly string[]
  readonly have: readonly string[]
}

/** Everything held about the person, readable and complete. */
export interface MeData {
  readonly exported_at: string
  readonly consent: ConsentReply
  readonly consent_history: readonly ConsentHistoryEntry[]
  readonly taste: TasteLists
  readonly events: readonly Readonly<Record<string, unknown>>[]
  readonly visit: readonly Readonly<Record<string, unknown>>[]
  /** What was counted of her under `measure`. */
  readonly measured: readonly Readonly<Record<string, unknown>>[]
  readonly decisions: readonly DecisionReply[]
}

export interface ConsentHistoryEntry {
  readonly consent_ref: string
  readonly level: number
  readonly purposes: readonly string[]
  readonly switches_off: readonly string[]
  readonly restricted: boolean
  readonly objected: readonly string[]
  readonly notice_version: string
  readonly locale: string
  readonly method: string
  readonly at: string
  /** The shop's own name for the record an imported choice came from. */
  readonly source_ref?: string
}

export interface EraseReply {
  readonly erased: true
  readonly erased_at: string
  readonly removed: Readonly<Record<string, number>>
  readonly remains: readonly string[]
}

/** A product as the API takes it; parsed by `formats`. */
export type ProductInput = unknown

export interface Application {
  recordEvents(caller: Caller, body: { readonly events: readonly unknown[] }): Promise<EventsReply>

  putProduct(id: string, product: ProductInput): Promise<Product>
  /** All or nothing: one bad product refuses the batch with a pointer to it. */
  putProducts(products: readonly ProductInput[]): Promise<{ readonly count: number }>
  setAvailability(id: string, available: boolean): Promise<Product>
  deleteProduct(id: string): Promise<void>
  product(id: string): Product | undefined
  products(): readonly Product[]

  recommend(caller: Caller, request: RecommendationsRequest): Promise<RecommendationsReply>
  /** The shop's own list in an order of the person's; adds nothing to it. */
  rank(caller: Caller, request: RankRequest): Promise<RankReply>
  /** What staff pins, boosts and buries, for everybody alike. */
  merchandising(): MerchandisingReply
  /** Puts rules in the place of those before: all or none. */
  putMerchandising(body: { readonly rules: readonly unknown[] }): Promise<MerchandisingReply>
  /** The page at a level, for an invented person. Opens no grant, reads no row, leaves no trace. */
  previewLevel(request: PreviewRequest): PreviewReply
  decision(caller: Caller, recId: string): Promise<DecisionReply>
  feedback(
    caller: Caller,
    request: FeedbackRequest,
  ): Promise<{ readonly status: 'accepted' | 'session_only' | 'dropped_no_consent' }>

  /** The keyed hash a shopper token names; creates no subject. */
  aliasFor(names: VisitorNames): AliasHash
  /** Forgets the visit in memory: sign-out. */
  endVisit(caller: Caller): void

  consentPolicy(locale: Locale): ConsentPolicyReply
  putConsent(
    caller: Caller,
    names: VisitorNames | undefined,
    choice: ConsentChoice,
    gpc: boolean,
  ): Promise<ConsentReply>
  consent(caller: Caller | undefined, gpc: boolean): Promise<ConsentReply>
  consentHistory(caller: Caller): Promise<readonly ConsentHistoryEntry[]>

  me(caller: Caller, locale: Locale): Promise<MeReply>
  meData(caller: Caller): Promise<MeData>
  meUses(caller: Caller): Promise<readonly DecisionReply[]>
  /** Sentences: what was shown lately and what it rested on. */
  meWhy(
    caller: Caller,
    locale: Locale,
  ): Promise<
    readonly {
      readonly at: string
      readonly item_id: string
      readonly title: string
      readonly text: string
    }[]
  >
  /** `have` stays as it is unless it is named. */
  putTaste(
    caller: Caller,
    taste: {
      readonly likes: readonly string[]
      readonly never: readonly string[]
      readonly have?: readonly string[] | undefined
    },
  ): Promise<TasteLists & { readonly kept: 'stored' | 'visit' }>
  /** `maxTokenAgeMs` is checked against the caller's token for a shopper. */
  erase(caller: Caller, names?: VisitorNames): Promise<EraseReply>
  setRestriction(caller: Caller, restricted: boolean): Promise<ConsentReply>
  setObjection(caller: Caller, purpose: string, objected: boolean): Promise<ConsentReply>

  /** The register of imports, oldest first. */
  imports(): readonly ImportReply[]
  /** Notes an import, or finds the same one begun before. */
  beginImport(request: BeginImport): Promise<ImportReply>
  /** Records consents for an import under way; never over a person's own decision. */
  importConsents(
    importId: string,
    people: readonly ImportedConsent[],
  ): Promise<{ readonly results: readonly ImportedConsentResult[] }>
  finishImport(importId: string, counts: Readonly<Record<string, number>>): Promise<ImportReply>

  /** Deletes what has outlived its retention; model state follows. Run hourly. */
  enforceRetention(): Promise<void>
  /** Ends visits that have been silent too long. Run every few seconds. @returns how many */
  sweepVisits(): number
  /** Seven facts for staff, none about a person. */
  overview(): Overview
  readiness(): Promise<Readiness>
  /** Counters for `/metrics`: name → value, no labels that name a person. */
  counters(): Readonly<Record<string, number>>
  stateHash(): Promise<string>
  /** Writes what is pending; later calls fail with `store_unavailable`. */
  close(): Promise<void>
}

export interface Readiness {
  readonly ready: boolean
  readonly store: 'ok' | 'full' | 'unavailable'
  readonly learner: 'ok' | 'replaying'
  readonly model_version: string
  readonly products: number
}
