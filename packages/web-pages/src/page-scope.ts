/**
 * What every scope of pages needs: form parser, headers, refusal of foreign forms, and a page that
 * says what went wrong. The API's routes beside it are not touched.
 */
import formbody from '@fastify/formbody'
import { DomainError } from '@umiar/vocabulary'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CONTENT_SECURITY_POLICY, type Site } from './document.ts'
import { codeOf, faultMessage } from './faults.ts'
import { type Html, html } from './html.ts'
import { type PageView, sayTo } from './page-view.ts'
import { comesFromOwnPage } from './request-origin.ts'

export interface PageScope {
  readonly site: Pick<Site, 'origins'>
  readonly open: (request: FastifyRequest) => Promise<PageView>
  /** Renders a page of this app around a body. */
  readonly send: (
    reply: FastifyReply,
    view: PageView,
    title: string,
    body: Html,
  ) => FastifyReply | Promise<FastifyReply>
}

const LARGEST_FORM_BYTES = 64 * 1024

/** Prepares a Fastify scope for pages. Call it first, inside `register`. */
export async function preparePageScope(app: FastifyInstance, scope: PageScope): Promise<void> {
  if (!app.hasContentTypeParser('application/x-www-form-urlencoded')) {
    await app.register(formbody, { bodyLimit: LARGEST_FORM_BYTES })
  }
  // Pages are no part of the described API.
  app.addHook('onRoute', (route) => {
    const schema = { ...route.schema, hide: true }
    route.schema = schema
  })
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'cache-control': 'no-store',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
  })
  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'POST' || comesFromOwnPage(request.headers, request.host, scope.site.origins))
      return undefined
    return sendFault(scope, await scope.open(request), reply.code(403), 'error.foreign')
  })
  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const view = await scope.open(request)
    const status = statusOf(error)
    if (status >= 500)
      request.log.error({ failure: { code: codeOf(error), type: error.name } }, 'a page failed')
    if (status < 500 && codeOf(error) === undefined)
      return sendFault(scope, view, reply.code(status), 'error.form')
    const title = sayTo(view, 'error.title')
    const body = html`<h1>${title}</h1><p>${faultMessage(view, error)}</p>`
    return scope.send(reply.code(status), view, title, body)
  })
}

function sendFault(
  scope: PageScope,
  view: PageView,
  reply: FastifyReply,
  key: 'error.foreign' | 'error.form',
): FastifyReply | Promise<FastifyReply> {
  const title = sayTo(view, 'error.title')
  return scope.send(reply, view, title, html`<h1>${title}</h1><p>${sayTo(view, key)}</p>`)
}

function statusOf(error: Error & { statusCode?: number; status?: number }): number {
  if (error instanceof DomainError) return error.status
  if (error.status === undefined) return error.statusCode ?? 500
  // A key the API refuses is the shop's fault, not the visitor's.
  return error.status === 401 || error.status === 403 ? 500 : error.status
}
