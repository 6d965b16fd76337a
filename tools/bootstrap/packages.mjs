/**
 * The npm packages of the workspaces, installed when `node_modules` does not fit `package-lock.json`.
 *
 * A marker in `node_modules` holds the hash of the lock file it was installed from, so that a later
 * start decides with one small read. Without a marker (somebody ran npm himself) npm's own record
 * of what is installed decides.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { runNpm } from './npm.mjs'

/**
 * @param {string} root
 * @param {boolean} dev also what only tests and checks use
 * @throws Error with what npm said and what to do
 */
export async function ensurePackages(root, dev) {
  if (areInstalled(root, dev)) return
  await mkdir(join(root, '.toolchain'), { recursive: true })
  await withLock(join(root, '.toolchain', 'install.lock'), async () => {
    // Whoever held the lock before us may have done it.
    if (areInstalled(root, dev)) return
    await install(root)
    await writeFile(markerOf(root), hashOfLock(root))
  })
}

/**
 * @param {string} root
 * @param {boolean} dev
 */
function areInstalled(root, dev) {
  if (read(markerOf(root)) === hashOfLock(root)) return true
  const installed = read(join(root, 'node_modules', '.package-lock.json'))
  if (installed === undefined) return false
  const wanted = packagesOf(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return fits(wanted, packagesOf(installed), dev)
}

/**
 * Is every package the lock file asks for installed in its version?
 *
 * @param {Record<string, any>} wanted `packages` of the lock file
 * @param {Record<string, any>} installed `packages` of npm's record in `node_modules`
 * @param {boolean} dev
 */
export function fits(wanted, installed, dev) {
  return Object.entries(wanted).every(([path, row]) => {
    // Optional ones are left out on platforms they are not made for.
    if (path === '' || row.optional || row.devOptional || (row.dev && !dev)) return true
    return installed[path]?.version === row.version && installed[path]?.resolved === row.resolved
  })
}

/** @param {string} root */
async function install(root) {
  const count = Object.keys(packagesOf(readFileSync(join(root, 'package-lock.json'), 'utf8'))).length
  const started = Date.now()
  console.log(`umiar: installing up to ${count} packages from package-lock.json …`)
  const options = ['--ignore-scripts', '--include=dev', '--no-audit', '--no-fund']
  try {
    await runNpm(['ci', ...options], root)
  } catch (error) {
    if (!/EUSAGE|in sync/.test(/** @type {Error} */ (error).message)) throw error
    // `npm ci` wants every platform's optional build in the lock file; npm writes only those its
    // registry offered. Versions and hashes the lock file has are kept, the file is left as it is.
    console.log('umiar: package-lock.json does not name every optional package; letting npm find the rest …')
    await runNpm(['install', '--no-save', ...options], root)
  }
  console.log(`umiar: packages are ready (${Math.round((Date.now() - started) / 1000)} s).`)
}

/** @param {string} root */
function markerOf(root) {
  return join(root, 'node_modules', '.umiar-installed')
}

/** @param {string} root */
function hashOfLock(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

/**
 * @param {string} text
 * @returns {Record<string, any>}
 */
function packagesOf(text) {
  return JSON.parse(text).packages ?? {}
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
