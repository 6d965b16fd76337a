/** What is kept of a person is used only for as long as nothing she did, said or allowed differs. */
import { describe, expect, it } from 'vitest'
import { fillSlot } from '../../src/recommendations/fill-slot.ts'
import { contextOf } from '../../src/recommendations/known-context.ts'
import { NO_HOLDINGS } from '../../src/subjects/ownership.ts'
import { addStep, beginVisit, clearVisit, dropFromVisit, noteSaid } from '../../src/subjects/visit.ts'
import { ago, catalogueOf, id, modelOf, NOW, PAGE, personOf } from '../support/small-shop.ts'

const step = (item: string, atMs = NOW) => ({ atMs, itemId: id(item), kind: 'view' as const })

/** Somebody in a visit who keeps a history. */
function somebody() {
  const visit = beginVisit(NOW)
  addStep(visit, step('tea-1'), NOW)
  return { history: { holdings: NO_HOLDINGS, steps: [step('ware-1', ago(5))] }, taste: undefined, visit }
}

describe('the context of a person', () => {
  it('is the same object while nothing differs', () => {
    const her = somebody()
    expect(contextOf(her)).toBe(contextOf({ ...her }))
  })

  it('is another one after every step, hint, forgotten item, ended visit and shut history', () => {
    const her = somebody()
    const changes: (() => unknown)[] = [
      () => addStep(her.visit, step('tea-2'), NOW),
      () => her.history.steps.unshift(step('ware-2', ago(9))),
      () => noteSaid(her.visit.liked, id('tea-3'), NOW),
      () => dropFromVisit(her.visit, id('tea-2')),
      () => clearVisit(her.visit),
    ]
    let before = contextOf(her)
    for (const change of changes) {
      change()
      const after = contextOf(her)
      expect(after).not.toBe(before)
      before = after
    }
    expect(contextOf({ ...her, history: undefined })).toMatchObject({ history: [], visit: [] })
  })

  it('gives a shelf without what was forgotten, though one with it was kept', async () => {
    const catalogue = await catalogueOf(
      ['tea', 'ware'].flatMap((category) =>
        Array.from({ length: 12 }, (_, n) => ({ category, item_id: `${category}-${n}` })),
      ),
    )
    const model = modelOf([])
    const her = somebody()
    const causes = (data: Parameters<typeof contextOf>[0]): (string | undefined)[] =>
      fillSlot(
        catalogue,
        model,
        { id: 'slot', limit: 10 },
        0,
        PAGE,
        { ...personOf({}), context: contextOf(data) },
        new Set(),
      ).candidates.map(({ cause }) => cause)
    expect(causes(her)).toContain('tea-1')
    expect(causes({ ...her, history: undefined })).not.toContain('ware-1')
    dropFromVisit(her.visit, id('tea-1'))
    expect(causes(her)).not.toContain('tea-1')
  })
})
