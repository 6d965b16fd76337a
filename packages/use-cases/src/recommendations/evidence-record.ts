/**
 * Evidence of one answer: what was shown, why, from which data, under which consent.
 *
 * Personal evidence is kept in at most 272 bytes before encryption (300 sealed), so that a month of
 * answers stays affordable; what does not fit is left out and counted.
 */
import {
  DATA_CATEGORIES,
  type DataCategory,
  type ItemId,
  MODES,
  type Mode,
  PURPOSES,
  type Purpose,
  REASON_CODES,
  type ReasonCode,
  type RecId,
} from '@umiar/vocabulary'

/** One item shown. */
export interface EvidenceItem {
  readonly itemId: ItemId
  readonly reasons: readonly ReasonCode[]
  /** The product the reason rests on, when it rests on one. */
  readonly cause?: ItemId
}

export interface DecisionRecord {
  readonly recId: RecId
  readonly atMs: number
  readonly slot: string
  readonly mode: Mode
  readonly items: readonly EvidenceItem[]
  /** Items shown but left out here. */
  readonly shortened: number
  readonly dataUsed: readonly DataCategory[]
  readonly purposes: readonly Purpose[]
  /** The consent act it rested on; 0 for none. */
  readonly consentSeq: number
  readonly modelVersion: string
}

const FORMAT = 1
const MOST_BYTES = 272
const PURPOSE_NAMES = PURPOSES.map((entry) => entry.purpose)

/** Packs a record; items at the end that would exceed the size are left out and counted. */
export function encodeDecision(record: DecisionRecord): Uint8Array {
  const head = new ByteWriter()
  head.byte(FORMAT)
  head.text(record.recId)
  head.number(record.atMs)
  head.text(record.slot)
  head.byte(MODES.indexOf(record.mode))
  head.number(record.consentSeq)
  head.text(record.modelVersion)
  head.number(bitmap(record.dataUsed, DATA_CATEGORIES))
  head.number(bitmap(record.purposes, PURPOSE_NAMES))
  const body = new ByteWriter()
  // Few products explain many: each cause is written once and then named by its number, from 1.
  const causes = new Map<ItemId, number>()
  let kept = 0
  for (const item of record.items) {
    const one = new ByteWriter()
    one.text(item.itemId)
    one.number(bitmap(item.reasons, REASON_CODES))
    const known = item.cause === undefined ? 0 : causes.get(item.cause)
    one.number(known ?? causes.size + 1)
    if (known === undefined) one.text(item.cause as ItemId)
    if (head.length + body.length + one.length + 4 > MOST_BYTES) break
    if (known === undefined) causes.set(item.cause as ItemId, causes.size + 1)
    body.append(one)
    kept++
  }
  head.number(kept)
  head.number(record.items.length - kept + record.shortened)
  head.append(body)
  return head.bytes()
}

/** @throws TypeError if the bytes are not a record this version wrote */
export function decodeDecision(bytes: Uint8Array): DecisionRecord {
  const reader = new ByteReader(bytes)
  const format = reader.byte()
  if (format !== FORMAT) throw new TypeError(`evidence has format ${format}, expected ${FORMAT}`)
  const recId = reader.text() as RecId
  const atMs = reader.number()
  const slot = reader.text()
  const mode = MODES[reader.byte()] as Mode
  const consentSeq = reader.number()
  const modelVersion = reader.text()
  const dataUsed = fromBitmap(reader.number(), DATA_CATEGORIES)
  const purposes = fromBitmap(reader.number(), PURPOSE_NAMES)
  const kept = reader.number()
  const shortened = reader.number()
  const causes: ItemId[] = []
  const items = Array.from({ length: kept }, () => {
    const itemId = reader.text() as ItemId
    const reasons = fromBitmap(reader.number(), REASON_CODES)
    const number = reader.number()
    if (number > causes.length) causes.push(reader.text() as ItemId)
    return number === 0 ? { itemId, reasons } : { cause: causes[number - 1] as ItemId, itemId, reasons }
  })
  return { atMs, consentSeq, dataUsed, items, mode, modelVersion, purposes, recId, shortened, slot }
}

/** The record without naming the item; the same object if it does not name it. What is left out is counted. */
export function withoutItem(record: DecisionRecord, itemId: ItemId): DecisionRecord {
  if (!record.items.some((item) => item.itemId === itemId || item.cause === itemId)) return record
  const items = record.items
    .filter((item) => item.itemId !== itemId)
    .map(({ cause, ...item }) => (cause === undefined || cause === itemId ? item : { ...item, cause }))
  return { ...record, items, shortened: record.shortened + record.items.length - items.length }
}

function bitmap<Name>(names: readonly Name[], all: readonly Name[]): number {
  return names.reduce((bits, name) => bits | (1 << all.indexOf(name)), 0)
}

function fromBitmap<Name>(bits: number, all: readonly Name[]): Name[] {
  return all.filter((_, index) => (bits & (1 << index)) !== 0)
}

/** Grows as it is written; numbers are LEB128, texts length-prefixed UTF-8. */
class ByteWriter {
  readonly #bytes: number[] = []
  get length(): number {
    return this.#bytes.length
  }
  byte(value: number): void {
    this.#bytes.push(value & 0xff)
  }
  number(value: number): void {
    let rest = value
    while (rest >= 0x80) {
      this.#bytes.push((rest % 0x80) | 0x80)
      rest = Math.floor(rest / 0x80)
    }
    this.#bytes.push(rest)
  }
  text(value: string): void {
    const utf8 = new TextEncoder().encode(value)
    this.number(utf8.length)
    for (const byte of utf8) this.#bytes.push(byte)
  }
  append(other: ByteWriter): void {
    for (const byte of other.#bytes) this.#bytes.push(byte)
  }
  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}

class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }
  byte(): number {
    const value = this.#bytes[this.#at++]
    if (value === undefined) throw new TypeError('evidence ends too early')
    return value
  }
  number(): number {
    let value = 0
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.byte()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
    }
  }
  text(): string {
    const length = this.number()
    const value = new TextDecoder().decode(this.#bytes.subarray(this.#at, this.#at + length))
    this.#at += length
    return value
  }
}
