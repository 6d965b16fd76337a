/**
 * The privacy centre: what is held, hints, each use of it, why, and the example for somebody nothing is held of.
 */
import type { Localized } from '@umiar/vocabulary'

export const PRIVACY_DATA_MESSAGES = {
  'held.title': { en: 'What we hold about you', pl: 'Co o Tobie przechowujemy' },
  'held.nothing': {
    en: 'Nothing. We do not know who you are, and there is no number for you on this device.',
    pl: 'Nic. Nie wiemy, kim jesteś, a na tym urządzeniu nie ma żadnego Twojego numeru.',
  },
  'held.refused': {
    en: 'Nothing. This device only remembers that you said no.',
    pl: 'Nic. To urządzenie pamięta tylko, że odmawiasz.',
  },
  'held.nothing_known': {
    en: 'Nothing so far, apart from the number on this device that lets us find your choice.',
    pl: 'Na razie nic, poza numerem na tym urządzeniu, po którym odnajdujemy Twój wybór.',
  },
  'held.unreadable': {
    en: 'We cannot show it at the moment. Please try again shortly.',
    pl: 'Nie możemy tego teraz pokazać. Spróbuj za chwilę.',
  },
  'held.fades': {
    en: 'Each dot is one entry. The paler it is, the sooner it is deleted by itself.',
    pl: 'Każda kropka to jeden wpis. Im bledsza, tym szybciej sama zniknie.',
  },
  'held.remember': { en: 'We remember {count}.', pl: 'Pamiętamy {count}.' },
  'held.taste': { en: 'You gave us {count}.', pl: 'Mamy od Ciebie {count}.' },
  'held.consent': {
    en: 'We keep {count} – to be able to show what you agreed to.',
    pl: 'Przechowujemy {count} – żeby móc wykazać, na co się zgadzasz.',
  },
  'held.evidence': {
    en: 'We keep {count}: why you saw what you saw.',
    pl: 'Przechowujemy {count}: dlaczego na półkach było właśnie to.',
  },
  'held.measured': {
    en: 'We keep {count} to see whether suggestions work.',
    pl: 'Przechowujemy {count}, żeby sprawdzić, czy propozycje działają.',
  },
  'held.visit': {
    en: 'We remember {count}, only until it ends.',
    pl: 'Pamiętamy {count}, tylko do jej końca.',
  },
  'held.goes_all': { en: 'Deleted by itself on {date}.', pl: 'Zniknie samo {date}.' },
  'held.goes_between': {
    en: 'The first is deleted by itself on {first}, the last on {last}.',
    pl: 'Pierwszy wpis zniknie sam {first}, ostatni {last}.',
  },
  'held.goes_on': { en: 'deleted by itself on {date}', pl: 'zniknie samo {date}' },
  'held.list': { en: 'Show and correct', pl: 'Pokaż i popraw' },
  'held.gone': { en: 'no longer sold', pl: 'już niesprzedawane' },
  'held.this_visit': { en: 'this visit', pl: 'ta wizyta' },

  'correct.forget': { en: 'Remove from my history', pl: 'Usuń z mojej historii' },
  'correct.gift': { en: 'It was a gift', pl: 'To był prezent' },
  'correct.not_for_me': { en: 'Not for me', pl: 'Nie dla mnie' },
  'correct.already_have': { en: 'I already have it', pl: 'Już to mam' },
  'correct.done_forget': {
    en: 'Removed from your history. It counts no more.',
    pl: 'Usunięto z Twojej historii. Już się nie liczy.',
  },
  'correct.done_hidden': {
    en: 'Noted. We will not show it; you find it in your list “never show”.',
    pl: 'Zapisane. Nie będziemy tego pokazywać; znajdziesz to na liście „nie pokazuj”.',
  },

  'correct.done_have': {
    en: 'Noted: you already have it, so we will not suggest it now.',
    pl: 'Zapisane: masz to już, więc na razie nie będziemy tego podpowiadać.',
  },

  'taste.title': { en: 'Your hints', pl: 'Twoje wskazówki' },
  'taste.line': {
    en: 'One tap is enough. Only you see these lists.',
    pl: 'Wystarczy jedno kliknięcie. Te listy widzisz tylko Ty.',
  },
  'taste.needs_level': {
    en: 'Hints work from level 2 on. Choose it above and save.',
    pl: 'Wskazówki działają od poziomu 2. Wybierz go wyżej i zapisz.',
  },
  'taste.to_levels': { en: 'Go to the levels', pl: 'Przejdź do poziomów' },
  'taste.cards': { en: 'What do you like?', pl: 'Co lubisz?' },
  'taste.no_cards': {
    en: 'You have marked all the examples we had.',
    pl: 'Wszystkie przykłady są już zaznaczone.',
  },
  'taste.like': { en: 'I like it', pl: 'Lubię' },
  'taste.never': { en: 'Do not show', pl: 'Nie pokazuj' },
  'taste.likes': { en: 'You like', pl: 'Lubisz' },
  'taste.no_likes': { en: 'Nothing yet.', pl: 'Na razie nic.' },
  'taste.nevers': { en: 'Never show', pl: 'Nie pokazuj' },
  'taste.nevers_line': {
    en: 'We keep no reason, and use this list for one thing only: to hide.',
    pl: 'Nie zapisujemy powodu, a ta lista służy tylko do jednego: do ukrywania.',
  },
  'taste.haves': { en: 'You already have', pl: 'Masz już' },
  'taste.haves_line': {
    en: 'We do not suggest these to you.',
    pl: 'Tego Ci nie podpowiadamy.',
  },
  'taste.remove': { en: 'Remove', pl: 'Usuń' },
  'taste.saved': { en: 'Your hints are saved.', pl: 'Wskazówki zapisane.' },

  'uses.title': { en: 'When we used it', pl: 'Kiedy tego używaliśmy' },
  'uses.line': {
    en: 'Each answer that rested on data about you, newest first.',
    pl: 'Każda odpowiedź oparta na danych o Tobie, od najnowszej.',
  },
  'uses.none': {
    en: 'We have used nothing about you so far.',
    pl: 'Jak dotąd nie użyliśmy żadnych danych o Tobie.',
  },
  'uses.shown': { en: 'Shelf “{slot}”: {count} shown.', pl: 'Półka „{slot}”: {count}.' },
  'uses.how': { en: 'How it was chosen: {mode}.', pl: 'Źródło doboru: {mode}.' },
  'uses.data': { en: 'Data used: {data}.', pl: 'Użyte dane: {data}.' },
  'uses.consent': {
    en: 'On your choice of {date}: level {level} ({ref}).',
    pl: 'Na podstawie wyboru z {date}: poziom {level} ({ref}).',
  },
  'uses.consent_ref': { en: 'On your choice {ref}.', pl: 'Na podstawie wyboru {ref}.' },
  'uses.more': {
    en: 'And {count} older. All of them are in the file you can download below.',
    pl: 'I {count} wcześniej. Wszystkie są w pliku, który możesz pobrać niżej.',
  },
  'mode.personal': { en: 'your history', pl: 'Twoja historia' },
  'mode.session': { en: 'this visit', pl: 'tamta wizyta' },
  'mode.declared': { en: 'your hints', pl: 'Twoje wskazówki' },
  'mode.context': { en: 'the page itself', pl: 'sama strona' },
  'mode.popular': { en: 'what many buy', pl: 'to, co kupuje wiele osób' },
  'mode.curated': { en: 'the shop’s own selection', pl: 'wybór sklepu' },
  'mode.holdout': { en: 'a comparison without personalization', pl: 'porównanie bez personalizacji' },
  'data.page_context': { en: 'the page', pl: 'strona' },
  'data.catalogue': { en: 'the catalogue', pl: 'katalog' },
  'data.shared_counts': { en: 'counts over all customers', pl: 'liczby wspólne dla wszystkich' },
  'data.session_events': { en: 'what you did in that visit', pl: 'przebieg tamtej wizyty' },
  'data.declared_taste': { en: 'your hints', pl: 'Twoje wskazówki' },
  'data.view_history': { en: 'what you viewed before', pl: 'wcześniej obejrzane produkty' },
  'data.purchase_history': { en: 'what you bought', pl: 'Twoje zakupy' },

  'why.title': { en: 'Why we showed what we showed', pl: 'Skąd wzięły się podpowiedzi' },
  'why.none': {
    en: 'There is nothing to explain yet: no suggestion has used data about you.',
    pl: 'Na razie nie ma czego wyjaśniać: żadna podpowiedź nie korzystała z danych o Tobie.',
  },
  'why.older': { en: 'Show earlier ones', pl: 'Pokaż wcześniejsze' },

  'example.title': { en: 'Example: what it would look like', pl: 'Przykład: jak by to wyglądało' },
  'example.line': {
    en: 'We know nothing about you, so this is what an invented person at level 3 would see here. None of it is about you.',
    pl: 'O Tobie nie wiemy nic, więc pokazujemy, co zobaczyłaby tu osoba zmyślona na poziomie 3. Nic z tego nie dotyczy Ciebie.',
  },
  'example.badge': { en: 'Example', pl: 'Przykład' },
  'example.held': {
    en: 'Example: what we would hold',
    pl: 'Przykład: co byśmy przechowywali',
  },
  'example.taste': { en: 'Example: hints', pl: 'Przykład: wskazówki' },
  'example.uses': { en: 'Example: a use', pl: 'Przykład: użycie danych' },
  'example.slot': { en: 'Home page', pl: 'Strona główna' },
} as const satisfies Readonly<Record<string, Localized>>
