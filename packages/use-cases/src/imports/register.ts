/**
 * Beginning and ending an import in the register.
 *
 * The same file, source and basis are one import: begun twice it goes on where it stopped, with the same
 * shift of times; finished once it is not begun again. So giving a file twice changes nothing, although
 * event ids are known for a week only.
 */
import { looksLikeContact } from '@umiar/formats'
import { DomainError, type Fault, type Random } from '@umiar/vocabulary'
import type { BeginImport, ImportReply } from './calls.ts'
import type { ImportBegun, ImportLog } from './ports.ts'

export interface RegisterPorts {
  readonly importLog: ImportLog
  readonly random: Random
  /** ISO 4217, the shop's one currency. */
  readonly currency: string
}

const LONGEST_SOURCE = 200
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/

/**
 * Notes that an import begins, or finds the one that began before.
 *
 * @throws DomainError `invalid_request`, `currency_not_supported`
 */
export async function beginImport(
  ports: RegisterPorts,
  request: BeginImport,
  nowMs: number,
): Promise<ImportReply> {
  check(request, ports.currency)
  const known = allImports(ports.importLog).findLast((one) => isSame(one, request))
  if (known !== undefined) return known
  const begun: ImportBegun = {
    at: new Date(nowMs).toISOString(),
    basis: request.basis,
    files: request.files,
    import_id: `import_${hex(ports.random.bytes(8))}`,
    newest_at: request.newest_at ?? null,
    note: 'begun',
    oldest_at: request.oldest_at ?? null,
    rebased: request.rebased,
    shift_ms: request.rebased ? request.shift_ms : 0,
    source: request.source,
  }
  await ports.importLog.append(begun)
  return replyOf(begun)
}

/** Notes what came of it; a second call changes nothing. @throws DomainError `not_found` */
export async function finishImport(
  ports: RegisterPorts,
  id: string,
  counts: Readonly<Record<string, number>>,
  nowMs: number,
): Promise<ImportReply> {
  const known = importOf(ports.importLog, id)
  if (known.finished_at !== null) return known
  await ports.importLog.append({
    at: new Date(nowMs).toISOString(),
    counts,
    import_id: id,
    note: 'finished',
  })
  return importOf(ports.importLog, id)
}

/** Every import, oldest first. */
export function allImports(importLog: ImportLog): readonly ImportReply[] {
  const replies = new Map<string, ImportReply>()
  for (const note of importLog.notes()) {
    if (note.note === 'begun') replies.set(note.import_id, replyOf(note))
    else {
      const begun = replies.get(note.import_id)
      if (begun !== undefined)
        replies.set(note.import_id, { ...begun, counts: note.counts, finished_at: note.at })
    }
  }
  return [...replies.values()]
}

/** @throws DomainError `not_found` */
export function importOf(importLog: ImportLog, id: string): ImportReply {
  const found = allImports(importLog).find((one) => one.import_id === id)
  if (found === undefined) throw new DomainError('not_found', 'No import of this id was begun here.')
  return found
}

function check({ currency, files, source }: BeginImport, shopCurrency: string): void {
  const faults: Fault[] = []
  if (source.trim() === '' || source.length > LONGEST_SOURCE || CONTROL.test(source)) {
    faults.push({
      code: 'text_invalid',
      message: `must be 1–${LONGEST_SOURCE} characters on one line`,
      pointer: '/source',
    })
  } else if (looksLikeContact(source)) {
    faults.push({ code: 'personal_field', message: 'must name a data set, not a person', pointer: '/source' })
  }
  if (files.length === 0)
    faults.push({ code: 'files_missing', message: 'must name a file', pointer: '/files' })
  if (faults.length > 0) throw new DomainError('invalid_request', faults[0]!.message, {}, faults)
  if (currency === undefined || currency === shopCurrency) return
  throw new DomainError(
    'currency_not_supported',
    `The shop counts in ${shopCurrency}, the file in ${currency}. UMIAR_CURRENCY sets the shop’s currency.`,
    { currency: shopCurrency },
  )
}

function isSame(known: ImportReply, request: BeginImport): boolean {
  return (
    known.source === request.source &&
    known.basis === request.basis &&
    known.rebased === request.rebased &&
    fingerprint(known.files) === fingerprint(request.files)
  )
}

function fingerprint(files: BeginImport['files']): string {
  return files
    .map(({ role, sha256 }) => `${role} ${sha256}`)
    .sort()
    .join('\n')
}

function replyOf({ at, note: _note, ...begun }: ImportBegun): ImportReply {
  return { ...begun, begun_at: at, counts: {}, finished_at: null }
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
