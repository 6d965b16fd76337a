/**
 * A text file from the disk in pieces, unpacked by its name's ending: `.gz` is gzip.
 *
 * Gzip carries a checksum, so a damaged or cut packed file is always noticed, at the latest at its end.
 */
import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { DomainError } from '@umiar/vocabulary'

/** What is known of a file once it was read to its end. */
export interface FileFacts {
  /** Without folders. */
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

export interface ReadTextOptions {
  /** @param share of the file's bytes read, in [0, 1] */
  readonly onProgress?: (share: number) => void
  /** Called once, after the last piece. */
  readonly onFacts?: (facts: FileFacts) => void
}

/**
 * The text of a file. Faults of file, packing and encoding become `input_unreadable`.
 *
 * @throws DomainError `input_unreadable` naming the file and what is wrong with it
 */
export async function* readText(file: string, options: ReadTextOptions = {}): AsyncGenerator<string> {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 1
  const source = createReadStream(file, { highWaterMark: 1 << 18 })
  const hash = createHash('sha256')
  if (options.onFacts !== undefined) source.on('data', (chunk) => void hash.update(chunk))
  const unpacked = new PassThrough({ highWaterMark: 1 << 18 })
  const flowing =
    extname(file) === '.gz' ? pipeline(source, createGunzip(), unpacked) : pipeline(source, unpacked)
  // The reader below sees the same failure; this handler only keeps it from being reported twice.
  flowing.catch(() => undefined)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of unpacked) {
      options.onProgress?.(source.bytesRead / size)
      yield decoder.decode(chunk as Uint8Array, { stream: true })
    }
    yield decoder.decode()
    await flowing
  } catch (error) {
    if (error instanceof DomainError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new DomainError('input_unreadable', `${file} cannot be read: ${reason}`)
  }
  options.onFacts?.({ bytes: source.bytesRead, name: basename(file), sha256: hash.digest('hex') })
}

/** SHA-256 of a file's bytes, hexadecimal. @throws DomainError `input_unreadable` */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) hash.update(chunk)
  } catch (error) {
    throw new DomainError('input_unreadable', `${file} cannot be read: ${(error as Error).message}`)
  }
  return hash.digest('hex')
}
