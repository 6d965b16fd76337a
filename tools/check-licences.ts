/**
 * Does every package we install carry a licence we may ship under, or at least work with?
 *
 * Reads `package-lock.json`, and where it names no licence the installed `package.json`. What ships
 * to a shop needs a permissive licence; a weak copyleft one is fine for tools that stay with us.
 *
 *     node tools/check-licences.ts [root]
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** SPDX ids allowed for everything. */
const PERMISSIVE = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
])

/** SPDX ids allowed besides for development only. */
const DEVELOPMENT_ONLY = new Set(['MPL-2.0', 'CC-BY-4.0', 'Python-2.0'])

export interface LicenceReport {
  readonly complaints: readonly string[]
  /** How many packages carry each licence expression. */
  readonly counts: ReadonlyMap<string, number>
}

interface LockedPackage {
  readonly link?: boolean
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optional?: boolean
  readonly license?: string
}

/** @param root absolute path of the repository */
export function checkLicences(root: string): LicenceReport {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const complaints: string[] = []
  const counts = new Map<string, number>()
  for (const [path, row] of Object.entries<LockedPackage>(lock.packages)) {
    // Workspaces are ours; links point at them.
    if (row.link || !path.includes('node_modules/')) continue
    const licence = row.license ?? installedLicence(root, path)
    counts.set(licence ?? 'none', (counts.get(licence ?? 'none') ?? 0) + 1)
    const isDevelopment = row.dev === true || row.devOptional === true
    if (licence === undefined) complaints.push(`${path} names no licence`)
    else if (!isAllowed(licence, isDevelopment)) {
      complaints.push(
        `${path} is under ${licence}, not allowed for ${isDevelopment ? 'development' : 'shipping'}`,
      )
    }
  }
  if (counts.size === 0) complaints.push('no package was checked')
  return { complaints, counts }
}

/**
 * Is an SPDX expression allowed? `OR` offers a choice, `AND` asks for all; `AND` binds tighter.
 *
 * @param isDevelopment the package never ships
 */
export function isAllowed(expression: string, isDevelopment: boolean): boolean {
  const plain = expression.replace(/^\(([^()]*)\)$/, '$1')
  // Nested parentheses have not occurred; refusing them asks for a look.
  if (/[()]/.test(plain)) return false
  return plain
    .split(/\s+OR\s+/)
    .some((choice) =>
      choice
        .split(/\s+AND\s+/)
        .every((id) => PERMISSIVE.has(id) || (isDevelopment && DEVELOPMENT_ONLY.has(id))),
    )
}

function installedLicence(root: string, path: string): string | undefined {
  try {
    return JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')).license
  } catch {
    return undefined
  }
}

if (import.meta.main) {
  const { complaints, counts } = checkLicences(resolve(process.argv[2] ?? '.'))
  for (const [licence, count] of [...counts].sort(([, a], [, b]) => b - a))
    console.log(`${count} × ${licence}`)
  for (const complaint of complaints) console.error(complaint)
  process.exitCode = complaints.length > 0 ? 1 : 0
}
