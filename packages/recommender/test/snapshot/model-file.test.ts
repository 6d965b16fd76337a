import { DomainError, type ItemId, type ShopId } from '@umiar/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Model, type ModelSnapshot, ModelState, openModelFile, writeModelFile } from '../../src/index.ts'
import { decodedRows } from '../reference/decoded-rows.ts'
import { anyScript } from '../reference/random-world.ts'
import { rebuild, runScript } from '../reference/script-runner.ts'

const SHOP = 'shop-of-tests' as ShopId
const CONTEXT = { shopId: SHOP, trainedAtMs: 0 }
const ITEMS = Array.from({ length: 8 }, (_, n) => `item-${n}` as ItemId)

const bytesOf = (file: ArrayBufferLike): Buffer => Buffer.from(new Uint8Array(file).slice())
/** The bytes in a buffer of their own, as a reader of a file or a page would hold them. */
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer as ArrayBuffer
const codeOf = (act: () => unknown): string | undefined => {
  try {
    act()
    return undefined
  } catch (error) {
    return error instanceof DomainError ? error.code : `not a DomainError: ${error}`
  }
}

/** Every kind of answer, to the last bit. */
function answers(snapshot: ModelSnapshot): unknown {
  const model = new Model(snapshot)
  return {
    also: ITEMS.map((item) => model.alsoViewed([item], 5)),
    bought: ITEMS.map((item) => model.boughtTogether([item], 5)),
    learned: model.learned,
    neighbours: ITEMS.map((item, n) => model.sessionNeighbours([item, ITEMS[(n * 3) % 8]!], 5)),
    popular: model.popular(8),
    trending: model.trending(8),
    version: model.version,
  }
}

describe('model file', () => {
  it('gives the answers of the snapshot it was written from, from shared and from ordinary memory', () => {
    let sessions = 0
    fc.assert(
      fc.property(anyScript(), (script) => {
        const state = new ModelState({ compactAfterSessions: 5 })
        runScript(state, script)
        const snapshot = state.publish(0)
        sessions += snapshot.sessionCount
        const file = writeModelFile(snapshot, SHOP)
        const { rows, ...opened } = openModelFile(file, CONTEXT)
        const { rows: written, ...others } = snapshot
        expect(opened).toEqual({ ...others, generation: expect.any(Number) })
        expect(decodedRows({ ...opened, rows: rows! })).toEqual(decodedRows({ ...others, rows: written! }))
        expect(answers(openModelFile(file, CONTEXT))).toEqual(answers(snapshot))
        expect(answers(openModelFile(bufferOf(bytesOf(file)), CONTEXT))).toEqual(answers(snapshot))
      }),
      { numRuns: 300, seed: 4 },
    )
    expect(sessions).toBeGreaterThan(300)
  })

  it('is the same, byte for byte, for equal states after compaction', () => {
    let forgotten = 0
    fc.assert(
      fc.property(anyScript(), (script) => {
        const state = new ModelState({ compactAfterSessions: 3 })
        const outcome = runScript(state, script)
        forgotten += outcome.exercised.forget ?? 0
        const fresh = rebuild(new ModelState(), outcome)
        const files = [state, fresh].map((one, n) => {
          one.compact()
          one.settle()
          return bytesOf(writeModelFile(one.publish(n), SHOP))
        })
        expect(files[0]!.equals(files[1]!)).toBe(true)
      }),
      { numRuns: 500, seed: 5 },
    )
    expect(forgotten).toBeGreaterThan(100)
  })

  it('is refused after any flipped bit, any cut, any damage', () => {
    const bytes = bytesOf(writeModelFile(someModel(), SHOP))
    const refused = (damaged: Uint8Array) =>
      ['model_file_damaged', 'model_file_version'].includes(
        `${codeOf(() => openModelFile(bufferOf(damaged), CONTEXT))}`,
      )
    expect(refused(bytes)).toBe(false)
    for (let at = 0; at < bytes.length; at++) {
      const flipped = Buffer.from(bytes)
      flipped[at]! ^= 1 << (at % 8)
      expect([at, refused(flipped)]).toEqual([at, true])
      expect([at, refused(bytes.subarray(0, at))]).toEqual([at, true])
    }
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 20, minLength: 1 }),
        fc.nat(64),
        (damages, longer) => {
          const damaged = Buffer.concat([bytes, Buffer.alloc(longer)])
          for (const [at, value] of damages) damaged[at] = value
          expect(refused(damaged)).toBe(!damaged.equals(bytes))
        },
      ),
      { numRuns: 5_000, seed: 6 },
    )
  })

  it('of another shop or another version is refused with a code of its own', () => {
    const file = writeModelFile(someModel(), SHOP)
    expect(codeOf(() => openModelFile(file, { ...CONTEXT, shopId: 'other' as ShopId }))).toBe(
      'model_file_foreign_shop',
    )
    for (const version of [1, 3]) {
      const other = bufferOf(bytesOf(file))
      new Uint32Array(other)[2] = version
      expect(() => openModelFile(other, CONTEXT)).toThrow(
        expect.objectContaining({ code: 'model_file_version', facts: { expected: 2, version } }),
      )
    }
  })

  it('is opened in place: its arrays lie in the buffer it was given', () => {
    const file = writeModelFile(someModel(), SHOP)
    const { base, baseItems, popularity } = openModelFile(file, CONTEXT)
    for (const values of [base.steps, base.postings, base.sessionSteps, baseItems.codes, popularity])
      expect(values.buffer).toBe(file)
  })
})

function someModel(): ModelSnapshot {
  const state = new ModelState()
  const [script] = fc.sample(anyScript(), { numRuns: 1, seed: 12 })
  runScript(
    state,
    script!.filter((command) => command.do === 'append'),
  )
  return state.publish(0)
}
