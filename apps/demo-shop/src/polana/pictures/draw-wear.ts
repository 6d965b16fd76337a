/** Pictures of clothing and shoes: clothes hang, shoes stand. */
import { type Hex, shade, tint } from './colour.ts'
import { standing } from './forms.ts'
import type { Ink } from './ink.ts'
import { circle, each, ellipse, faded, group, line, path, rect } from './svg.ts'

/** Cloth of an outline with the style's pattern between two heights. */
function cloth(ink: Ink, d: string, colour: Hex, from = 0, to = 300, strength = 0.3): string {
  return (
    path(d, ink.round(colour)) +
    `<g${ink.within(d)}>${rect(0, from, 400, to - from, 0, ink.pattern(colour, strength))}</g>`
  )
}

/** A hanger on the wall and the shadow of what hangs on it. */
function hung(ink: Ink, d: string): string {
  return (
    path(d, ink.deep, ' opacity=".13" transform="translate(9 9)"') +
    line('M200 66V54Q212 50 208 42T192 44', '#8f8577', 3.4) +
    line('M150 84L200 66L250 84', '#b08a5e', 6)
  )
}

const SLEEVES =
  'M170 72Q200 84 230 72L262 84Q280 92 288 116L314 204L290 214L266 148V246Q200 254 134 246V148L110 214L86 204L112 116Q120 92 138 84Z'

const zip = (from: number): string => line(`M200 ${from}V248`, '#fffaf0', 1.6, ' opacity=".7"')
const folds = (ink: Ink): string =>
  faded(
    line(
      'M140 150Q148 176 144 200M260 150Q252 176 256 200M170 236Q178 220 174 204M230 236Q222 220 226 204',
      ink.deep,
      2,
    ),
    0.3,
  )

export const rainJacket = (ink: Ink): string =>
  hung(ink, SLEEVES) +
  path('M166 76Q160 44 200 42T234 76Q200 96 166 76Z', ink.round(ink.dark)) +
  path('M176 78Q172 56 200 54T224 78Q200 92 176 78Z', shade(ink.base, 0.55)) +
  cloth(ink, SLEEVES, ink.base, 84, 142) +
  path('M134 142Q200 152 266 142V150Q200 160 134 150Z', ink.accent) +
  line('M200 86V248', ink.dark, 5) +
  zip(86) +
  path('M148 190L180 184V190L148 197ZM252 190L220 184V190L252 197Z', ink.dark) +
  line('M88 200L112 210M312 200L288 210', ink.dark, 5) +
  folds(ink) +
  ink.emblem(236, 118, 9, ink.paper)

export const puffer = (ink: Ink): string =>
  hung(ink, SLEEVES) +
  cloth(ink, SLEEVES, ink.base, 178, 250, 0.24) +
  `<g${ink.within(SLEEVES)}>${each([98, 122, 146, 170, 194, 218, 240], (y) => line(`M80 ${y}Q200 ${y + 14} 320 ${y}`, ink.dark, 2.4) + line(`M80 ${y - 9}Q200 ${y + 4} 320 ${y - 9}`, ink.light, 6, ' opacity=".28"'))}</g>` +
  path('M162 76Q164 56 200 56T238 76Q200 100 162 76Z', ink.round(ink.dark)) +
  line('M172 66Q200 78 228 66', ink.light, 3, ' opacity=".5"') +
  line('M200 84V248', ink.dark, 5) +
  zip(84) +
  ink.emblem(234, 132, 9, ink.paper)

export const fleece = (ink: Ink): string =>
  hung(ink, SLEEVES) +
  cloth(ink, SLEEVES, ink.base, 160, 234) +
  path('M134 112Q200 128 266 112L264 88Q200 112 136 88Z', ink.accent, ' opacity=".85"') +
  path('M164 76Q164 54 200 54T236 76Q220 92 200 94T164 76Z', ink.round(ink.dark)) +
  line('M200 92V150', ink.paper, 3) +
  circle(200, 152, 4, ink.paper) +
  rect(216, 128, 36, 30, 4, shade(ink.base, 0.2)) +
  line('M216 130H252', ink.paper, 1.6) +
  line('M134 240Q200 250 266 240M88 200L112 210M312 200L288 210', ink.dark, 6) +
  folds(ink)

const VEST = 'M166 74Q200 86 234 74L258 86Q250 118 262 150L266 246Q200 254 134 246L138 150Q150 118 142 86Z'

