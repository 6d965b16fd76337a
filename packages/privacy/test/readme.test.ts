import { readFileSync } from 'node:fs'
import { subjectId } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { applyChoice, type ConsentState, checkChoice, openGate } from '../src/index.ts'

const squeezed = (code: string): string => code.replaceAll(/\s+/g, '').replaceAll(',)', ')')

describe('the README of this package', () => {
  it('shows code that runs', () => {
    const noticeVersion = 'n1'
    const consentRef = 'consent_1' as ConsentState['consentRef']
    const nowMs = 1_764_000_000_000
    const subject = subjectId('a'.repeat(32))

    const checked = checkChoice(
      undefined,
      { level: 3, locale: 'en', method: 'centre', noticeVersion },
      noticeVersion,
    )
    const consent = applyChoice(undefined, checked, 1, consentRef, nowMs, false)
    const grant = openGate(subject, consent, 'build_profile', nowMs)
    grant.claimTable('browsing', 'write') // storage's second check; a second claim throws

    expect(() => grant.claimTable('browsing', 'write')).toThrow(
      expect.objectContaining({ code: 'grant_misused' }),
    )
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const snippet = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? 'no snippet'
    expect(squeezed(readFileSync(new URL(import.meta.url), 'utf8'))).toContain(squeezed(snippet))
  })
})
