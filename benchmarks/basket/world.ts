/**
 * A log, divided and numbered: the cases are those of `umiar evaluate`.
 */
import { join } from 'node:path'
import {
  type EvaluateOptions,
  parseEvaluateOptions,
  type Split,
} from '../../apps/cli/src/evaluate/evaluate-options.ts'
import { type LoggedSession, readSessions } from '../../apps/cli/src/evaluate/read-sessions.ts'
import { type DividedLog, splitSessions } from '../../apps/cli/src/evaluate/split-sessions.ts'
import { type TestCase, testCases } from '../../apps/cli/src/evaluate/test-cases.ts'

export interface World {
  readonly parts: DividedLog
  readonly cases: readonly TestCase[]
  /** Path of the list of products. */
  readonly itemList: string
  /** Distinct item numbers of each training basket. */
  readonly baskets: readonly (readonly number[])[]
  /** Training baskets of each user, oldest first. */
  readonly people: readonly (readonly (readonly number[])[])[]
  /** Position in `people` of the user of a test session; absent for one never seen in training. */
  readonly personOf: ReadonlyMap<string, number>
  /** Ids of the item numbers. */
  readonly names: readonly string[]
  /** Number of an item of training or test. */
  numberOf(item: string): number
}

/** Reads and divides `events.csv.gz` of the folder. */
export async function readWorld(folder: string, split: Split, task: EvaluateOptions['task']): Promise<World> {
  const events = join(folder, 'events.csv.gz')
  const parts = splitSessions(await readSessions(events, () => undefined), split)
  const options = parseEvaluateOptions(['--events', events, '--split', 'last-basket', '--task', task])
  if (options === 'help') throw new Error('the options of the cases ask for help')
  const numbers = new Map<string, number>()
  const names: string[] = []
  const numberOf = (item: string): number => {
    const known = numbers.get(item)
    if (known !== undefined) return known
    numbers.set(item, names.length)
    return names.push(item) - 1
  }
  const itemsOf = (session: LoggedSession): number[] => [
    ...new Set(session.events.map(({ itemId }) => numberOf(itemId))),
  ]
  const placeOfUser = new Map<string, number>()
  const people: number[][][] = []
  const baskets = parts.train.map((session) => {
    const basket = itemsOf(session)
    if (session.user === undefined) return basket
    const place = placeOfUser.get(session.user)
    if (place === undefined) {
      placeOfUser.set(session.user, people.length)
      people.push([basket])
    } else people[place]!.push(basket)
    return basket
  })
  const personOf = new Map<string, number>()
  for (const session of parts.test) {
    itemsOf(session)
    const place = session.user === undefined ? undefined : placeOfUser.get(session.user)
    if (place !== undefined) personOf.set(session.session, place)
  }
  return {
    baskets,
    cases: [...testCases(parts, options)],
    itemList: join(folder, 'items.csv.gz'),
    names,
    numberOf,
    parts,
    people,
    personOf,
  }
}
