/**
 * `umiar bench model-file`: the learned state on disk and as one image, written, loaded and rewritten.
 *
 * Invented sessions are learned, two of a person on average. Loading is timed from the files to a state
 * that can learn and forget, and apart from it the building of the index a model serves from; files are
 * warm in the cache of the operating system. Medians of several runs where a run leaves things as they were.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ModelFiles, nodeAead, systemRandom } from '@umiar/adapters'
import { type ModelSnapshot, ModelState, openModelFile, writeModelFile } from '@umiar/recommender'
import { type ShopId, type SubjectId, subjectId } from '@umiar/vocabulary'
import { ProgressBar } from '../evaluate/progress-bar.ts'
import { percentile, rounded, seededChance, spreadOf } from './statistics.ts'
import { syntheticShop } from './synthetic-sessions.ts'

export interface ModelFileOptions {
  /** Steps learned. */
  readonly clicks: number
  /** People forgotten, one after the other, files included. */
  readonly erasures: number
  readonly repeats: number
  readonly seed: number
}

const SHOP = 'f'.repeat(32) as ShopId
const ITEMS_PER_CLICK = 1 / 40
const STEPS_PER_SESSION = 3.6
const SESSIONS_PER_PERSON = 2
const MIB = 1 << 20

/** Measures; shows progress on a terminal. @returns the figures, durations with their units in the names */
export async function benchModelFile(options: ModelFileOptions): Promise<object> {
  const directory = mkdtempSync(join(tmpdir(), 'umiar-bench-model-'))
  const bar = new ProgressBar()
  const open = (): ReturnType<typeof ModelFiles.open> =>
    ModelFiles.open(
      {
        aead: nodeAead,
        directory: join(directory, 'model'),
        modelKey: new Uint8Array(32).fill(1),
        random: systemRandom,
        shopId: SHOP,
      },
      () => new ModelState(),
    )
  try {
    const { files, state } = await open()
    const { learned, people } = learn(state, options, (share) => bar.show('learning', share))
    const snapshot = state.publish(0)
    const image = imageFigures(snapshot, join(directory, 'image.bin'), options.repeats)
    const saving = await save(files, people, (share) => bar.show('saving', share))
    await files.close()
    const bytes = bytesIn(join(directory, 'model'))
    const loading = await load(open, options.repeats, snapshot.version, (share) => bar.show('loading', share))
    const forgetting = await forget(open, people, options, (share) => bar.show('forgetting', share))
    return {
      clicks: learned,
      disk: { bytesPerClick: rounded(bytes / learned), mib: rounded(bytes / MIB) },
      forgetting,
      image,
      loading,
      people: people.length,
      saving,
      sessions: snapshot.sessionCount,
    }
  } finally {
    bar.clear()
    rmSync(directory, { force: true, recursive: true })
  }
}

function learn(
  state: ModelState,
  { clicks, seed }: ModelFileOptions,
  onProgress: (share: number) => void,
): { readonly learned: number; readonly people: readonly SubjectId[] } {
  const items = Math.max(100, Math.round(clicks * ITEMS_PER_CLICK))
  const shop = syntheticShop(items, Math.round(clicks / STEPS_PER_SESSION), seed)
  const chance = seededChance(seed)
  const most = Math.max(1, Math.round(clicks / STEPS_PER_SESSION / SESSIONS_PER_PERSON))
  const people = new Set<SubjectId>()
  let learned = 0
  for (let session = 0; learned < clicks; session++) {
    // Ids are random in a shop; a scattered number does the same.
    const person = Math.floor(chance() * most)
    const scattered = Math.imul(person + 1, 0x9e3779b1) >>> 0
    const subject = subjectId((BigInt(scattered) * 2n ** 96n + BigInt(person)).toString(16).padStart(32, '0'))
    const { events } = shop.nextSession()
    state.append(subject, { events, sessionKey: `visit ${session}` })
    people.add(subject)
    learned += events.length
    if (session % 1_000 === 0) onProgress(learned / clicks)
  }
  return { learned, people: [...people] }
}

