import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { docsPages } from '../../src/docs/docs-pages.ts'
import { readShelf } from '../../src/docs/document-shelf.ts'
import { testServer } from '../support/test-server.ts'

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))

/** The smallest PNG a header can be read from: 3 × 2. */
const PNG = Buffer.from('89504e470d0a1a0a0000000d494844520000000300000002', 'hex')

describe('guides', () => {
  it('are served at fixed addresses, in the language they are written in', async () => {
    const { server } = await testServer()
    for (const [address, lang] of [
      ['/docs/pl/dla-sklepu', 'pl'],
      ['/docs/pl/dla-iod', 'pl'],
      ['/docs/pl/readme', 'pl'],
      ['/docs/en/for-shops', 'en'],
      ['/docs/en/for-privacy-officers', 'en'],
      ['/docs/readme', 'en'],
      ['/docs/architecture', 'en'],
      ['/docs/glossary', 'en'],
      ['/docs/configuration', 'en'],
      ['/docs/adr', 'en'],
      ['/docs/adr/0001-floors', 'en'],
      ['/docs/packages/http-client', 'en'],
      ['/docs/guides', 'en'],
      ['/docs/errors', 'en'],
      ['/docs', 'en'],
    ] as const) {
      const { body, headers, statusCode } = await server.inject({ url: address })
      expect(statusCode, address).toBe(200)
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(body, address).toContain(`<html lang="${lang}">`)
      expect(body.match(/<h1/g), address).toHaveLength(1)
      expect(body, address).not.toMatch(/<script|<style|style=|<(?:img|link)[^>]+https?:/)
    }
  })

  it('are all named on the list, and the Polish and English ones on /docs', async () => {
    const { server } = await testServer()
    const list = (await server.inject({ url: '/docs/guides' })).body
    const { documents } = readShelf(ROOT)
    expect(documents.length).toBeGreaterThan(35)
    for (const { address } of documents) expect(list).toContain(`href="${address}"`)
    const entry = (await server.inject({ url: '/docs' })).body
    for (const address of ['/docs/pl/dla-sklepu', '/docs/pl/dla-iod', '/docs/en/for-shops'])
      expect(entry).toContain(`href="${address}"`)
    expect(entry.indexOf('/docs/pl/dla-sklepu')).toBeLessThan(entry.indexOf('/v1/events'))
  })

  it('lead to the same guide in the other language, and follow the language of the address', async () => {
    const { server } = await testServer()
    const { body } = await server.inject({ url: '/docs/pl/dla-iod' })
    expect(body).toContain('<a href="/docs/en/for-privacy-officers" lang="en" hreflang="en">English</a>')
    const moved = await server.inject({ url: '/docs/pl/dla-iod?lang=en&tour=officer.6' })
    expect(moved.statusCode).toBe(302)
    expect(moved.headers.location).toBe('/docs/en/for-privacy-officers?lang=en&tour=officer.6')
    expect((await server.inject({ url: '/docs/glossary?lang=pl' })).statusCode).toBe(200)
  })

  it('carry the bar of a guided tour, in the language of whoever is shown around', async () => {
    const { server } = await testServer()
    const { body } = await server.inject({ url: '/docs/pl/dla-sklepu?tour=shop.5&lang=pl' })
    expect(body).toContain('Krok 5 z 6')
    expect(body).toContain('href="/docs?tour=shop.6&amp;lang=pl"')
    expect((await server.inject({ url: '/docs/pl/dla-sklepu' })).body).not.toContain('class="tour"')
    expect((await server.inject({ url: '/docs/pl/dla-sklepu?tour=shop.9%22%3E' })).body).not.toContain(
      '"tour"',
    )
  })

  it('are an allow-list: whatever else is asked for does not exist', async () => {
    const { server } = await testServer()
    for (const url of [
      '/docs/nothing',
      '/docs/pl/../../package.json',
      '/docs/%2e%2e/package.json',
      '/docs/..%2fpackage.json',
      '/docs/pictures/none.png',
      '/docs/pl/dla-sklepu.md',
      '/docs/adr/',
      '/docs/constructor',
    ]) {
      const { body, statusCode } = await server.inject({ url })
      if (url === '/docs/adr/') expect(statusCode).toBe(200)
      else expect(statusCode, url).toBe(404)
      expect(body, url).not.toContain('better-sqlite3": ')
    }
    const { body, headers } = await server.inject({ url: '/docs/nothing?<b>' })
    expect(headers['content-type']).toContain('text/html')
    expect(body).toContain('Nie ma takiej strony')
    expect(body).not.toContain('<b>')
  })

  it('are whatever stands in docs/ when the server starts', async () => {
    const root = mkdtempSync(join(tmpdir(), 'umiar-docs-'))
    mkdirSync(join(root, 'docs/pictures'), { recursive: true })
    writeFileSync(join(root, 'docs/NEW.md'), '# New page\n\n![A picture](pictures/p.png "Caption")')
    writeFileSync(join(root, 'docs/pictures/p.png'), PNG)
    const server = Fastify()
    docsPages(server, { isDemo: false, root })
    const { body } = await server.inject({ url: '/docs/new' })
    expect(body).toContain('<title>New page · Umiar</title>')
    expect(body).toContain('width="3" height="2"')
    expect(body).not.toContain('href="/"')
    const picture = await server.inject({ url: '/docs/pictures/p.png' })
    expect(picture.headers['content-type']).toBe('image/png')
    expect(picture.rawPayload.equals(PNG)).toBe(true)
    await server.close()
    rmSync(root, { recursive: true })
  })
})

describe('the shelf', () => {
  it('gives no two documents one address, and none the address of another page', () => {
    const addresses = readShelf(ROOT).documents.map(({ address }) => address)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const address of addresses) {
      expect(address).toMatch(/^\/docs\/[a-z0-9/-]+$/)
      expect(['/docs/guides', '/docs/style.css']).not.toContain(address)
    }
  })
})