export const vest = (ink: Ink): string =>
  hung(ink, VEST) +
  cloth(ink, VEST, ink.base, 150, 250) +
  `<g${ink.within(VEST)}>${each([104, 128, 152, 176, 200, 224], (y) => line(`M120 ${y}Q200 ${y + 12} 280 ${y}`, ink.dark, 2.2) + line(`M120 ${y - 9}Q200 ${y + 2} 280 ${y - 9}`, ink.light, 6, ' opacity=".3"'))}</g>` +
  path('M162 76Q166 58 200 58T238 76Q200 98 162 76Z', ink.round(ink.dark)) +
  line('M200 84V248', ink.dark, 5) +
  zip(84) +
  path('M150 206L178 200V206L150 212ZM250 206L222 200V206L250 212Z', ink.accent) +
  ink.emblem(232, 126, 8, ink.paper)

const CAPE = 'M176 70Q200 80 224 70Q272 96 316 236Q200 262 84 236Q128 96 176 70Z'

export const poncho = (ink: Ink): string =>
  hung(ink, CAPE) +
  path('M170 76Q166 44 200 42T230 76Q200 94 170 76Z', ink.round(ink.dark)) +
  path('M180 76Q178 58 200 56T220 76Q200 86 180 76Z', shade(ink.base, 0.55)) +
  cloth(ink, CAPE, ink.base, 176, 226) +
  faded(line('M200 88V250M170 92Q140 150 128 246M230 92Q260 150 272 246', ink.deep, 2), 0.35) +
  each([100, 124, 148], (y) => circle(200, y, 3.4, ink.paper)) +
  line('M84 236Q200 262 316 236', ink.dark, 4)

const TEE =
  'M168 72Q200 96 232 72L262 82Q278 90 294 134L266 148L262 132V246Q200 254 138 246V132L134 148L106 134Q122 90 138 82Z'

export const shirt = (ink: Ink): string =>
  hung(ink, TEE) +
  cloth(ink, TEE, ink.base, 120, 186) +
  path('M168 72Q200 108 232 72L226 70Q200 96 174 70Z', ink.dark) +
  line('M107 132L134 146M293 132L266 146M138 241Q200 249 262 241', ink.dark, 3) +
  folds(ink) +
  ink.emblem(232, 112, 8, ink.paper)

export const flannel = (ink: Ink): string =>
  hung(ink, SLEEVES) +
  cloth(ink, SLEEVES, ink.base, 0, 300, 0.42) +
  path('M168 72L200 112L232 72L246 84L216 118L200 104L184 118L154 84Z', ink.round(ink.light)) +
  line('M200 108V250', shade(ink.base, 0.4), 2) +
  each([122, 150, 178, 206, 234], (y) => circle(200, y, 3.6, '#f4e7cf')) +
  rect(218, 130, 34, 36, 3, shade(ink.base, 0.12), ' opacity=".75"') +
  path('M218 130H252V140L235 148L218 140Z', shade(ink.base, 0.3), ' opacity=".75"') +
  line('M86 204L110 214M314 204L290 214', shade(ink.base, 0.4), 9)

const LEGS = 'M152 58H248L262 148L258 250H212L202 130H198L188 250H142L138 148Z'

export const trousers = (ink: Ink): string =>
  path(LEGS, ink.deep, ' opacity=".13" transform="translate(9 6)"') +
  cloth(ink, LEGS, ink.base, 150, 214, 0.24) +
  path('M151 58H249L251 74H149Z', ink.round(ink.dark)) +
  line('M200 74V128M156 78Q158 104 142 112M244 78Q242 104 258 112', ink.dark, 2.4) +
  each([164, 200, 236], (x) => rect(x - 3, 56, 6, 20, 1, ink.accent)) +
  path('M144 162L176 158L178 196L143 198Z', shade(ink.base, 0.18), ' opacity=".7"') +
  path('M256 162L224 158L222 196L257 198Z', shade(ink.base, 0.18), ' opacity=".7"') +
  line('M142 246H188M212 246H258', ink.dark, 3) +
  ink.emblem(238, 138, 7, ink.paper)

const SLIM = 'M156 58H244L254 150L240 250H214L203 120H197L186 250H160L146 150Z'

