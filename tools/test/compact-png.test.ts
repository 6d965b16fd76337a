import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compactPng, type Pixels, readPng, writePng } from '../pictures/compact-png.ts'

const pixels = fc
  .record({ height: fc.integer({ max: 12, min: 1 }), width: fc.integer({ max: 12, min: 1 }) })
  .chain(({ height, width }) =>
    fc
      .uint8Array({ maxLength: width * height * 3, minLength: width * height * 3 })
      .map((rgb): Pixels => ({ height, rgb, width })),
  )

describe('a compact picture', () => {
  it('is read back as it was written, whatever is in it', () => {
    fc.assert(fc.property(pixels, (picture) => void expect(readPng(writePng(picture))).toEqual(picture)))
  })

  it('differs from the original by no more than eyes can see', () => {
    fc.assert(
      fc.property(pixels, ({ height, rgb, width }) => {
        const compact = readPng(compactPng(writePng({ height, rgb, width })))
        for (const [n, value] of compact.rgb.entries())
          expect(Math.abs(value - rgb[n]!)).toBeLessThanOrEqual(2)
      }),
    )
  })

  it('is refused where it is no PNG of the kind that is read', () => {
    expect(() => compactPng(Buffer.from('GIF89a'))).toThrow('not a PNG')
    const interlaced = writePng({ height: 1, rgb: new Uint8Array(3), width: 1 })
    interlaced[28] = 1
    expect(() => compactPng(interlaced)).toThrow('without interlacing')
  })
})
