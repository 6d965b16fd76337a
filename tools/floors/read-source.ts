/**
 * Reads a source file for the floor check: what it imports, in every form, and what it touches of the world.
 *
 * Works on the syntax tree of oxc-parser, so that comments and strings cannot fool it and a method
 * named `fetch` is not the global. TypeScript 7 has no stable API for tools; checks that used the old
 * one see no files and succeed (ADR-0010).
 */
import { parseSync } from 'oxc-parser'

/** One import, re-export, import type, `require`, or `new URL(…, import.meta.url)`. */
export interface Reference {
  /** The path or package; `undefined` if it is computed, so that nobody can check it. */
  readonly specifier: string | undefined
  readonly kind: 'import' | 'url'
  readonly line: number
}

/** A use of time, chance, network, disk or process by a global name. */
export interface WorldUse {
  readonly name: string
  readonly line: number
}

export interface SourceFacts {
  readonly references: readonly Reference[]
  readonly worldUses: readonly WorldUse[]
}

const WORLD = new Set([
  'Buffer',
  'EventSource',
  'NodeJS',
  'WebSocket',
  'XMLHttpRequest',
  'console',
  'crypto',
  'document',
  'fetch',
  'global',
  'globalThis',
  'indexedDB',
  'localStorage',
  'navigator',
  'performance',
  'process',
  'sessionStorage',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'window',
])

/** What may be asked of `Date` and `Math` without knowing the time or drawing a number. */
const TIMELESS = new Set(['parse', 'UTC', 'prototype'])

interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly [field: string]: unknown
}

/**
 * @param path names the language by its ending and stands in the error
 * @throws Error if the file does not parse
 */
export function readSource(path: string, text: string): SourceFacts {
  const { errors, program } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const references: Reference[] = []
  const worldUses: WorldUse[] = []
  const lineOf = lineFinder(text)
  walk(program as unknown as SyntaxNode, undefined, undefined, (node, parent, field) => {
    const line = lineOf(node.start)
    const reference = referenceOf(node)
    if (reference !== undefined) references.push({ ...reference, line })
    const name = worldNameOf(node, parent, field)
    if (name !== undefined) worldUses.push({ line, name })
  })
  return { references, worldUses }
}

function referenceOf(node: SyntaxNode): Omit<Reference, 'line'> | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return { kind: 'import', specifier: textOf(node.source ?? node.argument) }
    case 'ExportNamedDeclaration':
      return isNode(node.source) ? { kind: 'import', specifier: textOf(node.source) } : undefined
    case 'TSExternalModuleReference':
      return { kind: 'import', specifier: textOf(node.expression) }
    case 'CallExpression':
      return callReferenceOf(node)
    case 'NewExpression': {
      const [path, base] = node.arguments as SyntaxNode[]
      if (nameOf(node.callee) !== 'URL' || !isImportMeta(base?.object)) return undefined
      return { kind: 'url', specifier: textOf(path) }
    }
    default:
      return undefined
  }
}

/** `require(…)`, `require.resolve(…)`, `import.meta.resolve(…)`. */
function callReferenceOf(node: SyntaxNode): Omit<Reference, 'line'> | undefined {
  const callee = node.callee as SyntaxNode
  const object = callee.type === 'MemberExpression' ? (callee.object as SyntaxNode) : undefined
  const isRequire = nameOf(callee) === 'require' || (object !== undefined && nameOf(object) === 'require')
  const isResolve = object !== undefined && isImportMeta(object) && nameOf(callee.property) === 'resolve'
  if (!isRequire && !isResolve) return undefined
  return { kind: 'import', specifier: textOf((node.arguments as SyntaxNode[])[0]) }
}

function worldNameOf(node: SyntaxNode, parent: SyntaxNode | undefined, field?: string): string | undefined {
  if (isImportMeta(node)) return 'import.meta'
  if (node.type !== 'Identifier' || isOnlyAName(parent, field)) return undefined
  const name = node.name as string
  if (WORLD.has(name)) return name
  if (name === 'Date' || name === 'Math') return unlessTimeless(name, parent, field)
  return undefined
}

/** `Date` and `Math` are fine as types, and for what depends on arguments alone. */
function unlessTimeless(
  name: 'Date' | 'Math',
  parent: SyntaxNode | undefined,
  field?: string,
): string | undefined {
  if (parent === undefined) return name
  if (parent.type === 'TSTypeReference') return undefined
  if (parent.type === 'NewExpression' && field === 'callee') {
    return (parent.arguments as unknown[]).length > 0 ? undefined : 'new Date()'
  }
  if (parent.type === 'BinaryExpression' && parent.operator === 'instanceof') return undefined
  if (parent.type === 'MemberExpression' && field === 'object' && parent.computed !== true) {
    const member = nameOf(parent.property) ?? ''
    const isPure = name === 'Math' ? member !== 'random' : TIMELESS.has(member)
    return isPure ? undefined : `${name}.${member}`
  }
  return name
}

/** A property, key or label that merely has the same name as a global. */
function isOnlyAName(parent: SyntaxNode | undefined, field?: string): boolean {
  if (parent === undefined || parent.computed === true) return false
  // In `{ fetch }` the value is visited besides the key.
  if (field === 'property' || field === 'label' || field === 'key') return true
  if (parent.type === 'TSQualifiedName') return field === 'right'
  return parent.type === 'ImportSpecifier' || parent.type === 'ExportSpecifier'
}

function walk(
  node: SyntaxNode,
  parent: SyntaxNode | undefined,
  field: string | undefined,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined, field: string | undefined) => void,
): void {
  visit(node, parent, field)
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, node, name, visit)
    }
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string'
}

function isImportMeta(value: unknown): boolean {
  return isNode(value) && value.type === 'MetaProperty' && nameOf(value.meta) === 'import'
}

function nameOf(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Identifier' ? (value.name as string) : undefined
}

/** The text of a string, or of a template without holes. */
function textOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined
  if (value.type === 'TSLiteralType') return textOf(value.literal)
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value
  if (value.type !== 'TemplateLiteral' || (value.expressions as unknown[]).length > 0) return undefined
  return (value.quasis as { value: { cooked: string } }[])[0]?.value.cooked
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1
}
