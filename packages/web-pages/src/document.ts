/**
 * The frame of every document: head, banner, notices, guided tour. What stands in header, body and
 * footer is the business of each app.
 *
 * No script and no style inside the page: the policy of the browser forbids both, so that a text which
 * slipped through as markup could still run nothing.
 */
import type { MessageKey } from '@umiar/messages'
import { LEVELS } from '@umiar/vocabulary'
import { currentPage, type Html, html } from './html.ts'
import { linkTo, type PageView, sayTo } from './page-view.ts'
import { tourBar } from './tour.ts'

/** What all pages of one installation share. */
export interface Site {
  /** The shop's name, shown as the brand. */
  readonly name: string
  /** Marks every page as a demonstration with invented people. */
  readonly demo: boolean
  /** Name of the folder products and purchases come from; absent where they are invented too. */
  readonly dataFolder?: string | undefined
  /** GDPR Art. 13(1)(a). */
  readonly controller:
    | { readonly name: string; readonly address: string; readonly contact: string }
    | undefined
  /** Mark cookies `Secure` although the request looks like plain HTTP (behind a proxy). */
  readonly secureCookies: boolean
  /** Further origins whose forms are ours, e.g. `https://shop.example` behind a proxy. */
  readonly origins: readonly string[]
}

/** A sentence above the content: what was done, or what went wrong. */
export interface Notice {
  readonly kind: 'done' | 'problem'
  readonly text: string
}

export interface DocumentParts {
  readonly title: string
  /** Added to the base stylesheet, in this order. */
  readonly stylesheets?: readonly string[]
  /** Elements for the head, such as `<script type="module" src="…">`. */
  readonly head?: Html
  readonly header: Html
  readonly notices?: readonly Notice[] | undefined
  readonly body: Html
  readonly footer: Html
}

/** Policy of the browser for these pages: everything from here, nothing inline. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** The whole document. */
export function renderDocument(site: Site, view: PageView, parts: DocumentParts): string {
  const document = html`<!doctype html>
<html lang="${view.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${parts.title} · ${site.name}</title>
<link rel="stylesheet" href="/assets/base/base.css">
${(parts.stylesheets ?? []).map((address) => html`<link rel="stylesheet" href="${address}">`)}
<link rel="icon" href="/assets/base/icon.svg" type="image/svg+xml">
${parts.head}
</head>
<body>
<a class="skip" href="#content">${sayTo(view, 'frame.skip')}</a>
${site.demo && html`<p class="demo-banner">${bannerText(view, site)}</p>`}
${parts.header}
<main id="content" class="wrap">
${noticeList(parts.notices ?? [])}
${parts.body}
</main>
${parts.footer}
${tourBar(view)}
</body>
</html>
`
  return document.toString()
}

/** Every page of demo mode says what is invented, and what is not. */
function bannerText(view: PageView, { dataFolder }: Site): string {
  return dataFolder === undefined
    ? sayTo(view, 'banner.demo')
    : sayTo(view, 'banner.real_data', { folder: dataFolder })
}

/** The present level in words. */
export function levelInWords(view: PageView): string {
  const row = LEVELS.find((entry) => entry.level === view.level)
  return row === undefined
    ? sayTo(view, 'frame.level_unknown')
    : sayTo(view, 'frame.level', { level: row.name[view.locale], n: row.level })
}

/** The footer all apps share: the way to the privacy centre, the start page, the other language. */
export function siteFooter(view: PageView, more?: Html): Html {
  const link = (path: string, key: MessageKey): Html =>
    html`<a href="${linkTo(view, path)}">${sayTo(view, key)}</a>`
  return html`<footer class="bottom">
<div class="wrap bottom-row">
<nav aria-label="${sayTo(view, 'frame.footer')}">${link('/privacy', 'frame.privacy')} ${link('/shop', 'frame.shop')} ${link('/', 'frame.start')} ${link('/console', 'frame.console')} ${link('/docs', 'frame.docs')}</nav>
${languageLinks(view)}
</div>
${more}
</footer>`
}

/** The same page in the other language. */
export function languageLinks(view: PageView): Html {
  return html`<nav class="languages" aria-label="${sayTo(view, 'frame.language')}">${languageLink(view, 'pl', 'Polski')} ${languageLink(view, 'en', 'English')}</nav>`
}

/** Parameters that name a page; words about an act just done do not go along. */
const NAMES_THE_PAGE = ['q', 'category', 'items', 'sort', 'page'] as const

function languageLink(view: PageView, locale: 'pl' | 'en', name: string): Html {
  const kept: Record<string, string> = { lang: locale }
  for (const parameter of NAMES_THE_PAGE) {
    const value = view.query[parameter]
    if (value !== undefined) kept[parameter] = value
  }
  return html`<a href="${linkTo(view, view.path, kept)}" lang="${locale}" hreflang="${locale}"${currentPage(view.locale === locale)}>${name}</a>`
}

/** Notices, a problem announced at once. */
export function noticeList(notices: readonly Notice[]): Html {
  return html`${notices.map(
    (notice) =>
      html`<p class="notice ${notice.kind}" role="${notice.kind === 'problem' ? 'alert' : 'status'}">${notice.text}</p>`,
  )}`
}
