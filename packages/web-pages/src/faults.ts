/**
 * Faults as plain sentences for the person in front of the page.
 */
import type { MessageKey } from '@umiar/messages'
import { type PageView, sayTo } from './page-view.ts'

const SENTENCES: Readonly<Record<string, MessageKey>> = {
  level_not_offered: 'error.level_not_offered',
  notice_outdated: 'error.notice_outdated',
  rate_limited: 'error.rate_limited',
  store_full: 'error.store_unavailable',
  store_unavailable: 'error.store_unavailable',
}

/** What to say about a fault; never its inner text. */
export function faultMessage(view: Pick<PageView, 'locale'>, fault: unknown): string {
  return sayTo(view, SENTENCES[codeOf(fault) ?? ''] ?? 'error.general')
}

/** The stable code of a refusal by the API, `undefined` for anything else. */
export function codeOf(fault: unknown): string | undefined {
  if (!(fault instanceof Error) || !('code' in fault) || !('status' in fault)) return undefined
  return typeof fault.code === 'string' ? fault.code : undefined
}
