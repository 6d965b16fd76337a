/**
 * The HTTP face of the application: what stands before every route, and the routes.
 *
 * Order of a request: security headers and CORS, closing?, who calls and how often, body, schema,
 * route. Handlers only translate; whatever is thrown on the way becomes a problem document.
 */
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import type { Application } from '@umiar/use-cases'
import { type Clock, DomainError, type Random } from '@umiar/vocabulary'
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import type { ServerConfig } from './config/config.ts'
import { docsPages } from './docs/docs-pages.ts'
import { createAccessHook } from './http/access.ts'
import { createBrowserHook, setSecurityHeaders } from './http/browser-rules.ts'
import { acceptJsonOnly, BODY_LIMIT_BYTES } from './http/json-body.ts'
import { leaveQuietly } from './http/leave-quietly.ts'
import { HttpMetrics } from './http/metrics.ts'
import { createOrigins } from './http/origins.ts'
import { RateLimiter } from './http/rate-limit.ts'
import { answerBrokenHttp, answerRefusals, sendProblem } from './http/refusals.ts'
import { createAnswerHook, type LogOptions, loggerOptions, noteAnswer } from './http/request-log.ts'
import { createRouteTable } from './http/route-table.ts'
import type { KeyRing } from './keys.ts'
import { collectOpenApi } from './openapi.ts'
import { administrationRoutes } from './routes/administration.ts'
import { catalogueRoutes } from './routes/catalogue.ts'
import { consentRoutes } from './routes/consent.ts'
import type { RouteContext } from './routes/context.ts'
import { erasureRoutes } from './routes/erasure.ts'
import { eventRoutes } from './routes/events.ts'
import { importRoutes } from './routes/imports.ts'
import { meRoutes } from './routes/me.ts'
import { meActRoutes } from './routes/me-acts.ts'
import { merchandisingRoutes } from './routes/merchandising.ts'
import { operationRoutes } from './routes/operations.ts'
import { overviewRoutes } from './routes/overview.ts'
import { rankingRoutes } from './routes/ranking.ts'
import { recommendationRoutes } from './routes/recommendations.ts'
import { shopperTokenRoutes } from './routes/shopper-tokens.ts'
import type { ShopperTokens } from './shopper-tokens.ts'
import { widgetRoutes } from './widgets/widget-routes.ts'

export interface ServerOptions {
  readonly app: Application
  readonly config: ServerConfig
  readonly keys: KeyRing
  readonly tokens: ShopperTokens
  readonly clock: Clock
  readonly random: Random
  /** Level and destination of the log; the configured level on standard output if absent. */
  readonly logger?: LogOptions
  /** Registers the pages, in a scope of their own: their parsers and handlers stay theirs. */
  readonly pages?: (server: FastifyInstance) => Promise<void>
}

/** Builds the server, ready to `listen` or `inject`. Closing it leaves the application open. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { app, clock, config, keys, random, tokens } = options
  const metrics = new HttpMetrics()
  const server = createFastify(options, metrics)
  const routes = createRouteTable()
  const origins = createOrigins(config)
  const limiter = new RateLimiter(clock, random)
  let isClosing = false

  server.decorateRequest('verifiedCaller', null)
  server.setValidatorCompiler(TypeBoxValidatorCompiler as never)
  acceptJsonOnly(server)
  answerRefusals(server, routes)
  server.addHook('onRoute', (route) => routes.add(route))
  leaveQuietly(server)
  server.addHook('onRequest', createBrowserHook(config, origins, routes))
  server.addHook('onRequest', async (_request, reply) => {
    if (!isClosing) return
    reply.header('connection', 'close')
    throw new DomainError('store_unavailable', 'The server is stopping. Try again in a moment.')
  })
  server.addHook('onRequest', createAccessHook({ config, keys, limiter, origins, tokens }))
  server.addHook('onResponse', createAnswerHook(metrics))
  server.addHook('preClose', async () => {
    isClosing = true
  })

  await collectOpenApi(server)
  const context: RouteContext = { app, clock, config, keys, metrics, tokens }
  for (const plugin of ROUTES) await server.register(plugin(context))
  widgetRoutes(server)
  docsPages(server, { isDemo: config.mode === 'demo' })
  const { pages } = options
  if (pages !== undefined) await server.register(async (scope) => pages(scope))
  await server.ready()
  return server
}

const ROUTES = [
  eventRoutes,
  catalogueRoutes,
  recommendationRoutes,
  rankingRoutes,
  merchandisingRoutes,
  shopperTokenRoutes,
  consentRoutes,
  meRoutes,
  meActRoutes,
  erasureRoutes,
  operationRoutes,
  administrationRoutes,
  overviewRoutes,
  importRoutes,
]

function createFastify({ config, logger, random }: ServerOptions, metrics: HttpMetrics): FastifyInstance {
  // Our own counter, never an id the caller sends: those could name a person.
  const run = Buffer.from(random.bytes(6)).toString('hex')
  let requests = 0
  return Fastify({
    ...loggerOptions(logger ?? { level: config.logLevel }),
    bodyLimit: BODY_LIMIT_BYTES,
    clientErrorHandler: answerBrokenHttp,
    // An address that cannot be decoded reaches no hook: what hooks do for others is done here.
    frameworkErrors: (error, request, reply: FastifyReply) => {
      setSecurityHeaders(request, reply, config)
      sendProblem(error, request, reply)
      noteAnswer(metrics, request, reply)
    },
    genReqId: () => `${run}-${(++requests).toString(36)}`,
    return503OnClosing: false,
    // Ids have up to 128 characters, and a character up to 12 when percent-encoded.
    routerOptions: { maxParamLength: 2_048 },
    trustProxy: config.trustedProxies.length === 0 ? false : [...config.trustedProxies],
  })
}
