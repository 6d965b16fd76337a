/**
 * `/docs`: the API on one page, rendered here, working without the internet and without scripts.
 */
import { ERROR_CODES, type ErrorCode } from '@umiar/vocabulary'
import type { FastifyInstance } from 'fastify'
import { REMEDIES } from '../reference/remedies.ts'
import { DOCS_STYLE } from './docs-style.ts'

interface Operation {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly security?: readonly Readonly<Record<string, unknown>>[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }>
  >
}

/** Registers the pages. */
export function docsPages(server: FastifyInstance): void {
  let rendered: string | undefined
  server.get('/docs', { schema: { hide: true } }, async (_request, reply) => {
    rendered ??= callsPage(
      server.swagger().paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>,
    )
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(rendered)
  })
  server.get('/docs/errors', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(errorsHtml()),
  )
  server.get('/docs/style.css', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(DOCS_STYLE),
  )
}

function callsPage(paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>): string {
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), operation, path })),
  )
  const tags = [...new Set(calls.flatMap(({ operation }) => operation.tags ?? []))]
  const sections = tags.map((tag) => {
    const rows = calls.filter(({ operation }) => operation.tags?.includes(tag)).map(callHtml)
    return `<section aria-labelledby="${escapeHtml(tag)}"><h2 id="${escapeHtml(tag)}">${escapeHtml(tag)}</h2>${rows.join('')}</section>`
  })
  const menu = tags.map((tag) => `<li><a href="#${escapeHtml(tag)}">${escapeHtml(tag)}</a></li>`).join('')
  return page(
    'Umiar API',
    `<p>Keys travel as <code>Authorization: Bearer …</code>. Bodies are JSON. Refusals are RFC 9457 problem documents;
their codes are on <a href="/docs/errors">the page of errors</a>. The machine-readable form is <a href="/openapi.json">openapi.json</a>.</p>
<nav aria-label="Groups of calls"><ul>${menu}</ul></nav>${sections.join('')}`,
  )
}

function callHtml({
  method,
  operation,
  path,
}: {
  method: string
  operation: Operation
  path: string
}): string {
  const callers = (operation.security ?? []).flatMap((entry) => Object.keys(entry))
  const answers = Object.entries(operation.responses ?? {}).filter(([status]) => status.startsWith('2'))
  return `<article><h3><span class="method">${escapeHtml(method)}</span> <code>${escapeHtml(path)}</code></h3>
<p>${escapeHtml(operation.summary ?? '')}</p>
<p class="callers">${callers.length === 0 ? 'Open' : `Callers: ${escapeHtml(callers.join(', '))}`}</p>
${schemaHtml('Request', Object.values(operation.requestBody?.content ?? {})[0]?.schema)}
${answers.map(([status, answer]) => schemaHtml(`Answer ${status}`, Object.values(answer.content ?? {})[0]?.schema)).join('')}</article>`
}

function schemaHtml(title: string, schema: unknown): string {
  if (schema === undefined) return ''
  return `<details><summary>${escapeHtml(title)}</summary><pre tabindex="0">${escapeHtml(JSON.stringify(schema, null, 2))}</pre></details>`
}

function errorsHtml(): string {
  const rows = (Object.keys(ERROR_CODES) as ErrorCode[]).map((code) => {
    const [status, title] = ERROR_CODES[code]
    return `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escapeHtml(title)}</td><td>${escapeHtml(REMEDIES[code])}</td></tr>`
  })
  return page(
    'Umiar errors',
    `<p><a href="/docs">All calls</a></p><table><thead><tr><th scope="col">Code</th><th scope="col">Status</th>
<th scope="col">Meaning</th><th scope="col">What to do</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
  )
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><link rel="stylesheet" href="/docs/style.css"></head>
<body><main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>
`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
