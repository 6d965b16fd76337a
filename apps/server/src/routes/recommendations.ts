/** `/v1/recommendations`, their evidence, and what people say to them. */
import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { DomainError } from '@umiar/vocabulary'
import { callerOf } from '../http/access.ts'
import {
  DecisionReply,
  FeedbackReply,
  FeedbackRequest,
  PreviewDocument,
  PreviewReply,
  PreviewRequest,
  RecommendationsDocument,
  RecommendationsReply,
  RecommendationsRequest,
} from '../schemas/recommendations.ts'
import { PROBLEMS } from '../schemas/shared.ts'
import type { RouteContext, RouteServer } from './context.ts'
import { checkNames } from './visitor-names.ts'

export function recommendationRoutes(context: RouteContext): FastifyPluginAsyncTypebox {
  const { app } = context
  return async (server) => {
    addPreview(server, context)
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

function addPreview(server: RouteServer, { app }: RouteContext): void {
  server.post(
    '/v1/recommendations::preview',
    {
      config: { callers: ['publishable', 'secret', 'shopper'] },
      schema: {
        operationId: 'previewLevel',
        body: PreviewRequest,
        documentedBody: PreviewDocument,
        response: { 200: PreviewReply, ...PROBLEMS },
        summary: 'The page at a level, for an invented person: nothing of anybody is used or kept',
        tags: ['recommendations'],
      },
    },
    async (request) => {
      refuseNames(request.body)
      const { context, level, slots } = request.body
      return app.previewLevel({ context, level, slots })
    },
  )
}

/** Ignoring the name would leave the caller in the belief that the preview is about that person. */
function refuseNames(body: Readonly<Record<string, unknown>>): void {
  const named = ['visitor', 'anonymous_id', 'user_id'].filter((field) => body[field] !== undefined)
  if (named.length === 0) return
  const message = 'is not taken: a preview is about an invented person'
  throw new DomainError(
    'invalid_request',
    'A preview names no visitor: it shows an invented person. Leave the field out.',
    {},
    named.map((field) => ({ code: 'visitor_not_taken', message, pointer: `/${field}` })),
  )
}
