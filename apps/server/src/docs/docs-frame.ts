/**
 * The frame of every page of the documentation. No script, nothing from elsewhere.
 */
import { type MessageKey, say } from '@umiar/messages'
import type { Locale } from '@umiar/vocabulary'
import { escapeHtml, preferredLocale, type TourView, tourBar } from '@umiar/web-pages'
import type { FastifyRequest } from 'fastify'

export interface DocsPage {
  readonly title: string
  readonly locale: Locale
  /** Markup of the page, its heading included. */
  readonly content: string
  /** The same page in the other language. */
  readonly translation?: string | undefined
  /** Which entry of the menu this is. */
  readonly menu?: 'guides' | 'api'
}

/** What a page takes from the request: where a guided tour stands, and in which language it talks. */
export interface DocsVisit {
  readonly lang: Locale | undefined
  readonly tour: TourView
}

/** Reads the address. */
export function readVisit(request: FastifyRequest): DocsVisit {
  const query = (request.query ?? {}) as Readonly<Record<string, unknown>>
  const lang = query.lang === 'pl' || query.lang === 'en' ? query.lang : undefined
  const carried = {
    ...(lang === undefined ? {} : { lang }),
    ...(typeof query.tour === 'string' ? { tour: query.tour } : {}),
  }
  return { lang, tour: { carried, locale: lang ?? preferredLocale(request.headers['accept-language']) } }
}

/** @param isDemo is there a demo shop to go back to? */
export function renderDocsPage(page: DocsPage, visit: DocsVisit, isDemo: boolean): string {
  const { locale, menu, title, translation } = page
  const other = locale === 'pl' ? 'en' : 'pl'
  const link = (address: string, key: MessageKey, isHere = false): string =>
    `<a href="${address}"${isHere ? ' aria-current="page"' : ''}>${escapeHtml(say(locale, key))}</a>`
  const links = [
    link('/docs/guides', 'docs.guides', menu === 'guides'),
    link('/docs', 'docs.api', menu === 'api'),
    ...(isDemo ? [link('/', 'docs.demo')] : []),
    ...(translation === undefined
      ? []
      : [
          `<a href="${escapeHtml(translation)}" lang="${other}" hreflang="${other}">${escapeHtml(say(other, 'docs.other_language'))}</a>`,
        ]),
  ]
  const bar = tourBar(visit.tour).toString()
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(title)} · Umiar</title>
<link rel="stylesheet" href="/docs/style.css"></head>
<body><a class="skip" href="#content">${escapeHtml(say(locale, 'docs.skip'))}</a>
<header><a class="brand" href="/docs/guides">Umiar</a><nav aria-label="${escapeHtml(say(locale, 'docs.title'))}">${links.join(' ')}</nav></header>
<main id="content">${page.content}</main>
${bar === '' ? '' : `<div lang="${visit.tour.locale}">${bar}</div>`}</body></html>
`
}
