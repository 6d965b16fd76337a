/**
 * A shop on SQLite moves to PostgreSQL, as its owner would do it: the shipped commands, the seeded demo.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Cluster, isPostgresMissing, whyMissing } from '../../packages/adapters/test/support/cluster.ts'

const UMIAR = fileURLToPath(new URL('../../bin/umiar.mjs', import.meta.url))

type Environment = Readonly<Record<string, string>>

describe.skipIf(isPostgresMissing)(`a shop that moves to PostgreSQL${whyMissing}`, () => {
  let directory: string
  let cluster: Cluster

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'umiar-move-'))
    cluster = Cluster.create()
  })
  afterAll(() => {
    cluster?.remove()
    rmSync(directory, { force: true, recursive: true })
  })

  function launch(verb: string, environment: Environment): { child: ChildProcess; output: () => string } {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('UMIAR_'))
    const env = {
      ...Object.fromEntries(inherited),
      UMIAR_DATA_DIR: directory,
      UMIAR_PORT: '0',
      ...environment,
    }
    const child = spawn(process.execPath, [UMIAR, verb], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
    return { child, output: () => text }
  }

  const ended = (child: ChildProcess): Promise<number | null> =>
    new Promise((resolve) => child.once('close', (code) => resolve(code)))

  async function run(
    verb: string,
    environment: Environment,
  ): Promise<{ code: number | null; output: string }> {
    const { child, output } = launch(verb, environment)
    return { code: await ended(child), output: output() }
  }

  /** Starts the shop, asks for the fingerprint of its state, ends it. */
  async function stateHash(environment: Environment): Promise<string> {
    const { child, output } = launch('start', environment)
    const end = ended(child)
    try {
      await expect
        .poll(() => output() + (child.exitCode ?? ''), { timeout: 60_000 })
        .toMatch(/http:\/\/127\.0\.0\.1:\d+/)
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output())![0]
      const { staff_token: token } = JSON.parse(readFileSync(join(directory, 'demo-keys.json'), 'utf8'))
      const reply = await fetch(`${url}/v1/state-hash`, { headers: { authorization: `Bearer ${token}` } })
      return ((await reply.json()) as { state_hash: string }).state_hash
    } finally {
      child.kill('SIGTERM')
      await end
    }
  }

  it('keeps its state to the last bit, and starts on one store only', { timeout: 180_000 }, async () => {
    await stateHash({})
    // The second start replays what the first one seeded.
    const before = await stateHash({})
    expect(before).toMatch(/^[0-9a-f]{64}$/)
    const database = { UMIAR_DATABASE_URL: await cluster.createDatabase() }

    const tooEarly = await run('start', database)
    expect(tooEarly.code).not.toBe(0)
    expect(tooEarly.output).toContain('migrate-store')

    const moved = await run('migrate-store', database)
    expect(moved).toMatchObject({ code: 0, output: expect.stringContaining('Moved shop') })
    expect(moved.output).toMatch(/browsing: [1-9]/)
    expect(await stateHash(database)).toBe(before)

    const withoutAddress = await run('start', {})
    expect(withoutAddress.code).not.toBe(0)
    expect(withoutAddress.output).toContain('was moved to PostgreSQL')
    const again = await run('migrate-store', database)
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining('no embedded store') })
  })
})
