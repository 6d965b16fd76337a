/**
 * Reads a table of products: three lines each, an empty line between.
 *
 *     id | kind | shelf | brand | style | tier | price | colour | flags | fact; fact; …
 *     Polish title | Polish sentence
 *     English title | English sentence
 *
 * A table of text instead of objects, because people edit it: one product fits on a screen with twenty
 * others. Flags, separated by spaces: `eco`, `sensitive`, `adults`, `out` (sold out), `new=DAYS`,
 * `was=PRICE` and `low=PRICE` (reduced, and the lowest of 30 days), `grind`, `sizes=NAME`, `colours=A,B`.
 */
import type { Localized } from '@umiar/vocabulary'
import { COLOUR_NAMES, type Colour, type Department } from './departments.ts'
import { isKind, KINDS, type Kind, LABELS } from './kinds.ts'
import { inBothLanguages } from './words.ts'

/** One product of a table, checked. */
export interface Row {
  readonly id: string
  readonly kind: Kind
  readonly department: string
  /** Path of the category. */
  readonly category: string
  readonly brand: string
  readonly style: string
  /** 1 the cheap ones of their kind, 3 the dear ones. */
  readonly tier: 1 | 2 | 3
  /** PLN, gross. */
  readonly price: number
  readonly colour: Colour
  readonly flags: ReadonlyMap<string, string>
  readonly facts: readonly { readonly label: Localized; readonly value: Localized }[]
  readonly title: Localized
  readonly sentence: Localized
}

const FLAGS = ['eco', 'sensitive', 'adults', 'out', 'new', 'was', 'low', 'grind', 'sizes', 'colours'] as const

/** @throws RangeError naming the product and what is wrong with it */
export function readTable(table: string, department: Department): readonly Row[] {
  return table
    .trim()
    .split(/\n\n+/)
    .map((block) => readRow(block.split('\n'), department))
}

function readRow(lines: readonly string[], department: Department): Row {
  const [first = '', polish = '', english = ''] = lines
  const fields = first.split('|').map((field) => field.trim())
  const [id = '', kind = '', shelf = '', brand = '', style = '', tier = '', price = '', colour = ''] = fields
  const wrong = (what: string): RangeError => new RangeError(`the table of ${department.id}, ${id}: ${what}`)
  if (fields.length !== 10 || lines.length !== 3) throw wrong('expected 3 lines and 10 fields')
  if (!isKind(kind)) throw wrong(`no kind ${kind}`)
  if (!Object.hasOwn(department.shelves, shelf)) throw wrong(`no shelf ${shelf}`)
  if (!department.brands.includes(brand)) throw wrong(`no brand ${brand}`)
  if (!Object.hasOwn(department.styles, style)) throw wrong(`no style ${style}`)
  if (!isColour(colour)) throw wrong(`no colour ${colour}`)
  if (tier !== '1' && tier !== '2' && tier !== '3') throw wrong(`no tier ${tier}`)
  if (!/^\d+\.\d\d$/.test(price)) throw wrong(`no price ${price}`)
  const [titlePl = '', sentencePl = ''] = unbroken(polish).split(' | ')
  const [titleEn = '', sentenceEn = ''] = unbroken(english).split(' | ')
  if ([titlePl, titleEn, sentencePl, sentenceEn].includes('')) throw wrong('a title or sentence is missing')
  return {
    brand,
    category: `${department.id}/${shelf}`,
    colour,
    department: department.id,
    facts: readFacts(fields[9] ?? '', kind, wrong),
    flags: readFlags(fields[8] ?? '', wrong),
    id,
    kind,
    price: Number(price),
    sentence: { en: sentenceEn, pl: sentencePl },
    style,
    tier: Number(tier) as 1 | 2 | 3,
    title: { en: titleEn, pl: titlePl },
  }
}

/** A number stays on the line of its unit. */
function unbroken(text: string): string {
  return text.replaceAll(/(\d) (g|kg|ml|l|cm|lm|m²|°C|%|sztuk|sztuki)(?![\p{L}\d])/gu, '$1\u00A0$2')
}

function readFacts(text: string, kind: Kind, wrong: (what: string) => RangeError): Row['facts'] {
  const values = text.split(';').map((value) => value.trim())
  const labels = KINDS[kind].facts
  if (values.length !== labels.length) throw wrong(`expected the facts ${labels.join(', ')}`)
  return labels.map((label, index) => ({
    label: LABELS[label],
    value: inBothLanguages(values[index] ?? '', label),
  }))
}

function readFlags(text: string, wrong: (what: string) => RangeError): Row['flags'] {
  const flags = new Map<string, string>()
  for (const flag of text.split(' ').filter(Boolean)) {
    const [name = '', value = ''] = flag.split('=')
    if (!FLAGS.some((known) => known === name)) throw wrong(`no flag ${name}`)
    flags.set(name, value)
  }
  return flags
}

function isColour(name: string): name is Colour {
  return Object.hasOwn(COLOUR_NAMES, name)
}
