/**
 * Typed columns that grow by doubling: what the learner keeps per row, step or item.
 */

/** A column of unsigned 32-bit numbers. */
export class U32Column {
  values: Uint32Array
  constructor(capacity = 64) {
    this.values = new Uint32Array(capacity)
  }
  /** Makes room for `length` values; new ones are 0. */
  reserve(length: number): void {
    if (length <= this.values.length) return
    const grown = new Uint32Array(Math.max(length, this.values.length * 2))
    grown.set(this.values)
    this.values = grown
  }
}

/** A column of 64-bit floats. */
export class F64Column {
  values: Float64Array
  constructor(capacity = 64) {
    this.values = new Float64Array(capacity)
  }
  /** Makes room for `length` values; new ones are 0. */
  reserve(length: number): void {
    if (length <= this.values.length) return
    const grown = new Float64Array(Math.max(length, this.values.length * 2))
    grown.set(this.values)
    this.values = grown
  }
}
