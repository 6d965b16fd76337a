/**
 * Which events are too old to be kept: the engine would drop them, so they are not sent.
 */
import { type EventName, MS_PER_DAY, tableEntry, tableOfEvent } from '@umiar/vocabulary'

/** Events of this name from before it are not kept, ms since the epoch. */
export function keptFromMs(name: EventName, nowMs: number): number {
  return nowMs - tableEntry(tableOfEvent(name)).retentionDays * MS_PER_DAY
}
