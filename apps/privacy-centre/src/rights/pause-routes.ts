/**
 * `POST /privacy/pause` and `/privacy/object`: use stops at once, nothing is deleted (GDPR Art. 18, 21).
 */
import { linkTo, readForm } from '@umiar/web-pages'
import type { FastifyInstance } from 'fastify'
import { type Centre, openCentreView } from '../centre.ts'

/** Adds the routes. */
export function addPauseRoutes(app: FastifyInstance, centre: Centre): void {
  app.post('/privacy/pause', async (request, reply) => {
    const view = await openCentreView(centre, request)
    if (view.shopper === undefined) return reply.redirect(linkTo(view, '/privacy'), 303)
    const restricted = readForm(request.body).one('restricted') !== 'no'
    await (await view.shopper.calls()).restrictMe({ body: { restricted } })
    return reply.redirect(linkTo(view, '/privacy', { done: restricted ? 'paused' : 'resumed' }), 303)
  })

  app.post('/privacy/object', async (request, reply) => {
    const view = await openCentreView(centre, request)
    const form = readForm(request.body)
    const purpose = form.one('purpose')
    if (view.shopper === undefined || purpose === '') return reply.redirect(linkTo(view, '/privacy'), 303)
    const calls = await view.shopper.calls()
    await calls.objectMe({ body: { objected: form.one('objected') !== 'no', purpose } })
    return reply.redirect(linkTo(view, '/privacy#rights', { done: 'objected' }), 303)
  })
}
