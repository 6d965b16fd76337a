import {
  closeSync,
  fdatasync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type KeyFileIo, type KeyFileOptions, openKeyFile } from '../../src/index.ts'
import { findBytes } from '../support/find-bytes.ts'
import { seededBytes } from '../support/seeded.ts'
import { person, temporaryDirectory } from '../support/world.ts'

const wrapped = (name: string): Uint8Array => seededBytes(`wrapped ${name}`, 60)
const sync = promisify(fdatasync)

async function open(path: string, io?: KeyFileIo) {
  const options: KeyFileOptions = io === undefined ? { path } : { io, path }
  const keys = await openKeyFile(options)
  onTestFinished(() => keys.close().catch(() => undefined))
  return keys
}

const newPath = (): string => join(temporaryDirectory(), 'keys.bin')

/** Real writes, counted, with a fault at one of them. */
function faultyIo(fault: { at: 'write' | 'sync'; nth: number; kept: boolean; code?: string }) {
  const calls = { sync: 0, write: 0 }
  const fail = (): never => {
    throw Object.assign(new Error('injected'), { code: fault.code ?? 'EIO' })
  }
  const io: KeyFileIo = {
    async sync(file) {
      const isFaulty = ++calls.sync === fault.nth && fault.at === 'sync'
      if (isFaulty && !fault.kept) fail()
      await sync(file)
      if (isFaulty) fail()
    },
    write(file, bytes, position) {
      const isFaulty = ++calls.write === fault.nth && fault.at === 'write'
      if (isFaulty && !fault.kept) fail()
      writeSync(file, bytes, 0, bytes.length, position)
      if (isFaulty) fail()
    },
  }
  return { calls, io }
}

const noFault = { at: 'write', kept: true, nth: -1 } as const

describe('the key file', () => {
  it('keeps keys over a restart, in a file only its owner may read', async () => {
    const path = newPath()
    const keys = await open(path)
    await Promise.all(['anna', 'basia', 'celina'].map((name) => keys.put(person(name), wrapped(name))))
    expect(await keys.erase(person('basia'))).toBe(true)
    await keys.close()
    expect(statSync(path).mode & 0o777).toBe(0o600)
    const again = await open(path)
    expect(again.size).toBe(2)
    expect(again.find(person('anna'))).toEqual(wrapped('anna'))
    expect(again.find(person('basia'))).toBeUndefined()
    expect(again.find(person('celina'))).toEqual(wrapped('celina'))
  })

  it('erases without a trace what stood there before', async () => {
    const path = newPath()
    const keys = await open(path)
    await keys.put(person('anna'), wrapped('anna'))
    await keys.put(person('basia'), wrapped('basia'))
    const needles = { id: Buffer.from(person('anna'), 'hex'), key: wrapped('anna') }
    const directory = join(path, '..')
    expect(findBytes(directory, needles)).toEqual(['keys.bin: id', 'keys.bin: key'])
    expect(await keys.erase(person('anna'))).toBe(true)
    expect(findBytes(directory, needles)).toEqual([])
    expect(findBytes(directory, { basia: wrapped('basia') })).toEqual(['keys.bin: basia'])
    expect(await keys.erase(person('anna'))).toBe(false)
  })

  it('uses freed slots again and replaces a key in its place', async () => {
    const path = newPath()
    const keys = await open(path)
    for (const name of ['anna', 'basia', 'celina']) await keys.put(person(name), wrapped(name))
    const size = statSync(path).size
    for (let n = 0; n < 20; n++) {
      await keys.erase(person(n === 0 ? 'basia' : `guest ${n - 1}`))
      await keys.put(person(`guest ${n}`), wrapped(`guest ${n}`))
    }
    await keys.put(person('anna'), wrapped('anna again'))
    expect(statSync(path).size).toBe(size)
    expect(keys.find(person('anna'))).toEqual(wrapped('anna again'))
    expect(findBytes(join(path, '..'), { old: wrapped('anna') })).toEqual([])
  })

  it('shares one sync among concurrent calls, and syncs each call that is alone', async () => {
    const { calls, io } = faultyIo(noFault)
    const keys = await open(newPath(), io)
    for (let n = 0; n < 3; n++) await keys.put(person(`alone ${n}`), wrapped(`${n}`))
    expect(calls.sync).toBe(3)
    await Promise.all(Array.from({ length: 100 }, (_, n) => keys.put(person(`p ${n}`), wrapped(`${n}`))))
    await Promise.all(Array.from({ length: 100 }, (_, n) => keys.erase(person(`p ${n}`))))
    expect(calls.sync).toBeLessThanOrEqual(7)
    expect(keys.size).toBe(3)
  })

  it('takes wrapped keys of 60 bytes only', async () => {
    const keys = await open(newPath())
    await expect(keys.put(person('anna'), new Uint8Array(32))).rejects.toThrow(RangeError)
    expect(keys.size).toBe(0)
  })

  it('belongs to one opener', async () => {
    const path = newPath()
    const keys = await open(path)
    await expect(openKeyFile({ path })).rejects.toMatchObject({ code: 'store_owned' })
    await keys.close()
    await (await openKeyFile({ path })).close()
    await keys.close()
    expect(() => keys.find(person('anna'))).toThrow(expect.objectContaining({ code: 'store_unavailable' }))
  })

  it('refuses a damaged header, a damaged slot and a newer version, with the remedy', async () => {
    const path = newPath()
    const keys = await open(path)
    await keys.put(person('anna'), wrapped('anna'))
    await keys.close()
    const whole = readFileSync(path)
    const changed = (at: number, value: number): void => {
      const bytes = Buffer.from(whole)
      bytes[at] = value
      writeFileSync(path, bytes)
    }
    for (const at of [0, 12, 17, 512 + 1, 512 + 30]) {
      changed(at, 0xee)
      await expect(openKeyFile({ path }), `byte ${at}`).rejects.toMatchObject({ code: 'store_damaged' })
      await expect(openKeyFile({ path })).rejects.toThrow(/restore/)
    }
    truncateSync(path, 100)
    await expect(openKeyFile({ path })).rejects.toMatchObject({ code: 'store_damaged' })
    writeFileSync(path, whole)
    expect((await open(path)).size).toBe(1)
  })

  it('cuts off the rest of a put that was never finished', async () => {
    const path = newPath()
    const keys = await open(path)
    await keys.put(person('anna'), wrapped('anna'))
    await keys.close()
    const file = openSync(path, 'r+')
    writeSync(file, seededBytes('half a slot', 60), 0, 60, statSync(path).size)
    closeSync(file)
    const again = await open(path)
    expect(again.size).toBe(1)
    await again.put(person('basia'), wrapped('basia'))
    await again.close()
    expect((await open(path)).find(person('basia'))).toEqual(wrapped('basia'))
  })
})

