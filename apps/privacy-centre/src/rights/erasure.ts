/**
 * `POST /privacy/erase`, and the page after it: what was removed, what remains, a line for her records.
 */

import type { EraseMeReply } from '@umiar/http-client'
import { clockText, counted, NOUNS } from '@umiar/messages'
import { dateFor, type Html, html, linkTo, readForm, removeCookie, sayTo } from '@umiar/web-pages'
import type { FastifyInstance } from 'fastify'
import { type Centre, type CentreView, openCentreView } from '../centre.ts'
import { type Policy, readHoldings } from '../engine.ts'
import { sendCentrePage } from '../frame.ts'
import { holdingsInLines } from '../held/count-holdings.ts'
import { countedLine } from '../held/words.ts'
import { sendOverview } from '../overview.ts'

const COOKIES = ['umiar_id', 'umiar_visit', 'umiar_choice'] as const

/** Adds the route. A failed erasure leaves the id, so that she can try again. */
export function addErasureRoute(app: FastifyInstance, centre: Centre): void {
  app.post('/privacy/erase', async (request, reply) => {
    const view = await openCentreView(centre, request)
    const policy = await centre.client.consentPolicy({ query: { locale: view.locale } })
    if (readForm(request.body).one('confirm') !== 'yes') {
      const text = sayTo(view, 'erase.unconfirmed')
      return sendOverview(centre, view, reply.code(422), policy, [{ kind: 'problem', text }])
    }
    // Counted in her words while it is still there; the erasure does not depend on it.
    const removed = await inWords(centre, view, policy).catch(() => undefined)
    const erased = await (await view.shopper?.calls())?.eraseMe({ body: { confirm: true } })
    for (const cookie of COOKIES) reply.header('set-cookie', removeCookie(cookie, view.secure))
    const after: CentreView = {
      ...view,
      anonymousId: undefined,
      consent: undefined,
      level: 0,
      sessionId: undefined,
      shopper: undefined,
    }
    return sendCentrePage(centre, after, reply, {
      body: erasedBody(centre, after, policy, erased, removed),
      title: sayTo(after, erased === undefined ? 'erase.title' : 'erase.done_title'),
    })
  })
}

function erasedBody(
  centre: Centre,
  view: CentreView,
  policy: Policy,
  erased: EraseMeReply | undefined,
  removed: readonly string[] | undefined,
): Html {
  const ways = html`<p class="ways"><a class="button" href="${linkTo(view, centre.shopAddress)}">${sayTo(view, 'privacy.to_shop')}</a> <a href="${linkTo(view, '/privacy')}">${sayTo(view, 'privacy.title')}</a></p>`
  if (erased === undefined)
    return html`<h1>${sayTo(view, 'erase.title')}</h1><p>${sayTo(view, 'erase.nothing')}</p>${ways}`
  const lines = removed ?? rowsInWords(view, policy, erased)
  return html`<div class="privacy erased"><h1>${sayTo(view, 'erase.done_title')}</h1>
<section aria-labelledby="removed"><h2 id="removed">${sayTo(view, 'erase.removed')}</h2>
<ul class="ticks">
${lines.map((line) => html`<li>${line}</li>`)}
<li>${sayTo(view, 'erase.done_key')}</li>
<li>${sayTo(view, 'erase.done_cookies')}</li>
</ul></section>
<section aria-labelledby="remains"><h2 id="remains">${sayTo(view, 'erase.remains')}</h2>
<p>${policy.texts.after_erasure}</p>
${view.cart.length > 0 && html`<p>${sayTo(view, 'erase.cart_stays')}</p>`}</section>
<section class="receipt" aria-labelledby="receipt"><h2 id="receipt">${sayTo(view, 'erase.receipt')}</h2>
<p>${sayTo(view, 'erase.receipt_line', {
    date: dateFor(view, erased.erased_at),
    shop: centre.site.controller?.name ?? centre.site.name,
    time: clockText(erased.erased_at, view.locale),
  })}</p>
<p class="small">${sayTo(view, 'erase.receipt_hint')}</p></section>
${ways}</div>`
}

/** What is held, line by line, as the page told it before. */
async function inWords(
  centre: Centre,
  view: CentreView,
  policy: Policy,
): Promise<readonly string[] | undefined> {
  if (view.shopper === undefined) return undefined
  const holdings = await readHoldings(view.shopper, view.locale)
  return holdingsInLines(holdings, policy, centre.nowMs()).map((line) => countedLine(view.locale, line))
}

/** The engine's own count of rows, where what is held could not be read. */
function rowsInWords(view: CentreView, policy: Policy, erased: EraseMeReply): readonly string[] {
  return policy.retention
    .filter((row) => (erased.removed[row.table] ?? 0) > 0)
    .map((row) => {
      const count = counted(view.locale, erased.removed[row.table] ?? 0, NOUNS.entries)
      return sayTo(view, 'erase.done_rows', { count, name: row.name })
    })
}
