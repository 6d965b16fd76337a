import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLicences, isAllowed } from '../check-licences.ts'

function complaintsAbout(packages: Readonly<Record<string, unknown>>): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'umiar-licences-'))
  try {
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }))
    return checkLicences(root).complaints
  } finally {
    rmSync(root, { force: true, recursive: true })
  }
}

describe('licence check', () => {
  it('passes what this repository installs, having read more than a hundred packages', () => {
    const { complaints, counts } = checkLicences(dirname(dirname(import.meta.dirname)))
    expect(complaints).toEqual([])
    expect([...counts.values()].reduce((total, value) => total + value, 0)).toBeGreaterThan(100)
  })

  it('catches a copyleft licence, a missing one, and weak copyleft in what ships', () => {
    expect(
      complaintsAbout({
        '': { license: 'Apache-2.0' },
        'node_modules/a': { license: 'GPL-3.0-only' },
        'node_modules/b': {},
        'node_modules/c': { license: 'MPL-2.0' },
        'node_modules/d': { dev: true, license: 'MPL-2.0' },
        'node_modules/e': { license: 'MIT' },
      }),
    ).toEqual([
      'node_modules/a is under GPL-3.0-only, not allowed for shipping',
      'node_modules/b names no licence',
      'node_modules/c is under MPL-2.0, not allowed for shipping',
    ])
  })

  it('fails where it read nothing', () => {
    expect(complaintsAbout({ '': {} })).toEqual(['no package was checked'])
  })

  it.each([
    ['(MIT OR GPL-2.0-only)', true],
    ['MIT AND GPL-2.0-only', false],
    ['GPL-2.0-only OR MIT AND ISC', true],
    ['SEE LICENSE IN LICENSE', false],
    ['(MIT AND (ISC OR GPL-2.0-only))', false],
  ])('reads the expression %s', (expression, allowed) => {
    expect(isAllowed(expression, false)).toBe(allowed)
  })
})
