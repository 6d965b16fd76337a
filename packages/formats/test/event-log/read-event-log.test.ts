import { describe, expect, it } from 'vitest'
import { type LineComplaint, type LoggedStep, readEventLog } from '../../src/index.ts'

const HEADER = 'session,user,ts,item,type\n'

async function read(text: string, chunk = text.length, complaints?: LineComplaint[]): Promise<LoggedStep[]> {
  const chunks = text.match(new RegExp(`[^]{1,${Math.max(1, chunk)}}`, 'g')) ?? []
  const steps: LoggedStep[] = []
  const options =
    complaints === undefined ? {} : { complain: (complaint: LineComplaint) => complaints.push(complaint) }
  for await (const batch of readEventLog(chunks, options)) steps.push(...batch)
  return steps
}

describe('event log', () => {
  it('reads rows, with user, time and further columns where there are any', async () => {
    const text = 'type,session,user,ts,item,price\nview,s1,,,tea,\npurchase,s2,anna,1767225600.5,cup,9.90\n'
    expect(await read(text)).toEqual([
      { extra: { price: '' }, item: 'tea', kind: 'view', line: 2, session: 's1' },
      {
        atMs: 1_767_225_600_500,
        extra: { price: '9.90' },
        item: 'cup',
        kind: 'purchase',
        line: 3,
        session: 's2',
        user: 'anna',
      },
    ])
  })

  it('reads the same however the text is cut into chunks', async () => {
    const text = `\ufeff${HEADER}s1,,,"tea, green",view\r\n\r\n"s ""2""",u,5,"a\nb",cart\ns3,,,,view\n`
    const bad: LineComplaint[] = []
    const whole = await read(text, text.length, bad)
    expect(whole.map(({ item, line, session }) => [line, session, item])).toEqual([[2, 's1', 'tea, green']])
    for (const chunk of [1, 2, 3, 7]) {
      const complaints: LineComplaint[] = []
      expect(await read(text, chunk, complaints)).toEqual(whole)
      expect(complaints).toEqual(bad)
    }
    expect(bad.map(({ line }) => line)).toEqual([4, 6])
  })

  it('keeps commas and doubled quotes of quoted fields', async () => {
    const steps = await read(`${HEADER}"s ""2""",,,"tea, green",view\n`)
    expect(steps[0]).toMatchObject({ item: 'tea, green', session: 's "2"' })
  })

  it.each([
    ['s1,,,tea', '4 fields, expected 5'],
    [',,,tea,view', 'session'],
    ['s1,,,,view', 'item'],
    ['s1,,,tea,look', 'type must be one of view, cart, purchase'],
    ['s1,,yesterday,tea,view', 'ts must be seconds'],
    ['s1,,-5,tea,view', 'ts must be seconds'],
    ['s1,,,te"a,view', 'a quote stands inside'],
    ['"s1"x,,,tea,view', 'not followed by a comma'],
    [`s1,${'u'.repeat(129)},,tea,view`, 'user'],
  ])('names the line and the fault of %s', async (row, fault) => {
    await expect(read(`${HEADER}s0,,,ok,view\n${row}\n`)).rejects.toMatchObject({
      code: 'input_unreadable',
      facts: { line: 3 },
      message: expect.stringContaining(fault),
    })
  })

  it('passes a bad row over where somebody takes complaints', async () => {
    const complaints: LineComplaint[] = []
    const steps = await read(`${HEADER}s1,,,tea,look\ns1,,,cup,view\n`, 10, complaints)
    expect(steps.map(({ item }) => item)).toEqual(['cup'])
    expect(complaints).toEqual([
      { line: 2, message: 'type must be one of view, cart, purchase', reason: 'type_unknown' },
    ])
  })

  it('refuses a header without a column it needs, one that names a column twice, and an empty file', async () => {
    await expect(read('session,ts,item\n')).rejects.toThrow('no column user, type')
    await expect(read('session,user,ts,item,type,item\n')).rejects.toThrow('item twice')
    await expect(read('')).rejects.toThrow('empty')
  })

  it('refuses a file that ends inside a row, but not one whose last row merely has no line end', async () => {
    const whole = `${HEADER}s1,,,tea,view\ns2,,,cup,view`
    expect(await read(whole, 9, [])).toHaveLength(2)
    await expect(read(whole.slice(0, -5), 9, [])).rejects.toThrow(
      'Line 3: 4 fields, expected 5; the file ends',
    )
    await expect(read(whole.slice(0, -2), 9, [])).rejects.toThrow('Line 3: type must be one of')
  })

  it('refuses a quote that is never closed', async () => {
    await expect(read(`${HEADER}s1,,,"tea,view\n`)).rejects.toThrow('not closed')
  })
})
