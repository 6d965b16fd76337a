/**
 * Eight invented people with a name, a story and a choice: those one can be in the demo.
 *
 * Their taste is set by hand, their visits follow from it like everybody's; what their story rests on is
 * scripted, so that it is there whatever chance does.
 */
import type { Level, Localized } from '@umiar/vocabulary'
import { DEPARTMENTS } from '../polana/departments.ts'
import type { Plan } from './behaviour.ts'
import { DAYS, type Good } from './goods.ts'
import { inventedId } from './seeded-random.ts'
import type { Habits, Shopper, Taste } from './shopper.ts'

/** The card of a hero. */
export interface HeroCard {
  readonly key: string
  readonly name: string
  /** Who she is, in one sentence. */
  readonly story: Localized
  /** What to look at when one is her. */
  readonly notice: Localized
  /** What she saved. */
  readonly level: Level
  readonly trainModels: boolean
  /** Her id in the engine, as long as nobody erased her. */
  readonly anonymousId: string
}

interface HeroNotes {
  readonly card: Omit<HeroCard, 'anonymousId'>
  readonly interests: readonly [string, string, string]
  readonly styles: Readonly<Record<string, string>>
  readonly brands: readonly string[]
  readonly taste?: Partial<Taste>
  readonly habits?: Partial<Habits>
  /** Hints she gave herself, ids; kept from level 2 on. */
  readonly hints?: { readonly likes: readonly string[]; readonly never: readonly string[] }
  /** What surely happened: days ago, ids, and whether she bought, only looked, gave away or sent back. */
  readonly script: readonly (readonly [
    daysAgo: number,
    ids: readonly string[],
    act: 'buys' | 'looks' | 'gives' | 'returns',
  ])[]
}

const card = (
  key: string,
  name: string,
  level: Level,
  story: Localized,
  notice: Localized,
  trainModels = level === 3,
): HeroNotes['card'] => ({ key, level, name, notice, story, trainModels })

