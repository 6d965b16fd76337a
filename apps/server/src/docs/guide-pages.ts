/**
 * Markup of the guides: a document with its contents, the list of all, the doors of `/docs`.
 */
import { type MessageKey, say } from '@umiar/messages'
import type { Locale } from '@umiar/vocabulary'
import { escapeHtml } from '@umiar/web-pages'
import type { DocumentGroup, DocumentShelf, ShelfDocument } from './document-shelf.ts'
import { renderMarkdown } from './render-markdown.ts'

/** Chapters a document needs before it gets a table of contents. */
const LEAST_CHAPTERS = 4

/** A document of the shelf. */
export function documentHtml(document: ShelfDocument, shelf: DocumentShelf): string {
  const { chapters, markup } = renderMarkdown(document, shelf, say(document.locale, 'docs.table'))
  if (chapters.length < LEAST_CHAPTERS) return `<article class="guide">${markup}</article>`
  const afterHeading = markup.indexOf('</h1>') + '</h1>'.length
  const lines = chapters.map(
    ({ id, title }) => `<li><a href="#${escapeHtml(id)}">${escapeHtml(title)}</a></li>`,
  )
  const contents = escapeHtml(say(document.locale, 'docs.contents'))
  return `<article class="guide">${markup.slice(0, afterHeading)}
<nav class="contents" aria-label="${contents}"><p>${contents}</p><ul>${lines.join('')}</ul></nav>${markup.slice(afterHeading)}</article>`
}

/** `/docs/guides`: everything there is, guides in both languages first. */
export function listHtml(shelf: DocumentShelf): string {
  const groups: readonly (readonly [group: DocumentGroup, key: MessageKey])[] = [
    ['reference', 'docs.group_reference'],
    ['decision', 'docs.group_decision'],
    ['package', 'docs.group_package'],
  ]
  const lists = groups.map(([group, key]) => {
    const own = shelf.documents.filter((document) => document.group === group)
    if (own.length === 0) return ''
    const name = `${escapeHtml(say('en', key))} · <span lang="pl">${escapeHtml(say('pl', key))}</span>`
    return `<section><h2>${name}</h2><ul class="list">${own.map((document) => `<li>${documentLink(document)}</li>`).join('')}</ul></section>`
  })
  return `<h1><span lang="pl">${escapeHtml(say('pl', 'docs.all_title'))}</span> · ${escapeHtml(say('en', 'docs.all_title'))}</h1>
<p lang="pl">${escapeHtml(say('pl', 'docs.lead'))}</p><p>${escapeHtml(say('en', 'docs.lead'))}</p>${doorsHtml(shelf)}${lists.join('')}`
}

const DOORS: readonly (readonly [key: MessageKey, paths: Readonly<Record<Locale, string>>])[] = [
  ['docs.door_shop', { en: 'docs/for-shops.md', pl: 'docs/pl/dla-sklepu.md' }],
  ['docs.door_officer', { en: 'docs/for-privacy-officers.md', pl: 'docs/pl/dla-iod.md' }],
  ['docs.door_readme', { en: 'README.md', pl: 'README.pl.md' }],
]

/** The guides, Polish and English side by side. */
export function doorsHtml(shelf: DocumentShelf): string {
  return `<div class="doors">${(['pl', 'en'] as const).map((locale) => doorList(shelf, locale)).join('')}</div>`
}

function doorList(shelf: DocumentShelf, locale: Locale): string {
  const lines = DOORS.flatMap(([key, paths]) => {
    const document = shelf.document(paths[locale])
    if (document === undefined) return []
    return `<li><a href="${document.address}">${escapeHtml(say(locale, key))}</a></li>`
  })
  return `<section lang="${locale}"><h2>${escapeHtml(say(locale, 'docs.in_language'))}</h2><ul class="list">${lines.join('')}</ul></section>`
}

function documentLink({ address, locale, title }: ShelfDocument): string {
  const language = locale === 'pl' ? ' lang="pl" hreflang="pl"' : ''
  return `<a href="${escapeHtml(address)}"${language}>${escapeHtml(title)}</a>`
}
