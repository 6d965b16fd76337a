/** Pictures of things for kitchen and table. */
import { shade, tint } from './colour.ts'
import { band, leaf, standing } from './forms.ts'
import type { Ink } from './ink.ts'
import { circle, each, ellipse, group, lathe, line, type ProfilePoint, path, rect } from './svg.ts'

export const board = (ink: Ink): string =>
  standing(ink, 200, 118, 246) +
  group(
    path(
      'M-118-52Q-118-62-106-62H74Q86-62 88-52Q90-22 108-20H142Q160-18 160 2T142 24H108Q90 26 88 56Q86 64 74 64H-106Q-118 64-118 54Z',
      ink.round(ink.base),
    ) +
      rect(
        -118,
        -62,
        206,
        126,
        10,
        ink.tile(220, 26, line('M0 6Q60-2 120 8T220 6M0 16Q80 22 150 14T220 18', shade(ink.base, 0.18), 1.4)),
      ) +
      rect(-104, -48, 178, 98, 8, 'none', ` stroke="${shade(ink.base, 0.2)}" stroke-width="3"`) +
      circle(142, 2, 7, shade(ink.base, 0.6)) +
      rect(-104, 20, 60, 30, 6, ink.pattern(ink.base, 0.4)) +
      ink.emblem(56, 34, 9, shade(ink.base, 0.35)),
    'translate(182 178)rotate(-8)',
  ) +
  (ink.product === 'deska-serow' ? cheese(ink) : vegetables(ink))

function vegetables(ink: Ink): string {
  return (
    circle(166, 164, 26, ink.round('#c4453a')) +
    path('M152 144Q166 152 180 142Q172 154 168 148Q160 156 152 144Z', '#5f8a4a') +
    circle(214, 178, 20, ink.round('#d9982f')) +
    each(
      [
        [238, 150, 10],
        [250, 162, 60],
        [230, 164, -30],
      ] as const,
      ([x, y, turn]) => leaf(x, y, turn, 0.9, '#5f8a4a'),
    )
  )
}

function cheese(ink: Ink): string {
  return (
    path('M118 176L206 140Q216 158 212 176Z', ink.fall('#f7dd8c', '#eec566')) +
    path('M118 176H212V196Q166 206 120 194Z', ink.fall('#e9bb52', '#cf9a38')) +
    each(
      [
        [150, 186, 6],
        [178, 189, 4],
        [196, 184, 5],
        [182, 164, 4],
      ] as const,
      ([x, y, r]) => ellipse(x, y, r, r * 0.7, '#c08a2e'),
    ) +
    each(
      [
        [236, 168],
        [250, 162],
        [244, 178],
        [258, 174],
        [232, 182],
        [250, 188],
      ] as const,
      ([x, y]) => circle(x, y, 9, ink.round('#77486c')),
    ) +
    line('M246 154Q250 144 262 142', '#5f7a4a', 3)
  )
}

export const bowl = (ink: Ink): string => {
  const d = lathe(
    200,
    [
      [112, 152, 1],
      [108, 180],
      [80, 226],
      [46, 240, 1],
      [46, 250, 1],
    ],
    7,
  )
  return (
    standing(ink, 200, 88) +
    circle(158, 136, 32, ink.round('#c4453a')) +
    circle(236, 138, 30, ink.round('#8a9a3f')) +
    circle(198, 122, 32, ink.round('#d9982f')) +
    leaf(200, 92, -30, 1, '#5f8a4a') +
    path(d, ink.round(ink.base)) +
    `<g${ink.within(d)}>${path('M60 164Q200 190 340 164V206Q200 232 60 206Z', ink.pattern(ink.base, 0.45))}</g>` +
    path('M88 152Q200 178 312 152Q310 140 306 138Q200 164 94 138Q90 140 88 152Z', ink.round(ink.light)) +
    path('M88 152Q200 178 312 152L311 160Q200 186 89 160Z', ink.accent, ' opacity=".8"') +
    line('M112 188Q122 214 144 226', '#fff', 7, ' opacity=".35"')
  )
}

