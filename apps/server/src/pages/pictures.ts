/**
 * Product pictures drawn from id and category: the shape says what kind of thing it is, the colours
 * tell two of a kind apart. The same id always gives the same picture; no photo, no trademark.
 */
import { fnv1a } from './fnv1a.ts'

interface Palette {
  readonly main: string
  readonly dark: string
  readonly light: string
  readonly accent: string
}

/** The picture of one product as SVG, 240 × 180. No text of the product goes into it. */
export function drawProduct(itemId: string, category: string): string {
  const seed = fnv1a(itemId)
  const baseHue = BASE_HUES[category.split('/')[0] ?? ''] ?? seed % 360
  const hue = (baseHue + ((seed >>> 3) % 9) * 9 - 36 + 360) % 360
  const accentHue = (hue + 140 + ((seed >>> 8) % 5) * 20) % 360
  const palette: Palette = {
    accent: `hsl(${accentHue} 55% 58%)`,
    dark: `hsl(${hue} 34% 27%)`,
    light: `hsl(${hue} 45% 88%)`,
    main: `hsl(${hue} ${34 + ((seed >>> 12) % 4) * 6}% ${42 + ((seed >>> 15) % 4) * 5}%)`,
  }
  const shape = SHAPES[category] ?? SHAPES[category.split('/')[0] ?? ''] ?? parcel
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 180" width="240" height="180" role="img">
<rect width="240" height="180" fill="hsl(${hue} 38% 94%)"/>
<circle cx="${60 + (seed % 120)}" cy="${30 + ((seed >>> 5) % 50)}" r="${52 + ((seed >>> 9) % 26)}" fill="hsl(${hue} 42% 89%)"/>
<ellipse cx="120" cy="158" rx="74" ry="8" fill="hsl(${hue} 25% 82%)"/>
${shape(palette, seed)}
</svg>`
}

/** The shop's icon: a dial with a leaf. */
export const SHOP_ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#2f5d46"/><path d="M9 23c0-9 5-14 15-15 0 10-5 15-13 15l-3 3z" fill="#dfeedd"/></svg>`

const BASE_HUES: Readonly<Record<string, number>> = { care: 215, coffee: 26, garden: 84, tea: 140, trail: 200 }

type Draw = (palette: Palette, seed: number) => string

const band = (palette: Palette, seed: number, x: number, y: number, width: number): string =>
  [
    `<rect x="${x}" y="${y}" width="${width}" height="26" fill="${palette.light}"/>`,
    `<rect x="${x}" y="${y}" width="${width}" height="26" fill="${palette.light}"/><rect x="${x}" y="${y + 10}" width="${width}" height="6" fill="${palette.accent}"/>`,
    `<circle cx="${x + width / 2}" cy="${y + 13}" r="22" fill="${palette.light}"/>`,
  ][seed % 3] ?? ''

const leaf = (x: number, y: number, size: number, turn: number, fill: string): string =>
  `<path transform="translate(${x} ${y}) rotate(${turn}) scale(${size})" d="M0 0C-9 -9 -9 -24 0 -34C9 -24 9 -9 0 0Z" fill="${fill}"/>`

const tin: Draw = (palette, seed) =>
  `<rect x="78" y="52" width="84" height="104" rx="8" fill="${palette.main}"/><rect x="74" y="40" width="92" height="20" rx="7" fill="${palette.dark}"/>${band(palette, seed, 78, 92, 84)}${leaf(120, 121, 0.9, 32, palette.dark)}`

const pouch: Draw = (palette, seed) =>
  `<path d="M82 36H158L166 150Q120 164 74 150Z" fill="${palette.main}"/><path d="M82 36H158L159 50H81Z" fill="${palette.dark}"/>${band(palette, seed, 79, 88, 82)}${leaf(120, 122, 0.95, -28, palette.accent)}${leaf(120, 122, 0.95, 28, palette.dark)}`

const herbs: Draw = (palette, seed) =>
  `<path d="M80 62H160V156H80Z" fill="${palette.main}"/><path d="M80 62L96 40H144L160 62Z" fill="${palette.dark}"/>${[0, 72, 144, 216, 288].map((turn) => leaf(120, 110, 0.72, turn + (seed % 40), palette.light)).join('')}<circle cx="120" cy="110" r="8" fill="${palette.accent}"/>`

const teapot: Draw = (palette, seed) =>
  `<path d="M164 84C196 78 196 130 158 130" fill="none" stroke="${palette.dark}" stroke-width="10"/><path d="M80 106C58 104 62 84 46 76L56 70C78 78 74 90 90 92Z" fill="${palette.dark}"/><path d="M72 112C72 76 92 68 122 68S172 76 172 112C172 142 152 156 122 156S72 142 72 112Z" fill="${palette.main}"/><path d="M96 68Q122 48 148 68Z" fill="${palette.dark}"/><circle cx="122" cy="52" r="7" fill="${palette.accent}"/>${seed % 2 === 0 ? `<path d="M74 118Q122 136 170 118" fill="none" stroke="${palette.light}" stroke-width="6"/>` : leaf(122, 136, 1, 0, palette.light)}`

const coffeeBag: Draw = (palette, seed) =>
  `<path d="M80 50H160V156H80Z" fill="${palette.main}"/><path d="M80 50L88 32H152L160 50Z" fill="${palette.dark}"/>${band(palette, seed, 80, 90, 80)}<g transform="rotate(${20 + (seed % 30)} 120 104)"><ellipse cx="120" cy="104" rx="11" ry="16" fill="${palette.dark}"/><path d="M120 89C113 99 127 108 120 119" fill="none" stroke="${palette.light}" stroke-width="3"/></g>`

const dripper: Draw = (palette, seed) =>
  `<path d="M74 42H166L136 92H104Z" fill="${palette.main}"/><rect x="92" y="90" width="56" height="9" rx="4" fill="${palette.dark}"/><path d="M92 102H148L156 156H84Z" fill="${palette.light}"/><path d="M88 130H152L156 156H84Z" fill="${palette.dark}"/><path d="M166 50Q188 58 158 74" fill="none" stroke="${palette.main}" stroke-width="8"/>${seed % 2 === 0 ? `<rect x="74" y="42" width="92" height="8" fill="${palette.accent}"/>` : ''}`

const shoe: Draw = (palette, seed) =>
  `<path d="M62 66L104 58C110 88 132 96 162 104C184 110 190 124 188 138H60C56 114 58 90 62 66Z" fill="${palette.main}"/><path d="M56 138H190V148Q190 156 180 156H66Q56 156 56 148Z" fill="${palette.dark}"/><path d="M106 84L122 76M114 94L132 84M126 101L144 92" stroke="${palette.light}" stroke-width="5" stroke-linecap="round"/><path d="M62 118Q${100 + (seed % 20)} 128 150 116" fill="none" stroke="${palette.accent}" stroke-width="6"/>`

const backpack: Draw = (palette, seed) =>
  `<path d="M98 46C98 22 142 22 142 46" fill="none" stroke="${palette.dark}" stroke-width="8"/><path d="M76 76C76 48 94 40 120 40S164 48 164 76V156H76Z" fill="${palette.main}"/><rect x="88" y="106" width="64" height="42" rx="8" fill="${palette.dark}"/><path d="M76 84H164" stroke="${palette.light}" stroke-width="5"/><rect x="112" y="${78 + (seed % 4)}" width="16" height="14" rx="3" fill="${palette.accent}"/>`

const jersey: Draw = (palette, seed) =>
  `<path d="M96 40L60 62L74 96L88 88V156H152V88L166 96L180 62L144 40Q120 60 96 40Z" fill="${palette.main}"/><path d="M96 40Q120 60 144 40L138 36Q120 48 102 36Z" fill="${palette.dark}"/>${seed % 2 === 0 ? `<rect x="88" y="104" width="64" height="12" fill="${palette.accent}"/>` : `<path d="M120 52V156" stroke="${palette.light}" stroke-width="4"/>`}`

const seeds: Draw = (palette, seed) =>
  `<rect x="82" y="34" width="76" height="122" rx="4" fill="${palette.light}"/><rect x="82" y="34" width="76" height="20" rx="4" fill="${palette.main}"/><path d="M120 140V96" stroke="${palette.dark}" stroke-width="5"/>${leaf(120, 104, 1, -52, palette.main)}${leaf(120, 104, 1, 52, palette.main)}<circle cx="120" cy="${84 - (seed % 6)}" r="${7 + (seed % 6)}" fill="${palette.accent}"/><path d="M92 140H148" stroke="${palette.dark}" stroke-width="4"/>`

const trowel: Draw = (palette, seed) =>
  `<g transform="rotate(${28 + (seed % 14)} 120 100)"><rect x="112" y="26" width="16" height="54" rx="8" fill="${palette.accent}"/><rect x="116" y="76" width="8" height="22" fill="${palette.dark}"/><path d="M98 96H142C146 128 134 146 120 160C106 146 94 128 98 96Z" fill="${palette.main}"/><path d="M120 104V142" stroke="${palette.light}" stroke-width="4"/></g>`

const flowerpot: Draw = (palette, seed) =>
  `${[-46, -16, 14, 46].map((turn, index) => leaf(120, 100, 1.3 + ((seed >>> index) % 3) * 0.2, turn, index % 2 === 0 ? 'hsl(110 34% 38%)' : 'hsl(100 36% 50%)')).join('')}<path d="M78 108H162L152 156H88Z" fill="${palette.accent}"/><rect x="72" y="96" width="96" height="16" rx="4" fill="${palette.dark}"/>`

const bottle: Draw = (palette) =>
  `<rect x="104" y="34" width="32" height="26" rx="4" fill="${palette.dark}"/><rect x="86" y="58" width="68" height="98" rx="14" fill="${palette.light}"/><rect x="86" y="92" width="68" height="34" fill="${palette.main}"/>`

const parcel: Draw = (palette) =>
  `<rect x="70" y="62" width="100" height="94" rx="6" fill="${palette.main}"/><rect x="110" y="62" width="20" height="94" fill="${palette.accent}"/><rect x="64" y="50" width="112" height="22" rx="5" fill="${palette.dark}"/>`

const SHAPES: Readonly<Record<string, Draw>> = {
  care: bottle,
  'coffee/beans': coffeeBag,
  'coffee/gear': dripper,
  'garden/pots': flowerpot,
  'garden/seeds': seeds,
  'garden/tools': trowel,
  'tea/black': tin,
  'tea/green': pouch,
  'tea/herbal': herbs,
  'tea/ware': teapot,
  'trail/gear': backpack,
  'trail/shoes': shoe,
  'trail/wear': jersey,
}
