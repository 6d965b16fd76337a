/** Ctrl-C while the shop is being filled: an end like any other. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newFolder, removeFolder } from './engine-process.ts'

const MAIN = fileURLToPath(new URL('filling-main.ts', import.meta.url))

let directory: string
beforeEach(() => {
  directory = newFolder()
})
afterEach(() => removeFolder(directory))

it.each(['SIGINT', 'SIGTERM'] as const)(
  '%s while the shop is filled closes the store and exits with 0, without a word of complaint',
  async (signal) => {
    const child = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env.PATH, UMIAR_DATA_DIR: directory, UMIAR_PORT: '0' },
    })
    let complaints = ''
    child.stderr.on('data', (chunk) => (complaints += chunk))
    child.stdout.once('data', () => child.kill(signal))
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect(complaints).toBe('')
    expect(code).toBe(0)
    expect(existsSync(join(directory, 'closed.mark'))).toBe(true)
  },
)
