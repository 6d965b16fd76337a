/**
 * Runs every check and every test, and ends with `N passed, N failed, N skipped`.
 *
 * Each check counts as one test. A test that needs a system program looks for it when it runs and
 * is skipped where it is missing; which ones, and the command that brings it, is said at the end.
 */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { checkFloors, describeFloors } from './check-floors.ts'
import { checkLicences } from './check-licences.ts'
import { installSystemPackages, missingSystemPackages } from './system-packages.ts'

/** How a check or a suite of tests ended. */
interface Tally {
  readonly passed: number
  readonly failed: number
  /** Full names of the tests that did not run. */
  readonly skipped: readonly string[]
}

const PASSED: Tally = { failed: 0, passed: 1, skipped: [] }
const FAILED: Tally = { failed: 1, passed: 0, skipped: [] }
const MOST_NAMED = 30

/**
 * @param root absolute path of the repository
 * @param args `--install-system`, and paths or options for Vitest: then the checks are left out
 * @returns exit code
 */
export function runAll(root: string, args: readonly string[]): number {
  const forVitest = args.filter((arg) => arg !== '--install-system')
  if (process.env.CI || args.includes('--install-system')) installSystemPackages()
  const checks = forVitest.length > 0 ? [] : checksOf(root)
  const tallies = [...checks.map(([name, check]) => announced(name, check)), runVitest(root, forVitest)]
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
  const skipped = tallies.flatMap((tally) => tally.skipped)
  nameSkipped(skipped)
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`)
  return failed > 0 ? 1 : 0
}

function checksOf(root: string): readonly (readonly [name: string, check: () => Tally])[] {
  const tool = (name: string, bin: string, ...args: string[]) => runTool(root, name, bin, args)
  return [
    ['floors', () => reported(checkFloors(root), describeFloors)],
    ['types', () => tool('typescript', 'tsc', '-p', '.')],
    ['types of what runs in browsers', () => tool('typescript', 'tsc', '-p', 'tsconfig.browser.json')],
    ['style', () => tool('@biomejs/biome', 'biome', 'check', '--error-on-warnings')],
    ['unused code', () => tool('knip', 'knip')],
    ['licences', () => reported(checkLicences(root), ({ counts }) => `${sum(counts.values())} packages`)],
  ]
}

function announced(name: string, check: () => Tally): Tally {
  const started = Date.now()
  console.log(`\n── ${name}`)
  const tally = check()
  console.log(`${tally.failed > 0 ? '✗' : '✓'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  return tally
}

function reported<Report extends { readonly complaints: readonly string[] }>(
  report: Report,
  describe: (report: Report) => string,
): Tally {
  console.log(describe(report))
  for (const complaint of report.complaints) console.error(complaint)
  return report.complaints.length > 0 ? FAILED : PASSED
}

function runTool(root: string, packageName: string, bin: string, args: readonly string[]): Tally {
  return runBin(root, packageName, bin, args).status === 0 ? PASSED : FAILED
}

function runBin(
  root: string,
  packageName: string,
  bin: string,
  args: readonly string[],
): SpawnSyncReturns<Buffer> {
  const require = createRequire(join(root, 'package.json'))
  const manifestPath = join(root, 'node_modules', packageName, 'package.json')
  const { bin: bins } = require(manifestPath)
  const script = join(dirname(manifestPath), typeof bins === 'string' ? bins : bins[bin])
  return spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
}

/** The part of Vitest's JSON report we read. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: 'passed' | 'failed'
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

function runVitest(root: string, args: readonly string[]): Tally {
  console.log('\n── tests')
  const folder = mkdtempSync(join(tmpdir(), 'umiar-tests-'))
  try {
    const file = join(folder, 'report.json')
    const { status } = runBin(root, 'vitest', 'vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...args,
    ])
    const tally = tallyOf(root, JSON.parse(readFileSync(file, 'utf8')))
    // An error outside any test, or no test at all, fails the run without failing a test.
    return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
  } catch (error) {
    console.error(`Vitest left no report: ${error instanceof Error ? error.message : error}`)
    return FAILED
  } finally {
    rmSync(folder, { force: true, recursive: true })
  }
}

function tallyOf(root: string, report: VitestReport): Tally {
  let passed = 0
  let failed = 0
  const skipped: string[] = []
  for (const { assertionResults, name, status } of report.testResults) {
    const failedBefore = failed
    for (const test of assertionResults) {
      if (test.status === 'passed') passed++
      else if (test.status === 'failed') failed++
      else skipped.push(`${relative(root, name)}: ${test.fullName}`)
    }
    // A file that could not be loaded, or a hook that broke, counts as one failed test.
    if (status === 'failed' && failed === failedBefore) failed++
  }
  return { failed, passed, skipped }
}

function nameSkipped(skipped: readonly string[]): void {
  console.log('')
  if (skipped.length > 0) {
    console.log(`Not run here, ${skipped.length} test(s):`)
    for (const name of skipped.slice(0, MOST_NAMED)) console.log(`  ${name}`)
    if (skipped.length > MOST_NAMED) console.log(`  … and ${skipped.length - MOST_NAMED} more`)
  }
  const missing = missingSystemPackages()
  if (missing.length > 0) {
    console.log(
      `Missing on this machine: ${missing.join(', ')}. Install and run everything: npm test -- --install-system`,
    )
  }
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0)
}
