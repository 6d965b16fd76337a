/**
 * What every store must do, whatever it is made of: the MUSTs of `use-cases/src/storage/ports.ts`.
 *
 * An adapter passes by calling `describeStoreContract` with a way to open itself.
 */
import type { AccessGrant } from '@umiar/privacy'
import type { Store } from '@umiar/use-cases'
import type { ItemId, PersonalTable, Product, RecId } from '@umiar/vocabulary'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  aliasOf,
  appendMeasured,
  appendViews,
  grantFor,
  keyOf,
  person,
  rightOf,
  row,
  saveConsent,
  TODAY,
} from './support/world.ts'

/** A new, empty store; `reopen` closes it and opens the same data again. */
export interface OpenedStore {
  readonly store: Store
  reopen(): Promise<Store>
}

/** Declares the suite for one adapter. */
export function describeStoreContract(name: string, openEmpty: () => Promise<OpenedStore>): void {
  const open = async (): Promise<OpenedStore> => {
    const opened = await openEmpty()
    let latest = opened.store
    onTestFinished(() => latest.close())
    return { reopen: async () => (latest = await opened.reopen()), store: opened.store }
  }

  describe(`${name}: consent log`, () => describeConsentLog(open))
  describe(`${name}: event log`, () => describeEventLog(open))
  describe(`${name}: measuring`, () => describeMeasuring(open))
  describe(`${name}: taste and correction`, () => describeContents(open))
  describe(`${name}: grants`, () => describeGrants(open))
  describe(`${name}: evidence`, () => describeEvidence(open))
  describe(`${name}: erasure`, () => describeErasure(open))
  describe(`${name}: retention`, () => describeRetention(open))
  describe(`${name}: catalogue and API keys`, () => describeShop(open))
  describe(`${name}: lifecycle`, () => describeLifecycle(open))
}

type Open = () => Promise<OpenedStore>

const bodies = async (store: Store, name: string, table: PersonalTable): Promise<Uint8Array[]> =>
  (await store.read(rightOf(person(name)), table)).map((found) => found.body)

const views = (name: string, ...contents: string[]): Uint8Array[] =>
  contents.map((content) => row(person(name), 'browsing', content).body)

