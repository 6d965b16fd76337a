/**
 * Many values in one parameter: arrays in PostgreSQL's text form.
 *
 * One statement with arrays of a thousand rows costs little more than with one row. Our values need no
 * quoting beyond what is here: ids are hexadecimal, bodies become hexadecimal, texts are escaped.
 */

/** Ids of 32 hexadecimal digits, for `uuid[]`. */
export function ids(values: readonly string[]): string {
  return `{${values.join(',')}}`
}

/** For `integer[]` or `bigint[]`. */
export function numbers(values: readonly (number | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`
}

/** For `bytea[]`. */
export function bytes(values: readonly Uint8Array[]): string {
  // Within an array literal a backslash is written twice.
  return `{${values.map((value) => `"\\\\x${hexOf(value)}"`).join(',')}}`
}

/** For `text[]`. */
export function texts(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`
}

function hexOf(value: Uint8Array): string {
  return Buffer.from(value.buffer, value.byteOffset, value.length).toString('hex')
}
