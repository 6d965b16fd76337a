/** What `/v1/recommendations`, `/v1/decisions` and `/v1/feedback` take and answer. */
import { type TSchema, Type } from '@fastify/type-provider-typebox'
import type * as application from '@umiar/use-cases'
import { PAGE_TYPES, STRATEGIES } from '@umiar/vocabulary'
import { FilterDocument } from './filter.ts'
import {
  CallerId,
  Counts,
  NullableText,
  NullableTime,
  replyOf,
  STRICT,
  Texts,
  Time,
  Visitor,
} from './shared.ts'

const MOST_SLOTS = 20
const MOST_IDS = 1_000
const Ids = Type.Array(CallerId, { maxItems: MOST_IDS })

export const PageContext = Type.Object(
  {
    page_type: Type.Enum([...PAGE_TYPES]),
    item_ids: Type.Optional(Ids),
    category: Type.Optional(Type.String({ maxLength: 512 })),
    cart_item_ids: Type.Optional(Ids),
    search_term: Type.Optional(Type.String({ maxLength: 512 })),
    locale: Type.Optional(Type.String({ maxLength: 35 })),
  },
  { ...STRICT, title: 'PageContext' },
)

const share = (description: string, usual: number) =>
  Type.Number({ default: usual, description, maximum: 1, minimum: 0 })

function slotRequests<Strategy extends TSchema, Filter extends TSchema>(strategy: Strategy, filter: Filter) {
  const slot = Type.Object(
    {
      id: CallerId,
      strategy: Type.Optional(strategy),
      limit: Type.Integer({ maximum: 100, minimum: 1 }),
      exclude_ids: Type.Optional(Ids),
      filter: Type.Optional(filter),
      diversity: Type.Optional(share('How different the products of the slot are', 0.1)),
      calibration: Type.Optional(
        share('How closely a personal slot keeps to the shares departments have in her tastes', 0),
      ),
      exploration: Type.Optional(share('Share of the places that go to what is new', 0.1)),
    },
    { ...STRICT, title: 'SlotRequest' },
  )
  return Type.Array(slot, { maxItems: MOST_SLOTS, minItems: 1 })
}

/**
 * An unknown strategy passes: the application refuses it as `strategy_unknown`, with the known ones. It reads
 * filters too, and tells every place at fault.
 */
const Slots = slotRequests(Type.String({ maxLength: 64 }), Type.Unknown())
const DocumentedSlots = slotRequests(Type.Enum([...STRATEGIES], { default: 'for_you' }), FilterDocument)

function recommendationsRequest<Slots extends TSchema>(slots: Slots) {
  return Type.Object(
    {
      visitor: Type.Optional(Visitor),
      context: PageContext,
      slots,
      explain: Type.Optional(Type.Boolean()),
    },
    STRICT,
  )
}

export const RecommendationsRequest = recommendationsRequest(Slots)
export const RecommendationsDocument = recommendationsRequest(DocumentedSlots)

/** Fields that name somebody. They pass the schema of a preview, so that the refusal can say why. */
const NAMES = {
  anonymous_id: Type.Optional(Type.Unknown()),
  user_id: Type.Optional(Type.Unknown()),
  visitor: Type.Optional(Type.Unknown()),
}
const Level = Type.Integer({ description: '0–3', maximum: 4, minimum: 0 })

export const PreviewRequest = Type.Object(
  { ...NAMES, context: PageContext, level: Level, slots: Slots },
  STRICT,
)
export const PreviewDocument = Type.Object(
  { context: PageContext, level: Type.Integer({ maximum: 3, minimum: 0 }), slots: DocumentedSlots },
  STRICT,
)

const Reason = Type.Object(
  {
    code: Type.String(),
    text: Type.String(),
    rests_on: Type.Optional(Texts),
    due: Type.Optional(
      Type.String({ description: 'Day (UTC) on which she is likely to need it again; with explain' }),
    ),
  },
  { title: 'Reason' },
)

export const RecommendedItem = Type.Object(
  {
    item_id: Type.String(),
    position: Type.Integer(),
    label: Type.Optional(
      Type.Enum(['promoted'], { description: 'Staff brought it to its place, for everybody alike' }),
    ),
    score: Type.Optional(Type.Number()),
    reasons: Type.Array(Reason),
  },
  { title: 'RecommendedItem' },
)

/** Merchandising in an answer. */
export const MerchandisingIds = Type.Optional(
  Type.Array(Type.String(), { description: 'Ids of the rules in force, the same for everybody' }),
)

const SlotReply = Type.Object(
  {
    slot: Type.String(),
    rec_id: Type.String(),
    mode: Type.String({ description: 'personal, session, declared, context, popular, curated or holdout' }),
    items: Type.Array(RecommendedItem),
    removed: Counts,
    merchandising: MerchandisingIds,
    model: Type.Object({ version: Type.String(), trained_at: NullableTime }),
  },
  { title: 'SlotReply' },
)

export const RecommendationsReply = replyOf<application.RecommendationsReply>(
  Type.Object({
    slots: Type.Array(SlotReply),
    data_used: Texts,
    consent_ref: NullableText,
    controls: Type.Object({ why_url: Type.String(), change_url: Type.String() }),
  }),
)

const PreviewedSlot = Type.Object(
  {
    slot: Type.String(),
    mode: Type.String({ description: 'personal, session, declared, context, popular or curated' }),
    items: Type.Array(RecommendedItem),
    removed: Counts,
    merchandising: MerchandisingIds,
  },
  { title: 'PreviewedSlot' },
)

/** The invented person of a preview. */
const PreviewExample = Type.Object(
  {
    viewed: Type.Array(Type.String(), { description: 'In this visit first, then before (level 3)' }),
    likes: Type.Array(Type.String(), { description: 'From level 2' }),
    bought: Type.Array(Type.String(), { description: 'At level 3' }),
    text: Type.String({ description: 'Says who she is and that she is invented' }),
  },
  { title: 'PreviewExample' },
)

export const PreviewReply = replyOf<application.PreviewReply>(
  Type.Object({
    slots: Type.Array(PreviewedSlot),
    data_used: Type.Array(Type.String(), {
      description: 'Of the invented person: what the level would use of a real one',
    }),
    example: Type.Union([PreviewExample, Type.Null()], { description: 'Null at level 0' }),
  }),
)

/** An evidence record, also as part of the subject's own data. */
export const DecisionSchema = Type.Object({
  rec_id: Type.String(),
  at: Time,
  slot: Type.String(),
  mode: Type.String(),
  items: Type.Array(
    Type.Object({ item_id: Type.String(), reasons: Texts, rests_on: Type.Optional(Type.String()) }),
  ),
  items_shortened: Type.Integer(),
  data_used: Texts,
  purposes: Texts,
  consent_ref: NullableText,
  model_version: Type.String(),
})

export const DecisionReply = replyOf<application.DecisionReply>(DecisionSchema)

export const FeedbackRequest = Type.Object(
  {
    visitor: Type.Optional(Visitor),
    item_id: CallerId,
    feedback: Type.Enum(['like', 'hide', 'not_for_me', 'gift', 'already_have', 'forget']),
    rec_id: Type.Optional(CallerId),
  },
  STRICT,
)

export const FeedbackReply = Type.Object({
  status: Type.Enum(['accepted', 'session_only', 'dropped_no_consent']),
})
