/**
 * One contender over all cases, timed and measured as `umiar evaluate` measures.
 */
import { QualityMeter, type QualityReport } from '@umiar/recommender'
import { itemCounts } from '../../apps/cli/src/evaluate/offline-model.ts'
import type { Contender } from './contenders.ts'
import type { World } from './world.ts'

export interface Row {
  readonly label: string
  readonly report: QualityReport
  readonly learnSeconds: number
  readonly answerSeconds: number
}

/** Learns, answers every case, measures. */
export async function compare(contender: Contender, world: World, k: number): Promise<Row> {
  const meter = new QualityMeter(k, { itemCounts: itemCounts(world.parts.train) })
  const begun = performance.now()
  const answer = await contender.learn()
  const learned = performance.now()
  for (const asked of world.cases) meter.add(answer(asked, k), asked.targets)
  return {
    answerSeconds: (performance.now() - learned) / 1_000,
    label: contender.label,
    learnSeconds: (learned - begun) / 1_000,
    report: meter.report(),
  }
}
