/**
 * Markdown of the repository as markup of a page.
 *
 * The documents are ours, and still nothing in them can become more than text: raw HTML is shown as it
 * is written, links lead to the shelf, to a place on the page or to `https:`, and a link to a file that
 * is not served is plain words. Headings get the ids GitHub would give them, so that one link works in
 * both places.
 */
import { posix } from 'node:path'
import { escapeHtml } from '@umiar/web-pages'
import { Marked, type Token, type Tokens } from 'marked'
import type { DocumentShelf, ShelfDocument } from './document-shelf.ts'

/** A heading of the second level: a line of the contents. */
export interface Chapter {
  readonly id: string
  readonly title: string
}

export interface RenderedDocument {
  readonly markup: string
  readonly chapters: readonly Chapter[]
}

/** @param tableLabel what a table that scrolls is called for screen readers */
export function renderMarkdown(
  document: Pick<ShelfDocument, 'path' | 'text'>,
  shelf: Pick<DocumentShelf, 'document' | 'picture'>,
  tableLabel: string,
): RenderedDocument {
  const chapters: Chapter[] = []
  const idOf = headingIds()
  const marked = new Marked({ gfm: true })
  marked.use({
    renderer: {
      checkbox: () => '<span class="box" aria-hidden="true">☐</span> ',
      code: ({ text }) => `<pre tabindex="0"><code>${escapeHtml(text)}\n</code></pre>\n`,
      heading({ depth, tokens }) {
        const title = plainText(tokens)
        const id = idOf(title)
        if (depth === 2) chapters.push({ id, title })
        return `<h${depth} id="${escapeHtml(id)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      // A comment is for whoever edits the file.
      html: ({ text }) => (/^\s*<!--[\s\S]*-->\s*$/.test(text) ? '' : escapeHtml(text)),
      image: (token) => pictureHtml(document.path, shelf, token),
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens)
        const target = linkTarget(document.path, href, shelf)
        return target === undefined ? words : `<a href="${escapeHtml(target)}">${words}</a>`
      },
      paragraph({ tokens }) {
        const inside = this.parser.parseInline(tokens)
        // A figure may not stand in a paragraph.
        return tokens.length === 1 && inside.startsWith('<figure>') ? inside : `<p>${inside}</p>\n`
      },
      table(token) {
        const inside = tableHtml(token, (tokens) => this.parser.parseInline(tokens))
        return `<div class="table" role="group" aria-label="${escapeHtml(tableLabel)}" tabindex="0">${inside}</div>\n`
      },
    },
  })
  return { chapters, markup: marked.parse(document.text, { async: false }) }
}

/**
 * Where a link of a document leads on the server.
 *
 * @returns `undefined` if that is nowhere
 */
export function linkTarget(
  from: string,
  href: string,
  shelf: Pick<DocumentShelf, 'document' | 'picture'>,
): string | undefined {
  if (href.startsWith('#') || /^(https?:\/\/|mailto:)/i.test(href)) return href
  if (/^[a-z][a-z0-9+.-]*:|^\//i.test(href)) return undefined
  const [path = '', fragment] = href.split('#')
  const target = posix.join(posix.dirname(from), path)
  const address = shelf.document(target)?.address ?? shelf.picture(target)?.address
  if (address === undefined) return undefined
  return fragment === undefined ? address : `${address}#${fragment}`
}

/** Gives each heading of one document its id: as GitHub does, a second one of a name gets a number. */
export function headingIds(): (title: string) => string {
  const seen = new Map<string, number>()
  return (title) => {
    const id = title
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-')
    const count = seen.get(id) ?? 0
    seen.set(id, count + 1)
    return count === 0 ? id : `${id}-${count}`
  }
}

/** The words of a heading without their marks. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'escape' || token.type === 'codespan') return (token as Tokens.Codespan).text
      const inner = (token as { tokens?: Token[] }).tokens
      return inner === undefined ? ((token as { text?: string }).text ?? '') : plainText(inner)
    })
    .join('')
}

function pictureHtml(
  from: string,
  shelf: Pick<DocumentShelf, 'picture'>,
  { href, text, title }: Tokens.Image,
): string {
  const picture = shelf.picture(posix.join(posix.dirname(from), href))
  if (picture === undefined) return escapeHtml(text)
  const { address, height, width } = picture
  const image = `<img src="${address}" alt="${escapeHtml(text)}" width="${width}" height="${height}">`
  const caption = title ? `<figcaption>${escapeHtml(title)}</figcaption>` : ''
  return `<figure>${image}${caption}</figure>\n`
}

/** A column headed “Polski” is Polish for screen readers too. */
function tableHtml({ header, rows }: Tokens.Table, inline: (tokens: Token[]) => string): string {
  const language = header.map(({ text }) => (text === 'Polski' ? ' lang="pl"' : ''))
  const head = header.map((cell, n) => `<th scope="col"${language[n]}>${inline(cell.tokens)}</th>`)
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell, n) => `<td${language[n] ?? ''}>${inline(cell.tokens)}</td>`).join('')}</tr>`,
  )
  // A table of two columns without words above them has no head to read out.
  const isHeadless = header.every(({ text }) => text === '')
  const thead = isHeadless ? '' : `<thead><tr>${head.join('')}</tr></thead>`
  return `<table>${thead}<tbody>${body.join('')}</tbody></table>`
}
