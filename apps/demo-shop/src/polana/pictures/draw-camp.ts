/** Pictures of what a camp needs, and of what keeps gear whole. */
import { shade, tint } from './colour.ts'
import { band, box, cylinder, label, standing } from './forms.ts'
import type { Ink } from './ink.ts'
import { circle, each, ellipse, faded, group, lathe, line, path, rect } from './svg.ts'

export const tent = (ink: Ink): string =>
  standing(ink, 200, 150) +
  path('M60 246Q120 200 176 84Q186 74 200 76Q300 130 346 246Q200 256 60 246Z', ink.round(ink.base)) +
  `<g${ink.within('M200 76Q300 130 346 246Q270 252 236 250Q232 150 200 76Z')}>${rect(190, 70, 160, 190, 0, ink.pattern(ink.base))}</g>` +
  path('M200 76Q232 150 236 250L60 246Q120 200 176 84Q186 74 200 76Z', ink.fall(ink.light, ink.base)) +
  path('M182 118Q150 190 128 247L198 249Q202 180 182 118Z', shade(ink.base, 0.62)) +
  path('M182 118Q172 190 176 248L198 249Q202 180 182 118Z', ink.accent) +
  path('M182 118Q150 190 128 247L112 247Q150 190 182 118Z', ink.dark) +
  line('M182 86Q150 160 96 226M200 76Q236 150 238 250', ink.dark, 3) +
  line('M70 240L40 256M336 236L368 254M236 250L240 262', '#8f8577', 2.4) +
  line('M250 128Q280 160 292 214', ink.light, 3, ' opacity=".6"') +
  faded(
    each(
      [
        [58, 252],
        [88, 258],
        [318, 258],
        [350, 250],
      ] as const,
      ([x, y]) => line(`M${x} ${y}q2-10-2-14M${x} ${y}q4-8 8-10`, '#6b8a4f', 2.4),
    ),
    0.8,
  )

export const sleepingBag = (ink: Ink): string =>
  standing(ink, 190, 116) +
  group(
    path(
      'M-150 0Q-150-34-104-44Q-20-62 70-58Q140-54 146 0Q140 54 70 58Q-20 62-104 44Q-150 34-150 0Z',
      ink.round(ink.base),
    ) +
      `<g${ink.within('M-150 0Q-150-34-104-44Q-20-62 70-58Q140-54 146 0Q140 54 70 58Q-20 62-104 44Q-150 34-150 0Z')}>${rect(-20, -70, 70, 140, 0, ink.pattern(ink.base))}${each([-110, -80, -50, 60, 30], (x) => line(`M${x}-70Q${x + 12} 0 ${x} 70`, ink.dark, 2.6))}</g>` +
      ellipse(108, 0, 38, 50, ink.dark) +
      ellipse(114, 0, 28, 38, ink.accent) +
      ellipse(118, 4, 20, 28, shade(ink.accent, 0.45)) +
      line('M-140-8Q-20-22 84-20', '#fffaf0', 2, ' stroke-dasharray="4 3"'),
    'translate(196 184)rotate(-7)',
  ) +
  path('M292 252Q284 204 312 202T336 252Z', ink.round(ink.dark)) +
  line('M298 214H328', ink.accent, 4)

export const mat = (ink: Ink): string =>
  standing(ink, 206, 110) +
  path('M120 84L300 108V240L120 246Z', ink.fall(ink.light, ink.base)) +
  `<g${ink.within('M120 84L300 108V240L120 246Z')}>${rect(110, 80, 200, 170, 0, ink.pattern(ink.base, 0.26))}${each([104, 128, 152, 176, 200, 224], (y) => line(`M110 ${y}L310 ${y + 12 - (y - 84) * 0.12}`, ink.dark, 2.4, ' opacity=".55"'))}</g>` +
  path('M96 84Q96 70 120 70T146 84V246Q146 258 120 258T96 246Z', ink.round(ink.base)) +
  ellipse(121, 82, 25, 13, ink.dark) +
  ellipse(121, 82, 16, 8, ink.light) +
  ellipse(121, 82, 7, 3.6, ink.dark) +
  path('M96 120Q121 132 146 120V136Q121 148 96 136ZM96 198Q121 210 146 198V214Q121 226 96 214Z', ink.accent) +
  circle(286, 126, 8, '#3a3638') +
  ink.emblem(266, 214, 10, ink.paper)

