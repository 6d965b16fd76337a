/**
 * Clicks and purchases from shelves, with what could point at a person left out.
 *
 * A number is told only if it rests on at least five different people; a smaller one is `null`. Sums are
 * made of told numbers only, so that a hidden one cannot be worked out by subtraction.
 */
import { LEAST_SHARED_COUNT } from '@umiar/vocabulary'
import type { MeasuredKind } from '../measuring/measured-entry.ts'
import type { MeasuredSum } from '../measuring/tally.ts'
import type { OverviewFunnel, OverviewShelfResult } from './overview-reply.ts'

/** Fewer people than this could be recognised by who reads the number. */
export const LEAST_PEOPLE = LEAST_SHARED_COUNT

interface Told {
  readonly shown: number | null
  readonly clicked: number | null
  readonly bought: number | null
}

/** One line per shelf and mode, the most clicked first, and the sums of what is told. */
export function shelfResults(sums: readonly MeasuredSum[]): {
  readonly shelves: readonly OverviewShelfResult[]
  readonly funnel: OverviewFunnel
} {
  const lines = new Map<string, MeasuredSum[]>()
  for (const one of sums) {
    const key = JSON.stringify([one.slot, one.mode])
    lines.set(key, [...(lines.get(key) ?? []), one])
  }
  const shelves = [...lines.values()].map((line) => {
    const { mode, slot } = line[0] as MeasuredSum
    return { mode, slot, ...toldOf(line) }
  })
  shelves.sort(
    (a, b) =>
      (b.clicked ?? -1) - (a.clicked ?? -1) || (`${a.slot} ${a.mode}` < `${b.slot} ${b.mode}` ? -1 : 1),
  )
  return { funnel: funnelOf(shelves), shelves }
}

function toldOf(line: readonly MeasuredSum[]): Told {
  const told = (kind: MeasuredKind): number | null => {
    const found = line.find((one) => one.kind === kind)
    if (found === undefined || found.count === 0) return 0
    return found.people >= LEAST_PEOPLE ? found.count : null
  }
  return { bought: told('bought'), clicked: told('clicked'), shown: told('shown') }
}

function funnelOf(shelves: readonly Told[]): OverviewFunnel {
  const sumOf = (kind: keyof Told): number => shelves.reduce((sum, line) => sum + (line[kind] ?? 0), 0)
  return {
    bought: sumOf('bought'),
    clicked: sumOf('clicked'),
    hidden: shelves.reduce(
      (count, line) => count + [line.shown, line.clicked, line.bought].filter((told) => told === null).length,
      0,
    ),
    shown: sumOf('shown'),
  }
}
