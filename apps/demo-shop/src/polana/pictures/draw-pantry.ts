/** Pictures of the pantry and of wine. */
import { type Hex, shade, tint } from './colour.ts'
import { band, cylinder, FLOOR, label, leaf, lid, standing } from './forms.ts'
import type { Ink } from './ink.ts'
import { circle, each, ellipse, group, lathe, line, type ProfilePoint, path, rect } from './svg.ts'

const JAR: readonly ProfilePoint[] = [
  [50, 112, 1],
  [64, 126],
  [66, 150],
  [66, 222],
  [60, 246, 1],
]

function jar(ink: Ink, inside: string): string {
  return (
    path(lathe(200, JAR, 11), ink.round(inside)) +
    ellipse(200, 122, 54, 9, tint(inside, 0.35), ' opacity=".8"') +
    line('M148 140V224', '#fff', 8, ' opacity=".5"')
  )
}

export const honeyJar = (ink: Ink): string =>
  standing(ink, 200, 68) +
  jar(ink, ink.base) +
  label(ink, 200, 146, 84, 82) +
  lid(ink, 200, 84, 56, 26, ink.accent) +
  path(
    'M146 92Q200 108 254 92L262 118L248 112L238 124L224 114L212 126L200 116L188 126L176 114L162 124L152 112L138 118Z',
    ink.round('#f3ead8'),
  ) +
  path(
    'M146 92Q200 108 254 92L262 118L248 112L238 124L224 114L212 126L200 116L188 126L176 114L162 124L152 112L138 118Z',
    ink.pattern('#f3ead8', 0.5),
  ) +
  line('M148 98Q200 114 252 98', ink.accent, 3) +
  group(
    line('M0 0L-26-96', '#b58650', 6) +
      ellipse(4, 18, 15, 24, ink.round('#c79a66')) +
      line('M-9 8Q4 12 17 6M-11 18Q4 22 19 16M-9 28Q4 32 17 26', '#8a6238', 2) +
      path('M2 40Q10 52 4 60Q-6 52 2 40Z', ink.base),
    'translate(312 186)',
  )

export const jamJar = (ink: Ink): string =>
  standing(ink, 200, 68) +
  jar(ink, ink.base) +
  each(
    [
      [166, 226, 10],
      [236, 230, 9],
      [228, 138, 8],
      [172, 138, 8],
      [244, 190, 9],
      [156, 184, 8],
    ] as const,
    ([x, y, r]) => circle(x, y, r, shade(ink.base, 0.24), ' opacity=".7"'),
  ) +
  label(ink, 200, 150, 80, 76) +
  lid(ink, 200, 88, 57, 24, '#d9b45c') +
  ellipse(200, 88, 48, 8, ink.pattern('#d9b45c', 0.4)) +
  each(
    [
      [96, 242],
      [112, 250],
      [302, 246],
    ] as const,
    ([x, y]) => circle(x, y, 13, ink.round(ink.base)) + leaf(x, y - 12, -30, 0.6, '#5f8a4a'),
  )

export const chocolate = (ink: Ink): string =>
  standing(ink, 196, 104) +
  group(
    rect(-46, -104, 104, 200, 4, '#4a2c20') +
      each(
        [-96, -62, -28],
        (y) =>
          rect(-38, y, 40, 28, 3, ink.fall('#7a4c34', '#5a3522')) +
          rect(8, y, 40, 28, 3, ink.fall('#7a4c34', '#5a3522')),
      ) +
      path('M-52-8L-40-16-28-6-16-16-4-6 8-16 20-6 32-16 44-6 56-16 64-8V8H-52Z', '#d9dfe2') +
      rect(-54, 0, 120, 104, 4, ink.round(ink.base)) +
      rect(-54, 0, 120, 104, 4, ink.pattern(ink.base, 0.34)) +
      group(label(ink, 6, 14, 84, 76), ''),
    'translate(190 146)rotate(8)',
  ) +
  group(
    rect(-20, -14, 40, 28, 3, ink.fall('#7a4c34', '#4a2c20')) + rect(-14, -9, 28, 17, 2, '#6b4230'),
    `translate(318 ${FLOOR - 12})rotate(-14)`,
  )

export const biscuitTin = (ink: Ink): string =>
  standing(ink, 190, 92) +
  cylinder(ink, 184, 160, 86, 82, ink.base) +
  path(band(184, 172, 86, 66), ink.pattern(ink.base, 0.42)) +
  label(ink, 184, 176, 70, 58) +
  lid(ink, 184, 136, 89, 26, ink.dark) +
  ellipse(184, 136, 66, 13, ink.pattern(ink.dark, 0.4)) +
  biscuit(300, 214, 12, 1.1) +
  biscuit(326, 240, -20, 0.9)

