/**
 * The time all of personalization has on a page.
 */
import { fault } from './calls.ts'

export const BUDGET_MS = 300

/** Runs it; after the budget it is aborted and whatever comes later is ignored. @throws CallFault `late` */
export function withinBudget<Value>(run: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController()
    const startedAt = performance.now()
    const end = (): void => {
      reject(fault('late'))
      controller.abort()
    }
    setTimeout(end, BUDGET_MS)
    // On a busy page the timer may come too late itself.
    run(controller.signal).then(
      (value) => (performance.now() - startedAt > BUDGET_MS ? end() : resolve(value)),
      reject,
    )
  })
}
