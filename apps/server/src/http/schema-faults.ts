/**
 * What a schema has against a request, told without repeating the request.
 *
 * Pointers stop where the caller's own names begin (keys of a record, unknown fields): such a name
 * could be a person's. An unknown field that is nearly a known one is answered with the known one.
 */

import { type Fault, nearestName } from '@umiar/vocabulary'
import type { FastifyError, FastifySchema, FastifySchemaValidationError } from 'fastify'

/** The parts of JSON Schema we walk along. */
interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly items?: SchemaNode
}

/**
 * @param error  the framework's, with what the validator found
 * @param schema of the route: its parts by the names `body`, `querystring`, `params`
 */
export function faultsOf(error: FastifyError, schema: FastifySchema | undefined): readonly Fault[] {
  const part = error.validationContext ?? 'body'
  const root = (schema?.[part as keyof FastifySchema] ?? {}) as SchemaNode
  const prefix = part === 'body' ? '' : `/${part}`
  const complaints = error.validation ?? []
  return complaints
    .filter((complaint) => !repeatsAnother(complaint, complaints))
    .flatMap((complaint) => faultsOfComplaint(complaint, root, prefix))
}

/** A forbidden field is reported twice, and so is each branch of an `anyOf`: one of them is enough. */
function repeatsAnother(
  complaint: FastifySchemaValidationError,
  all: readonly FastifySchemaValidationError[],
): boolean {
  if (complaint.keyword === 'boolean') return true
  if (complaint.keyword === 'anyOf') return false
  return all.some(
    (other) => other.keyword === 'anyOf' && complaint.schemaPath.startsWith(`${other.schemaPath}/anyOf/`),
  )
}

function faultsOfComplaint(
  complaint: FastifySchemaValidationError,
  schema: SchemaNode,
  prefix: string,
): Fault[] {
  const { node, pointer } = walk(schema, complaint.instancePath)
  const place = `${prefix}${pointer}`
  if (complaint.keyword === 'additionalProperties') {
    const unknown = complaint.params.additionalProperties as readonly string[]
    return unknown.map((field) => unknownField(field, Object.keys(node.properties ?? {}), place))
  }
  if (complaint.keyword === 'required') {
    const missing = complaint.params.requiredProperties as readonly string[]
    return missing.map((field) => ({ code: 'missing', message: 'is needed', pointer: `${place}/${field}` }))
  }
  return [{ code: complaint.keyword, message: messageOf(complaint), pointer: place }]
}

function unknownField(field: string, known: readonly string[], pointer: string): Fault {
  const nearest = nearestName(field, known)
  const message =
    nearest === undefined
      ? `a field is not known here; known are ${known.join(', ')}`
      : `a field is not known here; did you mean ${nearest}?`
  return { code: 'unknown_field', message, pointer }
}

function messageOf(complaint: FastifySchemaValidationError): string {
  const allowed = complaint.params.allowedValues
  if (Array.isArray(allowed)) return `must be one of ${allowed.join(', ')}`
  return complaint.message ?? 'does not fit its schema'
}

/** Follows a pointer as far as the schema itself names the way. */
function walk(schema: SchemaNode, instancePath: string): { node: SchemaNode; pointer: string } {
  let node = schema
  let pointer = ''
  for (const segment of instancePath.split('/').slice(1)) {
    const property =
      node.properties !== undefined && Object.hasOwn(node.properties, segment)
        ? node.properties[segment]
        : undefined
    const next = property ?? (/^\d+$/.test(segment) ? node.items : undefined)
    if (next === undefined) break
    node = next
    pointer += `/${segment}`
  }
  return { node, pointer }
}