export const hammock = (ink: Ink): string => {
  const sling = 'M78 110Q200 250 322 110Q318 214 200 228T78 110Z'
  return (
    rect(40, 32, 26, 226, 8, ink.round('#efe6d6')) +
    rect(334, 32, 26, 226, 8, ink.round('#efe6d6')) +
    each(
      [
        [44, 70, 12],
        [48, 124, 16],
        [42, 190, 12],
        [338, 88, 14],
        [344, 150, 12],
        [338, 216, 16],
      ] as const,
      ([x, y, w]) => rect(x, y, w, 4, 2, '#4a4340', ' opacity=".7"'),
    ) +
    ellipse(200, 252, 110, 9, ink.shadow()) +
    line('M66 92L84 112M334 92L316 112M66 92L96 140M334 92L304 140', '#8a6a45', 3) +
    path(sling, ink.round(ink.base)) +
    `<g${ink.within(sling)}>${rect(60, 90, 280, 150, 0, ink.pattern(ink.base, 0.42))}</g>` +
    path('M78 110Q200 250 322 110Q200 222 78 110Z', ink.dark) +
    path('M150 176Q200 150 246 178Q240 204 200 208T150 176Z', ink.paper) +
    line('M160 182Q200 164 238 182', ink.accent, 4) +
    line('M60 88H72M328 88H340', '#8a5a36', 12)
  )
}

export const potSet = (ink: Ink): string =>
  standing(ink, 196, 92) +
  path(
    lathe(
      190,
      [
        [84, 150, 1],
        [80, 236],
        [70, 246, 1],
      ],
      12,
    ),
    ink.metal(ink.base),
  ) +
  path(band(190, 180, 82, 34), ink.pattern(ink.base, 0.3)) +
  ellipse(190, 150, 84, 18, ink.metal(tint(ink.base, 0.2))) +
  ellipse(190, 152, 76, 14, '#6f787d') +
  path(
    lathe(
      190,
      [
        [68, 122, 1],
        [66, 150, 1],
      ],
      12,
    ),
    ink.metal(tint(ink.base, 0.1)),
  ) +
  ellipse(190, 122, 68, 14, ink.metal(tint(ink.base, 0.35))) +
  ellipse(190, 118, 26, 5, ink.accent) +
  rect(178, 104, 24, 14, 6, ink.round(ink.accent)) +
  line('M106 154Q98 52 190 48T276 154', '#7d868b', 5) +
  path('M270 196L348 176Q358 176 358 184T350 194L272 214Z', ink.round('#8a5a36')) +
  line('M128 172V230', '#fff', 6, ' opacity=".4"')

export const stove = (ink: Ink): string =>
  standing(ink, 196, 66) +
  path(
    lathe(
      196,
      [
        [60, 196, 1],
        [64, 208],
        [64, 244, 1],
      ],
      13,
    ),
    ink.round(ink.base),
  ) +
  path(band(196, 212, 64, 28), ink.pattern(ink.base, 0.4)) +
  path(
    lathe(
      196,
      [
        [20, 180, 1],
        [60, 198, 1],
      ],
      10,
    ),
    ink.metal('#aeb6bb'),
  ) +
  rect(186, 136, 20, 48, 3, ink.metal('#c9a45c')) +
  line('M206 160H262', '#8f989d', 5) +
  rect(254, 150, 26, 20, 4, ink.accent) +
  path('M160 138H232L222 116H170Z', ink.metal('#8f989d')) +
  line('M168 118L128 96V84M224 118L264 96V84M196 116V88', '#7d868b', 6) +
  each(
    [
      [176, 0.9],
      [196, 1.2],
      [216, 0.9],
    ] as const,
    ([x, size]) =>
      group(
        path('M0 0Q-14-16 0-40Q14-16 0 0Z', ink.fall('#f7c65b', '#4a8fd0')) +
          path('M0 0Q-6-8 0-20Q6-8 0 0Z', '#dff0ff'),
        `translate(${x} 114)scale(${size})`,
      ),
  ) +
  ink.emblem(196, 230, 9, ink.paper)

