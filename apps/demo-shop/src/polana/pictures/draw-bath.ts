/** Pictures of soaps and creams, and of the private shelf, plain on purpose. */
import { shade, tint } from './colour.ts'
import { band, box, FLOOR, label, lid, standing } from './forms.ts'
import type { Ink } from './ink.ts'
import { circle, each, ellipse, group, lathe, line, type ProfilePoint, path, rect } from './svg.ts'

export const soap = (ink: Ink): string =>
  standing(ink, 196, 108) +
  rect(86, 224, 224, 16, 4, ink.round('#b58650')) +
  each([110, 150, 190, 230, 270], (x) => rect(x, 240, 16, 12, 2, '#8a6238')) +
  path('M104 152L132 132H288L300 150V210Q300 224 286 224H118Q104 224 104 210Z', ink.round(ink.base)) +
  path('M104 152L132 132H288L300 150Q290 156 270 156H122Q108 158 104 152Z', ink.light) +
  path('M146 132H246L248 156V224H144V156Z', ink.round(ink.paper)) +
  path('M146 156H247V224H145Z', ink.pattern(ink.paper, 0.4)) +
  circle(196, 188, 24, ink.paper) +
  circle(196, 188, 24, 'none', ` stroke="${ink.accent}" stroke-width="2"`) +
  ink.emblem(196, 188, 13, ink.accent) +
  each(
    [
      [84, 130, 13],
      [100, 108, 8],
      [312, 120, 15],
      [330, 96, 9],
      [296, 92, 6],
    ] as const,
    ([x, y, r]) =>
      circle(x, y, r, '#fff', ' opacity=".55"') + circle(x - r * 0.3, y - r * 0.3, r * 0.25, '#fff'),
  ) +
  group(
    each([0, 40, 80, 120, 160, 200, 240, 280, 320], (turn) =>
      ellipse(0, -12, 4, 8, '#fffdf6', ` transform="rotate(${turn})"`),
    ) + circle(0, 0, 7, '#e6b23c'),
    `translate(332 ${FLOOR - 14})`,
  )

export const handCream = (ink: Ink): string =>
  standing(ink, 192, 66) +
  path('M134 44H258L250 204H142Z', ink.round(ink.base)) +
  path('M134 44H258L257 60H135Z', ink.dark) +
  line(
    'M140 48V58M150 48V58M160 48V58M170 48V58M180 48V58M190 48V58M200 48V58M210 48V58M220 48V58M230 48V58M240 48V58M250 48V58',
    ink.base,
    2,
  ) +
  path('M139 128L254 128L250 196H142Z', ink.pattern(ink.base, 0.32)) +
  group(label(ink, 196, 80, 72, 84), '') +
  path('M140 204H252Q256 206 254 214H138Q136 206 140 204Z', ink.dark) +
  path('M148 214H244L240 246Q196 258 152 246Z', ink.round(ink.paper)) +
  line('M164 218V246M180 218V249M196 218V250M212 218V249M228 218V246', ink.mark, 1.6, ' opacity=".3"') +
  line('M148 70L154 196', '#fff', 6, ' opacity=".35"')

export const saltJar = (ink: Ink): string =>
  standing(ink, 190, 74) +
  path(
    lathe(
      186,
      [
        [56, 106, 1],
        [68, 122],
        [68, 238, 1],
      ],
      15,
    ),
    ink.fall('#f5faf9', '#dbe6e6'),
  ) +
  path('M119 146Q186 160 253 146V238Q186 258 119 238Z', tint(ink.base, 0.55)) +
  path(
    'M119 146Q186 160 253 146V238Q186 258 119 238Z',
    ink.tile(
      12,
      12,
      path('M2 2L6 1L8 5L4 7ZM8 9L11 8L11 11Z', '#fff') + rect(3, 8, 3, 3, 0, tint(ink.base, 0.2)),
    ),
  ) +
  lid(ink, 186, 78, 56, 26, '#c79a66') +
  label(ink, 186, 152, 82, 78) +
  line('M132 124V228', '#fff', 7, ' opacity=".7"') +
  group(
    line('M0 0Q10-30 0-64', '#4c7442', 4) +
      each([-8, -18, -28, -38, -48, -58], (y) => line(`M2 ${y}l-18-8M2 ${y}l18-8`, '#5f8a4a', 3)),
    `translate(312 ${FLOOR})rotate(14)`,
  )

const VIAL: readonly ProfilePoint[] = [
  [18, 100, 1],
  [19, 116],
  [50, 134],
  [52, 150],
  [52, 244, 1],
]

