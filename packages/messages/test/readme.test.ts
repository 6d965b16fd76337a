import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { counted, NOUNS, say } from '../src/index.ts'

describe('the README of this package', () => {
  it('shows code that does what it says', () => {
    expect(say('pl', 'cart.remove_one', { title: 'Gaiwan' })).toBe('Usuń z koszyka: Gaiwan')
    expect(counted('pl', 22, NOUNS.products)).toBe('22 produkty')
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    expect(readme).toContain("say('pl', 'cart.remove_one', { title: 'Gaiwan' }) // Usuń z koszyka: Gaiwan")
    expect(readme).toContain("counted('pl', 22, NOUNS.products) // 22 produkty")
  })
})
