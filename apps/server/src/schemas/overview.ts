/** What `/v1/overview` answers: seven facts for staff, none about a person. */
import { Type } from '@fastify/type-provider-typebox'
import type * as application from '@umiar/use-cases'
import type { Locale } from '@umiar/vocabulary'
import type { ChecklistEntry } from '../config/checklist.ts'
import { Counts, NullableText, NullableTime, replyOf, Texts, Time } from './shared.ts'

const NullableCount = Type.Unsafe<number | null>({
  description: 'Null where fewer people than `least_people` stand behind it',
  type: ['integer', 'null'],
})

const Outcomes = Type.Array(
  Type.Object(
    {
      status: Type.String({ description: 'accepted, session_only, duplicate, dropped_… or invalid' }),
      reason: NullableText,
      count: Type.Integer(),
    },
    { title: 'OverviewOutcome' },
  ),
)

const Events = Type.Object({
  since_start: Outcomes,
  days: Type.Array(Type.Object({ day: Type.String({ description: 'UTC' }), outcomes: Outcomes }), {
    description: 'At most 30, oldest first; days without an event are left out',
  }),
})

const People = Type.Object({
  levels: Type.Array(Type.Object({ level: Type.Integer(), people: Type.Integer() })),
  known: Type.Integer(),
  expired: Type.Integer({ description: 'Counted at level 0: their choice has run out' }),
  guests_who_refused_are_known: Type.Literal(false, {
    description: 'A guest who refuses leaves no identifier, so nobody can count her',
  }),
})

const Shelf = Type.Object(
  {
    slot: Type.String(),
    strategy: Type.String(),
    page_type: Type.String(),
    mode: Type.String({ description: 'How the answer shown here is made: that of level 0' }),
    asked: Type.Integer({ description: 'Answers since the start, to persons as well' }),
    modes: Counts,
    last_asked_at: Time,
    example_item_id: NullableText,
    items: Type.Array(
      Type.Object({
        item_id: Type.String(),
        title: Type.String(),
        title_en: NullableText,
        image_url: NullableText,
        reason: Type.String(),
      }),
    ),
  },
  { title: 'OverviewShelf' },
)

const Results = Type.Object({
  people: Type.Integer({ description: 'People under `measure` now' }),
  least_people: Type.Integer(),
  attribution_days: Type.Integer(),
  funnel: Type.Object({
    shown: Type.Integer(),
    clicked: Type.Integer(),
    bought: Type.Integer(),
    hidden: Type.Integer({ description: 'Numbers left out because too few people stand behind them' }),
  }),
  shelves: Type.Array(
    Type.Object(
      {
        slot: Type.String(),
        mode: Type.String({ description: '`unknown` where the answer behind a click is not known' }),
        shown: NullableCount,
        clicked: NullableCount,
        bought: NullableCount,
      },
      { title: 'OverviewShelfResult' },
    ),
  ),
})

const Readiness = Type.Object({
  learned: Type.Object({ sessions: Type.Integer(), views: Type.Integer(), purchases: Type.Integer() }),
  products: Type.Integer({ description: 'Products that may be shown' }),
  strategies: Type.Array(
    Type.Object(
      {
        strategy: Type.String(),
        state: Type.Enum(['ready', 'learning', 'waiting']),
        basis: Type.Enum([
          'views',
          'purchases',
          'visits',
          'popular',
          'categories',
          'described',
          'related',
          'reduced',
          'dated',
          'used_up',
          'nothing',
        ]),
        have: Type.Integer(),
        need: Type.Integer(),
        from_shop_counts: Type.Boolean(),
        forecast: Type.Unsafe<string | null>({
          description:
            'Day (UTC) on which the missing will be there if the next days are like the last; null where nobody can tell',
          type: ['string', 'null'],
        }),
        uses: Type.Array(Type.String(), { description: 'Models and knowledge it rests on' }),
        text: Type.Object(
          { en: Type.String(), pl: Type.String() },
          { description: 'The same in one sentence' },
        ),
      },
      { title: 'OverviewReadiness' },
    ),
  ),
})

const Requests = Type.Object({
  restrictions_in_force: Type.Integer(),
  people_objecting: Type.Integer(),
  objections: Counts,
  erasures_pending: Type.Integer({ description: 'Begun, failed on the way, to be repeated' }),
  erasures_due_at: NullableTime,
  erasures_finished_at_start: Type.Integer({ description: 'Cut short by a crash, ended by this start' }),
  done_since_start: Type.Object({ access: Type.Integer(), erasure: Type.Integer() }),
})

const Configuration = Type.Array(
  Type.Object(
    {
      code: Type.String(),
      state: Type.Enum(['set', 'default', 'invented', 'missing', 'built_in', 'not_offered']),
      keys: Texts,
      required_in_production: Type.Boolean(),
    },
    { title: 'OverviewConfiguration' },
  ),
)

/** Readiness with its sentence. */
type SaidReadiness = application.OverviewReadiness & { readonly text: Readonly<Record<Locale, string>> }

/** The application's facts, with what only the server knows. */
export type OverviewAnswer = Omit<application.Overview, 'readiness'> & {
  readonly readiness: Omit<application.Overview['readiness'], 'strategies'> & {
    readonly strategies: readonly SaidReadiness[]
  }
  readonly mode: 'demo' | 'production'
  readonly configuration: readonly ChecklistEntry[]
}

export const OverviewReply = replyOf<OverviewAnswer>(
  Type.Object(
    {
      at: Time,
      started_at: Time,
      mode: Type.Enum(['demo', 'production']),
      events: Events,
      people: People,
      shelves: Type.Array(Shelf),
      results: Results,
      readiness: Readiness,
      requests: Requests,
      configuration: Configuration,
    },
    { title: 'Overview' },
  ),
)
