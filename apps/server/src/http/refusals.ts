/** Where whatever goes wrong becomes an answer: errors, wrong addresses, wrong methods, broken HTTP. */

import type { Socket } from 'node:net'
import { DomainError } from '@umiar/vocabulary'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { PROBLEM_TYPE, problemOf, refusalOf } from './problem.ts'
import { errorFacts } from './request-log.ts'
import type { RouteTable } from './route-table.ts'

/** Answers with the problem document of whatever was thrown. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error, request.routeOptions.schema)
  if (refusal.status === 500) request.log.error({ failure: errorFacts(error) }, 'failed')
  if (refusal.status === 401) reply.header('www-authenticate', 'Bearer')
  if (refusal.status === 503) reply.header('retry-after', 5)
  reply.header('cache-control', 'private, no-store')
  return reply.code(refusal.status).type(PROBLEM_TYPE).send(problemOf(refusal, request.id))
}

/** Sets the handlers on the root of the server. */
export function answerRefusals(server: FastifyInstance, routes: RouteTable): void {
  server.setErrorHandler((error, request, reply) => sendProblem(error, request, reply))
  server.setNotFoundHandler((request, reply) => {
    const methods = routes.methodsAt(request.url)
    if (methods.length === 0) {
      return sendProblem(new DomainError('not_found', 'There is nothing at this address.'), request, reply)
    }
    reply.header('allow', [...methods, 'OPTIONS'].join(', '))
    const refusal = new DomainError('method_not_allowed', `This address offers ${methods.join(', ')}.`, {
      allowed: methods,
    })
    return sendProblem(refusal, request, reply)
  })
}

/** Answers bytes that are no HTTP request, without logging them: they may hold anything. */
export function answerBrokenHttp(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const [status, reason] =
    error.code === 'HPE_HEADER_OVERFLOW' ? [431, 'Request Header Fields Too Large'] : [400, 'Bad Request']
  if (socket.writable)
    socket.write(`HTTP/1.1 ${status} ${reason}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
  socket.destroy(error)
}
