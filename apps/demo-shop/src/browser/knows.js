/**
 * Fills the drawer "What the shop knows now" from the answers the shelves got: nothing is asked again,
 * nothing is kept.
 *
 * The browser script says `umiar:answer` for each shelf, with the data the answer was made from.
 */

/** Categories of data about a person. */
const PERSONAL = ['session_events', 'declared_taste', 'view_history', 'purchase_history']

/** @type {Set<string>} */
const used = new Set()

document.addEventListener('umiar:answer', (event) => {
  const { detail } = /** @type {CustomEvent<{ data_used?: readonly string[] }>} */ (event)
  for (const category of detail?.data_used ?? []) if (PERSONAL.includes(category)) used.add(category)
  show()
})
document.addEventListener('umiar:failed', show)

function show() {
  const drawer = document.querySelector('.knows')
  if (drawer === null) return
  reveal(drawer, '[data-knows-nothing]', used.size === 0)
  reveal(drawer, '[data-knows-list]', used.size > 0)
  for (const row of drawer.querySelectorAll('[data-knows-list] [data-category]')) {
    row.toggleAttribute('hidden', !used.has(row.getAttribute('data-category') ?? ''))
  }
  let unused = 0
  for (const row of drawer.querySelectorAll('[data-knows-not-used] [data-category]')) {
    const isUsed = used.has(row.getAttribute('data-category') ?? '')
    row.toggleAttribute('hidden', isUsed)
    if (!isUsed) unused++
  }
  reveal(drawer, '[data-knows-not-used]', unused > 0)
}

/**
 * @param {Element} root
 * @param {string} selector
 * @param {boolean} isShown
 */
function reveal(root, selector, isShown) {
  root.querySelector(selector)?.toggleAttribute('hidden', !isShown)
}
