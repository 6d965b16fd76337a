/** Polana comes into an empty engine only, and comes to its end however often it is broken off. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { polanaWorld, type WorldClients } from '../../bin/demo-world.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'umiar-demo-world-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

/** An engine that holds so many products and goes away at the first word about the shop. */
function engineWith(products: number): WorldClients {
  const gone = new Proxy({}, { get: () => () => Promise.reject(new Error('the engine went away')) })
  return {
    nowMs: () => Date.UTC(2026, 10, 23),
    shop: gone as WorldClients['shop'],
    staff: { readiness: async () => ({ products }) } as unknown as WorldClients['staff'],
  }
}

it('leaves an engine alone that somebody else has filled, by an import for example', async () => {
  await polanaWorld(engineWith(5), directory).fill()
})

it('begins in an empty engine, and goes on where it was broken off', async () => {
  await expect(polanaWorld(engineWith(0), directory).fill()).rejects.toThrow('went away')
  await expect(polanaWorld(engineWith(5), directory).fill()).rejects.toThrow('went away')
})
