/** Pictures of textiles. */
import { shade, tint } from './colour.ts'
import { band, leaf, standing } from './forms.ts'
import type { Ink } from './ink.ts'
import { circle, each, ellipse, faded, group, lathe, line, path, rect } from './svg.ts'

function decorated(ink: Ink, d: string, from: number, to: number, strength = 0.34): string {
  return (
    path(d, ink.round(ink.base)) +
    `<g${ink.within(d)}>${rect(0, from, 400, to - from, 0, ink.pattern(ink.base, strength))}</g>`
  )
}

export const towel = (ink: Ink): string =>
  standing(ink, 200, 116) +
  each([0, 1, 2], (index) => {
    const y = 118 + index * 44
    const colour = [ink.base, tint(ink.base, 0.3), shade(ink.base, 0.12)][index] as string
    return (
      path(
        `M84 ${y + 6}Q84 ${y - 6} 100 ${y - 6}H300Q324 ${y - 4} 324 ${y + 18}T300 ${y + 42}H96Q84 ${y + 40} 84 ${y + 30}Z`,
        ink.fall(tint(colour, 0.2), shade(colour, 0.08)),
      ) +
      rect(90, y, 212, 34, 4, ink.tile(9, 9, rect(1, 1, 7, 7, 1.5, shade(colour, 0.14), ' opacity=".5"'))) +
      line(`M96 ${y + 18}H300Q312 ${y + 18} 312 ${y + 30}`, shade(colour, 0.2), 2, ' opacity=".6"')
    )
  }) +
  path('M150 112H190V250H150Z', ink.round(ink.paper)) +
  rect(150, 140, 40, 82, 0, ink.pattern(ink.paper, 0.5)) +
  ink.emblem(170, 126, 9, ink.accent)

export const teaTowel = (ink: Ink): string => {
  const d = 'M140 70L262 64Q272 140 266 238Q240 250 214 240T160 244Q138 246 130 236Q132 150 140 70Z'
  return (
    path('M150 72L272 70Q286 150 280 228Q262 236 246 230L258 120Z', ink.round(ink.accent), ' opacity=".85"') +
    path(d, ink.deep, ' opacity=".14" transform="translate(9 8)"') +
    path(d, ink.round('#f3ead8')) +
    `<g${ink.within(d)}>${rect(120, 92, 160, 26, 0, ink.base)}${rect(120, 124, 160, 5, 0, ink.base)}${rect(120, 150, 160, 66, 0, ink.pattern('#f3ead8', 0.45))}${rect(120, 222, 160, 6, 0, ink.base)}</g>` +
    line('M120 62H280', '#b08a5e', 9) +
    circle(200, 44, 7, 'none', ' stroke="#8f8577" stroke-width="4"') +
    faded(line('M176 80Q170 160 178 240M222 76Q232 150 224 238', ink.deep, 3), 0.22) +
    standing(ink, 200, 70)
  )
}

export const runner = (ink: Ink): string => {
  const d = 'M40 196Q200 150 360 176L352 226Q200 206 62 252Z'
  return (
    path('M0 214Q200 140 400 190V300H0Z', '#a8794a', ' opacity=".35"') +
    path(d, ink.round(tint(ink.base, 0.5))) +
    `<g${ink.within(d)}>${rect(30, 140, 340, 120, 0, ink.pattern(tint(ink.base, 0.5), 0.5))}</g>` +
    line('M44 200Q200 156 358 181M64 246Q200 202 352 221', ink.dark, 2) +
    group(
      path(
        lathe(
          0,
          [
            [12, -96, 1],
            [13, -74],
            [34, -44],
            [30, -6, 1],
          ],
          7,
        ),
        ink.round('#f1ece2'),
      ) +
        line('M0-96Q-8-140-28-156M0-96Q6-146 22-164M0-96V-150', '#6f8f5f', 3) +
        each(
          [
            [-26, -152, 200],
            [-14, -132, 190],
            [20, -160, -40],
            [12, -136, -20],
            [0, -148, -90],
          ] as const,
          ([x, y, turn]) => leaf(x, y, turn, 1, ink.base),
        ),
      'translate(264 200)scale(.9)',
    ) +
    group(
      ellipse(0, 0, 46, 12, '#fffaf0') +
        ellipse(0, -2, 34, 8, '#efe4cd') +
        circle(-8, -12, 13, ink.round('#c4453a')) +
        circle(12, -9, 12, ink.round('#d9982f')),
      'translate(140 214)',
    )
  )
}

