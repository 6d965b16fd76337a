/**
 * The catalogue of Polana, an invented shop: tea, coffee, trail, garden, and a small private shelf.
 *
 * Consumables, durable goods and what goes with them, so that each kind of suggestion has something
 * to show. Names, brands and counts are made up; counts stand for what a shop knows without persons.
 */
import type { CatalogueProduct } from '../pages/catalogue.ts'
import { fnv1a } from '../pages/fnv1a.ts'
import { seededDraws } from './seeded-random.ts'

type Row = readonly [
  id: string,
  category: string,
  title: string,
  titleEn: string,
  brand: string,
  price: string,
]

const ROWS: readonly Row[] = [
  ['sencha-wiosenna', 'tea/green', 'Sencha wiosenna 100 g', 'Spring sencha 100 g', 'Cichy Czajnik', '42.00'],
  ['gunpowder', 'tea/green', 'Gunpowder 100 g', 'Gunpowder 100 g', 'Cichy Czajnik', '24.50'],
  [
    'genmaicha',
    'tea/green',
    'Genmaicha z prażonym ryżem 100 g',
    'Genmaicha with roasted rice 100 g',
    'Siedem Liści',
    '36.00',
  ],
  ['jasminowe-perly', 'tea/green', 'Jaśminowe perły 50 g', 'Jasmine pearls 50 g', 'Siedem Liści', '49.90'],
  ['assam', 'tea/black', 'Assam złoty 100 g', 'Golden assam 100 g', 'Cichy Czajnik', '29.90'],
  [
    'earl-grey',
    'tea/black',
    'Earl grey z bławatkiem 100 g',
    'Earl grey with cornflower 100 g',
    'Siedem Liści',
    '27.90',
  ],
  [
    'darjeeling',
    'tea/black',
    'Darjeeling, pierwszy zbiór 50 g',
    'First flush darjeeling 50 g',
    'Siedem Liści',
    '54.00',
  ],
  ['mieta-lipa', 'tea/herbal', 'Mięta z lipą 60 g', 'Mint and linden 60 g', 'Miedza', '16.90'],
  ['hibiskus', 'tea/herbal', 'Hibiskus z dziką różą 80 g', 'Hibiscus and rosehip 80 g', 'Miedza', '18.50'],
  ['gaiwan', 'tea/ware', 'Gaiwan porcelanowy 120 ml', 'Porcelain gaiwan 120 ml', 'Glina i Para', '79.00'],
  [
    'czajniczek',
    'tea/ware',
    'Czajniczek kamionkowy 400 ml',
    'Stoneware teapot 400 ml',
    'Glina i Para',
    '139.00',
  ],
  ['zaparzacz', 'tea/ware', 'Zaparzacz z drobnym sitkiem', 'Fine mesh infuser', 'Cichy Czajnik', '34.00'],
  [
    'etiopia',
    'coffee/beans',
    'Etiopia, kawa ziarnista 250 g',
    'Ethiopia coffee beans 250 g',
    'Trzecie Ziarno',
    '46.00',
  ],
  [
    'kolumbia',
    'coffee/beans',
    'Kolumbia, kawa ziarnista 250 g',
    'Colombia coffee beans 250 g',
    'Trzecie Ziarno',
    '44.00',
  ],
  ['brazylia', 'coffee/beans', 'Brazylia na espresso 500 g', 'Brazil for espresso 500 g', 'Poranek', '62.00'],
  [
    'bezkofeinowa',
    'coffee/beans',
    'Kawa bezkofeinowa 250 g',
    'Decaffeinated beans 250 g',
    'Poranek',
    '43.00',
  ],
  ['mieszanka-domowa', 'coffee/beans', 'Mieszanka domowa 1 kg', 'House blend 1 kg', 'Poranek', '98.00'],
  [
    'mlynek-reczny',
    'coffee/gear',
    'Młynek ręczny ze stalowymi żarnami',
    'Hand grinder with steel burrs',
    'Kuźnica',
    '219.00',
  ],
  [
    'dripper',
    'coffee/gear',
    'Dripper ceramiczny na 2 filiżanki',
    'Ceramic dripper for 2 cups',
    'Glina i Para',
    '89.00',
  ],
  [
    'filtry',
    'coffee/gear',
    'Filtry papierowe, 100 sztuk',
    'Paper filters, pack of 100',
    'Trzecie Ziarno',
    '24.00',
  ],
  ['waga', 'coffee/gear', 'Waga z minutnikiem', 'Scale with timer', 'Kuźnica', '129.00'],
  [
    'kawiarka',
    'coffee/gear',
    'Kawiarka stalowa na 4 filiżanki',
    'Steel moka pot for 4 cups',
    'Kuźnica',
    '149.00',
  ],
  ['kubek-termiczny', 'coffee/gear', 'Kubek termiczny 350 ml', 'Travel mug 350 ml', 'Poranek', '74.00'],
  ['buty-grzbiet', 'trail/shoes', 'Buty trekkingowe „Grzbiet”', 'Hiking boots “Grzbiet”', 'Hala', '489.00'],
  [
    'buty-sciezka',
    'trail/shoes',
    'Buty do biegania w terenie „Ścieżka”',
    'Trail running shoes “Ścieżka”',
    'Hala',
    '379.00',
  ],
  ['sandaly', 'trail/shoes', 'Sandały turystyczne', 'Hiking sandals', 'Przełęcz', '199.00'],
  ['skarpety-welna', 'trail/wear', 'Skarpety z wełny merynosów', 'Merino wool socks', 'Przełęcz', '59.00'],
  ['koszulka-welna', 'trail/wear', 'Koszulka z wełny merynosów', 'Merino wool shirt', 'Przełęcz', '229.00'],
  ['kurtka', 'trail/wear', 'Kurtka przeciwdeszczowa', 'Rain jacket', 'Hala', '399.00'],
  ['czapka', 'trail/wear', 'Czapka na wiatr', 'Windproof cap', 'Hala', '69.00'],
  ['plecak-24', 'trail/gear', 'Plecak 24 l', 'Backpack 24 l', 'Przełęcz', '289.00'],
  ['bidon', 'trail/gear', 'Bidon stalowy 750 ml', 'Steel bottle 750 ml', 'Przełęcz', '64.00'],
  ['czolowka', 'trail/gear', 'Czołówka ładowana z USB', 'USB rechargeable headlamp', 'Kuźnica', '119.00'],
  ['wosk', 'trail/gear', 'Wosk do butów', 'Boot wax', 'Hala', '29.00'],
  ['kije', 'trail/gear', 'Kije składane, para', 'Folding poles, pair', 'Przełęcz', '249.00'],
  [
    'pomidor-malinowy',
    'garden/seeds',
    'Pomidor malinowy, nasiona',
    'Raspberry tomato seeds',
    'Miedza',
    '7.90',
  ],
  ['bazylia', 'garden/seeds', 'Bazylia zielona, nasiona', 'Green basil seeds', 'Miedza', '5.50'],
  ['laka-kwietna', 'garden/seeds', 'Łąka kwietna na 10 m²', 'Wildflower meadow for 10 m²', 'Miedza', '34.00'],
  [
    'slonecznik',
    'garden/seeds',
    'Słonecznik ozdobny, nasiona',
    'Ornamental sunflower seeds',
    'Zagon',
    '8.90',
  ],
  ['lopatka', 'garden/tools', 'Łopatka ogrodowa z jesionu', 'Ash-handled trowel', 'Zagon', '44.00'],
  ['sekator', 'garden/tools', 'Sekator kuty', 'Forged secateurs', 'Kuźnica', '139.00'],
  ['konewka', 'garden/tools', 'Konewka cynkowana 5 l', 'Galvanised watering can 5 l', 'Zagon', '99.00'],
  ['rekawice', 'garden/tools', 'Rękawice ogrodowe', 'Gardening gloves', 'Zagon', '32.00'],
  ['doniczka-18', 'garden/pots', 'Doniczka gliniana 18 cm', 'Clay pot 18 cm', 'Glina i Para', '28.00'],
  ['skrzynka', 'garden/pots', 'Skrzynka balkonowa 60 cm', 'Balcony box 60 cm', 'Zagon', '54.00'],
  [
    'zelazo',
    'care/supplements',
    'Żelazo z witaminą C, 60 kapsułek',
    'Iron with vitamin C, 60 capsules',
    'Rumianek',
    '39.00',
  ],
  [
    'kwas-foliowy',
    'care/supplements',
    'Kwas foliowy, 90 tabletek',
    'Folic acid, 90 tablets',
    'Rumianek',
    '24.00',
  ],
  [
    'emulsja',
    'care/intimate',
    'Emulsja do higieny intymnej 300 ml',
    'Intimate wash 300 ml',
    'Rumianek',
    '31.00',
  ],
]

