/**
 * The console over the real engine, and a shop whose shelves are looked at, clicked and bought from.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registerConsole } from '../../../apps/admin-console/src/index.ts'
import { compose } from '../../../apps/server/src/compose.ts'
import { injectFetch } from '../../../apps/server/src/http/inject-fetch.ts'
import { buildServer, createShopperTokens, loadConfig, openKeyRing } from '../../../apps/server/src/index.ts'
import { type Client, createClient } from '../../../clients/http-client/src/index.ts'
import { systemClock, systemRandom } from '../../../packages/adapters/src/index.ts'
import { serveBaseAssets } from '../../../packages/web-pages/src/index.ts'

const SECRET = 'sec_console_world'
export const STAFF = 'staff-token-of-the-console-world'

export interface ConsoleWorld {
  readonly base: string
  /** With the shop's secret key. */
  readonly client: Client
  /** A shopper at level 3 who sees the home shelf, clicks its first product and buys it. */
  shopper(name: string, measured: boolean): Promise<void>
  close(): Promise<void>
}

export async function openConsoleWorld(): Promise<ConsoleWorld> {
  const directory = mkdtempSync(join(tmpdir(), 'umiar-console-'))
  const config = loadConfig({ UMIAR_DATA_DIR: directory, UMIAR_LOG_LEVEL: 'silent' })
  const { app } = await compose({ config })
  let client: Client | undefined
  const server = await buildServer({
    app,
    clock: systemClock,
    config,
    keys: await openKeyRing({
      clock: systemClock,
      fixed: [
        { key: SECRET, kind: 'secret' },
        { key: STAFF, kind: 'staff' },
      ],
      random: systemRandom,
      store: { keys: async () => [], putKey: async () => undefined, removeKey: async () => undefined },
    }),
    pages: async (scope) => {
      const fetch = injectFetch(scope)
      client = createClient({ baseUrl: 'http://127.0.0.1', fetch, key: SECRET })
      await serveBaseAssets(scope)
      scope.get('/picture/tea.svg', async (_request, reply) =>
        reply.type('image/svg+xml').send('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>'),
      )
      await registerConsole(scope, {
        client: createClient({ baseUrl: 'http://127.0.0.1', fetch }),
        demoKeysPath: join(directory, 'demo-keys.json'),
        site: { controller: undefined, demo: true, name: 'Polana', origins: [], secureCookies: false },
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
  await client.putProducts({
    body: {
      products: Array.from({ length: 12 }, (_, n) => ({
        category: 'tea',
        image_url: '/picture/tea.svg',
        item_id: `tea-${n}`,
        title: `Herbata ${n}`,
        title_en: `Tea ${n}`,
      })),
    },
  })
  return {
    base: await server.listen({ host: '127.0.0.1', port: 0 }),
    client,
    close: async () => {
      await server.close()
      await app.close()
      rmSync(directory, { force: true, recursive: true })
    },
    shopper: (name, measured) => visit(client as Client, name, measured),
  }
}

async function visit(client: Client, name: string, measured: boolean): Promise<void> {
  const { token } = await client.issueShopperToken({ body: { anonymous_id: name } })
  const { notice_version } = await client.consentPolicy()
  await client.with({ key: token }).putConsent({
    body: { level: 3, locale: 'pl', method: 'centre', notice_version, purposes: { measure: measured } },
  })
  const { slots } = await client.recommend({
    body: {
      context: { page_type: 'home' },
      slots: [{ id: 'home', limit: 6 }],
      visitor: { anonymous_id: name },
    },
  })
  const shelf = slots[0]
  const item_id = shelf?.items[0]?.item_id ?? ''
  const event = (kind: string, more: object) => ({
    anonymous_id: name,
    event: kind,
    event_id: `${name}-${kind}`,
    rec_id: shelf?.rec_id,
    session_id: `${name}-visit`,
    time: new Date().toISOString(),
    ...more,
  })
  await client.recordEvents({
    body: {
      events: [
        event('rec_impression', {}),
        event('select_item', { items: [{ item_id }] }),
        event('purchase', { items: [{ item_id }] }),
      ] as never,
    },
  })
}
