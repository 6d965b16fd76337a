/**
 * The history in a file of our own events: one event of `POST /v1/events` a line (`.jsonl`).
 *
 * Its events keep the ids they have.
 */
import { parseEvent } from '@umiar/formats'
import { DomainError } from '@umiar/vocabulary'
import type { HistoryEvent, HistoryOptions, PersonNames } from './history.ts'

const LONGEST_LINE = 1_000_000

/**
 * @returns batches of events in the order of the file
 * @throws DomainError `input_unreadable`
 */
export async function* readEventLines(
  chunks: AsyncIterable<string>,
  { complain, isService, tally }: HistoryOptions,
): AsyncGenerator<HistoryEvent[], void, undefined> {
  for await (const lines of linesOf(chunks)) {
    const events: HistoryEvent[] = []
    for (const { isCut, line, text } of lines) {
      if (text.trim() === '') continue
      tally.rows++
      const input = jsonIn(text)
      if (input === undefined) {
        if (isCut) throw cutOff(line)
        complain({ line, message: 'not an object in JSON', reason: 'json_invalid' })
        continue
      }
      // Whether a time lies ahead is asked later, when it is known by how much times are moved.
      const parsed = parseEvent(input, Number.POSITIVE_INFINITY, currencyIn(input))
      if (!parsed.ok) {
        const { code = 'invalid', message = '', pointer = '' } = parsed.errors[0] ?? {}
        complain({ line, message: `${pointer} ${message}`.trim(), reason: code })
        continue
      }
      const { event, visitor } = parsed
      const items = event.items.map(({ itemId }) => itemId).filter((item) => !isService(item))
      if (items.length === 0 && event.items.length > 0) {
        tally.serviceRows++
        continue
      }
      const names: PersonNames =
        visitor.userId === undefined
          ? { anonymous_id: visitor.anonymousId as string }
          : { user_id: visitor.userId }
      events.push({
        atMs: event.atMs,
        body: bodyOf(input, isService),
        items,
        lines: [line],
        name: event.name,
        names,
        person: names.user_id === undefined ? `anonymous ${names.anonymous_id}` : `user ${names.user_id}`,
        session: event.sessionId,
      })
    }
    if (events.length > 0) yield events
  }
}

/** The currency an event counts in; whether it is the shop's is for the server to say. */
function currencyIn({ currency, items }: Readonly<Record<string, unknown>>): string {
  if (typeof currency === 'string') return currency
  const prices = Array.isArray(items) ? items.map((item) => item?.price?.currency) : []
  return prices.find((found) => typeof found === 'string') ?? 'PLN'
}

function bodyOf(
  input: Readonly<Record<string, unknown>>,
  isService: (item: string) => boolean,
): HistoryEvent['body'] {
  const { anonymous_id: _anonymous, time: _time, user_id: _user, ...body } = input
  if (!Array.isArray(body.items)) return body
  return {
    ...body,
    items: body.items.filter((item: { item_id?: unknown }) => !isService(String(item.item_id))),
  }
}

interface Line {
  readonly line: number
  readonly text: string
  /** No line end follows. */
  readonly isCut: boolean
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<Line[]> {
  let rest = ''
  let line = 1
  for await (const chunk of chunks) {
    const texts = (rest + (line === 1 && rest === '' ? chunk.replace(/^\ufeff/, '') : chunk)).split('\n')
    rest = texts.pop() ?? ''
    if (rest.length > LONGEST_LINE) throw cutOff(line + texts.length)
    yield texts.map((text) => ({ isCut: false, line: line++, text }))
  }
  if (rest !== '') yield [{ isCut: true, line, text: rest }]
}

function cutOff(line: number): DomainError {
  return new DomainError('input_unreadable', `Line ${line}: the file ends inside an event, as if cut off.`, {
    line,
  })
}

function jsonIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
