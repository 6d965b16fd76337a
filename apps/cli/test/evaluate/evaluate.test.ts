import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { STRATEGIES } from '@umiar/vocabulary'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { evaluate } from '../../src/evaluate/evaluate.ts'

const SHARED_DATA = path.resolve(import.meta.dirname, '../../../../../shared/data')

let folder: string
let out: string
let complaints: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'umiar-evaluate-'))
  out = ''
  complaints = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complaints += String(text)
    return true
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  fs.rmSync(folder, { recursive: true })
})

function write(name: string, text: string): string {
  const file = path.join(folder, name)
  fs.writeFileSync(file, name.endsWith('.gz') ? gzipSync(text) : text)
  return file
}

/** Three aisles of a shop; whoever starts in an aisle goes on through it. Seeded by the loop alone. */
function aisles(): string {
  const rows = ['session,user,ts,item,type,split']
  for (let s = 0; s < 60; s++) {
    const aisle = s % 3
    const from = Math.floor(s / 3) % 4
    for (let step = 0; step < 4; step++) {
      rows.push(`s${s},,,a${aisle}-${(from + step) % 6},view,${s < 50 ? 'train' : s < 52 ? 'valid' : 'test'}`)
    }
  }
  return `${rows.join('\n')}\n`
}

async function figures(...args: string[]): Promise<Record<string, number>> {
  out = ''
  expect(await evaluate([...args, '--json']), complaints).toBe(0)
  return JSON.parse(out) as Record<string, number>
}

