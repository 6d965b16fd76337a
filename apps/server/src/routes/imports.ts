/** `/v1/imports`: which files came in on what basis, and the consents that came with them. */
import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { DomainError } from '@umiar/vocabulary'
import {
  BeginImportRequest,
  FinishImportRequest,
  ImportedConsentsReply,
  ImportedConsentsRequest,
  ImportReply,
  ImportsReply,
} from '../schemas/imports.ts'
import { PROBLEMS } from '../schemas/shared.ts'
import type { RouteContext, RouteServer } from './context.ts'

const config = { callers: ['staff'] } as const
const tags = ['administration']
const ImportPath = Type.Object({ id: Type.String() })

export function importRoutes(context: RouteContext): FastifyPluginAsyncTypebox {
  return async (server) => {
    for (const add of [addRegister, addBegin, addConsents, addFinish]) add(server, context)
  }
}

function addRegister(server: RouteServer, { app }: RouteContext): void {
  server.get(
    '/v1/imports',
    {
      config,
      schema: {
        operationId: 'imports',
        response: { 200: ImportsReply, ...PROBLEMS },
        summary: 'The register of imports, oldest first',
        tags,
      },
    },
    async () => ({ imports: app.imports() }),
  )
}

function addBegin(server: RouteServer, context: RouteContext): void {
  server.post(
    '/v1/imports',
    {
      config,
      schema: {
        operationId: 'beginImport',
        body: BeginImportRequest,
        response: { 200: ImportReply, ...PROBLEMS },
        summary: 'Begins an import, or finds the same one begun before',
        tags,
      },
    },
    async (request) => {
      checkBasis(context, request.body.basis)
      return context.app.beginImport(request.body)
    },
  )
}

function addConsents(server: RouteServer, context: RouteContext): void {
  server.post(
    '/v1/imports/:id/consents',
    {
      config,
      schema: {
        operationId: 'importConsents',
        body: ImportedConsentsRequest,
        params: ImportPath,
        response: { 200: ImportedConsentsReply, ...PROBLEMS },
        summary: 'Records consents given earlier, up to 1,000; whoever has decided here keeps her choice',
        tags,
      },
    },
    async (request) => {
      const { app } = context
      // Begun in demo mode and gone on with in production: refused all the same.
      checkBasis(context, app.imports().find((one) => one.import_id === request.params.id)?.basis)
      return app.importConsents(request.params.id, request.body.people)
    },
  )
}

function addFinish(server: RouteServer, { app }: RouteContext): void {
  server.post(
    '/v1/imports/:id/finish',
    {
      config,
      schema: {
        operationId: 'finishImport',
        body: FinishImportRequest,
        params: ImportPath,
        response: { 200: ImportReply, ...PROBLEMS },
        summary: 'Notes what came of an import; the same files are not imported again',
        tags,
      },
    },
    async (request) => app.finishImport(request.params.id, request.body.counts),
  )
}

function checkBasis({ config: { mode } }: RouteContext, basis: string | undefined): void {
  if (basis !== 'test-data' || mode === 'demo') return
  throw new DomainError(
    'basis_not_allowed',
    'Test data come with invented consents, so they are taken in demo mode only.',
  )
}
