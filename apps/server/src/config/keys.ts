/**
 * The one list of configuration keys: what the environment may say, and what each key does.
 *
 * `docs/reference/configuration.md` is generated from it; a key that is not here stops the start.
 */

/** How the text of a key is read. */
export type ConfigurationType =
  | 'text'
  | 'secret'
  | 'path'
  | 'port'
  | 'count'
  | 'currency'
  | 'origins'
  | 'addresses'
  | 'url'
  | 'demo | production'
  | 'on | off'
  | 'fatal | error | warn | info | debug | silent'

export interface ConfigurationKey {
  readonly name: `UMIAR_${string}`
  readonly type: ConfigurationType
  /** As shown in the reference; `undefined` if there is none. */
  readonly otherwise?: string
  /** Must it be set in production? */
  readonly production: 'optional' | 'required' | 'refused'
  readonly what: string
}

export const CONFIGURATION_KEYS = [
  {
    name: 'UMIAR_MODE',
    type: 'demo | production',
    otherwise: 'demo',
    production: 'required',
    what: '`demo` serves invented people on this machine only. `production` serves a real shop and starts only when everything it needs is set.',
  },
  {
    name: 'UMIAR_HOST',
    type: 'text',
    otherwise: '127.0.0.1',
    production: 'optional',
    what: 'Address to listen on. Demo mode accepts loopback addresses only.',
  },
  {
    name: 'UMIAR_PORT',
    type: 'port',
    otherwise: '8080',
    production: 'optional',
    what: 'TCP port to listen on; 0 takes any free one.',
  },
  {
    name: 'UMIAR_DATA_DIR',
    type: 'path',
    otherwise: './.umiar',
    production: 'optional',
    what: 'Directory of the store. One process owns it at a time.',
  },
  {
    name: 'UMIAR_DATABASE_URL',
    type: 'secret',
    otherwise: 'the embedded store',
    production: 'optional',
    what: 'Address of a PostgreSQL database (15 or newer) that holds the store instead: `postgres://user:password@host:5432/database`, across a network with `?sslmode=verify-full`. Keys stay in `UMIAR_DATA_DIR`. `npx umiar migrate-store` moves an embedded store there.',
  },
  {
    name: 'UMIAR_ROOT_KEY',
    type: 'secret',
    production: 'optional',
    what: 'Root key: 64 hexadecimal digits, or base64 of 32 bytes. Wins over `UMIAR_ROOT_KEY_FILE`. Production needs one of the two.',
  },
  {
    name: 'UMIAR_ROOT_KEY_FILE',
    type: 'path',
    otherwise: '`root.key` in the data directory (demo)',
    production: 'optional',
    what: 'File with the root key, mode 0600. In production it must lie outside the data directory, so that a copied store opens nothing.',
  },
  {
    name: 'UMIAR_PUBLISHABLE_KEY',
    type: 'secret',
    otherwise: 'generated (demo)',
    production: 'required',
    what: 'Key for browsers, `pub_` and 32 or more characters (demo: 4 or more). Bound to the allowed origins.',
  },
  {
    name: 'UMIAR_SECRET_KEY',
    type: 'secret',
    otherwise: 'generated (demo)',
    production: 'required',
    what: 'Key for the shop’s server, `sec_` and 32 or more characters (demo: 4 or more).',
  },
  {
    name: 'UMIAR_STAFF_TOKEN',
    type: 'secret',
    otherwise: 'generated (demo)',
    production: 'required',
    what: 'Token of the staff: operations and erasure. 32 or more characters (demo: 8 or more). The command line reads it too.',
  },
  {
    name: 'UMIAR_URL',
    type: 'url',
    production: 'optional',
    what: 'Where the command line finds a running server. The server itself does not read it.',
  },
  {
    name: 'UMIAR_CURRENCY',
    type: 'currency',
    otherwise: 'PLN',
    production: 'optional',
    what: 'The shop’s one base currency, ISO 4217.',
  },
  {
    name: 'UMIAR_ALLOWED_ORIGINS',
    type: 'origins',
    otherwise: 'its own (demo)',
    production: 'required',
    what: 'Origins the publishable key and shopper tokens are accepted from, separated by commas, e.g. `https://shop.example`. No wildcards.',
  },
  {
    name: 'UMIAR_CONTROLLER_NAME',
    type: 'text',
    otherwise: 'an invented shop (demo)',
    production: 'required',
    what: 'Name of the controller, GDPR Art. 13(1)(a).',
  },
  {
    name: 'UMIAR_CONTROLLER_ADDRESS',
    type: 'text',
    otherwise: 'an invented address (demo)',
    production: 'required',
    what: 'Postal address of the controller.',
  },
  {
    name: 'UMIAR_CONTROLLER_CONTACT',
    type: 'text',
    otherwise: 'an invented contact (demo)',
    production: 'required',
    what: 'How people reach the controller or its data protection officer.',
  },
  {
    name: 'UMIAR_PUBLIC_URL',
    type: 'url',
    production: 'optional',
    what: 'The `https://` address people reach the server under. Production needs it or `UMIAR_TRUSTED_PROXY`.',
  },
  {
    name: 'UMIAR_PRIVACY_URL',
    type: 'url',
    otherwise: '`/privacy` (demo); `/privacy` on the first allowed origin (production)',
    production: 'optional',
    what: 'The shop’s page where people see and change what is used. Every answer links it.',
  },
  {
    name: 'UMIAR_TRUSTED_PROXY',
    type: 'addresses',
    production: 'optional',
    what: 'Addresses or networks of the proxies that end TLS, separated by commas, e.g. `10.0.0.0/8`. Only their `X-Forwarded-*` headers are believed.',
  },
  {
    name: 'UMIAR_RATE_LIMIT_PER_MINUTE',
    type: 'count',
    otherwise: '600',
    production: 'optional',
    what: 'Requests a minute for one publishable key or shopper token from one address. 0 switches the limit off.',
  },
  {
    name: 'UMIAR_SECRET_RATE_LIMIT_PER_MINUTE',
    type: 'count',
    otherwise: '0',
    production: 'optional',
    what: 'Requests a minute for one secret key from one address, in production. 0, and demo mode, mean no limit.',
  },
  {
    name: 'UMIAR_STORE_MAX_BYTES',
    type: 'count',
    otherwise: '0',
    production: 'optional',
    what: 'Size of the store at which intake answers `store_full`. 0 leaves it to the disk. Serving, withdrawal and erasure go on.',
  },
  {
    name: 'UMIAR_DEMO_SEED',
    type: 'on | off',
    otherwise: 'on',
    production: 'refused',
    what: 'Whether an empty demo installation is filled with the invented shop. `off` starts it empty.',
  },
  {
    name: 'UMIAR_EVIDENCE_MAX_BYTES',
    type: 'count',
    otherwise: '0',
    production: 'optional',
    what: 'Bytes of evidence to keep. Beyond it the oldest days go before their 30 days, checked hourly; today’s always stay. 0 sets no budget.',
  },
  {
    name: 'UMIAR_LOG_LEVEL',
    type: 'fatal | error | warn | info | debug | silent',
    otherwise: 'info (demo: warn)',
    production: 'optional',
    what: 'Least level of what is logged. No level logs personal data.',
  },
] as const satisfies readonly ConfigurationKey[]

/** Name of a configuration key. */
export type ConfigurationName = (typeof CONFIGURATION_KEYS)[number]['name']
