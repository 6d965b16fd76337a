/**
 * The shapes of the shop's drawn pictures: one per kind of thing, in a few flat pieces.
 */

/** Four colours that go together. */
export interface Palette {
  readonly main: string
  readonly dark: string
  readonly light: string
  readonly accent: string
}

/** The shape for a product: its own, else its category's, else its department's, else a parcel. */
export function shapeOf(itemId: string, category: string): Draw {
  return own(THINGS, itemId) ?? own(SHAPES, category) ?? own(SHAPES, category.split('/')[0] ?? '') ?? parcel
}

function own(shapes: Readonly<Record<string, Draw>>, name: string): Draw | undefined {
  return Object.hasOwn(shapes, name) ? shapes[name] : undefined
}

/** Draws one thing on a stage of 240 × 180, standing at y = 156; the seed varies small things. */
export type Draw = (palette: Palette, seed: number) => string

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

const bowl: Draw = (palette, seed) =>
  `<path d="M70 84H170C168 122 148 142 136 146H104C92 142 72 122 70 84Z" fill="${palette.light}" stroke="${palette.main}" stroke-width="4"/><path d="M62 152Q120 164 178 152L168 144H72Z" fill="${palette.main}"/><path d="M76 78Q120 46 164 78Z" fill="${palette.main}"/><circle cx="120" cy="56" r="8" fill="${palette.dark}"/>${leaf(120, 128, 0.9, (seed % 30) - 15, palette.accent)}`

const infuser: Draw = (palette) =>
  `<path d="M120 26V70" stroke="${palette.dark}" stroke-width="5"/><circle cx="120" cy="24" r="9" fill="none" stroke="${palette.dark}" stroke-width="5"/><circle cx="120" cy="112" r="44" fill="${palette.light}" stroke="${palette.main}" stroke-width="6"/><path d="M76 112H164" stroke="${palette.main}" stroke-width="8"/>${[98, 112, 126, 140].map((x) => `<circle cx="${x}" cy="90" r="3" fill="${palette.dark}"/><circle cx="${x - 6}" cy="134" r="3" fill="${palette.dark}"/>`).join('')}`

const grinder: Draw = (palette) =>
  `<path d="M120 40L176 26" stroke="${palette.dark}" stroke-width="8" stroke-linecap="round"/><circle cx="178" cy="26" r="10" fill="${palette.accent}"/><rect x="92" y="40" width="56" height="66" rx="6" fill="${palette.main}"/><rect x="88" y="100" width="64" height="12" rx="4" fill="${palette.dark}"/><rect x="94" y="110" width="52" height="46" rx="8" fill="${palette.light}"/>`

const scale: Draw = (palette) =>
  `<rect x="56" y="116" width="128" height="40" rx="8" fill="${palette.dark}"/><rect x="64" y="104" width="112" height="14" rx="4" fill="${palette.main}"/><rect x="96" y="126" width="48" height="20" rx="3" fill="${palette.light}"/><path d="M104 136H116M124 136H136" stroke="${palette.dark}" stroke-width="4"/>`

const mokaPot: Draw = (palette) =>
  `<path d="M86 156L94 104H146L154 156Z" fill="${palette.dark}"/><path d="M92 100L84 52H150L148 100Z" fill="${palette.main}"/><path d="M84 52L68 46L86 68Z" fill="${palette.main}"/><path d="M88 52L120 34L148 52Z" fill="${palette.dark}"/><circle cx="120" cy="32" r="6" fill="${palette.accent}"/><path d="M150 58H174V104" fill="none" stroke="${palette.dark}" stroke-width="10"/>`

const flask: Draw = (palette, seed) =>
  `<rect x="100" y="28" width="40" height="24" rx="6" fill="${palette.dark}"/><path d="M94 60Q94 50 104 50H136Q146 50 146 60V148Q146 156 138 156H102Q94 156 94 148Z" fill="${palette.main}"/><rect x="94" y="${84 + (seed % 10)}" width="52" height="16" fill="${palette.accent}"/><path d="M106 60V146" stroke="${palette.light}" stroke-width="4"/>`

const filterBox: Draw = (palette) =>
  `<rect x="66" y="76" width="108" height="80" rx="4" fill="${palette.main}"/><path d="M84 76L102 34H138L156 76Z" fill="${palette.light}"/><path d="M96 76L108 44H132L144 76Z" fill="none" stroke="${palette.dark}" stroke-width="3"/><path d="M104 136L92 104H148L136 136Z" fill="${palette.light}"/>`

const socks: Draw = (palette) =>
  ['translate(-22 -4)', 'translate(24 4)']
    .map(
      (move) =>
        `<g transform="${move}"><path d="M100 36H134V104L168 132Q172 150 154 152H132Q118 150 100 128Z" fill="${palette.main}"/><rect x="98" y="32" width="38" height="16" rx="4" fill="${palette.dark}"/><path d="M100 62H134" stroke="${palette.accent}" stroke-width="8"/><path d="M152 152Q172 150 167 131Q150 134 152 152Z" fill="${palette.dark}"/></g>`,
    )
    .join('')

