/**
 * Five rows to choose from, each with the same shelf as it would look at that level.
 *
 * Rows, names and lines come from the consent policy, so the record says what she read. The present level
 * is the selected one (GDPR Art. 4(11), 7: nothing is chosen for her).
 */
import type { MessageKey } from '@umiar/messages'
import { flag, type Html, html, sayTo } from '@umiar/web-pages'
import type { CentrePage } from '../centre.ts'
import type { Policy } from '../engine.ts'
import { pictureOf, titleOf } from '../product-tile.ts'
import type { Preview } from './previews.ts'
import { removedBelow } from './removal.ts'

type LevelRow = Policy['levels'][number]
type Example = NonNullable<Preview['example']>

/** The group of rows. */
export function levelRows(page: CentrePage): Html {
  const { policy, view } = page
  return html`<fieldset class="levels" id="levels">
<legend>${sayTo(view, 'levels.title')}</legend>
<p class="small">${sayTo(view, 'levels.line')}</p>
${policy.levels.map((row) => levelRow(page, row))}
</fieldset>`
}

function levelRow(page: CentrePage, row: LevelRow): Html {
  const { view } = page
  const isPresent = row.level === (view.level ?? 0)
  const removed = removedBelow(page, row.level)
  const name = `level-${row.level}`
  const remarks = removed === undefined ? `${name}-line` : `${name}-line ${name}-removes`
  return html`<div class="level-row${!row.offered && ' unavailable'}">
<label class="level-choice" for="${name}"><input type="radio" id="${name}" name="level" value="${row.level}" aria-labelledby="${name}-name" aria-describedby="${remarks}"${flag('checked', isPresent)}${flag('disabled', !row.offered)}>
<span class="level-text"><span class="level-name" id="${name}-name" data-name="${sayTo(view, 'undo.level', { n: row.level, name: row.name })}"><span class="level-number">${row.level}</span> ${row.name}${remark(page, row, isPresent)}</span>
<span class="level-line" id="${name}-line">${row.line}</span>
${removed !== undefined && html`<span class="level-removes" id="${name}-removes">${sayTo(view, 'levels.removes', { what: removed })}</span>`}</span></label>
${row.offered && previewShelf(page, row, page.previews.get(row.level))}
</div>`
}

function remark({ view }: CentrePage, row: LevelRow, isPresent: boolean): Html | false {
  if (!row.offered) return html` <em>${sayTo(view, 'levels.not_offered')}</em>`
  return isPresent && html` <em>${sayTo(view, 'levels.present')}</em>`
}

function previewShelf(page: CentrePage, row: LevelRow, preview: Preview | undefined): Html {
  const { centre, view } = page
  if (preview === undefined || preview.itemIds.length === 0)
    return html`<p class="preview-note small">${sayTo(view, 'preview.missing')}</p>`
  return html`<figure class="preview" aria-label="${sayTo(view, 'preview.shelf', { n: row.level })}">
<figcaption class="preview-note small">${
    preview.example === null
      ? sayTo(view, 'preview.for_all')
      : html`<strong class="invented">${sayTo(view, 'preview.invented')}</strong> ${whatIsAdded(page, row.level, preview.example)}`
  }</figcaption>
<ul class="preview-shelf">${preview.itemIds.map(
    (id) =>
      html`<li>${pictureOf(centre, id)}<span class="preview-name">${titleOf(centre, view, id)}</span></li>`,
  )}</ul>
</figure>`
}

/** What this level may use of the invented person and the one below may not, as small pictures. */
function whatIsAdded(page: CentrePage, level: number, example: Example): Html {
  const { centre, view } = page
  const below = page.previews.get(level - 1)?.example
  const added = (ids: (example: Example) => readonly string[]): readonly string[] =>
    ids(example).filter((id) => below == null || !ids(below).includes(id))
  const pictures = (key: MessageKey, ids: readonly string[]): Html | false =>
    ids.length > 0 &&
    html`<span class="used">${sayTo(view, key)} <span class="used-pictures">${ids.map((id) => html`${pictureOf(centre, id)}<span class="visually-hidden">${titleOf(centre, view, id)}; </span>`)}</span></span> `
  const isFirst = below == null
  return html`${pictures(
    isFirst ? 'preview.views' : 'preview.viewed',
    added(({ viewed }) => viewed),
  )}${pictures(
    'preview.likes',
    added(({ likes }) => likes),
  )}${pictures(
    'preview.bought',
    added(({ bought }) => bought),
  )}`
}
