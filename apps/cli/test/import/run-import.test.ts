import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { MS_PER_DAY } from '@umiar/vocabulary'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Basis, ImportRequest } from '../../src/import/import-request.ts'
import { BrokenInput, runImport } from '../../src/import/run-import.ts'
import { type FakeEngine, fakeEngine } from './fake-engine.ts'

const NOW = Date.UTC(2026, 10, 23)
const TEST_DATA: Basis = { kind: 'test-data' }
const AGGREGATE: Basis = { kind: 'aggregate' }
const ITEMS =
  'item,title,category,price,kind\ntea,Herbata,tea/green,9.9,product\ncup,Kubek,,,\nPOST,Poczta,,5,service\n'

let folder: string
let engine: FakeEngine
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'umiar-import-'))
  engine = fakeEngine(NOW)
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
/** Seconds since 1970, so many days before now. */
const ts = (daysAgo: number): number => (NOW - daysAgo * MS_PER_DAY) / 1_000
const log = (...rows: string[]): string => `session,user,ts,item,type,price,qty,country\n${rows.join('\n')}\n`
const importing = (events: string, basis: Basis, more: Partial<ImportRequest> = {}) =>
  runImport(engine.clients, {
    basis,
    events,
    items: file('items.csv', ITEMS),
    nowMs: () => NOW,
    rebase: false,
    source: 'orders',
    ...more,
  })

/** Six people who each bought tea and cup together; one who did so six times. */
const SIX = log(
  ...[1, 2, 3, 4, 5, 6].flatMap((n) => [
    `s${n},u${n},${ts(n)},tea,purchase,,,PL`,
    `s${n},u${n},${ts(n)},cup,purchase,,,PL`,
    `t${n},u1,${ts(n)},POST,purchase,,,PL`,
    `v${n},u1,${ts(n)},jar,view,,,PL`,
  ]),
)

