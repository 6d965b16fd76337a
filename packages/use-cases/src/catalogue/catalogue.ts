/**
 * The catalogue in memory, durable in the store: every answer reads it, and it changes rarely.
 *
 * `version` is the exclusive-or of each product's hash: the same products give the same version in
 * whatever order they arrived, and one change costs one hash.
 */
import { sha256Hex } from '@umiar/crypto'
import { foldedWords, parseProduct, type SearchText, searchIn, searchTextOf } from '@umiar/formats'
import { ContentIndex } from '@umiar/recommender'
import {
  DomainError,
  dayOf,
  type Fault,
  type ItemId,
  itemId,
  MS_PER_DAY,
  type Product,
} from '@umiar/vocabulary'
import type { ModelItem } from '../recommendations/ports.ts'
import {
  comparable,
  type ScoringCatalogue,
  type ScoringFacts,
  scoringFacts,
} from '../recommendations/strategies/scoring-catalogue.ts'
import type { CatalogueStore } from '../storage/ports.ts'

const MOST_PER_BATCH = 1_000
const MOST_BESTSELLERS = 5_000
/** One sale says as much as this many views. */
const SALE_WEIGHT = 8

export class Catalogue implements ScoringCatalogue {
  readonly #store: CatalogueStore
  /** The shop's one currency, ISO 4217. */
  readonly currency: string
  readonly #onSensitive: (items: readonly ItemId[]) => void
  readonly #purge: (items: readonly ItemId[]) => Promise<void>
  readonly #nowMs: () => number
  readonly #facts = new Map<ItemId, ScoringFacts>()
  readonly #content = new ContentIndex(foldedWords)
  /** Products the index has not heard of in their present form; told when a likeness is first asked for. */
  readonly #unheard = new Set<ItemId>()
  readonly #products = new Map<ItemId, Product>()
  readonly #hashes = new Map<ItemId, bigint>()
  readonly #byCategory = new Map<string, Set<ItemId>>()
  /** Folded when a search first asks for them. */
  readonly #searchTexts = new Map<ItemId, SearchText>()
  #version = 0n
  #revision = 0
  /** The first day of any product: what was there then is not new. */
  #openingDay = Number.POSITIVE_INFINITY
  #curated: readonly Product[] | undefined
  #newestFirst: readonly ItemId[] | undefined
  #bestsellers: readonly ItemId[] | undefined

  /**
   * @param onSensitive told all sensitive items whenever the set changes: they leave the model
   * @param purge removes products that have turned sensitive from what is stored of anybody
   * @param nowMs the present, ms since the epoch: a product is dated by the day it first comes in
   */
  constructor(
    store: CatalogueStore,
    currency: string,
    onSensitive: (items: readonly ItemId[]) => void,
    purge: (items: readonly ItemId[]) => Promise<void>,
    nowMs: () => number,
  ) {
    this.#nowMs = nowMs
    this.#purge = purge
    this.#store = store
    this.currency = currency
    this.#onSensitive = onSensitive
  }

