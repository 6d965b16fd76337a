/** The staircase of the levels on invented Polana, three seeds; and that level 0 knows nobody. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bandsOf } from '../../benchmarks/simulation/bands.ts'
import type { MeasuredEngine } from '../../benchmarks/simulation/engine.ts'
import { openPolana, polanaStaircase, SEEDS } from '../../benchmarks/simulation/polana.ts'
import type { Situation } from '../../benchmarks/simulation/situations.ts'
import type { StepQuality } from '../../benchmarks/simulation/staircase.ts'

/** Every so manyth person is asked, so that it takes seconds; the command asks everybody. */
const EVERY = 4

describe.each(SEEDS)('the staircase of Polana, seed %d', (seed) => {
  let steps: readonly StepQuality[]
  beforeAll(async () => {
    steps = (await polanaStaircase({ every: EVERY, seed })).steps
  })

  it('rises from popularity to the page', () => {
    expect(bandsOf(steps)[0]).toMatchObject({ holds: true })
  })

  it('rises from the page to the visit, and by .10 from the visit to the history', () => {
    for (const band of bandsOf(steps).slice(1, 3)) expect(band).toMatchObject({ holds: true })
  })
})

describe('level 0 on Polana', () => {
  const page = { category: 'tea', page_type: 'category' } as const
  let engine: MeasuredEngine
  let situations: readonly Situation[]
  beforeAll(async () => {
    ;({ engine, situations } = await openPolana({ seed: SEEDS[0] }))
  })
  afterAll(() => engine.close())

  it('answers two shoppers the same bytes, whatever they did before, while level 3 does not', async () => {
    const known = situations.filter(({ shopper }) => shopper.attitude.trainModels).slice(0, 2)
    const [first, second] = known.map(({ shopper }) => shopper.anonymousId) as [string, string]
    expect(await engine.ask(first, page)).not.toEqual(await engine.ask(second, page))
    const nobody = await engine.answer(undefined, page)
    for (const id of ['a guest', 'another guest']) expect(await engine.answer(id, page)).toBe(nobody)
    for (const id of [first, second]) await engine.choose(id, 0)
    const lowered = await Promise.all([first, second].map((id) => engine.answer(id, page)))
    expect(lowered[0]).toBe(lowered[1])
    expect(lowered[0]).toBe(await engine.answer(undefined, page))
  })

  it('answers the same bytes after events of somebody at level 0', async () => {
    const before = await engine.answer('somebody', page)
    await expect(
      engine.tell([
        {
          anonymous_id: 'somebody',
          event: 'view_item',
          event_id: 'one',
          items: [{ item_id: situations[0]?.next.id }],
          session_id: 'visit',
          time: new Date(engine.nowMs()).toISOString(),
        },
      ]),
    ).rejects.toThrow('dropped_no_consent')
    expect(await engine.answer('somebody', page)).toBe(before)
  })
})
