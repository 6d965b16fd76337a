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
  /** Absolute; where keys of demo mode lie. */
  readonly dataDir: string
}

export interface OwnerOptions {
  /** May a data directory be made where there is none? */
  readonly createIfMissing?: boolean
  /** Added to the environment of a server that is started for the moment. */
  readonly environment?: Readonly<Record<string, string>>
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
  options: OwnerOptions = {},
): Promise<Result> {
  const dataDir = resolve(environment.UMIAR_DATA_DIR ?? '.umiar')
  const access = (url: string): StaffAccess => ({
    dataDir,
    staffToken: staffToken(environment, dataDir),
    url,
  })
  if (environment.UMIAR_URL) return work(access(environment.UMIAR_URL))
  if (!existsSync(dataDir) && options.createIfMissing !== true) {
    throw new UsageError(
      `There is no data directory at ${dataDir}. Set UMIAR_DATA_DIR, or UMIAR_URL to a running server.`,
    )
  }
  const owner = readOwner(dataDir)
  if (owner !== undefined) return work(access(owner.url))
  console.error('No server is running on this data; starting one for the moment …')
  const server = await startServer(dataDir, options.environment)
  try {
    return await work(access(server.url))
  } finally {
    await server.stop()
  }
}

/** The secret key: from the environment; in demo mode from the file of keys. @throws UsageError without one */
export function secretKey(environment: Environment, dataDir: string): string {
  const key = environment.UMIAR_SECRET_KEY || demoKey(dataDir, 'secret_key')
  if (key === undefined) throw new UsageError('Set UMIAR_SECRET_KEY: only the shop’s server may do this.')
  return key
}

/** From the environment; in demo mode from the file of keys. */
function staffToken(environment: Environment, dataDir: string): string {
  const token = environment.UMIAR_STAFF_TOKEN || demoKey(dataDir, 'staff_token')
  if (token === undefined) throw new UsageError('Set UMIAR_STAFF_TOKEN: only staff may do this.')
  return token
}

function demoKey(dataDir: string, name: string): string | undefined {
  try {
    const { [name]: key } = JSON.parse(readFileSync(join(dataDir, 'demo-keys.json'), 'utf8'))
    return typeof key === 'string' ? key : undefined
  } catch {
    // No file: not in demo mode, or not on this machine.
    return undefined
  }
}
