/**
 * Polana's traps played on the product as started: gift, shared tablet, bot, stock-out, erasure and the rest.
 */
import { createClient } from '@umiar/http-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { polanaAt } from '../../../apps/demo-shop/src/polana/index.ts'
import {
  createSeedEngine,
  createStageEngine,
  playScenario,
  SCENARIOS,
  type StageOptions,
  seedPolana,
} from '../../../apps/demo-shop/src/simulator/index.ts'
import { type Product, startProduct } from './product.ts'

describe('an engine that holds Polana', () => {
  let product: Product
  let options: Omit<StageOptions, 'idOf' | 'nowMs'>

  beforeAll(async () => {
    product = await startProduct({ UMIAR_DEMO_SEED: 'off' })
    const client = createClient({ baseUrl: product.url, key: product.keys.secret_key })
    const nowMs = Date.now()
    const products = polanaAt(nowMs).products.map(({ feed }) => feed)
    await seedPolana(createSeedEngine(client), { nowMs, products })
    options = { engine: createStageEngine(client), products }
  }, 120_000)
  afterAll(() => product?.end())

  it.each(SCENARIOS.map((scenario) => [scenario.id, scenario.expected.en, scenario] as const))(
    '%s: %s',
    async (id, _expected, scenario) => {
      const claims = await playScenario(scenario, {
        ...options,
        idOf: (name) => `trap-${id}-${name}`.replaceAll(' ', '-'),
        nowMs: Date.now(),
      })
      expect(claims.length).toBeGreaterThan(0)
      expect(claims.filter(({ holds }) => !holds)).toEqual([])
    },
  )

  it('would notice: a claim that does not hold is named', async () => {
    const [scenario] = SCENARIOS
    if (scenario === undefined) throw new Error('no scenario')
    const engine = { ...options.engine, feedback: async () => undefined }
    const claims = await playScenario(scenario, {
      ...options,
      engine,
      idOf: (name) => `deaf-${name}`,
      nowMs: Date.now(),
    })
    expect(claims.filter(({ holds }) => !holds).map(({ claim }) => claim)).toContain(
      'afterwards no reason rests on a gift',
    )
  })
})
