/**
 * Random acts with restarts in between, on an engine that keeps its model in files.
 *
 * At each restart something may have happened to the files: nothing, an older copy put back, damage,
 * loss, a crash before they were written. Whatever it was, the model after the start must be that of a
 * full replay of the store, which an engine without files makes of the same directory.
 *
 *     node apps/server/test/laws/restarts.ts --restarts 1000 [--seed 1]
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { mulberry32 } from '../support/mulberry32.ts'
import { openWorld, type Sabotage, SECRET, START, type World } from './world.ts'

export interface RestartReport {
  readonly restarts: number
  /** How often each act and each fate of the files happened. */
  readonly exercised: Readonly<Record<string, number>>
  readonly mismatches: readonly string[]
}

const NAMES = ['ola', 'jan', 'ewa', 'iga', 'leo', 'zoe']
const ITEMS = Array.from({ length: 9 }, (_, n) => `item-${n}`)
const EVENTS = ['view_item', 'add_to_cart', 'purchase']
const DAY = 86_400_000
const ACTS_PER_LIFE = 14

/** Lives through `restarts` starts. @param database address of an empty one; else the store is embedded */
export async function runRestarts(
  restarts: number,
  seed: number,
  { database, sabotage }: { readonly database?: string; readonly sabotage?: Sabotage } = {},
): Promise<RestartReport> {
  const run = new Restarts(mulberry32(seed), database, sabotage)
  const mismatches: string[] = []
  await run.open()
  try {
    for (let restart = 0; restart < restarts && mismatches.length === 0; restart++) {
      const complaint = await run.lifeAndRestart()
      if (complaint !== undefined) mismatches.push(`restart ${restart}, seed ${seed}: ${complaint}`)
    }
  } finally {
    await run.end()
  }
  return { exercised: run.exercised, mismatches, restarts }
}

class Restarts {
  readonly exercised: Record<string, number> = {}
  readonly #random: () => number
  readonly #options: { readonly database?: string; readonly hasModelFiles: boolean }
  #world!: World
  #now = START
  #events = 0
  #older: string | undefined
  #fault: string | undefined
  readonly #sabotage: Sabotage | undefined

  constructor(random: () => number, database: string | undefined, sabotage: Sabotage | undefined) {
    this.#sabotage = sabotage
    this.#random = random
    this.#options = { hasModelFiles: true, ...(database === undefined ? {} : { database }) }
  }

  async open(): Promise<void> {
    this.#world = await openWorld(undefined, undefined, this.#now, this.#options)
    await this.#world.app.putProducts(ITEMS.map((id) => ({ item_id: id, title: `Product ${id}` })))
    for (const name of NAMES) await this.#world.choose(name, 3, { train_models: true })
  }