function describeConsentLog(open: Open): void {
  it('creates subject and alias with the first act', async () => {
    const { store } = await open()
    expect(await saveConsent(store, 'anna')).toBe('saved')
    expect(await store.aliases()).toEqual([{ alias: aliasOf('anna'), subject: person('anna') }])
    expect(await store.consentSequences()).toEqual([{ consentSeq: 1, subject: person('anna') }])
    expect(await bodies(store, 'anna', 'consent')).toEqual([
      row(person('anna'), 'consent', 'consent anna 1').body,
    ])
  })

  it('refuses as stale an act that does not follow, and changes nothing', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    await appendViews(store, 'anna', 'tea')
    expect(await saveConsent(store, 'anna', 1, ['browsing'])).toBe('stale')
    expect(await saveConsent(store, 'anna', 3, ['browsing'])).toBe('stale')
    expect(await saveConsent(store, 'basia', 2)).toBe('stale')
    expect(await store.consentSequences()).toEqual([{ consentSeq: 1, subject: person('anna') }])
    expect(await bodies(store, 'anna', 'browsing')).toEqual(views('anna', 'tea'))
    expect(await bodies(store, 'basia', 'consent')).toEqual([])
  })

  it('refuses as stale an alias that belongs to another subject, and changes nothing', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    const act = { alias: aliasOf('anna'), consentSeq: 1, drop: [], row: row(person('basia'), 'consent', 'b') }
    expect(await store.save(rightOf(person('basia')), act)).toBe('stale')
    expect(await store.consentSequences()).toHaveLength(1)
    expect(await store.aliases()).toEqual([{ alias: aliasOf('anna'), subject: person('anna') }])
  })

  it('accepts the alias again that is already hers', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    const act = {
      alias: aliasOf('anna'),
      consentSeq: 2,
      drop: [],
      row: row(person('anna'), 'consent', 'again'),
    }
    expect(await store.save(rightOf(person('anna'), 1), act)).toBe('saved')
  })

  it('deletes the rows of dropped tables and their event keys, of this subject only', async () => {
    const { store } = await open()
    for (const name of ['anna', 'basia']) {
      await saveConsent(store, name)
      await appendViews(store, name, 'tea')
      await store.replace(grantFor(person(name), 'personal_recs'), row(person(name), 'taste', name))
    }
    expect(await saveConsent(store, 'anna', 2, ['browsing', 'buying'])).toBe('saved')
    expect(await bodies(store, 'anna', 'browsing')).toEqual([])
    expect(await bodies(store, 'anna', 'taste')).toHaveLength(1)
    expect(await bodies(store, 'basia', 'browsing')).toEqual(views('basia', 'tea'))
    expect(await appendViews(store, 'anna', 'tea', 2)).toEqual({ outcome: 'stored' })
  })

  it('lets one of two acts win that follow the same one', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    const outcomes = await Promise.all([saveConsent(store, 'anna', 2), saveConsent(store, 'anna', 2)])
    expect(outcomes).toEqual(['saved', 'stale'])
  })

  it('counts the rows of events of one person and of everybody, with the newest arrival', async () => {
    const { store } = await open()
    for (const name of ['anna', 'basia', 'celina']) await saveConsent(store, name)
    expect(await store.rowCounts()).toEqual([])
    for (const [name, item] of [
      ['anna', 'tea'],
      ['basia', 'tea'],
      ['anna', 'mug'],
    ] as const)
      await appendViews(store, name, item)
    const rows = await store.read(rightOf(person('anna'), 1), 'browsing')
    const ofAnna = { newestArrival: rows.at(-1)!.arrival, rows: 2, subject: person('anna') }
    expect(await store.rowCounts(person('anna'))).toEqual([ofAnna])
    expect(await store.rowCounts(person('celina'))).toEqual([])
    const all = await store.rowCounts()
    expect(all.map(({ subject }) => subject).sort()).toEqual([person('anna'), person('basia')].sort())
    expect(all).toContainEqual(ofAnna)
    await saveConsent(store, 'anna', 2, ['browsing'])
    expect(await store.rowCounts(person('anna'))).toEqual([])
  })

  it('deletes what was measured of her when an act says so', async () => {
    const { store } = await open()
    for (const name of ['anna', 'basia']) {
      await saveConsent(store, name)
      await appendMeasured(store, name, 'click')
    }
    expect(await saveConsent(store, 'anna', 2, ['measure'])).toBe('saved')
    expect(await bodies(store, 'anna', 'measure')).toEqual([])
    expect(await bodies(store, 'anna', 'browsing')).toHaveLength(1)
    expect(await bodies(store, 'basia', 'measure')).toHaveLength(1)
    expect(await store.subjectsWith('measure')).toEqual([person('basia')])
  })

  it('is append only: consent itself cannot be dropped by an act', async () => {
    const { store } = await open()
    await expect(saveConsent(store, 'anna', 1, ['consent'])).rejects.toThrow(RangeError)
  })
}

function describeMeasuring(open: Open): void {
  it('stores rows of measure with the events they came with, under a grant of their own', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    expect(await appendMeasured(store, 'anna', 'click')).toEqual({ outcome: 'stored' })
    expect(await bodies(store, 'anna', 'measure')).toEqual([row(person('anna'), 'measure', 'click').body])
    expect(await store.read(grantFor(person('anna'), 'measure'), 'measure')).toHaveLength(1)
    expect(await appendMeasured(store, 'anna', 'click')).toMatchObject({ outcome: 'duplicates' })
    expect(await appendMeasured(store, 'anna', 'later', 2)).toEqual({ outcome: 'stale_consent' })
    expect(await bodies(store, 'anna', 'measure')).toHaveLength(1)
  })

  it('refuses them under a grant for another purpose, of another person, or of another act', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    const anna = person('anna')
    const append = (grant: AccessGrant, subject = anna): Promise<unknown> =>
      store.append(grantFor(anna, 'build_profile'), {
        keys: [],
        measured: { grant, rows: [row(subject, 'measure', 'click')] },
        receivedDay: TODAY,
        rows: [row(anna, 'browsing', 'tea')],
      })
    const misused = { code: 'grant_misused' }
    await expect(append(grantFor(anna, 'build_profile'))).rejects.toMatchObject(misused)
    await expect(append(grantFor(person('basia'), 'measure'), person('basia'))).rejects.toMatchObject(misused)
    await expect(append(grantFor(anna, 'measure', 2))).rejects.toMatchObject(misused)
    await expect(store.read(grantFor(anna, 'personal_recs'), 'measure')).rejects.toMatchObject(misused)
    expect(await bodies(store, 'anna', 'browsing')).toEqual([])
  })

  it('keeps totals that name nobody: the last value of a name, none of 0, and over a restart', async () => {
    const { reopen, store } = await open()
    await store.putTotals([
      { count: 3, name: '["measure","home „ż\\\\"]', people: 2 },
      { count: 2 ** 40, name: 'b', people: 0 },
      { count: 1, name: 'c', people: 1 },
    ])
    await store.putTotals([
      { count: 5, name: 'b', people: 4 },
      { count: 0, name: 'c', people: 0 },
    ])
    const expected = [
      { count: 3, name: '["measure","home „ż\\\\"]', people: 2 },
      { count: 5, name: 'b', people: 4 },
    ]
    const sorted = async (one: Store) => [...(await one.totals())].sort((a, b) => (a.name < b.name ? -1 : 1))
    expect(await sorted(store)).toEqual(expected)
    expect(await sorted(await reopen())).toEqual(expected)
  })

  it('leaves totals alone when somebody is erased, and takes her rows', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    await appendMeasured(store, 'anna', 'click')
    await store.putTotals([{ count: 9, name: 'clicks', people: 7 }])
    expect(await store.erase(rightOf(person('anna'), 1), { erasedAtMs: 1, untilDay: TODAY })).toEqual({
      browsing: 1,
      consent: 1,
      measure: 1,
    })
    expect(await store.subjectsWith('measure')).toEqual([])
    expect(await store.totals()).toEqual([{ count: 9, name: 'clicks', people: 7 }])
  })
}

