/** `umiar import` against the real engine, started for the moment as an operator would. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@umiar/http-client'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ImportSummary } from '../../src/import/import-request.ts'
import { main } from '../../src/main.ts'
import { type ServerProcess, startServer } from '../../src/server-process.ts'

const DAY_S = 86_400
const now = Math.floor(Date.now() / 1_000)

let folder: string
let dataDir: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'umiar-import-files-'))
  dataDir = join(mkdtempSync(join(tmpdir(), 'umiar-import-data-')), 'new')
})
afterAll(() => {
  for (const path of [folder, join(dataDir, '..')]) rmSync(path, { force: true, recursive: true })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

/** What the command wrote and its exit code. */
async function umiarImport(url: string | undefined, ...args: string[]) {
  const lines: string[] = []
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((line: string) => void lines.push(line))
  }
  for (const name of Object.keys(process.env)) if (name.startsWith('UMIAR_')) vi.stubEnv(name, undefined)
  vi.stubEnv('UMIAR_DATA_DIR', dataDir)
  if (url !== undefined) vi.stubEnv('UMIAR_URL', url)
  const code = await main(['import', ...args])
  const text = lines.join('\n')
  return { code, summary: () => JSON.parse(text.slice(text.indexOf('{'))) as ImportSummary, text }
}

const EVENTS = `session,user,ts,item,type,price,qty,email
s1,anna,${now - 3 * DAY_S},tea,purchase,9.90,1,x
s1,anna,${now - 3 * DAY_S},cup,purchase,5,2,x
s2,anna,${now - 2 * DAY_S},tea,view,,,x
s3,,${now - DAY_S},cup,view,,,x
s4,ola,,cup,view,,,x
s5,ola,${now - 800 * DAY_S},cup,purchase,,,x
`
const ITEMS =
  'item,title,category,price,kind\ntea,Herbata,tea,9.90,product\ncup,Kubek,ware,5,product\nPOST,Poczta,,9,service\n'

