/**
 * All shelves of a page: one question for all of them, asked when the first is about to be seen.
 *
 * From then on everything together has 300 ms. What is not there by then is ignored, and the shop's own
 * shelf stays; so it does whenever anything else fails.
 *
 * One long function instead of a class, as elsewhere in this package: names inside a function become one
 * letter in the built script, fields of a class do not.
 */
import { withinBudget } from './budget.ts'
import { type CallFault, type Calls, codeOf, type Reply } from './calls.ts'
import type { Tap } from './card-controls.ts'
import type { Device } from './device.ts'
import type { EventQueue } from './event-queue.ts'
import { guard } from './guard.ts'
import { watchViews } from './impressions.ts'
import { questionOf, slotOf } from './page-question.ts'
import type { ShelfAnswer, ShelfFailure, Umiar } from './public-types.ts'
import type { Settings } from './settings.ts'
import { focusWithin, openShelf, type Shelf } from './shelf.ts'
import type { Say } from './texts.ts'

export interface Shelves {
  add(host: HTMLElement): void
  remove(host: HTMLElement): void
  /** Asks again for all that were asked for. */
  refresh(): Promise<unknown>
  /** Gives all places back to the shop's own cards. */
  restore(): void
  /** Takes back what was chosen for somebody who may not be named any more: she withdrew elsewhere. */
  follow(): Promise<unknown>
}

/** A shelf is filled shortly before it comes into view. */
const BEFORE_VIEW = '200px'

export function createShelves(
  settings: Settings,
  calls: Calls,
  device: Device,
  say: Say,
  track: EventQueue['track'],
  feedback: Umiar['feedback'],
): Shelves {
  const shelves = new Map<Element, Shelf>()
  const hidden = new Set<string>()
  const cardOf = new Map<string, HTMLElement>()
  const all = (): Shelf[] => [...shelves.values()]
  let questions = 0

  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      near.disconnect()
      ask(all().filter((shelf) => !shelf.question))
    },
    { rootMargin: BEFORE_VIEW },
  )
  const views = watchViews(
    guard((host) => {
      const shelf = shelves.get(host)
      if (!shelf?.shown || shelf.seen === shelf.shown.rec_id) return
      const { items, rec_id, slot } = shelf.shown
      shelf.seen = rec_id
      track('rec_impression', { items: items.map(({ item_id }) => ({ item_id })), rec_id, slot })
    }),
  )

  const ask = guard(async (asked: readonly Shelf[]): Promise<void> => {
    if (!asked[0]) return
    const question = ++questions
    for (const shelf of asked) shelf.question = question
    const visitor = device.visitor()
    const id = visitor?.anonymous_id
    let reply: Reply
    let failure: string | undefined
    try {
      const body = { ...questionOf(asked, settings.locale, hidden), visitor }
      reply = await withinBudget(async (signal) => {
        const answer = await calls.engine('POST', '/v1/recommendations', body, signal)
        await fetchCards(answer, signal)
        return answer
      })
    } catch (thrown) {
      failure = codeOf(thrown as CallFault)
    }
    for (const shelf of asked) {
      // Asked again meanwhile, or she withdrew: this answer is nobody's any more.
      if (shelf.question === question && device.known() === id) settle(shelf, id, reply, failure)
    }
  })

  const fetchCards = async ({ slots }: Reply, signal: AbortSignal): Promise<void> => {
    const ids = new Set<string>(slots.flatMap((slot: ShelfAnswer) => slot.items.map((item) => item.item_id)))
    const missing = [...ids].filter((id) => !cardOf.has(id))
    if (!missing[0]) return
    const { cards } = await calls.shop(
      settings.cardsUrl,
      { item_ids: missing, locale: settings.locale },
      signal,
    )
    for (const id of missing) {
      const template = document.createElement('template')
      template.innerHTML = cards[id] ?? ''
      const card = template.content.firstElementChild
      if (card) cardOf.set(id, card as HTMLElement)
    }
  }

  const settle = (shelf: Shelf, id: string | undefined, reply: Reply, failure: string | undefined): void => {
    const { host } = shelf
    let reason = failure
    try {
      reason ??= show(shelf, id, reply)
    } catch {
      reason = 'unreadable'
    }
    host.setAttribute('ready', '')
    const detail: ShelfAnswer | ShelfFailure | undefined = reason ? { reason } : shelf.shown
    host.dispatchEvent(new CustomEvent(reason ? 'umiar:failed' : 'umiar:answer', { bubbles: true, detail }))
  }

  /** @returns why it cannot be shown */
  const show = (shelf: Shelf, id: string | undefined, { data_used, slots }: Reply): string | undefined => {
    const { host } = shelf
    const slot = slots.find((one: ShelfAnswer) => one.slot === slotOf(host))
    const items = (slot as ShelfAnswer).items.filter(
      ({ item_id }) => cardOf.has(item_id) && !hidden.has(item_id),
    )
    if (!items[0]) return 'no_cards'
    const cards = items.map(({ item_id }) => {
      const card = cardOf.get(item_id)?.cloneNode(true) as HTMLElement
      card.dataset.itemId = item_id
      return card
    })
    if (!shelf.show({ ...slot, data_used, items }, cards, id)) return 'no_room'
    // Observed anew, it is looked at again.
    views.unobserve(host)
    views.observe(host)
    return undefined
  }

  const onTap = guard(async (shelf: Shelf, card: HTMLElement, tap: Tap, button: HTMLElement) => {
    const id = card.dataset.itemId ?? ''
    const isGone = tap === 'not_for_me'
    if (isGone) {
      hidden.add(id)
      focusWithin(card.nextElementSibling ?? card.previousElementSibling)
      card.remove()
    }
    const status = await feedback(id, tap, shelf.shown?.rec_id)
    const isSaved = !!status && status !== 'dropped_no_consent'
    if (isSaved) button.ariaPressed = 'true'
    shelf.tell(say(isSaved ? (isGone ? 'widget.gone' : 'widget.noted') : 'widget.not_saved'))
    if (isGone || (isSaved && tap === 'gift')) await ask([shelf])
  })

  const onClick = guard(({ shown }: Shelf, { target }: Event) => {
    const card = (target as Element).closest('a')?.closest<HTMLElement>('[data-item-id]')
    const item = shown?.items.find(({ item_id }) => item_id === card?.dataset.itemId)
    if (!shown || !item) return
    const { item_id, position } = item
    track('select_item', { items: [{ item_id }], position, rec_id: shown.rec_id, slot: shown.slot })
  })

  return {
    add(host) {
      const shelf = openShelf(host, say, settings.privacyUrl, onTap)
      shelves.set(host, shelf)
      near.observe(host)
      host.addEventListener('click', (click) => onClick(shelf, click), true)
    },
    follow() {
      const id = device.known()
      const foreign = all().filter(({ shown, visitor }) => shown && visitor !== id)
      for (const shelf of foreign) shelf.restore()
      return ask(foreign)
    },
    refresh: () => ask(all().filter((shelf) => shelf.question)),
    remove(host) {
      const shelf = shelves.get(host)
      if (!shelf) return
      shelf.restore()
      shelf.question = 0
      shelves.delete(host)
    },
    restore() {
      for (const shelf of all()) shelf.restore()
    },
  }
}
