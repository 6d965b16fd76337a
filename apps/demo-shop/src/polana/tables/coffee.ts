/**
 * The coffee shelf of Polana: 30 invented products. How to read a table stands in `../read-table.ts`.
 */

/** Facts: origin; process; roast; altitude; weight. */
export const COFFEE = `
brazylia-cerrado | bean-bag | espresso | Trzecie Ziarno | chocolate | 1 | 39.00 | rust | grind | Brazil; natural; medium; 1100 m; 250 g
Brazylia Cerrado 250 g | Mleczna czekolada i orzech laskowy. Ziarno, które wybacza pośpiech.
Brazil Cerrado 250 g | Milk chocolate and hazelnut. A bean that forgives haste.

mieszanka-domowa | bean-bag | espresso | Podwórze 9 | nutty | 1 | 98.00 | sand | grind | Brazil, India; natural; dark; 1000 m; 1 kg
Mieszanka domowa 1 kg | Duża paczka do ekspresu, który pracuje cały dzień: gęsta, równa, bez kwasu.
House blend 1 kg | A big bag for a machine that works all day: thick, even, not sour.

espresso-noc | bean-bag | espresso | Nocny Pociąg | chocolate | 2 | 48.00 | navy | grind | Guatemala, Brazil; washed; dark; 1400 m; 250 g
Espresso „Ostatni wagon” 250 g | Gorzka czekolada, suszona śliwka i długi, dymny finisz.
Espresso “Last Carriage” 250 g | Dark chocolate, prune and a long, smoky finish.

espresso-kamienica | bean-bag | espresso | Podwórze 9 | chocolate | 2 | 44.00 | clay | grind | Brazil, Colombia; washed; medium; 1300 m; 250 g
Espresso „Kamienica” 250 g | Tak pachnie klatka schodowa, gdy ktoś na drugim piętrze piecze brownie.
Espresso “Tenement” 250 g | The smell of a stairwell when somebody on the second floor bakes brownies.

peru-amazonas | bean-bag | espresso | Dobry Zmierzch | nutty | 2 | 46.00 | forest | eco grind | Peru; washed; medium; 1700 m; 250 g
Peru Amazonas 250 g | Spółdzielnia stu rodzin, certyfikat ekologiczny, smak migdała i toffi.
Peru Amazonas 250 g | A cooperative of a hundred families, certified organic; almond and toffee.

gwatemala-atitlan | bean-bag | espresso | Czarny Kos | honey | 2 | 52.00 | amber | grind was=58.00 low=58.00 | Guatemala; honey; medium; 1600 m; 250 g
Gwatemala Atitlán 250 g | Miód, czerwone jabłko i kakao z ogrodów nad wulkanicznym jeziorem.
Guatemala Atitlán 250 g | Honey, red apple and cocoa from gardens above a volcanic lake.

indie-malabar | bean-bag | espresso | Palarnia Rdza | nutty | 1 | 38.00 | copper | grind | India; monsooned; dark; 1000 m; 250 g
Indie Malabar 250 g | Ziarno leżakowane na monsunowym wietrze: ciężkie, korzenne, prawie bez kwasowości.
India Malabar 250 g | Beans aged in the monsoon wind: heavy, spicy and hardly acidic.

sumatra-gayo | bean-bag | espresso | Palarnia Rdza | chocolate | 2 | 49.00 | graphite | eco grind | Indonesia; wet-hulled; dark; 1400 m; 250 g
Sumatra Gayo 250 g | Ziemista i syropowa, z nutą kakao i tytoniu. Do deszczu za oknem.
Sumatra Gayo 250 g | Earthy and syrupy with cocoa and tobacco. For rain at the window.

bar-robusta | coffee-can | espresso | Nocny Pociąg | nutty | 1 | 36.00 | black | | Italy; natural; dark; 900 m; 250 g
Mieszanka barowa w puszce 250 g | Z dodatkiem robusty: gruba crema i kofeina, którą czuć na peronie.
Bar blend in a can 250 g | With some robusta: a thick crema, and caffeine you notice on the platform.

espresso-zlote | bean-bag | espresso | Dobry Zmierzch | honey | 3 | 64.00 | mustard | grind | Costa Rica, Ethiopia; honey; medium; 1800 m; 250 g
Espresso „Złota godzina” 250 g | Słodkie jak plaster miodu, soczyste jak nektarynka; pokazuje, co potrafi dobry młynek.
Espresso “Golden Hour” 250 g | Sweet as honeycomb, juicy as a nectarine; it shows what a good grinder can do.

etiopia-sidamo | bean-bag | filter | Trzecie Ziarno | honey | 2 | 46.00 | sage | grind | Ethiopia; washed; light; 1900 m; 250 g
Etiopia Sidamo 250 g | Jaśmin, cytryna i miód akacjowy; klasyk do dripa na leniwą sobotę.
Ethiopia Sidamo 250 g | Jasmine, lemon and acacia honey; a classic pour-over for a lazy Saturday.

etiopia-guji | bean-bag | filter | Czarny Kos | fruity | 3 | 62.00 | plum | grind new=12 | Ethiopia; natural; light; 2100 m; 250 g
Etiopia Guji naturalna 250 g | Jak dżem truskawkowy w filiżance. Naprawdę.
Natural Ethiopia Guji 250 g | Like strawberry jam in a cup. Really.

kenia-nyeri | bean-bag | filter | Czarny Kos | fruity | 3 | 66.00 | rose | grind | Kenya; washed; light; 1800 m; 250 g
Kenia Nyeri AA 250 g | Czarna porzeczka, grejpfrut i pomidorowa słodycz; kawa dla ciekawych.
Kenya Nyeri AA 250 g | Blackcurrant, grapefruit and tomato sweetness; a coffee for the curious.

kolumbia-huila | bean-bag | filter | Trzecie Ziarno | fruity | 1 | 42.00 | rust | grind | Colombia; washed; medium; 1750 m; 250 g
Kolumbia Huila 250 g | Czerwone owoce i karmel, czysta i pogodna. Dobra na pierwszy przelew w życiu.
Colombia Huila 250 g | Red fruit and caramel, clean and cheerful. A good first pour-over.

rozowy-burbon | bean-bag | filter | Dobry Zmierzch | fruity | 3 | 84.00 | clay | grind was=94.00 low=89.00 | Colombia; anaerobic; light; 1900 m; 250 g
Kolumbia, różowy burbon 250 g | Rzadka odmiana, mikropartia z jednego stoku: liczi, róża, różowy grejpfrut.
Colombia Pink Bourbon 250 g | A rare variety, a micro-lot from one slope: lychee, rose, pink grapefruit.

rwanda-kivu | bean-bag | filter | Palarnia Rdza | honey | 2 | 49.00 | teal | eco grind | Rwanda; washed; light; 1800 m; 250 g
Rwanda Kivu 250 g | Pomarańcza, miód gryczany i czarna herbata, wszystko bardzo uprzejme.
Rwanda Kivu 250 g | Orange, buckwheat honey and black tea, all of it very polite.

kostaryka-tarrazu | bean-bag | filter | Podwórze 9 | honey | 2 | 54.00 | amber | grind | Costa Rica; honey; medium; 1700 m; 250 g
Kostaryka Tarrazú 250 g | Ziarno suszone we własnym miąższu; pachnie plastrem miodu i morelą.
Costa Rica Tarrazú 250 g | Dried in its own pulp; it smells of honeycomb and apricot.

burundi-kayanza | bean-bag | filter | Nocny Pociąg | fruity | 2 | 51.00 | plum | grind | Burundi; washed; light; 1850 m; 250 g
Burundi Kayanza 250 g | Żurawina i wiśnia w gorzkiej skórce; w termosie wytrwa do Suwałk.
Burundi Kayanza 250 g | Cranberry and cherry with a bitter peel; in a flask it lasts to the end of the line.

honduras-marcala | bean-bag | filter | Trzecie Ziarno | nutty | 1 | 41.00 | moss | eco grind | Honduras; washed; medium; 1500 m; 250 g
Honduras Marcala 250 g | Orzech włoski, trzcinowy cukier i dużo spokoju za rozsądną cenę.
Honduras Marcala 250 g | Walnut, cane sugar and plenty of calm at a sensible price.

panama-boquete | bean-bag | filter | Czarny Kos | honey | 3 | 118.00 | sky | grind out | Panama; washed; light; 1950 m; 200 g
Panama Boquete Geisha 200 g | Bergamotka, kwiat pomarańczy, brzoskwinia. Kawa na urodziny.
Panama Boquete Geisha 200 g | Bergamot, orange blossom, peach. A coffee for birthdays.

bezkofeinowa-huila | bean-bag | decaf | Trzecie Ziarno | chocolate | 2 | 45.00 | sage | grind | Colombia; sugar-cane decaf; medium; 1700 m; 250 g
Bezkofeinowa Huila 250 g | Odkofeinowana melasą z trzciny: kakao i wanilia do późnej rozmowy.
Decaf Huila 250 g | Decaffeinated with sugar-cane: cocoa and vanilla for late conversations.

bezkofeinowa-chiapas | bean-bag | decaf | Dobry Zmierzch | nutty | 2 | 47.00 | sky | eco grind | Mexico; water decaf; medium; 1300 m; 250 g
Bezkofeinowa Chiapas 250 g | Odkofeinowana samą wodą z gór; orzechowa i miękka.
Decaf Chiapas 250 g | Decaffeinated with mountain water alone; nutty and soft.

bezkofeinowe-espresso | bean-bag | decaf | Podwórze 9 | chocolate | 1 | 40.00 | teal | grind | Brazil; water decaf; dark; 1100 m; 250 g
Espresso bez kofeiny 250 g | Gęste i czekoladowe; nikt nie zgadnie, dopóki nie zaśnie.
Espresso without caffeine 250 g | Thick and chocolatey; nobody will guess until they fall asleep.

pol-na-pol | bean-bag | decaf | Nocny Pociąg | nutty | 1 | 43.00 | steel | grind | Brazil, Peru; natural; medium; 1200 m; 250 g
Pół na pół 250 g | Połowa ziaren bez kofeiny: trzecia filiżanka bez wyrzutów sumienia.
Half and half 250 g | Half of the beans decaffeinated: a third cup without remorse.

drip-etiopia | drip-box | quick | Czarny Kos | honey | 2 | 34.00 | teal | | Ethiopia; washed; light; 1900 m; 84 g
Saszetki drip „Sidamo”, 7 sztuk | Porcja na kubek z własnym filtrem; wystarczy czajnik w schronisku.
Drip bags “Sidamo”, 7 pieces | One cup each with its own filter; a kettle in a mountain hut is enough.

drip-mieszanka | drip-box | quick | Trzecie Ziarno | chocolate | 1 | 26.00 | copper | | Brazil, Colombia; natural; medium; 1200 m; 84 g
Saszetki drip „Biurko”, 7 sztuk | Świeżo mielona kawa do pracy, gdzie ekspres dawno się poddał.
Drip bags “Desk”, 7 pieces | Freshly ground coffee for an office whose machine gave up long ago.

kapsulki-espresso | capsule-box | quick | Palarnia Rdza | chocolate | 1 | 29.00 | rust | eco was=34.00 low=34.00 | Brazil; natural; dark; 1100 m; 100 g
Kapsułki kompostowalne espresso, 20 sztuk | Ciemne palenie w kapsułkach, które znikają w kompoście w trzy miesiące.
Compostable espresso capsules, 20 pieces | A dark roast in capsules that vanish in the compost within three months.

kapsulki-lungo | capsule-box | quick | Palarnia Rdza | nutty | 1 | 29.00 | sand | eco was=34.00 low=32.00 | Peru; washed; medium; 1500 m; 100 g
Kapsułki kompostowalne lungo, 20 sztuk | Łagodniejsze, na dużą filiżankę; orzech i herbatnik.
Compostable lungo capsules, 20 pieces | Milder, for a large cup; nut and biscuit.

cold-brew | cold-brew | quick | Podwórze 9 | fruity | 2 | 32.00 | black | new=34 | Kenya; washed; medium; 1700 m; 700 ml
Cold brew z Kenii 700 ml | Parzony na zimno osiemnaście godzin; do lodówki, do lodu, do toniku.
Kenyan cold brew 700 ml | Steeped cold for eighteen hours; for the fridge, for ice, for tonic.

zestaw-degustacyjny | tasting-set | quick | Dobry Zmierzch | fruity | 3 | 89.00 | mustard | grind | Ethiopia, Kenya, Colombia; mixed; light; 1800 m; 300 g
Zestaw degustacyjny 3 × 100 g | Trzy owocowe kawy, karta smaków i miejsce na własne notatki.
Tasting set 3 × 100 g | Three fruity coffees, a tasting card and room for your own notes.
`
