/**
 * The bytes of model files.
 *
 * A segment: "UMIARSEG", version (u32), length of the first part (u32), then two parts, each sealed
 * (nonce ‖ ciphertext ‖ tag) under the segment's own key: three numbers per person, and the rows. The
 * manifest: "UMIARMAN", version (u32), then the sealed list, under the installation's model key: it cannot
 * be forged, and lists ids of segments, which name nobody. Numbers are little-endian.
 */
import { manifestAad, segmentAad } from '@umiar/crypto'
import { openStoredRows, type StoredSegment, type WrittenSegment } from '@umiar/recommender'
import { type Aead, DomainError, type SegmentId, type ShopId } from '@umiar/vocabulary'

/** Raised whenever a file changes its meaning. */
export const FILES_VERSION = 1

const SEGMENT_MAGIC = 'UMIARSEG'
const MANIFEST_MAGIC = 'UMIARMAN'
const SEGMENT_HEADER = 16
const MANIFEST_HEADER = 12

/** A segment as the manifest lists it. */
export interface ListedSegment {
  readonly id: SegmentId
  /** Never used twice by one installation while its manifest lasts. */
  readonly number: number
  readonly people: number
  readonly sessions: number
}

export interface Manifest {
  readonly nextNumber: number
  /** People ascend from one to the next. */
  readonly ordered: readonly ListedSegment[]
  /** Newer versions of people, the newest last. */
  readonly changes: readonly ListedSegment[]
}

/** Seals a segment. @param key 32 bytes, its own */
export function sealSegment(
  aead: Aead,
  shopId: ShopId,
  number: number,
  key: Uint8Array,
  { marks, rows }: WrittenSegment,
): readonly Uint8Array[] {
  const plainMarks = new Uint8Array(marks.buffer, marks.byteOffset, marks.byteLength)
  const sealedMarks = aead.seal(key, plainMarks, segmentAad(shopId, FILES_VERSION, number, 'marks'))
  const sealedRows = aead.seal(key, new Uint8Array(rows), segmentAad(shopId, FILES_VERSION, number, 'rows'))
  const header = Buffer.alloc(SEGMENT_HEADER)
  header.write(SEGMENT_MAGIC, 'latin1')
  header.writeUInt32LE(FILES_VERSION, 8)
  header.writeUInt32LE(sealedMarks.length, 12)
  return [header, sealedMarks, sealedRows]
}

/** @throws DomainError `model_file_damaged`, `model_file_version` */
export function openSegment(
  aead: Aead,
  shopId: ShopId,
  number: number,
  key: Uint8Array,
  file: Uint8Array,
): StoredSegment {
  const bytes = checkHeader(file, SEGMENT_MAGIC, SEGMENT_HEADER)
  const end = SEGMENT_HEADER + bytes.readUInt32LE(12)
  const marks = aead.open(
    key,
    file.subarray(SEGMENT_HEADER, end),
    segmentAad(shopId, FILES_VERSION, number, 'marks'),
  )
  const rows = aead.open(key, file.subarray(end), segmentAad(shopId, FILES_VERSION, number, 'rows'))
  if (marks === undefined || rows === undefined) throw damaged()
  return { marks: new Float64Array(ownBuffer(marks)), rows: openStoredRows(ownBuffer(rows)) }
}

/** Seals the list of segments. */
export function sealManifest(
  aead: Aead,
  shopId: ShopId,
  modelKey: Uint8Array,
  manifest: Manifest,
): readonly Uint8Array[] {
  const header = Buffer.alloc(MANIFEST_HEADER)
  header.write(MANIFEST_MAGIC, 'latin1')
  header.writeUInt32LE(FILES_VERSION, 8)
  const plain = Buffer.from(JSON.stringify(manifest))
  return [header, aead.seal(modelKey, plain, manifestAad(shopId, FILES_VERSION))]
}

/** @throws DomainError `model_file_damaged` (also for another shop's or root key's), `model_file_version` */
export function openManifest(aead: Aead, shopId: ShopId, modelKey: Uint8Array, file: Uint8Array): Manifest {
  checkHeader(file, MANIFEST_MAGIC, MANIFEST_HEADER)
  const plain = aead.open(modelKey, file.subarray(MANIFEST_HEADER), manifestAad(shopId, FILES_VERSION))
  if (plain === undefined) throw damaged()
  return JSON.parse(Buffer.from(plain).toString('utf8')) as Manifest
}

function checkHeader(file: Uint8Array, magic: string, length: number): Buffer {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.length < length || bytes.toString('latin1', 0, 8) !== magic) throw damaged()
  const version = bytes.readUInt32LE(8)
  if (version === FILES_VERSION) return bytes
  throw new DomainError(
    'model_file_version',
    `The model files have format version ${version}, this program reads ${FILES_VERSION}.`,
    { expected: FILES_VERSION, version },
  )
}

/** The bytes alone in a buffer, so that arrays can be laid over them. */
function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  const isAlone = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength
  return (isAlone ? bytes : new Uint8Array(bytes)).buffer as ArrayBuffer
}

function damaged(): DomainError {
  return new DomainError(
    'model_file_damaged',
    'A model file is missing, damaged or does not belong to this shop.',
  )
}
