/**
 * A small application in memory, to look at the HTTP face alone: it behaves plausibly, keeps what it was
 * asked, and answers with every field its types have. The real one is tested with its own server.
 */
import { createHash } from 'node:crypto'
import type {
  Application,
  Caller,
  ConsentReply,
  DecisionReply,
  ImportReply,
  MerchandisingReply,
  Overview,
  RankReply,
  VisitorNames,
} from '@umiar/use-cases'
import { type AliasHash, DomainError, type ItemId, type Locale, type Product } from '@umiar/vocabulary'

export const CONSENT: ConsentReply = {
  consent_ref: 'consent_0123',
  effective_at: '2026-11-23T10:00:00.000Z',
  expires_at: '2027-05-25T10:00:00.000Z',
  level: 2,
  objected: ['session_recs'],
  purposes: { personal_recs: true, session_recs: true },
  receipt_id: null,
  removed: ['browsing'],
  restricted: false,
  signals: { gpc: false },
  switches: { visit_hints: true },
}

export const DECISION: DecisionReply = {
  at: '2026-11-23T10:00:00.000Z',
  consent_ref: 'consent_0123',
  data_used: ['session_events'],
  items: [{ item_id: 'tea-1', reasons: ['viewed_in_visit'] }],
  items_shortened: 2,
  mode: 'session',
  model_version: 'm1',
  purposes: ['session_recs'],
  rec_id: 'rec_1',
  slot: 'home',
}

export const PRODUCT: Product = {
  adult: false,
  attributes: { organic: true, weight: 100 },
  available: true,
  brand: 'Polana',
  category: 'tea/green',
  durable: false,
  counts: { boughtWith: [{ count: 6, itemId: 'tea-2' as ItemId }], sold30Days: 7, viewed30Days: 9 },
  imageUrl: '/tea-1.svg',
  itemId: 'tea-1' as ItemId,
  labels: ['organic'],
  listPrice: { amount: '59.90', currency: 'PLN' },
  price: { amount: '49.90', currency: 'PLN' },
  releasedAtMs: Date.UTC(2026, 0, 1),
  sensitive: false,
  title: 'Herbata',
  titleEn: 'Tea',
  url: '/p/tea-1',
}

export const RULES: MerchandisingReply = {
  rules: [{ action: 'boost', filter: { brand: 'Polana' }, id: 'polana', state: 'active', title: 'Polana' }],
  updated_at: '2026-11-23T10:00:00.000Z',
}

export const RANKING: RankReply = {
  consent_ref: 'consent_0123',
  controls: { change_url: '/privacy', why_url: '/privacy#why' },
  data_used: ['session_events'],
  items: [
    {
      item_id: 'tea-2',
      label: 'promoted',
      moved: 1,
      position: 1,
      reasons: [{ code: 'viewed_in_visit', rests_on: ['tea-3'], text: 'Bo …' }],
      score: 0.5,
    },
    {
      item_id: 'tea-1',
      moved: -1,
      position: 2,
      reasons: [{ code: 'shop_order', text: 'W kolejności sklepu' }],
    },
  ],
  merchandising: ['polana'],
  mode: 'session',
  model: { trained_at: '2026-11-23T10:00:00.000Z', version: 'm1' },
  rec_id: 'rec_1',
  removed: { never_show: 1 },
}

export const IMPORT: ImportReply = {
  basis: 'aggregate',
  begun_at: '2026-11-23T10:00:00.000Z',
  counts: { rows: 7 },
  files: [{ bytes: 12, name: 'events.csv', role: 'events', sha256: 'ab'.repeat(32) }],
  finished_at: '2026-11-23T10:01:00.000Z',
  import_id: 'import_1',
  newest_at: '2026-11-22T10:00:00.000Z',
  oldest_at: null,
  rebased: true,
  shift_ms: 5,
  source: 'orders of last year',
}

