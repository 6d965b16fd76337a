import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readShelf } from '../../src/docs/document-shelf.ts'
import { testServer } from '../support/test-server.ts'
import { deadLinks, linksOf, markdownFiles } from './markdown-links.ts'

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))
/** Pages of the web apps, which are not mounted here. */
const APP_PAGES = ['/']

describe('links of the Markdown files', () => {
  it('all lead somewhere; a planted dead one is found first', () => {
    const planted = mkdtempSync(join(tmpdir(), 'umiar-links-'))
    mkdirSync(join(planted, 'docs'))
    writeFileSync(join(planted, 'README.md'), '# One\n\n[gone](docs/gone.md) [fine](docs/a.md#zażółć-gęślą)')
    writeFileSync(
      join(planted, 'docs/a.md'),
      '## Zażółć gęślą\n\n[no](#nowhere) ![p](pictures/p.png) [up](/docs)',
    )
    expect(deadLinks(planted, markdownFiles(planted))).toEqual([
      'README.md: no file docs/gone.md',
      'docs/a.md: no heading #nowhere',
      'docs/a.md: no file pictures/p.png',
      'docs/a.md: no file /docs',
    ])
    rmSync(planted, { recursive: true })

    const files = markdownFiles(ROOT)
    expect(files.length).toBeGreaterThan(30)
    expect(files.flatMap((file) => linksOf(ROOT, file)).length).toBeGreaterThan(40)
    expect(deadLinks(ROOT, files)).toEqual([])
  })
})

describe('links of the pages', () => {
  let server: FastifyInstance
  beforeAll(async () => {
    server = (await testServer()).server
  })
  afterAll(async () => server.close())

  const bodyOf = async (address: string): Promise<string | undefined> => {
    const { body, headers, statusCode } = await server.inject({ url: address })
    return statusCode === 200 && String(headers['content-type']).includes('html') ? body : undefined
  }

  /** Links and pictures of a page that lead to nothing the server serves. */
  const deadOn = async (address: string, body: string): Promise<string[]> => {
    const dead: string[] = []
    for (const [, target = ''] of body.matchAll(/(?:href|src)="([^"]*)"/g)) {
      const [path = '', fragment] = target.replaceAll('&#39;', "'").split('#')
      if (/^(https?:\/\/|mailto:)/.test(target) || APP_PAGES.includes(path)) continue
      const { body: found, statusCode } =
        path === '' ? { body, statusCode: 200 } : await server.inject({ url: path })
      const isThere = fragment === undefined || found.includes(`id="${decodeURIComponent(fragment)}"`)
      if (statusCode !== 200 || !isThere) dead.push(`${address} → ${target}`)
    }
    return dead
  }

  it('all lead somewhere; a planted dead one is found first', async () => {
    expect(await deadOn('/x', '<a href="/docs/nothing">a</a><a href="/docs/glossary#nowhere">b</a>')).toEqual(
      ['/x → /docs/nothing', '/x → /docs/glossary#nowhere'],
    )
    const addresses = [
      '/docs',
      '/docs/guides',
      '/docs/errors',
      ...readShelf(ROOT).documents.map((one) => one.address),
    ]
    const dead: string[] = []
    for (const address of addresses) {
      const body = await bodyOf(address)
      expect(body, address).toBeDefined()
      dead.push(...(await deadOn(address, body ?? '')))
    }
    expect(dead).toEqual([])
  })
})