const SOLD_OUT: ReadonlySet<string> = new Set(['darjeeling', 'waga', 'sandaly'])
const NEW_THIS_SEASON: ReadonlySet<string> = new Set([
  'jasminowe-perly',
  'kije',
  'laka-kwietna',
  'kubek-termiczny',
])

/** What people take along: from a category to the categories that complete it. */
const COMPLETES: Readonly<Record<string, readonly string[]>> = {
  'coffee/beans': ['coffee/gear'],
  'coffee/gear': ['coffee/beans'],
  'garden/pots': ['garden/seeds', 'garden/tools'],
  'garden/seeds': ['garden/pots', 'garden/tools'],
  'garden/tools': ['garden/seeds', 'garden/pots'],
  'tea/black': ['tea/ware', 'tea/herbal'],
  'tea/green': ['tea/ware'],
  'tea/herbal': ['tea/ware', 'tea/black'],
  'tea/ware': ['tea/green', 'tea/black'],
  'trail/gear': ['trail/shoes', 'trail/wear'],
  'trail/shoes': ['trail/wear', 'trail/gear'],
  'trail/wear': ['trail/shoes', 'trail/gear'],
}

/** How much a product is liked, 0.2–1, by its id alone. */
export function appealOf(itemId: string): number {
  return 0.2 + 0.8 * ((fnv1a(itemId) % 1000) / 1000) ** 1.5
}

