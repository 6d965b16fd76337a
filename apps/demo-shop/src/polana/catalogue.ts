/**
 * The catalogue of Polana as the shop has it: 240 products, invented from end to end.
 *
 * Only dates depend on the day it is asked for: what is new stays new, whenever somebody looks.
 */
import { type Localized, MS_PER_DAY } from '@umiar/vocabulary'
import type { FeedProduct, Price, ShopProduct } from '../shop-data.ts'
import { complementsOf } from './complements.ts'
import { COLOUR_NAMES, DEPARTMENTS } from './departments.ts'
import { KINDS } from './kinds.ts'
import type { Row } from './read-table.ts'
import { polanaRows } from './rows.ts'
import { stableHash } from './stable-hash.ts'
import { variantsOf } from './variants.ts'

const TIERS = ['', 'budget', 'standard', 'premium'] as const
const CURRENCY = 'PLN'
const CHARACTER: Localized = { en: 'Character', pl: 'Charakter' }
const COLOUR: Localized = { en: 'Colour', pl: 'Kolor' }
const ORGANIC: Localized = { en: 'Organic or recycled', pl: 'Ekologiczny lub z odzysku' }
const YES_NO: readonly Localized[] = [
  { en: 'no', pl: 'nie' },
  { en: 'yes', pl: 'tak' },
]
/** Where the colour is that of the thing and not of its packet. */
const COLOURED: ReadonlySet<string> = new Set(['ware', 'wear', 'gear', 'home'])

/** Departments whose packets are bought again when they are empty. */
const RUNS_OUT: ReadonlySet<string> = new Set(['tea', 'coffee', 'daily'])
/** How long a packet lasts a household of two. */
const LASTS_DAYS = 30

/** Days since the product came into the shop. */
export function daysInShop(row: Row): number {
  const known = row.flags.get('new')
  return known === undefined ? 150 + (stableHash(row.id) % 800) : Number(known)
}

/** @param nowMs the present, ms since the epoch */
export function catalogueAt(nowMs: number): readonly ShopProduct[] {
  const rows = polanaRows()
  const todayMs = nowMs - (nowMs % MS_PER_DAY)
  return rows.map((row) => shopProduct(row, rows, todayMs))
}

/** Names of departments and of the shelves below them, in display order. */
export function categoryNames(): ReadonlyMap<string, Localized> {
  return new Map(
    DEPARTMENTS.flatMap(({ id, name, shelves }) => [
      [id, name] as const,
      ...Object.entries(shelves).map(([shelf, text]) => [`${id}/${shelf}`, text] as const),
    ]),
  )
}

function shopProduct(row: Row, rows: readonly Row[], todayMs: number): ShopProduct {
  const { flags } = row
  const variants = variantsOf(row)
  const before = flags.get('was')
  const isPrivate = flags.has('sensitive') || flags.has('adults')
  const completes = isPrivate ? [] : complementsOf(row, rows)
  return {
    ...(flags.has('adults') ? { adultsOnly: true } : {}),
    completes,
    description: row.sentence,
    facts: factsOf(row),
    feed: feedOf(row, todayMs, variants.ids, completes),
    ...(before === undefined
      ? {}
      : { reduced: { before: money(before), lowest30Days: money(flags.get('low') ?? before) } }),
    ...(variants.names === undefined ? {} : { variantNames: variants.names }),
    variants: variants.ids,
  }
}

function feedOf(
  row: Row,
  todayMs: number,
  variants: readonly string[],
  completes: readonly string[],
): FeedProduct {
  const { brand, category, flags, id, kind, price, title } = row
  const before = flags.get('was')
  return {
    attributes: attributesOf(row, variants),
    available: !flags.has('out'),
    brand,
    category,
    durable: KINDS[kind].durable,
    ...(completes.length === 0 ? {} : { goes_with: completes }),
    item_id: id,
    ...(RUNS_OUT.has(row.department) && !KINDS[kind].durable ? { lasts_days: LASTS_DAYS } : {}),
    ...(before === undefined ? {} : { list_price: money(before) }),
    price: money(price),
    released_at: new Date(todayMs - daysInShop(row) * MS_PER_DAY).toISOString(),
    sensitive: flags.has('sensitive'),
    title: title.pl,
    title_en: title.en,
  }
}

/** For filters and content models: flat, one truth value for each size. */
function attributesOf(
  row: Row,
  variants: readonly string[],
): Readonly<Record<string, string | number | boolean>> {
  const { colour, flags, kind, style, tier } = row
  const content = contentOf(row)
  return {
    colour,
    eco: flags.has('eco'),
    kind,
    style,
    tier: TIERS[tier],
    ...(content === undefined ? {} : { content }),
    ...(flags.has('adults') ? { adults_only: true } : {}),
    ...(flags.has('was') ? { reduced: true } : {}),
    ...(flags.has('sizes')
      ? Object.fromEntries(variants.map((size) => [`size_${size.toLowerCase()}`, true]))
      : {}),
  }
}

function factsOf(row: Row): ShopProduct['facts'] {
  const style = DEPARTMENTS.find(({ id }) => id === row.department)?.styles[row.style]
  const unit = unitPriceOf(row)
  return [
    ...row.facts,
    ...(style === undefined ? [] : [{ label: CHARACTER, value: style }]),
    ...(COLOURED.has(row.department) ? [{ label: COLOUR, value: COLOUR_NAMES[row.colour] }] : []),
    { label: ORGANIC, value: YES_NO[row.flags.has('eco') ? 1 : 0] as Localized },
    ...(unit === undefined ? [] : [unit]),
  ]
}

function contentOf(row: Row): string | undefined {
  const at = (KINDS[row.kind].facts as readonly string[]).indexOf('content')
  return row.facts[at]?.value.en
}

/** Price of 100 g, 100 ml or one litre: shops owe it beside the price (ustawa o informowaniu o cenach, art. 4). */
function unitPriceOf(row: Row): ShopProduct['facts'][number] | undefined {
  const [, amount, unit] = /^([\d.]+) (g|kg|ml|l)$/.exec(contentOf(row) ?? '') ?? []
  if (amount === undefined) return undefined
  const of = unit === 'l' ? '1 l' : unit === 'ml' ? '100 ml' : '100 g'
  const units = unit === 'l' ? Number(amount) : unit === 'kg' ? Number(amount) * 10 : Number(amount) / 100
  const price = (row.price / units).toFixed(2)
  return {
    label: { en: `Price of ${of}`, pl: `Cena za ${of}` },
    value: { en: `PLN ${price}`, pl: `${price.replace('.', ',')} zł` },
  }
}

function money(amount: string | number): Price {
  return { amount: Number(amount).toFixed(2), currency: CURRENCY }
}
