/** Pictures of coffee: bags, a can, boxes of drip bags and capsules, cold brew, a tasting set. */
import { shade } from './colour.ts'
import { band, beans, box, cylinder, label, lid, pouch, standing } from './forms.ts'
import type { Ink } from './ink.ts'
import { circle, each, ellipse, faded, group, lathe, line, path, rect } from './svg.ts'

export const beanBag = (ink: Ink): string =>
  standing(ink, 200, 74) +
  (BAGS[ink.place % 3] ?? tied)(ink) +
  beans([
    [98, 250, 10],
    [116, 256, -40],
    [292, 252, 30],
    [310, 258, -10],
  ])

/** Rolled down and held by a tie. */
function tied(ink: Ink): string {
  return (
    path(
      'M140 92Q200 84 260 92L266 238Q266 252 252 254Q200 260 148 254Q134 252 134 238Z',
      ink.round(ink.base),
    ) +
    path(
      'M140 92L148 254Q134 252 134 238ZM260 92L252 254Q266 252 266 238Z',
      shade(ink.base, 0.3),
      ' opacity=".4"',
    ) +
    path('M138 128Q200 122 262 128L264 196Q200 204 136 196Z', ink.pattern(ink.base)) +
    path('M138 74Q200 68 262 74L260 96Q200 88 140 96Z', ink.round(ink.dark)) +
    each([152, 200, 248], (x) => rect(x - 4, 68, 8, 26, 2, ink.accent)) +
    valve(ink, 112) +
    label(ink, 200, 136, 82, 90)
  )
}

/** Tall, with side folds and a welded top. */
function folded(ink: Ink): string {
  return (
    path('M142 58H258L262 92L264 252Q200 258 136 252L138 92Z', ink.round(ink.base)) +
    path(
      'M142 58L138 92L136 252L152 254L154 96ZM258 58L262 92L264 252L248 254L246 96Z',
      shade(ink.base, 0.34),
      ' opacity=".42"',
    ) +
    path('M154 96L153 200H247L246 96Z', ink.pattern(ink.base)) +
    rect(142, 52, 116, 16, 1, ink.round(ink.dark)) +
    line('M146 56H254M146 61H254', ink.light, 1, ' opacity=".6"') +
    valve(ink, 92) +
    label(ink, 200, 116, 84, 104)
  )
}

/** Paper below, the colour above, a string round the neck. */
function wrapped(ink: Ink): string {
  return (
    path(
      'M144 104Q132 112 134 130L136 238Q138 254 200 255T264 238L266 130Q268 112 256 104Z',
      ink.round(ink.base),
    ) +
    path('M135 160Q200 152 265 160L264 226Q200 234 136 226Z', ink.pattern(ink.base)) +
    path(
      'M146 60L158 52L172 60L186 52L200 60L214 52L228 60L242 52L254 60L250 84Q256 96 256 104Q200 114 144 104Q144 96 150 84Z',
      ink.round(ink.light),
    ) +
    path('M148 88Q200 98 252 88', 'none', ` stroke="${ink.accent}" stroke-width="5"`) +
    line('M236 92Q252 104 248 122M240 92Q262 98 264 112', ink.accent, 3) +
    valve(ink, 122) +
    label(ink, 200, 134, 88, 98)
  )
}

const BAGS = [tied, folded, wrapped]

function valve(ink: Ink, y: number): string {
  return circle(200, y, 6, ink.deep) + circle(200, y, 2.4, ink.light)
}

export const coffeeCan = (ink: Ink): string =>
  standing(ink, 196, 70) +
  cylinder(ink, 196, 98, 66, 154, ink.base) +
  path(band(196, 110, 66, 130), ink.pattern(ink.base)) +
  path(band(196, 134, 66, 84), ink.round(ink.accent)) +
  label(ink, 196, 142, 86, 78) +
  lid(ink, 196, 82, 69, 20, '#c9ced1') +
  rect(142, 116, 7, 124, 3, '#fff', ' opacity=".25"') +
  beans([
    [296, 250, 10],
    [314, 256, -30],
    [302, 236, 60],
  ])

