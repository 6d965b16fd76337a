import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseCards, MOST_CARDS } from '../../src/taste/choose-cards.ts'
import { openCentre, PRODUCTS, Visitor } from '../support/centre.ts'

describe('taste cards', () => {
  it('are spread over the departments and their categories', () => {
    const ids = chooseCards(PRODUCTS, new Set()).map(({ itemId }) => itemId)
    expect(ids).toHaveLength(MOST_CARDS)
    expect(ids.slice(0, 8)).toEqual([
      'tea-1',
      'coffee-1',
      'trail-1',
      'garden-1',
      'tea-2',
      'coffee-2',
      'trail-2',
      'garden-2',
    ])
  })

  it('never show a product twice or one that is marked, and no fewer than there are', () => {
    const anyMarks = fc.uniqueArray(fc.constantFrom(...PRODUCTS.map(({ itemId }) => itemId)))
    fc.assert(
      fc.property(anyMarks, (marked) => {
        const ids = chooseCards(PRODUCTS, new Set(marked)).map(({ itemId }) => itemId)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.filter((id) => marked.includes(id))).toEqual([])
        expect(ids).toHaveLength(Math.min(MOST_CARDS, PRODUCTS.length - marked.length))
      }),
    )
  })
})

describe('hints', () => {
  it('are one tap each, move between the lists, and leave by one tap', async () => {
    const centre = await openCentre()
    const visitor = new Visitor(centre)
    await visitor.save(2)
    const person = centre.engine.person(visitor.id)
    person.taste = { have: ['trail-1'], likes: [], never: [] }
    const first = await visitor.post('/privacy/taste', { like: 'tea-1' })
    expect(first.body).toContain('Wskazówki zapisane.')
    await visitor.post('/privacy/taste', { never: 'coffee-1' })
    await visitor.post('/privacy/taste', { like: 'coffee-1' })
    expect(person.taste).toEqual({ have: ['trail-1'], likes: ['coffee-1', 'tea-1'], never: [] })
    await visitor.post('/privacy/taste', { never: 'tea-1' })
    await visitor.post('/privacy/taste', { clear: 'coffee-1' })
    await visitor.post('/privacy/taste', { clear: 'trail-1' })
    expect(person.taste).toEqual({ have: [], likes: [], never: ['tea-1'] })
    const { body } = await visitor.get('/privacy')
    expect(body).toContain('Nie zapisujemy powodu, a ta lista służy tylko do jednego: do ukrywania.')
    expect(body).toContain('Usuń<span class="visually-hidden">: tea 1 PL</span>')
  })

  it('say below level 2 what they need, and offer no card', async () => {
    const visitor = new Visitor(await openCentre())
    const { body } = await visitor.save(1)
    expect(body).toContain('Wskazówki działają od poziomu 2.')
    expect(body).not.toContain('taste-card')
  })
})
