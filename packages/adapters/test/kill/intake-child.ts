/**
 * The program that is killed: takes in events and says on its standard output what was acknowledged.
 *
 *     node intake-child.ts DIRECTORY SEED [--database URL] [--batches N] [--in-flight N] [--subjects N] [--mark]
 *
 * Each batch has rows in two tables and keys for its events, sealed under a subject key of the key file.
 * A line is written (synchronously) only after the store has acknowledged: `consent SUBJECT` or
 * `batch NUMBER SUBJECT EVENTS`. With `--mark`, `MARK begin` and `MARK end` frame the batches, so that a
 * trace of system calls can be cut there.
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { nodeAead, openKeyFile } from '../../src/index.ts'
import { seededRandom } from '../support/seeded.ts'
import { batchOf, EVENTS_PER_BATCH, installation, newPerson } from './intake-world.ts'
import { openIntakeStore } from './open-store.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    batches: { type: 'string' },
    database: { type: 'string' },
    'in-flight': { type: 'string' },
    mark: { type: 'boolean' },
    subjects: { type: 'string' },
  },
})
const [directory, seed] = positionals as [string, string]
const batches = Number(values.batches ?? 100_000)
const inFlight = Number(values['in-flight'] ?? 16)
const subjects = Number(values.subjects ?? 8)

const say = (line: string): void => void writeSync(1, `${line}\n`)

const random = seededRandom(seed)
const store = await openIntakeStore(
  { database: values.database, directory },
  random,
  // Checkpoints are counted elsewhere; during a marked run there is none.
  values.mark ? { checkpointBytes: 1 << 30 } : {},
)
const keyFile = await openKeyFile({ path: join(directory, 'keys.bin') })
const people = await Promise.all(
  Array.from({ length: subjects }, async (_, n) => {
    const { subject, subjectKey } = await newPerson(store, keyFile, nodeAead, random, `${seed} ${n}`)
    say(`consent ${subject}`)
    return { subject, subjectKey }
  }),
)

if (values.mark) {
  // The first commit after a checkpoint writes the journal's header as well: not what is counted.
  await store.append(...batchOf(people[0]!, installation(store), nodeAead, `${seed} warm-up`))
  say('MARK begin')
}

let next = 0
const worker = async (): Promise<void> => {
  for (let number = next++; number < batches; number = next++) {
    const person = people[number % people.length]!
    const outcome = await store.append(...batchOf(person, installation(store), nodeAead, `${seed} ${number}`))
    if (outcome.outcome !== 'stored') throw new Error(`batch ${number} was ${outcome.outcome}`)
    say(`batch ${number} ${person.subject} ${EVENTS_PER_BATCH}`)
  }
}
await Promise.all(Array.from({ length: inFlight }, worker))

if (values.mark) say('MARK end')
await store.close()
await keyFile.close()
