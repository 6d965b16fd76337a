/**
 * The demo shop: shelves, products, search, comparison, cart, checkout, and what the shop knows now.
 */
import type { Localized } from '@umiar/vocabulary'

export const SHOP_MESSAGES = {
  // Home and lists
  'shop.title': { en: 'Tea, coffee, trail and garden', pl: 'Herbata, kawa, szlak i ogród' },
  'shop.hero': { en: 'Good things for slow mornings', pl: 'Dobre rzeczy na spokojne poranki' },
  'shop.hero_line': {
    en: 'Loose tea, fresh coffee, boots that last and seeds that grow. And a shop that asks before it remembers.',
    pl: 'Herbata liściasta, świeża kawa, buty na lata i nasiona, które wschodzą. I sklep, który pyta, zanim coś zapamięta.',
  },
  'shop.hero_real': { en: 'The whole range', pl: 'Cała oferta' },
  'shop.departments': { en: 'Departments', pl: 'Działy' },
  'shop.all': { en: 'All', pl: 'Wszystkie' },
  'shop.empty_category': {
    en: 'There is nothing in this category yet.',
    pl: 'W tej kategorii nic jeszcze nie ma.',
  },
  'shop.sort': { en: 'Sort', pl: 'Kolejność' },
  'shop.sort_popular': { en: 'Best sellers', pl: 'Najczęściej kupowane' },
  'shop.sort_cheap': { en: 'Cheapest first', pl: 'Od najtańszych' },
  'shop.sort_dear': { en: 'Dearest first', pl: 'Od najdroższych' },
  'shop.sort_new': { en: 'Newest first', pl: 'Od najnowszych' },
  'shop.sort_go': { en: 'Apply', pl: 'Zastosuj' },
  'shop.pages': { en: 'Pages of this list', pl: 'Strony listy' },
  'shop.page': { en: 'Page {n}', pl: 'Strona {n}' },
  // Product
  'shop.unavailable': { en: 'Sold out', pl: 'Chwilowo brak' },
  'shop.in_stock': { en: 'In stock, sent within 24 hours', pl: 'W magazynie, wysyłka w 24 godziny' },
  'shop.add': { en: 'Add to cart', pl: 'Dodaj do koszyka' },
  'shop.brand': { en: 'Brand: {brand}', pl: 'Marka: {brand}' },
  'shop.variant': { en: 'Size or variant', pl: 'Rozmiar lub wariant' },
  'shop.facts': { en: 'Details', pl: 'Szczegóły' },
  'shop.gross': { en: 'Price includes VAT', pl: 'Cena zawiera VAT' },
  'shop.reduced': { en: 'Reduced', pl: 'Obniżka' },
  'shop.before': { en: 'Regular price: {price}', pl: 'Cena regularna: {price}' },
  'shop.lowest': {
    en: 'Lowest price in the 30 days before the reduction: {price}',
    pl: 'Najniższa cena z 30 dni przed obniżką: {price}',
  },
  'shop.delivery': { en: 'Delivery and returns', pl: 'Dostawa i zwroty' },
  'shop.delivery_line': {
    en: 'Parcel locker {locker}, courier {courier}, free from {free}. You may return it within 14 days without giving a reason.',
    pl: 'Paczkomat {locker}, kurier {courier}, od {free} za darmo. Zwrot w 14 dni bez podania przyczyny.',
  },
  'shop.sensitive': {
    en: 'This is a private matter. We do not remember that you viewed or bought it, and we never use it for suggestions.',
    pl: 'To sprawa prywatna. Nie zapamiętujemy, że oglądasz lub kupujesz ten produkt, i nigdy nie używamy tego do podpowiedzi.',
  },
  'shop.adults': {
    en: 'This shelf is for adults only.',
    pl: 'Ta półka jest tylko dla pełnoletnich.',
  },
  'shop.adults_yes': { en: 'I am 18 or older', pl: 'Mam ukończone 18 lat' },
  'shop.adults_no': { en: 'Back to the shop', pl: 'Wróć do sklepu' },
  'shop.not_found': { en: 'We could not find that', pl: 'Tego nie znaleźliśmy' },
  'shop.not_found_line': {
    en: 'The product may have left the shop. Perhaps the search will help.',
    pl: 'Być może tego produktu już nie sprzedajemy. Może pomoże wyszukiwarka.',
  },
  'shop.back': { en: 'Back to the shop', pl: 'Wróć do sklepu' },
  'set.title': { en: 'Complete the set', pl: 'Skompletuj zestaw' },
  'set.line': {
    en: 'Chosen by the shop: what goes with this product.',
    pl: 'Wybrane przez sklep: co pasuje do tego produktu.',
  },
  'set.this': { en: 'This product', pl: 'Ten produkt' },
  'set.add': { en: 'Add the set: {price}', pl: 'Dodaj zestaw: {price}' },
  'compare.title': { en: 'Compare', pl: 'Porównanie' },
  'compare.with': { en: 'Compare with similar', pl: 'Porównaj z podobnymi' },
  'compare.none': {
    en: 'Nothing to compare yet. Open a product and choose “Compare with similar”.',
    pl: 'Nie ma jeszcze czego porównać. Otwórz produkt i wybierz „Porównaj z podobnymi”.',
  },
  'compare.price': { en: 'Price', pl: 'Cena' },
  'compare.stock': { en: 'Availability', pl: 'Dostępność' },
  'compare.differs': { en: 'differs', pl: 'różnica' },
  'compare.without': { en: 'Remove {title} from the comparison', pl: 'Usuń z porównania: {title}' },
  'compare.remove': { en: 'Remove', pl: 'Usuń' },
  // Search
  'search.label': { en: 'Search the shop', pl: 'Szukaj w sklepie' },
  'search.button': { en: 'Search', pl: 'Szukaj' },
  'search.title': { en: 'Search', pl: 'Szukaj' },
  'search.results': { en: '{count} for “{term}”', pl: '{count} dla „{term}”' },
  'search.none': {
    en: 'Nothing found for “{term}”. Try a shorter word, or look at what others buy most.',
    pl: 'Nic nie znaleźliśmy dla „{term}”. Spróbuj krótszego słowa albo zobacz, co kupują inni.',
  },
  'search.ask': { en: 'Type what you are looking for.', pl: 'Wpisz, czego szukasz.' },
  // Cart and checkout
  'cart.title': { en: 'Your cart', pl: 'Twój koszyk' },
  'cart.empty': { en: 'The cart is empty.', pl: 'Koszyk jest pusty.' },
  'cart.pieces': { en: '{n} pcs', pl: '{n} szt.' },
  'cart.more': { en: 'One more: {title}', pl: 'Jedna sztuka więcej: {title}' },
  'cart.fewer': { en: 'One fewer: {title}', pl: 'Jedna sztuka mniej: {title}' },
  'cart.remove': { en: 'Remove', pl: 'Usuń' },
  'cart.remove_one': { en: 'Remove {title} from the cart', pl: 'Usuń z koszyka: {title}' },
  'cart.goods': { en: 'Products', pl: 'Produkty' },
  'cart.delivery': { en: 'Delivery', pl: 'Dostawa' },
  'cart.free': { en: 'free', pl: 'za darmo' },
  'cart.total': { en: 'Total with VAT', pl: 'Razem z VAT' },
  'cart.checkout': { en: 'To delivery and payment', pl: 'Dostawa i płatność' },
  'cart.storage_note': {
    en: 'The cart is kept in this browser until you close it; we do not keep it.',
    pl: 'Koszyk jest zapisany w tej przeglądarce do jej zamknięcia; my go nie przechowujemy.',
  },
  'checkout.title': { en: 'Delivery and payment', pl: 'Dostawa i płatność' },
  'checkout.demo': {
    en: 'This is a demo shop: nothing is sent, nothing is paid, and we do not ask for your address.',
    pl: 'To sklep pokazowy: niczego nie wysyłamy, nic nie płacisz i nie pytamy o adres.',
  },
  'checkout.how': { en: 'Delivery', pl: 'Sposób dostawy' },
  'checkout.locker': { en: 'Parcel locker', pl: 'Paczkomat' },
  'checkout.courier': { en: 'Courier', pl: 'Kurier' },
  'checkout.pay': { en: 'Payment', pl: 'Płatność' },
  'checkout.blik': { en: 'BLIK', pl: 'BLIK' },
  'checkout.transfer': { en: 'Bank transfer', pl: 'Przelew' },
  'checkout.summary': { en: 'What you are ordering', pl: 'Co zamawiasz' },
  'checkout.returns': {
    en: 'You may withdraw from the purchase within 14 days of delivery without giving a reason; we return the money within 14 days.',
    pl: 'Możesz odstąpić od umowy w 14 dni od dostawy bez podania przyczyny; pieniądze zwracamy w 14 dni.',
  },
  'checkout.seller': {
    en: 'Seller: {name}, {address}, {contact}',
    pl: 'Sprzedawca: {name}, {address}, {contact}',
  },
  'checkout.order': { en: 'Order and pay', pl: 'Zamawiam i płacę' },
  'checkout.done': { en: 'Thank you, the order is in', pl: 'Dziękujemy, zamówienie przyjęte' },
  'checkout.done_line': {
    en: 'Order {number}, {total}. In a real shop a confirmation would come by e-mail now.',
    pl: 'Zamówienie {number}, {total}. W prawdziwym sklepie przyszłoby teraz potwierdzenie e-mailem.',
  },
  'checkout.kept': {
    en: 'You agreed to let us remember purchases, so this one will help your suggestions. You can delete it in the privacy centre.',
    pl: 'Zgadzasz się na pamiętanie zakupów, więc ten pomoże w podpowiedziach. Możesz go usunąć w centrum prywatności.',
  },
  'checkout.not_kept': {
    en: 'Your level does not let us remember purchases for suggestions, so this one is not remembered.',
    pl: 'Twój poziom nie pozwala pamiętać zakupów do podpowiedzi, więc tego nie zapamiętujemy.',
  },
  // Shelves
  'shelf.for_you': { en: 'Worth a look', pl: 'Warto zobaczyć' },
  'shelf.popular': { en: 'What others buy most', pl: 'Najczęściej kupowane' },
  'shelf.new': { en: 'New here', pl: 'Nowości' },
  'shelf.similar': { en: 'Often viewed together', pl: 'Często oglądane razem' },
  'shelf.with_cart': { en: 'Goes with what is in the cart', pl: 'Pasuje do koszyka' },
  // Levels on the home page
  'dial.title': { en: 'How much may we use?', pl: 'Ile możemy wykorzystać?' },
  'dial.line': {
    en: 'Choose how much this shop may use to suggest products. Without a choice: nothing.',
    pl: 'Wybierz, ile sklep może wykorzystać do podpowiedzi. Bez wyboru: nic.',
  },
  'dial.open': { en: 'Choose in the privacy centre', pl: 'Wybierz w centrum prywatności' },
  // What the shop knows now
  'knows.title': { en: 'What the shop knows now', pl: 'Co sklep teraz wie' },
  'knows.held': { en: 'Held about you', pl: 'Przechowywane' },
  'knows.held_none': { en: 'Nothing about you is stored.', pl: 'Nic o Tobie nie jest zapisane.' },
  'knows.held_row': { en: '{name}: {count}', pl: '{name}: {count}' },
  'knows.held_until': { en: 'at most until {date}', pl: 'najdłużej do {date}' },
  'knows.used': { en: 'Used for this page', pl: 'Użyte do tej strony' },
  'knows.not_used': {
    en: 'Held, but not used for this page',
    pl: 'Przechowywane, ale nieużyte do tej strony',
  },
  'knows.nothing_used': {
    en: 'No data about you was used to choose these products.',
    pl: 'Do wyboru tych produktów nie użyto żadnych danych o Tobie.',
  },
  'knows.no_script': {
    en: 'With scripts off these are the shop’s own shelves: the same for everybody, no data about you.',
    pl: 'Bez skryptów widzisz własne półki sklepu: takie same dla wszystkich, bez danych o Tobie.',
  },
  'knows.level': { en: 'Your choice', pl: 'Twój wybór' },
  'knows.change': { en: 'See and change everything', pl: 'Zobacz i zmień wszystko' },
  'knows.unreadable': {
    en: 'The engine does not answer at the moment, so nothing about you is used.',
    pl: 'Silnik chwilowo nie odpowiada, więc niczego o Tobie nie używamy.',
  },
  'knows.session_events': { en: 'what you view in this visit', pl: 'to, co oglądasz w tej wizycie' },
  'knows.declared_taste': { en: 'your hints', pl: 'Twoje wskazówki' },
  'knows.view_history': { en: 'products you viewed earlier', pl: 'produkty oglądane wcześniej' },
  'knows.purchase_history': { en: 'products you bought', pl: 'produkty kupione' },
  // Invented people, demo mode
  'persona.you_are': { en: 'You are: {name}', pl: 'Jesteś: {name}' },
  'persona.stranger': { en: 'a stranger', pl: 'osoba nieznana' },
  'persona.stranger_story': {
    en: 'Nobody knows you here. Nothing is stored until you choose.',
    pl: 'Nikt Cię tu nie zna. Nic nie jest zapisane, dopóki nie wybierzesz.',
  },
  'persona.yourself': { en: 'yourself', pl: 'sobą' },
  'persona.note': {
    en: 'Invented people, to see the shop with their eyes. Only in this demo.',
    pl: 'Osoby wymyślone, żeby zobaczyć sklep ich oczami. Tylko w tym pokazie.',
  },
} as const satisfies Readonly<Record<string, Localized>>
