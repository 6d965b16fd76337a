/**
 * Erasure with scripts on: one click and five seconds to change her mind, in place of the box to tick.
 */
import { hiddenField } from './choice.js'
import { offerUndo, sendLeaving } from './undo.js'

/** @param {HTMLFormElement} form */
export function watchErasure(form) {
  const panel = document.getElementById('undo-erasure')
  const box = form.querySelector('.box')
  // Without its box the form is being watched already.
  if (panel === null || box === null) return
  box.remove()
  form.append(hiddenField('confirm', 'yes'))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!panel.hidden) return
    const text = panel.querySelector('[data-template]')
    form.hidden = true
    offerUndo({
      finish: () => form.submit(),
      isPaused: form.dataset.paused === 'yes',
      leave: () => sendLeaving(form),
      panel,
      pauseAt: form.dataset.pauseAt ?? '',
      removes: '',
      text: (text instanceof HTMLElement && text.dataset.template) || '',
      undone: () => {
        form.hidden = false
        form.querySelector('button')?.focus()
      },
    })
  })
}
