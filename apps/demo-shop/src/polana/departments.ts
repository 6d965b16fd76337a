/**
 * The eight departments of Polana: shelves, styles and brands, and the names of colours.
 *
 * All brands are invented. A style is a matter of taste inside a department; it shows in the pattern of
 * a picture, as a brand shows in its tints.
 */
import type { Localized } from '@umiar/vocabulary'

export interface Department {
  readonly id: string
  readonly name: Localized
  /** What stands below it: last part of the category path → name, in display order. */
  readonly shelves: Readonly<Record<string, Localized>>
  /** Four styles. */
  readonly styles: Readonly<Record<string, Localized>>
  /** Six brands. */
  readonly brands: readonly string[]
}

const both = (pl: string, en: string): Localized => ({ en, pl })

export const DEPARTMENTS: readonly Department[] = [
  {
    brands: ['Cichy Czajnik', 'Siedem Liści', 'Mgłowiec', 'Wierzbina', 'Porankowa', 'Jedwabna Nić'],
    id: 'tea',
    name: both('Herbata', 'Tea'),
    shelves: {
      green: both('Zielona', 'Green'),
      black: both('Czarna', 'Black'),
      oolong: both('Oolong, biała i pu-erh', 'Oolong, white and pu-erh'),
      herbal: both('Zioła i owoce', 'Herbs and fruit'),
    },
    styles: {
      fresh: both('świeży', 'fresh'),
      floral: both('kwiatowy', 'floral'),
      toasted: both('prażony', 'toasted'),
      fruity: both('owocowy', 'fruity'),
    },
  },
  {
    brands: ['Trzecie Ziarno', 'Czarny Kos', 'Podwórze 9', 'Nocny Pociąg', 'Palarnia Rdza', 'Dobry Zmierzch'],
    id: 'coffee',
    name: both('Kawa', 'Coffee'),
    shelves: {
      espresso: both('Do espresso', 'For espresso'),
      filter: both('Do przelewu', 'For filter'),
      decaf: both('Bez kofeiny', 'Decaf'),
      quick: both('Szybkie parzenie', 'Quick brews'),
    },
    styles: {
      chocolate: both('czekoladowy', 'chocolatey'),
      fruity: both('owocowy', 'fruity'),
      nutty: both('orzechowy', 'nutty'),
      honey: both('miodowy', 'honeyed'),
    },
  },
  {
    brands: ['Glina i Para', 'Białe Szkliwo', 'Żeliwko', 'Warsztat Kropla', 'Miedziak', 'Prosty Ton'],
    id: 'ware',
    name: both('Do parzenia', 'Brewing'),
    shelves: {
      teapots: both('Czajniczki i gaiwany', 'Teapots and gaiwans'),
      cups: both('Kubki i filiżanki', 'Mugs and cups'),
      brewers: both('Dripy, kawiarki, czajniki', 'Drippers, moka pots, kettles'),
      extras: both('Młynki, filtry, dodatki', 'Grinders, filters, extras'),
    },
    styles: {
      rustic: both('rustykalny', 'rustic'),
      minimal: both('prosty', 'minimal'),
      retro: both('retro', 'retro'),
      painted: both('malowany', 'painted'),
    },
  },
  {
    brands: ['Przełęcz', 'Owcza Nić', 'Halny Szew', 'Perć', 'Kosówka', 'Deszczowiec'],
    id: 'wear',
    name: both('Odzież i buty', 'Clothing and shoes'),
    shelves: {
      shoes: both('Buty', 'Shoes'),
      jackets: both('Kurtki i polary', 'Jackets and fleeces'),
      clothes: both('Koszulki i spodnie', 'Shirts and trousers'),
      extras: both('Skarpety, czapki, rękawiczki', 'Socks, hats, gloves'),
    },
    styles: {
      mountain: both('górski', 'mountain'),
      running: both('biegowy', 'running'),
      forest: both('leśny', 'forest'),
      city: both('miejski', 'city'),
    },
  },
  {
    brands: ['Turniczka', 'Biwak 7', 'Lekki Krok', 'Ryś i Syn', 'Zwornik', 'Latarnik'],
    id: 'gear',
    name: both('Sprzęt na szlak', 'Trail gear'),
    shelves: {
      packs: both('Plecaki i worki', 'Packs and bags'),
      water: both('Bidony i termosy', 'Bottles and flasks'),
      way: both('Światło, kije, mapa', 'Light, poles, map'),
      camp: both('Biwak', 'Camp'),
      care: both('Pielęgnacja', 'Care'),
    },
    styles: {
      light: both('ultralekki', 'ultralight'),
      family: both('rodzinny', 'family'),
      expedition: both('wyprawowy', 'expedition'),
      heritage: both('tradycyjny', 'heritage'),
    },
  },
  {
    brands: ['Miedza', 'Zagon', 'Dobra Grządka', 'Parapet', 'Kuźnia Zielna', 'Rośnik'],
    id: 'garden',
    name: both('Ogród', 'Garden'),
    shelves: {
      seeds: both('Nasiona i cebule', 'Seeds and bulbs'),
      pots: both('Doniczki i skrzynki', 'Pots and boxes'),
      tools: both('Narzędzia i konewki', 'Tools and watering'),
      care: both('Ziemia i nawozy', 'Soil and feed'),
    },
    styles: {
      kitchen: both('warzywny', 'kitchen garden'),
      meadow: both('łąkowy', 'meadow'),
      balcony: both('balkonowy', 'balcony'),
      classic: both('klasyczny', 'classic'),
    },
  },
  {
    brands: ['Lnianka', 'Wosk i Knot', 'Jesionowy Stół', 'Kredens', 'Sikorka', 'Pod Lipą'],
    id: 'home',
    name: both('Dom i kuchnia', 'Home and kitchen'),
    shelves: {
      kitchen: both('Kuchnia i stół', 'Kitchen and table'),
      candles: both('Świece i zapachy', 'Candles and scents'),
      textiles: both('Tkaniny', 'Textiles'),
      decor: both('Dodatki', 'Decor'),
    },
    styles: {
      nordic: both('północny', 'nordic'),
      folk: both('ludowy', 'folk'),
      botanic: both('roślinny', 'botanic'),
      retro: both('retro', 'retro'),
    },
  },
  {
    brands: [
      'Pasieka Lipiec',
      'Słoik i Łyżka',
      'Mydlana Łąka',
      'Rumiankowo',
      'Spokojna Miara',
      'Winnica Stok',
    ],
    id: 'daily',
    name: both('Na co dzień', 'Everyday'),
    shelves: {
      pantry: both('Spiżarnia', 'Pantry'),
      bath: both('Mydła i kremy', 'Soaps and creams'),
      supplements: both('Suplementy', 'Supplements'),
      intimate: both('Higiena intymna', 'Intimate care'),
      wine: both('Wino i miód pitny', 'Wine and mead'),
    },
    styles: {
      natural: both('naturalny', 'natural'),
      homely: both('domowy', 'homely'),
      refined: both('elegancki', 'refined'),
      festive: both('odświętny', 'festive'),
    },
  },
]

/** Colours a product may have. */
export const COLOUR_NAMES = {
  amber: both('bursztynowy', 'amber'),
  black: both('czarny', 'black'),
  brown: both('brązowy', 'brown'),
  clay: both('gliniany', 'clay'),
  clear: both('przezroczysty', 'clear'),
  copper: both('miedziany', 'copper'),
  cream: both('kremowy', 'cream'),
  forest: both('leśna zieleń', 'forest green'),
  graphite: both('grafitowy', 'graphite'),
  moss: both('zieleń mchu', 'moss green'),
  mustard: both('musztardowy', 'mustard'),
  navy: both('granatowy', 'navy'),
  plum: both('śliwkowy', 'plum'),
  rose: both('różany', 'rose'),
  rust: both('rdzawy', 'rust'),
  sage: both('szałwiowy', 'sage'),
  sand: both('piaskowy', 'sand'),
  sky: both('błękitny', 'sky blue'),
  steel: both('stalowy', 'steel'),
  tan: both('jasnobrązowy', 'tan'),
  teal: both('morski', 'teal'),
  white: both('biały', 'white'),
  wood: both('drewniany', 'wood'),
} as const satisfies Readonly<Record<string, Localized>>

export type Colour = keyof typeof COLOUR_NAMES
