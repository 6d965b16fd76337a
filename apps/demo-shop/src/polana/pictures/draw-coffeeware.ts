/** Pictures of what coffee is made with. */
import { shade, tint } from './colour.ts'
import { band, beans, box, label, standing, steam } from './forms.ts'
import type { Ink } from './ink.ts'
import { glazed, opening } from './pottery.ts'
import { circle, each, ellipse, lathe, line, path, rect } from './svg.ts'

export const dripper = (ink: Ink): string =>
  standing(ink, 196, 66) +
  path(
    lathe(
      196,
      [
        [56, 176, 1],
        [62, 200],
        [56, 250, 1],
      ],
      10,
    ),
    '#fff',
    ' opacity=".55"',
  ) +
  path(
    lathe(
      196,
      [
        [59, 212, 1],
        [55, 248, 1],
      ],
      9,
    ),
    ink.fall('#8a5a3a', '#5a3522'),
  ) +
  path(
    'M244 124Q292 118 290 146T240 160',
    'none',
    ` stroke="${ink.dark}" stroke-width="11" stroke-linecap="round"`,
  ) +
  path('M118 172H274Q278 184 196 186T118 172Z', ink.round(ink.dark)) +
  glazed(
    ink,
    196,
    [
      [82, 88, 1],
      [66, 124],
      [36, 172, 1],
    ],
    100,
    152,
    6,
  ) +
  opening(ink, 196, 88, 82, 16, '#f4ead7') +
  path('M124 88Q150 98 196 99T268 88L240 92Q196 82 152 92Z', '#fffaf0') +
  ellipse(196, 92, 44, 7, '#6b4630') +
  line('M196 186V210', '#7d4f2f', 3) +
  steam(196, 72)

export const mokaPot = (ink: Ink): string =>
  standing(ink, 192, 66) +
  path('M246 108Q300 98 298 130L286 196Q282 206 270 202L276 134Q274 122 248 126Z', ink.round('#3a3638')) +
  path('M138 168L126 246Q192 262 258 246L246 168Z', ink.metal(ink.base)) +
  path('M160 168L152 252M224 168L232 252', 'none', ` stroke="${ink.deep}" stroke-width="1.6" opacity=".5"`) +
  path('M134 158Q192 172 250 158V172Q192 186 134 172Z', ink.metal(ink.dark)) +
  path('M142 160L130 94L114 84L132 82H254L242 160Q192 172 142 160Z', ink.metal(ink.base)) +
  path('M137 120L142 158Q192 170 242 158L248 120Q192 132 137 120Z', ink.pattern(ink.base, 0.34)) +
  path('M160 166L150 84M224 166L232 84', 'none', ` stroke="${ink.deep}" stroke-width="1.6" opacity=".5"`) +
  path('M128 84L192 58L256 84Q192 98 128 84Z', ink.metal(ink.base)) +
  circle(192, 52, 9, ink.round('#3a3638')) +
  steam(112, 72)

export const frenchPress = (ink: Ink): string =>
  standing(ink, 194, 68) +
  path(
    'M250 118Q312 112 308 168T252 226',
    'none',
    ` stroke="${ink.round('#3a3638')}" stroke-width="14" stroke-linecap="round"`,
  ) +
  line('M194 44V116', '#b9c0c4', 5) +
  circle(194, 42, 10, ink.round(ink.base)) +
  rect(136, 104, 116, 142, 10, ink.fall('#eef6f6', '#cfe0df')) +
  rect(139, 156, 110, 88, 8, ink.fall('#7d4f2f', '#45291b')) +
  rect(139, 148, 110, 9, 3, '#aeb6bb') +
  path(band(194, 108, 60, 14), ink.metal('#aeb6bb')) +
  path(band(194, 224, 60, 22), ink.metal(ink.base)) +
  path(band(194, 192, 60, 26), ink.pattern('#5a3522', 0.4), ' opacity=".5"') +
  rect(134, 100, 6, 150, 3, ink.metal('#aeb6bb')) +
  rect(248, 100, 6, 150, 3, ink.metal('#aeb6bb')) +
  path('M132 104Q136 86 194 84T256 104Q194 114 132 104Z', ink.metal(ink.base)) +
  path('M132 104L112 98Q124 92 136 96Z', ink.metal('#aeb6bb')) +
  rect(150, 118, 8, 118, 4, '#fff', ' opacity=".55"')

