import { describe, expect, it } from 'vitest'
import { cartCookie, readCookies, removeCookie, setCookie } from '../src/cookies.ts'
import { ownPath, readForm } from '../src/form.ts'
import { preferredLocale } from '../src/page-view.ts'
import { comesFromOwnPage } from '../src/request-origin.ts'

const ID = 'AAAAAAAAAAAAAAAAAAAAAA'

describe('cookies', () => {
  it('are out of reach of foreign forms, the cart of scripts too, and Secure on HTTPS', () => {
    expect(setCookie('umiar_id', ID, false)).toBe(`umiar_id=${ID}; Max-Age=15811200; Path=/; SameSite=Lax`)
    expect(setCookie('umiar_visit', ID, true)).toBe(`umiar_visit=${ID}; Path=/; SameSite=Lax; Secure`)
    expect(cartCookie(['cup'], false)).toContain('HttpOnly')
    expect(removeCookie('umiar_id', false)).toContain('Max-Age=0')
  })

  it('bring the cart back as it was put in, whatever the ids hold', () => {
    const cart = ['gaiwan', 'a;b=c|d', 'łyżka "x"', 'gaiwan']
    const header = cartCookie(cart, false).split('; ')[0]
    expect(readCookies(header).cart).toEqual(cart)
    expect(cartCookie([], false)).toContain('Max-Age=0')
  })

  it('of a wrong form count as absent', () => {
    expect(readCookies(`umiar_id=${ID}`).anonymousId).toBe(ID)
    expect(readCookies('umiar_id=short; umiar_visit="><script>').anonymousId).toBeUndefined()
    expect(readCookies('cart=%E0%A4%A|gaiwan').cart).toEqual(['gaiwan'])
    expect(readCookies(undefined)).toEqual({
      anonymousId: undefined,
      cart: [],
      refused: false,
      sessionId: undefined,
    })
  })
})

describe('a form', () => {
  it('counts as ours by what the browser says of its origin', () => {
    const own = (headers: Record<string, string>): boolean =>
      comesFromOwnPage(headers, 'shop.pl:8080', ['https://shop.pl'])
    expect(own({ 'sec-fetch-site': 'same-origin' })).toBe(true)
    expect(own({ origin: 'http://shop.pl:8080' })).toBe(true)
    expect(own({ origin: 'https://shop.pl' })).toBe(true)
    expect(own({})).toBe(true)
    expect(own({ 'sec-fetch-site': 'cross-site' })).toBe(false)
    expect(own({ 'sec-fetch-site': 'same-site', origin: 'http://shop.pl:8080' })).toBe(false)
    expect(own({ origin: 'https://evil.example' })).toBe(false)
    expect(own({ origin: 'null' })).toBe(false)
  })

  it('leads back to our own pages only', () => {
    for (const path of [
      '/shop',
      '/shop/product/a%20b',
      '/shop?tour=customer.1&lang=en',
      '/privacy#held',
      '/privacy?x=1#held',
      '/docs/pl/dla-iod',
    ])
      expect(ownPath(path, '/x')).toBe(path)
    for (const path of [
      '//evil.example',
      '/shop//evil',
      'https://evil.example',
      'javascript:alert(1)',
      '/shop\r\nx: y',
      '/v1/me',
      '/shop?x"><script>',
      '/shop/../v1/me',
      '/shop#"x',
    ]) {
      expect(ownPath(path, '/x'), path).toBe('/x')
    }
  })

  it('is read as text, also where somebody sends other things', () => {
    const form = readForm({ a: ['1', '2'], b: { c: 1 }, d: 'x'.repeat(1000) })
    expect(form.all('a')).toEqual(['1', '2'])
    expect(form.one('b')).toBe('')
    expect(form.one('d')).toHaveLength(200)
    expect(readForm(undefined).one('a')).toBe('')
  })
})

describe('the language', () => {
  it('is the better liked of Polish and English, and Polish for everybody else', () => {
    expect(preferredLocale(undefined)).toBe('pl')
    expect(preferredLocale('en-GB,en;q=0.9,pl;q=0.8')).toBe('en')
    expect(preferredLocale('de-DE,pl;q=0.5,en;q=0.7')).toBe('en')
    expect(preferredLocale('de')).toBe('pl')
    expect(preferredLocale('en;q=0, pl;q=0.1')).toBe('pl')
  })
})
