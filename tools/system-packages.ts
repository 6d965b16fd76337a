/**
 * System programs some tests need, and how they are installed where that was asked for.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Debian package, and the programs that show it is there. */
const SYSTEM_PACKAGES = [
  { name: 'chromium', programs: ['chromium', 'chromium-browser', 'google-chrome'] },
  // Debian keeps the server's programs out of PATH; its own start program is there.
  { name: 'postgresql', programs: ['postgres', 'pg_ctlcluster'] },
  { name: 'strace', programs: ['strace'] },
] as const

/** Names of the packages whose programs are not in PATH. */
export function missingSystemPackages(): readonly string[] {
  return SYSTEM_PACKAGES.filter(({ programs }) => !programs.some(isInPath)).map(({ name }) => name)
}

/**
 * Installs what is missing with apt-get. If that fails, the tests that need it are skipped and named
 * as before: a machine without apt-get can still run the rest.
 */
export function installSystemPackages(): void {
  const missing = missingSystemPackages()
  if (missing.length === 0) return
  console.log(`\n── system packages: ${missing.join(', ')}`)
  const done = aptGet('update') && aptGet('install', '--yes', '--no-install-recommends', ...missing)
  if (!done)
    console.error(`Could not install ${missing.join(', ')} with apt-get; their tests will be skipped.`)
}

function aptGet(...args: readonly string[]): boolean {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive']
  const [command = '', ...rest] = [
    ...asRoot,
    'apt-get',
    '--quiet',
    '-o',
    'Acquire::Retries=1',
    '-o',
    'Acquire::http::Timeout=20',
    ...args,
  ]
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, rest, { env, stdio: 'inherit' }).status === 0
}

function isInPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
