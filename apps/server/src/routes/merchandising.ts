/** `/v1/merchandising`: what staff pins, boosts and buries, for everybody alike. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { MerchandisingDocument, MerchandisingReply, MerchandisingRequest } from '../schemas/merchandising.ts'
import { PROBLEMS } from '../schemas/shared.ts'
import type { RouteContext } from './context.ts'

const config = { callers: ['secret', 'staff'] } as const

export function merchandisingRoutes({ app }: RouteContext): FastifyPluginAsyncTypebox {
  return async (server) => {
    server.get(
      '/v1/merchandising',
      {
        config,
        schema: {
          operationId: 'merchandising',
          response: { 200: MerchandisingReply, ...PROBLEMS },
          summary: 'The merchandising rules, and whether each acts now',
          tags: ['catalogue'],
        },
      },
      async () => app.merchandising(),
    )

    server.put(
      '/v1/merchandising',
      {
        config,
        schema: {
          operationId: 'putMerchandising',
          body: MerchandisingRequest,
          documentedBody: MerchandisingDocument,
          response: { 200: MerchandisingReply, ...PROBLEMS },
          summary: 'Replaces the merchandising rules, all or none',
          tags: ['catalogue'],
        },
      },
      async (request) => app.putMerchandising(request.body),
    )
  }
}
