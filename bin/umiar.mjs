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
  // The same data from any folder of the repository; other paths are relative to where one stands.
  process.env.UMIAR_DATA_DIR ||= join(ROOT, '.umiar')
  if (verb === 'start') await start()
  else {
    const { main } = await load('apps/cli/src/main.ts')
    process.exitCode = await main(verb === undefined ? [] : [verb, ...rest])
  }
}

/**
 * Runs the server in this terminal. Under the Node we brought the process above us passes signals on
 * once, so the server runs right here; else in a child, with us as that process.
 */
async function start() {
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log('umiar start: starts the engine in this terminal; Ctrl-C ends it, data stays.\n')
    console.log('It is configured by environment variables: docs/reference/configuration.md')
    return
  }
  if (rest.length > 0) {
    console.error(`umiar start takes no arguments, given: ${rest.join(' ')}`)
    process.exitCode = 2
    return
  }
  const server = join(ROOT, 'apps/server/src/main.ts')
  if (process.execPath.startsWith(join(ROOT, '.toolchain'))) {
    process.argv = [process.execPath, server]
    await load('apps/server/src/main.ts')
  } else {
    process.exitCode = await runInTerminal({ environment: process.env, path: process.execPath }, [server])
  }
}

/** @param {string} path from the root of the repository */
function load(path) {
  return import(pathToFileURL(join(ROOT, path)).href)
}
