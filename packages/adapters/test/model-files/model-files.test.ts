import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unwrapSegmentKey } from '@umiar/crypto'
import { ModelState, type TrainingSession } from '@umiar/recommender'
import type { PersonMark } from '@umiar/use-cases'
import type { ItemId, SegmentId, ShopId, SubjectId } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { nodeAead, openKeyFile, systemRandom } from '../../src/index.ts'
import { openSegment } from '../../src/model-files/format.ts'
import { loadedPeople } from '../../src/model-files/load-segments.ts'
import { ModelFiles } from '../../src/model-files/model-files.ts'
import { person, temporaryDirectory } from '../support/world.ts'
import { type FaultyDisk, faultyDisk } from './faulty-disk.ts'

const SHOP = 'a'.repeat(32) as ShopId
const MODEL_KEY = new Uint8Array(32).fill(7)
const NAMES = ['anna', 'basia', 'celina', 'dorota', 'ewa', 'franek', 'gosia', 'hania'] as const

/** What the files should hold of a person at each of her marks. */
class Shop {
  readonly directory: string
  readonly versions = new Map<string, readonly TrainingSession[]>()
  disk: FaultyDisk
  files!: ModelFiles
  state!: ModelState
  loaded = new Map<SubjectId, PersonMark>()
  fault: string | undefined
  #arrival = 0

  constructor(directory = temporaryDirectory(), disk = faultyDisk()) {
    this.directory = directory
    this.disk = disk
  }

  async open(disk = faultyDisk(), shopId = SHOP, modelKey = MODEL_KEY): Promise<this> {
    this.disk = disk
    const opened = await ModelFiles.open(
      {
        aead: nodeAead,
        directory: this.directory,
        io: disk.io,
        keyIo: disk.keyIo,
        modelKey,
        random: systemRandom,
        shopId,
      },
      () => new ModelState({ compactAfterSessions: 3 }),
    )
    this.files = opened.files
    this.state = opened.state
    this.loaded = new Map(loadedPeople(opened.people))
    this.fault = opened.fault?.code
    return this
  }

