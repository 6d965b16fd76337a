/**
 * One question of the report: picture, one sentence of meaning, the numbers behind it.
 */
import { figureText, type MessageKey, say, shareText } from '@umiar/messages'
import type { Locale } from '@umiar/vocabulary'
import { type Html, type HtmlValue, html } from '@umiar/web-pages'

/** Says things in the language of a half of the page. */
export interface Speaker {
  readonly locale: Locale
  say(key: MessageKey, values?: Readonly<Record<string, string | number>>): string
  /** `12.3%` */
  share(value: number): string
  /** `12%` */
  percent(value: number): string
  /** `1,234`; with digits `0.123` */
  number(value: number, digits?: number): string
}

/** @returns a speaker of a language */
export function speakerOf(locale: Locale): Speaker {
  return {
    locale,
    number: (value, digits = 0) => figureText(value, locale, digits),
    say: (key, values) => say(locale, key, values),
    percent: (value) => shareText(value, locale, 0),
    share: (value) => shareText(value, locale),
  }
}

export interface SectionParts {
  readonly title: string
  /** What the picture measures. */
  readonly axis?: string
  readonly picture: Html
  readonly meaning: string
  readonly table: Html
  /** How it was measured, below the table. */
  readonly note?: string
  /** Figures of invented people are called so. */
  readonly simulated?: string
}

/** A section of the page. */
export function section(speaker: Speaker, parts: SectionParts): Html {
  const { axis, meaning, note, picture, simulated, table, title } = parts
  return html`<section>
${simulated === undefined ? null : html`<p class="tag">${speaker.say('lab.simulated')}</p>`}
<h2>${title}</h2>
<figure>${axis === undefined ? null : html`<figcaption>${axis}</figcaption>`}${picture}</figure>
<p class="meaning"><strong>${speaker.say('lab.meaning')}.</strong> ${meaning}</p>
${simulated === undefined ? null : html`<p class="soft">${simulated}</p>`}
<details><summary>${speaker.say('lab.numbers')}</summary>
<div class="table" tabindex="0" role="region" aria-label="${title}">${table}</div>
${note === undefined ? null : html`<p class="soft">${note}</p>`}
</details>
</section>`
}

/** A section that says only why it is empty. */
export function emptySection(title: string, reason: string): Html {
  return html`<section><h2>${title}</h2><p class="soft">${reason}</p></section>`
}

/** A table: names of columns, then rows that begin with their name. */
export function table(columns: readonly string[], rows: readonly (readonly HtmlValue[])[]): Html {
  return html`<table><thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([name, ...cells]) =>
      html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table>`
}

/** A figure as people read it, with its exact value for machines. */
export function exact(value: number, text: string): Html {
  return html`<data value="${value}">${text}</data>`
}
