/**
 * The report of an import, for people.
 */
import type { Import } from '@umiar/http-client'
import type { ImportSummary } from './import-request.ts'
import type { RejectedRow } from './rejects.ts'

/** Rows that were not imported. */
export interface RejectReport {
  readonly rejected: Readonly<Record<string, number>>
  readonly first_rejected: readonly RejectedRow[]
}

const LABELS: readonly (readonly [name: string, label: string])[] = [
  ['rows', 'rows read'],
  ['events', 'events sent'],
  ['accepted_rows', 'rows stored'],
  ['duplicate_rows', 'rows known already'],
  ['dropped_retention_rows', 'rows older than the engine keeps'],
  ['service_rows', 'rows of services, left out'],
  ['rejected_rows', 'rows rejected'],
  ['people_recorded', 'people with a consent recorded now'],
  ['people_kept', 'people who had decided before'],
  ['people_refused', 'people whose record does not count'],
  ['products', 'products'],
  ['products_with_counts', 'products with counts of five people or more'],
  ['services', 'services, left out'],
]

/** The whole report. */
export function described(summary: ImportSummary): string {
  const isNew = summary.outcome === 'done'
  const head = isNew
    ? `Imported in ${summary.seconds.toFixed(1)} s (${summary.import_id}${summary.resumed ? ', begun before and gone on with' : ''}).`
    : `Nothing to do: these files were imported at ${summary.finished_at} (${summary.import_id}).`
  const lines = [
    head,
    `  source         ${summary.source}`,
    `  basis          ${summary.basis}`,
    ...summary.files.map(({ name, role, sha256 }) => `  ${role.padEnd(14)} ${name}, SHA-256 ${sha256}`),
  ]
  if (summary.oldest_at !== null)
    lines.push(`  times          ${summary.oldest_at} to ${summary.newest_at}${movedBy(summary.shift_ms)}`)
  lines.push('', ...describedCounts(summary.counts).map((line) => `  ${line}`))
  if (!isNew) return lines.join('\n')
  if (summary.columns_not_used.length > 0)
    lines.push('', `Columns not read: ${summary.columns_not_used.join(', ')}`)
  lines.push(...describedRejects(summary))
  for (const note of summary.notes) lines.push('', `Note: ${note}`)
  return lines.join('\n')
}

function describedCounts(counts: Readonly<Record<string, number>>): readonly string[] {
  return LABELS.filter(([name]) => (counts[name] ?? 0) > 0 || name === 'rejected_rows').map(
    ([name, label]) => `${label.padEnd(42)} ${String(counts[name] ?? 0).padStart(9)}`,
  )
}

/** Counts by reason, then the first rows. */
export function describedRejects({ first_rejected: first, rejected }: RejectReport): readonly string[] {
  const counts = Object.entries(rejected).sort((a, b) => b[1] - a[1])
  if (counts.length === 0) return []
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  return [
    '',
    'Rejected rows by reason:',
    ...counts.map(([reason, count]) => `  ${String(count).padStart(9)}  ${reason}`),
    total > first.length ? `The first ${first.length} (--rejects FILE writes all):` : 'Line by line:',
    ...first.map(({ file, line, message, reason }) => `  ${file} line ${line}: ${reason}: ${message}`),
  ]
}

/** The register, one import a line. */
export function describedRegister(imports: readonly Import[]): string {
  if (imports.length === 0) return 'Nothing was imported here.'
  return imports
    .map((one) =>
      [
        `${one.import_id}  ${one.begun_at}  ${one.finished_at === null ? 'not finished' : 'finished'}  ${one.basis}`,
        `  ${one.source}`,
        ...one.files.map(({ name, role, sha256 }) => `  ${role}: ${name}, SHA-256 ${sha256}`),
        ...(one.finished_at === null ? [] : describedCounts(one.counts).map((line) => `    ${line}`)),
      ].join('\n'),
    )
    .join('\n\n')
}

function movedBy(shiftMs: number): string {
  return shiftMs === 0 ? '' : `, moved by ${(shiftMs / 86_400_000).toFixed(1)} days`
}
