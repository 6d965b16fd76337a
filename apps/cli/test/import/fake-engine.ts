/**
 * An engine that keeps what it was told, for looking at an import from the other side.
 *
 * It knows event ids and consents as the real one does; that the real one does so is tested with it.
 */
import type { Import } from '@umiar/http-client'
import type { ImportClients } from '../../src/import/run-import.ts'

type Shop = ImportClients['shop']
type Staff = ImportClients['staff']
export type SentProduct = Parameters<Shop['putProducts']>[0]['body']['products'][number]
export type SentEvent = Parameters<Shop['recordEvents']>[0]['body']['events'][number]
export type SentPerson = Parameters<Staff['importConsents']>[0]['body']['people'][number]

export interface FakeEngine {
  readonly clients: ImportClients
  readonly imports: Import[]
  readonly products: SentProduct[]
  /** Events it stored, in order of arrival. */
  readonly events: SentEvent[]
  /** People it has a consent of. */
  readonly people: SentPerson[]
  /** Calls that change something, from the first on. */
  readonly acts: string[]
  /** Answers for people by user id; `recorded` where none is given. */
  readonly refusals: Map<string, string>
  /** Acts after which it breaks off, as a lost connection would. */
  failAfterActs: number
}

export function fakeEngine(nowMs = Date.UTC(2026, 10, 23)): FakeEngine {
  const known = new Set<string>()
  const named = (person: SentPerson): string => JSON.stringify([person.user_id, person.anonymous_id])
  const consents = new Set<string>()
  const act = (name: string): void => {
    if (engine.acts.length >= engine.failAfterActs) throw new Error('the connection broke')
    engine.acts.push(name)
  }
  const time = new Date(nowMs).toISOString()
  const engine: FakeEngine = {
    acts: [],
    clients: {
      shop: {
        putProducts: async ({ body }) => {
          act('products')
          engine.products.push(...body.products)
          return { count: body.products.length }
        },
        recordEvents: async ({ body }) => {
          act('events')
          const results = body.events.map((event) => {
            const who = JSON.stringify([event.user_id, event.anonymous_id])
            const status = !consents.has(who)
              ? 'dropped_no_consent'
              : known.has(event.event_id)
                ? 'duplicate'
                : 'accepted'
            if (status === 'accepted') engine.events.push(event)
            if (status === 'accepted') known.add(event.event_id)
            return { event_id: event.event_id, status }
          })
          return { counts: {}, results } as never
        },
      },
      staff: {
        beginImport: async ({ body }) => {
          const same = engine.imports.find(
            (one) => one.source === body.source && JSON.stringify(one.files) === JSON.stringify(body.files),
          )
          if (same !== undefined) return same
          act('begin')
          const begun: Import = {
            ...body,
            begun_at: time,
            counts: {},
            finished_at: null,
            import_id: `import_${engine.imports.length + 1}`,
            newest_at: body.newest_at ?? null,
            oldest_at: body.oldest_at ?? null,
          }
          engine.imports.push(begun)
          return begun
        },
        finishImport: async ({ body, path }) => {
          act('finish')
          const at = engine.imports.findIndex(({ import_id: id }) => id === path.id)
          const finished = { ...engine.imports[at]!, counts: body.counts, finished_at: time }
          engine.imports[at] = finished
          return finished
        },
        importConsents: async ({ body }) => {
          act('consents')
          const results = body.people.map((person) => {
            const reason = engine.refusals.get(person.user_id ?? '')
            if (reason !== undefined) return { reason, status: 'refused' as const }
            if (consents.has(named(person))) return { status: 'kept' as const }
            consents.add(named(person))
            engine.people.push(person)
            return { status: 'recorded' as const }
          })
          return { results }
        },
        imports: async () => ({ imports: [...engine.imports] }),
      },
    },
    events: [],
    failAfterActs: Number.POSITIVE_INFINITY,
    imports: [],
    people: [],
    products: [],
    refusals: new Map(),
  }
  return engine
}
