/**
 * JSON Schema to readable TypeScript: one named interface for each object.
 *
 * Knows the words our schemas use and no others: one it does not know stops the generator, so that no
 * part of a type is silently `unknown`. Objects that are the same get one name: their `title`, else that
 * of an operation's whole body or reply, else the shortest of the paths they were found at.
 */

/** A schema as it stands in the OpenAPI document. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly title?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly [word: string]: unknown
}

/** Which way a value travels: what is sent may also name a field as `undefined`. */
export type Direction = 'sent' | 'received'

interface Shape {
  readonly schema: JsonSchema
  /** Names it could have, by rank: the lowest rank wins, then the shortest, then the alphabet. */
  readonly names: Map<string, number>
  isReceived: boolean
}

const WORDS = new Set(
  [
    ['type', 'title', 'description', 'properties', 'required', 'additionalProperties', 'items', 'anyOf'],
    ['enum', 'const', 'default', 'examples', 'pattern', 'maxProperties'],
    ['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'uniqueItems'],
  ].flat(),
)
const [TITLED, WHOLE, PART] = [0, 1, 2]
const PRIMITIVES: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  integer: 'number',
  null: 'null',
  number: 'number',
  string: 'string',
}

/** Collects the schemas of all operations first, then names and writes them. */
export class SchemaTypes {
  readonly #shapes = new Map<string, Shape>()
  readonly #wholes = new Map<string, JsonSchema>()

  /** Takes note of a whole body, reply, path or query under the name it shall have. */
  add(name: string, schema: JsonSchema, direction: Direction): void {
    if (this.#wholes.has(name)) throw new Error(`two types would be named ${name}`)
    this.#wholes.set(name, schema)
    this.#collect(name, schema, direction, WHOLE)
  }

  /** All declarations, in the order they were added, each followed by its parts. */
  declarations(): string {
    const written = new Set<string>()
    return [...this.#wholes]
      .flatMap(([name, schema]) => [...this.#aliasOf(name, schema), ...this.#interfacesIn(schema, written)])
      .join('\n\n')
  }

  #collect(name: string, schema: JsonSchema, direction: Direction, rank: number): void {
    const unknownWord = Object.keys(schema).find((word) => !WORDS.has(word))
    if (unknownWord !== undefined) throw new Error(`${name}: the schema word ${unknownWord} is not known`)
    if (isNamed(schema)) {
      const shape = this.#shapeOf(schema)
      shape.names.set(schema.title ?? name, schema.title === undefined ? rank : TITLED)
      shape.isReceived ||= direction === 'received'
    }
    for (const [property, part] of Object.entries(schema.properties ?? {}))
      this.#collect(name + pascal(property, part.type === 'array'), part, direction, PART)
    for (const part of [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])])
      if (typeof part === 'object') this.#collect(name, part, direction, PART)
  }

  #shapeOf(schema: JsonSchema): Shape {
    // A remark on the place an object stands in does not make it another object.
    const { description: _, ...same } = schema
    const key = JSON.stringify(same)
    const known = this.#shapes.get(key)
    if (known !== undefined) return known
    const shape: Shape = { isReceived: false, names: new Map(), schema }
    this.#shapes.set(key, shape)
    return shape
  }

