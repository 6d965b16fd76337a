/**
 * Random shops for property tests: few items, few people, many ties.
 */
import { type ItemId, type SubjectId, subjectId } from '@umiar/vocabulary'
import fc from 'fast-check'
import type { TrainingEvent, TrainingSession } from '../../src/index.ts'

const DAY = 86_400_000
const NEW_YEAR_2026 = 1_767_225_600_000

/** The n-th invented person. */
export function person(n: number): SubjectId {
  return subjectId(n.toString(16).padStart(32, '0'))
}

/** A step; times fall on few instants, so that ties are common. */
export function anyEvent(items = 8): fc.Arbitrary<TrainingEvent> {
  return fc.record({
    atMs: fc
      .tuple(fc.integer({ max: 40, min: 0 }), fc.integer({ max: 3, min: 0 }))
      .map(([day, step]) => NEW_YEAR_2026 + day * DAY + step * 60_000),
    itemId: fc.integer({ max: items - 1, min: 0 }).map((n) => `item-${n}` as ItemId),
    kind: fc.constantFrom('view' as const, 'view' as const, 'cart' as const, 'purchase' as const),
  })
}

/** A session of 1–6 steps. */
export function anySession(items = 8): fc.Arbitrary<TrainingSession> {
  return fc.record({
    events: fc.array(anyEvent(items), { maxLength: 6, minLength: 1 }),
    sessionKey: fc.integer({ max: 3, min: 0 }).map((n) => `visit-${n}`),
  })
}

/** One thing told to a learner. */
export type Command =
  | { readonly do: 'append'; readonly who: number; readonly session: TrainingSession }
  | { readonly do: 'replace'; readonly who: number; readonly sessions: readonly TrainingSession[] }
  | { readonly do: 'forget'; readonly who: number }
  | { readonly do: 'block'; readonly items: readonly ItemId[] }
  | { readonly do: 'publish' }
  | { readonly do: 'compact' }
  | { readonly do: 'work'; readonly sessions: number }

/** Scripts of such commands. */
export function anyScript(people = 5, items = 8): fc.Arbitrary<Command[]> {
  const who = fc.integer({ max: people - 1, min: 0 })
  const command: fc.Arbitrary<Command> = fc.oneof(
    {
      arbitrary: fc.record({ do: fc.constant('append' as const), session: anySession(items), who }),
      weight: 10,
    },
    { arbitrary: fc.record({ do: fc.constant('forget' as const), who }), weight: 2 },
    {
      arbitrary: fc.record({
        do: fc.constant('replace' as const),
        sessions: fc.uniqueArray(anySession(items), {
          maxLength: 3,
          selector: (session) => session.sessionKey,
        }),
        who,
      }),
      weight: 1,
    },
    {
      arbitrary: fc.record({
        do: fc.constant('block' as const),
        items: fc.oneof(
          fc.constant([]),
          fc.subarray(
            Array.from({ length: items }, (_, n) => `item-${n}` as ItemId),
            { maxLength: 2, minLength: 1 },
          ),
        ),
      }),
      weight: 2,
    },
    { arbitrary: fc.constant({ do: 'publish' as const }), weight: 3 },
    { arbitrary: fc.constant({ do: 'compact' as const }), weight: 1 },
    {
      arbitrary: fc.record({ do: fc.constant('work' as const), sessions: fc.integer({ max: 6, min: 1 }) }),
      weight: 6,
    },
  )
  return fc.array(command, { maxLength: 40, minLength: 1, size: 'large' })
}
