/**
 * The sources that speak to people, and what they ask the catalogue of messages for.
 */
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const SPEAKERS = ['apps/*/src', 'clients/*/src', 'packages/web-pages/src']

export interface Source {
  /** From the root of the repository. */
  readonly path: string
  /** Without comments. */
  readonly code: string
}

/** Sources of apps, clients and shared pages. */
export function speakingSources(): readonly Source[] {
  return SPEAKERS.flatMap((folder) => globSync(`${folder}/**/*.{ts,js}`, { cwd: ROOT }))
    .sort()
    .map((path) => ({ code: withoutComments(readFileSync(`${ROOT}${path}`, 'utf8')), path }))
}

/** Block comments, and lines or ends of lines that begin with `//` after a space. */
export function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

/** A key that stands in the code, or the pattern of keys that are put together there. */
export interface Asked {
  readonly path: string
  readonly key: string
  readonly matches: (key: string) => boolean
}

/**
 * What sources ask for: `'cart.title'`, or `` `mode.${mode}` `` for all keys of that form.
 *
 * @param areas first parts of keys; other words with a point are none
 */
export function askedKeys(sources: readonly Source[], areas: ReadonlySet<string>): readonly Asked[] {
  return sources.flatMap(({ code, path }) => [
    ...[...code.matchAll(/'([a-z]+)\.([a-z0-9_]+)'/g)]
      .filter(([, area = '', rest = '']) => areas.has(area) && !/^(css|js|svg|ts|json|md)$/.test(rest))
      .map(([, area, rest]) => {
        const key = `${area}.${rest}`
        return { key, matches: (other: string) => other === key, path }
      }),
    ...[...code.matchAll(/`([a-z]+)\.((?:[a-z0-9_]|\$\{[^`{}]*\})*\$\{(?:[a-z0-9_]|[^`])*)`/g)]
      .filter(([, area = '']) => areas.has(area))
      .map(([, area, rest = '']) => {
        const pattern = new RegExp(`^${area}\\.${rest.replace(/\$\{[^{}]*\}/g, '\\w+')}$`)
        return { key: `${area}.${rest}`, matches: (other: string) => pattern.test(other), path }
      }),
  ])
}