export const plate = (ink: Ink): string =>
  standing(ink, 200, 118) +
  each([246, 236, 226], (y) =>
    path(
      `M86 ${y - 10}Q200 ${y + 16} 314 ${y - 10}Q300 ${y + 12} 200 ${y + 14}T86 ${y - 10}Z`,
      ink.round(ink.dark),
    ),
  ) +
  group(
    ellipse(0, 0, 116, 92, ink.round(ink.base)) +
      ellipse(0, -2, 112, 88, ink.light) +
      ellipse(0, -2, 108, 85, ink.pattern(ink.light, 0.36)) +
      ellipse(0, 0, 76, 58, ink.fall(tint(ink.base, 0.2), tint(ink.base, 0.5))) +
      path('M-44-4Q-20-28 10-22T46-2Q36 24 0 26T-44-4Z', ink.round('#c99a5c')) +
      path('M-38-4Q-18-22 10-17T40-1Q30 18 0 20T-38-4Z', '#e8c98c') +
      each(
        [
          [-16, 0],
          [4, -6],
          [20, 4],
        ] as const,
        ([x, y]) => circle(x, y, 7, '#c4453a') + circle(x - 2, y - 2, 2, '#f0b0a0'),
      ) +
      leaf(-4, 8, 10, 0.8, '#5f8a4a'),
    'translate(200 142)rotate(-4)',
  )

export const storageJar = (ink: Ink): string =>
  standing(ink, 200, 72) +
  path(
    lathe(
      200,
      [
        [54, 104, 1],
        [66, 122],
        [66, 238, 1],
      ],
      15,
    ),
    ink.fall('#f5faf8', '#d6e3e0'),
  ) +
  path('M135 152Q200 166 265 152V238Q200 258 135 238Z', '#c99a5c') +
  path(
    'M135 152Q200 166 265 152V238Q200 258 135 238Z',
    ink.tile(14, 12, ellipse(4, 4, 3.4, 2.2, '#8a6238') + ellipse(11, 9, 3.4, 2.2, '#e3c08a')),
  ) +
  ellipse(200, 153, 65, 10, '#b58650') +
  path(
    lathe(
      200,
      [
        [50, 72, 1],
        [54, 106, 1],
      ],
      11,
    ),
    ink.round('#c79a66'),
  ) +
  ellipse(200, 72, 50, 11, '#dcb784') +
  each(
    [
      [176, 70],
      [208, 75],
      [224, 69],
      [190, 76],
    ] as const,
    ([x, y]) => circle(x, y, 2, '#a87a48'),
  ) +
  rect(166, 176, 68, 50, 4, ink.paper) +
  rect(166, 212, 68, 14, 0, ink.pattern(ink.paper, 0.5)) +
  ink.emblem(200, 194, 11, ink.accent) +
  line('M150 128V230', '#fff', 8, ' opacity=".75"')

export const spoons = (ink: Ink): string =>
  standing(ink, 200, 66) +
  spoon(ink, 'translate(166 150)rotate(-16)', ink.dark) +
  spoon(ink, 'translate(236 150)rotate(15)', tint(ink.base, 0.2)) +
  spoon(ink, 'translate(200 140)', ink.base) +
  path(
    lathe(
      200,
      [
        [58, 172, 1],
        [54, 244, 1],
      ],
      12,
    ),
    ink.round(ink.accent),
  ) +
  path(band(200, 186, 57, 46), ink.pattern(ink.accent, 0.5)) +
  ellipse(200, 172, 58, 11, tint(ink.accent, 0.3)) +
  path('M146 174Q200 190 254 174Q246 164 200 163T146 174Z', shade(ink.accent, 0.5))

