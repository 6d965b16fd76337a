/**
 * The shop's server as a benchmark plays it: plain HTTP over kept connections, with the secret key.
 */
import { Agent, request } from 'node:http'
import { ProgressBar } from '../evaluate/progress-bar.ts'

const SAY_EVERY_MS = 5000

/** How the server answered. */
export interface Answer {
  readonly status: number
  readonly text: string
}

/** One server and one key. */
export class ShopClient {
  readonly #agent: Agent
  readonly #url: URL
  readonly #key: string

  /** @param connections most at the same time */
  constructor(url: string, key: string, connections = Number.POSITIVE_INFINITY) {
    this.#agent = new Agent({ keepAlive: true, maxFreeSockets: 256, maxSockets: connections })
    this.#url = new URL(url)
    this.#key = key
  }

  /** @throws Error if the connection breaks */
  send(method: string, path: string, body?: unknown): Promise<Answer> {
    const payload = body === undefined ? undefined : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          agent: this.#agent,
          headers: {
            authorization: `Bearer ${this.#key}`,
            ...(payload === undefined
              ? {}
              : { 'content-length': Buffer.byteLength(payload), 'content-type': 'application/json' }),
          },
          host: this.#url.hostname,
          method,
          path,
          port: this.#url.port,
        },
        (incoming) => {
          const chunks: Buffer[] = []
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
          incoming.on('error', reject)
          incoming.on('end', () =>
            resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
          )
        },
      )
      outgoing.on('error', reject)
      outgoing.end(payload)
    })
  }

  /** Sends and expects success. @throws Error with what the server said */
  async ask<Reply>(method: string, path: string, body?: unknown): Promise<Reply> {
    const { status, text } = await this.send(method, path, body)
    if (status < 200 || status > 299)
      throw new Error(`${method} ${path} answered ${status}: ${text.slice(0, 500)}`)
    return (text === '' ? undefined : JSON.parse(text)) as Reply
  }

  close(): void {
    this.#agent.destroy()
  }
}

/**
 * Runs the work for 0 … count - 1, a few at a time, and says how far it is.
 *
 * @param doing named in the progress lines on stderr
 */
export async function inParallel(
  count: number,
  width: number,
  work: (index: number) => Promise<void>,
  doing: string,
): Promise<void> {
  const bar = new ProgressBar()
  let next = 0
  let saidAt = performance.now()
  const worker = async () => {
    while (next < count) {
      const index = next++
      await work(index)
      bar.show(doing, next / count)
      // The bar is for people who watch; a log gets a line now and then.
      if (process.stderr.isTTY || performance.now() - saidAt < SAY_EVERY_MS) continue
      saidAt = performance.now()
      console.error(`  ${doing}: ${next.toLocaleString('en')} of ${count.toLocaleString('en')}`)
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(width, count) }, worker))
  } finally {
    bar.clear()
  }
}
