/**
 * Trail gear of Polana: 30 invented products. How to read a table stands in `../read-table.ts`.
 */

/** Facts: material; size; weight; one fact of its own; warranty. What the second and fourth mean stands in `../kinds.ts`. */
export const GEAR = `
plecak-24 | backpack | packs | Turniczka | light | 2 | 329.00 | teal | colours=teal,rust,graphite | recycled nylon; 24 l; 780 g; 48 cm; 3 years
Plecak „Dolina” 24 l | Na jednodniową wycieczkę: siatka na plecach, kieszeń na termos i pokrowiec w dnie.
Backpack “Dolina” 24 l | For a day out: a mesh back, a pocket for the flask and a rain cover in the base.

plecak-38 | backpack | packs | Turniczka | expedition | 3 | 489.00 | navy | colours=navy,forest was=549.00 low=519.00 | recycled nylon; 38 l; 1.3 kg; 52 cm; 5 years
Plecak „Przewyższenie” 38 l | Od schroniska do schroniska; pas biodrowy, który naprawdę niesie.
Backpack “Przewyższenie” 38 l | From hut to hut; a hip belt that really carries.

plecak-60 | backpack | packs | Ryś i Syn | expedition | 3 | 729.00 | rust | | ripstop nylon; 60 l; 1.9 kg; 56 cm; 10 years
Plecak „Karawana” 60 l | Tydzień bez sklepu. Komin na linę, troki na namiot, stelaż na lata.
Backpack “Karawana” 60 l | A week without shops. A collar for the rope, straps for the tent, a frame for years.

plecak-dzieciecy | kids-backpack | packs | Biwak 7 | family | 1 | 149.00 | mustard | colours=mustard,sky,rose | recycled polyester; 10 l; 340 g; 32 cm; 2 years
Plecak dziecięcy „Jeżyk” 10 l | Pas na piersi z gwizdkiem, odblaski i miejsce na jednego misia.
Children’s backpack “Jeżyk” 10 l | A chest strap with a whistle, reflectors and room for one bear.

kamizelka-biegowa | run-vest | packs | Lekki Krok | light | 2 | 289.00 | black | | mesh; 8 l; 210 g; 40 cm; 2 years
Kamizelka biegowa „Oddech” 8 l | Dwa miękkie bidony z przodu, kurtka z tyłu i nic nie podskakuje.
Running vest “Oddech” 8 l | Two soft flasks in front, a jacket behind, and nothing bounces.

nerka-rosa | hip-pack | packs | Lekki Krok | light | 1 | 89.00 | rose | colours=rose,graphite | ripstop nylon; 2 l; 130 g; 120 cm; 2 years
Nerka „Rosa” 2 l | Telefon, klucze, batonik: tyle, ile trzeba na zachód słońca.
Hip pack “Rosa” 2 l | Phone, keys, a bar: as much as a sunset needs.

worek-wodoszczelny | dry-bag | packs | Zwornik | expedition | 1 | 79.00 | amber | colours=amber,sky,forest | coated nylon; 20 l; 160 g; yes; 2 years
Worek wodoszczelny 20 l | Trzy zwinięcia i śpiwór zostaje suchy, choćby kajak nie został.
Dry bag 20 l | Three rolls and the sleeping bag stays dry, even if the canoe does not.

bidon-stal-750 | bottle | water | Zwornik | heritage | 1 | 69.00 | forest | colours=forest,cream,navy | steel; 750 ml; 190 g; single wall; 5 years
Bidon stalowy 750 ml | Jedna ścianka, dużo rys do zebrania; nadaje się nad ognisko.
Steel bottle 750 ml | A single wall and plenty of scratches to collect; it may go over a fire.

bidon-mietki | bottle | water | Lekki Krok | light | 1 | 49.00 | sky | | plastic without BPA; 600 ml; 90 g; single wall; 2 years
Bidon lekki 600 ml | Waży tyle co jabłko i mieści się w każdej bocznej kieszeni.
Light bottle 600 ml | Weighs as much as an apple and fits any side pocket.

bidon-dzieciecy | bottle | water | Biwak 7 | family | 1 | 54.00 | rust | colours=rust,sky,mustard | steel; 350 ml; 160 g; double wall; 2 years
Bidon dziecięcy z ustnikiem 350 ml | Nie kapie w przedszkolu ani w plecaku; lisek nie schodzi w myciu.
Children’s bottle with spout 350 ml | It leaks neither at nursery nor in a pack; the fox survives washing.

manierka-watra | canteen | water | Ryś i Syn | heritage | 2 | 119.00 | tan | | steel, felt; 1 l; 420 g; single wall; 10 years
Manierka w filcu 1 l | Filc zmoczony w potoku chłodzi wodę do wieczora.
Felt-covered canteen 1 l | Wet the felt in a stream and the water stays cool until evening.

termos-1l | thermos | water | Zwornik | expedition | 2 | 159.00 | steel | colours=steel,forest,black | steel; 1 l; 480 g; 24 h; 10 years
Termos stalowy 1 l | Herbata z rana, gorąca na szczycie; kubek w zakrętce.
Steel flask 1 l | Tea in the morning, hot on the summit; the cap is a cup.

termos-obiadowy | food-jar | water | Biwak 7 | family | 1 | 94.00 | clay | colours=clay,sage was=109.00 low=104.00 | steel; 500 ml; 360 g; 8 h; 5 years
Termos obiadowy 500 ml | Szeroki otwór, składana łyżka; pomidorowa na polanie smakuje inaczej.
Food flask 500 ml | A wide mouth, a folding spoon; soup tastes different in a clearing.

czolowka-lekka | headlamp | way | Latarnik | light | 1 | 99.00 | sky | | plastic; 300 lm; 62 g; 9 h; 3 years
Czołówka lekka 300 lm | Ładowana z USB, z czerwonym światłem, które nie budzi namiotu.
Light headlamp 300 lm | Charged by USB, with a red light that does not wake the tent.

czolowka-mocna | headlamp | way | Latarnik | expedition | 3 | 269.00 | amber | new=40 | aluminium; 900 lm; 128 g; 14 h; 5 years
Czołówka mocna 900 lm | Oświetla grań od przełęczy do przełęczy; akumulator z tyłu równoważy głowę.
Strong headlamp 900 lm | Lights a ridge from pass to pass; the battery at the back balances the head.

latarnia-biwakowa | lantern | way | Latarnik | family | 2 | 139.00 | forest | colours=forest,cream | steel, glass; 240 lm; 380 g; 20 h; 3 years
Latarnia biwakowa 240 lm | Ciepłe światło na stół pod lipą; pokrętło zamiast aplikacji.
Camp lantern 240 lm | Warm light for a table under a tree; a knob instead of an app.

kompas-plytkowy | compass | way | Latarnik | heritage | 1 | 79.00 | clear | | acrylic; 12 cm; 38 g; 1:25 000; 10 years
Kompas płytkowy | Nie potrzebuje zasięgu. Lupa, linijka i cierpliwość w komplecie.
Plate compass | Needs no signal. Magnifier, ruler and patience included.

mapnik | map-case | way | Zwornik | heritage | 1 | 45.00 | sand | | coated cotton; A5; 90 g; yes; 3 years
Mapnik wodoszczelny A5 | Mapa z jednej strony, ołówek i paragon z bacówki z drugiej.
Waterproof map case A5 | The map on one side, a pencil and the hut receipt on the other.

kije-skladane | poles | way | Lekki Krok | light | 3 | 349.00 | mustard | | carbon; 110–130 cm; 360 g; 37 cm; 3 years
Kije składane karbonowe | Trzy segmenty na lince; po złożeniu wchodzą do plecaka z boku.
Folding carbon poles | Three sections on a cord; folded, they slip into the side of a pack.

kije-teleskopowe | poles | way | Turniczka | family | 1 | 159.00 | clay | was=189.00 low=179.00 | aluminium; 65–135 cm; 510 g; 65 cm; 3 years
Kije teleskopowe z korkiem | Rosną razem z dzieckiem i maleją razem z plecakiem.
Telescopic poles with cork grips | They grow with the child and shrink with the pack.

namiot-2 | tent | camp | Biwak 7 | family | 3 | 899.00 | forest | | ripstop nylon; 2 people; 2.6 kg; 45 × 16 cm; 5 years
Namiot „Polana 2” | Dwa wejścia, dwa przedsionki, żadnych kłótni; stoi w sześć minut.
Tent “Polana 2” | Two doors, two porches, no quarrels; up in six minutes.

spiwor-szron | sleeping-bag | camp | Turniczka | expedition | 3 | 599.00 | plum | colours=plum,navy out | recycled nylon, down; +2 °C; 870 g; 30 × 16 cm; 5 years
Śpiwór puchowy „Szron” +2 °C | Kołnierz, który zatrzymuje ciepło, i kieszeń na czołówkę przy uchu.
Down sleeping bag “Szron” +2 °C | A collar that holds the warmth, and a pocket for the headlamp by your ear.

mata-szept | mat | camp | Lekki Krok | light | 2 | 279.00 | sage | new=55 | ripstop nylon; 183 × 51 cm; 420 g; 23 × 9 cm; 3 years
Mata dmuchana „Szept” | Nie szeleści przy każdym obrocie, za co podziękuje sąsiad.
Air mat “Szept” | It does not rustle with every turn, for which your neighbour will thank you.

hamak-brzozy | hammock | camp | Ryś i Syn | heritage | 2 | 199.00 | rust | colours=rust,moss | cotton; 280 × 150 cm; 1.2 kg; 180 kg; 5 years
Hamak „Między brzozami” | Gruba bawełna w pasy, taśmy, które nie ranią kory.
Hammock “Between Birches” | Thick striped cotton, with straps that spare the bark.

menazka-ognisko | pot-set | camp | Ryś i Syn | heritage | 2 | 149.00 | steel | | steel; 1.5 l; 540 g; 2 people; 10 years
Menażka „Ognisko” dla dwojga | Garnek, patelnia, dwie miski; jedno w drugim jak matrioszka.
Pot set “Ognisko” for two | Pot, pan, two bowls; one inside the other like nesting dolls.

kuchenka-iskra | stove | camp | Zwornik | light | 2 | 189.00 | amber | | aluminium, steel; 2600 W; 95 g; 9 × 5 cm; 3 years
Kuchenka gazowa „Iskra” | Litr wody w trzy i pół minuty; mieści się w kubku.
Gas stove “Iskra” | A litre of water in three and a half minutes; it fits in a mug.

noz-skladany | knife | camp | Ryś i Syn | heritage | 2 | 169.00 | wood | | steel, walnut; 9 cm; 110 g; 11 cm; 10 years
Nóż składany z orzechem | Do sera, do patyka, do chleba; ostrze blokuje pierścień.
Folding knife with walnut | For cheese, for a stick, for bread; a ring locks the blade.

wosk-do-butow | wax | care | Biwak 7 | family | 1 | 29.00 | amber | eco | beeswax; 100 ml; 120 g; for leather; 2 years
Wosk pszczeli do butów 100 ml | Wcierany palcem, pachnie pasieką; woda po nim ucieka.
Beeswax for boots 100 ml | Rub in with a finger, it smells of hives; water runs from it.

impregnat-kropla | spray | care | Turniczka | expedition | 1 | 49.00 | navy | eco | water-based; 300 ml; 340 g; for fabric; 2 years
Impregnat do tkanin 300 ml | Bez fluoru; przywraca kurtce to, co zabrały pralka i zima.
Fabric proofer 300 ml | Fluorine-free; it gives back what winter and the washing machine took.

zestaw-naprawczy | repair-kit | care | Latarnik | family | 1 | 39.00 | clay | | nylon, steel; 12 parts; 85 g; for fabric; 2 years
Zestaw naprawczy „Łata” | Łaty, igła, sznurek, klamra: zwykle chodzi o jedną z tych rzeczy.
Repair kit “Łata” | Patches, needle, cord, buckle: it is usually one of these.
`
