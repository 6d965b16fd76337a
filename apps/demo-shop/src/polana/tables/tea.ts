/**
 * The tea shelf of Polana: 30 invented products. How to read a table stands in `../read-table.ts`.
 */

/** Facts: origin; water; steeping time; caffeine; weight. */
export const TEA = `
sencha-wiosenna | tea-pouch | green | Cichy Czajnik | fresh | 2 | 42.00 | sage | eco | Japan; 70 °C; 2 min; medium; 100 g
Sencha wiosenna 100 g | Majowy zbiór o soczystej zieleni: pachnie świeżo ściętą trawą i odrobiną morza.
Spring sencha 100 g | A May picking of vivid green that smells of cut grass and a little of the sea.

gunpowder | tea-pouch | green | Porankowa | toasted | 1 | 24.50 | graphite | | China; 75 °C; 2 min; medium; 100 g
Gunpowder 100 g | Liście zwinięte w drobne kulki, lekko dymne w smaku; dobra baza do herbaty z miętą.
Gunpowder 100 g | Leaves rolled into small pearls with a hint of smoke; a good base for mint tea.

genmaicha | tea-pouch | green | Siedem Liści | toasted | 2 | 36.00 | sand | | Japan; 80 °C; 2 min; low; 100 g
Genmaicha z prażonym ryżem 100 g | Zielona herbata z prażonym ryżem: ciepła, zbożowa i łagodna także wieczorem.
Genmaicha with roasted rice 100 g | Green tea with roasted rice: warm, nutty and gentle even in the evening.

jasminowe-perly | tea-tin | green | Jedwabna Nić | floral | 3 | 79.00 | cream | new=21 | China; 75 °C; 3 min; medium; 50 g
Jaśminowe perły 50 g | Ręcznie zwijane perły, siedem nocy przesypywane świeżym jaśminem.
Jasmine pearls 50 g | Pearls rolled by hand and layered with fresh jasmine for seven nights.

matcha-ceremonialna | matcha-tin | green | Mgłowiec | fresh | 3 | 119.00 | forest | eco | Japan; 75 °C; 1 min; high; 30 g
Matcha ceremonialna 30 g | Jedwabista, bez goryczy, mielona w kamiennych żarnach w dniu wysyłki z Uji.
Ceremonial matcha 30 g | Silky and free of bitterness, stone-ground on the day it leaves Uji.

bancha | tea-pouch | green | Wierzbina | fresh | 1 | 21.90 | moss | eco | Japan; 80 °C; 2 min; low; 100 g
Bancha na co dzień 100 g | Prosta, rześka herbata z letnich liści, którą trudno przeparzyć.
Everyday bancha 100 g | A simple, brisk tea of summer leaves that is hard to oversteep.

lung-ching | tea-pouch | green | Mgłowiec | fresh | 3 | 89.00 | teal | was=105.00 low=99.00 | China; 75 °C; 2 min; medium; 50 g
Lung Ching spod Hangzhou 50 g | Płaskie liście prażone w woku; w filiżance kasztan i młody groszek.
Lung Ching from Hangzhou 50 g | Flat leaves fired in a wok; chestnut and young peas in the cup.

zielona-z-pigwa | tea-pouch | green | Siedem Liści | fruity | 1 | 27.90 | mustard | | China; 75 °C; 3 min; medium; 80 g
Zielona z pigwą 80 g | Łagodna zielona herbata z kawałkami polskiej pigwy zamiast aromatu.
Green tea with quince 80 g | Mild green tea with pieces of Polish quince instead of flavouring.

assam-zloty | tea-tin | black | Porankowa | toasted | 1 | 29.90 | rust | | India; 95 °C; 4 min; high; 100 g
Assam złoty 100 g | Mocny poranek w filiżance: słodowy, miedziany, lubi mleko.
Golden assam 100 g | A strong morning in a cup: malty, coppery and fond of milk.

earl-grey-blawatek | tea-tin | black | Cichy Czajnik | floral | 2 | 34.00 | navy | | Sri Lanka; 95 °C; 3 min; high; 100 g
Earl grey z bławatkiem 100 g | Prawdziwy olejek z bergamotki i płatki bławatka, które cieszą oko.
Earl grey with cornflower 100 g | Real bergamot oil, and cornflower petals to please the eye.

darjeeling-pierwszy-zbior | tea-pouch | black | Jedwabna Nić | floral | 3 | 64.00 | amber | out | India; 90 °C; 3 min; medium; 50 g
Darjeeling, pierwszy zbiór 50 g | Wysokogórski, muszkatowy, jasny jak wino; rozchodzi się co roku w kilka tygodni.
First flush darjeeling 50 g | High-grown, muscatel and pale as wine; gone within weeks every year.

yunnan-zloty | tea-pouch | black | Mgłowiec | toasted | 2 | 48.00 | copper | was=56.00 low=56.00 | China; 95 °C; 3 min; medium; 100 g
Yunnan ze złotym pąkiem 100 g | Dużo złotych pąków, miękki smak kakao i miodu, ani trochę cierpkości.
Yunnan with golden buds 100 g | Plenty of golden buds, a soft taste of cocoa and honey, no harshness at all.

lapsang | tea-tin | black | Cichy Czajnik | toasted | 2 | 44.00 | black | | China; 95 °C; 3 min; medium; 100 g
Lapsang suszony nad sosną 100 g | Pachnie ogniskiem i żywicą. Albo się ją pokocha, albo odda sąsiadowi.
Pine-smoked lapsang 100 g | It smells of campfire and resin. You will love it, or give it to a neighbour.

czarna-z-malina | tea-box | black | Wierzbina | fruity | 1 | 19.90 | rose | | Sri Lanka; 95 °C; 4 min; medium; 40 g
Czarna z maliną, 20 piramidek | Czarna herbata z suszoną maliną z Podlasia, porcjowana na szybkie popołudnie.
Black tea with raspberry, 20 pyramids | Black tea with dried raspberries from Podlasie, portioned for a quick afternoon.

ceylon-poranny | tea-box | black | Porankowa | fresh | 1 | 18.90 | teal | | Sri Lanka; 95 °C; 3 min; high; 50 g
Ceylon poranny, 25 torebek | Rześki, cytrusowy ceylon do śniadania i do termosu.
Morning ceylon, 25 bags | Brisk, citrusy ceylon for breakfast and for the flask.

czarna-sliwka | tea-pouch | black | Siedem Liści | fruity | 2 | 31.00 | plum | | India; 95 °C; 4 min; medium; 100 g
Czarna ze śliwką i cynamonem 100 g | Jak kompot z suszu u babci: śliwka, cynamon i skórka pomarańczy.
Black tea with plum and cinnamon 100 g | Like a winter compote: plum, cinnamon and orange peel.

tieguanyin | tea-pouch | oolong | Jedwabna Nić | floral | 2 | 58.00 | sage | | China; 90 °C; 3 min; medium; 100 g
Tieguanyin wiosenny 100 g | Oolong o zapachu bzu i masła; rozwija się przez pięć zaparzeń.
Spring tieguanyin 100 g | An oolong of lilac and butter that opens over five infusions.

oolong-mleczny | tea-tin | oolong | Siedem Liści | fresh | 2 | 55.00 | sky | | Taiwan; 90 °C; 3 min; medium; 80 g
Oolong mleczny z Alishan 80 g | Kremowy z natury, bez dodatku aromatu; po ostygnięciu słodki jak deser.
Alishan milk oolong 80 g | Creamy by nature, with nothing added; cooled, it is sweet as pudding.

da-hong-pao | tea-pouch | oolong | Mgłowiec | toasted | 3 | 96.00 | black | | China; 95 °C; 2 min; medium; 50 g
Da Hong Pao ze skał Wuyi 50 g | Ciemny oolong skalny, dwa razy prażony na węglu: karmel, kora, mokry kamień.
Da Hong Pao from the Wuyi cliffs 50 g | A dark rock oolong, charcoal-roasted twice: caramel, bark and wet stone.

biala-pai-mu-tan | tea-pouch | oolong | Jedwabna Nić | fresh | 2 | 52.00 | cream | eco | China; 80 °C; 4 min; low; 50 g
Biała Pai Mu Tan 50 g | Więdła na słońcu i nic więcej: siano, melon i dużo spokoju.
White Pai Mu Tan 50 g | Withered in the sun and nothing else: hay, melon and a great deal of calm.

puerh-krazek | tea-cake | oolong | Mgłowiec | toasted | 3 | 129.00 | copper | | China; 98 °C; 1 min; medium; 200 g
Pu-erh dojrzały, krążek 200 g | Sprasowany w 2018 roku; ziemisty i gładki, z każdym rokiem lepszy.
Ripe pu-erh, pressed cake 200 g | Pressed in 2018; earthy and smooth, and better with every year.

oolong-brzoskwinia | tea-tin | oolong | Cichy Czajnik | fruity | 1 | 39.00 | clay | new=1 | Taiwan; 90 °C; 3 min; medium; 80 g
Oolong z brzoskwinią 80 g | Lekko prażony oolong z suszoną brzoskwinią; na zimno smakuje jak lato.
Oolong with peach 80 g | Lightly roasted oolong with dried peach; served cold it tastes of summer.

mieta-lipa | herb-bag | herbal | Wierzbina | fresh | 1 | 16.90 | moss | eco | Poland; 95 °C; 6 min; none; 60 g
Mięta z lipą 60 g | Liście i kwiaty z jednej łąki nad Narwią, suszone w cieniu.
Mint and linden 60 g | Leaves and blossoms from one meadow by the Narew, dried in the shade.

hibiskus-roza | herb-bag | herbal | Wierzbina | fruity | 1 | 18.50 | rose | eco | Poland, Egypt; 95 °C; 6 min; none; 80 g
Hibiskus z dziką różą 80 g | Rubinowy, kwaskowy napar, świetny z lodem i listkiem mięty.
Hibiscus and rosehip 80 g | A ruby, tart infusion, splendid over ice with a mint leaf.

rumianek-lawenda | herb-bag | herbal | Wierzbina | floral | 1 | 19.50 | plum | eco | Poland; 95 °C; 6 min; none; 50 g
Rumianek z lawendą 50 g | Całe koszyczki rumianku i szczypta lawendy na koniec dnia.
Chamomile and lavender 50 g | Whole chamomile heads and a pinch of lavender for the end of the day.

rooibos-karmel | tea-tin | herbal | Porankowa | toasted | 2 | 26.00 | amber | | South Africa; 98 °C; 6 min; none; 100 g
Rooibos z karmelem 100 g | Słodki bez cukru; dzieci piją go z mlekiem, dorośli z szarlotką.
Rooibos with caramel 100 g | Sweet without sugar; children take it with milk, adults with apple cake.

rooibos-pomarancza | tea-box | herbal | Porankowa | fruity | 1 | 21.00 | mustard | | South Africa; 98 °C; 6 min; none; 45 g
Rooibos z pomarańczą, 25 torebek | Rooibos ze skórką pomarańczy i odrobiną goździka.
Rooibos with orange, 25 bags | Rooibos with orange peel and a touch of clove.

melisa-werbena | herb-bag | herbal | Cichy Czajnik | fresh | 2 | 23.00 | forest | eco | Poland; 95 °C; 6 min; none; 50 g
Melisa z werbeną 50 g | Cytrynowa od początku do końca, choć cytryny w niej nie ma.
Lemon balm and verbena 50 g | Lemony from first to last, though there is no lemon in it.

susz-malina-jablko | herb-bag | herbal | Siedem Liści | fruity | 2 | 25.00 | rust | eco was=29.00 low=27.50 | Poland; 98 °C; 8 min; none; 100 g
Susz z maliny i jabłka 100 g | Same owoce, nic więcej; co zostanie w dzbanku, można zjeść łyżką.
Raspberry and apple infusion 100 g | Nothing but fruit; what is left in the pot can be eaten with a spoon.

kwiaty-herbaciane | flower-jar | herbal | Jedwabna Nić | floral | 3 | 69.00 | sand | | China; 85 °C; 5 min; low; 60 g
Kwitnąca herbata, 6 kwiatów | W szklanym czajniczku kulka liści otwiera się powoli jak kwiat.
Blooming tea, 6 flowers | In a glass teapot a ball of leaves opens slowly like a flower.
`
