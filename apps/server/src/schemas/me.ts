/** What `/v1/me` takes and answers: a person's own data and rights. */
import { Type } from '@fastify/type-provider-typebox'
import type * as application from '@umiar/use-cases'
import { ConsentSchema, HistoryEntry } from './consent.ts'
import { DecisionSchema } from './recommendations.ts'
import { CallerId, Counts, replyOf, STRICT, Texts, Time, timeOrNull } from './shared.ts'

export const MeReply = replyOf<application.MeReply>(
  Type.Object({
    known: Type.Boolean(),
    consent: ConsentSchema,
    held: Type.Array(
      Type.Object({
        table: Type.String(),
        name: Type.String(),
        rows: Type.Integer(),
        oldest_at: timeOrNull('The day of the oldest row begins'),
        expires_first_at: timeOrNull('The oldest rows are deleted, within the hour'),
        kept_until: timeOrNull('The newest rows are deleted, within the hour'),
      }),
    ),
  }),
)

// Events stand as they were stored, with whatever fields they had: nothing may be filtered from her copy.
const AsStored = Type.Object({}, { additionalProperties: true })

export const MeDataReply = replyOf<application.MeData>(
  Type.Object({
    exported_at: Time,
    consent: ConsentSchema,
    consent_history: Type.Array(HistoryEntry),
    taste: Type.Object({ likes: Texts, never: Texts, have: Texts }),
    events: Type.Array(AsStored),
    visit: Type.Array(AsStored),
    measured: Type.Array(AsStored),
    decisions: Type.Array(DecisionSchema),
  }),
)

export const UsesReply = replyOf<{ readonly uses: readonly application.DecisionReply[] }>(
  Type.Object({ uses: Type.Array(DecisionSchema) }),
)

/** One sentence on why a product was shown. */
export type WhySentence = Awaited<ReturnType<application.Application['meWhy']>>[number]

export const WhyReply = replyOf<{ readonly why: readonly WhySentence[] }>(
  Type.Object({
    why: Type.Array(
      Type.Object({ at: Time, item_id: Type.String(), title: Type.String(), text: Type.String() }),
    ),
  }),
)

const TasteIds = Type.Array(CallerId, { maxItems: 1_000 })
export const TasteRequest = Type.Object(
  {
    likes: TasteIds,
    never: TasteIds,
    have: Type.Optional(
      Type.Array(CallerId, {
        description: 'She has them already; stays as it is if absent',
        maxItems: 1_000,
      }),
    ),
  },
  STRICT,
)
export const TasteReply = replyOf<Awaited<ReturnType<application.Application['putTaste']>>>(
  Type.Object({
    likes: Texts,
    never: Texts,
    have: Texts,
    kept: Type.String({ description: 'stored or visit' }),
  }),
)

export const EraseRequest = Type.Object({ confirm: Type.Optional(Type.Boolean()) }, STRICT)
export const EraseReply = replyOf<application.EraseReply>(
  Type.Object({ erased: Type.Literal(true), erased_at: Time, removed: Counts, remains: Texts }),
)

export const RestrictRequest = Type.Object(
  { restricted: Type.Optional(Type.Boolean({ description: 'true if absent' })) },
  STRICT,
)
export const ObjectRequest = Type.Object(
  {
    purpose: Type.String({ maxLength: 64, minLength: 1 }),
    objected: Type.Optional(Type.Boolean({ description: 'true if absent' })),
  },
  STRICT,
)
