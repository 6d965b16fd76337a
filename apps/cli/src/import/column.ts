/**
 * A growing column of numbers, and rows grouped by one.
 */

type TypedArray = Int32Array | Uint8Array | Float64Array

/** Numbers one after the other, each as small as its kind. */
export class Column<Kind extends TypedArray> {
  readonly #Kind: new (
    length: number,
  ) => Kind
  #values: Kind
  #length = 0

  constructor(KindOfArray: new (length: number) => Kind) {
    this.#Kind = KindOfArray
    this.#values = new KindOfArray(1024)
  }

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new this.#Kind(this.#values.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#length++] = value
  }

  /** @param row in [0, length) */
  at(row: number): number {
    return this.#values[row]!
  }

  /** A view of all; valid until the next `push`. */
  values(): Kind {
    return this.#values.subarray(0, this.#length) as Kind
  }
}

/**
 * Rows by the value of a column, in their order.
 *
 * @param groupOfRow each in [0, groups)
 * @returns a function that gives the rows of one group
 *
 * Cost: two passes over the column, 4 bytes a row.
 */
export function groupedBy(groupOfRow: Int32Array, groups: number): (group: number) => Int32Array {
  const start = new Int32Array(groups + 1)
  for (const group of groupOfRow) start[group + 1] = start[group + 1]! + 1
  for (let group = 0; group < groups; group++) start[group + 1] = start[group + 1]! + start[group]!
  const next = start.slice()
  const rows = new Int32Array(groupOfRow.length)
  groupOfRow.forEach((group, row) => {
    rows[next[group]!] = row
    next[group] = next[group]! + 1
  })
  return (group) => rows.subarray(start[group], start[group + 1])
}
