/**
 * The key store as one local file: wrapped keys in slots of fixed size.
 *
 * A database keeps old versions of a row in journals, free pages and gaps; here a key lives in exactly
 * one place, and erasing it overwrites that place with zeros and syncs. (On copy-on-write file systems
 * and inside flash drives an overwrite is not physical; full-disk encryption covers that.)
 */
import {
  closeSync,
  existsSync,
  fdatasync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import type { KeyStore } from '@umiar/use-cases'
import { DomainError, type SubjectId } from '@umiar/vocabulary'
import { type OwnerLock, takeLock } from '../owner/owner-lock.ts'
import { SharedSync } from '../shared-sync.ts'
import { HEADER_BYTES, headerBytes, headerState, readSlot, SLOT_BYTES, slotBytes } from './slots.ts'

const EMPTY_SLOT = Buffer.alloc(SLOT_BYTES)
const SLOTS_PER_READ = 8192

/** The two writes of the file, so that tests can lose or interrupt them. */
export interface KeyFileIo {
  write(file: number, bytes: Uint8Array, position: number): void
  sync(file: number): Promise<void>
}

export interface KeyFileOptions {
  readonly path: string
  readonly io?: KeyFileIo
}

/**
 * Opens the key file, or makes an empty one.
 *
 * @throws DomainError `store_owned` if it is open elsewhere; `store_newer`; `store_damaged` with the remedy
 */
export async function openKeyFile<Id extends string = SubjectId>(
  options: KeyFileOptions,
): Promise<KeyStore<Id>> {
  const { path, io = systemIo } = options
  const lock = takeLock(`${path}.lock`)
  if (lock === undefined) {
    throw new DomainError('store_owned', 'Another process holds the key file.', { path })
  }
  let file: number | undefined
  try {
    file = existsSync(path) ? openSync(path, 'r+') : createFile(path)
    checkHeader(file, path)
    const { slots, free, count } = readIndex<Id>(file, path)
    return new KeyFile(file, lock, io, slots, free, count)
  } catch (error) {
    if (file !== undefined) closeSync(file)
    lock.release()
    throw error
  }
}

const datasync = promisify(fdatasync)

const systemIo: KeyFileIo = {
  sync: datasync,
  write(file, bytes, position) {
    let done = 0
    while (done < bytes.length) done += writeSync(file, bytes, done, bytes.length - done, position + done)
  },
}

class KeyFile<Id extends string> implements KeyStore<Id> {
  readonly #file: number
  readonly #lock: OwnerLock
  readonly #io: KeyFileIo
  readonly #slotOf: Map<Id, number>
  readonly #free: number[]
  readonly #shared: SharedSync
  #slotCount: number
  #failure: DomainError | undefined

  constructor(
    file: number,
    lock: OwnerLock,
    io: KeyFileIo,
    slotOf: Map<Id, number>,
    free: number[],
    slotCount: number,
  ) {
    this.#file = file
    this.#lock = lock
    this.#io = io
    this.#slotOf = slotOf
    this.#free = free
    this.#slotCount = slotCount
    this.#shared = new SharedSync(() => io.sync(file))
  }

  get size(): number {
    return this.#slotOf.size
  }

  ids(): readonly Id[] {
    return [...this.#slotOf.keys()]
  }

  find(id: Id): Uint8Array | undefined {
    this.#mustWork()
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return undefined
    const bytes = Buffer.alloc(SLOT_BYTES)
    readSync(this.#file, bytes, 0, SLOT_BYTES, positionOf(slot))
    const content = readSlot(bytes)
    if (typeof content === 'string' || content.id !== id) throw damagedSlot(slot)
    return content.wrapped
  }

  async put(id: Id, wrapped: Uint8Array): Promise<void> {
    this.#mustWork()
    const bytes = slotBytes(id, wrapped)
    const known = this.#slotOf.get(id)
    const slot = known ?? this.#free.pop() ?? this.#slotCount++
    this.#slotOf.set(id, slot)
    try {
      this.#io.write(this.#file, bytes, positionOf(slot))
    } catch (error) {
      if (known === undefined) {
        this.#slotOf.delete(id)
        this.#free.push(slot)
      }
      throw this.#failed(error)
    }
    await this.#settle()
  }

  async erase(id: Id): Promise<boolean> {
    this.#mustWork()
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return false
    try {
      this.#io.write(this.#file, EMPTY_SLOT, positionOf(slot))
    } catch (error) {
      throw this.#failed(error)
    }
    this.#slotOf.delete(id)
    await this.#settle()
    // Only now: a key put into the slot before the sync would be acknowledged with the erasure lost.
    this.#free.push(slot)
    return true
  }

  async close(): Promise<void> {
    if (this.#failure?.code === 'store_unavailable' && this.#failure.facts.closed === true) return
    const failure = this.#failure
    this.#failure = new DomainError('store_unavailable', 'The key file is closed.', { closed: true })
    try {
      if (failure === undefined) await this.#shared.settle()
    } finally {
      closeSync(this.#file)
      this.#lock.release()
    }
  }

  async #settle(): Promise<void> {
    try {
      await this.#shared.settle()
    } catch {
      // After a failed fsync the kernel may have dropped the dirty pages: nothing may be trusted any more.
      this.#failure ??= new DomainError(
        'store_unavailable',
        'The key file could not be synced; restart the shop.',
      )
      throw this.#failure
    }
  }

  #failed(error: unknown): DomainError {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      return new DomainError('store_full', 'The disk with the key file has no room. Free some space.')
    }
    this.#failure ??= new DomainError(
      'store_unavailable',
      'The key file could not be written; restart the shop.',
    )
    return this.#failure
  }

  #mustWork(): void {
    if (this.#failure !== undefined) throw this.#failure
  }
}

