/**
 * Names for what the engine calls by a code.
 */
import { CONSOLE_MESSAGES, type MessageKey } from '@umiar/messages'
import type { Localized } from '@umiar/vocabulary'
import { type PageView, sayTo } from '@umiar/web-pages'

/** How an answer was made, in words; a mode of a newer engine by its code. */
export function modeName(view: PageView, mode: string): string {
  const key = `console.mode_${mode}`
  return key in CONSOLE_MESSAGES ? sayTo(view, key as MessageKey) : mode
}

/** The shop's name for a shelf, or its id. */
export function slotName(view: PageView, names: Readonly<Record<string, Localized>>, slot: string): string {
  return Object.hasOwn(names, slot) ? (names[slot]?.[view.locale] ?? slot) : slot
}
