/**
 * The register of imports as a file of lines in the data directory: `imports.jsonl`.
 *
 * Appended and synced, never rewritten; a person can read it with any editor. It stays where it is when
 * the store moves to PostgreSQL. A last line without its end is a write that was cut off: it was never
 * acknowledged and is overwritten by the next.
 */
import { closeSync, existsSync, fdatasync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ImportLog, ImportNote } from '@umiar/use-cases'
import { DomainError } from '@umiar/vocabulary'

const FILE = 'imports.jsonl'
const datasync = promisify(fdatasync)

/**
 * Reads the register of a data directory; the file is made with the first note.
 *
 * @throws DomainError `store_damaged` naming the line that cannot be read
 */
export function openImportLog(directory: string): ImportLog {
  const path = join(directory, FILE)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const notes = whole.split('\n').slice(0, -1).map(noteOf)
  let bytes = Buffer.byteLength(whole)
  return {
    async append(note) {
      const line = Buffer.from(`${JSON.stringify(note)}\n`)
      const file = openSync(path, existsSync(path) ? 'r+' : 'wx', 0o600)
      try {
        ftruncateSync(file, bytes)
        writeSync(file, line, 0, line.length, bytes)
        await datasync(file)
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code
        throw code === 'ENOSPC' || code === 'EDQUOT'
          ? new DomainError('store_full', 'The disk has no room for the register of imports.')
          : new DomainError('store_unavailable', 'The register of imports cannot be written.')
      } finally {
        closeSync(file)
      }
      bytes += line.length
      notes.push(note)
    },
    notes: () => notes,
  }
}

function noteOf(line: string, index: number): ImportNote {
  try {
    const note = JSON.parse(line) as ImportNote
    if (note.note === 'begun' || note.note === 'finished') return note
  } catch {
    // Reported below like a note of an unknown kind.
  }
  throw new DomainError(
    'store_damaged',
    `Line ${index + 1} of ${FILE} cannot be read. Keep a copy, then restore it from a backup.`,
    { line: index + 1 },
  )
}