export const knife = (ink: Ink): string =>
  standing(ink, 200, 110, 236) +
  group(
    path('M-8-14Q90-34 158-8Q166-2 150 4L-8 14Z', ink.fall('#eef2f3', '#98a2a8')) +
      line('M0 4L148-1', '#7d868b', 1.4) +
      path('M-150-18Q-80-30-6-18V18Q-80 30-146 20Q-166 4-150-18Z', ink.round(ink.base)) +
      `<g${ink.within('M-150-18Q-80-30-6-18V18Q-80 30-146 20Q-166 4-150-18Z')}>${rect(-130, -30, 66, 60, 0, ink.pattern(ink.base, 0.4))}</g>` +
      rect(-22, -20, 26, 40, 4, ink.metal('#c9a45c')) +
      circle(-138, 0, 5, ink.deep) +
      ink.emblem(-46, 0, 9, ink.paper),
    'translate(194 178)rotate(-20)',
  ) +
  line('M66 226Q40 236 52 252', ink.accent, 5)

export const wax = (ink: Ink): string =>
  standing(ink, 186, 86) +
  cylinder(ink, 180, 200, 82, 46, ink.base) +
  path(band(180, 206, 82, 32), ink.pattern(ink.base, 0.4)) +
  ellipse(180, 200, 82, 17, '#d9c08a') +
  ellipse(180, 202, 74, 14, '#f0d792') +
  path('M140 204Q170 192 200 202Q176 210 140 204Z', '#fff3cf') +
  group(
    ellipse(0, 0, 64, 64, ink.round(ink.dark)) +
      ellipse(0, -3, 62, 61, ink.base) +
      circle(0, -3, 46, ink.paper) +
      circle(0, -3, 42, 'none', ` stroke="${ink.accent}" stroke-width="2.4"`) +
      ink.emblem(0, -3, 22, ink.accent),
    'translate(286 184)rotate(12)scale(.86 1)',
  ) +
  path('M92 250Q84 232 104 226T142 240Q150 254 120 258T92 250Z', ink.round('#e9dcc0'))

export const spray = (ink: Ink): string =>
  standing(ink, 200, 52) +
  path(
    lathe(
      200,
      [
        [20, 100, 1],
        [48, 128],
        [50, 142],
        [50, 244, 1],
      ],
      11,
    ),
    ink.round(ink.base),
  ) +
  path(band(200, 196, 50, 44), ink.pattern(ink.base, 0.36)) +
  label(ink, 200, 136, 72, 80) +
  rect(184, 78, 32, 26, 3, ink.round('#3a3638')) +
  path('M158 48H232Q244 50 240 64L222 66V80H184V66H158Z', ink.round(ink.accent)) +
  path('M222 66Q236 78 228 96L220 94Q224 80 214 70Z', ink.dark) +
  rect(146, 50, 14, 14, 2, '#3a3638') +
  faded(
    each(
      [
        [126, 46],
        [112, 56],
        [122, 66],
        [98, 44],
        [96, 68],
        [84, 56],
      ] as const,
      ([x, y]) => circle(x, y, 4, '#8db7d2'),
    ),
    0.8,
  )

export const repairKit = (ink: Ink): string =>
  standing(ink, 196, 104) +
  box(ink, 92, 170, 150, 78, 34, ink.base) +
  rect(92, 170, 150, 78, 0, ink.pattern(ink.base)) +
  rect(148, 186, 40, 40, 4, ink.paper) +
  ink.emblem(168, 206, 13, ink.accent) +
  group(
    rect(-40, -30, 80, 60, 6, ink.accent) +
      rect(-34, -24, 68, 48, 4, 'none', ' stroke="#fffaf0" stroke-width="2" stroke-dasharray="6 4"'),
    'translate(160 134)rotate(-12)',
  ) +
  group(
    rect(-30, -26, 60, 52, 6, ink.light) +
      rect(-25, -21, 50, 42, 3, 'none', ` stroke="${ink.dark}" stroke-width="2" stroke-dasharray="6 4"`),
    'translate(226 126)rotate(14)',
  ) +
  group(
    rect(-22, -30, 44, 10, 3, '#c79a66') +
      rect(
        -17,
        -20,
        34,
        40,
        0,
        ink.tile(
          34,
          6,
          rect(0, 0, 34, 3.4, 0, shade(ink.accent, 0.2)) + rect(0, 3.4, 34, 2.6, 0, ink.accent),
        ),
      ) +
      rect(-22, 20, 44, 10, 3, '#c79a66'),
    'translate(314 220)',
  ) +
  line('M330 226Q366 232 352 252', ink.accent, 2.4) +
  line('M300 152L340 178', '#8f989d', 3.4)
