import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type OpenApiDocument, operationsOf } from '../http-client/operations.ts'
import { type JsonSchema, pascal, SchemaTypes } from '../http-client/schema-types.ts'
import { httpClientSource, sourceOf } from '../write-http-client.ts'

const PROBLEM = { properties: { code: { type: 'string' } }, required: ['code'], type: 'object' }
const REFUSALS = { '4XX': { content: { 'application/problem+json': { schema: PROBLEM } } } }
const answer = (schema: JsonSchema) => ({
  '200': { content: { 'application/json': { schema } } },
  ...REFUSALS,
})

const documentOf = (...ids: (string | undefined)[]): OpenApiDocument => ({
  paths: Object.fromEntries(
    ids.map((operationId, index) => [
      `/v1/${index}`,
      {
        get: { responses: answer({ type: 'string' }), ...(operationId === undefined ? {} : { operationId }) },
      },
    ]),
  ),
})

/** The declarations of one schema, received or sent, without line breaks. */
function typed(schema: JsonSchema, direction: 'sent' | 'received' = 'received'): string {
  const types = new SchemaTypes()
  types.add('Thing', schema, direction)
  return types.declarations().replaceAll(/\s+/g, ' ')
}

describe('clients/http-client/src/generated.ts', () => {
  it('is what the routes make it; if not: npm run generate', async () => {
    const path = new URL('../../clients/http-client/src/generated.ts', import.meta.url)
    expect(readFileSync(path, 'utf8')).toBe(await httpClientSource())
  })
})

describe('an operation', () => {
  it('without an id, with another’s, or with one that hides a method is refused', () => {
    expect(operationsOf(documentOf('b', 'a')).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(() => operationsOf(documentOf('a', undefined))).toThrow('GET /v1/1: give it an operationId')
    expect(() => operationsOf(documentOf('a', 'a'))).toThrow('GET /v1/0: another operation has the id a')
    for (const id of ['with', 'two words', 'snake_case']) {
      expect(() => operationsOf(documentOf(id)), id).toThrow('operationId in camelCase')
    }
  })

  it('tells what it takes, answers, and how it travels', () => {
    const parameters = [
      { in: 'path', name: 'id', required: true, schema: { type: 'string' } },
      { in: 'query', name: 'q', schema: { type: 'integer' } },
    ]
    const requestBody = { content: { 'application/json': { schema: { type: 'array' } } } }
    const source = sourceOf({
      paths: {
        '/a/{id}': {
          put: { operationId: 'putA', parameters, requestBody, responses: { '204': {}, ...REFUSALS } },
        },
        '/b': {
          get: {
            operationId: 'b',
            responses: { '200': { content: { 'text/plain': { schema: {} } } }, ...REFUSALS },
          },
        },
        '/c': { get: { operationId: 'c', responses: REFUSALS } },
      },
    })
    for (const line of [
      'putA: { readonly path: PutAPath; readonly query?: PutAQuery; readonly body: PutABody; readonly reply: undefined }',
      "putA: { method: 'PUT', path: '/a/{id}' },",
      'b: { readonly reply: string }',
      "b: { method: 'GET', path: '/b', isText: true },",
      'c: { readonly reply: never }',
    ]) {
      expect(source).toContain(line)
    }
  })
})

describe('a type', () => {
  it('is as narrow as its schema', () => {
    const properties: Record<string, JsonSchema> = {
      anything: {},
      count: { maximum: 4, minimum: 0, type: 'integer' },
      either: { anyOf: [{ type: 'number' }, { items: { type: 'string' }, type: 'array' }] },
      flags: { additionalProperties: { type: 'boolean' }, type: 'object' },
      kind: { enum: ['a', 'b'] },
      kinds: { items: { enum: ['a', 'b'] }, maxItems: 3, type: 'array' },
      maybe: { description: 'A time', type: ['string', 'null'] },
      yes: { const: true },
    }
    expect(typed({ properties, required: Object.keys(properties), type: 'object' })).toBe(
      'export interface Thing { readonly anything: unknown /** 0–4 */ readonly count: number ' +
        'readonly either: number | readonly string[] readonly flags: Readonly<Record<string, boolean>> ' +
        'readonly kind: "a" | "b" /** 0–3 entries */ readonly kinds: readonly ("a" | "b")[] ' +
        '/** A time */ readonly maybe: string | null readonly yes: true }',
    )
  })

  it('lets a sender write undefined, and a receiver not', () => {
    const schema: JsonSchema = { properties: { a: { type: 'string' } }, type: 'object' }
    expect(typed(schema, 'sent')).toContain('readonly a?: string | undefined')
    expect(typed(schema)).toContain('readonly a?: string }')
  })

  it('that occurs twice is written once, under its title, else as a whole, else by its shortest path', () => {
    const part = (title?: string): JsonSchema => ({
      properties: { x: { type: 'string' } },
      type: 'object',
      ...(title === undefined ? {} : { title }),
    })
    const holder = (inner: JsonSchema): JsonSchema => ({
      properties: { longer_name: { ...inner, description: 'here' }, parts: { items: inner, type: 'array' } },
      required: ['longer_name', 'parts'],
      type: 'object',
    })
    expect(typed(holder(part()))).toContain(
      'readonly longer_name: ThingPart readonly parts: readonly ThingPart[] }',
    )
    expect(typed(holder(part('Named')))).toContain('readonly parts: readonly Named[] }')
    const types = new SchemaTypes()
    types.add('PutThingReply', part(), 'received')
    types.add('AllThingsReply', holder(part()), 'received')
    expect(types.declarations()).toContain('readonly parts: readonly PutThingReply[]')
  })

  it('cannot be written from words it does not know, nor two under one name', () => {
    expect(() => typed({ allOf: [] })).toThrow('Thing: the schema word allOf is not known')
    expect(() => typed({ type: 'date' })).toThrow('the type date is not known')
    const titled = (type: string): JsonSchema => ({ properties: { x: { type } }, title: 'T', type: 'object' })
    const both = { properties: { a: titled('string'), b: titled('number') }, type: 'object' }
    expect(() => typed(both)).toThrow('two different schemas have the title T')
  })

  it('is named in the singular for what a list holds', () => {
    const lists = ['slots', 'switches', 'categories', 'removed_class', 'history', 'uses', 'bought_with']
    expect(lists.map((name) => pascal(name, true))).toEqual([
      'Slot',
      'Switch',
      'Category',
      'RemovedClass',
      'History',
      'Use',
      'BoughtWith',
    ])
  })
})
