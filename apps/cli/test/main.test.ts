import { afterEach, describe, expect, it, vi } from 'vitest'
import { main } from '../src/main.ts'

const written = () => {
  const lines: string[] = []
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((line: string) => void lines.push(line))
  }
  return () => lines.join('\n')
}

afterEach(() => vi.restoreAllMocks())

describe('umiar', () => {
  it('lists its verbs with --help and ends with 0', async () => {
    const text = written()
    expect(await main(['--help'])).toBe(0)
    for (const verb of ['start', 'evaluate', 'forget', 'bench']) expect(text()).toContain(verb)
  })

  it('ends with 2 and its verbs when none is named', async () => {
    const text = written()
    expect(await main([])).toBe(2)
    expect(text()).toContain('umiar <verb>')
  })

  it('names the nearest verb for an unknown one and ends with 2', async () => {
    const text = written()
    expect(await main(['foget'])).toBe(2)
    expect(text()).toContain('Unknown verb foget. Did you mean forget?')
  })

  it.each([
    [['forget']],
    [['forget', '--anonymous-id', 'a', '--user-id', 'b']],
    [['forget', '--email', 'a']],
    [['bench']],
    [['bench', 'recomend']],
    [['bench', 'intake', '--seconds', '0']],
  ])('ends with 2 when asked wrongly: %j', async (args) => {
    const text = written()
    expect(await main(args)).toBe(2)
    expect(text()).toContain(`umiar ${args[0]}: `)
  })
})