function describeEventLog(open: Open): void {
  it('stores rows in order of arrival, across tables of a batch', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    const anna = person('anna')
    await store.append(grantFor(anna, 'build_profile'), {
      keys: [keyOf('1'), keyOf('2')],
      receivedDay: TODAY,
      rows: [
        row(anna, 'browsing', 'tea'),
        row(anna, 'buying', 'tea'),
        row(anna, 'browsing', 'mug', TODAY - 1),
      ],
    })
    const browsing = await store.read(rightOf(anna), 'browsing')
    expect(browsing.map((found) => found.body)).toEqual(views('anna', 'tea', 'mug'))
    expect(browsing.map((found) => found.day)).toEqual([TODAY, TODAY - 1])
    expect(browsing[0]!.arrival).toBeLessThan(browsing[1]!.arrival)
    expect(browsing[0]).toMatchObject({ keyVersion: 1, subject: anna, table: 'browsing' })
    expect(await store.read(rightOf(anna), 'buying')).toHaveLength(1)
  })

  it('stores nothing when a withdrawal was committed first', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    const decidedBefore = grantFor(person('anna'), 'build_profile', 1)
    await saveConsent(store, 'anna', 2, ['browsing'])
    const batch = { keys: [keyOf('1')], receivedDay: TODAY, rows: [row(person('anna'), 'browsing', 'tea')] }
    expect(await store.append(decidedBefore, batch)).toEqual({ outcome: 'stale_consent' })
    expect(await bodies(store, 'anna', 'browsing')).toEqual([])
  })

  it('lets a withdrawal win that was asked for in the same moment', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    const [saved, appended] = await Promise.all([
      saveConsent(store, 'anna', 2, ['browsing']),
      appendViews(store, 'anna', 'tea', 1),
    ])
    expect([saved, appended]).toEqual(['saved', { outcome: 'stale_consent' }])
    expect(await bodies(store, 'anna', 'browsing')).toEqual([])
  })

  it('stores nothing for a subject that is not there', async () => {
    const { store } = await open()
    expect(await appendViews(store, 'nobody', 'tea')).toEqual({ outcome: 'stale_consent' })
    expect(await bodies(store, 'nobody', 'browsing')).toEqual([])
  })

  it('names duplicates and stores nothing of their batch', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    await appendViews(store, 'anna', 'tea')
    const batch = {
      keys: [keyOf('new'), keyOf('tea b')],
      receivedDay: TODAY + 7,
      rows: [row(person('anna'), 'browsing', 'mug')],
    }
    expect(await store.append(grantFor(person('anna'), 'build_profile'), batch)).toEqual({
      keys: [keyOf('tea b')],
      outcome: 'duplicates',
    })
    expect(await bodies(store, 'anna', 'browsing')).toEqual(views('anna', 'tea'))
    const again = { ...batch, keys: [keyOf('new')] }
    expect(await store.append(grantFor(person('anna'), 'build_profile'), again)).toEqual({
      outcome: 'stored',
    })
  })

  it('takes a key again once the duplicate window has passed', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    await appendViews(store, 'anna', 'tea')
    const batch = {
      keys: [keyOf('tea a')],
      receivedDay: TODAY + 8,
      rows: [row(person('anna'), 'browsing', 'mug')],
    }
    expect(await store.append(grantFor(person('anna'), 'build_profile'), batch)).toEqual({
      outcome: 'stored',
    })
    const soon = { ...batch, receivedDay: TODAY + 9 }
    expect(await store.append(grantFor(person('anna'), 'build_profile'), soon)).toMatchObject({
      outcome: 'duplicates',
    })
  })

  it('keeps batches of many callers apart: each is whole', async () => {
    const { store } = await open()
    const names = ['anna', 'basia', 'celina', 'dorota']
    await Promise.all(names.map((name) => saveConsent(store, name)))
    const batches = names.flatMap((name) => [1, 2, 3].map((n) => appendViews(store, name, `${name} ${n}`)))
    const duplicate = appendViews(store, 'anna', 'anna 2')
    const unknown = appendViews(store, 'nobody', 'tea')
    expect((await Promise.all(batches)).every((outcome) => outcome.outcome === 'stored')).toBe(true)
    expect((await duplicate).outcome).toBe('duplicates')
    expect((await unknown).outcome).toBe('stale_consent')
    for (const name of names) {
      expect(await bodies(store, name, 'browsing')).toEqual(
        views(name, `${name} 1`, `${name} 2`, `${name} 3`),
      )
    }
  })

  it('needs at least one row, and rows of the tables of events', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    const grant = (): AccessGrant => rightOf(person('anna'), 1)
    await expect(store.append(grant(), { keys: [], receivedDay: TODAY, rows: [] })).rejects.toThrow(
      RangeError,
    )
    const taste = { keys: [], receivedDay: TODAY, rows: [row(person('anna'), 'taste', 'x')] }
    await expect(store.append(grant(), taste)).rejects.toThrow(RangeError)
  })
}

