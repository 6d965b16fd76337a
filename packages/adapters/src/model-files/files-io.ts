/**
 * What model files ask of the disk: few steps, each durable when it returns, each one a test may lose or keep.
 *
 * Synchronous, for they run in the learner's thread, where nobody is served; a step takes milliseconds.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

export interface FilesIo {
  /** Writes a whole file and syncs it. */
  write(path: string, parts: readonly Uint8Array[]): void
  /** Puts a file in the place of another, atomically, and syncs the directory. */
  rename(from: string, to: string): void
  /** Removes files that may be there. */
  remove(paths: readonly string[]): void
  /** @returns the content, or `undefined` without a file */
  read(path: string): Uint8Array | undefined
  /** Names in a directory, which is made if it is missing. */
  list(directory: string): readonly string[]
}

/** The disk itself. */
export const systemFiles: FilesIo = {
  list(directory) {
    mkdirSync(directory, { mode: 0o700, recursive: true })
    return readdirSync(directory)
  },
  read: (path) => (existsSync(path) ? readFileSync(path) : undefined),
  remove(paths) {
    for (const path of paths) rmSync(path, { force: true })
  },
  rename(from, to) {
    renameSync(from, to)
    const directory = openSync(dirname(to), 'r')
    try {
      fsyncSync(directory)
    } finally {
      closeSync(directory)
    }
  },
  write(path, parts) {
    const file = openSync(path, 'w', 0o600)
    try {
      for (const part of parts)
        for (let done = 0; done < part.length; ) done += writeSync(file, part, done, part.length - done)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  },
}
