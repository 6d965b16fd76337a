/**
 * Where the scripts of the privacy centre begin. Everything they add works without them, in more clicks.
 */
import { watchChoice } from './choice.js'
import { watchErasure } from './erasure.js'
import { swapSections } from './sections.js'

const choice = document.getElementById('choice')
if (choice instanceof HTMLFormElement) watchChoice(choice)
watchErasureAgain()
swapSections()
document.addEventListener('swapped', watchErasureAgain)

// Gone back to by the browser's history, the page would show what is no longer so.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})

function watchErasureAgain() {
  const erasure = document.getElementById('erase-form')
  if (erasure instanceof HTMLFormElement) watchErasure(erasure)
}
