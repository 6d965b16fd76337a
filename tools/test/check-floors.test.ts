import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkFloors, describeFloors } from '../check-floors.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { force: true, recursive: true })
})

/** A small house that stands; `files` are added to it. */
function house(files: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'umiar-floors-'))
  made.push(root)
  const manifest = (name: string, floor: number, dependencies: Readonly<Record<string, string>> = {}) =>
    JSON.stringify({ dependencies, floor, name: `@umiar/${name}` })
  const all: Readonly<Record<string, string>> = {
    'apps/server/package.json': manifest('server', 4, { '@umiar/adapters': '0.1.0', fastify: '5.0.0' }),
    'apps/server/src/index.ts': "import { store } from '@umiar/adapters'\nimport fastify from 'fastify'\n",
    'apps/shop/package.json': manifest('shop', 4),
    'apps/shop/src/index.ts': 'export const shop = 1\n',
    'package.json': JSON.stringify({ workspaces: ['packages/*', 'apps/*'] }),
    'packages/adapters/package.json': manifest('adapters', 3, { '@umiar/privacy': '0.1.0' }),
    'packages/adapters/src/index.ts':
      "import fs from 'node:fs'\nimport '@umiar/privacy'\nexport const now = Date.now()\n",
    'packages/privacy/package.json': manifest('privacy', 1, { '@umiar/vocabulary': '0.1.0' }),
    'packages/privacy/src/index.ts': "import type { Level } from '@umiar/vocabulary'\n",
    'packages/recommender/package.json': manifest('recommender', 1),
    'packages/recommender/src/index.ts': 'export const k = 1\n',
    'packages/vocabulary/package.json': manifest('vocabulary', 0),
    'packages/vocabulary/src/index.ts': 'export type Level = number\n',
    ...files,
  }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

/** Complaints about one planted file. */
function planted(path: string, text: string): readonly string[] {
  return checkFloors(house({ [path]: text })).complaints
}

