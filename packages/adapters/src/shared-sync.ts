/**
 * One costly step for many callers: a sync of a file, a publication of a model.
 *
 * A step that has begun may miss what was done after its start, so a caller waits for the next one;
 * all who ask while one is running share that next one.
 */
export class SharedSync {
  readonly #step: () => Promise<void>
  #running: Promise<void> | undefined
  #next: Promise<void> | undefined

  /** @param step carries out everything asked for before its start */
  constructor(step: () => Promise<void>) {
    this.#step = step
  }

  /** Resolves when everything asked for before the call is carried out. */
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
    const running = this.#step().finally(() => {
      if (this.#running === running) this.#running = undefined
    })
    this.#running = running
    return running
  }
}
