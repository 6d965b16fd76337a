/**
 * Which browser pages may use the API: origins, CORS, and who counts as this machine.
 *
 * No wildcard anywhere. In demo mode the server's own origin is allowed, and the `Host` header must
 * name this machine: otherwise a foreign page could reach the demo by DNS rebinding.
 */
import type { FastifyRequest } from 'fastify'
import type { ServerConfig } from '../config/config.ts'
import { isLoopbackHost } from '../config/values.ts'

export interface Origins {
  /** May a page of this origin call? */
  isAllowed(origin: string, request: FastifyRequest): boolean
  /** Was the request sent to a name this server answers to? */
  isOwnHost(request: FastifyRequest): boolean
}

export function createOrigins(config: Pick<ServerConfig, 'mode' | 'allowedOrigins' | 'publicUrl'>): Origins {
  const listed = new Set(config.allowedOrigins)
  if (config.publicUrl !== undefined) listed.add(new URL(config.publicUrl).origin)
  const isDemo = config.mode === 'demo'
  return {
    isAllowed: (origin, request) =>
      listed.has(origin) || (isDemo && origin === `http://${request.headers.host ?? ''}`),
    isOwnHost: (request) => !isDemo || isLoopbackHost(hostnameOf(request.headers.host ?? '')),
  }
}

/** Does the request come from this machine, and not through a proxy that hides where from? */
export function isFromLoopback(request: FastifyRequest): boolean {
  const { headers } = request
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return !isForwarded && isLoopbackAddress(request.socket.remoteAddress ?? '')
}

function isLoopbackAddress(address: string): boolean {
  return isLoopbackHost(address.replace(/^::ffff:/, ''))
}

function hostnameOf(host: string): string {
  return host.replace(/:\d+$/, '')
}
