/**
 * The documents of the repository that `/docs` may show, read once at start.
 *
 * This is the allow-list: what does not stand on the shelf has no address, whatever a request asks for.
 * It is built from what is there, so a new page in `docs/` is served without being named here.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Locale } from '@umiar/vocabulary'

/** Where a document stands in the list of all. */
export type DocumentGroup = 'guide' | 'reference' | 'decision' | 'package'

/** A Markdown file and where it is shown. */
export interface ShelfDocument {
  /** Path from the root of the repository, with `/`. */
  readonly path: string
  /** Address on the server. */
  readonly address: string
  readonly group: DocumentGroup
  readonly locale: Locale
  /** The first heading. */
  readonly title: string
  readonly text: string
  /** Path of the same guide in the other language. */
  readonly translation: string | undefined
}

/** A picture of the guides. */
export interface ShelfPicture {
  readonly address: string
  readonly content: Buffer
  /** In pixels. */
  readonly width: number
  readonly height: number
}

export interface DocumentShelf {
  /** In the order they are listed. */
  readonly documents: readonly ShelfDocument[]
  /** By path from the root of the repository. */
  document(path: string): ShelfDocument | undefined
  /** By path from the root of the repository. */
  picture(path: string): ShelfPicture | undefined
  readonly pictures: readonly ShelfPicture[]
}

/** The same guide in both languages. */
const TRANSLATIONS: readonly (readonly [pl: string, en: string])[] = [
  ['docs/pl/dla-sklepu.md', 'docs/for-shops.md'],
  ['docs/pl/dla-iod.md', 'docs/for-privacy-officers.md'],
  ['README.pl.md', 'README.md'],
]

/** Where the files are, in the order they are listed. */
const PLACES: readonly (readonly [group: DocumentGroup, pattern: string])[] = [
  ['guide', 'docs/pl/*.md'],
  ['guide', 'docs/for-*.md'],
  ['guide', 'README*.md'],
  ['reference', 'docs/*.md'],
  ['reference', 'docs/reference/*.md'],
  ['reference', '{CHANGELOG,CONTRIBUTING,SECURITY}.md'],
  ['reference', 'benchmarks/*.md'],
  ['decision', 'docs/adr/*.md'],
  ['package', '{clients,apps,packages}/*/README.md'],
]

/**
 * Reads the shelf.
 *
 * @param root absolute path of the repository; what is missing there is missing on the shelf
 */
export function readShelf(root: string): DocumentShelf {
  const documents = new Map<string, ShelfDocument>()
  for (const [group, pattern] of PLACES) {
    for (const path of found(root, pattern)) {
      if (documents.has(path)) continue
      const text = readFileSync(join(root, path), 'utf8')
      documents.set(path, {
        address: addressOf(path),
        group,
        locale: isPolish(path) ? 'pl' : 'en',
        path,
        text,
        title: /^# +(.+)$/m.exec(text)?.[1]?.replaceAll('`', '').trim() ?? path,
        translation: translationOf(root, path),
      })
    }
  }
  const pictures = new Map(
    found(root, 'docs/pictures/*.png').map((path) => [path, readPicture(root, path)] as const),
  )
  return {
    document: (path) => documents.get(path),
    documents: [...documents.values()],
    picture: (path) => pictures.get(path),
    pictures: [...pictures.values()],
  }
}

function found(root: string, pattern: string): readonly string[] {
  return globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
}

function isPolish(path: string): boolean {
  return path.startsWith('docs/pl/') || path.endsWith('.pl.md')
}

function translationOf(root: string, path: string): string | undefined {
  const pair = TRANSLATIONS.find((one) => one.includes(path))
  const other = pair?.find((one) => one !== path)
  return other !== undefined && existsSync(join(root, other)) ? other : undefined
}

/** `docs/pl/dla-iod.md` is shown at `/docs/pl/dla-iod`; folders nobody asks for leave the address. */
function addressOf(path: string): string {
  const name = path.replace(/\.md$/, '').toLowerCase()
  if (name === 'readme.pl') return '/docs/pl/readme'
  if (name === 'docs/adr/readme') return '/docs/adr'
  if (/^(clients|apps|packages)\//.test(name)) return `/docs/packages/${name.split('/')[1]}`
  return `/docs/${name
    .replace(/^docs\/reference\//, '')
    .replace(/^docs\/for-/, 'en/for-')
    .replace(/^docs\//, '')}`
}

/** The width and height of a PNG stand in its header (https://www.w3.org/TR/png/#11IHDR). */
function readPicture(root: string, path: string): ShelfPicture {
  const content = readFileSync(join(root, path))
  return {
    address: `/docs/pictures/${basename(path)}`,
    content,
    height: content.readUInt32BE(20),
    width: content.readUInt32BE(16),
  }
}
