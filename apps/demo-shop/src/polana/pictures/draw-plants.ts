/** Pictures of seeds, bulbs, pots, soil and feed. */
import { type Hex, shade, tint } from './colour.ts'
import { band, FLOOR, label, leaf, smaller, standing } from './forms.ts'
import type { Ink } from './ink.ts'
import { circle, each, ellipse, faded, group, lathe, line, type ProfilePoint, path, rect } from './svg.ts'

const GREENS = ['#5f8a4a', '#7aa05c', '#4c7442'] as const

const STEMS = [
  [-34, -40],
  [-16, -66],
  [4, -78],
  [24, -58],
  [38, -34],
] as const

const STEM_LINES = STEMS.map(([x, y]) => `M0 0Q${x * 0.2} ${y * 0.6} ${x} ${y}`).join('')

/** A leafy plant growing from a point; `tip` is what stands at the end of each stem. */
function plant(ink: Ink, x: number, y: number, size: number, tip?: string): string {
  const leaves = GREENS.map((green) => ink.again(leaf(0, 0, 0, 1, green)))
  const put = (dx: number, dy: number, turn: number, size: number, green: number): string =>
    leaves[green % 3]?.(
      `translate(${Math.round(dx)} ${Math.round(dy)})rotate(${Math.round(turn)})scale(${size})`,
    ) ?? ''
  const atTip = tip === undefined ? undefined : ink.again(tip)
  const whole = ink.again(
    line(STEM_LINES, '#5f8a4a', 3) +
      each(
        STEMS,
        ([dx, dy], index) =>
          put(dx * 0.5, dy * 0.62, dx < 0 ? 200 : -20, 0.9, index) +
          put(dx * 0.78, dy * 0.86, dx < 0 ? 240 : -60, 0.9, index + 1) +
          put(dx * 0.6, dy * 0.7, dx < 0 ? -30 : 210, 0.8, index + 2) +
          (atTip === undefined ? put(dx, dy, -90 + dx, 0.8, index) : atTip(`translate(${dx} ${dy})`)),
      ),
  )
  return whole(`translate(${x} ${y})scale(${size})`)
}

function bloom(colour: Hex, x = 0, y = 0, r = 8): string {
  return (
    each([0, 60, 120, 180, 240, 300], (turn) =>
      ellipse(0, -r * 0.8, r * 0.5, r * 0.75, colour, ` transform="translate(${x} ${y})rotate(${turn})"`),
    ) + circle(x, y, r * 0.45, '#f2cf6a')
  )
}

function earthen(
  ink: Ink,
  cx: number,
  profile: readonly ProfilePoint[],
  colour: Hex,
  from: number,
  to: number,
): string {
  const d = lathe(cx, profile, 9)
  return (
    path(d, ink.round(colour)) +
    `<g${ink.within(d)}>${path(`M0 ${from}Q200 ${from + 14} 400 ${from}V${to}Q200 ${to + 14} 0 ${to}Z`, ink.pattern(colour, 0.34))}</g>`
  )
}

export const seedPacket = (ink: Ink): string =>
  standing(ink, 200, 74) +
  group(
    path(
      'M-66-98L-60-92-54-98-48-92-42-98-36-92-30-98-24-92-18-98-12-92-6-98 0-92 6-98 12-92 18-98 24-92 30-98 36-92 42-98 48-92 54-98 60-92 66-98V92H-66Z',
      ink.fall(tint(ink.base, 0.62), tint(ink.base, 0.46)),
    ) +
      rect(-66, -82, 132, 108, 0, ink.fall(tint(ink.base, 0.24), ink.base)) +
      rect(-66, -82, 132, 108, 0, ink.pattern(ink.base, 0.22)) +
      circle(0, -26, 44, ink.paper) +
      seedMotif(ink) +
      rect(-66, 26, 132, 6, 0, ink.accent) +
      ink.emblem(-42, 60, 13, ink.accent) +
      rect(-18, 48, 66, 5, 2, ink.mark, ' opacity=".6"') +
      rect(-18, 60, 50, 4, 2, ink.mark, ' opacity=".4"') +
      rect(-18, 71, 58, 4, 2, ink.mark, ' opacity=".4"') +
      path('M-66-98L-44-92V92H-66Z', '#fff', ' opacity=".16"'),
    'translate(200 158)rotate(-4)',
  ) +
  each(
    [
      [292, 250, 20],
      [308, 256, -30],
      [322, 250, 60],
      [300, 242, 100],
      [84, 254, 10],
      [98, 248, -50],
    ] as const,
    ([x, y, turn]) => ellipse(x, y, 6, 3.6, shade(ink.base, 0.45), ` transform="rotate(${turn} ${x} ${y})"`),
  )

