import { resolve } from 'node:path'
import { DomainError } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { CONFIGURATION_KEYS, loadConfig } from '../../src/index.ts'

const PRODUCTION = {
  UMIAR_ALLOWED_ORIGINS: 'https://shop.example, https://www.shop.example:8443',
  UMIAR_CONTROLLER_ADDRESS: 'ul. Prosta 1, Warszawa',
  UMIAR_CONTROLLER_CONTACT: 'iod@shop.example',
  UMIAR_CONTROLLER_NAME: 'Sklep sp. z o.o.',
  UMIAR_MODE: 'production',
  UMIAR_PUBLIC_URL: 'https://umiar.shop.example/',
  UMIAR_PUBLISHABLE_KEY: `pub_${'a'.repeat(32)}`,
  UMIAR_ROOT_KEY: '0'.repeat(64),
  UMIAR_SECRET_KEY: `sec_${'b'.repeat(32)}`,
  UMIAR_STAFF_TOKEN: 'c'.repeat(32),
}

/** The complaints about an environment, one text per key. */
function complaints(environment: Record<string, string>): readonly string[] {
  try {
    loadConfig(environment)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError)
    expect((error as DomainError).code).toBe('configuration_invalid')
    return (error as DomainError).faults.map((fault) => fault.message)
  }
}

describe('configuration', () => {
  it('starts demo mode from nothing, on loopback, with an invented controller', () => {
    const config = loadConfig({ PATH: '/bin' })
    expect(config).toMatchObject({
      allowedOrigins: [],
      currency: 'PLN',
      host: '127.0.0.1',
      mode: 'demo',
      port: 8080,
    })
    expect(config.dataDir).toBe(resolve('.umiar'))
    expect(config.rootKeyFile).toBe(resolve('.umiar/root.key'))
    expect(config.controller.name).not.toBe('')
  })

  it('refuses a key it does not know and names the nearest', () => {
    expect(complaints({ UMIAR_PROT: '1' })).toEqual([
      'UMIAR_PROT is not a configuration key; did you mean UMIAR_PORT?',
    ])
    expect(complaints({ UMIAR_COMPLETELY_ELSEWHERE: '' })).toEqual([
      'UMIAR_COMPLETELY_ELSEWHERE is not a configuration key',
    ])
  })

  it('counts an empty value as not set', () => {
    expect(loadConfig({ UMIAR_DATABASE_URL: '', UMIAR_PORT: ' ' }).port).toBe(8080)
  })

  it('takes the address of a PostgreSQL database, and repeats no part of one it cannot use', () => {
    for (const url of ['postgres://umiar:s3cret@db.example:5432/shop', 'postgresql://u@%2Frun%2Fpg/shop'])
      expect(loadConfig({ UMIAR_DATABASE_URL: url }).databaseUrl).toBe(url)
    expect(loadConfig({}).databaseUrl).toBeUndefined()
    for (const url of [
      'mysql://umiar:s3cret@db.example/shop',
      'postgres://umiar:s3cret@db.example',
      's3cret',
    ]) {
      const [complaint] = complaints({ UMIAR_DATABASE_URL: url })
      expect(complaint).toMatch(/^UMIAR_DATABASE_URL must be postgres:/)
      expect(complaint).not.toContain('s3cret')
    }
  })

  it('refuses other hosts than loopback in demo mode', () => {
    for (const host of ['localhost', '127.0.0.9', '::1'])
      expect(loadConfig({ UMIAR_HOST: host }).host).toBe(host)
    for (const host of ['0.0.0.0', '192.168.1.2', '::', '127.example']) {
      expect(complaints({ UMIAR_HOST: host })[0]).toContain('loopback')
    }
  })

  it.each([
    ['UMIAR_PORT', '65536'],
    ['UMIAR_PORT', '-1'],
    ['UMIAR_PORT', '80a'],
    ['UMIAR_MODE', 'staging'],
    ['UMIAR_CURRENCY', 'zł'],
    ['UMIAR_ALLOWED_ORIGINS', '*'],
    ['UMIAR_ALLOWED_ORIGINS', 'https://*.shop.example'],
    ['UMIAR_ALLOWED_ORIGINS', 'https://shop.example/path'],
    ['UMIAR_TRUSTED_PROXY', 'everybody'],
    ['UMIAR_TRUSTED_PROXY', '10.0.0.0/33'],
    ['UMIAR_PUBLIC_URL', 'ftp://shop.example'],
    ['UMIAR_RATE_LIMIT_PER_MINUTE', 'many'],
    ['UMIAR_LOG_LEVEL', 'loud'],
    ['UMIAR_PUBLISHABLE_KEY', 'sec_mixed_up'],
    ['UMIAR_SECRET_KEY', 'sec_'],
    ['UMIAR_STAFF_TOKEN', 'pub_wrong_kind'],
  ])('refuses %s=%s', (name, value) => {
    const found = complaints({ [name]: value })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(name)
  })

  it('never repeats the value of a secret', () => {
    for (const name of ['UMIAR_PUBLISHABLE_KEY', 'UMIAR_SECRET_KEY', 'UMIAR_STAFF_TOKEN']) {
      expect(complaints({ [name]: 'pub_hush hush' }).join()).not.toContain('hush')
    }
  })
})

