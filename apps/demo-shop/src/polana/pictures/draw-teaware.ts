/** Pictures of teapots, gaiwans, bowls, mugs and cups. */
import { shade, tint } from './colour.ts'
import { band, FLOOR, standing, steam } from './forms.ts'
import type { Ink } from './ink.ts'
import { glazed, opening } from './pottery.ts'
import { circle, each, ellipse, faded, group, lathe, line, path, rect } from './svg.ts'

export const gaiwan = (ink: Ink): string =>
  standing(ink, 200, 84) +
  path('M118 238Q200 226 282 238Q276 256 200 258T118 238Z', ink.round(ink.light)) +
  ellipse(200, 237, 82, 12, tint(ink.base, 0.5)) +
  ellipse(200, 238, 44, 7, shade(ink.base, 0.16)) +
  glazed(
    ink,
    200,
    [
      [74, 146, 1],
      [66, 178],
      [44, 222],
      [32, 234],
      [33, 242, 1],
    ],
    160,
    216,
  ) +
  ellipse(200, 146, 75, 13, ink.light) +
  path(
    'M134 142Q150 106 188 100Q188 92 182 86H218Q212 92 212 100Q250 106 266 142Q200 156 134 142Z',
    ink.round(ink.base),
  ) +
  path('M146 128Q200 144 254 128L258 138Q200 152 142 138Z', ink.pattern(ink.base, 0.4)) +
  ellipse(200, 86, 18, 4.5, ink.light) +
  path(
    'M150 134Q160 112 182 107',
    'none',
    ' stroke="#fff" stroke-width="4" stroke-linecap="round" opacity=".5"',
  )

export const teapot = (ink: Ink): string =>
  standing(ink, 196, 88) +
  path(
    'M262 164Q330 146 326 196T258 226',
    'none',
    ` stroke="${ink.dark}" stroke-width="15" stroke-linecap="round"`,
  ) +
  path('M138 196Q104 186 92 150Q88 136 78 134L100 128Q112 134 118 154T146 178Z', ink.round(ink.base)) +
  glazed(
    ink,
    198,
    [
      [34, 136, 1],
      [64, 156],
      [76, 196],
      [60, 236],
      [44, 250, 1],
    ],
    170,
    226,
  ) +
  ellipse(198, 137, 36, 8, ink.dark) +
  path('M164 134Q170 116 198 114T232 134Q198 146 164 134Z', ink.round(ink.light)) +
  circle(198, 107, 10, ink.round(ink.base)) +
  path(
    'M144 172Q150 156 166 148',
    'none',
    ' stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".45"',
  ) +
  steam(82, 116)

export const ironTeapot = (ink: Ink): string =>
  standing(ink, 200, 96) +
  path(
    'M120 152Q130 62 200 60T280 152',
    'none',
    ` stroke="${shade(ink.base, 0.45)}" stroke-width="9" stroke-linecap="round"`,
  ) +
  path('M132 196Q102 180 96 158L84 152L108 144Q116 158 140 172Z', ink.round(ink.dark)) +
  path(
    lathe(
      200,
      [
        [36, 138, 1],
        [86, 162],
        [94, 196],
        [78, 232],
        [52, 250, 1],
      ],
      8,
    ),
    ink.round(ink.base),
  ) +
  each([168, 186, 204, 222], (y, row) =>
    each([-72, -54, -36, -18, 0, 18, 36, 54, 72], (x) =>
      circle(
        200 + x * (row % 3 === 0 ? 0.92 : 1) + (row % 2) * 9 - 4,
        y + (1 - Math.abs(x) / 74) * 6,
        4.4,
        ink.light,
        ' opacity=".45"',
      ),
    ),
  ) +
  ellipse(200, 138, 40, 9, shade(ink.base, 0.4)) +
  path('M164 136Q170 122 200 120T236 136Q200 148 164 136Z', ink.round(ink.base)) +
  path('M190 120Q188 106 200 104T210 120Z', ink.round('#b98a4a')) +
  rect(112, 146, 16, 12, 4, '#b98a4a') +
  rect(272, 146, 16, 12, 4, '#b98a4a')

export const glassTeapot = (ink: Ink): string =>
  standing(ink, 196, 82) +
  path(
    'M262 156Q322 150 318 196T254 222',
    'none',
    ' stroke="#c9dbdd" stroke-width="11" stroke-linecap="round" opacity=".9"',
  ) +
  path('M136 192Q104 180 94 146L82 138L104 134Q114 148 142 170Z', '#e4f1f0', ' opacity=".9"') +
  path(
    lathe(
      198,
      [
        [36, 130, 1],
        [66, 156],
        [74, 198],
        [58, 238],
        [44, 250, 1],
      ],
      8,
    ),
    ink.fall('#f4fbfa', '#d4e6e4'),
  ) +
  path(
    'M125 186Q198 198 271 186Q272 222 254 242Q198 262 142 242Q122 222 125 186Z',
    ink.fall('#e6b864', '#c9822f'),
    ' opacity=".85"',
  ) +
  ellipse(198, 187, 73, 9, '#f0cd86') +
  group(
    circle(0, 0, 13, '#d77f8a') +
      each([0, 60, 120, 180, 240, 300], (turn) =>
        ellipse(0, -18, 8, 13, '#e9a3a0', ` transform="rotate(${turn})"`),
      ) +
      circle(0, 0, 7, '#f2d489'),
    'translate(198 222)scale(.9)',
  ) +
  rect(174, 112, 48, 92, 8, '#fff', ' opacity=".3"') +
  ellipse(198, 131, 38, 8, '#fff', ' opacity=".9"') +
  path('M166 126Q172 112 198 110T230 126Q198 136 166 126Z', ink.round('#c79a66')) +
  circle(198, 105, 8, ink.round('#b58650')) +
  path(
    'M138 184Q142 160 158 148',
    'none',
    ' stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".8"',
  )

