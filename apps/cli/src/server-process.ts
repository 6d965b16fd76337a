/**
 * A server of our own for as long as a command needs it: the real one, as a child process on a free
 * loopback port.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readOwner } from '@umiar/adapters'

/** Root of the repository, where `bin/umiar.mjs` lies. */
const ROOT = dirname(dirname(dirname(import.meta.dirname)))
const START_LIMIT_MS = 120_000
const STOP_LIMIT_MS = 15_000
const MOST_OUTPUT = 4000

export interface ServerProcess {
  readonly url: string
  /** Ends it as Ctrl-C does and waits. */
  stop(): Promise<void>
}

/**
 * Starts the server on a data directory and waits until it answers.
 *
 * @param dataDir absolute
 * @param environment added to ours; host and port are always a free one on loopback
 * @throws Error with the last lines the server wrote, if it does not come up
 */
export async function startServer(
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'umiar.mjs'), 'start'], {
    env: {
      ...process.env,
      ...environment,
      UMIAR_DATA_DIR: dataDir,
      UMIAR_HOST: '127.0.0.1',
      UMIAR_PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = lastOutput(child)
  const stop = () => stopped(child)
  endWithUs(child)
  try {
    return { stop, url: await answeringUrl(child, dataDir, output) }
  } catch (error) {
    await stop()
    throw error
  }
}

/** No server outlives the command that started it, however that ends. */
function endWithUs(child: ChildProcess): void {
  const kill = () => child.kill('SIGKILL')
  const leave = () => process.exit(130)
  process.once('exit', kill).once('SIGINT', leave).once('SIGTERM', leave)
  child.once('exit', () => process.off('exit', kill).off('SIGINT', leave).off('SIGTERM', leave))
}

async function answeringUrl(child: ChildProcess, dataDir: string, output: () => string): Promise<string> {
  const limit = performance.now() + START_LIMIT_MS
  while (performance.now() < limit) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The server ended at once:\n${output()}`)
    const owner = readOwner(dataDir)
    if (owner !== undefined && (await isReady(owner.url))) return owner.url
    await wait(50)
  }
  throw new Error(`The server did not answer within ${START_LIMIT_MS / 1000} s:\n${output()}`)
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(new URL('/readyz', url))).ok
  } catch {
    return false
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
  await ended
  clearTimeout(timer)
}

/** Reads what the child writes, so that it never waits for a reader, and keeps the end of it. */
function lastOutput(child: ChildProcess): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-MOST_OUTPUT)
    })
  }
  return () => text.trim()
}