function describeContents(open: Open): void {
  it('keeps one current row and replaces it whole', async () => {
    const { store } = await open()
    const anna = person('anna')
    await saveConsent(store, 'anna')
    for (const content of ['likes tea', 'likes mugs']) {
      const outcome = await store.replace(grantFor(anna, 'personal_recs'), row(anna, 'taste', content))
      expect(outcome).toBe('stored')
    }
    expect(await bodies(store, 'anna', 'taste')).toEqual([row(anna, 'taste', 'likes mugs').body])
  })

  it('replaces nothing after a withdrawal', async () => {
    const { store } = await open()
    const anna = person('anna')
    await saveConsent(store, 'anna')
    await store.replace(grantFor(anna, 'personal_recs'), row(anna, 'taste', 'likes tea'))
    const before = grantFor(anna, 'personal_recs')
    await saveConsent(store, 'anna', 2, ['taste'])
    expect(await store.replace(before, row(anna, 'taste', 'likes mugs'))).toBe('stale_consent')
    expect(await bodies(store, 'anna', 'taste')).toEqual([])
  })

  it('rewrites all rows of a table, in the order given', async () => {
    const { store } = await open()
    const anna = person('anna')
    await saveConsent(store, 'anna')
    for (const content of ['tea', 'mug', 'pot']) await appendViews(store, 'anna', content)
    const rows = [row(anna, 'browsing', 'pot'), row(anna, 'browsing', 'tea')]
    expect(await store.rewrite(rightOf(anna, 1), 'browsing', rows)).toBe('stored')
    expect(await bodies(store, 'anna', 'browsing')).toEqual(views('anna', 'pot', 'tea'))
    expect(await store.rewrite(rightOf(anna, 1), 'browsing', [])).toBe('stored')
    expect(await bodies(store, 'anna', 'browsing')).toEqual([])
  })

  it('does not bring back by rewriting what a withdrawal dropped', async () => {
    const { store } = await open()
    const anna = person('anna')
    await saveConsent(store, 'anna')
    await appendViews(store, 'anna', 'tea')
    const before = rightOf(anna, 1)
    await saveConsent(store, 'anna', 2, ['browsing'])
    expect(await store.rewrite(before, 'browsing', [row(anna, 'browsing', 'tea')])).toBe('stale_consent')
    expect(await bodies(store, 'anna', 'browsing')).toEqual([])
  })

  it('rewrites evidence under the names of its answers, and nobody else’s', async () => {
    const { reopen, store } = await open()
    for (const name of ['anna', 'basia']) await saveConsent(store, name)
    const evidence = (name: string, rec: string) => row(person(name), 'evidence', `${name} ${rec}`)
    for (const name of ['anna', 'basia'])
      await store.putEvidence(
        ['r1', 'r2'].map((rec) => ({
          grant: rightOf(person(name), 1),
          recKey: keyOf(`${name} ${rec}`),
          row: evidence(name, rec),
        })),
      )
    const rows = [evidence('anna', 'r1'), evidence('anna', 'r2 without tea')]
    const keys = ['anna r1', 'anna r2'].map(keyOf)
    expect(await store.rewrite(rightOf(person('anna'), 1), 'evidence', rows, keys)).toBe('stored')
    const again = await reopen()
    expect(await bodies(again, 'anna', 'evidence')).toEqual(rows.map(({ body }) => body))
    expect((await again.findEvidence(rightOf(person('anna')), keyOf('anna r2')))?.body).toEqual(rows[1]!.body)
    expect(await again.ownerOfEvidence(keyOf('anna r1'))).toBe(person('anna'))
    expect(await bodies(again, 'basia', 'evidence')).toHaveLength(2)
  })

  it('rewrites neither the consent log, nor evidence without the names of its answers', async () => {
    const { store } = await open()
    const right = () => rightOf(person('anna'))
    await expect(store.rewrite(right(), 'consent', [])).rejects.toThrow(RangeError)
    await expect(store.rewrite(right(), 'evidence', [])).rejects.toThrow(RangeError)
    await expect(store.rewrite(right(), 'evidence', [], [keyOf('r')])).rejects.toThrow(RangeError)
    await expect(store.rewrite(right(), 'browsing', [], [])).rejects.toThrow(RangeError)
  })
}

