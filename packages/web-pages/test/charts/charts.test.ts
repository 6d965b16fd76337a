import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CHARTS_STYLESHEET,
  type ChartPart,
  chartDefinitions,
  columns,
  donut,
  funnel,
  ring,
  sharesOf,
  stackedBar,
  swatch,
} from '../../src/index.ts'

const parts = (...values: number[]): ChartPart[] =>
  values.map((value, n) => ({
    label: `part ${n}: ${value}`,
    shade: ((n % 6) + 1) as ChartPart['shade'],
    value,
  }))
const ringOf = (...values: number[]): string =>
  donut({ below: 'events', middle: '12', parts: parts(...values), title: 'Outcomes' }).toString()
const count = (text: string, what: RegExp): number => [...text.matchAll(what)].length

describe('shares of a whole', () => {
  it('cover it without a gap, in order, and leave noughts out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ max: 1e9, min: 0 }), { maxLength: 8 }), (values) => {
        const shares = sharesOf(parts(...values))
        expect(shares.map(({ part }) => part.value)).toEqual(values.filter((value) => value > 0))
        shares.forEach((share, n) => {
          expect(share.from).toBe(n === 0 ? 0 : shares[n - 1]?.to)
        })
        if (shares.length > 0) expect(shares.at(-1)?.to).toBe(1)
      }),
    )
  })

  it('refuse what is no number of 0 or more', () => {
    for (const value of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => sharesOf([{ value }])).toThrow(RangeError)
  })
})

describe('a chart', () => {
  it('has a title for screen readers, and text in it is text', () => {
    const evil = '"><script>alert(1)</script>'
    const charts = [
      donut({ below: evil, middle: evil, parts: [{ label: evil, shade: 2, value: 1 }], title: evil }),
      stackedBar(evil, [{ label: evil, shade: 2, value: 1 }]),
      columns(evil, [{ label: evil, parts: [{ label: evil, shade: 2, value: 1 }] }]),
      funnel(evil, [{ label: evil, value: 1 }]),
      ring(evil, 0.5),
    ].map(String)
    for (const chart of charts) {
      expect(chart).toMatch(/^<svg class="chart [^>]*role="img" aria-label="&quot;&gt;/)
      expect(chart).not.toContain('<script')
      expect(chart).not.toContain('style=')
      expect(chart).not.toMatch(/NaN|Infinity|undefined/)
    }
  })

  it('draws one shape for each part that is there, and an empty one for none', () => {
    expect(count(ringOf(5, 0, 3), /<g>/g)).toBe(2)
    expect(ringOf(0, 0)).toContain('chart-empty')
    expect(ringOf()).toContain('chart-empty')
    expect(count(stackedBar('t', parts(1, 2, 0, 4)).toString(), /<g>/g)).toBe(3)
    expect(stackedBar('t', []).toString()).toContain('chart-empty')
    expect(count(columns('t', [{ label: 'd', parts: parts(1, 2) }]).toString(), /<g>/g)).toBe(2)
    expect(columns('t', []).toString()).not.toContain('<g>')
  })

  it('draws a whole ring for a single part', () => {
    expect(ringOf(7)).toMatch(/M80 4A76 76 0 0 1 80 156.*M80 156A76 76/s)
  })

  it('fills a bar to its end and keeps the thinnest part in sight', () => {
    const bar = stackedBar('t', parts(1_000_000, 1)).toString()
    const pieces = [...bar.matchAll(/class="chart-\d" d="M([\d.]+) 0h([\d.]+)v/g)].map(([, left, width]) => ({
      left: Number(left),
      width: Number(width),
    }))
    expect(pieces).toHaveLength(2)
    expect(pieces[1]?.width).toBeGreaterThanOrEqual(5)
    expect((pieces[1]?.left ?? 0) + (pieces[1]?.width ?? 0)).toBeCloseTo(1000, 0)
  })

  it('tells shades apart by pattern: all but one have one of their own', () => {
    const definitions = chartDefinitions().toString()
    for (const shade of [2, 3, 4, 5, 6] as const) {
      expect(definitions).toContain(`id="chart-pattern-${shade}"`)
      expect(swatch(shade).toString()).toContain(`url(#chart-pattern-${shade})`)
    }
    expect(swatch(1).toString()).not.toContain('url(')
    const css = readFileSync(CHARTS_STYLESHEET, 'utf8')
    for (const shade of [1, 2, 3, 4, 5, 6]) expect(css).toContain(`.chart-${shade} {`)
  })

  it('narrows a funnel by its numbers', () => {
    const bands = [
      ...funnel('t', [
        { label: 'a', value: 100 },
        { label: 'b', value: 50 },
      ])
        .toString()
        .matchAll(/class="chart-\d" d="M([\d.]+) /g),
    ].map(([, left]) => Number(left))
    expect(bands).toEqual([0, 80])
    expect(
      funnel('t', [
        { label: 'a', value: 0 },
        { label: 'b', value: 3 },
      ]).toString(),
    ).not.toMatch(/NaN/)
  })

  it('marks a ring that is done with a tick, and others with their percent', () => {
    expect(ring('t', 1.4).toString()).toContain('ring-tick')
    expect(ring('t', 0.999).toString()).toContain('99%')
    expect(ring('t', 0).toString()).not.toContain('ring-done')
    expect(() => ring('t', Number.NaN)).toThrow(RangeError)
  })
})
