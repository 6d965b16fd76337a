/**
 * What all parts of the centre share, and what one view of it knows.
 */
import type { Locale, Localized } from '@umiar/vocabulary'
import { openPageView, type PageView, type Site } from '@umiar/web-pages'
import type { FastifyRequest } from 'fastify'
import type { CentreCatalogue } from './catalogue.ts'
import {
  type CentreClient,
  type Consent,
  type Holdings,
  type Policy,
  type Shopper,
  shopperOf,
} from './engine.ts'
import type { Previews } from './levels/previews.ts'

/** The centre of one shop. */
export interface Centre {
  readonly site: Site
  readonly client: CentreClient
  readonly catalogue: CentreCatalogue
  /** The way back to the shop. */
  readonly shopAddress: string
  /** Names of the shop's shelves; one that is missing is shown by its id. */
  readonly slotNames: Readonly<Record<string, Localized>>
  readonly previews: (locale: Locale) => Promise<Previews>
  readonly nowMs: () => number
}

/** One view, with a way to speak for whoever looks. */
export interface CentreView extends PageView<Consent> {
  /** `undefined` for a guest. */
  readonly shopper: Shopper | undefined
}

/** All that one page of the centre is made of. */
export interface CentrePage {
  readonly centre: Centre
  readonly view: CentreView
  readonly policy: Policy
  readonly previews: Previews
  /** `undefined` for a guest, `'unreadable'` while the engine cannot say. */
  readonly holdings: Holdings | 'unreadable' | undefined
}

/** Reads a request; stores nothing, mints no token for a guest. */
export async function openCentreView(centre: Centre, request: FastifyRequest): Promise<CentreView> {
  let shopper: Shopper | undefined
  const view = await openPageView<Consent>(request, {
    pageOfForm: () => '/privacy',
    readConsent: async (anonymousId, gpc) => {
      shopper = shopperOf(centre.client, anonymousId, gpc)
      return (await shopper.calls()).consent()
    },
    secureCookies: centre.site.secureCookies,
  })
  return { ...view, shopper }
}

/** Is use paused, by her own wish (GDPR Art. 18)? */
export function isPaused(view: Pick<CentreView, 'consent'>): boolean {
  return view.consent?.restricted === true
}
