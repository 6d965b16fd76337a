/**
 * A visit: what a person does now, in memory only.
 *
 * Ends after 30 minutes of silence, 12 hours, sign-out, level 0 or a restart; then everything here
 * is gone, evidence included.
 */
import {
  type ItemId,
  MS_PER_MINUTE,
  type RecId,
  VISIT_IDLE_MINUTES,
  VISIT_LONGEST_HOURS,
} from '@umiar/vocabulary'
import type { MeasuredEntry, Shelf } from '../measuring/measured-entry.ts'
import type { DecisionRecord } from '../recommendations/evidence-record.ts'
import { type Holdings, NO_HOLDINGS, type Trade, withoutItem, withTrades } from './ownership.ts'
import { clearShown, forgetShown, noneShown, type ShownItems } from './shown-in-visit.ts'

export interface VisitStep {
  readonly itemId: ItemId
  readonly atMs: number
  readonly kind: 'view' | 'cart' | 'purchase'
}

export interface Visit {
  readonly startedAtMs: number
  lastAtMs: number
  /** In order of time, at most `MOST_STEPS`. */
  steps: VisitStep[]
  /** Event ids seen, so that a retry is told apart. */
  readonly eventIds: Set<string>
  /** Items put away during this visit, each with the moment in ms since the epoch. */
  readonly hidden: Map<ItemId, number>
  /** Items she said are good, in this visit. */
  readonly liked: Map<ItemId, number>
  /** Items she said she has already, in this visit. */
  readonly alreadyHave: Map<ItemId, number>
  /** Bought in this visit. */
  holdings: Holdings
  readonly shown: ShownItems
  readonly evidence: Map<string, DecisionRecord>
  /** Which shelf each answer of this visit filled; only of people under `measure`. */
  readonly answers: Map<RecId, Shelf>
  /** What becomes part of sums when the visit ends; only of people under `measure`. */
  measured: MeasuredEntry[]
}

const MOST_STEPS = 100
const MOST_TRADES = 200
const MOST_EVIDENCE = 200
const MOST_SAID = 1_000
const MOST_EVENT_IDS = 5_000

/** An empty visit that begins now. */
export function beginVisit(nowMs: number): Visit {
  return {
    alreadyHave: new Map(),
    answers: new Map(),
    eventIds: new Set(),
    evidence: new Map(),
    hidden: new Map(),
    holdings: NO_HOLDINGS,
    lastAtMs: nowMs,
    liked: new Map(),
    measured: [],
    shown: noneShown(),
    startedAtMs: nowMs,
    steps: [],
  }
}

/** Is it over? */
export function hasEnded(visit: Visit, nowMs: number): boolean {
  return (
    nowMs - visit.lastAtMs >= VISIT_IDLE_MINUTES * MS_PER_MINUTE ||
    nowMs - visit.startedAtMs >= VISIT_LONGEST_HOURS * 60 * MS_PER_MINUTE
  )
}

/** Ends a visit: what it held is gone for everybody who still has a hand on it. */
export function clearVisit(visit: Visit | undefined): void {
  if (visit === undefined) return
  visit.steps = []
  visit.measured = []
  visit.answers.clear()
  visit.holdings = NO_HOLDINGS
  clearShown(visit.shown)
  for (const kept of [visit.eventIds, visit.hidden, visit.liked, visit.alreadyHave, visit.evidence])
    kept.clear()
}

/** Forgets an item in everything but what hides it. */
export function dropFromVisit(visit: Visit, itemId: ItemId): void {
  visit.steps = visit.steps.filter((step) => step.itemId !== itemId)
  visit.measured = visit.measured.filter((entry) => entry.itemId !== itemId)
  visit.holdings = withoutItem(visit.holdings, itemId)
  visit.liked.delete(itemId)
  visit.alreadyHave.delete(itemId)
  forgetShown(visit.shown, itemId)
}

/** Puts a step in its place by time; steps older than the longest visit never belong to one. */
export function addStep(visit: Visit, step: VisitStep, nowMs: number): void {
  if (nowMs - step.atMs >= VISIT_LONGEST_HOURS * 60 * MS_PER_MINUTE) return
  insertByTime(visit.steps, step)
  if (visit.steps.length > MOST_STEPS) visit.steps.shift()
}

/** Takes note of what was bought or given back in this visit. */
export function addTrades(visit: Visit, trades: readonly Trade[]): void {
  visit.holdings = withTrades(visit.holdings, trades)
  const { length } = visit.holdings.trades
  if (length > MOST_TRADES)
    visit.holdings = withTrades(NO_HOLDINGS, visit.holdings.trades.slice(length - MOST_TRADES))
}

/** Remembers an event id of this visit. @returns false if it was there already */
export function rememberEventId(visit: Visit, eventId: string): boolean {
  if (visit.eventIds.has(eventId)) return false
  visit.eventIds.add(eventId)
  dropOldest(visit.eventIds, MOST_EVENT_IDS)
  return true
}

/** Notes what she said of an item; beyond what anybody would say the oldest goes. Changes `items` in place. */
export function noteSaid(items: Map<ItemId, number>, itemId: ItemId, atMs: number): void {
  items.set(itemId, atMs)
  dropOldest(items, MOST_SAID)
}

/** Keeps the evidence of an answer until the visit ends. */
export function keepEvidence(visit: Visit, record: DecisionRecord): void {
  visit.evidence.set(record.recId, record)
  dropOldest(visit.evidence, MOST_EVIDENCE)
}

/** Inserts into a list ordered by `atMs`; equal times keep the order of arrival. */
export function insertByTime<Step extends { readonly atMs: number }>(steps: Step[], step: Step): void {
  let at = steps.length
  while (at > 0 && (steps[at - 1] as Step).atMs > step.atMs) at--
  steps.splice(at, 0, step)
}

function dropOldest(collection: Set<string> | Map<string, unknown>, most: number): void {
  if (collection.size <= most) return
  for (const key of collection.keys()) {
    collection.delete(key)
    return
  }
}
