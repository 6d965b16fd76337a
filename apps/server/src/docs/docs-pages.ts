/**
 * `/docs`: guides in both languages, every call of the API, every error code. Rendered here, working
 * without the internet and without scripts.
 *
 * Guides are the Markdown files of the repository. Which ones may be asked for is decided when the
 * server starts (`document-shelf.ts`); each is rendered when somebody first reads it.
 */
import { fileURLToPath } from 'node:url'
import { say } from '@umiar/messages'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { callsHtml, errorsHtml, type Paths } from './api-pages.ts'
import { type DocsPage, readVisit, renderDocsPage } from './docs-frame.ts'
import { DOCS_STYLE } from './docs-style.ts'
import { type DocumentShelf, readShelf, type ShelfDocument } from './document-shelf.ts'
import { documentHtml, doorsHtml, listHtml } from './guide-pages.ts'

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url))
const HTML = 'text/html; charset=utf-8'

export interface DocsOptions {
  /** Is there a demo shop to go back to? */
  readonly isDemo: boolean
  /** The repository, or a part of one. */
  readonly root?: string
}

/** Registers the pages. */
export function docsPages(server: FastifyInstance, { isDemo, root = REPOSITORY }: DocsOptions): void {
  const shelf = readShelf(root)
  const answer = (request: FastifyRequest, reply: FastifyReply, page: DocsPage): FastifyReply =>
    reply
      .type(HTML)
      .header('cache-control', 'no-cache')
      .send(renderDocsPage(page, readVisit(request), isDemo))

  // The paths of the API are known once all routes stand.
  let calls: DocsPage | undefined
  server.get('/docs', { schema: { hide: true } }, async (request, reply) => {
    calls ??= callsPage(shelf, server.swagger().paths as Paths)
    return answer(request, reply, calls)
  })
  const errors: DocsPage = { content: withHeading('Errors', errorsHtml()), locale: 'en', title: 'Errors' }
  server.get('/docs/errors', { schema: { hide: true } }, async (request, reply) =>
    answer(request, reply, errors),
  )
  const list: DocsPage = {
    content: listHtml(shelf),
    locale: 'en',
    menu: 'guides',
    title: say('en', 'docs.all_title'),
  }
  server.get('/docs/guides', { schema: { hide: true } }, async (request, reply) =>
    answer(request, reply, list),
  )
  server.get('/docs/style.css', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(DOCS_STYLE),
  )
  addPictures(server, shelf)
  addDocuments(server, shelf, answer)
}

function callsPage(shelf: DocumentShelf, paths: Paths): DocsPage {
  const intro = `<h1><span lang="pl">${say('pl', 'docs.title')}</span> · ${say('en', 'docs.title')}</h1>${doorsHtml(shelf)}
<p class="all"><a href="/docs/guides">All guides, reference pages and decisions</a></p><h2 id="api" class="part">API</h2>`
  return { content: intro + callsHtml(paths), locale: 'en', menu: 'api', title: 'API' }
}

function addPictures(server: FastifyInstance, shelf: DocumentShelf): void {
  for (const { address, content } of shelf.pictures) {
    server.get(address, { schema: { hide: true } }, async (_request, reply) =>
      reply.type('image/png').header('cache-control', 'public, max-age=3600').send(content),
    )
  }
}

type Answer = (request: FastifyRequest, reply: FastifyReply, page: DocsPage) => FastifyReply

/** One route for all documents: addresses are looked up, never made into a path. */
function addDocuments(server: FastifyInstance, shelf: DocumentShelf, answer: Answer): void {
  const byAddress = new Map(shelf.documents.map((document) => [document.address, document]))
  const rendered = new Map<string, DocsPage>()
  server.get('/docs/*', { schema: { hide: true } }, async (request, reply) => {
    const address = (request.url.split('?', 1)[0] ?? '').replace(/\/$/, '')
    const document = byAddress.get(address)
    if (document === undefined) return answer(request, reply.code(404), missingPage(shelf))
    const other = translationFor(document, shelf, request)
    if (other !== undefined) return reply.redirect(other)
    const page = rendered.get(address) ?? documentPage(document, shelf)
    rendered.set(address, page)
    return answer(request, reply, page)
  })
}

function documentPage(document: ShelfDocument, shelf: DocumentShelf): DocsPage {
  const { locale, title, translation } = document
  return {
    content: documentHtml(document, shelf),
    locale,
    title,
    translation: translation && shelf.document(translation)?.address,
  }
}

/** Who comes along with `?lang=en` reads the English guide, where there is one. */
function translationFor(
  { locale, translation }: ShelfDocument,
  shelf: DocumentShelf,
  request: FastifyRequest,
): string | undefined {
  const { lang, tour } = readVisit(request)
  const other = translation === undefined ? undefined : shelf.document(translation)
  if (other === undefined || lang === undefined || lang === locale) return undefined
  return `${other.address}?${new URLSearchParams(tour.carried)}`
}

function missingPage(shelf: DocumentShelf): DocsPage {
  const words = (['pl', 'en'] as const).map(
    (locale) =>
      `<p lang="${locale}"><strong>${say(locale, 'docs.missing')}.</strong> ${say(locale, 'docs.missing_line')}</p>`,
  )
  return { content: words.join('') + listHtml(shelf), locale: 'en', title: say('en', 'docs.missing') }
}

function withHeading(title: string, content: string): string {
  return `<h1>${title}</h1>${content}`
}
