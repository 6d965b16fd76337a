/**
 * Saving a choice, and leaving on the device what belongs to it.
 *
 * An id is minted only together with a saved level of 1 or more, and given to the browser only after the
 * engine has recorded the choice. A browser that keeps no cookies could never come back to it: that is
 * found out first, with a cookie that names nobody, so that no record is made which she could not reach.
 */
import { linkTo, newId, removeCookie, setCookie } from '@umiar/web-pages'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Centre, CentreView } from '../centre.ts'
import { shopperOf } from '../engine.ts'
import type { ChoiceReading } from './read-choice.ts'

/** `asked`: the answer sends the browser on with the cookie, the form comes again. */
export type StorageCheck = 'open' | 'asked' | 'blocked'

/** Will this browser bring back a cookie? Known without asking for whoever brought one. */
export function checkStorage(view: CentreView, request: FastifyRequest, reply: FastifyReply): StorageCheck {
  if (request.headers.cookie !== undefined) return 'open'
  if (view.query.check === '1') return 'blocked'
  reply.header('set-cookie', setCookie('umiar_choice', '1', view.secure))
  // 307: the browser sends the same form again, without anybody doing anything.
  reply.redirect(linkTo(view, '/privacy/choice', { check: '1' }), 307)
  return 'asked'
}

/**
 * Records a choice.
 *
 * @param resumes ends the pause that began with a lowering, once the lower level is saved
 * @returns what the page shall say afterwards, as query
 */
export async function saveChoice(
  centre: Centre,
  view: CentreView,
  reply: FastifyReply,
  { choice, tooLow }: ChoiceReading,
  resumes: boolean,
): Promise<Readonly<Record<string, string>>> {
  if (view.anonymousId === undefined && choice.level === 0) {
    reply.header('set-cookie', setCookie('umiar_choice', '0', view.secure))
    return { done: 'refused' }
  }
  const anonymousId = view.anonymousId ?? newId()
  const shopper = view.shopper ?? shopperOf(centre.client, anonymousId, view.gpc)
  const calls = await shopper.calls()
  const saved = await calls.putConsent({ body: choice })
  if (resumes) await calls.restrictMe({ body: { restricted: false } })
  reply.header('set-cookie', setCookie('umiar_id', anonymousId, view.secure))
  // The browser script reads the refusal: from now on it names nobody, in every open tab.
  const refusal =
    saved.level === 0
      ? setCookie('umiar_choice', '0', view.secure)
      : removeCookie('umiar_choice', view.secure)
  reply.header('set-cookie', refusal)
  if (saved.level === 0) reply.header('set-cookie', removeCookie('umiar_visit', view.secure))
  const removed = saved.removed ?? []
  return {
    done: 'saved',
    ...(removed.length === 0 ? {} : { removed: removed.join(',') }),
    ...(tooLow.length === 0 ? {} : { too_low: tooLow.join(',') }),
  }
}
