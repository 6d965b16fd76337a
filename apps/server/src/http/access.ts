/**
 * Who calls, and may this kind of caller do this? The first question every route asks.
 *
 * A route under `/v1` names the kinds of caller it serves in its `config.callers`; one that names none
 * cannot be registered, so nothing is open by omission. Origin and rate limit are checked here too,
 * before a byte of the body is read.
 */
import type { Caller } from '@umiar/use-cases'
import { DomainError } from '@umiar/vocabulary'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ServerConfig } from '../config/config.ts'
import type { KeyRing } from '../keys.ts'
import type { ShopperTokens } from '../shopper-tokens.ts'
import type { Origins } from './origins.ts'
import type { RateLimiter } from './rate-limit.ts'

export type CallerKind = Caller['kind']

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Kinds of caller the route serves; absent on pages and operations, which are open. */
    callers?: readonly CallerKind[]
  }
  interface FastifyRequest {
    /** Set on routes with `config.callers`; read it with `callerOf`. */
    verifiedCaller: Caller | null
  }
}

export interface AccessOptions {
  readonly config: Pick<ServerConfig, 'rateLimitPerMinute' | 'secretRateLimitPerMinute'>
  readonly keys: KeyRing
  readonly tokens: ShopperTokens
  readonly origins: Origins
  readonly limiter: RateLimiter
}

/** The hook that lets a request in or refuses it. */
export function createAccessHook(options: AccessOptions) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { callers } = request.routeOptions.config
    if (callers === undefined) return
    reply.header('cache-control', 'private, no-store')
    const bearer = bearerOf(request)
    if (bearer === undefined) {
      throw new DomainError('key_missing', 'Send a key or shopper token as Authorization: Bearer …', {
        accepted: callers,
      })
    }
    const caller = await identify(bearer, options)
    if (!callers.includes(caller.kind)) {
      throw new DomainError('key_kind_not_allowed', `This call takes: ${callers.join(', ')}.`, {
        accepted: callers,
      })
    }
    checkOrigin(caller.kind, request, options.origins)
    limit(caller.kind, bearer, request, reply, options)
    request.verifiedCaller = caller
  }
}

/** The caller of a route with `config.callers`. @throws TypeError on an open route */
export function callerOf(request: FastifyRequest): Caller {
  if (request.verifiedCaller === null)
    throw new TypeError(`route ${request.routeOptions.url} names no callers`)
  return request.verifiedCaller
}

/** The kind of caller behind the request's key, or `undefined`: for open routes that tell staff more. */
export function keyKindOf(request: FastifyRequest, keys: KeyRing): CallerKind | undefined {
  const bearer = bearerOf(request)
  return bearer === undefined ? undefined : keys.kindOf(bearer)
}

function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer +([\w.~+/=-]{1,4096}) *$/i.exec(request.headers.authorization ?? '')?.[1]
}

async function identify(bearer: string, { keys, tokens }: AccessOptions): Promise<Caller> {
  const kind = keys.kindOf(bearer)
  if (kind !== undefined) return { kind }
  if (bearer.split('.').length !== 3) {
    throw new DomainError('key_unknown', 'The key is not known here, was rotated out, or was mistyped.')
  }
  const { alias, issuedAtMs } = await tokens.verify(bearer)
  return { alias, issuedAtMs, kind: 'shopper' }
}

/** Keys that live in browsers are bound to origins. A caller without `Origin` is no browser page. */
function checkOrigin(kind: CallerKind, request: FastifyRequest, origins: Origins): void {
  const { origin } = request.headers
  if (origin === undefined || (kind !== 'publishable' && kind !== 'shopper')) return
  if (!origins.isAllowed(origin, request)) throw originRefused()
}

/** The refusal of a foreign page. */
export function originRefused(): DomainError {
  return new DomainError(
    'origin_not_allowed',
    'Pages of this origin may not call. Add it to UMIAR_ALLOWED_ORIGINS.',
  )
}

function limit(
  kind: CallerKind,
  bearer: string,
  request: FastifyRequest,
  reply: FastifyReply,
  options: AccessOptions,
): void {
  const { rateLimitPerMinute, secretRateLimitPerMinute } = options.config
  const perMinute = {
    publishable: rateLimitPerMinute,
    secret: secretRateLimitPerMinute,
    shopper: rateLimitPerMinute,
    staff: 0,
  }[kind]
  if (perMinute === 0) return
  const decision = options.limiter.take(bearer, request.ip, perMinute)
  reply.header('ratelimit-limit', decision.limit)
  reply.header('ratelimit-remaining', decision.remaining)
  reply.header('ratelimit-reset', decision.resetSeconds)
  if (decision.allowed) return
  reply.header('retry-after', decision.retryAfterSeconds)
  throw new DomainError(
    'rate_limited',
    `Wait ${decision.retryAfterSeconds} s, then go on with fewer requests.`,
    {
      retry_after_seconds: decision.retryAfterSeconds,
    },
  )
}