describe('umiar evaluate', () => {
  it('finds the way through an aisle, which popularity does not', async () => {
    const events = write('events.csv.gz', aisles())
    const session = await figures('--events', events, '--split', 'column', '--k', '6')
    const popular = await figures(
      '--events',
      events,
      '--split',
      'column',
      '--k',
      '6',
      '--strategy',
      'popular',
    )
    expect(session).toMatchObject({ cases: 24, k: 6, strategy: 'session', task: 'next-item' })
    expect(session.hit_rate).toBe(1)
    expect(session.mrr).toBeGreaterThan(2 * popular.mrr!)
    expect(popular.hit_rate).toBeLessThan(0.5)
  })

  it('takes for_you as the top rung of its ladder, which is session', async () => {
    const events = write('events.csv', aisles())
    const asked = ['--events', events, '--split', 'column', '--k', '3', '--strategy']
    const answers = async (strategy: string) => {
      const file = path.join(folder, `${strategy}.csv`)
      await figures(...asked, strategy, '--predictions', file)
      return fs.readFileSync(file, 'utf8')
    }
    expect(await answers('for_you')).toBe(await answers('session'))
    await evaluate(['--help'])
    expect(out).toContain('for_you')
  })

  it('measures or refuses with a reason every strategy of the server', async () => {
    const events = write('events.csv', aisles())
    for (const strategy of STRATEGIES) {
      complaints = ''
      const code = await evaluate(['--events', events, '--split', 'column', '--strategy', strategy])
      const refused = /cannot be measured here|give --items|give --task/.test(complaints)
      expect(code === 0 || refused, strategy).toBe(true)
    }
  })

  it('learns from train and valid, and counts an unknown target as a case and a miss', async () => {
    const events = write(
      'events.csv',
      'session,user,ts,item,type,split\n1,,,a,view,train\n1,,,b,view,valid\n2,,,a,view,test\n2,,,new,view,test\n',
    )
    const found = await figures('--events', events, '--split', 'column')
    expect(found).toMatchObject({ cases: 1, hit_rate: 0, train: { events: 2 } })
  })

  it('writes predictions from which the figures can be computed again', async () => {
    const events = write('events.csv', aisles())
    const file = path.join(folder, 'predictions.csv.gz')
    const found = await figures('--events', events, '--split', 'column', '--k', '3', '--predictions', file)
    const [header, ...rows] = gunzipSync(fs.readFileSync(file)).toString().trimEnd().split('\n')
    expect(header).toBe('session,position,target,rank1,rank2,rank3')
    expect(rows.length).toBe(found.cases)
    const hits = rows.filter((row) => row.split(',').slice(3).includes(row.split(',')[2]!))
    expect(hits.length / rows.length).toBeCloseTo(found.hit_rate!, 4)
    expect(rows[0]).toMatch(/^s52,1,/)
  })

  it('begins at the prefix asked for', async () => {
    const events = write('events.csv', aisles())
    expect((await figures('--events', events, '--split', 'column', '--min-prefix', '3')).cases).toBe(8)
  })

  it('splits by days where there is a clock, and says so where there is none', async () => {
    const day = (n: number): number => 1_767_225_600 + n * 86_400
    const timed = ['session,user,ts,item,type']
    for (let n = 0; n < 10; n++) timed.push(`s${n},,${day(n)},a,view`, `s${n},,${day(n) + 5},b,view`)
    const events = write('timed.csv', `${timed.join('\n')}\n`)
    expect(await figures('--events', events, '--split', 'last-days:2')).toMatchObject({
      cases: 2,
      hit_rate: 1,
    })
    expect(await evaluate(['--events', write('e.csv', aisles()), '--split', 'last-days:2'])).toBe(2)
    expect(complaints).toContain('no times')
  })

  it('predicts baskets from those before, with recall', async () => {
    const rows = ['session,user,ts,item,type']
    for (const user of ['u1', 'u2', 'u3']) {
      for (let n = 0; n < 3; n++)
        rows.push(`${user}-${n},${user},,milk,purchase`, `${user}-${n},${user},,bread,purchase`)
    }
    rows.push('once,u4,,milk,purchase')
    const events = write('baskets.csv', `${rows.join('\n')}\n`)
    const found = await figures(
      '--events',
      events,
      '--split',
      'last-basket',
      '--task',
      'next-basket',
      '--k',
      '2',
    )
    expect(found).toMatchObject({ cases: 3, hit_rate: 1, recall: 1, train: { sessions: 7 } })
  })

  it('compares products for similar by the item list, services left out', async () => {
    const events = write(
      'titles.csv',
      'session,user,ts,item,type,split\n1,,,a,view,train\n2,,,a,view,test\n2,,,b,view,test\n',
    )
    const items = write(
      'items.csv',
      'item,title,category,price,kind\na,Red mug,cups,5,\nb,Blue mugs,cups,6,\nc,Mug delivery,,1,service\nd,Lamp,light,,\n',
    )
    const file = path.join(folder, 'p.csv')
    const asked = ['--events', events, '--split', 'column', '--strategy', 'similar', '--k', '3']
    const found = await figures(...asked, '--items', items, '--predictions', file)
    expect(found).toMatchObject({ cases: 1, hit_rate: 1, mrr: 1 })
    expect(found.coverage).toBeLessThanOrEqual(1)
    expect(fs.readFileSync(file, 'utf8').split('\n')[1]).toBe('2,1,b,b,,')
    expect(await evaluate([...asked, '--items', path.join(folder, 'none.csv')])).toBe(2)
    expect(complaints).toContain('input_unreadable')
  })

  it('asks basket for what a user buys again, with the days of the baskets', async () => {
    const day = (n: number): number => 1_767_225_600 + n * 86_400
    const rows = ['session,user,ts,item,type']
    for (const n of [0, 7, 14, 21, 28]) {
      rows.push(`o${n},ola,${day(n)},milk,purchase`)
      if (n % 14 === 0) rows.push(`o${n},ola,${day(n)},soap,purchase`)
      rows.push(`p${n},piotr,${day(n) + 60},tea,purchase`)
    }
    const events = write('orders.csv', `${rows.join('\n')}\n`)
    const asked = ['--events', events, '--split', 'last-days:8', '--task', 'next-basket', '--k', '1']
    const basket = await figures(...asked, '--strategy', 'basket')
    expect(basket).toMatchObject({ cases: 4, hit_rate: 1 })
    expect((await figures(...asked, '--strategy', 'popular')).hit_rate).toBeLessThan(1)
  })

  it('prints a table for people', async () => {
    expect(await evaluate(['--events', write('e.csv', aisles()), '--split', 'column'])).toBe(0)
    for (const name of [
      'HR@20 (= P@20)',
      'MRR@20',
      'NDCG@20',
      'coverage@20',
      'popularity bias',
      'ms per query',
      'cases',
    ]) {
      expect(out).toContain(name)
    }
  })
})