const NOTES: readonly HeroNotes[] = [
  {
    brands: ['Jedwabna Nić', 'Białe Szkliwo', 'Glina i Para', 'Cichy Czajnik'],
    card: card(
      'ola',
      'Ola',
      3,
      {
        en: 'Ola, 34, drinks loose-leaf tea from gaiwans and opens a new bag of coffee every 24 days.',
        pl: 'Ola, 34 lata, pije herbatę liściastą z gaiwanów, a co 24 dni otwiera nową paczkę kawy.',
      },
      {
        en: 'Her shelf holds teapots and teas that go with what she has, and never again the gaiwan she owns.',
        pl: 'Na jej półce są czajniki i herbaty do tego, co ma, a gaiwanu, który już kupiła, nie ma.',
      },
    ),
    interests: ['tea', 'ware', 'coffee'],
    script: [
      [112, ['gaiwan-malowany', 'tieguanyin'], 'buys'],
      [97, ['etiopia-sidamo', 'filtry-stozkowe'], 'buys'],
      [73, ['etiopia-sidamo', 'rumianek-lawenda'], 'buys'],
      [49, ['etiopia-sidamo', 'earl-grey-blawatek'], 'buys'],
      [25, ['etiopia-sidamo'], 'buys'],
      [12, ['kyusu-boczny', 'miska-do-matchy', 'czarka-raku'], 'looks'],
      [
        4,
        ['darjeeling-pierwszy-zbior', 'earl-grey-blawatek', 'kwiaty-herbaciane', 'czajniczek-szklany'],
        'looks',
      ],
    ],
    styles: { coffee: 'honey', tea: 'floral', ware: 'painted' },
    taste: { replenishDays: 24 },
  },
  {
    brands: ['Kuźnia Zielna', 'Zagon', 'Ryś i Syn', 'Miedza'],
    card: card(
      'janusz',
      'Janusz',
      0,
      {
        en: 'Janusz, 67, grows tomatoes and walks in the hills; he wants no personalization and large letters.',
        pl: 'Janusz, 67 lat, uprawia pomidory i chodzi po górach; personalizacji nie chce, woli duże litery.',
      },
      {
        en: 'Nothing is kept about him, and the shelves are still good: they follow from the page he is on.',
        pl: 'Nic o nim nie wiemy, a półki i tak są dobre: wynikają ze strony, na której jest.',
      },
    ),
    habits: { hour: 8, visits: 20 },
    interests: ['garden', 'gear', 'wear'],
    script: [
      [80, ['sekator-kuty', 'pomidor-malinowy'], 'buys'],
      [30, ['manierka-watra', 'skarpety-welna'], 'buys'],
    ],
    styles: { garden: 'classic', gear: 'heritage', wear: 'forest' },
  },
  {
    brands: ['Podwórze 9', 'Trzecie Ziarno', 'Wosk i Knot', 'Pod Lipą'],
    card: card(
      'kasia',
      'Kasia',
      2,
      {
        en: 'Kasia, 38, runs campaigns for shops and shops herself; she told the shop what she likes, and nothing else.',
        pl: 'Kasia, 38 lat, prowadzi kampanie dla sklepów i sama kupuje; powiedziała, co lubi, i nic poza tym.',
      },
      {
        en: 'A few hints are enough for a good shelf; what she looks at is gone after the visit.',
        pl: 'Kilka wskazówek wystarcza na dobrą półkę; to, co ogląda, znika po wizycie.',
      },
    ),
    habits: { visits: 16 },
    hints: {
      likes: ['espresso-kamienica', 'drip-mieszanka', 'kubek-termiczny', 'swieca-las', 'koc-welniany'],
      never: ['noz-skladany', 'lapsang'],
    },
    interests: ['coffee', 'home', 'ware'],
    script: [],
    styles: { coffee: 'chocolate', home: 'nordic', ware: 'minimal' },
  },
  {
    brands: ['Halny Szew', 'Lnianka', 'Wierzbina', 'Prosty Ton'],
    card: card(
      'bartek',
      'Bartek',
      1,
      {
        en: 'Bartek, 26, hunts for reductions and wants to be forgotten when he closes the tab.',
        pl: 'Bartek, 26 lat, poluje na obniżki i chce zostać zapomniany, gdy zamknie kartę.',
      },
      {
        en: 'Open two or three products: the shelf follows. After the visit nothing of it is left.',
        pl: 'Otwórz dwa, trzy produkty: półka idzie za nimi. Po wizycie nic z tego nie zostaje.',
      },
    ),
    habits: { hour: 22, visits: 22 },
    interests: ['wear', 'home', 'tea'],
    script: [],
    styles: { home: 'retro', tea: 'fruity', wear: 'city' },
    taste: { priceSensitivity: 1.8, promo: 1 },
  },
  {
    brands: ['Kosówka', 'Lekki Krok', 'Latarnik', 'Perć'],
    card: card(
      'marek',
      'Marek',
      3,
      {
        en: 'Marek, 45, runs in the hills; last week he bought his mother things for her garden.',
        pl: 'Marek, 45 lat, biega po górach; w zeszłym tygodniu kupił mamie rzeczy do ogrodu.',
      },
      {
        en: 'Flower pots came to his shelf. Tap “it was a gift”: they leave, and running comes back.',
        pl: 'Na jego półkę trafiły doniczki. Dotknij „to był prezent”: znikną, a wróci bieganie.',
      },
    ),
    habits: { giftShare: 0, hour: 6, visits: 20 },
    interests: ['wear', 'gear', 'coffee'],
    script: [
      [88, ['buty-sciezka', 'skarpety-biegowe'], 'buys'],
      [41, ['kamizelka-biegowa', 'bidon-mietki'], 'buys'],
      [16, ['buty-mgla', 'koszulka-zryw', 'kije-skladane', 'czolowka-lekka'], 'looks'],
      [6, ['doniczka-gliniana-18', 'konewka-5l'], 'gives'],
    ],
    styles: { coffee: 'fruity', gear: 'light', wear: 'running' },
    taste: { novelty: 0.7, priceSensitivity: 0.3 },
  },
  {
    brands: ['Halny Szew', 'Przełęcz', 'Sikorka', 'Deszczowiec'],
    card: card(
      'zuza',
      'Zuza',
      3,
      {
        en: 'Zuza, 29, orders shoes, tries them on at home and sends half of them back.',
        pl: 'Zuza, 29 lat, zamawia buty, przymierza w domu i połowę odsyła.',
      },
      {
        en: 'What she sent back is not hers: it counts as returned and may come back to the shelf.',
        pl: 'Co odesłała, nie jest jej: liczy się jako zwrot i może wrócić na półkę.',
      },
    ),
    habits: { returnShare: 0.3, visits: 20 },
    interests: ['wear', 'home', 'gear'],
    script: [
      [34, ['trampki-bruk'], 'buys'],
      [20, ['buty-sciezka'], 'returns'],
      [13, ['sandaly-potok'], 'returns'],
      [3, ['bluza-osiedle', 'parka-przystanek', 'szorty-lipiec'], 'looks'],
    ],
    styles: { gear: 'family', home: 'retro', wear: 'city' },
  },
  {
    brands: ['Lnianka', 'Wosk i Knot', 'Wierzbina', 'Mydlana Łąka'],
    card: card(
      'natalia',
      'Natalia',
      3,
      {
        en: 'Natalia, 31, buys linen, herbs and soap; lately she has looked at the private shelf too.',
        pl: 'Natalia, 31 lat, kupuje len, zioła i mydło; ostatnio zagląda też na prywatną półkę.',
      },
      {
        en: 'No shelf, no reason and no line of her data speaks of the private products: the shop never told.',
        pl: 'Żadna półka, żaden powód ani wiersz jej danych nie mówi o prywatnych produktach: sklep ich nie przekazał.',
      },
    ),
    habits: { privateShare: 0.4, visits: 20 },
    interests: ['home', 'tea', 'daily'],
    script: [
      [21, ['test-ciazowy'], 'buys'],
      [17, ['kwas-foliowy', 'rumianek-lawenda'], 'buys'],
      [9, ['kwas-foliowy', 'omega-z-alg', 'recznik-waflowy'], 'looks'],
      [2, ['poduszka-len', 'swieca-las', 'mieta-lipa'], 'looks'],
    ],
    styles: { daily: 'natural', home: 'nordic', tea: 'fresh' },
    taste: { eco: 0.9 },
  },
  {
    brands: ['Podwórze 9', 'Palarnia Rdza', 'Porankowa', 'Prosty Ton'],
    card: card(
      'tomek',
      'Tomek',
      3,
      {
        en: 'Tomek, 41, orders coffee and tea for an office of twelve, on every second Monday.',
        pl: 'Tomek, 41 lat, zamawia kawę i herbatę dla dwunastoosobowego biura, w co drugi poniedziałek.',
      },
      {
        en: 'His history helps him alone: he did not agree to teach suggestions for others.',
        pl: 'Jego historia pomaga tylko jemu: nie zgodził się na naukę podpowiedzi dla innych.',
      },
      false,
    ),
    habits: { hour: 10, visits: 12 },
    interests: ['coffee', 'tea', 'ware'],
    script: [106, 92, 78, 64, 50, 36, 22, 8].map(
      (daysAgo, index) =>
        [
          daysAgo,
          index % 2 === 0
            ? ['mieszanka-domowa', 'filtry-stozkowe', 'ceylon-poranny']
            : ['mieszanka-domowa', 'rooibos-pomarancza'],
          'buys',
        ] as const,
    ),
    styles: { coffee: 'nutty', tea: 'fresh', ware: 'minimal' },
    taste: { priceSensitivity: 1.2, replenishDays: 14 },
  },
]