/** The 48 products, in the form `POST /v1/products:batch` takes. */
export function demoCatalogue(): readonly CatalogueProduct[] {
  return ROWS.map(([id, category, title, titleEn, brand, price]) => {
    const sensitive = category.startsWith('care/')
    const sold = Math.round(12 + 150 * appealOf(id) * (Number(price) < 60 ? 1 : 0.4))
    return {
      available: !SOLD_OUT.has(id),
      brand,
      category,
      // Counts of private matters stay at home, although they name nobody.
      ...(sensitive
        ? {}
        : {
            counts: {
              bought_with: boughtWith(id, category, sold),
              sold_30_days: sold,
              viewed_30_days: sold * 9,
            },
          }),
      item_id: id,
      price: { amount: price, currency: 'PLN' },
      released_at: NEW_THIS_SEASON.has(id) ? '2026-09-15T00:00:00Z' : '2025-03-01T00:00:00Z',
      sensitive,
      title,
      title_en: titleEn,
    }
  })
}

/** Up to four products taken along, the best liked ones of the completing categories, with counts from 5. */
function boughtWith(
  itemId: string,
  category: string,
  sold: number,
): readonly { readonly item_id: string; readonly count: number }[] {
  const draws = seededDraws(fnv1a(`bought with ${itemId}`))
  const completing = COMPLETES[category] ?? []
  return ROWS.filter(([id, other]) => completing.includes(other) && id !== itemId)
    .map(([id]) => ({
      count: Math.round(5 + sold * 0.3 * appealOf(id) * (0.5 + draws.fraction())),
      item_id: id,
    }))
    .sort((a, b) => b.count - a.count || (a.item_id < b.item_id ? -1 : 1))
    .slice(0, 4)
}
