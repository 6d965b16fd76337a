import { MESSAGES } from '@umiar/messages'
import { describe, expect, it } from 'vitest'
import { TOURS } from '../src/tour.ts'

describe('guided tours', () => {
  it('have six steps each, every one with its words', () => {
    expect(Object.keys(TOURS)).toEqual(['customer', 'officer', 'shop'])
    for (const steps of Object.values(TOURS)) {
      expect(steps).toHaveLength(6)
      for (const { path, text } of steps) {
        expect(MESSAGES[text].pl).not.toBe('')
        expect(path).toMatch(/^\/(shop|privacy|console|docs)/)
      }
    }
  })
})
