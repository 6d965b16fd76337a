/**
 * A shop of 24 products and the people who go there, told to the engine through the public API.
 */
import type { CentreProduct } from '../../../apps/privacy-centre/src/index.ts'
import type { Client, ShopEvent } from '../../../clients/http-client/src/index.ts'
import { newId } from '../../../packages/web-pages/src/index.ts'

const MS_PER_DAY = 86_400_000

export interface CentreShop {
  /** Puts the products in and has eight others teach the model. */
  open(): Promise<void>
  /** Somebody with a saved level; with a history of three months if asked. @returns her anonymous id */
  person(level: number, hasHistory?: boolean): Promise<string>
  /** The client in her name. */
  as(anonymousId: string): Promise<Client>
}

/** What she did, with what, how many days ago. */
type Step = readonly [event: ShopEvent['event'], itemId: string, daysAgo: number]

const SHELVES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'coffee/beans': [
    ['Kawa z Etiopii 250 g', 'Ethiopian coffee 250 g'],
    ['Kawa z Kolumbii 250 g', 'Colombian coffee 250 g'],
    ['Mieszanka domowa 1 kg', 'House blend 1 kg'],
  ],
  'coffee/gear': [
    ['Młynek ręczny', 'Hand grinder'],
    ['Filtry papierowe', 'Paper filters'],
    ['Kawiarka na 4 filiżanki', 'Moka pot for 4 cups'],
  ],
  'garden/seeds': [
    ['Bazylia, nasiona', 'Basil seeds'],
    ['Łąka kwietna na 10 m²', 'Wildflower meadow for 10 m²'],
    ['Pomidor malinowy, nasiona', 'Raspberry tomato seeds'],
  ],
  'garden/tools': [
    ['Konewka 5 l', 'Watering can 5 l'],
    ['Sekator kuty', 'Forged secateurs'],
    ['Rękawice ogrodowe', 'Gardening gloves'],
  ],
  'tea/green': [
    ['Sencha wiosenna 100 g', 'Spring sencha 100 g'],
    ['Jaśminowe perły 50 g', 'Jasmine pearls 50 g'],
    ['Genmaicha z ryżem 100 g', 'Genmaicha with rice 100 g'],
  ],
  'tea/ware': [
    ['Gaiwan porcelanowy 120 ml', 'Porcelain gaiwan 120 ml'],
    ['Czajniczek kamionkowy', 'Stoneware teapot'],
    ['Zaparzacz z drobnym sitkiem', 'Fine mesh infuser'],
  ],
  'trail/gear': [
    ['Plecak 24 l', 'Backpack 24 l'],
    ['Bidon stalowy 750 ml', 'Steel bottle 750 ml'],
    ['Kije składane, para', 'Folding poles, pair'],
  ],
  'trail/wear': [
    ['Skarpety z wełny', 'Wool socks'],
    ['Kurtka przeciwdeszczowa', 'Rain jacket'],
    ['Czapka na wiatr', 'Windproof cap'],
  ],
}

/** Products of the little shop, `tea-ware-1` and so on. */
export const PRODUCTS: readonly CentreProduct[] = Object.entries(SHELVES).flatMap(([category, titles]) =>
  titles.map(([pl, en], index) => {
    const itemId = `${category.replace('/', '-')}-${index + 1}`
    return {
      address: `/shop/product/${itemId}`,
      category,
      itemId,
      picture: `/picture/${itemId}.svg`,
      title: { en, pl },
    }
  }),
)

/** What the shop's server does, with its secret key. */
export function shopOver(client: Client): CentreShop {
  const as = async (anonymousId: string): Promise<Client> =>
    client.with({ key: (await client.issueShopperToken({ body: { anonymous_id: anonymousId } })).token })
  const choose = async (anonymousId: string, level: number, train: boolean): Promise<void> => {
    const { notice_version } = await client.consentPolicy()
    const calls = await as(anonymousId)
    const purposes = train ? { train_models: true } : {}
    await calls.putConsent({ body: { level, locale: 'pl', method: 'centre', notice_version, purposes } })
  }
  const tell = async (anonymousId: string, steps: readonly Step[]): Promise<void> => {
    await client.recordEvents({
      body: {
        events: steps.map(([event, itemId, daysAgo], index) => ({
          anonymous_id: anonymousId,
          event,
          event_id: `${anonymousId}-${index}`,
          items: [{ item_id: itemId, price: { amount: '20.00', currency: 'PLN' }, quantity: 1 }],
          session_id: `${anonymousId}-${daysAgo}`,
          time: new Date(Date.now() - daysAgo * MS_PER_DAY - 60_000 * (steps.length - index)).toISOString(),
          ...(event === 'purchase' ? { transaction_id: `${anonymousId}-${index}` } : {}),
        })),
      },
    })
  }
  return {
    as,
    open: async () => {
      await client.putProducts({
        body: {
          products: PRODUCTS.map(({ category, itemId, title }, index) => ({
            category,
            counts: { bought_with: [], sold_30_days: 60 - index, viewed_30_days: 400 - index },
            item_id: itemId,
            price: { amount: '20.00', currency: 'PLN' },
            title: title.pl,
            title_en: title.en,
          })),
        },
      })
      for (let other = 0; other < 8; other++) {
        const id = `other-${other}`
        const shelf = PRODUCTS.slice(other * 3, other * 3 + 3)
        await choose(id, 3, true)
        await tell(
          id,
          [...shelf, ...PRODUCTS.slice((other * 3 + 6) % 24, ((other * 3 + 6) % 24) + 2)].map(
            ({ itemId }) => ['view_item', itemId, 3] satisfies Step,
          ),
        )
      }
      // An erasure ends with a model published: the others are learned from here on.
      await choose('passer-by', 3, true)
      await (await as('passer-by')).eraseMe({ body: { confirm: true } })
    },
    person: async (level: number, hasHistory = false) => {
      const id = newId()
      if (level > 0 || hasHistory) await choose(id, level, false)
      if (!hasHistory) return id
      await tell(id, [
        ['view_item', 'tea-ware-1', 80],
        ['view_item', 'tea-green-2', 61],
        ['view_item', 'coffee-beans-1', 40],
        ['view_item', 'coffee-gear-2', 21],
        ['view_item', 'trail-gear-1', 6],
        ['view_item', 'tea-ware-2', 1],
        ['add_to_cart', 'tea-ware-2', 1],
        ['purchase', 'tea-ware-2', 1],
        ['purchase', 'coffee-beans-1', 40],
      ])
      const calls = await as(id)
      if (level >= 2) await calls.putTaste({ body: { likes: ['garden-seeds-1'], never: ['coffee-gear-3'] } })
      for (const slot of ['home', 'similar'])
        await client.recommend({
          body: {
            context: { page_type: 'home' },
            slots: [{ id: slot, limit: 4 }],
            visitor: { anonymous_id: id, session_id: 'now' },
          },
        })
      return id
    },
  }
}
