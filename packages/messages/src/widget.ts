/**
 * What the browser script says on a shop's page: under shelves, on cards, in the choice of a level.
 *
 * The script ships every sentence here in both languages, so each one costs bytes of its 6 kB: short
 * ones, and nothing that the consent policy says already. Imported as `@umiar/messages/widget`, so that
 * no other text comes along.
 */
import type { Localized } from '@umiar/vocabulary'

export const WIDGET_MESSAGES = {
  'widget.why': { en: 'Why this?', pl: 'Dlaczego to?' },
  'widget.no_data': {
    en: 'No data about you was used to choose these products.',
    pl: 'Do wyboru tych produktów nie użyto żadnych danych o Tobie.',
  },
  'widget.used': { en: 'We used: {data}.', pl: 'Na podstawie: {data}.' },
  'widget.session_events': { en: 'what you view in this visit', pl: 'tego, co oglądasz w tej wizycie' },
  'widget.declared_taste': { en: 'your hints', pl: 'Twoich wskazówek' },
  'widget.view_history': { en: 'what you viewed before', pl: 'wcześniej oglądanych produktów' },
  'widget.purchase_history': { en: 'what you bought', pl: 'Twoich zakupów' },
  'widget.like': { en: 'Good', pl: 'Trafione' },
  'widget.not_for_me': { en: 'Not for me', pl: 'Nie dla mnie' },
  'widget.gift': { en: 'It was a gift', pl: 'To był prezent' },
  'widget.noted': { en: 'Noted.', pl: 'Zapisane.' },
  'widget.gone': {
    en: 'We will not suggest it again.',
    pl: 'Nie będziemy tego więcej podpowiadać.',
  },
  'widget.not_saved': {
    en: 'We could not save that. Please try again.',
    pl: 'Nie udało się zapisać. Spróbuj ponownie.',
  },
  'widget.levels': { en: 'How much may we use?', pl: 'Ile możemy wiedzieć?' },
  'widget.not_offered': { en: 'not offered in this shop', pl: 'niedostępne w tym sklepie' },
  'widget.save': { en: 'Save', pl: 'Zapisz' },
  'widget.before_saving': {
    en: 'A lower level works at once and deletes what it no longer allows.',
    pl: 'Niższy poziom działa od razu i usuwa to, na co już nie pozwala.',
  },
  'widget.privacy': { en: 'See, or pause without deleting', pl: 'Podgląd i wstrzymanie bez usuwania' },
  'widget.saved': { en: 'Saved. From now on: {level}.', pl: 'Zapisano. Od teraz: {level}.' },
  'widget.removed': { en: 'We have deleted: {tables}.', pl: 'Usunęliśmy: {tables}.' },
  'widget.this_page_only': {
    en: 'Cookies are blocked: this holds on this page only.',
    pl: 'Pliki cookie są zablokowane: działa to tylko na tej stronie.',
  },
  'widget.stopped': {
    en: 'This browser has stopped. Save again, so that the shop knows too.',
    pl: 'W tej przeglądarce już wyłączone. Zapisz ponownie, żeby dowiedział się też sklep.',
  },
  'widget.outdated': {
    en: 'The text has changed. Please read it and save again.',
    pl: 'Treść się zmieniła. Przeczytaj ją i zapisz ponownie.',
  },
} as const satisfies Readonly<Record<string, Localized>>
