/**
 * Product pictures drawn from id and category: the shape says what kind of thing it is, the colours
 * tell two of a kind apart. The same id always gives the same picture; no photo, no trademark.
 */
import { fnv1a } from './fnv1a.ts'
import { type Palette, shapeOf } from './picture-shapes.ts'

/** The picture of one product as SVG, 240 × 180. No text of the product goes into it. */
export function drawProduct(itemId: string, category: string): string {
  const seed = fnv1a(itemId)
  const baseHue = BASE_HUES.get(category.split('/')[0] ?? '') ?? seed % 360
  const hue = (baseHue + ((seed >>> 3) % 9) * 9 - 36 + 360) % 360
  const accentHue = (hue + 140 + ((seed >>> 8) % 5) * 20) % 360
  const palette: Palette = {
    accent: `hsl(${accentHue} 55% 58%)`,
    dark: `hsl(${hue} 34% 27%)`,
    light: `hsl(${hue} 45% 88%)`,
    main: `hsl(${hue} ${34 + ((seed >>> 12) % 4) * 6}% ${42 + ((seed >>> 15) % 4) * 5}%)`,
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 180" width="240" height="180" role="img">
<rect width="240" height="180" fill="hsl(${hue} 38% 94%)"/>
<circle cx="${60 + (seed % 120)}" cy="${30 + ((seed >>> 5) % 50)}" r="${52 + ((seed >>> 9) % 26)}" fill="hsl(${hue} 42% 89%)"/>
<ellipse cx="120" cy="158" rx="74" ry="8" fill="hsl(${hue} 25% 82%)"/>
${shapeOf(itemId, category)(palette, seed)}
</svg>`
}

/** The shop's icon: a dial with a leaf. */
export const SHOP_ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#2f5d46"/><path d="M9 23c0-9 5-14 15-15 0 10-5 15-13 15l-3 3z" fill="#dfeedd"/></svg>`

const BASE_HUES = new Map(Object.entries({ care: 215, coffee: 26, garden: 84, tea: 140, trail: 200 }))
