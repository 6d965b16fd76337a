/**
 * Eleven traps of real shops, each with the result an honest engine has to show.
 *
 * They are played through the public API on an engine that holds Polana; every claim is a sentence that
 * is true or not. Each leaves the catalogue as it was.
 */
import type { Localized } from '@umiar/vocabulary'
import { type Claim, openStage, type Stage, type StageOptions } from './stage.ts'

export interface Scenario {
  readonly id: string
  /** What must come out, for people. */
  readonly expected: Localized
  play(stage: Stage): Promise<void>
}

const RUNNING = ['buty-sciezka', 'koszulka-zryw', 'kamizelka-biegowa', 'skarpety-biegowe'] as const
const GARDEN = ['doniczka-gliniana-18', 'konewka-5l'] as const
const PRIVATE = ['kwas-foliowy', 'test-ciazowy'] as const
const PERSONAL_DATA = ['session_events', 'view_history', 'purchase_history', 'declared_taste'] as const
const HOME = { limit: 12, pageType: 'home' } as const

const both = (pl: string, en: string): Localized => ({ en, pl })
const disjoint = (a: readonly string[], b: readonly string[]): boolean => a.every((id) => !b.includes(id))

export const SCENARIOS: readonly Scenario[] = [
  {
    expected: both(
      'Po dotknięciu „to był prezent” żaden powód nie wspomina o prezentach, a bieganie zostaje.',
      'After “it was a gift” no reason speaks of the gifts, and running stays.',
    ),
    id: 'gift-purchase',
    async play(stage) {
      const marek = stage.actor('gift')
      await marek.choose(3)
      await marek.does('view_item', RUNNING, { daysAgo: 9 })
      await marek.does('purchase', GARDEN, { daysAgo: 3, order: 'gift' })
      const before = await marek.asks(HOME)
      stage.claims('before, some reason rests on a gift', !disjoint(GARDEN, before.restsOn))
      for (const gift of GARDEN) await marek.taps(gift, 'gift')
      const after = await marek.asks(HOME)
      stage.claims('afterwards no reason rests on a gift', disjoint(GARDEN, after.restsOn))
      stage.claims(
        'his own taste is still used',
        after.restsOn.some((id) => (RUNNING as readonly string[]).includes(id)),
      )
    },
  },
  {
    expected: both(
      'Dwie osoby przy jednym tablecie pozostają dwiema: historia jednej nie trafia na półkę drugiej.',
      'Two people at one tablet stay two: the history of one never reaches the shelf of the other.',
    ),
    id: 'shared-tablet',
    async play(stage) {
      const [her, him] = [stage.actor('tablet her'), stage.actor('tablet him')]
      for (const person of [her, him]) await person.choose(3)
      await her.does('view_item', RUNNING)
      await him.does('view_item', GARDEN)
      stage.claims('nothing of hers rests on his', disjoint(GARDEN, (await her.asks(HOME)).restsOn))
      stage.claims('nothing of his rests on hers', disjoint([...RUNNING], (await him.asks(HOME)).restsOn))
    },
  },
  {
    expected: both(
      'Robot bez zgody nie zostawia niczego: odpowiedź dla wszystkich się nie zmienia.',
      'A bot that agreed to nothing leaves nothing: what everybody sees does not change.',
    ),
    id: 'bot',
    async play(stage) {
      const before = await stage.engine.ask(undefined, HOME)
      const statuses = await stage.actor('bot').does(
        'view_item',
        Array.from({ length: 300 }, () => 'miod-lipowy'),
      )
      stage.claims(
        'all its events are dropped',
        statuses.every((status) => status === 'dropped_no_consent'),
      )
      const after = await stage.engine.ask(undefined, HOME)
      stage.claims('the common shelf is the same', before.ids.join() === after.ids.join())
    },
  },
  {
    expected: both(
      'Produkt, który się skończył, znika przy następnym żądaniu i wraca, gdy znów jest.',
      'A product that sells out leaves at the next request and returns with the stock.',
    ),
    id: 'stock-out-while-viewing',
    async play(stage) {
      const person = stage.actor('stock')
      await person.choose(1)
      await person.does('view_item', ['buty-grzbiet'])
      const question = { itemIds: ['buty-grzbiet'], limit: 7, pageType: 'product' } as const
      const [first = ''] = (await person.asks(question)).ids
      await stage.engine.setAvailability(first, false)
      stage.claims('it is gone at once', !(await person.asks(question)).ids.includes(first))
      await stage.engine.setAvailability(first, true)
      stage.claims('it is back at once', (await person.asks(question)).ids.includes(first))
    },
  },
  {
    expected: both(
      'Nowy produkt bez ani jednego zdarzenia stoi na półce swojego działu.',
      'A new product without a single event stands on the shelf of its department.',
    ),
    id: 'new-product',
    async play(stage) {
      const shelf = await stage.engine.ask(undefined, {
        category: 'tea/oolong',
        limit: 10,
        pageType: 'category',
        strategy: 'category_picks',
      })
      stage.claims('it is among its category’s picks', shelf.ids.includes('oolong-brzoskwinia'))
    },
  },
  {
    expected: both(
      'Kupiona rzecz trwała nie wraca na półki; odesłana nie liczy się jako posiadana.',
      'A durable she bought does not come back to the shelves; one she sent back is not hers.',
    ),
    id: 'returned-product',
    async play(stage) {
      const person = stage.actor('returner')
      await person.choose(3)
      const question = { itemIds: ['buty-mgla'], limit: 100, pageType: 'product' } as const
      stage.claims(
        'the shoes are suggested beside their like',
        (await person.asks(question)).ids.includes('buty-sciezka'),
      )
      await person.does('purchase', ['buty-sciezka'], { daysAgo: 6, order: 'shoes' })
      stage.claims('once bought they are not', !(await person.asks(question)).ids.includes('buty-sciezka'))
      await person.does('refund', ['buty-sciezka'], { daysAgo: 1, order: 'shoes' })
      stage.claims(
        'once sent back they are again',
        (await person.asks(question)).ids.includes('buty-sciezka'),
      )
    },
  },
  {
    expected: both(
      'Po „nie dla mnie” (to była miska psa, którego już nie ma) produkt nie pokazuje się nigdy więcej.',
      'After “not for me” (it reminds her of a lost dog) the product is never shown again.',
    ),
    id: 'dismissal',
    async play(stage) {
      const person = stage.actor('dismissal')
      await person.choose(3)
      await person.does('view_item', ['misa-kamionkowa', 'talerze-sniadaniowe'])
      const [first = ''] = (await person.asks(HOME)).ids
      await person.taps(first, 'not_for_me')
      const pages = [
        HOME,
        { category: stage.product(first).category, limit: 30, pageType: 'category' } as const,
      ]
      for (const page of pages)
        stage.claims(`gone from ${page.pageType}`, !(await person.asks(page)).ids.includes(first))
    },
  },
  {
    expected: both(
      'Prywatna półka nie zostawia śladu, nawet gdy sklep przez pomyłkę o niej powie.',
      'The private shelf leaves no trace, even if a shop tells of it by mistake.',
    ),
    id: 'sensitive-browsing',
    async play(stage) {
      const person = stage.actor('private')
      await person.choose(3)
      const statuses = await person.does('view_item', PRIVATE)
      stage.claims(
        'the engine refuses every such event',
        statuses.every((status) => status === 'dropped_no_consent'),
      )
      const shelf = await person.asks({ ...HOME, limit: 50 })
      stage.claims('nothing rests on it', disjoint([...PRIVATE], shelf.restsOn))
      stage.claims(
        'no private product is suggested',
        shelf.ids.every((id) => !stage.product(id).sensitive),
      )
    },
  },
  {
    expected: both(
      'Zgoda wycofana w środku wizyty działa od następnego żądania: półka jest taka jak dla każdego.',
      'Consent withdrawn in the middle of a visit counts from the next request: the shelf is everybody’s.',
    ),
    id: 'withdrawal-in-a-visit',
    async play(stage) {
      const person = stage.actor('withdrawal')
      await person.choose(3)
      await person.does('view_item', RUNNING)
      stage.claims('before, her visit is used', usesPerson(await person.asks(HOME)))
      await person.choose(0)
      const shelf = await person.asks(HOME)
      stage.claims('afterwards nothing about her is used', !usesPerson(shelf))
      stage.claims(
        'she sees what a stranger sees',
        shelf.ids.join() === (await stage.engine.ask(undefined, HOME)).ids.join(),
      )
      const statuses = await person.does('view_item', ['buty-mgla'])
      stage.claims(
        'what she does now is dropped',
        statuses.every((status) => status === 'dropped_no_consent'),
      )
    },
  },
  {
    expected: both(
      'Kto wraca po usunięciu, zaczyna od zera: dawne zdarzenia nie wchodzą tylnymi drzwiami.',
      'Whoever returns after erasure begins anew: old events do not come in by the back door.',
    ),
    id: 'erased-then-returns',
    async play(stage) {
      const person = stage.actor('erased')
      await person.choose(3)
      await person.does('view_item', RUNNING)
      await person.isErased()
      stage.claims('nothing of her is used', !usesPerson(await person.asks(HOME)))
      await person.choose(3)
      const late = await person.does('view_item', ['buty-mgla'], { daysAgo: 2 })
      stage.claims(
        'what happened before is refused',
        late.every((status) => status === 'dropped_no_consent'),
      )
      stage.claims(
        'her shelf knows nothing of then',
        disjoint([...RUNNING], (await person.asks(HOME)).restsOn),
      )
    },
  },
  {
    expected: both(
      'Nowa cena obowiązuje od następnego żądania i jest jedna dla wszystkich.',
      'A new price counts from the next request, and is one for everybody.',
    ),
    id: 'price-rise',
    async play(stage) {
      const product = stage.product('sencha-wiosenna')
      const cheap = {
        category: 'tea/green',
        filter: { price: { lte: 45 } },
        limit: 20,
        pageType: 'category',
      } as const
      const person = stage.actor('price')
      await person.choose(3)
      await person.does('view_item', ['bancha', 'gunpowder'])
      const has = async (): Promise<readonly boolean[]> =>
        [await person.asks(cheap), await stage.engine.ask(undefined, cheap)].map(({ ids }) =>
          ids.includes(product.item_id),
        )
      stage.claims(
        'at 42 it is among the cheap ones, for her and for a stranger',
        (await has()).every(Boolean),
      )
      await stage.engine.putProduct({ ...product, price: { ...product.price, amount: '58.00' } })
      stage.claims('at 58 it is not, for either', !(await has()).some(Boolean))
      await stage.engine.putProduct(product)
    },
  },
]

/** Plays one scenario. @returns its claims, in order */
export async function playScenario(scenario: Scenario, options: StageOptions): Promise<readonly Claim[]> {
  const { claims, stage } = openStage(options)
  await allIsLearned(stage)
  await scenario.play(stage)
  return claims
}

/**
 * Resolves when the engine's answers rest on all it was told so far: an erasure is answered only when the
 * model has been published without the person, and with everything said before her.
 */
async function allIsLearned(stage: Stage): Promise<void> {
  const passerBy = stage.actor('passer-by')
  await passerBy.choose(3)
  await passerBy.does('view_item', ['miod-lipowy'])
  await passerBy.isErased()
}

function usesPerson({ dataUsed }: { readonly dataUsed: readonly string[] }): boolean {
  return PERSONAL_DATA.some((category) => dataUsed.includes(category))
}
