/**
 * What kinds of things Polana sells: which facts its tables give of each, whether it lasts, what completes it.
 *
 * A kind is also what a picture is drawn by. Complements are kinds, best first: a grinder wants beans,
 * beans want filters.
 */
import type { Localized } from '@umiar/vocabulary'

/** Labels of the facts on a product page. */
export const LABELS = {
  alcohol: { en: 'Alcohol', pl: 'Alkohol' },
  also: { en: 'Also', pl: 'Ponadto' },
  altitude: { en: 'Grown at', pl: 'Wysokość upraw' },
  back: { en: 'Back length', pl: 'Długość pleców' },
  base: { en: 'Made from', pl: 'Z czego' },
  battery: { en: 'Battery life', pl: 'Czas świecenia' },
  belt: { en: 'Belt', pl: 'Pas' },
  blade: { en: 'Blade', pl: 'Ostrze' },
  bloom: { en: 'Harvest or bloom', pl: 'Zbiór lub kwitnienie' },
  burns: { en: 'Burning time', pl: 'Czas palenia' },
  caffeine: { en: 'Caffeine', pl: 'Kofeina' },
  capacity: { en: 'Capacity', pl: 'Pojemność' },
  care: { en: 'Care', pl: 'Pielęgnacja' },
  comfort: { en: 'Comfort temperature', pl: 'Temperatura komfortu' },
  content: { en: 'Content', pl: 'Zawartość' },
  cuts: { en: 'Cuts up to', pl: 'Tnie do' },
  diameter: { en: 'Diameter', pl: 'Średnica' },
  diet: { en: 'Diet', pl: 'Dieta' },
  dishwasher: { en: 'Dishwasher safe', pl: 'Do zmywarki' },
  dose: { en: 'Use', pl: 'Stosowanie' },
  fabric: { en: 'Fabric', pl: 'Tkanina' },
  filling: { en: 'Filling', pl: 'Wypełnienie' },
  finish: { en: 'Finish', pl: 'Wykończenie' },
  fit: { en: 'Fit', pl: 'Krój' },
  folded: { en: 'Folded', pl: 'Po złożeniu' },
  for: { en: 'For', pl: 'Przeznaczenie' },
  form: { en: 'Form', pl: 'Postać' },
  grape: { en: 'Grape', pl: 'Szczep' },
  grows: { en: 'Plant height', pl: 'Wysokość roślin' },
  height: { en: 'Height', pl: 'Wysokość' },
  holds: { en: 'Holds', pl: 'Nośność' },
  hot: { en: 'Keeps hot', pl: 'Trzyma ciepło' },
  ingredients: { en: 'Ingredients', pl: 'Skład' },
  keeps: { en: 'Keeps', pl: 'Trwałość' },
  lasts: { en: 'Lasts', pl: 'Starcza na' },
  length: { en: 'Length', pl: 'Długość' },
  lid: { en: 'Lid', pl: 'Zamknięcie' },
  light: { en: 'Light', pl: 'Światło' },
  made: { en: 'Made', pl: 'Wykonanie' },
  map: { en: 'Scale', pl: 'Skala' },
  material: { en: 'Material', pl: 'Materiał' },
  origin: { en: 'Origin', pl: 'Pochodzenie' },
  packed: { en: 'Packed', pl: 'Po spakowaniu' },
  pair: { en: 'Weight per pair', pl: 'Masa pary' },
  parts: { en: 'In the set', pl: 'W zestawie' },
  people: { en: 'For', pl: 'Dla ilu osób' },
  ph: { en: 'pH', pl: 'pH' },
  place: { en: 'Place', pl: 'Miejsce' },
  plants: { en: 'For which plants', pl: 'Do jakich roślin' },
  power: { en: 'Power', pl: 'Moc' },
  process: { en: 'Process', pl: 'Obróbka' },
  roast: { en: 'Roast', pl: 'Palenie' },
  scent: { en: 'Scent', pl: 'Zapach' },
  season: { en: 'Season', pl: 'Sezon' },
  size: { en: 'Size', pl: 'Wielkość' },
  skin: { en: 'For', pl: 'Do czego' },
  sole: { en: 'Sole', pl: 'Podeszwa' },
  sow: { en: 'Sow or plant', pl: 'Siew lub sadzenie' },
  steep: { en: 'Steeping time', pl: 'Czas parzenia' },
  sun: { en: 'Position', pl: 'Stanowisko' },
  taste: { en: 'Taste', pl: 'Smak' },
  thorns: { en: 'For thorns', pl: 'Na ciernie' },
  upper: { en: 'Upper', pl: 'Cholewka' },
  wall: { en: 'Wall', pl: 'Ścianka' },
  warranty: { en: 'Warranty', pl: 'Gwarancja' },
  wash: { en: 'Wash', pl: 'Pranie' },
  water: { en: 'Water temperature', pl: 'Temperatura wody' },
  waterproof: { en: 'Waterproof', pl: 'Wodoodporność' },
  wax: { en: 'Wax', pl: 'Wosk' },
  weave: { en: 'Fabric weight', pl: 'Gramatura' },
  weight: { en: 'Weight', pl: 'Masa' },
} as const satisfies Readonly<Record<string, Localized>>

