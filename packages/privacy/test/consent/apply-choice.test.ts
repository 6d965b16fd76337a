import { PURPOSES, type Purpose, purposeEntry } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyChoice,
  type Choice,
  type ConsentState,
  checkChoice,
  decodeConsent,
  encodeConsent,
  raises,
  tablesToDrop,
} from '../../src/index.ts'

const notice = 'n1'
const choose = (
  previous: ConsentState | undefined,
  choice: Partial<Choice>,
  nowMs = 1_000,
  returning = false,
) => {
  const full: Choice = { locale: 'pl', method: 'centre', noticeVersion: notice, ...choice }
  const seq = (previous?.consentSeq ?? 0) + 1
  return applyChoice(
    previous,
    checkChoice(previous, full, notice),
    seq,
    `consent_${seq}` as ConsentState['consentRef'],
    nowMs,
    returning,
  )
}
const refusal = (previous: ConsentState | undefined, choice: Partial<Choice>): string => {
  try {
    choose(previous, choice)
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'none'
}

describe('a consent choice', () => {
  it('opens the purposes its level stands for and none that wants its own name', () => {
    expect(choose(undefined, { level: 0 }).granted).toEqual([])
    expect(choose(undefined, { level: 1 }).granted).toEqual(['session_recs'])
    expect(choose(undefined, { level: 2 }).granted).toEqual(['session_recs', 'personal_recs'])
    expect(choose(undefined, { level: 3 }).granted).toEqual([
      'session_recs',
      'personal_recs',
      'build_profile',
    ])
  })

  it('lets a purpose named in the same act win over the level', () => {
    const state = choose(undefined, { level: 3, purposes: { build_profile: false, train_models: true } })
    expect(state.granted).toEqual(['session_recs', 'personal_recs', 'train_models'])
  })

  it('withdraws what lies above a lower level, and keeps named purposes at the same level', () => {
    const high = choose(undefined, { level: 3, purposes: { train_models: true } })
    expect(choose(high, { level: 3 }).granted).toContain('train_models')
    expect(choose(high, { level: 2 }).granted).toEqual(['session_recs', 'personal_recs'])
  })

  it('refuses what cannot be chosen, each with its code', () => {
    const cases: readonly (readonly [Partial<Choice>, string])[] = [
      [{ level: 1, noticeVersion: 'old' }, 'notice_outdated'],
      [{ level: 7 }, 'invalid_request'],
      [{ level: 4 }, 'level_not_offered'],
      [{ level: 3, purposes: { fly: true } }, 'purpose_unknown'],
      [{ level: 3, purposes: { run_shop: false } }, 'purpose_not_optional'],
      [{ level: 3, purposes: { offers: true } }, 'purpose_not_in_use'],
      [{ level: 2, purposes: { train_models: true } }, 'level_too_low'],
      [{ level: 2, switches: { fly: true } }, 'switch_unknown'],
    ]
    for (const [choice, code] of cases) expect([choice, refusal(undefined, choice)]).toEqual([choice, code])
  })

  it('drops the rows of what it no longer allows', () => {
    const dropped = (level: number, measure = false) =>
      tablesToDrop(choose(undefined, { level, purposes: { measure } }))
    expect(dropped(3, true)).toEqual([])
    expect(dropped(3)).toEqual(['measure'])
    expect(dropped(2, true)).toEqual(['browsing', 'buying', 'measure'])
    expect(dropped(1)).toEqual(['taste', 'browsing', 'buying', 'measure'])
  })

  it('keeps late events out of a profile that was closed and opened again, or of somebody who returns', () => {
    const first = choose(undefined, { level: 3 }, 1_000)
    const closed = choose(first, { level: 1 }, 2_000)
    const again = choose(closed, { level: 3 }, 3_000)
    expect([first.notBeforeMs, closed.notBeforeMs, again.notBeforeMs]).toEqual([0, 2_000, 3_000])
    expect(choose(choose(undefined, { level: 1 }, 1_000), { level: 3 }, 5_000).notBeforeMs).toBe(0)
    expect(choose(undefined, { level: 3 }, 9_000, true).notBeforeMs).toBe(9_000)
  })

  it('holds its laws over any sequence of choices', () => {
    const named = fc.dictionary(
      fc.constantFrom('session_recs', 'personal_recs', 'build_profile', 'train_models'),
      fc.boolean(),
    )
    const choice = fc.record({ level: fc.constantFrom(0, 1, 2, 3), purposes: named }, { requiredKeys: [] })
    let exercised = 0
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 8, minLength: 1 }), (choices) => {
        let state: ConsentState | undefined
        for (const [step, one] of choices.entries()) {
          const previous = state
          try {
            state = choose(previous, one, 1_000 * (step + 1))
          } catch {
            continue
          }
          exercised++
          for (const purpose of state.granted) {
            expect(state.level).toBeGreaterThanOrEqual(purposeEntry(purpose).leastLevel)
            const unbroken = previous?.granted.includes(purpose) === true
            expect(state.sinceSeq[purpose]).toBe(unbroken ? previous.sinceSeq[purpose] : state.consentSeq)
          }
          for (const [purpose, wanted] of Object.entries(one.purposes ?? {})) {
            expect(state.granted.includes(purpose as Purpose)).toBe(wanted)
          }
          expect(decodeConsent(encodeConsent(state))).toEqual(state)
          if (!raises(previous, state)) {
            for (const purpose of state.granted) expect(previous?.granted).toContain(purpose)
          }
        }
      }),
      { numRuns: 500, seed: 11 },
    )
    expect(exercised).toBeGreaterThan(800)
    expect(PURPOSES.length).toBe(12)
  })
})
