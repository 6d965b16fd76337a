import { readFileSync } from 'node:fs'
import { serveBaseAssets } from '@umiar/web-pages'
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { registerPrivacyCentre } from '../src/index.ts'
import { PRODUCTS } from './support/centre.ts'
import { fakeEngine } from './support/fake-engine.ts'

const squeezed = (code: string): string => code.replaceAll(/\s+/g, '')

describe('the README of the privacy centre', () => {
  it('shows how it is mounted', async () => {
    const { client } = fakeEngine()
    const catalogue = { candidates: () => PRODUCTS, product: () => undefined }
    const site = { controller: undefined, demo: false, name: 'Polana', origins: [], secureCookies: true }

    const app = Fastify()
    await serveBaseAssets(app)
    await registerPrivacyCentre(app, { catalogue, client, site })

    const page = await app.inject('/privacy')
    expect(page.statusCode).toBe(200)
    for (const [, address] of page.body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g))
      expect((await app.inject(address ?? '')).statusCode, address).toBe(200)
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const snippet = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '?'
    expect(squeezed(readFileSync(new URL(import.meta.url), 'utf8'))).toContain(squeezed(snippet))
  })
})
