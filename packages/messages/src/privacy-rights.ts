/**
 * The privacy centre: pause, objection, taking data along, erasure.
 */
import type { Localized } from '@umiar/vocabulary'

export const PRIVACY_RIGHTS_MESSAGES = {
  'rights.title': { en: 'Your rights', pl: 'Twoje prawa' },
  'pause.title': { en: 'Pause', pl: 'Wstrzymaj' },
  'pause.line': {
    en: 'We stop using anything about you, at once, and delete nothing. You can resume whenever you like.',
    pl: 'Od razu przestaniemy używać wszystkiego, co o Tobie mamy, i niczego nie usuniemy. Możesz to wznowić, kiedy zechcesz.',
  },
  'pause.button': { en: 'Pause the use of my data', pl: 'Wstrzymaj używanie moich danych' },
  'pause.paused': {
    en: 'Paused: at the moment we use nothing about you and delete nothing.',
    pl: 'Wstrzymane: niczego o Tobie teraz nie używamy i niczego nie usuwamy.',
  },
  'pause.resume': { en: 'Resume', pl: 'Wznów' },
  'pause.done_paused': { en: 'Paused. Nothing was deleted.', pl: 'Wstrzymano. Niczego nie usunęliśmy.' },
  'pause.done_resumed': {
    en: 'Resumed. Your choice applies again.',
    pl: 'Wznowiono. Znów obowiązuje Twój wybór.',
  },

  'object.title': { en: 'Object to one purpose', pl: 'Sprzeciw wobec jednego celu' },
  'object.line': {
    en: 'The purpose stops at once, nothing is deleted and the rest stays as it is.',
    pl: 'Ten jeden cel ustanie od razu, niczego nie usuniemy, a reszta zostanie bez zmian.',
  },
  'object.button': { en: 'Object', pl: 'Zgłaszam sprzeciw' },
  'object.objected': { en: 'You objected: not used.', pl: 'Jest sprzeciw: nie używamy.' },
  'object.take_back': { en: 'Take it back', pl: 'Cofam sprzeciw' },
  'object.done': { en: 'Noted. It applies at once.', pl: 'Zapisane. Działa od razu.' },

  'export.title': { en: 'Take your data with you', pl: 'Pobierz swoje dane' },
  'export.line': {
    en: 'Everything we hold about you: as a file for programs (JSON), or on one page to read and print.',
    pl: 'Wszystko, co o Tobie przechowujemy: jako plik dla programów (JSON) albo na jednej stronie do czytania i druku.',
  },
  'export.button': { en: 'Download my data', pl: 'Pobierz moje dane' },
  'export.read': { en: 'Read it on one page', pl: 'Przeczytaj na jednej stronie' },
  'copy.title': { en: 'All data about you', pl: 'Wszystkie dane o Tobie' },
  'copy.line': { en: 'As of {date}, {time}.', pl: 'Stan na {date}, {time}.' },
  'copy.back': { en: 'Back to the privacy centre', pl: 'Wróć do centrum prywatności' },
  'copy.choices': { en: 'Your choices', pl: 'Twoje wybory' },
  'copy.events': { en: 'What happened in the shop', pl: 'Co działo się w sklepie' },
  'copy.measured': { en: 'Counted suggestions', pl: 'Policzone propozycje' },
  'copy.visit': { en: 'This visit', pl: 'Ta wizyta' },
  'copy.nothing': { en: 'Nothing.', pl: 'Nic.' },
  'copy.when': { en: 'When', pl: 'Kiedy' },
  'copy.what': { en: 'What', pl: 'Co' },
  'copy.products': { en: 'Products', pl: 'Produkty' },
  'copy.until': { en: 'Kept until', pl: 'Do kiedy' },
  'copy.level': { en: 'Level', pl: 'Poziom' },
  'copy.purposes': { en: 'Purposes allowed', pl: 'Dozwolone cele' },
  'copy.notice': { en: 'Notice', pl: 'Wersja informacji' },
  'copy.shelf': { en: 'Shelf', pl: 'Półka' },
  'copy.data': { en: 'Data used', pl: 'Użyte dane' },
  'event.view_item': { en: 'viewed', pl: 'obejrzane' },
  'event.select_item': { en: 'opened from a list', pl: 'otwarte z listy' },
  'event.search': { en: 'searched for “{term}”', pl: 'wyszukiwanie „{term}”' },
  'event.add_to_cart': { en: 'put into the cart', pl: 'włożone do koszyka' },
  'event.remove_from_cart': { en: 'taken out of the cart', pl: 'wyjęte z koszyka' },
  'event.purchase': { en: 'bought', pl: 'kupione' },
  'event.other': { en: 'other: {name}', pl: 'inne: {name}' },

  'erase.title': { en: 'Erase everything', pl: 'Usuń wszystko' },
  'erase.line': {
    en: 'We delete everything above, together with the key that makes it readable. After that it cannot be brought back.',
    pl: 'Usuniemy wszystko, co widzisz wyżej, razem z kluczem, bez którego nikt tego nie odczyta. Potem nie da się już tego przywrócić.',
  },
  'erase.cart_stays': {
    en: 'Your cart stays: it is on your device, not with us.',
    pl: 'Koszyk zostaje: jest na Twoim urządzeniu, nie u nas.',
  },
  'erase.confirm': { en: 'Yes, I want to erase everything for good', pl: 'Tak, chcę trwale usunąć wszystko' },
  'erase.button': { en: 'Erase my data', pl: 'Usuń moje dane' },
  'erase.unconfirmed': {
    en: 'Nothing was erased: please tick the box that confirms it.',
    pl: 'Niczego nie usunęliśmy: zaznacz najpierw pole z potwierdzeniem.',
  },
  'erase.done_title': { en: 'Your data is erased', pl: 'Twoje dane są usunięte' },
  'erase.removed': { en: 'What we removed', pl: 'Co usunęliśmy' },
  'erase.remains': { en: 'What remains', pl: 'Co zostaje' },
  'erase.done_cookies': {
    en: 'the number on this device (cookies umiar_id and umiar_visit)',
    pl: 'numer na tym urządzeniu (pliki cookie umiar_id i umiar_visit)',
  },
  'erase.done_rows': { en: '{name}: {count}', pl: '{name}: {count}' },
  'erase.done_key': {
    en: 'the key without which nobody can read any of it',
    pl: 'klucz, bez którego nikt niczego z tego nie odczyta',
  },
  'erase.receipt': { en: 'Confirmation', pl: 'Potwierdzenie' },
  'erase.receipt_line': {
    en: '{shop} erased your data on {date} at {time}.',
    pl: '{shop}: Twoje dane usunięto {date} o {time}.',
  },
  'erase.receipt_hint': {
    en: 'You can print or save this page.',
    pl: 'Tę stronę możesz wydrukować albo zapisać.',
  },
  'erase.nothing': {
    en: 'There was nothing to erase: we hold nothing about you.',
    pl: 'Nie było czego usuwać: nic o Tobie nie przechowujemy.',
  },
} as const satisfies Readonly<Record<string, Localized>>
