/**
 * Every refusal in one form: RFC 9457 problem documents with a stable code.
 *
 * A problem states the fact and the remedy. It never repeats what the request said, except names out
 * of our own schema: a request may carry personal data, and problems end up in other people's logs.
 */
import { Type } from '@fastify/type-provider-typebox'
import { DomainError, ERROR_CODES, type ErrorCode, type Fault } from '@umiar/vocabulary'
import type { FastifyError, FastifySchema } from 'fastify'
import { faultsOf } from './schema-faults.ts'

/** As it stands in the API's description. */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json'
export const PROBLEM_TYPE = `${PROBLEM_MEDIA_TYPE}; charset=utf-8`

/** Schema of every 4xx and 5xx reply; facts of the refusal stand beside the named members. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'Where the code is explained.' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String({ description: 'Stable; clients branch on it.' }),
    request_id: Type.String(),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          pointer: Type.String({ description: 'JSON pointer into the request.' }),
          code: Type.String(),
          message: Type.String(),
        }),
      ),
    ),
  },
  { additionalProperties: true, description: 'RFC 9457 problem document' },
)

/** A problem ready to be sent. */
export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ErrorCode
  readonly request_id: string
  readonly errors?: readonly Fault[]
  readonly [fact: string]: unknown
}

const MOST_FAULTS = 20
const CODE_OF_FRAMEWORK: Readonly<Record<string, keyof typeof DETAILS>> = {
  FST_ERR_BAD_URL: 'not_found',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type_not_supported',
  FST_ERR_MAX_LENGTH_PARAM: 'not_found',
}

/**
 * Turns whatever was thrown into the refusal it stands for. What we did not foresee is `internal_error`.
 *
 * @param schema of the route, to tell where a request does not fit it
 */
export function refusalOf(error: unknown, schema?: FastifySchema): DomainError {
  if (error instanceof DomainError) return error
  const { code = '', statusCode, validation } = (error ?? {}) as Partial<FastifyError>
  if (validation !== undefined) {
    const detail = 'The request does not fit its schema; errors names the places.'
    return new DomainError('invalid_request', detail, {}, faultsOf(error as FastifyError, schema))
  }
  const known = CODE_OF_FRAMEWORK[code]
  if (known !== undefined) return new DomainError(known, DETAILS[known])
  // What is left below 500 comes from reading the body: a length that does not fit, or no JSON.
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new DomainError('malformed_json', DETAILS.malformed_json)
  if (statusCode === 503) return new DomainError('store_unavailable', DETAILS.store_unavailable)
  return new DomainError('internal_error', DETAILS.internal_error)
}

const DETAILS = {
  body_too_large: 'The body is larger than 2 MB. Send fewer events or products at once.',
  internal_error: 'The request could not be answered. Give the request_id to the shop’s operator.',
  malformed_json: 'The body cannot be read as JSON.',
  media_type_not_supported: 'Send the body as application/json, not compressed.',
  not_found: 'There is nothing at this address.',
  store_unavailable: 'The server is stopping. Try again in a moment.',
} as const satisfies Partial<Record<ErrorCode, string>>

/** The document of a refusal. Facts of our own faults stay inside. */
export function problemOf(refusal: DomainError, requestId: string): ProblemBody {
  const [status, title] = ERROR_CODES[refusal.code]
  const isOurs = status === 500
  return {
    ...(isOurs ? {} : wireFacts(refusal.facts)),
    code: refusal.code,
    detail: isOurs ? DETAILS.internal_error : refusal.message,
    ...(refusal.faults.length === 0 || isOurs ? {} : { errors: refusal.faults.slice(0, MOST_FAULTS) }),
    request_id: requestId,
    status,
    title,
    type: `/docs/errors#${refusal.code}`,
  }
}

/** Facts in the names of the API: `noticeVersion` goes out as `notice_version`. */
function wireFacts(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )
}
