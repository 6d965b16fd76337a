/**
 * A pattern for each style: what a style looks like on a packet, a sleeve, a glaze.
 *
 * Tiles of 18–40 units; `a` is the nearer colour, `b` the second one.
 */
import type { Hex } from './colour.ts'
import { circle, ellipse, line, path, rect } from './svg.ts'

export interface StylePattern {
  readonly width: number
  readonly height: number
  readonly turn?: number
  readonly draw: (a: Hex, b: Hex) => string
}

const LEAF = 'M0 0Q6-7 13 0Q6 7 0 0Z'
const leaf = (x: number, y: number, turn: number, fill: Hex): string =>
  path(LEAF, fill, ` transform="translate(${x} ${y})rotate(${turn})"`)
const petals = (x: number, y: number, r: number, fill: Hex, heart: Hex): string =>
  [0, 72, 144, 216, 288]
    .map((turn) =>
      ellipse(0, -r, r * 0.62, r * 0.8, fill, ` transform="translate(${x} ${y})rotate(${turn})"`),
    )
    .join('') + circle(x, y, r * 0.5, heart)
const STAR = 'M0-8L2-2L8 0L2 2L0 8L-2 2L-8 0L-2-2Z'
const star = (x: number, y: number, size: number, fill: Hex): string =>
  path(STAR, fill, ` transform="translate(${x} ${y})scale(${size})"`)

