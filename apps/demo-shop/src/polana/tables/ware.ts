/**
 * Tea and coffee ware of Polana: 30 invented products. How to read a table stands in `../read-table.ts`.
 */

/** Facts: material; capacity or size; height; dishwasher; weight. */
export const WARE = `
gaiwan-porcelanowy | gaiwan | teapots | Białe Szkliwo | minimal | 2 | 79.00 | white | | porcelain; 120 ml; 9 cm; yes; 260 g
Gaiwan porcelanowy 120 ml | Cienki brzeg, który nie parzy palców; widać w nim każdy liść.
Porcelain gaiwan 120 ml | A thin rim that spares your fingers; every leaf is in plain sight.

gaiwan-malowany | gaiwan | teapots | Białe Szkliwo | painted | 3 | 149.00 | cream | was=179.00 low=169.00 | porcelain; 110 ml; 9 cm; no; 250 g
Gaiwan malowany kobaltem 110 ml | Każdą gałązkę maluje jedna osoba w Bolechowie; dwóch takich samych nie ma.
Cobalt-painted gaiwan 110 ml | Every twig is painted by one person; no two are alike.

gaiwan-kamionkowy | gaiwan | teapots | Glina i Para | rustic | 2 | 94.00 | moss | | stoneware; 130 ml; 9 cm; yes; 310 g
Gaiwan kamionkowy „Mech” 130 ml | Ciepły w dłoni, z popielnym szkliwem, które spływa inaczej na każdej sztuce.
Stoneware gaiwan “Moss” 130 ml | Warm in the hand, with an ash glaze that runs differently on each piece.

czajniczek-kamionkowy | teapot | teapots | Glina i Para | rustic | 2 | 139.00 | clay | colours=clay,moss,graphite | stoneware; 400 ml; 12 cm; yes; 520 g
Czajniczek kamionkowy 400 ml | Toczony na kole, nie kapie; sitko kryje się za dzióbkiem.
Stoneware teapot 400 ml | Thrown on the wheel and drip-free; the strainer hides behind the spout.

czajniczek-zeliwny | iron-teapot | teapots | Żeliwko | rustic | 3 | 229.00 | graphite | colours=graphite,teal | cast iron; 800 ml; 16 cm; no; 1.6 kg
Czajniczek żeliwny 800 ml | Trzyma ciepło przez godzinę rozmowy; w środku emalia i stalowe sitko.
Cast-iron teapot 800 ml | Holds heat for an hour of talk; enamelled inside, with a steel strainer.

czajniczek-szklany | glass-teapot | teapots | Prosty Ton | minimal | 2 | 99.00 | clear | | borosilicate glass; 600 ml; 14 cm; yes; 380 g
Czajniczek szklany 600 ml | Do kwitnących herbat i do patrzenia; znosi palnik i mróz.
Glass teapot 600 ml | For blooming teas and for watching; it takes flame and frost.

czajniczek-emaliowany | teapot | teapots | Prosty Ton | retro | 1 | 84.00 | sky | colours=sky,cream,rust | enamelled steel; 1 l; 17 cm; yes; 610 g
Czajniczek emaliowany 1 l | Jak z kuchni na wsi: lekki, kolorowy i nie do zdarcia.
Enamel teapot 1 l | Straight from a country kitchen: light, bright and indestructible.

kyusu-boczny | side-teapot | teapots | Glina i Para | painted | 3 | 189.00 | navy | | stoneware; 280 ml; 10 cm; no; 330 g
Kyusu z boczną rączką 280 ml | Japońska forma z polskiej gliny; malowane fale i ceramiczne sitko.
Side-handle kyusu 280 ml | A Japanese form in Polish clay; painted waves and a ceramic strainer.

czarka-raku | tea-bowl | cups | Glina i Para | rustic | 1 | 49.00 | black | colours=black,moss,sand | stoneware; 90 ml; 5 cm; yes; 110 g
Czarka raku 90 ml | Wypalana w trocinach, z siatką drobnych pęknięć jak lód na kałuży.
Raku tea cup 90 ml | Fired in sawdust, with a web of fine cracks like ice on a puddle.

miska-do-matchy | tea-bowl | cups | Białe Szkliwo | painted | 2 | 119.00 | sage | | stoneware; 400 ml; 8 cm; no; 380 g
Miska do matchy 400 ml | Szerokie dno dla miotełki i brzeg, który prowadzi usta.
Matcha bowl 400 ml | A wide base for the whisk and a rim that guides the lips.

filizanka-espresso | cup-saucer | cups | Białe Szkliwo | minimal | 1 | 69.00 | white | | porcelain; 70 ml; 6 cm; yes; 240 g
Filiżanki do espresso, 2 sztuki | Grube dno trzyma temperaturę, zaokrąglone wnętrze trzyma cremę.
Espresso cups, set of 2 | A thick base keeps the heat, a rounded inside keeps the crema.

kubek-kamionkowy | mug | cups | Glina i Para | rustic | 1 | 59.00 | sand | colours=sand,moss,navy | stoneware; 350 ml; 10 cm; yes; 360 g
Kubek kamionkowy 350 ml | Uszko na cztery palce i szkliwo w piegi.
Stoneware mug 350 ml | A handle for four fingers and a freckled glaze.

kubek-emaliowany | enamel-mug | cups | Prosty Ton | retro | 1 | 39.00 | cream | colours=cream,sky,forest | enamelled steel; 300 ml; 8 cm; yes; 140 g
Kubek emaliowany 300 ml | Biała emalia, granatowy rant: na biurko i do plecaka.
Enamel mug 300 ml | White enamel with a dark rim: for the desk and for the backpack.

kubek-termiczny | travel-mug | cups | Warsztat Kropla | minimal | 2 | 94.00 | forest | colours=forest,black,rose | steel; 350 ml; 17 cm; no; 270 g
Kubek termiczny 350 ml | Mieści się pod ekspresem, nie cieknie w torbie, grzeje cztery godziny.
Travel mug 350 ml | Fits under the machine, does not leak in a bag, stays hot four hours.

szklanka-dwuscienna | double-glass | cups | Prosty Ton | minimal | 2 | 74.00 | clear | | borosilicate glass; 250 ml; 11 cm; yes; 180 g
Szklanki dwuścienne, 2 sztuki | Kawa zdaje się w nich unosić, a dłoń jej gorąca nie czuje.
Double-wall glasses, set of 2 | Coffee seems to float in them, and the hand never feels the heat.

dripper-ceramiczny | dripper | brewers | Glina i Para | rustic | 1 | 89.00 | clay | colours=clay,cream,graphite | stoneware; 2 cups; 10 cm; yes; 410 g
Dripper ceramiczny na 2 filiżanki | Spiralne żebra prowadzą wodę równo; pasuje na każdy kubek.
Ceramic dripper for 2 cups | Spiral ribs guide the water evenly; it sits on any mug.

dripper-miedziany | dripper | brewers | Miedziak | retro | 3 | 199.00 | copper | | copper; 2 cups; 11 cm; no; 240 g
Dripper miedziany | Kuty i lutowany ręcznie; z latami ciemnieje i pięknieje.
Copper dripper | Beaten and soldered by hand; it darkens and gains beauty with the years.

kawiarka-4 | moka-pot | brewers | Warsztat Kropla | minimal | 2 | 149.00 | steel | | steel; 4 cups; 19 cm; no; 620 g
Kawiarka stalowa na 4 filiżanki | Na gaz i na indukcję; mruczy, gdy kawa gotowa.
Steel moka pot for 4 cups | For gas and induction; it purrs when the coffee is ready.

kawiarka-retro | moka-pot | brewers | Żeliwko | retro | 1 | 99.00 | rust | colours=rust,cream,teal was=119.00 low=119.00 | aluminium; 3 cups; 16 cm; no; 340 g
Kawiarka lakierowana na 3 filiżanki | Ośmiokątna klasyka w kolorze starego skutera.
Painted moka pot for 3 cups | The octagonal classic in the colour of an old scooter.

prasa-francuska | french-press | brewers | Warsztat Kropla | minimal | 2 | 119.00 | black | | glass, steel; 600 ml; 20 cm; yes; 540 g
Prasa francuska 600 ml | Cztery minuty, jeden ruch; podwójne sitko nie przepuszcza fusów.
French press 600 ml | Four minutes, one push; a double mesh keeps the grounds out.

tygielek-miedziany | cezve | brewers | Miedziak | painted | 2 | 129.00 | copper | | copper; 250 ml; 10 cm; no; 290 g
Tygielek miedziany 250 ml | Do kawy z kardamonem, powoli; cynowany od środka, ryty w kwiaty.
Copper cezve 250 ml | For slow coffee with cardamom; tinned inside, engraved with flowers.

czajnik-gesia-szyja | goose-kettle | brewers | Warsztat Kropla | retro | 3 | 349.00 | black | colours=black,white out | steel; 900 ml; 20 cm; no; 1.1 kg
Czajnik z gęsią szyją 900 ml | Cienki strumień i temperatura co do stopnia; podstawka pamięta ustawienie.
Gooseneck kettle 900 ml | A thin stream and the temperature to the degree; the base remembers it.

zaparzacz-sitko | infuser | brewers | Miedziak | minimal | 1 | 34.00 | steel | | steel; 6 cm; 8 cm; yes; 60 g
Zaparzacz z drobnym sitkiem | Liście mają w nim miejsce, a kubek nie ma fusów.
Fine-mesh infuser | Room for the leaves, and no leaves in the mug.

mlynek-reczny | grinder | extras | Warsztat Kropla | minimal | 3 | 289.00 | graphite | colours=graphite,steel | steel; 25 g; 19 cm; no; 560 g
Młynek ręczny ze stalowymi żarnami | Trzydzieści dwa stopnie mielenia i dźwięk, od którego budzi się dom.
Hand grinder with steel burrs | Thirty-two settings and a sound that wakes the house.

mlynek-drewniany | wood-grinder | extras | Żeliwko | retro | 2 | 189.00 | wood | | beech, cast iron; 40 g; 21 cm; no; 980 g
Młynek kuchenny z szufladką | Korba, bukowa skrzynka, mosiężna gałka: jak u prababci, tylko równiej mieli.
Box grinder with a drawer | Crank, beech box, brass knob: great-grandmother’s, only it grinds more evenly.

waga-minutnik | scale | extras | Warsztat Kropla | minimal | 2 | 159.00 | black | colours=black,white | plastic, glass; 3 kg; 3 cm; no; 310 g
Waga z minutnikiem | Dokładna do jednej dziesiątej grama; odlicza od pierwszej kropli.
Scale with timer | True to a tenth of a gram; it counts from the first drop.

filtry-stozkowe | filters | extras | Prosty Ton | rustic | 1 | 24.00 | wood | eco | unbleached paper; 100 pcs; 12 cm; no; 180 g
Filtry papierowe stożkowe, 100 sztuk | Niebielone, bez papierowego posmaku; pasują do drippera na 2 filiżanki.
Cone paper filters, pack of 100 | Unbleached, with no papery taste; they fit a 2-cup dripper.

filtr-plocienny | filters | extras | Miedziak | painted | 1 | 32.00 | cream | eco | cotton; 3 pcs; 14 cm; no; 60 g
Filtry płócienne wielorazowe, 3 sztuki | Płucze się je pod kranem; jedna sztuka służy przez pół roku.
Reusable cloth filters, set of 3 | Rinse under the tap; one lasts half a year.

dzbanek-do-mleka | milk-jug | extras | Miedziak | retro | 1 | 79.00 | steel | | steel; 350 ml; 10 cm; yes; 230 g
Dzbanek do spieniania mleka 350 ml | Ostry dzióbek do rysowania; podziałka w środku pilnuje porcji.
Milk jug 350 ml | A sharp spout for drawing; marks inside keep the measure.

miotelka-do-matchy | whisk | extras | Żeliwko | painted | 1 | 54.00 | wood | eco | bamboo; 80 tines; 11 cm; no; 20 g
Miotełka do matchy | Z jednego kawałka bambusa; osiemdziesiąt ząbków ubija drobną pianę.
Matcha whisk | Cut from a single piece of bamboo; eighty tines beat a fine froth.
`
