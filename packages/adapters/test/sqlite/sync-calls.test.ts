import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryDirectory } from '../support/world.ts'

const CHILD = fileURLToPath(new URL('../kill/intake-child.ts', import.meta.url))

const strace = spawnSync('strace', ['-f', '-e', 'trace=fsync', 'true'], { stdio: 'ignore' })
const isTraced = strace.status === 0
// Where the continuous build has installed strace, a silent skip would be a hole.
const mayBeSkipped = process.env.CI === undefined || process.env.CI === ''
const why = isTraced ? '' : ' (skipped: strace is not installed or not permitted; apt-get install strace)'

/** Runs the intake under strace. @returns sync calls and acknowledged batches between its two marks */
function syncsOf(batches: number, inFlight: number): { syncs: number; acknowledged: number } {
  const directory = temporaryDirectory()
  const trace = join(directory, 'trace')
  execFileSync(
    'strace',
    [
      '-f',
      '-s',
      '16',
      '-o',
      trace,
      '-e',
      'trace=fsync,fdatasync,write',
      process.execPath,
      CHILD,
      join(directory, 'data'),
      'syncs',
      '--batches',
      String(batches),
      '--in-flight',
      String(inFlight),
      '--subjects',
      '4',
      '--mark',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const lines = readFileSync(trace, 'utf8').split('\n')
  const begin = lines.findIndex((line) => line.includes('"MARK begin'))
  const end = lines.findIndex((line) => line.includes('"MARK end'))
  expect(begin).toBeGreaterThan(0)
  expect(end).toBeGreaterThan(begin)
  const between = lines.slice(begin, end)
  return {
    acknowledged: between.filter((line) => /write\(1, "batch /.test(line)).length,
    syncs: between.filter((line) => /\bf(data)?sync\(/.test(line)).length,
  }
}

describe.skipIf(!isTraced && mayBeSkipped)(`sync calls of the intake${why}`, () => {
  it('are exactly one for each batch acknowledged alone', { timeout: 60_000 }, () => {
    expect(syncsOf(50, 1)).toEqual({ acknowledged: 50, syncs: 50 })
  })

  it('are fewer than the batches when many are in flight', { timeout: 60_000 }, () => {
    const { syncs, acknowledged } = syncsOf(400, 32)
    expect(acknowledged).toBe(400)
    expect(syncs).toBeGreaterThan(0)
    expect(syncs).toBeLessThan(acknowledged / 4)
  })
})
