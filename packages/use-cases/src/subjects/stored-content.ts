/**
 * What the plaintext of stored rows looks like: compact JSON, one batch of events per row.
 */
import type { ItemId, ShopEvent } from '@umiar/vocabulary'
import type { VisitStep } from './visit.ts'

/** Events of one subject taken together under one consent act. */
export interface StoredBatch {
  /** The consent act they were taken under. */
  readonly consentSeq: number
  readonly receivedAtMs: number
  readonly events: readonly ShopEvent[]
}

export interface Taste {
  readonly likes: readonly ItemId[]
  /** Only ever used to hide; kept without a reason. */
  readonly never: readonly ItemId[]
  /** What she said she has already. Only ever used to hide. */
  readonly have: readonly ItemId[]
}

export const NO_TASTE: Taste = { have: [], likes: [], never: [] }

/** UTF-8 JSON of any stored content. */
export function encodeContent(content: StoredBatch | Taste): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(content))
}

/** Reads a row of `browsing` or `buying`. */
export function decodeBatch(bytes: Uint8Array): StoredBatch {
  return JSON.parse(new TextDecoder().decode(bytes)) as StoredBatch
}

/** Reads the row of `taste`. */
export function decodeTaste(bytes: Uint8Array): Taste {
  return { ...NO_TASTE, ...(JSON.parse(new TextDecoder().decode(bytes)) as Partial<Taste>) }
}

/** The steps of an event that say something about taste: one per item. */
export function stepsOf(event: ShopEvent): readonly VisitStep[] {
  const kind = stepKind(event)
  if (kind === undefined) return []
  return event.items.map((item) => ({ atMs: event.atMs, itemId: item.itemId, kind }))
}

function stepKind(event: ShopEvent): VisitStep['kind'] | undefined {
  switch (event.name) {
    case 'view_item':
    case 'select_item':
      return 'view'
    case 'add_to_cart':
    case 'add_to_wishlist':
      return 'cart'
    case 'purchase':
      return 'purchase'
    default:
      return undefined
  }
}
