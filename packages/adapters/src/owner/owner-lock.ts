/**
 * One owner per file or directory, by a lock of the operating system.
 *
 * SQLite holds an fcntl lock on a tiny file for as long as our connection lives. The kernel drops it
 * with the process, so that `kill -9` leaves nothing stale, and SQLite's own bookkeeping makes it
 * hold against other threads of the same process too, which bare fcntl would not.
 */
import Database from 'better-sqlite3'

/** A lock that is held. */
export interface OwnerLock {
  /** Gives the lock back. Calling it again changes nothing. */
  release(): void
}

/**
 * Takes the lock if nobody holds it; never waits.
 *
 * @param path of the lock file; it is created and stays (empty) after release
 * @returns `undefined` if this or another process holds it
 */
export function takeLock(path: string): OwnerLock | undefined {
  const connection = new Database(path, { timeout: 0 })
  try {
    connection.pragma('journal_mode = MEMORY')
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return undefined
    throw error
  }
  return { release: () => void connection.close() }
}