const jacket: Draw = (palette) =>
  `<path d="M98 40L58 66L66 150H86L88 96V156H152V96L154 150H174L182 66L142 40Z" fill="${palette.main}"/><path d="M98 40Q120 12 142 40L120 62Z" fill="${palette.dark}"/><path d="M120 62V156" stroke="${palette.light}" stroke-width="4"/><path d="M96 118H112M128 118H144" stroke="${palette.accent}" stroke-width="5"/>`

const cap: Draw = (palette) =>
  `<path d="M66 124C62 74 92 54 124 54C154 54 174 76 172 124Z" fill="${palette.main}"/><path d="M166 108Q206 112 214 130Q190 132 120 126L66 124V112Z" fill="${palette.dark}"/><circle cx="122" cy="52" r="6" fill="${palette.accent}"/><path d="M122 56Q104 84 106 112" fill="none" stroke="${palette.light}" stroke-width="3"/>`

const headlamp: Draw = (palette) =>
  `<path d="M52 100C52 44 188 44 188 100" fill="none" stroke="${palette.dark}" stroke-width="16"/><path d="M52 100C60 140 180 140 188 100" fill="none" stroke="${palette.main}" stroke-width="16"/><rect x="92" y="100" width="56" height="44" rx="10" fill="${palette.dark}"/><circle cx="120" cy="122" r="15" fill="hsl(48 90% 74%)"/>`

const waxTin: Draw = (palette) =>
  `<ellipse cx="120" cy="140" rx="62" ry="18" fill="${palette.dark}"/><rect x="58" y="106" width="124" height="34" fill="${palette.main}"/><ellipse cx="120" cy="106" rx="62" ry="18" fill="${palette.light}"/><ellipse cx="120" cy="106" rx="40" ry="11" fill="${palette.accent}"/>`

const poles: Draw = (palette) =>
  [-16, 16]
    .map(
      (turn) =>
        `<g transform="rotate(${turn} 120 96)"><rect x="114" y="20" width="12" height="34" rx="6" fill="${palette.accent}"/><path d="M120 54V150" stroke="${palette.main}" stroke-width="6"/><path d="M108 140H132" stroke="${palette.dark}" stroke-width="6"/><path d="M120 150V158" stroke="${palette.dark}" stroke-width="3"/></g>`,
    )
    .join('')

const wateringCan: Draw = (palette) =>
  `<path d="M84 82H152L158 156H78Z" fill="${palette.main}"/><path d="M86 122L40 74" stroke="${palette.dark}" stroke-width="10"/><path d="M28 82L50 60L54 66L34 88Z" fill="${palette.accent}"/><path d="M152 92C196 84 196 140 158 144" fill="none" stroke="${palette.dark}" stroke-width="9"/><path d="M92 82C96 50 140 50 144 82" fill="none" stroke="${palette.dark}" stroke-width="8"/><path d="M82 110H154" stroke="${palette.light}" stroke-width="5"/>`

const secateurs: Draw = (palette) =>
  `<g transform="rotate(24 120 96)"><path d="M116 86C96 64 104 34 122 20C126 44 130 66 124 86Z" fill="${palette.light}" stroke="${palette.dark}" stroke-width="3"/><path d="M124 86C142 72 142 48 130 34C124 52 118 70 116 86Z" fill="${palette.dark}"/><path d="M114 90C100 116 98 138 102 160" fill="none" stroke="${palette.accent}" stroke-width="13" stroke-linecap="round"/><path d="M126 90C142 112 146 134 144 156" fill="none" stroke="${palette.accent}" stroke-width="13" stroke-linecap="round"/><circle cx="120" cy="88" r="8" fill="${palette.main}"/></g>`

const gloves: Draw = (palette) =>
  `<path d="M82 156V110L62 92Q58 80 70 80L88 92V50Q96 40 102 50V84L106 40Q114 30 120 40V84L126 44Q134 36 139 46L136 90L144 60Q153 54 157 64L146 122V156Z" fill="${palette.main}"/><rect x="78" y="136" width="72" height="20" rx="5" fill="${palette.dark}"/><path d="M94 112Q116 124 138 108" fill="none" stroke="${palette.accent}" stroke-width="6"/>`

const planter: Draw = (palette, seed) =>
  `${[72, 96, 120, 144, 168].map((x, index) => `${leaf(x, 106, 1.15, -18, 'hsl(104 36% 44%)')}${leaf(x, 106, 1.05, 18, 'hsl(96 38% 54%)')}<circle cx="${x}" cy="${72 - ((seed >>> index) % 8)}" r="8" fill="${palette.accent}"/>`).join('')}<path d="M48 102H192L184 156H56Z" fill="${palette.main}"/><rect x="42" y="96" width="156" height="14" rx="4" fill="${palette.dark}"/>`

/** Things that look like nothing else in their category. */
const THINGS: Readonly<Record<string, Draw>> = {
  bidon: flask,
  czapka: cap,
  czolowka: headlamp,
  filtry: filterBox,
  gaiwan: bowl,
  kawiarka: mokaPot,
  kije: poles,
  konewka: wateringCan,
  'kubek-termiczny': flask,
  kurtka: jacket,
  'mlynek-reczny': grinder,
  rekawice: gloves,
  sekator: secateurs,
  'skarpety-welna': socks,
  skrzynka: planter,
  waga: scale,
  wosk: waxTin,
  zaparzacz: infuser,
}

/** What most things of a category look like. */
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