describe('when a write of the key file fails', () => {
  const steps = [
    { at: 'write', kept: false },
    { at: 'write', kept: true },
    { at: 'sync', kept: false },
    { at: 'sync', kept: true },
  ] as const

  it.each(steps)('a put is not acknowledged and nothing else is touched (%o)', async ({ at, kept }) => {
    const path = newPath()
    const { io } = faultyIo({ at, kept, nth: 2 })
    const keys = await open(path, io)
    await keys.put(person('anna'), wrapped('anna'))
    await expect(keys.put(person('basia'), wrapped('basia'))).rejects.toMatchObject({
      code: 'store_unavailable',
    })
    expect(() => keys.find(person('anna'))).toThrow(expect.objectContaining({ code: 'store_unavailable' }))
    await keys.close()
    const again = await open(path)
    expect(again.find(person('anna'))).toEqual(wrapped('anna'))
    const basia = again.find(person('basia'))
    if (basia !== undefined) expect(basia).toEqual(wrapped('basia'))
  })

  it.each(steps)(
    'an erasure is not acknowledged, and asked again it completes (%o)',
    async ({ at, kept }) => {
      const path = newPath()
      const { io } = faultyIo({ at, kept, nth: 2 })
      const keys = await open(path, io)
      await keys.put(person('anna'), wrapped('anna'))
      await expect(keys.erase(person('anna'))).rejects.toMatchObject({ code: 'store_unavailable' })
      await keys.close()
      const again = await open(path)
      await again.erase(person('anna'))
      expect(again.find(person('anna'))).toBeUndefined()
      expect(findBytes(join(path, '..'), { key: wrapped('anna') })).toEqual([])
    },
  )

  it('a put on a full disk is refused as such and can be tried again', async () => {
    const { io } = faultyIo({ at: 'write', code: 'ENOSPC', kept: false, nth: 1 })
    const keys = await open(newPath(), io)
    await expect(keys.put(person('anna'), wrapped('anna'))).rejects.toMatchObject({ code: 'store_full' })
    expect(keys.find(person('anna'))).toBeUndefined()
    await keys.put(person('anna'), wrapped('anna'))
    expect(keys.find(person('anna'))).toEqual(wrapped('anna'))
    expect(keys.size).toBe(1)
  })
})
