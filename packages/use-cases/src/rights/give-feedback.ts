/**
 * One tap on a suggestion: good, not for me, a gift, already have, forget.
 *
 * What it changes depends on what she allows: her stored hints from level 2, her history at level 3,
 * this visit from level 1, nothing at level 0.
 *
 * | tap | from level 2 | level 1 |
 * | --- | --- | --- |
 * | `like` | joins her likes, leaves her never-list | counts in this visit |
 * | `hide`, `not_for_me` | joins her never-list, leaves her likes | is not shown in this visit |
 * | `already_have` | joins what she has; what is used up (`durable: false`) only rests for this visit | is not shown in this visit |
 * | `gift` | leaves her history and the model as if never bought; her hints stay as they are | leaves the visit |
 * | `forget` | leaves her history, the model, her likes and what she has; her never-list stays | leaves the visit |
 *
 * After `gift` and `forget` no record of an answer to her names the product any more, at any level.
 */
import { decide } from '@umiar/privacy'
import { type ItemId, itemId } from '@umiar/vocabulary'
import type { FeedbackRequest } from '../application.ts'
import { noteChosen } from '../subjects/shown-in-visit.ts'
import type { SubjectRecord } from '../subjects/subject-memory.ts'
import { beginVisit, noteSaid } from '../subjects/visit.ts'
import { type ChangeTastePorts, changeTaste, having, hiding, liking } from './change-taste.ts'
import { type ForgetItemPorts, forgetItem } from './forget-item.ts'

export interface FeedbackPorts extends ChangeTastePorts, ForgetItemPorts {
  readonly store: ChangeTastePorts['store'] & ForgetItemPorts['store']
  /** Is the product used up, so that who has it may want it again? */
  readonly isUsedUp: (itemId: ItemId) => boolean
}

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
  const { feedback } = request
  const usesVisit = decide(record.consent, 'session_recs', nowMs).allowed
  // Correcting what is kept is her right, whatever else is closed (GDPR Art. 16, 17).
  if (feedback === 'gift' || feedback === 'forget') {
    await forgetItem(ports, record, item, feedback, nowMs)
    await ports.training.purged()
    return { status: usesVisit && !granted.includes('personal_recs') ? 'session_only' : 'accepted' }
  }
  if (ports.isSensitive(item)) return { status: 'dropped_no_consent' }
  const onlyRests = feedback === 'already_have' && ports.isUsedUp(item)
  const change = onlyRests ? undefined : TASTE_CHANGES[feedback]
  if (granted.includes('personal_recs') && change !== undefined) {
    await changeTaste(ports, record, change(item), nowMs)
    return { status: 'accepted' }
  }
  if (!usesVisit) return { status: 'dropped_no_consent' }
  inVisit(ports, record, feedback, item, nowMs)
  return { status: 'session_only' }
}

/** Taps that change her hints or the visit; the others correct what is kept. */
type Feedback = Exclude<FeedbackRequest['feedback'], 'gift' | 'forget'>

const TASTE_CHANGES: Readonly<Record<Feedback, typeof liking>> = {
  already_have: having,
  hide: hiding,
  like: liking,
  not_for_me: hiding,
}

function inVisit(
  ports: FeedbackPorts,
  record: SubjectRecord,
  feedback: Feedback,
  item: ItemId,
  nowMs: number,
): void {
  const visit = ports.memory.visitOf(record, nowMs) ?? beginVisit(nowMs)
  record.visit = visit
  switch (feedback) {
    case 'like':
      visit.hidden.delete(item)
      noteSaid(visit.liked, item, nowMs)
      noteChosen(visit.shown, item, nowMs)
      break
    case 'already_have':
      if (ports.isUsedUp(item)) noteSaid(visit.hidden, item, nowMs)
      else noteSaid(visit.alreadyHave, item, nowMs)
      break
    case 'hide':
    case 'not_for_me':
      visit.liked.delete(item)
      noteSaid(visit.hidden, item, nowMs)
  }
}
