/**
 * A small button that acts on one product or purpose: its word for everybody, what it acts on for whoever
 * hears it among many alike.
 */
import { type Html, html } from '@umiar/web-pages'

export interface ActButton {
  readonly id: string
  /** What the form is told. */
  readonly name: string
  readonly value: string
  readonly label: string
  /** The product or purpose, by its name. */
  readonly about: string
  /** A drawing before the word. */
  readonly sign?: string
}

/** A submit button. The visible word begins its spoken name, so that it can be asked for aloud. */
export function actButton({ about, id, label, name, sign, value }: ActButton): Html {
  return html`<button class="quiet" type="submit" name="${name}" value="${value}" id="${id}">${sign !== undefined && html`<span aria-hidden="true">${sign}</span> `}${label}<span class="visually-hidden">: ${about}</span></button>`
}
