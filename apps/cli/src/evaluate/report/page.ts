/**
 * The report as one page: no script, nothing loaded from anywhere, both languages in it.
 *
 * A choice of language shows one half and hides the other by style alone.
 */
import { readFileSync } from 'node:fs'
import { dayText } from '@umiar/messages'
import type { Locale } from '@umiar/vocabulary'
import { flag, type Html, html } from '@umiar/web-pages'
import type { ReportFigures } from './figures.ts'
import { logSections } from './log-sections.ts'
import { type Speaker, speakerOf } from './section.ts'
import { simulatedSection } from './simulated-sections.ts'

const LOCALES = ['pl', 'en'] as const
const LANGUAGES: Readonly<Record<Locale, string>> = { en: 'English', pl: 'Polski' }

/** The page as text. @param first language shown until another one is chosen */
export function reportPage(figures: ReportFigures, first: Locale): string {
  const style = readFileSync(new URL('./report.css', import.meta.url), 'utf8')
  const speaker = speakerOf(first)
  const body = html`<body>
${LOCALES.map(
  (locale) =>
    html`<input class="language" type="radio" name="language" id="choose-${locale}" aria-label="${LANGUAGES[locale]}"${flag('checked', locale === first)}>`,
)}
<nav class="languages" aria-label="${LOCALES.map((locale) => speakerOf(locale).say('lab.language')).join(' / ')}">
${LOCALES.map((locale) => html`<label for="choose-${locale}" lang="${locale}">${LANGUAGES[locale]}</label>`)}
</nav>
${LOCALES.map((locale) => half(speakerOf(locale), figures))}
</body>`
  const title = html`<title>${`${speaker.say('lab.title')} – ${figures.log}`}</title>`
  return `<!doctype html>
<html lang="${first}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${title}
<style>
${style}</style>
</head>
${body}
</html>
`
}

function half(speaker: Speaker, figures: ReportFigures): Html {
  const { evaluation } = figures
  return html`<main lang="${speaker.locale}">
<h1>${speaker.say('lab.title')}</h1>
<p>${speaker.say('lab.intro', { k: evaluation.k })}</p>
<p class="soft">${speaker.say('lab.own_data')}</p>
${facts(speaker, figures)}
${logSections(speaker, figures)}
${figures.simulations.map((simulation) => simulatedSection(speaker, simulation))}
</main>`
}

function facts(speaker: Speaker, { date, evaluation, log }: ReportFigures): Html {
  const { cases, machine, model_version, node, split, task, train } = evaluation
  const rows: readonly (readonly [string, string])[] = [
    [speaker.say('lab.fact_log'), log],
    [speaker.say('lab.fact_split'), split],
    [
      speaker.say('lab.fact_task'),
      speaker.say(task === 'next-basket' ? 'lab.task_next_basket' : 'lab.task_next_item'),
    ],
    [speaker.say('lab.fact_cases'), speaker.number(cases)],
    [speaker.say('lab.fact_sessions'), speaker.number(train.sessions)],
    [speaker.say('lab.fact_events'), speaker.number(train.events)],
    [speaker.say('lab.fact_items'), speaker.number(train.items)],
    [speaker.say('lab.fact_date'), dayText(date, speaker.locale)],
    [speaker.say('lab.fact_model'), model_version],
    [speaker.say('lab.fact_machine'), `${machine}, Node ${node}`],
  ]
  return html`<dl class="facts">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
}
