/**
 * The console's words for what the engine calls by a code: outcomes, reasons, modes, strategies, settings.
 */
import type { Localized } from '@umiar/vocabulary'
import type { CountedNoun } from './plural.ts'

export const CONSOLE_WORDS = {
  'console.status_accepted': { en: 'Accepted', pl: 'Przyjęte' },
  'console.status_session_only': { en: 'Used in the visit only', pl: 'Użyte tylko w wizycie' },
  'console.status_duplicate': { en: 'Repeated', pl: 'Powtórzone' },
  'console.status_dropped_no_consent': { en: 'Dropped: no consent', pl: 'Odrzucone: bez zgody' },
  'console.status_dropped_retention': { en: 'Dropped: too old', pl: 'Odrzucone: za stare' },
  'console.status_invalid': { en: 'Faulty', pl: 'Błędne' },

  'console.reason_nobody_known': {
    en: 'no choice saved: never made, refused as a guest, or erased',
    pl: 'bez zapisanego wyboru: nie było go, gość odmówił albo dane usunięto',
  },
  'console.reason_not_granted': {
    en: 'level 0, or not agreed to this purpose',
    pl: 'poziom 0 albo brak zgody na ten cel',
  },
  'console.reason_switched_off': { en: 'switched off separately', pl: 'wyłączone osobnym przełącznikiem' },
  'console.reason_expired': {
    en: 'the choice ran out after six months',
    pl: 'wybór wygasł po sześciu miesiącach',
  },
  'console.reason_restricted': {
    en: 'use is paused (GDPR Art. 18)',
    pl: 'używanie wstrzymane (art. 18 RODO)',
  },
  'console.reason_objected': { en: 'objection (GDPR Art. 21)', pl: 'sprzeciw (art. 21 RODO)' },
  'console.reason_sensitive': {
    en: 'sensitive product: never kept',
    pl: 'produkt wrażliwy: nigdy nie zapisujemy',
  },
  'console.reason_before_choice': {
    en: 'from before the present choice',
    pl: 'sprzed obecnego wyboru',
  },
  'console.reason_too_old': { en: 'older than it would be kept', pl: 'starsze, niż wolno przechowywać' },
  'console.reason_personal_field': {
    en: 'a field that identifies a person, such as e-mail',
    pl: 'pole wskazujące osobę, np. e-mail',
  },
  'console.reason_event_in_future': { en: 'dated in the future', pl: 'data w przyszłości' },
  'console.reason_event_unknown': { en: 'unknown event name', pl: 'nieznana nazwa zdarzenia' },
  'console.reason_time_invalid': { en: 'unreadable time', pl: 'nieczytelny czas' },
  'console.reason_visitor_missing': { en: 'names no visitor', pl: 'nie wskazuje osoby' },
  'console.reason_invalid_id': { en: 'unusable id', pl: 'nieprawidłowy identyfikator' },
  'console.reason_other': { en: 'fault {code}', pl: 'błąd {code}' },

  'console.mode_personal': { en: 'a person’s history', pl: 'historia osoby' },
  'console.mode_session': { en: 'a person’s visit', pl: 'wizyta osoby' },
  'console.mode_declared': { en: 'a person’s hints', pl: 'wskazówki osoby' },
  'console.mode_context': { en: 'the page itself', pl: 'sama strona' },
  'console.mode_popular': { en: 'popular in the shop', pl: 'popularne w sklepie' },
  'console.mode_curated': { en: 'the shop’s own order', pl: 'kolejność sklepu' },
  'console.mode_holdout': { en: 'comparison without personalization', pl: 'porównanie bez personalizacji' },
  'console.mode_unknown': { en: 'not known any more', pl: 'już nie wiadomo' },

  'console.strategy_for_you': { en: 'For you', pl: 'Dla Ciebie' },
  'console.strategy_session': { en: 'From this visit', pl: 'Z tej wizyty' },
  'console.strategy_also_viewed': { en: 'Others also viewed', pl: 'Inni oglądali też' },
  'console.strategy_bought_together': { en: 'Often bought together', pl: 'Często kupowane razem' },
  'console.strategy_category_picks': { en: 'From this category', pl: 'Z tej kategorii' },
  'console.strategy_cart': { en: 'To go with the cart', pl: 'Pasuje do koszyka' },
  'console.strategy_popular': { en: 'Popular', pl: 'Popularne' },
  'console.strategy_basket': { en: 'Next basket', pl: 'Następny koszyk' },
  'console.strategy_buy_again': { en: 'Buy again', pl: 'Kup ponownie' },
  'console.strategy_compare': { en: 'To compare', pl: 'Do porównania' },
  'console.strategy_complete_the_set': { en: 'Complete the set', pl: 'Uzupełnij zestaw' },
  'console.strategy_new': { en: 'New', pl: 'Nowości' },
  'console.strategy_on_sale_for_you': { en: 'On sale for you', pl: 'Okazje dla Ciebie' },
  'console.strategy_recently_viewed': { en: 'Recently viewed', pl: 'Ostatnio oglądane' },
  'console.strategy_similar': { en: 'Similar', pl: 'Podobne' },
  'console.strategy_trending': { en: 'Trending', pl: 'Zyskują na popularności' },

  'console.model_basket': { en: 'baskets of others and her own', pl: 'koszyków innych i własnych' },
  'console.model_co_purchases': { en: 'what is bought together', pl: 'wspólnych zakupów' },
  'console.model_co_views': { en: 'what is viewed together', pl: 'wspólnego oglądania' },
  'console.model_content': { en: 'likeness of products', pl: 'podobieństwa produktów' },
  'console.model_dates': { en: 'dates in the catalogue', pl: 'dat w katalogu' },
  'console.model_own_views': { en: 'her own views', pl: 'własnych oglądanych produktów' },
  'console.model_popularity': { en: 'popularity', pl: 'popularności' },
  'console.model_reductions': { en: 'reductions in the catalogue', pl: 'obniżek w katalogu' },
  'console.model_relations': { en: 'what the shop says goes together', pl: 'powiązań podanych przez sklep' },
  'console.model_repurchase': { en: 'how often she buys a thing', pl: 'odstępów między zakupami' },
  'console.model_session': { en: 'visits like hers', pl: 'podobnych wizyt' },
  'console.model_taste': { en: 'her taste', pl: 'gustu' },
  'console.model_trend': { en: 'what rises', pl: 'wzrostów' },

  'console.page_home': { en: 'home page', pl: 'strona główna' },
  'console.page_category': { en: 'category page', pl: 'strona kategorii' },
  'console.page_product': { en: 'product page', pl: 'strona produktu' },
  'console.page_cart': { en: 'cart', pl: 'koszyk' },
  'console.page_search': { en: 'search results', pl: 'wyniki wyszukiwania' },
  'console.page_other': { en: 'another page', pl: 'inna strona' },

  'console.state_set': { en: 'Set', pl: 'Ustawione' },
  'console.state_default': { en: 'Default', pl: 'Domyślne' },
  'console.state_invented': { en: 'Invented', pl: 'Zmyślone' },
  'console.state_missing': { en: 'Missing', pl: 'Brakuje' },
  'console.state_built_in': { en: 'Built in', pl: 'Wbudowane' },
  'console.state_not_offered': { en: 'Not in this version', pl: 'Nie w tej wersji' },

  'console.config_mode': { en: 'Mode', pl: 'Tryb pracy' },
  'console.config_controller': { en: 'Who answers for the data', pl: 'Administrator danych' },
  'console.config_allowed_origins': { en: 'Addresses of the shop’s pages', pl: 'Adresy stron sklepu' },
  'console.config_https': { en: 'Encrypted connection (HTTPS)', pl: 'Szyfrowane połączenie (HTTPS)' },
  'console.config_privacy_url': { en: 'Address of the privacy page', pl: 'Adres strony prywatności' },
  'console.config_keys': { en: 'Keys of the API', pl: 'Klucze do API' },
  'console.config_root_key': { en: 'Root key', pl: 'Klucz główny' },
  'console.config_database': { en: 'Database', pl: 'Baza danych' },
  'console.config_evidence_budget': { en: 'Room for explanations', pl: 'Miejsce na uzasadnienia' },
  'console.config_store_budget': { en: 'Size of the store', pl: 'Wielkość bazy' },
  'console.config_retention': { en: 'How long data are kept', pl: 'Czasy przechowywania' },
  'console.config_mail': { en: 'E-mail', pl: 'Poczta' },

  'console.hint_mode': {
    en: 'Demo: this computer only, invented people. A real shop runs in production mode.',
    pl: 'Pokaz: tylko ten komputer i zmyślone osoby. Prawdziwy sklep działa w trybie production.',
  },
  'console.hint_controller': {
    en: 'Name, address or contact are invented. Customers must learn who answers for their data.',
    pl: 'Nazwa, adres lub kontakt są zmyślone. Klienci muszą wiedzieć, kto odpowiada za ich dane.',
  },
  'console.hint_allowed_origins': {
    en: 'Without them only the engine’s own pages may call it from a browser.',
    pl: 'Bez nich z przeglądarki mogą korzystać z silnika tylko jego własne strony.',
  },
  'console.hint_https': {
    en: 'Name the public https:// address, or the proxy that ends TLS.',
    pl: 'Podaj publiczny adres https:// albo serwer pośredniczący, który szyfruje połączenie.',
  },
  'console.hint_privacy_url': {
    en: 'A default is in use. Check that it leads to the page where customers change their choice.',
    pl: 'Działa adres domyślny. Sprawdź, czy prowadzi do strony, na której klienci zmieniają wybór.',
  },
  'console.hint_keys': {
    en: 'Made at the first start and kept in a file beside the data.',
    pl: 'Powstały przy pierwszym starcie i leżą w pliku obok danych.',
  },
  'console.hint_root_key': {
    en: 'Lies beside the store: a copy of the folder opens everything. Production keeps it apart.',
    pl: 'Leży obok bazy: kopia folderu otwiera wszystko. W trybie production trzyma się go osobno.',
  },
  'console.hint_database': {
    en: 'Embedded. Enough for most shops; PostgreSQL is for larger ones.',
    pl: 'Wbudowana. Wystarcza większości sklepów; PostgreSQL jest dla większych.',
  },
  'console.hint_evidence_budget': {
    en: 'No limit: explanations are kept for 30 days.',
    pl: 'Bez limitu: uzasadnienia leżą 30 dni.',
  },
  'console.hint_store_budget': { en: 'No limit but the disk.', pl: 'Bez limitu, ile zmieści dysk.' },
  'console.hint_retention': {
    en: 'Views and searches 90 days, purchases 24 months, explanations and clicks 30 days. Fixed in this version.',
    pl: 'Oglądanie i szukanie 90 dni, zakupy 24 miesiące, uzasadnienia i kliknięcia 30 dni. W tej wersji na stałe.',
  },
  'console.hint_mail': {
    en: 'Nothing is sent, and level 4 is not offered.',
    pl: 'Nic nie wysyłamy, a poziom 4 nie jest dostępny.',
  },
} as const satisfies Readonly<Record<string, Localized>>

