/**
 * The registered routes, to tell "wrong method" from "no such address" and to check what each declares.
 */
import type { RouteOptions } from 'fastify'

export interface RouteTable {
  /** Takes note of a route; called for each as it is registered. */
  add(route: RouteOptions & { readonly url: string }): void
  /** Methods offered at the address of a request, in order of registration. */
  methodsAt(url: string): readonly string[]
}

export function createRouteTable(): RouteTable {
  const patterns = new Map<string, { readonly pattern: RegExp; readonly methods: string[] }>()
  return {
    add: (route) => {
      if (route.url.startsWith('/v1/') && route.config?.callers === undefined) {
        throw new TypeError(`route ${route.url} must name its callers`)
      }
      const known = patterns.get(route.url) ?? { methods: [], pattern: patternOf(route.url) }
      known.methods.push(...[route.method].flat())
      patterns.set(route.url, known)
    },
    methodsAt: (url) => {
      const path = url.split('?', 1)[0] ?? ''
      const methods = [...patterns.values()]
        .filter(({ pattern }) => pattern.test(path))
        .flatMap((entry) => entry.methods)
      return [...new Set(methods)]
    },
  }
}

/** Of the router's syntax: `:name` is one segment, `::` a colon, `*` the rest. */
function patternOf(url: string): RegExp {
  const source = url
    .split(/(::|:\w+|\*)/)
    .map((part) => {
      if (part === '::') return ':'
      if (part === '*') return '.*'
      return part.startsWith(':') ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    })
    .join('')
  return new RegExp(`^${source}$`)
}
