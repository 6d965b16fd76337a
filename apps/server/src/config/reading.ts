/**
 * Reading the environment and collecting what is wrong with it.
 */

import { DomainError, type Fault, nearestName } from '@umiar/vocabulary'
import { CONFIGURATION_KEYS, type ConfigurationName } from './keys.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** One pass over the environment that collects every complaint. An empty value counts as not set. */
export class Reading {
  readonly #environment: Environment
  readonly #faults: Fault[] = []

  constructor(environment: Environment) {
    this.#environment = environment
    const known: readonly string[] = CONFIGURATION_KEYS.map((key) => key.name)
    for (const name of Object.keys(environment)) {
      if (!name.startsWith('UMIAR_') || known.includes(name)) continue
      const nearest = nearestName(name, known, 6)
      this.complain(
        name,
        `is not a configuration key${nearest === undefined ? '' : `; did you mean ${nearest}?`}`,
      )
    }
  }

  complain(name: string, message: string): void {
    this.#faults.push({ code: 'configuration_invalid', message: `${name} ${message}`, pointer: `/${name}` })
  }

  text(name: ConfigurationName): string | undefined {
    const value = this.#environment[name]?.trim()
    return value === '' ? undefined : value
  }

  oneOf<Value extends string>(name: ConfigurationName, values: readonly Value[], otherwise: Value): Value {
    return this.parsed(
      name,
      (text) => values.find((value) => value === text),
      otherwise,
      `one of ${values.join(', ')}`,
    )
  }

  parsed<Value>(
    name: ConfigurationName,
    parse: (text: string) => Value | undefined,
    otherwise: Value,
    expected: string,
  ): Value {
    const text = this.text(name)
    if (text === undefined) return otherwise
    const value = parse(text)
    if (value === undefined) this.complain(name, `must be ${expected}`)
    return value ?? otherwise
  }

  throwFaults(): void {
    if (this.#faults.length === 0) return
    const list = this.#faults.map((fault) => fault.message).join('; ')
    throw new DomainError(
      'configuration_invalid',
      `The configuration is not usable: ${list}.`,
      {},
      this.#faults,
    )
  }
}
