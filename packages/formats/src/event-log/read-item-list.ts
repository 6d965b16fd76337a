/**
 * The list of items beside an event log: `item,title,category,price,kind`, one item per row.
 *
 * Only `item` and `title` must be there. `kind` is `product` (also where it is empty) or `service`:
 * postage, vouchers, fees, which nobody wants recommended.
 */
import { parseCallerId } from '@umiar/vocabulary'
import { type RowReader, readTable, type TableOptions } from './csv-table.ts'

export const ITEM_KINDS = ['product', 'service'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/** One row of the list. */
export interface ListedItem {
  readonly line: number
  readonly item: string
  readonly title: string
  readonly kind: ItemKind
  readonly category?: string
  /** Decimal with two digits after the point, 0 or more. */
  readonly price?: string
}

const LONGEST_TEXT = 512
const PRICE = /^\d{1,12}(?:\.\d+)?$/

/** Reads an item list. @throws DomainError `input_unreadable`, as `readTable` */
export function readItemList(
  chunks: AsyncIterable<string> | Iterable<string>,
  options: TableOptions = {},
): AsyncGenerator<ListedItem[], void, undefined> {
  return readTable(chunks, ['item', 'title'], itemReader, options)
}

function itemReader(columns: readonly string[]): RowReader<ListedItem> {
  const seen = new Map<string, number>()
  return (fields, line) => {
    const field = (name: string): string => fields[columns.indexOf(name)]?.trim() ?? ''
    const item = parseCallerId(fields[columns.indexOf('item')])
    if (item === undefined)
      return {
        message: 'item must be 1–128 characters without control characters',
        reason: 'item_invalid',
      }
    const earlier = seen.get(item)
    if (earlier !== undefined)
      return { message: `the item stands on line ${earlier} already`, reason: 'item_repeated' }
    const title = field('title')
    const category = field('category')
    if (title === '' || title.length > LONGEST_TEXT || category.length > LONGEST_TEXT)
      return {
        message: `title must be 1–${LONGEST_TEXT} characters, category at most as many`,
        reason: 'text_invalid',
      }
    const kind = field('kind') === '' ? 'product' : ITEM_KINDS.find((known) => known === field('kind'))
    if (kind === undefined)
      return { message: `kind must be one of ${ITEM_KINDS.join(', ')} or empty`, reason: 'kind_unknown' }
    const price = field('price')
    if (price !== '' && !PRICE.test(price))
      return { message: 'price must be a decimal of 0 or more, or empty', reason: 'price_invalid' }
    seen.set(item, line)
    return {
      item,
      kind,
      line,
      title,
      ...(category === '' ? {} : { category }),
      ...(price === '' ? {} : { price: Number(price).toFixed(2) }),
    }
  }
}
