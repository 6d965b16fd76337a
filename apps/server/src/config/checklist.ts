/**
 * What of the configuration stands, what is a default, and what is missing: for the overview of staff.
 *
 * Names keys and states, never values: the overview may be printed and passed on.
 */
import type { ServerConfig } from './config.ts'
import { CONFIGURATION_KEYS, type ConfigurationName } from './keys.ts'

export interface ChecklistEntry {
  /** What it is about; stable. */
  readonly code:
    | 'mode'
    | 'controller'
    | 'allowed_origins'
    | 'https'
    | 'privacy_url'
    | 'keys'
    | 'root_key'
    | 'database'
    | 'evidence_budget'
    | 'store_budget'
    | 'retention'
    | 'mail'
  /** Keys to set, in this order; empty where there is nothing to set. */
  readonly keys: readonly ConfigurationName[]
  /** `invented` and `missing` need an act before a real shop is served; `built_in` cannot be changed. */
  readonly state: 'set' | 'default' | 'invented' | 'missing' | 'built_in' | 'not_offered'
  /** Would production refuse to start without it? */
  readonly required_in_production: boolean
}

/** Every entry, those that need an act first. */
export function configurationChecklist(config: ServerConfig): readonly ChecklistEntry[] {
  const isDemo = config.mode === 'demo'
  const entry = (
    code: ChecklistEntry['code'],
    state: ChecklistEntry['state'],
    ...keys: readonly ConfigurationName[]
  ): ChecklistEntry => ({
    code,
    keys,
    required_in_production: keys.some(isRequired) || code === 'https',
    state,
  })
  const hasAllKeys = [config.publishableKey, config.secretKey, config.staffToken].every(
    (key) => key !== undefined,
  )
  const entries = [
    entry('mode', isDemo ? 'default' : 'set', 'UMIAR_MODE'),
    entry(
      'controller',
      config.controllerIsInvented ? 'invented' : 'set',
      'UMIAR_CONTROLLER_NAME',
      'UMIAR_CONTROLLER_ADDRESS',
      'UMIAR_CONTROLLER_CONTACT',
    ),
    entry('allowed_origins', config.allowedOrigins.length > 0 ? 'set' : 'missing', 'UMIAR_ALLOWED_ORIGINS'),
    entry('https', hasHttps(config) ? 'set' : 'missing', 'UMIAR_PUBLIC_URL', 'UMIAR_TRUSTED_PROXY'),
    entry('privacy_url', config.privacyUrlIsDefault ? 'default' : 'set', 'UMIAR_PRIVACY_URL'),
    entry(
      'keys',
      hasAllKeys ? 'set' : 'default',
      'UMIAR_PUBLISHABLE_KEY',
      'UMIAR_SECRET_KEY',
      'UMIAR_STAFF_TOKEN',
    ),
    entry('root_key', isRootKeyApart(config) ? 'set' : 'default', 'UMIAR_ROOT_KEY', 'UMIAR_ROOT_KEY_FILE'),
    entry('database', config.databaseUrl === undefined ? 'default' : 'set', 'UMIAR_DATABASE_URL'),
    entry('evidence_budget', config.evidenceMaxBytes > 0 ? 'set' : 'default', 'UMIAR_EVIDENCE_MAX_BYTES'),
    entry('store_budget', config.storeMaxBytes > 0 ? 'set' : 'default', 'UMIAR_STORE_MAX_BYTES'),
    entry('retention', 'built_in'),
    entry('mail', 'not_offered'),
  ]
  return [...entries].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
}

const ORDER: readonly ChecklistEntry['state'][] = [
  'missing',
  'invented',
  'default',
  'not_offered',
  'built_in',
  'set',
]

function isRequired(name: ConfigurationName): boolean {
  return CONFIGURATION_KEYS.some((key) => key.name === name && key.production === 'required')
}

function hasHttps({ publicUrl, trustedProxies }: ServerConfig): boolean {
  return publicUrl?.startsWith('https://') === true || trustedProxies.length > 0
}

/** A key that lies beside the store opens whoever's copy of it. Production refuses that. */
function isRootKeyApart({ dataDir, rootKey, rootKeyFile }: ServerConfig): boolean {
  return rootKey !== undefined || !rootKeyFile.startsWith(dataDir)
}
