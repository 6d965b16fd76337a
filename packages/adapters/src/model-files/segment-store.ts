/**
 * Segments on disk, their keys, and the list that says which of them count.
 *
 * Order is everything. A segment is written whole before it is listed, the list changes at one instant, and
 * only then are keys of what it no longer lists overwritten, and the overwriting synced, before anybody is
 * answered. Whatever a crash leaves unlisted, the next opening destroys.
 */
import { join } from 'node:path'
import { newSegmentId, newSegmentKey, unwrapSegmentKey, wrapSegmentKey } from '@umiar/crypto'
import type { StoredSegment, WrittenSegment } from '@umiar/recommender'
import type { KeyStore } from '@umiar/use-cases'
import { type Aead, DomainError, type Random, type SegmentId, type ShopId } from '@umiar/vocabulary'
import { type KeyFileIo, openKeyFile } from '../key-file/key-file.ts'
import { type FilesIo, systemFiles } from './files-io.ts'
import {
  type ListedSegment,
  type Manifest,
  openManifest,
  openSegment,
  sealManifest,
  sealSegment,
} from './format.ts'

export interface SegmentStoreOptions {
  readonly directory: string
  readonly shopId: ShopId
  /** 32 bytes, of the installation. */
  readonly modelKey: Uint8Array
  readonly aead: Aead
  readonly random: Random
  /** Replaced by tests that lose or keep a step. */
  readonly io?: FilesIo
  readonly keyIo?: KeyFileIo
}

/** A segment on disk. */
export interface Segment extends ListedSegment {
  /** First word of each id in it, ascending: who may be in it, without opening it. */
  readonly firstWords: Uint32Array
}

/** Which segments count. */
export interface Listing {
  readonly ordered: readonly Segment[]
  readonly changes: readonly Segment[]
}

const MANIFEST = 'manifest.bin'
const KEYS = 'segment-keys.bin'
const TEMPORARY = '.new'

export class SegmentStore {
  readonly #options: SegmentStoreOptions
  readonly #io: FilesIo
  readonly #keys: KeyStore<SegmentId>
  #nextNumber = 1
  #listing: Listing = { changes: [], ordered: [] }

  private constructor(options: SegmentStoreOptions, keys: KeyStore<SegmentId>) {
    this.#options = options
    this.#io = options.io ?? systemFiles
    this.#keys = keys
  }

