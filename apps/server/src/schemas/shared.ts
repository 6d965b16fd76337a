/**
 * Schemas used by several routes, and how a reply's schema meets the application's type.
 */
import { type TSchema, type TUnsafe, Type } from '@fastify/type-provider-typebox'
import { PROBLEM_MEDIA_TYPE, Problem } from '../http/problem.ts'

const PROBLEM_CONTENT = { [PROBLEM_MEDIA_TYPE]: { schema: Problem } } as const

/** Every route answers refusals and faults as problem documents. */
export const PROBLEMS = {
  '4xx': { content: PROBLEM_CONTENT, description: 'Refused; `code` says why (RFC 9457)' },
  '5xx': { content: PROBLEM_CONTENT, description: 'Not possible now; `code` says why (RFC 9457)' },
} as const

/** A request object that refuses fields it does not name. */
export const STRICT = { additionalProperties: false } as const

/**
 * The schema of a reply whose type the application states. The schema documents and filters; that it
 * lets every field of the type through is checked by `test/routes/replies.test.ts`.
 */
export function replyOf<Reply>(schema: TSchema): TUnsafe<Reply> {
  return Type.Unsafe<Reply>(schema)
}

/** Text or null. One type list instead of `anyOf`: the serializer then needs no validator. */
export const NullableText = Type.Unsafe<string | null>({ type: ['string', 'null'] })
/** A time, RFC 3339 with offset. */
export const Time = Type.String({ description: 'RFC 3339 with offset' })
export const NullableTime = Type.Unsafe<string | null>({
  description: 'RFC 3339 with offset',
  type: ['string', 'null'],
})
/** The same, with what happens then. */
export function timeOrNull(description: string) {
  return Type.Unsafe<string | null>({
    description: `${description}; RFC 3339 with offset`,
    type: ['string', 'null'],
  })
}
export const Counts = Type.Record(Type.String(), Type.Integer())
export const Texts = Type.Array(Type.String())

/** An id of the caller's: 1–128 characters. The application checks the characters. */
export const CallerId = Type.String({ maxLength: 128, minLength: 1 })

/** The same, with what it names. */
export function idOf(description: string) {
  return Type.String({ description, maxLength: 128, minLength: 1 })
}

/** Money, for the description of the API: the application reads it. */
export const PriceDocument = Type.Union(
  [
    Type.Number({ minimum: 0 }),
    Type.String({ examples: ['49.90'], pattern: '^\\d{1,12}(\\.\\d{1,4})?$' }),
    Type.Object(
      { amount: Type.String({ examples: ['49.90'] }), currency: Type.String({ examples: ['PLN'] }) },
      { title: 'Price' },
    ),
  ],
  { description: 'In the shop’s currency' },
)

/** Names of a visitor. */
export const VisitorFields = {
  anonymous_id: Type.Optional(CallerId),
  user_id: Type.Optional(CallerId),
}

export const Visitor = Type.Object(
  { ...VisitorFields, session_id: Type.Optional(CallerId) },
  { ...STRICT, title: 'Visitor' },
)

export const LocaleQuery = Type.Object(
  {
    locale: Type.Optional(
      Type.String({ description: 'BCP 47; pl or en. Else Accept-Language, else pl.', maxLength: 35 }),
    ),
  },
  STRICT,
)

/** The empty body of 204. */
export const NoContent = Type.Null({ description: 'Done; there is nothing to say.' })