  #nameOf(schema: JsonSchema): string {
    const shape = this.#shapeOf(schema)
    const [name = ''] = [...shape.names]
      .sort(([a, rankA], [b, rankB]) => rankA - rankB || a.length - b.length || (a < b ? -1 : 1))
      .map(([candidate]) => candidate)
    const rival = [...this.#shapes.values()].find(
      (other) => other !== shape && shape.names.get(name) === TITLED && other.names.get(name) === TITLED,
    )
    if (rival !== undefined) throw new Error(`two different schemas have the title ${name}`)
    return name
  }

  #aliasOf(name: string, schema: JsonSchema): readonly string[] {
    const type = this.#typeOf(schema)
    return type === name ? [] : [`${remark(schema)}export type ${name} = ${type}`]
  }

  #interfacesIn(schema: JsonSchema, written: Set<string>): readonly string[] {
    const parts = [
      ...Object.values(schema.properties ?? {}),
      ...(schema.anyOf ?? []),
      ...[schema.items, schema.additionalProperties].filter((part) => typeof part === 'object'),
    ]
    const own: string[] = []
    if (isNamed(schema)) {
      const name = this.#nameOf(schema)
      if (written.has(name)) return []
      written.add(name)
      own.push(this.#interfaceOf(name, this.#shapeOf(schema)))
    }
    return [...own, ...parts.flatMap((part) => this.#interfacesIn(part, written))]
  }

  #interfaceOf(name: string, { isReceived, schema }: Shape): string {
    const fields = Object.entries(schema.properties ?? {}).map(([property, part]) => {
      const isOptional = !schema.required?.includes(property)
      const type = this.#typeOf(part)
      const orUndefined = isOptional && !isReceived && type !== 'unknown' ? ' | undefined' : ''
      return `${remark(part)}  readonly ${property}${isOptional ? '?' : ''}: ${type}${orUndefined}`
    })
    const { additionalProperties: more } = schema
    if (more === true) fields.push('  readonly [name: string]: unknown')
    else if (typeof more === 'object') throw new Error(`${name}: named fields beside a map are not known`)
    return `${remark(schema)}export interface ${name} {\n${fields.join('\n')}\n}`
  }

  #typeOf(schema: JsonSchema): string {
    if (schema.const !== undefined) return JSON.stringify(schema.const)
    if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
    if (schema.anyOf !== undefined) return schema.anyOf.map((part) => this.#typeOf(part)).join(' | ')
    if (isNamed(schema)) return this.#nameOf(schema)
    const { additionalProperties: values, items, type } = schema
    if (type === 'object')
      return `Readonly<Record<string, ${typeof values === 'object' ? this.#typeOf(values) : 'unknown'}>>`
    if (type === 'array') return listOf(items === undefined ? 'unknown' : this.#typeOf(items))
    if (type === undefined) return 'unknown'
    return [type]
      .flat()
      .map((one) => {
        const primitive = PRIMITIVES[one]
        if (primitive === undefined) throw new Error(`the type ${one} is not known`)
        return primitive
      })
      .join(' | ')
  }
}

/** `recommend` + `Body`, `exclude_ids` → `ExcludeIds`; of a list the one: `slots` → `Slot`. */
export function pascal(words: string, ofList = false): string {
  const name = words.replace(/(^|[^a-zA-Z0-9]+)([a-zA-Z0-9])/g, (_, _between, letter) => letter.toUpperCase())
  if (!ofList) return name
  if (name.endsWith('ies')) return `${name.slice(0, -3)}y`
  return name.replace(/(?<=ch|sh|ss|x)es$|(?<!s)s$/, '')
}

/** Objects with fields get an interface; maps and empty objects are written where they stand. */
function isNamed(schema: JsonSchema): boolean {
  return schema.type === 'object' && Object.keys(schema.properties ?? {}).length > 0
}

function listOf(item: string): string {
  return item.includes(' ') && !item.endsWith('>') ? `readonly (${item})[]` : `readonly ${item}[]`
}

/** The description and the bounds a type cannot say, as a comment line; empty if there are none. */
function remark(schema: JsonSchema): string {
  const { default: otherwise, description, maxItems, maximum, minItems = 0, minimum } = schema
  const bounds = [
    maximum === undefined ? (minimum === undefined ? '' : `At least ${minimum}`) : `${minimum}–${maximum}`,
    maxItems === undefined ? '' : `${minItems}–${maxItems} entries`,
    otherwise === undefined ? '' : `${otherwise} if absent`,
  ]
  const text = [description, ...bounds].filter((part) => part !== undefined && part !== '').join('. ')
  return text === '' ? '' : `/** ${text.replaceAll('*/', '*\\/')} */\n`
}
