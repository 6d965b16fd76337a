/**
 * "Did you mean …?": the known name closest to a mistyped one.
 */

/**
 * @param mostEdits farther names are no suggestion; by default a third of the name
 * @returns the known name with the fewest edits, the first of equals
 */
export function nearestName(
  name: string,
  known: readonly string[],
  mostEdits = Math.max(2, Math.floor(name.length / 3)),
): string | undefined {
  let best: string | undefined
  let fewest = mostEdits + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= fewest) continue
    const edits = editDistance(name, candidate)
    if (edits < fewest) {
      fewest = edits
      best = candidate
    }
  }
  return best
}

/** Levenshtein distance: insertions, deletions and replacements that turn `a` into `b`. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const replaced = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1))
    }
    previous = current
  }
  return previous[b.length]!
}
