/**
 * The program a shop embeds. Everything starts here, and nothing that goes wrong leaves here.
 */
import { createCalls } from './calls.ts'
import { createChoice } from './choice.ts'
import { createDevice } from './device.ts'
import { createEventQueue } from './event-queue.ts'
import { guard } from './guard.ts'
import { openLevels } from './levels.ts'
import type { FeedbackKind, LevelChange, Umiar } from './public-types.ts'
import { readSettings, type Settings } from './settings.ts'
import { createShelves } from './shelves.ts'
import { adoptStyle } from './style.ts'
import { sayIn } from './texts.ts'

const RETRY_MS = 2_000
const whenIdle = self.requestIdleCallback ?? setTimeout
const NO_SETTINGS: Settings = { engine: '', locale: '' }

function settingsOfPage(): Settings {
  const script = document.querySelector<HTMLScriptElement>('script[data-key][src]') as HTMLScriptElement
  return readSettings(script, document.documentElement.lang)
}

function start(): void {
  // Loaded twice, the first one works.
  if (window.umiar) return
  // Without settings everything is there and does nothing.
  const settings = guard(settingsOfPage)() ?? NO_SETTINGS
  const device = createDevice(document, location.protocol === 'https:')
  const calls = createCalls(settings)
  const say = sayIn(settings.locale)
  const events = createEventQueue(
    device,
    (batch) => calls.engine('POST', '/v1/events', { events: batch }),
    (run, isRetry) => (isRetry ? setTimeout(run, RETRY_MS) : whenIdle(run)),
  )
  const track = guard(events.track)
  const feedback = guard(async (itemId: string, kind: FeedbackKind, recId?: string) => {
    const visitor = device.visitor()
    if (!visitor) return undefined
    const body = { feedback: kind, item_id: itemId, rec_id: recId, visitor }
    return (await calls.engine('POST', '/v1/feedback', body)).status
  })
  const shelves = createShelves(settings, calls, device, say, track, feedback)
  const choice = createChoice(
    settings,
    calls,
    device,
    guard((level, removed, isGuest) => {
      if (!isGuest) shelves.restore()
      document.dispatchEvent(new CustomEvent<LevelChange>('umiar:level', { detail: { level, removed } }))
      if (!isGuest) shelves.refresh()
    }),
  )
  const { follow, refresh } = shelves
  const leave = guard(events.flush)
  const umiar: Umiar = {
    feedback,
    forget: guard(() => {
      device.forget()
      follow()
    }),
    level: guard(choice.level),
    refresh,
    setLevel: choice.save,
    track,
  }
  window.umiar = umiar

  guard(adoptStyle)()
  void guard(choice.finishWithdrawal)()
  guard(trackDeclared)(umiar)
  addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', () => void (document.hidden ? leave() : follow()))

  const add = guard(shelves.add)
  const remove = guard(shelves.remove)
  const fillLevels = guard(openLevels)
  customElements.define(
    'umiar-shelf',
    class extends HTMLElement {
      connectedCallback(): void {
        add(this)
      }

      disconnectedCallback(): void {
        remove(this)
      }
    },
  )
  customElements.define(
    'umiar-levels',
    class extends HTMLElement {
      connectedCallback(): void {
        void fillLevels(this, settings, choice, say)
      }
    },
  )
}

/** Events the shop's server wrote into the page. */
function trackDeclared({ track }: Umiar): void {
  for (const block of document.querySelectorAll('script[data-umiar-events]')) {
    const events = guard(JSON.parse)(block.textContent ?? '') ?? []
    for (const { event, ...fields } of events) track(event, fields)
  }
}

const begin = guard(start)
// A page drawn ahead of time is not looked at yet: no event, no shelf.
if ('prerendering' in document && document.prerendering)
  document.addEventListener('prerenderingchange', begin)
else begin()
