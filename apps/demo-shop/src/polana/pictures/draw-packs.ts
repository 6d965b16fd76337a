/** Pictures of packs, bottles and what shows the way. */
import { shade, tint } from './colour.ts'
import { band, standing } from './forms.ts'
import type { Ink } from './ink.ts'
import { circle, each, ellipse, group, lathe, line, path, rect } from './svg.ts'

export const backpack = (ink: Ink): string => {
  const body = 'M142 96Q146 54 200 52T258 96L270 226Q270 252 244 254H156Q130 252 130 226Z'
  return (
    standing(ink, 200, 84) +
    path('M138 118Q112 132 112 172V214Q112 228 132 226Z', ink.round(ink.dark)) +
    path('M262 118Q288 132 288 172V214Q288 228 268 226Z', ink.round(ink.dark)) +
    line('M182 54Q182 34 200 34T218 54', ink.deep, 7) +
    path(body, ink.round(ink.base)) +
    `<g${ink.within(body)}>${rect(120, 104, 160, 50, 0, ink.pattern(ink.base))}</g>` +
    path('M138 100Q140 52 200 50T262 100Q266 124 252 128H148Q134 124 138 100Z', ink.round(ink.light)) +
    line('M140 108Q200 120 260 108', ink.dark, 2) +
    each([166, 234], (x) => rect(x - 5, 108, 10, 52, 2, ink.accent) + rect(x - 8, 144, 16, 12, 3, ink.deep)) +
    path(
      'M150 174H250Q258 174 258 184V230Q258 242 246 242H154Q142 242 142 230V184Q142 174 150 174Z',
      ink.round(shade(ink.base, 0.16)),
    ) +
    line('M148 190Q200 200 252 190', ink.light, 2.4) +
    rect(184, 206, 32, 22, 4, ink.paper) +
    ink.emblem(200, 217, 8, ink.accent) +
    line('M118 150Q108 176 116 206', ink.light, 2, ' opacity=".6"')
  )
}

export const kidsBackpack = (ink: Ink): string => {
  const body = 'M144 116Q144 70 200 70T256 116L262 226Q262 250 238 252H162Q138 250 138 226Z'
  return (
    standing(ink, 200, 74) +
    line('M184 72Q184 52 200 52T216 72', ink.deep, 7) +
    path('M150 84Q132 60 154 58Q172 60 176 78ZM250 84Q268 60 246 58Q228 60 224 78Z', ink.round(ink.dark)) +
    path(body, ink.round(ink.base)) +
    `<g${ink.within(body)}>${rect(130, 76, 140, 92, 0, ink.pattern(ink.base))}</g>` +
    path(
      'M150 178H250Q258 178 256 190L252 230Q250 240 238 240H162Q150 240 148 230L144 190Q142 178 150 178Z',
      ink.round(ink.light),
    ) +
    circle(176, 136, 9, '#fffaf0') +
    circle(224, 136, 9, '#fffaf0') +
    circle(178, 137, 4.5, '#33302f') +
    circle(222, 137, 4.5, '#33302f') +
    path('M190 154H210L200 164Z', ink.deep) +
    line('M146 196H254', ink.accent, 5) +
    rect(188, 206, 24, 18, 9, ink.accent)
  )
}

export const runVest = (ink: Ink): string => {
  const side = 'M152 62Q168 58 178 66L188 120Q190 176 182 232Q160 246 138 232Q126 170 136 116Z'
  const half = (transform: string): string =>
    group(
      path(side, ink.round(ink.base)) +
        `<g${ink.within(side)}>${rect(120, 70, 80, 70, 0, ink.pattern(ink.base))}</g>` +
        path('M146 138H176V216Q160 226 144 216Z', ink.round(tint(ink.accent, 0.3))) +
        path('M148 148H174V172H148Z', '#fff', ' opacity=".35"') +
        rect(152, 118, 16, 22, 5, ink.accent) +
        line('M142 176Q160 184 180 176', ink.deep, 2.4),
      transform,
    )
  return (
    standing(ink, 200, 78) +
    path('M166 64Q200 40 234 64L236 92Q200 70 164 92Z', ink.round(ink.dark)) +
    half('translate(0 0)') +
    half('translate(400 0)scale(-1 1)') +
    line('M184 132H216M184 164H216', ink.accent, 5) +
    rect(194, 127, 12, 10, 3, ink.deep) +
    rect(194, 159, 12, 10, 3, ink.deep)
  )
}

