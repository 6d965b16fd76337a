/**
 * The configuration of one server, read from the environment and checked as a whole.
 *
 * Everything that is wrong or missing is named at once: nobody likes to restart nine times. Messages
 * name keys and what is expected of them, never the values of secrets.
 */
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { DomainError, type Fault } from '@umiar/vocabulary'
import { nearestName } from '../nearest-name.ts'
import { CONFIGURATION_KEYS, type ConfigurationName } from './keys.ts'
import { countOf, currencyOf, isLoopbackHost, isProxyAddress, listOf, originOf, pathOf, urlOf } from './values.ts'

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'

export interface ServerConfig {
  readonly mode: 'demo' | 'production'
  readonly host: string
  readonly port: number
  /** Absolute. */
  readonly dataDir: string
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
  /** 0 leaves it to the disk. */
  readonly storeMaxBytes: number
  readonly logLevel: LogLevel
}

type Environment = Readonly<Record<string, string | undefined>>

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
  const text = (name: ConfigurationName, inDemo: string): string => reading.text(name) ?? (isDemo ? inDemo : '')
  return {
    allowedOrigins: reading.parsed('UMIAR_ALLOWED_ORIGINS', listOf(originOf), [], 'origins such as https://shop.example, separated by commas'),
    controller: {
      address: text('UMIAR_CONTROLLER_ADDRESS', DEMO_CONTROLLER.address),
      contact: text('UMIAR_CONTROLLER_CONTACT', DEMO_CONTROLLER.contact),
      name: text('UMIAR_CONTROLLER_NAME', DEMO_CONTROLLER.name),
    },
    currency: reading.parsed('UMIAR_CURRENCY', currencyOf, 'PLN', 'three capital letters, ISO 4217'),
    dataDir,
    demoSeed: reading.oneOf('UMIAR_DEMO_SEED', ['on', 'off'], 'on') === 'on',
    host: reading.text('UMIAR_HOST') ?? '127.0.0.1',
    logLevel: reading.oneOf('UMIAR_LOG_LEVEL', LOG_LEVELS, 'info'),
    mode,
    port: reading.parsed('UMIAR_PORT', countOf(65_535), 8080, 'a port from 0 to 65535'),
    publicUrl: reading.parsed('UMIAR_PUBLIC_URL', urlOf, undefined, 'an http(s) address'),
    publishableKey: reading.text('UMIAR_PUBLISHABLE_KEY'),
    rateLimitPerMinute: reading.parsed('UMIAR_RATE_LIMIT_PER_MINUTE', countOf(), 600, 'a whole number of 0 or more'),
    rootKey: reading.text('UMIAR_ROOT_KEY'),
    rootKeyFile: resolve(dataDir, reading.parsed('UMIAR_ROOT_KEY_FILE', pathOf, 'root.key', 'a path')),
    secretKey: reading.text('UMIAR_SECRET_KEY'),
    secretRateLimitPerMinute: isDemo ? 0 : reading.parsed('UMIAR_SECRET_RATE_LIMIT_PER_MINUTE', countOf(), 0, 'a whole number of 0 or more'),
    staffToken: reading.text('UMIAR_STAFF_TOKEN'),
    storeMaxBytes: reading.parsed('UMIAR_STORE_MAX_BYTES', countOf(), 0, 'a whole number of 0 or more'),
    trustedProxies: reading.parsed('UMIAR_TRUSTED_PROXY', listOf(isProxyAddress), [], 'addresses or networks, separated by commas'),
    url: reading.parsed('UMIAR_URL', urlOf, undefined, 'an http(s) address'),
  }
}

function checkDemo(config: ServerConfig, reading: Reading): void {
  if (!isLoopbackHost(config.host)) {
    reading.complain('UMIAR_HOST', 'must be a loopback address in demo mode: its people are invented and its keys lie in a file')
  }
  checkKeys(config, reading, { key: 4, staff: 8 })
}

