/**
 * The container of model files: numbered arrays behind a table, each beginning at a multiple of 8 bytes.
 *
 * Layout, in the byte order of the machine (a file of the other order has another magic and is refused):
 *
 *     0   magic, two u32
 *     8   format version, u32
 *     12  number of sections, u32
 *     16  checksum of everything from byte 24, two u32
 *     24  length of the file in units of 8 bytes, u32; what the file holds, u32
 *     32  per section: its number, place in units of 8 bytes, number of elements, bytes per element, u32 each
 *     …   the sections, zeros between them
 */
import { checksumOf } from './checksum.ts'

/** "UMIA" and "RMOD". */
const MAGIC_A = 0x41494d55
const MAGIC_B = 0x444f4d52
const HEADER_BYTES = 32
const ENTRY_BYTES = 16
const CHECKED_FROM_WORD = 6

/** The kinds of array a section holds. */
export type SectionArray = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** What a file holds, and the version of its format. */
export interface FileFormat {
  readonly content: number
  readonly version: number
}

/** What is wrong with a file. */
export type SectionFault = 'damaged' | { readonly version: number }

/**
 * Copies the arrays into one buffer.
 *
 * @param sections number and content; the numbers ascend
 * @param allocate zeroed memory, ordinary or shared
 * @throws RangeError if it would be longer than 32 GiB
 */
export function writeSections<Memory extends ArrayBufferLike>(
  { content, version }: FileFormat,
  sections: readonly (readonly [id: number, values: SectionArray])[],
  allocate: (bytes: number) => Memory,
): Memory {
  let bytes = HEADER_BYTES + sections.length * ENTRY_BYTES
  const starts: number[] = []
  for (const [, values] of sections) {
    starts.push(bytes)
    bytes += Math.ceil(values.byteLength / 8) * 8
  }
  if (bytes / 8 > 0xffff_ffff) throw new RangeError(`a model file would be ${bytes} bytes, too long`)
  const buffer = allocate(bytes)
  const words = new Uint32Array(buffer)
  words.set([MAGIC_A, MAGIC_B, version, sections.length, 0, 0, bytes / 8, content])
  sections.forEach(([id, values], n) => {
    const start = starts[n]!
    words.set([id, start / 8, values.length, values.BYTES_PER_ELEMENT], (HEADER_BYTES + n * ENTRY_BYTES) / 4)
    new Uint8Array(buffer, start, values.byteLength).set(
      new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    )
  })
  words.set(checksumOf(words, CHECKED_FROM_WORD), 4)
  return buffer
}

/** The sections of a file, found by number; nothing is copied. */
export interface Sections {
  /** @returns the array, or `undefined` if there is none of this number and kind */
  find<Values extends SectionArray>(id: number, kind: ArrayKind<Values>): Values | undefined
  /** The checksum: equal files have equal ones. */
  readonly checksum: readonly [number, number]
}

interface ArrayKind<Values> {
  readonly BYTES_PER_ELEMENT: number
  new (buffer: ArrayBufferLike, start: number, length: number): Values
}

/**
 * Opens a file in place.
 *
 * Cost: O(bytes) for the checksum; no array is read or copied.
 */
export function openSections(
  buffer: ArrayBufferLike,
  { content, version }: FileFormat,
): Sections | SectionFault {
  const bytes = buffer.byteLength
  if (bytes < HEADER_BYTES || bytes % 8 !== 0) return 'damaged'
  const words = new Uint32Array(buffer)
  if (words[0] !== MAGIC_A || words[1] !== MAGIC_B) return 'damaged'
  if (words[2] !== version) return { version: words[2]! }
  const checksum = checksumOf(words, CHECKED_FROM_WORD)
  if (words[4] !== checksum[0] || words[5] !== checksum[1] || words[6] !== bytes / 8) return 'damaged'
  if (words[7] !== content) return 'damaged'
  const count = words[3]!
  if (HEADER_BYTES + count * ENTRY_BYTES > bytes) return 'damaged'
  const at = new Map<number, number>()
  for (let n = 0; n < count; n++) {
    const entry = (HEADER_BYTES + n * ENTRY_BYTES) / 4
    if (words[entry + 1]! * 8 + words[entry + 2]! * words[entry + 3]! > bytes) return 'damaged'
    at.set(words[entry]!, entry)
  }
  return {
    checksum,
    find(id, kind) {
      const entry = at.get(id)
      if (entry === undefined || words[entry + 3] !== kind.BYTES_PER_ELEMENT) return undefined
      return new kind(buffer, words[entry + 1]! * 8, words[entry + 2]!)
    },
  }
}
