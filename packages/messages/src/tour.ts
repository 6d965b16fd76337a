/**
 * Guided tours: three doors of the start page, six steps each.
 */
import type { Localized } from '@umiar/vocabulary'

export const TOUR_MESSAGES = {
  'tour.label': { en: 'Guided tour', pl: 'Przewodnik' },
  'tour.step': { en: 'Step {n} of {all}', pl: 'Krok {n} z {all}' },
  'tour.next': { en: 'Next', pl: 'Dalej' },
  'tour.end': { en: 'Leave the tour', pl: 'Zakończ' },
  'tour.finish': { en: 'Finish', pl: 'Gotowe' },
  'tour.customer_1': {
    en: 'You are a stranger here. The shelves are chosen for this page, not for you: open “What the shop knows now” and see that it knows nothing.',
    pl: 'Nikt Cię tu nie zna. Półki dobrano do tej strony, nie do Ciebie: otwórz „Co sklep teraz wie” i zobacz, że nie wie nic.',
  },
  'tour.customer_2': {
    en: 'A product page. Below are things that go with it. Open “Why this?” under one of them: the reason names the page, not you.',
    pl: 'Strona produktu. Niżej rzeczy, które do niego pasują. Otwórz przy którejś „Dlaczego to?”: powodem jest ta strona, nie Ty.',
  },
  'tour.customer_3': {
    en: 'This is where you decide. Each row shows the same shelf at its level, with an invented person. Nothing counts until you press Save.',
    pl: 'Tu decydujesz. Każdy wiersz pokazuje tę samą półkę na swoim poziomie, na przykładzie zmyślonej osoby. Liczy się dopiero to, co zapiszesz.',
  },
  'tour.customer_4': {
    en: 'Now you are Ola, who chose level 3. The shelf comes from what she views and buys; “Why this?” says from what exactly. Try “It was a gift” or “Not for me” under a product.',
    pl: 'Teraz jesteś Olą, która wybrała poziom 3. Półka wynika z tego, co ogląda i kupuje; „Dlaczego to?” mówi, z czego dokładnie. Spróbuj „To był prezent” albo „Nie dla mnie” przy produkcie.',
  },
  'tour.customer_5': {
    en: 'Everything the shop holds about Ola, in sentences, with the day each thing disappears by itself.',
    pl: 'Wszystko, co sklep wie o Oli: zwykłymi zdaniami, z dniem, w którym każda rzecz sama zniknie.',
  },
  'tour.customer_6': {
    en: 'Erasing takes one click and five seconds to change your mind. Try it: go back to the shop and it no longer knows her.',
    pl: 'Usunięcie to jedno kliknięcie i pięć sekund na zmianę zdania. Spróbuj: po powrocie sklep już jej nie zna.',
  },
  'tour.shop_1': {
    en: 'Your shop on day one: no data about anybody, and yet each shelf has something fitting. That is level 0.',
    pl: 'Twój sklep pierwszego dnia: żadnych danych o nikim, a na każdej półce coś pasującego. To poziom 0.',
  },
  'tour.shop_2': {
    en: 'Search forgives missing Polish letters: “zolty” finds “żółty”, exact words come first.',
    pl: 'Wyszukiwarka wybacza brak polskich liter: „zolty” znajduje „żółty”, a dokładne trafienia są pierwsze.',
  },
  'tour.shop_3': {
    en: 'The same page for Ola, who agreed. The difference is what her consent is worth, and she can take it back at any time.',
    pl: 'Ta sama strona dla Oli, która wyraziła zgodę. Różnica pokazuje, ile ta zgoda jest warta. Ola może ją w każdej chwili cofnąć.',
  },
  'tour.shop_4': {
    en: 'The console: what came in, what was dropped and why, what each shelf shows, what is not configured yet. In the demo come in without a token.',
    pl: 'Konsola: co przyszło, co odrzucono i dlaczego, co pokazuje każda półka i czego jeszcze nie ustawiono. W pokazie wejdź bez tokena.',
  },
  'tour.shop_5': {
    en: 'How to connect a shop, what to tell customers, and what remains your duty: two pages.',
    pl: 'Jak podłączyć sklep, co powiedzieć klientom i co pozostaje obowiązkiem sklepu: dwie strony.',
  },
  'tour.shop_6': {
    en: 'The whole API, on this computer, without the internet.',
    pl: 'Całe API – na tym komputerze, bez internetu.',
  },
  'tour.officer_1': {
    en: 'A stranger’s privacy centre. Only level 0 is selected, which applies anyway; no cookie is set, and refusing takes as many steps as agreeing.',
    pl: 'Centrum prywatności osoby nieznanej. Zaznaczony jest tylko poziom 0, który i tak obowiązuje; nie zapisujemy pliku cookie, a odmowa wymaga tylu kroków co zgoda.',
  },
  'tour.officer_2': {
    en: 'Ola’s centre: purposes one by one, each with its basis, switches, and when consent has to be asked again.',
    pl: 'Centrum Oli: cele po kolei, każdy z podstawą, wyłączniki i dzień, w którym o zgodę trzeba zapytać ponownie.',
  },
  'tour.officer_3': {
    en: 'Every use of her data, newest first: what was shown, on what data it rested, under which consent.',
    pl: 'Każde użycie jej danych, od najnowszego: co pokazano, na jakich danych to oparto i na podstawie której zgody.',
  },
  'tour.officer_4': {
    en: 'Erasure destroys her key before the rows. What remains is named before the click.',
    pl: 'Usunięcie najpierw niszczy jej klucz, potem wiersze. Co zostaje, jest nazwane przed kliknięciem.',
  },
  'tour.officer_5': {
    en: 'The console lists open requests and what is not configured. It shows counts, never a person. In the demo come in without a token.',
    pl: 'Konsola pokazuje otwarte wnioski i brakujące ustawienia. Pokazuje liczby, nigdy osobę. W pokazie wejdź bez tokena.',
  },
  'tour.officer_6': {
    en: 'The guide for privacy officers: duties, an incident plan on one page, an art. 28 checklist.',
    pl: 'Przewodnik dla inspektora: obowiązki, plan na incydent na jednej stronie, lista kontrolna art. 28.',
  },
} as const satisfies Readonly<Record<string, Localized>>
