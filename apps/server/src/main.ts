/**
 * `npm start`: one process that opens the store, listens, and in demo mode fills itself with an
 * invented shop. Ctrl-C ends it; data stays.
 */
import { existsSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { announceOwner, withdrawOwner } from '@umiar/adapters'
import type { Application } from '@umiar/use-cases'
import { DomainError, type Random } from '@umiar/vocabulary'
import type { FastifyInstance } from 'fastify'
import { compose } from './compose.ts'
import { loadConfig, type ServerConfig } from './config/config.ts'
import { demoCatalogue, seedDemo } from './demo/index.ts'
import { ensureDemoKeys, fixedKeys } from './demo-keys.ts'
import { openKeyRing } from './keys.ts'
import { createShopApi, registerPages, type ShopApi } from './pages/index.ts'
import { progressBar } from './progress-bar.ts'
import { buildServer } from './server.ts'
import { createShopperTokens } from './shopper-tokens.ts'
import { closeOnSignal } from './shutdown.ts'

const RETENTION_EVERY_MS = 3_600_000
const SWEEP_EVERY_MS = 15_000
/** Written when the demo shop is complete; a start that was broken off seeds again. */
const SEEDED_FILE = 'demo-seeded.json'

try {
  await start(loadConfig(process.env))
} catch (error) {
  if (!(error instanceof DomainError)) throw error
  console.error(`\numiar cannot start (${error.code}): ${error.message}`)
  for (const fault of error.faults) console.error(`  - ${fault.message}`)
  process.exitCode = 1
}

async function start(config: ServerConfig): Promise<void> {
  const startedAt = performance.now()
  const replay = progressBar('Replaying histories')
  const { app, clock, installationKeys, random, store } = await compose({ config, onReplay: replay.show })
  replay.end()
  const keys = await openKeyRing({ clock, fixed: fixedKeys(config, random), random, store })
  const tokens = createShopperTokens({
    clock,
    issuer: `umiar:${store.shopId}`,
    key: installationKeys.tokenKey,
    random,
  })
  // The pages call the API of the server they are part of, so its `inject` is bound once it exists.
  const running: { server?: FastifyInstance } = {}
  const api = config.mode === 'demo' ? demoApi(config, random, running) : undefined
  const server = await buildServer({
    app,
    clock,
    config,
    keys,
    random,
    tokens,
    ...(api === undefined ? {} : { pages: (scope: FastifyInstance) => demoPages(scope, api, config) }),
  })
  running.server = server
  const url = await listen(server, app, config)
  const timers = keepHouse(app, server)
  closeOnSignal(server, app, {
    onClosing: () => {
      for (const timer of timers) clearInterval(timer)
      withdrawOwner(config.dataDir)
    },
  })
  if (api !== undefined && config.demoSeed) await seedOnce(api, config.dataDir, clock.nowMs())
  announceOwner(config.dataDir, { url })
  printLinks(url, config, performance.now() - startedAt)
}

/** @returns where it listens @throws DomainError `configuration_invalid` if the port is taken */
async function listen(server: FastifyInstance, app: Application, config: ServerConfig): Promise<string> {
  try {
    await server.listen({ host: config.host, port: config.port })
  } catch (error) {
    await app.close()
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new DomainError(
      'configuration_invalid',
      `Port ${config.port} is in use. End what uses it, or set UMIAR_PORT to another one.`,
    )
  }
  return `http://${config.host}:${(server.server.address() as AddressInfo).port}`
}

function demoApi(config: ServerConfig, random: Random, running: { server?: FastifyInstance }): ShopApi {
  const inject = ((request: never) =>
    (running.server as FastifyInstance).inject(request)) as FastifyInstance['inject']
  return createShopApi({ inject }, { secretKey: ensureDemoKeys(config, random).secret_key })
}

async function demoPages(scope: FastifyInstance, api: ShopApi, config: ServerConfig): Promise<void> {
  await registerPages(scope, { api, catalogue: demoCatalogue(), controller: config.controller, demo: true })
}

async function seedOnce(api: ShopApi, dataDir: string, nowMs: number): Promise<void> {
  const marker = join(dataDir, SEEDED_FILE)
  if (existsSync(marker)) return
  const bar = progressBar('Filling the demo shop')
  const summary = await seedDemo(api, {
    nowMs,
    onProgress: ({ done, step, total }) => bar.show(done, total, step),
  })
  bar.end()
  writeFileSync(marker, `${JSON.stringify(summary)}\n`, { mode: 0o600 })
}

/** What must happen although nobody asks: retention each hour, the end of silent visits within seconds. */
function keepHouse(app: Application, server: FastifyInstance): readonly NodeJS.Timeout[] {
  const retention = (): void => {
    app.enforceRetention().catch(() => server.log.error('retention failed; it runs again within the hour'))
  }
  retention()
  return [setInterval(retention, RETENTION_EVERY_MS), setInterval(() => app.sweepVisits(), SWEEP_EVERY_MS)]
}

function printLinks(url: string, config: ServerConfig, tookMs: number): void {
  console.log(`\nUmiar is running (${(tookMs / 1000).toFixed(1)} s, ${config.mode} mode).\n`)
  const links = [
    ...(config.mode === 'demo'
      ? ([
          ['Demo shop', '/shop'],
          ['Privacy page', '/privacy'],
          ['What it is', '/'],
        ] as const)
      : []),
    ['API reference', '/docs'],
    ['OpenAPI', '/openapi.json'],
    ['Health', '/healthz'],
  ] as const
  for (const [name, path] of links) console.log(`  ${name.padEnd(14)} ${url}${path}`)
  console.log(`\n  Data           ${config.dataDir}`)
  if (config.mode === 'demo') console.log(`  Keys           ${join(config.dataDir, 'demo-keys.json')}`)
  console.log('\nCtrl-C ends it; the data stays.\n')
}