export const tights = (ink: Ink): string =>
  path(SLIM, ink.deep, ' opacity=".13" transform="translate(9 6)"') +
  cloth(ink, SLIM, ink.base, 84, 160, 0.3) +
  path('M155 58H245L247 82H153Z', ink.round(ink.dark)) +
  line('M152 168Q168 200 166 248M248 168Q232 200 234 248', ink.accent, 3) +
  line('M160 246H186M214 246H240', ink.accent, 3) +
  path('M212 96H236V114H212Z', ink.dark) +
  line('M212 96H236', ink.accent, 2) +
  ink.emblem(176, 140, 7, ink.paper)

const BRIEF = 'M138 82H262L286 214L214 222L202 154H198L186 222L114 214Z'

export const shorts = (ink: Ink): string =>
  path(BRIEF, ink.deep, ' opacity=".13" transform="translate(9 8)"') +
  cloth(ink, BRIEF, ink.base, 108, 240, 0.24) +
  path('M137 82H263L266 104H134Z', ink.round(ink.dark)) +
  line('M192 102Q186 122 190 138M206 102Q214 120 208 134', ink.paper, 3) +
  line('M200 104V152M142 108Q144 140 126 152M258 108Q256 140 274 152', ink.dark, 2.2) +
  line('M115 208L186 216M285 208L214 216', ink.dark, 3)

export const beanie = (ink: Ink): string =>
  standing(ink, 200, 88) +
  cloth(ink, 'M118 206Q116 92 200 88T282 206Z', ink.base, 120, 200, 0.34) +
  `<g opacity=".25">${each([140, 160, 180, 200, 220, 240, 260], (x) => line(`M${x} 204Q${200 + (x - 200) * 0.8} 130 200 90`, ink.deep, 2))}</g>` +
  path('M108 196Q200 182 292 196Q300 220 292 246Q200 258 108 246Q100 220 108 196Z', ink.round(ink.light)) +
  each([118, 134, 150, 166, 182, 198, 214, 230, 246, 262, 278], (x) =>
    line(`M${x} 196V248`, ink.base, 2.4, ' opacity=".7"'),
  ) +
  circle(200, 84, 22, ink.round(ink.accent)) +
  line('M186 76L178 66M200 64V54M214 76L222 66M190 94L180 100M212 94L222 98', ink.accent, 6) +
  rect(232, 214, 34, 22, 3, ink.paper) +
  ink.emblem(249, 225, 7, ink.accent)

export const cap = (ink: Ink): string =>
  standing(ink, 200, 104) +
  path('M206 190Q310 172 344 216Q330 232 286 226T180 226Z', ink.round(ink.dark)) +
  cloth(ink, 'M100 222Q92 106 188 102T290 204Q280 230 196 226T100 222Z', ink.base, 130, 200, 0.26) +
  line('M188 102Q176 160 186 226M188 102Q130 130 118 222M188 102Q250 130 268 216', ink.dark, 2) +
  circle(188, 101, 7, ink.dark) +
  path('M204 198Q300 178 344 216Q300 200 250 208T204 214Z', ink.light, ' opacity=".55"') +
  circle(222, 162, 22, ink.paper) +
  ink.emblem(222, 162, 12, ink.accent)

export const neckTube = (ink: Ink): string =>
  standing(ink, 200, 78) +
  cloth(
    ink,
    'M128 108Q124 140 132 178T126 244Q200 260 274 244Q262 210 268 178T272 108Q200 126 128 108Z',
    ink.base,
    100,
    260,
    0.4,
  ) +
  ellipse(200, 108, 72, 20, ink.dark) +
  ellipse(200, 110, 62, 14, ink.deep) +
  faded(line('M140 132Q200 166 262 136M136 176Q196 206 264 180M134 214Q200 240 266 214', ink.deep, 3), 0.35) +
  rect(184, 222, 32, 20, 3, ink.paper) +
  ink.emblem(200, 232, 6, ink.accent)

export const gloves = (ink: Ink): string =>
  standing(ink, 200, 96) +
  glove(ink, 'translate(250 250)rotate(9)scale(-.94 .94)') +
  glove(ink, 'translate(150 250)rotate(-7)')

