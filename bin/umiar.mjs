#!/usr/bin/env node
/**
 * `umiar`: the one command of the repository, `npx umiar <verb>` and `npm start`.
 *
 * Plain JavaScript that any Node from 20 on can read: it first brings the Node and the packages the
 * rest needs (`tools/bootstrap.mjs`, ADR-0013), then goes on in TypeScript in the same terminal.
 */
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { prepare, ROOT, runInTerminal } from '../tools/bootstrap.mjs'

const [verb, ...rest] = process.argv.slice(2)
const ready = await prepare(fileURLToPath(import.meta.url), process.argv.slice(2))

if (ready) {
  if (verb === 'start') await start()
  else {
    // The same data from any folder of the repository; other paths are relative to where one stands.
    process.env.UMIAR_DATA_DIR ||= join(ROOT, '.umiar')
    const { main } = await load('apps/cli/src/main.ts')
    const referenceKnn = async () => (await load('benchmarks/reference/map-vmis-knn.ts')).createMapVmisKnn()
    process.exitCode = await main(verb === undefined ? [] : [verb, ...rest], { referenceKnn })
  }
}

/**
 * Runs the server in this terminal. Under the Node we brought the process above us passes signals on
 * once, so the server runs right here; else in a child, with us as that process.
 */
async function start() {
  const server = join(ROOT, 'bin/start.ts')
  if (process.execPath.startsWith(join(ROOT, '.toolchain'))) {
    process.argv = [process.execPath, server, ...rest]
    await load('bin/start.ts')
  } else {
    process.exitCode = await runInTerminal({ environment: process.env, path: process.execPath }, [
      server,
      ...rest,
    ])
  }
}

/** @param {string} path from the root of the repository */
function load(path) {
  return import(pathToFileURL(join(ROOT, path)).href)
}