const SHARES = [0.55, 0.25, 0.12] as const
/** The last days belong to the story alone: what they did last weighs most. */
const QUIET_DAYS = 18

/** Those one can be, in the order they are offered. */
export const HEROES: readonly HeroCard[] = NOTES.map(({ card: own }) => ({
  ...own,
  anonymousId: inventedId(`polana hero ${own.key}`),
}))

/** A hero as a shopper. @param index her place after all others */
export function heroShopper(hero: HeroCard, index: number): Shopper {
  const { brands, habits, interests, styles, taste } = notesOf(hero)
  const left = (1 - 0.92) / (DEPARTMENTS.length - interests.length)
  return {
    anonymousId: hero.anonymousId,
    archetype: 'hero',
    attitude: { level: hero.level, trainModels: hero.trainModels },
    habits: {
      giftShare: 0,
      hour: 18,
      isAdult: true,
      privateShare: 0,
      returnShare: 0,
      untilDay: DAYS - QUIET_DAYS,
      visits: 18,
      ...habits,
    },
    hero: hero.key,
    index,
    taste: {
      brands: new Set(brands),
      departments: Object.fromEntries(
        DEPARTMENTS.map(({ id }) => [id, SHARES[interests.indexOf(id)] ?? left]),
      ),
      eco: 0.3,
      novelty: 0.3,
      priceSensitivity: 0.6,
      promo: 0.3,
      replenishDays: 28,
      sizes: { clothes: 'M', gloves: 'M', shoes: '40', socks: '39–41' },
      styles: {
        ...Object.fromEntries(
          DEPARTMENTS.map((department) => [department.id, Object.keys(department.styles)[0] ?? '']),
        ),
        ...styles,
      },
      ...taste,
    },
  }
}

/** Hints a hero gave; empty below level 2. */
export function heroHints(hero: HeroCard): {
  readonly likes: readonly string[]
  readonly never: readonly string[]
} {
  return notesOf(hero).hints ?? { likes: [], never: [] }
}

/** What surely happens to her. */
export function heroScript(hero: HeroCard, goods: readonly Good[]): readonly Plan[] {
  const byId = new Map(goods.map((good) => [good.id, good]))
  return notesOf(hero).script.map(([daysAgo, ids, act]): Plan => {
    const named = ids.map((id) => {
      const good = byId.get(id)
      if (good === undefined)
        throw new RangeError(`the story of ${hero.key} names ${id}, which Polana does not sell`)
      return good
    })
    return {
      day: DAYS - daysAgo,
      goods: named,
      why: 'script',
      ...(act === 'looks' ? { looksOnly: true } : {}),
      ...(act === 'gives' ? { isGift: true } : {}),
      ...(act === 'returns' ? { isReturned: true } : {}),
    }
  })
}

function notesOf(hero: HeroCard): HeroNotes {
  const notes = NOTES.find(({ card: own }) => own.key === hero.key)
  if (notes === undefined) throw new RangeError(`nobody is called ${hero.key}`)
  return notes
}
