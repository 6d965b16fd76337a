/**
 * The rules of the floors, as one pure function over a workspace and one of its files (ADR-0001).
 */
import { builtinModules } from 'node:module'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import type { SourceFacts } from './read-source.ts'

/** One workspace of the repository. */
export interface Workspace {
  readonly name: string
  /** Absolute path. */
  readonly folder: string
  /** 0 vocabulary … 4 apps. */
  readonly floor: number
  /** Names in `dependencies` of its `package.json`. */
  readonly dependencies: readonly string[]
}

export interface SourceFile {
  /** Absolute path. */
  readonly path: string
  readonly isTest: boolean
  readonly facts: SourceFacts
}

/** Floors up to this one are pure: no time, chance, network, disk or process. */
const HIGHEST_PURE_FLOOR = 2
const ADAPTERS = '@umiar/adapters'
const MAY_IMPORT_ADAPTERS = ['@umiar/server', '@umiar/cli']

const builtins = new Set(builtinModules)

/**
 * What the file does that its floor does not allow; empty if all is well.
 *
 * Tests obey the direction of imports too, but may know time and disk.
 */
export function judge(file: SourceFile, own: Workspace, all: readonly Workspace[]): readonly string[] {
  const isPure = own.floor <= HIGHEST_PURE_FLOOR && !file.isTest
  const complaints: string[] = []
  for (const { kind, line, specifier } of file.facts.references) {
    const complaint =
      specifier === undefined
        ? computed(kind, file.isTest)
        : specifier.startsWith('.') || kind === 'url'
          ? relativeComplaint(kind, specifier, file.path, own, all)
          : packageComplaint(specifier, isPure, file.isTest, own, all)
    if (complaint !== undefined) complaints.push(`${line}: ${complaint}`)
  }
  if (isPure) {
    for (const { line, name } of file.facts.worldUses) {
      complaints.push(`${line}: floor ${own.floor} is pure, but uses ${name}; take a port instead`)
    }
  }
  return complaints
}

function computed(kind: 'import' | 'url', isTest: boolean): string | undefined {
  if (kind === 'url' || isTest) return undefined
  return 'imports a computed path, which nobody can check; write it out'
}

function relativeComplaint(
  kind: 'import' | 'url',
  specifier: string,
  path: string,
  own: Workspace,
  all: readonly Workspace[],
): string | undefined {
  const target = resolve(dirname(path), specifier)
  if (isInside(target, own.folder)) return undefined
  const other = all.find((workspace) => isInside(target, workspace.folder))
  if (other !== undefined) return `climbs out of ${own.name} into ${other.name}: ${specifier}`
  return kind === 'import' ? `climbs out of ${own.name}: ${specifier}` : undefined
}

function packageComplaint(
  specifier: string,
  isPure: boolean,
  isTest: boolean,
  own: Workspace,
  all: readonly Workspace[],
): string | undefined {
  if (specifier.startsWith('node:') || builtins.has(specifier)) {
    return isPure ? `floor ${own.floor} is pure, but imports ${specifier}; take a port instead` : undefined
  }
  const name = packageNameOf(specifier)
  const other = all.find((workspace) => workspace.name === name)
  if (other !== undefined && other !== own) return workspaceComplaint(own, other)
  if (isTest || name === own.name || own.dependencies.includes(name)) return undefined
  return `imports ${name}, which ${own.name} does not list in its dependencies`
}

/** May the one import the other? Also asked of the `dependencies` of `package.json`. */
export function workspaceComplaint(own: Workspace, other: Workspace): string | undefined {
  if (other.floor >= own.floor) {
    const direction = other.floor === own.floor ? 'sideways' : 'upward'
    return `${direction} import: ${own.name} (floor ${own.floor}) → ${other.name} (floor ${other.floor})`
  }
  if (other.name === ADAPTERS && !MAY_IMPORT_ADAPTERS.includes(own.name)) {
    return `only ${MAY_IMPORT_ADAPTERS.join(' and ')} may import ${ADAPTERS}`
  }
  return undefined
}

function packageNameOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
