/** `POST /v1/events`: what happened in the shop. */
import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import type * as application from '@umiar/use-cases'
import { callerOf } from '../http/access.ts'
import { Counts, NullableText, PROBLEMS, replyOf, STRICT } from '../schemas/shared.ts'
import type { RouteContext } from './context.ts'
import { checkEventNames } from './visitor-names.ts'

const MOST_EVENTS = 1_000

// Single events are read by the application: a bad one is `invalid` in its own result and harms no other.
const EventsRequest = Type.Object(
  {
    events: Type.Array(
      Type.Unknown({
        description:
          'event_id, event (GA4 name), time, anonymous_id, session_id, items, page, …; unknown fields are named in warnings',
      }),
      { maxItems: MOST_EVENTS, minItems: 1 },
    ),
  },
  STRICT,
)

const EventsReply = replyOf<application.EventsReply>(
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

export function eventRoutes({ app }: RouteContext): FastifyPluginAsyncTypebox {
  return async (server) => {
    server.post(
      '/v1/events',
      {
        config: { callers: ['publishable', 'secret', 'shopper'] },
        schema: {
          body: EventsRequest,
          response: { 202: EventsReply, ...PROBLEMS },
          summary: 'Events of the shop, 1–1,000 a call; each gets its own outcome',
          tags: ['events'],
        },
      },
      async (request, reply) => {
        const caller = callerOf(request)
        checkEventNames(app, caller, request.body.events)
        return reply.code(202).send(await app.recordEvents(caller, request.body))
      },
    )
  }
}
