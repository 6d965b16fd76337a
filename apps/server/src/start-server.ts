/**
 * Starts the engine: one process that opens the store and listens. Ctrl-C ends it; data stays.
 *
 * Web apps (shop, privacy centre, console) are given by whoever puts the product together; the engine
 * knows them as pages to mount and reaches none of their code.
 */
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { announceOwner, withdrawOwner } from '@umiar/adapters'
import type { Application } from '@umiar/use-cases'
import { type Clock, DomainError, type Random } from '@umiar/vocabulary'
import type { FastifyInstance } from 'fastify'
import { compose } from './compose.ts'
import type { ServerConfig } from './config/config.ts'
import { type DemoKeys, ensureDemoKeys, fixedKeys } from './demo-keys.ts'
import { injectFetch } from './http/inject-fetch.ts'
import { openKeyRing } from './keys.ts'
import { progressBar } from './progress-bar.ts'
import { buildServer } from './server.ts'
import { createShopperTokens } from './shopper-tokens.ts'
import { closeOnSignal } from './shutdown.ts'

const RETENTION_EVERY_MS = 3_600_000
const SWEEP_EVERY_MS = 15_000

/** What web apps get from the engine they are served with: no more than any shop's server has. */
export interface WebAppContext {
  readonly config: ServerConfig
  readonly clock: Clock
  readonly random: Random
  /** Calls the API of this very server without a socket. */
  readonly fetch: ReturnType<typeof injectFetch>
  /** In demo mode, the keys of `demo-keys.json`. */
  readonly demoKeys: DemoKeys | undefined
}

/** Pages served beside the API. */
export interface WebApps {
  /** Adds the pages, in a scope of their own: their parsers and handlers stay theirs. */
  mount(scope: FastifyInstance): Promise<void>
  /** Runs once the server answers, before it is said to be running. */
  fill?(): Promise<void>
  /** Name and path of what one would open first. */
  readonly links: readonly (readonly [name: string, path: string])[]
}

/** Runs the process until a signal ends it; a refusal is printed and sets the exit code. */
export async function runServer(
  config: () => ServerConfig,
  webApps?: (context: WebAppContext) => WebApps,
): Promise<void> {
  try {
    await startServer(config(), webApps)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    console.error(`\numiar cannot start (${error.code}): ${error.message}`)
    for (const fault of error.faults) console.error(`  - ${fault.message}`)
    process.exitCode = 1
  }
}

async function startServer(
  config: ServerConfig,
  makeWebApps?: (context: WebAppContext) => WebApps,
): Promise<void> {
  const startedAt = performance.now()
  const replay = progressBar('Replaying histories')
  const notices: string[] = []
  const { app, clock, installationKeys, random, store } = await compose({
    config,
    onReplay: replay.show,
    onUnusableModelFiles: (why) => notices.push(why.message),
  })
  replay.end()
  for (const notice of notices) console.log(`${notice} The model was learned anew from the store.`)
  const keys = await openKeyRing({ clock, fixed: fixedKeys(config, random), random, store })
  const tokens = createShopperTokens({
    clock,
    issuer: `umiar:${store.shopId}`,
    key: installationKeys.tokenKey,
    random,
  })
  // Pages call the API of the server they are part of, so it is bound once it exists.
  const running: { server?: FastifyInstance } = {}
  const webApps = makeWebApps?.({
    clock,
    config,
    demoKeys: config.mode === 'demo' ? ensureDemoKeys(config, random) : undefined,
    fetch: (url, init) => injectFetch(running.server as FastifyInstance)(url, init),
    random,
  })
  const server = await buildServer({
    app,
    clock,
    config,
    keys,
    random,
    tokens,
    ...(webApps === undefined ? {} : { pages: (scope: FastifyInstance) => webApps.mount(scope) }),
  })
  running.server = server
  const url = await listen(server, app, config)
  const timers = keepHouse(app, server)
  let isClosing = false
  closeOnSignal(server, app, {
    onClosing: () => {
      isClosing = true
      for (const timer of timers) clearInterval(timer)
      withdrawOwner(config.dataDir)
    },
  })
  try {
    await webApps?.fill?.()
  } catch (error) {
    // A signal closed the server under it: the shop is filled by the next start.
    if (!isClosing) throw error
  }
  if (isClosing) return
  announceOwner(config.dataDir, { url })
  printLinks(url, config, webApps, performance.now() - startedAt)
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

/** What must happen although nobody asks: retention each hour, the end of silent visits within seconds. */
function keepHouse(app: Application, server: FastifyInstance): readonly NodeJS.Timeout[] {
  const retention = (): void => {
    app.enforceRetention().catch(() => server.log.error('retention failed; it runs again within the hour'))
  }
  retention()
  return [setInterval(retention, RETENTION_EVERY_MS), setInterval(() => app.sweepVisits(), SWEEP_EVERY_MS)]
}

function printLinks(url: string, config: ServerConfig, webApps: WebApps | undefined, tookMs: number): void {
  console.log(`\nUmiar is running (${(tookMs / 1000).toFixed(1)} s, ${config.mode} mode).\n`)
  const links = [
    ...(webApps?.links ?? []),
    ['API reference', '/docs'],
    ['OpenAPI', '/openapi.json'],
    ['Health', '/healthz'],
  ] as const
  for (const [name, path] of links) console.log(`  ${name.padEnd(14)} ${url}${path}`)
  console.log(`\n  Data           ${config.dataDir}`)
  if (config.mode === 'demo') console.log(`  Keys           ${join(config.dataDir, 'demo-keys.json')}`)
  console.log('\nCtrl-C ends it; the data stays.\n')
}
