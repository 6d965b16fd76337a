/**
 * Faults as plain sentences for the person in front of the page.
 */
import { DomainError } from '@umiar/vocabulary'
import type { MessageKey } from './messages.ts'
import { ApiFault } from './shop-api.ts'
import { type PageView, sayTo } from './visitor.ts'

const SENTENCES: Readonly<Record<string, MessageKey>> = {
  level_not_offered: 'error.level_not_offered',
  notice_outdated: 'error.notice_outdated',
  rate_limited: 'error.rate_limited',
  store_full: 'error.store_unavailable',
  store_unavailable: 'error.store_unavailable',
}

/** What to say about a fault; never its inner text. */
export function faultMessage(view: PageView, fault: unknown): string {
  const key = SENTENCES[codeOf(fault) ?? '']
  return sayTo(view, key ?? 'error.general')
}

/** The stable code of a refusal, `undefined` for anything else. */
export function codeOf(fault: unknown): string | undefined {
  return fault instanceof ApiFault || fault instanceof DomainError ? fault.code : undefined
}