  /** Reads the stored catalogue. Call once, before serving. */
  async open(): Promise<void> {
    for (const product of await this.#store.allProducts()) this.#set(product)
    this.#onSensitive(this.sensitiveItems())
  }

  /** Changes with every change of any product. */
  get version(): string {
    return this.#version.toString(16).padStart(32, '0')
  }

  /** Changes with every change but that of availability. */
  get revision(): number {
    return this.#revision
  }

  get size(): number {
    return this.#products.size
  }

  readonly product = (id: ItemId): Product | undefined => this.#products.get(id)

  all(): readonly Product[] {
    return [...this.#products.values()]
  }

  /** Products of a category and of those below it (`tea` holds `tea/green`). */
  inCategory(category: string): readonly ItemId[] {
    const items: ItemId[] = []
    for (const [path, members] of this.#byCategory) {
      if (path === category || path.startsWith(`${category}/`)) items.push(...members)
    }
    return items
  }

  /** What scoring may know of a product. */
  readonly facts = (id: ItemId): ScoringFacts | undefined => {
    const known = this.#facts.get(id)
    const product = known === undefined ? this.#products.get(id) : undefined
    if (product === undefined) return known
    const facts = scoringFacts(product, this.#openingDay)
    this.#facts.set(id, facts)
    return facts
  }

  /** Newest first, then by id: the order nobody's behaviour has touched. */
  curated(): readonly Product[] {
    const dateOf = ({ firstSeenDay, releasedAtMs }: Product): number =>
      releasedAtMs ??
      (firstSeenDay === undefined || firstSeenDay <= this.#openingDay ? 0 : firstSeenDay * MS_PER_DAY)
    this.#curated ??= [...this.#products.values()].sort(
      (a, b) => dateOf(b) - dateOf(a) || (a.itemId < b.itemId ? -1 : 1),
    )
    return this.#curated
  }

  /** Ids of the same order. */
  newestFirst(): readonly ItemId[] {
    this.#newestFirst ??= this.curated().map((product) => product.itemId)
    return this.#newestFirst
  }

  /** Products most like these by what the catalogue says of them, best first. */
  similar(ids: readonly ItemId[], limit: number, accept?: (id: ItemId) => boolean): readonly ModelItem[] {
    for (const id of this.#unheard) {
      const product = this.#products.get(id)
      if (product === undefined) this.#content.remove(id)
      else this.#content.upsert(comparable(product))
    }
    this.#unheard.clear()
    return this.#content.similar(ids, limit, accept === undefined ? {} : { accept })
  }

  /** Most sold and viewed first, by the shop's own counts without persons. */
  bestsellers(): readonly ItemId[] {
    this.#bestsellers ??= [...this.#products.values()]
      .map(({ counts, itemId: id }) => ({
        id,
        weight: SALE_WEIGHT * (counts?.sold30Days ?? 0) + (counts?.viewed30Days ?? 0),
      }))
      .filter((entry) => entry.weight > 0)
      .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_BESTSELLERS)
      .map((entry) => entry.id)
    return this.#bestsellers
  }

  /**
   * Products that hold every word of a search, Polish letters or not: what is spelled exactly and stands
   * in a title first, then the newest. The order never depends on the store.
   */
  search(term: string): readonly ItemId[] {
    return searchIn(term, this.curated(), (product) => this.#searchTextOf(product)).map(
      (product) => product.itemId,
    )
  }

  isSensitive(id: ItemId): boolean {
    return this.#products.get(id)?.sensitive === true
  }

  sensitiveItems(): readonly ItemId[] {
    return [...this.#products.values()]
      .filter((product) => product.sensitive)
      .map((product) => product.itemId)
  }

  /** @throws DomainError `invalid_request` with the places at fault */
  async put(id: string, input: unknown): Promise<Product> {
    const parsed = parseProduct(input, this.currency, '', itemId(id))
    if (!parsed.ok) throw refused(parsed.errors)
    const product = this.#dated(this.#stillSensitive(parsed.product, input))
    await this.#save([product])
    return product
  }

  /** All or nothing. @throws DomainError `invalid_request` with every place at fault */
  async putMany(inputs: readonly unknown[]): Promise<number> {
    if (inputs.length === 0 || inputs.length > MOST_PER_BATCH) {
      throw refused([
        { code: 'batch_size', message: `must hold 1–${MOST_PER_BATCH} products`, pointer: '/products' },
      ])
    }
    const products: Product[] = []
    const errors: Fault[] = []
    inputs.forEach((input, index) => {
      const parsed = parseProduct(input, this.currency, `/products/${index}`)
      if (parsed.ok) products.push(this.#dated(this.#stillSensitive(parsed.product, input)))
      else errors.push(...parsed.errors)
    })
    if (errors.length > 0) throw refused(errors)
    await this.#save(products)
    return products.length
  }

  /** @throws DomainError `not_found` */
  async setAvailability(id: string, available: boolean): Promise<Product> {
    const product = { ...this.#known(id), available }
    await this.#save([product])
    return product
  }

  /** @throws DomainError `not_found` */
  async remove(id: string): Promise<void> {
    const product = this.#known(id)
    await this.#store.removeProduct(product.itemId)
    this.#unset(product.itemId)
    if (product.firstSeenDay === this.#openingDay) this.#reopen()
    if (product.sensitive) this.#onSensitive(this.sensitiveItems())
  }

  /** The first day of those that are left. */
  #reopen(): void {
    let first = Number.POSITIVE_INFINITY
    for (const { firstSeenDay } of this.#products.values()) first = Math.min(first, firstSeenDay ?? first)
    if (first === this.#openingDay) return
    this.#openingDay = first
    this.#facts.clear()
  }

  #searchTextOf(product: Product): SearchText {
    const known = this.#searchTexts.get(product.itemId)
    if (known !== undefined) return known
    const titles = [product.title, product.titleEn ?? '']
    const text = searchTextOf(titles, [product.brand ?? '', product.category ?? ''])
    this.#searchTexts.set(product.itemId, text)
    return text
  }

  #known(id: string): Product {
    const product = this.#products.get(itemId(id))
    if (product === undefined) throw new DomainError('not_found', 'The catalogue has no such product.')
    return product
  }

  /** GDPR Art. 9: a feed that says nothing of it takes no mark away; the shop does, by `false`. */
  #stillSensitive(product: Product, input: unknown): Product {
    const isSaid = typeof (input as { readonly sensitive?: unknown }).sensitive === 'boolean'
    return isSaid || !this.isSensitive(product.itemId) ? product : { ...product, sensitive: true }
  }

  /** The day it first came in stays, however often it is sent again. */
  #dated(product: Product): Product {
    const firstSeenDay = this.#products.get(product.itemId)?.firstSeenDay ?? dayOf(this.#nowMs())
    return { ...product, firstSeenDay }
  }

  async #save(products: readonly Product[]): Promise<void> {
    const turned = products.filter((product) => product.sensitive && !this.isSensitive(product.itemId))
    const changed = products.some((product) => product.sensitive !== this.isSensitive(product.itemId))
    // What turns sensitive leaves everything first and is stored last: a failure on the way is repeated whole.
    for (const product of turned) this.#set(product)
    if (turned.length > 0) {
      this.#onSensitive(this.sensitiveItems())
      await this.#purge(turned.map((product) => product.itemId))
    }
    await this.#store.putProducts(products)
    for (const product of products) this.#set(product)
    if (changed) this.#onSensitive(this.sensitiveItems())
  }

  #set(product: Product): void {
    const before = this.#products.get(product.itemId)
    if (before !== undefined && differsInAvailabilityOnly(before, product)) this.#replace(product)
    else this.#insert(product)
  }

  /** Sold out or back: every list stays as it is, since availability is asked when an answer leaves. */
  #replace(product: Product): void {
    const { itemId: id } = product
    const place = this.#curated?.findIndex((known) => known.itemId === id) ?? -1
    if (place >= 0) (this.#curated as Product[])[place] = product
    this.#products.set(id, product)
    this.#version ^= (this.#hashes.get(id) ?? 0n) ^ this.#rehash(product)
  }

  #rehash(product: Product): bigint {
    const hash = hashOf(product)
    this.#hashes.set(product.itemId, hash)
    return hash
  }

