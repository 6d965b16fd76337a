/**
 * The privacy centre: what applies now, the levels with their previews, purposes, switches, saving.
 */
import type { Localized } from '@umiar/vocabulary'

export const PRIVACY_CHOICE_MESSAGES = {
  'privacy.title': { en: 'Privacy and personalization', pl: 'Prywatność i personalizacja' },
  'privacy.lead': {
    en: 'You decide what may be used for suggestions. The shop works the same either way. Nothing changes until you press Save.',
    pl: 'To Ty decydujesz, czego możemy używać do podpowiedzi. Sklep działa tak samo przy każdym wyborze. Nic się nie zmieni, dopóki nie klikniesz „Zapisz”.',
  },
  'privacy.to_shop': { en: 'Back to the shop', pl: 'Wróć do sklepu' },
  'privacy.contents': { en: 'On this page', pl: 'Na tej stronie' },
  'contents.levels': { en: 'Choice', pl: 'Wybór' },
  'contents.held': { en: 'Data', pl: 'Dane' },
  'contents.taste': { en: 'Hints', pl: 'Wskazówki' },
  'contents.uses': { en: 'Uses', pl: 'Użycia' },
  'contents.why': { en: 'Why', pl: 'Dlaczego' },
  'contents.rights': { en: 'Rights', pl: 'Prawa' },
  'privacy.details': {
    en: 'Who is responsible, and how long data are kept',
    pl: 'Kto odpowiada i jak długo',
  },
  'privacy.kept_for': { en: '{name}: at most {days}', pl: '{name}: najwyżej {days}' },
  'privacy.kept_visit': {
    en: 'This visit: until it ends, at the latest 30 minutes after your last click',
    pl: 'Ta wizyta: do jej końca, najpóźniej 30 minut po ostatnim kliknięciu',
  },
  'privacy.controller': {
    en: 'Responsible for the data: {name}, {address}, {contact}',
    pl: 'Za dane odpowiada: {name}, {address}, {contact}',
  },
  'privacy.controller_name': { en: 'Responsible for the data: {name}', pl: 'Za dane odpowiada: {name}' },

  'status.title': { en: 'In force now', pl: 'Obowiązuje teraz' },
  'status.never_chose': {
    en: 'You have not chosen anything yet. Until you do, we use nothing about you.',
    pl: 'Niczego jeszcze nie wybrano. Dopóki nie zapiszesz wyboru, nie używamy żadnych danych o Tobie.',
  },
  'status.refused': {
    en: 'You said no. This device remembers only that, without any number that could identify you.',
    pl: 'Obowiązuje Twoja odmowa. To urządzenie pamięta tylko ją, bez numeru, po którym można by Cię rozpoznać.',
  },
  'status.valid_until': {
    en: 'Your choice is valid until {date}; then we will ask again.',
    pl: 'Twój wybór obowiązuje do {date}. Potem zapytamy ponownie.',
  },
  'status.expired': {
    en: 'Your choice was valid until {date}. Until you choose again, we use nothing about you.',
    pl: 'Twój wybór obowiązywał do {date}. Dopóki nie wybierzesz ponownie, nie używamy żadnych danych o Tobie.',
  },
  'status.unknown': {
    en: 'We cannot read your choice at the moment, so we use nothing about you.',
    pl: 'Nie możemy teraz odczytać Twojego wyboru, więc nie używamy żadnych danych o Tobie.',
  },
  'status.gpc': {
    en: 'Your browser sends the Global Privacy Control signal. Nothing is switched on without your choice anyway, and nothing is sent outside the shop.',
    pl: 'Twoja przeglądarka wysyła sygnał Global Privacy Control. Bez Twojego wyboru i tak nic nie jest włączone, a poza sklep niczego nie wysyłamy.',
  },

  'levels.title': { en: 'How much may we use?', pl: 'Ile możemy wiedzieć?' },
  'levels.line': {
    en: 'Under each level you see the same shelf as it would look at that level. The examples are about an invented person; nothing about you is used for them.',
    pl: 'Pod każdym poziomem widać tę samą półkę, tak jak wyglądałaby na tym poziomie. Przykłady dotyczą osoby zmyślonej, nie używamy w nich żadnych danych o Tobie.',
  },
  'levels.present': { en: 'in force now', pl: 'obowiązuje teraz' },
  'levels.not_offered': { en: 'not offered in this shop', pl: 'niedostępne w tym sklepie' },
  'levels.removes': { en: 'Saving this removes: {what}.', pl: 'Po zapisaniu usuniemy: {what}.' },
  'preview.shelf': { en: 'The shelf at level {n}', pl: 'Półka na poziomie {n}' },
  'preview.for_all': { en: 'The same shelf for everybody.', pl: 'Ta sama półka dla wszystkich.' },
  'preview.invented': { en: 'invented person', pl: 'osoba zmyślona' },
  'preview.views': { en: 'is looking at', pl: 'ogląda teraz' },
  'preview.likes': { en: 'also likes', pl: 'do tego lubi' },
  'preview.viewed': { en: 'also viewed before', pl: 'do tego ma obejrzane' },
  'preview.bought': { en: 'and bought', pl: 'i kupione' },
  'preview.missing': {
    en: 'The preview is not available at the moment.',
    pl: 'Podgląd jest chwilowo niedostępny.',
  },

  'purposes.title': { en: 'What for, one by one', pl: 'Do czego, po kolei' },
  'purposes.line': {
    en: 'The level opens the first ones. Those with a box are separate: tick them only if you want to, none is needed for anything else.',
    pl: 'Pierwsze włącza wybrany poziom. Te z polem są osobne: zaznacz je tylko, jeśli chcesz, żadna zgoda nie jest potrzebna do niczego innego.',
  },
  'purposes.basis_consent': { en: 'Basis: your consent.', pl: 'Podstawa: Twoja zgoda.' },
  'purposes.basis_contract': { en: 'Basis: your order.', pl: 'Podstawa: Twoje zamówienie.' },
  'purposes.basis_legal_obligation': { en: 'Basis: a legal duty.', pl: 'Podstawa: obowiązek prawny.' },
  'purposes.basis_none': { en: 'Uses no data about you.', pl: 'Nie używa danych o Tobie.' },
  'purposes.from_level': { en: 'from level {level}', pl: 'od poziomu {level}' },
  'purposes.always': { en: 'always', pl: 'zawsze' },
  'purposes.on': { en: 'On at the level you chose.', pl: 'Na wybranym poziomie: tak.' },
  'purposes.off': { en: 'Off at the level you chose.', pl: 'Na wybranym poziomie: nie.' },
  'purposes.needs': {
    en: 'This needs level {level}. Choose it above, otherwise it stays off.',
    pl: 'To wymaga poziomu {level}. Wybierz go wyżej, inaczej pozostanie wyłączone.',
  },
  'purposes.unneeded': {
    en: 'What needs no consent',
    pl: 'Co nie wymaga zgody',
  },
  'switches.title': { en: 'Set aside without deleting', pl: 'Odłóż na bok bez usuwania' },
  'switches.line': {
    en: 'Untick what we should not use at the moment. Nothing is deleted.',
    pl: 'Odznacz to, czego mamy na razie nie używać. Niczego nie usuniemy.',
  },
  'choice.save': { en: 'Save', pl: 'Zapisz' },

  'saved.level': { en: 'Saved. From now on: {level}.', pl: 'Zapisano. Od teraz: {level}.' },
  'saved.removed': { en: 'We have deleted: {tables}.', pl: 'Usunęliśmy: {tables}.' },
  'saved.too_low': {
    en: '“{purpose}” needs level {level}, so it is off.',
    pl: 'Zgoda „{purpose}” wymaga poziomu {level}, więc pozostaje wyłączona.',
  },
  'saved.guest': {
    en: 'Saved. This device remembers only that you said no – without any number that could identify you.',
    pl: 'Zapisano. Na tym urządzeniu zostaje tylko informacja o odmowie – bez numeru, po którym można by Cię rozpoznać.',
  },
  'storage.refusal_not_kept': {
    en: 'Your browser keeps nothing for this page, so it cannot remember your no. That does no harm: without a saved choice, level 0 applies.',
    pl: 'Twoja przeglądarka niczego dla tej strony nie zapisuje, więc nie zapamięta odmowy. To nie szkodzi: bez zapisanego wyboru obowiązuje poziom 0.',
  },
  'storage.blocked': {
    en: 'We saved nothing. Your browser blocks cookies for this page, and without one we could not find your choice again. You can go on shopping as usual, level 0 applies. If you want suggestions, allow cookies for this shop and save once more.',
    pl: 'Niczego nie zapisaliśmy. Twoja przeglądarka blokuje pliki cookie tej strony, a bez nich nie odnajdziemy Twojego wyboru. Możesz normalnie robić zakupy, obowiązuje poziom 0. Jeśli chcesz podpowiedzi, zezwól tej stronie na pliki cookie i zapisz jeszcze raz.',
  },

  'undo.stopped': {
    en: 'We no longer use anything about you.',
    pl: 'Nie używamy już żadnych danych o Tobie.',
  },
  'undo.lowering': {
    en: 'In five seconds we save level {level}.',
    pl: 'Za pięć sekund zapiszemy poziom {level}.',
  },
  'undo.level': { en: '{n}, “{name}”', pl: '{n} „{name}”' },
  'undo.erasing': {
    en: 'In five seconds we erase everything for good.',
    pl: 'Za pięć sekund trwale wszystko usuniemy.',
  },
  'undo.leaving': {
    en: 'If you leave this page, we do it at once.',
    pl: 'Jeśli opuścisz tę stronę, zrobimy to od razu.',
  },
  'undo.undo': { en: 'Undo', pl: 'Cofnij' },
  'undo.pause': { en: 'Pause instead of deleting', pl: 'Wstrzymaj zamiast usuwać' },
  'undo.undone': { en: 'Undone. Nothing has changed.', pl: 'Cofnięto. Nic się nie zmieniło.' },
  'undo.failed': {
    en: 'That could not be undone at the moment: data about you stay paused. You can resume below.',
    pl: 'Nie udało się teraz cofnąć: używanie danych o Tobie zostaje wstrzymane. Możesz je wznowić niżej.',
  },
  'undo.seconds': { en: 'Seconds left:', pl: 'Zostało sekund:' },
} as const satisfies Readonly<Record<string, Localized>>
