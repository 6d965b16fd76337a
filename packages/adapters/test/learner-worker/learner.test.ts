import { ModelState, type TrainingSession } from '@umiar/recommender'
import type { ItemId } from '@umiar/vocabulary'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type LearnerOptions, type RunningLearner, startLearner } from '../../src/index.ts'
import { person } from '../support/world.ts'

const clock = { nowMs: () => 1_700_000_000_000 }
const item = (name: string): ItemId => name as ItemId

const visit = (sessionKey: string, ...items: string[]): TrainingSession => ({
  events: items.map((name, n) => ({ atMs: 1_699_999_000_000 + n * 1000, itemId: item(name), kind: 'view' })),
  sessionKey,
})

async function start(options: Partial<LearnerOptions> = {}): Promise<RunningLearner> {
  const learner = await startLearner({ clock, ...options })
  onTestFinished(() => learner.close())
  return learner
}

describe('the learner', () => {
  it('begins with an empty model', async () => {
    const learner = await start()
    expect(learner.model().sessionCount).toBe(0)
    expect(learner.model().sessionNeighbours([item('tea')], 5)).toEqual([])
  })

  it('shows everything said so far once it has settled', async () => {
    const learner = await start()
    learner.append(person('anna'), visit('1', 'tea', 'mug'))
    learner.append(person('basia'), visit('1', 'tea', 'pot'))
    await learner.settled()
    expect(learner.model().sessionCount).toBe(2)
    const found = learner
      .model()
      .sessionNeighbours([item('tea')], 5)
      .map((scored) => scored.itemId)
    expect(found.sort()).toEqual(['mug', 'pot'])
    expect(learner.model().trainedAtMs).toBe(clock.nowMs())
  })

  it('publishes by itself when something has changed', async () => {
    const seen: number[] = []
    const published = new Promise<void>((resolve) => {
      void start({
        onSnapshot: (snapshot) => {
          seen.push(snapshot.sessionCount)
          if (snapshot.sessionCount === 2) resolve()
        },
      }).then((learner) => {
        learner.append(person('anna'), visit('1', 'tea'))
        learner.append(person('basia'), visit('1', 'tea'))
        // Nothing else keeps the test alive while the timer, which does not, is waiting.
        const alive = setInterval(() => undefined, 1000)
        onTestFinished(() => clearInterval(alive))
      })
    })
    await published
    expect(seen).toEqual([0, 2])
  })

  it('publishes again by itself when what lagged behind is complete', async () => {
    const rows: number[] = []
    await new Promise<void>((resolve) => {
      void start({
        onSnapshot: (snapshot) => {
          rows.push(snapshot.rows?.slotOf.reduce((sum, slot) => sum + Math.sign(slot), 0) ?? 0)
          if (rows.at(-1) === 400) resolve()
        },
      }).then((learner) => {
        for (let n = 0; n < 3_000; n++)
          learner.append(person(`p${n}`), visit('1', `item ${n % 400}`, `item ${(n * 7) % 400}`))
        const alive = setInterval(() => undefined, 1000)
        onTestFinished(() => clearInterval(alive))
      })
    })
    // None at first, some with the first picture, all with the next.
    expect(rows.length).toBeGreaterThanOrEqual(3)
    expect(rows[0]).toBe(0)
    expect(rows[1]).toBeGreaterThan(0)
    expect(rows[1]).toBeLessThan(400)
  })

  it('has forgotten a person when it says so: model and state hash are those of a world without her', async () => {
    const learner = await start()
    learner.append(person('anna'), visit('1', 'tea', 'mug'))
    learner.append(person('basia'), visit('1', 'tea', 'pot'))
    await learner.settled()
    const before = learner
      .model()
      .sessionNeighbours([item('tea')], 5)
      .map((scored) => scored.itemId)
    expect(before).toContain('mug')
    await learner.forget(person('anna'))
    const after = learner
      .model()
      .sessionNeighbours([item('tea')], 5)
      .map((scored) => scored.itemId)
    expect(after).toEqual(['pot'])
    const without = new ModelState()
    without.append(person('basia'), visit('1', 'tea', 'pot'))
    expect(await learner.stateHash()).toBe(without.stateHash())
  })

  it('shares a publication among people forgotten at once', async () => {
    let publications = 0
    const learner = await start({ onSnapshot: () => publications++ })
    for (let n = 0; n < 50; n++) learner.append(person(`p${n}`), visit('1', 'tea', `item ${n}`))
    await learner.settled()
    const before = publications
    await Promise.all(Array.from({ length: 50 }, (_, n) => learner.forget(person(`p${n}`))))
    expect(publications - before).toBeLessThanOrEqual(2)
    expect(learner.model().sessionCount).toBe(0)
    expect(await learner.stateHash()).toBe(new ModelState().stateHash())
  })

  it('replaces and blocks in the order it was told', async () => {
    const learner = await start()
    learner.append(person('anna'), visit('1', 'tea', 'mug'))
    learner.replace(person('anna'), [visit('2', 'tea', 'pot')])
    learner.block([item('pot')])
    await learner.settled()
    expect(learner.model().sessionsWith(item('mug'))).toBe(0)
    expect(learner.model().sessionsWith(item('tea'))).toBe(1)
    expect(learner.model().sessionNeighbours([item('tea')], 5)).toEqual([])
    learner.block([])
    await learner.settled()
    expect(
      learner
        .model()
        .sessionNeighbours([item('tea')], 5)
        .map((found) => found.itemId),
    ).toEqual(['pot'])
  })

  it('refuses a session with unusable times, tells, and goes on', async () => {
    const refused: string[] = []
    const learner = await start({ onRefusal: (message) => refused.push(message) })
    learner.append(person('anna'), {
      events: [{ atMs: Number.NaN, itemId: item('tea'), kind: 'view' }],
      sessionKey: '1',
    })
    learner.append(person('basia'), visit('1', 'tea'))
    await learner.settled()
    expect(refused).toHaveLength(1)
    expect(learner.model().sessionCount).toBe(1)
  })

  it('answers nothing after it was closed, but its last model stays', async () => {
    const learner = await start()
    learner.append(person('anna'), visit('1', 'tea'))
    await learner.settled()
    await learner.close()
    await expect(learner.stateHash()).rejects.toMatchObject({ code: 'store_unavailable' })
    await expect(learner.forget(person('anna'))).rejects.toMatchObject({ code: 'store_unavailable' })
    expect(() => learner.append(person('anna'), visit('2', 'tea'))).toThrow(
      expect.objectContaining({ code: 'store_unavailable' }),
    )
    expect(learner.model().sessionCount).toBe(1)
  })
})
