/**
 * Brings what is missing before anything else runs: a Node that strips types, and the npm packages.
 *
 * Plain JavaScript on Node's own modules only, because it runs when nothing is installed (ADR-0013).
 * Both steps are skipped in milliseconds when they are already done, and may be started several
 * times at once: the Node is renamed into place, the packages are installed under a lock.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensurePackages } from './bootstrap/packages.mjs'
import { bringNode, isNewEnough } from './bootstrap/runtime.mjs'

/** The root of the repository. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

const PASS_ON_AFTER_MS = 300

/**
 * Makes the process ready to import TypeScript and packages.
 *
 * On a Node that is too old the script runs again under the Node brought for it, as a child in the
 * same terminal; the exit code is handed on.
 *
 * @param {string} script absolute path of the calling script
 * @param {readonly string[]} args its arguments
 * @param {{ dev?: boolean }} [needs] `dev`: also what only tests and checks use
 * @returns {Promise<boolean>} false if a child did the work: nothing is left to do
 */
export async function prepare(script, args, needs = {}) {
  try {
    if (!isNewEnough(process.versions.node)) {
      const node = await bringNode(ROOT)
      process.exitCode = await runInTerminal(node, [script, ...args])
      return false
    }
    await ensurePackages(ROOT, needs.dev ?? false)
    return true
  } catch (error) {
    console.error(`\numiar: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
    return false
  }
}

/**
 * Runs the Node given, its folder first in PATH, and waits; each wish to end reaches the child once.
 *
 * A terminal sends Ctrl-C to the whole group, so the child has it already, and npm sends it once more
 * to us; a server would take two for an impatient operator. Service managers do the same with other
 * signals. So a signal is passed on only to a child that has not ended by itself a moment later. Where npm is told to end, its shell goes and leaves us
 * behind: then the child is ended too, so that no server stays that nobody started.
 *
 * @param {import('./bootstrap/runtime.mjs').BroughtNode} node
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code, 128 + n after signal n
 */
export function runInTerminal(node, args) {
  const child = spawn(node.path, args, { env: node.environment, stdio: 'inherit' })
  /** @type {NodeJS.Timeout | undefined} */
  let passing
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      passing ??= setTimeout(() => child.kill(signal), PASS_ON_AFTER_MS)
    })
  }
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.env.npm_command === undefined || process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 250)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      clearInterval(watch)
      clearTimeout(passing)
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
}