function describeGrants(open: Open): void {
  const misused = { code: 'grant_misused' }

  it('are claimed: each serves one read and one write of a table', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    const anna = person('anna')
    const grant = grantFor(anna, 'build_profile')
    await store.read(grant, 'browsing')
    await expect(store.read(grant, 'browsing')).rejects.toMatchObject(misused)
    const batch = { keys: [], receivedDay: TODAY, rows: [row(anna, 'browsing', 'tea')] }
    await store.append(grant, batch)
    await expect(store.append(grant, batch)).rejects.toMatchObject(misused)
    expect(await bodies(store, 'anna', 'browsing')).toHaveLength(1)
  })

  it('open only tables that serve their purpose', async () => {
    const { store } = await open()
    const anna = person('anna')
    await expect(store.read(grantFor(anna, 'build_profile'), 'taste')).rejects.toMatchObject(misused)
    await expect(store.read(grantFor(anna, 'train_models'), 'evidence')).rejects.toMatchObject(misused)
    const act = { consentSeq: 1, drop: [], row: row(anna, 'consent', 'x') }
    await expect(store.save(grantFor(anna, 'personal_recs'), act)).rejects.toMatchObject(misused)
    const tombstone = { erasedAtMs: 0, untilDay: 0 }
    await expect(store.erase(grantFor(anna, 'build_profile'), tombstone)).rejects.toMatchObject(misused)
    await expect(store.findEvidence(grantFor(anna, 'build_profile'), keyOf('r'))).rejects.toMatchObject(
      misused,
    )
  })

  it('let in rows of their own subject only', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    await saveConsent(store, 'basia')
    const anna = person('anna')
    const hers = (table: PersonalTable) => row(person('basia'), table, 'x')
    const batch = { keys: [], receivedDay: TODAY, rows: [row(anna, 'browsing', 'tea'), hers('browsing')] }
    await expect(store.append(grantFor(anna, 'build_profile'), batch)).rejects.toMatchObject(misused)
    await expect(store.replace(grantFor(anna, 'personal_recs'), hers('taste'))).rejects.toMatchObject(misused)
    await expect(store.rewrite(rightOf(anna, 1), 'browsing', [hers('browsing')])).rejects.toMatchObject(
      misused,
    )
    const evidence = { grant: rightOf(anna, 1), recKey: keyOf('r'), row: hers('evidence') }
    await expect(store.putEvidence([evidence])).rejects.toMatchObject(misused)
    const act = { consentSeq: 2, drop: [], row: hers('consent') }
    await expect(store.save(rightOf(anna, 1), act)).rejects.toMatchObject(misused)
    expect(await bodies(store, 'basia', 'browsing')).toEqual([])
    expect(await bodies(store, 'anna', 'browsing')).toEqual([])
  })

  it('must be the gate’s own: a look-alike opens nothing', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    const real = rightOf(person('anna'), 1)
    const lookAlike = { claimTable: () => undefined, consentSeq: 1, isRight: true, subject: real.subject }
    await expect(store.read(lookAlike as unknown as AccessGrant, 'browsing')).rejects.toMatchObject(misused)
  })
}