function positionOf(slot: number): number {
  return HEADER_BYTES + slot * SLOT_BYTES
}

function createFile(path: string): number {
  const file = openSync(path, 'wx+', 0o600)
  writeSync(file, headerBytes(), 0, HEADER_BYTES, 0)
  fsyncSync(file)
  const directory = openSync(dirname(path), 'r')
  try {
    fsyncSync(directory)
  } finally {
    closeSync(directory)
  }
  return file
}

function checkHeader(file: number, path: string): void {
  const header = Buffer.alloc(HEADER_BYTES)
  const length = readSync(file, header, 0, HEADER_BYTES, 0)
  const state = length === 0 ? 'empty' : headerState(header.subarray(0, length))
  if (state === 'empty') {
    // Power was cut while the file was made: no key was ever acknowledged.
    writeSync(file, headerBytes(), 0, HEADER_BYTES, 0)
    fsyncSync(file)
  } else if (state === 'newer') {
    throw new DomainError(
      'store_newer',
      'The key file was written by a newer version of Umiar. Start that version.',
      {
        path,
      },
    )
  } else if (state === 'damaged') {
    throw new DomainError(
      'store_damaged',
      'The key file has no valid header. Keep a copy of it, then restore it from a backup (npx umiar restore).',
      { path },
    )
  }
}

function readIndex<Id extends string>(
  file: number,
  path: string,
): { slots: Map<Id, number>; free: number[]; count: number } {
  const length = fstatSync(file).size - HEADER_BYTES
  const count = Math.floor(length / SLOT_BYTES)
  // A tail shorter than a slot is a put that was never acknowledged.
  if (length > count * SLOT_BYTES) ftruncateSync(file, positionOf(count))
  const slots = new Map<Id, number>()
  const free: number[] = []
  const chunk = Buffer.alloc(Math.max(1, Math.min(count, SLOTS_PER_READ)) * SLOT_BYTES)
  for (let first = 0; first < count; first += SLOTS_PER_READ) {
    const here = Math.min(SLOTS_PER_READ, count - first)
    readSync(file, chunk, 0, here * SLOT_BYTES, positionOf(first))
    for (let i = 0; i < here; i++) {
      const slot = readSlot(chunk.subarray(i * SLOT_BYTES, (i + 1) * SLOT_BYTES))
      if (slot === 'damaged') throw damagedSlot(first + i, path)
      if (slot === 'free') free.push(first + i)
      else slots.set(slot.id as Id, first + i)
    }
  }
  return { count, free: free.reverse(), slots }
}

function damagedSlot(slot: number, path?: string): DomainError {
  return new DomainError(
    'store_damaged',
    `Slot ${slot} of the key file is damaged. Keep a copy of the file, then restore it from a backup (npx umiar restore).`,
    path === undefined ? { slot } : { path, slot },
  )
}
