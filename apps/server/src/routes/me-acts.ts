/**
 * `/v1/me`: what a person may do about her own data, erasure aside (GDPR Art. 16, 18, 21).
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callerOf } from '../http/access.ts'
import { ConsentReply } from '../schemas/consent.ts'
import { ObjectRequest, RestrictRequest, TasteReply, TasteRequest } from '../schemas/me.ts'
import { NoContent, PROBLEMS } from '../schemas/shared.ts'
import type { RouteContext } from './context.ts'

export function meActRoutes({ app }: RouteContext): FastifyPluginAsyncTypebox {
  const config = { callers: ['shopper'] } as const
  const tags = ['me']
  return async (server) => {
    server.put(
      '/v1/me/taste',
      {
        config,
        schema: {
          operationId: 'putTaste',
          body: TasteRequest,
          response: { 200: TasteReply, ...PROBLEMS },
          summary: 'Her hints: likes, and what never to show',
          tags,
        },
      },
      async (request) => app.putTaste(callerOf(request), request.body),
    )

    server.post(
      '/v1/me/restrict',
      {
        config: { ...config, mayBeEmpty: true },
        schema: {
          operationId: 'restrictMe',
          body: RestrictRequest,
          response: { 200: ConsentReply, ...PROBLEMS },
          summary: 'Pauses every use that rests on consent, or ends the pause',
          tags,
        },
      },
      async (request) => app.setRestriction(callerOf(request), request.body.restricted ?? true),
    )

    server.post(
      '/v1/me/object',
      {
        config,
        schema: {
          operationId: 'objectMe',
          body: ObjectRequest,
          response: { 200: ConsentReply, ...PROBLEMS },
          summary: 'Objects to one purpose, or takes it back',
          tags,
        },
      },
      async (request) =>
        app.setObjection(callerOf(request), request.body.purpose, request.body.objected ?? true),
    )

    server.post(
      '/v1/me/end-visit',
      {
        config,
        schema: {
          operationId: 'endVisit',
          response: { 204: NoContent, ...PROBLEMS },
          summary: 'Forgets the visit at once: sign-out',
          tags,
        },
      },
      async (request, reply) => {
        app.endVisit(callerOf(request))
        return reply.code(204).send(null)
      },
    )
  }
}