function glove(ink: Ink, transform: string): string {
  const d =
    'M-36 0V-74L-58-102Q-64-116-50-118L-32-100V-142Q-30-154-22-154T-14-142V-108L-10-160Q-8-170 0-170T9-160L10-110L18-156Q20-166 28-164T36-152L32-104L42-138Q46-146 53-143T58-132L42-62V0Q0 8-36 0Z'
  return group(
    path(d, ink.round(ink.base)) +
      rect(-37, -52, 80, 30, 2, ink.pattern(ink.base)) +
      path('M-37-16H43V0Q0 8-37 0Z', ink.round(ink.accent)) +
      path('M-24-70Q4-96 34-70Q30-54 4-52T-24-70Z', shade(ink.base, 0.3), ' opacity=".5"') +
      circle(-55, -110, 5, ink.light),
    transform,
  )
}

export const sock = (ink: Ink): string =>
  standing(ink, 210, 96) + oneSock(ink, 'translate(66 -6)', true) + oneSock(ink, 'translate(-14 0)', false)

function oneSock(ink: Ink, transform: string, behind: boolean): string {
  const d =
    'M138 66H196V164Q198 178 214 188L262 214Q276 226 268 244Q262 254 246 252H186Q164 250 152 232Q138 208 138 180Z'
  const colour = behind ? ink.dark : ink.base
  return group(
    path(d, ink.round(colour)) +
      `<g${ink.within(d)}>${rect(130, 92, 80, 84, 0, ink.pattern(colour, 0.4))}${path('M240 190Q230 220 244 256H290V180Z', ink.accent)}${path('M132 176Q160 186 164 214T140 256H120V176Z', ink.accent)}</g>` +
      rect(134, 62, 66, 24, 4, ink.round(tint(colour, 0.2))) +
      each([144, 154, 164, 174, 184, 194], (x) => line(`M${x} 64V84`, shade(colour, 0.2), 1.6)) +
      faded(line('M198 170Q186 178 184 190', ink.deep, 2), 0.5),
    transform,
  )
}

export const boot = (ink: Ink): string =>
  standing(ink, 204, 120) +
  path(
    'M116 72Q150 64 190 74L198 138Q214 164 262 180Q306 192 310 222L306 236H106Q102 190 116 150Z',
    ink.round(ink.base),
  ) +
  `<g${ink.within('M116 72Q150 64 190 74L198 138Q160 150 116 150Z')}>${rect(100, 60, 110, 100, 0, ink.pattern(ink.base))}</g>` +
  path('M110 66Q150 54 192 68L192 84Q150 72 112 84Z', ink.round(ink.light)) +
  path('M262 180Q306 192 310 222L306 234H236Q226 200 262 180Z', ink.dark) +
  path('M106 236Q102 200 110 170L140 176Q150 210 140 236Z', ink.dark) +
  path('M168 80L192 82L198 138Q214 164 240 172L222 190Q182 172 172 140Z', shade(ink.base, 0.2)) +
  each(
    [
      [170, 94],
      [174, 114],
      [180, 134],
      [192, 154],
      [212, 170],
    ] as const,
    ([x, y]) =>
      line(`M${x} ${y}L${x + 24} ${y - 6}`, ink.accent, 4) +
      circle(x, y, 3.4, '#d9c08a') +
      circle(x + 24, y - 6, 3.4, '#d9c08a'),
  ) +
  path('M100 232H312Q320 240 314 254H104Q94 246 100 232Z', '#4a4340') +
  line('M104 238H310', '#d8b37a', 2.4, ' stroke-dasharray="5 4"') +
  each([112, 134, 156, 178, 222, 244, 266, 288], (x) => rect(x, 250, 14, 8, 2, '#332e2c')) +
  line('M112 74Q104 60 116 56', ink.accent, 5)

export const trailShoe = (ink: Ink): string =>
  standing(ink, 202, 128) +
  path(
    'M84 176Q84 138 104 130Q116 150 140 150L186 128Q202 160 240 180Q300 190 322 218L318 236H88Q80 210 84 176Z',
    ink.round(ink.base),
  ) +
  `<g${ink.within('M84 176Q84 138 104 130Q116 150 140 150L186 128Q202 160 240 180Q270 186 290 198L240 236H88Z')}>${rect(80, 150, 160, 60, 0, ink.pattern(ink.base, 0.4))}</g>` +
  path('M270 190Q316 200 322 218L318 234H262Q256 208 270 190Z', ink.dark) +
  path('M84 176Q84 138 104 130L114 142Q104 190 112 236H88Q80 210 84 176Z', ink.accent) +
  path('M150 150L186 128Q202 160 240 180L216 198Q170 186 150 150Z', shade(ink.base, 0.28)) +
  each(
    [
      [164, 158],
      [180, 172],
      [198, 184],
    ] as const,
    ([x, y]) => line(`M${x} ${y}L${x + 22} ${y - 14}`, ink.paper, 4),
  ) +
  path('M84 224Q130 238 190 226T322 218L330 234Q332 244 318 246H96Q80 244 84 224Z', '#f6f1e6') +
  path('M84 240Q200 252 328 238L322 252Q200 262 92 252Z', '#4a4340') +
  each([100, 122, 144, 166, 188, 210, 232, 254, 276, 298], (x) => path(`M${x} 252l5 8h8l4-8Z`, '#332e2c')) +
  path('M96 232Q180 244 310 226', 'none', ` stroke="${ink.accent}" stroke-width="4"`)

