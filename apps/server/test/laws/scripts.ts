/**
 * Random scripts of insert, delete, withdraw, re-consent, erase and return, against the oracle.
 *
 * After each script the engine's `state_hash` must equal that of a fresh model told only what the
 * oracle says is left: forgetting equals never having come. Each script ends with everybody erased,
 * after which the state must be that of an empty world.
 *
 *     node apps/server/test/laws/scripts.ts --scripts 10000 [--seed 1]
 */
import { parseArgs } from 'node:util'
import { ModelState } from '@umiar/recommender'
import { type ItemId, subjectId } from '@umiar/vocabulary'
import { mulberry32 } from '../support/mulberry32.ts'
import { Oracle } from './oracle.ts'
import { openWorld, type Sabotage, SECRET, type World } from './world.ts'

export interface ScriptReport {
  readonly scripts: number
  readonly steps: number
  /** How often each act happened, and how often it changed anything. */
  readonly exercised: Readonly<Record<string, number>>
  readonly mismatches: readonly string[]
}

const ITEMS = Array.from({ length: 12 }, (_, index) => `item-${index}` as ItemId)
const SENSITIVE = ['item-11' as ItemId]
const NAMES = ['ola', 'jan', 'ewa']
const KINDS = [
  ['view_item', 'view'],
  ['add_to_cart', 'cart'],
  ['purchase', 'purchase'],
] as const

/** Runs `count` scripts in one world. */
export async function runScripts(count: number, seed: number, sabotage?: Sabotage): Promise<ScriptReport> {
  const world = await openWorld(undefined, sabotage)
  await world.app.putProducts(
    ITEMS.map((id) => ({ item_id: id, sensitive: SENSITIVE.includes(id), title: `Product ${id}` })),
  )
  const run = new ScriptRun(world, mulberry32(seed))
  const empty = new ModelState().stateHash()
  const mismatches: string[] = []
  for (let script = 0; script < count && mismatches.length < 5; script++) {
    const complaint = (await run.script(script)) ?? (await run.eraseAll(empty))
    if (complaint !== undefined) mismatches.push(`script ${script}, seed ${seed}: ${complaint}`)
  }
  await world.close()
  return { exercised: run.exercised, mismatches, scripts: count, steps: run.steps }
}

class ScriptRun {
  readonly exercised: Record<string, number> = {}
  steps = 0
  readonly #world: World
  readonly #random: () => number
  #oracle = new Oracle(SENSITIVE)
  #events = 0
  #people: string[] = []
  #sent: { readonly name: string; readonly event: Record<string, unknown> }[] = []

  constructor(world: World, random: () => number) {
    this.#world = world
    this.#random = random
  }

