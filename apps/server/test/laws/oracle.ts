/**
 * What a world should hold, worked out slowly and obviously: the reference of the law scripts.
 *
 * It knows nothing of rows, keys or workers: a person is a level, a flag and a list of events.
 */
import type { TrainingEvent, TrainingSession } from '@umiar/recommender'
import type { ItemId } from '@umiar/vocabulary'

interface Taken {
  readonly eventId: string
  readonly sessionId: string
  readonly itemId: ItemId
  readonly atMs: number
  readonly kind: TrainingEvent['kind']
  /** Taught under the grant that was open when it was taken; cleared when that grant ends. */
  teaches: boolean
}

interface Person {
  level: 0 | 1 | 2 | 3
  teaches: boolean
  events: Taken[]
  /** Events dated earlier stay out; 0 for none. */
  notBeforeMs: number
  /** A profile was closed or erased before: late events may not grow it back. */
  hadProfile: boolean
  erased: boolean
}

export class Oracle {
  readonly #people = new Map<string, Person>()
  readonly #blocked: ReadonlySet<ItemId>

  constructor(sensitive: readonly ItemId[]) {
    this.#blocked = new Set(sensitive)
  }

  choose(name: string, level: 0 | 1 | 2 | 3, teaches: boolean, nowMs: number): void {
    const before = this.#people.get(name)
    const isReturning = before?.erased === true
    if ((before === undefined || isReturning) && level === 0) return
    const person: Person =
      before === undefined || isReturning
        ? {
            erased: false,
            events: [],
            hadProfile: isReturning,
            level: 0,
            notBeforeMs: isReturning ? nowMs : 0,
            teaches: false,
          }
        : before
    const hasProfile = level === 3
    if (person.level === 3 && !hasProfile) {
      person.events = []
      person.notBeforeMs = nowMs
    }
    if (person.level !== 3 && hasProfile && person.hadProfile) person.notBeforeMs = nowMs
    person.hadProfile ||= hasProfile
    person.level = level
    const willTeach = level === 3 && teaches
    if (!willTeach) for (const event of person.events) event.teaches = false
    person.teaches = willTeach
    this.#people.set(name, person)
  }

  take(
    name: string,
    event: Omit<Taken, 'teaches'>,
  ): 'accepted' | 'session_only' | 'duplicate' | 'dropped_no_consent' {
    const person = this.#people.get(name)
    if (person === undefined || person.erased || person.level === 0) return 'dropped_no_consent'
    if (this.#blocked.has(event.itemId)) return 'dropped_no_consent'
    if (event.atMs < person.notBeforeMs) return 'dropped_no_consent'
    if (person.level < 3) return 'session_only'
    if (person.events.some((taken) => taken.eventId === event.eventId)) return 'duplicate'
    person.events.push({ ...event, teaches: person.teaches })
    return 'accepted'
  }

  forgetItem(name: string, item: ItemId): void {
    const person = this.#people.get(name)
    if (person?.level === 3) person.events = person.events.filter((event) => event.itemId !== item)
  }

  erase(name: string): void {
    const person = this.#people.get(name)
    if (person === undefined) return
    person.events = []
    person.level = 0
    person.erased = true
  }

  isAlive(name: string): boolean {
    const person = this.#people.get(name)
    return person !== undefined && !person.erased
  }

  /** What the model may rest on: per person, her sessions. */
  sessions(): ReadonlyMap<string, readonly TrainingSession[]> {
    const all = new Map<string, readonly TrainingSession[]>()
    for (const [name, person] of this.#people) {
      const bySession = new Map<string, TrainingEvent[]>()
      for (const { atMs, itemId, kind, sessionId, teaches } of person.events) {
        if (!teaches) continue
        const events = bySession.get(sessionId) ?? []
        events.push({ atMs, itemId, kind })
        bySession.set(sessionId, events)
      }
      if (bySession.size > 0)
        all.set(
          name,
          [...bySession].map(([sessionKey, events]) => ({ events, sessionKey })),
        )
    }
    return all
  }
}
