/**
 * The keys of demo mode, in a file a newcomer can read: `<data dir>/demo-keys.json`, mode 0600.
 *
 * Made at the first start; a key fixed by the configuration takes its place in the file, so that the
 * file always says what works.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError, type Random } from '@umiar/vocabulary'
import type { ServerConfig } from './config/config.ts'
import { type FixedKey, newKey } from './keys.ts'

/** As in the file. */
export interface DemoKeys {
  readonly publishable_key: string
  readonly secret_key: string
  readonly staff_token: string
}

/** Path of the file in a data directory. */
export function demoKeysPath(dataDir: string): string {
  return join(dataDir, 'demo-keys.json')
}

/**
 * Reads the demo keys, or makes them, and writes the file when it does not say the same.
 *
 * @throws DomainError `configuration_invalid` if the file cannot be read as what it should be
 */
export function ensureDemoKeys(
  config: Pick<ServerConfig, 'dataDir' | 'publishableKey' | 'secretKey' | 'staffToken'>,
  random: Random,
): DemoKeys {
  const former = readDemoKeys(config.dataDir)
  const keys: DemoKeys = {
    publishable_key: config.publishableKey ?? former?.publishable_key ?? newKey('publishable', random),
    secret_key: config.secretKey ?? former?.secret_key ?? newKey('secret', random),
    staff_token: config.staffToken ?? former?.staff_token ?? newKey('staff', random),
  }
  const text = `${JSON.stringify(keys, null, 2)}\n`
  const path = demoKeysPath(config.dataDir)
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    mkdirSync(config.dataDir, { mode: 0o700, recursive: true })
    writeFileSync(`${path}.new`, text, { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
  return keys
}

/** What the file of a data directory says, or `undefined` if there is none. */
export function readDemoKeys(dataDir: string): DemoKeys | undefined {
  const path = demoKeysPath(dataDir)
  if (!existsSync(path)) return undefined
  const keys = parseJson(readFileSync(path, 'utf8'))
  if (!isDemoKeys(keys)) {
    throw new DomainError(
      'configuration_invalid',
      `${path} cannot be read as demo keys. Delete it to have new ones made.`,
    )
  }
  return keys
}

/** The keys the ring takes from the configuration: in demo mode those of the file. */
export function fixedKeys(config: ServerConfig, random: Random): readonly FixedKey[] {
  const keys =
    config.mode === 'demo'
      ? ensureDemoKeys(config, random)
      : {
          publishable_key: config.publishableKey,
          secret_key: config.secretKey,
          staff_token: config.staffToken,
        }
  const all = [
    { key: keys.publishable_key, kind: 'publishable' },
    { key: keys.secret_key, kind: 'secret' },
    { key: keys.staff_token, kind: 'staff' },
  ] as const
  return all.flatMap(({ key, kind }) => (key === undefined ? [] : [{ key, kind }]))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isDemoKeys(value: unknown): value is DemoKeys {
  if (typeof value !== 'object' || value === null) return false
  const keys = value as Record<string, unknown>
  const isKey = (name: string, form: RegExp): boolean =>
    typeof keys[name] === 'string' && form.test(keys[name])
  return isKey('publishable_key', /^pub_./) && isKey('secret_key', /^sec_./) && isKey('staff_token', /^.{8}/)
}
