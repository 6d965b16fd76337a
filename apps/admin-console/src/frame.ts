/**
 * What stands around every page of the console.
 */
import {
  type Html,
  html,
  languageLinks,
  linkTo,
  type Notice,
  type PageView,
  renderDocument,
  type Site,
  sayTo,
} from '@umiar/web-pages'
import type { FastifyReply } from 'fastify'

/** The path of the console, and of everything that belongs to it. */
export const CONSOLE_PATH = '/console'

export interface ConsoleDocument {
  readonly title: string
  readonly body: Html
  readonly notices?: readonly Notice[]
  /** Shows the way out. */
  readonly isSignedIn?: boolean
}

/** Sends a page with a status of 200 or the one set before. */
export function sendConsolePage(
  site: Site,
  view: PageView,
  reply: FastifyReply,
  page: ConsoleDocument,
): FastifyReply {
  const document = renderDocument(site, view, {
    body: page.body,
    footer: footer(view),
    header: header(site, view, page.isSignedIn === true),
    notices: page.notices,
    stylesheets: ['/assets/console/charts.css', '/assets/console/console.css'],
    title: page.title,
  })
  return reply.type('text/html; charset=utf-8').send(document)
}

function header(site: Site, view: PageView, isSignedIn: boolean): Html {
  return html`<header class="top">
<div class="wrap top-row console-top">
<a class="brand" href="${linkTo(view, CONSOLE_PATH)}">${site.name}</a>
<span class="console-name">${sayTo(view, 'console.title')}</span>
${
  isSignedIn &&
  html`<form class="sign-out" method="post" action="${linkTo(view, `${CONSOLE_PATH}/sign-out`)}"><button class="plain" type="submit">${sayTo(view, 'console.sign_out')}</button></form>`
}
</div>
</header>`
}

function footer(view: PageView): Html {
  return html`<footer class="bottom">
<div class="wrap bottom-row">
<nav aria-label="${sayTo(view, 'frame.footer')}"><a href="${linkTo(view, '/docs')}">${sayTo(view, 'console.docs')}</a></nav>
${languageLinks(view)}
</div>
</footer>`
}