function seedMotif(ink: Ink): string {
  const motifs: Readonly<Record<string, (ink: Ink) => string>> = SEEDS
  return (motifs[ink.product] ?? SEEDS.default)(ink)
}

/** What the packets show. */
const SEEDS = {
  'bazylia-zielona': (ink: Ink) => plant(ink, 0, 6, 0.74),
  default: (ink: Ink) => plant(ink, 0, 6, 0.74, bloom(ink.base)),
  'laka-kwietna': (ink: Ink) =>
    plant(ink, 0, 6, 0.72, bloom(ink.base)) +
    bloom('#e0b03c', -26, -30, 6) +
    bloom('#6f86c4', 24, -34, 6) +
    bloom('#fffdf6', 2, -62, 6) +
    bloom('#c4453a', 12, -18, 6),
  'marchew-fioletowa': (ink: Ink) =>
    each([-20, 0, 20], (x) =>
      group(
        line('M0-14Q-8-34-14-44M0-14Q0-38 2-48M0-14Q8-32 14-42', '#6f9a5f', 4) +
          path('M-9-14Q0-20 9-14Q8 14 0 34Q-8 14-9-14Z', ink.round(ink.base)) +
          line('M-5-4H2M-2 6H4M-3 16H2', ink.light, 1.4),
        `translate(${x} ${-24 + Math.abs(x) * 0.1})rotate(${-x * 0.9})`,
      ),
    ),
  'pomidor-malinowy': (ink: Ink) =>
    plant(ink, 0, 4, 0.7) +
    each(
      [
        [-18, -34],
        [2, -20],
        [20, -38],
        [-2, -52],
      ] as const,
      ([x, y]) =>
        circle(x, y, 10, ink.round('#c8402f')) +
        path('M-6-9L0-6L6-9L3-3L0-5L-3-3Z', '#4c7442', ` transform="translate(${x} ${y})"`),
    ),
  'rukola-baby': (ink: Ink) =>
    each([-28, -14, 0, 14, 28], (x) =>
      group(
        path(
          'M0 0Q-4-14-12-16Q-6-20-12-28Q-5-32-8-42Q0-52 8-42Q5-32 12-28Q6-20 12-16Q4-14 0 0Z',
          ink.round('#6f9a52'),
        ) + line('M0 6V-38', '#a9c58a', 1.6),
        `translate(${x * 0.7} ${2 - Math.abs(x) * 0.2})rotate(${x})`,
      ),
    ),
  'slonecznik-ozdobny': (ink: Ink) =>
    line('M0 14V-24', '#5f8a4a', 5) +
    leaf(2, 4, -30, 1, '#5f8a4a') +
    leaf(-2, 0, 210, 1, '#7aa05c') +
    each([0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330], (turn) =>
      path('M0-12Q7-24 0-34Q-7-24 0-12Z', ink.base, ` transform="translate(0 -32)rotate(${turn})"`),
    ) +
    circle(0, -32, 14, '#6b4327') +
    circle(0, -32, 8, '#4a2d1c'),
} as const satisfies Readonly<Record<string, (ink: Ink) => string>>

export const bulbNet = (ink: Ink): string =>
  standing(ink, 200, 84) +
  each(
    [
      [156, 214],
      [200, 222],
      [244, 214],
      [176, 178],
      [224, 178],
      [200, 146],
    ] as const,
    ([x, y]) =>
      group(
        path('M0-30Q6-14 20-2Q30 18 14 28Q0 34-14 28Q-30 18-20-2Q-6-14 0-30Z', ink.round('#b98a5c')) +
          line('M-8 24Q-12 6-2-20M8 24Q12 6 2-20', '#8a6238', 1.6) +
          line('M-6 30L-8 36M0 32V38M6 30L8 36', '#8a6238', 1.4),
        `translate(${x} ${y})`,
      ),
  ) +
  path(
    'M176 96Q120 150 126 216Q132 250 200 254T274 216Q280 150 224 96Z',
    ink.tile(16, 16, line('M0 0L16 16M16 0L0 16', ink.accent, 1.5)),
    ' opacity=".8"',
  ) +
  path('M172 74H228L222 104H178Z', ink.round(ink.accent)) +
  rect(148, 46, 104, 34, 4, ink.round(ink.paper)) +
  rect(148, 70, 104, 10, 2, ink.pattern(ink.paper, 0.5)) +
  ink.emblem(168, 60, 8, ink.accent) +
  rect(184, 56, 54, 4, 2, ink.mark, ' opacity=".6"') +
  group(
    line('M0 0Q4-30 0-54', '#5f8a4a', 5) +
      path('M0-54Q-22-66-18-94Q-8-86 0-98Q8-86 18-94Q22-66 0-54Z', ink.round(ink.base)) +
      path('M0-4Q-20-20-22-50Q-6-36 0-4Z', '#7aa05c'),
    `translate(316 ${FLOOR})`,
  )

