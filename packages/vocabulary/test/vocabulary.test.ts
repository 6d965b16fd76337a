import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DomainError,
  ERROR_CODES,
  EVENT_NAMES,
  EXAMPLE_TEXTS,
  itemId,
  LEVELS,
  PERSONAL_TABLES,
  PURPOSES,
  parseCallerId,
  purposeEntry,
  REASON_CODES,
  REASON_TEXTS,
  SWITCHES,
  tableEntry,
  tableOfEvent,
} from '../src/index.ts'

describe('a caller’s id', () => {
  it('has 1–128 characters after NFC and no control characters, and is kept as it is', () => {
    expect(parseCallerId('ż'.normalize('NFD'))).toBe('ż')
    expect(parseCallerId('😀'.repeat(128))).toHaveLength(256)
    for (const bad of ['', 'a\n', '\u0085', 'x'.repeat(129), 7, null, undefined, {}])
      expect(parseCallerId(bad)).toBeUndefined()
    expect(() => itemId('', 'likes')).toThrow(
      expect.objectContaining({ code: 'invalid_id', facts: { field: 'likes' } }),
    )
    fc.assert(
      fc.property(
        fc.string({ maxLength: 128, minLength: 1, unit: 'grapheme-ascii' }),
        (id) => parseCallerId(id) === id,
      ),
    )
  })
})

describe('the registries', () => {
  it('know every table a finite retention and at least one purpose', () => {
    for (const row of PERSONAL_TABLES) {
      expect(row.retentionDays).toBeGreaterThan(0)
      expect(Number.isFinite(row.retentionDays)).toBe(true)
      for (const purpose of row.purposes) expect(purposeEntry(purpose).purpose).toBe(purpose)
    }
    for (const name of EVENT_NAMES) expect(tableEntry(tableOfEvent(name)).table).toBe(tableOfEvent(name))
  })

  it('hold every text in both languages', () => {
    const texts = [
      ...LEVELS.flatMap((row) => [row.name, row.line]),
      ...PURPOSES.flatMap((row) => [row.name, row.why]),
      ...SWITCHES.map((row) => row.label),
      ...PERSONAL_TABLES.map((row) => row.name),
      ...REASON_CODES.map((code) => REASON_TEXTS[code]),
      ...Object.values(EXAMPLE_TEXTS),
    ]
    for (const { en, pl } of texts) {
      expect(en.length * pl.length).toBeGreaterThan(0)
      for (const part of ['{title}', '{titles}']) expect(en.includes(part)).toBe(pl.includes(part))
    }
  })

  it('give each purpose the basis, least level and way of granting the blueprint fixes', () => {
    expect(
      PURPOSES.map(
        ({ basis, grantedBy, leastLevel, purpose }) => `${purpose} ${basis} ${leastLevel} ${grantedBy}`,
      ),
    ).toEqual([
      'run_shop contract 0 nobody',
      'contextual_recs none 0 nobody',
      'session_recs consent 1 level',
      'personal_recs consent 2 level',
      'build_profile consent 3 level',
      'measure consent 1 name',
      'ui_adapt consent 2 name',
      'train_models consent 3 name',
      'offers consent 3 name',
      'mail consent 4 name',
      'share consent 4 name',
      'accountability legal_obligation 0 nobody',
    ])
  })
})

describe('a domain error', () => {
  it('has the status of its code', () => {
    expect(new DomainError('store_full', 'x').status).toBe(503)
    expect(Object.values(ERROR_CODES).every(([status, title]) => status >= 400 && title.length > 0)).toBe(
      true,
    )
  })
})

describe('the README of this package', () => {
  it('shows code that runs', () => {
    const entry = purposeEntry('train_models')
    const row = tableEntry('browsing')
    entry.leastLevel // 3: only from "My history in this shop" on
    row.retentionDays // 90

    expect([entry.leastLevel, row.retentionDays]).toEqual([3, 90])
    const squeezed = (code: string): string => code.replaceAll(/\s+/g, '')
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const snippet = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? 'no snippet'
    expect(squeezed(readFileSync(new URL(import.meta.url), 'utf8'))).toContain(squeezed(snippet))
  })
})
