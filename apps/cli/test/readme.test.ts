import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { main } from '../src/main.ts'

const readme = fs.readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const snippet = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? ''

afterEach(() => vi.restoreAllMocks())

describe('README of the command line', () => {
  it('shows a log and a command that measures it', async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'umiar-cli-readme-'))
    const log = path.join(folder, 'log.csv')
    let out = ''
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += String(text)
      return true
    })
    try {
      fs.writeFileSync(log, snippet('csv'))
      const [npx, umiar, ...args] = snippet('sh').trim().split(' ')
      expect([npx, umiar]).toEqual(['npx', 'umiar'])
      expect(await main(args.map((arg) => (arg === 'log.csv' ? log : arg)))).toBe(0)
      expect(out).toMatch(/HR@2 \(= P@2\) +1\.0000/)
    } finally {
      fs.rmSync(folder, { recursive: true })
    }
  })

  it('names every verb, and no other', async () => {
    let help = ''
    vi.spyOn(console, 'log').mockImplementation((text: string) => {
      help += text
    })
    await main(['--help'])
    const verbs = [...help.matchAll(/^ {2}(\w+) +\S/gm)].map((match) => match[1])
    const described = [...readme.matchAll(/^\| `(\w+)` +\|/gm)].map((match) => match[1])
    expect(described).toEqual(verbs)
  })
})
