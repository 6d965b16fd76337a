/**
 * The history in an event log: `session,user,ts,item,type` with `price` and `qty` where there are any.
 *
 * Neighbouring purchases of one session and moment are one order: one event with its items, as a shop
 * would have sent it. Other columns are not read (GDPR Art. 5(1)(c)).
 */
import { type LoggedStep, parseMoney, type RowFault, readEventLog } from '@umiar/formats'
import { eventIdOf, guestNames, type HistoryEvent, type HistoryOptions, NO_TIME } from './history.ts'

const NAMES = { cart: 'add_to_cart', purchase: 'purchase', view: 'view_item' } as const
const PRICE = 'price'
const QUANTITIES = ['qty', 'quantity'] as const
/** As many as one event of the API may have. */
const MOST_ITEMS = 200

/** @returns batches of events in the order of the file @throws DomainError `input_unreadable` */
export async function* readLogHistory(
  chunks: AsyncIterable<string>,
  options: HistoryOptions,
): AsyncGenerator<HistoryEvent[], void, undefined> {
  const { complain, isService, tally } = options
  const complainOfRow = (line: number, fault: RowFault): void => complain({ line, ...fault })
  let order: Order | undefined
  const steps = readEventLog(chunks, {
    complain: (complaint) => {
      tally.rows++
      complain(complaint)
    },
  })
  for await (const batch of steps) {
    const events: HistoryEvent[] = []
    noteColumns(batch[0], tally.unusedColumns)
    for (const step of batch) {
      tally.rows++
      const line = lineOf(step)
      if ('reason' in line) complainOfRow(step.line, line)
      else if (isService(step.item)) tally.serviceRows++
      else if (order?.takes(step, line)) order.add(step.line, line)
      else {
        if (order !== undefined) events.push(order.event(options.source))
        order = new Order(step, line)
      }
    }
    if (events.length > 0) yield events
  }
  if (order !== undefined) yield [order.event(options.source)]
}

/** One line of an order. */
interface OrderLine {
  readonly atMs: number
  readonly item: string
  readonly price: string | undefined
  readonly quantity: number | undefined
}

function lineOf(step: LoggedStep): OrderLine | RowFault {
  if (step.atMs === undefined) return NO_TIME
  const price = step.extra[PRICE]?.trim() ?? ''
  if (price !== '' && parseMoney(price, 'XXX') === undefined)
    return { message: 'price must be a decimal of 0 or more, or empty', reason: 'price_invalid' }
  const quantity = QUANTITIES.map((name) => step.extra[name]?.trim()).find((text) => text) ?? ''
  if (quantity !== '' && !/^\d{1,9}(\.\d+)?$/.test(quantity))
    return { message: 'qty must be a number of 0 or more, or empty', reason: 'quantity_invalid' }
  return {
    atMs: step.atMs,
    item: step.item,
    price: price === '' ? undefined : price,
    quantity: quantity === '' ? undefined : Number(quantity),
  }
}

/** Rows that become one event: those of one order, or a single other row. */
class Order {
  readonly #first: LoggedStep
  readonly #atMs: number
  readonly #lines: number[] = []
  readonly #items = new Map<string, { quantity: number | undefined; readonly price: string | undefined }>()

  constructor(first: LoggedStep, line: OrderLine) {
    this.#first = first
    this.#atMs = line.atMs
    this.add(first.line, line)
  }

  takes(step: LoggedStep, { atMs, item }: OrderLine): boolean {
    const first = this.#first
    return (
      step.kind === 'purchase' &&
      first.kind === 'purchase' &&
      step.session === first.session &&
      step.user === first.user &&
      atMs === this.#atMs &&
      (this.#items.size < MOST_ITEMS || this.#items.has(item))
    )
  }

  /** The same item twice in one order is one item, its quantities added. */
  add(row: number, { item, price, quantity }: OrderLine): void {
    this.#lines.push(row)
    const known = this.#items.get(item)
    if (known === undefined) this.#items.set(item, { price, quantity })
    else known.quantity = (known.quantity ?? 1) + (quantity ?? 1)
  }

  event(source: string): HistoryEvent {
    const { kind, line, session, user } = this.#first
    return {
      atMs: this.#atMs,
      body: {
        event: NAMES[kind],
        event_id: eventIdOf(source, line, session),
        items: [...this.#items].map(([id, entry]) => ({ item_id: id, ...entry })),
        session_id: session,
      },
      items: [...this.#items.keys()],
      lines: this.#lines,
      name: NAMES[kind],
      names: user === undefined ? guestNames(source, session) : { user_id: user },
      person: user === undefined ? `guest ${session}` : `user ${user}`,
      session,
    }
  }
}

function noteColumns(step: LoggedStep | undefined, unused: Set<string>): void {
  const used: readonly string[] = [PRICE, ...QUANTITIES]
  for (const name of Object.keys(step?.extra ?? {})) if (!used.includes(name)) unused.add(name)
}
