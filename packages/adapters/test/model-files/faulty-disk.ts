/**
 * A disk that fails at one step: the step is lost or kept, and everything after it never happens.
 *
 * Keys written since the last sync are lost with a lost step, as a power cut may lose them.
 */
import { fdatasyncSync, readSync, writeSync } from 'node:fs'
import type { KeyFileIo } from '../../src/index.ts'
import { type FilesIo, systemFiles } from '../../src/model-files/files-io.ts'

export interface FaultyDisk {
  readonly io: FilesIo
  readonly keyIo: KeyFileIo
  /** Steps taken so far, by name. */
  readonly steps: string[]
  /** Every segment file ever written, as a thief may have copied it. */
  readonly copies: Map<string, Buffer>
}

/** @param fault counts steps from 1; none by default */
export function faultyDisk(fault?: { readonly nth: number; readonly kept: boolean }): FaultyDisk {
  const steps: string[] = []
  const copies = new Map<string, Buffer>()
  let unsynced: (() => void)[] = []
  let isDead = false
  const step = <Result>(name: string, act: () => Result): Result => {
    if (isDead) throw new Error('the process is gone')
    steps.push(name)
    if (steps.length !== fault?.nth) return act()
    isDead = true
    if (fault.kept) act()
    else for (const undo of unsynced.reverse()) undo()
    throw new Error(`power cut at ${name}`)
  }
  return {
    copies,
    io: {
      list: (directory) => systemFiles.list(directory),
      read: (path) => systemFiles.read(path),
      remove: (paths) => (paths.length === 0 ? undefined : step('remove', () => systemFiles.remove(paths))),
      rename: (from, to) => step('rename', () => systemFiles.rename(from, to)),
      write: (path, parts) =>
        step('write', () => {
          systemFiles.write(path, parts)
          if (path.includes('segment-')) copies.set(`${path} ${steps.length}`, Buffer.concat(parts))
        }),
    },
    keyIo: {
      sync: async (file) =>
        step('sync keys', () => {
          fdatasyncSync(file)
          unsynced = []
        }),
      write: (file, bytes, position) => {
        const before = Buffer.alloc(bytes.length)
        readSync(file, before, 0, bytes.length, position)
        step('write key', () => {
          writeSync(file, bytes, 0, bytes.length, position)
          unsynced.push(() => writeSync(file, before, 0, before.length, position))
        })
      },
    },
    steps,
  }
}
