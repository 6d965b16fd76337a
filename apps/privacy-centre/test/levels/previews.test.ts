import { describe, expect, it } from 'vitest'
import { createPreviews } from '../../src/levels/previews.ts'
import { fakeEngine, refusal } from '../support/fake-engine.ts'

describe('previews', () => {
  it('are asked once a minute for each language, of nobody', async () => {
    const { calls, client } = fakeEngine()
    let nowMs = 0
    const previews = createPreviews(client, () => nowMs)
    expect([...(await previews('pl')).keys()]).toEqual([0, 1, 2, 3])
    await previews('pl')
    expect(calls).toHaveLength(4)
    await previews('en')
    expect(calls).toHaveLength(8)
    nowMs = 60_000
    await previews('pl')
    expect(calls).toHaveLength(12)
  })

  it('that failed are asked again at the next view', async () => {
    const { calls, client, failing } = fakeEngine()
    const previews = createPreviews(client, () => 0)
    failing.set('previewLevel', refusal(503, 'store_unavailable'))
    expect((await previews('pl')).size).toBe(0)
    failing.clear()
    expect((await previews('pl')).size).toBe(4)
    expect(calls).toHaveLength(8)
  })
})
