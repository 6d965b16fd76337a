/**
 * Declared taste: what she likes and what she never wants to see, in her own words and hands.
 */
import { type ConsentState, openGate } from '@umiar/privacy'
import { DomainError, dayOf, type ItemId, itemId } from '@umiar/vocabulary'
import type { KeyBroker } from '../keys/key-broker.ts'
import type { CurrentRow } from '../storage/ports.ts'
import { encodeContent, type Taste } from '../subjects/stored-content.ts'
import type { SubjectMemory, SubjectRecord } from '../subjects/subject-memory.ts'

export interface ChangeTastePorts {
  readonly memory: SubjectMemory
  readonly keyBroker: KeyBroker
  readonly store: CurrentRow
}

const MOST_ENTRIES = 200

/** Checks and de-duplicates ids. @throws DomainError `invalid_id`, `invalid_request` */
export function checkTaste(taste: {
  readonly likes: readonly string[]
  readonly never: readonly string[]
}): Taste {
  const likes = [...new Set(taste.likes.map((id) => itemId(id, 'likes')))]
  const never = [...new Set(taste.never.map((id) => itemId(id, 'never')))]
  if (likes.length > MOST_ENTRIES || never.length > MOST_ENTRIES) {
    throw new DomainError('invalid_request', `A list holds at most ${MOST_ENTRIES} products.`)
  }
  return { likes, never }
}

/**
 * Replaces her taste; it counts from the next request.
 *
 * @param change from the present taste to the new one
 * @throws DomainError `purpose_not_consented` below level 2
 */
export async function changeTaste(
  ports: ChangeTastePorts,
  record: SubjectRecord,
  change: (taste: Taste) => Taste,
  nowMs: number,
): Promise<Taste> {
  return ports.memory.inTurn(record.subject, async () => {
    const grant = openGate(record.subject, record.consent, 'personal_recs', nowMs)
    const taste = change(record.taste)
    const row = ports.keyBroker.lease(grant).seal('taste', encodeContent(taste), dayOf(nowMs))
    const consent = record.consent as ConsentState
    const outcome = await ports.store.replace(grant, row)
    if (outcome === 'stale_consent' || !record.consent?.granted.includes('personal_recs')) {
      throw new DomainError('purpose_not_consented', 'The consent was withdrawn meanwhile.', {
        noticeVersion: consent.noticeVersion,
        purpose: 'personal_recs',
      })
    }
    record.taste = taste
    return taste
  })
}

/** The taste with one item liked. */
export function liking(item: ItemId): (taste: Taste) => Taste {
  return (taste) => ({
    likes: [item, ...taste.likes.filter((id) => id !== item)].slice(0, MOST_ENTRIES),
    never: taste.never.filter((id) => id !== item),
  })
}

/** The taste with one item never shown again. */
export function hiding(item: ItemId): (taste: Taste) => Taste {
  return (taste) => ({
    likes: taste.likes.filter((id) => id !== item),
    never: [item, ...taste.never.filter((id) => id !== item)].slice(0, MOST_ENTRIES),
  })
}
