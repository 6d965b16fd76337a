/** `POST /v1/shopper-tokens`: the shop's server vouches for a visitor. */
import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { DomainError } from '@umiar/vocabulary'
import { callerOf } from '../http/access.ts'
import { PROBLEMS, STRICT, Time, VisitorFields } from '../schemas/shared.ts'
import type { RouteContext } from './context.ts'
import { checkNames } from './visitor-names.ts'

const TokenRequest = Type.Object(VisitorFields, STRICT)
const TokenReply = Type.Object({
  token: Type.String({ description: 'JWT, at most 15 minutes' }),
  expires_at: Time,
})

export function shopperTokenRoutes({ app, tokens }: RouteContext): FastifyPluginAsyncTypebox {
  return async (server) => {
    server.post(
      '/v1/shopper-tokens',
      {
        config: { callers: ['secret'] },
        schema: {
          operationId: 'issueShopperToken',
          body: TokenRequest,
          response: { 200: TokenReply, ...PROBLEMS },
          summary: 'A token for one visitor; creates no record of anybody',
          tags: ['consent'],
        },
      },
      async (request) => {
        const names = checkNames(app, callerOf(request), request.body, '')
        if (names === undefined) throw nameNeeded()
        const { expiresAtMs, token } = await tokens.issue(app.aliasFor(names))
        return { expires_at: new Date(expiresAtMs).toISOString(), token }
      },
    )
  }
}

/** The refusal of a call that must name somebody. */
export function nameNeeded(): DomainError {
  return new DomainError('invalid_request', 'Name the visitor: anonymous_id or user_id.', {}, [
    { code: 'missing', message: 'or user_id is needed', pointer: '/anonymous_id' },
  ])
}