export type Label = keyof typeof LABELS

/** What all things of one kind share. */
export interface KindEntry {
  /** Labels of the facts, in the order of the table. */
  readonly facts: readonly Label[]
  /** Bought once and kept. */
  readonly durable: boolean
  /** Kinds that complete this one, best first. */
  readonly completes: readonly string[]
}

const CONTENT_OF_TEA = 'origin water steep caffeine content'
const CONTENT_OF_COFFEE = 'origin process roast altitude content'
const VESSEL = 'material capacity height dishwasher weight'
const AID = 'material size height dishwasher weight'
const SHOE = 'upper sole waterproof season pair'
const CLOTHES = 'fabric weight season fit wash'
const SEEDS = 'sow bloom grows sun content'
const POT = 'material diameter height place weight'
const SOIL = 'base ph plants content'
const CANDLE = 'wax burns scent height weight'
const CLOTH = 'fabric size weave wash weight'
const THING = 'material size finish care weight'
const FOOD = 'ingredients origin keeps taste content'
const BATH = 'ingredients skin scent made content'
const PILLS = 'content dose form diet weight'
const INTIMATE = 'ingredients dose scent also content'
const WINE = 'origin grape alcohol taste content'

const keeps = (facts: string, completes = ''): KindEntry => entry(facts, true, completes)
const used = (facts: string, completes = ''): KindEntry => entry(facts, false, completes)