export const bodyOil = (ink: Ink): string =>
  standing(ink, 196, 56) +
  path(lathe(196, VIAL, 11), ink.round(ink.base), ' opacity=".82"') +
  each(
    [
      [168, 236, 20],
      [188, 240, -20],
      [214, 238, 40],
      [228, 232, -10],
      [202, 228, 80],
    ] as const,
    ([x, y, turn]) => ellipse(x, y, 9, 3.4, '#f2a33c', ` transform="rotate(${turn} ${x} ${y})"`),
  ) +
  path(band(196, 160, 52, 60), ink.pattern(ink.base, 0.36), ' opacity=".7"') +
  rect(174, 66, 44, 38, 5, ink.round('#3a3638')) +
  label(ink, 196, 152, 72, 74) +
  line('M156 144V232', '#fff', 6, ' opacity=".6"') +
  group(
    each([0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330], (turn) =>
      ellipse(0, -15, 4.6, 10, '#f2a33c', ` transform="rotate(${turn})"`),
    ) + circle(0, 0, 9, '#b5622f'),
    `translate(304 ${FLOOR - 22})`,
  )

export const pillBottle = (ink: Ink): string =>
  standing(ink, 196, 62) +
  path(
    lathe(
      196,
      [
        [42, 112, 1],
        [56, 126],
        [58, 142],
        [58, 240, 1],
      ],
      13,
    ),
    ink.round(shade(tint(ink.base, 0.16), 0.05)),
  ) +
  path(band(196, 150, 58, 76), ink.round(ink.paper)) +
  path(band(196, 206, 58, 20), ink.pattern(ink.paper, 0.4)) +
  ink.emblem(196, 180, 14, ink.accent) +
  rect(170, 202, 52, 3, 1.5, ink.mark, ' opacity=".5"') +
  lid(ink, 196, 82, 47, 32, '#f4f1e9') +
  line('M156 92V116M170 94V118M184 95V119M208 95V119M222 94V118M236 92V116', '#cfc8b8', 2) +
  group(
    rect(-17, -8, 17, 16, 8, ink.base) +
      rect(0, -8, 17, 16, 8, '#f4f1e9') +
      rect(-6, -8, 12, 16, 0, ink.base),
    `translate(300 ${FLOOR - 8})rotate(-16)`,
  ) +
  group(
    rect(-17, -8, 34, 16, 8, '#f4f1e9') + rect(-17, -8, 20, 16, 8, ink.light),
    `translate(322 ${FLOOR - 18})rotate(24)`,
  )

export const drops = (ink: Ink): string =>
  standing(ink, 196, 50) +
  path(
    lathe(
      196,
      [
        [18, 124, 1],
        [20, 138],
        [46, 152],
        [48, 166],
        [48, 244, 1],
      ],
      11,
    ),
    ink.round('#8a5a2c'),
  ) +
  path(band(196, 176, 48, 54), ink.round(ink.paper)) +
  path(band(196, 212, 48, 18), ink.pattern(ink.paper, 0.4)) +
  ink.emblem(196, 198, 11, ink.accent) +
  rect(174, 92, 44, 36, 4, ink.round('#f4f1e9')) +
  path('M184 92V64Q184 46 196 46T208 64V92Z', ink.round('#4a4340')) +
  line('M158 168V234', '#fff', 5, ' opacity=".4"') +
  path('M290 214Q308 236 290 248Q272 236 290 214Z', ink.fall('#f7d98a', ink.base))

export const pumpBottle = (ink: Ink): string =>
  standing(ink, 200, 62) +
  path(
    lathe(
      200,
      [
        [26, 112, 1],
        [56, 132],
        [58, 150],
        [58, 242, 1],
      ],
      13,
    ),
    ink.round(tint(ink.base, 0.3)),
  ) +
  path(band(200, 196, 58, 40), ink.pattern(tint(ink.base, 0.3), 0.24)) +
  rect(180, 92, 40, 26, 4, ink.round(ink.paper)) +
  rect(195, 64, 10, 30, 2, '#e4ded0') +
  path('M166 52H224Q232 52 232 62V70H190V66H166Q156 66 156 78L146 76Q146 52 166 52Z', ink.round(ink.paper)) +
  label(ink, 200, 146, 72, 78) +
  line('M154 148V232', '#fff', 6, ' opacity=".5"')

export const carton = (ink: Ink): string =>
  standing(ink, 204, 96) +
  box(ink, 116, 116, 140, 132, 40, tint(ink.base, 0.28)) +
  rect(116, 206, 140, 42, 0, ink.pattern(tint(ink.base, 0.28), 0.26)) +
  label(ink, 186, 134, 86, 84) +
  path('M256 116l40-18', 'none', ` stroke="${ink.light}" stroke-width="1.4"`)
