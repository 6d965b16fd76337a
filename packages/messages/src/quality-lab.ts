/**
 * What the quality report of `umiar evaluate --report` says, for the owner of a shop.
 */
import type { Localized } from '@umiar/vocabulary'

export const LAB_MESSAGES = {
  'lab.title': { en: 'Quality of suggestions', pl: 'Jakość podpowiedzi' },
  'lab.language': { en: 'Language of this page', pl: 'Język tej strony' },
  'lab.intro': {
    en: 'How good would suggestions have been in your shop? The engine learned from the older part of your log. Then it had to say, step by step, what people would turn to in the newer part, which it had not seen. Each list has {k} products.',
    pl: 'Jak dobre byłyby podpowiedzi w Twoim sklepie? Silnik uczył się ze starszej części dziennika. Potem krok po kroku odgadywał, po co ludzie sięgną w nowszej części, której nie widział. Każda lista ma {k} produktów.',
  },
  'lab.own_data': {
    en: 'Nothing on this page left your computer, and no person can be found on it.',
    pl: 'Nic z tej strony nie opuściło Twojego komputera i nie ma na niej żadnej osoby.',
  },
  'lab.meaning': { en: 'What this means', pl: 'Co to znaczy' },
  'lab.numbers': { en: 'The numbers', pl: 'Liczby' },
  'lab.asked_part': {
    en: 'Measured on {cases} of {all} questions, evenly taken.',
    pl: 'Zmierzone na {cases} z {all} pytań, wybranych równomiernie.',
  },
  'lab.asked_all': {
    en: 'Measured on all {cases} questions.',
    pl: 'Zmierzone na wszystkich pytaniach: {cases}.',
  },

  'lab.fact_log': { en: 'Log', pl: 'Dziennik' },
  'lab.fact_split': { en: 'Split', pl: 'Podział' },
  'lab.fact_task': { en: 'Task', pl: 'Zadanie' },
  'lab.task_next_item': { en: 'the next product', pl: 'następny produkt' },
  'lab.task_next_basket': { en: 'the next basket', pl: 'następny koszyk' },
  'lab.fact_cases': { en: 'Questions asked', pl: 'Zadanych pytań' },
  'lab.fact_sessions': { en: 'Visits learned from', pl: 'Wizyt do nauki' },
  'lab.fact_events': { en: 'Steps in them', pl: 'Kroków w nich' },
  'lab.fact_items': { en: 'Products in them', pl: 'Produktów w nich' },
  'lab.fact_date': { en: 'Measured on', pl: 'Zmierzono' },
  'lab.fact_model': { en: 'Model', pl: 'Model' },
  'lab.fact_machine': { en: 'Machine', pl: 'Komputer' },

  'lab.hit_rate': { en: 'Hits', pl: 'Trafienia' },
  'lab.recall': { en: 'Found of the basket', pl: 'Znalezione z koszyka' },
  'lab.mrr': { en: 'MRR', pl: 'MRR' },
  'lab.ndcg': { en: 'NDCG', pl: 'NDCG' },
  'lab.coverage': { en: 'Coverage', pl: 'Pokrycie' },
  'lab.popularity_bias': { en: 'Popularity of what is shown', pl: 'Popularność pokazywanych' },
  'lab.cases': { en: 'Questions', pl: 'Pytania' },
  'lab.measures': {
    en: 'Hits: share of questions where what people turned to next was on the list. MRR: how high it stood, 1 is always first. NDCG: both in one figure, 1 is perfect. Coverage: share of products that were shown at least once. Popularity: how popular shown products are on average, 1 is the most popular one.',
    pl: 'Trafienia: w ilu pytaniach na liście było to, po co ludzie sięgnęli. MRR: jak wysoko to stało, 1 to zawsze pierwsze miejsce. NDCG: jedno i drugie w jednej liczbie, 1 to ideał. Pokrycie: jaka część produktów pokazała się choć raz. Popularność: jak popularne są średnio pokazywane produkty, 1 to najpopularniejszy.',
  },

  'lab.strategies': {
    en: 'Which suggestions find the next product?',
    pl: 'Które podpowiedzi trafiają w następny produkt?',
  },
  'lab.strategies_axis': {
    en: 'Share of lists that held what people turned to next',
    pl: 'Odsetek list, na których było to, po co ludzie potem sięgnęli',
  },
  'lab.strategies_mean': {
    en: '“{best}” finds it most often: in {hits} of cases it is among the {k} shown. Bestsellers alone manage {popular}.',
    pl: '„{best}” trafia najczęściej: w {hits} przypadków szukany produkt jest wśród {k} pokazanych. Same bestsellery trafiają w {popular}.',
  },
  'lab.strategy': { en: 'Kind of suggestion', pl: 'Rodzaj podpowiedzi' },

  'lab.levels': { en: 'What does each level add?', pl: 'Co daje każdy poziom?' },
  'lab.levels_axis': {
    en: 'Hits with what each level may use',
    pl: 'Trafienia przy tym, czego wolno użyć na każdym poziomie',
  },
  'lab.level': { en: 'Level', pl: 'Poziom' },
  'lab.step_popular': { en: 'Level 0, bestsellers', pl: 'Poziom 0, bestsellery' },
  'lab.step_page': { en: 'Level 0, the page', pl: 'Poziom 0, strona' },
  'lab.step_product': { en: 'Level 0, the product page', pl: 'Poziom 0, strona produktu' },
  'lab.step_visit': { en: 'Level 1, this visit', pl: 'Poziom 1, ta wizyta' },
  'lab.step_hints': { en: 'Level 2, hints', pl: 'Poziom 2, wskazówki' },
  'lab.step_history': { en: 'Level 3, history', pl: 'Poziom 3, historia' },
  'lab.levels_mean': {
    en: 'The page alone, without any data about people, gets {page} of cases right. With what a person does in the same visit it is {visit}.',
    pl: 'Sama strona, bez żadnych danych o ludziach, trafia w {page} przypadków. Z tym, co ktoś robi w tej samej wizycie, jest to {visit}.',
  },
  'lab.levels_history': {
    en: 'With earlier visits it is {history}.',
    pl: 'Z wcześniejszymi wizytami: {history}.',
  },
  'lab.levels_no_history': {
    en: 'This log does not tell who came back, so level 3 cannot be measured on it.',
    pl: 'Ten dziennik nie mówi, kto wrócił, więc poziomu 3 nie da się na nim zmierzyć.',
  },
  'lab.levels_no_hints': {
    en: 'Level 2 rests on hints people give, which no log holds.',
    pl: 'Poziom 2 opiera się na wskazówkach od ludzi, a tych nie ma w żadnym dzienniku.',
  },

  'lab.exposure': { en: 'Do many products get a chance?', pl: 'Czy wiele produktów dostaje szansę?' },
  'lab.exposure_shown': { en: 'shown in lists', pl: 'pokazywane na listach' },
  'lab.exposure_chosen': { en: 'chosen by people', pl: 'wybierane przez ludzi' },
  'lab.exposure_even': { en: 'all alike', pl: 'wszystkie po równo' },
  'lab.exposure_items': { en: 'products, least shown first', pl: 'produkty, od najrzadszych' },
  'lab.exposure_places': { en: 'places in lists', pl: 'miejsca na listach' },
  'lab.exposure_mean': {
    en: 'Half of all places go to {share} of products. Unevenness (Gini, 0 even, 1 all to one) is {shown} in the lists and {chosen} in what people choose themselves.',
    pl: 'Połowa wszystkich miejsc przypada {share} produktów. Nierówność (Gini: 0 po równo, 1 wszystko dla jednego) wynosi {shown} na listach i {chosen} w tym, co ludzie sami wybierają.',
  },
  'lab.exposure_share': { en: 'Products, least shown first', pl: 'Produkty, od najrzadszych' },
  'lab.gini': { en: 'Gini', pl: 'Gini' },

  'lab.mix': {
    en: 'Do lists keep people’s tastes in proportion?',
    pl: 'Czy listy zachowują proporcje gustów?',
  },
  'lab.mix_steps': { en: 'looked at before', pl: 'oglądane wcześniej' },
  'lab.mix_lists': { en: 'shown', pl: 'pokazane' },
  'lab.mix_mean': {
    en: 'On average {overlap} of a list matches the mix of categories the person looked at before; 100 % would be the same mix.',
    pl: 'Średnio {overlap} listy odpowiada temu, w jakich proporcjach ktoś wcześniej oglądał kategorie; 100 % to te same proporcje.',
  },
  'lab.mix_missing': {
    en: 'This needs the categories of your products: run the command again with {option}.',
    pl: 'Do tego potrzebne są kategorie produktów: uruchom polecenie jeszcze raz z opcją {option}.',
  },
  'lab.mix_no_categories': {
    en: 'The products on your list have no categories, so there are no proportions to compare.',
    pl: 'Produkty na Twojej liście nie mają kategorii, więc nie ma proporcji do porównania.',
  },
  'lab.category': { en: 'Category', pl: 'Kategoria' },
  'lab.other_categories': { en: 'all others', pl: 'wszystkie inne' },

  'lab.prefix': { en: 'How much must be known?', pl: 'Ile trzeba wiedzieć?' },
  'lab.prefix_axis': {
    en: 'Hits by the number of steps known before',
    pl: 'Trafienia według liczby znanych wcześniej kroków',
  },
  'lab.prefix_steps': { en: 'Steps known', pl: 'Znane kroki' },
  'lab.prefix_mean': {
    en: 'Steps known: {least} – {first} of lists hit. Steps known: {most} – {last} hit.',
    pl: 'Znane kroki: {least} – trafia {first} list. Znane kroki: {most} – trafia {last}.',
  },

  'lab.age': { en: 'Do new products have a chance?', pl: 'Czy nowe produkty mają szansę?' },
  'lab.age_axis': {
    en: 'Hits by the time since a product was first seen in the log',
    pl: 'Trafienia według czasu, od kiedy produkt widać w dzienniku',
  },
  'lab.age_days': { en: 'First seen', pl: 'Pierwszy raz widziany' },
  'lab.age_never': { en: 'never before', pl: 'nigdy wcześniej' },
  'lab.age_between': { en: '{from} to {to} days before', pl: '{from}–{to} dni wcześniej' },
  'lab.age_from': { en: '{from} days before or more', pl: '{from} dni wcześniej lub dawniej' },
  'lab.age_mean': {
    en: '{never} of what people turned to had never been seen before: no model that learns from behaviour can find it. Of products known for less than a week, {young} were found, of those known longer {old}.',
    pl: '{never} tego, po co ludzie sięgnęli, nie było wcześniej w dzienniku: nie znajdzie tego żaden model, który uczy się z zachowań. Z produktów znanych krócej niż tydzień znaleziono {young}, ze znanych dłużej {old}.',
  },
  'lab.age_mean_young': {
    en: '{never} of what people turned to had never been seen before: no model that learns from behaviour can find it. All other products are known for less than a week; {young} of them were found.',
    pl: '{never} tego, po co ludzie sięgnęli, nie było wcześniej w dzienniku: nie znajdzie tego żaden model, który uczy się z zachowań. Wszystkie inne produkty są znane krócej niż tydzień; znaleziono {young} z nich.',
  },
  'lab.age_missing': {
    en: 'This log has no times, so the age of products is not known.',
    pl: 'Ten dziennik nie zawiera czasu, więc wiek produktów nie jest znany.',
  },

  'lab.sweep': { en: 'What if fewer people agree?', pl: 'A jeśli zgodzi się mniej osób?' },
  'lab.sweep_axis': {
    en: 'Hits when only a part of people teach the engine',
    pl: 'Trafienia, gdy silnik uczy się tylko od części osób',
  },
  'lab.sweep_share': { en: 'People who teach', pl: 'Osoby, od których się uczy' },
  'lab.sweep_mean': {
    en: 'If only one person in ten agrees that others’ suggestions learn from her, {kept} of the hits remain.',
    pl: 'Gdy tylko co dziesiąta osoba pozwala uczyć na sobie podpowiedzi dla innych, zostaje {kept} trafień.',
  },

  'lab.simulated': { en: 'Simulated', pl: 'Symulacja' },
  'lab.simulated_note': {
    en: 'Invented people and products with a known taste, asked of the real engine on {date}. It shows that levels do what they say; it tells nothing about real shoppers. Command: {command}.',
    pl: 'Wymyślone osoby i produkty o znanych gustach, prawdziwy silnik, {date}. Widać z tego, że poziomy działają tak, jak mówią; o prawdziwych klientach nie mówi to nic. Polecenie: {command}.',
  },
  'lab.polana': { en: 'The levels in the demo shop', pl: 'Poziomy w sklepie pokazowym' },
  'lab.polana_axis': {
    en: 'NDCG@10 against true taste, mean of {seeds} worlds',
    pl: 'NDCG@10 wobec prawdziwych gustów, średnia z {seeds} światów',
  },
  'lab.polana_mean': {
    en: 'Of what a perfect list would give, bestsellers give {popular}, the page alone {page}, the visit {visit}, the history {history}.',
    pl: 'Z tego, co dałaby lista doskonała, bestsellery dają {popular}, sama strona {page}, wizyta {visit}, historia {history}.',
  },
  'lab.seed': { en: 'Seed', pl: 'Ziarno' },
  'lab.small_shop': { en: 'A small shop, day by day', pl: 'Mały sklep, dzień po dniu' },
  'lab.small_shop_axis': {
    en: 'NDCG@10 against true taste; {products} products, {visits} visits a day',
    pl: 'NDCG@10 wobec prawdziwych gustów; produktów: {products}, wizyt dziennie: {visits}',
  },
  'lab.small_shop_mean': {
    en: 'On day {first}, with {share} consenting, the page alone gives {page} with the shop’s own counts and {bare} without them; after {last} days this visit gives {visit} and history {history}.',
    pl: 'W dniu {first}, przy zgodzie {share} osób, sama strona daje {page} z liczbami od sklepu i {bare} bez nich; po {last} dniach ta wizyta daje {visit}, a historia {history}.',
  },
  'lab.consenting': { en: 'Consenting', pl: 'Zgadza się' },
  'lab.day': { en: 'Day', pl: 'Dzień' },
  'lab.no_counts': { en: '{step}, no counts from the shop', pl: '{step}, bez liczb od sklepu' },
  'lab.regulars': { en: '{step}, who came before', pl: '{step}, kto już był' },
  'lab.next_view': { en: 'Next view', pl: 'Następne oglądanie' },
  'lab.next_purchase': { en: 'Next purchase', pl: 'Następny zakup' },
} as const satisfies Readonly<Record<string, Localized>>
