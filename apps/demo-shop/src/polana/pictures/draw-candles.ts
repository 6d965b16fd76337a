/** Pictures of candles, scents and decor. */
import { shade, tint } from './colour.ts'
import { band, FLOOR, label, leaf, smaller, standing } from './forms.ts'
import type { Ink } from './ink.ts'
import { circle, each, ellipse, group, lathe, line, type ProfilePoint, path, rect } from './svg.ts'

/** A flame with its light. */
function flame(ink: Ink, x: number, y: number, size = 1): string {
  return group(
    circle(0, -16, 44, ink.glow('#ffe2a0'), ' opacity=".75"') +
      line('M0 2V-8', '#4a4340', 2.4) +
      path('M0-42Q16-20 8-8Q0 0-8-8Q-16-20 0-42Z', ink.fall('#fff0b8', '#f2a33c')) +
      path('M0-24Q6-14 3-8Q0-5-3-8Q-6-14 0-24Z', '#fffbe6'),
    `translate(${x} ${y})scale(${size})`,
  )
}

function decorated(ink: Ink, d: string, from: number, to: number, strength = 0.34): string {
  return (
    path(d, ink.round(ink.base)) +
    `<g${ink.within(d)}>${rect(0, from, 400, to - from, 0, ink.pattern(ink.base, strength))}</g>`
  )
}

export const candle = (ink: Ink): string =>
  standing(ink, 196, 68) +
  path(
    lathe(
      196,
      [
        [64, 126, 1],
        [64, 240, 1],
      ],
      16,
    ),
    ink.round(ink.base),
  ) +
  path(band(196, 140, 64, 88), ink.pattern(ink.base, 0.3)) +
  ellipse(196, 126, 64, 15, tint(ink.base, 0.34)) +
  ellipse(196, 128, 57, 12, '#f6e9c8') +
  ellipse(196, 127, 30, 6, '#fff8df') +
  label(ink, 196, 146, 78, 78) +
  flame(ink, 196, 128) +
  group(leaf(0, 0, -12, 1.1, '#6f8f5f') + leaf(-6, 4, 200, 1, '#557a4a'), `translate(306 ${FLOOR - 4})`)

export const pillarCandle = (ink: Ink): string =>
  standing(ink, 196, 62) +
  path(
    lathe(
      196,
      [
        [48, 108, 1],
        [48, 236, 1],
      ],
      13,
    ),
    ink.round(ink.base),
  ) +
  path(
    band(196, 112, 48, 122),
    ink.tile(24, 28, line('M0 7L12 0L24 7V21L12 28L0 21Z', ink.dark, 1.6, ' opacity=".6"')),
  ) +
  path(band(196, 178, 48, 40), ink.pattern(ink.base, 0.4)) +
  ellipse(196, 108, 48, 12, ink.light) +
  ellipse(196, 110, 34, 8, tint(ink.base, 0.5)) +
  flame(ink, 196, 110) +
  path(band(196, 214, 49, 12), ink.accent) +
  group(
    ellipse(0, 0, 15, 10, '#d9a93c') +
      line('M-5-9V9M2-10V10', '#4a3a2a', 4) +
      ellipse(-4, -12, 11, 6, '#fff', ' opacity=".75" transform="rotate(-24)"') +
      circle(14, -1, 6, '#4a3a2a'),
    'translate(302 150)rotate(-14)',
  )

export const tapers = (ink: Ink): string =>
  standing(ink, 200, 92) +
  each(
    [140, 164, 188, 212, 236, 260],
    (x, index) =>
      path(
        `M${x - 9} 250L${x - 6} ${72 + (index % 2) * 8}Q${x} ${64 + (index % 2) * 8} ${x + 6} ${72 + (index % 2) * 8}L${x + 9} 250Z`,
        ink.round(index % 2 === 0 ? ink.base : tint(ink.base, 0.3)),
      ) + line(`M${x} ${68 + (index % 2) * 8}q3-8 0-14`, '#6d6258', 2),
  ) +
  path('M124 168Q200 182 276 168V214Q200 228 124 214Z', ink.round(ink.accent)) +
  path('M124 168Q200 182 276 168V214Q200 228 124 214Z', ink.pattern(ink.accent, 0.4)) +
  circle(200, 195, 17, ink.paper) +
  ink.emblem(200, 195, 10, ink.accent)

