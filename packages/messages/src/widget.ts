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
    en: 'No data about you were used to choose these products.',
    pl: 'Do wyboru tych produktów nie użyto żadnych danych o Tobie.',
  },
  'widget.used': { en: 'We used: {data}.', pl: 'Na podstawie: {data}.' },
  'widget.session_events': {
    en: 'what you are looking at in this visit',
    pl: 'tego, co oglądasz podczas tej wizyty',
  },
  'widget.declared_taste': { en: 'your hints', pl: 'Twoich wskazówek' },
  'widget.view_history': { en: 'what you viewed here before', pl: 'tego, co tu wcześniej oglądasz' },
  'widget.purchase_history': { en: 'what you bought here', pl: 'Twoich zakupów' },
  'widget.change': { en: 'Change what we may use', pl: 'Zdecyduj, ile możemy wiedzieć' },
  'widget.feedback': { en: 'What do you say to it?', pl: 'Co Ty na to?' },
  'widget.like': { en: 'Good', pl: 'Trafione' },
  'widget.not_for_me': { en: 'Not for me', pl: 'Nie dla mnie' },
  'widget.gift': { en: 'It was a gift', pl: 'To był prezent' },
  'widget.liked': { en: 'Noted: you like it.', pl: 'Zapisane: to Ci się podoba.' },
  'widget.hidden': {
    en: 'Gone. We will not suggest it to you.',
    pl: 'Zniknęło. Nie będziemy Ci tego podpowiadać.',
  },
  'widget.hidden_here': {
    en: 'Gone from this page. We could not save it for later.',
    pl: 'Zniknęło z tej strony. Na później nie udało się tego zapisać.',
  },
  'widget.gifted': {
    en: 'Noted: a gift. We will not draw conclusions from it.',
    pl: 'Zapisane: to prezent. Nie wyciągniemy z niego wniosków.',
  },
  'widget.not_saved': {
    en: 'We could not save that. Please try again.',
    pl: 'Nie udało się tego zapisać. Spróbuj ponownie.',
  },
  'widget.levels': { en: 'How much may we use?', pl: 'Ile możemy wiedzieć?' },
  'widget.present': { en: 'in force now', pl: 'obowiązuje teraz' },
  'widget.not_offered': { en: 'not offered in this shop', pl: 'niedostępne w tym sklepie' },
  'widget.save': { en: 'Save', pl: 'Zapisz' },
  'widget.before_saving': {
    en: 'Nothing changes until you save. A lower level works at once and deletes what it no longer allows.',
    pl: 'Nic się nie zmieni, dopóki nie zapiszesz. Niższy poziom działa od razu i usuwa to, na co już nie pozwala.',
  },
  'widget.privacy': {
    en: 'Pause without deleting, see, take along: privacy page',
    pl: 'Wstrzymanie bez usuwania, wgląd, pobranie: strona prywatności',
  },
  'widget.saved': { en: 'Saved. From now on: {level}.', pl: 'Zapisano. Od teraz: {level}.' },
  'widget.removed': { en: 'We have deleted: {tables}.', pl: 'Usunęliśmy: {tables}.' },
  'widget.refused': {
    en: 'Saved. This device remembers only that you said no, without any number that could identify you.',
    pl: 'Zapisano. Na tym urządzeniu zostaje tylko informacja o odmowie, bez numeru, po którym można by Cię rozpoznać.',
  },
  'widget.this_page_only': {
    en: 'Your browser blocks cookies, so this holds on this page only.',
    pl: 'Przeglądarka blokuje pliki cookie, więc działa to tylko na tej stronie.',
  },
  'widget.stopped': {
    en: 'This browser has stopped at once. The shop has not confirmed yet: please save again in a moment.',
    pl: 'W tej przeglądarce już z tym koniec. Sklep jeszcze tego nie potwierdził: zapisz ponownie za chwilę.',
  },
  'widget.outdated': {
    en: 'The text has changed. Please read it and save again.',
    pl: 'Treść się zmieniła. Przeczytaj ją i zapisz ponownie.',
  },
} as const satisfies Readonly<Record<string, Localized>>
