import type { AliasHash } from '@umiar/vocabulary'
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createShopperTokens, TOKEN_LIFE_MS } from '../src/index.ts'
import { testClock, testRandom } from './support/test-server.ts'

const KEY = new Uint8Array(32).fill(1)
const OLA = '0123456789abcdef0123456789abcdef' as AliasHash

function world(issuer = 'umiar:shop') {
  const clock = testClock()
  return { clock, tokens: createShopperTokens({ clock, issuer, key: KEY, random: testRandom() }) }
}

describe('shopper token', () => {
  it('names the person by keyed hash, the installation and its times, and nothing else', async () => {
    const { tokens } = world()
    const { token } = await tokens.issue(OLA)
    const claims = decodeJwt(token)
    expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'sub'])
    expect(claims.sub).toBe(OLA)
  })

  it('lives at most 15 minutes, and its clock may be off by one', async () => {
    const { clock, tokens } = world()
    const { expiresAtMs, token } = await tokens.issue(OLA)
    expect(expiresAtMs - clock.nowMs()).toBeLessThanOrEqual(TOKEN_LIFE_MS)
    clock.advance(TOKEN_LIFE_MS + 59_000)
    await expect(tokens.verify(token)).resolves.toMatchObject({ alias: OLA })
    clock.advance(2_000)
    await expect(tokens.verify(token)).rejects.toMatchObject({ code: 'token_expired' })
  })

  it('tells the fraction of the second it was issued in', async () => {
    const { clock, tokens } = world()
    clock.advance(123)
    const issuedAtMs = clock.nowMs()
    const { token } = await tokens.issue(OLA)
    expect(await tokens.verify(token)).toEqual({ alias: OLA, issuedAtMs })
  })

  it('differs for the same person at the same moment', async () => {
    const { tokens } = world()
    expect((await tokens.issue(OLA)).token).not.toBe((await tokens.issue(OLA)).token)
  })

  it('is refused when changed, unsigned, of another shop, from the future or made to last', async () => {
    const { clock, tokens } = world()
    const { token } = await tokens.issue(OLA)
    const nowSeconds = clock.nowMs() / 1000
    const claims = {
      aud: 'umiar:shopper',
      exp: nowSeconds + 60,
      iat: nowSeconds,
      iss: 'umiar:shop',
      jti: '1',
      sub: OLA as string,
    }
    const signed = (changed: object): Promise<string> =>
      new SignJWT({ ...claims, ...changed }).setProtectedHeader({ alg: 'HS256' }).sign(KEY)
    await expect(tokens.verify(await signed({}))).resolves.toMatchObject({ alias: OLA })
    const [header, , signature] = token.split('.')
    const forged = [
      `${header}.${Buffer.from(JSON.stringify({ ...claims, sub: 'f'.repeat(32) })).toString('base64url')}.${signature}`,
      new UnsecuredJWT(claims).encode(),
      (await world('umiar:other').tokens.issue(OLA)).token,
      await signed({ iat: nowSeconds + 61 }),
      await signed({ exp: nowSeconds + 16 * 60 }),
      await signed({ sub: 'ola@shop.example' }),
      await signed({ aud: 'elsewhere' }),
      await signed({ jti: undefined }),
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS512' }).sign(new Uint8Array(64).fill(1)),
      'a.b.c',
      '',
    ]
    for (const [index, bad] of forged.entries()) {
      await expect(tokens.verify(bad), `forgery ${index}`).rejects.toMatchObject({ code: 'token_invalid' })
    }
  })

  it('is not made with a key that is too short', () => {
    const options = { clock: testClock(), issuer: 'i', key: new Uint8Array(31), random: testRandom() }
    expect(() => createShopperTokens(options)).toThrow(RangeError)
  })
})
