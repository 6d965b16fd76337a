/**
 * A stand-in for the engine that keeps its word in memory: enough of each call for the pages to be
 * tried on their own. What it was sent can be read back.
 */
import type {
  ConsentChoice,
  ConsentReply,
  FeedbackRequest,
  MeData,
  RecommendationsRequest,
} from '@umiar/use-cases'
import { isLevel, LEVELS, type Locale, PERSONAL_TABLES, PURPOSES, SWITCHES } from '@umiar/vocabulary'
import type { CatalogueProduct } from '../../src/pages/catalogue.ts'
import {
  ApiFault,
  type EventInput,
  type ShopApi,
  type ShopperApi,
  type Taste,
} from '../../src/pages/shop-api.ts'

interface Person {
  choices: ConsentChoice[]
  events: EventInput[]
  taste: Taste
}

export interface FakeShopApi extends ShopApi {
  readonly people: Map<string, Person>
  readonly sentEvents: EventInput[]
  readonly asked: RecommendationsRequest[]
  readonly feedbacks: FeedbackRequest[]
  readonly catalogue: unknown[]
  /** The next call of that name fails with this code. */
  failing: { call: keyof ShopApi | keyof ShopperApi; fault: ApiFault } | undefined
}

const NOTICE = '2026-11-01'
const AT = '2026-11-23T12:00:00Z'

export function fakeShopApi(products: readonly CatalogueProduct[]): FakeShopApi {
  const people = new Map<string, Person>()
  const gate = (call: keyof ShopApi | keyof ShopperApi): void => {
    if (fake.failing?.call !== call) return
    const { fault } = fake.failing
    fake.failing = undefined
    throw fault
  }
  const levelOf = (id: string | undefined): number => people.get(id ?? '')?.choices.at(-1)?.level ?? 0
  const fake: FakeShopApi = {
    asked: [],
    catalogue: [],
    failing: undefined,
    async feedback(request) {
      gate('feedback')
      fake.feedbacks.push(request)
    },
    feedbacks: [],
    people,
    async policy(locale) {
      gate('policy')
      return policyIn(locale)
    },
    async putProducts(list) {
      gate('putProducts')
      fake.catalogue.push(...list)
    },
    async recommend(request) {
      gate('recommend')
      fake.asked.push(request)
      const level = levelOf(request.visitor?.anonymous_id)
      const seen = people.get(request.visitor?.anonymous_id ?? '')?.events.at(-1)?.items?.[0]?.item_id
      const seenTitle = products.find((product) => product.item_id === seen)?.title
      const personal = level > 0 && seenTitle !== undefined
      const pool = products.filter(
        (product) =>
          product.available && !product.sensitive && !request.context.item_ids?.includes(product.item_id),
      )
      return {
        consent_ref: null,
        controls: { change_url: '/privacy', why_url: '/privacy' },
        data_used: personal ? ['page_context', 'catalogue', 'session_events'] : ['page_context', 'catalogue'],
        slots: request.slots.map((slot, index) => ({
          items: pool.slice(index * slot.limit, (index + 1) * slot.limit).map((product, position) => ({
            item_id: product.item_id,
            position,
            reasons: [
              personal && slot.strategy === 'for_you'
                ? { code: 'viewed_in_visit', text: `Bo w tej wizycie oglądasz „${seenTitle}”` }
                : { code: 'bought_with_page', text: 'Często kupowane z produktem z tej strony' },
            ],
          })),
          mode: personal && slot.strategy === 'for_you' ? 'session' : 'context',
          model: { trained_at: null, version: '1' },
          rec_id: `rec-${index}`,
          removed: {},
          slot: slot.id,
        })),
      }
    },
    async sendEvents(events) {
      gate('sendEvents')
      fake.sentEvents.push(...events)
      const results = events.map((event) => {
        const level = levelOf(event.anonymous_id)
        if (level >= 1) people.get(event.anonymous_id)?.events.push(event)
        const status = level >= 3 ? 'accepted' : level >= 1 ? 'session_only' : 'dropped_no_consent'
        return { event_id: event.event_id, status } as const
      })
      return { counts: { accepted: results.length }, results }
    },
    sentEvents: [],
    shopper: (id) => shopperOf(people, id, products, gate),
  }
  return fake
}

