/**
 * The attacker's search: do any of these byte strings stand anywhere in any file of a directory?
 *
 * Works on a copy made by another process: opening and closing the files of an open SQLite store in its
 * own process would drop its locks. One pass per file, whatever the number of needles.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Pieces of this length are searched for: a residue that lost its ends is still found. */
const PIECE_BYTES = 12

/**
 * Looks for the beginning, the middle and the end of every needle as bytes, and for its beginning as
 * hexadecimal and base64 text.
 *
 * @returns `file: label` for every needle found
 */
export function findBytes(directory: string, needles: Readonly<Record<string, Uint8Array>>): string[] {
  const copy = mkdtempSync(join(tmpdir(), 'umiar-search-'))
  try {
    execFileSync('cp', ['-r', `${directory}/.`, copy])
    const index = indexPieces(needles)
    const found = new Set<string>()
    for (const name of readdirSync(copy, { recursive: true }) as string[]) {
      const path = join(copy, name)
      if (!statSync(path).isFile()) continue
      for (const label of labelsIn(readFileSync(path), index)) found.add(`${name}: ${label}`)
    }
    return [...found].sort()
  } finally {
    rmSync(copy, { force: true, recursive: true })
  }
}

interface Pieces {
  /** One mark for every possible beginning of three bytes: most places are ruled out by it. */
  readonly beginnings: Uint8Array
  readonly labelOf: ReadonlyMap<string, string>
}

function indexPieces(needles: Readonly<Record<string, Uint8Array>>): Pieces {
  const beginnings = new Uint8Array(1 << 24)
  const labelOf = new Map<string, string>()
  const add = (piece: Buffer, label: string): void => {
    if (piece.length < PIECE_BYTES) throw new RangeError(`needle ${label} is too short`)
    beginnings[piece.readUIntBE(0, 3)] = 1
    labelOf.set(piece.toString('latin1', 0, PIECE_BYTES), label)
  }
  for (const [label, needle] of Object.entries(needles)) {
    const bytes = Buffer.from(needle)
    add(bytes, label)
    add(bytes.subarray((bytes.length - PIECE_BYTES) >> 1), label)
    add(bytes.subarray(bytes.length - PIECE_BYTES), label)
    add(Buffer.from(bytes.toString('hex')), label)
    add(Buffer.from(bytes.toString('base64')), label)
  }
  return { beginnings, labelOf }
}

function labelsIn(content: Buffer, pieces: Pieces): Set<string> {
  const labels = new Set<string>()
  for (let at = 0; at + PIECE_BYTES <= content.length; at++) {
    const beginning = (content[at]! << 16) | (content[at + 1]! << 8) | content[at + 2]!
    if (pieces.beginnings[beginning] === 0) continue
    const label = pieces.labelOf.get(content.toString('latin1', at, at + PIECE_BYTES))
    if (label !== undefined) labels.add(label)
  }
  return labels
}
