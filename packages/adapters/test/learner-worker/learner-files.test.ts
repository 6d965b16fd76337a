import { join } from 'node:path'
import type { TrainingSession } from '@umiar/recommender'
import type { PersonMark } from '@umiar/use-cases'
import type { ItemId, ShopId, SubjectId } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { type RunningLearner, startLearner } from '../../src/index.ts'
import { person, temporaryDirectory } from '../support/world.ts'

const MARK: PersonMark = { newestArrival: 7, rows: 2, sinceSeq: 1 }
const visit = (sessionKey: string, ...items: string[]): TrainingSession => ({
  events: items.map((name, n) => ({ atMs: 1_000 + n, itemId: name as ItemId, kind: 'view' })),
  sessionKey,
})

/** A learner whose files are loaded, in a thread of its own as in the product. */
async function start(
  directory: string,
): Promise<{ learner: RunningLearner; people: ReadonlyMap<SubjectId, PersonMark> | undefined }> {
  const files = {
    directory: join(directory, 'model'),
    modelKey: new Uint8Array(32).fill(7),
    shopId: 'a'.repeat(32) as ShopId,
  }
  const learner = await startLearner({ clock: { nowMs: () => 1 }, files })
  return { learner, people: await learner.files!.load() }
}

describe('a learner with files', () => {
  it('knows after a restart what was covered and saved, and nobody else', async () => {
    const directory = temporaryDirectory()
    const first = await start(directory)
    expect(first.people).toBeUndefined()
    for (const name of ['anna', 'basia', 'celina'])
      first.learner.append(person(name), visit('1', 'tea', name))
    for (const name of ['anna', 'basia']) first.learner.files!.cover(person(name), MARK)
    await first.learner.files!.save()
    await first.learner.close()
    const { learner, people } = await start(directory)
    expect(people).toEqual(
      new Map([
        [person('anna'), MARK],
        [person('basia'), MARK],
      ]),
    )
    await learner.settled()
    expect(learner.model().sessionCount).toBe(2)
    await learner.close()
  })

  it('has let go of a person in its files, too, when it says that she is forgotten', async () => {
    const directory = temporaryDirectory()
    const first = await start(directory)
    for (const name of ['anna', 'basia']) {
      first.learner.append(person(name), visit('1', 'tea', name))
      first.learner.files!.cover(person(name), MARK)
    }
    await first.learner.files!.save()
    await Promise.all(['anna', 'nobody'].map((name) => first.learner.forget(person(name))))
    await first.learner.close()
    const { learner, people } = await start(directory)
    expect([...(people ?? new Map()).keys()]).toEqual([person('basia')])
    await learner.close()
  })

  it('lets go of steps a replacement lacks, and keeps the person for the next saving', async () => {
    const directory = temporaryDirectory()
    const first = await start(directory)
    first.learner.append(person('anna'), visit('1', 'tea', 'secret'))
    first.learner.files!.cover(person('anna'), MARK)
    await first.learner.files!.save()
    first.learner.replace(person('anna'), [visit('1', 'tea')])
    await first.learner.files!.purged()
    first.learner.files!.cover(person('anna'), { ...MARK, newestArrival: 8 })
    await first.learner.files!.save(true)
    const hash = await first.learner.stateHash()
    await first.learner.close()
    const { learner, people } = await start(directory)
    expect(people?.get(person('anna'))?.newestArrival).toBe(8)
    expect(await learner.stateHash()).toBe(hash)
    await learner.close()
  })
})
