/**
 * The one list of error codes, and the error that carries them.
 *
 * Codes are public and stable: clients branch on them. The list equals `docs/reference/errors.md`
 * in both directions by test. Facts never carry personal data.
 */

/** HTTP status and title of every code, in the order of the documentation page. */
export const ERROR_CODES = {
  malformed_json: [400, 'The body is not valid JSON'],
  key_missing: [401, 'No key was given'],
  key_unknown: [401, 'The key is not known'],
  token_invalid: [401, 'The shopper token is not valid'],
  token_expired: [401, 'The shopper token has expired'],
  token_revoked: [401, 'The shopper token was revoked'],
  key_kind_not_allowed: [403, 'This kind of key may not do that'],
  origin_not_allowed: [403, 'The key is not bound to this origin'],
  identity_not_proven: [403, 'The identity is not proven'],
  basis_not_allowed: [403, 'Imports on this basis are not offered here'],
  token_too_old: [403, 'The shopper token is too old for this act'],
  not_found: [404, 'Nothing is found here'],
  method_not_allowed: [405, 'The method is not offered here'],
  notice_outdated: [409, 'The privacy notice has a newer version'],
  body_too_large: [413, 'The body is too large'],
  media_type_not_supported: [415, 'The media type is not supported'],
  invalid_request: [422, 'The request does not fit its schema'],
  invalid_id: [422, 'An id is not usable'],
  level_too_low: [422, 'The purpose needs a higher level'],
  level_not_offered: [422, 'The level is not offered by this shop'],
  purpose_unknown: [422, 'The purpose is not known'],
  purpose_not_in_use: [422, 'No running feature uses this purpose'],
  purpose_not_optional: [422, 'The purpose does not rest on consent'],
  purpose_not_consented: [422, 'The purpose is not granted'],
  switch_unknown: [422, 'The switch is not known'],
  strategy_unknown: [422, 'The strategy is not known'],
  filter_invalid: [422, 'The filter cannot be read'],
  currency_not_supported: [422, 'The currency is not the shop’s'],
  confirmation_required: [422, 'The act needs an explicit confirmation'],
  grant_misused: [500, 'Personal data was asked for outside its grant'],
  rate_limited: [429, 'Too many requests'],
  internal_error: [500, 'Something broke on our side'],
  store_unavailable: [503, 'The store does not answer'],
  store_full: [503, 'The store has no room for new events'],
  store_owned: [503, 'Another process owns this data directory'],
  store_newer: [503, 'The store was written by a newer version'],
  store_damaged: [503, 'The store is damaged'],
  model_file_damaged: [503, 'The model file is damaged'],
  model_file_version: [503, 'The model file has another format version'],
  model_file_foreign_shop: [503, 'The model file belongs to another shop'],
  root_key_missing: [503, 'The root key is missing'],
  root_key_wrong: [503, 'The root key does not fit this store'],
  configuration_invalid: [503, 'The configuration is not usable'],
  input_unreadable: [422, 'The input file cannot be read'],
} as const satisfies Record<string, readonly [status: number, title: string]>

/** A stable code, one of `ERROR_CODES`. */
export type ErrorCode = keyof typeof ERROR_CODES

/** One place in the input that is at fault. `pointer` is an RFC 6901 JSON pointer. */
export interface Fault {
  readonly pointer: string
  readonly code: string
  readonly message: string
}

/** A caller's mistake or a refusal of the domain. Programmers' mistakes are `TypeError` or `RangeError`. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly facts: Readonly<Record<string, unknown>>
  readonly faults: readonly Fault[]

  /**
   * @param message states the fact and, where there is one, the remedy; no personal data
   * @param facts values a client may act on; no personal data
   * @param faults places in the input that are at fault
   */
  constructor(
    code: ErrorCode,
    message: string,
    facts: Readonly<Record<string, unknown>> = {},
    faults: readonly Fault[] = [],
  ) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.facts = facts
    this.faults = faults
  }

  /** The HTTP status of the code. */
  get status(): number {
    return ERROR_CODES[this.code][0]
  }
}
