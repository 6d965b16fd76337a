/**
 * Operations: is it alive, is it ready, how is it doing, and what can it do?
 *
 * From other machines `/readyz` and `/metrics` need the staff token: they tell how much a shop sells.
 */
import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import type * as application from '@umiar/use-cases'
import { DomainError } from '@umiar/vocabulary'
import type { FastifyRequest } from 'fastify'
import { keyKindOf } from '../http/access.ts'
import { metricsPage } from '../http/metrics.ts'
import { isFromLoopback } from '../http/origins.ts'
import { PROBLEM_MEDIA_TYPE, Problem } from '../http/problem.ts'
import type { KeyRing } from '../keys.ts'

import { PROBLEMS, replyOf } from '../schemas/shared.ts'
import type { RouteContext, RouteServer } from './context.ts'

const ReadinessReply = replyOf<application.Readiness>(
  Type.Object({
    ready: Type.Boolean(),
    store: Type.String({ description: 'ok, full or unavailable' }),
    learner: Type.String({ description: 'ok or replaying' }),
    model_version: Type.String(),
    products: Type.Integer(),
  }),
)
/** A server that is stopping refuses like any other route. */
const NotReady = {
  content: {
    'application/json': { schema: ReadinessReply },
    [PROBLEM_MEDIA_TYPE]: { schema: Problem },
  },
  description: 'Not ready: the same fields, or a refusal',
} as const
const Figures = {
  content: { 'text/plain': { schema: Type.String() } },
  description: 'Prometheus text, exposition format 0.0.4',
} as const
const UNREACHABLE: application.Readiness = {
  learner: 'ok',
  model_version: '',
  products: 0,
  ready: false,
  store: 'unavailable',
}
/** When our handling of Global Privacy Control last changed. */
const GPC_LAST_UPDATE = '2026-11-23'

const tags = ['operations']

export function operationRoutes(context: RouteContext): FastifyPluginAsyncTypebox {
  return async (server) => {
    for (const add of [addHealth, addReadiness, addMetrics, addGpc]) add(server, context)
  }
}

function addHealth(server: RouteServer): void {
  server.get(
    '/healthz',
    {
      schema: {
        operationId: 'health',
        response: { 200: Type.Object({ status: Type.Literal('ok') }), ...PROBLEMS },
        summary: 'The process answers',
        tags,
      },
    },
    async () => ({ status: 'ok' as const }),
  )
}

function addReadiness(server: RouteServer, { app, keys }: RouteContext): void {
  server.get(
    '/readyz',
    {
      schema: {
        operationId: 'readiness',
        response: { 200: ReadinessReply, 503: NotReady, ...PROBLEMS },
        summary: 'Ready to serve, and what is missing if not',
        tags,
      },
    },
    async (request, reply) => {
      checkOperator(request, keys)
      const readiness = await app.readiness().catch(() => UNREACHABLE)
      reply.header('cache-control', 'no-store')
      return reply.code(readiness.ready ? 200 : 503).send(readiness)
    },
  )
}

function addMetrics(server: RouteServer, { app, keys, metrics }: RouteContext): void {
  server.get(
    '/metrics',
    {
      schema: {
        operationId: 'metrics',
        response: { 200: Figures, ...PROBLEMS },
        summary: 'Figures in Prometheus text',
        tags,
      },
    },
    async (request, reply) => {
      checkOperator(request, keys)
      reply.header('cache-control', 'no-store')
      return reply.type('text/plain; version=0.0.4; charset=utf-8').send(metricsPage(metrics, app.counters()))
    },
  )
}

// https://www.w3.org/TR/gpc/ §5: how a site says that it honours the signal.
function addGpc(server: RouteServer): void {
  server.get(
    '/.well-known/gpc.json',
    {
      schema: {
        operationId: 'gpcSupport',
        response: { 200: Type.Object({ gpc: Type.Boolean(), lastUpdate: Type.String() }), ...PROBLEMS },
        summary: 'This site honours Global Privacy Control',
        tags,
      },
    },
    async () => ({ gpc: true, lastUpdate: GPC_LAST_UPDATE }),
  )
}

function checkOperator(request: FastifyRequest, keys: KeyRing): void {
  if (isFromLoopback(request) || keyKindOf(request, keys) === 'staff') return
  throw new DomainError('key_missing', 'From another machine this needs the staff token.', {
    accepted: ['staff'],
  })
}
