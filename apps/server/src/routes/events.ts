/** `POST /v1/events`: what happened in the shop. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callerOf } from '../http/access.ts'
import { EventsDocument, EventsReply, EventsRequest } from '../schemas/events.ts'
import { PROBLEMS } from '../schemas/shared.ts'
import type { RouteContext } from './context.ts'
import { checkEventNames } from './visitor-names.ts'

export function eventRoutes({ app }: RouteContext): FastifyPluginAsyncTypebox {
  return async (server) => {
    server.post(
      '/v1/events',
      {
        config: { callers: ['publishable', 'secret', 'shopper'] },
        schema: {
          operationId: 'recordEvents',
          body: EventsRequest,
          documentedBody: EventsDocument,
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