describe('an import of test data', () => {
  it('sends each order as one event, a session without a user as a person of its own', async () => {
    const summary = await importing(
      file(
        'log.csv',
        log(
          `s1,anna,${ts(3)},tea,purchase,1.50,2,PL`,
          `s1,anna,${ts(3)},cup,purchase,,,PL`,
          `s1,anna,${ts(3)},tea,purchase,1.50,1,PL`,
          `s1,anna,${ts(2)},tea,purchase,,,PL`,
          `s2,,${ts(1)},cup,view,,,PL`,
          `s2,,${ts(1)},tea,cart,,,PL`,
        ),
      ),
      TEST_DATA,
    )
    const guest = engine.events[2]?.anonymous_id
    expect(guest).toMatch(/^guest-[0-9a-f]{32}$/)
    expect(engine.events.map(({ event_id: _id, session_id: _session, ...rest }) => rest)).toEqual([
      {
        event: 'purchase',
        items: [{ item_id: 'tea', price: '1.50', quantity: 3 }, { item_id: 'cup' }],
        time: new Date(NOW - 3 * MS_PER_DAY).toISOString(),
        user_id: 'anna',
      },
      {
        event: 'purchase',
        items: [{ item_id: 'tea' }],
        time: new Date(NOW - 2 * MS_PER_DAY).toISOString(),
        user_id: 'anna',
      },
      {
        anonymous_id: guest,
        event: 'view_item',
        items: [{ item_id: 'cup' }],
        time: new Date(NOW - MS_PER_DAY).toISOString(),
      },
      {
        anonymous_id: guest,
        event: 'add_to_cart',
        items: [{ item_id: 'tea' }],
        time: new Date(NOW - MS_PER_DAY).toISOString(),
      },
    ])
    expect(engine.people).toEqual([{ user_id: 'anna' }, { anonymous_id: guest }])
    expect(summary).toMatchObject({
      columns_not_used: ['country'],
      counts: {
        accepted_rows: 6,
        events: 4,
        people_recorded: 2,
        products: 2,
        rejected_rows: 0,
        rows: 6,
        services: 1,
      },
      outcome: 'done',
    })
  })

  it('imports products with their prices, and leaves services out of catalogue and history', async () => {
    const summary = await importing(file('log.csv', SIX), TEST_DATA, { currency: 'PLN' })
    expect(engine.products.map(({ counts: _counts, ...product }) => product)).toEqual([
      { category: 'tea/green', item_id: 'tea', price: { amount: '9.90', currency: 'PLN' }, title: 'Herbata' },
      { item_id: 'cup', title: 'Kubek' },
    ])
    expect(JSON.stringify(engine.events)).not.toContain('POST')
    expect(summary.counts).toMatchObject({ service_rows: 6, services: 1 })
  })

  it('moves the newest event to now when asked, and says by how much', async () => {
    const summary = await importing(
      file('log.csv', log(`s1,anna,1000000000,tea,view,,,`, `s2,anna,1000000060.5,tea,view,,,`)),
      TEST_DATA,
      { rebase: true },
    )
    expect(engine.events.map(({ time }) => Date.parse(time) - NOW)).toEqual([-60_500, 0])
    expect(summary.shift_ms).toBe(NOW - 1_000_000_060_500)
    expect(summary.newest_at).toBe('2001-09-09T01:47:40.500Z')
  })

  it('keeps what is younger than its retention, and makes nobody of older rows alone', async () => {
    const summary = await importing(
      file(
        'log.csv',
        log(
          `s1,anna,${ts(91)},tea,view,,,`,
          `s2,anna,${ts(89)},tea,view,,,`,
          `s3,ola,${ts(731)},tea,purchase,,,`,
          `s4,ewa,${ts(729)},tea,purchase,,,`,
        ),
      ),
      TEST_DATA,
    )
    expect(engine.events.map(({ session_id }) => session_id)).toEqual(['s2', 's4'])
    expect(engine.people).toEqual([{ user_id: 'anna' }, { user_id: 'ewa' }])
    expect(summary.counts).toMatchObject({ accepted_rows: 2, dropped_retention_rows: 2 })
  })

  it('hints at --rebase-time when every row is too old', async () => {
    const { notes } = await importing(file('log.csv', log('s1,anna,1000000000,tea,view,,,')), TEST_DATA)
    expect(notes.join()).toContain('--rebase-time')
  })

  it('reads our own events, whose ids stay', async () => {
    const event = (id: string, more: object) =>
      JSON.stringify({
        event: 'view_item',
        event_id: id,
        session_id: 's',
        time: '2026-11-20T10:00:00+01:00',
        ...more,
      })
    const lines = [
      event('e1', { currency: 'PLN', items: [{ item_id: 'tea' }, { item_id: 'POST' }], user_id: 'anna' }),
      event('e2', { anonymous_id: 'device-1', event: 'search', search_term: 'kubek' }),
      event('e3', { user_id: 'anna', email: 'a@example.com' }),
      'not json',
      ...['e4', 'e5', 'e6', 'e7', 'e8', 'e9'].map((id) =>
        event(id, { items: [{ item_id: 'cup' }], user_id: 'anna' }),
      ),
    ]
    const summary = await importing(file('log.jsonl.gz', gzipSync(`${lines.join('\n')}\n`)), TEST_DATA)
    expect(engine.events[0]).toEqual({
      currency: 'PLN',
      event: 'view_item',
      event_id: 'e1',
      items: [{ item_id: 'tea' }],
      session_id: 's',
      time: '2026-11-20T09:00:00.000Z',
      user_id: 'anna',
    })
    expect(engine.events[1]).toMatchObject({ anonymous_id: 'device-1', search_term: 'kubek' })
    expect(summary.first_rejected).toEqual([
      {
        file: 'events',
        line: 3,
        message: '/email identity fields are not accepted',
        reason: 'personal_field',
      },
      { file: 'events', line: 4, message: 'not an object in JSON', reason: 'json_invalid' },
    ])
  })
})

