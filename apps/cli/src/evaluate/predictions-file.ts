/**
 * The predictions as a file, so that anybody can recompute the figures.
 */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { extname } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip, type Gzip } from 'node:zlib'
import { DomainError } from '@umiar/vocabulary'
import type { TestCase } from './test-cases.ts'

const BLOCK = 1 << 18

export class PredictionsFile {
  readonly #file: string
  readonly #k: number
  readonly #out: NodeJS.WritableStream | Gzip
  readonly #done: Promise<void>
  #failure: unknown
  #block: string

  /** Creates the file, packed if its name ends in `.gz`, and writes the header. */
  constructor(file: string, k: number) {
    this.#file = file
    this.#k = k
    const target = createWriteStream(file)
    this.#done = finished(target)
    this.#done.catch((error: unknown) => {
      this.#failure = error
    })
    if (extname(file) === '.gz') {
      const gzip = createGzip()
      gzip.pipe(target)
      this.#out = gzip
    } else this.#out = target
    this.#block = `session,position,target,${Array.from({ length: k }, (_, n) => `rank${n + 1}`).join(',')}\n`
  }

  /** Writes one case; missing ranks are left empty. Items of a basket target are separated by spaces. */
  async add(asked: TestCase, ranked: readonly string[]): Promise<void> {
    const fields = [asked.session, String(asked.position), asked.targets.join(' ')]
    for (let n = 0; n < this.#k; n++) fields.push(ranked[n] ?? '')
    this.#block += `${fields.map(csvField).join(',')}\n`
    if (this.#block.length >= BLOCK) await this.#flush()
  }

  /** Resolves when everything is in the file. @throws DomainError `input_unreadable` if it cannot be written */
  async close(): Promise<void> {
    await this.#flush()
    this.#out.end()
    try {
      await this.#done
    } catch (error) {
      throw this.#unwritable(error)
    }
  }

  async #flush(): Promise<void> {
    if (this.#failure !== undefined) throw this.#unwritable(this.#failure)
    const room = this.#out.write(this.#block)
    this.#block = ''
    if (!room) await Promise.race([once(this.#out, 'drain'), this.#done.catch(() => undefined)])
  }

  #unwritable(error: unknown): DomainError {
    const reason = error instanceof Error ? error.message : String(error)
    return new DomainError('input_unreadable', `${this.#file} cannot be written: ${reason}`)
  }
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