export const cezve = (ink: Ink): string =>
  standing(ink, 180, 64) +
  path('M226 138L348 84Q360 82 360 92T350 104L232 158Z', ink.round('#8a5a36')) +
  glazed(
    ink,
    176,
    [
      [50, 118, 1],
      [46, 136],
      [56, 196],
      [60, 232],
      [50, 248, 1],
    ],
    164,
    236,
  ) +
  path('M126 118L108 108Q118 104 132 112Z', ink.round(ink.base)) +
  ellipse(176, 118, 52, 12, ink.light) +
  ellipse(176, 120, 46, 9, '#5a3522') +
  each(
    [
      [156, 119],
      [176, 123],
      [192, 118],
      [168, 116],
    ] as const,
    ([x, y]) => circle(x, y, 5, '#c79a6a', ' opacity=".8"'),
  ) +
  path(
    'M136 160Q130 200 134 226',
    'none',
    ' stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".45"',
  ) +
  steam(176, 104)

export const gooseKettle = (ink: Ink): string =>
  standing(ink, 200, 104) +
  path('M110 236H290L302 254H98Z', ink.fall('#4a4d50', '#303236')) +
  rect(180, 242, 40, 6, 3, '#e0a94a') +
  path(
    'M144 214Q106 216 100 176T88 104Q84 92 72 92',
    'none',
    ` stroke="${ink.dark}" stroke-width="11" stroke-linecap="round"`,
  ) +
  path(
    'M250 150Q318 128 322 168Q322 196 300 206',
    'none',
    ` stroke="${ink.round('#8a5a36')}" stroke-width="16" stroke-linecap="round"`,
  ) +
  glazed(
    ink,
    198,
    [
      [50, 132, 1],
      [58, 160],
      [72, 216],
      [70, 236, 1],
    ],
    176,
    218,
    6,
  ) +
  ellipse(198, 132, 52, 10, ink.dark) +
  path('M150 130Q156 114 198 112T246 130Q198 142 150 130Z', ink.round(ink.base)) +
  circle(198, 104, 10, ink.round('#8a5a36')) +
  path(
    'M152 164Q144 196 142 222',
    'none',
    ' stroke="#fff" stroke-width="7" stroke-linecap="round" opacity=".4"',
  ) +
  steam(64, 80)

export const grinder = (ink: Ink): string =>
  standing(ink, 190, 56) +
  line('M190 76L282 60', '#9aa2a7', 8) +
  path('M274 42Q294 36 296 54L294 68Q281 75 275 64Z', ink.round('#8a5a36')) +
  rect(182, 62, 16, 26, 3, ink.metal('#aeb6bb')) +
  path(
    lathe(
      190,
      [
        [40, 86, 1],
        [40, 168, 1],
      ],
      9,
    ),
    ink.round(ink.base),
  ) +
  path(band(190, 104, 40, 44), ink.pattern(ink.base, 0.4)) +
  ellipse(190, 86, 40, 8, ink.light) +
  path(band(190, 164, 42, 14), ink.metal('#c9a45c')) +
  path(
    lathe(
      190,
      [
        [41, 182, 1],
        [38, 244, 1],
      ],
      9,
    ),
    ink.round(shade(ink.base, 0.28)),
  ) +
  ink.emblem(190, 216, 11, ink.paper) +
  rect(158, 96, 7, 146, 3, '#fff', ' opacity=".3"') +
  beans([
    [266, 250, 10],
    [284, 256, -40],
    [276, 238, 70],
  ])