  /**
   * Opens a directory of model files, or makes one; what is not listed is destroyed.
   *
   * @returns the store, and the segments listed, or why there are none to be used
   */
  static async open(options: SegmentStoreOptions): Promise<{
    readonly store: SegmentStore
    readonly manifest: Manifest | undefined
    readonly fault: DomainError | undefined
  }> {
    const io = options.io ?? systemFiles
    const names = io.list(options.directory)
    const keys = await openKeys(options, io)
    const store = new SegmentStore(options, keys)
    try {
      const file = io.read(store.#path(MANIFEST))
      if (file === undefined) {
        // Without a list nothing can be used; a first start has nothing to lose, and begins one.
        await store.discardAll()
        await store.list(store.listing)
        const isFirst = !names.some((name) => name.startsWith('segment-') && name.endsWith('.seg'))
        return { fault: isFirst ? undefined : missing(), manifest: undefined, store }
      }
      try {
        const manifest = openManifest(options.aead, options.shopId, options.modelKey, file)
        store.#nextNumber = manifest.nextNumber
        await store.#destroyUnlisted([...manifest.ordered, ...manifest.changes])
        return { fault: undefined, manifest, store }
      } catch (error) {
        if (!(error instanceof DomainError) || error.code === 'store_unavailable') throw error
        await store.discardAll()
        return { fault: error, manifest: undefined, store }
      }
    } catch (error) {
      await keys.close()
      throw error
    }
  }

  get listing(): Listing {
    return this.#listing
  }

  /** Reads a segment. @throws DomainError `model_file_damaged`, `model_file_version` */
  read(segment: ListedSegment): StoredSegment {
    const { aead, modelKey, shopId } = this.#options
    const wrapped = this.#keys.find(segment.id)
    const key =
      wrapped === undefined ? undefined : unwrapSegmentKey(aead, modelKey, shopId, segment.id, wrapped)
    const file = this.#io.read(this.#fileOf(segment))
    if (key === undefined || file === undefined) throw missing()
    try {
      return openSegment(aead, shopId, segment.number, key, file)
    } finally {
      key.fill(0)
    }
  }

  /** Writes a segment under a key of its own; it does not count before it is listed. */
  async write(content: WrittenSegment): Promise<Segment> {
    const { aead, modelKey, random, shopId } = this.#options
    const id = newSegmentId(random)
    const key = newSegmentKey(random)
    const segment: Segment = {
      firstWords: firstWordsOf(content.subjects),
      id,
      number: this.#nextNumber++,
      people: content.people,
      sessions: content.sessions,
    }
    try {
      await this.#keys.put(id, wrapSegmentKey(aead, modelKey, shopId, id, key))
      this.#replace(this.#fileOf(segment), sealSegment(aead, shopId, segment.number, key, content))
      return segment
    } catch (error) {
      await this.#destroy([segment]).catch(() => undefined)
      throw error
    } finally {
      key.fill(0)
    }
  }

  /** Lists these segments from now on. When it resolves, the keys of all others listed before are destroyed. */
  async list(listing: Listing): Promise<void> {
    const { aead, modelKey, shopId } = this.#options
    const plain = ({ id, number, people, sessions }: Segment): ListedSegment => ({
      id,
      number,
      people,
      sessions,
    })
    const manifest = {
      changes: listing.changes.map(plain),
      nextNumber: this.#nextNumber,
      ordered: listing.ordered.map(plain),
    }
    this.#replace(this.#path(MANIFEST), sealManifest(aead, shopId, modelKey, manifest))
    const kept = new Set([...listing.ordered, ...listing.changes])
    const before = [...this.#listing.ordered, ...this.#listing.changes]
    this.#listing = listing
    await this.#destroy(before.filter((segment) => !kept.has(segment)))
  }

  /** Takes over what loading has read of the listed segments. */
  adopt(listing: Listing): void {
    this.#listing = listing
  }

  /** Destroys segments that were never listed. */
  destroy(segments: readonly Segment[]): Promise<void> {
    return this.#destroy(segments)
  }

  /** Destroys everything: keys first, so that the rest is unreadable whatever comes. Needs no room. */
  async discardAll(): Promise<void> {
    this.#listing = { changes: [], ordered: [] }
    await Promise.all(this.#keys.ids().map((id) => this.#keys.erase(id)))
    this.#io.remove([this.#path(MANIFEST), ...this.#segmentFiles()])
  }

  close(): Promise<void> {
    return this.#keys.close()
  }

  async #destroyUnlisted(listed: readonly ListedSegment[]): Promise<void> {
    const ids = new Set(listed.map(({ id }) => id))
    const files = new Set(listed.map((segment) => this.#fileOf(segment)))
    const orphans = this.#keys.ids().filter((id) => !ids.has(id))
    await Promise.all(orphans.map((id) => this.#keys.erase(id)))
    this.#io.remove(this.#segmentFiles().filter((path) => !files.has(path)))
  }

  async #destroy(segments: readonly ListedSegment[]): Promise<void> {
    await Promise.all(segments.map(({ id }) => this.#keys.erase(id)))
    this.#io.remove(segments.map((segment) => this.#fileOf(segment)))
  }

  #segmentFiles(): string[] {
    return this.#io
      .list(this.#options.directory)
      .filter((name) => name.endsWith('.seg') || name.endsWith(TEMPORARY))
      .map((name) => this.#path(name))
  }

  #replace(path: string, parts: readonly Uint8Array[]): void {
    this.#io.write(path + TEMPORARY, parts)
    this.#io.rename(path + TEMPORARY, path)
  }

  #fileOf({ number }: ListedSegment): string {
    return this.#path(`segment-${String(number).padStart(8, '0')}.seg`)
  }

  #path(name: string): string {
    return join(this.#options.directory, name)
  }
}

/** The first word of each id. */
export function firstWordsOf(subjects: Uint32Array): Uint32Array {
  return Uint32Array.from({ length: subjects.length / 4 }, (_, person) => subjects[person * 4]!)
}

/** A damaged key file is overwritten: its keys open files that can be made anew. */
async function openKeys(
  { directory, keyIo }: SegmentStoreOptions,
  io: FilesIo,
): Promise<KeyStore<SegmentId>> {
  const path = join(directory, KEYS)
  const open = () => openKeyFile<SegmentId>(keyIo === undefined ? { path } : { io: keyIo, path })
  try {
    return await open()
  } catch (error) {
    const code = error instanceof DomainError ? error.code : ''
    if (code !== 'store_damaged' && code !== 'store_newer') throw error
    io.write(path, [new Uint8Array(io.read(path)?.length ?? 0)])
    io.remove([path])
    return open()
  }
}

function missing(): DomainError {
  return new DomainError('model_file_damaged', 'A model file or its key is missing.')
}
