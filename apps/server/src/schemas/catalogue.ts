/** What the catalogue calls take and answer. The fields of a product are checked by the application. */
import { Type } from '@fastify/type-provider-typebox'
import type { Product } from '@umiar/vocabulary'
import { replyOf, STRICT } from './shared.ts'

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
  available: Type.Boolean(),
  sensitive: Type.Boolean(),
  released_at: Type.Optional(Type.String()),
  counts: Type.Optional(
    Type.Object({
      sold_30_days: Type.Optional(Type.Integer()),
      viewed_30_days: Type.Optional(Type.Integer()),
      bought_with: Type.Optional(Type.Array(Type.Object({ item_id: Type.String(), count: Type.Integer() }))),
    }),
  ),
  attributes: Type.Optional(Type.Object({}, { additionalProperties: true })),
})

export const ProductReply = replyOf<Readonly<Record<string, unknown>>>(WireProduct)

export const AvailabilityRequest = Type.Object({ available: Type.Boolean() }, STRICT)
export const ProductsRequest = Type.Object(
  { products: Type.Array(Type.Unknown(), { maxItems: 1_000, minItems: 1 }) },
  STRICT,
)
export const ProductsReply = Type.Object({ count: Type.Integer() })

/** A product in the names of the API. */
export function wireProduct(product: Product): Readonly<Record<string, unknown>> {
  const { counts, imageUrl, itemId, releasedAtMs, titleEn, ...same } = product
  return {
    ...same,
    ...(counts === undefined ? {} : { counts: wireCounts(counts) }),
    ...(imageUrl === undefined ? {} : { image_url: imageUrl }),
    item_id: itemId,
    ...(releasedAtMs === undefined ? {} : { released_at: new Date(releasedAtMs).toISOString() }),
    ...(titleEn === undefined ? {} : { title_en: titleEn }),
  }
}

function wireCounts(counts: NonNullable<Product['counts']>): Record<string, unknown> {
  return {
    bought_with: counts.boughtWith?.map(({ count, itemId }) => ({ count, item_id: itemId })),
    sold_30_days: counts.sold30Days,
    viewed_30_days: counts.viewed30Days,
  }
}