function checkProduction(config: ServerConfig, reading: Reading): void {
  for (const { name, production } of CONFIGURATION_KEYS) {
    if (production === 'required' && reading.text(name) === undefined) reading.complain(name, 'is required in production')
    if (name === 'UMIAR_DEMO_SEED' && reading.text(name) !== undefined) reading.complain(name, 'is for demo mode only')
  }
  checkKeys(config, reading, { key: 32, staff: 32 })
  if (config.rootKey === undefined) {
    if (reading.text('UMIAR_ROOT_KEY_FILE') === undefined) {
      reading.complain('UMIAR_ROOT_KEY', 'or UMIAR_ROOT_KEY_FILE is required in production')
    } else if (liesIn(config.rootKeyFile, config.dataDir)) {
      reading.complain('UMIAR_ROOT_KEY_FILE', 'must lie outside the data directory in production')
    }
  }
  if (config.publicUrl === undefined && config.trustedProxies.length === 0) {
    reading.complain('UMIAR_PUBLIC_URL', 'must be set to an https:// address, or UMIAR_TRUSTED_PROXY to the proxy that ends TLS')
  }
  if (config.publicUrl !== undefined && !config.publicUrl.startsWith('https://')) {
    reading.complain('UMIAR_PUBLIC_URL', 'must start with https:// in production')
  }
}

function checkKeys(config: ServerConfig, reading: Reading, least: { key: number; staff: number }): void {
  const prefixed = (name: ConfigurationName, value: string | undefined, prefix: string): void => {
    if (value === undefined) return
    if (!value.startsWith(prefix) || value.length < prefix.length + least.key || !/^[\w-]+$/.test(value)) {
      reading.complain(name, `must be ${prefix} and ${least.key} or more letters, digits, - or _`)
    }
  }
  prefixed('UMIAR_PUBLISHABLE_KEY', config.publishableKey, 'pub_')
  prefixed('UMIAR_SECRET_KEY', config.secretKey, 'sec_')
  const staff = config.staffToken
  if (staff !== undefined && (staff.length < least.staff || !/^(?!pub_|sec_)[\w-]+$/.test(staff))) {
    reading.complain('UMIAR_STAFF_TOKEN', `must be ${least.staff} or more letters, digits, - or _, not starting with pub_ or sec_`)
  }
}

function liesIn(path: string, directory: string): boolean {
  const way = relative(directory, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** One pass over the environment that collects every complaint. An empty value counts as not set. */
class Reading {
  readonly #environment: Environment
  readonly #faults: Fault[] = []

  constructor(environment: Environment) {
    this.#environment = environment
    const known: readonly string[] = CONFIGURATION_KEYS.map((key) => key.name)
    for (const name of Object.keys(environment)) {
      if (!name.startsWith('UMIAR_') || known.includes(name)) continue
      const nearest = nearestName(name, known, 6)
      this.complain(name, `is not a configuration key${nearest === undefined ? '' : `; did you mean ${nearest}?`}`)
    }
    if (this.text('UMIAR_DATABASE_URL') !== undefined) {
      this.complain('UMIAR_DATABASE_URL', 'is refused: PostgreSQL arrives with the second store; unset it to use the embedded one')
    }
  }

  complain(name: string, message: string): void {
    this.#faults.push({ code: 'configuration_invalid', message: `${name} ${message}`, pointer: `/${name}` })
  }

  text(name: ConfigurationName): string | undefined {
    const value = this.#environment[name]?.trim()
    return value === '' ? undefined : value
  }

  oneOf<Value extends string>(name: ConfigurationName, values: readonly Value[], otherwise: Value): Value {
    return this.parsed(name, (text) => values.find((value) => value === text), otherwise, `one of ${values.join(', ')}`)
  }

  parsed<Value>(name: ConfigurationName, parse: (text: string) => Value | undefined, otherwise: Value, expected: string): Value {
    const text = this.text(name)
    if (text === undefined) return otherwise
    const value = parse(text)
    if (value === undefined) this.complain(name, `must be ${expected}`)
    return value ?? otherwise
  }

  throwFaults(): void {
    if (this.#faults.length === 0) return
    const list = this.#faults.map((fault) => fault.message).join('; ')
    throw new DomainError('configuration_invalid', `The configuration is not usable: ${list}.`, {}, this.#faults)
  }
}