/** Nouns the console counts; Polish in the genitive, as after “potrzeba” and “z”. */
export const CONSOLE_NOUNS = {
  categories: {
    en: ['product with a category', 'products with a category'],
    pl: ['produktu z kategorią', 'produktów z kategorią', 'produktów z kategorią'],
  },
  dated: {
    en: ['product that came lately', 'products that came lately'],
    pl: ['nowego produktu', 'nowych produktów', 'nowych produktów'],
  },
  described: {
    en: ['product with category and brand or attributes', 'products with category and brand or attributes'],
    pl: [
      'produktu z kategorią i marką lub cechami',
      'produktów z kategorią i marką lub cechami',
      'produktów z kategorią i marką lub cechami',
    ],
  },
  popular: {
    en: ['view or purchase', 'views or purchases'],
    pl: ['obejrzenia lub zakupu', 'obejrzeń lub zakupów', 'obejrzeń lub zakupów'],
  },
  purchases: { en: ['purchase', 'purchases'], pl: ['zakupu', 'zakupów', 'zakupów'] },
  reduced: {
    en: ['reduced product', 'reduced products'],
    pl: ['produktu w obniżonej cenie', 'produktów w obniżonej cenie', 'produktów w obniżonej cenie'],
  },
  related: {
    en: ['product that says what goes with it', 'products that say what goes with them'],
    pl: [
      'produktu ze wskazaniem, co do niego pasuje',
      'produktów ze wskazaniem, co do nich pasuje',
      'produktów ze wskazaniem, co do nich pasuje',
    ],
  },
  used_up: {
    en: ['product that is used up', 'products that are used up'],
    pl: ['produktu, który się zużywa', 'produktów, które się zużywają', 'produktów, które się zużywają'],
  },
  views: { en: ['view', 'views'], pl: ['obejrzenia', 'obejrzeń', 'obejrzeń'] },
  visits: { en: ['visit', 'visits'], pl: ['wizyty', 'wizyt', 'wizyt'] },
} as const satisfies Readonly<Record<string, CountedNoun>>

/** The noun for what is still missing: `more purchases`; Polish says it before the number. */
export function moreOf({ en: [one, other], pl }: CountedNoun): CountedNoun {
  return { en: [`more ${one}`, `more ${other}`], pl }
}

/** Nouns that stand alone beside their number. */
export const CONSOLE_COUNTS = {
  answers: { en: ['answer', 'answers'], pl: ['odpowiedź', 'odpowiedzi', 'odpowiedzi'] },
  events: { en: ['event', 'events'], pl: ['zdarzenie', 'zdarzenia', 'zdarzeń'] },
  people: { en: ['person', 'people'], pl: ['osoba', 'osoby', 'osób'] },
} as const satisfies Readonly<Record<string, CountedNoun>>