describe('umiar import', () => {
  it('makes no data directory for a broken file', async () => {
    const broken = file('broken.csv', EVENTS.slice(0, -9))
    const { code, text } = await umiarImport(
      undefined,
      ...['--events', broken, '--source', 'broken', '--basis', 'test-data'],
    )
    expect([code, existsSync(dataDir)]).toEqual([1, false])
    expect(text).toContain('as if cut off')
  })

  it('brings test data into a new data directory, once', async () => {
    const args = [
      ...['--events', file('log.csv', EVENTS), '--items', file('items.csv', ITEMS)],
      ...['--source', 'invented', '--basis', 'test-data', '--json'],
    ]
    const first = await umiarImport(undefined, ...args, '--rejects', join(folder, 'rejects.csv'))
    expect(first.code, first.text).toBe(0)
    expect(first.summary()).toMatchObject({
      columns_not_used: ['email'],
      counts: {
        accepted_rows: 4,
        dropped_retention_rows: 1,
        events: 3,
        people_recorded: 2,
        products: 2,
        rows: 6,
        services: 1,
      },
      outcome: 'done',
      rejected: { time_missing: 1 },
    })
    expect(readFileSync(join(folder, 'rejects.csv'), 'utf8')).toContain('events,6,time_missing,')
    const second = await umiarImport(undefined, ...args)
    expect(second.summary()).toMatchObject({ import_id: first.summary().import_id, outcome: 'done_before' })
    const register = readFileSync(join(dataDir, 'imports.jsonl'), 'utf8')
    expect(register).not.toMatch(/anna|ola/)
  })

  describe('with a running engine', () => {
    let server: ServerProcess
    beforeAll(async () => {
      server = await startServer(dataDir, { UMIAR_DEMO_SEED: 'off' })
    })
    afterAll(() => server.stop())

    it('finds the people of the test data at level 3, with what they bought', async () => {
      const keys = JSON.parse(readFileSync(join(dataDir, 'demo-keys.json'), 'utf8'))
      const shop = createClient({ baseUrl: server.url, key: keys.secret_key })
      const { token } = await shop.issueShopperToken({ body: { user_id: 'anna' } })
      const { consent, events } = await shop.with({ key: token }).meData()
      expect(consent).toMatchObject({ level: 3, purposes: { train_models: true } })
      expect(events).toHaveLength(2)
      const ola = await shop.issueShopperToken({ body: { user_id: 'ola' } })
      expect((await shop.with({ key: ola.token }).me()).known).toBe(false)
    })

    it('talks to whoever owns the directory, and lists what came in', async () => {
      const list = await umiarImport(undefined, '--list', '--json')
      expect(JSON.parse(list.text).imports).toMatchObject([{ basis: 'test-data', source: 'invented' }])
      const text = await umiarImport(server.url, '--list')
      expect(text.text).toContain('log.csv, SHA-256')
    })

    it('keeps counts alone on basis aggregate', async () => {
      const rows = [1, 2, 3, 4, 5].map((n) => `a${n},x${n},${now - n * DAY_S},tea,purchase`)
      const { code, summary } = await umiarImport(
        server.url,
        ...['--events', file('sums.csv', `session,user,ts,item,type\n${rows.join('\n')}\n`)],
        ...['--items', file('items.csv', ITEMS), '--source', 'orders', '--basis', 'aggregate', '--json'],
      )
      expect(code).toBe(0)
      expect(summary().counts).toMatchObject({ events: 0, people_recorded: 0, products_with_counts: 1 })
      const keys = JSON.parse(readFileSync(join(dataDir, 'demo-keys.json'), 'utf8'))
      const shop = createClient({ baseUrl: server.url, key: keys.secret_key })
      const { token } = await shop.issueShopperToken({ body: { user_id: 'x1' } })
      expect((await shop.with({ key: token }).me()).known).toBe(false)
    })

    it('takes rows with a valid consent record, and says of each other why not', async () => {
      const keys = JSON.parse(readFileSync(join(dataDir, 'demo-keys.json'), 'utf8'))
      const shop = createClient({ baseUrl: server.url, key: keys.secret_key })
      const { notice_version: notice } = await shop.consentPolicy({})
      const given = new Date((now - 10 * DAY_S) * 1_000).toISOString()
      const consents = file(
        'consents.csv',
        `user,consent_ref,notice_version,level,purposes,time,method
ewa,form-1,${notice},3,train_models,${given},form
iga,form-2,2019-1,3,,${given},form
`,
      )
      const rows = ['ewa', 'iga', 'zoe'].map((user) => `${user}1,${user},${now - DAY_S},tea,view`)
      const { code, summary, text } = await umiarImport(
        server.url,
        ...['--events', file('agreed.csv', `session,user,ts,item,type\n${rows.join('\n')}\n`)],
        ...['--source', 'our old engine', '--basis', `consent:${consents}`, '--json'],
      )
      expect(code, text).toBe(0)
      expect(summary()).toMatchObject({
        counts: { accepted_rows: 1, people_recorded: 1, people_refused: 1 },
        rejected: { consent_missing: 1, notice_outdated: 1 },
      })
      const { token } = await shop.issueShopperToken({ body: { user_id: 'ewa' } })
      const { history } = await shop.with({ key: token }).consentHistory()
      expect(history).toMatchObject([{ at: given, method: 'form', source_ref: 'form-1' }])
    })

    it('ends with 1 and line numbers for a broken file, and changes nothing', async () => {
      const before = readFileSync(join(dataDir, 'imports.jsonl'), 'utf8')
      const broken = file('broken.csv', EVENTS.replaceAll(',view,', ',look,'))
      const { code, text } = await umiarImport(
        server.url,
        ...['--events', broken, '--source', 'broken', '--basis', 'test-data'],
      )
      expect(code).toBe(1)
      expect(text).toContain('events line 4: type_unknown: type must be one of view, cart, purchase')
      expect(text).toContain('Nothing was changed.')
      expect(text).toContain('3 of 6 rows')
      expect(readFileSync(join(dataDir, 'imports.jsonl'), 'utf8')).toBe(before)
    })

    it('ends with 1 where the prices are in another currency', async () => {
      const { code, text } = await umiarImport(
        server.url,
        ...[
          '--items',
          file('items.csv', ITEMS),
          '--source',
          'gbp',
          '--basis',
          'test-data',
          '--currency',
          'GBP',
        ],
      )
      expect(code).toBe(1)
      expect(text).toContain('The shop counts in PLN, the file in GBP.')
    })
  })

  it.each<[string[], string]>([
    [['--source', 's', '--basis', 'aggregate'], '--events FILE, --items FILE'],
    [['--events', 'e', '--items', 'i', '--basis', 'aggregate'], '--source is missing: say where'],
    [['--events', 'e', '--source', ' ', '--basis', 'test-data'], '--source is missing'],
    [['--events', 'e', '--items', 'i', '--source', 's'], '--basis is missing: a history is about people'],
    [['--events', 'e', '--source', 's', '--basis', 'agregate'], '--basis must be aggregate'],
    [['--events', 'e', '--source', 's', '--basis', 'consent:'], '--basis must be'],
    [['--events', 'e', '--source', 's', '--basis', 'aggregate'], 'give --items FILE'],
    [['--items', 'i', '--source', 's', '--basis', 'consent:f'], 'give --events FILE'],
    [
      ['--events', 'e', '--source', 's', '--basis', 'consent:f', '--rebase-time'],
      '--rebase-time moves times',
    ],
    [['--events', 'e', '--source', 's', '--basis', 'test-data', '--currency', 'zł'], 'three capital letters'],
    [
      ['--events', 'e', '--source', 's', '--basis', 'test-data', '--rejects', './e'],
      '--rejects must name another file',
    ],
    [
      ['--events', 'e', '--source', 's', '--basis', 'consent:f', '--rejects', 'f'],
      '--rejects must name another file',
    ],
    [['--event', 'e'], 'Did you mean --events'],
    [['e.csv'], 'without an option'],
  ])('ends with 2 when asked %j, before anything is started', async (args, message) => {
    const { code, text } = await umiarImport('http://127.0.0.1:1', ...args)
    expect(code).toBe(2)
    expect(text).toContain(message)
  })

  it('says how it is used', async () => {
    const { code, text } = await umiarImport(undefined, '--help')
    expect(code).toBe(0)
    expect(text).toContain('--basis BASIS')
    expect(existsSync('docs/import.md') || !text.includes('docs/import.md')).toBe(true)
  })
})
