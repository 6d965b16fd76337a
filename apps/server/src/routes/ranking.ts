/** `/v1/rank`: the shop's own list in an order of the person's. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callerOf } from '../http/access.ts'
import { RankReply, RankRequest } from '../schemas/ranking.ts'
import { PROBLEMS } from '../schemas/shared.ts'
import type { RouteContext } from './context.ts'
import { checkNames } from './visitor-names.ts'

export function rankingRoutes({ app }: RouteContext): FastifyPluginAsyncTypebox {
  return async (server) => {
    server.post(
      '/v1/rank',
      {
        config: { callers: ['publishable', 'secret', 'shopper'] },
        schema: {
          operationId: 'rank',
          body: RankRequest,
          response: { 200: RankReply, ...PROBLEMS },
          summary: 'Re-orders ids of the shop’s own search; adds none',
          tags: ['recommendations'],
        },
      },
      async (request) => {
        const caller = callerOf(request)
        const visitor = checkNames(app, caller, request.body.visitor, '/visitor')
        return app.rank(caller, { ...request.body, visitor })
      },
    )
  }
}
