/**
 * What `/v1/merchandising` takes and answers.
 *
 * Rules are read by the application, which tells every fault of every rule at once. So the schema lets them
 * through, and the document beside it says what the application reads.
 */
import { Type } from '@fastify/type-provider-typebox'
import type * as application from '@umiar/use-cases'
import { PAGE_TYPES } from '@umiar/vocabulary'
import { FilterDocument } from './filter.ts'
import { CallerId, NullableTime, replyOf, STRICT } from './shared.ts'

const MOST_RULES = 200
const Time = Type.String({ description: 'RFC 3339 with offset' })
const names = (description: string) =>
  Type.Optional(Type.Array(Type.String({ maxLength: 512 }), { description, maxItems: 100, minItems: 1 }))

const RuleFields = {
  id: CallerId,
  title: Type.Optional(Type.String({ description: 'For staff', maxLength: 512 })),
  action: Type.Enum(['pin', 'boost', 'bury']),
  items: Type.Optional(
    Type.Array(CallerId, {
      description: 'Products by id; of a pin in their order',
      maxItems: 100,
      minItems: 1,
    }),
  ),
  filter: Type.Optional(FilterDocument),
  places: Type.Optional(
    Type.Integer({ default: 5, description: 'How far to lift or bury', maximum: 100, minimum: 1 }),
  ),
  position: Type.Optional(
    Type.Integer({ default: 1, description: 'Of the first item of a pin', maximum: 100, minimum: 1 }),
  ),
  reason: Type.Optional(
    Type.Enum(['promoted', 'stock_clearing'], { default: 'promoted', description: 'Shown to everybody' }),
  ),
  on: Type.Optional(
    Type.Object(
      {
        page_types: Type.Optional(Type.Array(Type.Enum([...PAGE_TYPES]), { minItems: 1 })),
        slots: names('Ids of slots; rank for POST /v1/rank'),
        categories: names('Of the page, with those below'),
        search_terms: names('Whole terms; capitals and accents do not matter'),
      },
      { ...STRICT, title: 'MerchandisingPlace' },
    ),
  ),
  from: Type.Optional(Time),
  until: Type.Optional(Time),
  enabled: Type.Optional(Type.Boolean({ default: true })),
}

export const MerchandisingRequest = Type.Object(
  { rules: Type.Array(Type.Unknown(), { maxItems: MOST_RULES }) },
  STRICT,
)
export const MerchandisingDocument = Type.Object(
  {
    rules: Type.Array(Type.Object(RuleFields, { ...STRICT, title: 'MerchandisingRule' }), {
      maxItems: MOST_RULES,
    }),
  },
  STRICT,
)

export const MerchandisingReply = replyOf<application.MerchandisingReply>(
  Type.Object({
    rules: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          action: Type.String(),
          state: Type.String({ description: 'active, scheduled, ended or off' }),
        },
        { additionalProperties: true, description: 'As it was given, with its state', title: 'KeptRule' },
      ),
    ),
    updated_at: NullableTime,
  }),
)
