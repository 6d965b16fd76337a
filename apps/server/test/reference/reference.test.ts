import { readFileSync } from 'node:fs'
import { compileFilter, ELIGIBILITY_RULES, FILTER_FIELDS, FILTER_OPERATORS } from '@umiar/privacy'
import { DATA_CATEGORIES, ERROR_CODES, MODEL_NAMES, MODES, REASON_CODES, STRATEGIES } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { CONFIGURATION_KEYS, configurationPage, errorPage } from '../../src/index.ts'
import { answersPage } from '../../src/reference/answers-page.ts'
import { FILTER_EXAMPLES, filtersPage } from '../../src/reference/filters-page.ts'
import { strategiesPage } from '../../src/reference/strategies-page.ts'

const committed = (name: string): string =>
  readFileSync(new URL(`../../../../docs/reference/${name}`, import.meta.url), 'utf8')

/** The names in the first column of a page's table. */
function namesOf(page: string, row: RegExp): string[] {
  return page.split('\n').flatMap((line) => row.exec(line)?.[1] ?? [])
}

describe('docs/reference/errors.md', () => {
  it('is what the list of codes makes it', () => {
    expect(committed('errors.md')).toBe(errorPage())
  })

  it('has every code of the list, and no other', () => {
    const onPage = namesOf(committed('errors.md'), /^\| <a id="\w+"><\/a>`(\w+)` \|/)
    expect(onPage.length).toBeGreaterThan(30)
    expect(onPage).toEqual(Object.keys(ERROR_CODES))
  })
})

describe('docs/reference/answers.md', () => {
  it('is what the lists make it, with every name of theirs', () => {
    const page = committed('answers.md')
    expect(page).toBe(answersPage())
    const onPage = namesOf(page, /^\| `(\w+)` \|/)
    expect(onPage).toEqual([...MODES, ...DATA_CATEGORIES, ...ELIGIBILITY_RULES, ...REASON_CODES])
  })
})

describe('docs/reference/filters.md', () => {
  it('is what the tables make it, with every field and operator', () => {
    const page = committed('filters.md')
    expect(page).toBe(filtersPage())
    const names = [...FILTER_FIELDS, { name: 'attributes.NAME' }, ...FILTER_OPERATORS].map(({ name }) => name)
    expect(namesOf(page, /^\| `([\w.]+)` \|/)).toEqual(names)
  })

  it('shows filters that can be read', () => {
    for (const [, filter] of FILTER_EXAMPLES) compileFilter(filter, '', { currency: 'PLN' })
    expect(FILTER_EXAMPLES.length).toBeGreaterThan(4)
  })
})

describe('docs/reference/strategies.md', () => {
  it('is what the table makes it, with every strategy', () => {
    const page = committed('strategies.md')
    expect(page).toBe(strategiesPage())
    expect(namesOf(page, /^\| `(\w+)` \|/)).toEqual([...STRATEGIES, ...MODEL_NAMES])
  })
})

describe('docs/reference/configuration.md', () => {
  it('is what the list of keys makes it', () => {
    expect(committed('configuration.md')).toBe(configurationPage())
  })

  it('has every key of the list, and no other', () => {
    const onPage = namesOf(committed('configuration.md'), /^\| `(UMIAR_\w+)` \|/)
    expect(onPage.length).toBeGreaterThan(15)
    expect(onPage).toEqual(CONFIGURATION_KEYS.map((key) => key.name))
  })
})
