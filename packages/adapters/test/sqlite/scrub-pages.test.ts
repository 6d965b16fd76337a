import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { PAGE_BYTES } from '../../src/sqlite/checkpoint.ts'
import { scrubPage } from '../../src/sqlite/scrub-pages.ts'
import { seededBytes, seededChoice } from '../support/seeded.ts'
import { temporaryDirectory } from '../support/world.ts'

/** A database after much inserting and deleting without secure_delete: full of residue. */
function churnedDatabase(path: string): string[] {
  const database = new Database(path)
  database.pragma('secure_delete = OFF')
  database.pragma('synchronous = OFF')
  database.pragma('journal_mode = MEMORY')
  database.exec(
    'CREATE TABLE t (a BLOB, b INTEGER, body BLOB, PRIMARY KEY (a, b)) WITHOUT ROWID; CREATE INDEX i ON t (b)',
  )
  database.exec('CREATE TABLE u (n INTEGER PRIMARY KEY, body BLOB)')
  const choose = seededChoice('scrub')
  const put = database.prepare('INSERT INTO t VALUES (?, ?, ?)')
  const putRow = database.prepare('INSERT INTO u (body) VALUES (?)')
  for (let n = 0; n < 3000; n++) {
    put.run(seededBytes(`a ${choose(200)}`, 16), n, seededBytes(`body ${n}`, 20 + choose(1500)))
    putRow.run(seededBytes(`row ${n}`, 20 + choose(6000)))
    if (n % 3 === 0) database.prepare('DELETE FROM t WHERE b % 7 = ? AND b < ?').run(choose(7), n)
    if (n % 5 === 0) database.prepare('DELETE FROM u WHERE n = ?').run(choose(n + 1))
  }
  const content = contentOf(database)
  database.close()
  return content
}

function contentOf(database: Database.Database): string[] {
  const rows = (sql: string): string[] =>
    (database.prepare(sql).raw().all() as unknown[][]).map((row) =>
      row.map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : value)).join(' '),
    )
  return [...rows('SELECT * FROM t ORDER BY a, b'), ...rows('SELECT * FROM u ORDER BY n')]
}

describe('scrubbing pages', () => {
  it('removes residue and changes nothing SQLite can see', () => {
    const path = join(temporaryDirectory(), 'churned.db')
    const before = churnedDatabase(path)
    const file = readFileSync(path)
    let changed = 0
    for (let number = 1; number * PAGE_BYTES <= file.length; number++) {
      const page = file.subarray((number - 1) * PAGE_BYTES, number * PAGE_BYTES)
      if (scrubPage(page, number)) changed++
      expect(scrubPage(page, number)).toBe(false)
    }
    expect(changed).toBeGreaterThan(50)
    writeFileSync(path, file)
    const database = new Database(path)
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(contentOf(database)).toEqual(before)
    database.prepare('DELETE FROM t WHERE b % 2 = 0').run()
    database.prepare('INSERT INTO t SELECT a, b + 100000, body FROM t').run()
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    database.close()
  })

  it('leaves alone what is no well-formed b-tree page', () => {
    const choose = seededChoice('noise')
    for (let n = 0; n < 2000; n++) {
      const page = Buffer.from(seededBytes(`noise ${n}`, PAGE_BYTES))
      const type = [0, 2, 5, 10, 13, choose(256)][choose(6)]!
      page[0] = type
      const isTree = [2, 5, 10, 13].includes(type)
      const before = Buffer.from(page)
      scrubPage(page, 2)
      if (!isTree) expect(page.equals(before)).toBe(true)
      expect(page.subarray(0, 8).equals(before.subarray(0, 8))).toBe(true)
    }
  })
})
