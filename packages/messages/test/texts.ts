/**
 * Finds every text in two languages that a package exports, however deep it stands.
 */

export interface FoundText {
  /** Where it stands, e.g. `MESSAGES.cart.title`. */
  readonly at: string
  readonly en: string
  readonly pl: string
}

/** Texts below a value: objects with `en` and `pl`; plural forms are taken one by one. */
export function textsIn(at: string, value: unknown, seen = new Set<unknown>()): readonly FoundText[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  const { en, pl } = value as { en?: unknown; pl?: unknown }
  if (typeof en === 'string' || typeof pl === 'string')
    return [{ at, en: String(en ?? ''), pl: String(pl ?? '') }]
  if (Array.isArray(en) && Array.isArray(pl))
    return pl.map((form, n) => ({ at: `${at}[${n}]`, en: en[Math.min(n, en.length - 1)] ?? '', pl: form }))
  return Object.entries(value).flatMap(([name, inner]) => textsIn(`${at}.${name}`, inner, seen))
}

/** What is wrong with a text, in a word each. */
export function faultsOf({ en, pl }: FoundText): readonly string[] {
  const faults: string[] = []
  if (en.trim() === '') faults.push('no English')
  if (pl.trim() === '') faults.push('no Polish')
  if (en !== en.trim() || pl !== pl.trim()) faults.push('space at an end')
  if (gaps(en) !== gaps(pl)) faults.push('other {gaps}')
  // „…” in Polish, “…” and ’ in English, … and – in both.
  if (/["'“`]|\.\.\.| - |--/.test(pl)) faults.push('Polish typography')
  if (/["'„`]|\.\.\.| - |--/.test(en)) faults.push('English typography')
  return faults
}

function gaps(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join()
}
