/**
 * Stopping: accept nothing new, finish what is in flight, commit, release the store, exit. At most 10 s.
 */
import type { Application } from '@umiar/use-cases'
import type { FastifyInstance } from 'fastify'

/** Process managers kill after 10 s; we leave by ourselves before. */
export const CLOSE_WITHIN_MS = 9_500
const ECHO_MS = 500

/**
 * Closes server and application, in this order: answers in flight still need the store.
 *
 * @returns `true` if all was closed in time
 */
export async function closeInOrder(
  server: Pick<FastifyInstance, 'close'>,
  app: Pick<Application, 'close'>,
  withinMs: number = CLOSE_WITHIN_MS,
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, withinMs, false)
  })
  const closed = async (): Promise<true> => {
    await server.close()
    await app.close()
    return true
  }
  try {
    return await Promise.race([closed(), tooLate])
  } finally {
    clearTimeout(timer)
  }
}

export interface SignalOptions {
  /** Where signals come from and what ends; `process` unless a test says otherwise. */
  readonly host?: Pick<NodeJS.Process, 'on' | 'exit'>
  readonly withinMs?: number
  /** A repeated signal within this time is the echo of the first. */
  readonly echoMs?: number
  /** Told once, when the first signal arrives. */
  readonly onClosing?: (signal: NodeJS.Signals) => void
}

/**
 * Closes on SIGTERM and SIGINT and exits: 0 if all was closed in time, 1 if not. A second signal of an
 * impatient operator exits at once with 1.
 */
export function closeOnSignal(
  server: Pick<FastifyInstance, 'close'>,
  app: Pick<Application, 'close'>,
  options: SignalOptions = {},
): void {
  const { echoMs = ECHO_MS, host = process } = options
  let closingSince: number | undefined
  const close = (signal: NodeJS.Signals): void => {
    if (closingSince !== undefined) {
      // One wish may arrive twice: from the terminal or the service manager, and passed on by npm.
      if (performance.now() - closingSince >= echoMs) host.exit(1)
      return
    }
    closingSince = performance.now()
    options.onClosing?.(signal)
    closeInOrder(server, app, options.withinMs).then(
      (inTime) => host.exit(inTime ? 0 : 1),
      () => host.exit(1),
    )
  }
  host.on('SIGTERM', close)
  host.on('SIGINT', close)
}
