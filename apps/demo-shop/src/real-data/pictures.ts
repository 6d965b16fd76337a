/**
 * Pictures for products that have none, drawn from what their titles say: kind, colours, motif.
 *
 * The same product always gets the same picture. No text of the title goes into it.
 */
import { paletteOf } from './colours.ts'
import type { Shape } from './shapes/shape.ts'
import { ANY_SHAPE, SHAPE_OF_CATEGORY, SHAPE_OF_PHRASE, SHAPE_OF_WORD } from './shapes/shape-of.ts'

/** A drawn picture as SVG, 240 × 180. @param title as the source has it, in any case */
export function drawnPicture(itemId: string, title: string, category: string): string {
  const seed = hashOf(itemId)
  const palette = paletteOf(title, seed)
  const shape = shapeOf(title, category)
  const [x, y, scale] = shape.emblem
  const emblem = emblemOf(title)
  const drawn =
    emblem === undefined
      ? ''
      : `<g transform="translate(${x} ${y}) scale(${scale})" fill="${palette.light}" stroke="${palette.dark}" stroke-width="1.5">${emblem}</g>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 180" width="240" height="180" role="img">
${palette.definitions}<rect width="240" height="180" fill="${palette.ground}"/>
<circle cx="${50 + (seed % 140)}" cy="${34 + ((seed >>> 5) % 40)}" r="${46 + ((seed >>> 9) % 26)}" fill="#fff" opacity=".45"/>
<ellipse cx="120" cy="160" rx="78" ry="8" fill="${palette.dark}" opacity=".14"/>
${shape.draw(palette)}${drawn}
</svg>`
}

function shapeOf(title: string, category: string): Shape {
  const words = title.toUpperCase().split(/[^\p{L}\p{N}'+-]+/u)
  const text = words.join(' ')
  const phrase = SHAPE_OF_PHRASE.find(([found]) => text.includes(found))?.[1]
  if (phrase !== undefined) return phrase
  const word = words.findLast((found) => Object.hasOwn(SHAPE_OF_WORD, found))
  if (word !== undefined) return SHAPE_OF_WORD[word] ?? ANY_SHAPE
  return SHAPE_OF_CATEGORY[category] ?? ANY_SHAPE
}

const HEART = '<path d="M0 18C-24 2 -20 -16 -8 -16C-3 -16 -1 -12 0 -9C1 -12 3 -16 8 -16C20 -16 24 2 0 18Z"/>'
const STAR = '<path d="M0 -18L5 -6L18 -5L8 4L11 17L0 10L-11 17L-8 4L-18 -5L-5 -6Z"/>'
const FLOWER = `${[0, 72, 144, 216, 288].map((turn) => `<circle transform="rotate(${turn})" cx="0" cy="-10" r="7"/>`).join('')}<circle r="5"/>`
const BIRD =
  '<path d="M-18 2C-10 -14 8 -12 12 -4L20 -6L14 2C12 12 -4 14 -10 8Z"/><path d="M-6 0C0 6 6 4 8 -2" fill="none"/>'
const BUTTERFLY =
  '<path d="M0 0C-6 -20 -22 -16 -18 -2C-22 12 -6 14 0 2C6 14 22 12 18 -2C22 -16 6 -20 0 0Z"/><path d="M0 -8V12"/>'
const CAKE = '<path d="M-14 2H14L10 16H-10Z"/><path d="M-16 2C-14 -16 14 -16 16 2Z"/><circle cy="-14" r="4"/>'
const LEAF = '<path d="M0 18C-18 6 -14 -12 0 -20C14 -12 18 6 0 18Z"/><path d="M0 -12V18"/>'
const SKULL =
  '<path d="M-14 -2C-14 -20 14 -20 14 -2L10 6V14H-10V6Z"/><circle cx="-6" cy="-2" r="3"/><circle cx="6" cy="-2" r="3"/>'
const RABBIT =
  '<ellipse cx="-6" cy="-12" rx="4" ry="11"/><ellipse cx="6" cy="-12" rx="4" ry="11"/><circle cy="6" r="12"/>'
const CAT = '<path d="M-13 -14L-5 -8H5L13 -14L14 4C14 18 -14 18 -14 4Z"/>'
const APPLE =
  '<path d="M0 -8C-18 -16 -20 14 -4 16C-2 17 2 17 4 16C20 14 18 -16 0 -8Z"/><path d="M0 -8Q2 -16 8 -18"/>'

/** The first motif a title names, in this order. */
const EMBLEMS: readonly (readonly [words: RegExp, drawing: string])[] = [
  [/\b(HEARTS?|LOVE|SWEETHEART|VALENTINES?)\b/, HEART],
  [/\b(SKULLS?)\b/, SKULL],
  [/\b(BUTTERFLY|BUTTERFLIES)\b/, BUTTERFLY],
  [/\b(BIRDS?|OWLS?|DOVE|LOVEBIRDS?|DUCKS?|HEN|CHICKS?|COCKEREL)\b/, BIRD],
  [/\b(RABBIT|BUNNY|BUNNIES)\b/, RABBIT],
  [/\b(CATS?|DOGS?|SCOTTIE|SCOTTIES)\b/, CAT],
  [/\b(CAKES?|CUPCAKES?)\b/, CAKE],
  [/\b(STARS?|SPACEBOY|CIRCUS)\b/, STAR],
  [/\b(APPLES?|STRAWBERRY|CHERRY|PEARS?|FRUIT)\b/, APPLE],
  [/\b(FLOWERS?|ROSES?|DAISY|DAISIES|BLOSSOM|FLORAL|POPPY)\b/, FLOWER],
  [/\b(LEAF|LEAVES|WOODLAND|FOREST|IVY|HERB)\b/, LEAF],
]

function emblemOf(title: string): string | undefined {
  const words = title.toUpperCase()
  return EMBLEMS.find(([form]) => form.test(words))?.[1]
}

/** FNV-1a, 32 bits: spreads ids evenly and is the same on every machine. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