function biscuit(x: number, y: number, turn: number, size: number): string {
  return group(
    path('M0 26Q-34 4-28-16Q-16-32 0-14Q16-32 28-16Q34 4 0 26Z', '#a86a3c') +
      path(
        'M0 20Q-27 2-22-14Q-13-25 0-8Q13-25 22-14Q27 2 0 20Z',
        'none',
        ' stroke="#fff6e6" stroke-width="2.6" stroke-dasharray="1 5" stroke-linecap="round"',
      ) +
      circle(0, -2, 3, '#fff6e6'),
    `translate(${x} ${y})rotate(${turn})scale(${size})`,
  )
}

const BOTTLE: readonly ProfilePoint[] = [
  [15, 56, 1],
  [16, 108],
  [26, 132],
  [42, 150],
  [44, 168],
  [44, 246, 1],
]

export const wine = (ink: Ink): string =>
  standing(ink, 186, 52) +
  path(lathe(184, BOTTLE, 10), ink.round(shade(ink.base, 0.42))) +
  path(
    lathe(
      184,
      [
        [17, 44, 1],
        [16, 100, 1],
      ],
      4,
    ),
    ink.round(ink.accent),
  ) +
  path(band(184, 168, 44, 62), ink.round(ink.paper)) +
  path(band(184, 206, 44, 24), ink.pattern(ink.paper, 0.5)) +
  ink.emblem(184, 190, 13, ink.accent) +
  line('M152 162V238M174 64V112', '#fff', 5, ' opacity=".35"') +
  glass(ink, 294, DRINKS[ink.product] ?? ink.base)

/** The colour in the glass, where it is not that of the bottle. */
const DRINKS: Readonly<Record<string, Hex>> = {
  'wino-regent': '#7a2940',
  'wino-riesling': '#e6d27c',
  'wino-solaris': '#eadf9a',
}

export const sparkling = (ink: Ink): string =>
  standing(ink, 186, 56) +
  path(
    lathe(
      184,
      [
        [17, 60, 1],
        [18, 108],
        [32, 138],
        [48, 164],
        [50, 184],
        [50, 246, 1],
      ],
      11,
    ),
    ink.round('#3f5240'),
  ) +
  path(
    lathe(
      184,
      [
        [20, 40, 1],
        [24, 52],
        [20, 76],
        [24, 120, 1],
      ],
      6,
    ),
    ink.round(ink.base),
  ) +
  path(
    lathe(
      184,
      [
        [20, 40, 1],
        [24, 52],
        [20, 76],
        [24, 120, 1],
      ],
      6,
    ),
    ink.pattern(ink.base, 0.4),
  ) +
  path(band(184, 176, 50, 56), ink.round(ink.paper)) +
  ink.emblem(184, 206, 15, ink.accent) +
  path(band(184, 224, 50, 8), ink.base) +
  line('M146 178V236', '#fff', 5, ' opacity=".35"') +
  path(
    lathe(292, [
      [20, 120, 1],
      [19, 170],
      [4, 204],
      [3, 244, 1],
    ]),
    '#fff',
    ' opacity=".55"',
  ) +
  path(
    lathe(292, [
      [19, 142, 1],
      [17, 172],
      [3, 202, 1],
    ]),
    ink.fall('#f7e2a0', '#e0b24c'),
  ) +
  ellipse(292, 246, 26, 6, '#fff', ' opacity=".7"') +
  each(
    [
      [286, 160],
      [296, 170],
      [290, 182],
      [298, 150],
      [292, 194],
    ] as const,
    ([x, y]) => circle(x, y, 2.2, '#fffbe6'),
  )

function glass(ink: Ink, x: number, drink: string): string {
  return (
    standing(ink, x, 30) +
    path(
      lathe(x, [
        [30, 122, 1],
        [36, 150],
        [26, 186],
        [4, 200],
        [3, 244, 1],
      ]),
      '#fff',
      ' opacity=".5"',
    ) +
    path(
      lathe(
        x,
        [
          [35, 154, 1],
          [26, 184],
          [5, 196, 1],
        ],
        2,
      ),
      ink.fall(tint(drink, 0.2), shade(drink, 0.15)),
      ' opacity=".9"',
    ) +
    ellipse(x, 154, 35, 6, tint(drink, 0.45)) +
    ellipse(x, 246, 30, 6, '#fff', ' opacity=".75"') +
    line(`M${x - 28} 132Q${x - 32} 156 ${x - 22} 178`, '#fff', 4, ' opacity=".8"')
  )
}
