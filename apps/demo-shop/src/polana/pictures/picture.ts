/**
 * The picture of a product: scene, thing, finished document. No text, no photo, no trademark.
 */
import type { Kind } from '../kinds.ts'
import type { Row } from '../read-table.ts'
import { polanaRows } from '../rows.ts'
import * as bath from './draw-bath.ts'
import * as camp from './draw-camp.ts'
import * as candles from './draw-candles.ts'
import * as coffee from './draw-coffee.ts'
import * as coffeeware from './draw-coffeeware.ts'
import * as gardenTools from './draw-garden-tools.ts'
import * as packs from './draw-packs.ts'
import * as pantry from './draw-pantry.ts'
import * as plants from './draw-plants.ts'
import * as table from './draw-table.ts'
import * as tea from './draw-tea.ts'
import * as teaware from './draw-teaware.ts'
import * as textiles from './draw-textiles.ts'
import * as wear from './draw-wear.ts'
import { createInk, type Ink } from './ink.ts'
import { scene } from './scene.ts'
import { createSheet } from './sheet.ts'
import { group } from './svg.ts'

/** The picture of a product by its id; `undefined` for one that Polana does not sell. */
export function pictureOf(itemId: string): string | undefined {
  const index = polanaRows().findIndex(({ id }) => id === itemId)
  const row = polanaRows()[index]
  return row === undefined ? undefined : drawRow(row, `pl${index.toString(36)}-`)
}

/**
 * Draws a row; the same row always gives the same text.
 *
 * @param prefix of the ids inside, unique among the pictures of a page; a letter first
 */
export function drawRow(row: Row, prefix: string): string {
  const sheet = createSheet(prefix)
  const ink = createInk(row, sheet)
  return sheet.finish(
    scene(ink, row.department) + group(DRAWINGS[row.kind](ink), 'matrix(1.12 0 0 1.12 -24 -28)'),
  )
}

/** What each kind looks like. */
const DRAWINGS: Readonly<Record<Kind, (ink: Ink) => string>> = {
  apron: textiles.apron,
  backpack: packs.backpack,
  basket: candles.basket,
  'bean-bag': coffee.beanBag,
  beanie: wear.beanie,
  birdhouse: gardenTools.birdhouse,
  'biscuit-tin': pantry.biscuitTin,
  blanket: textiles.blanket,
  board: table.board,
  'body-oil': bath.bodyOil,
  boot: wear.boot,
  bottle: packs.bottle,
  bowl: table.bowl,
  'bulb-net': plants.bulbNet,
  candle: candles.candle,
  candlestick: candles.candlestick,
  canteen: packs.canteen,
  cap: wear.cap,
  'capsule-box': coffee.capsuleBox,
  carafe: table.carafe,
  carton: bath.carton,
  cezve: coffeeware.cezve,
  chocolate: pantry.chocolate,
  clock: candles.clock,
  'coffee-can': coffee.coffeeCan,
  'cold-brew': coffee.coldBrew,
  compass: packs.compass,
  'cup-saucer': teaware.cupSaucer,
  cushion: textiles.cushion,
  diffuser: candles.diffuser,
  'double-glass': teaware.doubleGlass,
  'drip-box': coffee.dripBox,
  dripper: coffeeware.dripper,
  drops: bath.drops,
  'dry-bag': packs.dryBag,
  'enamel-mug': teaware.enamelMug,
  'feed-bottle': plants.feedBottle,
  filters: coffeeware.filters,
  flannel: wear.flannel,
  fleece: wear.fleece,
  'flower-jar': tea.flowerJar,
  'food-jar': packs.foodJar,
  frame: candles.frame,
  'french-press': coffeeware.frenchPress,
  gaiwan: teaware.gaiwan,
  'garden-gloves': gardenTools.gardenGloves,
  'glass-teapot': teaware.glassTeapot,
  'glass-vase': candles.glassVase,
  'glazed-pot': plants.glazedPot,
  gloves: wear.gloves,
  'goose-kettle': coffeeware.gooseKettle,
  grinder: coffeeware.grinder,
  hammock: camp.hammock,
  'hand-cream': bath.handCream,
  'hand-rake': gardenTools.handRake,
  'hanging-pot': plants.hangingPot,
  headlamp: packs.headlamp,
  'herb-bag': tea.herbBag,
  'herb-kit': plants.herbKit,
  'herb-scissors': gardenTools.herbScissors,
  'hip-pack': packs.hipPack,
  'honey-jar': pantry.honeyJar,
  infuser: teaware.infuser,
  'iron-teapot': teaware.ironTeapot,
  'jam-jar': pantry.jamJar,
  'kids-backpack': packs.kidsBackpack,
  knife: camp.knife,
  lampion: candles.lampion,
  lantern: packs.lantern,
  'map-case': packs.mapCase,
  mat: camp.mat,
  'matcha-tin': tea.matchaTin,
  'milk-jug': coffeeware.milkJug,
  mill: table.mill,
  'moka-pot': coffeeware.mokaPot,
  mug: teaware.mug,
  'neck-tube': wear.neckTube,
  'pill-bottle': bath.pillBottle,
  'pillar-candle': candles.pillarCandle,
  planter: plants.planter,
  plate: table.plate,
  poles: packs.poles,
  poncho: wear.poncho,
  pot: plants.pot,
  'pot-set': camp.potSet,
  pouffe: textiles.pouffe,
  puffer: wear.puffer,
  'pump-bottle': bath.pumpBottle,
  'rain-jacket': wear.rainJacket,
  'repair-kit': camp.repairKit,
  'run-vest': packs.runVest,
  runner: textiles.runner,
  'salt-jar': bath.saltJar,
  sandal: wear.sandal,
  scale: coffeeware.scale,
  secateurs: gardenTools.secateurs,
  'seed-packet': plants.seedPacket,
  shirt: wear.shirt,
  shorts: wear.shorts,
  'side-teapot': teaware.sideTeapot,
  'sleeping-bag': camp.sleepingBag,
  sneaker: wear.sneaker,
  soap: bath.soap,
  sock: wear.sock,
  'soil-bag': plants.soilBag,
  sparkling: pantry.sparkling,
  spoons: table.spoons,
  spray: camp.spray,
  'storage-jar': table.storageJar,
  stove: camp.stove,
  tapers: candles.tapers,
  'tasting-set': coffee.tastingSet,
  'tea-bowl': teaware.teaBowl,
  'tea-box': tea.teaBox,
  'tea-cake': tea.teaCake,
  'tea-pouch': tea.teaPouch,
  'tea-tin': tea.teaTin,
  'tea-towel': textiles.teaTowel,
  teapot: teaware.teapot,
  tent: camp.tent,
  thermos: packs.thermos,
  tights: wear.tights,
  towel: textiles.towel,
  'trail-shoe': wear.trailShoe,
  'travel-mug': teaware.travelMug,
  trousers: wear.trousers,
  trowel: gardenTools.trowel,
  tube: bath.handCream,
  twine: gardenTools.twine,
  vase: candles.vase,
  vest: wear.vest,
  'watering-can': gardenTools.wateringCan,
  wax: camp.wax,
  wellington: wear.wellington,
  whisk: teaware.whisk,
  wine: pantry.wine,
  'wood-grinder': coffeeware.woodGrinder,
  'wooden-tub': plants.woodenTub,
}
