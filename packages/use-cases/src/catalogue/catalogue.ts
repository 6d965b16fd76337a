/**
 * The catalogue in memory, durable in the store: every answer reads it, and it changes rarely.
 *
 * `version` is the exclusive-or of each product's hash: the same products give the same version in
 * whatever order they arrived, and one change costs one hash.
 */
import { sha256Hex } from '@umiar/crypto'
import { parseProduct, type SearchText, searchIn, searchTextOf } from '@umiar/formats'
import { DomainError, type Fault, type ItemId, itemId, type Product } from '@umiar/vocabulary'
import type { CatalogueStore } from '../storage/ports.ts'

const MOST_PER_BATCH = 1_000
const MOST_BESTSELLERS = 5_000
/** One sale says as much as this many views. */
const SALE_WEIGHT = 8

export class Catalogue {
  readonly #store: CatalogueStore
  readonly #currency: string
  readonly #onSensitive: (items: readonly ItemId[]) => void
  readonly #purge: (items: readonly ItemId[]) => Promise<void>
  readonly #products = new Map<ItemId, Product>()
  readonly #hashes = new Map<ItemId, bigint>()
  readonly #byCategory = new Map<string, Set<ItemId>>()
  /** Folded when a search first asks for them. */
  readonly #searchTexts = new Map<ItemId, SearchText>()
  #version = 0n
  #curated: readonly Product[] | undefined
  #bestsellers: readonly ItemId[] | undefined

  /**
   * @param onSensitive told all sensitive items whenever the set changes: they leave the model
   * @param purge removes products that have turned sensitive from what is stored of anybody
   */
  constructor(
    store: CatalogueStore,
    currency: string,
    onSensitive: (items: readonly ItemId[]) => void,
    purge: (items: readonly ItemId[]) => Promise<void>,
  ) {
    this.#purge = purge
    this.#store = store
    this.#currency = currency
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

  /** Newest first, then by id: the order nobody's behaviour has touched. */
  curated(): readonly Product[] {
    this.#curated ??= [...this.#products.values()].sort(
      (a, b) => (b.releasedAtMs ?? 0) - (a.releasedAtMs ?? 0) || (a.itemId < b.itemId ? -1 : 1),
    )
    return this.#curated
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
    const parsed = parseProduct(input, this.#currency, '', itemId(id))
    if (!parsed.ok) throw refused(parsed.errors)
    const product = this.#stillSensitive(parsed.product, input)
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
      const parsed = parseProduct(input, this.#currency, `/products/${index}`)
      if (parsed.ok) products.push(this.#stillSensitive(parsed.product, input))
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
    if (product.sensitive) this.#onSensitive(this.sensitiveItems())
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
    this.#unset(product.itemId)
    const hash = BigInt(`0x${sha256Hex(JSON.stringify(product)).slice(0, 32)}`)
    this.#products.set(product.itemId, product)
    this.#hashes.set(product.itemId, hash)
    this.#version ^= hash
    if (product.category !== undefined) {
      const members = this.#byCategory.get(product.category)
      if (members === undefined) this.#byCategory.set(product.category, new Set([product.itemId]))
      else members.add(product.itemId)
    }
  }

  #unset(id: ItemId): void {
    const product = this.#products.get(id)
    this.#curated = undefined
    this.#bestsellers = undefined
    if (product === undefined) return
    this.#products.delete(id)
    this.#searchTexts.delete(id)
    this.#version ^= this.#hashes.get(id) ?? 0n
    this.#hashes.delete(id)
    if (product.category !== undefined) this.#byCategory.get(product.category)?.delete(id)
  }
}

function refused(errors: readonly Fault[]): DomainError {
  return new DomainError(
    'invalid_request',
    'A product is not usable; nothing of the request was stored.',
    {},
    errors,
  )
}
