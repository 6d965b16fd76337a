/**
 * One tap without a reload: the form is sent, and what it changed is taken from the answer.
 *
 * The choice is left alone, because a level she picked and did not save yet stands there. Whatever goes
 * wrong ends in the plain form, which needs no script.
 */
import { formBody } from './undo.js'

const SECTIONS = ['held', 'taste', 'uses', 'why', 'rights']

/** Watches every form marked `data-swap`, now and after a swap. */
export function swapSections() {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset.swap === undefined) return
    const submitter = event.submitter
    event.preventDefault()
    send(form, submitter).catch(() => sendPlainly(form, submitter))
  })
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 */
async function send(form, submitter) {
  const answer = await fetch(form.action, { body: formBody(form, submitter), method: 'POST' })
  if (!answer.ok) throw new Error(`the form was answered with ${answer.status}`)
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const focusId = submitter?.id ?? ''
  const section = form.closest('section')?.id ?? ''
  const open = [...document.querySelectorAll('details[id]')].map(
    (details) => /** @type {const} */ ([details.id, /** @type {HTMLDetailsElement} */ (details).open]),
  )
  for (const id of SECTIONS) {
    const present = document.getElementById(id)
    const next = fresh.getElementById(id)
    // Where an undo is running nothing is taken away from under it.
    if (next !== null && present?.querySelector('.undo:not([hidden])') === null) present.replaceWith(next)
  }
  for (const next of fresh.querySelectorAll('.level-removes')) {
    const present = document.getElementById(next.id)
    if (present !== null) present.textContent = next.textContent
  }
  document.dispatchEvent(new Event('swapped'))
  for (const [id, isOpen] of open) {
    const details = document.getElementById(id)
    if (details instanceof HTMLDetailsElement) details.open = isOpen
  }
  // A row that is gone gives the focus back to its section.
  const target = document.getElementById(focusId) ?? document.getElementById(`${section}-title`)
  target?.focus({ preventScroll: true })
  const said = document.getElementById('said')
  if (said !== null) said.textContent = fresh.querySelector('.notice')?.textContent ?? ''
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} submitter
 */
function sendPlainly(form, submitter) {
  if (submitter instanceof HTMLButtonElement) {
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = submitter.name
    field.value = submitter.value
    form.append(field)
  }
  form.submit()
}
