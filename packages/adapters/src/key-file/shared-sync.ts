/**
 * One sync for many writers.
 *
 * A sync that has begun may miss a write made after its start, so a caller waits for the next one;
 * all who ask while one is running share that next one.
 */
export class SharedSync {
  readonly #sync: () => Promise<void>
  #running: Promise<void> | undefined
  #next: Promise<void> | undefined

  /** @param sync forces everything written so far to stable storage */
  constructor(sync: () => Promise<void>) {
    this.#sync = sync
  }

  /** Resolves when everything written before the call is on stable storage. */
  settle(): Promise<void> {
    if (this.#next !== undefined) return this.#next
    if (this.#running === undefined) return this.#begin()
    const next = this.#running.then(
      () => this.#begin(),
      () => this.#begin(),
    )
    this.#next = next
    return next
  }

  #begin(): Promise<void> {
    this.#next = undefined
    const running = this.#sync().finally(() => {
      if (this.#running === running) this.#running = undefined
    })
    this.#running = running
    return running
  }
}
