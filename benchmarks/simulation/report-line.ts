/**
 * How measuring commands speak: figures in columns on the output, a bar on the error stream while they work.
 */
import os from 'node:os'

const BAR = 30

/** Shows how far a step has come; nothing where nobody watches. @param share in [0, 1] */
export function showProgress(step: string, share: number): void {
  if (process.stderr.isTTY !== true) return
  const filled = Math.round(BAR * Math.min(1, Math.max(0, share)))
  const text = `${step} ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${Math.round(share * 100)} %`
  process.stderr.write(`\r${text}\u001b[K${share >= 1 ? '\r\u001b[K' : ''}`)
}

/** Rows in columns, the first row being the names; all but the first column stand right. */
export function inColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  '),
    )
    .join('\n')
}

/** Where it was measured. */
export function measuredOn(): { readonly machine: string; readonly node: string } {
  const cores = os.cpus()
  return {
    machine: `${cores[0]?.model ?? 'unknown processor'}, ${cores.length} cores`,
    node: process.version,
  }
}
