/** An import never speaks over a person, and the register knows what came in. */
import { readFileSync } from 'node:fs'
import type { BeginImport, ImportedConsent } from '@umiar/use-cases'
import { NOTICE_VERSION } from '@umiar/use-cases'
import { CONSENT_VALID_DAYS, MS_PER_DAY } from '@umiar/vocabulary'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorld, SECRET, START, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const at = (days: number): string => new Date(START + days * MS_PER_DAY).toISOString()
const request = (changes: Partial<BeginImport> = {}): BeginImport => ({
  basis: 'consent',
  files: [{ bytes: 1, name: 'events.csv', role: 'events', sha256: 'a'.repeat(64) }],
  rebased: false,
  shift_ms: 0,
  source: 'orders of our old shop',
  ...changes,
})
const record = (changes: Partial<ImportedConsent> = {}): ImportedConsent => ({
  anonymous_id: 'anna',
  given_at: at(-30),
  level: 3,
  method: 'form',
  notice_version: NOTICE_VERSION,
  ref: 'form-17',
  ...changes,
})
const importAs = async (basis: BeginImport['basis'], ...people: ImportedConsent[]) => {
  const { import_id: id } = await world.app.beginImport(request({ basis }))
  return (await world.app.importConsents(id, people)).results
}
const view = (id: string, days: number, anonymousId = 'anna') => ({
  anonymous_id: anonymousId,
  event: 'view_item',
  event_id: id,
  items: [{ item_id: 'tea' }],
  session_id: 's',
  time: at(days),
})

describe('an imported consent', () => {
  it('is shown in docs/import.md under the notice that is in force', () => {
    const page = readFileSync(new URL('../../../../docs/import.md', import.meta.url), 'utf8')
    const notices = [...page.matchAll(/^\d+,form-\d+,([^,]+),/gm)].map((match) => match[1])
    expect(notices).toEqual([NOTICE_VERSION, NOTICE_VERSION])
  })

  it('counts from the day it was given, and names the shop’s own record', async () => {
    expect(await importAs('consent', record())).toEqual([{ status: 'recorded' }])
    const consent = await world.app.consent(world.shopper('anna'), false)
    expect(consent).toMatchObject({
      effective_at: at(-30),
      expires_at: at(CONSENT_VALID_DAYS - 30),
      level: 3,
    })
    const [act] = await world.app.consentHistory(world.shopper('anna'))
    expect(act).toMatchObject({ at: at(-30), method: 'form', source_ref: 'form-17' })
  })

  it('lets no event from before it in, unless its words covered them', async () => {
    await importAs('consent', record(), record({ anonymous_id: 'ola', covers_from: at(-50) }))
    expect(await world.send([view('e1', -31), view('e2', -29)])).toEqual(['dropped_no_consent', 'accepted'])
    const ola = [view('e3', -51, 'ola'), view('e4', -49, 'ola')]
    expect(await world.send(ola)).toEqual(['dropped_no_consent', 'accepted'])
  })

  it('never changes what a person has decided here', async () => {
    await world.choose('anna', 1)
    expect(await importAs('consent', record())).toEqual([{ status: 'kept' }])
    expect(await world.app.consent(world.shopper('anna'), false)).toMatchObject({ level: 1 })
  })

  it('brings an erased person back only if it was given after the erasure', async () => {
    await world.choose('anna', 3)
    await world.app.erase(SECRET, { anonymous_id: 'anna' })
    expect(await importAs('test-data', { anonymous_id: 'anna' })).toEqual([
      { reason: 'erased_since', status: 'refused' },
    ])
    expect(await importAs('consent', record())).toEqual([{ reason: 'erased_since', status: 'refused' }])
    expect(world.app.counters().subjects).toBe(0)
    world.clock.now += MS_PER_DAY
    expect(await importAs('consent', record({ covers_from: at(-50), given_at: at(1) }))).toEqual([
      { status: 'recorded' },
    ])
    // Its words may cover older purchases; the erasure stands between.
    expect(await world.send([view('e1', -1), view('e2', 0.5)])).toEqual(['dropped_no_consent', 'accepted'])
  })

  it.each<[Partial<ImportedConsent>, string]>([
    [{ given_at: at(-CONSENT_VALID_DAYS) }, 'consent_expired'],
    [{ given_at: at(1) }, 'consent_in_future'],
    [{ given_at: '2026-11-01' }, 'time_invalid'],
    [{ notice_version: '2019-1' }, 'notice_outdated'],
    [{ level: 2 }, 'level_too_low'],
    [{ level: 4 }, 'level_not_offered'],
    [{ purposes: { build_profile: false } }, 'level_too_low'],
    [{ purposes: { world_peace: true } }, 'purpose_unknown'],
    [{ anonymous_id: undefined }, 'visitor_missing'],
  ])('is refused, and makes nobody of nobody, with %j', async (changes, reason) => {
    expect(await importAs('consent', record(changes), record({ anonymous_id: 'ola' }))).toEqual([
      { reason, status: 'refused' },
      { status: 'recorded' },
    ])
    expect(world.app.counters().subjects).toBe(1)
  })
})

