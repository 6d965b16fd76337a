/**
 * An import from beginning to end: look at everything, then products, consents, events, register.
 *
 * It speaks to the engine as a shop would, over the public API; nothing is written past the gate. Broken
 * off at any point it can be run again: products and consents stay what they are, events are known by
 * their ids, and the register gives back the same shift of times.
 */
import type { Client, Import } from '@umiar/http-client'
import { LEAST_SHARED_COUNT, MS_PER_DAY } from '@umiar/vocabulary'
import type { RejectReport } from './describe-import.ts'
import type { ImportRequest, ImportSummary, OnProgress, ProductInput } from './import-request.ts'
import { patiently } from './patiently.ts'
import { Rejects } from './rejects.ts'
import { keptFromMs } from './retention.ts'
import { sendConsents } from './send-consents.ts'
import { type SentCounts, sendHistory } from './send-history.ts'
import type { SharedCountsOfItem } from './shared-counts.ts'
import { type Survey, surveyFiles } from './survey.ts'

/** The engine, as the shop's server and as staff. */
export interface ImportClients {
  readonly shop: Pick<Client, 'putProducts' | 'recordEvents'>
  readonly staff: Pick<Client, 'beginImport' | 'finishImport' | 'importConsents' | 'imports'>
}

/** The files cannot be believed; nothing was changed. `cause` says why. */
export class BrokenInput extends Error {
  override readonly name = 'BrokenInput'
  readonly report: RejectReport

  constructor(cause: unknown, { counts, first }: Rejects) {
    super('the input cannot be used', { cause })
    this.report = { first_rejected: first, rejected: counts }
  }
}

const PRODUCTS_TOGETHER = 500
/** Event ids are known this long, so that a second sending is noticed. */
const IDS_KNOWN_DAYS = 7

/** What was found in the files, and what was wrong with them. */
export interface PreparedImport {
  readonly survey: Survey
  readonly rejects: Rejects
  readonly tookMs: number
}

/**
 * Looks at everything; needs no engine and changes nothing but the file of rejected rows.
 *
 * @throws BrokenInput if the files cannot be believed
 */
export async function prepareImport(
  request: ImportRequest,
  onProgress: OnProgress = () => {},
): Promise<PreparedImport> {
  const startedAt = performance.now()
  const rejects = new Rejects(request.rejects)
  try {
    const survey = await surveyFiles(request, rejects, onProgress)
    rejects.flush()
    return { rejects, survey, tookMs: performance.now() - startedAt }
  } catch (error) {
    rejects.close()
    throw new BrokenInput(error, rejects)
  }
}

/** Both at once. @throws BrokenInput with nothing changed, and what `carryOutImport` throws */
export async function runImport(
  clients: ImportClients,
  request: ImportRequest,
  onProgress: OnProgress = () => {},
): Promise<ImportSummary> {
  return carryOutImport(clients, request, await prepareImport(request, onProgress), onProgress)
}

/**
 * Sends what was found: products, consents, events.
 *
 * @throws DomainError `input_unreadable` if a file changed meanwhile
 * @throws ApiProblem, ApiUnreachable if the engine refused or went away; run it again
 */
export async function carryOutImport(
  { shop, staff }: ImportClients,
  request: ImportRequest,
  { rejects, survey, tookMs }: PreparedImport,
  onProgress: OnProgress = () => {},
): Promise<ImportSummary> {
  const startedAt = performance.now()
  try {
    const nowMs = request.nowMs()
    const shiftMs = request.rebase && survey.newestMs !== undefined ? nowMs - survey.newestMs : 0
    const others = (await staff.imports()).imports
    const begun = await staff.beginImport({ body: beginBody(request, survey, shiftMs) })
    const notes = notesOn(begun, others, nowMs)
    const tell = (outcome: 'done' | 'done_before', one: Import): ImportSummary => ({
      ...summaryOf(outcome, one, survey, rejects),
      notes,
      resumed: outcome === 'done' && others.some(({ import_id: id }) => id === begun.import_id),
      seconds: (tookMs + performance.now() - startedAt) / 1_000,
    })
    if (begun.finished_at !== null) return tell('done_before', begun)
    const { products, withCounts } = productsOf(request, survey, nowMs - begun.shift_ms)
    await sendProducts(shop, products, onProgress)
    const consents = await sendConsents(
      staff,
      begun.import_id,
      survey.people,
      begun.shift_ms,
      nowMs,
      onProgress,
    )
    const sent = await eventsOf(shop, request, survey, consents.refused, begun.shift_ms, rejects, onProgress)
    if (sent.accepted_rows + sent.duplicate_rows === 0 && sent.dropped_retention_rows > 0)
      notes.push('Every row is older than the engine keeps. --rebase-time moves the newest one to now.')
    if (request.basis.kind === 'aggregate' && request.events !== undefined && withCounts === 0)
      notes.push(`No product was bought or viewed by ${LEAST_SHARED_COUNT} people in the time that counts.`)
    const counts = {
      ...sent,
      people_kept: consents.kept,
      people_recorded: consents.recorded,
      people_refused: consents.refused.size,
      products: products.length,
      products_with_counts: withCounts,
      rejected_rows: rejects.total,
      rows: survey.tally.rows,
      service_rows: survey.tally.serviceRows,
      services: survey.items.filter(({ kind }) => kind === 'service').length,
    }
    return tell('done', await staff.finishImport({ body: { counts }, path: { id: begun.import_id } }))
  } finally {
    rejects.close()
  }
}

