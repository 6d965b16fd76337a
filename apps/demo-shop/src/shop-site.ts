/**
 * What all pages of the shop share.
 */
import type { Site } from '@umiar/web-pages'
import type { Catalogue } from './catalogue.ts'
import type { ShopEngine } from './engine.ts'

/** An invented person one can be in the demo. */
export interface Persona {
  readonly key: string
  readonly name: string
  readonly story: Readonly<Record<'pl' | 'en', string>>
  readonly level: number
  /** What to look at when one is her. */
  readonly notice?: Readonly<Record<'pl' | 'en', string>>
}

/** Invented people of demo mode. */
export interface Personas {
  readonly all: readonly Persona[]
  /** Who has this id. */
  byId(anonymousId: string): Persona | undefined
  /** Makes sure she is known to the engine, telling her story again if she was erased. @returns her id */
  become(key: string): Promise<string | undefined>
}

export interface ShopSite extends Site {
  readonly catalogue: Catalogue
  readonly engine: ShopEngine
  /** For the browser script; safe to show. */
  readonly publishableKey: string
  /** Demo mode only. */
  readonly personas?: Personas | undefined
  readonly nowMs: () => number
}
