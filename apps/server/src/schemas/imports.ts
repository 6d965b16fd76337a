/** What `/v1/imports` takes and answers. */
import { Type } from '@fastify/type-provider-typebox'
import type * as application from '@umiar/use-cases'
import { CallerId, Counts, NullableTime, replyOf, STRICT, Time } from './shared.ts'

const Basis = Type.Enum(['aggregate', 'consent', 'test-data'])
const Files = Type.Array(
  Type.Object(
    {
      role: Type.Enum(['events', 'items', 'consents']),
      name: Type.String({ description: 'Without folders', maxLength: 255, minLength: 1 }),
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      bytes: Type.Integer({ minimum: 0 }),
    },
    { ...STRICT, title: 'ImportedFile' },
  ),
  { maxItems: 3 },
)

export const BeginImportRequest = Type.Object(
  {
    source: Type.String({
      description: 'Where the data come from, in the operator’s words; no person is named',
      maxLength: 200,
      minLength: 1,
    }),
    basis: Basis,
    files: Files,
    rebased: Type.Boolean({ description: 'Are times moved so that the newest event is now?' }),
    shift_ms: Type.Integer(),
    oldest_at: Type.Optional(Time),
    newest_at: Type.Optional(Time),
    currency: Type.Optional(Type.String({ description: 'ISO 4217', pattern: '^[A-Z]{3}$' })),
  },
  STRICT,
)

const ImportSchema = Type.Object(
  {
    import_id: Type.String(),
    source: Type.String(),
    basis: Basis,
    files: Files,
    rebased: Type.Boolean(),
    shift_ms: Type.Integer(),
    oldest_at: NullableTime,
    newest_at: NullableTime,
    begun_at: Time,
    finished_at: NullableTime,
    counts: Counts,
  },
  { title: 'Import' },
)

export const ImportReply = replyOf<application.ImportReply>(ImportSchema)

export const ImportsReply = replyOf<{ readonly imports: readonly application.ImportReply[] }>(
  Type.Object({ imports: Type.Array(ImportSchema) }),
)

export const ImportedConsentsRequest = Type.Object(
  {
    people: Type.Array(
      Type.Object(
        {
          user_id: Type.Optional(CallerId),
          anonymous_id: Type.Optional(CallerId),
          level: Type.Optional(Type.Integer({ maximum: 4, minimum: 0 })),
          purposes: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), Type.Boolean())),
          notice_version: Type.Optional(Type.String({ maxLength: 64, minLength: 1 })),
          given_at: Type.Optional(Time),
          covers_from: Type.Optional(Time),
          locale: Type.Optional(Type.String({ maxLength: 35, minLength: 2 })),
          method: Type.Optional(Type.Enum(['banner', 'centre', 'widget', 'form', 'api'])),
          ref: Type.Optional(Type.String({ maxLength: 128, minLength: 1 })),
        },
        { ...STRICT, title: 'ImportedConsent' },
      ),
    ),
  },
  STRICT,
)

export const ImportedConsentsReply = replyOf<{
  readonly results: readonly application.ImportedConsentResult[]
}>(
  Type.Object({
    results: Type.Array(
      Type.Object({
        status: Type.Enum(['recorded', 'kept', 'refused']),
        reason: Type.Optional(Type.String()),
      }),
    ),
  }),
)

export const FinishImportRequest = Type.Object(
  {
    counts: Type.Record(
      Type.String({ pattern: '^[a-z][a-z0-9_]{0,63}$' }),
      Type.Integer({ maximum: Number.MAX_SAFE_INTEGER, minimum: 0 }),
      STRICT,
    ),
  },
  STRICT,
)
