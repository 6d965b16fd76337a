/**
 * The five levels, as shown to the customer: rows to choose from, never a slider that nudges.
 */
import type { Localized } from './locales.ts'

/** 0 no personalization … 4 also outside the shop. Default 0. */
export type Level = 0 | 1 | 2 | 3 | 4

/** One row of the choice. */
export interface LevelText {
  readonly level: Level
  readonly name: Localized
  readonly line: Localized
}

/** The highest level this version offers; 4 arrives with marketing. */
export const HIGHEST_OFFERED_LEVEL: Level = 3

export const LEVELS: readonly LevelText[] = [
  {
    level: 0,
    name: { en: 'No personalization', pl: 'Bez personalizacji' },
    line: {
      en: 'Everyone sees the same on this page. We use no data about you to choose products.',
      pl: 'Na tej stronie wszyscy widzą to samo. Do wyboru produktów nie używamy danych o Tobie.',
    },
  },
  {
    level: 1,
    name: { en: 'This visit only', pl: 'Tylko ta wizyta' },
    line: {
      en: 'We suggest from what you are looking at now. We delete it after the visit, at the latest after 30 minutes without activity.',
      pl: 'Podpowiadamy według tego, co oglądasz teraz. Usuwamy to po wizycie, najpóźniej po 30 minutach bez aktywności.',
    },
  },
  {
    level: 2,
    name: { en: 'My hints', pl: 'Moje wskazówki' },
    line: {
      en: 'Like level 1, and what you mark yourself: what you like, what not to show. After the visit we do not remember what you looked at.',
      pl: 'Jak poziom 1 oraz to, co zaznaczysz: co lubisz, czego nie pokazywać. Po wizycie nie pamiętamy, co oglądasz.',
    },
  },
  {
    level: 3,
    name: { en: 'My history in this shop', pl: 'Moja historia w tym sklepie' },
    line: {
      en: 'Like level 2, and the products you look at and buy here. You can see, correct and delete them.',
      pl: 'Jak poziom 2 oraz produkty, które tu oglądasz i kupujesz. Możesz je zobaczyć, poprawić i usunąć.',
    },
  },
  {
    level: 4,
    name: { en: 'Also outside the shop', pl: 'Także poza sklepem' },
    line: {
      en: 'Like level 3, and the channels you switch on one by one, such as e-mail. Choosing this level alone sends nothing.',
      pl: 'Jak poziom 3 oraz kanały, które osobno włączysz, np. e-mail. Sam wybór tego poziomu niczego nie wysyła.',
    },
  },
]

/** Is the value one of the five levels? */
export function isLevel(value: unknown): value is Level {
  return value === 0 || value === 1 || value === 2 || value === 3 || value === 4
}
