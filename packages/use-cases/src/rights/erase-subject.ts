/**
 * Erasure of a person, GDPR Art. 17: everywhere, now, and so that she stays erased.
 *
 * Order matters. First nothing can use her any more (memory, tokens, names), then the model forgets and
 * the key is destroyed, then the rows go; whoever holds every file and the root key afterwards holds
 * nothing of hers. Once the key is gone there is no way back: if a step fails the caller is told and may
 * repeat the act, and a crash in between is ended by the next start (`endErasures`).
 */
import { openRight } from '@umiar/privacy'
import { DomainError, dayOf, PERSONAL_TABLES, type SubjectId, TOMBSTONE_EXTRA_DAYS } from '@umiar/vocabulary'
import type { EraseReply } from '../application.ts'
import type { KeyBroker } from '../keys/key-broker.ts'
import type { Training } from '../learning/training.ts'
import type { Measuring } from '../measuring/measuring.ts'
import type { PendingErasures } from '../overview/pending-erasures.ts'
import type { PeopleIndex } from '../overview/people-index.ts'
import type { EvidenceKeeper } from '../recommendations/evidence-keeper.ts'
import type { ErasureStore } from '../storage/ports.ts'
import type { SubjectMemory } from '../subjects/subject-memory.ts'

export interface EraseSubjectPorts {
  readonly memory: SubjectMemory
  readonly keyBroker: KeyBroker
  readonly store: ErasureStore
  readonly training: Training
  readonly measuring: Measuring
  readonly people: PeopleIndex
  readonly pending: PendingErasures
  readonly evidence: EvidenceKeeper
}

/** Longest retention of any table, in days: a late event cannot be older. */
const LONGEST_RETENTION_DAYS = Math.max(...PERSONAL_TABLES.map((entry) => entry.retentionDays))

/** @throws DomainError `store_unavailable`; repeat the call */
export async function eraseSubject(
  ports: EraseSubjectPorts,
  subject: SubjectId,
  nowMs: number,
): Promise<EraseReply> {
  return ports.memory.inTurn(subject, async () => {
    const aliases = ports.memory.erase(subject, nowMs)
    ports.evidence.drop(subject)
    ports.measuring.forget(subject)
    ports.people.drop(subject)
    try {
      const untilDay = dayOf(nowMs) + LONGEST_RETENTION_DAYS + TOMBSTONE_EXTRA_DAYS
      await Promise.all([
        ports.training.forget(subject),
        ports.keyBroker.erase(openRight(subject, undefined)),
      ])
      const removed = await ports.store.erase(openRight(subject, undefined), { erasedAtMs: nowMs, untilDay })
      ports.pending.done(subject)
      return {
        erased: true,
        erased_at: new Date(nowMs).toISOString(),
        remains: ['tombstone'],
        removed: { ...removed },
      }
    } catch (error) {
      // Not done and not answered: her names stay known, so that the act can be repeated.
      for (const alias of aliases) ports.memory.name(alias, subject)
      ports.pending.failed(subject, nowMs)
      throw error instanceof DomainError
        ? error
        : new DomainError('store_unavailable', 'The erasure is not complete; repeat it.')
    }
  })
}

/** Ends erasures that a crash cut short: people whose key is gone while rows are left. @returns how many */
export async function endErasures(
  ports: EraseSubjectPorts,
  hasKey: (subject: SubjectId) => boolean,
  nowMs: number,
): Promise<number> {
  const left = [...ports.memory.subjects()].filter((subject) => !hasKey(subject))
  for (const subject of left) await eraseSubject(ports, subject, nowMs)
  ports.pending.finishedAtStart = left.length
  return left.length
}
