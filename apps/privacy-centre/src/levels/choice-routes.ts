/**
 * `POST /privacy/choice`: one form, one step, for more and for less.
 */
import { codeOf, faultMessage, linkTo, readForm, removeCookie, sayTo } from '@umiar/web-pages'
import type { FastifyInstance } from 'fastify'
import { type Centre, openCentreView } from '../centre.ts'
import { sendOverview } from '../overview.ts'
import { readChoice } from './read-choice.ts'
import { checkStorage, saveChoice } from './save-choice.ts'

/** Adds the route. */
export function addChoiceRoutes(app: FastifyInstance, centre: Centre): void {
  app.post('/privacy/choice', async (request, reply) => {
    const view = await openCentreView(centre, request)
    const policy = await centre.client.consentPolicy({ query: { locale: view.locale } })
    const form = readForm(request.body)
    const reading = readChoice(form, policy, view.locale)
    const problem = (status: number, text: string) =>
      sendOverview(centre, view, reply.code(status), policy, [{ kind: 'problem', text }])
    if (reading === undefined) return problem(422, sayTo(view, 'error.form'))
    if (reading.choice.level > 0) {
      const storage = checkStorage(view, request, reply)
      if (storage === 'asked') return reply
      if (storage === 'blocked') return problem(422, sayTo(view, 'storage.blocked'))
    }
    try {
      const said = await saveChoice(centre, view, reply, reading, form.one('resume') === 'yes')
      return reply.redirect(linkTo(view, '/privacy', said), 303)
    } catch (fault) {
      if (view.anonymousId === undefined && !view.refused)
        reply.header('set-cookie', removeCookie('umiar_choice', view.secure))
      return problem(statusOf(fault), faultMessage(view, fault))
    }
  })
}

function statusOf(fault: unknown): number {
  const isRefusal = codeOf(fault) !== undefined && fault instanceof Error && 'status' in fault
  return isRefusal && typeof fault.status === 'number' ? fault.status : 500
}