function shopperOf(
  people: Map<string, Person>,
  id: string,
  products: readonly CatalogueProduct[],
  gate: (call: keyof ShopperApi) => void,
): ShopperApi {
  const present = (): Person => people.get(id) ?? { choices: [], events: [], taste: { likes: [], never: [] } }
  const reply = (gpc: boolean): ConsentReply => consentReply(present().choices.at(-1), gpc)
  return {
    async consent(gpc) {
      gate('consent')
      return reply(gpc)
    },
    async data() {
      gate('data')
      return dataOf(present(), reply(false))
    },
    async erase() {
      gate('erase')
      const rows = present().events.length
      people.delete(id)
      return { erased: true, erased_at: AT, remains: [], removed: { browsing: rows, consent: 1 } }
    },
    async exportData() {
      gate('exportData')
      return dataOf(present(), reply(false))
    },
    async me() {
      gate('me')
      const held = PERSONAL_TABLES.map((row) => ({
        kept_until: '2027-02-21T00:00:00Z',
        name: row.name.pl,
        rows: 1,
        table: row.table,
      }))
      return { consent: reply(false), held, known: people.has(id) }
    },
    async putConsent(choice, gpc) {
      gate('putConsent')
      const person = present()
      if (choice.notice_version !== NOTICE) throw new ApiFault(409, 'notice_outdated')
      if ((choice.level ?? 0) > 3) throw new ApiFault(422, 'level_not_offered')
      const lowered = (choice.level ?? 0) < (person.choices.at(-1)?.level ?? 0)
      people.set(id, { ...person, choices: [...person.choices, choice] })
      return { ...reply(gpc), ...(lowered ? { removed: ['browsing', 'buying'] } : {}) }
    },
    async putTaste(taste) {
      gate('putTaste')
      people.set(id, { ...present(), taste })
      return { ...taste, kept: 'stored' }
    },
    async why() {
      gate('why')
      const event = present().events.at(-1)
      if (event === undefined) return []
      const title = products.find((product) => product.item_id === event.items?.[0]?.item_id)?.title ?? '?'
      return [
        {
          at: AT,
          item_id: 'gaiwan',
          text: `Bo w tej wizycie oglądasz „${title}”`,
          title: 'Gaiwan porcelanowy 120 ml',
        },
      ]
    },
  }
}

function policyIn(locale: Locale): Awaited<ReturnType<ShopApi['policy']>> {
  return {
    levels: LEVELS.map((row) => ({
      level: row.level,
      line: row.line[locale],
      name: row.name[locale],
      offered: row.level <= 3,
    })),
    locale,
    notice_version: NOTICE,
    purposes: PURPOSES.filter((row) => row.inUse).map((row) => ({
      basis: row.basis,
      granted_by: row.grantedBy,
      least_level: row.leastLevel,
      name: row.name[locale],
      purpose: row.purpose,
      why: row.why[locale],
    })),
    retention: PERSONAL_TABLES.map((row) => ({
      days: row.retentionDays,
      name: row.name[locale],
      table: row.table,
    })),
    switches: SWITCHES.map((row) => ({ label: row.label[locale], name: row.name, purpose: row.purpose })),
    texts:
      locale === 'pl'
        ? {
            after_erasure: 'Po usunięciu zostaje jedno: skrót Twojego identyfikatora.',
            withdraw: 'Zgodę możesz cofnąć w każdej chwili, tak samo łatwo, jak ją dać.',
          }
        : {
            after_erasure: 'After erasure one thing remains: a fingerprint of your visitor id.',
            withdraw: 'You can withdraw at any time, as easily as you agreed.',
          },
  }
}

function consentReply(choice: ConsentChoice | undefined, gpc: boolean): ConsentReply {
  const level = isLevel(choice?.level) ? choice.level : 0
  return {
    consent_ref: choice === undefined ? null : 'consent_1',
    effective_at: choice === undefined ? null : AT,
    expires_at: choice === undefined ? null : '2027-05-25T12:00:00Z',
    level,
    objected: [],
    purposes: Object.fromEntries(
      PURPOSES.filter((row) => row.basis === 'consent' && row.inUse).map((row) => [
        row.purpose,
        row.grantedBy === 'level' ? level >= row.leastLevel : choice?.purposes?.[row.purpose] === true,
      ]),
    ),
    receipt_id: null,
    restricted: false,
    signals: { gpc },
    switches: Object.fromEntries(SWITCHES.map((row) => [row.name, choice?.switches?.[row.name] !== false])),
  }
}

function dataOf(person: Person, consent: ConsentReply): MeData {
  return {
    consent,
    consent_history: person.choices.map((choice, index) => ({
      at: AT,
      consent_ref: `consent_${index}`,
      level: choice.level ?? 0,
      locale: choice.locale,
      method: choice.method,
      notice_version: choice.notice_version,
      purposes: [],
      switches_off: [],
      restricted: false,
      objected: [],
    })),
    decisions: [],
    events: consent.level >= 3 ? person.events.map((event) => ({ ...event })) : [],
    exported_at: AT,
    taste: person.taste,
    visit: consent.level >= 1 && consent.level < 3 ? person.events.map((event) => ({ ...event })) : [],
  }
}
