import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { linkTo, openPageView, type PageView } from '../src/page-view.ts'

const ID = 'AAAAAAAAAAAAAAAAAAAAAA'

/** The view of one request, with an engine that knows `level`, or does not answer. */
async function viewOf(
  url: string,
  headers: Record<string, string> = {},
  level: number | Error = 0,
): Promise<PageView> {
  const app = Fastify()
  let view: PageView | undefined
  app.get('/*', async (request) => {
    view = await openPageView(request, {
      readConsent: async () => {
        if (level instanceof Error) throw level
        return { level }
      },
      secureCookies: false,
    })
    return ''
  })
  await app.inject({ headers, url })
  await app.close()
  return view as unknown as PageView
}

describe('a page view', () => {
  it('is level 0 for a stranger, the engine’s word for an id, and no level while it does not answer', async () => {
    const cookie = `umiar_id=${ID}`
    expect((await viewOf('/shop', {}, 3)).level).toBe(0)
    expect((await viewOf('/shop', { cookie }, 3)).level).toBe(3)
    expect((await viewOf('/shop', { cookie }, new Error('down'))).level).toBeUndefined()
  })

  it('carries language and tour along links, and nothing else of the address', async () => {
    const view = await viewOf('/shop?lang=en&tour=shop.2&done=saved')
    expect(view.carried).toEqual({ lang: 'en', tour: 'shop.2' })
    expect(linkTo(view, '/shop/cart')).toBe('/shop/cart?lang=en&tour=shop.2')
    expect(linkTo(view, '/privacy#held', { lang: 'pl' })).toBe('/privacy?lang=pl&tour=shop.2#held')
    expect((await viewOf('/shop?lang=xx')).carried).toEqual({})
  })

  it('sees Global Privacy Control and prefetching', async () => {
    expect((await viewOf('/shop', { 'sec-gpc': '1' })).gpc).toBe(true)
    expect((await viewOf('/shop', { 'sec-purpose': 'prefetch' })).seen).toBe(false)
  })
})
