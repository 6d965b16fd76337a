/** Pictures of garden tools. */
import { type Hex, shade, tint } from './colour.ts'
import { band, FLOOR, label, leaf, smaller, standing } from './forms.ts'
import type { Ink } from './ink.ts'
import { circle, each, ellipse, faded, group, lathe, line, type ProfilePoint, path, rect } from './svg.ts'

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

export const trowel = (ink: Ink): string =>
  standing(ink, 200, 96, 242) +
  group(
    path('M-12-6Q-14-40-24-62L24-62Q14-40 12-6Z', 'none') +
      path('M-30-20Q-34-84 0-122Q34-84 30-20Q14-6 0-6T-30-20Z', ink.metal('#aeb6bb')) +
      line('M0-112V-16', '#7d868b', 2) +
      each([-40, -56, -72, -88], (y) => line(`M8 ${y}H16`, '#5d666b', 1.6)) +
      line('M0-8V22', '#8f989d', 9) +
      rect(-11, 18, 22, 14, 3, ink.metal('#c9a45c')) +
      path('M-11 32H11Q18 70 14 108Q12 124 0 124T-14 108Q-18 70-11 32Z', ink.round(ink.base)) +
      `<g${ink.within('M-11 32H11Q18 70 14 108Q12 124 0 124T-14 108Q-18 70-11 32Z')}>${rect(-20, 54, 40, 34, 0, ink.pattern(ink.base, 0.4))}</g>` +
      circle(0, 112, 3.4, ink.deep) +
      line('M0 112Q16 134 4 146', ink.accent, 3),
    'translate(196 150)rotate(38)',
  )

export const handRake = (ink: Ink): string =>
  smaller(
    standing(ink, 200, 96, 242) +
      group(
        line('M0-30Q-2-60-34-66L-36-104M0-30V-110M0-30Q2-60 34-66L36-104', '#8f989d', 9) +
          line('M-36-104Q-36-116-28-122M0-110Q0-122 8-126M36-104Q36-116 44-120', '#8f989d', 8) +
          line('M0-34V22', '#8f989d', 10) +
          rect(-11, 18, 22, 14, 3, ink.metal('#c9a45c')) +
          path('M-11 32H11Q18 70 14 108Q12 124 0 124T-14 108Q-18 70-11 32Z', ink.round(ink.base)) +
          `<g${ink.within('M-11 32H11Q18 70 14 108Q12 124 0 124T-14 108Q-18 70-11 32Z')}>${rect(-20, 54, 40, 34, 0, ink.pattern(ink.base, 0.4))}</g>` +
          circle(0, 112, 3.4, ink.deep) +
          line('M0 112Q16 134 4 146', ink.accent, 3),
        'translate(200 150)rotate(-36)',
      ),
    0.9,
  )

export const secateurs = (ink: Ink): string =>
  standing(ink, 200, 92, 246) +
  group(
    path('M-4-8Q-34-60-8-118Q20-84 12-6Z', ink.metal('#aeb6bb')) +
      path('M4-6Q44-34 40-92Q22-86 14-60T-8-8Z', ink.metal('#7d868b')) +
      path('M-10-4Q-46 30-40 84Q-38 110-26 112T-16 92Q-24 40 8 10Z', ink.round(ink.base)) +
      path('M10-4Q42 30 34 84Q32 110 20 112T12 92Q22 40-8 10Z', ink.round(ink.dark)) +
      path('M-36 60Q-40 96-30 106L-20 98Q-24 76-20 54Z', ink.pattern(ink.base, 0.4)) +
      circle(0, 0, 13, ink.metal('#c9a45c')) +
      circle(0, 0, 5, '#6d5a2c') +
      path('M-12 34Q0 44 14 34Q10 50 0 50T-12 34Z', '#9aa2a7') +
      line('M-24 96H18', ink.accent, 4),
    'translate(196 152)rotate(30)',
  ) +
  group(
    leaf(0, 0, 10, 1.3, '#7aa05c') + leaf(4, 4, 80, 1.1, '#5f8a4a') + line('M-26 10L6 0', '#5f8a4a', 4),
    'translate(306 232)',
  )

export const herbScissors = (ink: Ink): string =>
  smaller(
    standing(ink, 200, 78, 250) +
      group(
        path('M-6 6L-16-112Q-8-122-2-112L8 2Z', ink.metal('#aeb6bb')) +
          path('M6 6L16-112Q8-122 2-112L-8 2Z', ink.metal('#8f989d')) +
          circle(0, 2, 8, ink.metal('#c9a45c')) +
          path('M-4 8Q-16 30-20 46', 'none', ` stroke="${ink.base}" stroke-width="10"`) +
          path('M4 8Q16 30 20 46', 'none', ` stroke="${ink.base}" stroke-width="10"`) +
          ellipse(-28, 72, 22, 30, 'none', ` stroke="${ink.base}" stroke-width="10"`) +
          ellipse(28, 72, 22, 30, 'none', ` stroke="${ink.base}" stroke-width="10"`) +
          ellipse(-28, 72, 22, 30, 'none', ` stroke="${ink.pattern(ink.base, 0.5)}" stroke-width="10"`) +
          ellipse(28, 72, 22, 30, 'none', ` stroke="${ink.pattern(ink.base, 0.5)}" stroke-width="10"`) +
          rect(-4, 98, 8, 14, 3, ink.accent),
        'translate(190 146)rotate(12)',
      ) +
      group(
        line('M0 0Q-6-40-2-78', '#5f8a4a', 3.4) +
          each([-12, -28, -44, -60], (y) => leaf(-2, y, -24, 1, '#7aa05c') + leaf(-2, y, 204, 1, '#5f8a4a')) +
          leaf(-2, -74, -90, 1, '#7aa05c'),
        `translate(310 ${FLOOR})rotate(10)`,
      ),
    0.92,
  )

