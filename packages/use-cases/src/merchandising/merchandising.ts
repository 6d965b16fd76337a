/**
 * The rules of the shop: in memory for every answer, durable in the store.
 */
import { DomainError } from '@umiar/vocabulary'
import type { SettingStore } from '../storage/ports.ts'
import type { MerchandisingReply } from './calls.ts'
import { isInForce, type PromotionPlace, Promotions } from './promotions.ts'
import { parseRules, type Rule } from './rule.ts'

/** The name the rules are kept under. */
const SETTING = 'merchandising'

interface Stored {
  readonly rules: readonly Readonly<Record<string, unknown>>[]
  /** ms since the epoch. */
  readonly updatedAtMs: number
}

export class Merchandising {
  readonly #store: SettingStore
  readonly #currency: string
  #stored: Stored | undefined
  #rules: readonly Rule[] = []

  /** @param currency the shop's, for amounts in filters */
  constructor(store: SettingStore, currency: string) {
    this.#store = store
    this.#currency = currency
  }

  /** Reads the stored rules. Call once, before serving. @throws DomainError `store_damaged` */
  async open(): Promise<void> {
    const body = await this.#store.setting(SETTING)
    if (body === undefined) return
    try {
      const stored = JSON.parse(body) as Stored
      this.#rules = parseRules(stored.rules, this.#currency)
      this.#stored = stored
    } catch {
      throw new DomainError(
        'store_damaged',
        'The stored merchandising rules cannot be read. Start the version that wrote them, or restore a backup.',
      )
    }
  }

  /**
   * Puts rules in the place of those before; they hold from the next answer on.
   *
   * @throws DomainError `invalid_request`, `filter_invalid` with every place at fault; then nothing changes
   */
  async put(input: unknown, nowMs: number): Promise<MerchandisingReply> {
    const { rules: given } = input as { readonly rules?: unknown }
    const rules = parseRules(given, this.#currency)
    const stored: Stored = { rules: given as Stored['rules'], updatedAtMs: nowMs }
    await this.#store.putSetting(SETTING, JSON.stringify(stored))
    this.#rules = rules
    this.#stored = stored
    return this.reply(nowMs)
  }

  /** The rules as they were given, and whether each acts now. */
  reply(nowMs: number): MerchandisingReply {
    const given = this.#stored?.rules ?? []
    return {
      rules: given.map((rule, index) => ({ ...rule, state: stateOf(this.#rules[index] as Rule, nowMs) })),
      updated_at: this.#stored === undefined ? null : new Date(this.#stored.updatedAtMs).toISOString(),
    }
  }

  get isEmpty(): boolean {
    return this.#rules.length === 0
  }

  /** The rules in force there, or `undefined` if there are none: then nothing is arranged. */
  inForce(place: PromotionPlace): Promotions | undefined {
    const rules = this.#rules.filter((rule) => isInForce(rule, place))
    return rules.length === 0 ? undefined : new Promotions(rules, place.page)
  }
}

function stateOf(rule: Rule, nowMs: number): 'active' | 'scheduled' | 'ended' | 'off' {
  if (!rule.isOn) return 'off'
  if (nowMs < rule.fromMs) return 'scheduled'
  return nowMs < rule.untilMs ? 'active' : 'ended'
}
