/**
 * Keeps the level in the header true after it was changed on the page or in another tab; with the next page
 * it comes from the engine anyway.
 */
for (const name of ['umiar:level', 'shop:level']) document.addEventListener(name, showLevel)

/** @param {Event} event */
function showLevel(event) {
  const { level } = /** @type {CustomEvent<{ level: number }>} */ (event).detail
  const link = document.querySelector('.dial-link')
  const words = JSON.parse(link?.getAttribute('data-levels') ?? '[]')[level]
  const text = link?.querySelector('span')
  if (link === null || words === undefined || !text) return
  text.textContent = words
  link.querySelectorAll('.dial-picture rect').forEach((step, index) => {
    step.setAttribute('class', index <= level ? 'on' : 'off')
  })
}
