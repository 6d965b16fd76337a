/** `/v1/overview`: how the shop is doing, for staff; what the console shows. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { readinessText } from '@umiar/messages'
import { configurationChecklist } from '../config/checklist.ts'
import { OverviewReply } from '../schemas/overview.ts'
import { PROBLEMS } from '../schemas/shared.ts'
import type { RouteContext } from './context.ts'

export function overviewRoutes({ app, config }: RouteContext): FastifyPluginAsyncTypebox {
  return async (server) => {
    server.get(
      '/v1/overview',
      {
        config: { callers: ['staff'] },
        schema: {
          operationId: 'overview',
          response: { 200: OverviewReply, ...PROBLEMS },
          summary:
            'Seven facts for staff: events, people, shelves, results, readiness, requests, configuration',
          tags: ['administration'],
        },
      },
      async () => {
        const overview = app.overview()
        const strategies = overview.readiness.strategies.map((one) => ({
          ...one,
          text: { en: readinessText('en', one), pl: readinessText('pl', one) },
        }))
        return {
          ...overview,
          configuration: configurationChecklist(config),
          mode: config.mode,
          readiness: { ...overview.readiness, strategies },
        }
      },
    )
  }
}
