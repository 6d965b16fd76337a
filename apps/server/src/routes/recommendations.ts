/** `/v1/recommendations`, their evidence, and what people say to them. */
import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { callerOf } from '../http/access.ts'
import {
  DecisionReply,
  FeedbackReply,
  FeedbackRequest,
  RecommendationsDocument,
  RecommendationsReply,
  RecommendationsRequest,
} from '../schemas/recommendations.ts'
import { PROBLEMS } from '../schemas/shared.ts'
import type { RouteContext } from './context.ts'
import { checkNames } from './visitor-names.ts'

export function recommendationRoutes({ app }: RouteContext): FastifyPluginAsyncTypebox {
  return async (server) => {
    server.post(
      '/v1/recommendations',
      {
        config: { callers: ['publishable', 'secret', 'shopper'] },
        schema: {
          operationId: 'recommend',
          body: RecommendationsRequest,
          documentedBody: RecommendationsDocument,
          response: { 200: RecommendationsReply, ...PROBLEMS },
          summary: 'Items for the slots of one page, each with its reason',
          tags: ['recommendations'],
        },
      },
      // Not kept by caches, also where it is about nobody: what is sold out leaves at the next request.
      async (request) => {
        const caller = callerOf(request)
        const visitor = checkNames(app, caller, request.body.visitor, '/visitor')
        return app.recommend(caller, { ...request.body, visitor })
      },
    )

    server.get(
      '/v1/decisions/:rec_id',
      {
        config: { callers: ['secret', 'shopper'] },
        schema: {
          operationId: 'decision',
          params: Type.Object({ rec_id: Type.String() }),
          response: { 200: DecisionReply, ...PROBLEMS },
          summary: 'The evidence record of one answer',
          tags: ['recommendations'],
        },
      },
      async (request) => app.decision(callerOf(request), request.params.rec_id),
    )

    server.post(
      '/v1/feedback',
      {
        config: { callers: ['publishable', 'secret', 'shopper'] },
        schema: {
          operationId: 'feedback',
          body: FeedbackRequest,
          response: { 202: FeedbackReply, ...PROBLEMS },
          summary: 'What a person says to a product: like, hide, not for me, gift, already have, forget',
          tags: ['recommendations'],
        },
      },
      async (request, reply) => {
        const caller = callerOf(request)
        const visitor = checkNames(app, caller, request.body.visitor, '/visitor')
        return reply.code(202).send(await app.feedback(caller, { ...request.body, visitor }))
      },
    )
  }
}