/** One image: from a file to a snapshot that answers. */
function imageFigures(snapshot: ModelSnapshot, path: string, repeats: number): object {
  const begun = performance.now()
  const image = writeModelFile(snapshot, SHOP)
  const writeMs = rounded(performance.now() - begun)
  writeFileSync(path, new Uint8Array(image))
  const readMs: number[] = []
  const openMs: number[] = []
  for (let run = 0; run < repeats; run++) {
    const started = performance.now()
    const bytes = readFileSync(path)
    const read = performance.now()
    const opened = openModelFile(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), {
      shopId: SHOP,
      trainedAtMs: 0,
    })
    if (opened.version !== snapshot.version) throw new Error('the image is of another state')
    readMs.push(read - started)
    openMs.push(performance.now() - read)
  }
  return {
    bytesPerClick: rounded(image.byteLength / snapshot.stepsOfKind.reduce((sum, steps) => sum + steps, 0)),
    mib: rounded(image.byteLength / MIB),
    openMs: roundedSpread(openMs),
    readMs: roundedSpread(readMs),
    writeMs,
  }
}

async function save(
  files: ModelFiles,
  people: readonly SubjectId[],
  onProgress: (share: number) => void,
): Promise<object> {
  for (const subject of people) files.cover(subject, { newestArrival: 1, rows: 1, sinceSeq: 1 })
  const sliceMs: number[] = []
  for (;;) {
    const begun = performance.now()
    const isMore = await files.work()
    if (!isMore) break
    sliceMs.push(performance.now() - begun)
    onProgress((sliceMs.length * 2_048) / people.length)
  }
  return {
    seconds: rounded(sliceMs.reduce((sum, ms) => sum + ms, 0) / 1_000),
    sliceMostMs: rounded(Math.max(...sliceMs)),
    sliceP50Ms: rounded(percentile(sliceMs, 0.5)),
    sliceP99Ms: rounded(percentile(sliceMs, 0.99)),
    slices: sliceMs.length,
  }
}

async function load(
  open: () => ReturnType<typeof ModelFiles.open>,
  repeats: number,
  version: string,
  onProgress: (share: number) => void,
): Promise<object> {
  const loadMs: number[] = []
  const indexMs: number[] = []
  for (let run = 0; run < repeats; run++) {
    const begun = performance.now()
    const { fault, files, state } = await open()
    loadMs.push(performance.now() - begun)
    if (fault !== undefined) throw fault
    const loaded = performance.now()
    const snapshot = state.publish(0)
    indexMs.push(performance.now() - loaded)
    if (snapshot.version !== version) throw new Error('the files are of another state')
    await files.close()
    onProgress((run + 1) / repeats)
  }
  return { indexMs: roundedSpread(indexMs), loadMs: roundedSpread(loadMs) }
}

/** From the wish to the moment no file can be opened that holds the person. */
async function forget(
  open: () => ReturnType<typeof ModelFiles.open>,
  people: readonly SubjectId[],
  { erasures, seed }: ModelFileOptions,
  onProgress: (share: number) => void,
): Promise<object> {
  const { files, state } = await open()
  state.publish(0)
  const chance = seededChance(seed)
  const latenciesMs: number[] = []
  const wanted = Math.min(erasures, people.length)
  while (latenciesMs.length < wanted) {
    const subject = people[Math.floor(chance() * people.length)]!
    const begun = performance.now()
    state.forget(subject)
    files.remove(subject)
    await files.purge()
    latenciesMs.push(performance.now() - begun)
    onProgress(latenciesMs.length / wanted)
  }
  await files.close()
  return {
    mostMs: rounded(Math.max(...latenciesMs)),
    p50Ms: rounded(percentile(latenciesMs, 0.5)),
    p99Ms: rounded(percentile(latenciesMs, 0.99)),
    people: wanted,
  }
}

function roundedSpread(values: readonly number[]): object {
  const { least, median, most, runs } = spreadOf(values)
  return { least: rounded(least), median: rounded(median), most: rounded(most), runs }
}

function bytesIn(directory: string): number {
  return readdirSync(directory).reduce((sum, name) => sum + statSync(join(directory, name)).size, 0)
}
