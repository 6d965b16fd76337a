/**
 * What one person has decided, as the gate reads it: a value folded from her consent acts.
 */
import type { ConsentRef, FeatureSwitch, Level, Purpose } from '@umiar/vocabulary'

export type ConsentMethod = 'banner' | 'centre' | 'widget' | 'form' | 'api'

export interface ConsentState {
  readonly level: Level
  /** Consent purposes granted now, by level or by name; switches are not counted in. */
  readonly granted: readonly Purpose[]
  readonly switchesOff: readonly FeatureSwitch[]
  /** 1 for the first act, then rising by one. Order is by this number, never by a clock. */
  readonly consentSeq: number
  readonly consentRef: ConsentRef
  /** Beginning of the choice's validity: the last proven act of choosing. */
  readonly decidedAtMs: number
  /** When the last act took effect: a choice, a restriction, an objection. */
  readonly actedAtMs: number
  readonly noticeVersion: string
  readonly locale: string
  readonly method: ConsentMethod
  /** For each granted purpose: the act that opened its present, uninterrupted grant. */
  readonly sinceSeq: Readonly<Partial<Record<Purpose, number>>>
  /** Events dated before this belong to a time she withdrew or had erased; `0` if there is none. */
  readonly notBeforeMs: number
  /** GDPR Art. 18: stored, but not used. */
  readonly restricted: boolean
  /** GDPR Art. 21: purposes she objected to. */
  readonly objected: readonly Purpose[]
  /** The shop's own name for the record this choice was imported from. */
  readonly sourceRef?: string
}
