/**
 * What the shop says on the script's tag.
 *
 * A module has no `document.currentScript`, so its tag is found by its attributes.
 */

export interface Settings {
  /** Publishable key. Without one nothing is ever sent. */
  readonly key?: string | undefined
  /** Address of the engine, without a slash at its end. */
  readonly engine: string
  /** Where the shop's server answers shopper tokens. */
  readonly tokenUrl?: string | undefined
  /** Where the shop renders cards. */
  readonly cardsUrl?: string | undefined
  readonly privacyUrl?: string | undefined
  /** BCP 47. */
  readonly locale: string
}

/** The part of a `<script>` element that is read. */
export interface ScriptTag {
  /** Absolute. */
  readonly src: string
  readonly dataset: { readonly [name: string]: string | undefined }
}

/**
 * Reads the tag. Addresses stay as they were written: one that leads nowhere fails when it is called.
 *
 * @param language of the document
 */
export function readSettings({ dataset, src }: ScriptTag, language: string): Settings {
  const engine = dataset.engine || new URL(src).origin
  return { ...dataset, engine: engine.replace(/\/$/, ''), locale: dataset.locale || language || 'pl' }
}
