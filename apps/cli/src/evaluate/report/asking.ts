/**
 * Walking through the questions of a log.
 */
import type { ContentIndex } from '@umiar/recommender'
import type { EvaluateOptions } from '../evaluate-options.ts'
import type { DividedLog } from '../split-sessions.ts'
import { type TestCase, testCases } from '../test-cases.ts'

/** Shows how far a step has come. @param share in [0, 1] */
export type Progress = (step: string, share: number) => void

/** All that asking needs. */
export interface Asking {
  readonly options: EvaluateOptions
  readonly parts: DividedLog
  /** The products, where a list of them was given. */
  readonly content: ContentIndex | undefined
  readonly counts: ReadonlyMap<string, number>
  readonly expected: number
  readonly progress: Progress
}

/** Walks through the questions, every so manyth. @returns how many */
export function ask(
  { expected, options, parts, progress }: Asking,
  step: string,
  every: number,
  answer: (asked: TestCase) => void,
): number {
  let at = 0
  let done = 0
  for (const asked of testCases(parts, options)) {
    if (at++ % every !== 0) continue
    answer(asked)
    if (++done % 256 === 0) progress(step, at / expected)
  }
  return done
}
