/**
 * Zeros in the unused places of a SQLite b-tree page.
 *
 * `secure_delete` overwrites a deleted cell and a freed page, but not the copies a page keeps of its own
 * cells when SQLite rebuilds it (`rebuildPage` in btree.c leaves the old bytes in the gap between the
 * cell pointers and the cells). A copy of a row could so outlive its erasure. Unused places mean nothing
 * to SQLite, so zeroing them on disk is safe at any moment, even torn in the middle.
 *
 * File format: https://sqlite.org/fileformat2.html §1.6.
 */

const INTERIOR_INDEX = 0x02
const INTERIOR_TABLE = 0x05
const LEAF_INDEX = 0x0a
const LEAF_TABLE = 0x0d

/** Page 1 begins with the database header of this length. */
const DATABASE_HEADER_BYTES = 100

/**
 * The first byte of an overflow or free-list page belongs to a page number; below this one it is 0 or 1
 * and never looks like the type of a b-tree page.
 */
export const HIGHEST_SAFE_PAGE = 0x01ff_ffff

/**
 * Zeroes the gap and the free blocks of a page, in place.
 *
 * @param page   one whole page without reserved bytes
 * @param number its number, from 1
 * @returns whether anything was changed; pages that are no b-tree pages, or are not well formed, are left alone
 */
export function scrubPage(page: Buffer, number: number): boolean {
  const header = number === 1 ? DATABASE_HEADER_BYTES : 0
  const pointersFrom = header + headerBytesOf(page[header]!)
  if (pointersFrom === header) return false
  const cells = page.readUInt16BE(header + 3)
  const contentFrom = page.readUInt16BE(header + 5) || 65_536
  const gapFrom = pointersFrom + 2 * cells
  if (contentFrom > page.length || gapFrom > contentFrom) return false
  let changed = zero(page, gapFrom, contentFrom)
  // A free block begins with the place of the next one and its own size, 2 bytes each.
  for (let block = page.readUInt16BE(header + 1), before = 0; block > before; ) {
    if (block < contentFrom || block + 4 > page.length) return changed
    const size = page.readUInt16BE(block + 2)
    if (size < 4 || block + size > page.length) return changed
    changed = zero(page, block + 4, block + size) || changed
    before = block
    block = page.readUInt16BE(block)
  }
  return changed
}

function headerBytesOf(type: number): number {
  if (type === LEAF_INDEX || type === LEAF_TABLE) return 8
  if (type === INTERIOR_INDEX || type === INTERIOR_TABLE) return 12
  return 0
}

function zero(page: Buffer, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (page[i] !== 0) {
      page.fill(0, i, to)
      return true
    }
  }
  return false
}
