/**
 * Keeps the drawer "What the shop knows now" true: what was used, from the answers the shelves got; what is
 * held, asked again when the drawer is opened, the level changes, or a choice was made in another tab.
 *
 * The browser script says `umiar:answer` for each shelf, with the data the answer was made from.
 */

/** Categories of data about a person. */
const PERSONAL = ['session_events', 'declared_taste', 'view_history', 'purchase_history']

/** The newest answer of each shelf. @type {Map<Element, readonly string[]>} */
const usedBy = new Map()
let choice = choiceOfDevice()

document.addEventListener('umiar:answer', (event) => {
  const { detail, target } = /** @type {CustomEvent<{ data_used?: readonly string[] }>} */ (event)
  const used = (detail?.data_used ?? []).filter((category) => PERSONAL.includes(category))
  if (target instanceof Element) usedBy.set(target, used)
  show()
})
document.addEventListener('umiar:failed', show)
document.addEventListener('umiar:level', () => {
  choice = choiceOfDevice()
  void refresh()
})
document.querySelector('.knows')?.addEventListener('toggle', ({ currentTarget }) => {
  if (currentTarget instanceof HTMLDetailsElement && currentTarget.open) void refresh()
})
for (const name of ['visibilitychange', 'pageshow'])
  addEventListener(name, () => {
    if (document.hidden || choice === choiceOfDevice()) return
    choice = choiceOfDevice()
    void refresh()
  })
show()

/** Asks what is held and at which level; while nobody answers, what stands there stays. */
async function refresh() {
  const address = document.querySelector('.knows')?.getAttribute('data-now')
  if (!address) return
  try {
    const answer = await fetch(address)
    if (!answer.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const body = page.querySelector('.knows-body')
    if (body === null) return
    document.querySelector('.knows-body')?.replaceWith(body)
    const level = Number(body.getAttribute('data-level'))
    document.dispatchEvent(new CustomEvent('shop:level', { detail: { level } }))
    show()
  } catch {
    // Without an answer the drawer says what it said when the page came.
  }
}

function show() {
  const drawer = document.querySelector('.knows')
  if (drawer === null) return
  const used = new Set()
  // A shelf that holds the shop's own cards again has no mode, and uses nothing.
  for (const [shelf, categories] of usedBy)
    if (shelf.hasAttribute('mode')) for (const category of categories) used.add(category)
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

/** What the device says of her choice; another tab may change it. */
function choiceOfDevice() {
  return (document.cookie.match(/umiar_(id|choice)=[^;]*/g) ?? []).join()
}
