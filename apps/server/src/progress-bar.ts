/**
 * A progress bar for people: one line that is redrawn on a terminal, a line per fifth elsewhere.
 */

export interface ProgressBar {
  show(done: number, all: number, note?: string): void
  end(): void
}

const WIDTH = 24

/** @param label what is going on, in a few words */
export function progressBar(label: string, out: NodeJS.WriteStream = process.stderr): ProgressBar {
  let drawn = false
  let lastFifth = -1
  return {
    end() {
      if (drawn && out.isTTY) out.write('\n')
    },
    show(done, all, note = '') {
      if (all === 0) return
      const filled = Math.round((done / all) * WIDTH)
      const bar = `${label} [${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${done}/${all} ${note}`
      if (out.isTTY) out.write(`\r${bar.padEnd(79)}`)
      else if (Math.floor((5 * done) / all) !== lastFifth) out.write(`${bar.trimEnd()}\n`)
      lastFifth = Math.floor((5 * done) / all)
      drawn = true
    },
  }
}
