/**
 * The drawn pictures of the products.
 */
import type { FastifyInstance } from 'fastify'
import type { ShopSite } from '../shop-site.ts'

const ONE_HOUR = 'public, max-age=3600'

/** Adds the pictures. */
export function addPictureRoutes(app: FastifyInstance, site: ShopSite): void {
  app.get<{ Params: { file: string } }>('/assets/shop/pictures/:file', async (request, reply) => {
    const { file } = request.params
    const product = file.endsWith('.svg') ? site.catalogue.product(file.slice(0, -4)) : undefined
    if (product === undefined) return reply.code(404).type('text/plain; charset=utf-8').send('404')
    return reply
      .header('cache-control', ONE_HOUR)
      .type('image/svg+xml; charset=utf-8')
      .send(site.catalogue.data.picture(product))
  })
}