  #insert(product: Product): void {
    this.#unset(product.itemId)
    if ((product.firstSeenDay ?? Number.POSITIVE_INFINITY) < this.#openingDay) {
      this.#openingDay = product.firstSeenDay as number
      this.#facts.clear()
    }
    this.#products.set(product.itemId, product)
    this.#version ^= this.#rehash(product)
    if (product.category !== undefined) {
      const members = this.#byCategory.get(product.category)
      if (members === undefined) this.#byCategory.set(product.category, new Set([product.itemId]))
      else members.add(product.itemId)
    }
  }

  #unset(id: ItemId): void {
    const product = this.#products.get(id)
    this.#revision++
    this.#curated = undefined
    this.#newestFirst = undefined
    this.#bestsellers = undefined
    this.#facts.delete(id)
    this.#unheard.add(id)
    if (product === undefined) return
    this.#products.delete(id)
    this.#searchTexts.delete(id)
    this.#version ^= this.#hashes.get(id) ?? 0n
    this.#hashes.delete(id)
    if (product.category !== undefined) this.#byCategory.get(product.category)?.delete(id)
  }
}

function hashOf(product: Product): bigint {
  return BigInt(`0x${sha256Hex(JSON.stringify(product)).slice(0, 32)}`)
}

function differsInAvailabilityOnly(before: Product, after: Product): boolean {
  return (
    before.available !== after.available &&
    JSON.stringify({ ...before, available: true }) === JSON.stringify({ ...after, available: true })
  )
}

function refused(errors: readonly Fault[]): DomainError {
  return new DomainError(
    'invalid_request',
    'A product is not usable; nothing of the request was stored.',
    {},
    errors,
  )
}
