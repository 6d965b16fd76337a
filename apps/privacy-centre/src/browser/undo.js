/**
 * Five seconds in which an act can still be taken back.
 *
 * Use stops before the first second is over; what would be deleted is deleted at the end, or at once when
 * she leaves the page. The panel says it once and takes the focus: nothing has to be found in a hurry.
 */

const SECONDS = 5

/**
 * @typedef {object} Act
 * @property {HTMLElement} panel
 * @property {string} text what happens, as a sentence
 * @property {string} removes what is deleted, as a sentence; may be empty
 * @property {boolean} isPaused was use paused before, so that it stays so after an undo?
 * @property {string} pauseAt where pausing and resuming is sent
 * @property {() => void} finish submits the form
 * @property {() => void} leave the same while the page goes away
 * @property {() => void} undone puts the page back
 */

/** @param {Act} act */
export function offerUndo(act) {
  const { panel } = act
  const undo = button(panel, 'undo')
  const pause = button(panel, 'pause')
  const seconds = part(panel, 'seconds')
  const said = document.getElementById(`${panel.id}-said`)
  let left = SECONDS
  let isOver = false
  const stopped = act.isPaused ? Promise.resolve(true) : setPause(act.pauseAt, true)

  part(panel, 'text').textContent = act.text
  part(panel, 'removes').textContent = act.removes
  seconds.textContent = String(left)
  if (said !== null) said.textContent = ''
  panel.hidden = false
  undo.focus()

  const end = () => {
    isOver = true
    clearInterval(timer)
    removeEventListener('pagehide', leave)
    undo.onclick = null
    pause.onclick = null
  }
  const finish = async () => {
    if (isOver) return
    end()
    panel.setAttribute('aria-busy', 'true')
    await stopped
    act.finish()
  }
  const leave = () => {
    if (isOver) return
    end()
    act.leave()
  }
  const timer = setInterval(() => {
    left -= 1
    seconds.textContent = String(left)
    if (left <= 0) finish()
  }, 1000)
  addEventListener('pagehide', leave)
  // Use could not be stopped: then do not wait with the rest either.
  stopped.then((isStopped) => {
    if (!isStopped) finish()
  })

  undo.onclick = async () => {
    if (isOver) return
    end()
    const isStopped = await stopped
    const isResumed = act.isPaused || !isStopped || (await setPause(act.pauseAt, false))
    panel.hidden = true
    if (said !== null) said.textContent = (isResumed ? said.dataset.undone : said.dataset.failed) ?? ''
    act.undone()
  }
  pause.onclick = async () => {
    if (isOver) return
    end()
    await stopped
    location.assign(panel.dataset.pausedAt ?? location.pathname)
  }
}

/** Sends a form while the page goes away. @param {HTMLFormElement} form */
export function sendLeaving(form) {
  navigator.sendBeacon(form.action, formBody(form))
}

/**
 * A form as it would be sent.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} [submitter]
 */
export function formBody(form, submitter = null) {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form, submitter)) body.append(name, String(value))
  return body
}

/**
 * @param {string} address
 * @param {boolean} isPaused
 * @returns {Promise<boolean>} was it done?
 */
async function setPause(address, isPaused) {
  try {
    const answer = await fetch(address, {
      body: new URLSearchParams({ restricted: isPaused ? 'yes' : 'no' }),
      keepalive: true,
      method: 'POST',
      redirect: 'manual',
    })
    // A redirect back to the page is how these forms say yes.
    return answer.type === 'opaqueredirect'
  } catch {
    return false
  }
}

/**
 * @param {HTMLElement} panel
 * @param {string} name
 * @returns {HTMLElement}
 */
function part(panel, name) {
  const found = panel.querySelector(`[data-part="${name}"]`)
  if (!(found instanceof HTMLElement)) throw new TypeError(`the undo panel has no part ${name}`)
  return found
}

/**
 * @param {HTMLElement} panel
 * @param {string} name
 */
function button(panel, name) {
  return /** @type {HTMLButtonElement} */ (part(panel, name))
}
