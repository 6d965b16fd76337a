/**
 * `<umiar-levels>`: five rows to choose from and one button, the same for every choice.
 *
 * Nothing counts until she saves. The rows stand in the page itself, so the shop's rules dress them. What
 * the shop wrote inside stays until the rows are there, and for good if they cannot be read; where there
 * is no room for them without moving the page they open with one click, the same for every choice.
 */
import type { Choice, Policy } from './choice.ts'
import { element } from './element.ts'
import { guard } from './guard.ts'
import type { Saved } from './public-types.ts'
import { measureRoom } from './room.ts'
import type { Settings } from './settings.ts'
import type { Say } from './texts.ts'

/**
 * Puts the rows into the element. Without `data-token-url` it stays as the shop wrote it: rows that
 * cannot be saved are not shown.
 *
 * @throws CallFault if the policy cannot be read
 */
export async function openLevels(
  host: HTMLElement,
  settings: Settings,
  choice: Choice,
  say: Say,
): Promise<void> {
  if (!settings.tokenUrl) return
  const [policy, level] = await Promise.all([choice.policy(), guard(choice.level)()])
  const own = [...host.childNodes]
  const chooser = createChooser(settings, choice, say, policy, level)
  const isTooTall = measureRoom(host)
  host.replaceChildren(chooser)
  if (isTooTall()) chooser.open = false
  if (isTooTall()) host.replaceChildren(...own)
  else host.setAttribute('ready', '')
}

function createChooser(
  { privacyUrl }: Settings,
  choice: Choice,
  say: Say,
  first: Policy,
  present: number | undefined,
): HTMLDetailsElement {
  let policy = first
  let isSaving = false
  const title = say('widget.levels')
  const rows = element('fieldset', { 'aria-label': title })
  const status = element('p', { role: 'status' })
  const form = element(
    'form',
    {},
    rows,
    element('p', {}, say('widget.before_saving')),
    element('button', {}, say('widget.save')),
    status,
    privacyUrl ? element('a', { href: privacyUrl }, say('widget.privacy')) : '',
  )
  const showRows = (checked: number | undefined): void =>
    rows.replaceChildren(...policy.levels.map((row) => levelRow(say, row, checked)))
  const submit = guard(async () => {
    const chosen = form.querySelector<HTMLInputElement>('input:checked')
    if (!chosen || isSaving) return
    isSaving = true
    const wanted = Number(chosen.value)
    const saved = await choice.save(wanted, policy.notice_version)
    isSaving = false
    if (!saved.ok && saved.code === 'notice_outdated') {
      policy = (await guard(choice.policy)()) ?? policy
      showRows(wanted)
    }
    status.textContent = sentenceOf(say, policy, wanted, saved)
  })
  form.onsubmit = (event) => {
    event.preventDefault()
    void submit()
  }
  showRows(present)
  return element('details', { open: '' }, element('summary', {}, title), form)
}

function levelRow(
  say: Say,
  { level, line, name, offered }: Policy['levels'][number],
  checked: number | undefined,
): Node {
  const input = element('input', {
    checked: level === checked ? '' : undefined,
    disabled: offered ? undefined : '',
    name: 'level',
    type: 'radio',
    value: `${level}`,
  })
  return element(
    'label',
    {},
    input,
    ' ',
    element('b', {}, name),
    offered ? '' : ` (${say('widget.not_offered')})`,
    element('span', {}, line),
  )
}

function sentenceOf(say: Say, { levels, retention }: Policy, wanted: number, saved: Saved): string {
  if (!saved.ok) {
    if (!wanted) return say('widget.stopped')
    return say(saved.code === 'notice_outdated' ? 'widget.outdated' : 'widget.not_saved')
  }
  const tables = retention.filter(({ table }) => saved.removed.includes(table)).map(({ name }) => name)
  return [
    say('widget.saved', levels.find(({ level }) => level === wanted)?.name),
    tables[0] ? say('widget.removed', tables.join(', ')) : '',
    saved.kept ? '' : say('widget.this_page_only'),
  ].join(' ')
}