describe('floor check', () => {
  it('passes a house whose imports go down, and counts what it read on every floor', () => {
    const report = checkFloors(house())
    expect(report.complaints).toEqual([])
    expect(describeFloors(report).split('\n')).toEqual([
      'floor 4: @umiar/server 1, @umiar/shop 1',
      'floor 3: @umiar/adapters 1',
      'floor 1: @umiar/privacy 1, @umiar/recommender 1',
      'floor 0: @umiar/vocabulary 1',
    ])
  })

  it('passes the house it stands in', () => {
    expect(checkFloors(dirname(dirname(import.meta.dirname))).complaints).toEqual([])
  })

  it('fails where it read nothing', () => {
    const root = house()
    rmSync(join(root, 'packages/privacy/src/index.ts'))
    expect(checkFloors(root).complaints).toEqual(['packages/privacy: no source file was read'])
    writeFileSync(join(root, 'package.json'), JSON.stringify({ workspaces: ['nowhere/*'] }))
    expect(checkFloors(root).complaints).toEqual(['no workspace was found'])
  })

  it('fails on a package without a floor', () => {
    expect(planted('packages/privacy/package.json', '{"name":"@umiar/privacy"}')).toContain(
      'packages/privacy/package.json: floor must be a whole number from 0 to 4',
    )
  })

  it.each([
    ['static', "import { x } from '@umiar/adapters'"],
    ['for its effects', "import '@umiar/adapters'"],
    ['type-only', "import type { X } from '@umiar/adapters'"],
    ['of a single type', "import { type X } from '@umiar/adapters'"],
    ['in a type', "export type X = import('@umiar/adapters').X"],
    ['dynamic', "export const x = () => import('@umiar/adapters')"],
    ['dynamic in a template', 'export const x = () => import(`@umiar/adapters`)'],
    ['re-export', "export { x } from '@umiar/adapters'"],
    ['re-export of all', "export * from '@umiar/adapters'"],
    ['re-export of types', "export type { X } from '@umiar/adapters'"],
    ['deep', "import { x } from '@umiar/adapters/src/index.ts'"],
    ['require', "declare const require: any; export const x = require('@umiar/adapters')"],
    ['import equals', "import x = require('@umiar/adapters')"],
    ['resolved', "export const x = import.meta.resolve('@umiar/adapters')"],
  ])('catches an upward import: %s', (_kind, text) => {
    expect(planted('packages/privacy/src/planted.ts', `\n${text}\n`).join()).toContain(
      'packages/privacy/src/planted.ts:2: upward import: @umiar/privacy (floor 1) → @umiar/adapters (floor 3)',
    )
  })

  it('catches a sideways import, type-only too, in tests too, and in package.json', () => {
    const sideways = 'sideways import: @umiar/privacy (floor 1) → @umiar/recommender (floor 1)'
    const text = "import type { K } from '@umiar/recommender'"
    expect(planted('packages/privacy/src/planted.ts', text)).toEqual([
      `packages/privacy/src/planted.ts:1: ${sideways}`,
    ])
    expect(planted('packages/privacy/test/a.test.ts', text)).toEqual([
      `packages/privacy/test/a.test.ts:1: ${sideways}`,
    ])
    const manifest =
      '{"name":"@umiar/privacy","floor":1,"dependencies":{"@umiar/recommender":"1","@umiar/vocabulary":"1"}}'
    expect(planted('packages/privacy/package.json', manifest)).toEqual([
      `packages/privacy/package.json: ${sideways}`,
    ])
  })

  it.each([
    ['import', "import { x } from '../../recommender/src/index.ts'"],
    ['type', "export type X = import('../../recommender/src/index.ts').X"],
    ['URL', "export const x = new URL('../../recommender/src/index.ts', import.meta.url)"],
  ])('catches a relative path into another package: %s', (_kind, text) => {
    expect(planted('packages/privacy/src/planted.ts', text).join()).toContain(
      'climbs out of @umiar/privacy into @umiar/recommender',
    )
  })

  it('catches an import that climbs out to no package, and leaves a URL to a data file alone', () => {
    expect(planted('apps/shop/src/planted.ts', "import '../../../tools/x.ts'").join()).toContain(
      'climbs out of @umiar/shop',
    )
    expect(
      planted('apps/shop/src/planted.ts', "export const x = new URL('../../../README.md', import.meta.url)"),
    ).toEqual([])
  })

  it('lets only server and cli import the adapters', () => {
    expect(planted('apps/shop/src/planted.ts', "import '@umiar/adapters'").join()).toContain(
      'only @umiar/server and @umiar/cli may import @umiar/adapters',
    )
  })

  it('catches a package that is not among the dependencies, and a path nobody can check', () => {
    expect(planted('apps/shop/src/planted.ts', "import 'fastify'").join()).toContain('does not list')
    expect(planted('apps/shop/src/planted.ts', 'export const x = (p: string) => import(p)').join()).toContain(
      'computed path',
    )
  })

  it.each([
    ["import { readFileSync } from 'node:fs'", 'node:fs'],
    ["import type { Stats } from 'fs'", 'fs'],
    ["import path from 'path/posix'", 'path/posix'],
    ["export const x = fetch('https://example.com')", 'fetch'],
    ['export const x = { fetch }', 'fetch'],
    ['export const x = Date.now()', 'Date.now'],
    ['export const x = Date["now"]()', 'Date'],
    ['export const { now } = Date', 'Date'],
    ['export const x = new Date()', 'new Date()'],
    ['export const x = Date()', 'Date'],
    ['export const x = Math.random()', 'Math.random'],
    ['export const { random } = Math', 'Math'],
    ['export const x = process.env.A', 'process'],
    ['export const x = globalThis.process', 'globalThis'],
    ['export const x = performance.now()', 'performance'],
    ['setTimeout(() => {}, 1)', 'setTimeout'],
    ["export const x = Buffer.from('a')", 'Buffer'],
    ['export type X = Buffer', 'Buffer'],
    ['export const x = crypto.randomUUID()', 'crypto'],
    ["console.log('a')", 'console'],
    ['export const x = import.meta.url', 'import.meta'],
  ])('keeps the pure floors pure: %s', (text, name) => {
    const [complaint, ...others] = planted('packages/privacy/src/planted.ts', text)
    expect(complaint).toContain('packages/privacy/src/planted.ts:1: floor 1 is pure')
    expect(complaint).toContain(name)
    expect(others).toEqual([])
    expect(planted('packages/adapters/src/planted.ts', text)).toEqual([])
  })

  it('is not fooled by comments, strings, members and types', () => {
    const text = `
      // import '@umiar/adapters'; Date.now(); fetch()
      /* process.exit() */
      export const text = "import '@umiar/adapters'; Math.random()"
      export const template = \`\${text} Date.now()\`
      export interface Cache { fetch(process: string): Date; readonly Buffer: number }
      export const at = (ms: number): Date => new Date(ms)
      export const day = Date.UTC(2026, 0, 1) + Date.parse('2026-01-01') + Math.floor(1.5)
      export const use = (cache: Cache) => cache.fetch(text) instanceof Date && cache.Buffer
    `.replace('process: string', 'name: string')
    expect(planted('packages/privacy/src/planted.ts', text)).toEqual([])
  })
})
