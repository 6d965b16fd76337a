/**
 * `npm test`: brings what is missing, runs every check and every test, ends with true counts.
 *
 *     npm test                        everything; what this machine cannot run is named at the end
 *     npm test -- --install-system    installs the system packages some tests need (apt-get, root)
 *     npm test -- packages/privacy    only these tests, without the checks
 *
 * With CI set, system packages are installed without being asked.
 */
import { fileURLToPath } from 'node:url'
import { prepare, ROOT } from './bootstrap.mjs'

const args = process.argv.slice(2)

if (await prepare(fileURLToPath(import.meta.url), args, { dev: true })) {
  const { runAll } = await import('./run-tests.ts')
  process.exitCode = await runAll(ROOT, args)
}
