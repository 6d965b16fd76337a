/**
 * Identifiers, each a branded string so that one cannot stand in for another.
 *
 * Callers' ids are opaque: 1–128 characters after Unicode NFC, no control characters, compared
 * byte for byte. Our own ids are lower-case hexadecimal of random or keyed-hash bytes.
 */
import { DomainError } from './errors.ts'

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** Random 128-bit id of a person, 32 hexadecimal digits. Never derived from anything of hers. */
export type SubjectId = Branded<'SubjectId'>
/** Keyed hash of `kind ‖ id`, 32 hexadecimal digits: the only form in which a visitor id is kept. */
export type AliasHash = Branded<'AliasHash'>
/** Keyed hash of a caller's `event_id` and its subject, 32 hexadecimal digits. */
export type EventKey = Branded<'EventKey'>
/** The shop's own product id. */
export type ItemId = Branded<'ItemId'>
/** Name of one recommendation answer, by which its evidence is found again. */
export type RecId = Branded<'RecId'>
/** Name of one consent act: `consent_` and 32 hexadecimal digits. */
export type ConsentRef = Branded<'ConsentRef'>
/** Random 128-bit id of this installation, 32 hexadecimal digits. */
export type ShopId = Branded<'ShopId'>

/** Random 128-bit id of one segment of the model on disk, and of its key; 32 hexadecimal digits. */
export type SegmentId = Branded<'SegmentId'>

/** The two kinds of name a shop has for a visitor. */
export type AliasKind = 'anonymous' | 'user'

const LONGEST_ID = 128
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/

/**
 * Normalises a caller's id to NFC and checks it.
 *
 * @returns the id, or `undefined` if it is not a string of 1–128 characters without control characters
 */
export function parseCallerId(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const id = value.normalize('NFC')
  if (id.length === 0 || [...id].length > LONGEST_ID || CONTROL.test(id)) return undefined
  return id
}

/**
 * The shop's product id, checked.
 *
 * @throws DomainError `invalid_id` naming the field
 */
export function itemId(value: unknown, field = 'item_id'): ItemId {
  const id = parseCallerId(value)
  if (id === undefined) {
    throw new DomainError('invalid_id', `${field} must be 1–128 characters without control characters.`, {
      field,
    })
  }
  return id as ItemId
}

/** Brands 32 hexadecimal digits as a subject id. @throws TypeError on any other form */
export function subjectId(hex: string): SubjectId {
  return hex128(hex, 'subject id') as SubjectId
}

/** Brands 32 hexadecimal digits as an alias hash. @throws TypeError on any other form */
export function aliasHash(hex: string): AliasHash {
  return hex128(hex, 'alias hash') as AliasHash
}

function hex128(hex: string, name: string): string {
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new TypeError(`${name} must be 32 hexadecimal digits`)
  return hex
}
