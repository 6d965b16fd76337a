/**
 * The configuration of one server, read from the environment and checked as a whole.
 *
 * Everything that is wrong or missing is named at once: nobody likes to restart nine times. Messages
 * name keys and what is expected of them, never the values of secrets.
 */
import { resolve } from 'node:path'
import type { ConfigurationName } from './keys.ts'
import { checkDemo, checkProduction } from './mode-rules.ts'
import { type Environment, Reading } from './reading.ts'
import {
  countOf,
  currencyOf,
  isProxyAddress,
  listOf,
  originOf,
  pathOf,
  postgresUrlOf,
  urlOf,
} from './values.ts'

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'

export interface ServerConfig {
  readonly mode: 'demo' | 'production'
  readonly host: string
  readonly port: number
  /** Absolute. */
  readonly dataDir: string
  /** Address of the PostgreSQL database, with its password; `undefined` for the embedded store. */
  readonly databaseUrl: string | undefined
  /** As given: 64 hexadecimal digits or base64 of 32 bytes. */
  readonly rootKey: string | undefined
  /** Absolute; read when `rootKey` is undefined. */
  readonly rootKeyFile: string
  readonly publishableKey: string | undefined
  readonly secretKey: string | undefined
  readonly staffToken: string | undefined
  /** Where the command line finds a running server. */
  readonly url: string | undefined
  readonly currency: string
  /** Serialised origins, e.g. `https://shop.example`. In demo mode its own origin is allowed besides. */
  readonly allowedOrigins: readonly string[]
  readonly controller: { readonly name: string; readonly address: string; readonly contact: string }
  /** Demo mode, and a part of it was not set? */
  readonly controllerIsInvented: boolean
  /** The page where people see and change what is used; every answer links it. */
  readonly privacyUrl: string
  readonly privacyUrlIsDefault: boolean
  /** Without a slash at the end. */
  readonly publicUrl: string | undefined
  /** Addresses or networks whose forwarding headers are believed. */
  readonly trustedProxies: readonly string[]
  /** Requests a minute for a publishable key or shopper token from one address; 0 is no limit. */
  readonly rateLimitPerMinute: number
  /** The same for a secret key; 0 in demo mode. */
  readonly secretRateLimitPerMinute: number
  /** Fill an empty demo installation? */
  readonly demoSeed: boolean
  /** Evidence beyond it goes before its 30 days, oldest first; 0 for no budget. */
  readonly evidenceMaxBytes: number
  /** 0 leaves it to the disk. */
  readonly storeMaxBytes: number
  readonly logLevel: LogLevel
}

const LOG_LEVELS: readonly LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'silent']
const DEMO_CONTROLLER = {
  address: 'ul. Wymyślona 1, 00-001 Warszawa',
  contact: 'prywatnosc@polana.example',
  name: 'Polana (sklep pokazowy)',
}

/**
 * Reads and checks the configuration.
 *
 * @param environment `process.env`; keys that do not start with `UMIAR_` are not looked at
 * @throws DomainError `configuration_invalid`, with a fault for everything that is wrong or missing
 */
export function loadConfig(environment: Environment): ServerConfig {
  const reading = new Reading(environment)
  const config = readAll(reading)
  if (config.mode === 'production') checkProduction(config, reading)
  else checkDemo(config, reading)
  reading.throwFaults()
  return Object.freeze(config)
}

function readAll(reading: Reading): ServerConfig {
  const dataDir = resolve(reading.text('UMIAR_DATA_DIR') ?? './.umiar')
  const mode = reading.oneOf('UMIAR_MODE', ['demo', 'production'], 'demo')
  const isDemo = mode === 'demo'
  const text = (name: ConfigurationName, inDemo: string): string =>
    reading.text(name) ?? (isDemo ? inDemo : '')
  const allowedOrigins = reading.parsed(
    'UMIAR_ALLOWED_ORIGINS',
    listOf(originOf),
    [],
    'origins such as https://shop.example, separated by commas',
  )
  return {
    allowedOrigins,
    controller: {
      address: text('UMIAR_CONTROLLER_ADDRESS', DEMO_CONTROLLER.address),
      contact: text('UMIAR_CONTROLLER_CONTACT', DEMO_CONTROLLER.contact),
      name: text('UMIAR_CONTROLLER_NAME', DEMO_CONTROLLER.name),
    },
    controllerIsInvented: (
      ['UMIAR_CONTROLLER_ADDRESS', 'UMIAR_CONTROLLER_CONTACT', 'UMIAR_CONTROLLER_NAME'] as const
    ).some((name) => reading.text(name) === undefined),
    currency: reading.parsed('UMIAR_CURRENCY', currencyOf, 'PLN', 'three capital letters, ISO 4217'),
    dataDir,
    databaseUrl: reading.parsed(
      'UMIAR_DATABASE_URL',
      postgresUrlOf,
      undefined,
      'postgres://user:password@host:port/database',
    ),
    demoSeed: reading.oneOf('UMIAR_DEMO_SEED', ['on', 'off'], 'on') === 'on',
    evidenceMaxBytes: reading.parsed('UMIAR_EVIDENCE_MAX_BYTES', countOf(), 0, 'a whole number of 0 or more'),
    host: reading.text('UMIAR_HOST') ?? '127.0.0.1',
    logLevel: reading.oneOf('UMIAR_LOG_LEVEL', LOG_LEVELS, isDemo ? 'warn' : 'info'),
    mode,
    port: reading.parsed('UMIAR_PORT', countOf(65_535), 8080, 'a port from 0 to 65535'),
    privacyUrl:
      reading.parsed('UMIAR_PRIVACY_URL', urlOf, undefined, 'an http(s) address') ??
      `${isDemo ? '' : (allowedOrigins[0] ?? '')}/privacy`,
    privacyUrlIsDefault: reading.text('UMIAR_PRIVACY_URL') === undefined,
    publicUrl: reading.parsed('UMIAR_PUBLIC_URL', urlOf, undefined, 'an http(s) address'),
    publishableKey: reading.text('UMIAR_PUBLISHABLE_KEY'),
    rateLimitPerMinute: reading.parsed(
      'UMIAR_RATE_LIMIT_PER_MINUTE',
      countOf(),
      600,
      'a whole number of 0 or more',
    ),
    rootKey: reading.text('UMIAR_ROOT_KEY'),
    rootKeyFile: resolve(dataDir, reading.parsed('UMIAR_ROOT_KEY_FILE', pathOf, 'root.key', 'a path')),
    secretKey: reading.text('UMIAR_SECRET_KEY'),
    secretRateLimitPerMinute: isDemo
      ? 0
      : reading.parsed('UMIAR_SECRET_RATE_LIMIT_PER_MINUTE', countOf(), 0, 'a whole number of 0 or more'),
    staffToken: reading.text('UMIAR_STAFF_TOKEN'),
    storeMaxBytes: reading.parsed('UMIAR_STORE_MAX_BYTES', countOf(), 0, 'a whole number of 0 or more'),
    trustedProxies: reading.parsed(
      'UMIAR_TRUSTED_PROXY',
      listOf(isProxyAddress),
      [],
      'addresses or networks, separated by commas',
    ),
    url: reading.parsed('UMIAR_URL', urlOf, undefined, 'an http(s) address'),
  }
}
