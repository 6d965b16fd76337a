/**
 * Bodies: JSON up to 2 MB, nothing else. Pages that take forms add their own parser in their own scope.
 */
import { DomainError } from '@umiar/vocabulary'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** 2 MB, counted as the largest reading of it. */
export const BODY_LIMIT_BYTES = 2 * 1024 * 1024

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A request without a body counts as one with an empty object. */
    mayBeEmpty?: boolean
  }
}

/** Makes JSON the only body the server reads. */
export function acceptJsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  // Keys that would reach into prototypes are dropped: they harm nothing else of the body.
  const parse = server.getDefaultJsonParser('remove', 'remove')
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body !== '') {
      parse(request, body as string, done)
      return
    }
    // Many clients name JSON on every request, also where there is nothing to say.
    const { config, schema } = request.routeOptions
    const isNeeded = schema?.body !== undefined && config.mayBeEmpty !== true
    done(
      isNeeded
        ? new DomainError('malformed_json', 'The body is empty; this call needs a JSON object.')
        : null,
      undefined,
    )
  })
  server.addHook('preParsing', async (request) => refuseCompressed(request))
  server.addHook('preValidation', async (request) => {
    if (request.routeOptions.config.mayBeEmpty === true) request.body ??= {}
  })
}

function refuseCompressed(request: FastifyRequest): void {
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') {
    throw new DomainError('media_type_not_supported', 'Send the body as application/json, not compressed.')
  }
}
