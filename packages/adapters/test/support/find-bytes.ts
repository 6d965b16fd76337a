/**
 * The attacker's search: do any of these byte strings stand anywhere in any file of a directory?
 *
 * Works on a copy made by another process: opening and closing the files of an open SQLite store in its
 * own process would drop its locks.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** @returns `file: needle` for every needle found, as bytes, hexadecimal text or base64 */
export function findBytes(directory: string, needles: Readonly<Record<string, Uint8Array>>): string[] {
  const copy = mkdtempSync(join(tmpdir(), 'umiar-search-'))
  try {
    execFileSync('cp', ['-r', `${directory}/.`, copy])
    const found: string[] = []
    for (const name of readdirSync(copy, { recursive: true }) as string[]) {
      const path = join(copy, name)
      if (!statSync(path).isFile()) continue
      const content = readFileSync(path)
      for (const [label, bytes] of Object.entries(needles)) {
        const forms = [Buffer.from(bytes), Buffer.from(Buffer.from(bytes).toString('hex')), Buffer.from(Buffer.from(bytes).toString('base64'))]
        if (forms.some((form) => content.includes(form))) found.push(`${name}: ${label}`)
      }
    }
    return found.sort()
  } finally {
    rmSync(copy, { force: true, recursive: true })
  }
}
