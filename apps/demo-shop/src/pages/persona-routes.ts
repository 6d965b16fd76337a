/**
 * Becoming an invented person: demo mode only. Their ids stand in no page, only in the cookie.
 */
import { linkTo, ownPath, readForm, removeCookie, setCookie } from '@umiar/web-pages'
import type { FastifyInstance } from 'fastify'
import type { Personas, ShopSite } from '../shop-site.ts'
import { openShopView } from './open-view.ts'

/** Adds the switch of persons. */
export function addPersonaRoutes(app: FastifyInstance, site: ShopSite, personas: Personas): void {
  app.post('/shop/persona', async (request, reply) => {
    const view = await openShopView(request, site)
    const form = readForm(request.body)
    const id = await personas.become(form.one('persona'))
    // The visit of the one before ends with her.
    reply.header('set-cookie', removeCookie('umiar_visit', view.secure))
    reply.header('set-cookie', removeCookie('umiar_choice', view.secure))
    reply.header(
      'set-cookie',
      id === undefined ? removeCookie('umiar_id', view.secure) : setCookie('umiar_id', id, view.secure),
    )
    return reply.redirect(ownPath(form.one('back'), linkTo(view, '/shop')), 303)
  })
}
