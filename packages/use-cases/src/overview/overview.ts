/**
 * The overview for staff: seven facts about the shop in one answer.
 *
 * Everything here is counted or worked out for nobody in particular. A person's own answers, history and
 * choices are not read: the page that shows this needs no more than the staff token.
 */
import { dayOf, HIGHEST_OFFERED_LEVEL, tableEntry } from '@umiar/vocabulary'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Measuring } from '../measuring/measuring.ts'
import type { Merchandising } from '../merchandising/merchandising.ts'
import type { RecommendationModel } from '../recommendations/ports.ts'
import type { EventOutcomes } from './event-outcomes.ts'
import type { LearnedDays } from './learned-days.ts'
import type { Overview } from './overview-reply.ts'
import type { PendingErasures } from './pending-erasures.ts'
import type { PeopleIndex } from './people-index.ts'
import { mayBeShown, readinessOf } from './readiness.ts'
import type { ShelfBoard } from './shelf-board.ts'
import { LEAST_PEOPLE, shelfResults } from './shelf-results.ts'

export interface OverviewPorts {
  readonly catalogue: Catalogue
  readonly model: () => RecommendationModel
  readonly outcomes: EventOutcomes
  readonly learnedDays: LearnedDays
  readonly people: PeopleIndex
  readonly board: ShelfBoard
  readonly measuring: Measuring
  readonly merchandising: Merchandising
  readonly pending: PendingErasures
  /** Requests carried out since the start. */
  readonly done: () => Overview['requests']['done_since_start']
  readonly startedAtMs: number
}

/** All seven facts at a moment. */
export function overviewOf(ports: OverviewPorts, nowMs: number): Overview {
  const model = ports.model()
  const people = ports.people.counts(nowMs)
  const levels = Object.entries(people.levels)
    .map(([level, count]) => ({ level: Number(level), people: count }))
    .filter(({ level, people: count }) => level <= HIGHEST_OFFERED_LEVEL || count > 0)
  return {
    at: new Date(nowMs).toISOString(),
    events: { days: ports.outcomes.days(nowMs), since_start: ports.outcomes.sinceStart() },
    people: {
      expired: people.expired,
      guests_who_refused_are_known: false,
      known: levels.reduce((sum, entry) => sum + entry.people, 0),
      levels,
    },
    readiness: {
      learned: {
        purchases: model.learned.purchases,
        sessions: model.learned.sessions,
        views: model.learned.views,
      },
      products: ports.catalogue.all().filter(mayBeShown).length,
      strategies: readinessOf(
        ports.catalogue.all(),
        model.learned,
        ports.learnedDays.perDay(nowMs),
        dayOf(nowMs),
      ),
    },
    requests: {
      done_since_start: ports.done(),
      erasures_due_at: timeOf(ports.pending.deadlineMs),
      erasures_finished_at_start: ports.pending.finishedAtStart,
      erasures_pending: ports.pending.count,
      objections: { ...people.objections },
      people_objecting: people.objecting,
      restrictions_in_force: people.restricted,
    },
    results: {
      attribution_days: tableEntry('measure').retentionDays,
      least_people: LEAST_PEOPLE,
      people: people.measured,
      ...shelfResults(ports.measuring.sums(nowMs)),
    },
    shelves: ports.board.shelves(ports.catalogue, model, ports.merchandising, nowMs),
    started_at: new Date(ports.startedAtMs).toISOString(),
  }
}

function timeOf(ms: number | undefined): string | null {
  return ms === undefined ? null : new Date(ms).toISOString()
}
