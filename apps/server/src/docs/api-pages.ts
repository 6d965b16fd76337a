/**
 * All calls of the API and all error codes as markup, made from the same schemas and lists as the code.
 */
import { ERROR_CODES, type ErrorCode } from '@umiar/vocabulary'
import { escapeHtml } from '@umiar/web-pages'
import { REMEDIES } from '../reference/remedies.ts'

interface Operation {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly security?: readonly Readonly<Record<string, unknown>>[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }>
  >
}

/** `paths` of the OpenAPI document. */
export type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>

/** Every call with what it takes and answers, in groups. */
export function callsHtml(paths: Paths): string {
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), operation, path })),
  )
  const tags = [...new Set(calls.flatMap(({ operation }) => operation.tags ?? []))]
  const sections = tags.map((tag) => {
    const rows = calls.filter(({ operation }) => operation.tags?.includes(tag)).map(callHtml)
    return `<section class="calls" aria-labelledby="${escapeHtml(tag)}"><h2 id="${escapeHtml(tag)}">${escapeHtml(tag)}</h2>${rows.join('')}</section>`
  })
  const menu = tags.map((tag) => `<li><a href="#${escapeHtml(tag)}">${escapeHtml(tag)}</a></li>`).join('')
  return `<p>Keys travel as <code>Authorization: Bearer …</code>. Bodies are JSON. Refusals are RFC 9457 problem documents;
their codes are on <a href="/docs/errors">the page of errors</a>. The machine-readable form is <a href="/openapi.json">openapi.json</a>.</p>
<nav class="groups" aria-label="Groups of calls"><ul>${menu}</ul></nav>${sections.join('')}`
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

/** Every error code; a problem document's `type` leads to its row. */
export function errorsHtml(): string {
  const rows = (Object.keys(ERROR_CODES) as ErrorCode[]).map((code) => {
    const [status, title] = ERROR_CODES[code]
    return `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escapeHtml(title)}</td><td>${codeSpans(REMEDIES[code])}</td></tr>`
  })
  return `<div class="table" role="group" aria-label="Error codes" tabindex="0"><table><thead><tr><th scope="col">Code</th><th scope="col">Status</th>
<th scope="col">Meaning</th><th scope="col">What to do</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

function codeSpans(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>')
}
