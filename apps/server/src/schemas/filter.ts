/**
 * A filter, for the description of the API: made from the tables the governor compiles it by.
 *
 * The application reads the expression itself and tells every place at fault; the schema of the request
 * lets it through. `filter`s inside `all`, `any` and `not` have the same form.
 */
import { type TSchema, Type } from '@fastify/type-provider-typebox'
import { FILTER_FIELDS, type FieldKind, MOST_CONDITIONS, operatorsOf } from '@umiar/privacy'
import { PriceDocument } from './shared.ts'

const Inner = Type.Record(Type.String(), Type.Unknown(), { description: 'A filter' })
const Inners = Type.Array(Inner, { maxItems: MOST_CONDITIONS })
const Place = Type.Enum(['page', 'cart'])
const Text = Type.String({ maxLength: 512 })

const VALUES: Readonly<Record<FieldKind, TSchema>> = {
  money: PriceDocument,
  number: Type.Number(),
  own: Type.Union([Text, Type.Number(), Type.Boolean()]),
  path: Text,
  text: Text,
  texts: Text,
  time: Type.String({ description: 'A date, or RFC 3339 with offset' }),
  truth: Type.Boolean(),
}

const listOf = (value: TSchema): TSchema => Type.Array(value, { maxItems: 1_000 })

/** What an operator takes of a value of this kind. */
function operandOf(operator: string, value: TSchema): TSchema {
  switch (operator) {
    case 'in':
    case 'not_in':
      return listOf(value)
    case 'between':
      return Type.Array(value, { maxItems: 2, minItems: 2 })
    case 'within_days':
      return Type.Number({ maximum: 36_500, minimum: 0 })
    case 'contains':
      return Text
    case 'prefix':
      return Type.Union([Text, listOf(Text)])
    case 'same_as':
    case 'different_from':
      return Place
    case 'exists':
      return Type.Boolean()
    default:
      return value
  }
}

function conditionOf(kind: FieldKind): TSchema {
  const operators = operatorsOf(kind).map(({ meaning, name }) => [
    name,
    Type.Optional({ ...operandOf(name, VALUES[kind]), description: meaning.replaceAll('`', '') }),
  ])
  const asked = Type.Object(Object.fromEntries(operators), {
    additionalProperties: false,
    title: `${kind[0]?.toUpperCase()}${kind.slice(1)}Condition`,
  })
  const fits = (name: string): boolean => operatorsOf(kind).some((operator) => operator.name === name)
  const value = VALUES[kind]
  const bare = fits(kind === 'texts' ? 'contains' : 'eq') ? [value] : []
  return Type.Union([...bare, ...(fits('in') ? [listOf(value)] : []), asked])
}

/** The whole expression; attributes of the shop's own are named `attributes.NAME`. */
export const FilterDocument = Type.Object(
  {
    ...Object.fromEntries(
      FILTER_FIELDS.map(({ kind, meaning, name }) => [
        name,
        Type.Optional({ ...conditionOf(kind), description: meaning.replaceAll('`', '') }),
      ]),
    ),
    all: Type.Optional(Inners),
    any: Type.Optional(Inners),
    not: Type.Optional(Inner),
  },
  {
    additionalProperties: true,
    description: 'Conditions that must all be met; attributes.NAME for the shop’s own fields',
    examples: [{ category: { prefix: 'tea' }, price: { lte: 50 } }],
    title: 'Filter',
  },
)