function beginBody(request: ImportRequest, survey: Survey, shiftMs: number) {
  const { currency, rebase, source } = request
  const { newestMs, oldestMs } = survey
  return {
    basis: request.basis.kind,
    files: survey.files,
    rebased: rebase,
    shift_ms: shiftMs,
    source,
    ...(oldestMs === undefined ? {} : { oldest_at: new Date(oldestMs).toISOString() }),
    ...(newestMs === undefined ? {} : { newest_at: new Date(newestMs).toISOString() }),
    ...(currency === undefined ? {} : { currency }),
  }
}

/** @param endMs now, in the file's own time */
function productsOf(
  request: ImportRequest,
  survey: Survey,
  endMs: number,
): { products: readonly ProductInput[]; withCounts: number } {
  const counts =
    request.basis.kind === 'consent'
      ? new Map<string, SharedCountsOfItem>()
      : survey.sharedCounts.countAll(endMs, keptFromMs('purchase', endMs))
  const plain = request.products ?? listedProducts(survey, request.currency)
  const products = plain.map((product) => {
    const own = counts.get(product.item_id)
    return own === undefined ? product : { ...product, counts: own }
  })
  return { products, withCounts: products.filter(({ counts: own }) => own !== undefined).length }
}

function listedProducts(survey: Survey, currency: string | undefined): readonly ProductInput[] {
  return survey.items
    .filter(({ kind }) => kind === 'product')
    .map(({ category, item, price, title }) => ({
      item_id: item,
      title,
      ...(category === undefined ? {} : { category }),
      ...(price === undefined ? {} : { price: currency === undefined ? price : { amount: price, currency } }),
    }))
}

async function sendProducts(
  shop: ImportClients['shop'],
  products: readonly ProductInput[],
  onProgress: OnProgress,
): Promise<void> {
  for (let start = 0; start < products.length; start += PRODUCTS_TOGETHER) {
    const together = products.slice(start, start + PRODUCTS_TOGETHER)
    await patiently(() => shop.putProducts({ body: { products: together } }))
    onProgress('products', (start + together.length) / products.length)
  }
}

/** Sends the events; of an import of counts there are none to send, only old ones to count. */
async function eventsOf(
  shop: ImportClients['shop'],
  request: ImportRequest,
  survey: Survey,
  refused: Parameters<typeof sendHistory>[3],
  shiftMs: number,
  rejects: Rejects,
  onProgress: OnProgress,
): Promise<SentCounts> {
  const { events } = request
  if (events !== undefined && request.basis.kind !== 'aggregate')
    return sendHistory(shop, { ...request, events }, survey, refused, shiftMs, rejects, onProgress)
  return { accepted_rows: 0, dropped_retention_rows: 0, duplicate_rows: 0, events: 0 }
}

function notesOn(begun: Import, others: readonly Import[], nowMs: number): string[] {
  const isOld = ({ begun_at: at }: Import): boolean => nowMs - Date.parse(at) > IDS_KNOWN_DAYS * MS_PER_DAY
  const notes: string[] = []
  if (begun.finished_at === null && begun.basis !== 'aggregate' && isOld(begun))
    notes.push('It was broken off more than a week ago: rows sent then may now be counted twice.')
  const overlapping = others.filter(
    (other) =>
      other.import_id !== begun.import_id &&
      other.source === begun.source &&
      other.basis === begun.basis &&
      begun.basis !== 'aggregate' &&
      isOld(other) &&
      (other.newest_at ?? '') >= (begun.oldest_at ?? '~') &&
      (other.oldest_at ?? '~') <= (begun.newest_at ?? ''),
  )
  if (overlapping.length > 0)
    notes.push(
      `The times overlap with ${overlapping.map((other) => other.import_id).join(', ')} of the same source, more than a week ago: rows in both are counted twice.`,
    )
  return notes
}

function summaryOf(
  outcome: 'done' | 'done_before',
  one: Import,
  survey: Survey,
  rejects: Rejects,
): Omit<ImportSummary, 'notes' | 'seconds' | 'resumed'> {
  return {
    basis: one.basis,
    begun_at: one.begun_at,
    columns_not_used: [...survey.tally.unusedColumns],
    counts: one.counts,
    files: one.files,
    finished_at: one.finished_at ?? one.begun_at,
    first_rejected: rejects.first,
    import_id: one.import_id,
    newest_at: one.newest_at,
    oldest_at: one.oldest_at,
    outcome,
    rejected: rejects.counts,
    shift_ms: one.shift_ms,
    source: one.source,
  }
}
