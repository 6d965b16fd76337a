/** What staff asks and is told about merchandising rules, in the names of the API. */

export interface MerchandisingReply {
  /** As they were given, each with `state`: active, scheduled, ended or off. */
  readonly rules: readonly Readonly<Record<string, unknown>>[]
  readonly updated_at: string | null
}
