/**
 * Events a second that a store acknowledges as durable, in process: hashed, encrypted, committed, synced.
 *
 *     node packages/adapters/test/intake-speed.ts [--store sqlite|postgres] [--events-per-append 5] [--json]
 *          [--seconds 5] [--in-flight 256] [--people 2000] [--repeats 3] [--seed TEXT]
 *
 * Closed loop: so many appends wait at any time. An append carries the events of one person: one sealed row
 * and a key per event. PostgreSQL is a throw-away cluster of this machine with its usual settings.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { eventKeyOf, sealRow } from '@umiar/crypto'
import type { Store } from '@umiar/use-cases'
import { nodeAead, openKeyFile, openPostgresStore, openSqliteStore } from '../src/index.ts'
import { installation, newPerson, type Person, ROOT_KEY_CHECK } from './kill/intake-world.ts'
import { Cluster } from './support/cluster.ts'
import { grantFor, TODAY } from './support/grants.ts'
import { seededRandom } from './support/seeded.ts'

/** An event as the application stores it takes about this many bytes. */
const EVENT_BYTES = 110

const { values } = parseArgs({
  options: {
    'events-per-append': { default: '5', type: 'string' },
    'in-flight': { default: '256', type: 'string' },
    json: { default: false, type: 'boolean' },
    people: { default: '2000', type: 'string' },
    repeats: { default: '3', type: 'string' },
    seconds: { default: '5', type: 'string' },
    seed: { default: 'speed', type: 'string' },
    store: { default: 'postgres', type: 'string' },
  },
})
const eventsPerAppend = Number(values['events-per-append'])
const directory = mkdtempSync(join(tmpdir(), 'umiar-speed-'))
const cluster = values.store === 'postgres' ? Cluster.create() : undefined
const random = seededRandom(values.seed)
const options = { directory: join(directory, 'data'), random, rootKeyCheck: ROOT_KEY_CHECK }
let figures: object
try {
  const store = await (cluster === undefined
    ? openSqliteStore(options)
    : openPostgresStore({ ...options, connectionString: await cluster.createDatabase() }))
  const keyFile = await openKeyFile({ path: join(directory, 'data', 'keys.bin') })
  const people = await Promise.all(
    Array.from({ length: Number(values.people) }, (_, n) =>
      newPerson(store, keyFile, nodeAead, random, `${values.seed} ${n}`),
    ),
  )
  const rates: number[] = []
  for (let repeat = 0; repeat < Number(values.repeats); repeat++)
    rates.push(await pour(store, people, repeat))
  const { calls, commits, bytes } = await store.stats()
  figures = {
    store: values.store,
    eventsPerSecond: rates,
    eventsPerAppend,
    callsPerCommit: Math.round(calls / commits),
    megabytes: Math.round(bytes / 1e6),
    cpu: cpus()[0]?.model,
    cores: availableParallelism(),
    node: process.version,
    seed: values.seed,
  }
  await store.close()
  await keyFile.close()
} finally {
  cluster?.remove()
  rmSync(directory, { force: true, recursive: true })
}
if (values.json) console.log(JSON.stringify(figures))
else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(16)} ${value}`)

/** @returns acknowledged events a second */
async function pour(store: Store, people: readonly Person[], repeat: number): Promise<number> {
  const { keys, shopId } = installation(store)
  const startedAt = performance.now()
  const endsAt = startedAt + 1000 * Number(values.seconds)
  let next = 0
  let acknowledged = 0
  const worker = async (): Promise<void> => {
    while (performance.now() < endsAt) {
      const number = next++
      const { subject, subjectKey } = people[number % people.length]!
      const place = { keyVersion: 1, shopId, subject, table: 'browsing' as const }
      const text = new TextEncoder().encode('e'.repeat(EVENT_BYTES * eventsPerAppend))
      const outcome = await store.append(grantFor(subject, 'build_profile'), {
        keys: Array.from({ length: eventsPerAppend }, (_, event) =>
          eventKeyOf(keys.indexKey, subject, `${repeat} ${number} ${event}`),
        ),
        receivedDay: TODAY,
        rows: [
          {
            body: sealRow(nodeAead, subjectKey, place, text),
            day: TODAY,
            keyVersion: 1,
            subject,
            table: 'browsing',
          },
        ],
      })
      if (outcome.outcome !== 'stored') throw new Error(`append ${number} was ${outcome.outcome}`)
      acknowledged += eventsPerAppend
    }
  }
  await Promise.all(Array.from({ length: Number(values['in-flight']) }, worker))
  return Math.round(acknowledged / ((performance.now() - startedAt) / 1000))
}
