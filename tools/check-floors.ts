/**
 * Do the floors hold? Every import goes down, and floors 0–2 know nothing of the world (ADR-0001).
 *
 * Counts what it read and fails where it read nothing: a check that sees no files is no check.
 *
 *     node tools/check-floors.ts [root]
 */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { judge, type Workspace, workspaceComplaint } from './floors/judge.ts'
import { readSource } from './floors/read-source.ts'

/** Result of the check. */
export interface FloorReport {
  readonly complaints: readonly string[]
  /** Source files read, by workspace. */
  readonly filesOf: ReadonlyMap<Workspace, number>
}

const SOURCES = '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'

/** @param root absolute path of the repository */
export function checkFloors(root: string): FloorReport {
  const complaints: string[] = []
  const workspaces = readWorkspaces(root, complaints)
  const filesOf = new Map<Workspace, number>()
  for (const own of workspaces) {
    for (const dependency of own.dependencies) {
      const other = workspaces.find((workspace) => workspace.name === dependency)
      const complaint = other && workspaceComplaint(own, other)
      if (complaint !== undefined) complaints.push(`${relative(root, own.folder)}/package.json: ${complaint}`)
    }
    let count = 0
    for (const found of globSync([`src/${SOURCES}`, `test/${SOURCES}`], { cwd: own.folder })) {
      const path = join(own.folder, found)
      const isTest = found.startsWith('test')
      const facts = readSource(path, readFileSync(path, 'utf8'))
      if (!isTest) count++
      for (const complaint of judge({ facts, isTest, path }, own, workspaces)) {
        complaints.push(`${relative(root, path)}:${complaint}`)
      }
    }
    if (count === 0) complaints.push(`${relative(root, own.folder)}: no source file was read`)
    filesOf.set(own, count)
  }
  if (workspaces.length === 0) complaints.push('no workspace was found')
  return { complaints, filesOf }
}

function readWorkspaces(root: string, complaints: string[]): readonly Workspace[] {
  const patterns: string[] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).workspaces ?? []
  return globSync(
    patterns.map((pattern) => `${pattern}/package.json`),
    { cwd: root },
  )
    .sort()
    .map((path) => {
      const manifest = JSON.parse(readFileSync(join(root, path), 'utf8'))
      if (!Number.isInteger(manifest.floor) || manifest.floor < 0 || manifest.floor > 4) {
        complaints.push(`${path}: floor must be a whole number from 0 to 4`)
      }
      return {
        dependencies: Object.keys(manifest.dependencies ?? {}),
        floor: manifest.floor,
        folder: join(root, dirname(path)),
        name: manifest.name,
      }
    })
}

/** One line per floor: how many files of which workspaces were read. */
export function describeFloors({ filesOf }: FloorReport): string {
  const floors = Map.groupBy(filesOf, ([workspace]) => workspace.floor)
  return [...floors]
    .sort(([a], [b]) => b - a)
    .map(
      ([floor, rows]) => `floor ${floor}: ${rows.map(([{ name }, count]) => `${name} ${count}`).join(', ')}`,
    )
    .join('\n')
}

if (import.meta.main) {
  const report = checkFloors(resolve(process.argv[2] ?? '.'))
  console.log(describeFloors(report))
  for (const complaint of report.complaints) console.error(complaint)
  const files = [...report.filesOf.values()].reduce((sum, count) => sum + count, 0)
  console.log(`${files} source files, ${report.complaints.length} complaints`)
  process.exitCode = report.complaints.length > 0 ? 1 : 0
}
