/**
 * RFC 3339 with an offset. A naive time is refused: nobody can say later what it meant.
 */
const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2})$/

/** @returns ms since the epoch, or `undefined` if the value is not such a time */
export function parseTimestamp(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined
  const match = RFC_3339.exec(value)
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  // Date.parse rolls 30 February over into March.
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  const ms = Date.parse(value)
  return Number.isNaN(ms) ? undefined : ms
}
