import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openWorld } from './world.ts'

describe('the README of @umiar/use-cases', () => {
  it('shows code that runs', async () => {
    const { app, close } = await openWorld()
    const events = [
      { anonymous_id: 'v', event: 'view_item', event_id: '1', session_id: 's', time: '2026-11-23T09:00:00Z' },
    ]

    const { counts } = await app.recordEvents({ kind: 'secret' }, { events })
    counts.dropped_no_consent // 1: nobody has chosen anything yet

    expect(counts).toEqual({ dropped_no_consent: 1 })
    const squeezed = (code: string): string => code.replaceAll(/\s+/g, '')
    const readme = readFileSync(new URL('../README.md', import.meta.resolve('@umiar/use-cases')), 'utf8')
    const snippet = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? 'no snippet'
    expect(squeezed(readFileSync(new URL(import.meta.url), 'utf8'))).toContain(squeezed(snippet))
    await close()
  })
})
