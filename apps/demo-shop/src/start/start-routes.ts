/**
 * The start page: one sentence, one picture, three doors.
 *
 * The picture is live: the same shelf at levels 0 to 3, asked from the engine for an invented person,
 * so it shows what this very installation would do.
 */
import type { PreviewLevelReply } from '@umiar/http-client'
import { LEVELS } from '@umiar/vocabulary'
import {
  type Html,
  html,
  languageLinks,
  linkTo,
  type PageView,
  renderDocument,
  sayTo,
  siteFooter,
  type TourName,
  tourStepControl,
} from '@umiar/web-pages'
import type { FastifyInstance } from 'fastify'
import { titleOf } from '../catalogue.ts'
import { dialPicture } from '../pages/frame.ts'
import { openShopView } from '../pages/open-view.ts'
import { pictureLink } from '../pages/product-card.ts'
import type { ShopSite } from '../shop-site.ts'

const SHOWN_LEVELS = [0, 1, 2, 3] as const
const SHELF = 4
const MOST_KNOWN = 3

/** Adds the start page. */
export function addStartRoutes(app: FastifyInstance, site: ShopSite): void {
  app.get('/', async (request, reply) => {
    const view = await openShopView(request, site)
    const previews = await Promise.all(
      SHOWN_LEVELS.map((level) => site.engine.preview(level, view.locale, SHELF).catch(() => undefined)),
    )
    const document = renderDocument(site, view, {
      body: startBody(site, view, previews),
      footer: siteFooter(view),
      header: html`<header class="top"><div class="wrap top-row"><span class="brand">Umiar</span>${languageLinks(view)}</div></header>`,
      stylesheets: ['/assets/shop/shop.css'],
      title: sayTo(view, 'start.title'),
    })
    return reply.type('text/html; charset=utf-8').send(document)
  })
}

function startBody(
  site: ShopSite,
  view: PageView,
  previews: readonly (PreviewLevelReply | undefined)[],
): Html {
  return html`<div class="start">
<h1>${sayTo(view, 'start.title')}</h1>
<p class="lead">${sayTo(view, 'start.sentence')}</p>
<section aria-labelledby="doors"><h2 id="doors" class="visually-hidden">${sayTo(view, 'start.doors')}</h2>
<ul class="doors">${(['customer', 'shop', 'officer'] as const).map((name) => door(view, name))}</ul></section>
<section class="staircase" aria-labelledby="picture"><h2 id="picture">${sayTo(view, 'start.picture')}</h2>
<p class="small">${sayTo(view, 'start.picture_line')}</p>
${previews.map((preview, level) => levelRow(site, view, level, preview))}</section>
<p class="alone">${sayTo(view, 'start.alone')} <a href="${linkTo(view, '/shop')}">${sayTo(view, 'frame.shop')}</a> · <a href="${linkTo(view, '/privacy')}">${sayTo(view, 'frame.privacy')}</a> · <a href="${linkTo(view, '/console')}">${sayTo(view, 'frame.console')}</a> · <a href="${linkTo(view, '/docs')}">${sayTo(view, 'frame.docs')}</a></p>
</div>`
}

function door(view: PageView, name: TourName): Html {
  return html`<li class="door door-${name}"><span class="door-picture" aria-hidden="true"></span>
<p>${sayTo(view, `start.${name}_line`)}</p>
${tourStepControl(view, name, 1, sayTo(view, `start.${name}`))}
<p class="small">${sayTo(view, 'start.tour_note')}</p></li>`
}

function levelRow(
  site: ShopSite,
  view: PageView,
  level: number,
  preview: PreviewLevelReply | undefined,
): Html {
  const words = LEVELS.find((row) => row.level === level)
  const items = preview?.slots[0]?.items ?? []
  const { example = null } = preview ?? {}
  return html`<article class="step"><div class="step-words"><h3>${dialPicture(level)} ${level} · ${words?.name[view.locale]}</h3>
${example === null ? html`<p class="small">${level === 0 && sayTo(view, 'start.nobody')}</p>` : knownOf(site, view, example)}</div>
${items.length === 0 ? html`<p class="small">${sayTo(view, 'start.picture_missing')}</p>` : html`<ul class="step-shelf">${items.map((item) => pictured(site, view, item.item_id))}</ul>`}
</article>`
}

/** What the invented person did, in small pictures; the sentence says the same to who does not see them. */
function knownOf(site: ShopSite, view: PageView, example: NonNullable<PreviewLevelReply['example']>): Html {
  const rows = [
    ['start.views', example.viewed],
    ['start.likes', example.likes],
    ['start.bought', example.bought],
  ] as const
  return html`<p class="mark">${sayTo(view, 'start.invented')}</p><p class="visually-hidden">${example.text}</p>
<dl class="known" aria-hidden="true">${rows
    .filter(([, ids]) => ids.length > 0)
    .map(
      ([key, ids]) =>
        html`<div><dt>${sayTo(view, key)}</dt><dd>${ids.slice(0, MOST_KNOWN).map((id) => thumbnail(site, id))}</dd></div>`,
    )}</dl>`
}

function thumbnail(site: ShopSite, itemId: string): Html {
  const product = site.catalogue.product(itemId)
  if (product === undefined) return html``
  return html`<img src="${pictureLink(product)}" alt="" width="48" height="36">`
}

function pictured(site: ShopSite, view: PageView, itemId: string): Html {
  const product = site.catalogue.product(itemId)
  if (product === undefined) return html``
  return html`<li><img src="${pictureLink(product)}" alt="" width="160" height="120"><span>${titleOf(product, view.locale)}</span></li>`
}
