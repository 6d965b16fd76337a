/**
 * The invented people one can be in the demo.
 *
 * Whoever erased one of them has erased her: her id stays forgotten. When somebody wants to be her
 * again, her story is told to the engine anew, under another id, as it would be for a new customer.
 */
import type { Persona, Personas } from './shop-site.ts'

/** An invented person with the id she has at first. */
export interface KnownPersona extends Persona {
  readonly anonymousId: string
}

export interface PersonaPorts {
  /** Does the engine know a choice of this id? */
  isKnown(anonymousId: string): Promise<boolean>
  /** Tells her choice and her history under an id. */
  tell(key: string, anonymousId: string): Promise<void>
  newId(): string
}

/** @param known in the order they are offered */
export function createPersonas(known: readonly KnownPersona[], ports: PersonaPorts): Personas {
  const idOf = new Map(known.map(({ anonymousId, key }) => [key, anonymousId]))
  const byId = new Map(known.map((persona) => [persona.anonymousId, persona]))
  return {
    all: known,
    async become(key) {
      const persona = known.find((one) => one.key === key)
      const id = idOf.get(key)
      if (persona === undefined || id === undefined) return undefined
      // At level 0 there is nothing to know: she is as unknown as anybody.
      if (persona.level === 0) return undefined
      if (await ports.isKnown(id)) return id
      const next = ports.newId()
      await ports.tell(key, next)
      idOf.set(key, next)
      byId.set(next, persona)
      return next
    },
    byId: (anonymousId) => byId.get(anonymousId),
  }
}