export const hipPack = (ink: Ink): string => {
  const body = 'M118 156Q122 136 150 134H250Q278 136 282 156L276 206Q268 232 236 234H164Q132 232 124 206Z'
  return (
    standing(ink, 200, 92, 244) +
    line('M122 160Q70 140 54 170M278 160Q330 140 346 170', ink.dark, 13) +
    path('M44 164H66V188H44ZM334 164H356V188H334Z', ink.deep) +
    path(body, ink.round(ink.base)) +
    `<g${ink.within(body)}>${rect(110, 172, 180, 70, 0, ink.pattern(ink.base))}</g>` +
    line('M134 160Q200 148 266 160', ink.deep, 5) +
    line('M134 160Q200 148 266 160', ink.light, 1.4) +
    rect(256, 156, 8, 20, 3, ink.accent) +
    rect(178, 190, 44, 28, 5, ink.paper) +
    ink.emblem(200, 204, 9, ink.accent)
  )
}

export const dryBag = (ink: Ink): string =>
  standing(ink, 200, 66) +
  path('M144 96Q138 150 142 230Q144 250 200 252T258 230Q262 150 256 96Z', ink.round(ink.base)) +
  path('M140 150Q200 160 260 150V206Q200 218 141 206Z', ink.pattern(ink.base)) +
  path('M150 66H250Q258 80 256 98Q200 110 144 98Q142 80 150 66Z', ink.round(ink.dark)) +
  line('M150 72Q200 80 250 72M147 84Q200 94 253 84', ink.light, 1.6, ' opacity=".7"') +
  path('M150 66Q140 44 172 46H228Q260 44 250 66', 'none', ` stroke="${ink.accent}" stroke-width="9"`) +
  rect(184, 38, 32, 16, 4, '#3a3638') +
  ink.emblem(200, 130, 12, ink.paper) +
  line('M158 110Q154 170 158 226', '#fff', 6, ' opacity=".3"')

export const bottle = (ink: Ink): string =>
  standing(ink, 200, 50) +
  path(
    lathe(
      200,
      [
        [18, 72, 1],
        [20, 88],
        [44, 112],
        [46, 130],
        [46, 244, 1],
      ],
      11,
    ),
    ink.round(ink.base),
  ) +
  path(band(200, 152, 46, 62), ink.pattern(ink.base, 0.34)) +
  path(
    lathe(
      200,
      [
        [24, 50, 1],
        [25, 78, 1],
      ],
      6,
    ),
    ink.round(ink.dark),
  ) +
  ellipse(200, 50, 24, 5, tint(ink.dark, 0.24)) +
  line('M184 50Q184 30 200 30T216 50', ink.deep, 6) +
  circle(200, 182, 19, ink.paper) +
  ink.emblem(200, 182, 11, ink.accent) +
  line('M166 128V232', '#fff', 7, ' opacity=".38"')

export const canteen = (ink: Ink): string =>
  standing(ink, 200, 84) +
  line('M124 130Q96 60 190 62M276 130Q304 60 210 62', '#8a5a36', 7) +
  rect(184, 52, 32, 34, 5, ink.metal('#aeb6bb')) +
  rect(178, 44, 44, 16, 5, ink.metal('#8f989d')) +
  circle(200, 168, 88, ink.round('#8b8a70')) +
  circle(200, 168, 76, ink.pattern('#8b8a70', 0.34)) +
  circle(200, 168, 78, 'none', ' stroke="#5f5e4b" stroke-width="2" stroke-dasharray="6 5"') +
  path('M186 78H214L222 256H178Z', '#8a5a36', ' opacity=".85"') +
  rect(178, 150, 44, 36, 4, ink.round(ink.base)) +
  ink.emblem(200, 168, 11, ink.paper)