export const sideTeapot = (ink: Ink): string =>
  standing(ink, 188, 86) +
  path('M252 176L330 128Q342 124 344 136T336 150L258 206Z', ink.round(ink.dark)) +
  ellipse(338, 138, 9, 13, ink.light, ' transform="rotate(-30 338 138)"') +
  path('M122 194Q96 184 90 160L78 154L98 146Q108 160 130 176Z', ink.round(ink.base)) +
  glazed(
    ink,
    188,
    [
      [34, 144, 1],
      [66, 164],
      [72, 200],
      [56, 240],
      [46, 250, 1],
    ],
    172,
    232,
  ) +
  ellipse(188, 144, 36, 8, ink.dark) +
  path('M156 142Q162 126 188 124T220 142Q188 152 156 142Z', ink.round(ink.light)) +
  circle(188, 117, 9, ink.round(ink.base)) +
  path(
    'M138 178Q144 164 158 156',
    'none',
    ' stroke="#fff" stroke-width="5" stroke-linecap="round" opacity=".45"',
  )

export const teaBowl = (ink: Ink): string =>
  standing(ink, 200, 78) +
  glazed(
    ink,
    200,
    [
      [88, 148, 1],
      [86, 176],
      [66, 222],
      [40, 238, 1],
      [40, 250, 1],
    ],
    160,
    224,
  ) +
  opening(ink, 200, 148, 88, 18, shade(ink.base, 0.22)) +
  ellipse(200, 153, 72, 11, ink.place === 1 ? '#9dbb58' : '#b98a3a') +
  path(
    'M124 178Q130 210 150 226',
    'none',
    ' stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".35"',
  ) +
  steam(200, 132)

export const cupSaucer = (ink: Ink): string =>
  standing(ink, 200, 110) + oneCup(ink, 264, 236, 0.8) + oneCup(ink, 160, 252, 1)

function oneCup(ink: Ink, x: number, y: number, size: number): string {
  return group(
    path('M-76-12Q0-24 76-12Q70 6 0 8T-76-12Z', ink.round(ink.light)) +
      ellipse(0, -13, 76, 11, tint(ink.base, 0.6)) +
      path('M40-66Q72-72 70-48T36-32', 'none', ` stroke="${ink.light}" stroke-width="9"`) +
      path(
        lathe(
          0,
          [
            [48, -76, 1],
            [46, -50],
            [34, -20],
            [24, -10, 1],
          ],
          6,
        ),
        ink.round(ink.base),
      ) +
      path('M-47-58Q0-48 47-58L45-46Q0-36-45-46Z', ink.accent) +
      ellipse(0, -76, 48, 10, '#fffaf0') +
      ellipse(0, -75, 42, 8, '#7b4a2c') +
      ellipse(-8, -76, 24, 4, '#c08a56'),
    `translate(${x} ${y})scale(${size})`,
  )
}

export const mug = (ink: Ink): string =>
  standing(ink, 192, 72) +
  path(
    'M252 148Q318 142 314 188T250 218',
    'none',
    ` stroke="${ink.dark}" stroke-width="16" stroke-linecap="round"`,
  ) +
  glazed(
    ink,
    192,
    [
      [66, 122, 1],
      [68, 160],
      [66, 226],
      [58, 248, 1],
    ],
    128,
    190,
  ) +
  opening(ink, 192, 122, 66, 13, shade(ink.base, 0.3)) +
  ellipse(192, 126, 56, 8, '#8a5a34') +
  path('M140 140V220', 'none', ' stroke="#fff" stroke-width="7" stroke-linecap="round" opacity=".35"') +
  steam(192, 104)

export const enamelMug = (ink: Ink): string =>
  standing(ink, 192, 72) +
  path(
    'M254 146Q316 140 312 184T252 212',
    'none',
    ` stroke="${tint(ink.base, 0.3)}" stroke-width="11" stroke-linecap="round"`,
  ) +
  path(
    lathe(
      192,
      [
        [68, 124, 1],
        [66, 246, 1],
      ],
      12,
    ),
    ink.round(ink.base),
  ) +
  path(band(192, 160, 67, 44), ink.pattern(ink.base, 0.4)) +
  ellipse(192, 124, 69, 14, '#33507c') +
  ellipse(192, 124, 64, 11, '#fdfbf5') +
  ellipse(192, 129, 56, 7, '#b5722f') +
  line('M126 244Q192 262 258 244', '#33507c', 5) +
  path('M142 144V226', 'none', ' stroke="#fff" stroke-width="7" stroke-linecap="round" opacity=".5"') +
  steam(192, 106)

