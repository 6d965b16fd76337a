/**
 * The panel scripts show while something can still be taken back: what happens, undo, pause instead.
 *
 * Without scripts it stays hidden and the act is done at once.
 */
import { type Html, html, linkTo, sayTo } from '@umiar/web-pages'
import type { CentreView } from './centre.ts'

/** @param text what happens in five seconds; scripts fill in `{level}` and add what is removed */
export function undoPanel(view: CentreView, id: string, text: string): Html {
  return html`<section class="undo" id="${id}" hidden aria-labelledby="${id}-text" data-paused-at="${linkTo(view, '/privacy', { done: 'paused' })}">
<p id="${id}-text"><strong>${sayTo(view, 'undo.stopped')}</strong> <span data-part="text" data-template="${text}">${text}</span> <span data-part="removes"></span> ${sayTo(view, 'undo.leaving')}</p>
<p class="undo-count" aria-hidden="true">${sayTo(view, 'undo.seconds')} <span data-part="seconds">5</span></p>
<p class="undo-acts"><button type="button" data-part="undo" aria-describedby="${id}-text">${sayTo(view, 'undo.undo')}</button> <button type="button" class="plain" data-part="pause">${sayTo(view, 'undo.pause')}</button></p>
</section>
<p class="undo-said" id="${id}-said" role="status" data-undone="${sayTo(view, 'undo.undone')}" data-failed="${sayTo(view, 'undo.failed')}"></p>`
}
