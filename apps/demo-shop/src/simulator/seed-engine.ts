/** An engine to seed, behind the generated client. */
import type { Client } from '@umiar/http-client'
import type { SeedEngine } from './seed.ts'

/** @param client with the shop's secret key */
export function createSeedEngine(client: Client): SeedEngine {
  return {
    noticeVersion: async () => (await client.consentPolicy()).notice_version,
    putConsent: (anonymous_id, consent) => client.putConsent({ body: { anonymous_id, ...consent } }),
    putProducts: (products) => client.putProducts({ body: { products } }),
    putTaste: async (anonymous_id, { likes, never }) => {
      const { token } = await client.issueShopperToken({ body: { anonymous_id } })
      return client.with({ key: token }).putTaste({ body: { likes, never } })
    },
    recommend: async (anonymous_id, session_id) => {
      const { slots } = await client.recommend({
        body: {
          context: { locale: 'pl', page_type: 'home' },
          slots: [{ id: 'home', limit: 5 }],
          visitor: { anonymous_id, session_id },
        },
      })
      return {
        itemIds: slots.flatMap(({ items }) => items.map(({ item_id }) => item_id)),
        recId: slots[0]?.rec_id ?? '',
      }
    },
    recordEvents: async (events) => (await client.recordEvents({ body: { events } })).counts,
  }
}
