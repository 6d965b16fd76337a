/**
 * `/privacy`: the one page of the centre. Looking at it stores nothing anywhere.
 */
import type { MessageKey } from '@umiar/messages'
import { faultMessage, type Html, html, type Notice, sayTo } from '@umiar/web-pages'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Centre, type CentrePage, type CentreView, openCentreView } from './centre.ts'
import { type Policy, readHoldings } from './engine.ts'
import { exampleSection } from './example/example-section.ts'
import { sendCentrePage } from './frame.ts'
import { heldSection } from './held/held-section.ts'
import { choiceForm } from './levels/choice-form.ts'
import { saidNotices } from './notices.ts'
import { rightsSection } from './rights/rights-section.ts'
import { detailsSection, statusSection } from './status.ts'
import { tasteSection } from './taste/taste-section.ts'
import { usesSection } from './uses/uses-section.ts'
import { whySection } from './uses/why-section.ts'

/** Adds the page. */
export function addOverviewRoute(app: FastifyInstance, centre: Centre): void {
  app.get('/privacy', async (request, reply) => {
    const view = await openCentreView(centre, request)
    const policy = await centre.client.consentPolicy({ query: { locale: view.locale } })
    return sendOverview(centre, view, reply, policy, saidNotices(view, policy))
  })
}

/** Sends the page, with a status of 200 or the one set before. */
export async function sendOverview(
  centre: Centre,
  view: CentreView,
  reply: FastifyReply,
  policy: Policy,
  notices: readonly Notice[],
): Promise<FastifyReply> {
  const [previews, holdings] = await Promise.all([
    centre.previews(view.locale),
    view.shopper === undefined
      ? undefined
      : readHoldings(view.shopper, view.locale).catch((fault: unknown) => ({ fault })),
  ])
  const isUnreadable = holdings !== undefined && 'fault' in holdings
  const page: CentrePage = {
    centre,
    holdings: isUnreadable ? 'unreadable' : holdings,
    policy,
    previews,
    view,
  }
  return sendCentrePage(centre, view, reply, {
    body: overviewBody(page),
    notices: isUnreadable
      ? [...notices, { kind: 'problem', text: faultMessage(view, holdings.fault) }]
      : notices,
    title: sayTo(view, 'privacy.title'),
  })
}

function overviewBody(page: CentrePage): Html {
  const { view } = page
  const isGuest = view.shopper === undefined
  return html`<div class="privacy">
<h1>${sayTo(view, 'privacy.title')}</h1>
<p class="lead">${sayTo(view, 'privacy.lead')}</p>
${statusSection(page)}
${contents(page)}
${choiceForm(page)}
${heldSection(page)}
${isGuest ? exampleSection(page) : html`${tasteSection(page)}${usesSection(page)}${whySection(page)}${rightsSection(page)}`}
${detailsSection(page)}
</div>`
}

/** Links to the parts, for somebody who has something there; and where scripts say what was done. */
function contents({ view }: CentrePage): Html {
  if (view.shopper === undefined) return html``
  const link = (id: string, key: MessageKey): Html => html`<li><a href="#${id}">${sayTo(view, key)}</a></li>`
  return html`<nav class="contents" aria-label="${sayTo(view, 'privacy.contents')}"><ul>
${link('levels', 'contents.levels')}${link('held', 'contents.held')}${link('taste', 'contents.taste')}${link('uses', 'contents.uses')}${link('why', 'contents.why')}${link('rights', 'contents.rights')}
</ul></nav>
<p class="visually-hidden" id="said" role="status"></p>`
}
