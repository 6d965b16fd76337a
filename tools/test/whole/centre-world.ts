/**
 * The privacy centre over the real engine: store, keys and learner as in the shipped server, and a small
 * shop of its own whose pictures are one shape each.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registerPrivacyCentre } from '../../../apps/privacy-centre/src/index.ts'
import { compose } from '../../../apps/server/src/compose.ts'
import { injectFetch } from '../../../apps/server/src/http/inject-fetch.ts'
import { buildServer, createShopperTokens, loadConfig, openKeyRing } from '../../../apps/server/src/index.ts'
import { type Client, createClient } from '../../../clients/http-client/src/index.ts'
import { systemClock, systemRandom } from '../../../packages/adapters/src/index.ts'
import { serveBaseAssets } from '../../../packages/web-pages/src/index.ts'
import { PRODUCTS, shopOver } from './centre-shop.ts'

const SECRET = 'sec_centre_world'

export interface CentreWorld {
  readonly base: string
  /** With the shop's secret key. */
  readonly client: Client
  /** Somebody with a saved level; `true` gives her three weeks of history. @returns her anonymous id */
  person(level: number, hasHistory?: boolean): Promise<string>
  /** The client in her name. */
  as(anonymousId: string): Promise<Client>
  /** How many people the engine knows. */
  people(): number
  close(): Promise<void>
}

export async function openCentreWorld(): Promise<CentreWorld> {
  const directory = mkdtempSync(join(tmpdir(), 'umiar-centre-'))
  const config = loadConfig({ UMIAR_DATA_DIR: directory, UMIAR_LOG_LEVEL: 'silent' })
  const { app } = await compose({ config })
  let client: Client | undefined
  const server = await buildServer({
    app,
    clock: systemClock,
    config,
    keys: await openKeyRing({
      clock: systemClock,
      fixed: [{ key: SECRET, kind: 'secret' }],
      random: systemRandom,
      store: { keys: async () => [], putKey: async () => undefined, removeKey: async () => undefined },
    }),
    pages: async (scope) => {
      client = createClient({ baseUrl: 'http://127.0.0.1', fetch: injectFetch(scope), key: SECRET })
      await serveBaseAssets(scope)
      scope.get('/picture/:file', async (request, reply) =>
        reply.type('image/svg+xml').send(pictureOf((request.params as { file: string }).file)),
      )
      await registerPrivacyCentre(scope, {
        catalogue: {
          candidates: () => PRODUCTS,
          product: (itemId) => PRODUCTS.find((product) => product.itemId === itemId),
        },
        client,
        site: {
          controller: {
            address: 'ul. Lipowa 1, 00-001 Warszawa',
            contact: 'iod@polana.example',
            name: 'Polana sp. z o.o.',
          },
          demo: true,
          name: 'Polana',
          origins: [],
          secureCookies: false,
        },
        slotNames: { home: { en: 'Home page', pl: 'Strona główna' } },
      })
    },
    random: systemRandom,
    tokens: createShopperTokens({
      clock: systemClock,
      issuer: 'umiar:test',
      key: systemRandom.bytes(32),
      random: systemRandom,
    }),
  })
  if (client === undefined) throw new Error('the pages were not registered')
  const base = await server.listen({ host: '127.0.0.1', port: 0 })
  const shop = shopOver(client)
  await shop.open()
  return {
    as: shop.as,
    base,
    client,
    close: async () => {
      await server.close()
      await app.close()
      rmSync(directory, { force: true, recursive: true })
    },
    people: () => app.counters().subjects ?? -1,
    person: shop.person,
  }
}

/** A shape in the colour of its department. */
function pictureOf(file: string): string {
  const hue = { coffee: 26, garden: 84, tea: 150, trail: 205 }[file.split('-')[0] ?? ''] ?? 0
  const turn = Number(/\d/.exec(file)?.[0] ?? 0)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 180" width="240" height="180"><rect width="240" height="180" fill="hsl(${hue} 45% 90%)"/><rect x="${70 + turn * 6}" y="40" width="100" height="105" rx="${turn * 16}" fill="hsl(${hue} 40% ${35 + turn * 9}%)"/></svg>`
}
