/**
 * The guides against the code they speak of: what they promise is read out of them and looked up.
 */
import { readFileSync } from 'node:fs'
import { CONSENT_VALID_DAYS, PERSONAL_TABLES, PURPOSES, TOMBSTONE_EXTRA_DAYS } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { CONFIGURATION_KEYS } from '../../src/index.ts'
import { bearer, SECRET, testServer } from '../support/test-server.ts'

const read = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8')
const GUIDES = [
  'README.pl.md',
  'docs/pl/dla-sklepu.md',
  'docs/pl/dla-iod.md',
  'docs/for-shops.md',
  'docs/for-privacy-officers.md',
]
const OFFICER_GUIDES = ['docs/pl/dla-iod.md', 'docs/for-privacy-officers.md']
const each = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([whole, part]) => part ?? whole)),
]

describe.each(GUIDES)('%s', (path) => {
  const text = read(path)

  it('names settings, calls and commands that exist', async () => {
    const settings = CONFIGURATION_KEYS.map(({ name }) => name as string)
    for (const name of each(text, /UMIAR_[A-Z_]+/g)) expect(settings, name).toContain(name)

    const { server } = await testServer()
    const document = (await server.inject({ url: '/openapi.json' })).json()
    const calls = Object.keys(document.paths)
    for (const call of each(text, /\/v1\/[a-z_/:{}-]*[a-z}]/g)) expect(calls, call).toContain(call)

    const cli = read('apps/cli/src/main.ts')
    for (const verb of each(text, /npx umiar ([a-z-]+)/g)) expect(cli, verb).toContain(`name: '${verb}'`)
  })

  it('claims nothing we may not claim', () => {
    const forbidden = /zgodn\S* z RODO|compliant|anonimow|anonym(?!ous.id)|exactly once/gi
    expect('w pełni zgodny z RODO, anonymous, anonymous_id'.match(forbidden)).toEqual([
      'zgodny z RODO',
      'anonym',
    ])
    expect(text.match(forbidden)).toBeNull()
  })
})

describe('the guides for shops', () => {
  it('show calls that are answered', async () => {
    const { server } = await testServer()
    const calls = [
      ...read('docs/pl/dla-sklepu.md').matchAll(
        /curl -X POST "\$URL([^"]+)"[^']*'content-type: [^']+' -d '([^']+)'/g,
      ),
    ]
    expect(calls).toHaveLength(2)
    for (const [, url = '', payload = ''] of calls) {
      const reply = await server.inject({
        headers: bearer(SECRET),
        method: 'POST',
        payload: JSON.parse(payload),
        url,
      })
      expect(reply.statusCode, `${url} ${reply.body}`).toBe(200)
    }
  })

  it('name the cookies the browser script and the pages know', () => {
    const known = each(read('packages/web-pages/src/cookies.ts'), /'(umiar_[a-z]+|cart)'/g)
    expect(known.length).toBeGreaterThanOrEqual(4)
    for (const path of ['docs/pl/dla-sklepu.md', 'docs/for-shops.md'])
      for (const name of known) expect(read(path), name).toContain(`| \`${name}\` |`)
  })

  it('show attributes the browser script reads', () => {
    const settings = read('clients/browser-sdk/src/settings.ts')
    const inCamel = (name: string): string => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase())
    for (const path of ['docs/pl/dla-sklepu.md', 'docs/for-shops.md']) {
      const names = each(read(path), / data-([a-z-]+)="/g)
      expect(names.length).toBeGreaterThanOrEqual(5)
      for (const name of names) expect(settings, name).toMatch(new RegExp(`readonly ${inCamel(name)}\\??:`))
    }
  })
})

describe('the guides for privacy officers', () => {
  it('list every purpose in use with its least level and basis', () => {
    // Running the shop is the shop's own; the guides speak of what Umiar adds.
    const purposes = PURPOSES.filter(({ inUse, purpose }) => inUse && purpose !== 'run_shop')
    for (const path of OFFICER_GUIDES) {
      const rows = read(path).split('\n')
      for (const { basis, leastLevel, name, purpose } of purposes) {
        const row = rows.find((line) => line.startsWith('|') && line.includes(`\`${purpose}\``)) ?? ''
        expect(row.split('|')[3]?.trim(), `${path} ${purpose}`).toBe(String(leastLevel))
        if (basis === 'consent') expect(row).toMatch(/zgoda|consent/)
        if (path.includes('/pl/')) expect(row).toContain(name.pl)
      }
    }
  })

  it('say for how long: whoever changes the registry changes the guides', () => {
    const days = Object.fromEntries(PERSONAL_TABLES.map(({ retentionDays, table }) => [table, retentionDays]))
    expect(days).toEqual({ browsing: 90, buying: 730, consent: 1095, evidence: 30, measure: 30, taste: 365 })
    expect([CONSENT_VALID_DAYS, TOMBSTONE_EXTRA_DAYS]).toEqual([183, 30])
    for (const words of [
      '90 dni',
      '24 miesiące',
      '12 miesięcy',
      '3 lata',
      '30 dni',
      '6 miesięcy',
      '3\nlata i 30 dni',
    ])
      expect(read('docs/pl/dla-iod.md')).toContain(words)
  })
})

describe('README.pl.md', () => {
  /** Commands without comments; words that differ by language made equal. */
  const commands = (text: string): string[] =>
    each(text, /```sh\n([\s\S]*?)```/g)
      .join('\n')
      .split('\n')
      .map((line) => line.replace(/(^|\s+)#.*$/, '').trim())
      .map((line) =>
        line.replaceAll('locale=pl', 'locale=en').replaceAll('"pl', '"en').replaceAll('"polka', '"shelf'),
      )
      .map((line) => line.replaceAll('PLIK', 'FILE').replaceAll('<polecenie>', '<verb>'))
      .filter((line) => line !== '')

  it('has every command of README.md', () => {
    const english = commands(read('README.md'))
    expect(english.length).toBeGreaterThan(15)
    const polish = commands(read('README.pl.md'))
    expect(english.filter((line) => !polish.includes(line))).toEqual([])
  })
})