describe('an import of counts', () => {
  it('sends counts with the products, and neither a person nor an event', async () => {
    const events = file('log.csv', SIX)
    // The detector first: test data do send people and events.
    await importing(events, TEST_DATA, { source: 'planted' })
    expect([engine.people.length, engine.events.length > 0]).toEqual([6, true])
    const counted = fakeEngine(NOW)
    engine = counted
    const summary = await importing(events, AGGREGATE)
    expect(counted.acts).toEqual(['begin', 'products', 'finish'])
    expect([counted.people, counted.events]).toEqual([[], []])
    const everything = JSON.stringify([counted.products, counted.imports, summary])
    expect(everything).not.toMatch(/"u\d"|"[stv]\d"/)
    expect(counted.products.map(({ counts }) => counts)).toEqual([
      { bought_with: [{ count: 6, item_id: 'cup' }], sold_30_days: 6 },
      { bought_with: [{ count: 6, item_id: 'tea' }], sold_30_days: 6 },
    ])
  })

  it('keeps no count that rests on fewer than five people, however often they bought', async () => {
    const rows = [1, 2, 3, 4].flatMap((n) =>
      [0, 1, 2].map((again) => `s${n}${again},u${n},${ts(n)},tea,purchase,,,`),
    )
    const { counts, notes } = await importing(file('log.csv', log(...rows)), AGGREGATE)
    expect(engine.products.every(({ counts: own }) => own === undefined)).toBe(true)
    expect(counts.products_with_counts).toBe(0)
    expect(notes.join()).toContain('5 people')
  })
})

describe('an import on recorded consents', () => {
  const HEADER = 'user,consent_ref,notice_version,level,purposes,time,method,covers_from\n'
  const consents = (...rows: string[]): Basis => ({
    file: file('consents.csv', `${HEADER}${rows.join('\n')}\n`),
    kind: 'consent',
  })

  it('takes rows the record covers and rejects every other, with line and reason', async () => {
    const events = file(
      'log.csv',
      log(
        `s1,anna,${ts(5)},tea,view,,,`,
        `s1,anna,${ts(15)},tea,view,,,`,
        `s2,ola,${ts(15)},tea,view,,,`,
        `s3,ewa,${ts(5)},tea,view,,,`,
        `s4,,${ts(5)},tea,view,,,`,
        `s5,iga,${ts(5)},tea,view,,,`,
      ),
    )
    engine.refusals.set('iga', 'consent_expired')
    const summary = await importing(
      events,
      consents(
        'anna,f-1,2026-11-1,3,train_models,2026-11-13T00:00:00Z,form,',
        'ola,f-2,2026-11-1,3,,2026-11-13T00:00:00Z,form,2026-11-01T00:00:00Z',
        'iga,f-3,2026-11-1,3,,2020-11-13T00:00:00Z,form,',
      ),
    )
    expect(engine.people).toEqual([
      {
        given_at: '2026-11-13T00:00:00Z',
        level: 3,
        method: 'form',
        notice_version: '2026-11-1',
        purposes: { train_models: true },
        ref: 'f-1',
        user_id: 'anna',
      },
      expect.objectContaining({ covers_from: '2026-11-01T00:00:00Z', purposes: {}, user_id: 'ola' }),
    ])
    expect(engine.events.map(({ user_id }) => user_id)).toEqual(['anna', 'ola'])
    expect(summary.rejected).toEqual({
      before_consent: 1,
      consent_expired: 1,
      consent_missing: 1,
      consent_without_user: 1,
    })
    expect(summary.first_rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'before_consent'],
      [5, 'consent_missing'],
      [6, 'consent_without_user'],
      [7, 'consent_expired'],
    ])
    expect(engine.products.every(({ counts }) => counts === undefined)).toBe(true)
  })

  it.each([
    ['anna,,2026-11-1,3,,2026-11-13T00:00:00Z,form,', 'consent_ref'],
    ['anna,f,,3,,2026-11-13T00:00:00Z,form,', 'notice_version'],
    ['anna,f,1,5,,2026-11-13T00:00:00Z,form,', 'level'],
    ['anna,f,1,3,all!,2026-11-13T00:00:00Z,form,', 'purposes'],
    ['anna,f,1,3,,yesterday,form,', 'time'],
    ['anna,f,1,3,,2026-11-13T00:00:00Z,phone,', 'method'],
    ['anna,f,1,3,,2026-11-13T00:00:00Z,form,2026-12-13T00:00:00Z', 'covers_from'],
  ])('refuses a file whose only record is %s', async (row, field) => {
    const events = file('log.csv', log(`s1,anna,${ts(5)},tea,view,,,`))
    const failure = await importing(events, consents(row)).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(BrokenInput)
    expect((failure as BrokenInput).cause).toMatchObject({
      message: expect.stringContaining(`line 2: ${field}`),
    })
    expect(engine.acts).toEqual([])
  })
})