  /** @returns a complaint, or `undefined` if every law held */
  async script(number: number): Promise<string | undefined> {
    this.#oracle = new Oracle(SENSITIVE)
    this.#sent = []
    this.#people = NAMES.map((name) => `${name}-${number}`)
    // Two of three come with a full history in mind, so that there is something to take away.
    for (const name of this.#people.slice(1)) await this.#chooseLevel(name, 3, true)
    const length = 6 + this.#below(14)
    for (let step = 0; step < length; step++) {
      this.#world.clock.now += 1 + this.#below(100_000)
      this.steps++
      const complaint = await this.#step()
      if (complaint !== undefined) return complaint
    }
    return (await this.#world.app.stateHash()) === this.#expectedHash()
      ? undefined
      : 'the state differs from a rebuild'
  }

  /** Erases everybody: nothing of the script may be left. */
  async eraseAll(emptyHash: string): Promise<string | undefined> {
    for (const name of this.#people) await this.#erase(name)
    return (await this.#world.app.stateHash()) === emptyHash
      ? undefined
      : 'something is left after erasing everybody'
  }

  async #step(): Promise<string | undefined> {
    const name = this.#people[this.#below(this.#people.length)]!
    const draw = this.#below(100)
    if (draw < 50) return this.#insert(name)
    if (draw < 56) return this.#again()
    if (draw < 63) return this.#deleteItem(name)
    if (draw < 90) return this.#choose(name)
    return this.#erase(name)
  }

  async #insert(name: string): Promise<string | undefined> {
    const [event, kind] = KINDS[this.#below(KINDS.length)]!
    const itemId = ITEMS[this.#below(ITEMS.length)]!
    // Some arrive late and out of order.
    const atMs = this.#world.clock.now - this.#below(200_000)
    const eventId = `event-${this.#events++}`
    const sessionId = `visit-${this.#below(3)}`
    const sent = {
      anonymous_id: name,
      event,
      event_id: eventId,
      items: [{ item_id: itemId }],
      session_id: sessionId,
      time: new Date(atMs).toISOString(),
    }
    this.#sent.push({ event: sent, name })
    const expected = this.#oracle.take(name, { atMs, eventId, itemId, kind, sessionId })
    return this.#compare(`insert ${expected}`, expected, (await this.#world.send([sent]))[0])
  }

  /** The same event once more: a retry. */
  async #again(): Promise<string | undefined> {
    const one = this.#sent.at(-1)
    if (one === undefined) return undefined
    const before = await this.#world.app.stateHash()
    await this.#world.send([one.event])
    // A retry of a stored event changes nothing; of a dropped one it is dropped or taken like a new one.
    if (!this.#oracle.isAlive(one.name)) this.#count('retry after erasure')
    else this.#count('retry')
    const [first] = await this.#world.send([one.event])
    if (first === 'accepted') return 'a retry was accepted twice'
    const after = await this.#world.app.stateHash()
    if (before !== after) return 'a retry changed the state'
    return undefined
  }

  async #deleteItem(name: string): Promise<string | undefined> {
    const itemId = ITEMS[this.#below(ITEMS.length)]!
    this.#count('delete one product')
    this.#oracle.forgetItem(name, itemId)
    this.#sent = []
    await this.#world.app.feedback(SECRET, {
      feedback: 'forget',
      item_id: itemId,
      visitor: { anonymous_id: name },
    })
    return undefined
  }

  async #choose(name: string): Promise<string | undefined> {
    const level = ([0, 1, 2, 3, 3, 3] as const)[this.#below(6)]!
    await this.#chooseLevel(name, level, level === 3 && this.#below(4) > 0)
    return undefined
  }

  async #chooseLevel(name: string, level: 0 | 1 | 2 | 3, teaches: boolean): Promise<void> {
    const wasAlive = this.#oracle.isAlive(name)
    this.#count(level === 3 ? (wasAlive ? 're-consent' : 'come or return') : 'withdraw')
    this.#oracle.choose(name, level, teaches, this.#world.clock.now)
    this.#sent = []
    await this.#world.choose(name, level, level === 3 ? { train_models: teaches } : undefined)
  }

  async #erase(name: string): Promise<string | undefined> {
    this.#count(this.#oracle.isAlive(name) ? 'erase' : 'erase nobody')
    this.#oracle.erase(name)
    await this.#world.app.erase(this.#world.shopper(name))
    this.#world.clock.now += 1
    return undefined
  }

  #expectedHash(): string {
    const rebuilt = new ModelState()
    let subject = 0
    for (const sessions of this.#oracle.sessions().values()) {
      rebuilt.replace(subjectId((subject++).toString(16).padStart(32, '0')), sessions)
    }
    return rebuilt.stateHash()
  }

  #compare(act: string, expected: string, actual: string | undefined): string | undefined {
    this.#count(act)
    return expected === actual ? undefined : `${act}: expected ${expected}, got ${actual}`
  }

  #count(act: string): void {
    this.exercised[act] = (this.exercised[act] ?? 0) + 1
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit)
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { scripts: { default: '10000', type: 'string' }, seed: { default: '1', type: 'string' } },
  })
  const report = await runScripts(Number(values.scripts), Number(values.seed))
  console.log(JSON.stringify(report, null, 2))
  process.exitCode = report.mismatches.length > 0 ? 1 : 0
}
