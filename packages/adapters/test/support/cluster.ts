/**
 * A throw-away PostgreSQL server for tests: its own cluster in a temporary directory, on a Unix socket only.
 *
 * PostgreSQL refuses to run as root; there, the commands run as the user `postgres` of the system's package.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { Client } from 'pg'

const DEBIAN_VERSIONS = '/usr/lib/postgresql'
const LEAST_VERSION = 15

const programs = findPrograms()
const owner = process.getuid?.() === 0 ? systemUser() : undefined
const reason =
  programs === undefined
    ? 'PostgreSQL 15 or newer is not installed; apt-get install postgresql'
    : process.getuid?.() === 0 && owner === undefined
      ? 'PostgreSQL does not run as root, and there is no user postgres'
      : undefined

/** Are there no programs to test with? Then the reason stands in the title. */
export const isPostgresMissing: boolean = reason !== undefined
/** For the title of what is skipped. */
export const whyMissing: string = reason === undefined ? '' : ` (skipped: ${reason})`

/** A running server. */
export class Cluster {
  readonly directory: string
  #databases = 0
  #settings: readonly string[]

  private constructor(directory: string, settings: readonly string[]) {
    this.directory = directory
    this.#settings = settings
  }

  /** Makes a cluster and starts its server. @param settings as in `postgresql.conf` */
  static create(...settings: string[]): Cluster {
    const directory = mkdtempSync(join(tmpdir(), 'umiar-pg-'))
    const cluster = new Cluster(directory, settings)
    cluster.own(directory)
    run(
      'initdb',
      '--no-sync',
      '--auth=trust',
      '--username=umiar',
      '--encoding=UTF8',
      '--locale=C',
      '-D',
      cluster.#data,
    )
    cluster.start()
    return cluster
  }

  get #data(): string {
    return join(this.directory, 'data')
  }

  /** Gives a directory to the user the server runs as. */
  own(directory: string): void {
    if (owner !== undefined) chownSync(directory, owner.uid, owner.gid)
    chmodSync(directory, 0o700)
  }

  start(): void {
    const settings = [
      'listen_addresses=',
      `unix_socket_directories=${this.directory}`,
      'max_wal_size=256MB',
      'shared_buffers=64MB',
      ...this.#settings,
    ]
    const options = settings.map((setting) => `-c ${setting}`).join(' ')
    run('pg_ctl', 'start', '--wait', '-D', this.#data, '-l', join(this.directory, 'log'), '-o', options)
  }

  /** `immediate` is what a crash of the machine leaves, but for what the operating system had cached. */
  stop(mode: 'fast' | 'immediate'): void {
    run('pg_ctl', 'stop', '--wait', '--mode', mode, '-D', this.#data)
  }

  /** Stops the server and removes its files. */
  remove(): void {
    if (existsSync(join(this.#data, 'postmaster.pid'))) this.stop('immediate')
    rmSync(this.directory, { force: true, recursive: true })
  }

  url(database = 'postgres'): string {
    return `postgres://umiar@${encodeURIComponent(this.directory)}/${database}`
  }

  /** A new, empty database. @returns its address */
  async createDatabase(options = ''): Promise<string> {
    const name = `shop_${++this.#databases}`
    await this.query('postgres', `CREATE DATABASE ${name} ${options}`)
    return this.url(name)
  }

  /** Runs a statement beside the store. @param database a name or an address */
  async query<Row>(database: string, text: string): Promise<Row[]> {
    const url = database.startsWith('postgres://') ? database : this.url(database)
    const client = new Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query(text)).rows as Row[]
    } finally {
      await client.end()
    }
  }
}

function run(program: 'initdb' | 'pg_ctl', ...args: string[]): void {
  const path = join(programs!, program)
  // The output of a server that goes on running must not be waited for, hence no pipes.
  const [command, ...rest] =
    owner === undefined
      ? [path, ...args]
      : ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', path, ...args]
  const done = spawnSync(command!, rest, { cwd: '/', stdio: 'ignore' })
  if (done.status !== 0) throw new Error(`${program} ${args[0]} ended with ${done.status ?? done.signal}`)
}

/** The folder of `initdb` and `pg_ctl`: in PATH, or where Debian's package puts it, the newest first. */
function findPrograms(): string | undefined {
  const versions = existsSync(DEBIAN_VERSIONS) ? readdirSync(DEBIAN_VERSIONS) : []
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions
      .filter((version) => Number(version) >= LEAST_VERSION)
      .sort((one, other) => Number(other) - Number(one))
      .map((version) => join(DEBIAN_VERSIONS, version, 'bin')),
  ]
  return folders.find((folder) => {
    try {
      for (const program of ['initdb', 'pg_ctl', 'postgres']) accessSync(join(folder, program))
      const version = /\d+/.exec(execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }))
      return Number(version?.[0]) >= LEAST_VERSION
    } catch {
      return false
    }
  })
}

function systemUser(): { uid: number; gid: number } | undefined {
  const idOf = (kind: '-u' | '-g'): number => {
    const done = spawnSync('id', [kind, 'postgres'], { encoding: 'utf8' })
    return done.status === 0 ? Number(done.stdout) : 0
  }
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  return uid > 0 && gid > 0 ? { gid, uid } : undefined
}
