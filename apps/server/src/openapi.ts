/**
 * The OpenAPI 3.1 document, made from the schemas the routes are checked by: it cannot fall behind.
 */
import swagger from '@fastify/swagger'
import type { TSchema } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifySchema {
    /**
     * Stands in the document in place of `body`, where the application reads parts of it itself and the
     * schema lets those through. That it names what the application reads: `test/schemas/documents.test.ts`.
     */
    documentedBody?: TSchema
  }
}

/** Registers the collector; must stand before the routes. */
export async function collectOpenApi(server: FastifyInstance): Promise<void> {
  await server.register(swagger, {
    hideUntagged: true,
    openapi: {
      components: {
        securitySchemes: {
          publishable: { description: 'pub_… in browsers, bound to origins', scheme: 'bearer', type: 'http' },
          secret: { description: 'sec_… on the shop’s server', scheme: 'bearer', type: 'http' },
          shopper: {
            bearerFormat: 'JWT',
            description: 'Minted by POST /v1/shopper-tokens',
            scheme: 'bearer',
            type: 'http',
          },
          staff: { description: 'Staff token', scheme: 'bearer', type: 'http' },
        },
      },
      info: {
        description: 'Recommendations a shop’s customers can see, steer, stop and have forgotten.',
        license: { identifier: 'Apache-2.0', name: 'Apache-2.0' },
        title: 'Umiar',
        version: '1',
      },
      openapi: '3.1.0',
    },
    transform: ({ route, schema, url }) => {
      const { body, documentedBody = body, ...rest } = schema
      const security = route.config?.callers?.map((kind) => ({ [kind]: [] })) ?? []
      return { schema: { ...rest, body: documentedBody, security }, url }
    },
  })
  server.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    reply.header('cache-control', 'no-cache')
    return server.swagger()
  })
}