export const diffuser = (ink: Ink): string =>
  standing(ink, 200, 60) +
  each([-26, -15, -5, 6, 17, 28], (x) => line(`M${200 + x * 0.3} 150L${200 + x * 1.6} 36`, '#b59a72', 3.4)) +
  path(
    lathe(
      200,
      [
        [17, 120, 1],
        [18, 138],
        [52, 164],
        [58, 196],
        [56, 240, 1],
      ],
      12,
    ),
    ink.round(shade(ink.base, 0.1)),
    ' opacity=".92"',
  ) +
  path(band(200, 190, 57.5, 50), ink.pattern(ink.base, 0.4), ' opacity=".7"') +
  rect(179, 110, 42, 18, 4, ink.round('#c9a45c')) +
  label(ink, 200, 170, 62, 66) +
  line('M156 178Q150 204 154 232', '#fff', 6, ' opacity=".45"')

const LAMP: readonly ProfilePoint[] = [
  [54, 100, 1],
  [66, 168],
  [54, 242, 1],
]

export const lampion = (ink: Ink): string => {
  const hole = ink.again(
    each([0, 72, 144, 216, 288], (turn) =>
      ellipse(0, -11, 5.6, 8.4, '#fff0b8', ` transform="rotate(${turn})"`),
    ) + circle(0, 0, 4, '#fffbe6'),
  )
  return (
    standing(ink, 200, 74) +
    line('M150 98Q148 34 200 34T250 98', '#8f989d', 5) +
    circle(200, 168, 104, ink.glow('#ffe2a0'), ' opacity=".75"') +
    path(lathe(200, LAMP, 12), ink.round(ink.base)) +
    `<g${ink.within(lathe(200, LAMP, 12))}>${rect(130, 100, 140, 140, 0, ink.pattern(ink.base, 0.2))}${each([146, 200, 254], (x) => hole(`translate(${x} 136)`) + hole(`translate(${x} 210)`))}${each([120, 173, 227, 280], (x) => hole(`translate(${x} 173)scale(.75)`))}</g>` +
    path('M140 102Q146 66 200 64T260 102Q200 116 140 102Z', ink.round(ink.accent)) +
    path(band(200, 236, 56, 12), ink.accent)
  )
}

export const candlestick = (ink: Ink): string =>
  smaller(
    standing(ink, 196, 92) +
      rect(186, 52, 20, 88, 4, ink.round('#f6eedd')) +
      flame(ink, 196, 54, 0.9) +
      line('M256 226Q316 214 312 186T262 190', ink.dark, 9) +
      path(
        lathe(
          196,
          [
            [24, 128, 1],
            [26, 136],
            [12, 150],
            [16, 166],
            [10, 182],
            [20, 200],
            [34, 214, 1],
          ],
          4,
        ),
        ink.metal(ink.base),
      ) +
      path(
        lathe(
          196,
          [
            [88, 218, 1],
            [82, 236],
            [60, 246, 1],
          ],
          8,
        ),
        ink.metal(ink.base),
      ) +
      ellipse(196, 218, 88, 17, ink.metal(tint(ink.base, 0.2))) +
      ellipse(196, 220, 76, 13, ink.pattern(ink.base, 0.3)) +
      ellipse(196, 214, 34, 7, ink.metal(ink.base)) +
      ellipse(196, 130, 25, 6, tint(ink.base, 0.4)),
    0.9,
  )

const VASE: readonly ProfilePoint[] = [
  [20, 106, 1],
  [18, 128],
  [34, 150],
  [58, 190],
  [50, 232],
  [38, 248, 1],
]

function twigs(colour: string, berries: string): string {
  return (
    line(
      'M200 112Q190 70 150 44M200 112Q206 64 244 38M200 112Q200 70 198 30M172 62Q150 70 138 66M224 62Q246 70 260 62',
      '#7a5f45',
      3,
    ) +
    each(
      [
        [150, 44, 200],
        [164, 58, 130],
        [244, 38, -30],
        [230, 54, 40],
        [198, 32, -90],
        [199, 56, -20],
        [138, 66, 180],
        [260, 62, 0],
      ] as const,
      ([x, y, turn]) => leaf(x, y, turn, 0.9, colour),
    ) +
    each(
      [
        [156, 50],
        [186, 46],
        [214, 44],
        [238, 46],
        [248, 66],
        [148, 70],
        [202, 74],
      ] as const,
      ([x, y]) => circle(x, y, 4.6, berries),
    )
  )
}

export const vase = (ink: Ink): string =>
  smaller(
    standing(ink, 200, 62) +
      twigs('#7f9a6a', ink.accent) +
      decorated(ink, lathe(200, VASE, 9), 160, 224) +
      ellipse(200, 106, 20, 5, shade(ink.base, 0.45)) +
      line('M158 178Q152 204 162 230', '#fff', 7, ' opacity=".35"'),
    0.92,
  )

