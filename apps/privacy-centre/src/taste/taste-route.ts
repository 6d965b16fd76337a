/**
 * `POST /privacy/taste`: one product liked, hidden, or taken off its list.
 */
import { type Form, linkTo, readForm } from '@umiar/web-pages'
import type { FastifyInstance } from 'fastify'
import { type Centre, openCentreView } from '../centre.ts'

/** The declared hints: item ids. */
export interface Taste {
  readonly likes: readonly string[]
  readonly never: readonly string[]
  /** What she has already. */
  readonly have: readonly string[]
}

/** Adds the route. */
export function addTasteRoute(app: FastifyInstance, centre: Centre): void {
  app.post('/privacy/taste', async (request, reply) => {
    const view = await openCentreView(centre, request)
    if (view.shopper === undefined) return reply.redirect(linkTo(view, '/privacy'), 303)
    const calls = await view.shopper.calls()
    const { taste } = await calls.meData()
    await calls.putTaste({ body: tasteAfter(readForm(request.body), taste) })
    return reply.redirect(linkTo(view, '/privacy#taste', { done: 'taste' }), 303)
  })
}

/** The hints after one tap: a product is liked or hidden, not both, the newest first. */
export function tasteAfter(form: Form, { have, likes, never }: Taste): Taste {
  const [liked, hidden] = [form.one('like'), form.one('never')]
  const tapped = liked || hidden || form.one('clear')
  const without = (ids: readonly string[]): string[] => ids.filter((id) => id !== tapped)
  return {
    have: form.one('clear') === '' ? have : without(have),
    likes: [...(liked === '' ? [] : [liked]), ...without(likes)],
    never: [...(liked === '' && hidden !== '' ? [hidden] : []), ...without(never)],
  }
}
