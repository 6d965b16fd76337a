/**
 * Mounts the privacy centre on a server: choose, see, correct, pause, take along, erase.
 *
 * Every act is a plain form; scripts add the five-second undo and save a reload. A guest's refusal stays
 * on her device as one value without identifier, and looking at the page leaves nothing anywhere.
 */
import type { Localized } from '@umiar/vocabulary'
import { preparePageScope, type Site, serveAssets } from '@umiar/web-pages'
import type { FastifyInstance } from 'fastify'
import type { CentreCatalogue } from './catalogue.ts'
import { type Centre, type CentreView, openCentreView } from './centre.ts'
import type { CentreClient } from './engine.ts'
import { sendCentrePage } from './frame.ts'
import { addChoiceRoutes } from './levels/choice-routes.ts'
import { createPreviews } from './levels/previews.ts'
import { addOverviewRoute } from './overview.ts'
import { addCorrectionRoute } from './rights/correction-route.ts'
import { addErasureRoute } from './rights/erasure.ts'
import { addExportRoutes } from './rights/export-routes.ts'
import { addPauseRoutes } from './rights/pause-routes.ts'
import { addTasteRoute } from './taste/taste-route.ts'

export interface PrivacyCentreOptions {
  readonly site: Site
  /** With the shop's secret key. */
  readonly client: CentreClient
  readonly catalogue: CentreCatalogue
  /** The way back to the shop; `/shop` if absent. */
  readonly shopAddress?: string
  /** Names of the shop's shelves by slot id; one that is missing is shown by its id. */
  readonly slotNames?: Readonly<Record<string, Localized>>
  /** Milliseconds since the epoch; the system's clock if absent. */
  readonly nowMs?: () => number
}

const ASSETS = ['assets/privacy.css', 'browser/centre.js', 'browser/choice.js', 'browser/erasure.js'].concat([
  'browser/sections.js',
  'browser/undo.js',
])

/**
 * Adds `/privacy` and what belongs to it. The base stylesheet (`serveBaseAssets`) is the server's to add,
 * once for all apps.
 */
export async function registerPrivacyCentre(
  fastify: FastifyInstance,
  options: PrivacyCentreOptions,
): Promise<void> {
  const { catalogue, client, nowMs = Date.now, shopAddress = '/shop', site, slotNames = {} } = options
  const centre: Centre = {
    catalogue,
    client,
    nowMs,
    previews: createPreviews(client, nowMs),
    shopAddress,
    site,
    slotNames,
  }
  await fastify.register(async (app) => {
    await preparePageScope(app, {
      open: (request) => openCentreView(centre, request),
      send: (reply, view, title, body) => sendCentrePage(centre, view as CentreView, reply, { body, title }),
      site,
    })
    await serveAssets(
      app,
      '/assets/privacy/',
      ASSETS.map((path) => new URL(`./${path}`, import.meta.url)),
    )
    addOverviewRoute(app, centre)
    addChoiceRoutes(app, centre)
    addPauseRoutes(app, centre)
    addTasteRoute(app, centre)
    addCorrectionRoute(app, centre)
    addExportRoutes(app, centre)
    addErasureRoute(app, centre)
  })
}