export const cushion = (ink: Ink): string => {
  const d =
    'M104 92Q120 96 200 92T296 90Q304 96 300 160T304 240Q296 250 200 246T100 246Q94 238 98 168T104 92Z'
  return (
    standing(ink, 200, 116) +
    path(d, ink.round(ink.base)) +
    `<g${ink.within(d)}>${rect(122, 112, 156, 112, 10, ink.pattern(ink.base, 0.4))}</g>` +
    path(
      'M104 92Q120 96 200 92T296 90Q304 96 300 160T304 240Q296 250 200 246T100 246Q94 238 98 168T104 92Z',
      'none',
      ` stroke="${ink.dark}" stroke-width="3"`,
    ) +
    rect(118, 108, 164, 120, 10, 'none', ` stroke="${ink.accent}" stroke-width="3"`) +
    faded(
      line(
        'M110 100Q140 118 150 150M292 98Q266 116 258 146M106 240Q136 226 146 196M298 238Q268 224 258 198',
        ink.deep,
        3,
      ),
      0.3,
    ) +
    each(
      [
        [104, 92],
        [298, 90],
        [302, 242],
        [100, 246],
      ] as const,
      ([x, y]) => circle(x, y, 7, ink.accent),
    )
  )
}

export const blanket = (ink: Ink): string =>
  standing(ink, 200, 118) +
  each([0, 1, 2], (index) =>
    path(
      `M92 ${190 - index * 44}Q92 ${158 - index * 44} 120 ${158 - index * 44}H292Q318 ${162 - index * 44} 318 ${184 - index * 44}V${206 - index * 44}H92Z`,
      ink.round(index === 1 ? ink.dark : ink.base),
    ),
  ) +
  path('M92 104Q92 72 120 70H292Q318 74 318 100V206H92Z', ink.round(ink.base)) +
  path('M92 106H318V196H92Z', ink.pattern(ink.base, 0.4)) +
  path('M92 150Q200 164 318 150V158Q200 172 92 158Z', ink.dark, ' opacity=".4"') +
  path('M92 196Q200 208 318 196V236Q318 248 296 250H116Q92 248 92 236Z', ink.round(ink.light)) +
  path('M96 206H314V236H96Z', ink.pattern(ink.light, 0.4)) +
  each([104, 120, 136, 152, 168, 184, 200, 216, 232, 248, 264, 280, 296, 310], (x) =>
    line(`M${x} 248v12`, ink.base, 3.4),
  ) +
  rect(232, 110, 52, 32, 4, ink.paper) +
  ink.emblem(258, 126, 11, ink.accent)

export const pouffe = (ink: Ink): string =>
  standing(ink, 200, 108) +
  path(
    lathe(
      200,
      [
        [96, 150, 1],
        [108, 196],
        [96, 240, 1],
      ],
      16,
    ),
    ink.round(ink.base),
  ) +
  path(band(200, 172, 106, 50), ink.pattern(ink.base, 0.42)) +
  ellipse(200, 150, 97, 28, ink.round(tint(ink.base, 0.2))) +
  each([0, 45, 90, 135], (turn) =>
    line(
      'M-94 0H94',
      ink.dark,
      1.6,
      ` transform="translate(200 150)scale(1 .28)rotate(${turn})" opacity=".5"`,
    ),
  ) +
  ellipse(200, 149, 12, 5, ink.accent) +
  path('M150 128Q200 108 252 128', 'none', ` stroke="${ink.accent}" stroke-width="9" stroke-linecap="round"`)

export const apron = (ink: Ink): string => {
  const d = 'M164 76H236L242 122Q276 132 280 142L276 246Q200 254 124 246L120 142Q124 132 158 122Z'
  return (
    path(d, ink.deep, ' opacity=".14" transform="translate(9 8)"') +
    line('M166 80Q160 36 200 36T234 80', ink.dark, 7) +
    line('M122 146Q84 160 74 206M278 146Q316 160 326 206', ink.dark, 6) +
    decorated(ink, d, 200, 250) +
    path('M152 158H248V204Q200 216 152 204Z', ink.round(ink.light)) +
    line('M152 166H248M200 158V210', ink.dark, 1.8) +
    line('M160 84H240', ink.accent, 4) +
    path('M164 160L176 132L190 158Z', '#f3ead8') +
    ink.emblem(200, 106, 11, ink.paper) +
    faded(line('M150 214Q156 232 152 244M250 214Q244 232 248 244', ink.deep, 2.4), 0.35)
  )
}
