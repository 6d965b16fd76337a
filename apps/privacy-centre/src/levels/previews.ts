/**
 * The same shelf at each level, for an invented person: asked of the engine, shared by everybody.
 *
 * No visitor is named in these calls, so no grant can come of them. Kept for a minute, because they
 * change only with catalogue and model, and a row whose preview fails is shown without one.
 */
import type { PreviewLevelReply } from '@umiar/http-client'
import { HIGHEST_OFFERED_LEVEL, type Locale } from '@umiar/vocabulary'
import type { CentreClient } from '../engine.ts'

/** What one level would show. */
export interface Preview {
  readonly itemIds: readonly string[]
  /** The invented person; `null` where nothing about anybody is used. */
  readonly example: PreviewLevelReply['example']
}

/** By level; a level that could not be asked is missing. */
export type Previews = ReadonlyMap<number, Preview>

const KEPT_MS = 60_000
const ITEMS = 4

/** @param nowMs milliseconds since the epoch */
export function createPreviews(
  client: Pick<CentreClient, 'previewLevel'>,
  nowMs: () => number,
): (locale: Locale) => Promise<Previews> {
  const kept = new Map<Locale, { readonly previews: Previews; readonly untilMs: number }>()
  return async (locale) => {
    const known = kept.get(locale)
    if (known !== undefined && nowMs() < known.untilMs) return known.previews
    const levels = Array.from({ length: HIGHEST_OFFERED_LEVEL + 1 }, (_, level) => level)
    const answers = await Promise.all(levels.map((level) => ask(client, level, locale)))
    const previews = new Map(
      levels.flatMap((level, index) => {
        const preview = answers[index]
        return preview === undefined ? [] : [[level, preview] as const]
      }),
    )
    if (previews.size === levels.length) kept.set(locale, { previews, untilMs: nowMs() + KEPT_MS })
    return previews
  }
}

async function ask(
  client: Pick<CentreClient, 'previewLevel'>,
  level: number,
  locale: Locale,
): Promise<Preview | undefined> {
  try {
    const { example, slots } = await client.previewLevel({
      body: { context: { locale, page_type: 'home' }, level, slots: [{ id: 'preview', limit: ITEMS }] },
    })
    return { example, itemIds: (slots[0]?.items ?? []).map((item) => item.item_id) }
  } catch {
    return undefined
  }
}
