/**
 * Reading the arguments of a verb, with messages that say what to type instead.
 */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { nearestName } from '@umiar/vocabulary'

/** The person at the keyboard mistyped something: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

type OptionTypes = NonNullable<ParseArgsConfig['options']>

/**
 * Options and positional arguments of one verb.
 *
 * @param allowed options by long name; `type` is `string` or `boolean`
 * @throws UsageError naming the option, and the nearest known one if it is unknown
 */
export function readArguments<const Options extends OptionTypes>(
  args: readonly string[],
  allowed: Options,
): ReturnType<typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true; strict: true }>> {
  const unknown = args.find((arg) => /^--[^=]/.test(arg) && !((arg.slice(2).split('=')[0] ?? '') in allowed))
  if (unknown !== undefined)
    throw new UsageError(
      unknownName(
        'option',
        unknown,
        Object.keys(allowed).map((name) => `--${name}`),
      ),
    )
  try {
    return parseArgs({ allowPositionals: true, args: [...args], options: allowed, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/**
 * A whole number given as text.
 *
 * @throws UsageError if it is not one, or lies outside
 */
export function wholeNumber(
  option: string,
  text: string,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new UsageError(`--${option} must be a whole number from ${least} to ${most}, given: ${text}`)
}

/** A sentence that an unknown name is unknown, with the nearest known one. */
export function unknownName(what: string, given: string, known: readonly string[]): string {
  const nearest = nearestName(given, known)
  return `Unknown ${what} ${given}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`
}
