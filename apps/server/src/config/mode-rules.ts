/**
 * What each mode refuses to start with.
 */
import { isAbsolute, relative, sep } from 'node:path'
import type { ServerConfig } from './config.ts'
import { CONFIGURATION_KEYS, type ConfigurationName } from './keys.ts'
import type { Reading } from './reading.ts'
import { isLoopbackHost } from './values.ts'

/** Demo mode: invented people, this machine only. */
export function checkDemo(config: ServerConfig, reading: Reading): void {
  if (!isLoopbackHost(config.host)) {
    reading.complain(
      'UMIAR_HOST',
      'must be a loopback address in demo mode: its people are invented and its keys lie in a file',
    )
  }
  checkKeys(config, reading, { key: 4, staff: 8 })
}

/** Production: everything a real shop needs is there before the first request. */
export function checkProduction(config: ServerConfig, reading: Reading): void {
  for (const { name, production } of CONFIGURATION_KEYS) {
    const isSet = reading.text(name) !== undefined
    if (production === 'required' && !isSet) reading.complain(name, 'is required in production')
    if (production === 'refused' && isSet) reading.complain(name, 'is refused in production')
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
    reading.complain(
      'UMIAR_PUBLIC_URL',
      'must be set to an https:// address, or UMIAR_TRUSTED_PROXY to the proxy that ends TLS',
    )
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
    reading.complain(
      'UMIAR_STAFF_TOKEN',
      `must be ${least.staff} or more letters, digits, - or _, not starting with pub_ or sec_`,
    )
  }
}

function liesIn(path: string, directory: string): boolean {
  const way = relative(directory, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