export const wateringCan = (ink: Ink): string =>
  standing(ink, 196, 96) +
  path('M258 150Q344 130 338 190Q332 224 262 226', 'none', ` stroke="${ink.dark}" stroke-width="10"`) +
  path('M150 140Q160 78 214 76T262 140', 'none', ` stroke="${ink.dark}" stroke-width="9"`) +
  path('M144 220L78 118L64 124L56 108L96 88L104 104L92 112L152 184Z', ink.round(ink.base)) +
  path('M50 110L96 84L104 100L60 126Z', ink.metal('#c9a45c')) +
  earthen(
    ink,
    204,
    [
      [58, 138, 1],
      [64, 246, 1],
    ],
    ink.base,
    168,
    216,
  ) +
  ellipse(204, 138, 58, 12, tint(ink.base, 0.36)) +
  path('M146 138Q148 150 204 150T262 138Q262 124 204 126Q170 128 160 132Z', ink.dark) +
  path(band(204, 152, 59, 7), ink.accent) +
  path(band(204, 228, 63, 7), ink.accent) +
  line('M164 166V230', '#fff', 8, ' opacity=".35"') +
  faded(
    each(
      [
        [44, 128],
        [36, 142],
        [52, 140],
        [30, 160],
        [46, 158],
      ] as const,
      ([x, y]) => path('M0-6Q5 1 0 5Q-5 1 0-6Z', '#6fa6cc', ` transform="translate(${x} ${y})"`),
    ),
    0.9,
  )

export const gardenGloves = (ink: Ink): string =>
  standing(ink, 200, 100) +
  glove(ink, 'translate(254 250)rotate(12)scale(-.95 .95)') +
  glove(ink, 'translate(150 252)rotate(-8)')

function glove(ink: Ink, transform: string): string {
  const d =
    'M-40 0Q-44-40-36-74L-60-100Q-66-116-50-118L-30-98V-140Q-28-152-20-152T-12-140V-106L-8-156Q-6-166 2-166T11-156L12-108L20-150Q22-160 30-158T38-146L34-102L44-132Q48-140 55-137T60-126L44-62Q46-30 46 0Q2 10-40 0Z'
  const dipped = 'M-70-170H70V-66Q20-44-40-72Z'
  return group(
    path(d, ink.round(tint(ink.base, 0.4))) +
      `<g${ink.within(d)}>${rect(-50, -64, 110, 40, 0, ink.pattern(ink.base, 0.4))}${path(dipped, ink.round(ink.accent))}</g>` +
      path('M-41-18Q2-8 46-18V0Q2 10-41 0Z', ink.round(ink.dark)) +
      line('M-38-8Q2 2 44-8', ink.paper, 1.6, ' stroke-dasharray="4 4"'),
    transform,
  )
}

export const twine = (ink: Ink): string =>
  standing(ink, 190, 66) +
  path(
    lathe(
      184,
      [
        [62, 140, 1],
        [62, 240, 1],
      ],
      15,
    ),
    ink.round('#8fae94'),
  ) +
  path(band(184, 160, 62, 64), ink.pattern('#8fae94', 0.4)) +
  ellipse(184, 140, 62, 15, ink.round(ink.accent)) +
  label(ink, 184, 162, 62, 66) +
  ellipse(184, 138, 9, 4, ink.deep) +
  line('M184 138Q190 90 230 86T296 128Q330 170 300 210T320 250', ink.base, 5) +
  line(
    'M184 138Q190 90 230 86T296 128Q330 170 300 210T320 250',
    shade(ink.base, 0.3),
    5,
    ' stroke-dasharray="2 5"',
  ) +
  group(
    circle(0, 0, 34, ink.round(ink.base)) +
      each([0, 30, 60, 90, 120, 150], (turn) =>
        ellipse(
          0,
          0,
          34,
          12,
          'none',
          ` stroke="${shade(ink.base, 0.22)}" stroke-width="1.8" transform="rotate(${turn})"`,
        ),
      ),
    `translate(92 ${FLOOR - 32})scale(.9)`,
  )

export const birdhouse = (ink: Ink): string =>
  standing(ink, 200, 78) +
  rect(140, 112, 120, 136, 4, ink.fall(tint(ink.base, 0.2), shade(ink.base, 0.08))) +
  rect(140, 112, 120, 136, 4, ink.tile(20, 60, line('M1 0V60', ink.dark, 1.2, ' opacity=".4"'))) +
  path('M140 200H260V248H140Z', ink.pattern(ink.base, 0.36)) +
  path('M112 122L200 56L288 122L278 136L200 78L122 136Z', ink.round(ink.accent)) +
  path('M140 136V118L200 76L260 118V136Z', shade(ink.base, 0.12), ' opacity=".5"') +
  circle(200, 160, 23, ink.light) +
  circle(200, 160, 18, '#3a2f2a') +
  rect(194, 188, 12, 8, 3, ink.dark) +
  line('M200 192H226', ink.dark, 5) +
  group(
    path('M-22 4Q-18-18 4-18Q22-18 22-2Q20 14 0 14Q-14 14-22 4Z', ink.round('#e2b23f')) +
      circle(14, -16, 11, '#33434f') +
      path('M24-18L34-14L24-11Z', '#4a4340') +
      circle(17, -18, 2, '#fff') +
      path('M-22 4L-42 14L-20 12Z', '#4f7f9b') +
      path('M-12-4Q2-10 12 2Q0 12-12 8Z', '#4f7f9b'),
    'translate(236 174)scale(.9)',
  )
