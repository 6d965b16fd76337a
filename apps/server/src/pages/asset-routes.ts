/**
 * The stylesheet, the icon and the drawn product pictures.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Site } from './layout.ts'
import { drawProduct, SHOP_ICON } from './pictures.ts'

const ONE_HOUR = 'public, max-age=3600'

/** Adds the routes under `/assets`. */
export async function addAssetRoutes(app: FastifyInstance, site: Site): Promise<void> {
  const stylesheet = await readFile(new URL('./assets/umiar.css', import.meta.url), 'utf8')
  const stylesheetTag = `"${createHash('sha256').update(stylesheet).digest('hex').slice(0, 16)}"`

  app.get('/assets/umiar.css', async (request, reply) => {
    reply.headers({ 'cache-control': 'no-cache', etag: stylesheetTag })
    if (request.headers['if-none-match'] === stylesheetTag) return reply.code(304).send()
    return reply.type('text/css; charset=utf-8').send(stylesheet)
  })

  app.get('/assets/icon.svg', async (_request, reply) => sendPicture(reply, SHOP_ICON))

  app.get<{ Params: { file: string } }>('/assets/pictures/:file', async (request, reply) => {
    const { file } = request.params
    const product = file.endsWith('.svg') ? site.catalogue.product(file.slice(0, -4)) : undefined
    if (product === undefined) return reply.code(404).type('text/plain; charset=utf-8').send('404')
    return sendPicture(reply, drawProduct(product.item_id, product.category))
  })
}

function sendPicture(reply: FastifyReply, svg: string): FastifyReply {
  return reply.header('cache-control', ONE_HOUR).type('image/svg+xml; charset=utf-8').send(svg)
}
