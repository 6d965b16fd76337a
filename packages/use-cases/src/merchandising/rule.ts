/**
 * Merchandising rules: what staff pins, boosts or buries, for everybody alike and labelled.
 *
 * A rule sees a product, a page and the time. Nothing of a person reaches this folder, so a rule cannot
 * be bent to a person: the types that would carry her are not imported here.
 */
import { foldText } from '@umiar/formats'
import { type CompiledFilter, compileFilter } from '@umiar/privacy'
import {
  DomainError,
  type Fault,
  type ItemId,
  nearestName,
  PAGE_TYPES,
  type PageType,
  parseCallerId,
  type ReasonCode,
} from '@umiar/vocabulary'

export const ACTIONS = ['pin', 'boost', 'bury'] as const
export type Action = (typeof ACTIONS)[number]

/** Why staff wants it; each is the code of the reason shown to everybody. */
export const MERCHANDISING_REASONS = ['promoted', 'stock_clearing'] as const
export type MerchandisingReason = (typeof MERCHANDISING_REASONS)[number]

/** Does the reason say that staff brought the product to its place? */
export function isMerchandisingReason(reason: ReasonCode): boolean {
  return MERCHANDISING_REASONS.some((known) => known === reason)
}

/** A rule, ready to be asked. */
export interface Rule {
  readonly id: string
  readonly action: Action
  /** For `pin`: in this order. */
  readonly items: readonly ItemId[]
  /** Which products it is about, for `boost` and `bury`. */
  readonly isAbout: CompiledFilter
  /** How many places up or down. */
  readonly places: number
  /** For `pin`: the place of the first item, from 1. */
  readonly position: number
  readonly reason: MerchandisingReason
  readonly pageTypes: readonly PageType[] | undefined
  readonly slots: readonly string[] | undefined
  readonly categories: readonly string[] | undefined
  readonly searchTerms: readonly string[] | undefined
  readonly fromMs: number
  readonly untilMs: number
  readonly isOn: boolean
}

/** Rules of a shop, items of a pin, and places a rule may move something by, at most. */
export const MOST_RULES = 200
const MOST_ITEMS = 100
const MOST_PINNED = 20
const MOST_PLACES = 100
const USUAL_PLACES = 5
const MOST_NAMES = 100
const LONGEST_NAME = 512
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/
const FIELDS = [
  'id',
  'title',
  'action',
  'items',
  'filter',
  'places',
  'position',
  'reason',
  'on',
  'from',
  'until',
  'enabled',
] as const
const ON_FIELDS = ['page_types', 'slots', 'categories', 'search_terms'] as const

/**
 * Reads rules.
 *
 * @param currency the shop's, for amounts in filters
 * @throws DomainError `invalid_request`, or `filter_invalid` where only filters are at fault; with every place
 */
export function parseRules(input: unknown, currency: string): readonly Rule[] {
  if (!Array.isArray(input) || input.length > MOST_RULES) {
    const message = `must be a list of at most ${MOST_RULES} rules`
    throw refused([{ code: 'rules_invalid', message, pointer: '/rules' }])
  }
  const faults: Fault[] = []
  const ids = new Set<string>()
  const rules = input.flatMap((rule: unknown, index): Rule[] => {
    const pointer = `/rules/${index}`
    if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) {
      faults.push({ code: 'rule_invalid', message: 'must be an object', pointer })
      return []
    }
    const reader = new RuleReader(rule as Record<string, unknown>, pointer, currency, faults)
    const parsed = reader.rule()
    if (ids.has(parsed.id)) reader.fault('id', 'is the id of an earlier rule')
    if (parsed.id !== '') ids.add(parsed.id)
    return [parsed]
  })
  if (faults.length > 0) throw refused(faults)
  return rules
}

function refused(faults: readonly Fault[]): DomainError {
  const isFilter = faults.every((fault) => fault.code === 'filter_invalid')
  return new DomainError(
    isFilter ? 'filter_invalid' : 'invalid_request',
    'A rule is not usable; the rules stay as they were.',
    {},
    faults,
  )
}

/** One rule: every field read once, every fault noted. */
class RuleReader {
  readonly #body: Readonly<Record<string, unknown>>
  readonly #pointer: string
  readonly #currency: string
  readonly #faults: Fault[]

  constructor(body: Readonly<Record<string, unknown>>, pointer: string, currency: string, faults: Fault[]) {
    this.#body = body
    this.#pointer = pointer
    this.#currency = currency
    this.#faults = faults
    this.#onlyKnown(this.#body, FIELDS, pointer)
  }

  rule(): Rule {
    const action = this.#choice('action', ACTIONS, undefined) ?? 'boost'
    const on = this.#on()
    const items = this.#items(action)
    const fromMs = this.#time('from', Number.NEGATIVE_INFINITY)
    const untilMs = this.#time('until', Number.POSITIVE_INFINITY)
    if (untilMs <= fromMs) this.fault('until', 'must be later than from')
    return {
      action,
      categories: this.#names(on, 'categories')?.map((path) => path.replace(/\/+$/, '')),
      fromMs,
      id: this.#id(),
      isAbout: this.#isAbout(action, items),
      isOn: this.#truth('enabled', true),
      items,
      pageTypes: this.#pageTypes(on),
      places: this.#whole('places', MOST_PLACES, USUAL_PLACES, action !== 'pin'),
      position: this.#whole('position', MOST_PLACES, 1, action === 'pin'),
      reason: this.#choice('reason', MERCHANDISING_REASONS, 'promoted') ?? 'promoted',
      searchTerms: this.#names(on, 'search_terms')?.map(foldText),
      slots: this.#names(on, 'slots'),
      untilMs,
    }
  }