function spoon(ink: Ink, transform: string, colour: string): string {
  return group(
    path('M-5-30L-7 70H7L5-30Z', ink.round(colour)) +
      ellipse(0, -66, 25, 40, ink.round(colour)) +
      ellipse(0, -66, 17, 30, shade(colour, 0.2), ' opacity=".6"') +
      ellipse(-4, -72, 9, 18, tint(colour, 0.3), ' opacity=".5"'),
    transform,
  )
}

const PAWN: readonly ProfilePoint[] = [
  [18, 104, 1],
  [24, 118],
  [14, 136],
  [22, 166],
  [40, 206],
  [46, 244, 1],
]

export const mill = (ink: Ink): string =>
  standing(ink, 196, 54) +
  path(lathe(196, PAWN, 11), ink.round(ink.base)) +
  `<g${ink.within(lathe(196, PAWN, 11))}>${rect(140, 196, 112, 34, 0, ink.pattern(ink.base, 0.4))}</g>` +
  path(
    lathe(
      196,
      [
        [20, 96, 1],
        [26, 102],
        [20, 110, 1],
      ],
      4,
    ),
    ink.metal('#c9a45c'),
  ) +
  circle(196, 70, 30, ink.round(ink.base)) +
  circle(196, 37, 8, ink.metal('#c9a45c')) +
  line('M176 62Q180 52 190 48', '#fff', 6, ' opacity=".5"') +
  line('M166 214Q162 228 162 240', '#fff', 6, ' opacity=".35"') +
  each(
    [
      [272, 250],
      [284, 254],
      [294, 247],
      [280, 243],
      [304, 255],
      [112, 254],
      [100, 248],
    ] as const,
    ([x, y]) => circle(x, y, 4.4, '#3a322d'),
  )

export const carafe = (ink: Ink): string =>
  standing(ink, 186, 62) +
  path(
    lathe(
      180,
      [
        [18, 84, 1],
        [17, 118],
        [46, 164],
        [56, 210],
        [46, 246, 1],
      ],
      10,
    ),
    ink.round(ink.base),
    ' opacity=".6"',
  ) +
  path(
    'M127 190Q180 202 233 190Q238 226 224 244Q180 258 136 244Q122 226 127 190Z',
    ink.round(tint(ink.base, 0.34)),
    ' opacity=".7"',
  ) +
  path(band(180, 200, 55, 34), ink.pattern(ink.base, 0.5), ' opacity=".5"') +
  ellipse(180, 84, 19, 5, 'none', ` stroke="${tint(ink.base, 0.4)}" stroke-width="3"`) +
  circle(180, 62, 21, ink.round(ink.base)) +
  circle(174, 55, 6, '#fff', ' opacity=".6"') +
  each(
    [
      [160, 176],
      [196, 168],
      [186, 214],
      [158, 222],
      [206, 200],
    ] as const,
    ([x, y]) => circle(x, y, 3.4, '#fff', ' opacity=".7"'),
  ) +
  line('M140 180Q132 210 140 234', '#fff', 7, ' opacity=".65"') +
  standing(ink, 296, 36) +
  path(
    lathe(
      294,
      [
        [34, 170, 1],
        [30, 248, 1],
      ],
      8,
    ),
    ink.round(ink.base),
    ' opacity=".5"',
  ) +
  path(
    lathe(
      294,
      [
        [33, 194, 1],
        [29.5, 246, 1],
      ],
      7,
    ),
    ink.round(tint(ink.base, 0.4)),
    ' opacity=".7"',
  ) +
  ellipse(294, 170, 34, 7, 'none', ` stroke="${tint(ink.base, 0.3)}" stroke-width="3"`) +
  group(
    circle(0, 0, 17, '#f0d36a') +
      circle(0, 0, 13, '#fbf0b8') +
      line('M0-13V13M-13 0H13M-9-9L9 9M9-9L-9 9', '#f0d36a', 1.6),
    'translate(322 172)rotate(14)',
  )