export const thermos = (ink: Ink): string =>
  standing(ink, 196, 54) +
  path(
    lathe(
      190,
      [
        [46, 110, 1],
        [48, 124],
        [48, 244, 1],
      ],
      11,
    ),
    ink.round(ink.base),
  ) +
  path(band(190, 160, 48, 50), ink.pattern(ink.base, 0.34)) +
  path(
    lathe(
      190,
      [
        [34, 98, 1],
        [46, 112, 1],
      ],
      8,
    ),
    ink.metal('#aeb6bb'),
  ) +
  path(
    lathe(
      190,
      [
        [34, 48, 1],
        [37, 54],
        [37, 98, 1],
      ],
      8,
    ),
    ink.metal(ink.dark),
  ) +
  ellipse(190, 48, 34, 7, tint(ink.dark, 0.3)) +
  rect(168, 140, 44, 62, 4, ink.paper) +
  ink.emblem(190, 164, 12, ink.accent) +
  line('M178 186H202', ink.mark, 3, ' opacity=".6"') +
  line('M154 130V232', '#fff', 6, ' opacity=".4"') +
  standing(ink, 292, 34) +
  path(
    lathe(
      290,
      [
        [32, 200, 1],
        [28, 246, 1],
      ],
      8,
    ),
    ink.metal(ink.dark),
  ) +
  ellipse(290, 200, 32, 7, '#aeb6bb') +
  ellipse(290, 202, 27, 5, '#b5722f')

export const foodJar = (ink: Ink): string =>
  standing(ink, 190, 70) +
  path(
    lathe(
      186,
      [
        [60, 126, 1],
        [62, 140],
        [62, 242, 1],
      ],
      13,
    ),
    ink.round(ink.base),
  ) +
  path(band(186, 164, 62, 50), ink.pattern(ink.base, 0.34)) +
  path(
    lathe(
      186,
      [
        [54, 92, 1],
        [58, 98],
        [58, 124, 1],
      ],
      12,
    ),
    ink.round(ink.dark),
  ) +
  ellipse(186, 92, 54, 11, tint(ink.dark, 0.3)) +
  line('M150 100V122M168 104V126M186 105V127M204 104V126M222 100V122', ink.deep, 2, ' opacity=".4"') +
  circle(186, 192, 22, ink.paper) +
  ink.emblem(186, 192, 13, ink.accent) +
  line('M140 142V232', '#fff', 7, ' opacity=".38"') +
  group(
    ellipse(0, -40, 17, 24, ink.metal('#aeb6bb')) + rect(-4, -18, 8, 66, 4, '#9aa2a7'),
    'translate(302 200)rotate(20)',
  )

export const headlamp = (ink: Ink): string =>
  standing(ink, 200, 104, 238) +
  path('M84 168Q70 92 200 84T316 168L300 176Q304 110 200 104T100 176Z', ink.round(ink.dark)) +
  path('M84 164Q96 224 200 226T316 164L312 138Q296 192 200 194T88 138Z', ink.round(ink.base)) +
  path('M84 164Q96 224 200 226T316 164L312 138Q296 192 200 194T88 138Z', ink.pattern(ink.base, 0.4)) +
  circle(200, 188, 66, ink.glow('#ffe9a8'), ' opacity=".8"') +
  rect(146, 148, 108, 76, 22, ink.fall('#55595e', '#2f3236')) +
  circle(184, 186, 28, ink.metal('#9aa2a7')) +
  circle(184, 186, 22, ink.glow('#fff3c4')) +
  circle(184, 186, 13, '#fffbe6') +
  circle(230, 176, 9, '#d9524a') +
  rect(220, 194, 20, 10, 5, ink.accent) +
  rect(186, 142, 28, 9, 4, ink.accent)

export const lantern = (ink: Ink): string =>
  standing(ink, 200, 70) +
  line('M146 118Q140 36 200 36T254 118', '#8f989d', 6) +
  circle(200, 158, 92, ink.glow('#ffe2a0'), ' opacity=".7"') +
  rect(148, 112, 104, 92, 10, ink.fall('#fff3cf', '#f3cf85')) +
  path('M186 190V172Q170 158 178 144Q200 122 222 144Q230 158 214 172V190Z', ink.glow('#fff8df')) +
  path('M188 186V170Q176 158 182 146Q200 130 218 146Q224 158 212 170V186Z', '#fffdf2', ' opacity=".9"') +
  line('M192 184V164L200 172L208 164V184', '#f0a93c', 2.4) +
  rect(186, 186, 28, 16, 3, ink.metal('#aeb6bb')) +
  each([160, 240], (x) => line(`M${x} 112V204`, '#8f989d', 4)) +
  line('M148 158H252', '#8f989d', 3) +
  path(
    lathe(
      200,
      [
        [22, 70, 1],
        [34, 84],
        [60, 108],
        [60, 118, 1],
      ],
      6,
    ),
    ink.round(ink.base),
  ) +
  path(
    lathe(
      200,
      [
        [58, 202, 1],
        [66, 218],
        [64, 246, 1],
      ],
      10,
    ),
    ink.round(ink.base),
  ) +
  path(band(200, 212, 64, 24), ink.pattern(ink.base, 0.4)) +
  circle(200, 228, 9, ink.metal('#c9a45c')) +
  line('M158 122V190', '#fff', 6, ' opacity=".7"')

