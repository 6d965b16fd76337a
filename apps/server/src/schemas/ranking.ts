/** What `/v1/rank` takes and answers. */
import { Type } from '@fastify/type-provider-typebox'
import type * as application from '@umiar/use-cases'
import { MerchandisingIds, PageContext, RecommendedItem } from './recommendations.ts'
import { CallerId, Counts, NullableText, NullableTime, replyOf, STRICT, Texts, Visitor } from './shared.ts'

export const RankRequest = Type.Object(
  {
    visitor: Type.Optional(Visitor),
    context: PageContext,
    items: Type.Array(CallerId, {
      description: 'Distinct ids in the shop’s own order, best first; unknown ones keep their places',
      maxItems: 1_000,
      minItems: 1,
    }),
    strength: Type.Optional(
      Type.Number({
        default: 0.5,
        description: '0 keeps the shop’s order, 1 gives the personal one',
        maximum: 1,
        minimum: 0,
      }),
    ),
    hide_unavailable: Type.Optional(
      Type.Boolean({ default: false, description: 'Leave out what is sold out' }),
    ),
    explain: Type.Optional(Type.Boolean()),
  },
  STRICT,
)

const RankedItem = Type.Object(
  {
    ...RecommendedItem.properties,
    moved: Type.Optional(
      Type.Integer({ description: 'Places up (above 0) or down; absent where it stayed' }),
    ),
  },
  { title: 'RankedItem' },
)

export const RankReply = replyOf<application.RankReply>(
  Type.Object({
    rec_id: Type.String(),
    mode: Type.String({ description: 'personal, session, declared or context' }),
    items: Type.Array(RankedItem),
    removed: Counts,
    merchandising: MerchandisingIds,
    data_used: Texts,
    consent_ref: NullableText,
    controls: Type.Object({ why_url: Type.String(), change_url: Type.String() }),
    model: Type.Object({ version: Type.String(), trained_at: NullableTime }),
  }),
)