function describeEvidence(open: Open): void {
  const put = (store: Store, name: string, ...recs: string[]) =>
    store.putEvidence(
      recs.map((rec) => ({
        grant: rightOf(person(name), 1),
        recKey: keyOf(rec),
        row: row(person(name), 'evidence', rec),
      })),
    )

  it('finds a record by its key, for its owner only', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    await saveConsent(store, 'basia')
    await put(store, 'anna', 'r1', 'r2')
    expect(await store.ownerOfEvidence(keyOf('r2'))).toBe(person('anna'))
    expect(await store.ownerOfEvidence(keyOf('r3'))).toBeUndefined()
    const found = await store.findEvidence(rightOf(person('anna')), keyOf('r2'))
    expect(found?.body).toEqual(row(person('anna'), 'evidence', 'r2').body)
    expect(await store.findEvidence(rightOf(person('basia')), keyOf('r2'))).toBeUndefined()
    expect(await bodies(store, 'anna', 'evidence')).toHaveLength(2)
  })

  it('takes several records under one grant', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    const grant = rightOf(person('anna'), 1)
    await store.putEvidence(
      ['r1', 'r2'].map((rec) => ({ grant, recKey: keyOf(rec), row: row(person('anna'), 'evidence', rec) })),
    )
    expect(await bodies(store, 'anna', 'evidence')).toHaveLength(2)
  })

  it('passes over a subject erased meanwhile and stores the others', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    await saveConsent(store, 'basia')
    await store.erase(rightOf(person('anna'), 1), { erasedAtMs: 1, untilDay: TODAY })
    await store.putEvidence(
      ['anna', 'basia'].map((name) => ({
        grant: rightOf(person(name), 1),
        recKey: keyOf(name),
        row: row(person(name), 'evidence', name),
      })),
    )
    expect(await bodies(store, 'anna', 'evidence')).toEqual([])
    expect(await bodies(store, 'basia', 'evidence')).toHaveLength(1)
  })

  it('keeps the first of two shared records of one name', async () => {
    const { store } = await open()
    const recId = 'rec_shared' as RecId
    await store.putSharedEvidence([{ body: '{"n":1}', day: TODAY, recId }])
    await store.putSharedEvidence([{ body: '{"n":2}', day: TODAY, recId }])
    expect(await store.findSharedEvidence(recId)).toBe('{"n":1}')
    expect(await store.findSharedEvidence('rec_other' as RecId)).toBeUndefined()
  })
}

