import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { closeInOrder, closeOnSignal } from '../src/index.ts'

function closers() {
  const order: string[] = []
  const closer = (name: string) => ({
    close: async () => {
      order.push(`${name} begins`)
      await Promise.resolve()
      order.push(`${name} ends`)
    },
  })
  return { app: closer('app'), order, server: closer('server') as never }
}

/** A process that remembers how it ended. */
function fakeHost() {
  const signals = new EventEmitter()
  const { promise, resolve } = Promise.withResolvers<number>()
  const exits: number[] = []
  const host = {
    exit: (code: number) => {
      exits.push(code)
      resolve(code)
    },
    on: signals.on.bind(signals),
  }
  return { exited: promise, exits, host: host as never, signals }
}

describe('closing', () => {
  it('ends the answers in flight before the store', async () => {
    const { app, order, server } = closers()
    expect(await closeInOrder(server, app)).toBe(true)
    expect(order).toEqual(['server begins', 'server ends', 'app begins', 'app ends'])
  })

  it('gives up on what never ends', async () => {
    const { app } = closers()
    expect(await closeInOrder({ close: () => new Promise<never>(() => {}) } as never, app, 1)).toBe(false)
  })

  it.each(['SIGTERM', 'SIGINT'])('follows %s and exits with 0', async (signal) => {
    const { app, order, server } = closers()
    const { exited, host, signals } = fakeHost()
    closeOnSignal(server, app, { host })
    signals.emit(signal, signal)
    expect(await exited).toBe(0)
    expect(order).toHaveLength(4)
  })

  it('exits with 1 when the store cannot be closed', async () => {
    const { server } = closers()
    const { exited, host, signals } = fakeHost()
    closeOnSignal(server, { close: () => Promise.reject(new Error('disk')) }, { host })
    signals.emit('SIGTERM', 'SIGTERM')
    expect(await exited).toBe(1)
  })

  it('exits at once on a second signal', () => {
    const { app } = closers()
    const { exits, host, signals } = fakeHost()
    closeOnSignal({ close: () => new Promise<never>(() => {}) } as never, app, { echoMs: 0, host })
    signals.emit('SIGINT', 'SIGINT')
    signals.emit('SIGINT', 'SIGINT')
    expect(exits).toEqual([1])
  })

  it('takes the echo of a signal for the same wish', () => {
    const { app } = closers()
    const { exits, host, signals } = fakeHost()
    closeOnSignal({ close: () => new Promise<never>(() => {}) } as never, app, { host })
    signals.emit('SIGINT', 'SIGINT')
    signals.emit('SIGINT', 'SIGINT')
    expect(exits).toEqual([])
  })
})