/** All kinds. */
export const KINDS = {
  apron: keeps(THING.replace('finish', 'fit').replace('care', 'wash'), 'tea-towel board spoons'),
  backpack: keeps('material capacity weight back warranty', 'bottle dry-bag poles headlamp'),
  basket: keeps(THING, 'blanket cushion'),
  beanie: used(CLOTHES, 'gloves neck-tube sock'),
  'bean-bag': used(CONTENT_OF_COFFEE, 'filters grinder dripper chocolate'),
  'biscuit-tin': used(FOOD, 'tea-tin honey-jar'),
  birdhouse: keeps('material height for place', 'seed-packet twine'),
  blanket: keeps(CLOTH, 'cushion candle tea-pouch'),
  board: keeps(THING, 'jam-jar knife spoons'),
  'body-oil': used(BATH, 'soap salt-jar'),
  boot: keeps(SHOE, 'sock wax poles'),
  bottle: keeps('material capacity weight wall warranty', 'backpack hip-pack'),
  bowl: keeps('material diameter finish dishwasher weight', 'spoons tea-towel plate'),
  'bulb-net': used(SEEDS, 'trowel soil-bag pot'),
  candle: used(CANDLE, 'candlestick blanket lampion'),
  candlestick: keeps('material height for care weight', 'tapers pillar-candle'),
  canteen: keeps('material capacity weight wall warranty', 'pot-set knife backpack'),
  cap: used(CLOTHES, 'bottle shorts'),
  'capsule-box': used(CONTENT_OF_COFFEE, 'cup-saucer chocolate'),
  carafe: keeps('material capacity made dishwasher weight', 'double-glass tea-towel'),
  carton: used(INTIMATE),
  cezve: keeps(VESSEL, 'bean-bag cup-saucer biscuit-tin'),
  chocolate: used(FOOD, 'bean-bag tea-tin'),
  clock: keeps(THING, 'storage-jar mill'),
  'coffee-can': used(CONTENT_OF_COFFEE, 'moka-pot cup-saucer'),
  'cold-brew': used(CONTENT_OF_COFFEE, 'double-glass bean-bag'),
  compass: keeps('material size weight map warranty', 'map-case backpack headlamp'),
  'cup-saucer': keeps(VESSEL, 'bean-bag milk-jug moka-pot'),
  cushion: keeps('fabric size filling wash weight', 'blanket candle'),
  diffuser: used('base lasts scent height weight', 'candle soap'),
  'double-glass': keeps(VESSEL, 'cold-brew french-press milk-jug'),
  'drip-box': used(CONTENT_OF_COFFEE, 'enamel-mug goose-kettle chocolate'),
  dripper: keeps(VESSEL, 'filters bean-bag goose-kettle scale'),
  drops: used(PILLS),
  'dry-bag': keeps('material capacity weight waterproof warranty', 'sleeping-bag map-case'),
  'enamel-mug': keeps(VESSEL, 'tea-box pot-set'),
  'feed-bottle': used(SOIL, 'watering-can soil-bag seed-packet'),
  filters: used(AID, 'bean-bag dripper'),
  flannel: keeps(CLOTHES, 'vest beanie'),
  fleece: keeps(CLOTHES, 'shirt beanie rain-jacket'),
  'flower-jar': used(CONTENT_OF_TEA, 'glass-teapot double-glass'),
  'food-jar': keeps('material capacity weight hot warranty', 'thermos kids-backpack'),
  frame: keeps(THING, 'vase glass-vase'),
  'french-press': keeps(VESSEL, 'bean-bag grinder mug'),
  gaiwan: keeps(VESSEL, 'tea-pouch tea-bowl tea-cake'),
  'garden-gloves': used('fabric length weight thorns warranty', 'secateurs hand-rake'),
  'glass-teapot': keeps(VESSEL, 'flower-jar tea-bowl herb-bag'),
  'glass-vase': keeps('material height made dishwasher weight', 'frame bulb-net'),
  'glazed-pot': used(POT, 'soil-bag seed-packet watering-can'),
  gloves: used(CLOTHES, 'beanie poles neck-tube'),
  'goose-kettle': keeps(VESSEL, 'dripper scale tea-pouch'),
  grinder: keeps(AID, 'bean-bag filters scale'),
  hammock: keeps('material size weight holds warranty', 'blanket lantern'),
  'hand-cream': used(BATH, 'soap garden-gloves'),
  'hand-rake': keeps('material length weight made warranty', 'trowel garden-gloves'),
  'hanging-pot': used(POT, 'soil-bag seed-packet watering-can'),
  headlamp: keeps('material light weight battery warranty', 'backpack tent map-case'),
  'herb-bag': used(CONTENT_OF_TEA, 'infuser honey-jar mug'),
  'herb-kit': used('material parts height place weight', 'herb-scissors watering-can soil-bag'),
  'herb-scissors': keeps('material length weight cuts warranty', 'herb-kit seed-packet'),
  'hip-pack': keeps('material capacity weight belt warranty', 'bottle cap'),
  'honey-jar': used(FOOD, 'herb-bag tea-tin'),
  infuser: keeps(AID, 'tea-tin herb-bag mug'),
  'iron-teapot': keeps(VESSEL, 'tea-pouch tea-bowl'),
  'jam-jar': used(FOOD, 'board tea-tin'),
  'kids-backpack': keeps('material capacity weight back warranty', 'bottle food-jar'),
  knife: keeps('material blade weight folded warranty', 'pot-set canteen board'),
  lampion: keeps('material height for place weight', 'candle pillar-candle'),
  lantern: keeps('material light weight battery warranty', 'tent hammock'),
  'map-case': keeps('material size weight waterproof warranty', 'compass headlamp'),
  mat: keeps('material size weight packed warranty', 'sleeping-bag tent'),
  'matcha-tin': used(CONTENT_OF_TEA, 'whisk tea-bowl'),
  'milk-jug': keeps(VESSEL, 'bean-bag cup-saucer'),
  mill: keeps('material height made care weight', 'bowl spoons'),
  'moka-pot': keeps(VESSEL, 'bean-bag coffee-can cup-saucer'),
  mug: keeps(VESSEL, 'infuser tea-box bean-bag'),
  'neck-tube': used(CLOTHES, 'gloves beanie'),
  'pill-bottle': used(PILLS),
  'pillar-candle': used(CANDLE, 'candlestick honey-jar'),
  planter: used('material length height place weight', 'soil-bag seed-packet feed-bottle'),
  plate: used('material diameter finish dishwasher weight', 'bowl jam-jar'),
  poles: keeps('material length weight folded warranty', 'gloves backpack boot'),
  poncho: keeps(CLOTHES, 'dry-bag wellington'),
  pot: used(POT, 'soil-bag seed-packet trowel'),
  'pot-set': keeps('material capacity weight people warranty', 'stove knife enamel-mug'),
  pouffe: keeps('fabric size filling wash weight', 'blanket cushion'),
  puffer: keeps(CLOTHES, 'beanie gloves boot'),
  'pump-bottle': used(INTIMATE),
  'rain-jacket': keeps(CLOTHES, 'spray fleece trousers'),
  'repair-kit': used('material parts weight for warranty', 'knife spray'),
  'run-vest': keeps('material capacity weight back warranty', 'trail-shoe bottle headlamp'),
  runner: keeps(CLOTH, 'plate candlestick'),
  'salt-jar': used(BATH, 'towel candle'),
  sandal: keeps(SHOE, 'dry-bag shorts'),
  scale: keeps(AID, 'dripper bean-bag goose-kettle'),
  secateurs: keeps('material length weight cuts warranty', 'garden-gloves twine'),
  'seed-packet': used(SEEDS, 'pot soil-bag watering-can'),
  shirt: used(CLOTHES, 'trousers sock'),
  shorts: used(CLOTHES, 'sandal cap'),
  'side-teapot': keeps(VESSEL, 'tea-pouch tea-bowl'),
  'sleeping-bag': keeps('material comfort weight packed warranty', 'mat tent'),
  sneaker: keeps(SHOE, 'sock spray'),
  soap: used(BATH, 'towel hand-cream'),
  sock: used(CLOTHES, 'boot trail-shoe'),
  'soil-bag': used(SOIL, 'pot seed-packet trowel'),
  sparkling: used(WINE),
  spoons: used(THING.replace('size', 'length'), 'bowl apron'),
  spray: used('base content weight for warranty', 'repair-kit rain-jacket'),
  'storage-jar': keeps('material capacity lid dishwasher weight', 'tea-pouch spoons'),
  stove: keeps('material power weight packed warranty', 'pot-set enamel-mug'),
  tapers: used(CANDLE, 'candlestick'),
  'tasting-set': used(CONTENT_OF_COFFEE, 'dripper filters'),
  tights: keeps(CLOTHES, 'trail-shoe neck-tube'),
  'tea-bowl': keeps(VESSEL, 'gaiwan tea-pouch matcha-tin'),
  'tea-box': used(CONTENT_OF_TEA, 'mug honey-jar'),
  'tea-cake': used(CONTENT_OF_TEA, 'gaiwan tea-bowl'),
  'tea-pouch': used(CONTENT_OF_TEA, 'gaiwan infuser tea-bowl'),
  'tea-tin': used(CONTENT_OF_TEA, 'teapot infuser honey-jar'),
  'tea-towel': used(CLOTH, 'apron bowl'),
  teapot: keeps(VESSEL, 'tea-tin tea-bowl mug'),
  tent: keeps('material people weight packed warranty', 'sleeping-bag mat lantern'),
  thermos: keeps('material capacity weight hot warranty', 'tea-box backpack'),
  towel: used(CLOTH, 'soap salt-jar'),
  'trail-shoe': keeps(SHOE, 'sock run-vest'),
  'travel-mug': keeps(VESSEL, 'bean-bag tea-box'),
  trousers: keeps(CLOTHES, 'shirt boot'),
  trowel: keeps('material length weight made warranty', 'bulb-net garden-gloves'),
  tube: used(INTIMATE),
  twine: used('material length weight finish warranty', 'seed-packet secateurs'),
  vase: keeps('material height finish care weight', 'bulb-net frame'),
  vest: keeps(CLOTHES, 'shirt neck-tube'),
  'watering-can': keeps('material capacity weight made warranty', 'feed-bottle seed-packet'),
  wax: used('base content weight for warranty', 'boot sock'),
  wellington: keeps(SHOE, 'sock poncho'),
  whisk: used(AID, 'matcha-tin tea-bowl'),
  wine: used(WINE),
  'wood-grinder': keeps(AID, 'bean-bag filters'),
  'wooden-tub': keeps(POT, 'soil-bag secateurs'),
} as const satisfies Readonly<Record<string, KindEntry>>

export type Kind = keyof typeof KINDS

/** Is the name one of the kinds? */
export function isKind(name: string): name is Kind {
  return Object.hasOwn(KINDS, name)
}

function entry(facts: string, durable: boolean, completes: string): KindEntry {
  return Object.freeze({
    completes: completes.split(' ').filter(Boolean),
    durable,
    facts: facts.split(' ') as readonly Label[],
  })
}
