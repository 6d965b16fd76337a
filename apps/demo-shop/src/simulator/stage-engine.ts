/** An engine to play on, behind the generated client. */
import type { Client } from '@umiar/http-client'
import { createSeedEngine } from './seed-engine.ts'
import type { StageEngine } from './stage.ts'

/** @param client with the shop's secret key */
export function createStageEngine(client: Client): StageEngine {
  const { noticeVersion, putConsent } = createSeedEngine(client)
  return {
    async ask(anonymousId, { category, filter, itemIds, limit = 10, pageType, strategy }) {
      const reply = await client.recommend({
        body: {
          context: { category, item_ids: itemIds, page_type: pageType },
          explain: true,
          slots: [{ filter, id: 'stage', limit, strategy }],
          ...(anonymousId === undefined ? {} : { visitor: { anonymous_id: anonymousId } }),
        },
      })
      const items = reply.slots[0]?.items ?? []
      return {
        dataUsed: reply.data_used,
        ids: items.map(({ item_id }) => item_id),
        mode: reply.slots[0]?.mode ?? '',
        restsOn: items.flatMap(({ reasons }) => reasons.flatMap(({ rests_on }) => rests_on ?? [])),
      }
    },
    erase: (anonymous_id) => client.erase({ body: { anonymous_id, confirm: true } }),
    feedback: (anonymous_id, item_id, feedback) =>
      client.feedback({ body: { feedback, item_id, visitor: { anonymous_id } } }),
    noticeVersion,
    putConsent,
    putProduct: (product) => client.putProducts({ body: { products: [product] } }),
    setAvailability: (id, available) => client.setAvailability({ body: { available }, path: { id } }),
    tell: async (events) =>
      (await client.recordEvents({ body: { events } })).results.map(({ status }) => status),
  }
}
