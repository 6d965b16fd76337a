/**
 * Becoming an invented person: demo mode only. Their ids stand in no page, only in the cookie.
 */
import { linkTo, ownPath, readForm, removeCookie, setCookie } from '@umiar/web-pages'
import type { FastifyInstance } from 'fastify'
import type { Personas, ShopSite } from '../shop-site.ts'
import { openShopView, PERSONA_COOKIE } from './open-view.ts'

/** Adds the switch of persons. */
export function addPersonaRoutes(app: FastifyInstance, site: ShopSite, personas: Personas): void {
  app.post('/shop/persona', async (request, reply) => {
    const view = await openShopView(request, site)
    const form = readForm(request.body)
    const key = form.one('persona')
    const persona = personas.all.find((one) => one.key === key)
    const id = persona === undefined ? undefined : await personas.become(key)
    reply.header('set-cookie', personaCookie(persona?.key ?? '', view.secure))
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

/** Her name until the browser closes, or no name any more. */
function personaCookie(key: string, secure: boolean): string {
  const age = key === '' ? '; Max-Age=0' : ''
  return `${PERSONA_COOKIE}=${key}${age}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
