import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { main } from '../src/main.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const lines: string[] = []
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((line: string) => void lines.push(line))
  }
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  return { code: await main(['migrate-store', ...args]), text: lines.join('\n') }
}

describe('umiar migrate-store', () => {
  it('says what it does', async () => {
    const { code, text } = await run(['--help'])
    expect(code).toBe(0)
    expect(text).toContain('The keys stay')
  })

  it('needs an address, as an option or in the environment, that PostgreSQL understands', async () => {
    const empty = { UMIAR_DATABASE_URL: '' }
    expect(await run([], empty)).toMatchObject({ code: 2, text: expect.stringContaining('--to URL') })
    const wrong = await run(['--to', 'mysql://u:s3cret@h/d'], empty)
    expect(wrong).toMatchObject({ code: 2, text: expect.stringContaining('postgres://') })
    expect(wrong.text).not.toContain('s3cret')
    expect((await run(['--too', 'x'], empty)).text).toContain('Did you mean --to?')
  })

  it('refuses a directory without an embedded store', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'umiar-cli-'))
    onTestFinished(() => rmSync(directory, { force: true, recursive: true }))
    const environment = { UMIAR_DATA_DIR: directory, UMIAR_ROOT_KEY: '00'.repeat(32) }
    const { code, text } = await run(['--to', 'postgres://u@127.0.0.1:1/d'], environment)
    expect(code).toBe(1)
    expect(text).toContain('no embedded store')
  })
})
