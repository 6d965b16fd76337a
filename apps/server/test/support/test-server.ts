/** A server over the in-memory application, with a clock and randomness of its own. */
import type { ApiKeyRow, ApiKeyStore } from '@umiar/use-cases'
import type { Clock, Random } from '@umiar/vocabulary'
import type { FastifyInstance } from 'fastify'
import {
  buildServer,
  createShopperTokens,
  type KeyRing,
  loadConfig,
  openKeyRing,
  type ServerOptions,
  type ShopperTokens,
} from '../../src/index.ts'
import { type InMemoryApplication, inMemoryApplication } from './in-memory-application.ts'

export const PUBLISHABLE = 'pub_test'
export const SECRET = 'sec_test'
export const STAFF = 'staff_test'
export const START_MS = Date.UTC(2026, 10, 23, 10)

export interface TestClock extends Clock {
  advance(ms: number): void
}

export function testClock(): TestClock {
  let nowMs = START_MS
  return {
    advance: (ms) => {
      nowMs += ms
    },
    nowMs: () => nowMs,
  }
}

/** Counts up: different bytes each time, the same in each run. */
export function testRandom(): Random {
  let state = 1
  return {
    bytes: (length) =>
      Uint8Array.from({ length }, () => {
        state = (state * 75 + 74) % 65_537
        return state & 0xff
      }),
  }
}

export function memoryKeyStore(): ApiKeyStore & { readonly rows: Map<string, ApiKeyRow> } {
  const rows = new Map<string, ApiKeyRow>()
  return {
    keys: async () => [...rows.values()],
    putKey: async (row) => void rows.set(row.hash, row),
    removeKey: async (hash) => void rows.delete(hash),
    rows,
  }
}

export interface TestServer {
  readonly server: FastifyInstance
  readonly app: InMemoryApplication
  readonly clock: TestClock
  readonly keys: KeyRing
  readonly tokens: ShopperTokens
  readonly logs: string[]
  /** A shopper token of the person with this `anonymous_id`. */
  token(anonymousId?: string): Promise<string>
}

/** @param environment configuration keys beside the test keys */
export async function testServer(
  environment: Readonly<Record<string, string>> = {},
  more: Partial<ServerOptions> = {},
): Promise<TestServer> {
  const app = inMemoryApplication()
  const clock = testClock()
  const random = testRandom()
  const keys = await openKeyRing({
    clock,
    fixed: [
      { key: PUBLISHABLE, kind: 'publishable' },
      { key: SECRET, kind: 'secret' },
      { key: STAFF, kind: 'staff' },
    ],
    random,
    store: memoryKeyStore(),
  })
  const tokens = createShopperTokens({ clock, issuer: 'umiar:test', key: new Uint8Array(32).fill(7), random })
  const logs: string[] = []
  const server = await buildServer({
    app,
    clock,
    config: loadConfig(environment),
    keys,
    logger: { level: 'debug', stream: { write: (line) => void logs.push(line) } },
    random,
    tokens,
    ...more,
  })
  const token = async (anonymousId = 'ola'): Promise<string> =>
    (await tokens.issue(app.aliasFor({ anonymous_id: anonymousId }))).token
  return { app, clock, keys, logs, server, token, tokens }
}

/** The `Authorization` header of a key. */
export function bearer(key: string): { readonly authorization: string } {
  return { authorization: `Bearer ${key}` }
}

/** A request body for one home-page slot. */
export const HOME = { context: { page_type: 'home' }, slots: [{ id: 'home', limit: 4 }] }
