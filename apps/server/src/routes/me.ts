/**
 * `/v1/me`: what a person may see of her own data (GDPR Art. 15, 20).
 *
 * Shopper tokens only: the shop's secret key cannot read anybody here.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callerOf } from '../http/access.ts'
import { MeDataReply, MeReply, UsesReply, WhyReply } from '../schemas/me.ts'
import { LocaleQuery, PROBLEMS } from '../schemas/shared.ts'
import { localeOfRequest, type RouteContext, type RouteServer } from './context.ts'

const config = { callers: ['shopper'] } as const
const tags = ['me']

export function meRoutes(context: RouteContext): FastifyPluginAsyncTypebox {
  return async (server) => {
    for (const add of [addOverview, addData, addUses, addReasons, addExport]) add(server, context)
  }
}

function addOverview(server: RouteServer, { app }: RouteContext): void {
  server.get(
    '/v1/me',
    {
      config,
      schema: {
        operationId: 'me',
        querystring: LocaleQuery,
        response: { 200: MeReply, ...PROBLEMS },
        summary: 'What is held, and until when',
        tags,
      },
    },
    async (request) => app.me(callerOf(request), localeOfRequest(request, request.query.locale)),
  )
}

function addData(server: RouteServer, { app }: RouteContext): void {
  server.get(
    '/v1/me/data',
    {
      config,
      schema: {
        operationId: 'meData',
        response: { 200: MeDataReply, ...PROBLEMS },
        summary: 'Everything held about her',
        tags,
      },
    },
    async (request) => app.meData(callerOf(request)),
  )
}

function addUses(server: RouteServer, { app }: RouteContext): void {
  server.get(
    '/v1/me/uses',
    {
      config,
      schema: {
        operationId: 'meUses',
        response: { 200: UsesReply, ...PROBLEMS },
        summary: 'Each answer her data was used for',
        tags,
      },
    },
    async (request) => ({ uses: await app.meUses(callerOf(request)) }),
  )
}

function addReasons(server: RouteServer, { app }: RouteContext): void {
  server.get(
    '/v1/me/why',
    {
      config,
      schema: {
        operationId: 'meWhy',
        querystring: LocaleQuery,
        response: { 200: WhyReply, ...PROBLEMS },
        summary: 'Why she saw what she saw, in sentences',
        tags,
      },
    },
    async (request) => ({
      why: await app.meWhy(callerOf(request), localeOfRequest(request, request.query.locale)),
    }),
  )
}

function addExport(server: RouteServer, { app }: RouteContext): void {
  server.post(
    '/v1/me/export',
    {
      config,
      schema: {
        operationId: 'exportMe',
        response: { 200: MeDataReply, ...PROBLEMS },
        summary: 'Everything held about her, as a file',
        tags,
      },
    },
    async (request, reply) => {
      reply.header('content-disposition', 'attachment; filename="umiar-export.json"')
      return app.meData(callerOf(request))
    },
  )
}
