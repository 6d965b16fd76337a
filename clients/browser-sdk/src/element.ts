/**
 * Builds elements. Texts become text nodes, so nothing an engine or a catalogue says is read as markup.
 */

/** An element with attributes and children; what is absent among either is left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const attribute in attributes) {
    const value = attributes[attribute]
    if (value !== undefined) made.setAttribute(attribute, value)
  }
  made.append(...children.map((child) => child ?? ''))
  return made
}
