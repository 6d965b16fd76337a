/**
 * Where the learner sits: in a thread of its own, or in that of its caller.
 *
 * In a thread learning never holds up serving. Tests that start an engine hundreds of times, and
 * simulations that want each act learned before the next, let it sit with the caller.
 */
import { Worker } from 'node:worker_threads'
import { LearnerDesk } from './learner-desk.ts'
import type { FromLearner, LearnerData, ToLearner } from './protocol.ts'

const WORKER = new URL('./learner-worker.ts', import.meta.url)

export interface Seat {
  post(message: ToLearner): void
  /** Resolves when the learner has ended, by wish or by accident. */
  readonly ended: Promise<void>
}

/** A thread of its own. @param onFailure told if it breaks */
export function threadSeat(
  data: LearnerData,
  onMessage: (message: FromLearner) => void,
  onFailure: () => void,
): Seat {
  // No options of the parent (loaders, inspectors) are wanted in the worker.
  const worker = new Worker(WORKER, { execArgv: [], workerData: data })
  worker.on('message', onMessage)
  worker.on('error', onFailure)
  return {
    ended: new Promise((resolve) => {
      worker.on('exit', () => resolve())
    }),
    post: (message) => worker.postMessage(message),
  }
}

/** The caller's thread; messages still arrive later and in order, as between threads. */
export function callerSeat(data: LearnerData, onMessage: (message: FromLearner) => void): Seat {
  const end = Promise.withResolvers<void>()
  const desk = new LearnerDesk(
    data,
    (message) => void setImmediate(onMessage, message),
    () => end.resolve(),
  )
  return { ended: end.promise, post: (message) => void setImmediate(() => desk.receive(message)) }
}
