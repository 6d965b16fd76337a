/**
 * Runs a script on the engine and, beside it, on a plain map of what is left.
 */
import type { ModelState, TrainingEvent } from '../../src/index.ts'
import { type Command, person } from './random-world.ts'
import type { World } from './slow-recommender.ts'

export interface Outcome {
  readonly world: World
  readonly blocked: ReadonlySet<string>
  /** Commands that changed something, by name. */
  readonly exercised: Readonly<Record<string, number>>
}

/** Tells the engine everything; returns what a newcomer would have to be told to know the same. */
export function runScript(state: ModelState, script: readonly Command[]): Outcome {
  const world = new Map<string, Map<string, TrainingEvent[]>>()
  const exercised: Record<string, number> = {}
  let blocked = new Set<string>()
  const count = (name: string): void => {
    exercised[name] = (exercised[name] ?? 0) + 1
  }
  const note = (who: string, key: string, events: readonly TrainingEvent[]): void => {
    const own = world.get(who) ?? new Map<string, TrainingEvent[]>()
    own.set(key, [...(own.get(key) ?? []), ...events])
    world.set(who, own)
  }
  for (const command of script) {
    switch (command.do) {
      case 'append': {
        const who = person(command.who)
        count(world.get(who)?.has(command.session.sessionKey) ? 'grow' : 'append')
        state.append(who, command.session)
        note(who, command.session.sessionKey, command.session.events)
        break
      }
      case 'replace': {
        const who = person(command.who)
        if (world.has(who)) count('replace')
        state.replace(who, command.sessions)
        world.delete(who)
        for (const session of command.sessions) note(who, session.sessionKey, session.events)
        break
      }
      case 'forget': {
        if (state.forget(person(command.who))) count('forget')
        world.delete(person(command.who))
        break
      }
      case 'block': {
        if (command.items.length > 0 || blocked.size > 0)
          count(command.items.length > 0 ? 'block' : 'unblock')
        blocked = new Set(command.items)
        state.block(command.items)
        break
      }
      case 'publish':
        state.publish(0)
        break
      case 'work':
        if (state.work(command.sessions)) count('slice')
        break
      case 'compact':
        state.compact()
        count('compact')
        break
    }
  }
  return { blocked, exercised, world }
}

/** Tells a newcomer what is left, person by person in reverse order. */
export function rebuild(state: ModelState, outcome: Outcome): ModelState {
  state.block([...outcome.blocked] as never)
  for (const [who, sessions] of [...outcome.world].reverse()) {
    for (const [sessionKey, events] of [...sessions].reverse())
      state.append(who as never, { events: [...events].reverse(), sessionKey })
  }
  return state
}
