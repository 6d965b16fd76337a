/**
 * `/v1/me`: what a person may see and do about her own data (GDPR Art. 15–18, 20, 21).
 *
 * Shopper tokens only: the shop's secret key cannot read anybody here.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callerOf } from '../http/access.ts'
import { ConsentReply } from '../schemas/consent.ts'
import {
  MeDataReply,
  MeReply,
  ObjectRequest,
  RestrictRequest,
  TasteReply,
  TasteRequest,
  UsesReply,
  WhyReply,
} from '../schemas/me.ts'
import { LocaleQuery, NoContent, PROBLEMS } from '../schemas/shared.ts'
import { localeOfRequest, type RouteContext } from './context.ts'

export function meRoutes({ app }: RouteContext): FastifyPluginAsyncTypebox {
  const config = { callers: ['shopper'] } as const
  const tags = ['me']
  return async (server) => {
    server.get(
      '/v1/me',
      { config, schema: { querystring: LocaleQuery, response: { 200: MeReply, ...PROBLEMS }, summary: 'What is held, and until when', tags } },
      async (request) => app.me(callerOf(request), localeOfRequest(request, request.query.locale)),
    )

    server.get(
      '/v1/me/data',
      { config, schema: { response: { 200: MeDataReply, ...PROBLEMS }, summary: 'Everything held about her', tags } },
      async (request) => app.meData(callerOf(request)),
    )

    server.get(
      '/v1/me/uses',
      { config, schema: { response: { 200: UsesReply, ...PROBLEMS }, summary: 'Each answer her data was used for', tags } },
      async (request) => ({ uses: await app.meUses(callerOf(request)) }),
    )

    server.get(
      '/v1/me/why',
      { config, schema: { querystring: LocaleQuery, response: { 200: WhyReply, ...PROBLEMS }, summary: 'Why she saw what she saw, in sentences', tags } },
      async (request) => ({ why: await app.meWhy(callerOf(request), localeOfRequest(request, request.query.locale)) }),
    )

    server.put(
      '/v1/me/taste',
      { config, schema: { body: TasteRequest, response: { 200: TasteReply, ...PROBLEMS }, summary: 'Her hints: likes, and what never to show', tags } },
      async (request) => app.putTaste(callerOf(request), request.body),
    )

    server.post(
      '/v1/me/export',
      { config, schema: { response: { 200: MeDataReply, ...PROBLEMS }, summary: 'Everything held about her, as a file', tags } },
      async (request, reply) => {
        reply.header('content-disposition', 'attachment; filename="umiar-export.json"')
        return app.meData(callerOf(request))
      },
    )

    server.post(
      '/v1/me/restrict',
      {
        config: { ...config, mayBeEmpty: true },
        schema: { body: RestrictRequest, response: { 200: ConsentReply, ...PROBLEMS }, summary: 'Pauses every use that rests on consent, or ends the pause', tags },
      },
      async (request) => app.setRestriction(callerOf(request), request.body.restricted ?? true),
    )

    server.post(
      '/v1/me/object',
      { config, schema: { body: ObjectRequest, response: { 200: ConsentReply, ...PROBLEMS }, summary: 'Objects to one purpose, or takes it back', tags } },
      async (request) => app.setObjection(callerOf(request), request.body.purpose, request.body.objected ?? true),
    )

    server.post(
      '/v1/me/end-visit',
      { config, schema: { response: { 204: NoContent, ...PROBLEMS }, summary: 'Forgets the visit at once: sign-out', tags } },
      async (request, reply) => {
        app.endVisit(callerOf(request))
        return reply.code(204).send(null)
      },
    )
  }
}
