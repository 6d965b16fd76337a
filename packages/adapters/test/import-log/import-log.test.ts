import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportNote } from '@umiar/use-cases'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openImportLog } from '../../src/index.ts'

const note = (id: string): ImportNote => ({
  at: '2026-11-23T10:00:00.000Z',
  counts: { rows: 7 },
  import_id: id,
  note: 'finished',
})

let directory: string
let path: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'umiar-import-log-'))
  path = join(directory, 'imports.jsonl')
})
afterEach(() => rmSync(directory, { recursive: true }))

describe('the register of imports on disk', () => {
  it('makes no file before the first note, then one only its owner reads', async () => {
    const log = openImportLog(directory)
    expect(log.notes()).toEqual([])
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined()
    await log.append(note('import_1'))
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('is read again as it was written', async () => {
    const log = openImportLog(directory)
    await log.append(note('import_ż'))
    await log.append(note('import_2'))
    expect(openImportLog(directory).notes()).toEqual([note('import_ż'), note('import_2')])
    expect(log.notes()).toEqual(openImportLog(directory).notes())
  })

  it('passes over a last line that was cut off, at every byte, and writes over it', async () => {
    const whole = Buffer.from(`${JSON.stringify(note('import_ż'))}\n`)
    for (let cut = 1; cut < whole.length; cut++) {
      writeFileSync(path, Buffer.concat([whole, whole.subarray(0, cut)]))
      const log = openImportLog(directory)
      expect(log.notes()).toEqual([note('import_ż')])
      await log.append(note('import_2'))
      expect(readFileSync(path, 'utf8')).toBe(`${whole}${JSON.stringify(note('import_2'))}\n`)
    }
  })

  it('names the line it cannot read', async () => {
    await openImportLog(directory).append(note('import_1'))
    appendFileSync(path, 'rubbish\n')
    expect(() => openImportLog(directory)).toThrow(/Line 2 of imports.jsonl/)
  })
})
