/**
 * Slows down guessing: ten wrong tokens a minute from one address, then a pause.
 *
 * A token has at least 32 characters in production, so guessing is hopeless anyway; this keeps a loop from
 * becoming load. Addresses are kept in memory for a minute and nowhere else.
 */
const MOST_WRONG = 10
const WINDOW_MS = 60_000
const MOST_ADDRESSES = 10_000

export class SignInThrottle {
  readonly #nowMs: () => number
  readonly #wrong = new Map<string, { count: number; untilMs: number }>()

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  /** May this address try again? */
  mayTry(address: string): boolean {
    const known = this.#wrong.get(address)
    return known === undefined || known.untilMs <= this.#nowMs() || known.count < MOST_WRONG
  }

  /** Takes note of a wrong token. */
  wrong(address: string): void {
    const nowMs = this.#nowMs()
    const known = this.#wrong.get(address)
    if (known !== undefined && known.untilMs > nowMs) {
      known.count++
      return
    }
    for (const [other, { untilMs }] of this.#wrong) if (untilMs <= nowMs) this.#wrong.delete(other)
    if (this.#wrong.size < MOST_ADDRESSES) this.#wrong.set(address, { count: 1, untilMs: nowMs + WINDOW_MS })
  }
}
