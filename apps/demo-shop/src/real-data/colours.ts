/**
 * Colours and patterns a title speaks of: a pink polka-dot bag is drawn pink and dotted.
 */

/** Colours that go together. */
export interface Palette {
  /** Fill of the thing itself: a colour, or the pattern. */
  readonly fill: string
  readonly main: string
  readonly dark: string
  readonly light: string
  readonly accent: string
  readonly ground: string
  /** What `fill` refers to; empty without a pattern. */
  readonly definitions: string
}

type Hsl = readonly [hue: number, saturation: number, lightness: number]

const COLOURS: readonly (readonly [words: RegExp, colour: Hsl])[] = [
  [/\b(PINK|ROSE|FUSCHIA|SWEETHEART)\b/, [342, 62, 70]],
  [/\b(RED|RUBY|STRAWBERRY|CHERRY|APPLES?|RETROSPOT|POPPY)\b/, [355, 62, 52]],
  [/\b(BLUE|SKY|TURQ|MIDNIGHT|NILE|DENIM)\b/, [210, 46, 54]],
  [/\bTURQUOISE\b/, [178, 42, 48]],
  [/\b(GREEN|OLIVE|LIME|IVY|LEAF|GARDEN|JADE)\b/, [132, 32, 44]],
  [/\bMINT\b/, [158, 38, 68]],
  [/\b(PURPLE|AMETHYST|PLUM)\b/, [284, 32, 52]],
  [/\b(LAVENDER|LILAC)\b/, [262, 38, 70]],
  [/\b(YELLOW|LEMON|DAISY|SUN)\b/, [47, 82, 62]],
  [/\b(ORANGE|AMBER|PEACH)\b/, [26, 76, 58]],
  [/\b(BLACK|JET|SKULLS?|CHALKBOARD|BLACKBOARD)\b/, [222, 12, 26]],
  [/\b(GOLD|BRASS)\b/, [43, 62, 56]],
  [/\b(SILVER|ZINC|METAL|CHROME|PEWTER|MIRRORED)\b/, [212, 10, 70]],
  [/\b(WOOD|WOODEN|CHOCOLATE|BROWN|COFFEE|WICKER|RATTAN|NATURAL|SLATE)\b/, [27, 36, 44]],
  [/\b(IVORY|CREAM|VANILLA|ANTIQUE|PEARL)\b/, [41, 48, 82]],
  [/\b(WHITE|CLEAR|CRYSTAL|SNOW)\b/, [212, 22, 90]],
  [/\b(GREY|GRAY)\b/, [215, 8, 56]],
  [/\b(CHRISTMAS|XMAS|SANTA|UNION)\b/, [352, 60, 46]],
]

/** @param seed of the product: chooses where the title is silent */
export function paletteOf(title: string, seed: number): Palette {
  const words = title.toUpperCase()
  const named = COLOURS.filter(([form]) => form.test(words))
    .map(([form, colour]) => ({ at: words.search(form), colour }))
    .sort((a, b) => a.at - b.at)
    .map(({ colour }) => colour)
  const main = named[0] ?? ([(seed % 24) * 15, 38, 58] as const)
  const second: Hsl = named[1] ?? [(main[0] + 150 + ((seed >>> 6) % 5) * 15) % 360, 48, 60]
  const [hue, saturation, lightness] = main
  const isPale = lightness > 78
  const palette = {
    accent: hsl(second),
    dark: hsl([hue, Math.min(saturation, 40), isPale ? 48 : Math.max(16, lightness - 28)]),
    definitions: '',
    fill: hsl(main),
    ground: hsl([hue, Math.min(saturation, 34), isPale ? 88 : 94]),
    light: isPale ? '#fff' : hsl([hue, Math.min(saturation, 50), Math.min(94, lightness + 32)]),
    main: hsl(main),
  }
  const pattern = patternIn(words, palette.main, isPale ? palette.accent : palette.light)
  return pattern === '' ? palette : { ...palette, definitions: pattern, fill: 'url(#pattern)' }
}

function patternIn(words: string, main: string, mark: string): string {
  const cell = (size: number, drawing: string, turn = 0): string =>
    `<defs><pattern id="pattern" width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})"><rect width="${size}" height="${size}" fill="${main}"/>${drawing}</pattern></defs>`
  if (/SPOT|POLKADOT|DOTS?\b|HONEYCOMB/.test(words))
    return cell(
      18,
      `<circle cx="5" cy="5" r="3.4" fill="${mark}"/><circle cx="14" cy="14" r="3.4" fill="${mark}"/>`,
    )
  if (/STRIP[EY]|STRIPES|UNION|CIRCUS|DECKCHAIR/.test(words))
    return cell(14, `<rect width="7" height="14" fill="${mark}"/>`, 0)
  if (/GINGHAM|CHECK|TARTAN/.test(words))
    return cell(
      16,
      `<rect width="8" height="16" fill="${mark}" opacity=".55"/><rect width="16" height="8" fill="${mark}" opacity=".55"/>`,
    )
  if (/PAISLEY|BAROQUE|FLORAL|ROSES?\b|FLOWERS?\b|BLOSSOM|MORRIS|DAISY/.test(words))
    return cell(
      22,
      `<g fill="${mark}"><circle cx="6" cy="4" r="2.6"/><circle cx="10" cy="7" r="2.6"/><circle cx="8" cy="12" r="2.6"/><circle cx="3" cy="11" r="2.6"/><circle cx="2" cy="7" r="2.6"/></g><circle cx="17" cy="18" r="1.8" fill="${mark}"/>`,
    )
  return ''
}

function hsl([hue, saturation, lightness]: Hsl): string {
  return `hsl(${hue} ${saturation}% ${lightness}%)`
}
