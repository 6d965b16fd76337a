/**
 * From a person to her first row: open addressing over the 128 bits of the subject id.
 *
 * A `Map` of millions of strings would cost the collector more time than the learning itself.
 */
import type { SubjectId } from '@umiar/vocabulary'

/** Says that there is none. */
export const NONE = 0xffffffff

export class SubjectTable {
  /** Four words per slot: the id. */
  #ids = new Uint32Array(4 * 16)
  /** First row of the slot's subject, or `NONE`: the slot is free, or was and may be passed. */
  #rows = new Uint32Array(16).fill(NONE)
  /** 1 once a slot was ever used: searches go on past it. */
  #used = new Uint8Array(16)
  #usedCount = 0
  readonly #key = new Uint32Array(4)

  /** First row of the subject, or `NONE`. Cost: O(1) expected. */
  get(subject: SubjectId): number {
    const slot = this.#find(subject)
    return slot < 0 ? NONE : this.#rows[slot]!
  }

  /** Sets the first row of the subject. */
  set(subject: SubjectId, row: number): void {
    this.#put(this.#find(subject), row)
  }

  /** The same as `get`, for the four words of an id. */
  getWords(words: Uint32Array, at: number): number {
    const slot = this.#findWords(words, at)
    return slot < 0 ? NONE : this.#rows[slot]!
  }

  /** The same as `set`, for the four words of an id. */
  setWords(words: Uint32Array, at: number, row: number): void {
    this.#put(this.#findWords(words, at), row)
  }

  /** Puts the row at the slot found, or at a new one for the id in `#key`. */
  #put(known: number, row: number): void {
    if (known >= 0) {
      this.#rows[known] = row
      return
    }
    if (this.#usedCount * 2 >= this.#rows.length) this.#rebuild()
    this.#place(this.#key[0]!, this.#key[1]!, this.#key[2]!, this.#key[3]!, row)
  }

  /** Lets go of the subject; her id is overwritten. */
  delete(subject: SubjectId): void {
    const slot = this.#find(subject)
    if (slot < 0) return
    this.#rows[slot] = NONE
    this.#ids.fill(0, slot * 4, slot * 4 + 4)
  }

  /** The slot of a subject who has a row, or −1. Leaves the id in `#key`. */
  #find(subject: SubjectId): number {
    subjectWords(subject, this.#key, 0)
    return this.#probe()
  }

  #findWords(words: Uint32Array, at: number): number {
    for (let word = 0; word < 4; word++) this.#key[word] = words[at + word]!
    return this.#probe()
  }

  #probe(): number {
    const key = this.#key
    const mask = this.#rows.length - 1
    let slot = slotOf(key[0]!, key[3]!, mask)
    while (this.#used[slot] === 1) {
      const at = slot * 4
      if (
        this.#rows[slot] !== NONE &&
        this.#ids[at] === key[0] &&
        this.#ids[at + 1] === key[1] &&
        this.#ids[at + 2] === key[2] &&
        this.#ids[at + 3] === key[3]
      ) {
        return slot
      }
      slot = (slot + 1) & mask
    }
    return -1
  }

  #place(a: number, b: number, c: number, d: number, row: number): void {
    const mask = this.#rows.length - 1
    let slot = slotOf(a, d, mask)
    while (this.#rows[slot] !== NONE) slot = (slot + 1) & mask
    if (this.#used[slot] === 0) this.#usedCount++
    this.#used[slot] = 1
    this.#rows[slot] = row
    this.#ids[slot * 4] = a
    this.#ids[slot * 4 + 1] = b
    this.#ids[slot * 4 + 2] = c
    this.#ids[slot * 4 + 3] = d
  }

  /** A table four times as roomy as its subjects need, without the slots of those who went. */
  #rebuild(): void {
    const ids = this.#ids
    const rows = this.#rows
    let count = 0
    for (let slot = 0; slot < rows.length; slot++) if (rows[slot] !== NONE) count++
    let size = 16
    while (size < count * 4) size *= 2
    this.#ids = new Uint32Array(size * 4)
    this.#rows = new Uint32Array(size).fill(NONE)
    this.#used = new Uint8Array(size)
    this.#usedCount = 0
    for (let slot = 0; slot < rows.length; slot++) {
      const at = slot * 4
      if (rows[slot] !== NONE) this.#place(ids[at]!, ids[at + 1]!, ids[at + 2]!, ids[at + 3]!, rows[slot]!)
    }
  }
}

function slotOf(a: number, d: number, mask: number): number {
  const mixed = Math.imul(a ^ Math.imul(d, 0x85ebca6b), 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) & mask
}

/** The four words of an id, into `words` from `at`. */
export function subjectWords(subject: SubjectId, words: Uint32Array, at: number): void {
  for (let word = 0; word < 4; word++) words[at + word] = wordOf(subject, word * 8)
}

/** Eight hexadecimal digits as a number. */
function wordOf(text: string, from: number): number {
  let word = 0
  for (let at = from; at < from + 8; at++) {
    const code = text.charCodeAt(at)
    word = (word << 4) | (code > 57 ? code - 87 : code - 48)
  }
  return word >>> 0
}
