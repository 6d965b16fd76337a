/** Test data, with their invented consents, never meet real people. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compose } from '../../src/compose.ts'
import { loadConfig } from '../../src/index.ts'
import { IMPORT } from '../support/in-memory-application.ts'
import { bearer, SECRET, STAFF, testServer } from '../support/test-server.ts'

const PRODUCTION = {
  UMIAR_ALLOWED_ORIGINS: 'https://shop.example',
  UMIAR_CONTROLLER_ADDRESS: 'ul. Prosta 1, Warszawa',
  UMIAR_CONTROLLER_CONTACT: 'iod@shop.example',
  UMIAR_CONTROLLER_NAME: 'Sklep sp. z o.o.',
  UMIAR_MODE: 'production',
  UMIAR_PUBLIC_URL: 'https://umiar.shop.example',
  UMIAR_PUBLISHABLE_KEY: `pub_${'a'.repeat(32)}`,
  UMIAR_ROOT_KEY: '0'.repeat(64),
  UMIAR_SECRET_KEY: `sec_${'b'.repeat(32)}`,
  UMIAR_STAFF_TOKEN: 'c'.repeat(32),
}
const BEGIN = { basis: 'test-data', files: IMPORT.files, rebased: false, shift_ms: 0, source: 'orders' }

describe('an import of test data', () => {
  const begin = async (environment: Record<string, string>, basis: string, key = STAFF) => {
    const { app, server } = await testServer(environment)
    const request = { headers: bearer(key), method: 'POST', payload: { ...BEGIN, basis }, url: '/v1/imports' }
    const reply = await server.inject(request as never)
    await server.close()
    return { calls: app.calls.length, code: reply.json().code, status: reply.statusCode }
  }

  it('begins in demo mode, and only for staff', async () => {
    expect(await begin({}, 'test-data')).toMatchObject({ calls: 1, status: 200 })
    expect(await begin({}, 'test-data', SECRET)).toMatchObject({ calls: 0, code: 'key_kind_not_allowed' })
  })

  it('is refused in production, where the other bases are not', async () => {
    expect(await begin(PRODUCTION, 'test-data')).toMatchObject({
      calls: 0,
      code: 'basis_not_allowed',
      status: 403,
    })
    expect(await begin(PRODUCTION, 'consent')).toMatchObject({ calls: 1, status: 200 })
    expect(await begin(PRODUCTION, 'aggregate')).toMatchObject({ calls: 1, status: 200 })
  })

  it('is not gone on with in production', async () => {
    const { app, server } = await testServer(PRODUCTION)
    app.imports = () => [{ ...IMPORT, basis: 'test-data' }]
    const reply = await server.inject({
      headers: bearer(STAFF),
      method: 'POST',
      payload: { people: [{ user_id: 'anna' }] },
      url: `/v1/imports/${IMPORT.import_id}/consents`,
    })
    expect([reply.json().code, app.calls]).toEqual(['basis_not_allowed', []])
    await server.close()
  })
})

describe('a data directory with test data', () => {
  it('is opened in demo mode, and refused in production', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'umiar-compose-'))
    const keys = { UMIAR_DATA_DIR: directory, UMIAR_ROOT_KEY: '0'.repeat(64) }
    const open = async (environment: Record<string, string>) => {
      const { app } = await compose({ config: loadConfig({ ...environment, ...keys }) })
      const bases = app.imports().map(({ basis }) => basis)
      await app.close()
      return bases
    }
    try {
      expect(await open(PRODUCTION)).toEqual([])
      const note = { ...BEGIN, at: '2026-11-23T10:00:00Z', import_id: 'import_1', note: 'begun' }
      writeFileSync(join(directory, 'imports.jsonl'), `${JSON.stringify(note)}\n`)
      expect(await open({})).toEqual(['test-data'])
      await expect(open(PRODUCTION)).rejects.toMatchObject({
        code: 'configuration_invalid',
        message: expect.stringContaining('import_1'),
      })
    } finally {
      rmSync(directory, { recursive: true })
    }
  })
})
