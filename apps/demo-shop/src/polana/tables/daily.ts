/**
 * Everyday things of Polana: pantry, bath, the private shelf and the shelf for adults; 30 invented products.
 *
 * Supplements and intimate care are `sensitive`: sold like anything else, used for nothing. How to read a
 * table stands in `../read-table.ts`. Nothing here claims an effect on health.
 */

/** Facts of food: ingredients; origin; keeps; taste; weight. Of the rest see `../kinds.ts`. */
export const DAILY = `
miod-lipowy | honey-jar | pantry | Pasieka Lipiec | natural | 2 | 44.00 | mustard | eco | linden honey; Poland; 24 months; floral; 400 g
Miód lipowy 400 g | Z lip w alei pod Olecką; pachnie lipcem i lekko mrowi w język.
Linden honey 400 g | From the limes of an old avenue; it smells of July and tingles on the tongue.

miod-gryczany | honey-jar | pantry | Pasieka Lipiec | homely | 2 | 48.00 | brown | | buckwheat honey; Poland; 24 months; bold; 400 g
Miód gryczany 400 g | Ciemny i korzenny, do pierników i czarnej kawy.
Buckwheat honey 400 g | Dark and spicy, for gingerbread and black coffee.

miod-spadziowy | honey-jar | pantry | Pasieka Lipiec | refined | 3 | 66.00 | copper | was=74.00 low=74.00 | forest honeydew; Poland; 24 months; resinous; 400 g
Miód spadziowy z jodły 400 g | Z gór, prawie bez słodyczy kwiatów: żywica, zioła, karmel.
Fir honeydew 400 g | From the mountains, hardly flowery at all: resin, herbs, caramel.

konfitura-wisnia | jam-jar | pantry | Słoik i Łyżka | homely | 1 | 22.00 | rust | | cherries, cane sugar; Poland; 12 months; tart; 250 g
Konfitura z wiśni 250 g | Całe owoce bez pestek, smażone trzy dni, jak należy.
Cherry preserve 250 g | Whole stoned fruit, simmered for three days as it should be.

konfitura-pigwa | jam-jar | pantry | Słoik i Łyżka | refined | 2 | 27.00 | amber | | quince, honey; Poland; 12 months; tart; 250 g
Konfitura z pigwy z miodem 250 g | Do herbaty zamiast cytryny, do sera zamiast słów.
Quince preserve with honey 250 g | In tea instead of lemon, on cheese instead of words.

powidla-wegierka | jam-jar | pantry | Słoik i Łyżka | natural | 1 | 19.00 | plum | eco | plums; Poland; 12 months; sweet; 290 g
Powidła z węgierki bez cukru 290 g | Same śliwki, mieszane w miedzianym kotle przez noc.
Plum butter without sugar 290 g | Nothing but plums, stirred in a copper pot through the night.

czekolada-70 | chocolate | pantry | Słoik i Łyżka | refined | 2 | 24.00 | graphite | eco | cocoa, cane sugar; Peru; 12 months; bold; 80 g
Czekolada gorzka 70 % 80 g | Dwa składniki i ziarno z jednej doliny; trzaska przy łamaniu.
Dark chocolate 70 % 80 g | Two ingredients and beans from one valley; it snaps.

czekolada-orzech | chocolate | pantry | Słoik i Łyżka | festive | 1 | 21.00 | copper | | cocoa, milk, hazelnuts; Ecuador; 9 months; sweet; 80 g
Czekolada mleczna z orzechem 80 g | Całe orzechy laskowe prażone tego samego dnia.
Milk chocolate with hazelnuts 80 g | Whole hazelnuts, roasted on the same day.

pierniki-w-puszce | biscuit-tin | pantry | Pasieka Lipiec | festive | 2 | 52.00 | rust | new=18 | rye flour, honey; Poland; 6 months; spiced; 300 g
Pierniki miodowe w puszce 300 g | Dojrzewają sześć tygodni; puszka zostaje na guziki.
Honey gingerbread in a tin 300 g | Ripened for six weeks; the tin stays for buttons.

mydlo-rumianek | soap | bath | Mydlana Łąka | natural | 1 | 19.00 | cream | eco | olive, chamomile; all skin; chamomile; handmade; 100 g
Mydło z rumiankiem 100 g | Dojrzewa dwa miesiące na drewnianej półce; pachnie sianem.
Chamomile soap 100 g | Ripens for two months on a wooden shelf; it smells of hay.

mydlo-kozie | soap | bath | Mydlana Łąka | homely | 1 | 23.00 | sand | | goat milk, olive; dry skin; oats; handmade; 100 g
Mydło z kozim mlekiem i owsem 100 g | Kremowa piana i drobinki owsa, mleko od dwunastu kóz z imionami.
Goat milk and oat soap 100 g | A creamy lather and flecks of oat; the milk of twelve goats with names.

szampon-w-kostce | soap | bath | Mydlana Łąka | refined | 2 | 34.00 | sage | eco new=44 | coconut, nettle; all hair; nettle and mint; handmade; 80 g
Szampon w kostce z pokrzywą 80 g | Zastępuje dwie butelki; jedzie w podróż bez foliowego woreczka.
Nettle shampoo bar 80 g | Stands in for two bottles; travels without a plastic bag.

krem-do-rak | hand-cream | bath | Mydlana Łąka | festive | 1 | 29.00 | rose | was=34.00 low=34.00 | shea, rapeseed oil; dry skin; rose; no silicones; 75 ml
Krem do rąk „Po grządkach” 75 ml | Gęsty, szybko się wchłania; dla rąk, które dziś kopały.
Hand cream “After the Beds” 75 ml | Rich and quick to sink in; for hands that have been digging.

sol-do-kapieli | salt-jar | bath | Mydlana Łąka | natural | 1 | 32.00 | sky | | sea salt, pine; all skin; pine; no colouring; 600 g
Sól do kąpieli z igliwiem 600 g | Gruba sól i sosna; wanna pachnie jak ścieżka do schroniska.
Pine bath salt 600 g | Coarse salt and pine; the bath smells like the path to the hut.

olejek-po-kapieli | body-oil | bath | Rumiankowo | refined | 2 | 49.00 | amber | eco | rapeseed, marigold; all skin; marigold; no silicones; 100 ml
Olejek nagietkowy 100 ml | Tłoczony na zimno, z płatkami, które opadają na dno.
Marigold oil 100 ml | Cold-pressed, with petals that settle at the bottom.

zelazo-witamina-c | pill-bottle | supplements | Spokojna Miara | natural | 1 | 39.00 | rust | sensitive | 60 capsules; 1 a day; capsule; vegan; 45 g
Żelazo z witaminą C, 60 kapsułek | Suplement diety. Diglicynian żelaza w kapsułce z celulozy.
Iron with vitamin C, 60 capsules | Food supplement. Iron bisglycinate in a cellulose capsule.

kwas-foliowy | pill-bottle | supplements | Spokojna Miara | natural | 1 | 24.00 | rose | sensitive | 90 tablets; 1 a day; tablet; vegan; 30 g
Kwas foliowy, 90 tabletek | Suplement diety. 400 µg w małej tabletce, którą łatwo połknąć.
Folic acid, 90 tablets | Food supplement. 400 µg in a small tablet that is easy to swallow.

witamina-d3 | drops | supplements | Spokojna Miara | homely | 1 | 29.00 | amber | sensitive | 30 ml; 2 drops a day; drops; vegetarian; 80 g
Witamina D3 w kroplach 30 ml | Suplement diety. W oleju lnianym, z dokładnym zakraplaczem.
Vitamin D3 drops 30 ml | Food supplement. In linseed oil, with a precise dropper.

magnez-cytrynian | pill-bottle | supplements | Spokojna Miara | homely | 2 | 42.00 | sky | sensitive was=49.00 low=49.00 | 120 capsules; 2 a day; capsule; vegan; 110 g
Magnez, cytrynian, 120 kapsułek | Suplement diety. Cytrynian magnezu bez dodatków.
Magnesium citrate, 120 capsules | Food supplement. Magnesium citrate with nothing added.

omega-z-alg | pill-bottle | supplements | Spokojna Miara | refined | 3 | 79.00 | teal | sensitive eco | 60 capsules; 1 a day; capsule; vegan; 70 g
Omega-3 z alg, 60 kapsułek | Suplement diety. Olej z alg zamiast z ryb.
Omega-3 from algae, 60 capsules | Food supplement. Oil from algae instead of fish.

emulsja-intymna | pump-bottle | intimate | Rumiankowo | natural | 1 | 31.00 | sage | sensitive | water, lactic acid; daily; no fragrance; vegan; 300 ml
Emulsja do higieny intymnej 300 ml | Łagodna, bez zapachu, z pompką.
Intimate wash 300 ml | Mild, fragrance-free, with a pump.

zel-nawilzajacy | tube | intimate | Rumiankowo | refined | 2 | 45.00 | plum | sensitive | water, aloe; as needed; no fragrance; vegan; 75 ml
Żel nawilżający na bazie wody 75 ml | Krótki skład, neutralny zapach, dyskretne opakowanie.
Water-based moisturising gel 75 ml | A short list of ingredients, no scent, discreet packaging.

podpaski-bawelniane | carton | intimate | Rumiankowo | natural | 1 | 18.00 | rose | sensitive eco | organic cotton; as needed; no fragrance; compostable; 14 pcs
Podpaski z bawełny organicznej, 14 sztuk | Bez chloru i folii; każda w papierowej kopercie.
Organic cotton pads, pack of 14 | Free of chlorine and plastic; each in a paper sleeve.

test-ciazowy | carton | intimate | Rumiankowo | homely | 1 | 16.00 | sky | sensitive | strip, cassette; for home use; no fragrance; keeps 24 months; 2 pcs
Test ciążowy, 2 sztuki | Wysyłany w gładkim pudełku bez nadruku.
Pregnancy test, pack of 2 | Sent in a plain box without print.

wino-solaris | wine | wine | Winnica Stok | natural | 2 | 72.00 | moss | adults | Poland; Solaris; 12 %; dry; 750 ml
Solaris, białe wytrawne 750 ml | Z południowego zbocza pod Sandomierzem: agrest, zielone jabłko, kamień.
Solaris, dry white 750 ml | From a south slope near Sandomierz: gooseberry, green apple, stone.

wino-riesling | wine | wine | Winnica Stok | refined | 3 | 94.00 | teal | adults was=109.00 low=104.00 | Poland; Riesling; 11.5 %; off-dry; 750 ml
Riesling, białe półwytrawne 750 ml | Brzoskwinia i skórka limonki; tylko dwa tysiące butelek.
Riesling, off-dry white 750 ml | Peach and lime peel; two thousand bottles only.

wino-regent | wine | wine | Winnica Stok | homely | 2 | 68.00 | plum | adults | Poland; Regent; 12.5 %; dry; 750 ml
Regent, czerwone wytrawne 750 ml | Wiśnia, pieprz i krótka beczka; do bigosu i do rozmowy.
Regent, dry red 750 ml | Cherry, pepper and a short stay in oak; for stew and for talk.

wino-rozowe | wine | wine | Winnica Stok | festive | 1 | 54.00 | rose | adults | Poland; Rondo; 11 %; dry; 750 ml
Rondo, różowe wytrawne 750 ml | Poziomka i arbuz; zimne, na tarasie, w piątek.
Rondo, dry rosé 750 ml | Wild strawberry and melon; cold, on the terrace, on a Friday.

wino-musujace | sparkling | wine | Winnica Stok | festive | 3 | 119.00 | mustard | adults | Poland; Johanniter; 12 %; brut; 750 ml
Musujące, metoda tradycyjna 750 ml | Rok na osadzie, drobne bąbelki, brioszka i gruszka.
Traditional method sparkling 750 ml | A year on the lees, fine bubbles, brioche and pear.

miod-pitny | wine | wine | Pasieka Lipiec | homely | 2 | 79.00 | amber | adults | Poland; honey mead; 16 %; sweet; 500 ml
Miód pitny dwójniak 500 ml | Dojrzewał cztery lata w dębie; najlepszy lekko podgrzany.
Dwójniak mead 500 ml | Four years in oak; at its best slightly warmed.
`
