/**
 * Home and kitchen of Polana: 30 invented products. How to read a table stands in `../read-table.ts`.
 */

/** Facts of candles: wax; burning time; scent; height; weight. Of the rest see `../kinds.ts`. */
export const HOME = `
deska-jesionowa | board | kitchen | Jesionowy Stół | nordic | 2 | 99.00 | wood | | ash; 40 × 24 cm; oiled; by hand; 1.2 kg
Deska do krojenia z jesionu 40 cm | Z jednej deski, więc się nie rozklei; rowek łapie sok z pomidora.
Ash cutting board 40 cm | One piece of wood, so nothing comes unglued; a groove catches the tomato juice.

deska-serow | board | kitchen | Pod Lipą | botanic | 2 | 129.00 | brown | new=31 | walnut; 35 × 20 cm; oiled; by hand; 900 g
Deska do serów z orzecha | Wypalona gałązka rozmarynu w rogu i rączka, za którą się ją podaje.
Walnut cheese board | A burnt sprig of rosemary in the corner and a handle to pass it by.

misa-kamionkowa | bowl | kitchen | Kredens | folk | 2 | 89.00 | cream | colours=cream,navy,moss | stoneware; 24 cm; glazed; yes; 1.1 kg
Misa kamionkowa 24 cm | Na sałatkę, na ciasto, na jabłka; malowane koguciki po brzegu.
Stoneware bowl 24 cm | For salad, for dough, for apples; painted cockerels round the rim.

talerze-sniadaniowe | plate | kitchen | Kredens | nordic | 2 | 119.00 | sage | colours=sage,sand,sky | stoneware; 21 cm; matt glaze; yes; 1.6 kg
Talerze śniadaniowe, 4 sztuki | Matowe szkliwo, surowy rant; na grzance wygląda się w nich lepiej.
Breakfast plates, set of 4 | A matt glaze with a bare rim; toast looks better on them.

sloj-z-korkiem | storage-jar | kitchen | Jesionowy Stół | nordic | 1 | 44.00 | clear | | glass, cork; 1 l; airtight; no; 480 g
Słój z korkiem 1 l | Na mąkę, herbatę, guziki; korek trzyma zapach w środku.
Storage jar with cork 1 l | For flour, tea or buttons; the cork keeps the scent in.

lyzki-drewniane | spoons | kitchen | Jesionowy Stół | folk | 1 | 39.00 | wood | | cherry wood; 30 cm; oiled; by hand; 150 g
Łyżki drewniane, 3 sztuki | Strugane z wiśni; jedna do zupy, jedna do ciasta, jedna do pogróżek.
Wooden spoons, set of 3 | Carved from cherry; one for soup, one for batter, one for threats.

fartuch-lniany | apron | kitchen | Lnianka | botanic | 2 | 109.00 | forest | colours=forest,sand,rust | linen; 85 × 70 cm; one size; 40 °C; 260 g
Fartuch lniany | Szelki na krzyż, więc nic nie uwiera karku; kieszeń na ścierkę.
Linen apron | Crossed straps, so nothing pulls at your neck; a pocket for the cloth.

mlynek-do-pieprzu | mill | kitchen | Jesionowy Stół | retro | 2 | 94.00 | rust | colours=rust,graphite,cream | beech, ceramic; 22 cm; ceramic burr; by hand; 310 g
Młynek do pieprzu „Pionek” | Kształt z szachownicy, ceramiczne żarno na dwadzieścia lat.
Pepper mill “Pawn” | A shape from the chessboard, a ceramic burr for twenty years.

karafka-na-wode | carafe | kitchen | Sikorka | retro | 1 | 69.00 | teal | was=84.00 low=84.00 | glass; 1 l; hand-blown; yes; 620 g
Karafka na wodę 1 l | Dmuchana, z pęcherzykami powietrza; korek z kulką.
Water carafe 1 l | Mouth-blown, with bubbles of air; a ball for a stopper.

swieca-las | candle | candles | Wosk i Knot | nordic | 2 | 69.00 | forest | eco | soy wax; 45 h; pine and moss; 9 cm; 220 g
Świeca sojowa „Las po deszczu” | Sosna, mech i mokra kora; po wypaleniu zostaje kubek.
Soy candle “Forest after Rain” | Pine, moss and wet bark; when it is done, a cup remains.

swieca-figa | candle | candles | Wosk i Knot | botanic | 2 | 69.00 | plum | eco | soy wax; 45 h; fig; 9 cm; 220 g
Świeca sojowa „Figa” | Liść figi i zielona skórka, ani trochę cukierkowa.
Soy candle “Fig” | Fig leaf and green peel, not in the least sugary.

swieca-kardamon | candle | candles | Sikorka | retro | 1 | 49.00 | amber | was=59.00 low=55.00 | rapeseed wax; 30 h; cardamom and orange; 8 cm; 160 g
Świeca „Kardamon i pomarańcza” | Pachnie jak kuchnia w grudniu o szesnastej.
Candle “Cardamom and Orange” | It smells like a kitchen in December at four o’clock.

swieca-pszczela | pillar-candle | candles | Pod Lipą | folk | 1 | 42.00 | mustard | eco | beeswax; 38 h; honey; 12 cm; 240 g
Świeca z wosku pszczelego | Lana w formie plastra; pali się równo i bez dymu.
Beeswax candle | Cast in the form of a comb; it burns evenly and without smoke.

swieczki-stolowe | tapers | candles | Wosk i Knot | nordic | 1 | 36.00 | cream | | stearin; 7 h; no scent; 25 cm; 300 g
Świece stołowe, 6 sztuk | Smukłe, niekapiące, w sam raz do świecznika po cioci.
Dinner candles, set of 6 | Slim, dripless, just right for an aunt’s candlestick.

dyfuzor-cedr | diffuser | candles | Wosk i Knot | retro | 3 | 109.00 | copper | | plant oils; 90 days; cedar and vetiver; 20 cm; 340 g
Dyfuzor „Cedr” | Osiem patyczków, trzy miesiące spokojnego zapachu w przedpokoju.
Diffuser “Cedar” | Eight reeds, three months of a calm scent in the hall.

lampion-azurowy | lampion | candles | Kredens | folk | 2 | 79.00 | rose | | painted tin; 18 cm; lit by tealight; outdoors; 290 g
Lampion ażurowy | Wycinanka łowicka w blasze: wieczorem ogródek tańczy po ścianie.
Cut-out lantern | A paper-cut pattern in tin: at night a garden dances on the wall.

scierki-lniane | tea-towel | textiles | Lnianka | folk | 1 | 49.00 | rust | colours=rust,navy,sage | linen; 45 × 65 cm; 190 g/m²; 60 °C; 110 g
Ścierki lniane, 2 sztuki | Im więcej prania, tym bardziej miękną; szkło po nich lśni.
Linen tea towels, set of 2 | The more washing, the softer; glass shines after them.

recznik-waflowy | towel | textiles | Lnianka | nordic | 2 | 89.00 | sky | eco colours=sky,sand,sage | organic cotton; 70 × 140 cm; 260 g/m²; 60 °C; 380 g
Ręcznik waflowy 70 × 140 | Schnie przez noc nawet w bloku bez balkonu.
Waffle towel 70 × 140 | It dries overnight even in a flat without a balcony.

bieznik-len | runner | textiles | Lnianka | botanic | 2 | 99.00 | moss | | linen; 45 × 150 cm; 220 g/m²; 40 °C; 210 g
Bieżnik lniany z gałązkami | Nadruk z prawdziwych paproci, zebranych i odbitych ręcznie.
Linen runner with sprigs | Printed from real ferns, gathered and pressed by hand.

poduszka-len | cushion | textiles | Pod Lipą | botanic | 1 | 79.00 | sage | colours=sage,clay,sand | linen; 45 × 45 cm; kapok filling; 40 °C; 620 g
Poduszka lniana 45 × 45 | Miękki len i wypełnienie z kapoku; zamek, którego nie widać.
Linen cushion 45 × 45 | Soft linen filled with kapok; a zip nobody sees.

poduszka-parzenica | cushion | textiles | Pod Lipą | folk | 2 | 119.00 | navy | new=9 | sheep’s wool; 40 × 60 cm; wool filling; by hand; 740 g
Poduszka „Parzenica” 40 × 60 | Haft jak na góralskich portkach, tylko wygodniej się na nim siedzi.
Cushion “Parzenica” 40 × 60 | Highland embroidery, only more comfortable to sit against.

koc-welniany | blanket | textiles | Pod Lipą | nordic | 3 | 289.00 | mustard | eco colours=mustard,steel,forest was=339.00 low=319.00 | sheep’s wool; 130 × 180 cm; 420 g/m²; by hand; 1 kg
Koc wełniany w jodełkę | Tkany w Łodzi; na kanapę, na balkon, na ognisko.
Herringbone wool blanket | Woven in Łódź; for the sofa, the balcony, the bonfire.

koc-bawelniany | blanket | textiles | Sikorka | retro | 1 | 129.00 | clay | colours=clay,teal | cotton; 150 × 200 cm; 300 g/m²; 40 °C; 900 g
Koc bawełniany „Słońca” | Łuki w kolorach siedemdziesiątych lat; miękki od pierwszego dnia.
Cotton throw “Suns” | Arches in the colours of the seventies; soft from day one.

poduszka-pufa | pouffe | textiles | Sikorka | retro | 3 | 249.00 | teal | out | cotton; 45 × 35 cm; buckwheat filling; 30 °C; 4 kg
Pufa z gryką „Bęben” | Siedzi się na niej przy niskim stole; łuska układa się jak piasek.
Buckwheat pouffe “Drum” | For sitting at a low table; the husk settles like sand.

wazon-kamionkowy | vase | decor | Kredens | nordic | 2 | 99.00 | sand | colours=sand,graphite | stoneware; 24 cm; matt glaze; by hand; 980 g
Wazon kamionkowy 24 cm | Wąska szyja trzyma nawet trzy gałązki tak, jak się je ustawi.
Stoneware vase 24 cm | A narrow neck holds even three twigs just as you set them.

wazon-szklany | glass-vase | decor | Sikorka | botanic | 1 | 59.00 | forest | colours=forest,amber | recycled glass; 20 cm; hand-blown; no; 640 g
Wazon z zielonego szkła 20 cm | Szkło z butelek; liść wygląda w nim jak w akwarium.
Green glass vase 20 cm | Glass from bottles; a leaf in it looks as in an aquarium.

kosz-wiklinowy | basket | decor | Jesionowy Stół | folk | 2 | 139.00 | wood | | wicker; 35 cm; woven; dry brush; 1.1 kg
Kosz wiklinowy z uchwytami | Na drewno, koce albo kota, który i tak wybierze sam.
Wicker basket with handles | For wood, blankets or the cat, who will decide anyway.

ramka-debowa | frame | decor | Kredens | botanic | 1 | 64.00 | wood | | oak, glass; 30 × 40 cm; with a pressed fern; dry cloth; 700 g
Ramka dębowa z paprocią 30 × 40 | Zasuszona paproć między szybami; każdy liść ma swój charakter.
Oak frame with a fern 30 × 40 | A pressed fern between panes; each leaf has its own character.

zegar-kuchenny | clock | decor | Wosk i Knot | retro | 2 | 149.00 | cream | colours=cream,sky,rust | painted steel; 26 cm; quiet movement; dry cloth; 540 g
Zegar kuchenny „Kwadrans” | Nie tyka; przypomina kuchnię, w której zawsze była pora na herbatę.
Kitchen clock “Quarter” | It does not tick; it recalls a kitchen where it was always time for tea.

swiecznik-mosiezny | candlestick | decor | Kredens | retro | 2 | 84.00 | amber | | brass; 14 cm; for dinner candles; dry cloth; 390 g
Świecznik mosiężny | Toczony, ciężki, z talerzykiem na wosk i uchem na palec.
Brass candlestick | Turned, heavy, with a dish for wax and a loop for the finger.
`
