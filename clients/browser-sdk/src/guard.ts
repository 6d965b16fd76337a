/**
 * The promise that nothing of ours ever breaks the page: what goes wrong in here ends in here.
 */

/** The same function, except that a throw or a rejection becomes `undefined`. */
export function guard<Arguments extends readonly unknown[], Value>(
  run: (...args: Arguments) => Promise<Value>,
): (...args: Arguments) => Promise<Value | undefined>
export function guard<Arguments extends readonly unknown[], Value>(
  run: (...args: Arguments) => Value,
): (...args: Arguments) => Value | undefined
export function guard(run: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
  return (...args) => {
    try {
      const value = run(...args)
      return value instanceof Promise ? value.catch(() => undefined) : value
    } catch {
      return undefined
    }
  }
}
