/**
 * Trail clothing and shoes of Polana: 30 invented products. How to read a table stands in `../read-table.ts`.
 */

/** Facts of shoes: upper; sole; yes; season; weight. Of clothes: fabric; weight; season; fit; wash. */
export const WEAR = `
buty-grzbiet | boot | shoes | Przełęcz | mountain | 3 | 589.00 | tan | sizes=shoes | nubuck; deep tread; yes; all year; 1.2 kg
Buty trekkingowe „Grzbiet” | Sztywna podeszwa na kamienie i plecak; po tygodniu układają się jak własne.
Hiking boots “Grzbiet” | A stiff sole for rocks and a heavy pack; after a week they feel like your own.

buty-prog | boot | shoes | Perć | mountain | 2 | 429.00 | graphite | sizes=shoes was=489.00 low=459.00 | suede, mesh; sticky rubber; yes; spring to autumn; 920 g
Buty podejściowe „Próg” | Czubek z klejącej gumy: trochę but turystyczny, trochę wspinaczkowy.
Approach shoes “Próg” | A toe of sticky rubber: part hiking boot, part climbing shoe.

buty-sciezka | trail-shoe | shoes | Kosówka | running | 2 | 389.00 | teal | sizes=shoes | mesh; grippy rubber; no; spring to autumn; 540 g
Buty do biegania „Ścieżka” | Kołki po cztery milimetry i pianka, która nie męczy kolan na zbiegu.
Trail running shoes “Ścieżka” | Four-millimetre lugs and foam that spares your knees downhill.

buty-mgla | trail-shoe | shoes | Kosówka | running | 3 | 499.00 | mustard | sizes=shoes new=27 | mesh; grippy rubber; yes; all year; 590 g
Buty biegowe „Mgła” z membraną | Na błoto, śnieg i przedświt; odblaskowa pięta widzi światło za Ciebie.
Waterproof running shoes “Mgła” | For mud, snow and the hour before dawn; a reflective heel catches light for you.

trampki-bruk | sneaker | shoes | Halny Szew | city | 1 | 219.00 | navy | sizes=shoes | cotton canvas; flat rubber; no; spring to autumn; 680 g
Trampki „Bruk” | Płótno z podeszwą, która nie ślizga się na mokrym tramwajowym przystanku.
Canvas sneakers “Bruk” | Canvas with a sole that does not slip at a wet tram stop.

sandaly-potok | sandal | shoes | Perć | forest | 2 | 249.00 | moss | sizes=shoes | webbing; grippy rubber; no; summer; 610 g
Sandały „Potok” | Trzy paski, jedna klamra; wchodzą do strumienia i wychodzą suche.
Sandals “Potok” | Three straps, one buckle; they walk into a stream and come out dry.

kalosze-kaluza | wellington | shoes | Deszczowiec | forest | 1 | 179.00 | forest | sizes=shoes | natural rubber; deep tread; yes; all year; 1.6 kg
Kalosze „Kałuża” | Miękki kauczuk, bawełna w środku, miejsce na grubą skarpetę.
Wellingtons “Kałuża” | Soft rubber, cotton inside, room for a thick sock.

buty-zawieja | boot | shoes | Przełęcz | city | 3 | 549.00 | plum | sizes=shoes out | nubuck, wool; deep tread; yes; winter; 1.3 kg
Buty zimowe „Zawieja” | Owcza wełna w środku, na zewnątrz nubuk, który znosi sól na chodniku.
Winter boots “Zawieja” | Sheep’s wool inside, outside nubuck that bears salted pavements.

kurtka-ulewa | rain-jacket | jackets | Deszczowiec | mountain | 3 | 649.00 | sky | sizes=clothes | recycled nylon; 410 g; all year; regular fit; 30 °C
Kurtka przeciwdeszczowa „Ulewa” | Trzy warstwy, klejone szwy i kaptur, który mieści kask.
Rain jacket “Ulewa” | Three layers, taped seams and a hood that takes a helmet.

kurtka-wiatr | rain-jacket | jackets | Kosówka | running | 2 | 279.00 | rust | sizes=clothes was=319.00 low=319.00 | ripstop nylon; 110 g; spring to autumn; slim fit; 30 °C
Wiatrówka biegowa „Wiatr” | Sto dziesięć gramów; po złożeniu mieści się we własnej kieszeni.
Running windshell “Wiatr” | A hundred and ten grams; it packs into its own pocket.

kurtka-puch | puffer | jackets | Przełęcz | mountain | 3 | 699.00 | mustard | sizes=clothes | recycled nylon, down; 360 g; winter; regular fit; 30 °C
Kurtka puchowa „Gniazdo” | Puch z certyfikatem, ciepła jak kołdra i lekka jak gazeta.
Down jacket “Gniazdo” | Certified down, warm as a duvet and light as a newspaper.

parka-przystanek | rain-jacket | jackets | Halny Szew | city | 2 | 459.00 | graphite | sizes=clothes | waxed cotton; 980 g; spring to autumn; loose fit; by hand
Parka „Przystanek” z woskowanej bawełny | Cztery kieszenie, dwa zamki i deszcz, który zbiera się w kulki.
Waxed cotton parka “Przystanek” | Four pockets, two zips, and rain that gathers in beads.

polar-hala | fleece | jackets | Owcza Nić | forest | 1 | 229.00 | forest | eco sizes=clothes | recycled polyester; 380 g; all year; regular fit; 40 °C
Polar „Hala” | Z dwudziestu butelek, gruby i miękki; nie mechaci się od szelek plecaka.
Fleece “Hala” | Made of twenty bottles, thick and soft; pack straps do not pill it.

bluza-baca | fleece | jackets | Owcza Nić | forest | 3 | 389.00 | cream | eco sizes=clothes | sheep’s wool; 620 g; winter; loose fit; by hand
Bluza wełniana „Baca” | Gruba wełna z polskich owiec, tkana w Beskidzie; grzeje nawet mokra.
Wool jumper “Baca” | Thick wool of Polish sheep, woven in the Beskids; warm even when wet.

kamizelka-kora | vest | jackets | Perć | running | 2 | 239.00 | moss | sizes=clothes | recycled nylon; 210 g; spring to autumn; slim fit; 30 °C
Kamizelka ocieplana „Kora” | Ciepło tam, gdzie trzeba, a ręce wolne do biegu i do drzew.
Insulated vest “Kora” | Warm where it matters, with arms free for running and for trees.

peleryna-lopian | poncho | jackets | Deszczowiec | forest | 1 | 119.00 | moss | sizes=onesize | ripstop nylon; 290 g; all year; loose fit; by hand
Peleryna „Łopian” | Zakrywa człowieka z plecakiem; w potrzebie zostaje dachem nad herbatą.
Rain cape “Łopian” | Covers a person with a pack; at need it is a roof over the tea.

koszulka-merino | shirt | clothes | Owcza Nić | mountain | 2 | 249.00 | navy | eco sizes=clothes | merino wool; 160 g; all year; regular fit; 30 °C
Koszulka z wełny merynosów 160 | Trzy dni na szlaku i wciąż można wejść do schroniska.
Merino wool shirt 160 | Three days on the trail and you may still enter the hut.

koszulka-zryw | shirt | clothes | Kosówka | running | 1 | 129.00 | sky | sizes=clothes | recycled polyester; 95 g; summer; slim fit; 40 °C
Koszulka biegowa „Zryw” | Schnie szybciej, niż Ty odzyskujesz oddech.
Running tee “Zryw” | It dries faster than you get your breath back.

koszula-krata | flannel | clothes | Halny Szew | forest | 2 | 199.00 | rust | eco sizes=clothes | organic cotton; 310 g; spring to autumn; regular fit; 40 °C
Koszula flanelowa „Krata” | Czesana bawełna, guziki z orzecha; w mieście i przy ognisku tak samo na miejscu.
Flannel shirt “Krata” | Brushed cotton, nut buttons; at home in town and by the fire.

spodnie-grania | trousers | clothes | Perć | mountain | 2 | 329.00 | graphite | sizes=clothes | stretch nylon; 340 g; spring to autumn; slim fit; 30 °C
Spodnie trekkingowe „Granią” | Wzmocnione kolana i pięć kieszeni, z których nic nie wypada.
Hiking trousers “Granią” | Reinforced knees and five pockets from which nothing falls.

szorty-lipiec | shorts | clothes | Halny Szew | city | 1 | 149.00 | sand | sizes=clothes was=179.00 low=179.00 | cotton; 220 g; summer; loose fit; 40 °C
Szorty „Lipiec” | Z miękkiej bawełny, z jedną kieszenią na telefon i jedną na czereśnie.
Shorts “Lipiec” | Soft cotton, with one pocket for a phone and one for cherries.

getry-tempo | tights | clothes | Kosówka | running | 2 | 189.00 | black | sizes=clothes | recycled polyester; 190 g; winter; slim fit; 40 °C
Getry biegowe „Tempo” | Drapane od środka; kieszeń na klucz, która nie dzwoni.
Running tights “Tempo” | Brushed inside; a key pocket that does not jingle.

bluza-osiedle | fleece | clothes | Halny Szew | city | 1 | 199.00 | steel | sizes=clothes | organic cotton; 480 g; spring to autumn; loose fit; 40 °C
Bluza z kapturem „Osiedle” | Zwyczajna bluza, tylko że dobrze uszyta.
Hoodie “Osiedle” | An ordinary hoodie, only well made.

skarpety-welna | sock | extras | Owcza Nić | mountain | 1 | 59.00 | rust | sizes=socks | merino wool; 80 g; all year; regular fit; 30 °C
Skarpety trekkingowe z merynosów | Frotowa pięta, płaski szew, dożywotnia cierpliwość do mokrych butów.
Merino hiking socks | A terry heel, a flat seam and lasting patience with wet boots.

skarpety-biegowe | sock | extras | Kosówka | running | 1 | 39.00 | mustard | sizes=socks | recycled polyester; 40 g; summer; slim fit; 40 °C
Skarpety biegowe krótkie | Cienkie, z językiem nad piętą, który nie daje się wciągnąć.
Short running socks | Thin, with a heel tab that refuses to slip down.

skarpety-koc | sock | extras | Przełęcz | city | 2 | 69.00 | plum | sizes=socks | sheep’s wool; 120 g; winter; loose fit; by hand
Skarpety domowe „Koc” | Grube jak rękawice; do chodzenia po zimnej podłodze z kubkiem w ręku.
House socks “Koc” | Thick as mittens; for cold floors with a mug in hand.

czapka-hala | beanie | extras | Owcza Nić | forest | 1 | 89.00 | teal | eco sizes=onesize | merino wool; 70 g; winter; regular fit; by hand
Czapka wełniana „Szron” | Podwójnie dziana, z wywinięciem na uszy; nie gryzie.
Wool beanie “Szron” | Knitted double, with a cuff for the ears; it does not itch.

czapka-daszek | cap | extras | Halny Szew | city | 1 | 79.00 | forest | sizes=onesize | organic cotton; 90 g; summer; regular fit; by hand
Czapka z daszkiem „Skwar” | Miękki daszek, który można zwinąć do kieszeni.
Cap “Skwar” | A soft peak that rolls up into a pocket.

komin-lis | neck-tube | extras | Deszczowiec | running | 1 | 49.00 | amber | sizes=onesize | merino wool; 50 g; all year; regular fit; 30 °C
Komin z merynosów „Lis” | Szalik, opaska albo czapka, zależnie od wiatru.
Merino neck tube “Lis” | A scarf, a headband or a hat, as the wind decides.

rekawiczki-szlak | gloves | extras | Przełęcz | mountain | 2 | 129.00 | navy | sizes=gloves new=16 | merino wool; 60 g; winter; slim fit; 30 °C
Rękawiczki „Kijek” | Skórzana wstawka na dłoni, palec, który rozumie ekran.
Gloves “Kijek” | A leather palm, and a finger that screens understand.
`
