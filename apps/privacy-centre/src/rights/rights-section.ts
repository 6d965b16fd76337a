/**
 * Pause, objection, taking along, erasure: for whoever has an id.
 */
import { type Html, html, linkTo, sayTo } from '@umiar/web-pages'
import { actButton } from '../act-button.ts'
import { type CentrePage, isPaused } from '../centre.ts'
import { erasureForm } from './erasure-form.ts'

/** The section. */
export function rightsSection(page: CentrePage): Html {
  const { view } = page
  return html`<section id="rights" aria-labelledby="rights-title">
<h2 id="rights-title" tabindex="-1">${sayTo(view, 'rights.title')}</h2>
<div class="rights">
${pausePart(page)}
${objectionPart(page)}
${exportPart(page)}
</div>
${erasureForm(page)}
</section>`
}

function pausePart({ view }: CentrePage): Html {
  if (view.level === undefined || (view.level === 0 && !isPaused(view))) return html``
  const paused = isPaused(view)
  return html`<div class="right" id="pause"><h3>${sayTo(view, 'pause.title')}</h3>
<p>${sayTo(view, paused ? 'pause.paused' : 'pause.line')}</p>
<form method="post" action="${linkTo(view, '/privacy/pause')}"><button class="plain" type="submit" name="restricted" value="${paused ? 'no' : 'yes'}">${sayTo(view, paused ? 'pause.resume' : 'pause.button')}</button></form>
</div>`
}

/** One line for each purpose she allows, or has objected to. */
function objectionPart({ policy, view }: CentrePage): Html {
  const { consent } = view
  const rows = policy.purposes.filter(
    ({ purpose }) => consent?.purposes[purpose] === true || consent?.objected.includes(purpose) === true,
  )
  if (rows.length === 0) return html``
  return html`<div class="right"><h3>${sayTo(view, 'object.title')}</h3>
<p>${sayTo(view, 'object.line')}</p>
<details id="objections"><summary>${sayTo(view, 'object.button')}</summary>
<ul class="objections">${rows.map(({ name, purpose }) => {
    const isObjected = consent?.objected.includes(purpose) === true
    const button = actButton({
      about: name,
      id: `object-${purpose}`,
      label: sayTo(view, isObjected ? 'object.take_back' : 'object.button'),
      name: 'objected',
      value: isObjected ? 'no' : 'yes',
    })
    return html`<li><span>${name}${isObjected && html` <strong class="small">${sayTo(view, 'object.objected')}</strong>`}</span>
<form method="post" action="${linkTo(view, '/privacy/object')}#rights" data-swap><input type="hidden" name="purpose" value="${purpose}">${button}</form></li>`
  })}</ul></details>
</div>`
}

function exportPart({ view }: CentrePage): Html {
  return html`<div class="right" id="export"><h3>${sayTo(view, 'export.title')}</h3>
<p>${sayTo(view, 'export.line')}</p>
<form method="post" action="${linkTo(view, '/privacy/export')}"><button class="plain" type="submit">${sayTo(view, 'export.button')}</button></form>
<p><a href="${linkTo(view, '/privacy/data')}">${sayTo(view, 'export.read')}</a></p>
</div>`
}
