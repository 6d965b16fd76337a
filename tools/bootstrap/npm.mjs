/**
 * Finds and runs npm: the one that started us, the one beside Node, or the one in PATH.
 */
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/**
 * @returns {string | undefined} path of `npm-cli.js`; `undefined` if only a shell can find npm
 */
export function npmPath() {
  const launcher = process.env.npm_execpath
  const beside = dirname(process.execPath)
  const candidates = [
    // npx names itself here in older versions; npm-cli.js lies next to it.
    launcher !== undefined && /np[mx]-cli\.js$/.test(launcher)
      ? join(dirname(launcher), 'npm-cli.js')
      : undefined,
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => resolved(join(folder, 'npm'))),
  ]
  return candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path))
}

/**
 * Runs npm without a word unless it fails or takes long; then it shows that it is alive.
 *
 * @param {readonly string[]} args
 * @param {string} cwd
 * @throws Error with what npm said, if it fails
 */
export async function runNpm(args, cwd) {
  const cli = npmPath()
  const started = Date.now()
  const [command, given] = cli === undefined ? ['npm', args] : [process.execPath, [cli, ...args]]
  const child = spawn(command, given, {
    cwd,
    env: npmEnvironment(),
    shell: cli === undefined && process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said = (said + chunk).slice(-8000)
    })
  const pulse = setInterval(
    () => console.log(`umiar: … ${Math.round((Date.now() - started) / 1000)} s`),
    5000,
  )
  try {
    const code = await new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('close', resolve)
    })
    if (code !== 0) throw new Error(`npm ${args[0]} failed (exit code ${code}):\n${said.trim()}`)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error
    throw new Error('npm was not found. Install it (it comes with Node) and start again.')
  } finally {
    clearInterval(pulse)
  }
}

/**
 * Our environment without what describes the npm command that started us: a workspace, a prefix, a
 * `--package` or a `--silent` meant for that command must not steer this one: its reasons are read.
 *
 * @returns {NodeJS.ProcessEnv}
 */
function npmEnvironment() {
  const theirs =
    /^npm_(config_(workspaces?|include_workspace_root|prefix|local_prefix|global|location|package|call|omit|only|loglevel|silent|production|dry_run)|package_.*|lifecycle_.*|command)$/i
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !theirs.test(name)))
}

/** @param {string} path */
function resolved(path) {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}
