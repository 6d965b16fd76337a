import { describe, expect, it } from 'vitest'
import { dataSentence, sayIn } from '../src/texts.ts'

describe('the sentence on data', () => {
  const say = sayIn('en-GB')

  it('says that none were used on a shelf made from the page alone', () => {
    expect(
      dataSentence(say, 'context', ['page_context', 'session_events', 'purchase_history'], undefined),
    ).toBe('No data about you was used to choose these products.')
  })

  it('names even there what kept something away on her account', () => {
    const used = ['declared_taste', 'session_events', 'shared_counts']
    for (const rule of ['never_show', 'owned', 'shown_enough'])
      expect(dataSentence(say, 'popular', used, { in_cart: 2, [rule]: 1 })).toBe(
        'We used: what you view in this visit, your hints.',
      )
    expect(dataSentence(say, 'popular', used, { in_cart: 2 })).toContain('No data about you')
  })

  it('names everything about her on a shelf made for her', () => {
    expect(dataSentence(say, 'personal', ['catalogue', 'view_history', 'purchase_history'], undefined)).toBe(
      'We used: what you viewed before, what you bought.',
    )
  })

  it('is Polish unless the page is English', () => {
    for (const locale of ['pl-PL', 'de', '']) {
      expect(dataSentence(sayIn(locale), 'context', [], undefined)).toContain('żadnych danych')
    }
  })
})
