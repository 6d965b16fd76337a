import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as vocabulary from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import * as messages from '../src/index.ts'
import { fillIn, MESSAGES, say } from '../src/index.ts'
import { WIDGET_MESSAGES } from '../src/widget.ts'
import { askedKeys, speakingSources, withoutComments } from './sources.ts'
import { type FoundText, faultsOf, textsIn } from './texts.ts'

const ALL = { ...MESSAGES, ...WIDGET_MESSAGES }
const KEYS = Object.keys(ALL)
const AREAS = new Set(KEYS.map((key) => key.split('.')[0] ?? ''))
const POLISH = /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„]/
/** Data, not sentences: names and titles of products, categories, the invented shop. */
const DATA = [
  'apps/demo-shop/src/polana/',
  'apps/demo-shop/src/real-data/',
  'apps/demo-shop/src/simulator/',
  'apps/server/src/config/config.ts',
]

describe('a text in two languages', () => {
  it('is there in both, with the same values in it and the signs of its language', () => {
    const planted: FoundText = { at: 'x', en: 'It\'s "{n}"', pl: 'to - {name}' }
    expect(faultsOf(planted)).toEqual(['other {gaps}', 'Polish typography', 'English typography'])
    expect(faultsOf({ at: 'x', en: 'a', pl: ' ' })).toEqual(['no Polish', 'space at an end'])

    const texts = [
      ...textsIn('messages', messages),
      ...textsIn('widget', WIDGET_MESSAGES),
      ...textsIn('vocabulary', vocabulary),
    ]
    expect(texts.length).toBeGreaterThan(300)
    for (const part of ['PURPOSES', 'LEVELS', 'SWITCHES', 'PERSONAL_TABLES', 'REASON_TEXTS'])
      expect(
        texts.some(({ at }) => at.startsWith(`vocabulary.${part}`)),
        part,
      ).toBe(true)
    const faulty = texts.map((text) => ({ ...text, faults: faultsOf(text) }))
    expect(faulty.filter(({ faults }) => faults.length > 0)).toEqual([])
  })

  it('stands under one key in one area', () => {
    const folder = fileURLToPath(new URL('../src/', import.meta.url))
    const written = globSync('*.ts', { cwd: folder }).flatMap((name) =>
      [...readFileSync(`${folder}${name}`, 'utf8').matchAll(/^ {2}'([a-z]+\.[a-z0-9_]+)':/gm)].map(
        ([, key]) => key ?? '',
      ),
    )
    expect(written.length).toBeGreaterThanOrEqual(KEYS.length)
    expect(written.filter((key, n) => written.indexOf(key) !== n)).toEqual([])
  })
})

describe('the catalogue and the pages', () => {
  const sources = speakingSources()

  it('agree: no page asks for a sentence that is missing', () => {
    const gap = '$' + '{mode}'
    const planted = askedKeys(
      [{ code: `say(view, 'cart.planted'); say(view, \`mode.${gap}_planted\`)`, path: 'x' }],
      AREAS,
    )
    expect(planted.filter(({ matches }) => !KEYS.some(matches)).map(({ key }) => key)).toEqual([
      'cart.planted',
      `mode.${gap}_planted`,
    ])
    const asked = askedKeys(sources, AREAS)
    expect(asked.length).toBeGreaterThan(200)
    expect(
      asked.filter(({ matches }) => !KEYS.some(matches)).map(({ key, path }) => `${path}: ${key}`),
    ).toEqual([])
  })

  it('agree: there is no sentence that no page says', () => {
    const asked = askedKeys(sources, AREAS)
    const isSaid = (key: string): boolean => asked.some(({ matches }) => matches(key))
    expect(isSaid('cart.planted')).toBe(false)
    expect(KEYS.filter((key) => !isSaid(key))).toEqual([])
  })

  it('agree where keys are put together: modes, data, bases', () => {
    for (const mode of vocabulary.MODES) expect(ALL).toHaveProperty([`mode.${mode}`])
    for (const { basis } of vocabulary.PURPOSES) expect(ALL).toHaveProperty([`purposes.basis_${basis}`])
    for (const category of vocabulary.DATA_CATEGORIES) expect(ALL).toHaveProperty([`data.${category}`])
  })

  it('are two: Polish stands in the catalogue and in data, nowhere else', () => {
    expect(POLISH.test(withoutComments("say('Zażółć') // gęślą"))).toBe(true)
    expect(POLISH.test(withoutComments("say('x') // gęślą\n/* jaźń */"))).toBe(false)
    const found = sources
      .filter(({ path }) => !DATA.some((folder) => path.startsWith(folder)))
      .flatMap(({ code, path }) =>
        code.split('\n').flatMap((line) => (POLISH.test(line) ? [`${path}: ${line.trim()}`] : [])),
      )
    expect(found).toEqual([])
  })
})

describe('a sentence', () => {
  it('has its values filled in, and leaves unknown ones visible', () => {
    expect(say('en', 'frame.cart_count', { n: 2 })).toBe('Cart (2)')
    expect(say('pl', 'frame.cart_count')).toBe('Koszyk ({n})')
    expect(fillIn('{a} {b} {a}', { a: '{b}' })).toBe('{b} {b} {b}')
  })
})
