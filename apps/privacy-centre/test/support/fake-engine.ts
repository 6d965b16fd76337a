/**
 * The API's calls the centre makes, in memory: keeps what it is told and answers in the API's words.
 */
import { ApiProblem, type ConsentReply, type MeDataReply, type PutConsentBody } from '@umiar/http-client'
import { LEVELS, type Locale, PERSONAL_TABLES, PURPOSES, SWITCHES } from '@umiar/vocabulary'
import type { CentreClient, Policy } from '../../src/engine.ts'

export const NOW_MS = Date.UTC(2026, 10, 23, 10)
export const NOTICE = '2026-11-01'
const MS_PER_DAY = 86_400_000

/** One person as the fake keeps her. */
export interface FakePerson {
  choices: PutConsentBody[]
  level: number
  granted: Set<string>
  switchesOff: Set<string>
  restricted: boolean
  /** Has her choice outlived its six months? */
  expired: boolean
  objected: string[]
  taste: { likes: readonly string[]; never: readonly string[]; have: readonly string[] }
  events: MeDataReply['events'][number][]
  visit: MeDataReply['visit'][number][]
  uses: MeDataReply['decisions'][number][]
  feedback: string[]
}

export interface FakeEngine {
  readonly client: CentreClient
  readonly people: Map<string, FakePerson>
  /** Names of the calls made, in order. */
  readonly calls: string[]
  /** Refusals by the name of the call. */
  readonly failing: Map<string, ApiProblem>
  person(id: string): FakePerson
}

/** A refusal as the API words it. */
export function refusal(status: number, code: string): ApiProblem {
  return new ApiProblem(status, new Headers(), JSON.stringify({ code, detail: 'no', status }))
}

/** Days from now, RFC 3339. */
export function inDays(days: number): string {
  return new Date(NOW_MS + days * MS_PER_DAY).toISOString()
}

export function fakeEngine(): FakeEngine {
  const people = new Map<string, FakePerson>()
  const calls: string[] = []
  const failing = new Map<string, ApiProblem>()
  const called = (name: string): void => {
    calls.push(name)
    const fault = failing.get(name)
    if (fault !== undefined) throw fault
  }
  const engine: FakeEngine = {
    calls,
    client: clientFor(undefined, false, people, called),
    failing,
    people,
    person: (id) => people.get(id) ?? nobody(id),
  }
  return engine
}

function nobody(id: string): never {
  throw new TypeError(`the fake knows nobody with id ${id}`)
}

function clientFor(
  id: string | undefined,
  gpc: boolean,
  people: Map<string, FakePerson>,
  called: (name: string) => void,
): CentreClient {
  const her = (): FakePerson => {
    const person = people.get(id ?? '')
    if (person === undefined) throw refusal(404, 'not_found')
    return person
  }
  const consent = (): ConsentReply => consentOf(people.get(id ?? ''), gpc)
  return {
    consent: async () => {
      called('consent')
      return consent()
    },
    consentPolicy: async (input) => {
      called('consentPolicy')
      return policyIn(input?.query?.locale === 'en' ? 'en' : 'pl')
    },
    eraseMe: async () => {
      called('eraseMe')
      const person = people.get(id ?? '')
      people.delete(id ?? '')
      return {
        erased: true,
        erased_at: inDays(0),
        remains: ['tombstone'],
        removed: { browsing: person?.events.length ?? 0, consent: person?.choices.length ?? 0 },
      }
    },
    exportMe: async () => {
      called('exportMe')
      return dataOf(people.get(id ?? ''), consent())
    },
    feedback: async ({ body }) => {
      called('feedback')
      const person = her()
      person.feedback.push(`${body.feedback} ${body.item_id}`)
      if (body.feedback === 'forget' || body.feedback === 'gift')
        person.events = person.events.filter((event) => !JSON.stringify(event).includes(body.item_id))
      return { status: 'accepted' }
    },
    issueShopperToken: async ({ body }) => {
      called('issueShopperToken')
      return { expires_at: inDays(0), token: `token of ${body.anonymous_id}` }
    },
    me: async () => {
      called('me')
      const held = PERSONAL_TABLES.map(({ name, retentionDays, table }) => ({
        expires_first_at: inDays(retentionDays),
        kept_until: inDays(retentionDays),
        name: name.pl,
        oldest_at: inDays(0),
        rows: 1,
        table,
      }))
      return { consent: consent(), held, known: people.has(id ?? '') }
    },
    meData: async () => {
      called('meData')
      return dataOf(people.get(id ?? ''), consent())
    },
    meUses: async () => {
      called('meUses')
      return { uses: people.get(id ?? '')?.uses ?? [] }
    },
    meWhy: async () => {
      called('meWhy')
      const items = people.get(id ?? '')?.uses.flatMap((use) => use.items) ?? []
      const why = items.map(({ item_id }) => ({
        at: inDays(0),
        item_id,
        text: 'Bo tak',
        title: `T ${item_id}`,
      }))
      return { why }
    },
    objectMe: async ({ body }) => {
      called('objectMe')
      const person = her()
      const others = person.objected.filter((purpose) => purpose !== body.purpose)
      person.objected = body.objected === false ? others : [...others, body.purpose]
      return consent()
    },
    previewLevel: async ({ body }) => {
      called('previewLevel')
      const example =
        body.level === 0
          ? null
          : {
              bought: body.level < 3 ? [] : ['tea-3'],
              likes: body.level < 2 ? [] : ['garden-1'],
              text: 'x',
              viewed: ['tea-1', ...(body.level < 3 ? [] : ['trail-1'])],
            }
      const items = [1, 2, 3, 4].map((position) => ({ item_id: `tea-${position}`, position, reasons: [] }))
      return {
        data_used: [],
        example,
        slots: [{ items, mode: 'context', removed: {}, slot: body.slots[0]?.id ?? '' }],
      }
    },
    putConsent: async ({ body }) => {
      called('putConsent')
      if (body.notice_version !== NOTICE) throw refusal(409, 'notice_outdated')
      if (body.level === 4) throw refusal(422, 'level_not_offered')
      const before = people.get(id ?? '')
      const person = before ?? newPerson()
      people.set(id ?? '', person)
      const lowered = (body.level ?? 0) < person.level
      person.choices.push(body)
      person.level = body.level ?? 0
      person.granted = grantedBy(body)
      for (const [name, on] of Object.entries(body.switches ?? {}))
        on ? person.switchesOff.delete(name) : person.switchesOff.add(name)
      if (lowered && person.level < 3) person.events = []
      return { ...consent(), ...(lowered ? { removed: ['browsing', 'buying'] } : {}) }
    },
    putTaste: async ({ body }) => {
      called('putTaste')
      her().taste = { ...body, have: body.have ?? her().taste.have }
      return { ...her().taste, kept: 'stored' }
    },
    restrictMe: async ({ body }) => {
      called('restrictMe')
      her().restricted = body.restricted ?? true
      return consent()
    },
    with: ({ gpc: newGpc = gpc, key }) =>
      clientFor(key === undefined ? id : key.replace('token of ', ''), newGpc, people, called),
  }
}