export const sneaker = (ink: Ink): string =>
  standing(ink, 202, 126) +
  path('M92 140Q120 132 146 140L190 124Q206 168 260 184Q306 192 312 224H92Z', ink.round(ink.base)) +
  `<g${ink.within('M92 140Q120 132 146 140L170 224H92Z')}>${rect(90, 130, 90, 100, 0, ink.pattern(ink.base, 0.34))}</g>` +
  path('M160 136L190 124Q206 168 244 180L222 204Q176 186 160 136Z', shade(ink.base, 0.2)) +
  each(
    [
      [168, 150],
      [176, 166],
      [190, 182],
      [206, 194],
    ] as const,
    ([x, y]) => line(`M${x} ${y}L${x + 22} ${y - 10}`, '#fffaf0', 4.4),
  ) +
  path('M266 186Q306 194 312 224H246Q244 196 266 186Z', '#f6f1e6') +
  path('M86 218Q200 228 318 216Q326 240 316 252H92Q80 242 86 218Z', '#fbf7ee') +
  line('M88 230Q200 240 318 228', ink.accent, 4) +
  rect(92, 146, 14, 54, 4, ink.accent) +
  ink.emblem(134, 186, 12, ink.paper)

export const sandal = (ink: Ink): string =>
  standing(ink, 204, 124) +
  path(
    'M84 222Q90 206 120 208Q200 216 250 206Q310 202 322 226Q324 240 306 242H100Q82 240 84 222Z',
    ink.round('#a88a66'),
  ) +
  path('M82 228Q200 244 324 226L320 250Q200 260 92 250Z', '#4a4340') +
  each([104, 132, 160, 188, 216, 244, 272, 298], (x) => rect(x, 250, 14, 7, 2, '#332e2c')) +
  path('M232 222Q238 176 274 172Q308 176 306 220L288 224Q284 194 270 194T254 226Z', ink.round(ink.base)) +
  path(
    'M104 212Q96 150 128 128Q160 116 176 134L184 156Q150 144 134 164Q122 186 128 218Z',
    ink.round(ink.base),
  ) +
  path('M176 134Q206 172 250 184L240 204Q188 190 166 148Z', ink.round(ink.dark)) +
  path('M238 192Q262 178 300 192L304 206Q268 192 236 208Z', ink.pattern(ink.base, 0.5)) +
  path('M106 190Q110 150 140 130L152 132Q122 152 122 196Z', ink.pattern(ink.base, 0.5)) +
  rect(196, 160, 24, 16, 4, ink.accent, ' transform="rotate(38 208 168)"') +
  line('M128 214Q180 224 240 216', ink.deep, 2, ' opacity=".4"')

export const wellington = (ink: Ink): string =>
  standing(ink, 204, 112) +
  oneWellington(ink, 'translate(58 -8)', ink.dark) +
  oneWellington(ink, 'translate(-20 0)', ink.base)

function oneWellington(ink: Ink, transform: string, colour: Hex): string {
  return group(
    path(
      'M138 62Q166 54 196 62L198 170Q206 190 240 200Q272 208 272 236H136Q128 200 134 160Z',
      ink.round(colour),
    ) +
      path('M137 92Q166 84 197 92V128Q166 120 135 128Z', ink.pattern(colour, 0.36)) +
      path('M135 60Q166 50 198 60V74Q166 64 135 74Z', ink.round(ink.accent)) +
      path('M126 230H276Q282 240 276 252H132Q122 244 126 230Z', '#4a4340') +
      line('M150 84Q146 150 148 196', '#fff', 7, ' opacity=".3"') +
      line('M136 206Q170 198 206 190', shade(colour, 0.3), 2.4),
    transform,
  )
}
