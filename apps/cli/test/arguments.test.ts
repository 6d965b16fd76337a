import { describe, expect, it } from 'vitest'
import { readArguments, UsageError, unknownName, wholeNumber } from '../src/arguments.ts'

describe('arguments', () => {
  it('name the nearest known option for an unknown one', () => {
    expect(() =>
      readArguments(['--sed', '1'], { json: { type: 'boolean' }, seed: { type: 'string' } }),
    ).toThrow(new UsageError('Unknown option --sed. Did you mean --seed?'))
  })

  it('offer nothing where nothing is near', () => {
    expect(unknownName('verb', 'xyz', ['forget', 'bench'])).toBe('Unknown verb xyz.')
  })

  it('take whole numbers within bounds only', () => {
    expect(wholeNumber('seconds', '30', 1)).toBe(30)
    for (const text of ['0', '1.5', '-1', '1e3', '', 'ten']) {
      expect(() => wholeNumber('seconds', text, 1), text).toThrow(UsageError)
    }
  })
})
