/**
 * The stored form of a consent act: the whole state after it, as JSON, so that any act can be read
 * alone and history needs no replay.
 */
import { isLevel } from '@umiar/vocabulary'
import type { ConsentState } from './consent-state.ts'

const FORMAT = 1

/** UTF-8 JSON of the state. */
export function encodeConsent(state: ConsentState): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ format: FORMAT, ...state }))
}

/** @throws TypeError if the bytes are not a consent act this version wrote */
export function decodeConsent(bytes: Uint8Array): ConsentState {
  const value = JSON.parse(new TextDecoder().decode(bytes)) as ConsentState & { format: number }
  if (value.format !== FORMAT || !isLevel(value.level)) {
    throw new TypeError(`a consent act has format ${value.format}, expected ${FORMAT}`)
  }
  const { format: _format, ...state } = value
  return state
}
