/**
 * What may be used of a person, the same object for as long as nothing of it differs.
 *
 * So what is worked out from it can be kept beside it from one request to the next. It hangs on her own data by
 * weak links, all of them at once: visit, history and hints. Where one of them is dropped or replaced (a
 * withdrawal, an item forgotten, a visit that ended, erasure) nothing here leads to it any more, and the garbage
 * collector takes it with all that was worked out. What grows in place is compared step by step before use.
 */
import { type Holdings, NO_HOLDINGS } from '../subjects/ownership.ts'
import type { Taste } from '../subjects/stored-content.ts'
import type { History } from '../subjects/subject-memory.ts'
import type { Visit, VisitStep } from '../subjects/visit.ts'
import type { PersonalContext } from './strategies/strategy.ts'

/** What consent opens at this moment; what is shut is absent. */
export interface OpenData {
  readonly visit: Visit | undefined
  readonly history: History | undefined
  readonly taste: Taste | undefined
}

interface Kept {
  readonly context: PersonalContext
  /** The history as it was, with the steps of this visit. */
  readonly steps: readonly VisitStep[]
}

interface Link {
  kept: Kept | undefined
  readonly next: WeakMap<object, Link>
}

const first = new WeakMap<object, Link>()

/** The context of these data. Cost: O(steps) comparisons of references. */
export function contextOf(data: OpenData): PersonalContext {
  const { history, taste, visit } = data
  // The list of steps and not the visit: forgetting an item puts another list in its place.
  const link = linkOf([visit?.steps, history, taste])
  if (link?.kept !== undefined && isStill(link.kept, data)) return link.kept.context
  const kept = { context: madeOf(data), steps: [...(history?.steps ?? [])] }
  if (link !== undefined) link.kept = kept
  return kept.context
}

function linkOf(data: readonly (object | undefined)[]): Link | undefined {
  let links = first
  let link: Link | undefined
  for (const key of data) {
    if (key === undefined) continue
    link = links.get(key)
    if (link === undefined) {
      link = { kept: undefined, next: new WeakMap() }
      links.set(key, link)
    }
    links = link.next
  }
  return link
}

function isStill({ context, steps }: Kept, { history, taste, visit }: OpenData): boolean {
  return (
    context.holdings === (history?.holdings ?? NO_HOLDINGS) &&
    context.likes === (taste?.likes ?? NOTHING) &&
    areSame(context.visit, visit?.steps ?? NOTHING) &&
    areSame(steps, history?.steps ?? NOTHING) &&
    context.likedInVisit.length === (visit?.liked.size ?? 0) &&
    areSame(context.likedInVisit, [...(visit?.liked.keys() ?? [])])
  )
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false
  for (let at = one.length - 1; at >= 0; at--) if (one[at] !== other[at]) return false
  return true
}

const NOTHING: readonly never[] = []

function madeOf({ history, taste, visit }: OpenData): PersonalContext {
  const inVisit = new Set(visit?.steps.map(({ atMs, itemId }) => `${itemId} ${atMs}`))
  const holdings: Holdings = history?.holdings ?? NO_HOLDINGS
  return {
    history: (history?.steps ?? []).filter(({ atMs, itemId }) => !inVisit.has(`${itemId} ${atMs}`)),
    holdings,
    likedInVisit: [...(visit?.liked.keys() ?? [])],
    likes: taste?.likes ?? NOTHING,
    visit: [...(visit?.steps ?? [])],
  }
}