export const compass = (ink: Ink): string =>
  standing(ink, 200, 96, 244) +
  group(
    rect(-116, -62, 232, 124, 14, ink.fall('#fffdf8', '#dfe7e6')) +
      line('M-104-52H-20M-104-44H-60M-104-36H-20', '#b5453a', 1.4) +
      rect(-108, 50, 216, 6, 0, ink.tile(8, 6, rect(0, 0, 1.2, 6, 0, '#4a4340'))) +
      circle(-72, 8, 26, '#fff', ' opacity=".7"') +
      circle(-72, 8, 26, 'none', ` stroke="${ink.accent}" stroke-width="3"`) +
      rect(-40, -58, 60, 10, 2, ink.pattern(ink.paper, 0.5)) +
      circle(52, 0, 54, ink.round('#3f464b')) +
      circle(52, 0, 46, ink.round('#fdf8ea')) +
      circle(
        52,
        0,
        40,
        'none',
        ' stroke="#4a4340" stroke-width="1.4" stroke-dasharray="1.6 4.7" opacity=".8"',
      ) +
      path('M52-34L62 0L52 6L42 0Z', '#c4453a') +
      path('M52 34L62 0L52-6L42 0Z', '#e9e4d6', ' stroke="#8f8577" stroke-width="1"') +
      circle(52, 0, 5, '#c9a45c'),
    'translate(200 164)rotate(-9)',
  ) +
  line('M90 204Q50 236 70 252', ink.accent, 4)

export const mapCase = (ink: Ink): string =>
  standing(ink, 200, 92) +
  line('M124 74Q200 8 276 74', ink.dark, 4) +
  group(
    rect(-96, -84, 192, 172, 8, ink.round(ink.base)) +
      rect(-82, -66, 164, 132, 4, '#eaf0dc') +
      path('M-82-20Q-40-54 0-24T82-40V66H-82Z', '#cfe0b4') +
      line('M-82 10Q-46-14-6 6T82-10M-82 30Q-40 8-2 26T82 14M-82 50Q-36 30 2 46T82 38', '#a8b98a', 1.6) +
      line('M-70 60Q-50 20-20 24T20-18T66-54', '#c4453a', 3, ' stroke-dasharray="7 5"') +
      line('M-82-44Q-30-36-12 4T10 66', '#7fb0d0', 5) +
      circle(66, -54, 6, '#c4453a') +
      path('M-82-66H-10L-60 66H-82Z', '#fff', ' opacity=".3"') +
      rect(-96, -84, 192, 14, 6, ink.dark) +
      rect(-96, 70, 192, 18, 4, ink.pattern(ink.base)) +
      rect(-14, -88, 28, 10, 4, ink.accent),
    'translate(200 160)rotate(-4)',
  ) +
  group(
    rect(-5, -60, 10, 96, 2, '#d9a441') +
      path('M-5 36H5L0 50Z', '#f1dcb4') +
      rect(-5, -68, 10, 10, 2, '#d98d96'),
    'translate(318 196)rotate(16)',
  )

export const poles = (ink: Ink): string =>
  standing(ink, 200, 70) +
  onePole(ink, 'translate(236 0)rotate(12 0 250)') +
  onePole(ink, 'translate(164 0)rotate(-10 0 250)')

function onePole(ink: Ink, transform: string): string {
  return group(
    line('M-4 66Q-30 84-14 112Q2 104 2 76', ink.accent, 4) +
      rect(-4, 104, 8, 132, 2, ink.metal(ink.base)) +
      rect(-6, 100, 12, 46, 3, ink.round(ink.dark)) +
      rect(-4.5, 108, 9, 34, 1, ink.pattern(ink.dark, 0.5)) +
      rect(-7, 148, 14, 14, 3, '#3a3638') +
      path('M-9 40Q-10 32 0 30T9 40L8 98Q0 104-8 98Z', ink.round('#c79a66')) +
      line('M-8 56H8M-8 68H8M-8 80H8', '#8a6a45', 2) +
      ellipse(0, 226, 20, 6, '#3a3638') +
      path('M-3 232H3L0 252Z', '#9aa2a7'),
    transform,
  )
}
