/**
 * The departments of a gift and homeware shop, and the words its titles are sorted by.
 *
 * This is the shop's own order of things: a source without categories has none to give.
 */
import type { Localized } from '@umiar/vocabulary'

/** A category and what its products' titles say. */
export interface Category {
  readonly path: string
  readonly name: Localized
  /** Two or three words that belong together, in capital letters. */
  readonly phrases?: readonly string[]
  /** Single words that name the thing, in capital letters, singular and plural where both occur. */
  readonly words: string
  /** Words that rather name a motif or a stuff: they decide where no other word does. */
  readonly motifs?: string
}

/** In display order; a department comes before what is below it. */
export const CATEGORIES: readonly Category[] = [
  { name: { en: 'House', pl: 'Dom' }, path: 'home', words: '' },
  {
    name: { en: 'Candles and lights', pl: 'Świece i światła' },
    path: 'home/candles',
    phrases: ['TEA LIGHT', 'FAIRY LIGHTS', 'NIGHT LIGHT', 'OIL BURNER', 'CANDLE HOLDER', 'CANDLE POT'],
    motifs: 'SCENTED LED',
    words:
      'CANDLE CANDLES CANDLEHOLDER CANDLESTICK T-LIGHT T-LIGHTS TLIGHT VOTIVE LANTERN LANTERNS LAMP LAMPS LAMPSHADE LIGHT LIGHTS CHANDELIER INCENSE WICK FRAGRANCE BURNER TORCH MATCHES HURRICANE CANDLEPOT BAROQUECANDLESTICK CHOCOLATECANDLE LIGHTBULB',
  },
  {
    name: { en: 'Signs and clocks', pl: 'Szyldy i zegary' },
    path: 'home/signs',
    phrases: ['WALL ART', 'PHOTO CLIP', 'NUMBER TILE', 'COTTAGE TILE'],
    motifs: 'ALPHABET ART PRINT PRINTS FONT WALL PICTURE PICTURES LETTER',
    words:
      'SIGN SIGNS PLAQUE PLAQUES CLOCK CLOCKS TILE TILES LETTERS POSTER CHALKBOARD BLACKBOARD NOTICEBOARD CALENDAR THERMOMETER BAROMETER CANVAS MEMOBOARD DOORSIGN PENNANT',
  },
  {
    name: { en: 'Frames and mirrors', pl: 'Ramki i lustra' },
    path: 'home/frames',
    phrases: ['PHOTO ALBUM', 'PICTURE FRAME', 'PHOTO FRAME'],
    motifs: 'PHOTO',
    words: 'FRAME FRAMES MIRROR MIRRORS ALBUM PHOTOFRAME PHOTOFRAMES',
  },
  {
    name: { en: 'Hanging decorations', pl: 'Zawieszki i ozdoby' },
    path: 'home/decorations',
    phrases: ['WIND CHIME', 'WIND CHIMES', 'WALL STICKER', 'WALL STICKERS'],
    motifs:
      'HANGING HEART HEARTS BIRD BIRDS BUTTERFLY BUTTERFLIES ANGEL FEATHER ROCOCO FAIRY RABBIT HEN CHICKEN COCKEREL TREE STAR STARS FLOWER FLOWERS ROSE ROSES BUNCH SPRAY BLOSSOM DOVE CURTAIN DOMED',
    words:
      "DECORATION DECORATIONS ORNAMENT MOBILE WREATH GARLAND GARLANDS FIGURINE STATUE CHIME CHIMES PAPERWEIGHT DOORSTOP BELL BELLS CURTAINS P'WEIGHT WINDCHIME BUDDHA DUCKS DOVECOTE ROSETTE",
  },
  {
    name: { en: 'Cushions and textiles', pl: 'Poduszki i tkaniny' },
    path: 'home/textiles',
    phrases: ['HOT WATER BOTTLE', 'BEACH TOWEL', 'DOOR MAT', 'BATH MAT', 'EYE MASK'],
    motifs: 'COVER',
    words:
      'CUSHION CUSHIONS DOORMAT DOORMATS THROW QUILT BLANKET RUG BEDSPREAD PILLOW TOWEL TOWELS FLANNEL FLANNELS CHAIRPAD TABLECLOTH RUNNER WARMER SLIPPERS WARMERS MAT MATS',
  },
  {
    name: { en: 'Boxes, hooks, shelves', pl: 'Pudełka, wieszaki, półki' },
    path: 'home/storage',
    phrases: ['DRAWER KNOB', 'MONEY BOX', 'PAPER BIN', 'TISSUE BOX', 'MONEY BANK'],
    motifs: 'HOLDER STAND TABLE CHAIR BANK KEYS SAFE STORAGE',
    words:
      'BOX BOXES BASKET BASKETS CABINET DRAWER DRAWERS KNOB KNOBS HOOK HOOKS HANGER HANGERS SHELF SHELVES RACK CRATE CHEST BIN TRINKET TIDY ORGANISER STOOL RAIL CUPBOARD TRUNK LADDER DRAWERKNOB SEAT POUFFE CRATES CHESTS RADIO',
  },
  { name: { en: 'Kitchen', pl: 'Kuchnia' }, path: 'kitchen', words: '' },
  {
    name: { en: 'Cups and teapots', pl: 'Kubki i dzbanki' },
    path: 'kitchen/cups',
    phrases: ['TEA SET', 'TEA FOR ONE', 'COFFEE SET', 'TEA COSY', 'CUP AND SAUCER', 'HOT CHOCOLATE'],
    motifs: 'TEA COFFEE GLASS GLASSES SUGAR',
    words:
      'MUG MUGS CUP CUPS TEACUP TEACUPS SAUCER SAUCERS TEAPOT TEAPOTS BEAKER BEAKERS JUG JUGS GOBLET TUMBLER TUMBLERS CARAFE COASTER COASTERS COSY CREAMER TANKARD',
  },
  {
    name: { en: 'Plates and bowls', pl: 'Talerze i miski' },
    path: 'kitchen/plates',
    phrases: ['EGG CUP', 'EGG CUPS', 'TOAST RACK', 'BUTTER DISH', 'CAKE STAND'],
    motifs: 'BAMBOO TIER TREAT SALAD',
    words:
      'PLATE PLATES BOWL BOWLS DISH DISHES TRAY TRAYS PLATTER CUTLERY SPOON SPOONS FORK FORKS KNIFE KNIVES CAKESTAND TUREEN SHAKER SHAKERS CRUET LADLE TONGS STRAW STRAWS PLACEMAT PLACEMATS CHOPSTICKS FRUITBOWL TOASTRACK',
  },
  {
    name: { en: 'Baking and cooking', pl: 'Pieczenie i gotowanie' },
    path: 'kitchen/baking',
    phrases: [
      'CAKE CASES',
      'CAKE TIN',
      'CAKE TINS',
      'CAKE MOULD',
      'RECIPE BOX',
      'MEASURING SPOONS',
      'EGG TIMER',
      'OVEN GLOVE',
      'FRYING PAN',
      'PASTRY CUTTERS',
      'COOKIE CUTTER',
    ],
    motifs:
      'CAKE CAKES EGG EGGS PUDDING COOKIE JELLY TOAST PIZZA BISCUIT BISCUITS POPCORN BREAD CUPCAKE RECIPE BOARD ROLLING',
    words:
      'CASES BAKING MOULD MOULDS CUTTER CUTTERS SCALE SCALES PAN PANS WHISK GRATER TIMER APRON APRONS MITT FLAN MUFFIN OVEN SPATULA COLANDER SQUEEZER LOLLY COOKING',
  },
  {
    name: { en: 'Tins, jars, bottles', pl: 'Puszki, słoje, butelki' },
    path: 'kitchen/jars',
    phrases: [
      'LUNCH BOX',
      'WATER BOTTLE',
      'SNACK BOXES',
      'SNACK BOX',
      'BOTTLE OPENER',
      'JAM MAKING',
      'BENTO BOX',
    ],
    motifs: 'JAM POT POTS PANTRY PICNIC CAN LUNCH',
    words:
      'TIN TINS JAR JARS BOTTLE BOTTLES CANISTER CONTAINER CONTAINERS LABELS LABEL FLASK LUNCHBOX OPENER CORKSCREW VASE VASES FUNNEL BUCKET CANNISTER BASIN',
  },
  {
    name: { en: 'Kitchen linen', pl: 'Tekstylia kuchenne' },
    path: 'kitchen/linen',
    phrases: ['TEA TOWEL', 'TEA TOWELS', 'GLASS CLOTH'],
    motifs: 'BRUSH CLEANING WASHING',
    words: 'NAPKIN NAPKINS DOILY DOILIES DOILEY CLOTH TEATOWEL SPONGE DUSTPAN PEG PEGS',
  },
  { name: { en: 'Bags and accessories', pl: 'Torby i dodatki' }, path: 'bags', words: '' },
  {
    name: { en: 'Bags', pl: 'Torby' },
    path: 'bags/bags',
    phrases: ['LUNCH BAG', 'JUMBO BAG', 'SHOULDER BAG', 'LUGGAGE TAG', 'WASH BAG'],
    motifs: 'CHARLOTTE SUKI PASSPORT',
    words: 'BAG BAGS SHOPPER SHOPPERS TOTE HANDBAG BACKPACK RUCKSACK SATCHEL WASHBAG LUGGAGE SUITCASE',
  },
  {
    name: { en: 'Purses and scarves', pl: 'Portfele i szale' },
    path: 'bags/purses',
    phrases: ['CARD HOLDER', 'COSMETIC BAG', 'MAKE UP'],
    words:
      'PURSE PURSES WALLET WALLETS SCARF SCARVES GLOVE GLOVES UMBRELLA UMBRELLAS PARASOL PARASOLS FAN FANS HAT SOCK SOCKS SLIPPER PONCHO BELT TISSUES POUCH COMPACT SUNGLASSES HEADPHONES MAC SKIRT SOMBRERO',
  },
  {
    name: { en: 'Jewellery', pl: 'Biżuteria' },
    path: 'bags/jewellery',
    phrases: ['HAIR CLIP', 'HAIR COMB', 'HAIR GRIP', 'PHONE CHARM', 'BAG CHARM', 'HAIR BAND', 'KEY RING'],
    motifs: 'HAIR DIAMANTE CHAIN JEWEL CLIP BLING',
    words:
      'NECKLACE NECKLACES EARRING EARRINGS BRACELET BRACELETS BANGLE RING RINGS BROOCH BROOCHES PENDANT CHARM CHARMS BEAD BEADS NECKL BRACELT KEYRING KEYRINGS KEY-CHAIN KEY-RING FOB JEWELLERY HAIRBAND TIARA CHOKER HOOP NECKLACE+BRACELET LOCKET BOBBLES HAIRCLIP GRIP SLIDES SLIDE GRIPS CLIPS BRACLET LARIAT KEY-CHAINS TIARAS',
  },
  { name: { en: 'Paper and parties', pl: 'Papier i przyjęcia' }, path: 'party', words: '' },
  {
    name: { en: 'Cards and wrapping', pl: 'Kartki i opakowania' },
    path: 'party/wrap',
    phrases: [
      'GIFT WRAP',
      'GIFT BAG',
      'GIFT BAGS',
      'GIFT TAGS',
      'GREETING CARD',
      'PARTY INVITES',
      'PHOTO CORNERS',
    ],
    motifs: 'GIFT STRING TISSUE BOW BOWS',
    words: 'WRAP CARD CARDS RIBBON RIBBONS TAG TAGS TAPE TAPES INVITES ENVELOPE ENVELOPES POSTCARD',
  },
  {
    name: { en: 'Party', pl: 'Przyjęcia' },
    path: 'party/party',
    phrases: [
      'PAPER CHAIN',
      'PAPER LANTERN',
      'PARTY BUNTING',
      'PARTY BAG',
      'BIRTHDAY CARD',
      'PAPER PLATE',
      'PAPER CUPS',
    ],
    motifs: 'BIRTHDAY DISCO FLAG FLAGS SUCKER CONES CROWN PARTY HONEYCOMB',
    words: 'BUNTING BALLOON BALLOONS CONFETTI COCKTAIL WHISTLE MASK MASKS ORIGAMI',
  },
  {
    name: { en: 'Stationery', pl: 'Papeteria' },
    path: 'party/stationery',
    phrases: [
      'PENCIL CASE',
      'PEN CASE',
      'BOOK COVER',
      'MEMO PAD',
      'NOTE PAD',
      'FRIDGE MAGNETS',
      'MAGIC SLATE',
    ],
    motifs: 'PAPER RUBBER PAD',
    words:
      'NOTEBOOK NOTEBOOKS NOTEPAD PEN PENS PENCIL PENCILS STICKER STICKERS MAGNET MAGNETS BOOK BOOKS JOURNAL DIARY SKETCHBOOK STAMP STAMPS RUBBERS ERASER ERASERS SHARPENER RULER STATIONERY CALCULATOR BOOKMARK CRAYONS CHALK MARKER SCISSOR SCISSORS PATCH PATCHES PLASTERS BADGES FILE FOLDER BOOKEND PUNCH WRITING',
  },
  {
    name: { en: 'Christmas', pl: 'Boże Narodzenie' },
    path: 'party/christmas',
    words:
      'CHRISTMAS XMAS ADVENT SANTA BAUBLE BAUBLES REINDEER STOCKING SNOWMAN SNOWFLAKE SNOWFLAKES NOEL RUDOLPH NATIVITY TINSEL',
  },
  { name: { en: 'Easter', pl: 'Wielkanoc' }, path: 'party/easter', words: 'EASTER' },
  { name: { en: 'Children and hobbies', pl: 'Dzieci i hobby' }, path: 'play', words: '' },
  {
    name: { en: 'Toys and games', pl: 'Zabawki i gry' },
    path: 'play/toys',
    phrases: [
      'SOFT TOY',
      'PLAYING CARDS',
      'SKIPPING ROPE',
      'WOODLAND ANIMAL',
      'SPINNING TOPS',
      'FLYING DISC',
    ],
    motifs:
      'SPACEBOY CIRCUS DOLLY GIRL BOY CHILDRENS CHILDS CHILDREN BABY PIECE DINOSAUR DINOSAURS TRAIN BALL PAINT SKIPPING',
    words:
      'TOY TOYS GAME GAMES JIGSAW PUZZLE PUZZLES DOLL DOLLS TEDDY BEAR DOMINOES SNAP LUDO YOYO KITE HELICOPTER RACING BALLS SKITTLES SOLDIER BLOCK BLOCKS ROBOT PUPPET MARBLES WHEELBARROW CATAPULT PLANE AEROPLANE PAINTING WINDMILL BUBBLES HOOLA TRUMPET RATTLE INFLATABLE TATTOOS STENCIL SLATE CLAY BINGO SNAKES GLIDERS ROCKING PLAYHOUSE DOLPHINS SPADE',
  },
  {
    name: { en: 'Sewing and crafts', pl: 'Szycie i robótki' },
    path: 'play/crafts',
    phrases: ['SEWING KIT', 'KNITTING NANCY', 'CRAFT KIT', 'MINI REEL'],
    motifs: 'LACE FELT FABRIC PATTERN',
    words:
      'SEWING KNITTING KNITTED FELTCRAFT CRAFT CRAFTS BUTTON BUTTONS WOOL REEL EMBROIDERY CROCHET KIT KITS',
  },
  { name: { en: 'Garden and bath', pl: 'Ogród i łazienka' }, path: 'garden', words: '' },
  {
    name: { en: 'Garden', pl: 'Ogród' },
    path: 'garden/garden',
    phrases: [
      'WATERING CAN',
      'BIRD BATH',
      'BIRD TABLE',
      'BIRD FEEDER',
      'GROW YOUR OWN',
      'PLANT CAGE',
      'PLANT POT',
      'HERB MARKER',
      'BIRD HOUSE',
    ],
    motifs: 'GARDEN TOADSTOOL MUSHROOM HERB SHED POTTING PLANT',
    words:
      'GARDENING GARDENERS PLANTER TROWEL SEEDS BIRDHOUSE FEEDER TRELLIS KNEELING GNOME HERBS WATERING NESTING HOSE CLOCHE OBELISK DECKCHAIR HAMMOCK',
  },
  {
    name: { en: 'Bath and care', pl: 'Łazienka i pielęgnacja' },
    path: 'garden/bath',
    motifs: 'LAVENDER BATHROOM COSMETIC',
    words:
      'BATH SOAP SOAPS SHOWER TOILET LOOFAH SACHET SACHETS POTPOURRI NAIL MANICURE TOOTHBRUSH TOILETRY HANDCREAM BATHSALTS PUMICE GLOSS',
  },
  { name: { en: 'Everything else', pl: 'Wszystko inne' }, path: 'other', words: '' },
]
