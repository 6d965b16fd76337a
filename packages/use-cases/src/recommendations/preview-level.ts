/**
 * What a level would show, before anybody chooses it.
 *
 * Answered for an invented person marked as invented, through the same ladder and governor as real
 * answers. The ports are the proof: a catalogue and a model, no memory of people, no store, no gate, no
 * evidence, no randomness. So a preview opens no grant and leaves no trace, and has no `rec_id`.
 */
import {
  type DataCategory,
  DomainError,
  EXAMPLE_TEXTS,
  HIGHEST_OFFERED_LEVEL,
  type ItemId,
  isLevel,
  type Level,
  type Locale,
  localeOf,
} from '@umiar/vocabulary'
import type { PreviewExample, PreviewReply, PreviewRequest } from '../application.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Merchandising } from '../merchandising/merchandising.ts'
import { promotionsOn } from '../merchandising/on-page.ts'
import { fillSlot } from './fill-slot.ts'
import { type InventedPerson, inventPerson, viewOf } from './invented-person.ts'
import type { RecommendationModel } from './ports.ts'
import { checkSlots, pageOf, publicItem } from './recommend.ts'

export interface PreviewPorts {
  readonly catalogue: Catalogue
  readonly merchandising: Merchandising
  readonly model: () => RecommendationModel
}

/**
 * The slots of a page at a level: at 0 the answer everybody gets, above it that of the invented person.
 *
 * @throws DomainError `invalid_request`, `level_not_offered`, `invalid_id`, `strategy_unknown`, `filter_invalid`
 */
export function previewLevel(ports: PreviewPorts, request: PreviewRequest, nowMs: number): PreviewReply {
  const level = checkLevel(request.level)
  checkSlots(request.slots)
  const page = pageOf(request.context, nowMs)
  const locale = localeOf(request.context.locale)
  const { catalogue, merchandising } = ports
  const model = ports.model()
  const person = level === 0 ? undefined : inventPerson(level, model, catalogue, page)
  const placed = new Set<ItemId>()
  const dataUsed = new Set<DataCategory>()
  const slots = request.slots.map((slot, index) => {
    const promotions = promotionsOn(merchandising, catalogue.product, request.context, slot.id, nowMs)
    const answer = fillSlot(catalogue, model, slot, index, page, person && viewOf(person), placed, promotions)
    for (const category of answer.uses) dataUsed.add(category)
    return {
      items: answer.candidates.map((candidate, at) => publicItem(catalogue, candidate, at, locale, false)),
      mode: answer.mode,
      removed: answer.removed,
      slot: slot.id,
      ...(answer.merchandising === undefined ? {} : { merchandising: answer.merchandising }),
    }
  })
  return {
    data_used: [...dataUsed].sort(),
    example: person === undefined ? null : exampleOf(catalogue, person, locale),
    slots,
  }
}

function checkLevel(level: unknown): Exclude<Level, 4> {
  if (!isLevel(level)) {
    throw new DomainError('invalid_request', 'level must be 0, 1, 2 or 3.', {}, [
      { code: 'level_unknown', message: 'must be 0, 1, 2 or 3', pointer: '/level' },
    ])
  }
  if (level === 4 || level > HIGHEST_OFFERED_LEVEL) {
    throw new DomainError('level_not_offered', `Level ${level} is not offered by this shop.`, {
      highest_offered: HIGHEST_OFFERED_LEVEL,
    })
  }
  return level
}

/** The person in her lists and in a sentence; `null` where the catalogue has nothing to make her of. */
function exampleOf(catalogue: Catalogue, person: InventedPerson, locale: Locale): PreviewExample | null {
  const { bought, likes, viewedBefore, viewing } = person
  if (viewing.length === 0) return null
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const quote = locale === 'pl' ? ['„', '”'] : ['“', '”']
  const titled = (id: ItemId): string => {
    const product = catalogue.product(id)
    const title = (locale === 'en' ? product?.titleEn : undefined) ?? product?.title ?? id
    return quote.join(title)
  }
  const sentence = (text: keyof typeof EXAMPLE_TEXTS, items: readonly ItemId[]): string[] =>
    items.length === 0
      ? []
      : [EXAMPLE_TEXTS[text][locale].replace('{titles}', () => list.format(items.map(titled)))]
  return {
    bought,
    likes,
    text: [
      ...sentence('viewing', viewing),
      ...sentence('likes', likes),
      ...sentence('viewed_before', viewedBefore),
      ...sentence('bought', bought),
    ].join(' '),
    viewed: [...viewing, ...viewedBefore],
  }
}
