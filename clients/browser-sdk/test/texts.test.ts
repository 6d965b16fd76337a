import { describe, expect, it } from 'vitest'
import { dataSentence, sayIn } from '../src/texts.ts'

describe('the sentence on data', () => {
  const say = sayIn('en-GB')

  it('says that none were used on a shelf made from the page alone', () => {
    expect(dataSentence(say, 'context', ['page_context', 'session_events', 'purchase_history'])).toBe(
      'No data about you were used to choose these products.',
    )
  })

  it('names her list of what not to show even there', () => {
    expect(dataSentence(say, 'popular', ['declared_taste'])).toBe('We used: your hints.')
  })

  it('names everything about her on a shelf made for her', () => {
    expect(dataSentence(say, 'personal', ['catalogue', 'view_history', 'purchase_history'])).toBe(
      'We used: what you viewed before, what you bought.',
    )
  })

  it('is Polish unless the page is English', () => {
    for (const locale of ['pl-PL', 'de', '']) {
      expect(dataSentence(sayIn(locale), 'context', [])).toContain('żadnych danych')
    }
  })
})
