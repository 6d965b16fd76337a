/**
 * The end of a server's connections: answers in flight are sent, then nobody is waited for.
 *
 * `close()` alone waits for clients that have connected and say nothing, and for those that keep a
 * connection after their last answer; a stop would then take as long as the most patient of them.
 */
import type { FastifyInstance } from 'fastify'

const LOOK_EVERY_MS = 25
/** Nothing in flight for this long: what is still open is silence. */
const QUIET_MS = 150

/** Counts requests in flight; once the server closes and has been quiet for a moment, cuts the rest. */
export function leaveQuietly(server: FastifyInstance): void {
  let inFlight = 0
  let lastBusyAt = 0
  const ended = (): void => {
    inFlight--
    lastBusyAt = performance.now()
  }
  server.addHook('onRequest', (_request, reply, done) => {
    inFlight++
    reply.raw.once('close', ended)
    done()
  })
  server.addHook('preClose', (done) => {
    lastBusyAt = performance.now()
    const timer = setInterval(() => {
      if (inFlight > 0 || performance.now() - lastBusyAt < QUIET_MS) return
      server.server.closeAllConnections()
    }, LOOK_EVERY_MS)
    // A server that never listened has no close event; its timer may not hold the process.
    timer.unref()
    server.server.once('close', () => clearInterval(timer))
    done()
  })
}
