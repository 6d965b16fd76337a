/**
 * Shopper tokens: a shop's server vouches for one visitor, for a quarter of an hour.
 *
 * A JWT (RFC 7519) signed with HS256 by this installation. It names the visitor by keyed hash and
 * never says what she consented to: consent is read where it is kept, at the moment of use. `iat` has
 * fractions of a second, so that a revocation tells tokens of the same second apart.
 */
import { type AliasHash, aliasHash, type Clock, DomainError, type Random } from '@umiar/vocabulary'
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'

/** Longest life of a token. */
export const TOKEN_LIFE_MS = 15 * 60_000
/** Clocks may differ by this much. */
export const TOKEN_SKEW_MS = 60_000
const AUDIENCE = 'umiar:shopper'

export interface ShopperTokens {
  /** Vouches for the visitor behind an alias; stores nothing. */
  issue(alias: AliasHash): Promise<{ readonly token: string; readonly expiresAtMs: number }>
  /** @throws DomainError `token_invalid`, `token_expired`; revocation is the application's to check */
  verify(token: string): Promise<{ readonly alias: AliasHash; readonly issuedAtMs: number }>
}

export interface ShopperTokenOptions {
  /** Signing key, 32 bytes or more, of this purpose only. */
  readonly key: Uint8Array
  /** Names the installation, e.g. `umiar:<shop id>`: a token of another shop is not accepted. */
  readonly issuer: string
  readonly clock: Clock
  readonly random: Random
}

/** @throws RangeError if the key is shorter than 32 bytes (RFC 7518 §3.2) */
export function createShopperTokens(options: ShopperTokenOptions): ShopperTokens {
  const { clock, issuer, key, random } = options
  if (key.length < 32) throw new RangeError(`key has ${key.length} bytes, expected 32 or more`)
  return {
    issue: async (alias) => {
      const nowMs = clock.nowMs()
      const expiresAtMs = Math.floor((nowMs + TOKEN_LIFE_MS) / 1000) * 1000
      const claims: JWTPayload = {
        aud: AUDIENCE,
        exp: expiresAtMs / 1000,
        iat: nowMs / 1000,
        iss: issuer,
        jti: Buffer.from(random.bytes(16)).toString('hex'),
        sub: alias,
      }
      const token = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(key)
      return { expiresAtMs, token }
    },
    verify: async (token) => {
      const nowMs = clock.nowMs()
      const payload = await checked(token, key, {
        algorithms: ['HS256'],
        audience: AUDIENCE,
        clockTolerance: TOKEN_SKEW_MS / 1000,
        currentDate: new Date(nowMs),
        issuer,
        requiredClaims: ['sub', 'jti', 'iat', 'exp'],
      })
      return readClaims(payload, nowMs)
    },
  }
}

async function checked(
  token: string,
  key: Uint8Array,
  rules: Parameters<typeof jwtVerify>[2],
): Promise<JWTPayload> {
  try {
    return (await jwtVerify(token, key, rules)).payload
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      throw new DomainError(
        'token_expired',
        'The shopper token has expired. Ask the shop’s server for a new one.',
      )
    }
    throw invalid()
  }
}

function readClaims(payload: JWTPayload, nowMs: number): { alias: AliasHash; issuedAtMs: number } {
  const { exp, iat, sub } = payload
  if (typeof iat !== 'number' || typeof exp !== 'number') throw invalid()
  // Microseconds survive the way through a double; below them is noise of the division.
  const issuedAtMs = Math.round(iat * 1e6) / 1e3
  const isTooLong = exp * 1000 - issuedAtMs > TOKEN_LIFE_MS
  if (issuedAtMs > nowMs + TOKEN_SKEW_MS || isTooLong || !/^[0-9a-f]{32}$/.test(sub ?? '')) throw invalid()
  return { alias: aliasHash(sub as string), issuedAtMs }
}

function invalid(): DomainError {
  return new DomainError('token_invalid', 'The shopper token is not one this server signed.')
}
