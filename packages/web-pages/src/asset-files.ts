/**
 * Stylesheets, scripts and drawings of an app, read once and served from memory with an ETag.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { FastifyInstance } from 'fastify'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
}

/** Assets are no part of the described API; `hide` is a word of its generator. */
const NOT_IN_THE_API: object = { hide: true }

/**
 * Serves the named files.
 *
 * @param prefix address before the file name, e.g. `/assets/shop/`
 * @param files  addresses of the files, e.g. `new URL('./assets/shop.css', import.meta.url)`
 * @throws Error if a file cannot be read, or its kind is not a stylesheet, script or drawing
 */
export async function serveAssets(
  app: FastifyInstance,
  prefix: string,
  files: readonly URL[],
): Promise<void> {
  for (const file of files) {
    const name = file.pathname.slice(file.pathname.lastIndexOf('/') + 1)
    const type = TYPES[extname(name)]
    if (type === undefined) throw new TypeError(`${name} is no stylesheet, script or drawing`)
    const content = await readFile(file)
    const tag = `"${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`
    app.get(`${prefix}${name}`, { schema: NOT_IN_THE_API }, async (request, reply) => {
      reply.headers({ 'cache-control': 'no-cache', etag: tag })
      if (request.headers['if-none-match'] === tag) return reply.code(304).send()
      return reply.type(type).send(content)
    })
  }
}

/** The base stylesheet and the icon, once for all apps of a server. */
export async function serveBaseAssets(app: FastifyInstance): Promise<void> {
  await serveAssets(app, '/assets/base/', [
    new URL('./assets/base.css', import.meta.url),
    new URL('./assets/icon.svg', import.meta.url),
  ])
}
