/**
 * The garden shelf of Polana: 30 invented products. How to read a table stands in `../read-table.ts`.
 */

/** Facts of seeds: sow; harvest or bloom; height; light; content. Of the rest see `../kinds.ts`. */
export const GARDEN = `
pomidor-malinowy | seed-packet | seeds | Miedza | kitchen | 1 | 7.90 | rust | eco | March to April; July to September; 180 cm; full sun; 30 seeds
Pomidor malinowy, nasiona | Stara odmiana o cienkiej skórce; smakuje jak z ogródka dziadka, bo stamtąd jest.
Raspberry tomato seeds | An old thin-skinned variety; it tastes of grandfather’s garden, for it came from there.

bazylia-zielona | seed-packet | seeds | Parapet | kitchen | 1 | 5.50 | forest | eco | March to June; June to September; 40 cm; full sun; 200 seeds
Bazylia zielona, nasiona | Na parapet i do gruntu; im częściej się ją skubie, tym gęstsza.
Green basil seeds | For the windowsill or the bed; the more you pick, the denser it grows.

laka-kwietna | seed-packet | seeds | Rośnik | meadow | 2 | 34.00 | rose | eco | April to May; June to October; 60 cm; full sun; 100 g
Łąka kwietna na 10 m² | Trzydzieści dwa gatunki, koszenie raz w roku, motyle gratis.
Wildflower meadow for 10 m² | Thirty-two species, mown once a year, butterflies included.

slonecznik-ozdobny | seed-packet | seeds | Zagon | classic | 1 | 8.90 | mustard | | April to May; July to September; 200 cm; full sun; 25 seeds
Słonecznik ozdobny, nasiona | Bordowe i cytrynowe tarcze na długich łodygach, dobre do wazonu.
Ornamental sunflower seeds | Maroon and lemon heads on long stems, good for the vase.

marchew-fioletowa | seed-packet | seeds | Miedza | kitchen | 1 | 6.90 | plum | eco | April to May; August to October; 30 cm; full sun; 300 seeds
Marchew fioletowa, nasiona | Fioletowa skórka, pomarańczowe serce; dzieci jedzą ją z ciekawości.
Purple carrot seeds | Purple skin, orange heart; children eat it out of curiosity.

groszek-pachnacy | seed-packet | seeds | Zagon | classic | 1 | 9.50 | sky | | April to May; June to September; 150 cm; full sun; 30 seeds
Groszek pachnący, nasiona | Wspina się po sznurku i pachnie aż do kuchni.
Sweet pea seeds | It climbs a string, and its scent reaches the kitchen.

mieszanka-dla-pszczol | seed-packet | seeds | Rośnik | meadow | 1 | 14.00 | amber | eco | April to June; June to October; 50 cm; full sun; 20 g
Mieszanka dla pszczół na 2 m² | Facelia, chaber, ogórecznik: stołówka czynna do przymrozków.
Bee mix for 2 m² | Phacelia, cornflower, borage: a canteen open until the frost.

rukola-baby | seed-packet | seeds | Parapet | balcony | 1 | 5.90 | sage | eco was=6.90 low=6.90 | March to September; April to October; 20 cm; half shade; 250 seeds
Rukola do skrzynki, nasiona | Pierwsze liście po trzech tygodniach; odrasta po każdym cięciu.
Balcony rocket seeds | The first leaves after three weeks; it regrows after each cut.

cebule-tulipanow | bulb-net | seeds | Zagon | classic | 2 | 29.00 | mustard | new=48 | September to November; April to May; 45 cm; full sun; 15 bulbs
Tulipan żółty, 15 cebul | Wczesny i mocny, na sztywnej łodydze; sadzi się jesienią, zapomina, cieszy wiosną.
Yellow tulip, 15 bulbs | Early and strong on a stiff stem; plant in autumn, forget, rejoice in spring.

cebule-krokusow | bulb-net | seeds | Rośnik | meadow | 1 | 19.00 | plum | | September to November; March to April; 10 cm; half shade; 25 bulbs
Cebule krokusów do trawnika, 25 sztuk | Wschodzą przez trawę, zanim ktokolwiek wyjmie kosiarkę.
Crocus bulbs for lawns, 25 pieces | They come up through the grass before anybody takes out a mower.

doniczka-gliniana-18 | pot | pots | Dobra Grządka | classic | 1 | 28.00 | clay | | terracotta; 18 cm; 16 cm; indoors and out; 1.1 kg
Doniczka gliniana 18 cm | Oddycha, więc trudniej w niej przelać; z wiekiem dostaje siwizny.
Clay pot 18 cm | It breathes, so overwatering is harder; with age it goes grey.

doniczka-szkliwiona | glazed-pot | pots | Dobra Grządka | balcony | 2 | 59.00 | teal | colours=teal,cream,plum | glazed ceramic; 20 cm; 18 cm; indoors and out; 1.4 kg
Doniczka szkliwiona z podstawką 20 cm | Szkliwo gęste jak polewa; podstawka w komplecie.
Glazed pot with saucer 20 cm | A glaze as thick as icing; the saucer is included.

skrzynka-balkonowa | planter | pots | Parapet | balcony | 1 | 54.00 | graphite | colours=graphite,cream,moss | recycled plastic; 60 cm; 17 cm; outdoors; 900 g
Skrzynka balkonowa 60 cm | Z wkładem na wodę: wyjazd na długi weekend bez proszenia sąsiadki.
Balcony box 60 cm | With a water reservoir: a long weekend away without asking the neighbour.

doniczka-wiszaca | hanging-pot | pots | Parapet | balcony | 1 | 49.00 | cream | colours=cream,clay | ceramic, cotton cord; 16 cm; 60 cm; indoors; 700 g
Doniczka wisząca na sznurze 16 cm | Dla roślin, które lubią patrzeć z góry.
Hanging pot on a cord 16 cm | For plants that like to look down.

donica-z-modrzewia | wooden-tub | pots | Dobra Grządka | classic | 3 | 189.00 | wood | | larch; 40 cm; 38 cm; outdoors; 6.5 kg
Donica z modrzewia 40 cm | Na jabłonkę karłową albo laur; obręcze z ocynku, nóżki przeciw wilgoci.
Larch tub 40 cm | For a dwarf apple or a bay; galvanised hoops, feet against the damp.

zestaw-ziol | herb-kit | pots | Parapet | kitchen | 2 | 79.00 | sage | eco | tin, coconut fibre; 3 pots; 12 cm; indoors; 800 g
Zestaw ziół na parapet | Trzy doniczki, trzy paczki nasion, jedna blaszana taca i dobre chęci.
Windowsill herb set | Three pots, three packets, one tin tray and good intentions.

doniczka-ptaki | glazed-pot | pots | Rośnik | meadow | 2 | 69.00 | sky | was=79.00 low=79.00 | glazed ceramic; 15 cm; 14 cm; indoors; 900 g
Doniczka „Szczygieł” 15 cm | Malowana w trawy i szczygły; ładna nawet pusta.
Pot “Goldfinch” 15 cm | Painted with grasses and goldfinches; pretty even when empty.

lopatka-jesion | trowel | tools | Kuźnia Zielna | classic | 1 | 49.00 | wood | | steel, ash; 31 cm; 260 g; hand-forged; 10 years
Łopatka ogrodowa z jesionu | Kuta z jednego kawałka; podziałka na ostrzu do sadzenia cebul.
Ash-handled trowel | Forged in one piece; marks on the blade for planting bulbs.

pazurki | hand-rake | tools | Kuźnia Zielna | kitchen | 1 | 44.00 | wood | | steel, ash; 29 cm; 220 g; hand-forged; 10 years
Pazurki do grządki | Trzy zęby, które rozluźniają ziemię, a nie korzenie.
Three-tine hand rake | Three tines that loosen the soil, not the roots.

sekator-kuty | secateurs | tools | Kuźnia Zielna | classic | 3 | 179.00 | rust | | forged steel; 21 cm; 240 g; 22 mm; 10 years
Sekator kuty | Czyste cięcie do dwóch centymetrów; każdą część można dokupić.
Forged secateurs | A clean cut up to two centimetres; every part can be replaced.

nozyczki-do-ziol | herb-scissors | tools | Kuźnia Zielna | kitchen | 1 | 64.00 | black | | steel; 16 cm; 90 g; 5 mm; 5 years
Nożyczki do ziół | Smukłe, ostre do samego czubka; wiszą na haczyku obok bazylii.
Herb scissors | Slim and sharp to the very tip; they hang on a hook beside the basil.

konewka-5l | watering-can | tools | Zagon | classic | 2 | 119.00 | steel | | galvanised steel; 5 l; 1.2 kg; brass rose; 5 years
Konewka ocynkowana 5 l | Mosiężne sitko, dwa uchwyty, równowaga jak u baletnicy.
Galvanised watering can 5 l | A brass rose, two handles and the balance of a dancer.

konewka-parapetowa | watering-can | tools | Dobra Grządka | balcony | 1 | 69.00 | mustard | colours=mustard,forest,cream new=1 | painted steel; 1.2 l; 410 g; long spout; 3 years
Konewka pokojowa 1,2 l | Długi dzióbek trafia pod liście i nie moczy parapetu.
Indoor watering can 1.2 l | A long spout reaches under the leaves and spares the sill.

rekawice-ogrodowe | garden-gloves | tools | Miedza | balcony | 1 | 34.00 | sage | sizes=gloves | cotton, latex; 24 cm; 80 g; no; 1 year
Rękawice ogrodowe | Cienkie na tyle, by wyczuć siewkę, mocne na tyle, by wyrwać perz.
Gardening gloves | Thin enough to feel a seedling, tough enough to pull couch grass.

sznurek-jutowy | twine | tools | Rośnik | meadow | 1 | 16.00 | sand | eco | jute; 120 m; 200 g; undyed; 1 year
Sznurek jutowy w puszce 120 m | Do groszku, do pomidorów, do prezentów; otwór w wieczku trzyma koniec.
Jute twine in a tin 120 m | For peas, tomatoes and parcels; a hole in the lid keeps the end.

ziemia-uniwersalna | soil-bag | care | Miedza | kitchen | 1 | 24.00 | moss | | peat-free compost; 6.5; all plants; 20 l
Ziemia uniwersalna bez torfu 20 l | Kompost z zieleni miejskiej, włókno kokosowe i perlit; torfowiska zostają w spokoju.
Peat-free potting soil 20 l | Green-waste compost, coir and perlite; the bogs are left in peace.

ziemia-do-ziol | soil-bag | care | Parapet | kitchen | 1 | 19.00 | sage | eco | peat-free compost; 6.8; herbs; 10 l
Ziemia do ziół i siewek 10 l | Drobna i przewiewna; bazylia przestaje w niej strzelać fochy.
Herb and seedling soil 10 l | Fine and airy; basil stops sulking in it.

biohumus | feed-bottle | care | Miedza | meadow | 1 | 22.00 | copper | eco | worm compost; 7; all plants; 1 l
Biohumus płynny 1 l | Zasługa dżdżownic; dwie nakrętki na konewkę, co dwa tygodnie.
Liquid worm feed 1 l | The worms’ doing; two capfuls per can, every fortnight.

nawoz-do-pomidorow | feed-bottle | care | Zagon | kitchen | 1 | 27.00 | rust | | seaweed, potassium; 6; tomatoes; 1 l
Nawóz do pomidorów 1 l | Z alg i potasu, od pierwszego kwiatu do ostatniego słoika.
Tomato feed 1 l | Seaweed and potassium, from the first flower to the last jar.

domek-dla-sikorek | birdhouse | care | Dobra Grządka | meadow | 2 | 89.00 | wood | colours=wood,sage | larch; 28 cm; for tits; outdoors
Budka dla sikorek | Otwór trzydzieści trzy milimetry, otwierana do czyszczenia; lokatorzy płacą śpiewem.
Nest box for tits | A thirty-three millimetre hole, opens for cleaning; tenants pay in song.
`
