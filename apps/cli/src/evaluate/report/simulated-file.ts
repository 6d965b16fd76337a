/**
 * Figures of a simulation, as `benchmarks/staircase.ts` and `benchmarks/small-shop.ts` write them.
 */
import { readFileSync } from 'node:fs'
import { DomainError } from '@umiar/vocabulary'

/** A step of a simulated staircase. */
export interface SimulatedStep {
  readonly step: string
  readonly ndcg: number
  readonly next_view: number
  readonly next_purchase: number
  readonly coverage: number
}

export interface PolanaSimulation {
  readonly kind: 'polana-staircase'
  readonly measured_at: string
  readonly staircases: readonly { readonly seed: number; readonly steps: readonly SimulatedStep[] }[]
  readonly sweep: readonly {
    readonly seed: number
    readonly share: number
    readonly steps: readonly SimulatedStep[]
  }[]
}

export interface SmallShopSimulation {
  readonly kind: 'small-shop'
  readonly measured_at: string
  readonly seed: number
  readonly products: number
  readonly visits_per_day: number
  readonly rows: readonly (SimulatedStep & {
    readonly share: number
    readonly day: number
    readonly counts: boolean
    readonly of: 'everybody' | 'regulars'
  })[]
}

export type Simulation = PolanaSimulation | SmallShopSimulation

/** Steps a simulation may tell of. */
export const SIMULATED_STEPS = ['popular', 'page', 'product', 'visit', 'hints', 'history'] as const
export type SimulatedStepName = (typeof SIMULATED_STEPS)[number]

/** Reads one. @throws DomainError `input_unreadable` if it is missing or something else */
export function readSimulation(file: string): Simulation {
  let found: unknown
  try {
    found = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DomainError('input_unreadable', `${file} cannot be read: ${reason}`)
  }
  if (isRecord(found) && typeof found.measured_at === 'string') {
    if (found.kind === 'polana-staircase' && areStaircases(found.staircases) && areStaircases(found.sweep))
      return found as unknown as PolanaSimulation
    if (
      found.kind === 'small-shop' &&
      areSteps(found.rows) &&
      areNumbers(found, ['products', 'seed', 'visits_per_day'])
    )
      return found as unknown as SmallShopSimulation
  }
  throw new DomainError(
    'input_unreadable',
    `${file} holds no simulation: expected what benchmarks/staircase.ts or benchmarks/small-shop.ts writes with --out.`,
  )
}

function areStaircases(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((row) => isRecord(row) && areNumbers(row, ['seed']) && areSteps(row.steps))
  )
}

function areSteps(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (row) =>
        isRecord(row) &&
        SIMULATED_STEPS.some((step) => step === row.step) &&
        areNumbers(row, ['coverage', 'ndcg', 'next_purchase', 'next_view']),
    )
  )
}

function areNumbers(row: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  return names.every((name) => Number.isFinite(row[name]))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
