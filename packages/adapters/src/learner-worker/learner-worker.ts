/**
 * The learner: a worker thread that owns the state of the model and publishes pictures of it.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { LearnerDesk } from './learner-desk.ts'
import type { LearnerData, ToLearner } from './protocol.ts'

const port = parentPort!
const desk = new LearnerDesk(
  workerData as LearnerData,
  (message) => port.postMessage(message),
  () => port.close(),
)
port.on('message', (message: ToLearner) => desk.receive(message))