function describeErasure(open: Open): void {
  const tombstone = { erasedAtMs: 1_700_000_000_000, untilDay: TODAY + 120 }

  it('removes every row and alias, counts them by table, and leaves a tombstone per alias', async () => {
    const { store } = await open()
    const anna = person('anna')
    for (const name of ['anna', 'basia']) {
      await saveConsent(store, name)
      await appendViews(store, name, `${name} tea`)
      await store.replace(grantFor(person(name), 'personal_recs'), row(person(name), 'taste', name))
      await store.putEvidence([
        { grant: rightOf(person(name), 1), recKey: keyOf(name), row: row(person(name), 'evidence', name) },
      ])
    }
    await saveConsent(store, 'anna', 2)
    expect(await store.erase(rightOf(anna, 2), tombstone)).toEqual({
      browsing: 1,
      consent: 2,
      evidence: 1,
      taste: 1,
    })
    for (const table of ['consent', 'taste', 'browsing', 'buying', 'measure', 'evidence'] as const) {
      expect(await bodies(store, 'anna', table)).toEqual([])
    }
    expect(await store.ownerOfEvidence(keyOf('anna'))).toBeUndefined()
    expect(await store.aliases()).toEqual([{ alias: aliasOf('basia'), subject: person('basia') }])
    expect(await store.consentSequences()).toEqual([{ consentSeq: 1, subject: person('basia') }])
    expect(await store.tombstones()).toEqual([{ alias: aliasOf('anna'), ...tombstone }])
    expect(await bodies(store, 'basia', 'browsing')).toHaveLength(1)
  })

  it('is idempotent, and nothing of hers comes in afterwards', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    await store.erase(rightOf(person('anna'), 1), tombstone)
    expect(await store.erase(rightOf(person('anna'), 1), tombstone)).toEqual({})
    expect(await appendViews(store, 'anna', 'tea')).toEqual({ outcome: 'stale_consent' })
    const taste = row(person('anna'), 'taste', 'x')
    expect(await store.replace(grantFor(person('anna'), 'personal_recs'), taste)).toBe('stale_consent')
    expect(await store.rewrite(rightOf(person('anna'), 1), 'taste', [taste])).toBe('stale_consent')
    expect(await saveConsent(store, 'anna', 2)).toBe('stale')
    expect(await bodies(store, 'anna', 'taste')).toEqual([])
  })

  it('lets the same alias begin again as another subject', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    await store.erase(rightOf(person('anna'), 1), tombstone)
    const again = person('anna again')
    const act = { alias: aliasOf('anna'), consentSeq: 1, drop: [], row: row(again, 'consent', 'new') }
    expect(await store.save(rightOf(again), act)).toBe('saved')
    expect(await store.aliases()).toEqual([{ alias: aliasOf('anna'), subject: again }])
    expect(await store.tombstones()).toHaveLength(1)
  })
}

function describeRetention(open: Open): void {
  it('deletes older rows of one table and names who lost some', async () => {
    const { store } = await open()
    for (const name of ['anna', 'basia', 'celina']) await saveConsent(store, name)
    const append = (name: string, day: number) =>
      store.append(grantFor(person(name), 'build_profile'), {
        keys: [],
        receivedDay: TODAY,
        rows: [
          row(person(name), 'browsing', `${name} ${day}`, day),
          row(person(name), 'buying', `${name} ${day}`, day),
        ],
      })
    await append('anna', TODAY - 91)
    await append('anna', TODAY - 100)
    await append('anna', TODAY)
    await append('basia', TODAY - 91)
    await append('celina', TODAY - 90)
    const losers = await store.dropOlder('browsing', TODAY - 90)
    expect([...losers].sort()).toEqual([person('anna'), person('basia')].sort())
    expect(await bodies(store, 'anna', 'browsing')).toHaveLength(1)
    expect(await bodies(store, 'anna', 'buying')).toHaveLength(3)
    expect(await bodies(store, 'basia', 'browsing')).toEqual([])
    expect(await bodies(store, 'celina', 'browsing')).toHaveLength(1)
    expect(await store.dropOlder('browsing', TODAY - 90)).toEqual([])
  })

  it('drops expired event keys, ended tombstones and old shared evidence, and keeps the others', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    await appendViews(store, 'anna', 'tea')
    for (const [name, untilDay] of [
      ['basia', TODAY - 1],
      ['celina', TODAY],
    ] as const) {
      await saveConsent(store, name)
      await store.erase(rightOf(person(name), 1), { erasedAtMs: 1, untilDay })
    }
    await store.putSharedEvidence([
      { body: 'old', day: TODAY - 31, recId: 'rec_old' as RecId },
      { body: 'new', day: TODAY - 30, recId: 'rec_new' as RecId },
    ])
    await store.dropExpired({ eventKeysBefore: TODAY, sharedEvidenceBefore: TODAY - 30, today: TODAY })
    expect((await store.tombstones()).map((found) => found.alias)).toEqual([aliasOf('celina')])
    expect(await store.findSharedEvidence('rec_old' as RecId)).toBeUndefined()
    expect(await store.findSharedEvidence('rec_new' as RecId)).toBe('new')
    expect(await store.evidenceBytes()).toEqual([{ bytes: 3, day: TODAY - 30 }])
    expect((await appendViews(store, 'anna', 'tea')).outcome).toBe('duplicates')
    await store.dropExpired({ eventKeysBefore: TODAY + 1, sharedEvidenceBefore: TODAY - 30, today: TODAY })
    expect((await appendViews(store, 'anna', 'tea')).outcome).toBe('stored')
  })
}