describe('configuration of production', () => {
  it('starts with everything it needs', () => {
    const config = loadConfig(PRODUCTION)
    expect(config.allowedOrigins).toEqual(['https://shop.example', 'https://www.shop.example:8443'])
    expect(config.publicUrl).toBe('https://umiar.shop.example')
  })

  it('names everything that is missing at once', () => {
    const found = complaints({ UMIAR_MODE: 'production' }).join('\n')
    for (const name of Object.keys(PRODUCTION)) if (name !== 'UMIAR_MODE') expect(found).toContain(name)
  })

  it.each(Object.keys(PRODUCTION).filter((name) => name !== 'UMIAR_MODE'))(
    'does not start without %s',
    (name) => {
      const rest: Record<string, string> = { ...PRODUCTION }
      delete rest[name]
      expect(complaints(rest).join()).toContain(name)
    },
  )

  it('refuses what belongs to the demo', () => {
    expect(complaints({ ...PRODUCTION, UMIAR_DEMO_SEED: 'on' })).toEqual([
      'UMIAR_DEMO_SEED is refused in production',
    ])
  })

  it('does not take short keys', () => {
    expect(complaints({ ...PRODUCTION, UMIAR_SECRET_KEY: 'sec_short' }).join()).toContain('UMIAR_SECRET_KEY')
  })

  it('takes a root key file outside the data directory only', () => {
    const { UMIAR_ROOT_KEY: _unset, ...rest } = PRODUCTION
    const inside = { ...rest, UMIAR_DATA_DIR: '/srv/umiar', UMIAR_ROOT_KEY_FILE: '/srv/umiar/keys/root.key' }
    expect(complaints(inside).join()).toContain('outside the data directory')
    expect(complaints({ ...inside, UMIAR_ROOT_KEY_FILE: 'root.key' }).join()).toContain(
      'outside the data directory',
    )
    expect(complaints({ ...inside, UMIAR_ROOT_KEY_FILE: '/srv/umiar-keys/root.key' })).toEqual([])
  })

  it('takes a declared proxy instead of an https address, but no http address', () => {
    const { UMIAR_PUBLIC_URL: _unset, ...rest } = PRODUCTION
    expect(complaints({ ...rest, UMIAR_TRUSTED_PROXY: '10.0.0.0/8, ::1' })).toEqual([])
    expect(complaints({ ...PRODUCTION, UMIAR_PUBLIC_URL: 'http://shop.example' }).join()).toContain(
      'https://',
    )
  })

  it('limits secret keys only there', () => {
    const limit = { UMIAR_SECRET_RATE_LIMIT_PER_MINUTE: '100' }
    expect(loadConfig({ ...PRODUCTION, ...limit }).secretRateLimitPerMinute).toBe(100)
    expect(loadConfig(limit).secretRateLimitPerMinute).toBe(0)
  })
})

describe('list of configuration keys', () => {
  it('says of each key what it does, once', () => {
    const names = CONFIGURATION_KEYS.map((key) => key.name)
    expect(new Set(names).size).toBe(names.length)
    for (const key of CONFIGURATION_KEYS) expect(key.what.length).toBeGreaterThan(20)
  })
})
