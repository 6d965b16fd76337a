/**
 * The register of imports: which file came in, when, from where and on what basis.
 *
 * It names files and counts, never people: `source` is the operator's words about a data set.
 */

/** What an import rests on: counts without persons, recorded consents, or invented consents of a demo. */
export type ImportBasis = 'aggregate' | 'consent' | 'test-data'

/** One file of an import. */
export interface ImportedFile {
  readonly role: 'events' | 'items' | 'consents'
  /** Its name without folders. */
  readonly name: string
  /** SHA-256 of its bytes as they lie on the disk, hexadecimal. */
  readonly sha256: string
  readonly bytes: number
}

/** What is known before the first row is sent. */
export interface ImportBegun {
  readonly note: 'begun'
  readonly import_id: string
  /** RFC 3339, as all times here. */
  readonly at: string
  readonly source: string
  readonly basis: ImportBasis
  readonly files: readonly ImportedFile[]
  /** Were the times moved so that the newest event is now? */
  readonly rebased: boolean
  /** Added to every time, ms; 0 unless `rebased`. */
  readonly shift_ms: number
  /** Times of the oldest and newest row as they stand in the file; null without events. */
  readonly oldest_at: string | null
  readonly newest_at: string | null
}

/** What came of it. */
export interface ImportFinished {
  readonly note: 'finished'
  readonly import_id: string
  readonly at: string
  readonly counts: Readonly<Record<string, number>>
}

export type ImportNote = ImportBegun | ImportFinished

/** An append-only list of notes. */
export interface ImportLog {
  /** All notes in order of writing. */
  notes(): readonly ImportNote[]
  /** Resolves when the note is on stable storage. */
  append(note: ImportNote): Promise<void>
}

/** A register that lives as long as the process: for an application without one of its own. */
export function memoryImportLog(): ImportLog {
  const notes: ImportNote[] = []
  return {
    append: async (note) => void notes.push(note),
    notes: () => notes,
  }
}
