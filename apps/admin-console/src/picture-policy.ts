/**
 * Product pictures may come from the shop's own servers: the page names exactly those.
 */
import { CONTENT_SECURITY_POLICY } from '@umiar/web-pages'
import type { Overview } from './engine.ts'

/** Where a picture is, as this page has to ask for it; `undefined` for what is no usable address. */
export function pictureAddress(url: string | null, shopAddress: string | undefined): string | undefined {
  if (url === null) return undefined
  if (shopAddress === undefined && /^\/(?!\/)/.test(url)) return url
  if (!URL.canParse(url, shopAddress)) return undefined
  const { href, protocol } = new URL(url, shopAddress)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}

/** The policy of the page, with the origins its pictures come from. */
export function imagePolicy({ shelves }: Overview, shopAddress: string | undefined): string {
  const origins = new Set<string>()
  for (const { image_url: url } of shelves.flatMap((shelf) => shelf.items)) {
    const address = pictureAddress(url, shopAddress)
    if (address !== undefined && !address.startsWith('/')) origins.add(new URL(address).origin)
  }
  return CONTENT_SECURITY_POLICY.replace("img-src 'self'", ["img-src 'self'", ...origins].join(' '))
}
