/**
 * One round: start the intake, kill it in the middle, judge what is left.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SubjectId } from '@umiar/vocabulary'
import { nodeAead, openKeyFile } from '../../src/index.ts'
import { grantFor, rightOf, TODAY } from '../support/grants.ts'
import { seededChoice, seededRandom } from '../support/seeded.ts'
import { EVENTS_PER_BATCH, installation, keysOfBatch, nameIn } from './intake-world.ts'
import { type IntakePlace, openIntakeStore } from './open-store.ts'

const CHILD = fileURLToPath(new URL('./intake-child.ts', import.meta.url))

/** What one round showed. */
export interface RoundReport {
  readonly acknowledgedEvents: number
  readonly acknowledgedBatches: number
  /** Acknowledged, but not there: must be 0. */
  readonly lostBatches: number
  readonly lostConsents: number
  /** There in part: must be 0. */
  readonly halfBatches: number
  /** There in whole, though the acknowledgement did not come through: allowed. */
  readonly unacknowledgedWhole: number
}

/** Acknowledgements, as the child said them. */
export interface Acknowledged {
  readonly batches: Map<number, SubjectId>
  readonly consents: Set<SubjectId>
}

/**
 * Runs one round in a place, which may hold earlier rounds.
 *
 * @param leastEvents the child is killed (SIGKILL) soon after it acknowledged so many
 */
export async function killRound(place: IntakePlace, seed: string, leastEvents: number): Promise<RoundReport> {
  const acknowledged = await intakeUntilKilled(place, seed, leastEvents)
  return judge(place, seed, acknowledged)
}

/**
 * Starts the intake and kills it.
 *
 * @param kill another way to end it, e.g. the database under it
 */
export function intakeUntilKilled(
  { database, directory }: IntakePlace,
  seed: string,
  leastEvents: number,
  kill?: () => void,
): Promise<Acknowledged> {
  const choose = seededChoice(seed)
  // A seeded number of further acknowledgements puts the kill at any point of a group commit.
  const killAt = Math.ceil(leastEvents / EVENTS_PER_BATCH) + 1 + choose(60)
  const acknowledged: Acknowledged = { batches: new Map(), consents: new Set() }
  return new Promise((resolve, reject) => {
    const where = database === undefined ? [] : ['--database', database]
    const inFlight = ['--in-flight', String(1 + choose(32))]
    const child = spawn(process.execPath, [CHILD, directory, seed, ...inFlight, ...where], {
      // An intake whose database is taken away says so; that is no fault.
      stdio: ['ignore', 'pipe', kill === undefined ? 'inherit' : 'ignore'],
    })
    let isEnding = false
    let rest = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop()!
      for (const line of lines) {
        const [kind, first, second] = line.split(' ')
        if (kind === 'consent') acknowledged.consents.add(first as SubjectId)
        if (kind === 'batch') acknowledged.batches.set(Number(first), second as SubjectId)
      }
      if (isEnding || acknowledged.batches.size < killAt) return
      isEnding = true
      if (kill === undefined) child.kill('SIGKILL')
      else kill()
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (isEnding) resolve(acknowledged)
      else reject(new Error(`the intake ended by itself (${code ?? signal}) before it was killed`))
    })
  })
}

/** Compares what is stored with what was acknowledged. */
export async function judge(
  place: IntakePlace,
  seed: string,
  acknowledged: Acknowledged,
): Promise<RoundReport> {
  const store = await openIntakeStore(place, seededRandom('judge'))
  const keyFile = await openKeyFile({ path: join(place.directory, 'keys.bin') })
  try {
    const shop = installation(store)
    const known = new Set((await store.consentSequences()).map((row) => row.subject))
    const rowsOf = new Map<string, { tables: string[]; subject: SubjectId }>()
    for (const subject of acknowledged.consents) {
      for (const table of ['browsing', 'buying'] as const) {
        for (const row of await store.read(rightOf(subject), table)) {
          const name = nameIn(row, shop, keyFile, nodeAead)
          const found = rowsOf.get(name) ?? { subject, tables: [] }
          found.tables.push(table)
          rowsOf.set(name, found)
        }
      }
    }
    let half = 0
    for (const [name, { subject, tables }] of rowsOf) {
      const keys = keysOfBatch(shop.keys, subject, name)
      // Sending the batch again names the keys that are stored, and stores nothing if there is one.
      const probe = await store.append(grantFor(subject, 'build_profile'), {
        keys,
        receivedDay: TODAY,
        rows: [{ body: new Uint8Array(28), day: TODAY, keyVersion: 1, subject, table: 'browsing' }],
      })
      const keysThere = probe.outcome === 'duplicates' ? probe.keys.length : 0
      if (tables.sort().join() !== 'browsing,buying' || keysThere !== EVENTS_PER_BATCH) half++
    }
    const lost = [...acknowledged.batches.keys()].filter((number) => !rowsOf.has(`${seed} ${number}`)).length
    const lostConsents = [...acknowledged.consents].filter(
      (subject) => !known.has(subject) || !keyFile.find(subject),
    )
    return {
      acknowledgedBatches: acknowledged.batches.size,
      acknowledgedEvents: acknowledged.batches.size * EVENTS_PER_BATCH,
      halfBatches: half,
      lostBatches: lost,
      lostConsents: lostConsents.length,
      unacknowledgedWhole: rowsOf.size - (acknowledged.batches.size - lost),
    }
  } finally {
    await store.close()
    await keyFile.close()
  }
}
