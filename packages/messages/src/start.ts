/**
 * The start page: one sentence, one picture, three doors.
 */
import type { Localized } from '@umiar/vocabulary'

export const START_MESSAGES = {
  'start.title': { en: 'A shop that asks first', pl: 'Sklep, który najpierw pyta' },
  'start.sentence': {
    en: 'Umiar lets an online shop suggest products from what each customer has allowed, and not a thing more.',
    pl: 'Umiar pozwala sklepowi podpowiadać produkty na podstawie tego, na co klient się zgadza, i niczego więcej.',
  },
  'start.picture': {
    en: 'The same shelf, four choices',
    pl: 'Ta sama półka, cztery wybory',
  },
  'start.picture_line': {
    en: 'One page of the demo shop as it looks at each level. The people are invented.',
    pl: 'Jedna strona sklepu pokazowego na każdym poziomie. Osoby są zmyślone.',
  },
  'start.invented': { en: 'invented person', pl: 'osoba zmyślona' },
  'start.views': { en: 'looks at', pl: 'ogląda' },
  'start.likes': { en: 'likes', pl: 'lubi' },
  'start.bought': { en: 'bought', pl: 'kupione' },
  'start.nobody': { en: 'Everybody sees the same.', pl: 'Każdy widzi to samo.' },
  'start.picture_missing': {
    en: 'The engine is still filling the shop. Reload in a moment.',
    pl: 'Silnik jeszcze napełnia sklep. Odśwież za chwilę.',
  },
  'start.doors': { en: 'Come in', pl: 'Wejdź' },
  'start.customer': { en: 'I am a customer', pl: 'Jestem klientem' },
  'start.customer_line': {
    en: 'See what a shop knows about you, decide how much, and take it back.',
    pl: 'Zobacz, co sklep o Tobie wie, zdecyduj, ile może, i cofnij to, kiedy chcesz.',
  },
  'start.shop': { en: 'I run a shop', pl: 'Prowadzę sklep' },
  'start.shop_line': {
    en: 'Good shelves from the first day, also for those who say no; better ones for those who agree.',
    pl: 'Dobre półki od pierwszego dnia, także dla tych, którzy mówią „nie”; lepsze dla tych, którzy się zgadzają.',
  },
  'start.officer': { en: 'I am a privacy officer', pl: 'Jestem inspektorem danych' },
  'start.officer_line': {
    en: 'Consent, purpose, evidence and erasure you can check, not just read about.',
    pl: 'Zgoda, cel, dowód i usunięcie, które można sprawdzić, a nie tylko o nich przeczytać.',
  },
  'start.tour_note': { en: 'Six clicks, three minutes', pl: 'Sześć kliknięć, trzy minuty' },
  'start.alone': { en: 'Or look around on your own:', pl: 'Albo rozejrzyj się bez przewodnika:' },
} as const satisfies Readonly<Record<string, Localized>>