export const pot = (ink: Ink): string =>
  standing(ink, 200, 64) +
  plant(ink, 200, 146, 1.05) +
  earthen(
    ink,
    200,
    [
      [62, 156, 1],
      [46, 246, 1],
    ],
    ink.base,
    196,
    226,
  ) +
  path(
    lathe(
      200,
      [
        [70, 132, 1],
        [68, 160, 1],
      ],
      12,
    ),
    ink.round(tint(ink.base, 0.14)),
  ) +
  ellipse(200, 132, 70, 14, tint(ink.base, 0.3)) +
  ellipse(200, 134, 62, 11, '#4f3b2e') +
  plant(ink, 200, 138, 0.8)

export const glazedPot = (ink: Ink): string =>
  standing(ink, 200, 84) +
  plant(ink, 200, 150, 1, bloom(ink.accent)) +
  path('M120 238Q200 228 280 238Q276 254 200 256T120 238Z', ink.round(ink.dark)) +
  earthen(
    ink,
    200,
    [
      [60, 140, 1],
      [70, 170],
      [64, 214],
      [50, 242, 1],
    ],
    ink.base,
    160,
    222,
  ) +
  ellipse(200, 140, 61, 12, tint(ink.base, 0.35)) +
  ellipse(200, 142, 54, 9, '#4f3b2e') +
  path(
    'M142 160Q136 190 146 220',
    'none',
    ' stroke="#fff" stroke-width="7" stroke-linecap="round" opacity=".45"',
  ) +
  plant(ink, 200, 146, 0.8, bloom(ink.accent))

export const planter = (ink: Ink): string =>
  standing(ink, 200, 138) +
  each([92, 136, 200, 262, 310], (x, index) =>
    plant(ink, x, 182, 0.72, bloom(index % 2 === 0 ? ink.accent : '#e6d9f0')),
  ) +
  path('M64 172H336L322 248H78Z', ink.fall(tint(ink.base, 0.14), shade(ink.base, 0.16))) +
  path('M70 196H330L326 226H74Z', ink.pattern(ink.base, 0.34)) +
  rect(56, 164, 288, 18, 5, ink.fall(tint(ink.base, 0.34), ink.base)) +
  each([112, 168, 232, 288], (x) => plant(ink, x, 170, 0.5))

export const hangingPot = (ink: Ink): string =>
  smaller(
    line('M200 26L134 168M200 26L266 168M200 26L200 160', '#b59a72', 3) +
      circle(200, 30, 8, 'none', ' stroke="#8a6a45" stroke-width="4"') +
      plant(ink, 200, 172, 1.1) +
      ellipse(206, 256, 56, 7, ink.shadow()) +
      earthen(
        ink,
        200,
        [
          [70, 160, 1],
          [66, 196],
          [40, 228],
          [16, 238, 1],
        ],
        ink.base,
        178,
        216,
      ) +
      ellipse(200, 160, 71, 13, tint(ink.base, 0.4)) +
      ellipse(200, 162, 63, 10, '#4f3b2e') +
      plant(ink, 200, 166, 0.8) +
      each(
        [
          [148, 168, 96],
          [160, 172, 110],
          [246, 170, 84],
          [256, 166, 70],
        ] as const,
        ([x, y, turn], index) =>
          line(`M${x} ${y}q${index < 2 ? -16 : 16} 20 ${index < 2 ? -8 : 8} 44`, '#5f8a4a', 2.4) +
          leaf(x + (index < 2 ? -9 : 9), y + 22, turn, 0.8, GREENS[index % 3] as string) +
          leaf(x + (index < 2 ? -8 : 8), y + 40, turn, 0.8, GREENS[(index + 1) % 3] as string),
      ) +
      rect(192, 222, 16, 30, 4, '#b59a72', ' opacity=".8"'),
    0.9,
  )

