/**
 * What `/v1/events` takes and answers.
 *
 * Single events are read by the application: a bad one is `invalid` in its own result and harms no other.
 * So the schema lets them through, and the document beside it says what the application reads.
 */
import { Type } from '@fastify/type-provider-typebox'
import type * as application from '@umiar/use-cases'
import { EVENT_NAMES } from '@umiar/vocabulary'
import { CallerId, Counts, idOf, NullableText, PriceDocument, replyOf, STRICT } from './shared.ts'

const BATCH = { maxItems: 1_000, minItems: 1 } as const

export const EventsRequest = Type.Object({ events: Type.Array(Type.Unknown(), BATCH) }, STRICT)

const PageDocument = Type.Union(
  [
    Type.String({ description: 'Short form of url' }),
    Type.Object({
      type: Type.Optional(Type.String({ examples: ['product'] })),
      url: Type.Optional(Type.String({ description: 'Host, query and fragment are cut off' })),
      url_path: Type.Optional(Type.String({ description: 'Goes before path and url' })),
      path: Type.Optional(Type.String({ description: 'Goes before url' })),
      category: Type.Optional(Type.String()),
    }),
  ],
  { description: 'Where it happened' },
)

const EventItemDocument = Type.Object(
  {
    item_id: CallerId,
    quantity: Type.Optional(Type.Number({ minimum: 0 })),
    price: Type.Optional(PriceDocument),
  },
  { title: 'ShopEventItem' },
)

/** An event as the application reads it. */
const EventDocument = Type.Object(
  {
    event_id: idOf('The sender’s own; sent again it counts once'),
    event: Type.Enum([...EVENT_NAMES], { description: 'In GA4’s names' }),
    time: Type.String({
      description: 'RFC 3339 with offset, at most 10 minutes ahead',
      examples: ['2026-11-23T10:00:00Z'],
    }),
    anonymous_id: Type.Optional(idOf('This or user_id is needed')),
    user_id: Type.Optional(idOf('Needs a secret key or that person’s shopper token')),
    session_id: idOf('The visit'),
    items: Type.Optional(Type.Array(EventItemDocument, { maxItems: 200 })),
    page: Type.Optional(PageDocument),
    search_term: Type.Optional(
      Type.String({ description: 'First 256 characters are kept; none if it looks like a contact' }),
    ),
    transaction_id: Type.Optional(CallerId),
    rec_id: Type.Optional(idOf('Of the answer the item was shown in')),
    slot: Type.Optional(CallerId),
    position: Type.Optional(
      Type.Integer({ description: 'Of the item in the slot', maximum: 1_000, minimum: 1 }),
    ),
    currency: Type.Optional(Type.String({ description: 'ISO 4217; only the shop’s own', examples: ['PLN'] })),
  },
  {
    description: 'Any other field is dropped and named in warnings; one that identifies a person is refused',
    title: 'ShopEvent',
  },
)

export const EventsDocument = Type.Object({ events: Type.Array(EventDocument, BATCH) }, STRICT)

export const EventsReply = replyOf<application.EventsReply>(
  Type.Object({
    results: Type.Array(
      Type.Object({
        event_id: NullableText,
        status: Type.String({
          description: 'accepted, session_only, duplicate, dropped_no_consent, dropped_retention or invalid',
        }),
        errors: Type.Optional(
          Type.Array(Type.Object({ pointer: Type.String(), code: Type.String(), message: Type.String() })),
        ),
        warnings: Type.Optional(Type.Array(Type.Object({ code: Type.String(), field: Type.String() }))),
      }),
    ),
    counts: Counts,
  }),
)
