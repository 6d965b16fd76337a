/**
 * Doing again what the server only asked to wait with.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { ApiProblem } from '@umiar/http-client'

const MOST_TRIES = 20

/** Makes a call, and again after the time the server names while it answers 429. */
export async function patiently<Reply>(call: () => Promise<Reply>): Promise<Reply> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call()
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 429 || attempt === MOST_TRIES) throw error
      await wait(1_000 * (error.retryAfterSeconds ?? 1))
    }
  }
}
