/**
 * The choice with scripts on: purposes say whether the chosen level allows them, and a lower level gets
 * five seconds of grace. Saving takes the same click as without scripts, for more and for less.
 */
import { offerUndo, sendLeaving } from './undo.js'

/** @param {HTMLFormElement} form */
export function watchChoice(form) {
  const showStates = () => {
    const level = chosenLevel(form)
    for (const purpose of elements(form, '[data-least-level]')) {
      const when = level >= Number(purpose.dataset.leastLevel) ? 'on' : 'off'
      for (const state of elements(purpose, '[data-when]')) state.hidden = state.dataset.when !== when
    }
  }
  form.addEventListener('change', showStates)
  showStates()

  const panel = document.getElementById('undo-choice')
  const savedLevel = Number(form.dataset.level)
  form.addEventListener('submit', (event) => {
    const level = chosenLevel(form)
    if (panel === null || level >= savedLevel) return
    event.preventDefault()
    if (!panel.hidden) return
    const isPaused = form.dataset.paused === 'yes'
    const text = panel.querySelector('[data-template]')
    const template = (text instanceof HTMLElement && text.dataset.template) || ''
    // The pause that begins now ends with the saved choice, unless it was there before.
    const resume = hiddenField('resume', isPaused ? 'no' : 'yes')
    form.append(resume)
    form.classList.add('waiting')
    offerUndo({
      finish: () => form.submit(),
      isPaused,
      leave: () => sendLeaving(form),
      panel,
      pauseAt: form.dataset.pauseAt ?? '',
      removes: document.getElementById(`level-${level}-removes`)?.textContent ?? '',
      text: template.replace('{level}', levelName(level)),
      undone: () => {
        resume.remove()
        form.classList.remove('waiting')
        form.reset()
        showStates()
        form.querySelector('button')?.focus()
      },
    })
  })
}

/** @param {HTMLFormElement} form */
function chosenLevel(form) {
  return Number(new FormData(form).get('level') ?? form.dataset.level)
}

/**
 * @param {ParentNode} parent
 * @param {string} selector
 * @returns {readonly HTMLElement[]}
 */
function elements(parent, selector) {
  return [...parent.querySelectorAll(selector)].filter((element) => element instanceof HTMLElement)
}

/** @param {number} level */
function levelName(level) {
  return document.getElementById(`level-${level}-name`)?.dataset.name ?? String(level)
}

/**
 * @param {string} name
 * @param {string} value
 */
export function hiddenField(name, value) {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = name
  field.value = value
  return field
}
