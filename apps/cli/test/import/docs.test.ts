/** The files shown in docs/import.md are files the import takes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runImport } from '../../src/import/run-import.ts'
import { fakeEngine } from './fake-engine.ts'

const page = readFileSync(new URL('../../../../docs/import.md', import.meta.url), 'utf8')
const [events = '', items = '', consents = ''] = [...page.matchAll(/```csv\n([\s\S]*?)```/g)].map(
  (match) => match[1] ?? '',
)
/** A day after the newest event shown. */
const NOW = 1_795_090_100_000

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'umiar-import-docs-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

describe('docs/import.md', () => {
  it('shows events and items that come in as test data', async () => {
    const engine = fakeEngine(NOW)
    const { counts } = await runImport(engine.clients, {
      basis: { kind: 'test-data' },
      events: file('events.csv', events),
      items: file('items.csv', items),
      nowMs: () => NOW,
      rebase: false,
      source: 'docs',
    })
    expect(counts).toMatchObject({
      accepted_rows: 3,
      events: 2,
      products: 2,
      rejected_rows: 0,
      service_rows: 1,
    })
  })

  it('shows consent records that let the rows of their users in', async () => {
    const engine = fakeEngine(NOW)
    const { counts, rejected } = await runImport(engine.clients, {
      basis: { file: file('consents.csv', consents), kind: 'consent' },
      events: file('events.csv', events),
      nowMs: () => NOW,
      rebase: false,
      source: 'docs',
    })
    expect(counts).toMatchObject({ accepted_rows: 3, people_recorded: 2 })
    expect(rejected).toEqual({ consent_without_user: 1 })
  })
})
