/**
 * The frame of the shop's pages: header with search, departments and cart, the invented people of demo
 * mode, the drawer, and the tag of the browser script.
 */
import {
  currentPage,
  dataBlock,
  type Html,
  html,
  levelInWords,
  linkTo,
  type Notice,
  renderDocument,
  sayTo,
  siteFooter,
} from '@umiar/web-pages'
import type { FastifyReply } from 'fastify'
import { categoryName } from '../catalogue.ts'
import type { Persona, ShopSite } from '../shop-site.ts'
import { knowsDrawer, readHeld } from './knows.ts'
import type { ShopView } from './open-view.ts'

export interface ShopPage {
  readonly title: string
  readonly body: Html
  readonly notices?: readonly Notice[]
  /** What happened on this page, for the browser script to tell if it may. */
  readonly events?: readonly Readonly<Record<string, unknown>>[]
}

/** Sends a page with a status of 200 or the one set before. */
export async function sendShopPage(
  site: ShopSite,
  view: ShopView,
  reply: FastifyReply,
  page: ShopPage,
): Promise<FastifyReply> {
  const held = await readHeld(site, view)
  const document = renderDocument(site, view, {
    body: html`${page.body}${(page.events ?? []).length > 0 && dataBlock('umiar-events', page.events)}${knowsDrawer(view, held)}`,
    footer: siteFooter(view),
    head: scripts(site, view),
    header: header(site, view),
    notices: page.notices,
    stylesheets: ['/assets/shop/shop.css'],
    title: page.title,
  })
  return reply.type('text/html; charset=utf-8').send(document)
}

function scripts(site: ShopSite, view: ShopView): Html {
  return html`<script type="module" src="/assets/shop/address.js"></script>
<script type="module" src="/assets/shop/dial.js"></script>
<script type="module" src="/assets/shop/knows.js"></script>
<script type="module" src="/umiar.js" data-key="${site.publishableKey}" data-token-url="/shop/umiar-token" data-cards-url="/shop/cards" data-privacy-url="${linkTo(view, '/privacy')}" data-locale="${view.locale}"></script>`
}

function header(site: ShopSite, view: ShopView): Html {
  return html`<header class="top">
${site.personas !== undefined && personaBar(site, view)}
<div class="wrap top-row">
<a class="brand" href="${linkTo(view, '/shop')}">${site.name}</a>
<form class="search" action="/shop/search" method="get" role="search">
${Object.entries(view.carried).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<input type="search" name="q" maxlength="100" aria-label="${sayTo(view, 'search.label')}" placeholder="${sayTo(view, 'search.label')}" value="${view.path === '/shop/search' && (view.query.q ?? '')}">
<button type="submit">${sayTo(view, 'search.button')}</button>
</form>
<a class="dial-link" href="${linkTo(view, '/privacy')}" data-levels="${JSON.stringify([0, 1, 2, 3].map((level) => levelInWords({ ...view, level })))}">${dialPicture(view.level ?? 0)}<span>${levelInWords(view)}</span></a>
<a class="cart-link" href="${linkTo(view, '/shop/cart')}">${
    view.cart.length === 0
      ? sayTo(view, 'frame.cart')
      : sayTo(view, 'frame.cart_count', { n: view.cart.length })
  }</a>
</div>
<nav class="wrap departments" aria-label="${sayTo(view, 'frame.departments')}">
${site.catalogue.departments.map((department) => departmentLink(site, view, department))}
</nav>
</header>`
}

/** The dial as a drawing: filled steps up to the level. The words beside it say the same. */
export function dialPicture(level: number): Html {
  return html`<svg class="dial-picture" viewBox="0 0 44 20" width="44" height="20" aria-hidden="true">${[
    0, 1, 2, 3,
  ].map(
    (step) =>
      html`<rect x="${step * 11 + 1}" y="${13 - step * 4}" width="8" height="${6 + step * 4}" rx="2" class="${step <= level ? 'on' : 'off'}"></rect>`,
  )}</svg>`
}

function departmentLink(site: ShopSite, view: ShopView, department: string): Html {
  const chosen = view.path === '/shop' && (view.query.category ?? '').split('/')[0] === department
  return html`<a href="${linkTo(view, '/shop', { category: department })}"${currentPage(chosen)}>${categoryName(site.catalogue.data, view.locale, department)}</a> `
}

/** "You are: …" of demo mode, a menu of forms: becoming somebody changes cookies, so it is no link. */
function personaBar(site: ShopSite, view: ShopView): Html {
  const personas = site.personas
  if (personas === undefined) return html``
  const now =
    view.anonymousId === undefined
      ? personas.all.find(({ key, level }) => level === 0 && key === view.personaKey)
      : personas.byId(view.anonymousId)
  const name =
    now?.name ?? sayTo(view, view.anonymousId === undefined ? 'persona.stranger' : 'persona.yourself')
  return html`<details class="personas">
<summary>${sayTo(view, 'persona.you_are', { name })}${now?.notice !== undefined && html` <span class="persona-notice">${now.notice[view.locale]}</span>`}</summary>
<form method="post" action="/shop/persona">
<input type="hidden" name="back" value="${linkTo(view, view.path, view.query)}">
<p class="small">${sayTo(view, 'persona.note')}</p>
<ul>${personaButton(view, undefined)}${personas.all.map((persona) => personaButton(view, persona))}</ul>
</form>
</details>`
}

function personaButton(view: ShopView, persona: Persona | undefined): Html {
  const name = persona?.name ?? sayTo(view, 'persona.stranger')
  const story = persona?.story[view.locale] ?? sayTo(view, 'persona.stranger_story')
  return html`<li><button class="persona" type="submit" name="persona" value="${persona?.key ?? 'stranger'}">
<span class="persona-name">${dialPicture(persona?.level ?? 0)} ${name}</span>
<span class="persona-story">${story}</span></button></li>`
}
