/**
 * HTML that is escaped unless it was made here.
 *
 * `html` is a template tag: what stands in the template is markup, what is put into it is text.
 * Only another `html` result goes in unescaped, so a title from a feed or a search term from the
 * address bar cannot become markup. There is no way to mark a string as trusted.
 */

/** A piece of finished markup. Only this file can make one. */
class Markup {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}
export type Html = Markup

/** What may stand in a template; `null`, `undefined` and `false` stand for nothing. */
export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[]

/**
 * Builds markup from a template; every value is escaped, arrays are joined without a separator.
 *
 * @throws TypeError if a value would stand in an attribute without quotation marks, in the middle of
 *         a tag, or inside `<script>` or `<style>`, where escaping would not help
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = strings[0] ?? ''
  for (let index = 0; index < values.length; index++) {
    refuseUnsafePlace(strings[index] ?? '')
    text += render(values[index]) + (strings[index + 1] ?? '')
  }
  return new Markup(text)
}

/** An attribute without value (`checked`, `disabled`) that is there or not. */
export function flag(name: 'checked' | 'disabled' | 'required' | 'open' | 'selected', on: boolean): Html {
  return new Markup(on ? ` ${name}` : '')
}

/** Marks the link of the page she is on, for eyes and screen readers. */
export function currentPage(isCurrent: boolean): Html {
  return new Markup(isCurrent ? ' aria-current="page"' : '')
}

/**
 * A block of data for a script to read: `<script type="application/json" data-…>`. Browsers run nothing
 * of it; every `<` is written as an escape, so no text can end the block.
 */
export function dataBlock(name: 'umiar-events', value: unknown): Html {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c')
  return new Markup(`<script type="application/json" data-${name}>${json}</script>`)
}

/** Escapes text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => ENTITIES[sign] ?? sign)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
  '`': '&#96;',
}

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Markup) return value.toString()
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return escapeHtml(value)
  return value.map(render).join('')
}

function refuseUnsafePlace(before: string): void {
  if (/=\s*$/.test(before)) throw new TypeError(`an attribute needs quotation marks: …${before.slice(-20)}`)
  if (/<(script|style)\b[^>]*>[^<]*$/i.test(before))
    throw new TypeError('no values inside <script> or <style>')
}
