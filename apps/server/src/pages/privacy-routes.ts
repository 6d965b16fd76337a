/**
 * The privacy page: choose, see, correct, take along, erase. All as plain forms.
 *
 * A guest's refusal stays on her device as one value without identifier: no subject, key or row comes
 * of it. An id is minted only together with a saved level of 1 or more, and given to the browser only
 * after the engine has recorded the choice.
 */
import type { ConsentPolicyReply } from '@umiar/use-cases'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { removeCookie, setCookie } from './cookies.ts'
import { faultMessage } from './faults.ts'
import { readForm } from './form.ts'
import type { Notice, Site } from './layout.ts'
import { type ChoiceReading, readChoice, tasteAfter } from './privacy-forms.ts'
import { erasedBody, type Holdings, privacyBody } from './privacy-view.ts'
import { ApiFault } from './shop-api.ts'
import { sendPage } from './shop-routes.ts'
import { linkTo, newId, openPageView, type PageView, sayTo } from './visitor.ts'

/** Adds the privacy pages. */
export function addPrivacyRoutes(app: FastifyInstance, site: Site): void {
  const open = (request: FastifyRequest): Promise<PageView> =>
    openPageView(request, site.api, site.secureCookies)

  app.get('/privacy', async (request, reply) => {
    const view = await open(request)
    const policy = await site.api.policy(view.locale)
    return sendPrivacy(site, view, reply, policy, savedNotices(view, policy))
  })

  app.post('/privacy/choice', async (request, reply) => {
    const view = await open(request)
    const policy = await site.api.policy(view.locale)
    const reading = readChoice(readForm(request.body), policy, view.locale)
    if (reading === undefined)
      return sendProblem(site, view, reply.code(422), policy, sayTo(view, 'error.form'))
    try {
      return reply.redirect(linkTo(view, '/privacy', await saveChoice(site, view, reply, reading)), 303)
    } catch (fault) {
      const status = fault instanceof ApiFault ? fault.status : 500
      return sendProblem(site, view, reply.code(status), policy, faultMessage(view, fault))
    }
  })

  app.post('/privacy/hints', async (request, reply) => {
    const view = await open(request)
    if (view.shopper === undefined) return reply.redirect(linkTo(view, '/privacy'), 303)
    const { taste } = await view.shopper.data()
    await view.shopper.putTaste(tasteAfter(readForm(request.body), taste))
    return reply.redirect(linkTo(view, '/privacy', { done: 'hints' }), 303)
  })

  app.post('/privacy/export', async (request, reply) => {
    const view = await open(request)
    if (view.shopper === undefined) return reply.redirect(linkTo(view, '/privacy'), 303)
    const data = await view.shopper.exportData()
    const day = new Date().toISOString().slice(0, 10)
    return reply
      .header('content-disposition', `attachment; filename="umiar-${day}.json"`)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(data, undefined, 2))
  })

  app.post('/privacy/erase', async (request, reply) => {
    const view = await open(request)
    const policy = await site.api.policy(view.locale)
    if (readForm(request.body).one('confirm') !== 'yes') {
      return sendProblem(site, view, reply.code(422), policy, sayTo(view, 'erase.unconfirmed'))
    }
    const erased = await view.shopper?.erase()
    for (const cookie of ['umiar_id', 'umiar_visit', 'umiar_choice'] as const) {
      reply.header('set-cookie', removeCookie(cookie, view.secure))
    }
    const after: PageView = {
      ...view,
      anonymousId: undefined,
      consent: undefined,
      level: 0,
      shopper: undefined,
    }
    return sendPage(reply, site, after, sayTo(view, 'erase.done_title'), erasedBody(after, policy, erased))
  })
}

/**
 * Records a choice and leaves on the device what belongs to it.
 *
 * @returns what the page shall say afterwards, as query
 */
async function saveChoice(
  site: Site,
  view: PageView,
  reply: FastifyReply,
  { choice, tooLow }: ChoiceReading,
): Promise<Readonly<Record<string, string>>> {
  if (view.shopper === undefined && choice.level === 0) {
    reply.header('set-cookie', setCookie('umiar_choice', '0', view.secure))
    return { done: 'refused' }
  }
  const anonymousId = view.anonymousId ?? newId()
  const shopper = view.shopper ?? site.api.shopper(anonymousId)
  const saved = await shopper.putConsent(choice, view.gpc)
  reply.header('set-cookie', setCookie('umiar_id', anonymousId, view.secure))
  if (view.refused) reply.header('set-cookie', removeCookie('umiar_choice', view.secure))
  if (saved.level === 0) reply.header('set-cookie', removeCookie('umiar_visit', view.secure))
  return {
    done: 'saved',
    ...(saved.removed === undefined || saved.removed.length === 0
      ? {}
      : { removed: saved.removed.join(',') }),
    ...(tooLow.length === 0 ? {} : { too_low: tooLow.join(',') }),
  }
}

async function sendPrivacy(
  site: Site,
  view: PageView,
  reply: FastifyReply,
  policy: ConsentPolicyReply,
  notices: readonly Notice[],
): Promise<FastifyReply> {
  const holdings = await holdingsOf(view).catch((fault: unknown) => fault)
  const unreadable: Notice[] =
    holdings instanceof Error ? [{ kind: 'problem', text: faultMessage(view, holdings) }] : []
  const body = privacyBody(site, view, policy, holdings instanceof Error ? undefined : (holdings as Holdings))
  return sendPage(reply, site, view, sayTo(view, 'privacy.title'), body, [...notices, ...unreadable])
}

function sendProblem(
  site: Site,
  view: PageView,
  reply: FastifyReply,
  policy: ConsentPolicyReply,
  text: string,
): Promise<FastifyReply> {
  return sendPrivacy(site, view, reply, policy, [{ kind: 'problem', text }])
}

async function holdingsOf(view: PageView): Promise<Holdings | undefined> {
  if (view.shopper === undefined) return undefined
  const [me, data, why] = await Promise.all([
    view.shopper.me(view.locale),
    view.shopper.data(),
    view.shopper.why(view.locale),
  ])
  return { data, me, why }
}

/** Sentences on the act just done. They are chosen by closed words in the address, never quoted from it. */
function savedNotices(view: PageView, policy: ConsentPolicyReply): readonly Notice[] {
  const done = (text: string): Notice => ({ kind: 'done', text })
  if (view.query.done === 'hints') return [done(sayTo(view, 'hints.saved'))]
  if (view.query.done === 'refused') return view.refused ? [done(sayTo(view, 'privacy.saved_guest'))] : []
  if (view.query.done !== 'saved' || view.consent === undefined) return []
  const { consent } = view
  const level = policy.levels.find((row) => row.level === consent.level)?.name ?? ''
  const notices = [done(sayTo(view, 'privacy.saved', { level }))]
  const removed = (view.query.removed ?? '').split(',')
  const tables = policy.retention.filter((row) => removed.includes(row.table)).map((row) => row.name)
  if (tables.length > 0)
    notices.push(done(sayTo(view, 'privacy.saved_removed', { tables: tables.join(', ') })))
  const tooLow = (view.query.too_low ?? '').split(',')
  for (const row of policy.purposes.filter(({ purpose }) => tooLow.includes(purpose))) {
    notices.push(done(sayTo(view, 'privacy.saved_too_low', { level: row.least_level, purpose: row.name })))
  }
  return notices
}
