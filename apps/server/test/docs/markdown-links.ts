/**
 * Finds links of Markdown files that lead nowhere: a file that is not there, a heading nobody wrote.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { lexer, type Token, type Tokens, walkTokens } from 'marked'
import { headingIds, plainText } from '../../src/docs/render-markdown.ts'

/** Every Markdown file of the repository that is ours. */
export function markdownFiles(root: string): readonly string[] {
  const ours = '{*.md,{docs,benchmarks}/**/*.md,{apps,clients,packages}/*/*.md}'
  return globSync(ours, { cwd: root }).sort()
}

/** A link with the file it stands in. */
export interface FoundLink {
  readonly from: string
  readonly href: string
}

/** Links and pictures of one file, those to other sites left out. */
export function linksOf(root: string, from: string): readonly FoundLink[] {
  const found: FoundLink[] = []
  walk(readFileSync(join(root, from), 'utf8'), (token) => {
    if (token.type !== 'link' && token.type !== 'image') return
    const { href } = token as Tokens.Link
    if (!/^(https?:\/\/|mailto:)/.test(href)) found.push({ from, href })
  })
  return found
}

/** The links that lead nowhere, each with why. */
export function deadLinks(root: string, files: readonly string[]): readonly string[] {
  const ids = new Map<string, ReadonlySet<string>>()
  const idsOf = (path: string): ReadonlySet<string> => {
    const known = ids.get(path) ?? headingsOf(readFileSync(join(root, path), 'utf8'))
    ids.set(path, known)
    return known
  }
  return files
    .flatMap((from) => linksOf(root, from))
    .flatMap(({ from, href }) => {
      const [path = '', fragment] = href.split('#')
      const target = path === '' ? from : posix.join(posix.dirname(from), path)
      if (path.startsWith('/') || !existsSync(join(root, target))) return [`${from}: no file ${href}`]
      if (fragment === undefined || idsOf(target).has(decodeURIComponent(fragment))) return []
      return [`${from}: no heading ${href}`]
    })
}

function headingsOf(text: string): ReadonlySet<string> {
  const idOf = headingIds()
  const found = new Set<string>()
  walk(text, (token) => {
    if (token.type === 'heading') found.add(idOf(plainText((token as Tokens.Heading).tokens)))
    for (const [, id] of token.type === 'html' ? token.raw.matchAll(/ id="([^"]+)"/g) : [])
      if (id !== undefined) found.add(id)
  })
  return found
}

function walk(text: string, see: (token: Token) => void): void {
  walkTokens(lexer(text), see)
}
