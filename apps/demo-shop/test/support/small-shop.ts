/**
 * A shop of nine products that can be read at a glance, and an engine that remembers what it was told.
 */
import type { ConsentReply, MeReply, PreviewLevelReply } from '@umiar/http-client'
import type { Order, ShopEngine } from '../../src/engine.ts'
import type { ShopData, ShopProduct } from '../../src/shop-data.ts'

const fact = (pl: string, en: string, value: string) => ({
  label: { en, pl },
  value: { en: value, pl: value },
})

/** One product; `more` changes it. */
export function product(
  id: string,
  category: string,
  amount: string,
  more: Partial<ShopProduct> = {},
): ShopProduct {
  return {
    completes: [],
    facts: [fact('Waga', 'Weight', `${id.length * 10} g`), fact('Kraj', 'Country', 'PL')],
    feed: {
      available: true,
      brand: 'Siedem Liści',
      category,
      item_id: id,
      price: { amount, currency: 'PLN' },
      sensitive: false,
      title: `Produkt ${id}`,
      title_en: `Product ${id}`,
    },
    variants: [],
    ...more,
  }
}

const sencha = product('sencha', 'tea/green', '42.00', { completes: ['gaiwan'] })

/** Tea, teaware, one private and one adults-only product. */
export const SMALL_SHOP: ShopData = {
  categories: new Map([
    ['tea', { en: 'Tea', pl: 'Herbata' }],
    ['tea/green', { en: 'Green tea', pl: 'Herbata zielona' }],
    ['tea/ware', { en: 'Teaware', pl: 'Do parzenia' }],
    ['care', { en: 'Health', pl: 'Zdrowie' }],
  ]),
  currency: 'PLN',
  name: 'Polana',
  picture: () => '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  products: [
    { ...sencha, feed: { ...sencha.feed, title: 'Żółta sencha', title_en: 'Yellow sencha' } },
    product('gunpowder', 'tea/green', '24.50', {
      reduced: {
        before: { amount: '31.00', currency: 'PLN' },
        lowest30Days: { amount: '26.00', currency: 'PLN' },
      },
    }),
    product('genmaicha', 'tea/green', '36.00', { variants: ['50 g', '100 g'] }),
    product('gaiwan', 'tea/ware', '79.00'),
    product('cup', 'tea/ware', '28.00'),
    product('pot', 'tea/ware', '139.00'),
    soldOut(product('kettle', 'tea/ware', '199.00')),
    privateMatter(product('iron', 'care', '39.00')),
    product('wine', 'care', '49.00', { adultsOnly: true }),
  ],
}

function soldOut(one: ShopProduct): ShopProduct {
  return { ...one, feed: { ...one.feed, available: false } }
}

function privateMatter(one: ShopProduct): ShopProduct {
  return { ...one, feed: { ...one.feed, sensitive: true } }
}

/** An engine for page tests: levels by id, and everything it was asked. */
export interface FakeEngine extends ShopEngine {
  readonly levels: Map<string, number>
  readonly paused: Set<string>
  readonly purchases: Order[]
  isDown: boolean
}

export function fakeEngine(): FakeEngine {
  const levels = new Map<string, number>()
  const paused = new Set<string>()
  const purchases: Order[] = []
  const engine: FakeEngine = {
    async consent(anonymousId) {
      refuseIfDown()
      return { level: levels.get(anonymousId) ?? 0, restricted: paused.has(anonymousId) } as ConsentReply
    },
    async held(anonymousId) {
      refuseIfDown()
      const rows = levels.has(anonymousId) ? 3 : 0
      return {
        held: [{ kept_until: '2027-02-21T00:00:00Z', name: 'Co oglądasz', rows, table: 'browsing' }],
      } as unknown as MeReply
    },
    isDown: false,
    levels,
    paused,
    async preview(level) {
      refuseIfDown()
      const example =
        level === 0 ? null : { bought: [], likes: [], text: `Osoba zmyślona ${level}`, viewed: [] }
      const items = [{ item_id: 'gaiwan', position: 1, reasons: [] }]
      return {
        data_used: [],
        example,
        slots: [{ items, mode: 'context', removed: {}, slot: 'home' }],
      } as PreviewLevelReply
    },
    async purchase(order) {
      refuseIfDown()
      purchases.push(order)
      return levels.get(order.anonymousId) === 3 ? 'accepted' : 'session_only'
    },
    purchases,
    async token(anonymousId) {
      refuseIfDown()
      return `token of ${anonymousId}`
    },
  }
  const refuseIfDown = (): void => {
    if (engine.isDown) throw new Error('the engine does not answer')
  }
  return engine
}
