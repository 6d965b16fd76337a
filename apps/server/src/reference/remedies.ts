/**
 * What to do about each error code: the last column of the reference and of `/docs/errors`.
 */
import type { ErrorCode } from '@umiar/vocabulary'

export const REMEDIES: Readonly<Record<ErrorCode, string>> = {
  basis_not_allowed:
    'Import test data into a demo installation; for real customers use `aggregate` or `consent:FILE`.',
  body_too_large: 'Send at most 2 MB; split the batch.',
  configuration_invalid:
    'Correct every key the message names, then start again; docs/reference/configuration.md lists them all.',
  confirmation_required: 'Ask the person, then send `{"confirm": true}`.',
  currency_not_supported: 'Send amounts in the shop’s base currency, `UMIAR_CURRENCY`.',
  filter_invalid:
    'Correct the expression at each pointer; docs/reference/filters.md has fields and operators.',
  grant_misused: 'A fault of ours that was stopped at the store. Report it with the `request_id`.',
  identity_not_proven: 'Name an `anonymous_id`, or call with the secret key or that person’s shopper token.',
  input_unreadable: 'Check path, format and encoding of the file.',
  internal_error: 'A fault of ours. Try again; if it stays, report it with the `request_id`.',
  invalid_id: 'Use 1–128 characters without control characters.',
  invalid_request: 'Correct the places in `errors`; `/docs` shows the schema.',
  key_kind_not_allowed: 'Use one of the kinds of key in `accepted`.',
  key_missing: 'Send `Authorization: Bearer …` with a key or shopper token.',
  key_unknown:
    'Check for a typing mistake or a rotated key; in demo mode see `demo-keys.json` in the data directory.',
  level_not_offered: 'Choose a level up to `highest_offered`.',
  level_too_low: 'Raise the level in the same call, or leave the purpose out.',
  malformed_json: 'Send valid JSON in UTF-8.',
  media_type_not_supported: 'Send `Content-Type: application/json`, not compressed.',
  method_not_allowed: 'Use one of the methods in the `Allow` header.',
  model_file_damaged:
    'Write the model file anew from the running model. The segments of a data directory are rebuilt by themselves.',
  model_file_foreign_shop: 'Open it with the shop it was written for.',
  model_file_version: 'Write it anew with the version that is to read it.',
  not_found:
    'Check the address or the id. What belongs to somebody else looks the same as what does not exist.',
  notice_outdated: 'Fetch `/v1/consent/policy`, show the new notice, and ask again.',
  origin_not_allowed: 'Add the page’s origin to `UMIAR_ALLOWED_ORIGINS`.',
  purpose_not_consented: 'Do without, or ask the person.',
  purpose_not_in_use: 'Leave the purpose out: nothing in this version would use it.',
  purpose_not_optional: 'Leave the purpose out: it does not rest on consent.',
  purpose_unknown: 'Use a purpose named in `/v1/consent/policy`.',
  rate_limited: 'Wait the seconds in `Retry-After`; watch `RateLimit-Remaining`.',
  root_key_missing:
    'Set `UMIAR_ROOT_KEY`, or restore the root key file. Without it the contents cannot be read.',
  root_key_wrong: 'Use the root key this store was made with.',
  store_damaged: 'Restore the last backup; keep the damaged files for inspection.',
  store_full:
    'Free space or raise `UMIAR_STORE_MAX_BYTES`, then send the events again. Serving and withdrawal go on meanwhile.',
  store_newer: 'Start the version that wrote the store, or a newer one.',
  store_owned: 'Stop the other process, talk to it over HTTP, or choose another `UMIAR_DATA_DIR`.',
  store_unavailable: 'Try again after the seconds in `Retry-After`.',
  strategy_unknown: 'Use a strategy the message names.',
  switch_unknown: 'Use a switch named in `/v1/consent/policy`.',
  token_expired: 'Have the shop’s server mint a new shopper token.',
  token_invalid:
    'Use the token exactly as `/v1/shopper-tokens` gave it; tokens of another installation are refused.',
  token_revoked: 'Have the shop’s server mint a new shopper token; erasure and sign-out end older ones.',
  token_too_old: 'Have the shop’s server mint a new shopper token and repeat the act within 5 minutes.',
}
