/**
 * A lock between processes: a folder, since making one is atomic, with the holder's process id.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Runs the work while no other process does. A lock whose holder is gone is taken over.
 *
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, work) {
  let announced = false
  while (!(await take(folder))) {
    if (await isAbandoned(folder)) {
      await bury(folder)
      continue
    }
    if (!announced) console.log('umiar: another start is installing; waiting for it …')
    announced = true
    await wait(200)
  }
  try {
    return await work()
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}

/** @param {string} folder */
async function take(folder) {
  try {
    await mkdir(folder)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
  await writeFile(join(folder, 'pid'), String(process.pid))
  return true
}

/**
 * Removes a dead lock. Renaming is atomic: of several who saw it dead, one gets it. Should a new,
 * living lock have come in between, it is put back.
 *
 * @param {string} folder
 */
async function bury(folder) {
  const grave = `${folder}-${randomBytes(4).toString('hex')}`
  try {
    await rename(folder, grave)
  } catch {
    return
  }
  if (await isAbandoned(grave)) await rm(grave, { force: true, recursive: true })
  else await rename(grave, folder).catch(() => undefined)
}

/** @param {string} folder */
async function isAbandoned(folder) {
  let pid = 0
  try {
    pid = Number(readFileSync(join(folder, 'pid'), 'utf8'))
  } catch {
    // Between making the folder and writing the id, or the holder died there: give it some seconds.
    const age = await stat(folder).then(
      (it) => Date.now() - it.mtimeMs,
      () => 0,
    )
    return age > 10_000
  }
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    // Somebody else's process may not be asked, but it lives.
    return /** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM'
  }
}
