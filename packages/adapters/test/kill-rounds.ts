/**
 * Kill -9 during intake, many times over: nothing acknowledged is lost, nothing is half stored.
 *
 *     node packages/adapters/test/kill-rounds.ts [--store sqlite|postgres] [--rounds 50]
 *          [--events 1000] [--seed TEXT] [--json]
 *
 * All rounds use the same data directory and, on PostgreSQL, the same database of a throw-away cluster. Exit code 1 if any round lost anything.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killRound, type RoundReport } from './kill/kill-round.ts'
import { Cluster } from './support/cluster.ts'

const { values } = parseArgs({
  options: {
    events: { default: '1000', type: 'string' },
    json: { default: false, type: 'boolean' },
    rounds: { default: '50', type: 'string' },
    seed: { default: 'kill', type: 'string' },
    store: { default: 'sqlite', type: 'string' },
  },
})
const rounds = Number(values.rounds)
const directory = mkdtempSync(join(tmpdir(), 'umiar-kill-'))
const cluster = values.store === 'postgres' ? Cluster.create() : undefined
const place = { database: await cluster?.createDatabase(), directory }
const reports: RoundReport[] = []
const startedAt = performance.now()
try {
  for (let round = 1; round <= rounds; round++) {
    reports.push(await killRound(place, `${values.seed} ${round}`, Number(values.events)))
    if (!values.json && process.stdout.isTTY) process.stdout.write(`\rround ${round} of ${rounds}`)
  }
} finally {
  cluster?.remove()
  rmSync(directory, { force: true, recursive: true })
}

const sum = (field: keyof RoundReport): number => reports.reduce((total, report) => total + report[field], 0)
const summary = {
  acknowledgedBatches: sum('acknowledgedBatches'),
  acknowledgedEvents: sum('acknowledgedEvents'),
  cores: availableParallelism(),
  halfBatches: sum('halfBatches'),
  leastEventsInARound: Math.min(...reports.map((report) => report.acknowledgedEvents)),
  lostBatches: sum('lostBatches'),
  lostConsents: sum('lostConsents'),
  node: process.version,
  rounds,
  seconds: Math.round((performance.now() - startedAt) / 100) / 10,
  seed: values.seed,
  store: values.store,
  unacknowledgedWhole: sum('unacknowledgedWhole'),
}
if (values.json) console.log(JSON.stringify(summary))
else for (const [name, value] of Object.entries(summary)) console.log(`${name.padEnd(22)} ${value}`)
process.exitCode = summary.lostBatches + summary.lostConsents + summary.halfBatches === 0 ? 0 : 1
