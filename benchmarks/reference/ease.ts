/**
 * Reference: EASE, the linear item-item model with a closed form.
 *
 * H. Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019: with G = XᵀX + λI and
 * P = G⁻¹, the weights are B[i,j] = −P[i,j] / P[j,j], zero on the diagonal. Dense and cubic in the number
 * of items, hence the most frequent ones only.
 */

export class Ease {
  readonly #items: number
  /** Item numbers that take part; their place is row and column of the weights. */
  readonly #chosen: readonly number[]
  readonly #placeOf: Int32Array
  readonly #weights: Float64Array

  /**
   * @param rows      item numbers in [0, items) of each basket or person
   * @param mostItems the most frequent so many take part. Cost: O(mostItems³) time, 8 × mostItems² bytes
   */
  constructor(rows: readonly (readonly number[])[], items: number, ridge: number, mostItems: number) {
    this.#items = items
    const counts = new Float64Array(items)
    for (const row of rows) for (const item of new Set(row)) counts[item]!++
    this.#chosen = [...counts.keys()]
      .filter((item) => counts[item]! > 0)
      .sort((a, b) => counts[b]! - counts[a]! || a - b)
      .slice(0, mostItems)
    this.#placeOf = new Int32Array(items).fill(-1)
    this.#chosen.forEach((item, place) => {
      this.#placeOf[item] = place
    })
    const n = this.#chosen.length
    const gram = new Float64Array(n * n)
    for (const row of rows) {
      const places = [...new Set(row)].map((item) => this.#placeOf[item]!).filter((place) => place >= 0)
      for (const a of places) for (const b of places) gram[a * n + b]!++
    }
    for (let a = 0; a < n; a++) gram[a * n + a]! += ridge
    invertPositiveDefinite(gram, n)
    const diagonal = Float64Array.from({ length: n }, (_, a) => gram[a * n + a]!)
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) gram[a * n + b]! /= -diagonal[b]!
      gram[a * n + a] = 0
    }
    this.#weights = gram
  }

  /** @param known items with their weights. @returns one score per item, 0 for those that take no part */
  scores(known: ReadonlyMap<number, number>): Float64Array {
    const n = this.#chosen.length
    const sums = new Float64Array(n)
    for (const [item, weight] of known) {
      const place = this.#placeOf[item] ?? -1
      if (place < 0) continue
      const row = this.#weights.subarray(place * n, place * n + n)
      for (let b = 0; b < n; b++) sums[b]! += weight * row[b]!
    }
    const scores = new Float64Array(this.#items)
    for (let place = 0; place < n; place++) scores[this.#chosen[place]!] = sums[place]!
    return scores
  }
}

/**
 * Replaces a symmetric positive definite matrix by its inverse: Cholesky G = LLᵀ, then L⁻¹, then L⁻ᵀL⁻¹.
 *
 * @param matrix row after row, length n × n, changed in place
 * @throws RangeError if the matrix is not positive definite
 *
 * Cost: n³ multiply-adds, in walks along rows.
 */
export function invertPositiveDefinite(matrix: Float64Array, n: number): void {
  factor(matrix, n)
  invertLower(matrix, n)
  multiplyTransposed(matrix, n)
}

/** L into the lower triangle. Right-looking over Lᵀ in the upper triangle, so that every walk is along a row. */
function factor(matrix: Float64Array, n: number): void {
  for (let k = 0; k < n; k++) {
    const pivot = matrix[k * n + k]!
    if (!(pivot > 0)) throw new RangeError(`matrix is not positive definite at row ${k}`)
    const root = Math.sqrt(pivot)
    const rowK = matrix.subarray(k * n, k * n + n)
    for (let j = k; j < n; j++) rowK[j]! /= root
    for (let i = k + 1; i < n; i++) {
      const by = rowK[i]!
      if (by === 0) continue
      const rowI = matrix.subarray(i * n, i * n + n)
      for (let j = i; j < n; j++) rowI[j]! -= by * rowK[j]!
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) matrix[i * n + j] = matrix[j * n + i]!
}

/** L⁻¹ into the lower triangle, row by row: row i is −(Σ L[i,k] × row k) / L[i,i]. */
function invertLower(matrix: Float64Array, n: number): void {
  const sums = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const rowI = matrix.subarray(i * n, i * n + n)
    sums.fill(0, 0, i)
    for (let k = 0; k < i; k++) {
      const by = rowI[k]!
      if (by === 0) continue
      const rowK = matrix.subarray(k * n, k * n + k + 1)
      for (let j = 0; j <= k; j++) sums[j]! += by * rowK[j]!
    }
    const pivot = rowI[i]!
    for (let j = 0; j < i; j++) rowI[j] = -sums[j]! / pivot
    rowI[i] = 1 / pivot
  }
}

/** M ← MᵀM for the lower triangular M, into the whole square. */
function multiplyTransposed(matrix: Float64Array, n: number): void {
  // Row k of M adds to rows i ≤ k of the product; those rows of M were read before, as k grows.
  const row = new Float64Array(n)
  for (let k = 0; k < n; k++) {
    row.set(matrix.subarray(k * n, k * n + k + 1))
    matrix.fill(0, k * n, k * n + n)
    for (let i = 0; i <= k; i++) {
      const by = row[i]!
      if (by === 0) continue
      const product = matrix.subarray(i * n, i * n + n)
      for (let j = 0; j <= i; j++) product[j]! += by * row[j]!
    }
  }
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) matrix[i * n + j] = matrix[j * n + i]!
}
