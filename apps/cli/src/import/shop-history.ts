/**
 * Looking into the files of an import without an engine: for a shop that is built around them.
 */
import type { ListedItem } from '@umiar/formats'
import type { ImportRequest } from './import-request.ts'
import { Rejects } from './rejects.ts'
import { keptFromMs } from './retention.ts'
import type { SharedCountsOfItem } from './shared-counts.ts'
import { surveyFiles } from './survey.ts'

/** The items of a list, services among them. @throws DomainError `input_unreadable` */
export async function listItems(items: string): Promise<readonly ListedItem[]> {
  return (await surveyFiles(looking({ items }), new Rejects(), () => {})).items
}

/**
 * Counts without persons of a history, as they are at the time of its newest event.
 *
 * @throws DomainError `input_unreadable`
 */
export async function countHistory(
  events: string,
  items: string,
): Promise<ReadonlyMap<string, SharedCountsOfItem>> {
  const { newestMs, sharedCounts } = await surveyFiles(looking({ events, items }), new Rejects(), () => {})
  return newestMs === undefined
    ? new Map()
    : sharedCounts.countAll(newestMs, keptFromMs('purchase', newestMs))
}

function looking(files: Pick<ImportRequest, 'events' | 'items'>): ImportRequest {
  return { ...files, basis: { kind: 'aggregate' }, nowMs: () => 0, rebase: true, source: '' }
}
