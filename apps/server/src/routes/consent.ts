/** `/v1/consent`: the notice, the choice, and its history. */
import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { DomainError } from '@umiar/vocabulary'
import { callerOf } from '../http/access.ts'
import { ConsentChoice, ConsentReply, HistoryReply, PolicyReply } from '../schemas/consent.ts'
import { LocaleQuery, PROBLEMS } from '../schemas/shared.ts'
import { hasGpc, localeOfRequest, type RouteContext, type RouteServer } from './context.ts'
import { checkBodyNames } from './visitor-names.ts'

const tags = ['consent']

export function consentRoutes(context: RouteContext): FastifyPluginAsyncTypebox {
  return async (server) => {
    for (const add of [addPolicy, addChoice, addPresentChoice, addHistory, addReceipts]) add(server, context)
  }
}

function addPolicy(server: RouteServer, { app }: RouteContext): void {
  server.get(
    '/v1/consent/policy',
    {
      config: { callers: ['publishable', 'secret', 'shopper'] },
      schema: {
        operationId: 'consentPolicy',
        querystring: LocaleQuery,
        response: { 200: PolicyReply, ...PROBLEMS },
        summary: 'The notice in force: levels, purposes, switches, retention',
        tags,
      },
    },
    async (request, reply) => {
      reply.header('vary', 'Origin, Accept-Language')
      return app.consentPolicy(localeOfRequest(request, request.query.locale))
    },
  )
}

function addChoice(server: RouteServer, { app }: RouteContext): void {
  server.put(
    '/v1/consent',
    {
      config: { callers: ['publishable', 'secret', 'shopper'] },
      schema: {
        operationId: 'putConsent',
        body: ConsentChoice,
        response: { 200: ConsentReply, ...PROBLEMS },
        summary: 'Saves a choice; with an anonymous_id alone only a lower or narrower one',
        tags,
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const names = checkBodyNames(app, caller, request.body)
      const { anonymous_id: _anonymous, user_id: _user, visitor: _visitor, ...choice } = request.body
      return app.putConsent(caller, names, choice, hasGpc(request))
    },
  )
}

function addPresentChoice(server: RouteServer, { app }: RouteContext): void {
  server.get(
    '/v1/consent',
    {
      config: { callers: ['publishable', 'secret', 'shopper'] },
      schema: {
        operationId: 'consent',
        response: { 200: ConsentReply, ...PROBLEMS },
        summary: 'The choice of the token’s person; with a key, the defaults',
        tags,
      },
    },
    async (request) => {
      const caller = callerOf(request)
      return app.consent(caller.kind === 'shopper' ? caller : undefined, hasGpc(request))
    },
  )
}

function addHistory(server: RouteServer, { app }: RouteContext): void {
  server.get(
    '/v1/consent/history',
    {
      config: { callers: ['shopper'] },
      schema: {
        operationId: 'consentHistory',
        response: { 200: HistoryReply, ...PROBLEMS },
        summary: 'Every choice she made',
        tags,
      },
    },
    async (request) => ({ history: await app.consentHistory(callerOf(request)) }),
  )
}

function addReceipts(server: RouteServer): void {
  server.get(
    '/v1/consent/receipts/:id',
    {
      config: { callers: ['shopper'] },
      schema: {
        operationId: 'consentReceipt',
        params: Type.Object({ id: Type.String() }),
        response: PROBLEMS,
        summary: 'A consent receipt; none are issued by this version',
        tags,
      },
    },
    async () => {
      throw new DomainError('not_found', 'This version issues no receipts; receipt_id is null.')
    },
  )
}
