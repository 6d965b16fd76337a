/** What `/v1/consent` takes and answers. */
import { Type } from '@fastify/type-provider-typebox'
import type * as application from '@umiar/use-cases'
import { NullableText, NullableTime, replyOf, STRICT, Texts, Time, Visitor, VisitorFields } from './shared.ts'

const Truths = Type.Record(Type.String({ maxLength: 64 }), Type.Boolean())

export const ConsentChoice = Type.Object(
  {
    visitor: Type.Optional(Visitor),
    ...VisitorFields,
    level: Type.Optional(Type.Integer({ maximum: 4, minimum: 0 })),
    purposes: Type.Optional(Truths),
    switches: Type.Optional(Truths),
    notice_version: Type.String({ maxLength: 64, minLength: 1 }),
    locale: Type.String({ maxLength: 35, minLength: 2 }),
    method: Type.Enum(['banner', 'centre', 'widget', 'form', 'api']),
  },
  STRICT,
)

export const ConsentSchema = Type.Object({
  consent_ref: NullableText,
  level: Type.Integer(),
  purposes: Type.Record(Type.String(), Type.Boolean()),
  switches: Type.Record(Type.String(), Type.Boolean()),
  signals: Type.Object({ gpc: Type.Boolean() }),
  receipt_id: NullableText,
  effective_at: NullableTime,
  expires_at: NullableTime,
  restricted: Type.Boolean(),
  objected: Texts,
  removed: Type.Optional(Texts),
})

export const ConsentReply = replyOf<application.ConsentReply>(ConsentSchema)

export const HistoryEntry = Type.Object(
  {
    consent_ref: Type.String(),
    level: Type.Integer(),
    purposes: Texts,
    switches_off: Texts,
    restricted: Type.Boolean(),
    objected: Texts,
    notice_version: Type.String(),
    locale: Type.String(),
    method: Type.String(),
    at: Time,
    source_ref: Type.Optional(Type.String({ description: 'The shop’s own name for an imported record' })),
  },
  { title: 'ConsentHistoryEntry' },
)

export const HistoryReply = replyOf<{ readonly history: readonly application.ConsentHistoryEntry[] }>(
  Type.Object({ history: Type.Array(HistoryEntry) }),
)

export const PolicyReply = replyOf<application.ConsentPolicyReply>(
  Type.Object({
    notice_version: Type.String(),
    locale: Type.String(),
    levels: Type.Array(
      Type.Object({
        level: Type.Integer(),
        name: Type.String(),
        line: Type.String(),
        offered: Type.Boolean(),
      }),
    ),
    purposes: Type.Array(
      Type.Object({
        purpose: Type.String(),
        basis: Type.String(),
        least_level: Type.Integer(),
        granted_by: Type.String(),
        name: Type.String(),
        why: Type.String(),
      }),
    ),
    switches: Type.Array(Type.Object({ name: Type.String(), purpose: Type.String(), label: Type.String() })),
    retention: Type.Array(Type.Object({ table: Type.String(), name: Type.String(), days: Type.Integer() })),
    texts: Type.Object({ withdraw: Type.String(), after_erasure: Type.String() }),
  }),
)
