import { describe, expect, it } from 'vitest'
import { createPersonas } from '../src/personas.ts'

const story = { en: 'tea', pl: 'herbata' }
const OLA = { anonymousId: 'ola-1', key: 'ola', level: 3, name: 'Ola', story }
const JANUSZ = { anonymousId: 'janusz-1', key: 'janusz', level: 0, name: 'Janusz', story }

/** Personas over an engine that knows some ids, and what was told to it. */
function world(knownIds: readonly string[]) {
  const known = new Set(knownIds)
  const told: string[] = []
  let ids = 1
  const personas = createPersonas([OLA, JANUSZ], {
    isKnown: async (id) => known.has(id),
    newId: () => `new-${ids++}`,
    tell: async (key, id) => {
      told.push(`${key} as ${id}`)
      known.add(id)
    },
  })
  return { known, personas, told }
}

describe('becoming an invented person', () => {
  it('takes the id she has while the engine knows her', async () => {
    const { personas, told } = world(['ola-1'])
    expect(await personas.become('ola')).toBe('ola-1')
    expect(personas.byId('ola-1')?.name).toBe('Ola')
    expect(told).toEqual([])
  })

  it('tells her story anew under another id once she was erased; the old id stays forgotten', async () => {
    const { known, personas, told } = world([])
    expect(await personas.become('ola')).toBe('new-1')
    expect(await personas.become('ola')).toBe('new-1')
    expect(personas.byId('new-1')?.name).toBe('Ola')
    expect(told).toEqual(['ola as new-1'])
    expect(known.has('ola-1')).toBe(false)
  })

  it('is being nobody for who stays at level 0, and for a name nobody has', async () => {
    const { personas } = world([])
    expect(await personas.become('janusz')).toBeUndefined()
    expect(await personas.become('stranger')).toBeUndefined()
  })
})
