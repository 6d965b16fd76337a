/**
 * A set of people by their ids, asked with the four words of an id as they lie in stored rows.
 */
import type { SubjectId } from '@umiar/vocabulary'
import { NONE, SubjectTable, subjectWords } from './subject-table.ts'

export class PeopleSet {
  readonly #table = new SubjectTable()
  readonly #words: number[] = []
  readonly #own = new Uint32Array(4)

  get size(): number {
    return this.#words.length / 4
  }

  add(subject: SubjectId): void {
    subjectWords(subject, this.#own, 0)
    this.addWords(this.#own, 0)
  }

  addWords(words: ArrayLike<number>, at: number): void {
    for (let word = 0; word < 4; word++) this.#own[word] = words[at + word]!
    if (this.has(this.#own, 0)) return
    this.#table.setWords(this.#own, 0, 0)
    this.#words.push(...this.#own)
  }

  addAll(others: PeopleSet): void {
    for (let at = 0; at < others.#words.length; at += 4) this.addWords(others.#words, at)
  }

  has(words: Uint32Array, at: number): boolean {
    return this.#table.getWords(words, at) !== NONE
  }

  /** May any of them be among people whose ids begin with these words? @param firstWords ascending */
  mayMeet(firstWords: Uint32Array): boolean {
    for (let at = 0; at < this.#words.length; at += 4) {
      const wanted = this.#words[at]!
      let low = 0
      let high = firstWords.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if (firstWords[middle]! < wanted) low = middle + 1
        else high = middle
      }
      if (firstWords[low] === wanted) return true
    }
    return false
  }
}