export const travelMug = (ink: Ink): string =>
  standing(ink, 200, 52) +
  path(
    lathe(
      200,
      [
        [50, 92, 1],
        [44, 246, 1],
      ],
      10,
    ),
    ink.round(ink.base),
  ) +
  path(band(200, 150, 47.5, 54), ink.round(ink.dark)) +
  path(band(200, 150, 47.5, 54), ink.pattern(ink.dark, 0.4)) +
  ink.emblem(200, 184, 14, ink.paper) +
  path(
    lathe(
      200,
      [
        [46, 66, 1],
        [53, 72],
        [53, 94, 1],
      ],
      12,
    ),
    ink.round('#4a4d50'),
  ) +
  ellipse(200, 66, 46, 9, '#63676b') +
  rect(188, 56, 28, 12, 5, '#34373a') +
  path('M162 104L166 236', 'none', ' stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".4"')

export const doubleGlass = (ink: Ink): string =>
  standing(ink, 200, 110) +
  oneGlass(ink, 148, '#7d4f2f', '#d9b48a') +
  oneGlass(ink, 258, '#b9772c', '#efc987')

function oneGlass(ink: Ink, x: number, drink: string, top: string): string {
  return (
    path(
      lathe(
        x,
        [
          [44, 120, 1],
          [46, 160],
          [40, 220],
          [30, 248, 1],
        ],
        8,
      ),
      '#fff',
      ' opacity=".5"',
    ) +
    path(
      lathe(
        x,
        [
          [38, 148, 1],
          [36, 190],
          [18, 226],
          [4, 232, 1],
        ],
        3,
      ),
      ink.fall(drink, shade(drink, 0.4)),
    ) +
    ellipse(x, 148, 38, 7, top) +
    ellipse(x, 120, 44, 9, 'none', ' stroke="#fff" stroke-width="3"') +
    path(
      `M${x - 34} 134Q${x - 40} 190 ${x - 26} 236`,
      'none',
      ' stroke="#fff" stroke-width="5" stroke-linecap="round" opacity=".9"',
    )
  )
}

export const infuser = (ink: Ink): string =>
  standing(ink, 190, 56) +
  path('M100 112Q190 96 280 112L276 124Q190 140 104 124Z', ink.metal(ink.base)) +
  path('M138 124V214Q138 246 190 248T242 214V124Q190 140 138 124Z', ink.metal(tint(ink.base, 0.2))) +
  path(
    'M142 138Q190 150 238 138V212Q238 240 190 242T142 212Z',
    ink.tile(8, 8, circle(2, 2, 1.3, shade(ink.base, 0.5)) + circle(6, 6, 1.3, shade(ink.base, 0.5))),
  ) +
  path('M142 176Q190 188 238 176V212Q238 240 190 242T142 212Z', '#5d7a3f', ' opacity=".35"') +
  ellipse(190, 114, 52, 9, shade(ink.base, 0.5)) +
  group(
    ellipse(0, 0, 54, 16, ink.metal(ink.base)) +
      ellipse(0, -2, 44, 12, ink.pattern(ink.base, 0.3)) +
      circle(0, -6, 8, ink.round(ink.accent)),
    `translate(312 ${FLOOR - 12})scale(.9)`,
  )

export const whisk = (ink: Ink): string =>
  standing(ink, 190, 60) +
  each([-46, -38, -30, -22, -14, -6, 2, 10, 18, 26, 34, 42], (x) =>
    line(`M${190 + x * 0.4} 168Q${190 + x * 1.5} 200 ${190 + x} 248`, tint(ink.base, 0.35), 2.6),
  ) +
  each([-40, -20, 0, 20, 40], (x) =>
    line(`M${190 + x * 0.3} 168Q${190 + x * 0.9} 204 ${190 + x * 0.5} 244`, shade(ink.base, 0.1), 2.2),
  ) +
  path('M170 74Q190 66 210 74L214 168Q190 178 166 168Z', ink.round(ink.base)) +
  path('M168 140Q190 148 212 140L214 168Q190 178 166 168Z', ink.accent) +
  path('M168 140Q190 148 212 140L214 168Q190 178 166 168Z', ink.pattern(ink.accent, 0.5)) +
  line('M169 108Q190 114 211 108', ink.dark, 2, ' opacity=".5"') +
  ellipse(190, 74, 20, 5, ink.light) +
  standing(ink, 302, 40) +
  path('M262 216Q264 250 302 250T342 216Z', ink.round('#4f5a4a')) +
  ellipse(302, 216, 40, 9, '#6b7564') +
  ellipse(302, 218, 33, 6, '#9dbb58') +
  faded(
    each(
      [
        [292, 217],
        [304, 219],
        [314, 216],
      ] as const,
      ([x, y]) => circle(x, y, 2.4, '#d6e59a'),
    ),
    0.9,
  )