/** By department and style. */
export const STYLE_PATTERNS: Readonly<Record<string, StylePattern>> = {
  'tea/fresh': {
    draw: (a, b) => leaf(3, 8, -35, a) + leaf(19, 24, 25, a) + leaf(30, 8, 60, b),
    height: 32,
    width: 36,
  },
  'tea/floral': {
    draw: (a, b) => petals(10, 10, 5, a, b) + petals(28, 27, 4, a, b) + circle(27, 8, 1.6, b),
    height: 36,
    width: 36,
  },
  'tea/toasted': {
    draw: (a, b) =>
      line('M0 8Q9 0 18 8T36 8', a, 2.4) +
      line('M0 17Q9 9 18 17T36 17', b, 1.4) +
      line('M0 24Q9 16 18 24T36 24', a, 1),
    height: 26,
    width: 36,
  },
  'tea/fruity': {
    draw: (a, b) => circle(8, 9, 4.6, a) + circle(24, 23, 4.6, a) + leaf(9, 5, -50, b) + leaf(25, 19, -50, b),
    height: 30,
    width: 32,
  },
  'coffee/chocolate': {
    draw: (a, b) => path('M14 2L26 16L14 30L2 16Z', a) + path('M14 10L19 16L14 22L9 16Z', b),
    height: 32,
    width: 28,
  },
  'coffee/fruity': {
    draw: (a, b) =>
      line('M9 14Q12 4 20 3M17 20Q18 8 20 3', b, 1.6) + circle(8, 18, 5, a) + circle(18, 23, 5, a),
    height: 32,
    width: 32,
  },
  'coffee/nutty': {
    draw: (a, b) =>
      ellipse(9, 10, 5, 7.5, a, ' transform="rotate(28 9 10)"') +
      line('M7 15Q10 10 11 5', b, 1.4) +
      ellipse(25, 26, 5, 7.5, a, ' transform="rotate(-32 25 26)"') +
      line('M22 21Q25 26 28 31', b, 1.4),
    height: 36,
    width: 34,
  },
  'coffee/honey': {
    draw: (a, b) =>
      line(
        'M0 9L8 4L16 9V19L8 24L0 19ZM16 9L24 4L32 9M16 19L24 24L32 19M8 24V32M24 24V32M8 4V0M24 4V0',
        a,
        1.8,
      ) + circle(8, 14, 2.4, b),
    height: 32,
    width: 32,
  },
  'ware/rustic': {
    draw: (a, b) =>
      circle(4, 5, 1.3, a) +
      circle(15, 11, 0.9, b) +
      circle(9, 19, 1.6, a) +
      circle(22, 3, 0.8, b) +
      circle(23, 18, 1.1, a),
    height: 24,
    width: 26,
  },
  'ware/minimal': { draw: (a) => rect(0, 0, 60, 1.6, 0, a), height: 9, width: 60 },
  'ware/retro': {
    draw: (a, b) => path('M0 16A12 12 0 0 1 24 16H18A6 6 0 0 0 6 16Z', a) + circle(12, 16, 3, b),
    height: 20,
    width: 24,
  },
  'ware/painted': {
    draw: (a, b) =>
      line('M2 30Q16 24 14 10', b, 1.6) +
      petals(15, 9, 5.5, a, b) +
      leaf(10, 22, -20, b) +
      leaf(12, 26, 160, b),
    height: 34,
    width: 30,
  },
  'wear/mountain': {
    draw: (a, b) =>
      path('M0 24L11 8L22 24Z', a) + path('M16 24L26 13L36 24Z', b) + path('M11 8L8 13L11 12L14 13Z', b),
    height: 30,
    width: 36,
  },
  'wear/running': {
    draw: (a, b) => rect(0, 0, 4, 40, 0, a) + rect(9, 0, 1.6, 40, 0, b),
    height: 40,
    turn: 28,
    width: 18,
  },
  'wear/forest': {
    draw: (a, b) =>
      rect(0, 0, 9, 26, 0, a, ' opacity=".55"') +
      rect(0, 0, 26, 9, 0, a, ' opacity=".55"') +
      rect(17, 0, 1.6, 26, 0, b) +
      rect(0, 17, 26, 1.6, 0, b),
    height: 26,
    width: 26,
  },
  'wear/city': {
    draw: (a) => line('M0 10L8 2L16 10M0 18L8 10L16 18', a, 1.5),
    height: 16,
    width: 16,
  },
  'gear/light': {
    draw: (a, b) => line('M0 24L12 0L24 24Z', a, 1.2) + path('M9 24L12 18L15 24Z', b),
    height: 24,
    width: 24,
  },
  'gear/family': {
    draw: (a, b) => star(8, 9, 0.6, a) + circle(22, 22, 2.4, b) + circle(24, 6, 1.4, a) + star(9, 25, 0.4, b),
    height: 32,
    width: 30,
  },
  'gear/expedition': {
    draw: (a, b) =>
      line('M0 10C8 2 14 18 24 8S36 4 40 10M0 20C10 12 16 28 26 18S36 16 40 20', a, 1.4) +
      line('M0 29C8 24 18 34 28 28S38 26 40 29', b, 1.4),
    height: 34,
    width: 40,
  },
  'gear/heritage': {
    draw: (a, b) =>
      rect(0, 4, 40, 5, 0, a) +
      rect(0, 12, 40, 1.6, 0, b) +
      path('M0 22L5 17L10 22L5 27ZM10 22L15 17L20 22L15 27Z', a),
    height: 32,
    width: 20,
  },
  'garden/kitchen': {
    draw: (a, b) =>
      line('M10 22V12', a, 1.8) +
      leaf(10, 14, -35, a) +
      leaf(10, 14, 215, a) +
      circle(26, 26, 2, b) +
      circle(25, 7, 1.4, b),
    height: 32,
    width: 32,
  },
  'garden/meadow': {
    draw: (a, b) =>
      line('M8 34Q8 20 10 12M22 34Q24 26 23 20', b, 1.4) +
      petals(10, 10, 4.2, a, b) +
      circle(23, 18, 3.2, a) +
      leaf(8, 26, -30, b),
    height: 34,
    width: 32,
  },
  'garden/balcony': {
    draw: (a, b) => rect(0, 0, 8, 20, 0, a) + rect(14, 0, 2, 20, 0, b),
    height: 20,
    width: 22,
  },
  'garden/classic': {
    draw: (a, b) => line('M0 0L24 24M24 0L0 24', a, 1.6) + circle(12, 12, 2.2, b),
    height: 24,
    width: 24,
  },
  'home/nordic': {
    draw: (a, b) => line('M6 2V10M2 6H10', a, 1.8) + line('M20 16V24M16 20H24', b, 1.8),
    height: 28,
    width: 28,
  },
  'home/folk': {
    draw: (a, b) =>
      petals(18, 14, 6, a, b) +
      leaf(20, 28, 20, b) +
      leaf(16, 28, 160, b) +
      circle(2, 2, 2, a) +
      circle(34, 2, 2, a),
    height: 38,
    width: 36,
  },
  'home/botanic': {
    draw: (a, b) =>
      line('M6 36Q16 20 26 2', b, 1.5) +
      leaf(10, 29, -10, a) +
      leaf(15, 20, -18, a) +
      leaf(20, 12, -30, a) +
      leaf(11, 28, 238, a) +
      leaf(16, 19, 232, a),
    height: 38,
    width: 34,
  },
  'home/retro': {
    draw: (a, b) => path('M0 22A15 15 0 0 1 30 22H24A9 9 0 0 0 6 22Z', a) + path('M9 22A6 6 0 0 1 21 22Z', b),
    height: 24,
    width: 30,
  },
  'daily/natural': {
    draw: (a, b) => leaf(4, 8, -20, a) + leaf(22, 26, 40, a) + circle(24, 8, 1.5, b) + circle(9, 24, 1.5, b),
    height: 32,
    width: 36,
  },
  'daily/homely': {
    draw: (a) => rect(0, 0, 10, 20, 0, a, ' opacity=".5"') + rect(0, 0, 20, 10, 0, a, ' opacity=".5"'),
    height: 20,
    width: 20,
  },
  'daily/refined': {
    draw: (a, b) => rect(0, 0, 1.4, 30, 0, a) + rect(5, 0, 0.8, 30, 0, b),
    height: 30,
    width: 11,
  },
  'daily/festive': {
    draw: (a, b) =>
      star(9, 9, 0.85, a) + star(26, 25, 0.5, b) + circle(26, 7, 1.4, b) + circle(8, 26, 1.4, a),
    height: 34,
    width: 34,
  },
}
