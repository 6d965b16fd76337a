import { describe, expect, it } from 'vitest'
import { configurationChecklist } from '../../src/config/checklist.ts'
import { loadConfig } from '../../src/index.ts'
import { OVERVIEW } from '../support/in-memory-application.ts'
import { bearer, PUBLISHABLE, SECRET, STAFF, testServer } from '../support/test-server.ts'

const url = '/v1/overview'
const PRODUCTION = {
  UMIAR_ALLOWED_ORIGINS: 'https://shop.example',
  UMIAR_CONTROLLER_ADDRESS: 'ul. Prawdziwa 1',
  UMIAR_CONTROLLER_CONTACT: 'iod@shop.example',
  UMIAR_CONTROLLER_NAME: 'Shop',
  UMIAR_MODE: 'production',
  UMIAR_PUBLIC_URL: 'https://umiar.shop.example',
  UMIAR_PUBLISHABLE_KEY: `pub_${'a'.repeat(32)}`,
  UMIAR_ROOT_KEY: 'ab'.repeat(32),
  UMIAR_SECRET_KEY: `sec_${'b'.repeat(32)}`,
  UMIAR_STAFF_TOKEN: 'c'.repeat(32),
}
const stateOf = (environment: Record<string, string>, code: string) =>
  configurationChecklist(loadConfig(environment)).find((entry) => entry.code === code)?.state

describe('the overview', () => {
  it('carries every field the application gives, and what is not configured', async () => {
    const { server } = await testServer()
    const reply = await server.inject({ headers: bearer(STAFF), url })
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['cache-control']).toContain('no-store')
    const { configuration, mode, ...facts } = reply.json()
    const [strategy] = facts.readiness.strategies
    expect(strategy.text).toEqual({
      en: 'Needs 240 more purchases, about 3 December.',
      pl: 'Potrzeba jeszcze 240 zakupów, około 3 grudnia.',
    })
    delete strategy.text
    expect(facts).toEqual(OVERVIEW)
    expect(mode).toBe('demo')
    expect(configuration[0]).toEqual({
      code: 'allowed_origins',
      keys: ['UMIAR_ALLOWED_ORIGINS'],
      required_in_production: true,
      state: 'missing',
    })
  })

  it('is for staff alone', async () => {
    const { app, server, token } = await testServer()
    expect((await server.inject({ url })).json()).toMatchObject({ code: 'key_missing', status: 401 })
    for (const key of [PUBLISHABLE, SECRET, await token()]) {
      const reply = await server.inject({ headers: bearer(key), url })
      expect(reply.json()).toMatchObject({ code: 'key_kind_not_allowed', status: 403 })
    }
    expect(app.calls.some((call) => call.name === 'overview')).toBe(false)
  })
})

describe('the checklist of the configuration', () => {
  it('says what a demo invents and what production would ask for', () => {
    expect(stateOf({}, 'controller')).toBe('invented')
    expect(stateOf({ UMIAR_CONTROLLER_NAME: 'Shop' }, 'controller')).toBe('invented')
    expect(stateOf({}, 'https')).toBe('missing')
    expect(stateOf({}, 'root_key')).toBe('default')
    expect(stateOf({}, 'privacy_url')).toBe('default')
    expect(stateOf({}, 'mail')).toBe('not_offered')
    expect(stateOf({}, 'retention')).toBe('built_in')
    const missing = configurationChecklist(loadConfig({})).filter((entry) => entry.required_in_production)
    expect(missing.map((entry) => entry.code)).toEqual(
      expect.arrayContaining(['allowed_origins', 'controller', 'https', 'keys', 'mode']),
    )
  })

  it('finds nothing missing where production starts', () => {
    const entries = configurationChecklist(loadConfig(PRODUCTION))
    expect(entries.filter(({ state }) => state === 'missing' || state === 'invented')).toEqual([])
    for (const entry of entries)
      if (entry.required_in_production) expect([entry.code, entry.state]).toEqual([entry.code, 'set'])
    expect(stateOf(PRODUCTION, 'privacy_url')).toBe('default')
    expect(stateOf({ ...PRODUCTION, UMIAR_PRIVACY_URL: 'https://shop.example/p' }, 'privacy_url')).toBe('set')
  })

  it('never tells a value', () => {
    const text = JSON.stringify(configurationChecklist(loadConfig(PRODUCTION)))
    const values = Object.values(PRODUCTION).filter((value) => value !== 'production')
    expect(values.filter((value) => JSON.stringify(PRODUCTION).includes(value))).toHaveLength(values.length)
    expect(values.filter((value) => text.includes(value))).toEqual([])
  })
})