describe('umiar evaluate, asked wrongly', () => {
  it.each([
    [['--event', 'x'], 'Did you mean --events?'],
    [['--events', 'x'], '--split is missing'],
    [['--split', 'column'], '--events FILE is missing'],
    [['--events', 'x', '--split', 'weekly'], 'last-days:N'],
    [['--events', 'x', '--split', 'last-days:0'], 'N ≥ 1'],
    [['--events', 'x', '--split', 'column', '--k', '0'], 'from 1 to 1000'],
    [
      ['--events', 'x', '--split', 'column', '--strategy', 'sesion'],
      'there are: session, popular, also_viewed, bought_together, similar, basket, for_you',
    ],
    [['--events', 'x', '--split', 'column', '--strategy', 'cart'], 'what lies in the cart at that moment'],
    [['--events', 'x', '--split', 'column', '--strategy', 'category_picks'], 'has no categories'],
    [['--events', 'x', '--split', 'column', '--strategy', 'constructor'], 'does not exist here'],
    [['--events', 'x', '--split', 'column', '--strategy', 'similar'], 'give --items FILE'],
    [['--events', 'x', '--split', 'column', '--strategy', 'basket'], 'give --task next-basket'],
    [['--events', 'x', '--split', 'column', '--task', 'next'], 'next-item, next-basket'],
    [['--events', '/nowhere/events.csv.gz', '--split', 'column'], 'input_unreadable'],
    [['--events', os.tmpdir(), '--split', 'column'], 'input_unreadable'],
  ])('%j: exit code 2 and what to do', async (args, hint) => {
    expect(await evaluate(args)).toBe(2)
    expect(complaints).toContain(hint)
    expect(out).toBe('')
  })

  it.each([
    ['damaged.csv.gz', 'not gzip', 'cannot be read'],
    ['torn.csv', 'session,user,ts,item,type,split\n1,,,a\n', 'Line 2'],
    ['empty.csv', '', 'Line 1'],
    ['rows.csv', 'session,user,ts,item,type\n', 'no rows'],
    ['split.csv', 'session,user,ts,item,type,split\n1,,,a,view,other\n', 'expected train, valid or test'],
    [
      'clock.csv',
      'session,user,ts,item,type,split\n1,,5,a,view,train\n2,,,a,view,test\n',
      '1 of 2 rows have no ts',
    ],
    ['onesided.csv', 'session,user,ts,item,type,split\n1,,,a,view,train\n', 'no test sessions'],
  ])('an input like %s: exit code 2 and the fault', async (name, text, fault) => {
    const file = path.join(folder, name)
    fs.writeFileSync(file, text)
    expect(await evaluate(['--events', file, '--split', 'column'])).toBe(2)
    expect(complaints).toContain(fault)
  })

  it('predictions that cannot be written: exit code 2', async () => {
    const events = write('e.csv', aisles())
    const args = [
      '--events',
      events,
      '--split',
      'column',
      '--predictions',
      path.join(folder, 'no', 'such', 'p.csv'),
    ]
    expect(await evaluate(args)).toBe(2)
    expect(complaints).toContain('cannot be written')
  })

  it('help is not a mistake', async () => {
    expect(await evaluate(['--help'])).toBe(0)
    expect(out).toContain('--min-prefix')
  })
})

const diginetica = path.join(SHARED_DATA, 'diginetica/events.csv.gz')

describe.skipIf(!fs.existsSync(diginetica))(
  'on the public Diginetica split (skipped where the data is absent)',
  () => {
    it('reaches P@20 ≥ 0.52 and MRR@20 ≥ 0.185 over all 60,858 cases', { timeout: 120_000 }, async () => {
      const found = await figures('--events', diginetica, '--split', 'column')
      expect(found.cases).toBe(60_858)
      expect(found.hit_rate).toBeGreaterThanOrEqual(0.52)
      expect(found.mrr).toBeGreaterThanOrEqual(0.185)
    })
  },
)
