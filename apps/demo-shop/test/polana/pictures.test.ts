import { describe, expect, it } from 'vitest'
import { DEPARTMENTS } from '../../src/polana/departments.ts'
import { polana } from '../../src/polana/index.ts'
import { STYLE_PATTERNS } from '../../src/polana/pictures/patterns.ts'
import { drawRow, pictureOf } from '../../src/polana/pictures/picture.ts'
import { polanaRows } from '../../src/polana/rows.ts'

const pictures = polanaRows().map(({ id }) => pictureOf(id) ?? '')

/** Complaints about an XML document: tags that do not match, attributes given twice or without quotes. */
function faultsOf(xml: string): readonly string[] {
  const faults: string[] = []
  const open: string[] = []
  for (const [, closing, name = '', attributes = '', selfClosing] of xml.matchAll(
    /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<&]*")*)\s*(\/?)>/g,
  )) {
    const names = [...attributes.matchAll(/([\w:-]+)="/g)].map(([, attribute]) => attribute)
    if (new Set(names).size < names.length) faults.push(`attribute twice in <${name}>`)
    if (closing === '/') {
      const last = open.pop()
      if (last !== name) faults.push(`</${name}> closes <${last}>`)
    } else if (selfClosing !== '/') open.push(name)
  }
  const rest = xml.replaceAll(/<\/?[a-zA-Z]+(?:\s+[\w:-]+="[^"<&]*")*\s*\/?>/g, '')
  if (rest !== '') faults.push(`left over: ${rest.slice(0, 60)}`)
  if (open.length > 0) faults.push(`never closed: ${open.join()}`)
  return faults
}

describe('the pictures of Polana', () => {
  it('are valid XML without text, numbers gone wrong, or anything from elsewhere', () => {
    expect(faultsOf('<svg a="1"><g></svg>')).not.toEqual([])
    expect(faultsOf('<svg a=1></svg>')).not.toEqual([])
    for (const [index, picture] of pictures.entries()) {
      expect(faultsOf(picture), polanaRows()[index]?.id).toEqual([])
      expect(picture).not.toMatch(/NaN|undefined|Infinity|<text|<image|<script|href="[^#]/)
      expect(picture).toContain('viewBox="0 0 400 300"')
    }
  })

  it('refer only to what they define, by ids no other picture has', () => {
    const seen = new Set<string>()
    for (const picture of pictures) {
      const ids = [...picture.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '')
      const used = [...picture.matchAll(/(?:url\(|href=")#([^")]+)/g)].map(([, id]) => id ?? '')
      expect(used.filter((id) => !ids.includes(id))).toEqual([])
      for (const id of ids) {
        expect(seen.has(id), id).toBe(false)
        seen.add(id)
      }
    }
  })

  it('are the same every time, all different, and together below a megabyte', () => {
    expect(polana.products.map((product) => polana.picture(product))).toEqual(pictures)
    expect(new Set(polanaRows().map((row) => drawRow(row, 'x'))).size).toBe(240)
    expect(Buffer.byteLength(pictures.join(''))).toBeLessThan(1_000_000)
  })

  it('show the style: no two styles have the same pattern, and a product of another style looks otherwise', () => {
    const drawn = DEPARTMENTS.flatMap(({ id, styles }) =>
      Object.keys(styles).map((style) => {
        const pattern = STYLE_PATTERNS[`${id}/${style}`]
        expect(pattern, `${id}/${style}`).toBeDefined()
        return `${pattern?.width} ${pattern?.height} ${pattern?.turn} ${pattern?.draw('#111111', '#999999')}`
      }),
    )
    expect(new Set(drawn).size).toBe(32)
    const [row] = polanaRows()
    if (row === undefined) throw new Error('no row')
    const looks = ['fresh', 'floral', 'toasted', 'fruity'].map((style) => drawRow({ ...row, style }, 'x'))
    expect(new Set(looks).size).toBe(4)
  })

  it('draw at least a hundred kinds, and refuse what Polana does not sell', () => {
    expect(new Set(polanaRows().map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(100)
    expect(pictureOf('nothing')).toBeUndefined()
    const [product] = polana.products
    if (product === undefined) throw new Error('no product')
    expect(() => polana.picture({ ...product, feed: { ...product.feed, item_id: 'nothing' } })).toThrow(
      RangeError,
    )
  })
})