describe('a second import', () => {
  it('of the same files changes nothing', async () => {
    const events = file('log.csv', SIX)
    const first = await importing(events, TEST_DATA)
    const acts = engine.acts.length
    const second = await importing(events, TEST_DATA)
    expect(second).toMatchObject({ counts: first.counts, import_id: first.import_id, outcome: 'done_before' })
    expect(engine.acts).toHaveLength(acts)
  })

  it('of a longer file sends what is new; known rows are duplicates', async () => {
    await importing(file('log.csv', SIX), TEST_DATA)
    const stored = engine.events.length
    const longer = `${SIX}z,u9,${ts(1)},tea,view,,,\n`
    const summary = await importing(file('log.csv', longer), TEST_DATA)
    expect(engine.events).toHaveLength(stored + 1)
    expect(summary.counts).toMatchObject({
      accepted_rows: 1,
      duplicate_rows: 18,
      people_kept: 6,
      people_recorded: 1,
    })
  })

  it('goes on after every act at which the first was broken off, to the same end', async () => {
    const events = file('log.csv', SIX)
    await importing(events, TEST_DATA)
    const whole = engine
    for (let acts = 0; acts < whole.acts.length; acts++) {
      engine = fakeEngine(NOW)
      engine.failAfterActs = acts
      await expect(importing(events, TEST_DATA)).rejects.toThrow('broke')
      engine.failAfterActs = Number.POSITIVE_INFINITY
      const summary = await importing(events, TEST_DATA)
      expect(summary).toMatchObject({ outcome: 'done', resumed: acts > 0 })
      expect(engine.events).toEqual(whole.events)
      expect(engine.people).toEqual(whole.people)
      expect(engine.imports).toHaveLength(1)
    }
  })
})

describe('a broken file', () => {
  /** What the import says of it; nothing may have been changed. */
  const refusal = async (events: string, more: Partial<ImportRequest> = {}): Promise<string> => {
    const failure = await importing(events, TEST_DATA, more).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(BrokenInput)
    expect(engine.acts).toEqual([])
    const { code, message } = (failure as BrokenInput).cause as Error & { code: string }
    expect(code).toBe('input_unreadable')
    return message
  }

  it('changes nothing, wherever a packed file is cut off or a byte of it is changed', async () => {
    const whole = gzipSync(log(`s1,anna,${ts(1)},tea,view,,,`, `s2,ola,${ts(1)},cup,view,,,`))
    // The detector first: the whole file does change something.
    await importing(file('log.csv.gz', whole), TEST_DATA)
    expect(engine.acts.length).toBeGreaterThan(0)
    engine = fakeEngine(NOW)
    for (let at = 0; at < whole.length; at++) {
      await refusal(file('log.csv.gz', whole.subarray(0, at)))
      // Time, flags and system of the gzip header say nothing about the contents (RFC 1952 §2.3.1).
      if (at >= 3 && at < 10) continue
      const changed = Buffer.from(whole)
      changed[at] = changed[at]! ^ 0x5a
      await refusal(file('log.csv.gz', changed))
    }
  })

  it('changes nothing, wherever a plain file is cut off inside a row', async () => {
    const whole = log(`s1,anna,${ts(1)},tea,view,,,`, `s2,ola,${ts(1)},cup,view,,,`)
    let cuts = 0
    for (let at = 0; at < whole.length - 2; at++) {
      if (whole[at - 1] === '\n' || /\n.*,view,,,$/.test(whole.slice(0, at))) continue
      cuts++
      await refusal(file('log.csv', whole.slice(0, at)))
    }
    expect(cuts).toBeGreaterThanOrEqual(100)
  })

  it.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'Line 1: the file is empty'],
    ['another header', 'a,b,c\n1,2,3\n', 'Line 1: the header has no column session, user, ts, item, type'],
    ['a header alone', log().trimEnd(), 'has no usable row'],
    ['rows without time alone', log('s1,a,,tea,view,,,'), 'line 2: no time; rows without one'],
    ['an open quote', `${log()}"s1,a,1,tea,view,,,\n`, 'a quoted field is not closed'],
    ['another encoding', Buffer.from(log(`s1,zo\u00eb,${ts(1)},tea,view,,,`), 'latin1'), 'cannot be read'],
    ['what is no gzip', 'session', 'cannot be read'],
    ['services alone', log(`s1,a,${ts(1)},POST,purchase,,,`), 'has no usable row'],
    [
      'more than a fifth of bad rows',
      log(...['view', 'look', 'view', 'look', 'view'].map((type) => `s1,a,${ts(1)},tea,${type},,,`)),
      '2 of 5 rows',
    ],
    [
      'rows from tomorrow',
      log(`s1,a,${ts(-1)},tea,view,,,`, `s1,a,${ts(1)},tea,view,,,`),
      'the time lies ahead of now',
    ],
  ])('is one with %s', async (what, content, message) => {
    const name = what === 'what is no gzip' ? 'log.csv.gz' : 'log.csv'
    expect(await refusal(file(name, content))).toContain(message)
  })

  it('is one that is not there, and so is a broken list of items', async () => {
    expect(await refusal(join(folder, 'nothing.csv'))).toContain('nothing.csv cannot be read')
    const events = file('log.csv', SIX)
    expect(await refusal(events, { items: file('bad.csv', 'item\ntea\n') })).toContain('no column title')
    const twice = file('bad.csv', 'item,title\ntea,a\ntea,b\n')
    expect(await refusal(events, { items: twice })).toContain('line 3: the item stands on line 2 already')
  })

  it('is one that changes between the readings: it is not noted as finished', async () => {
    const events = file('log.csv', SIX)
    const { importConsents } = engine.clients.staff
    Object.assign(engine.clients.staff, {
      importConsents: async (input: Parameters<typeof importConsents>[0]) => {
        file('log.csv', `${SIX}z,u9,${ts(1)},tea,view,,,\n`)
        return importConsents(input)
      },
    })
    await expect(importing(events, TEST_DATA)).rejects.toThrow('changed while it was read')
    expect(engine.imports[0]?.finished_at).toBeNull()
  })
})

