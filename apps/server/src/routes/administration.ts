/** What staff may start: retention now, and the fingerprint of the state. */
import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { NoContent, PROBLEMS } from '../schemas/shared.ts'
import type { RouteContext } from './context.ts'

export function administrationRoutes({ app }: RouteContext): FastifyPluginAsyncTypebox {
  const config = { callers: ['staff'] } as const
  const tags = ['administration']
  return async (server) => {
    server.post(
      '/v1/retention::run',
      {
        config,
        schema: {
          operationId: 'enforceRetention',
          response: { 204: NoContent, ...PROBLEMS },
          summary: 'Deletes now what has outlived its retention; otherwise done hourly',
          tags,
        },
      },
      async (_request, reply) => {
        await app.enforceRetention()
        return reply.code(204).send(null)
      },
    )

    server.get(
      '/v1/state-hash',
      {
        config,
        schema: {
          operationId: 'stateHash',
          response: { 200: Type.Object({ state_hash: Type.String() }), ...PROBLEMS },
          summary: 'SHA-256 of the canonical model state',
          tags,
        },
      },
      async () => ({ state_hash: await app.stateHash() }),
    )
  }
}
