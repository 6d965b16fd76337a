/**
 * One `<umiar-shelf>`: shows an answer in the place of the shop's own cards, and gives them back.
 *
 * It never changes its height in sight: the list keeps the height it had, and an answer that would need
 * more is refused while the shelf's end is on the screen.
 */
import { addControls, type Tap } from './card-controls.ts'
import { element } from './element.ts'
import type { AskingShelf } from './page-question.ts'
import type { ShelfAnswer } from './public-types.ts'
import { measureRoom } from './room.ts'
import { dataSentence, type Say } from './texts.ts'

export interface Shelf extends AskingShelf {
  readonly host: HTMLElement
  /** What is shown now; absent while the shop's own cards stand here. */
  shown?: ShelfAnswer | undefined
  /** For whom it was asked. */
  visitor?: string | undefined
  /** Number of its newest question; absent before the first. */
  question?: number
  /** `rec_id` that was noted as seen. */
  seen?: string
  /** @returns false if there was no room, and everything stands as before */
  show(answer: ShelfAnswer, cards: readonly HTMLElement[], visitor: string | undefined): boolean
  /** Gives the place back to the shop's own cards. */
  restore(): void
  /** Says what became of an act, aloud too. */
  tell(text: string): void
}

/** @throws TypeError if the element holds no list */
export function openShelf(
  host: HTMLElement,
  say: Say,
  privacyUrl: string | undefined,
  onTap: (shelf: Shelf, card: HTMLElement, tap: Tap, button: HTMLElement) => unknown,
): Shelf {
  const list = host.querySelector<HTMLElement>('ul,ol') as HTMLElement
  const own = [...list.childNodes]
  const made = element('p', { class: 'umiar-note' })
  // Where the shop left room for the line on data, it is said there.
  const note = host.querySelector('[data-umiar-note]') ?? made
  const ownNote = [...note.childNodes]
  const status = element('span', { role: 'status' })
  const data = element('span', {})
  const link = privacyUrl ? element('a', { href: privacyUrl }, say('widget.levels')) : ''
  const showNote = (): void => {
    note.replaceChildren(status, ' ', data, ' ', link)
    if (note === made) host.append(made)
  }
  const hideNote = (): void => {
    note.replaceChildren(...ownNote)
    made.remove()
  }

  const shelf: Shelf = {
    host,
    ownCards: list.children.length,
    restore() {
      list.replaceChildren(...own)
      hideNote()
      host.removeAttribute('mode')
      host.removeAttribute('rec-id')
      shelf.shown = undefined
    },
    show(answer, cards, visitor) {
      const sentence = dataSentence(say, answer.mode, answer.data_used, answer.removed)
      cards.forEach((card, index) => {
        const reasons = answer.items[index]?.reasons.map(({ text }) => text) ?? []
        const tapped = (tap: Tap, button: HTMLElement): unknown => onTap(shelf, card, tap, button)
        addControls(card, say, [...reasons, sentence], visitor ? tapped : undefined)
      })
      const before = [...list.childNodes]
      const focused = [...list.children].findIndex((card) => card.contains(document.activeElement))
      const isTooTall = measureRoom(host)
      list.style.minHeight ||= getComputedStyle(list).height
      list.replaceChildren(...cards)
      data.textContent = sentence
      showNote()
      // Each card says which data were used, so the line below may go first.
      if (isTooTall()) hideNote()
      if (isTooTall()) {
        list.replaceChildren(...before)
        data.textContent = ''
        return false
      }
      focusWithin(cards[Math.min(focused, cards.length - 1)])
      shelf.shown = answer
      shelf.visitor = visitor
      host.setAttribute('mode', answer.mode)
      host.setAttribute('rec-id', answer.rec_id)
      return true
    },
    tell(text) {
      status.textContent = text
      showNote()
    },
  }
  addEventListener('resize', () => {
    list.style.minHeight = ''
  })
  return shelf
}

/** Whoever worked by keyboard in a card that left goes on in the one that stands there now. */
export function focusWithin(card: Element | null | undefined): void {
  card?.querySelector<HTMLElement>('summary,a')?.focus({ preventScroll: true })
}