describe('test data', () => {
  it('come with level 3 and train_models for everybody, over the whole history', async () => {
    expect(await importAs('test-data', { anonymous_id: 'anna' })).toEqual([{ status: 'recorded' }])
    const { level, purposes } = await world.app.consent(world.shopper('anna'), false)
    expect([level, purposes.train_models]).toEqual([3, true])
    expect(await world.send([view('e1', -80)])).toEqual(['accepted'])
  })
})

describe('the register of imports', () => {
  it('gives back the same import for the same files, source and basis, with its shift of times', async () => {
    const first = await world.app.beginImport(request({ rebased: true, shift_ms: 5 }))
    world.clock.now += MS_PER_DAY
    expect(await world.app.beginImport(request({ rebased: true, shift_ms: 9 }))).toEqual(first)
    expect(first).toMatchObject({ finished_at: null, shift_ms: 5 })
    for (const changes of [
      { source: 'another shop' },
      { basis: 'aggregate' as const },
      { rebased: false },
      { files: [{ ...request().files[0]!, sha256: 'b'.repeat(64) }] },
    ]) {
      const other = await world.app.beginImport(request({ rebased: true, ...changes }))
      expect(other.import_id).not.toBe(first.import_id)
    }
    expect(world.app.imports()).toHaveLength(5)
  })

  it('notes once what came of an import, which then takes no more consents', async () => {
    const { import_id: id } = await world.app.beginImport(request())
    const finished = await world.app.finishImport(id, { rows: 7 })
    expect(finished).toMatchObject({ counts: { rows: 7 }, finished_at: at(0) })
    expect(await world.app.finishImport(id, { rows: 8 })).toEqual(finished)
    expect(await world.app.beginImport(request())).toEqual(finished)
    await expect(world.app.importConsents(id, [record()])).rejects.toMatchObject({ code: 'not_found' })
    await expect(world.app.finishImport('import_0', {})).rejects.toMatchObject({ code: 'not_found' })
  })

  it('takes no consents for an import of counts', async () => {
    await expect(importAs('aggregate', record())).rejects.toMatchObject({ code: 'invalid_request' })
  })

  it.each([
    [{ source: ' ' }, 'invalid_request'],
    [{ source: 'two\nlines' }, 'invalid_request'],
    [{ source: 'from anna@example.com' }, 'invalid_request'],
    [{ files: [] }, 'invalid_request'],
    [{ currency: 'GBP' }, 'currency_not_supported'],
  ])('refuses %j', async (changes, code) => {
    await expect(world.app.beginImport(request(changes))).rejects.toMatchObject({ code })
    expect(world.app.imports()).toEqual([])
  })
})
