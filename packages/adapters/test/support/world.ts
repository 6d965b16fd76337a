/**
 * A small world for store tests: people with grants, rows, and temporary directories.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NewSealedRow, Store } from '@umiar/use-cases'
import {
  type AliasHash,
  aliasHash,
  type EventKey,
  type PersonalTable,
  type SubjectId,
  subjectId,
} from '@umiar/vocabulary'
import { onTestFinished } from 'vitest'
import { grantFor, rightOf, TODAY } from './grants.ts'
import { seededBytes } from './seeded.ts'

export { grantFor, rightOf, TODAY } from './grants.ts'

/** A directory that goes away with the test. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'umiar-adapters-'))
  onTestFinished(() => rmSync(directory, { force: true, recursive: true }))
  return directory
}

const hexOf = (name: string): string => Buffer.from(seededBytes(name, 16)).toString('hex')

/** The subject of a name, always the same. */
export const person = (name: string): SubjectId => subjectId(hexOf(`subject ${name}`))
/** The alias of a name. */
export const aliasOf = (name: string): AliasHash => aliasHash(hexOf(`alias ${name}`))
/** The keyed hash of an event or answer. */
export const keyOf = (name: string): EventKey => hexOf(`key ${name}`) as EventKey

/** A sealed row with recognisable, incompressible bytes. */
export function row(
  subject: SubjectId,
  table: PersonalTable,
  content: string,
  day = TODAY,
  bytes = 120,
): NewSealedRow {
  return { body: seededBytes(`body ${content}`, bytes), day, keyVersion: 1, subject, table }
}

/** Saves the n-th consent act of a person; the first brings her alias. */
export async function saveConsent(
  store: Store,
  name: string,
  consentSeq = 1,
  drop: readonly PersonalTable[] = [],
): Promise<'saved' | 'stale'> {
  const subject = person(name)
  return store.save(rightOf(subject, consentSeq - 1), {
    consentSeq,
    drop,
    row: row(subject, 'consent', `consent ${name} ${consentSeq}`),
    ...(consentSeq === 1 ? { alias: aliasOf(name) } : {}),
  })
}

/** Appends a browsing row with keys named after it. */
export function appendViews(store: Store, name: string, content: string, consentSeq = 1, bytes = 120) {
  const subject = person(name)
  return store.append(grantFor(subject, 'build_profile', consentSeq), {
    keys: [keyOf(`${content} a`), keyOf(`${content} b`)],
    receivedDay: TODAY,
    rows: [row(subject, 'browsing', content, TODAY, bytes)],
  })
}

/** Appends a browsing row and what was measured with it. */
export function appendMeasured(store: Store, name: string, content: string, consentSeq = 1) {
  const subject = person(name)
  return store.append(grantFor(subject, 'build_profile', consentSeq), {
    keys: [keyOf(`${content} measured`)],
    measured: {
      grant: grantFor(subject, 'measure', consentSeq),
      rows: [row(subject, 'measure', content)],
    },
    receivedDay: TODAY,
    rows: [row(subject, 'browsing', `${content} measured`)],
  })
}
