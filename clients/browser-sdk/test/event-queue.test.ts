import { describe, expect, it } from 'vitest'
import { fault } from '../src/calls.ts'
import { createEventQueue } from '../src/event-queue.ts'

type Sent = readonly Readonly<Record<string, unknown>>[]

/** A queue whose time is moved by the test. */
function world(known = true) {
  const sent: Sent[] = []
  const waiting: { readonly run: () => void; readonly isRetry: boolean }[] = []
  const answers: (Error | undefined)[] = []
  const person = { id: known ? 'ola' : undefined }
  const queue = createEventQueue(
    {
      known: () => person.id,
      visitor: () => (person.id === undefined ? undefined : { anonymous_id: person.id, session_id: 's' }),
    },
    async (events) => {
      sent.push(events as Sent)
      const answer = answers.shift()
      if (answer !== undefined) throw answer
    },
    (run, isRetry) => void waiting.push({ isRetry, run }),
  )
  /** Runs what waits, and lets it end. */
  const pass = async (): Promise<void> => {
    for (const { run } of waiting.splice(0)) run()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { answers, pass, person, queue, sent, waiting }
}

describe('the queue of events', () => {
  it('takes nothing while nobody is known, not even for later', async () => {
    const { pass, person, queue, sent } = world(false)
    queue.track('view_item')
    person.id = 'ola'
    await pass()
    await queue.flush()
    expect(sent).toEqual([])
  })

  it('drops what waits when she withdraws, or when somebody else is known', async () => {
    const { pass, person, queue, sent } = world()
    queue.track('view_item')
    person.id = undefined
    await pass()
    expect(sent).toEqual([])
    person.id = 'ola'
    queue.track('view_item')
    person.id = 'janusz'
    await pass()
    expect(sent).toEqual([])
  })

  it('cannot be made to speak for somebody else', async () => {
    const { pass, queue, sent } = world()
    queue.track('view_item', { anonymous_id: 'janusz', event: 'purchase', event_id: 'mine', session_id: 'x' })
    await pass()
    expect(sent[0]?.[0]).toMatchObject({ anonymous_id: 'ola', event: 'view_item', session_id: 's' })
    expect(sent[0]?.[0]?.event_id).not.toBe('mine')
  })

  it('sends batches of at most 100, in order', async () => {
    const { pass, queue, sent } = world()
    for (let n = 0; n < 250; n++) queue.track('view_item', { n })
    for (let n = 0; n < 3; n++) await pass()
    expect(sent.map((batch) => batch.length)).toEqual([100, 100, 50])
    expect(sent.flat().map(({ n }) => n)).toEqual(Array.from({ length: 250 }, (_, n) => n))
  })

  it.each([
    ['silence', fault('offline')],
    ['a fault', fault('store_unavailable', 503)],
    ['too many requests', fault('rate_limited', 429)],
  ])('tries once more after %s, later, with the same ids', async (_name, answer) => {
    const { answers, pass, queue, sent, waiting } = world()
    answers.push(answer, answer)
    queue.track('view_item')
    await pass()
    expect(waiting.map(({ isRetry }) => isRetry)).toEqual([true])
    await pass()
    expect(sent).toHaveLength(2)
    expect(sent[1]).toEqual(sent[0])
    await pass()
    await queue.flush()
    expect(sent).toHaveLength(2)
  })

  it('does not repeat what was refused', async () => {
    const { answers, pass, queue, sent } = world()
    answers.push(fault('invalid_request', 422))
    queue.track('view_item')
    await pass()
    await queue.flush()
    expect(sent).toHaveLength(1)
  })

  it('refuses a field that JSON cannot say, and keeps the others as they were when they came', async () => {
    const { pass, queue, sent } = world()
    const circle: Record<string, unknown> = {}
    circle.circle = circle
    const items = [{ item_id: 'x' }]
    queue.track('view_item', { items })
    expect(() => queue.track('view_item', circle)).toThrow(TypeError)
    items[0] = { item_id: 'changed' }
    await pass()
    expect(sent[0]).toHaveLength(1)
    expect(sent[0]?.[0]?.items).toEqual([{ item_id: 'x' }])
  })
})
