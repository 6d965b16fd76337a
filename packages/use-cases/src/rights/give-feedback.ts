/**
 * One tap on a suggestion: good, not for me, a gift, already have, forget.
 *
 * What it changes depends on what she allows: her stored hints from level 2, her history at level 3,
 * this visit from level 1, nothing at level 0.
 */
import { decide } from '@umiar/privacy'
import { type ItemId, itemId } from '@umiar/vocabulary'
import type { FeedbackRequest } from '../application.ts'
import type { SubjectRecord } from '../subjects/subject-memory.ts'
import { beginVisit } from '../subjects/visit.ts'
import { type ChangeTastePorts, changeTaste, hiding, liking } from './change-taste.ts'
import { type ForgetItemPorts, forgetItem } from './forget-item.ts'

export type FeedbackPorts = ChangeTastePorts & ForgetItemPorts

/** @param record `undefined` for somebody nothing is known of */
export async function giveFeedback(
  ports: FeedbackPorts,
  record: SubjectRecord | undefined,
  request: FeedbackRequest,
  nowMs: number,
): Promise<{ readonly status: 'accepted' | 'session_only' | 'dropped_no_consent' }> {
  const item = itemId(request.item_id)
  if (record?.consent === undefined) return { status: 'dropped_no_consent' }
  const { granted } = record.consent
  const forgets = request.feedback === 'gift' || request.feedback === 'forget'
  // Correcting what is kept is her right, whatever else is closed (GDPR Art. 16, 17).
  if (forgets && granted.includes('personal_recs')) {
    await forgetItem(ports, record, item, nowMs)
    return { status: 'accepted' }
  }
  if (ports.isSensitive(item)) return { status: 'dropped_no_consent' }
  if (granted.includes('personal_recs')) {
    await changeTaste(ports, record, request.feedback === 'like' ? liking(item) : hiding(item), nowMs)
    return { status: 'accepted' }
  }
  if (!decide(record.consent, 'session_recs', nowMs).allowed) return { status: 'dropped_no_consent' }
  inVisit(ports, record, request.feedback, item, nowMs)
  return { status: 'session_only' }
}

function inVisit(
  ports: FeedbackPorts,
  record: SubjectRecord,
  feedback: FeedbackRequest['feedback'],
  item: ItemId,
  nowMs: number,
): void {
  const visit = ports.memory.visitOf(record, nowMs) ?? beginVisit(nowMs)
  record.visit = visit
  if (feedback === 'gift' || feedback === 'forget') ports.memory.dropItem(record, item)
  else if (feedback === 'like') visit.hidden.delete(item)
  else visit.hidden.add(item)
}
