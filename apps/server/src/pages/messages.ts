/**
 * Every sentence of the shop and privacy pages, in both languages, in one place.
 *
 * The rule for tone: say it so a customer would, and say what happens, not how good it is. Texts about
 * levels and purposes are not here: they come from the consent policy, so that page and record agree.
 * `{name}` stands for a value; values are text and are escaped where the sentence is put into a page.
 * One long file, so that a translator reads all there is to say from top to bottom.
 */
import type { Locale, Localized } from '@umiar/vocabulary'
import type { CountedNoun } from './plural.ts'

export const MESSAGES = {
  // Frame
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
  'frame.docs': { en: 'Documentation', pl: 'Dokumentacja' },
  'frame.shop': { en: 'Shop', pl: 'Sklep' },
  'frame.start': { en: 'What Umiar is', pl: 'Czym jest Umiar' },
  'frame.cart': { en: 'Cart', pl: 'Koszyk' },
  'frame.cart_count': { en: 'Cart ({n})', pl: 'Koszyk ({n})' },
  // Start page
  'start.title': { en: 'A shop that asks first', pl: 'Sklep, który najpierw pyta' },
  'start.sentence': {
    en: 'Umiar lets an online shop suggest products using only what you have allowed. You can see it, change it and delete it at any time.',
    pl: 'Umiar pozwala sklepowi podpowiadać produkty tylko na podstawie tego, na co się zgadzasz. W każdej chwili możesz to sprawdzić, zmienić i usunąć.',
  },
  'start.shop_door': { en: 'Look around the shop', pl: 'Rozejrzyj się po sklepie' },
  'start.shop_line': {
    en: 'Tea, coffee, trail and garden. The shelves are good even when the shop knows nothing about you.',
    pl: 'Herbata, kawa, szlak i ogród. Półki są dobre także wtedy, gdy sklep nic o Tobie nie wie.',
  },
  'start.privacy_door': { en: 'Decide what may be used', pl: 'Zdecyduj, czego wolno używać' },
  'start.privacy_line': {
    en: 'Five levels to choose from, what we hold, why we showed it, export and erasure.',
    pl: 'Pięć poziomów do wyboru, a do tego: co o Tobie wiemy, skąd podpowiedzi, pobranie i usunięcie danych.',
  },
  'start.docs_door': { en: 'Connect your own shop', pl: 'Podłącz własny sklep' },
  'start.docs_line': {
    en: 'The guides and the description of the API, on this computer, without the internet.',
    pl: 'Przewodniki i opis API – na tym komputerze, bez internetu.',
  },
  // Shop
  'shop.title': { en: 'Tea, coffee, trail and garden', pl: 'Herbata, kawa, szlak i ogród' },
  'shop.all': { en: 'All products', pl: 'Wszystkie produkty' },
  'shop.empty_category': {
    en: 'There is nothing in this category yet.',
    pl: 'W tej kategorii nic jeszcze nie ma.',
  },
  'shop.unavailable': { en: 'Sold out', pl: 'Chwilowo niedostępne' },
  'shop.add': { en: 'Add to cart', pl: 'Dodaj do koszyka' },
  'shop.brand': { en: 'Brand: {brand}', pl: 'Marka: {brand}' },
  'shop.sensitive': {
    en: 'This is a private matter. We do not remember that you viewed or bought it, and we never use it for suggestions.',
    pl: 'To sprawa prywatna. Nie zapamiętujemy, że oglądasz lub kupujesz ten produkt, i nigdy nie używamy tego do podpowiedzi.',
  },
  'shop.not_found': { en: 'We could not find that', pl: 'Tego nie znaleźliśmy' },
  'shop.not_found_line': {
    en: 'The product may have left the shop. Perhaps the search will help.',
    pl: 'Być może tego produktu już nie sprzedajemy. Może pomoże wyszukiwarka.',
  },
  'search.label': { en: 'Search the shop', pl: 'Szukaj w sklepie' },
  'search.button': { en: 'Search', pl: 'Szukaj' },
  'search.title': { en: 'Search', pl: 'Szukaj' },
  'search.results': { en: '{count} for “{term}”', pl: '{count} dla „{term}”' },
  'search.none': {
    en: 'Nothing found for “{term}”. Try a shorter word.',
    pl: 'Nic nie znaleźliśmy dla „{term}”. Spróbuj krótszego słowa.',
  },
  'search.ask': { en: 'Type what you are looking for.', pl: 'Wpisz, czego szukasz.' },
  // Cart
  'cart.title': { en: 'Your cart', pl: 'Twój koszyk' },
  'cart.empty': { en: 'The cart is empty.', pl: 'Koszyk jest pusty.' },
  'cart.pieces': { en: '{n} pcs', pl: '{n} szt.' },
  'cart.remove': { en: 'Remove', pl: 'Usuń' },
  'cart.remove_one': { en: 'Remove {title} from the cart', pl: 'Usuń z koszyka: {title}' },
  'cart.total': { en: 'Total', pl: 'Razem' },
  'cart.buy': { en: 'Buy', pl: 'Kupuję' },
  'cart.buy_note': {
    en: 'This is a demonstration: nothing is charged and nothing is sent.',
    pl: 'To pokaz: nic nie zapłacisz i nic nie wyślemy.',
  },
  'cart.storage_note': {
    en: 'The cart is kept on this device only, until you close the browser.',
    pl: 'Koszyk jest zapisany tylko na tym urządzeniu, do zamknięcia przeglądarki.',
  },
  'cart.bought': {
    en: 'Thank you! Your order has been placed.',
    pl: 'Dziękujemy! Zamówienie zostało złożone.',
  },
  'cart.bought_kept': {
    en: 'The purchase will help us suggest better – as you allowed. You can check or delete it at any time.',
    pl: 'Zakup pomoże nam lepiej podpowiadać – zgodnie z Twoim wyborem. W każdej chwili możesz go sprawdzić lub usunąć.',
  },
  'cart.bought_not_kept': {
    en: 'We have not remembered this purchase for suggestions.',
    pl: 'Nie zapamiętaliśmy tego zakupu na potrzeby podpowiedzi.',
  },
  // Shelves
  'shelf.goes_well': { en: 'Goes well with', pl: 'Pasuje do tego' },
  'shelf.for_you': { en: 'Picked for you', pl: 'Wybrane dla Ciebie' },
  'shelf.this_visit': { en: 'From this visit', pl: 'Na podstawie tej wizyty' },
  'shelf.worth_a_look': { en: 'Worth a look', pl: 'Warto zobaczyć' },
  'shelf.with_cart': { en: 'To go with your cart', pl: 'Do koszyka pasuje też' },
  'shelf.note_context': {
    en: 'Chosen for this page. No data about you was used.',
    pl: 'Wybrane do tej strony. Bez użycia danych o Tobie.',
  },
  'shelf.note_used': { en: 'Used: {data}.', pl: 'Na podstawie: {data}.' },
  'shelf.change': { en: 'Choose how much we may use', pl: 'Zdecyduj, ile możemy wiedzieć' },
  'shelf.like': { en: 'I like it', pl: 'Lubię to' },
  'shelf.hide': { en: 'Do not show', pl: 'Nie pokazuj' },
  'shelf.like_one': { en: 'I like: {title}', pl: 'Lubię: {title}' },
  'shelf.hide_one': { en: 'Do not show: {title}', pl: 'Nie pokazuj: {title}' },
  'shelf.hint_liked': { en: 'Noted: you like it.', pl: 'Zapisane: lubisz to.' },
  'shelf.hint_hidden': {
    en: 'Noted: we will not suggest it again.',
    pl: 'Zapisane: nie będziemy tego podpowiadać.',
  },
  'data.session_events': { en: 'what you viewed in this visit', pl: 'tego, co oglądasz podczas tej wizyty' },
  'data.declared_taste': { en: 'your hints', pl: 'Twoich wskazówek' },
  'data.view_history': { en: 'what you viewed before', pl: 'tego, co tu wcześniej oglądasz' },
  'data.purchase_history': { en: 'what you bought', pl: 'Twoich zakupów' },
  // Privacy: choice
  'privacy.title': { en: 'Privacy and personalization', pl: 'Prywatność i personalizacja' },
  'privacy.lead': {
    en: 'You decide what may be used for suggestions. The shop works the same either way. Nothing changes until you press Save.',
    pl: 'To Ty decydujesz, czego możemy używać do podpowiedzi. Sklep działa tak samo przy każdym wyborze. Nic się nie zmieni, dopóki nie klikniesz „Zapisz”.',
  },
  'privacy.levels': { en: 'How much may we use?', pl: 'Ile możemy wiedzieć?' },
  'privacy.present': { en: 'in force now', pl: 'obowiązuje teraz' },
  'privacy.not_offered': { en: 'not offered in this shop', pl: 'niedostępne w tym sklepie' },
  'privacy.purposes': { en: 'Extra consents', pl: 'Dodatkowe zgody' },
  'privacy.purposes_line': {
    en: 'Each is separate and none is needed for anything else.',
    pl: 'Każda jest osobna i żadna nie jest potrzebna do niczego innego.',
  },
  'privacy.needs_level': { en: 'from level {level}', pl: 'od poziomu {level}' },
  'privacy.switches': { en: 'Pause without deleting', pl: 'Wstrzymaj bez usuwania' },
  'privacy.switches_line': {
    en: 'Untick what we should not use at the moment. Nothing is deleted.',
    pl: 'Odznacz to, czego mamy na razie nie używać. Niczego nie usuniemy.',
  },
  'privacy.save': { en: 'Save', pl: 'Zapisz' },
  'privacy.gpc': {
    en: 'Your browser sends the Global Privacy Control signal. We record it with your choice.',
    pl: 'Twoja przeglądarka wysyła sygnał Global Privacy Control. Zapisujemy go razem z Twoim wyborem.',
  },
  'privacy.saved': { en: 'Saved. From now on: {level}.', pl: 'Zapisano. Od teraz: {level}.' },
  'privacy.saved_removed': { en: 'We have deleted: {tables}.', pl: 'Usunęliśmy: {tables}.' },
  'privacy.saved_too_low': {
    en: '“{purpose}” needs level {level}, so it is off.',
    pl: 'Zgoda „{purpose}” wymaga poziomu {level}, więc pozostaje wyłączona.',
  },
  'privacy.saved_guest': {
    en: 'Saved. This device remembers only that you said no – without any number that could identify you.',
    pl: 'Zapisano. Na tym urządzeniu zostaje tylko informacja o odmowie – bez numeru, po którym można by Cię rozpoznać.',
  },
  'privacy.valid_until': {
    en: 'Your choice is valid until {date}; then we will ask again.',
    pl: 'Twój wybór obowiązuje do {date}. Potem zapytamy ponownie.',
  },
  'privacy.details': {
    en: 'What we use data for, and for how long',
    pl: 'Do czego używamy danych i jak długo',
  },
  'privacy.kept_for': { en: '{name}: at most {days}', pl: '{name}: najwyżej {days}' },
  'privacy.controller': {
    en: 'Responsible for the data: {name}, {address}, {contact}.',
    pl: 'Za dane odpowiada: {name}, {address}, {contact}.',
  },
  // Privacy: what we hold
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
  'held.remember': { en: 'We remember {count}.', pl: 'Pamiętamy {count}.' },
  'held.taste': { en: 'You gave us {count}.', pl: 'Mamy od Ciebie {count}.' },
  'held.consent': {
    en: 'We keep {count} – to be able to show what you agreed to.',
    pl: 'Przechowujemy {count} – żeby móc wykazać, na co się zgadzasz.',
  },
  'held.evidence': {
    en: 'We keep {count} of why you saw what you saw.',
    pl: 'Przechowujemy {count} o tym, skąd wzięły się podpowiedzi.',
  },
  'held.visit': { en: 'Until the end of this visit: {count}.', pl: 'Do końca tej wizyty: {count}.' },
  'held.until': { en: 'Deleted by {date} at the latest.', pl: 'Usuniemy najpóźniej {date}.' },
  'held.list': { en: 'Show the products', pl: 'Pokaż produkty' },
  'held.gone': { en: 'no longer sold', pl: 'już niesprzedawane' },
  // Privacy: why
  'why.title': { en: 'Why we showed what we showed', pl: 'Skąd wzięły się podpowiedzi' },
  'why.none': {
    en: 'There is nothing to explain yet: no suggestion has used data about you.',
    pl: 'Na razie nie ma czego wyjaśniać: żadna podpowiedź nie korzystała z danych o Tobie.',
  },
  // Privacy: hints
  'hints.title': { en: 'Your hints', pl: 'Twoje wskazówki' },
  'hints.line': {
    en: 'Mark what you like and what we should not show. Only you see this list.',
    pl: 'Zaznacz, co lubisz, a czego nie pokazywać. Tę listę widzisz tylko Ty.',
  },
  'hints.needs_level': {
    en: 'Hints work from level 2 on. Choose it above and save.',
    pl: 'Wskazówki działają od poziomu 2. Wybierz go wyżej i zapisz.',
  },
  'hints.like': { en: 'I like it', pl: 'Lubię' },
  'hints.neutral': { en: 'No hint', pl: 'Bez wskazówki' },
  'hints.never': { en: 'Do not show', pl: 'Nie pokazuj' },
  'hints.save': { en: 'Save hints', pl: 'Zapisz wskazówki' },
  'hints.saved': { en: 'Your hints are saved.', pl: 'Wskazówki zapisane.' },
  // Privacy: export and erase
  'export.title': { en: 'Take your data with you', pl: 'Pobierz swoje dane' },
  'export.line': {
    en: 'Everything we hold about you in one file (JSON), readable by people and programs.',
    pl: 'Wszystko, co o Tobie przechowujemy, w jednym pliku (JSON), czytelnym dla ludzi i programów.',
  },
  'export.button': { en: 'Download my data', pl: 'Pobierz moje dane' },
  'erase.title': { en: 'Erase everything', pl: 'Usuń wszystko' },
  'erase.line': {
    en: 'We delete everything above, together with the key that makes it readable. This cannot be undone.',
    pl: 'Usuniemy wszystko, co widzisz wyżej, razem z kluczem, bez którego nikt tego nie odczyta. Tego nie da się cofnąć.',
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
  'erase.done': { en: 'Erased on {date}. We removed:', pl: 'Usunięto {date}. Usunęliśmy:' },
  'erase.done_cookies': {
    en: 'the number on this device (cookies umiar_id and umiar_visit)',
    pl: 'numer na tym urządzeniu (pliki cookie umiar_id i umiar_visit)',
  },
  'erase.done_rows': { en: '{name}: {count}', pl: '{name}: {count}' },
  'erase.nothing': {
    en: 'There was nothing to erase: we hold nothing about you.',
    pl: 'Nie było czego usuwać: nic o Tobie nie przechowujemy.',
  },
  'erase.back': { en: 'Back to the shop', pl: 'Wróć do sklepu' },
  // Errors
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

/** A sentence of the pages. */
export type MessageKey = keyof typeof MESSAGES

/** Nouns the pages count. */
export const NOUNS = {
  days: { en: ['day', 'days'], pl: ['dzień', 'dni', 'dni'] },
  viewed: {
    en: ['product you viewed', 'products you viewed'],
    pl: ['obejrzany produkt', 'obejrzane produkty', 'obejrzanych produktów'],
  },
  carted: {
    en: ['product you put into the cart', 'products you put into the cart'],
    pl: ['produkt włożony do koszyka', 'produkty włożone do koszyka', 'produktów włożonych do koszyka'],
  },
  products: { en: ['product', 'products'], pl: ['produkt', 'produkty', 'produktów'] },
  purchases: { en: ['purchase', 'purchases'], pl: ['zakup', 'zakupy', 'zakupów'] },
  searches: { en: ['search', 'searches'], pl: ['wyszukiwanie', 'wyszukiwania', 'wyszukiwań'] },
  hints: { en: ['hint', 'hints'], pl: ['wskazówkę', 'wskazówki', 'wskazówek'] },
  choices: {
    en: ['record of your choices', 'records of your choices'],
    pl: ['zapis Twoich wyborów', 'zapisy Twoich wyborów', 'zapisów Twoich wyborów'],
  },
  explanations: { en: ['record', 'records'], pl: ['zapis', 'zapisy', 'zapisów'] },
  entries: { en: ['entry', 'entries'], pl: ['wpis', 'wpisy', 'wpisów'] },
} as const satisfies Readonly<Record<string, CountedNoun>>

/** Names of the demo shop's categories by path; a foreign path is shown as it is. */
export const CATEGORY_NAMES: Readonly<Record<string, Localized>> = {
  care: { en: 'Health', pl: 'Zdrowie' },
  'care/intimate': { en: 'Intimate care', pl: 'Pielęgnacja intymna' },
  'care/supplements': { en: 'Supplements', pl: 'Suplementy' },
  coffee: { en: 'Coffee', pl: 'Kawa' },
  'coffee/beans': { en: 'Coffee beans', pl: 'Kawa ziarnista' },
  'coffee/gear': { en: 'Brewing gear', pl: 'Do parzenia kawy' },
  garden: { en: 'Garden', pl: 'Ogród' },
  'garden/pots': { en: 'Pots', pl: 'Doniczki' },
  'garden/seeds': { en: 'Seeds', pl: 'Nasiona' },
  'garden/tools': { en: 'Garden tools', pl: 'Narzędzia ogrodowe' },
  tea: { en: 'Tea', pl: 'Herbata' },
  'tea/black': { en: 'Black tea', pl: 'Herbata czarna' },
  'tea/green': { en: 'Green tea', pl: 'Herbata zielona' },
  'tea/herbal': { en: 'Herbs and fruit', pl: 'Zioła i owoce' },
  'tea/ware': { en: 'Teaware', pl: 'Do parzenia herbaty' },
  trail: { en: 'Trail', pl: 'Szlak' },
  'trail/gear': { en: 'Gear', pl: 'Sprzęt' },
  'trail/shoes': { en: 'Shoes', pl: 'Buty' },
  'trail/wear': { en: 'Clothing', pl: 'Odzież' },
}

/** The sentence in a language, its `{name}` parts filled in. */
export function say(
  locale: Locale,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return MESSAGES[key][locale].replace(/\{(\w+)\}/g, (whole, name: string) =>
    values[name] === undefined ? whole : String(values[name]),
  )
}

/** The name of a category in a language. */
export function categoryName(locale: Locale, category: string): string {
  return Object.hasOwn(CATEGORY_NAMES, category) ? (CATEGORY_NAMES[category]?.[locale] ?? category) : category
}
