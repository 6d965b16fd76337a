/** `/v1/products`: the shop's catalogue, upserted under the shop's own ids. */
import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import {
  AvailabilityRequest,
  ProductDocument,
  ProductReply,
  ProductsDocument,
  ProductsReply,
  ProductsRequest,
  wireProduct,
} from '../schemas/catalogue.ts'
import { NoContent, PROBLEMS } from '../schemas/shared.ts'
import type { RouteContext, RouteServer } from './context.ts'

const ProductPath = Type.Object({ id: Type.String() })
const config = { callers: ['secret'] } as const

export function catalogueRoutes(context: RouteContext): FastifyPluginAsyncTypebox {
  return async (server) => {
    for (const add of [addPut, addBatch, addAvailability, addRemoval]) add(server, context)
  }
}

function addPut(server: RouteServer, { app }: RouteContext): void {
  server.put(
    '/v1/products/:id',
    {
      config,
      schema: {
        operationId: 'putProduct',
        body: Type.Unknown(),
        documentedBody: ProductDocument,
        params: ProductPath,
        response: { 200: ProductReply, ...PROBLEMS },
        summary: 'Creates or replaces a product',
        tags: ['catalogue'],
      },
    },
    async (request) => wireProduct(await app.putProduct(request.params.id, request.body)),
  )
}

function addBatch(server: RouteServer, { app }: RouteContext): void {
  server.post(
    '/v1/products::batch',
    {
      config,
      schema: {
        operationId: 'putProducts',
        body: ProductsRequest,
        documentedBody: ProductsDocument,
        response: { 200: ProductsReply, ...PROBLEMS },
        summary: 'Creates or replaces up to 1,000 products, all or none',
        tags: ['catalogue'],
      },
    },
    async (request) => app.putProducts(request.body.products),
  )
}

function addAvailability(server: RouteServer, { app }: RouteContext): void {
  server.patch(
    '/v1/products/:id/availability',
    {
      config,
      schema: {
        operationId: 'setAvailability',
        body: AvailabilityRequest,
        params: ProductPath,
        response: { 200: ProductReply, ...PROBLEMS },
        summary: 'Takes a product out of answers at the next request, or back in',
        tags: ['catalogue'],
      },
    },
    async (request) => wireProduct(await app.setAvailability(request.params.id, request.body.available)),
  )
}

function addRemoval(server: RouteServer, { app }: RouteContext): void {
  server.delete(
    '/v1/products/:id',
    {
      config,
      schema: {
        operationId: 'deleteProduct',
        params: ProductPath,
        response: { 204: NoContent, ...PROBLEMS },
        summary: 'Removes a product; it stays in histories as no longer sold',
        tags: ['catalogue'],
      },
    },
    async (request, reply) => {
      await app.deleteProduct(request.params.id)
      return reply.code(204).send(null)
    },
  )
}
