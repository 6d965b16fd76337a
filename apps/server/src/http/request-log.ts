/**
 * Structured logs without personal data: route template, status, duration, request id. Nothing else.
 *
 * No body, query, path value, header or address is ever handed to the logger. The serializers make
 * sure of it where the framework logs a request, an answer or an error by itself: an error shows its
 * class, code and where in our code it arose, but not its message, which may quote the input.
 */
import { type FastifyReply, type FastifyRequest, type FastifyServerOptions, LogController } from 'fastify'
import type { LogLevel } from '../config/config.ts'
import type { HttpMetrics } from './metrics.ts'

export interface LogOptions {
  readonly level: LogLevel
  /** Where lines go; standard output if absent. */
  readonly stream?: { write(line: string): void }
}

/** Logger options for the server. */
export function loggerOptions(options: LogOptions): Pick<FastifyServerOptions, 'logger' | 'logController'> {
  return {
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    logger: {
      base: null,
      level: options.level,
      serializers: { err: errorFacts, req: () => undefined, res: () => undefined } as never,
      ...(options.stream === undefined ? {} : { stream: options.stream }),
    },
  }
}

/** The hook that writes one line for each answer, and counts it. */
export function createAnswerHook(metrics: HttpMetrics) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> =>
    noteAnswer(metrics, request, reply)
}

/** Writes the line of one answer and counts it. */
export function noteAnswer(metrics: HttpMetrics, request: FastifyRequest, reply: FastifyReply): void {
  const template = request.is404 ? undefined : request.routeOptions.url
  // The router writes a colon that is no parameter as two.
  const route = template?.replace('::', ':') ?? 'unmatched'
  const ms = Math.round(reply.elapsedTime * 1000) / 1000
  metrics.record(request.method, route, reply.statusCode, reply.elapsedTime / 1000)
  request.log.info({ method: request.method, ms, route, status: reply.statusCode }, 'answered')
}

/** What may be said of an error in a log. */
export function errorFacts(error: unknown): { name: string; code?: string; at: readonly string[] } {
  if (!(error instanceof Error)) return { at: [], name: typeof error }
  const { code } = error as { code?: unknown }
  // The head of a stack repeats the message, over as many lines as it has.
  const stack = error.stack ?? ''
  const frames = stack.slice(stack.indexOf(error.message) + error.message.length)
  const at = frames
    .split('\n')
    .filter((line) => /^ {4}at \S/.test(line) && line.includes('.ts:'))
    .slice(0, 5)
  return {
    at: at.map((line) => line.trim()),
    name: error.constructor.name,
    ...(typeof code === 'string' ? { code } : {}),
  }
}