  /** One more visit of hers. */
  visit(name: string, item: string): void {
    const subject = person(name)
    const session: TrainingSession = {
      events: [{ atMs: 1_000 + this.#arrival++, itemId: item as ItemId, kind: 'view' }],
      sessionKey: `visit ${this.#arrival}`,
    }
    this.state.append(subject, session)
    const before = this.versions.get(name) ?? []
    this.versions.set(name, [...before, session])
    this.files.change(subject)
    const mark = { newestArrival: this.#arrival, rows: before.length + 1, sinceSeq: 1 }
    this.versions.set(`${subject} ${mark.newestArrival}`, [...before, session])
    this.files.cover(subject, mark)
  }

  async save(): Promise<void> {
    while (await this.files.work());
  }

  async erase(name: string): Promise<void> {
    this.state.forget(person(name))
    this.versions.delete(name)
    this.files.remove(person(name))
    await this.files.purge()
  }

  /** As a crash does: nothing is written any more. */
  async die(): Promise<void> {
    await this.files.close().catch(() => undefined)
  }

  /** Does the loaded state hold exactly what the loaded marks say? */
  isConsistent(): boolean {
    const expected = new ModelState()
    for (const [subject, mark] of this.loaded) {
      const sessions = this.versions.get(`${subject} ${mark.newestArrival}`)
      if (sessions === undefined) return false
      expected.replace(subject, sessions)
    }
    return expected.stateHash() === this.state.stateHash()
  }
}

/** Who can be read in stolen copies of segment files with the keys there are now. */
async function readable(
  shop: Shop,
  copies: Iterable<readonly [path: string, file: Buffer]>,
): Promise<Set<SubjectId>> {
  const keys = await openKeyFile<SegmentId>({ path: join(shop.directory, 'segment-keys.bin') })
  const found = new Set<SubjectId>()
  try {
    for (const id of keys.ids()) {
      const key = unwrapSegmentKey(nodeAead, MODEL_KEY, SHOP, id, keys.find(id)!)!
      for (const [path, copy] of copies) {
        try {
          const { rows } = openSegment(nodeAead, SHOP, numberOf(path), key, copy)
          for (const name of NAMES) if (holds(rows.subjects, person(name))) found.add(person(name))
        } catch {
          // It is another key's.
        }
      }
    }
  } finally {
    await keys.close()
  }
  return found
}

function numberOf(path: string): number {
  return Number.parseInt(/segment-(\d+)/.exec(path)![1]!, 10)
}

function holds(subjects: Uint32Array, subject: SubjectId): boolean {
  const words = Array.from({ length: 4 }, (_, w) => Number.parseInt(subject.slice(w * 8, w * 8 + 8), 16))
  for (let at = 0; at < subjects.length; at += 4)
    if (words.every((word, w) => subjects[at + w] === word)) return true
  return false
}

/** A life with several segments, a merge and an erasure; dies wherever the disk does. */
async function life(shop: Shop): Promise<'erased' | 'died'> {
  try {
    for (const name of NAMES.slice(0, 5)) shop.visit(name, `${name}-one`)
    await shop.save()
    for (const name of NAMES.slice(3)) shop.visit(name, `${name}-two`)
    await shop.save()
    await shop.files.compact()
    shop.visit('anna', 'anna-three')
    shop.visit('dorota', 'dorota-three')
    await shop.save()
    await shop.erase('dorota')
    return 'erased'
  } catch {
    return 'died'
  }
}

describe('model files', () => {
  it('bring back what was covered, the newest version of each person, after any number of starts', async () => {
    const shop = await new Shop().open()
    expect([shop.fault, shop.loaded.size]).toEqual([undefined, 0])
    for (let start = 0; start < 40; start++) {
      shop.visit(NAMES[start % 8]!, `item-${start % 3}`)
      await shop.save()
      const hash = shop.state.stateHash()
      await shop.files.close()
      await shop.open()
      expect([start, shop.state.stateHash(), shop.fault]).toEqual([start, hash, undefined])
      expect(shop.isConsistent()).toBe(true)
    }
    // Changes were merged on the way: there are fewer files than savings.
    expect(readdirSync(shop.directory).filter((name) => name.endsWith('.seg')).length).toBeLessThan(35)
    await shop.files.close()
  })

  it('hold nobody who is not covered, and an older version of who learned more since', async () => {
    const shop = await new Shop().open()
    shop.visit('anna', 'a')
    await shop.save()
    shop.visit('anna', 'b')
    shop.files.change(person('anna'))
    shop.visit('basia', 'a')
    shop.files.change(person('basia'))
    await shop.save()
    await shop.files.close()
    await shop.open()
    expect([...shop.loaded.keys()]).toEqual([person('anna')])
    expect(shop.isConsistent()).toBe(true)
    await shop.files.close()
  })

  it('after an erasure cannot be opened where she stands, not even a copy made before', async () => {
    const shop = await new Shop().open()
    for (const name of NAMES) shop.visit(name, `only-${name}`)
    await shop.save()
    shop.visit('dorota', 'again')
    await shop.save()
    const stolen = [...shop.disk.copies]
    await shop.files.close()
    // The detector fires: keys and copies together show her.
    expect(await readable(shop, stolen)).toContain(person('dorota'))
    await shop.open()
    await shop.erase('dorota')
    await shop.files.close()
    expect(await readable(shop, stolen)).not.toContain(person('dorota'))
    const now = readdirSync(shop.directory)
      .filter((name) => name.endsWith('.seg'))
      .map((name) => [name, readFileSync(join(shop.directory, name))] as const)
    const left = await readable(shop, now)
    expect(left).toEqual(new Set(NAMES.filter((name) => name !== 'dorota').map((name) => person(name))))
    await shop.open()
    expect(shop.loaded.has(person('dorota'))).toBe(false)
    expect(shop.isConsistent()).toBe(true)
    await shop.files.close()
  })

  it('after a power cut at any step, lost or kept, load as before or after it; who was erased never comes back', async () => {
    const whole = await new Shop().open()
    expect(await life(whole)).toBe('erased')
    const steps = [...whole.disk.steps]
    await whole.files.close()
    for (const name of ['write', 'rename', 'write key', 'sync keys', 'remove']) expect(steps).toContain(name)
    let died = 0
    for (let nth = 1; nth <= steps.length; nth++) {
      for (const kept of [false, true]) {
        const shop = new Shop()
        const isOpen = await shop.open(faultyDisk({ kept, nth })).then(
          () => true,
          () => false,
        )
        died += isOpen && (await life(shop)) === 'erased' ? 0 : 1
        const stolen = [...shop.disk.copies]
        if (isOpen) await shop.die()
        await shop.open()
        const where = `${steps[nth - 1]} ${nth} ${kept ? 'kept' : 'lost'}`
        expect([where, shop.fault, shop.isConsistent()]).toEqual([where, undefined, true])
        // The start ends what was begun: the engine asks for it before it serves.
        await shop.erase('dorota')
        await shop.files.close()
        expect([where, (await readable(shop, stolen)).has(person('dorota'))]).toEqual([where, false])
        await shop.open()
        expect([where, shop.loaded.has(person('dorota')), shop.isConsistent()]).toEqual([where, false, true])
        await shop.files.close()
      }
    }
    expect(died).toBeGreaterThan(steps.length)
    console.log(`${steps.length} steps, each lost and kept; ${died} lives ended early`)
  }, 60_000)

  it('rewritten while a merge goes on leave her out of what the merge still writes', async () => {
    const shop = await new Shop().open()
    const crowd = Array.from({ length: 6_000 }, (_, n) => `guest ${n}`)
    for (const name of crowd) shop.visit(name, `item-${name}`)
    await shop.save()
    for (const name of crowd.slice(0, 40)) {
      shop.visit(name, 'again')
      await shop.save()
    }
    const merging = shop.files.compact()
    const erased = crowd.filter((_, n) => n % 500 === 0)
    for (const name of erased) await shop.erase(name)
    await merging
    await shop.files.close()
    await shop.open()
    expect(erased.filter((name) => shop.loaded.has(person(name)))).toEqual([])
    expect([shop.loaded.size, shop.isConsistent()]).toEqual([6_000 - erased.length, true])
    await shop.files.close()
  })

  it('that are missing, cut, flipped, another shop’s or another version’s are destroyed and said to be of no use', async () => {
    const damages: readonly [string, (shop: Shop) => void, string][] = [
      ['no list', (shop) => rewrite(shop, 'manifest.bin', () => undefined), 'model_file_damaged'],
      ['a cut list', (shop) => rewrite(shop, 'manifest.bin', (b) => b.subarray(0, 40)), 'model_file_damaged'],
      ['a flipped list', (shop) => rewrite(shop, 'manifest.bin', flipped), 'model_file_damaged'],
      ['a newer list', (shop) => rewrite(shop, 'manifest.bin', newer), 'model_file_version'],
      ['no segment', (shop) => rewrite(shop, '.seg', () => undefined), 'model_file_damaged'],
      ['a cut segment', (shop) => rewrite(shop, '.seg', (b) => b.subarray(0, 100)), 'model_file_damaged'],
      ['a flipped segment', (shop) => rewrite(shop, '.seg', flipped), 'model_file_damaged'],
      ['a newer segment', (shop) => rewrite(shop, '.seg', newer), 'model_file_version'],
      ['no keys', (shop) => rewrite(shop, 'segment-keys.bin', () => undefined), 'model_file_damaged'],
      ['damaged keys', (shop) => rewrite(shop, 'segment-keys.bin', flipped), 'model_file_damaged'],
    ]
    for (const [what, damage, code] of damages) {
      const shop = await new Shop().open()
      for (const name of NAMES) shop.visit(name, 'a')
      await shop.save()
      await shop.files.close()
      damage(shop)
      await shop.open()
      expect([what, shop.fault, shop.loaded.size]).toEqual([what, code, 0])
      expect(shop.state.stateHash()).toBe(new ModelState().stateHash())
      expect(readdirSync(shop.directory).filter((name) => name.endsWith('.seg'))).toEqual([])
      shop.visit('anna', 'b')
      await shop.save()
      await shop.files.close()
      await shop.open()
      expect([what, shop.fault, shop.loaded.size]).toEqual([what, undefined, 1])
      await shop.files.close()
    }
    const foreign = await new Shop().open()
    foreign.visit('anna', 'a')
    await foreign.save()
    await foreign.files.close()
    await foreign.open(faultyDisk(), 'b'.repeat(32) as ShopId)
    expect([foreign.fault, foreign.loaded.size]).toEqual(['model_file_damaged', 0])
    await foreign.files.close()
  })

  it('have the same contents after compaction for equal states, byte for byte', async () => {
    const contents: string[] = []
    for (const isWinding of [true, false]) {
      const shop = await new Shop().open()
      for (const name of isWinding ? NAMES : [...NAMES].reverse()) {
        shop.state.append(person(name), session(name))
        shop.files.cover(person(name), { newestArrival: 1, rows: 1, sinceSeq: 1 })
        if (isWinding) await shop.save()
      }
      if (isWinding) {
        shop.visit('guest', 'only hers')
        await shop.save()
        await shop.erase('guest')
      }
      await shop.files.compact()
      const written = shop.disk.copies
      expect(written.size).toBeGreaterThan(0)
      await shop.files.close()
      contents.push(await plainRows(shop))
    }
    expect(contents[0]).toBe(contents[1])
  })

  it('go, all of them, when there is no room to rewrite them: erasure needs none', async () => {
    const shop = await new Shop().open()
    for (const name of NAMES) shop.visit(name, 'a')
    await shop.save()
    const stolen = [...shop.disk.copies]
    const full = { ...shop.disk.io }
    await shop.files.close()
    const disk = faultyDisk()
    await shop.open({
      ...disk,
      io: {
        ...full,
        ...disk.io,
        write: () => {
          throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
        },
      },
    })
    await shop.erase('dorota')
    await shop.files.close()
    expect(await readable(shop, stolen)).toEqual(new Set())
    await shop.open()
    expect([shop.fault, shop.loaded.size]).toEqual([undefined, 0])
    await shop.files.close()
  })
})

function session(name: string): TrainingSession {
  return { events: [{ atMs: 5_000, itemId: `item of ${name}` as ItemId, kind: 'cart' }], sessionKey: 'one' }
}

/** The decrypted rows of everything listed, as hexadecimal text. */
async function plainRows(shop: Shop): Promise<string> {
  const keys = await openKeyFile<SegmentId>({ path: join(shop.directory, 'segment-keys.bin') })
  const plain: string[] = []
  const aead = {
    ...nodeAead,
    open(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Uint8Array | undefined {
      const opened = nodeAead.open(key, sealed, aad)
      if (opened !== undefined) plain.push(Buffer.from(opened).toString('hex'))
      return opened
    },
  }
  for (const name of readdirSync(shop.directory).filter((file) => file.endsWith('.seg'))) {
    for (const id of keys.ids()) {
      const key = unwrapSegmentKey(nodeAead, MODEL_KEY, SHOP, id, keys.find(id)!)!
      openSegment(aead, SHOP, numberOf(name), key, readFileSync(join(shop.directory, name)))
    }
  }
  await keys.close()
  return plain.join('\n')
}

/** Changes or removes the first file whose name ends so. */
function rewrite(shop: Shop, ending: string, change: (bytes: Buffer) => Buffer | undefined): void {
  const path = join(shop.directory, readdirSync(shop.directory).find((name) => name.endsWith(ending))!)
  const changed = change(readFileSync(path))
  if (changed === undefined) shop.disk.io.remove([path])
  else writeFileSync(path, changed)
}
function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const at = copy.length > 600 ? 540 : copy.length - 3
  copy[at]! ^= 1
  return copy
}
function newer(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt32LE(2, 8)
  return copy
}
