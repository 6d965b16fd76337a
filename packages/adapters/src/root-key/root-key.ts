/**
 * Where the root key comes from: the environment, else a file only its owner may read.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { DomainError, type Random } from '@umiar/vocabulary'
import { systemRandom } from '../node-crypto/node-crypto.ts'

const ROOT_KEY_BYTES = 32

export interface RootKeySource {
  /** The value of `UMIAR_ROOT_KEY`: 64 hexadecimal digits, or base64 of 32 bytes. Wins over the file. */
  readonly env: string | undefined
  /** The key file, mode 0600, same forms. */
  readonly path: string
  /** Make the file with a fresh key when neither exists: demo mode and first start only. */
  readonly createIfMissing: boolean
  readonly random?: Random
}

/**
 * Loads the root key.
 *
 * @returns 32 bytes
 * @throws DomainError `root_key_missing`; `configuration_invalid` when it is malformed or its file may
 *         be read by others. Messages never quote the value.
 */
export function loadRootKey(source: RootKeySource): Uint8Array {
  if (source.env !== undefined && source.env.trim() !== '') return parseRootKey(source.env, 'UMIAR_ROOT_KEY')
  if (existsSync(source.path)) return readKeyFile(source.path)
  if (!source.createIfMissing) {
    throw new DomainError(
      'root_key_missing',
      'There is no root key. Set UMIAR_ROOT_KEY (64 hexadecimal digits), or restore the root key file from where it is kept.',
      { path: source.path },
    )
  }
  return createKeyFile(source.path, source.random ?? systemRandom)
}

function readKeyFile(path: string): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const mode = fstatSync(file).mode & 0o777
    if ((mode & 0o077) !== 0) {
      throw new DomainError(
        'configuration_invalid',
        `The root key file may be read by others (mode ${mode.toString(8)}). Run: chmod 600 ${path}`,
        { mode: mode.toString(8), path },
      )
    }
    return parseRootKey(readFileSync(file, 'utf8'), path)
  } finally {
    closeSync(file)
  }
}

function parseRootKey(value: string, where: string): Uint8Array {
  const text = value.trim()
  if (/^[0-9a-fA-F]{64}$/.test(text)) return new Uint8Array(Buffer.from(text, 'hex'))
  if (/^[A-Za-z0-9+/]{43}=?$/.test(text)) {
    const bytes = Buffer.from(text, 'base64')
    if (bytes.length === ROOT_KEY_BYTES) return new Uint8Array(bytes)
  }
  throw new DomainError(
    'configuration_invalid',
    `The root key in ${where} must be 64 hexadecimal digits or the base64 form of 32 bytes.`,
    { where },
  )
}

/** Written aside and linked into place: a crash leaves no half key, and an existing key is never replaced. */
function createKeyFile(path: string, random: Random): Uint8Array {
  const key = random.bytes(ROOT_KEY_BYTES)
  const aside = `${path}.${process.pid}.new`
  const file = openSync(aside, 'wx', 0o600)
  try {
    writeSync(file, `${Buffer.from(key).toString('hex')}\n`)
    fsyncSync(file)
    linkSync(aside, path)
    syncDirectory(dirname(path))
  } finally {
    closeSync(file)
    rmSync(aside, { force: true })
  }
  return key
}

function syncDirectory(path: string): void {
  const directory = openSync(path, 'r')
  try {
    fsyncSync(directory)
  } finally {
    closeSync(directory)
  }
}
