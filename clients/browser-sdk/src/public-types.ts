/**
 * `window.umiar` and the details of its events.
 */
/** How saving a level ended. */
export type Saved =
  | {
      readonly ok: true
      readonly level: number
      /** Tables whose rows were deleted. */
      readonly removed: readonly string[]
      /** Does the browser keep it beyond this page? */
      readonly kept: boolean
    }
  | {
      readonly ok: false
      /** `notice_outdated`, `offline`, `not_set_up`, or another code of the engine. */
      readonly code: string
    }

/** What a person may say to a product. */
export type FeedbackKind = 'like' | 'hide' | 'not_for_me' | 'gift' | 'already_have' | 'forget'

/** What became of it; `undefined` if nobody is known or the engine did not answer. */
export type FeedbackStatus = 'accepted' | 'session_only' | 'dropped_no_consent' | undefined

/** Detail of `umiar:answer`, dispatched by an `<umiar-shelf>` and bubbling. */
export interface ShelfAnswer {
  readonly slot: string
  readonly rec_id: string
  readonly mode: string
  readonly items: readonly {
    readonly item_id: string
    readonly position: number
    readonly reasons: readonly { readonly code: string; readonly text: string }[]
  }[]
  /** How many products each rule kept away from this shelf. */
  readonly removed?: Readonly<Record<string, number>>
  /** Categories of data behind the whole answer. */
  readonly data_used: readonly string[]
}

/** Detail of `umiar:failed`: the shop's own shelf stays. */
export interface ShelfFailure {
  /**
   * `late`, `offline`, `no_cards`, `no_room`, `not_set_up`, `unreadable`, or a code of the engine such
   * as `strategy_unknown`
   */
  readonly reason: string
}

/** Detail of `umiar:level`, dispatched on the document after a level was saved. */
export interface LevelChange {
  readonly level: number
  /** Tables whose rows were deleted. */
  readonly removed: readonly string[]
}

/** The script on a page. Nothing here throws; promises never reject. */
export interface Umiar {
  /** Notes an event of the shop; without a saved level of 1 or more it does nothing. */
  track(name: string, fields?: Readonly<Record<string, unknown>>): void
  /** Says something to a product in the person's name. */
  feedback(itemId: string, kind: FeedbackKind, recId?: string): Promise<FeedbackStatus>
  /** Asks again for all shelves of the page. */
  refresh(): Promise<unknown>
  /**
   * Saves a level. Only from an act of the person.
   *
   * @param noticeVersion the version of the text she had before her; the one in force if absent
   */
  setLevel(level: number, noticeVersion?: string): Promise<Saved>
  /** The level in force: 0 for whoever never chose; `undefined` if the shop's server cannot tell. */
  level(): Promise<number | undefined>
  /** Removes everything this script left on the device. It erases nothing at the shop. */
  forget(): void
}

declare global {
  interface Window {
    umiar?: Umiar
  }
}
