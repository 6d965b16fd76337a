/**
 * What stands around every page of the centre: the shop's name, the way back, the footer.
 */
import { type Html, html, linkTo, type Notice, renderDocument, sayTo, siteFooter } from '@umiar/web-pages'
import type { FastifyReply } from 'fastify'
import type { Centre, CentreView } from './centre.ts'

export interface CentreDocument {
  readonly title: string
  readonly body: Html
  readonly notices?: readonly Notice[]
}

/** Sends a page with a status of 200 or the one set before. */
export function sendCentrePage(
  centre: Centre,
  view: CentreView,
  reply: FastifyReply,
  page: CentreDocument,
): FastifyReply {
  const document = renderDocument(centre.site, view, {
    ...page,
    footer: siteFooter(view),
    head: html`<script type="module" src="/assets/privacy/centre.js"></script>`,
    header: header(centre, view),
    stylesheets: ['/assets/privacy/privacy.css'],
  })
  return reply.type('text/html; charset=utf-8').send(document)
}

function header(centre: Centre, view: CentreView): Html {
  const shop = linkTo(view, centre.shopAddress)
  return html`<header class="top">
<div class="wrap top-row centre-top">
<a class="brand" href="${shop}">${centre.site.name}</a>
<a class="to-shop" href="${shop}">${sayTo(view, 'privacy.to_shop')}</a>
</div>
</header>`
}
