import { MS_PER_DAY, PURPOSES, type Purpose, SWITCHES, subjectId, tableEntry } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AccessGrant,
  type ConsentState,
  decide,
  isAccessGrant,
  openGate,
  openRight,
} from '../../src/index.ts'

const anna = subjectId('a'.repeat(32))
const now = 1_764_000_000_000
const optional = PURPOSES.filter((entry) => entry.basis === 'consent').map((entry) => entry.purpose)

const state = (change: Partial<ConsentState> = {}): ConsentState => ({
  actedAtMs: now,
  consentRef: 'consent_x' as ConsentState['consentRef'],
  consentSeq: 3,
  decidedAtMs: now,
  granted: ['session_recs', 'personal_recs', 'build_profile'],
  level: 3,
  locale: 'pl',
  method: 'centre',
  noticeVersion: 'n1',
  notBeforeMs: 0,
  objected: [],
  restricted: false,
  sinceSeq: {},
  switchesOff: [],
  ...change,
})

const anyState = fc.record({
  decidedAtMs: fc.integer({ max: now, min: now - 400 * MS_PER_DAY }),
  granted: fc.subarray(optional),
  level: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const),
  objected: fc.subarray(optional),
  restricted: fc.boolean(),
  switchesOff: fc.subarray(SWITCHES.map((row) => row.name)),
})

describe('purpose gate', () => {
  it('stays shut for somebody who never chose, and says so without a notice version', () => {
    expect(decide(undefined, 'session_recs', now)).toEqual({ allowed: false, refusal: 'not_granted' })
    expect(() => openGate(anna, undefined, 'build_profile', now)).toThrow(
      expect.objectContaining({
        code: 'purpose_not_consented',
        facts: { noticeVersion: null, purpose: 'build_profile', refusal: 'not_granted' },
      }),
    )
  })

  it('opens exactly when granted, high enough, switched on, in use, in time, unrestricted and unobjected', () => {
    const seen = { allowed: 0, refused: 0 }
    fc.assert(
      fc.property(anyState, fc.constantFrom(...PURPOSES), (change, entry) => {
        const consent = state(change)
        // The rule of the registry, spelled out slowly.
        const inTime = now < consent.decidedAtMs + 183 * MS_PER_DAY
        const isOff = SWITCHES.some(
          (row) => row.purpose === entry.purpose && consent.switchesOff.includes(row.name),
        )
        const expected =
          entry.basis !== 'consent' ||
          (entry.inUse &&
            consent.granted.includes(entry.purpose) &&
            consent.level >= entry.leastLevel &&
            !isOff &&
            inTime &&
            !consent.restricted &&
            !consent.objected.includes(entry.purpose))
        seen[expected ? 'allowed' : 'refused']++
        expect(decide(consent, entry.purpose, now).allowed).toBe(expected)
      }),
      { numRuns: 3_000, seed: 7 },
    )
    expect(Math.min(seen.allowed, seen.refused)).toBeGreaterThan(200)
  })

  it('is never closed for running the shop, the record of use and the page itself', () => {
    const shut = state({ decidedAtMs: 0, granted: [], level: 0, objected: optional, restricted: true })
    for (const purpose of ['run_shop', 'accountability', 'contextual_recs'] as const) {
      expect(decide(shut, purpose, now).allowed).toBe(true)
    }
  })

  it('gives a grant that names subject, purpose, basis and the consent act it rests on', () => {
    const grant = openGate(anna, state(), 'personal_recs', now)
    expect([grant.subject, grant.purpose, grant.basis, grant.consentSeq]).toEqual([
      anna,
      'personal_recs',
      'consent',
      3,
    ])
  })
})

describe('access grant', () => {
  it('serves one operation: each facet once', () => {
    const grant = openGate(anna, state(), 'build_profile', now)
    grant.claimTable('browsing', 'write')
    grant.claimTable('buying', 'write')
    grant.claimKey()
    expect(() => grant.claimTable('browsing', 'write')).toThrow(
      expect.objectContaining({ code: 'grant_misused' }),
    )
    expect(() => grant.claimKey()).toThrow(expect.objectContaining({ code: 'grant_misused' }))
  })

  it('opens only tables that serve its purpose', () => {
    const grant = openGate(anna, state(), 'build_profile', now)
    expect(tableEntry('taste').purposes).not.toContain('build_profile')
    expect(() => grant.claimTable('taste', 'read')).toThrow(
      expect.objectContaining({ code: 'grant_misused' }),
    )
  })

  it('carries the rights of the subject past level, restriction and expiry', () => {
    const right = openRight(anna, state({ decidedAtMs: 0, level: 0, restricted: true }))
    expect(right.basis).toBe('legal_obligation')
    for (const table of ['consent', 'taste', 'browsing', 'buying', 'evidence'] as const)
      right.claimTable(table, 'read')
  })

  it('cannot be made by anybody else', () => {
    const genuine = openGate(anna, state(), 'personal_recs', now)
    const lookAlike = {
      basis: 'consent',
      claimKey() {},
      claimTable() {},
      consentSeq: 3,
      isRight: false,
      purpose: 'personal_recs' as Purpose,
      subject: anna,
    }
    expect(isAccessGrant(genuine)).toBe(true)
    expect(isAccessGrant(lookAlike)).toBe(false)
    // @ts-expect-error a look-alike does not compile where a grant is demanded
    const smuggled: AccessGrant = lookAlike
    expect(isAccessGrant(smuggled)).toBe(false)
    expect(isAccessGrant(Object.create(Object.getPrototypeOf(genuine)))).toBe(true)
    expect(() => (Object.create(Object.getPrototypeOf(genuine)) as AccessGrant).claimKey()).toThrow(TypeError)
  })
})
