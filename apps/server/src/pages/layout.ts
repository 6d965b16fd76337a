/**
 * The frame of every page: banner, header with the present level in words, footer with the way to
 * the privacy page. No script and no style in the page: the policy of the browser forbids both.
 */
import { LEVELS } from '@umiar/vocabulary'
import type { Catalogue } from './catalogue.ts'
import { currentPage, type Html, html } from './html.ts'
import { categoryName, type MessageKey } from './messages.ts'
import type { ShopApi } from './shop-api.ts'
import { linkTo, type PageView, sayTo } from './visitor.ts'

/** What all pages of one installation share. */
export interface Site {
  readonly api: ShopApi
  readonly catalogue: Catalogue
  readonly demo: boolean
  readonly shopName: string
  /** GDPR Art. 13(1)(a). */
  readonly controller:
    | { readonly name: string; readonly address: string; readonly contact: string }
    | undefined
  readonly secureCookies: boolean
  readonly origins: readonly string[]
}

/** A sentence above the content: what was done, or what went wrong. */
export interface Notice {
  readonly kind: 'done' | 'problem'
  readonly text: string
}

export interface PageContent {
  readonly title: string
  readonly body: Html
  readonly notices?: readonly Notice[] | undefined
}

/** Policy of the browser for these pages: everything from here, scripts from nowhere. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'self'; script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** The whole document. */
export function renderPage(site: Site, view: PageView, content: PageContent): string {
  const document = html`<!doctype html>
<html lang="${view.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${content.title} · ${site.shopName}</title>
<link rel="stylesheet" href="/assets/umiar.css">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#content">${sayTo(view, 'frame.skip')}</a>
${site.demo && html`<p class="demo-banner">${sayTo(view, 'banner.demo')}</p>`}
${header(site, view)}
<main id="content" class="wrap">
${noticeList(content.notices ?? [])}
${content.body}
</main>
${footer(view)}
</body>
</html>
`
  return document.toString()
}

function header(site: Site, view: PageView): Html {
  return html`<header class="top">
<div class="wrap top-row">
<a class="brand" href="${linkTo(view, '/shop')}">${site.shopName}</a>
<form class="search" action="/shop/search" method="get" role="search">
${view.languageNamed && html`<input type="hidden" name="lang" value="${view.locale}">`}
<input type="search" name="q" maxlength="100" aria-label="${sayTo(view, 'search.label')}" placeholder="${sayTo(view, 'search.label')}" value="${view.path === '/shop/search' && (view.query.q ?? '')}">
<button type="submit">${sayTo(view, 'search.button')}</button>
</form>
<a class="cart-link" href="${linkTo(view, '/shop/cart')}">${
    view.cart.length === 0
      ? sayTo(view, 'frame.cart')
      : sayTo(view, 'frame.cart_count', { n: view.cart.length })
  }</a>
</div>
<div class="wrap top-row second">
<nav class="departments" aria-label="${sayTo(view, 'frame.departments')}">
${site.catalogue.departments.map((department) => departmentLink(view, department))}
</nav>
<p class="level"><a href="${linkTo(view, '/privacy')}">${levelInWords(view)}</a></p>
</div>
</header>`
}

/** The present level in words. */
function levelInWords(view: PageView): string {
  const row = LEVELS.find((entry) => entry.level === view.level)
  return row === undefined
    ? sayTo(view, 'frame.level_unknown')
    : sayTo(view, 'frame.level', { level: row.name[view.locale], n: row.level })
}

function departmentLink(view: PageView, department: string): Html {
  const chosen = view.path === '/shop' && (view.query.category ?? '').split('/')[0] === department
  return html`<a href="${linkTo(view, '/shop', { category: department })}"${currentPage(chosen)}>${categoryName(view.locale, department)}</a> `
}

function footer(view: PageView): Html {
  const link = (path: string, key: MessageKey): Html =>
    html`<a href="${linkTo(view, path)}">${sayTo(view, key)}</a>`
  return html`<footer class="bottom">
<div class="wrap bottom-row">
<nav>${link('/privacy', 'frame.privacy')} ${link('/shop', 'frame.shop')} ${link('/', 'frame.start')} ${link('/docs', 'frame.docs')}</nav>
<nav class="languages" aria-label="${sayTo(view, 'frame.language')}">${languageLink(view, 'pl', 'Polski')} ${languageLink(view, 'en', 'English')}</nav>
</div>
</footer>`
}

function languageLink(view: PageView, locale: 'pl' | 'en', name: string): Html {
  // Only what names the page goes along; words about an act just done do not.
  const kept: Record<string, string> = { lang: locale }
  for (const parameter of ['q', 'category']) {
    const value = view.query[parameter]
    if (value !== undefined) kept[parameter] = value
  }
  return html`<a href="${linkTo(view, view.path, kept)}" lang="${locale}" hreflang="${locale}"${currentPage(view.locale === locale)}>${name}</a>`
}

function noticeList(notices: readonly Notice[]): Html {
  return html`${notices.map(
    (notice) =>
      html`<p class="notice ${notice.kind}" role="${notice.kind === 'problem' ? 'alert' : 'status'}">${notice.text}</p>`,
  )}`
}
