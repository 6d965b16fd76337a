/**
 * Sentences on the act just done. They are chosen by closed words in the address, never quoted from it.
 */
import type { MessageKey } from '@umiar/messages'
import { type Notice, sayTo } from '@umiar/web-pages'
import type { CentreView } from './centre.ts'
import type { Policy } from './engine.ts'

/** What `?done=` may say, besides a saved choice. */
const DONE: Readonly<Record<string, MessageKey>> = {
  forgotten: 'correct.done_forget',
  have: 'correct.done_have',
  hidden: 'correct.done_hidden',
  objected: 'object.done',
  paused: 'pause.done_paused',
  resumed: 'pause.done_resumed',
  taste: 'taste.saved',
}

/** Notices for what the address says was done. */
export function saidNotices(view: CentreView, policy: Policy): readonly Notice[] {
  const word = view.query.done ?? ''
  if (word === 'refused') return [refusal(view)]
  if (word === 'saved') return saved(view, policy)
  const key = Object.hasOwn(DONE, word) && view.shopper !== undefined ? DONE[word] : undefined
  return key === undefined ? [] : [{ kind: 'done', text: sayTo(view, key) }]
}

function refusal(view: CentreView): Notice {
  return { kind: 'done', text: sayTo(view, view.refused ? 'saved.guest' : 'storage.refusal_not_kept') }
}

function saved(view: CentreView, policy: Policy): readonly Notice[] {
  const { consent, query } = view
  if (consent === undefined) return []
  const done = (text: string): Notice => ({ kind: 'done', text })
  const level = policy.levels.find((row) => row.level === consent.level)?.name ?? ''
  const removed = (query.removed ?? '').split(',')
  const tables = policy.retention.filter((row) => removed.includes(row.table)).map((row) => row.name)
  const tooLow = (query.too_low ?? '').split(',')
  return [
    done(sayTo(view, 'saved.level', { level })),
    ...(tables.length === 0 ? [] : [done(sayTo(view, 'saved.removed', { tables: tables.join(', ') }))]),
    ...policy.purposes
      .filter(({ purpose }) => tooLow.includes(purpose))
      .map((row) => done(sayTo(view, 'saved.too_low', { level: row.least_level, purpose: row.name }))),
  ]
}