export const glassVase = (ink: Ink): string =>
  standing(ink, 200, 70) +
  line('M200 226Q196 120 160 60M202 226Q214 130 246 70', '#557a4a', 4) +
  path('M160 60Q118 70 112 118Q150 116 172 84Q176 66 160 60Z', ink.round('#6f9a5f')) +
  path('M246 70Q290 74 300 122Q262 124 236 96Q232 76 246 70Z', ink.round('#85ad6c')) +
  line('M160 62Q146 84 118 114M246 72Q262 96 294 118', '#4c6a3f', 1.6) +
  path(
    lathe(
      200,
      [
        [26, 96, 1],
        [28, 118],
        [62, 158],
        [66, 204],
        [44, 246, 1],
      ],
      9,
    ),
    ink.round(ink.base),
    ' opacity=".62"',
  ) +
  path(
    'M136 176Q200 188 264 176Q268 220 244 244Q200 258 156 244Q132 220 136 176Z',
    ink.round(tint(ink.base, 0.3)),
    ' opacity=".55"',
  ) +
  path(band(200, 190, 64, 34), ink.pattern(ink.base, 0.5), ' opacity=".4"') +
  ellipse(200, 96, 26, 6, 'none', ` stroke="${tint(ink.base, 0.4)}" stroke-width="3"`) +
  line('M152 170Q146 204 160 232', '#fff', 7, ' opacity=".6"')

export const basket = (ink: Ink): string => {
  const d = lathe(
    200,
    [
      [100, 136, 1],
      [96, 176],
      [78, 242, 1],
    ],
    14,
  )
  return (
    standing(ink, 200, 100) +
    path(
      'M112 138Q106 96 146 96T176 138M224 138Q224 96 254 96T288 138',
      'none',
      ` stroke="${ink.dark}" stroke-width="10"`,
    ) +
    path('M118 134Q140 100 180 116T250 104Q284 110 284 136Q200 160 118 134Z', ink.round(ink.accent)) +
    path('M118 134Q140 100 180 116T250 104Q284 110 284 136Q200 160 118 134Z', ink.pattern(ink.accent, 0.4)) +
    path(d, ink.round(ink.base)) +
    path(
      d,
      ink.tile(
        24,
        14,
        path('M0 1H11V6H0ZM12 8H23V13H12Z', shade(ink.base, 0.22)) +
          path('M12 1H23V6H12ZM0 8H11V13H0Z', tint(ink.base, 0.22)),
      ),
    ) +
    path(d, ink.fall('#ffffff', '#2a2129'), ' opacity=".1"') +
    path('M98 132Q200 160 302 132V146Q200 176 98 146Z', ink.round(ink.dark))
  )
}

export const frame = (ink: Ink): string =>
  standing(ink, 200, 88) +
  rect(122, 40, 164, 212, 3, ink.deep, ' opacity=".16" transform="translate(8 6)"') +
  rect(122, 36, 164, 214, 3, ink.fall(tint(ink.base, 0.2), shade(ink.base, 0.14))) +
  rect(138, 52, 132, 182, 1, '#fbf7ec') +
  rect(150, 64, 108, 158, 1, ink.pattern('#fbf7ec', 0.12)) +
  line('M204 216Q214 150 190 78', '#5f7a4a', 3) +
  fern(ink) +
  path('M138 52H220L150 234H138Z', '#fff', ' opacity=".25"')

function fern(ink: Ink): string {
  const right = ink.again(leaf(0, 0, -24, 1, '#6f8f5f'))
  const left = ink.again(leaf(0, 0, 204, 1, '#7f9f6a'))
  return each([200, 184, 168, 152, 136, 120, 104, 90], (y, index) => {
    const place = `translate(${Math.round(206 - index * 1.4 - (index > 4 ? 4 : 0))} ${y})scale(${(1.5 - index * 0.12).toFixed(2)})`
    return right(place) + left(place)
  })
}

export const clock = (ink: Ink): string =>
  ellipse(208, 158, 104, 104, ink.deep, ' opacity=".15"') +
  circle(200, 148, 104, ink.round(ink.base)) +
  circle(200, 148, 90, ink.pattern(ink.base, 0.34)) +
  circle(200, 148, 80, ink.fall('#fffdf6', '#f1e9d8')) +
  each([0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330], (turn) =>
    rect(
      -2.4,
      -72,
      4.8,
      turn % 90 === 0 ? 16 : 9,
      2,
      shade(ink.base, 0.5),
      ` transform="translate(200 148)rotate(${turn})"`,
    ),
  ) +
  line('M200 148L168 118', '#33302f', 7) +
  line('M200 148L232 96', '#33302f', 5) +
  line('M200 164L192 206', ink.accent, 2.6) +
  circle(200, 148, 8, ink.accent) +
  ink.emblem(200, 182, 8, tint(ink.accent, 0.3)) +
  path('M132 100Q160 66 206 64Q170 80 148 116Z', '#fff', ' opacity=".5"')
