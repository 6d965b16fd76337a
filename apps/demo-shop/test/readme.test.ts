import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { polanaAt } from '../src/index.ts'

describe('the README of this app', () => {
  it('shows code that runs', () => {
    const shop = polanaAt(Date.UTC(2026, 10, 23))
    expect(shop.products.length).toBe(240)
    expect(shop.picture(shop.products[0]!)).toMatch(/^<svg /)
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    expect(readme).toContain('const shop = polanaAt(Date.UTC(2026, 10, 23))\nshop.products.length // 240')
  })
})
