/**
 * `/umiar.js`: the browser script as it is committed, for shops that embed it from their engine.
 *
 * A module script of another origin is fetched with CORS. It holds nothing secret and asks for no
 * credentials, so every origin may read it; calls it makes are checked like all others.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

/** An hour from the browser's own store, then a look at the tag; shops get corrections within the hour. */
const CACHING = 'public, max-age=3600, stale-while-revalidate=86400'

/** Adds the route. The file is read and compressed once. */
export function widgetRoutes(server: FastifyInstance): void {
  const plain = readFileSync(fileURLToPath(import.meta.resolve('@umiar/browser-sdk/umiar.js')))
  const brotli = brotliCompressSync(plain)
  const version = createHash('sha256').update(plain).digest('hex').slice(0, 16)

  server.get('/umiar.js', { schema: { hide: true } }, async (request, reply) => {
    const takesBrotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))
    const tag = `"${version}${takesBrotli ? '-br' : ''}"`
    reply.headers({
      'access-control-allow-origin': '*',
      'cache-control': CACHING,
      'cross-origin-resource-policy': 'cross-origin',
      etag: tag,
      vary: 'Accept-Encoding',
    })
    if (request.headers['if-none-match']?.includes(tag)) return reply.code(304).send()
    if (takesBrotli) reply.header('content-encoding', 'br')
    return reply.type('text/javascript; charset=utf-8').send(takesBrotli ? brotli : plain)
  })
}
