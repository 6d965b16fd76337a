/**
 * What the centre needs of the shop's catalogue: names and pictures for the ids the API speaks in.
 *
 * The composition gives it, so that the centre runs for any shop, whatever its products are kept in.
 */
import type { Localized } from '@umiar/vocabulary'

/** A product as the centre shows it. */
export interface CentreProduct {
  readonly itemId: string
  readonly title: Localized
  /** Address of its picture, 4:3; without one a plain tile stands there. */
  readonly picture?: string | undefined
  /** Address of its page in the shop. */
  readonly address?: string | undefined
  /** Path of the category, e.g. `tea/green`. */
  readonly category?: string | undefined
}

/** The shop's catalogue as the centre asks it. */
export interface CentreCatalogue {
  /** `undefined` for what the shop no longer sells. */
  product(itemId: string): CentreProduct | undefined
  /**
   * Products that may be put before anybody on taste cards, the most telling first: for sale, not
   * sensitive, not for adults only. The centre picks a few of each department.
   */
  candidates(): Iterable<CentreProduct>
}
