/**
 * What the staircase has to hold, on every seed.
 */
import type { Step, StepQuality } from './staircase.ts'

/** A claim about one staircase, and whether it holds there. */
export interface Band {
  readonly claim: string
  readonly holds: boolean
}

/** The four bands, in the order of the levels. */
export function bandsOf(steps: readonly StepQuality[]): readonly Band[] {
  const ndcg = (step: Step): number => steps.find((quality) => quality.step === step)?.ndcg ?? 0
  const said = (value: number): string => value.toFixed(3)
  const [history, page, popular, visit] = [ndcg('history'), ndcg('page'), ndcg('popular'), ndcg('visit')]
  return [
    {
      claim: `the page alone is at least twice popularity: ${said(page)} ≥ 2 × ${said(popular)}`,
      holds: page >= 2 * popular,
    },
    { claim: `the visit is better than the page alone: ${said(visit)} > ${said(page)}`, holds: visit > page },
    {
      claim: `the history is better than the visit by .10: ${said(history)} ≥ ${said(visit + 0.1)}`,
      holds: history >= visit + 0.1,
    },
    { claim: `the history reaches .70: ${said(history)}`, holds: history >= 0.7 },
  ]
}
