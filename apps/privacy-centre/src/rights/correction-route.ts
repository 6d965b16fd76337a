/**
 * `POST /privacy/correct`: one product of her history or of an explanation put right (GDPR Art. 16, 17).
 */
import { linkTo, readForm } from '@umiar/web-pages'
import type { FastifyInstance } from 'fastify'
import { type Centre, openCentreView } from '../centre.ts'

/** What may be said, and what the page answers. */
const ACTS = {
  already_have: 'have',
  forget: 'forgotten',
  gift: 'forgotten',
  not_for_me: 'hidden',
} as const

/** Adds the route. */
export function addCorrectionRoute(app: FastifyInstance, centre: Centre): void {
  app.post('/privacy/correct', async (request, reply) => {
    const view = await openCentreView(centre, request)
    const form = readForm(request.body)
    const [act, itemId] = [form.one('act'), form.one('item_id')]
    if (view.shopper === undefined || !isAct(act) || itemId === '')
      return reply.redirect(linkTo(view, '/privacy'), 303)
    const calls = await view.shopper.calls()
    await calls.feedback({ body: { feedback: act, item_id: itemId } })
    const place = form.one('back') === 'why' ? 'why' : 'held'
    return reply.redirect(linkTo(view, `/privacy#${place}`, { done: ACTS[act] }), 303)
  })
}

function isAct(text: string): text is keyof typeof ACTS {
  return Object.hasOwn(ACTS, text)
}