export const dripBox = (ink: Ink): string =>
  standing(ink, 190, 94) +
  box(ink, 104, 128, 122, 122, 34, ink.base) +
  rect(104, 128, 122, 122, 0, ink.pattern(ink.base)) +
  label(ink, 165, 146, 82, 84) +
  standing(ink, 306, 34) +
  path('M276 196H336L330 246Q328 252 306 252T282 246Z', ink.round('#f6f1e6')) +
  path('M336 206Q356 210 350 226T332 236', 'none', ' stroke="#e4dccb" stroke-width="6"') +
  path('M270 172H342L332 198H280Z', ink.fall('#fffdf7', '#e9decb')) +
  path('M282 180H330L324 196H288Z', '#6b4630') +
  line('M266 186Q272 176 276 172M346 186Q340 176 336 172', ink.accent, 4)

export const capsuleBox = (ink: Ink): string =>
  standing(ink, 186, 92) +
  box(ink, 92, 142, 152, 108, 30, ink.base) +
  rect(92, 142, 152, 108, 0, ink.pattern(ink.base)) +
  label(ink, 168, 154, 96, 82) +
  capsule(ink, 300, 250) +
  capsule(ink, 336, 238) +
  capsule(ink, 318, 206)

function capsule(ink: Ink, x: number, y: number): string {
  return group(
    path('M-17-30L-11-2Q0 4 11-2L17-30Z', ink.round(ink.base)) +
      ellipse(0, -30, 20, 6, '#e9dcc3') +
      ellipse(0, -31, 15, 4, ink.light),
    `translate(${x} ${y})`,
  )
}

export const coldBrew = (ink: Ink): string =>
  standing(ink, 186, 46) +
  path(
    lathe(
      184,
      [
        [14, 60, 1],
        [14, 86],
        [16, 100],
        [42, 128],
        [46, 146],
        [46, 236],
        [42, 250, 1],
      ],
      8,
    ),
    ink.round('#4a2c20'),
  ) +
  rect(168, 44, 32, 26, 4, ink.round(ink.accent)) +
  path(band(184, 152, 46, 66), ink.round(ink.paper)) +
  path(band(184, 196, 46, 22), ink.pattern(ink.paper, 0.55)) +
  ink.emblem(184, 182, 13, ink.accent) +
  rect(146, 140, 6, 100, 3, '#fff', ' opacity=".35"') +
  standing(ink, 288, 36) +
  path(
    lathe(
      286,
      [
        [34, 158, 1],
        [30, 248, 1],
      ],
      8,
    ),
    '#fff',
    ' opacity=".45"',
  ) +
  path(
    lathe(
      286,
      [
        [32.5, 186, 1],
        [29, 246, 1],
      ],
      7,
    ),
    ink.fall('#8a5a3a', '#4a2c20'),
  ) +
  each(
    [
      [272, 186, 12],
      [296, 190, -14],
      [284, 206, 30],
    ] as const,
    ([x, y, turn]) =>
      group(rect(-11, -11, 22, 22, 4, '#fff', ' opacity=".55"'), `translate(${x} ${y})rotate(${turn})`),
  ) +
  ellipse(286, 158, 34, 7, 'none', ' stroke="#fff" stroke-width="2.4"')

export const tastingSet = (ink: Ink): string =>
  standing(ink, 200, 120) +
  pouch(ink, ink.light, 118, 0.74) +
  pouch(ink, ink.accent, 282, 0.74) +
  faded(
    rect(82, 170, 72, 60, 2, ink.pattern(ink.light)) + rect(246, 170, 72, 60, 2, ink.pattern(ink.accent)),
    0.9,
  ) +
  group(label(ink, 0, 0, 46, 56), 'translate(112 172)') +
  group(label(ink, 0, 0, 46, 56), 'translate(290 172)') +
  pouch(ink, ink.base, 200, 0.96) +
  path('M146 122Q200 116 254 122L256 160Q200 166 144 160Z', ink.pattern(ink.base)) +
  label(ink, 200, 142, 72, 84) +
  beans([
    [66, 254, 20],
    [338, 254, -20],
    [352, 246, 50],
  ])
