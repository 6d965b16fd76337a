/**
 * Erasure on the page. Without scripts a box confirms it; with them, five seconds to change her mind.
 */
import { type Html, html, linkTo, sayTo } from '@umiar/web-pages'
import { type CentrePage, isPaused } from '../centre.ts'
import { undoPanel } from '../undo-panel.ts'

/** What is deleted, what remains, and the button. */
export function erasureForm({ policy, view }: CentrePage): Html {
  return html`<div class="right erase" id="erase"><h3>${sayTo(view, 'erase.title')}</h3>
<p>${sayTo(view, 'erase.line')}</p>
<p><strong>${policy.texts.after_erasure}</strong></p>
<form class="erase-form" id="erase-form" method="post" action="${linkTo(view, '/privacy/erase')}" data-paused="${isPaused(view) ? 'yes' : 'no'}" data-pause-at="${linkTo(view, '/privacy/pause')}">
<label class="box"><input type="checkbox" name="confirm" value="yes" required><span>${sayTo(view, 'erase.confirm')}</span></label>
<button class="danger" type="submit">${sayTo(view, 'erase.button')}</button>
</form>
${undoPanel(view, 'undo-erasure', sayTo(view, 'undo.erasing'))}
</div>`
}
