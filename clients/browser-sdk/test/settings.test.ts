import { describe, expect, it } from 'vitest'
import { readSettings } from '../src/settings.ts'

const SRC = 'https://engine.example/umiar.js?v=1'

describe('the settings on the script’s tag', () => {
  it('need only the key: the engine is where the script came from, the language that of the page', () => {
    expect(readSettings({ dataset: { key: 'pub_1' }, src: SRC }, 'en')).toEqual({
      engine: 'https://engine.example',
      key: 'pub_1',
      locale: 'en',
    })
  })

  it('are Polish where neither tag nor page says a language', () => {
    expect(readSettings({ dataset: {}, src: SRC }, '').locale).toBe('pl')
  })

  it('take every attribute as it was written, the engine without a slash at its end', () => {
    const dataset = {
      cardsUrl: '/cards',
      engine: 'https://other.example/umiar/',
      key: 'pub_1',
      locale: 'pl-PL',
      privacyUrl: '/privacy',
      tokenUrl: '/token',
    }
    expect(readSettings({ dataset, src: SRC }, 'en')).toEqual({
      ...dataset,
      engine: 'https://other.example/umiar',
    })
  })
})
