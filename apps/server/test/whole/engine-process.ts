/**
 * The real engine as a child process in a folder of its own, as an operator runs it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readOwner } from '@umiar/adapters'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

export interface EngineProcess {
  readonly directory: string
  readonly url: string
  /** Everything it printed so far. */
  output(): string
  call(
    method: string,
    path: string,
    body?: unknown,
    key?: string,
  ): Promise<{ status: number; body: Record<string, unknown> }>
  /** A shopper token for the visitor. */
  token(anonymousId: string): Promise<string>
  /** Sends the signal and waits. @returns exit code, or the signal that ended it */
  end(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>
}

/** A fresh folder, removed by the caller through `removeFolder`. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'umiar-process-'))
}

export function removeFolder(directory: string): void {
  rmSync(directory, { force: true, recursive: true })
}

/** Starts the engine and waits until it answers. @throws Error with its output if it ends instead */
export async function startEngine(
  directory: string,
  environment: Record<string, string> = {},
): Promise<EngineProcess> {
  const { child, output } = launch(directory, environment)
  const ended = endOf(child)
  let over = false
  void ended.then(() => {
    over = true
  })
  for (;;) {
    const owner = readOwner(directory)
    if (owner !== undefined && (await isAnswering(owner.url)))
      return handle(child, ended, output, directory, owner.url)
    if (over) throw new Error(output())
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

/** Starts an engine that is expected to refuse. @returns what it printed and its exit code */
export async function refusedStart(
  directory: string,
  environment: Record<string, string> = {},
): Promise<{ code: unknown; output: string }> {
  const { child, output } = launch(directory, environment)
  const code = await endOf(child)
  return { code, output: output() }
}

function launch(
  directory: string,
  environment: Record<string, string>,
): { child: ChildProcess; output: () => string } {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('UMIAR_')),
  )
  const child = spawn(process.execPath, [MAIN], {
    env: { ...inherited, UMIAR_DATA_DIR: directory, UMIAR_DEMO_SEED: 'off', UMIAR_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  return { child, output: () => text }
}

function endOf(child: ChildProcess): Promise<number | NodeJS.Signals> {
  return new Promise((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? (signal as NodeJS.Signals))),
  )
}

function handle(
  child: ChildProcess,
  ended: Promise<number | NodeJS.Signals>,
  output: () => string,
  directory: string,
  url: string,
): EngineProcess {
  const keys = JSON.parse(readFileSync(join(directory, 'demo-keys.json'), 'utf8')) as { secret_key: string }
  const call: EngineProcess['call'] = async (method, path, body, key = keys.secret_key) => {
    const response = await fetch(url + path, {
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>), status: response.status }
  }
  return {
    call,
    directory,
    async end(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
    output,
    token: async (anonymousId) =>
      (await call('POST', '/v1/shopper-tokens', { anonymous_id: anonymousId })).body.token as string,
    url,
  }
}

async function isAnswering(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    (response) => response.ok,
    () => false,
  )
}
