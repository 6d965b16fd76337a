/**
 * One connection to PostgreSQL: statements in, plain rows out, and one word for each way of failing.
 *
 * Statements may be sent before earlier ones are answered (pipeline mode); PostgreSQL carries them out in
 * order. They are prepared once. Plans must not depend on the sizes tables had when they were prepared,
 * so plans that read whole tables are switched off where an index would do.
 */
import { DomainError } from '@umiar/vocabulary'
import { Client, types } from 'pg'

const CONNECT_TIMEOUT_MS = 10_000
/** A server that is silent for so long is taken for lost. */
const QUERY_TIMEOUT_MS = 300_000
const UUID = 2950
const BIGINT = 20

/** What may stand for a `$n`. */
export type Parameter = string | number | null

/** The connection is gone, or the server's answer leaves the outcome unknown. */
export class ConnectionLost extends Error {}

/** What a failed statement means to the store. */
export type Failure = 'full' | 'lost' | 'damaged' | 'refused'

/** Sorts an error of PostgreSQL or of the network. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ConnectionLost) return 'lost'
  const code = (error as { code?: unknown }).code
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) return 'lost'
  if (code === '53100') return 'full'
  if (code === 'XX001' || code === 'XX002') return 'damaged'
  // 08 connection, 57P admin shutdown, 58 system error, 25006 became a standby, 25P03 idle in transaction.
  if (/^(08|57P|58|25006|25P03)/.test(code)) return 'lost'
  return 'refused'
}

/** An open connection. */
export class Connection {
  readonly #client: Client
  readonly #names = new Map<string, string>()
  readonly #onLost: () => void
  #isLost = false

  private constructor(client: Client, onLost: () => void) {
    this.#client = client
    this.#onLost = onLost
    client.on('error', () => this.#lose())
    client.on('end', () => this.#lose())
  }

  /**
   * Connects.
   *
   * @param onLost called once when the connection ends, for whatever reason
   * @throws DomainError `store_unavailable`; the address and its password are not repeated
   */
  static async open(connectionString: string, onLost: () => void = () => undefined): Promise<Connection> {
    const client = new Client({
      application_name: 'umiar',
      connectionString,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      pipeline: true,
      query_timeout: QUERY_TIMEOUT_MS,
      types: { getTypeParser: typeParser as typeof types.getTypeParser },
    })
    const connection = new Connection(client, onLost)
    try {
      await client.connect()
      await connection.#configure()
    } catch (error) {
      connection.destroy()
      throw new DomainError(
        'store_unavailable',
        'PostgreSQL does not let us in. Check that it runs, and the address, user, password and database in UMIAR_DATABASE_URL.',
        { cause: codeOf(error) },
      )
    }
    return connection
  }

  /** Rows of a statement, prepared at its first use. */
  async rows<Row>(text: string, ...values: readonly Parameter[]): Promise<Row[]> {
    return (await this.#query(text, values)).rows as Row[]
  }

  /** @returns how many rows the statement changed */
  async run(text: string, ...values: readonly Parameter[]): Promise<number> {
    return (await this.#query(text, values)).rowCount ?? 0
  }

  /** Statements without parameters, separated by semicolons; not prepared. @returns the last command tag */
  async script(text: string): Promise<string> {
    const result = await this.#sent(() => this.#client.query(text))
    const last = Array.isArray(result) ? result.at(-1) : result
    return String(last?.command ?? '')
  }

  /** Ends in order: what was sent is answered first. */
  async end(): Promise<void> {
    if (!this.#isLost) await this.#client.end().catch(() => undefined)
  }

  /** Cuts the line, as a lost network would. */
  destroy(): void {
    const { stream } = (this.#client as unknown as { connection: { stream: { destroy(): void } } }).connection
    stream.destroy()
    this.#lose()
  }

  #lose(): void {
    if (this.#isLost) return
    this.#isLost = true
    this.#onLost()
  }

  #query(text: string, values: readonly Parameter[]) {
    let name = this.#names.get(text)
    if (name === undefined) {
      name = `u${this.#names.size}`
      this.#names.set(text, name)
    }
    const config = { name, text, values: [...values] }
    return this.#sent(() => this.#client.query(config))
  }

  async #sent<Result>(send: () => Promise<Result>): Promise<Result> {
    if (this.#isLost) throw new ConnectionLost('the connection to PostgreSQL is gone')
    return await send()
  }

  async #configure(): Promise<void> {
    // The other settings all wait for the disk of this server; `off` would acknowledge what a power cut takes back.
    await this.script(`
      SELECT set_config('synchronous_commit', 'on', false)
        WHERE current_setting('synchronous_commit') = 'off';
      SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_seqscan = off;
      SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET lock_timeout = '10s';
      SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3;
      SET client_min_messages = error; SET default_transaction_isolation = 'read committed';
      SET bytea_output = hex`)
  }
}

/** SQLSTATE or errno of an error, for facts: never its message, which may repeat values. */
export function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code ?? 'unknown')
}

function typeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === UUID) return (text) => text.replaceAll('-', '')
  if (oid === BIGINT) return Number
  return types.getTypeParser(oid, format as 'text')
}
