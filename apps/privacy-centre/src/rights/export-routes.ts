/**
 * Taking everything along: `POST /privacy/export` as a file, `GET /privacy/data` to read and print.
 */
import { linkTo, sayTo } from '@umiar/web-pages'
import type { FastifyInstance } from 'fastify'
import { type Centre, openCentreView } from '../centre.ts'
import { sendCentrePage } from '../frame.ts'
import { copyBody } from './readable-copy.ts'

/** Adds the routes. */
export function addExportRoutes(app: FastifyInstance, centre: Centre): void {
  app.post('/privacy/export', async (request, reply) => {
    const view = await openCentreView(centre, request)
    if (view.shopper === undefined) return reply.redirect(linkTo(view, '/privacy'), 303)
    const data = await (await view.shopper.calls()).exportMe()
    const day = new Date(centre.nowMs()).toISOString().slice(0, 10)
    return reply
      .header('content-disposition', `attachment; filename="umiar-${day}.json"`)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(data, undefined, 2))
  })

  app.get('/privacy/data', async (request, reply) => {
    const view = await openCentreView(centre, request)
    if (view.shopper === undefined) return reply.redirect(linkTo(view, '/privacy'), 303)
    const data = await (await view.shopper.calls()).meData()
    return sendCentrePage(centre, view, reply, {
      body: copyBody(centre, view, data),
      title: sayTo(view, 'copy.title'),
    })
  })
}
