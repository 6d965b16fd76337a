/**
 * What a route needs, and the small translations several of them share.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Application } from '@umiar/use-cases'
import { type Clock, type Locale, localeOf } from '@umiar/vocabulary'
import type { FastifyRequest } from 'fastify'
import type { ServerConfig } from '../config/config.ts'
import type { HttpMetrics } from '../http/metrics.ts'
import type { KeyRing } from '../keys.ts'
import type { ShopperTokens } from '../shopper-tokens.ts'

export interface RouteContext {
  readonly app: Application
  readonly config: ServerConfig
  readonly keys: KeyRing
  readonly tokens: ShopperTokens
  readonly clock: Clock
  readonly metrics: HttpMetrics
}

/** A server whose handlers are typed by their schemas. */
export type RouteServer = Parameters<FastifyPluginAsyncTypebox>[0]

/** Did the browser send Global Privacy Control (`Sec-GPC: 1`)? */
export function hasGpc(request: FastifyRequest): boolean {
  return request.headers['sec-gpc'] === '1'
}

/** The language of an answer: the query's `locale`, else the first of ours in `Accept-Language`. */
export function localeOfRequest(request: FastifyRequest, asked: string | undefined): Locale {
  if (asked !== undefined) return localeOf(asked)
  const wanted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
        .find((q) => q !== undefined)
      return { index, quality: quality === undefined ? 1 : Number(quality), tag }
    })
    .filter(({ quality, tag }) => quality > 0 && /^(pl|en)\b/.test(tag))
    .sort((a, b) => b.quality - a.quality || a.index - b.index)
  return localeOf(wanted[0]?.tag)
}