export const woodenTub = (ink: Ink): string =>
  smaller(
    standing(ink, 200, 92) +
      line('M200 150V96', '#7a5a3c', 9) +
      circle(200, 72, 44, '#4c7442') +
      circle(176, 88, 28, '#5f8a4a') +
      circle(226, 86, 30, '#5f8a4a') +
      circle(196, 58, 26, '#7aa05c') +
      each(
        [
          [182, 76],
          [214, 64],
          [226, 94],
          [196, 96],
          [170, 98],
        ] as const,
        ([x, y]) => circle(x, y, 6, ink.accent),
      ) +
      earthen(
        ink,
        200,
        [
          [84, 146, 1],
          [74, 244, 1],
        ],
        ink.base,
        182,
        208,
      ) +
      each([-60, -36, -12, 12, 36, 60], (x) =>
        line(`M${200 + x * 1.08} 152L${200 + x * 0.96} 250`, ink.dark, 1.6, ' opacity=".6"'),
      ) +
      path(band(200, 160, 82.5, 10), ink.metal('#9aa2a7')) +
      path(band(200, 216, 77, 10), ink.metal('#9aa2a7')) +
      ellipse(200, 146, 84, 16, tint(ink.base, 0.3)) +
      ellipse(200, 148, 76, 12, '#4f3b2e') +
      line('M200 150V120', '#7a5a3c', 9),
    0.9,
  )

export const herbKit = (ink: Ink): string =>
  standing(ink, 200, 132) +
  each([120, 200, 280], (x, index) => plant(ink, x, 164, 0.66, index === 1 ? bloom('#c9b6e0') : undefined)) +
  each(
    [120, 200, 280],
    (x) =>
      earthen(
        ink,
        x,
        [
          [36, 160, 1],
          [30, 226, 1],
        ],
        tint('#c5775c', 0.12),
        180,
        206,
      ) +
      ellipse(x, 160, 36, 7, '#d99a80') +
      ellipse(x, 161, 31, 5, '#4f3b2e') +
      plant(ink, x, 162, 0.5),
  ) +
  path('M64 214H336L326 250H74Z', ink.fall(tint(ink.base, 0.2), shade(ink.base, 0.1))) +
  path('M64 214H336L332 232H68Z', ink.pattern(ink.base, 0.3)) +
  rect(168, 216, 64, 30, 4, ink.paper) +
  ink.emblem(200, 231, 10, ink.accent)

export const soilBag = (ink: Ink): string =>
  standing(ink, 196, 96) +
  path(
    'M118 84Q200 96 280 82Q276 120 284 160T280 248Q200 260 116 250Q112 200 118 160T118 84Z',
    ink.round(ink.base),
  ) +
  path('M118 84Q200 96 280 82L279 100Q200 112 119 102Z', ink.dark) +
  line('M122 93Q200 104 276 91', ink.light, 1.6, ' stroke-dasharray="5 4"') +
  path('M114 190Q160 176 200 186T284 182L280 248Q200 260 116 250Z', '#5b4534') +
  path('M114 190Q160 176 200 186T284 182L283 196Q240 204 200 198T115 204Z', ink.pattern('#5b4534', 0.4)) +
  each(
    [
      [140, 220],
      [168, 232],
      [210, 222],
      [246, 234],
      [262, 214],
      [190, 240],
    ] as const,
    ([x, y]) => circle(x, y, 2.6, '#d9c19b', ' opacity=".8"'),
  ) +
  circle(198, 150, 40, ink.paper) +
  circle(198, 150, 36, 'none', ` stroke="${ink.accent}" stroke-width="2.4"`) +
  plant(ink, 198, 178, 0.46) +
  ink.emblem(198, 166, 7, ink.accent) +
  faded(line('M136 116Q130 150 138 176M262 114Q268 150 262 172', ink.deep, 3), 0.3) +
  path('M284 252Q294 226 322 228T352 254Q318 262 284 252Z', '#5b4534') +
  plant(ink, 318, 232, 0.34)

export const feedBottle = (ink: Ink): string =>
  standing(ink, 196, 62) +
  path('M182 92H220Q258 104 258 140V236Q258 252 200 254T142 236V140Q142 104 182 92Z', ink.round(ink.base)) +
  path(
    'M220 100Q258 108 258 146V176Q250 186 240 176V150Q236 130 214 122Z',
    shade(ink.base, 0.42),
    ' opacity=".5"',
  ) +
  rect(180, 62, 42, 34, 5, ink.round(ink.accent)) +
  line('M188 66V92M197 66V92M206 66V92M215 66V92', shade(ink.accent, 0.3), 2) +
  path('M142 168Q200 178 258 168V222Q200 234 142 222Z', ink.pattern(ink.base, 0.36)) +
  label(ink, 192, 144, 76, 88) +
  line('M156 140V230', '#fff', 6, ' opacity=".35"') +
  plant(ink, 312, FLOOR, 0.6)