  async end(): Promise<void> {
    await this.#world.close()
    if (this.#older !== undefined) rmSync(this.#older, { force: true, recursive: true })
  }

  /** @returns a complaint, or `undefined` if the law held */
  async lifeAndRestart(): Promise<string | undefined> {
    for (let act = 0; act < ACTS_PER_LIFE; act++) {
      this.#world.clock.now += 1 + this.#below(3_600_000)
      await this.#act()
    }
    const before = await this.#world.app.stateHash()
    this.#now = this.#world.clock.now
    const image = this.#crashImage()
    await this.#world.close(true)
    this.#becomeImage(image)
    const fate = this.#changeFiles()
    const slept = this.#below(6) === 0 ? 300 * DAY : 0
    if (slept > 0) this.#count('slept until consents ran out')
    this.#now += slept
    const replayed = await this.#hashOf(false)
    const loaded = await this.#hashOf(true)
    if (loaded !== replayed) return `after ${fate} the files lead elsewhere than a replay`
    if (slept === 0 && before !== replayed) return `after ${fate} a replay leads elsewhere than before`
    return undefined
  }

  async #act(): Promise<void> {
    const { app } = this.#world
    const name = NAMES[this.#below(NAMES.length)]!
    const draw = this.#below(100)
    if (draw < 62) await this.#visit(name)
    else if (draw < 80) {
      this.#count('choose')
      const level = this.#below(7) === 0 ? 0 : 3
      await this.#world.choose(name, level, level === 3 ? { train_models: this.#below(7) > 0 } : undefined)
    } else if (draw < 86) {
      this.#count('forget a product')
      const itemId = ITEMS[this.#below(ITEMS.length)]!
      const visitor = { anonymous_id: name }
      await app.feedback(SECRET, { feedback: 'forget', item_id: itemId, visitor })
    } else if (draw < 91) {
      this.#count('erase')
      await app.erase(this.#world.shopper(name))
      this.#world.clock.now += 1
    } else if (draw < 94) {
      this.#count('product turns sensitive or back')
      await app.putProduct(ITEMS[this.#below(2)]!, { sensitive: this.#below(2) === 0, title: 'Product' })
    } else if (draw < 97) {
      this.#count('retention')
      this.#world.clock.now += this.#below(2) * 20 * DAY
      await app.enforceRetention()
    } else {
      this.#count('pause')
      const shopper = this.#world.shopper(name)
      await app.setRestriction(shopper, this.#below(2) === 0).catch(() => undefined)
    }
  }

  async #visit(name: string): Promise<void> {
    this.#count('visit')
    await this.#world.send([
      {
        anonymous_id: name,
        event: EVENTS[this.#below(EVENTS.length)],
        event_id: `event-${this.#events++}`,
        items: [{ item_id: ITEMS[this.#below(ITEMS.length)] }],
        session_id: `visit-${this.#below(4)}`,
        time: new Date(this.#world.clock.now - this.#below(200_000)).toISOString(),
      },
    ])
  }

  /** The directory as a crash would leave it; only an embedded store can be copied with it. */
  #crashImage(): string | undefined {
    if (this.#options.database !== undefined || this.#below(3) > 0) return undefined
    const image = mkdtempSync(join(tmpdir(), 'umiar-crash-'))
    cpSync(this.#world.directory, image, { recursive: true })
    return image
  }

  #becomeImage(image: string | undefined): void {
    if (image === undefined) return
    this.#count('crash')
    rmSync(this.#world.directory, { recursive: true })
    cpSync(image, this.#world.directory, { recursive: true })
    rmSync(image, { recursive: true })
  }

  /** What happens to the model's files while the engine is down. */
  #changeFiles(): string {
    const directory = join(this.#world.directory, 'model')
    const older = this.#older
    const draw = this.#below(8)
    let fate = 'nothing'
    if (draw === 0 && older !== undefined) {
      fate = 'an older copy put back'
      rmSync(directory, { force: true, recursive: true })
      cpSync(older, directory, { recursive: true })
    } else if (draw === 1) {
      fate = 'loss'
      rmSync(directory, { force: true, recursive: true })
    } else if (draw === 2) fate = this.#damage(directory) ? 'damage' : 'nothing'
    else if (draw < 5) {
      this.#older ??= mkdtempSync(join(tmpdir(), 'umiar-older-'))
      rmSync(this.#older, { force: true, recursive: true })
      if (existsSync(directory)) cpSync(directory, this.#older, { recursive: true })
    }
    this.#count(fate)
    return fate
  }

  #damage(directory: string): boolean {
    const names = readdirSync(directory).filter((name) => !name.endsWith('.lock'))
    const path = join(directory, names[this.#below(names.length)]!)
    const bytes = readFileSync(path)
    if (bytes.length === 0) return false
    bytes[this.#below(bytes.length)]! ^= 1 << this.#below(8)
    writeFileSync(path, bytes)
    return true
  }

  async #hashOf(hasModelFiles: boolean): Promise<string> {
    this.#fault = undefined
    const onUnusableFiles = (code: string): void => {
      this.#fault = code
    }
    const world = await openWorld(this.#world, this.#sabotage, this.#now, {
      ...this.#options,
      hasModelFiles,
      onTakenOver: (people) => this.#count('people taken over', people),
      onUnusableFiles,
    })
    const hash = await world.app.stateHash()
    if (!hasModelFiles) {
      await world.close(true)
      return hash
    }
    this.#world = world
    this.#count(this.#fault ?? 'files used')
    return hash
  }

  #count(name: string, by = 1): void {
    this.exercised[name] = (this.exercised[name] ?? 0) + by
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit)
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { restarts: { default: '1000', type: 'string' }, seed: { default: '1', type: 'string' } },
  })
  const report = await runRestarts(Number(values.restarts), Number(values.seed))
  console.log(JSON.stringify(report, null, 2))
  process.exitCode = report.mismatches.length > 0 ? 1 : 0
}
