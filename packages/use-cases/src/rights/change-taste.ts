/**
 * Declared taste: what she likes and what she never wants to see, in her own words and hands.
 */
import { openRight } from '@umiar/privacy'
import { DomainError, dayOf, type ItemId, itemId } from '@umiar/vocabulary'
import type { KeyBroker } from '../keys/key-broker.ts'
import type { CurrentRow } from '../storage/ports.ts'
import { encodeContent, type Taste } from '../subjects/stored-content.ts'
import type { SubjectMemory, SubjectRecord } from '../subjects/subject-memory.ts'

export interface ChangeTastePorts {
  readonly memory: SubjectMemory
  readonly keyBroker: KeyBroker
  readonly store: CurrentRow
  readonly isSensitive: (itemId: ItemId) => boolean
}

const MOST_ENTRIES = 200

/**
 * Checks and de-duplicates ids; `have` stays as it is unless it is named.
 *
 * @throws DomainError `invalid_id`, `invalid_request`
 */
export function checkTaste(taste: {
  readonly likes: readonly string[]
  readonly never: readonly string[]
  readonly have?: readonly string[] | undefined
}): (present: Taste) => Taste {
  const likes = [...new Set(taste.likes.map((id) => itemId(id, 'likes')))]
  const never = [...new Set(taste.never.map((id) => itemId(id, 'never')))]
  const have = taste.have && [...new Set(taste.have.map((id) => itemId(id, 'have')))]
  if (likes.some((id) => never.includes(id))) {
    throw new DomainError('invalid_request', 'A product cannot be liked and hidden at once.', {}, [
      { code: 'contradiction', message: 'holds a product of likes too', pointer: '/never' },
    ])
  }
  for (const [field, list] of Object.entries({ have, likes, never })) {
    if ((list?.length ?? 0) <= MOST_ENTRIES) continue
    const message = `must hold at most ${MOST_ENTRIES} products`
    throw new DomainError('invalid_request', `A list holds at most ${MOST_ENTRIES} products.`, {}, [
      { code: 'list_too_long', message, pointer: `/${field}` },
    ])
  }
  return (present) => ({ have: have ?? present.have, likes, never })
}

/**
 * Replaces her taste; it counts from the next request.
 *
 * It is hers to correct while it is kept: restriction, objection, a closed switch and expiry stop its
 * use, not this. Sensitive products enter neither list (GDPR Art. 9).
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
    if (record.consent?.granted.includes('personal_recs') !== true) throw notGranted(record)
    const right = openRight(record.subject, record.consent)
    const changed = change(record.taste)
    const isUsable = (id: ItemId): boolean => !ports.isSensitive(id)
    const taste = {
      have: changed.have.filter(isUsable),
      likes: changed.likes.filter(isUsable),
      never: changed.never.filter(isUsable),
    }
    const row = ports.keyBroker.lease(right).seal('taste', encodeContent(taste), dayOf(nowMs))
    const outcome = await ports.store.replace(right, row)
    // A lowering takes effect in memory at once; what it closed meanwhile is not put back.
    if (outcome === 'stale_consent' || !record.consent.granted.includes('personal_recs'))
      throw notGranted(record)
    record.taste = taste
    return taste
  })
}

function notGranted(record: SubjectRecord): DomainError {
  return new DomainError('purpose_not_consented', 'Hints are kept from level 2 on.', {
    noticeVersion: record.consent?.noticeVersion ?? null,
    purpose: 'personal_recs',
  })
}

/** The taste with one item liked. */
export function liking(item: ItemId): (taste: Taste) => Taste {
  return (taste) => ({
    ...taste,
    likes: [item, ...taste.likes.filter((id) => id !== item)].slice(0, MOST_ENTRIES),
    never: taste.never.filter((id) => id !== item),
  })
}

/** The taste with one item never shown again. */
export function hiding(item: ItemId): (taste: Taste) => Taste {
  return (taste) => ({
    ...taste,
    likes: taste.likes.filter((id) => id !== item),
    never: [item, ...taste.never.filter((id) => id !== item)].slice(0, MOST_ENTRIES),
  })
}

/** The taste with one item said to be there already. */
export function having(item: ItemId): (taste: Taste) => Taste {
  return (taste) => ({
    ...taste,
    have: [item, ...taste.have.filter((id) => id !== item)].slice(0, MOST_ENTRIES),
  })
}