  fault(field: string, message: string): undefined {
    this.#faults.push({ code: 'rule_invalid', message, pointer: `${this.#pointer}/${field}` })
    return undefined
  }

  #onlyKnown(body: object, known: readonly string[], pointer: string): void {
    for (const field of Object.keys(body)) {
      if (known.includes(field)) continue
      const nearest = nearestName(field, known)
      const hint = nearest === undefined ? `known are ${known.join(', ')}` : `did you mean ${nearest}?`
      this.#faults.push({ code: 'unknown_field', message: `a field is not known here; ${hint}`, pointer })
    }
  }

  #id(): string {
    const title = this.#body.title
    if (title !== undefined && (typeof title !== 'string' || title.length > LONGEST_NAME))
      this.fault('title', `must be text of at most ${LONGEST_NAME} characters`)
    const id = parseCallerId(this.#body.id)
    if (id === undefined) this.fault('id', 'must be 1–128 characters without control characters')
    return id ?? ''
  }

  #items(action: Action): readonly ItemId[] {
    const { items } = this.#body
    if (items === undefined) return []
    const most = action === 'pin' ? MOST_PINNED : MOST_ITEMS
    const ids = Array.isArray(items) ? items.map((id) => parseCallerId(id)) : []
    if (ids.length === 0 || ids.length > most || ids.includes(undefined))
      this.fault('items', `must be 1–${most} ids`)
    return [...new Set(ids)] as ItemId[]
  }

  /** A pin names its items, since they have an order; the others name items or a filter. */
  #isAbout(action: Action, items: readonly ItemId[]): CompiledFilter {
    const { filter } = this.#body
    const hasItems = this.#body.items !== undefined
    if (action === 'pin' && (filter !== undefined || !hasItems))
      this.fault('items', 'is needed, and no filter: what is pinned has an order')
    else if (hasItems === (filter !== undefined)) this.fault('filter', 'or items is needed, one of the two')
    if (filter === undefined) {
      const named = new Set(items)
      return (product) => named.has(product.itemId)
    }
    try {
      return compileFilter(filter, `${this.#pointer}/filter`, { currency: this.#currency })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      this.#faults.push(...error.faults)
      return () => false
    }
  }

  #on(): Readonly<Record<string, unknown>> {
    const { on } = this.#body
    if (on === undefined) return {}
    if (typeof on !== 'object' || on === null || Array.isArray(on)) {
      this.fault('on', 'must be an object')
      return {}
    }
    this.#onlyKnown(on, ON_FIELDS, `${this.#pointer}/on`)
    return on as Record<string, unknown>
  }

  #names(on: Readonly<Record<string, unknown>>, field: string): readonly string[] | undefined {
    const names = on[field]
    if (names === undefined) return undefined
    const isName = (name: unknown): name is string =>
      typeof name === 'string' && name.length > 0 && name.length <= LONGEST_NAME
    if (Array.isArray(names) && names.length > 0 && names.length <= MOST_NAMES && names.every(isName))
      return names.map((name) => name.normalize('NFC'))
    return this.fault(`on/${field}`, `must be 1–${MOST_NAMES} texts`)
  }

  #pageTypes(on: Readonly<Record<string, unknown>>): readonly PageType[] | undefined {
    const names = this.#names(on, 'page_types')
    const known = names?.flatMap((name) => PAGE_TYPES.find((type) => type === name) ?? [])
    if (known?.length !== names?.length) this.fault('on/page_types', `must be among ${PAGE_TYPES.join(', ')}`)
    return known
  }

  #choice<Name extends string>(
    field: string,
    known: readonly Name[],
    otherwise: Name | undefined,
  ): Name | undefined {
    const value = this.#body[field] ?? otherwise
    return known.find((name) => name === value) ?? this.fault(field, `must be one of ${known.join(', ')}`)
  }

  #whole(field: string, most: number, otherwise: number, isTaken: boolean): number {
    const value = this.#body[field]
    if (value === undefined) return otherwise
    if (!isTaken) this.fault(field, 'is not taken by this action')
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) return value
    this.fault(field, `must be a whole number, 1–${most}`)
    return otherwise
  }

  #truth(field: string, otherwise: boolean): boolean {
    const value = this.#body[field] ?? otherwise
    if (typeof value !== 'boolean') this.fault(field, 'must be true or false')
    return value === true
  }

  #time(field: string, otherwise: number): number {
    const value = this.#body[field] ?? undefined
    if (value === undefined) return otherwise
    const at = typeof value === 'string' && TIME.test(value) ? Date.parse(value) : Number.NaN
    if (Number.isNaN(at)) this.fault(field, 'must be RFC 3339 with an offset')
    return at
  }
}