export const OVERVIEW: Overview = {
  at: '2026-11-23T10:00:00.000Z',
  events: {
    days: [{ day: '2026-11-23', outcomes: [{ count: 7, reason: null, status: 'accepted' }] }],
    since_start: [
      { count: 7, reason: null, status: 'accepted' },
      { count: 2, reason: 'nobody_known', status: 'dropped_no_consent' },
    ],
  },
  people: {
    expired: 1,
    guests_who_refused_are_known: false,
    known: 6,
    levels: [
      { level: 0, people: 1 },
      { level: 3, people: 5 },
    ],
  },
  readiness: {
    learned: { purchases: 60, sessions: 70, views: 80 },
    products: 300,
    strategies: [
      {
        basis: 'purchases',
        forecast: '2026-12-03',
        from_shop_counts: false,
        have: 60,
        need: 300,
        state: 'learning',
        strategy: 'bought_together',
        uses: ['co_purchases'],
      },
    ],
  },
  requests: {
    done_since_start: { access: 3, erasure: 2 },
    erasures_due_at: '2026-12-21T10:00:00.000Z',
    erasures_finished_at_start: 1,
    erasures_pending: 1,
    objections: { measure: 1 },
    people_objecting: 1,
    restrictions_in_force: 1,
  },
  results: {
    attribution_days: 30,
    funnel: { bought: 0, clicked: 9, hidden: 1, shown: 90 },
    least_people: 5,
    people: 6,
    shelves: [{ bought: null, clicked: 9, mode: 'popular', shown: 90, slot: 'home' }],
  },
  shelves: [
    {
      asked: 4,
      example_item_id: 'tea-1',
      items: [
        { image_url: '/tea-1.svg', item_id: 'tea-1', reason: 'popular', title: 'Herbata', title_en: 'Tea' },
      ],
      last_asked_at: '2026-11-23T09:00:00.000Z',
      mode: 'popular',
      modes: { personal: 1, popular: 3 },
      page_type: 'product',
      slot: 'home',
      strategy: 'for_you',
    },
  ],
  started_at: '2026-11-23T08:00:00.000Z',
}

/** One call the server made, with its arguments. */
export interface Call {
  readonly name: string
  readonly args: readonly unknown[]
}

export interface InMemoryApplication extends Application {
  readonly calls: Call[]
  /** Thrown by the next call of that name. */
  readonly failing: Map<string, unknown>
  ready: boolean
  level: 0 | 2
}

