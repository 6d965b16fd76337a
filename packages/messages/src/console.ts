/**
 * The console for staff: what each of the seven facts says, and what it does not say.
 */
import type { Localized } from '@umiar/vocabulary'
import { CONSOLE_WORDS } from './console-words.ts'

export const CONSOLE_MESSAGES = {
  ...CONSOLE_WORDS,

  'console.title': { en: 'Console', pl: 'Konsola' },
  'console.heading': { en: 'How the shop is doing', pl: 'Co słychać w sklepie' },
  'console.lead': {
    en: 'Seven facts. They count and compare; none of them is about one person.',
    pl: 'Siedem faktów. To sumy i porównania; żaden nie mówi o jednej osobie.',
  },
  'console.as_of': {
    en: 'As of {time}. The engine has been running since {start}.',
    pl: 'Stan z {time}. Silnik działa od {start}.',
  },
  'console.refresh': { en: 'Refresh', pl: 'Odśwież' },
  'console.sign_out': { en: 'Sign out', pl: 'Wyloguj' },
  'console.contents': { en: 'The seven facts', pl: 'Siedem faktów' },
  'console.docs': { en: 'Documentation', pl: 'Dokumentacja' },

  // Signing in
  'console.sign_in': { en: 'Sign in to the console', pl: 'Logowanie do konsoli' },
  'console.enter_demo': {
    en: 'Come in without it: this is only the demo',
    pl: 'Wejdź bez tokena: to tylko pokaz',
  },
  'console.sign_in_lead': {
    en: 'The console is for the staff of the shop.',
    pl: 'Konsola jest dla obsługi sklepu.',
  },
  'console.token': { en: 'Staff token', pl: 'Token obsługi' },
  'console.token_demo': {
    en: 'Demo shop: the token is in the file {path}, under “staff_token”.',
    pl: 'Sklep pokazowy: token jest w pliku {path}, pod nazwą „staff_token”.',
  },
  'console.token_production': {
    en: 'The token is what was set as UMIAR_STAFF_TOKEN.',
    pl: 'Token to wartość ustawiona jako UMIAR_STAFF_TOKEN.',
  },
  'console.token_kept': {
    en: 'This browser keeps it for 8 hours, for the console only.',
    pl: 'Ta przeglądarka zapamięta go na 8 godzin, tylko dla konsoli.',
  },
  'console.enter': { en: 'Sign in', pl: 'Zaloguj' },
  'console.wrong_token': {
    en: 'This is not the staff token. Check that it was copied whole.',
    pl: 'To nie jest token obsługi. Sprawdź, czy jest skopiowany w całości.',
  },
  'console.wrong_kind': {
    en: 'This is another key of the shop. The console takes the staff token.',
    pl: 'To inny klucz sklepu. Konsola przyjmuje token obsługi.',
  },
  'console.token_ended': {
    en: 'The token this browser kept is no longer valid. Please sign in again.',
    pl: 'Token zapamiętany w tej przeglądarce już nie działa. Zaloguj się ponownie.',
  },
  'console.too_many': {
    en: 'Too many attempts. Wait a minute, then try again.',
    pl: 'Za dużo prób. Odczekaj minutę i spróbuj ponownie.',
  },
  'console.signed_out': {
    en: 'Signed out. The token was removed from this browser.',
    pl: 'Wylogowano. Token usunięto z tej przeglądarki.',
  },
  'console.unreachable': {
    en: 'The engine does not answer. Start it, then refresh this page.',
    pl: 'Silnik nie odpowiada. Uruchom go i odśwież stronę.',
  },

  // 1
  'console.events': { en: 'Events', pl: 'Zdarzenia' },
  'console.events_lead': {
    en: 'What the shop sent, and what became of it. What is dropped leaves no trace but this count.',
    pl: 'Co sklep przysłał i co się z tym stało. Po odrzuconych zostaje tylko ta liczba.',
  },
  'console.events_empty': {
    en: 'No event has arrived in the last 30 days. They begin when a page of the shop sends its first to POST /v1/events.',
    pl: 'Przez ostatnie 30 dni nie przyszło żadne zdarzenie. Pojawią się, gdy strona sklepu wyśle pierwsze do POST /v1/events.',
  },
  'console.events_chart': {
    en: 'Outcomes of {count} in the last 30 days',
    pl: 'Wyniki z ostatnich 30 dni: {count}',
  },
  'console.events_days_chart': {
    en: 'Events a day, the last 30 days. The most in one day: {n}.',
    pl: 'Zdarzenia na dzień, ostatnie 30 dni. Najwięcej jednego dnia: {n}.',
  },
  'console.events_below': { en: 'in 30 days', pl: 'w 30 dni' },
  'console.outcome': { en: 'Outcome', pl: 'Wynik' },
  'console.days_30': { en: '30 days', pl: '30 dni' },
  'console.since_start': { en: 'Since start', pl: 'Od startu' },
  'console.reasons': { en: 'Why dropped or faulty, 30 days', pl: 'Dlaczego odrzucone lub błędne, 30 dni' },
  'console.reason': { en: 'Reason', pl: 'Powód' },
  'console.no_reasons': {
    en: 'Nothing was dropped, and nothing was faulty.',
    pl: 'Nic nie odrzucono i nie było błędów.',
  },

  // 2
  'console.people': { en: 'People', pl: 'Osoby' },
  'console.people_lead': {
    en: 'Levels that people have saved, as they are in force now.',
    pl: 'Poziomy zapisane przez osoby, tak jak obowiązują teraz.',
  },
  'console.people_chart': { en: 'Levels of {count}', pl: 'Poziomy, razem {count}' },
  'console.people_empty': {
    en: 'Nobody has saved a level yet. Until then everybody sees the same shop.',
    pl: 'Nikt jeszcze nie zapisał poziomu. Do tego czasu wszyscy widzą ten sam sklep.',
  },
  'console.people_guests': {
    en: 'Guests who refused cannot be counted: a refusal stays on their device, without an identifier.',
    pl: 'Gości, którzy odmówili, nie da się policzyć: odmowa zostaje na ich urządzeniu, bez identyfikatora.',
  },
  'console.people_expired': {
    en: 'Choices that ran out after six months and count as level 0: {n}.',
    pl: 'Wybory, które wygasły po sześciu miesiącach i liczą się jako poziom 0: {n}.',
  },
  'console.level': { en: 'Level {n}: {name}', pl: 'Poziom {n}: {name}' },
  'console.level_column': { en: 'Level', pl: 'Poziom' },
  'console.people_column': { en: 'People', pl: 'Osoby' },
  'console.share': { en: 'Share', pl: 'Udział' },

  // 3
  'console.shelves': { en: 'Shelves', pl: 'Półki' },
  'console.shelves_lead': {
    en: 'How each shelf looks now to somebody nothing is known of. Answers to persons are counted, never shown.',
    pl: 'Jak każda półka wygląda teraz dla kogoś, o kim nic nie wiadomo. Odpowiedzi dla osób tylko liczymy, nigdy nie pokazujemy.',
  },
  'console.shelves_empty': {
    en: 'No page has asked for a shelf since the start. Open a page of the shop, then refresh.',
    pl: 'Od startu żadna strona nie pytała o półkę. Otwórz stronę sklepu i odśwież.',
  },
  'console.shelf_mode': { en: 'Now: {mode}', pl: 'Teraz: {mode}' },
  'console.shelf_about': { en: '{strategy}, {page}', pl: '{strategy}, {page}' },
  'console.shelf_example': {
    en: 'Example: a page about “{title}”',
    pl: 'Przykład: strona o produkcie „{title}”',
  },
  'console.shelf_nothing': {
    en: 'Nothing to show: no product of the catalogue fits this shelf.',
    pl: 'Pusto: żaden produkt z katalogu nie pasuje do tej półki.',
  },
  'console.shelf_modes_chart': {
    en: 'How {count} were made since the start',
    pl: 'Źródła od startu, razem {count}',
  },

  // 4
  'console.results': { en: 'Clicks and purchases from shelves', pl: 'Kliknięcia i zakupy z półek' },
  'console.results_lead': {
    en: 'Counted only among people who agreed to “{purpose}”. At this moment: {n}.',
    pl: 'Liczone tylko wśród osób, które zgodziły się na „{purpose}”. W tej chwili: {n}.',
  },
  'console.results_rule': {
    en: 'A purchase counts if its product was clicked on a shelf in the {days} days before. That says what followed a click, not what the shelf caused.',
    pl: 'Zakup się liczy, jeśli w ciągu {days} dni przed nim ktoś kliknął ten produkt na półce. To mówi, co było po kliknięciu, a nie co sprawiła półka.',
  },
  'console.results_hidden': {
    en: 'Numbers that rest on fewer than {n} people are neither shown nor added up.',
    pl: 'Liczb opartych na mniej niż {n} osobach nie pokazujemy ani nie dodajemy do sum.',
  },
  'console.results_empty': {
    en: 'Nothing is counted yet. It begins when somebody agrees to it and clicks on a shelf.',
    pl: 'Jeszcze nic nie policzono. Zacznie się, gdy ktoś się zgodzi i kliknie coś na półce.',
  },
  'console.results_chart': {
    en: 'Shelves shown {shown}, clicks {clicked}, purchases after a click {bought}',
    pl: 'Pokazane półki {shown}, kliknięcia {clicked}, zakupy po kliknięciu {bought}',
  },
  'console.shown': { en: 'Shelves shown', pl: 'Pokazane półki' },
  'console.clicked': { en: 'Clicks', pl: 'Kliknięcia' },
  'console.bought': { en: 'Purchases after a click', pl: 'Zakupy po kliknięciu' },
  'console.of_step_before': { en: '{percent} of the step above', pl: '{percent} kroku wyżej' },
  'console.shelf_column': { en: 'Shelf', pl: 'Półka' },
  'console.few': { en: 'under {n} people', pl: 'mniej niż {n} osób' },

  // 5
  'console.readiness': { en: 'Readiness', pl: 'Gotowość' },
  'console.readiness_lead': {
    en: 'Whether each kind of suggestion can carry a shelf by itself. Until then the shelf is filled with what fits the page and what is popular.',
    pl: 'Czy dany rodzaj propozycji sam wypełni półkę. Do tego czasu trafia na nią to, co pasuje do strony, i to, co popularne.',
  },
  'console.ready_from': { en: 'Ready: learned from {count}.', pl: 'Gotowe: nauczone z {count}.' },
  'console.ready_on': { en: 'Ready: rests on {count}.', pl: 'Gotowe na podstawie {count}.' },
  'console.ready_from_shop': {
    en: 'Ready: rests on counts the shop gave with its catalogue.',
    pl: 'Gotowe: opiera się na liczbach podanych przez sklep w katalogu.',
  },
  'console.ready_always': {
    en: 'Ready: each person’s own visit or history carries it.',
    pl: 'Gotowe: opiera się na wizycie lub historii danej osoby.',
  },
  'console.needs_until': {
    en: 'Needs {count}, about {day}.',
    pl: 'Potrzeba jeszcze {count}, około {day}.',
  },
  'console.needs_from_shop': {
    en: 'Needs {count} in the catalogue.',
    pl: 'W katalogu potrzeba jeszcze {count}.',
  },
  'console.readiness_uses': { en: 'Rests on: {models}', pl: 'Korzysta z: {models}' },
  'console.needs': { en: 'Needs {count}.', pl: 'Potrzeba jeszcze {count}.' },
  'console.readiness_note': {
    en: 'The bounds are rules of thumb for {n} products, not measured quality.',
    pl: 'Progi to reguły praktyczne dla {n} produktów, nie pomiar jakości.',
  },
  'console.readiness_people': {
    en: 'Learning happens only from people who agreed to “{purpose}”.',
    pl: 'Uczymy się tylko od osób, które zgodziły się na „{purpose}”.',
  },

  // 6
  'console.requests': { en: 'Requests', pl: 'Wnioski' },
  'console.requests_lead': {
    en: 'Access, export, correction and erasure are answered at once. What is open or in force stands here.',
    pl: 'Dostęp, eksport, poprawki i usunięcie załatwiamy od razu. Tu jest to, co otwarte lub w mocy.',
  },
  'console.erasures': { en: 'Erasures not finished (Art. 17)', pl: 'Nieskończone usunięcia (art. 17)' },
  'console.erasures_none': {
    en: 'None: every erasure was done when it was answered.',
    pl: 'Brak: każde usunięcie wykonano, zanim na nie odpowiedziano.',
  },
  'console.erasures_due': {
    en: 'Due by {date}. Repeat the erasure, or restart the engine: it finishes them first.',
    pl: 'Termin: {date}. Powtórz usunięcie albo uruchom silnik ponownie: najpierw je dokończy.',
  },
  'console.erasures_finished': {
    en: 'Cut short by a crash and finished at this start: {n}.',
    pl: 'Przerwane przez awarię i dokończone przy tym starcie: {n}.',
  },
  'console.restrictions': {
    en: 'Use paused by the person (Art. 18)',
    pl: 'Wstrzymane używanie danych (art. 18)',
  },
  'console.restrictions_note': {
    en: 'Kept but not used until the person lifts it. No deadline.',
    pl: 'Dane leżą nieużywane, aż osoba to odwoła. Bez terminu.',
  },
  'console.objections': { en: 'Objections (Art. 21)', pl: 'Sprzeciwy (art. 21)' },
  'console.objections_note': {
    en: 'In force since the moment they were made:',
    pl: 'Działają od chwili zgłoszenia:',
  },
  'console.objections_none': { en: 'Nobody objects to anything.', pl: 'Nikt nie zgłosił sprzeciwu.' },
  'console.done': { en: 'Done since start', pl: 'Załatwione od startu' },
  'console.done_note': {
    en: 'Access and export: {access}. Erasure: {erasure}.',
    pl: 'Dostęp i eksport: {access}. Usunięcie: {erasure}.',
  },

  // 7
  'console.configuration': { en: 'What is not configured', pl: 'Czego nie ustawiono' },
  'console.configuration_lead': {
    en: 'Each line names the setting to change. Values are never shown here.',
    pl: 'Przy każdej pozycji jest nazwa ustawienia. Wartości nigdy tu nie pokazujemy.',
  },
  'console.configuration_open': { en: 'To decide: {n}', pl: 'Do decyzji: {n}' },
  'console.configuration_done': {
    en: 'Everything that has to be set is set.',
    pl: 'Wszystko, co trzeba ustawić, jest ustawione.',
  },
  'console.setting': { en: 'Setting', pl: 'Ustawienie' },
  'console.required': { en: 'needed in production', pl: 'wymagane w trybie production' },
} as const satisfies Readonly<Record<string, Localized>>