function newPerson(): FakePerson {
  return {
    choices: [],
    events: [],
    expired: false,
    feedback: [],
    granted: new Set(),
    level: 0,
    objected: [],
    restricted: false,
    switchesOff: new Set(),
    taste: { have: [], likes: [], never: [] },
    uses: [],
    visit: [],
  }
}

function grantedBy({ level = 0, purposes = {} }: PutConsentBody): Set<string> {
  const granted = PURPOSES.filter(
    (row) => (row.grantedBy === 'level' && row.leastLevel <= level) || purposes[row.purpose] === true,
  )
  return new Set(granted.map((row) => row.purpose))
}

function consentOf(person: FakePerson | undefined, gpc: boolean): ConsentReply {
  const asked = PURPOSES.filter((row) => row.basis === 'consent' && row.inUse)
  return {
    consent_ref: person === undefined ? null : 'consent_0123456789abcdef',
    effective_at: person === undefined ? null : inDays(0),
    expires_at: person === undefined ? null : inDays(person.expired ? -1 : 183),
    level: person === undefined || person.expired ? 0 : person.level,
    objected: person?.objected ?? [],
    purposes: Object.fromEntries(
      asked.map((row) => [row.purpose, person?.granted.has(row.purpose) === true]),
    ),
    receipt_id: null,
    restricted: person?.restricted ?? false,
    signals: { gpc },
    switches: Object.fromEntries(
      SWITCHES.map((row) => [row.name, person?.switchesOff.has(row.name) !== true]),
    ),
  }
}

function dataOf(person: FakePerson | undefined, consent: ConsentReply): MeDataReply {
  return {
    consent,
    consent_history: (person?.choices ?? []).map((choice) => ({
      at: inDays(0),
      consent_ref: 'consent_0123456789abcdef',
      level: choice.level ?? 0,
      locale: choice.locale,
      method: choice.method,
      notice_version: choice.notice_version,
      objected: [],
      purposes: [],
      restricted: false,
      switches_off: [],
    })),
    decisions: person?.uses ?? [],
    events: person?.events ?? [],
    exported_at: inDays(0),
    measured: [],
    taste: person?.taste ?? { have: [], likes: [], never: [] },
    visit: person?.visit ?? [],
  }
}

/** The policy as the engine would give it. */
export function policyIn(locale: Locale): Policy {
  return {
    levels: LEVELS.map(({ level, line, name }) => ({
      level,
      line: line[locale],
      name: name[locale],
      offered: level < 4,
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
    texts: { after_erasure: 'Zostaje skrót.', withdraw: 'W każdej chwili.' },
  }
}
