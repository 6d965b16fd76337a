import { randomBytes } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NOTICE_VERSION } from '@umiar/use-cases'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EngineProcess, newFolder, refusedStart, removeFolder, startEngine } from './engine-process.ts'

let directory: string
beforeEach(() => {
  directory = newFolder()
})
afterEach(() => removeFolder(directory))

const choose = (engine: EngineProcess, token: string, level: number) =>
  engine.call(
    'PUT',
    '/v1/consent',
    { level, locale: 'pl', method: 'centre', notice_version: NOTICE_VERSION },
    token,
  )

const events = (name: string, from: number, count: number) => ({
  events: Array.from({ length: count }, (_, n) => ({
    anonymous_id: name,
    event: 'view_item',
    event_id: `${name}-${from + n}`,
    items: [{ item_id: `item-${(from + n) % 50}` }],
    session_id: `${name}-visit`,
    time: new Date().toISOString(),
  })),
})

describe('the engine as a process', () => {
  it('commits, answers and exits on SIGTERM under load; everything acknowledged is there after the restart', async () => {
    const engine = await startEngine(directory)
    const token = await engine.token('visitor-of-the-load')
    expect((await choose(engine, token, 3)).status).toBe(200)
    let acknowledged = 0
    let refused = 0
    let next = 0
    const line = async (): Promise<void> => {
      for (;;) {
        next += 20
        const reply = await engine
          .call('POST', '/v1/events', events('visitor-of-the-load', next, 20))
          .catch(() => undefined)
        if (reply?.status !== 202) {
          refused++
          return
        }
        acknowledged += (reply.body.counts as { accepted: number }).accepted
      }
    }
    const lines = Promise.all([line(), line(), line(), line()])
    while (acknowledged < 400) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(await engine.end('SIGTERM')).toBe(0)
    await lines
    expect(refused).toBe(4)

    const again = await startEngine(directory)
    const data = await again.call('GET', '/v1/me/data', undefined, await again.token('visitor-of-the-load'))
    expect((data.body.events as unknown[]).length).toBeGreaterThanOrEqual(acknowledged)
    expect(await again.end('SIGINT')).toBe(0)
  })

  it('answers store_full when there is no room, and serving, withdrawal and erasure go on', async () => {
    const engine = await startEngine(directory, { UMIAR_STORE_MAX_BYTES: String(400 * 1024) })
    await engine.call('POST', '/v1/products:batch', {
      products: [
        { item_id: 'item-1', title: 'One' },
        { item_id: 'item-2', title: 'Two' },
      ],
    })
    const [ola, jan] = [await engine.token('ola'), await engine.token('jan')]
    for (const token of [ola, jan]) expect((await choose(engine, token, 3)).status).toBe(200)
    let accepted = 0
    let full: Awaited<ReturnType<EngineProcess['call']>> | undefined
    for (let n = 0; n < 200 && full === undefined; n++) {
      const reply = await engine.call('POST', '/v1/events', events('ola', n * 100, 100))
      if (reply.status === 202) accepted += 100
      else full = reply
    }
    expect(full).toMatchObject({ body: { code: 'store_full' }, status: 503 })
    const held = await engine.call('GET', '/v1/me/data', undefined, ola)
    expect((held.body.events as unknown[]).length).toBe(accepted)

    const answer = await engine.call('POST', '/v1/recommendations', {
      context: { page_type: 'home' },
      slots: [{ id: 'a', limit: 2 }],
      visitor: { anonymous_id: 'ola' },
    })
    expect(answer.status).toBe(200)
    expect((await choose(engine, jan, 0)).body).toMatchObject({ level: 0 })
    expect((await engine.call('POST', '/v1/me/erase', { confirm: true }, ola)).body).toMatchObject({
      erased: true,
    })
    // Room again: intake goes on.
    const cid = await engine.token('cid')
    expect((await choose(engine, cid, 3)).status).toBe(200)
    expect((await engine.call('POST', '/v1/events', events('cid', 0, 10))).body).toMatchObject({
      counts: { accepted: 10 },
    })
    await engine.end()
  })

  it('refuses to start with a wrong or missing root key or without its key file, and names the remedy', async () => {
    const engine = await startEngine(directory)
    expect((await choose(engine, await engine.token('ola'), 3)).status).toBe(200)
    await engine.end()

    const wrong = await refusedStart(directory, { UMIAR_ROOT_KEY: randomBytes(32).toString('hex') })
    expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining('root_key_wrong') })
    renameSync(join(directory, 'root.key'), join(directory, 'elsewhere.key'))
    const missing = await refusedStart(directory)
    expect(missing).toMatchObject({ code: 1, output: expect.stringContaining('root_key_missing') })
    renameSync(join(directory, 'elsewhere.key'), join(directory, 'root.key'))
    rmSync(join(directory, 'keys.bin'))
    const keyless = await refusedStart(directory)
    expect(keyless).toMatchObject({ code: 1, output: expect.stringContaining('Restore keys.bin') })
  })

  it('refuses a damaged store, a second owner, a taken port and a misspelt key of the configuration', async () => {
    const engine = await startEngine(directory)
    const second = await refusedStart(directory)
    expect(second).toMatchObject({ code: 1, output: expect.stringContaining('store_owned') })
    const elsewhere = newFolder()
    const taken = await refusedStart(elsewhere, { UMIAR_PORT: new URL(engine.url).port })
    expect(taken).toMatchObject({ code: 1, output: expect.stringContaining('is in use') })
    removeFolder(elsewhere)
    await engine.end()
    const misspelt = await refusedStart(directory, { UMIAR_CURENCY: 'PLN' })
    expect(misspelt).toMatchObject({
      code: 1,
      output: expect.stringContaining('did you mean UMIAR_CURRENCY'),
    })
    writeFileSync(join(directory, 'umiar.db'), Buffer.alloc(8192, 'not a database '))
    const damaged = await refusedStart(directory)
    expect(damaged).toMatchObject({ code: 1, output: expect.stringContaining('store_damaged') })
  })
})
