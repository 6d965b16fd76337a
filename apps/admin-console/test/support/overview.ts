/** Overviews to draw: a busy shop, and one on its first day. */
import type { Overview } from '../../src/engine.ts'

const outcome = (status: string, count: number, reason: string | null = null) => ({ count, reason, status })
const item = (n: number, reason: string) => ({
  image_url: `/picture/tea-${n}.svg`,
  item_id: `tea-${n}`,
  reason,
  title: `Herbata zielona numer ${n}`,
  title_en: `Green tea number ${n}`,
})

/** Of readiness what most tests do not look at. */
export const UNSAID = { forecast: null, text: { en: '', pl: '' }, uses: ['session'] }

/** A shop that has everything to show. */
export const BUSY: Overview = {
  at: '2026-11-23T10:15:00.000Z',
  configuration: [
    {
      code: 'allowed_origins',
      keys: ['UMIAR_ALLOWED_ORIGINS'],
      required_in_production: true,
      state: 'missing',
    },
    {
      code: 'https',
      keys: ['UMIAR_PUBLIC_URL', 'UMIAR_TRUSTED_PROXY'],
      required_in_production: true,
      state: 'missing',
    },
    {
      code: 'controller',
      keys: ['UMIAR_CONTROLLER_NAME', 'UMIAR_CONTROLLER_ADDRESS', 'UMIAR_CONTROLLER_CONTACT'],
      required_in_production: true,
      state: 'invented',
    },
    { code: 'mode', keys: ['UMIAR_MODE'], required_in_production: true, state: 'default' },
    { code: 'privacy_url', keys: ['UMIAR_PRIVACY_URL'], required_in_production: false, state: 'default' },
    { code: 'mail', keys: [], required_in_production: false, state: 'not_offered' },
    { code: 'retention', keys: [], required_in_production: false, state: 'built_in' },
    { code: 'database', keys: ['UMIAR_DATABASE_URL'], required_in_production: false, state: 'set' },
  ],
  events: {
    days: Array.from({ length: 24 }, (_, n) => ({
      day: new Date(Date.UTC(2026, 9, 31 + n)).toISOString().slice(0, 10),
      outcomes: [
        outcome('accepted', 320 + ((n * 137) % 190)),
        outcome('session_only', 90 + ((n * 53) % 70)),
        outcome('duplicate', n % 5),
        outcome('dropped_no_consent', 60 + ((n * 31) % 45), 'nobody_known'),
        outcome('dropped_no_consent', 9 + (n % 7), 'not_granted'),
        ...(n % 6 === 0
          ? [outcome('dropped_no_consent', 3, 'sensitive'), outcome('dropped_retention', 2, 'too_old')]
          : []),
        ...(n % 8 === 0
          ? [outcome('invalid', 4, 'personal_field'), outcome('invalid', 1, 'quantity_invalid')]
          : []),
      ],
    })),
    since_start: [
      outcome('accepted', 1_234),
      outcome('session_only', 345),
      outcome('dropped_no_consent', 210, 'nobody_known'),
    ],
  },
  mode: 'demo',
  people: {
    expired: 4,
    guests_who_refused_are_known: false,
    known: 612,
    levels: [
      { level: 0, people: 58 },
      { level: 1, people: 171 },
      { level: 2, people: 122 },
      { level: 3, people: 261 },
    ],
  },
  readiness: {
    learned: { purchases: 60, sessions: 1_820, views: 12_345 },
    products: 240,
    strategies: [
      {
        basis: 'visits',
        from_shop_counts: false,
        have: 1_820,
        need: 480,
        state: 'ready',
        strategy: 'for_you',
        ...UNSAID,
      },
      {
        basis: 'visits',
        from_shop_counts: false,
        have: 1_820,
        need: 480,
        state: 'ready',
        strategy: 'session',
        ...UNSAID,
      },
      {
        basis: 'views',
        from_shop_counts: false,
        have: 12_345,
        need: 1_200,
        state: 'ready',
        strategy: 'also_viewed',
        ...UNSAID,
      },
      {
        basis: 'purchases',
        from_shop_counts: false,
        have: 60,
        need: 300,
        state: 'learning',
        strategy: 'bought_together',
        ...UNSAID,
      },
      {
        basis: 'categories',
        from_shop_counts: false,
        have: 240,
        need: 216,
        state: 'ready',
        strategy: 'category_picks',
        ...UNSAID,
      },
      {
        basis: 'purchases',
        from_shop_counts: true,
        have: 60,
        need: 300,
        state: 'ready',
        strategy: 'cart',
        ...UNSAID,
      },
      {
        basis: 'popular',
        from_shop_counts: false,
        have: 0,
        need: 100,
        state: 'waiting',
        strategy: 'popular',
        ...UNSAID,
      },
    ],
  },
  requests: {
    done_since_start: { access: 12, erasure: 3 },
    erasures_due_at: '2026-12-19T08:00:00.000Z',
    erasures_finished_at_start: 1,
    erasures_pending: 1,
    objections: { measure: 1, personal_recs: 2 },
    people_objecting: 2,
    restrictions_in_force: 5,
  },
  results: {
    attribution_days: 30,
    funnel: { bought: 64, clicked: 431, hidden: 3, shown: 5_210 },
    least_people: 5,
    people: 88,
    shelves: [
      { bought: 41, clicked: 260, mode: 'personal', shown: 2_600, slot: 'home' },
      { bought: 23, clicked: 171, mode: 'context', shown: 2_610, slot: 'similar' },
      { bought: null, clicked: null, mode: 'declared', shown: null, slot: 'home' },
    ],
  },
  shelves: [
    {
      asked: 3_120,
      example_item_id: null,
      items: Array.from({ length: 8 }, (_, n) => item(n + 1, 'popular')),
      last_asked_at: '2026-11-23T10:14:00.000Z',
      mode: 'popular',
      modes: { context: 210, declared: 240, personal: 1_650, popular: 700, session: 320 },
      page_type: 'home',
      slot: 'home',
      strategy: 'for_you',
      ...UNSAID,
    },
    {
      asked: 980,
      example_item_id: 'tea-3',
      items: [
        item(4, 'viewed_with_page'),
        item(5, 'viewed_with_page'),
        { ...item(6, 'same_category'), image_url: null },
      ],
      last_asked_at: '2026-11-23T10:11:00.000Z',
      mode: 'context',
      modes: { context: 980 },
      page_type: 'product',
      slot: 'similar',
      strategy: 'also_viewed',
      ...UNSAID,
    },
  ],
  started_at: '2026-11-22T07:30:00.000Z',
}

/** A shop nobody has been to. */
export const EMPTY: Overview = {
  ...BUSY,
  configuration: BUSY.configuration.map((entry) => ({ ...entry, state: 'set' as const })),
  events: { days: [], since_start: [] },
  people: {
    ...BUSY.people,
    expired: 0,
    known: 0,
    levels: BUSY.people.levels.map(({ level }) => ({ level, people: 0 })),
  },
  readiness: {
    learned: { purchases: 0, sessions: 0, views: 0 },
    products: 0,
    strategies: BUSY.readiness.strategies.map((one) => ({
      ...one,
      from_shop_counts: false,
      have: 0,
      need: 100,
      state: 'waiting' as const,
    })),
  },
  requests: {
    done_since_start: { access: 0, erasure: 0 },
    erasures_due_at: null,
    erasures_finished_at_start: 0,
    erasures_pending: 0,
    objections: {},
    people_objecting: 0,
    restrictions_in_force: 0,
  },
  results: {
    ...BUSY.results,
    funnel: { bought: 0, clicked: 0, hidden: 0, shown: 0 },
    people: 0,
    shelves: [],
  },
  shelves: [],
}
