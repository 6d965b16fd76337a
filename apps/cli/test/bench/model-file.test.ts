import { describe, expect, it } from 'vitest'
import { benchModelFile } from '../../src/bench/model-file.ts'

describe('bench model-file', () => {
  it('says what files and image cost, and that they bring back the state they were written from', async () => {
    const figures = await benchModelFile({ clicks: 4_000, erasures: 5, repeats: 2, seed: 3 })
    expect(figures).toMatchObject({
      clicks: expect.any(Number),
      disk: { bytesPerClick: expect.any(Number) },
      forgetting: { people: 5 },
      loading: { loadMs: { runs: 2 } },
    })
  })
})
