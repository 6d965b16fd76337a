/**
 * What stands around every page, and what is said when something fails.
 */
import type { Localized } from '@umiar/vocabulary'

export const FRAME_MESSAGES = {
  'banner.demo': {
    en: 'Demo shop. People, purchases and consents are invented.',
    pl: 'Sklep pokazowy. Osoby, zakupy i zgody są wymyślone.',
  },
  'frame.skip': { en: 'Skip to content', pl: 'Przejdź do treści' },
  'frame.departments': { en: 'Departments', pl: 'Działy' },
  'frame.language': { en: 'Language', pl: 'Język' },
  'frame.level': { en: 'Level {n}: {level}', pl: 'Poziom {n}: {level}' },
  'frame.level_unknown': {
    en: 'Personalization is off for the moment',
    pl: 'Personalizacja jest chwilowo wyłączona',
  },
  'frame.privacy': { en: 'Privacy and personalization', pl: 'Prywatność i personalizacja' },
  'frame.console': { en: 'Console for the shop', pl: 'Konsola sklepu' },
  'frame.footer': { en: 'Further pages', pl: 'Inne strony' },
  'frame.docs': { en: 'Documentation', pl: 'Dokumentacja' },
  'frame.shop': { en: 'Shop', pl: 'Sklep' },
  'frame.start': { en: 'What Umiar is', pl: 'Czym jest Umiar' },
  'frame.cart': { en: 'Cart', pl: 'Koszyk' },
  'frame.cart_count': { en: 'Cart ({n})', pl: 'Koszyk ({n})' },
  'error.title': { en: 'That did not work', pl: 'Nie udało się' },
  'error.general': {
    en: 'Something broke on our side. Nothing was changed. Please try again.',
    pl: 'Coś się zepsuło po naszej stronie. Nic się nie zmieniło. Spróbuj jeszcze raz.',
  },
  'error.form': {
    en: 'We could not read the form. Nothing was changed. Please go back and try again.',
    pl: 'Nie udało się odczytać formularza. Nic się nie zmieniło. Wróć i spróbuj ponownie.',
  },
  'error.foreign': {
    en: 'This form did not come from our page, so we did nothing. Please open the page and try again.',
    pl: 'Ten formularz nie pochodzi z naszej strony, więc nic nie zrobiliśmy. Otwórz stronę i spróbuj ponownie.',
  },
  'error.notice_outdated': {
    en: 'The wording on this page has changed in the meantime. Nothing was saved. Please read it again and press Save.',
    pl: 'Treść tej strony w międzyczasie się zmieniła. Niczego nie zapisaliśmy. Przeczytaj ją i zapisz jeszcze raz.',
  },
  'error.level_not_offered': {
    en: 'This shop does not offer that level. Nothing was changed.',
    pl: 'Ten sklep nie oferuje tego poziomu. Nic się nie zmieniło.',
  },
  'error.store_unavailable': {
    en: 'We cannot reach our store at the moment. Nothing was changed. Please try again shortly.',
    pl: 'Nie mamy teraz dostępu do naszej bazy. Nic się nie zmieniło. Spróbuj za chwilę.',
  },
  'error.rate_limited': {
    en: 'That was a little fast. Please wait a moment and try again.',
    pl: 'Trochę za szybko. Odczekaj chwilę i spróbuj ponownie.',
  },
} as const satisfies Readonly<Record<string, Localized>>
