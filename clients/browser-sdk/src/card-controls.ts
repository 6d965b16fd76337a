/**
 * What is added to a shop's card: why it stands here, from which data, and what she says to it.
 *
 * Where the card leaves room for it (`[data-umiar-slot]`), everything stands in that room. Elsewhere a
 * small button lies in the card's corner and opens over the card, so that no card grows.
 */
import { element } from './element.ts'
import type { FeedbackKind } from './public-types.ts'
import type { Say } from './texts.ts'

/** What is offered with one tap. */
const TAPS = ['like', 'not_for_me', 'gift'] as const satisfies readonly FeedbackKind[]
export type Tap = (typeof TAPS)[number]

/**
 * Adds the controls to a card.
 *
 * @param lines reasons, and which data were used
 * @param onTap absent where nobody is known: then nothing can be said
 */
export function addControls(
  card: HTMLElement,
  say: Say,
  lines: readonly string[],
  onTap: ((tap: Tap, button: HTMLElement) => void) | undefined,
): void {
  const room = card.querySelector('[data-umiar-slot]')
  const why = element(
    'details',
    {},
    element('summary', {}, say('widget.why')),
    ...lines.map((line) => element('p', {}, line)),
  )
  const box = element('div', { class: 'umiar-controls' }, why)
  if (onTap) (room ? box : why).append(tapButtons(card, say, onTap))
  ;(room ?? card).append(box)
}

function tapButtons(card: HTMLElement, say: Say, onTap: (tap: Tap, button: HTMLElement) => void): Node {
  // Many buttons of a page have the same face; read aloud, each names its product.
  const titled = card.querySelector('[data-umiar-title]') ?? card.querySelector('h2,h3,h4,a')
  const title = titled?.textContent?.trim()
  return element(
    'div',
    { class: 'umiar-taps' },
    ...TAPS.map((tap) => {
      const face = say(`widget.${tap}`)
      const button = element(
        'button',
        { 'aria-label': `${face}: ${title}`, type: 'button', value: tap },
        face,
      )
      button.onclick = () => onTap(tap, button)
      return button
    }),
  )
}
