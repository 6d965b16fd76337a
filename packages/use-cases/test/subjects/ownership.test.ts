import type { EventName, ItemId, ShopEvent } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { ownedItems, tradesOf } from '../../src/subjects/ownership.ts'

let time = 0
const event = (name: EventName, items: readonly [string, number?][], transactionId?: string): ShopEvent => ({
  atMs: ++time,
  eventId: `e${time}`,
  items: items.map(([id, quantity]) => ({
    itemId: id as ItemId,
    ...(quantity === undefined ? {} : { quantity }),
  })),
  name,
  sessionId: 's',
  ...(transactionId === undefined ? {} : { transactionId }),
})
const owned = (...events: readonly ShopEvent[]): string[] => [...ownedItems(events.flatMap(tradesOf))].sort()

describe('what somebody owns', () => {
  it('is what was bought, not what was looked at or put in the cart', () => {
    expect(
      owned(event('view_item', [['a']]), event('add_to_cart', [['b']]), event('purchase', [['c']])),
    ).toEqual(['c'])
  })

  it('ends when the last piece is given back', () => {
    const bought = event('purchase', [['kettle', 2], ['pot']], 't1')
    expect(owned(bought, event('refund', [['kettle', 1]], 't1'))).toEqual(['kettle', 'pot'])
    expect(owned(bought, event('refund', [['kettle', 2]]))).toEqual(['pot'])
    expect(owned(bought, event('refund', [['kettle']], 't1'))).toEqual(['pot'])
    expect(owned(bought, event('refund', [['kettle']], 'another'))).toEqual(['kettle', 'pot'])
  })

  it('ends in the order that is named, before one that named none', () => {
    const unnamed = event('purchase', [['kettle']])
    const named = event('purchase', [['kettle']], 't1')
    const back = event('refund', [['kettle', 1]], 't1')
    expect(owned(unnamed, named, back, event('refund', [], 't1'))).toEqual(['kettle'])
    expect(owned(unnamed, event('refund', [['kettle', 1]], 't1'))).toEqual([])
  })

  it('ends for a whole order that is given back, and only for that', () => {
    const first = event('purchase', [['kettle'], ['pot']], 't1')
    const second = event('purchase', [['kettle']], 't2')
    expect(owned(first, second, event('refund', [], 't1'))).toEqual(['kettle'])
    expect(owned(first, event('purchase', [['cup']]), event('refund', [], 't1'))).toEqual(['cup'])
    expect(owned(first, event('refund', []))).toEqual(['kettle', 'pot'])
  })

  it('begins again when it is bought anew, and knows no order of arrival', () => {
    const events = [event('purchase', [['kettle']]), event('refund', [['kettle']])]
    const again = event('purchase', [['kettle']])
    expect(owned(...events)).toEqual([])
    expect(owned(...events, again)).toEqual(['kettle'])
    expect(owned(again, ...events.toReversed())).toEqual(['kettle'])
  })
})
