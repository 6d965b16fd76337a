/**
 * Nouns the pages count, with the forms both languages need.
 */
import type { CountedNoun } from './plural.ts'

/** Nouns the pages count. */
export const NOUNS = {
  days: { en: ['day', 'days'], pl: ['dzień', 'dni', 'dni'] },
  viewed: {
    en: ['product you viewed', 'products you viewed'],
    pl: ['obejrzany produkt', 'obejrzane produkty', 'obejrzanych produktów'],
  },
  carted: {
    en: ['product you put into the cart', 'products you put into the cart'],
    pl: ['produkt włożony do koszyka', 'produkty włożone do koszyka', 'produktów włożonych do koszyka'],
  },
  products: { en: ['product', 'products'], pl: ['produkt', 'produkty', 'produktów'] },
  purchases: { en: ['purchase', 'purchases'], pl: ['zakup', 'zakupy', 'zakupów'] },
  searches: { en: ['search', 'searches'], pl: ['wyszukiwanie', 'wyszukiwania', 'wyszukiwań'] },
  hints: { en: ['hint', 'hints'], pl: ['wskazówkę', 'wskazówki', 'wskazówek'] },
  choices: {
    en: ['record of your choices', 'records of your choices'],
    pl: ['zapis Twoich wyborów', 'zapisy Twoich wyborów', 'zapisów Twoich wyborów'],
  },
  explanations: {
    en: ['explanation of a suggestion', 'explanations of suggestions'],
    pl: ['wyjaśnienie podpowiedzi', 'wyjaśnienia podpowiedzi', 'wyjaśnień podpowiedzi'],
  },
  measured: {
    en: ['counted suggestion', 'counted suggestions'],
    pl: ['policzoną propozycję', 'policzone propozycje', 'policzonych propozycji'],
  },
  others: { en: ['other entry', 'other entries'], pl: ['inny wpis', 'inne wpisy', 'innych wpisów'] },
  uses: { en: ['use', 'uses'], pl: ['użycie', 'użycia', 'użyć'] },
  visitSteps: {
    en: ['step of this visit', 'steps of this visit'],
    pl: ['krok tej wizyty', 'kroki tej wizyty', 'kroków tej wizyty'],
  },
  entries: { en: ['entry', 'entries'], pl: ['wpis', 'wpisy', 'wpisów'] },
} as const satisfies Readonly<Record<string, CountedNoun>>
