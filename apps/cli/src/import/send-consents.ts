/**
 * Consents go before events: nothing of a person is sent that she, or a demo's invention, did not allow.
 */

import type { RowFault } from '@umiar/formats'
import type { Client, ImportedConsent } from '@umiar/http-client'
import type { OnProgress } from './import-request.ts'
import { patiently } from './patiently.ts'
import { keptFromMs } from './retention.ts'
import type { Person } from './survey.ts'

export interface ConsentOutcome {
  readonly recorded: number
  /** People who had decided here before: their decision stands. */
  readonly kept: number
  /** People whose record does not count, with the reason. */
  readonly refused: ReadonlyMap<string, RowFault>
}

const TOGETHER = 500

/** Why a record does not count, in words. */
const REASONS: Readonly<Record<string, string>> = {
  consent_expired: 'the consent is older than six months; ask the person again',
  consent_in_future: 'the time of the consent lies ahead of now',
  erased_since: 'the person was erased after she gave this consent',
  level_not_offered: 'the shop does not offer the level of the consent',
  level_too_low: 'the level of the consent does not let a history be kept, or a purpose needs a higher one',
  notice_outdated: 'the consent was given under another text than the one in force; ask the person again',
  purpose_not_in_use: 'the consent names a purpose that is not in use',
  purpose_unknown: 'the consent names an unknown purpose',
}

/** Records the consent of everybody who has an event young enough to be kept. */
export async function sendConsents(
  staff: Pick<Client, 'importConsents'>,
  importId: string,
  people: ReadonlyMap<string, Person>,
  shiftMs: number,
  nowMs: number,
  onProgress: OnProgress,
): Promise<ConsentOutcome> {
  const concerned = [...people].filter(
    ([, { newestBuyMs, newestViewMs }]) =>
      newestBuyMs + shiftMs >= keptFromMs('purchase', nowMs) ||
      newestViewMs + shiftMs >= keptFromMs('view_item', nowMs),
  )
  const refused = new Map<string, RowFault>()
  let recorded = 0
  let kept = 0
  for (let start = 0; start < concerned.length; start += TOGETHER) {
    const together = concerned.slice(start, start + TOGETHER)
    const { results } = await patiently(() =>
      staff.importConsents({
        body: { people: together.map(([, person]) => consentOf(person)) },
        path: { id: importId },
      }),
    )
    together.forEach(([key], index) => {
      const { reason = 'refused', status } = results[index]!
      if (status === 'recorded') recorded++
      else if (status === 'kept') kept++
      else refused.set(key, { message: REASONS[reason] ?? 'the record does not count', reason })
    })
    onProgress('consents', (start + together.length) / concerned.length)
  }
  return { kept, recorded, refused }
}

function consentOf({ names, record }: Person): ImportedConsent {
  if (record === undefined) return names
  return {
    ...names,
    given_at: record.givenAt,
    level: record.level,
    method: record.method,
    notice_version: record.noticeVersion,
    purposes: Object.fromEntries(record.purposes.map((purpose) => [purpose, true])),
    ref: record.ref,
    ...(record.coversFrom === undefined ? {} : { covers_from: record.coversFrom }),
    ...(record.locale === undefined ? {} : { locale: record.locale }),
  }
}
