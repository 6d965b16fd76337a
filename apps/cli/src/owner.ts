/**
 * Who answers for the data: a server named by `UMIAR_URL`, the process that owns the data directory,
 * or one started for the moment. One process owns a store at a time, so commands never open it beside
 * a running server.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readOwner } from '@umiar/adapters'
import { UsageError } from './arguments.ts'
import { startServer } from './server-process.ts'

/** How to speak to the server as staff. */
export interface StaffAccess {
  readonly url: string
  readonly staffToken: string
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Does the work with whoever answers for the data, and stops what it started.
 *
 * @throws UsageError if there is no data here, or no staff token
 */
export async function withOwner<Result>(
  environment: Environment,
  work: (access: StaffAccess) => Promise<Result>,
): Promise<Result> {
  const dataDir = resolve(environment.UMIAR_DATA_DIR ?? '.umiar')
  if (environment.UMIAR_URL)
    return work({ staffToken: staffToken(environment, dataDir), url: environment.UMIAR_URL })
  if (!existsSync(dataDir)) {
    throw new UsageError(
      `There is no data directory at ${dataDir}. Set UMIAR_DATA_DIR, or UMIAR_URL to a running server.`,
    )
  }
  const owner = readOwner(dataDir)
  if (owner !== undefined) return work({ staffToken: staffToken(environment, dataDir), url: owner.url })
  console.error('No server is running on this data; starting one for the moment …')
  const server = await startServer(dataDir)
  try {
    return await work({ staffToken: staffToken(environment, dataDir), url: server.url })
  } finally {
    await server.stop()
  }
}

/** From the environment; in demo mode from the file of keys. */
function staffToken(environment: Environment, dataDir: string): string {
  if (environment.UMIAR_STAFF_TOKEN) return environment.UMIAR_STAFF_TOKEN
  try {
    const { staff_token: token } = JSON.parse(readFileSync(join(dataDir, 'demo-keys.json'), 'utf8'))
    if (typeof token === 'string') return token
  } catch {
    // No file: not in demo mode, or not on this machine.
  }
  throw new UsageError('Set UMIAR_STAFF_TOKEN: only staff may do this.')
}
