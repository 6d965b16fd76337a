/** The page of `umiar evaluate --report`, written from a small log and looked at in Chromium. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { evaluate } from '../../../apps/cli/src/evaluate/evaluate.ts'
import { OFFLINE_STRATEGIES } from '../../../apps/cli/src/evaluate/evaluate-options.ts'
import { hasChromium, newVisit, seriousFaults, startBrowser } from './product.ts'

const folder = mkdtempSync(join(tmpdir(), 'umiar-report-'))
const page = join(folder, 'report.html')
let complaints = ''
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the verb. @returns its exit code and what it printed */
async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  let out = ''
  complaints = ''
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += String(text)
      return true
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      complaints += String(text)
      return true
    }),
  ]
  const code = await evaluate(args)
  for (const spy of spies) spy.mockRestore()
  return { code, out }
}

/** People who come twice and walk through one of three aisles; the products of a `<script>` among them. */
function writeLog(): readonly string[] {
  const rows = ['session,user,ts,item,type']
  for (let visit = 0; visit < 120; visit++) {
    const aisle = visit % 3
    for (let step = 0; step < 4; step++) {
      const item = `a${aisle}-${(Math.floor(visit / 3) + step) % 6}`
      rows.push(`s${visit},u${visit % 40},${1_700_000_000 + visit * 43_200 + step * 60},${item},view`)
    }
  }
  writeFileSync(join(folder, 'events.csv'), `${rows.join('\n')}\n`)
  const items = [0, 1, 2].flatMap((aisle) =>
    [0, 1, 2, 3, 4, 5].map((n) => `a${aisle}-${n},Product ${n},<b>aisle</b> & ${aisle}`),
  )
  writeFileSync(join(folder, 'items.csv'), `item,title,category\n${items.join('\n')}\n`)
  const step = { coverage: 0.5, ndcg: 0.4321, next_purchase: 0.1, next_view: 0.2 }
  const steps = ['popular', 'page', 'visit', 'hints', 'history'].map((name) => ({ ...step, step: name }))
  const simulated = {
    kind: 'polana-staircase',
    measured_at: '2026-11-24',
    staircases: [{ seed: 7, steps }],
    sweep: [],
  }
  writeFileSync(join(folder, 'simulated.json'), JSON.stringify(simulated))
  return ['--events', join(folder, 'events.csv'), '--split', 'last-days:15', '--k', '3']
}

describe('the quality report', () => {
  let log: readonly string[]
  let text: string
  beforeAll(async () => {
    log = writeLog()
    const all = ['--items', join(folder, 'items.csv'), '--simulated', join(folder, 'simulated.json')]
    const { code } = await run(...log, ...all, '--report', page)
    expect(code, complaints).toBe(0)
    text = readFileSync(page, 'utf8')
  })

  it('has the figures of evaluate --json for every strategy, in either language', async () => {
    for (const strategy of OFFLINE_STRATEGIES.filter((name) => name !== 'basket')) {
      const { out } = await run(
        ...log,
        '--items',
        join(folder, 'items.csv'),
        '--strategy',
        strategy,
        '--json',
      )
      const found = JSON.parse(out) as Record<string, number>
      const rows = text.match(/<tr>.*?<\/tr>/gs)?.map((row) => valuesIn(row)) ?? []
      const wanted = ['hit_rate', 'mrr', 'ndcg', 'coverage', 'popularity_bias'].map((name) => found[name])
      const same = rows.filter((row) => JSON.stringify(row) === JSON.stringify(wanted))
      expect(same.length, strategy).toBeGreaterThanOrEqual(2)
    }
  })

  it('loads nothing and runs nothing, and says names as text', () => {
    expect(text).not.toMatch(/<script|<link|<img|@import|url\(|\ssrc=|\shref=|\son\w+=/i)
    expect(text).toContain('&lt;b&gt;aisle&lt;/b&gt; &amp; 0')
    expect(text).toContain('<data value="0.4321">')
    expect(text).not.toContain(folder)
  })

  it('is refused where a simulation is something else, before the log is asked', async () => {
    writeFileSync(join(folder, 'other.json'), '{"kind":"else"}')
    const other = ['--report', page, '--simulated', join(folder, 'other.json')]
    expect((await run(...log, ...other)).code).toBe(2)
    expect(complaints).toContain('holds no simulation')
    expect((await run(...log, '--simulated', join(folder, 'simulated.json'))).code).toBe(2)
    expect(complaints).toContain('--report')
  })

  describe.skipIf(!hasChromium)('in a browser', () => {
    it.each([390, 1280])(
      'changes its language without a script and has no serious fault at %d px',
      async (width) => {
        const browser = await startBrowser()
        const {
          complaints: found,
          context,
          page: tab,
        } = await newVisit(browser, {
          viewport: { height: 900, width },
        })
        await tab.goto(pathToFileURL(page).href)
        expect(await tab.locator('main:visible h1').allTextContents()).toEqual(['Quality of suggestions'])
        expect(await seriousFaults(tab)).toEqual([])
        await tab.getByRole('radio', { name: 'English' }).press('ArrowLeft')
        expect(await tab.locator('main:visible h1').allTextContents()).toEqual(['Jakość podpowiedzi'])
        expect(await tab.locator('main:visible section').count()).toBe(8)
        for (const details of await tab.locator('main:visible details summary').all()) await details.click()
        expect(await seriousFaults(tab)).toEqual([])
        expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
        expect(found).toEqual([])
        await context.close()
        await browser.close()
      },
    )
  })
})

function valuesIn(row: string): readonly number[] {
  return [...row.matchAll(/<data value="([^"]+)"/g)].map(([, value]) => Number(value))
}