export function inMemoryApplication(): InMemoryApplication {
  const calls: Call[] = []
  const failing = new Map<string, unknown>()
  const called = (name: string, ...args: unknown[]): void => {
    calls.push({ args, name })
    const error = failing.get(name)
    failing.delete(name)
    if (error !== undefined) throw error
  }
  const application: InMemoryApplication = {
    calls,
    failing,
    level: 0,
    ready: true,
    aliasFor: (names: VisitorNames): AliasHash =>
      createHash('sha256')
        .update(names.user_id ?? `anonymous ${names.anonymous_id}`)
        .digest('hex')
        .slice(0, 32) as AliasHash,
    beginImport: async (request) => {
      called('beginImport', request)
      return IMPORT
    },
    close: async () => called('close'),
    consent: async (caller, gpc) => {
      called('consent', caller, gpc)
      return caller === undefined
        ? { ...CONSENT, consent_ref: null, level: 0, signals: { gpc } }
        : { ...CONSENT, signals: { gpc } }
    },
    consentHistory: async (caller) => {
      called('consentHistory', caller)
      return [
        {
          at: '2026-11-23T10:00:00.000Z',
          consent_ref: 'consent_0123',
          level: 2,
          locale: 'pl',
          method: 'centre',
          notice_version: '1',
          purposes: ['personal_recs'],
          switches_off: ['visit_hints'],
          restricted: false,
          objected: [],
          source_ref: 'form-17',
        },
      ]
    },
    consentPolicy: (locale: Locale) => {
      called('consentPolicy', locale)
      return {
        levels: [{ level: 0, line: 'line', name: 'name', offered: true }],
        locale,
        notice_version: '1',
        purposes: [
          {
            basis: 'consent',
            granted_by: 'level',
            least_level: 1,
            name: 'n',
            purpose: 'session_recs',
            why: 'w',
          },
        ],
        retention: [{ days: 90, name: 'n', table: 'browsing' }],
        switches: [{ label: 'l', name: 'visit_hints', purpose: 'session_recs' }],
        texts: { after_erasure: 'a', withdraw: 'w' },
      }
    },
    counters: () => ({
      answers_context: 4,
      consent_acts: 2,
      erasures: 1,
      events_accepted: 3,
      evidence_lost: 0,
      products: 1,
      subjects: 5,
    }),
    decision: async (caller, recId) => {
      called('decision', caller, recId)
      if (recId !== DECISION.rec_id) throw new DomainError('not_found', 'No such record.')
      return DECISION
    },
    deleteProduct: async (id) => called('deleteProduct', id),
    endVisit: (caller) => called('endVisit', caller),
    enforceRetention: async () => called('enforceRetention'),
    sweepVisits: () => 0,
    erase: async (caller, names) => {
      called('erase', caller, names)
      return {
        erased: true,
        erased_at: '2026-11-23T10:00:00.000Z',
        remains: ['tombstone'],
        removed: { taste: 1 },
      }
    },
    feedback: async (caller, request) => {
      called('feedback', caller, request)
      return { status: 'accepted' }
    },
    finishImport: async (id, counts) => {
      called('finishImport', id, counts)
      return IMPORT
    },
    importConsents: async (id, people) => {
      called('importConsents', id, people)
      return { results: people.map(() => ({ reason: 'consent_expired', status: 'refused' as const })) }
    },
    imports: () => [IMPORT],
    me: async (caller, locale) => {
      called('me', caller, locale)
      return {
        consent: CONSENT,
        held: [
          {
            expires_first_at: '2027-11-24T00:00:00.000Z',
            kept_until: null,
            name: 'n',
            oldest_at: '2026-11-23T00:00:00.000Z',
            rows: 1,
            table: 'taste',
          },
        ],
        known: true,
      }
    },
    meData: async (caller) => {
      called('meData', caller)
      return {
        consent: CONSENT,
        consent_history: [],
        decisions: [DECISION],
        events: [{ event: 'view_item', items: [{ item_id: 'tea-1' }] }],
        exported_at: '2026-11-23T10:00:00.000Z',
        taste: { have: ['tea-3'], likes: ['tea-1'], never: [] },
        measured: [{ kind: 'clicked', slot: 'home' }],
        visit: [{ event: 'search', search_term: 'tea' }],
      }
    },
    meUses: async (caller) => {
      called('meUses', caller)
      return [DECISION]
    },
    meWhy: async (caller, locale) => {
      called('meWhy', caller, locale)
      return [{ at: '2026-11-23T10:00:00.000Z', item_id: 'tea-1', text: 'Bo …', title: 'Herbata' }]
    },
    previewLevel: (request) => {
      called('previewLevel', request)
      const example = { bought: ['tea-3'], likes: ['tea-2'], text: 'Osoba zmyślona: …', viewed: ['tea-1'] }
      return {
        data_used: ['session_events'],
        example: request.level === 0 ? null : example,
        slots: request.slots.map((slot) => ({
          items: [{ item_id: 'tea-1', position: 1, reasons: [{ code: 'liked', text: 'Bo …' }] }],
          merchandising: ['polana'],
          mode: 'session',
          removed: { owned: 1 },
          slot: slot.id,
        })),
      }
    },
    merchandising: () => {
      called('merchandising')
      return RULES
    },
    putMerchandising: async (body) => {
      called('putMerchandising', body)
      return RULES
    },
    rank: async (caller: Caller, request) => {
      called('rank', caller, request)
      return RANKING
    },
    overview: () => {
      called('overview')
      return OVERVIEW
    },
    product: (id) => (id === PRODUCT.itemId ? PRODUCT : undefined),
    products: () => [PRODUCT],
    putConsent: async (caller, names, choice, gpc) => {
      called('putConsent', caller, names, choice, gpc)
      if (choice.notice_version !== '1')
        throw new DomainError('notice_outdated', 'Show the present notice.', { noticeVersion: '1' })
      return { ...CONSENT, signals: { gpc } }
    },
    putProduct: async (id, product) => {
      called('putProduct', id, product)
      return { ...PRODUCT, itemId: id as ItemId }
    },
    putProducts: async (products) => {
      called('putProducts', products)
      return { count: products.length }
    },
    putTaste: async (caller, taste) => {
      called('putTaste', caller, taste)
      return { ...taste, have: taste.have ?? [], kept: 'stored' }
    },
    readiness: async () => {
      called('readiness')
      return {
        learner: 'ok',
        model_version: 'm1',
        products: 1,
        ready: application.ready,
        store: application.ready ? 'ok' : 'full',
      }
    },
    recommend: async (caller: Caller, request) => {
      called('recommend', caller, request)
      const isPersonal = application.level > 0
      return {
        consent_ref: isPersonal ? 'consent_0123' : null,
        controls: { change_url: '/privacy', why_url: '/privacy#why' },
        data_used: isPersonal ? ['session_events'] : ['page_context', 'catalogue'],
        slots: request.slots.map((slot) => ({
          items: [
            {
              item_id: 'tea-1',
              position: 1,
              reasons: [{ code: 'same_category', rests_on: ['tea'], text: 'Z tej samej kategorii' }],
              score: 0.5,
            },
          ],
          mode: isPersonal ? 'session' : 'context',
          model: { trained_at: null, version: 'm1' },
          rec_id: 'rec_1',
          removed: { unavailable: 2 },
          slot: slot.id,
        })),
      }
    },
    recordEvents: async (caller, body) => {
      called('recordEvents', caller, body)
      return {
        counts: { accepted: body.events.length },
        results: body.events.map(() => ({
          errors: [{ code: 'c', message: 'm', pointer: '/x' }],
          event_id: 'e1',
          status: 'accepted' as const,
          warnings: [{ code: 'unknown_field', field: 'colour' }],
        })),
      }
    },
    setAvailability: async (id, available) => {
      called('setAvailability', id, available)
      return { ...PRODUCT, available, itemId: id as ItemId }
    },
    setObjection: async (caller, purpose, objected) => {
      called('setObjection', caller, purpose, objected)
      return CONSENT
    },
    setRestriction: async (caller, restricted) => {
      called('setRestriction', caller, restricted)
      return { ...CONSENT, restricted }
    },
    stateHash: async () => 'ab'.repeat(32),
  }
  return application
}