describe('a bad row', () => {
  const good = Array.from({ length: 40 }, (_, n) => `g${n},anna,${ts(1)},tea,view,,,`)

  it.each([
    [`s,a,${ts(1)},tea,return,1,1,`, 'type_unknown'],
    [`s,a,,tea,view,1,1,`, 'time_missing'],
    [`s,a,yesterday,tea,view,1,1,`, 'time_invalid'],
    [`s,a,${ts(-2)},tea,view,1,1,`, 'event_in_future'],
    [`,a,${ts(1)},tea,view,1,1,`, 'session_invalid'],
    [`s,a,${ts(1)},,view,1,1,`, 'item_invalid'],
    [`s,${'a'.repeat(129)},${ts(1)},tea,view,1,1,`, 'user_invalid'],
    [`s,a,${ts(1)},tea,view,-1,1,`, 'price_invalid'],
    [`s,a,${ts(1)},tea,view,1,some,`, 'quantity_invalid'],
    [`s,a,${ts(1)},tea,view,1`, 'field_count'],
    [`s,a,${ts(1)},t"ea,view,1,1,`, 'quoting_invalid'],
  ])('such as %s is rejected with its line, and the others come in', async (row, reason) => {
    const rejects = join(folder, 'rejects.csv')
    const summary = await importing(file('log.csv', log(...good, row)), TEST_DATA, { rejects })
    expect(summary.rejected).toEqual({ [reason]: 1 })
    expect(summary.counts).toMatchObject({ accepted_rows: 40, rejected_rows: 1, rows: 41 })
    expect(readFileSync(rejects, 'utf8')).toContain(`events,42,${reason},`)
    // What stood in the row may be about a person.
    expect(readFileSync(rejects, 'utf8')).not.toContain('aaa')
  })

  it('is one the engine will not take: it is counted under what the engine said', async () => {
    engine.refusals.set('ola', 'notice_outdated')
    const summary = await importing(
      file('log.csv', log(`s1,ola,${ts(1)},tea,purchase,,,`, `s1,ola,${ts(1)},cup,purchase,,,`)),
      TEST_DATA,
    )
    expect(summary.rejected).toEqual({ notice_outdated: 2 })
    expect(engine.events).toEqual([])
  })

  it('is shown up to the twentieth, counted beyond', async () => {
    const bad = Array.from({ length: 25 }, () => `s,a,${ts(1)},tea,look,,,`)
    const many = [...good, ...good, ...good]
    const { first_rejected: first, rejected } = await importing(
      file('log.csv', log(...many, ...bad)),
      TEST_DATA,
    )
    expect([first.length, rejected.type_unknown]).toEqual([20, 25])
  })
})
