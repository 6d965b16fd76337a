/**
 * What the catalogue calls take and answer.
 *
 * Products are read by the application, which tells every fault of every product at once. So the schema
 * lets them through, and the documents beside it say what the application reads.
 */
import { type TSchema, Type } from '@fastify/type-provider-typebox'
import { LEAST_SHARED_COUNT, MS_PER_DAY, type Product } from '@umiar/vocabulary'
import { CallerId, idOf, PriceDocument, replyOf, STRICT } from './shared.ts'

const Money = Type.Object({ amount: Type.String(), currency: Type.String() })

const WireProduct = Type.Object({
  item_id: Type.String(),
  title: Type.String(),
  title_en: Type.Optional(Type.String()),
  category: Type.Optional(Type.String()),
  brand: Type.Optional(Type.String()),
  url: Type.Optional(Type.String()),
  image_url: Type.Optional(Type.String()),
  price: Type.Optional(Money),
  list_price: Type.Optional(Money),
  available: Type.Boolean(),
  sensitive: Type.Boolean(),
  adult: Type.Optional(Type.Boolean()),
  durable: Type.Optional(Type.Boolean()),
  released_at: Type.Optional(Type.String()),
  first_seen: Type.Optional(Type.String({ description: 'Day on which the engine first heard of it' })),
  goes_with: Type.Optional(Type.Array(Type.String())),
  lasts_days: Type.Optional(Type.Integer()),
  counts: Type.Optional(
    Type.Object({
      sold_30_days: Type.Optional(Type.Integer()),
      viewed_30_days: Type.Optional(Type.Integer()),
      sold_7_days: Type.Optional(Type.Integer()),
      viewed_7_days: Type.Optional(Type.Integer()),
      bought_with: Type.Optional(Type.Array(Type.Object({ item_id: Type.String(), count: Type.Integer() }))),
    }),
  ),
  labels: Type.Optional(Type.Array(Type.String())),
  attributes: Type.Optional(Type.Object({}, { additionalProperties: true })),
})

export const ProductReply = replyOf<Readonly<Record<string, unknown>>>(WireProduct)

export const AvailabilityRequest = Type.Object({ available: Type.Boolean() }, STRICT)
const BATCH = { maxItems: 1_000, minItems: 1 } as const
export const ProductsRequest = Type.Object({ products: Type.Array(Type.Unknown(), BATCH) }, STRICT)
export const ProductsReply = Type.Object({ count: Type.Integer() })

const Text = Type.String({ maxLength: 512, minLength: 1 })
const Address = Type.String({ description: 'http(s) address, or a path', maxLength: 512, minLength: 1 })
const Count = Type.Integer({
  description: `Left out below ${LEAST_SHARED_COUNT}: it could point at a person`,
  minimum: 0,
})

const CountsDocument = Type.Object(
  {
    sold_30_days: Type.Optional(Count),
    viewed_30_days: Type.Optional(Count),
    sold_7_days: Type.Optional(Count),
    viewed_7_days: Type.Optional(Count),
    bought_with: Type.Optional(Type.Array(Type.Object({ item_id: CallerId, count: Count }))),
  },
  { description: 'The shop’s own figures about everybody, to begin with' },
)

function productDocument<Id extends TSchema>(itemId: Id) {
  return Type.Object(
    {
      item_id: itemId,
      title: Text,
      title_en: Type.Optional(Text),
      category: Type.Optional(
        Type.String({ description: 'A path', examples: ['tea/green'], maxLength: 512, minLength: 1 }),
      ),
      brand: Type.Optional(Text),
      url: Type.Optional(Address),
      image_url: Type.Optional(Address),
      price: Type.Optional(PriceDocument),
      list_price: Type.Optional(PriceDocument),
      available: Type.Optional(Type.Boolean({ default: true })),
      sensitive: Type.Optional(
        Type.Boolean({
          description:
            'Health, faith, intimacy …: never learned from, never recommended. If absent a product stays what it is, a new one is not',
        }),
      ),
      adult: Type.Optional(Type.Boolean({ description: 'For grown-ups; read by filters alone' })),
      durable: Type.Optional(
        Type.Boolean({
          description:
            'true: bought once and kept, not suggested to who has it; false: used up, may come back',
        }),
      ),
      released_at: Type.Optional(
        Type.String({
          description:
            'When it came into the shop, RFC 3339 with offset; without it the day the engine first heard of it counts',
        }),
      ),
      goes_with: Type.Optional(
        Type.Array(CallerId, { description: 'Products that complete it, best first', maxItems: 50 }),
      ),
      lasts_days: Type.Optional(
        Type.Integer({
          description: 'How long it lasts until it is used up',
          maximum: 3_650,
          minimum: 1,
        }),
      ),
      counts: Type.Optional(CountsDocument),
      labels: Type.Optional(
        Type.Array(Type.String({ maxLength: 64, minLength: 1 }), {
          description: 'The shop’s own words for it',
          examples: [['organic', 'gift']],
          maxItems: 50,
        }),
      ),
      attributes: Type.Optional(
        Type.Object(
          {},
          {
            additionalProperties: Type.Union([
              Type.String({ maxLength: 512 }),
              Type.Number(),
              Type.Boolean(),
            ]),
            description: 'For filters; the shop’s own names',
            maxProperties: 50,
          },
        ),
      ),
    },
    STRICT,
  )
}

export const ProductDocument = productDocument(Type.Optional(idOf('If given, that of the path')))
export const ProductsDocument = Type.Object(
  { products: Type.Array(productDocument(CallerId), BATCH) },
  STRICT,
)

/** A product in the names of the API. */
export function wireProduct(product: Product): Readonly<Record<string, unknown>> {
  const {
    counts,
    firstSeenDay,
    goesWith,
    imageUrl,
    itemId,
    lastsDays,
    listPrice,
    releasedAtMs,
    titleEn,
    ...same
  } = product
  return {
    ...same,
    ...(counts === undefined ? {} : { counts: wireCounts(counts) }),
    ...(firstSeenDay === undefined
      ? {}
      : { first_seen: new Date(firstSeenDay * MS_PER_DAY).toISOString().slice(0, 10) }),
    ...(goesWith === undefined ? {} : { goes_with: goesWith }),
    ...(imageUrl === undefined ? {} : { image_url: imageUrl }),
    ...(lastsDays === undefined ? {} : { lasts_days: lastsDays }),
    item_id: itemId,
    ...(listPrice === undefined ? {} : { list_price: listPrice }),
    ...(releasedAtMs === undefined ? {} : { released_at: new Date(releasedAtMs).toISOString() }),
    ...(titleEn === undefined ? {} : { title_en: titleEn }),
  }
}

function wireCounts(counts: NonNullable<Product['counts']>): Record<string, unknown> {
  return {
    bought_with: counts.boughtWith?.map(({ count, itemId }) => ({ count, item_id: itemId })),
    sold_30_days: counts.sold30Days,
    sold_7_days: counts.sold7Days,
    viewed_30_days: counts.viewed30Days,
    viewed_7_days: counts.viewed7Days,
  }
}
