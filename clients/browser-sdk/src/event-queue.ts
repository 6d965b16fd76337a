/**
 * Events on their way to the engine: gathered, sent in one batch when the browser is idle and when the
 * page is left, sent once more with the same `event_id` if that fails.
 *
 * No id, no event: it is not kept for later either, because what happened before a consent is not
 * covered by it. `navigator.sendBeacon` cannot carry the key's header, so leaving uses `keepalive`.
 */
import type { CallFault } from './calls.ts'
import { type Device, randomId } from './device.ts'

export interface EventQueue {
  /** Notes an event if somebody is known who allowed it. */
  track(name: string, fields?: Readonly<Record<string, unknown>>): void
  /** Sends what is there. */
  flush(): Promise<void>
}

interface Waiting {
  readonly event: { readonly anonymous_id: string }
  tried?: boolean
}

const MOST_IN_BATCH = 100

/**
 * @param send  sends a batch; rejects with a `CallFault`
 * @param later runs it when the browser has time; a second try some seconds later
 */
export function createEventQueue(
  device: Pick<Device, 'visitor' | 'known'>,
  send: (events: readonly unknown[]) => Promise<unknown>,
  later: (run: () => void, isRetry: boolean) => void,
): EventQueue {
  const waiting: Waiting[] = []
  let isPlanned = false

  const plan = (isRetry: boolean): void => {
    if (isPlanned || !waiting[0]) return
    isPlanned = true
    later(() => {
      isPlanned = false
      void flush()
    }, isRetry)
  }

  const flush = async (): Promise<void> => {
    const id = device.known()
    // Who withdrew meanwhile sends nothing more.
    const batch = waiting.splice(0, MOST_IN_BATCH).filter(({ event }) => event.anonymous_id === id)
    plan(false)
    if (!batch[0]) return
    try {
      await send(batch.map(({ event }) => event))
    } catch (thrown) {
      const { status } = thrown as Partial<CallFault>
      // A refusal would be the same again; silence, overload and faults may pass.
      if (status && status < 500 && status !== 429) return
      for (const one of batch) if (!one.tried) waiting.push({ ...one, tried: true })
      plan(true)
    }
  }

  return {
    flush,
    track(name, fields) {
      const visitor = device.visitor()
      if (!visitor) return
      const event = {
        ...fields,
        ...visitor,
        event: name,
        event_id: randomId(),
        time: new Date().toISOString(),
      }
      // As JSON has it now: a field that it cannot say, or that changes later, harms no other event.
      waiting.push({ event: JSON.parse(JSON.stringify(event)) })
      plan(false)
    },
  }
}
