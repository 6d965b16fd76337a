/**
 * The choice: levels, purposes, switches and one button. Nothing counts before it is pressed, and it is
 * the same button for more and for less.
 */
import { type Html, html, linkTo, sayTo } from '@umiar/web-pages'
import { type CentrePage, isPaused } from '../centre.ts'
import { undoPanel } from '../undo-panel.ts'
import { levelRows } from './level-rows.ts'
import { purposeList, switchList } from './purposes.ts'

/** The form, with the panel that scripts show for five seconds before something is deleted. */
export function choiceForm(page: CentrePage): Html {
  const { policy, view } = page
  return html`<form class="choice" id="choice" method="post" action="${linkTo(view, '/privacy/choice')}" data-level="${view.anonymousId === undefined ? 0 : (view.level ?? 0)}" data-paused="${isPaused(view) ? 'yes' : 'no'}" data-pause-at="${linkTo(view, '/privacy/pause')}">
<input type="hidden" name="notice_version" value="${policy.notice_version}">
${levelRows(page)}
${purposeList(page)}
${switchList(page)}
<div class="save">
<button type="submit">${sayTo(view, 'choice.save')}</button>
<p class="small">${policy.texts.withdraw}</p>
</div>
</form>
${view.shopper !== undefined && undoPanel(view, 'undo-choice', sayTo(view, 'undo.lowering'))}`
}