function describeShop(open: Open): void {
  const product = (id: string, title: string): Product => ({
    attributes: { organic: true, weight: 100 },
    available: true,
    itemId: id as ItemId,
    price: { amount: '49.90', currency: 'PLN' },
    sensitive: false,
    title,
  })

  it('upserts products by id and removes them', async () => {
    const { store } = await open()
    await store.putProducts([product('tea', 'Tea'), product('mug', 'Mug')])
    await store.putProducts([product('tea', 'Green tea „Ż”')])
    expect(await store.allProducts()).toEqual([product('mug', 'Mug'), product('tea', 'Green tea „Ż”')])
    expect(await store.removeProduct('tea' as ItemId)).toBe(true)
    expect(await store.removeProduct('tea' as ItemId)).toBe(false)
    expect(await store.allProducts()).toEqual([product('mug', 'Mug')])
  })

  it('keeps what staff set up, the last document of each name', async () => {
    const { reopen, store } = await open()
    expect(await store.setting('rules')).toBeUndefined()
    await store.putSetting('rules', '["a"]')
    await store.putSetting('other', '„Ż”')
    await store.putSetting('rules', '[]')
    expect(await store.setting('rules')).toBe('[]')
    expect(await (await reopen()).setting('other')).toBe('„Ż”')
  })

  it('keeps, changes and removes API keys', async () => {
    const { store } = await open()
    const key = { createdAtMs: 1, hash: 'a'.repeat(64), kind: 'secret' } as const
    const staff = { createdAtMs: 2, hash: 'b'.repeat(64), kind: 'staff' } as const
    await store.putKey(key)
    await store.putKey(staff)
    await store.putKey({ ...key, expiresAtMs: 99 })
    expect(await store.keys()).toEqual([{ ...key, expiresAtMs: 99 }, staff])
    await store.removeKey(key.hash)
    await store.removeKey(key.hash)
    expect(await store.keys()).toEqual([staff])
  })
}

function describeLifecycle(open: Open): void {
  it('keeps everything, and its shop id, over a restart; arrivals go on rising', async () => {
    const { store, reopen } = await open()
    await saveConsent(store, 'anna')
    await appendViews(store, 'anna', 'tea')
    const shopId = store.shopId
    expect(shopId).toMatch(/^[0-9a-f]{32}$/)
    const [before] = await store.read(rightOf(person('anna')), 'browsing')
    const again = await reopen()
    expect(again.shopId).toBe(shopId)
    await appendViews(again, 'anna', 'mug')
    const rows = await again.read(rightOf(person('anna')), 'browsing')
    expect(rows[0]).toEqual(before)
    expect(rows[1]!.arrival).toBeGreaterThan(before!.arrival)
    expect(await again.aliases()).toHaveLength(1)
  })

  it('counts without persons', async () => {
    const { store } = await open()
    await Promise.all(['anna', 'basia'].map((name) => saveConsent(store, name)))
    const stats = await store.stats()
    expect(stats.subjects).toBe(2)
    expect(stats.bytes).toBeGreaterThan(0)
    expect(stats.calls).toBeGreaterThanOrEqual(2)
    expect(stats.commits).toBeGreaterThanOrEqual(1)
  })

  it('commits many calls made at once in fewer transactions', async () => {
    const { store } = await open()
    await saveConsent(store, 'anna')
    const before = await store.stats()
    await Promise.all(Array.from({ length: 200 }, (_, n) => appendViews(store, 'anna', `view ${n}`)))
    const after = await store.stats()
    expect(after.calls - before.calls).toBeGreaterThanOrEqual(200)
    expect(after.commits - before.commits).toBeLessThan(200)
    expect(await bodies(store, 'anna', 'browsing')).toHaveLength(200)
  })

  it('commits what is queued when it closes, then answers nothing any more', async () => {
    const { store, reopen } = await open()
    await saveConsent(store, 'anna')
    const last = appendViews(store, 'anna', 'tea')
    const closing = store.close()
    expect(await last).toEqual({ outcome: 'stored' })
    await closing
    await expect(store.stats()).rejects.toMatchObject({ code: 'store_unavailable' })
    await expect(appendViews(store, 'anna', 'mug')).rejects.toMatchObject({ code: 'store_unavailable' })
    await store.close()
    expect(await bodies(await reopen(), 'anna', 'browsing')).toEqual(views('anna', 'tea'))
  })
}
