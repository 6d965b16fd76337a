/**
 * A progress bar on the error stream; silent where nobody watches.
 */
const WIDTH = 30
const LEAST_MS = 100

export class ProgressBar {
  readonly #isShown = process.stderr.isTTY === true
  #lastMs = 0

  /** Shows how far a step has come. @param share in [0, 1] */
  show(step: string, share: number): void {
    if (!this.#isShown) return
    const now = performance.now()
    if (now - this.#lastMs < LEAST_MS) return
    this.#lastMs = now
    const filled = Math.round(Math.min(1, Math.max(0, share)) * WIDTH)
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled)
    process.stderr.write(`\r${step.padEnd(10)} ${bar} ${Math.round(share * 100)}%`)
  }

  /** Removes the bar. */
  clear(): void {
    if (this.#isShown) process.stderr.write('\r\u001b[K')
  }
}
