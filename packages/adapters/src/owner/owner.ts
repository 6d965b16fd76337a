/**
 * Who owns a data directory: the lock that says somebody does, and the note that says where to reach it.
 *
 * A command that finds the directory owned reads the note and talks to the owner over HTTP instead.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '@umiar/vocabulary'
import { type OwnerLock, takeLock } from './owner-lock.ts'

const LOCK_FILE = 'owner.lock'
const NOTE_FILE = 'owner.json'

/** Where the owning process answers. */
export interface Owner {
  readonly url: string
  readonly pid: number
}

/**
 * Makes this process the owner of the directory.
 *
 * @throws DomainError `store_owned` with the owner's url when it is known
 */
export function ownDirectory(directory: string): OwnerLock {
  const lock = takeLock(join(directory, LOCK_FILE))
  if (lock !== undefined) return lock
  const owner = readNote(directory)
  throw new DomainError(
    'store_owned',
    'Another process owns this data directory. Stop it, talk to it over HTTP, or choose another UMIAR_DATA_DIR.',
    owner === undefined ? {} : { pid: owner.pid, url: owner.url },
  )
}

/** Writes where the owner of the directory answers. Call it only while owning the directory. */
export function announceOwner(directory: string, note: { readonly url: string }): void {
  const path = join(directory, NOTE_FILE)
  writeFileSync(`${path}.new`, `${JSON.stringify({ pid: process.pid, url: note.url })}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** Removes the note: the owner no longer answers. */
export function withdrawOwner(directory: string): void {
  rmSync(join(directory, NOTE_FILE), { force: true })
}

/**
 * Who owns the directory now?
 *
 * @returns `undefined` when nobody holds the lock (a note left by a killed process does not count) or
 *          the owner has not said yet where it answers
 */
export function readOwner(directory: string): Owner | undefined {
  const owner = readNote(directory)
  if (owner === undefined) return undefined
  const lock = takeLock(join(directory, LOCK_FILE))
  if (lock === undefined) return owner
  lock.release()
  return undefined
}

function readNote(directory: string): Owner | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(join(directory, NOTE_FILE), 'utf8'))
    if (typeof note !== 'object' || note === null) return undefined
    const { url, pid } = note as Record<string, unknown>
    return typeof url === 'string' && typeof pid === 'number' ? { pid, url } : undefined
  } catch {
    return undefined
  }
}
