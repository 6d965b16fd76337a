/**
 * What every answer tells a browser, and how a browser's questions before a request are answered.
 *
 * Security headers stand on all answers, also on refusals and on addresses that do not exist. CORS
 * (fetch.spec.whatwg.org) names the one calling origin if it is allowed, never a wildcard, and never
 * allows credentials: keys travel in `Authorization`.
 */
import { DomainError } from '@umiar/vocabulary'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServerConfig } from '../config/config.ts'
import { originRefused } from './access.ts'
import type { Origins } from './origins.ts'
import type { RouteTable } from './route-table.ts'

const CONTENT_SECURITY_POLICY =
  "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
const EXPOSED_HEADERS = 'RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, X-Request-Id'

/** The hook that runs before all others. */
export function createBrowserHook(
  config: Pick<ServerConfig, 'publicUrl'>,
  origins: Origins,
  routes: RouteTable,
) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    setSecurityHeaders(request, reply, config)
    if (!origins.isOwnHost(request)) {
      throw new DomainError(
        'origin_not_allowed',
        'In demo mode the server answers to 127.0.0.1 and localhost only.',
      )
    }
    const { origin } = request.headers
    const isAllowed = origin !== undefined && origins.isAllowed(origin, request)
    reply.header('vary', 'Origin')
    if (isAllowed) {
      reply.header('access-control-allow-origin', origin)
      reply.header('access-control-expose-headers', EXPOSED_HEADERS)
    }
    if (request.method !== 'OPTIONS') return undefined
    const methods = routes.methodsAt(request.url)
    if (methods.length === 0) return undefined
    if (origin !== undefined && !isAllowed) throw originRefused()
    return answerPreflight(reply, methods, isAllowed)
  }
}

/** The headers of every answer. */
export function setSecurityHeaders(
  request: FastifyRequest,
  reply: FastifyReply,
  config: Pick<ServerConfig, 'publicUrl'>,
): void {
  reply.header('x-request-id', request.id)
  reply.header('content-security-policy', CONTENT_SECURITY_POLICY)
  reply.header('x-content-type-options', 'nosniff')
  reply.header('referrer-policy', 'no-referrer')
  if (config.publicUrl?.startsWith('https://')) reply.header('strict-transport-security', 'max-age=31536000')
}

function answerPreflight(reply: FastifyReply, methods: readonly string[], isAllowed: boolean): FastifyReply {
  reply.header('allow', [...methods, 'OPTIONS'].join(', '))
  if (isAllowed) {
    reply.header('access-control-allow-methods', methods.join(', '))
    reply.header('access-control-allow-headers', 'Authorization, Content-Type')
    reply.header('access-control-max-age', 600)
  }
  return reply.code(204).send()
}
