/**
 * The second reading: events go to the public API in batches, and each answer is counted in rows.
 */

import type { RowFault } from '@umiar/formats'
import type { Client, RecordEventsBody } from '@umiar/http-client'
import { DomainError } from '@umiar/vocabulary'
import type { FileFacts } from '../text-file.ts'
import { type HistoryEvent, newTally } from './history.ts'
import type { ImportRequest, OnProgress } from './import-request.ts'
import { patiently } from './patiently.ts'
import type { Rejects } from './rejects.ts'
import { keptFromMs } from './retention.ts'
import { readHistory, type Survey } from './survey.ts'

/** What became of the rows. */
export interface SentCounts {
  events: number
  accepted_rows: number
  duplicate_rows: number
  dropped_retention_rows: number
}

const AT_ONCE = 4
const MOST_EVENTS = 500
const MOST_CHARACTERS = 1_000_000
const REFUSALS: Readonly<Record<string, string>> = {
  dropped_no_consent: 'what the person allows now does not let her history be kept',
  session_only: 'the person allows use during a visit only; nothing was stored',
}

/**
 * Sends every event nothing speaks against.
 *
 * @param refused people whose events stay out, with the reason
 * @param shiftMs added to every time
 * @throws DomainError `input_unreadable` if the file changed since it was surveyed
 */
export async function sendHistory(
  shop: Pick<Client, 'recordEvents'>,
  request: ImportRequest & { readonly events: string },
  survey: Survey,
  refused: ReadonlyMap<string, RowFault>,
  shiftMs: number,
  rejects: Rejects,
  onProgress: OnProgress,
): Promise<SentCounts> {
  const counts: SentCounts = { accepted_rows: 0, dropped_retention_rows: 0, duplicate_rows: 0, events: 0 }
  const sender = new Sender(shop, shiftMs, counts, rejects)
  const nowMs = request.nowMs()
  let facts: FileFacts | undefined
  const reading = {
    onFacts: (read: FileFacts) => {
      facts = read
    },
    onProgress: (share: number) => onProgress('events', share),
  }
  // Bad rows were told of at the first reading.
  const options = {
    complain: () => {},
    isService: survey.isService,
    source: request.source,
    tally: newTally(),
  }
  for await (const batch of readHistory(request.events, options, reading)) {
    for (const event of batch) {
      if (survey.faultOf(event) !== undefined) continue
      const fault = refused.get(event.person)
      if (event.atMs + shiftMs < keptFromMs(event.name, nowMs))
        counts.dropped_retention_rows += event.lines.length
      else if (fault !== undefined)
        for (const line of event.lines) rejects.add({ file: 'events', line, ...fault })
      else await sender.take(event)
    }
  }
  await sender.end()
  if (facts?.sha256 !== survey.files.find(({ role }) => role === 'events')?.sha256) {
    throw new DomainError(
      'input_unreadable',
      `${request.events} changed while it was read. Run the import again when the file is complete.`,
    )
  }
  return counts
}

/** Fills batches and has a few of them under way at once. */
class Sender {
  readonly #shop: Pick<Client, 'recordEvents'>
  readonly #shiftMs: number
  readonly #counts: SentCounts
  readonly #rejects: Rejects
  readonly #underWay = new Set<Promise<void>>()
  #failure: unknown
  #batch: HistoryEvent[] = []
  #characters = 0

  constructor(shop: Pick<Client, 'recordEvents'>, shiftMs: number, counts: SentCounts, rejects: Rejects) {
    this.#shop = shop
    this.#shiftMs = shiftMs
    this.#counts = counts
    this.#rejects = rejects
  }

  async take(event: HistoryEvent): Promise<void> {
    this.#batch.push(event)
    this.#characters += 200 + JSON.stringify(event.body).length
    if (this.#batch.length >= MOST_EVENTS || this.#characters >= MOST_CHARACTERS) await this.#send()
  }

  async end(): Promise<void> {
    if (this.#batch.length > 0) await this.#send()
    await Promise.all(this.#underWay)
    if (this.#failure !== undefined) throw this.#failure
  }

  async #send(): Promise<void> {
    const batch = this.#batch
    this.#batch = []
    this.#characters = 0
    while (this.#underWay.size >= AT_ONCE) await Promise.race(this.#underWay)
    if (this.#failure !== undefined) throw this.#failure
    const sending = this.#sendNow(batch).catch((error: unknown) => {
      this.#failure ??= error
    })
    this.#underWay.add(sending)
    void sending.then(() => this.#underWay.delete(sending))
  }

  async #sendNow(batch: readonly HistoryEvent[]): Promise<void> {
    const events = batch.map(({ atMs, body, names }) => ({
      ...body,
      ...names,
      time: new Date(atMs + this.#shiftMs).toISOString(),
    })) as unknown as RecordEventsBody['events']
    const { results } = await patiently(() => this.#shop.recordEvents({ body: { events } }))
    this.#counts.events += batch.length
    batch.forEach(({ lines }, index) => {
      const { errors, status } = results[index]!
      if (status === 'accepted') this.#counts.accepted_rows += lines.length
      else if (status === 'duplicate') this.#counts.duplicate_rows += lines.length
      else if (status === 'dropped_retention') this.#counts.dropped_retention_rows += lines.length
      else {
        const { code = status, message = REFUSALS[status] ?? status } = errors?.[0] ?? {}
        for (const line of lines) this.#rejects.add({ file: 'events', line, message, reason: code })
      }
    })
  }
}
