/**
 * The learner: a worker thread that owns the state of the model and publishes pictures of it.
 *
 * It knows no clock and no timer: the main thread says when to publish and what time it is.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { ModelState } from '@umiar/recommender'
import type { Change, FromLearner, LearnerData, ToLearner } from './protocol.ts'

const port = parentPort!
const state = new ModelState(workerData as LearnerData)

const post = (message: FromLearner): void => port.postMessage(message)

/** Sessions a slice of compaction takes: a few milliseconds, and whoever wants to be forgotten comes between. */
const SLICE = 8_192
let isCompacting = false
let isClosed = false

port.on('message', ({ changes, ask, close }: ToLearner) => {
  for (const change of changes) {
    try {
      carryOut(change)
    } catch (error) {
      // A session with unusable times is refused whole; the others must not suffer from it.
      if (!(error instanceof RangeError)) throw error
      post({ refused: error.message })
    }
  }
  if (ask !== undefined) {
    if ('hash' in ask) post({ hash: state.stateHash(), id: ask.id })
    else post({ id: ask.id, snapshot: state.publish(ask.publishAtMs) })
  }
  if (close) {
    isClosed = true
    port.close()
  } else if (!isCompacting) goOn()
})

function goOn(): void {
  isCompacting = !isClosed && state.work(SLICE)
  if (isCompacting) setImmediate(goOn)
}

function carryOut(change: Change): void {
  if ('append' in change) state.append(change.append, change.session)
  else if ('replace' in change) state.replace(change.replace, change.sessions)
  else if ('forget' in change) state.forget(change.forget)
  else state.block(change.block)
}
