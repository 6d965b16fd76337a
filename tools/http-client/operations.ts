/** The operations of an OpenAPI document, reduced to what a client needs to know of each. */
import { type JsonSchema, pascal } from './schema-types.ts'

/** One call of the API. */
export interface Operation {
  readonly id: string
  readonly summary: string
  readonly method: string
  /** With `{name}` where ids go. */
  readonly path: string
  readonly parameters: { readonly path?: JsonSchema; readonly query?: JsonSchema }
  readonly body?: JsonSchema
  /** Of the JSON answer; `text` where it is plain text, `nothing` for 204, `never` where it only refuses. */
  readonly reply: JsonSchema | 'text' | 'nothing' | 'never'
  /** A status from 400 on that also answers the reply. */
  readonly alsoAnswers?: number
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>
}

interface Described {
  readonly operationId?: string
  readonly summary?: string
  readonly parameters?: readonly {
    readonly in: string
    readonly name: string
    readonly required?: boolean
    readonly description?: string
    readonly schema: JsonSchema
  }[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content>>
}

/** An OpenAPI document, as far as it is read here. */
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
}

/** In order of their ids, so that the order of registration does not show. */
export function operationsOf(document: OpenApiDocument): readonly Operation[] {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => operationOf(method.toUpperCase(), path, described)),
  )
  for (const { id, method, path } of operations) {
    const others = operations.filter((other) => other.id === id)
    if (others.length > 1) throw new Error(`${method} ${path}: another operation has the id ${id} too`)
  }
  return operations.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The schema of a refusal, the same on every operation. */
export function problemOf(document: OpenApiDocument): JsonSchema {
  const problems = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .map(({ responses }) => responses['4XX']?.content?.['application/problem+json']?.schema)
  const [first] = problems
  if (first === undefined || problems.some((one) => JSON.stringify(one) !== JSON.stringify(first)))
    throw new Error('every operation must declare the same problem document for 4XX')
  return first
}

function operationOf(method: string, path: string, described: Described): Operation {
  const { operationId: id, requestBody, responses, summary = '' } = described
  // `with` makes a client for another key; an operation of that name would hide it.
  if (id === undefined || !/^[a-z][a-zA-Z]*$/.test(id) || id === 'with')
    throw new Error(`${method} ${path}: give it an operationId in camelCase`)
  const parameters = {
    ...parametersIn('path', id, described),
    ...parametersIn('query', id, described),
  }
  const body = requestBody?.content?.['application/json']?.schema
  const alsoAnswers = Object.keys(responses).find(
    (status) => /^[45]\d\d$/.test(status) && responses[status]?.content?.['application/json'],
  )
  return {
    id,
    method,
    parameters,
    path,
    reply: replyOf(`${method} ${path}`, responses),
    summary,
    ...(body === undefined ? {} : { body }),
    ...(alsoAnswers === undefined ? {} : { alsoAnswers: Number(alsoAnswers) }),
  }
}

function parametersIn(
  place: 'path' | 'query',
  id: string,
  { parameters = [] }: Described,
): Record<string, JsonSchema> {
  const here = parameters.filter((parameter) => parameter.in === place)
  if (here.length === 0) return {}
  const properties = Object.fromEntries(
    here.map(({ description, name, schema }) => [
      name,
      description === undefined ? schema : { ...schema, description },
    ]),
  )
  const required = here.filter((parameter) => parameter.required).map(({ name }) => name)
  // With a title of their own: two calls that both take an id have nothing more in common.
  return { [place]: { properties, required, title: pascal(`${id} ${place}`), type: 'object' } }
}

function replyOf(call: string, responses: Described['responses']): Operation['reply'] {
  const successes = Object.keys(responses).filter((status) => status.startsWith('2'))
  if (successes.length === 0) return 'never'
  if (successes.length > 1) throw new Error(`${call}: one way to succeed is enough`)
  const { content } = responses[successes[0]!]!
  if (content === undefined) return 'nothing'
  const schema = content['application/json']?.schema
  if (schema !== undefined) return schema
  if (content['text/plain'] !== undefined) return 'text'
  throw new Error(`${call}: a reply is JSON or plain text`)
}
