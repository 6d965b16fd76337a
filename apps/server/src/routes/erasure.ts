/** Erasure: by the person herself, and by the shop on her request (GDPR Art. 17). */
import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import type { Caller } from '@umiar/use-cases'
import { type Clock, DomainError } from '@umiar/vocabulary'
import { callerOf } from '../http/access.ts'
import { EraseReply, EraseRequest } from '../schemas/me.ts'
import { PROBLEMS, STRICT, Visitor, VisitorFields } from '../schemas/shared.ts'
import type { RouteContext } from './context.ts'
import { nameNeeded } from './shopper-tokens.ts'
import { checkBodyNames } from './visitor-names.ts'

/** A token older than this cannot erase: whoever erases was vouched for just now. */
export const ERASE_TOKEN_AGE_MS = 5 * 60_000

const ErasureRequest = Type.Object(
  { visitor: Type.Optional(Visitor), ...VisitorFields, confirm: Type.Optional(Type.Boolean()) },
  STRICT,
)

export function erasureRoutes({ app, clock }: RouteContext): FastifyPluginAsyncTypebox {
  return async (server) => {
    server.post(
      '/v1/me/erase',
      {
        config: { callers: ['shopper'], mayBeEmpty: true },
        schema: {
          operationId: 'eraseMe',
          body: EraseRequest,
          response: { 200: EraseReply, ...PROBLEMS },
          summary: 'Erases her at once; needs confirm:true and a token of the last 5 minutes',
          tags: ['me'],
        },
      },
      async (request) => {
        const caller = callerOf(request)
        checkTokenAge(caller, clock)
        if (request.body.confirm !== true) throw confirmationRequired()
        return app.erase(caller)
      },
    )

    server.post(
      '/v1/erasures',
      {
        config: { callers: ['secret', 'staff'] },
        schema: {
          operationId: 'erase',
          body: ErasureRequest,
          response: { 200: EraseReply, ...PROBLEMS },
          summary: 'Erases the person the shop knows under this name',
          tags: ['administration'],
        },
      },
      async (request) => {
        const caller = callerOf(request)
        if (request.body.confirm === false) throw confirmationRequired()
        const names = checkBodyNames(app, caller, request.body)
        if (names === undefined) throw nameNeeded()
        return app.erase(caller, names)
      },
    )
  }
}

function checkTokenAge(caller: Caller, clock: Clock): void {
  if (clock.nowMs() - (caller.issuedAtMs ?? 0) <= ERASE_TOKEN_AGE_MS) return
  throw new DomainError('token_too_old', 'Erasure needs a shopper token issued within the last 5 minutes.', {
    max_age_seconds: ERASE_TOKEN_AGE_MS / 1000,
  })
}

function confirmationRequired(): DomainError {
  return new DomainError('confirmation_required', 'Erasure cannot be undone. Send {"confirm": true}.')
}
