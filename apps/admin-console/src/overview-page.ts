/**
 * The page of seven facts: their order, their anchors, and what all of them are given.
 */
import type { Localized } from '@umiar/vocabulary'
import { chartDefinitions, type Html, html, linkTo, type PageView, sayTo } from '@umiar/web-pages'
import type { Overview } from './engine.ts'
import { moment } from './figures.ts'
import { CONSOLE_PATH } from './frame.ts'
import { configurationSection } from './sections/configuration.ts'
import { eventsSection } from './sections/events.ts'
import { peopleSection } from './sections/people.ts'
import { readinessSection } from './sections/readiness.ts'
import { requestsSection } from './sections/requests.ts'
import { resultsSection } from './sections/results.ts'
import { shelvesSection } from './sections/shelves.ts'

/** What a section is drawn from. */
export interface SectionInput {
  readonly overview: Overview
  readonly view: PageView
  readonly slotNames: Readonly<Record<string, Localized>>
  readonly shopAddress: string | undefined
}

const SECTIONS = [
  { content: eventsSection, id: 'events', title: 'console.events', wide: true },
  { content: peopleSection, id: 'people', title: 'console.people', wide: true },
  { content: shelvesSection, id: 'shelves', title: 'console.shelves', wide: true },
  { content: resultsSection, id: 'results', title: 'console.results', wide: true },
  { content: readinessSection, id: 'readiness', title: 'console.readiness', wide: false },
  { content: requestsSection, id: 'requests', title: 'console.requests', wide: false },
  { content: configurationSection, id: 'configuration', title: 'console.configuration', wide: true },
] as const

/** The whole content. */
export function overviewBody(input: SectionInput): Html {
  const { overview, view } = input
  const stand = sayTo(view, 'console.as_of', {
    start: moment(view, overview.started_at),
    time: moment(view, overview.at),
  })
  return html`${chartDefinitions()}
<h1>${sayTo(view, 'console.heading')}</h1>
<p class="lead">${sayTo(view, 'console.lead')}</p>
<p class="small console-stand">${stand} <a href="${linkTo(view, CONSOLE_PATH)}">${sayTo(view, 'console.refresh')}</a></p>
<nav class="console-contents" aria-label="${sayTo(view, 'console.contents')}"><ol>${SECTIONS.map(
    ({ id, title }) => html`<li><a href="#${id}">${sayTo(view, title)}</a></li>`,
  )}</ol></nav>
<div class="console-grid">${SECTIONS.map(
    ({ content, id, title, wide }, index) =>
      html`<section class="fact${wide ? ' wide' : ''}" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title"><span class="fact-number" aria-hidden="true">${index + 1}</span> ${sayTo(view, title)}</h2>
${content(input)}
</section>`,
  )}</div>`
}
