import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseEvent } from '../src/index.ts'

const squeezed = (code: string): string => code.replaceAll(/\s+/g, '').replaceAll(',)', ')')

describe('the README of this package', () => {
  it('shows code that runs', () => {
    const nowMs = Date.parse('2026-11-23T12:00:00Z')

    const parsed = parseEvent(
      {
        anonymous_id: 'v',
        event: 'view_item',
        event_id: '1',
        session_id: 's',
        time: '2026-11-23T12:00:00Z',
        email: 'x',
      },
      nowMs,
      'PLN',
    )
    parsed.ok // false: an identity field makes the event invalid

    expect(parsed.ok).toBe(false)
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const snippet = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? 'no snippet'
    expect(squeezed(readFileSync(new URL(import.meta.url), 'utf8'))).toContain(squeezed(snippet))
  })
})
