/**
 * What if fewer people agreed that suggestions learn from them? The same questions, asked of models that
 * learned from a part of the people; where a log names none, from a part of the visits.
 */
import { QualityMeter } from '@umiar/recommender'
import { learn, predict } from '../offline-model.ts'
import type { LoggedSession } from '../read-sessions.ts'
import { type Asking, ask } from './asking.ts'
import type { ReportFigures } from './figures.ts'
import { rounded } from './spread.ts'

/** Shares of people who teach. */
const SHARES = [1, 0.5, 0.25, 0.1, 0.05] as const

/** Learns and asks once for each share. @param every how manyth question is asked */
export function sweepShares(asking: Asking, every: number): ReportFigures['sweep'] {
  const { counts, options, parts, progress } = asking
  let cases = 0
  const shares = SHARES.map((share) => {
    const step = `${share * 100} % teach`
    const teaching = parts.train.filter((session) => drawOf(session) < share)
    const meter = new QualityMeter(options.k, { itemCounts: counts })
    if (teaching.length > 0) {
      const model = learn(teaching, (done) => progress(step, done))
      cases = ask(asking, step, every, (asked) =>
        meter.add(predict(model, options.strategy, asked, options.k, asking.content), asked.targets),
      )
    }
    const { hitRate, ndcg } = meter.report()
    return { hit_rate: rounded(hitRate), ndcg: rounded(ndcg), sessions: teaching.length, share }
  })
  return { cases, shares }
}

/** A draw in [0, 1) that hangs on the person's name alone: whoever teaches at 5 % teaches at 50 % too. */
function drawOf({ session, user }: LoggedSession): number {
  let hash = 0x811c9dc5
  for (const sign of user ?? `visit ${session}`)
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