export const woodGrinder = (ink: Ink): string =>
  standing(ink, 198, 86) +
  line('M198 92V66L268 56', '#3a3638', 8) +
  circle(272, 50, 12, ink.round('#b98a4a')) +
  path('M150 136Q154 88 198 86T246 136Q198 148 150 136Z', ink.metal('#b98a4a')) +
  path('M124 136H272L280 150H116Z', ink.fall(tint(ink.base, 0.3), ink.base)) +
  rect(126, 150, 144, 90, 2, ink.fall(tint(ink.base, 0.12), shade(ink.base, 0.12))) +
  rect(
    126,
    150,
    144,
    90,
    2,
    ink.tile(90, 13, line('M0 4Q40 0 90 5M0 10Q50 13 90 9', shade(ink.base, 0.2), 0.8)),
  ) +
  rect(
    146,
    172,
    104,
    50,
    3,
    ink.fall(tint(ink.base, 0.24), ink.base),
    ` stroke="${ink.dark}" stroke-width="1.6"`,
  ) +
  rect(150, 176, 96, 42, 2, ink.pattern(ink.base, 0.3)) +
  circle(198, 197, 8, ink.round('#b98a4a')) +
  path('M114 240H282L286 254H110Z', ink.fall(ink.base, shade(ink.base, 0.3))) +
  beans([
    [306, 252, 10],
    [324, 256, -40],
  ])

export const scale = (ink: Ink): string =>
  standing(ink, 200, 112) +
  path(
    'M96 206L122 184H278L304 206V238Q304 246 296 246H104Q96 246 96 238Z',
    ink.fall(tint(ink.base, 0.1), ink.dark),
  ) +
  path('M96 206L122 184H278L304 206Z', tint(ink.base, 0.2)) +
  path('M118 202L134 188H266L282 202Z', ink.pattern(ink.base, 0.25)) +
  rect(228, 214, 60, 22, 4, '#1f2a2b') +
  line('M236 220V230M244 220H250V230M258 220H264V225H258V230H264M274 220V230', '#9fe3d0', 2) +
  circle(116, 226, 6, ink.accent) +
  circle(136, 226, 6, tint(ink.base, 0.4)) +
  path(
    lathe(
      196,
      [
        [44, 128, 1],
        [46, 150],
        [36, 190, 1],
      ],
      8,
    ),
    '#fff',
    ' opacity=".6"',
  ) +
  path(
    lathe(
      196,
      [
        [45, 154, 1],
        [35, 188, 1],
      ],
      7,
    ),
    ink.fall('#8a5a3a', '#5a3522'),
  ) +
  path('M148 106Q196 96 244 106L216 134H176Z', ink.round('#f1ece2')) +
  ellipse(196, 105, 48, 9, '#fffaf0') +
  ellipse(196, 107, 34, 5, '#6b4630')

export const filters = (ink: Ink): string =>
  standing(ink, 196, 96) +
  each([18, 12, 6, 0], (shift) =>
    path(
      `M${236 + shift} ${96 - shift}L${316 + shift} ${110 - shift}Q${322 + shift} 190 ${270 + shift} ${248 - shift * 0.4}Q${226 + shift} 190 ${236 + shift} ${96 - shift}Z`,
      ink.fall(tint(ink.base, 0.62), tint(ink.base, 0.28)),
      ` stroke="${tint(ink.base, 0.1)}" stroke-width="1"`,
    ),
  ) +
  line('M250 104Q244 180 270 236', tint(ink.base, 0.05), 1.4) +
  box(ink, 92, 132, 122, 118, 30, ink.base) +
  rect(92, 132, 122, 118, 0, ink.pattern(ink.base)) +
  path('M122 132Q153 160 184 132Z', shade(ink.base, 0.4), ' opacity=".5"') +
  label(ink, 153, 150, 84, 84)

export const milkJug = (ink: Ink): string =>
  standing(ink, 196, 64) +
  line('M242 128Q304 116 302 168T246 216', '#949ca1', 11) +
  path(
    'M132 96L104 84Q128 82 150 88H248Q240 120 254 160T258 240Q196 264 136 240Q134 180 142 156T132 96Z',
    ink.metal(ink.base),
  ) +
  path('M140 176Q198 192 256 176L258 222Q196 240 136 222Z', ink.pattern(ink.base, 0.3)) +
  path('M104 84Q128 78 194 78T248 88Q232 98 184 98T104 84Z', '#f6f1e6') +
  path('M140 86Q180 78 220 88Q190 94 140 86Z', '#fffdf8') +
  ink.emblem(198, 150, 12, ink.mark)
