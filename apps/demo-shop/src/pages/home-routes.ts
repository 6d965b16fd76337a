/**
 * Home and lists: what a visitor sees first, departments, categories, search.
 */
import { counted, NOUNS } from '@umiar/messages'
import { currentPage, type Html, html, linkTo, type PageView, sayTo } from '@umiar/web-pages'
import type { FastifyInstance } from 'fastify'
import { categoryName, isPrivateMatter, SORTS, type Sort } from '../catalogue.ts'
import type { ShopProduct } from '../shop-data.ts'
import type { ShopSite } from '../shop-site.ts'
import { crumbs } from './crumbs.ts'
import { sendShopPage } from './frame.ts'
import { openShopView } from './open-view.ts'
import { cardGrid, pictureLink } from './product-card.ts'
import { SHELF_SIZE, shelf } from './shelf.ts'

const PER_PAGE = 30
const HERO_PICTURES = 3

/** Adds home, category and search. */
export function addHomeRoutes(app: FastifyInstance, site: ShopSite): void {
  app.get('/shop', async (request, reply) => {
    const view = await openShopView(request, site)
    const { category } = view.query
    if (category === undefined) {
      const title = sayTo(view, 'shop.title')
      return sendShopPage(site, view, reply, { body: homeBody(site, view), title })
    }
    const title = categoryName(site.catalogue.data, view.locale, category)
    return sendShopPage(site, view, reply, { body: categoryBody(site, view, category), title })
  })

  app.get('/shop/search', async (request, reply) => {
    const view = await openShopView(request, site)
    const term = (view.query.q ?? '').trim().slice(0, 100)
    const found = site.catalogue.search(term)
    // A word that leads to private matters says something private: it is not told to anybody.
    const isTelling = term !== '' && found.length > 0 && !found.some(isPrivateMatter)
    return sendShopPage(site, view, reply, {
      body: searchBody(site, view, term, found),
      events: isTelling ? [{ event: 'search', search_term: term }] : [],
      title: sayTo(view, 'search.title'),
    })
  })
}

function homeBody(site: ShopSite, view: PageView): Html {
  const { catalogue } = site
  const newest = catalogue.newest(SHELF_SIZE)
  return html`${hero(site, view)}
${shelf(site, view, { exclude: idsOf(newest), heading: 'shelf.for_you', own: without(catalogue.bestSellers(SHELF_SIZE * 2), newest), pageType: 'home', slot: 'home', strategy: 'for_you' })}
<section aria-labelledby="departments"><h2 id="departments">${sayTo(view, 'shop.departments')}</h2>
<ul class="tiles">${catalogue.departments.map((department) => tile(site, view, department))}</ul></section>
<section class="shelf" aria-labelledby="new"><h2 id="new">${sayTo(view, 'shelf.new')}</h2>${cardGrid(view, newest)}</section>`
}

function hero(site: ShopSite, view: PageView): Html {
  const isPolana = site.catalogue.data.name === 'Polana'
  // Not the best of all: those stand on the shelf right below.
  const shown = site.catalogue.departments.flatMap((one) => site.catalogue.bestSellers(2, one).slice(1, 2))
  return html`<section class="hero">
<div class="hero-text"><h1>${sayTo(view, isPolana ? 'shop.hero' : 'shop.hero_real')}</h1>
${isPolana && html`<p class="lead">${sayTo(view, 'shop.hero_line')}</p>`}
<umiar-levels><a class="dial-button" href="${linkTo(view, '/privacy')}">${sayTo(view, 'dial.open')}</a></umiar-levels></div>
<div class="hero-pictures" aria-hidden="true">${shown.slice(0, HERO_PICTURES).map((product) => html`<img src="${pictureLink(product)}" alt="" width="240" height="180">`)}</div>
</section>`
}

function tile(site: ShopSite, view: PageView, department: string): Html {
  const picture = site.catalogue.bestSellers(1, department)[0] ?? site.catalogue.inCategory(department)[0]
  return html`<li><a class="tile" href="${linkTo(view, '/shop', { category: department })}">
${picture !== undefined && html`<img src="${pictureLink(picture)}" alt="" width="240" height="180" loading="lazy">`}
<span>${categoryName(site.catalogue.data, view.locale, department)}</span></a></li>`
}

function categoryBody(site: ShopSite, view: PageView, category: string): Html {
  const { catalogue } = site
  const sort = SORTS.find((name) => name === view.query.sort) ?? 'popular'
  const all = catalogue.inCategory(category, sort)
  const pages = Math.max(1, Math.ceil(all.length / PER_PAGE))
  const page = Math.min(pages, Math.max(1, Number.parseInt(view.query.page ?? '1', 10) || 1))
  const shown = all.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  const completing = shown.slice(0, SHELF_SIZE).flatMap((product) => catalogue.completing(product, 2))
  const own = without([...completing, ...catalogue.bestSellers(PER_PAGE + SHELF_SIZE)], shown)
  return html`${crumbs(site, view, category.split('/').slice(0, -1).join('/'))}<h1>${categoryName(catalogue.data, view.locale, category)}</h1>
${subcategories(site, view, category)}
${all.length === 0 ? html`<p>${sayTo(view, 'shop.empty_category')}</p>` : listing(view, category, sort, shown, all.length)}
${pages > 1 && pager(view, category, sort, page, pages)}
${!catalogue.isPrivate(category) && shelf(site, view, { category, exclude: idsOf(shown), heading: 'shelf.for_you', own, pageType: 'category', slot: 'category', strategy: 'for_you' })}`
}

/** What is not on the page yet: nothing stands there twice. */
function without(products: readonly ShopProduct[], onPage: readonly ShopProduct[]): readonly ShopProduct[] {
  return [...new Set(products)].filter((product) => !onPage.includes(product))
}

function idsOf(products: readonly ShopProduct[]): readonly string[] {
  return products.map(({ feed }) => feed.item_id)
}

function listing(
  view: PageView,
  category: string,
  sort: Sort,
  shown: readonly ShopProduct[],
  count: number,
): Html {
  const fields = Object.entries({ ...view.carried, category })
  return html`<div class="list-head"><p>${counted(view.locale, count, NOUNS.products)}</p>
<form class="sort" action="/shop" method="get">${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label>${sayTo(view, 'shop.sort')} <select name="sort">${SORTS.map((name) => html`<option value="${name}"${name === sort && html` selected`}>${sayTo(view, `shop.sort_${name}`)}</option>`)}</select></label>
<button class="plain" type="submit">${sayTo(view, 'shop.sort_go')}</button></form></div>
${cardGrid(view, shown)}`
}

function pager(view: PageView, category: string, sort: Sort, page: number, pages: number): Html {
  return html`<nav class="chips" aria-label="${sayTo(view, 'shop.pages')}">${Array.from(
    { length: pages },
    (_, index) => {
      const query = { category, page: String(index + 1), sort }
      return html`<a href="${linkTo(view, '/shop', query)}" aria-label="${sayTo(view, 'shop.page', { n: index + 1 })}"${currentPage(index + 1 === page)}>${index + 1}</a> `
    },
  )}</nav>`
}

function subcategories(site: ShopSite, view: PageView, category: string): Html {
  const department = category.split('/')[0] ?? category
  const below = site.catalogue.below(department)
  if (below.length < 2) return html``
  const link = (path: string, name: string): Html =>
    html`<a href="${linkTo(view, '/shop', { category: path })}"${currentPage(path === category)}>${name}</a> `
  return html`<nav class="chips" aria-label="${categoryName(site.catalogue.data, view.locale, department)}">
${link(department, sayTo(view, 'shop.all'))}
${below.map((path) => link(path, categoryName(site.catalogue.data, view.locale, path)))}
</nav>`
}

function searchBody(site: ShopSite, view: PageView, term: string, found: readonly ShopProduct[]): Html {
  const own = site.catalogue.bestSellers(SHELF_SIZE)
  const others = shelf(site, view, {
    heading: 'shelf.popular',
    own,
    pageType: 'search',
    slot: 'search_popular',
    strategy: 'popular',
  })
  if (term === '')
    return html`<h1>${sayTo(view, 'search.title')}</h1><p>${sayTo(view, 'search.ask')}</p>${others}`
  if (found.length === 0)
    return html`<h1>${sayTo(view, 'search.title')}</h1><p>${sayTo(view, 'search.none', { term })}</p>${others}`
  const count = counted(view.locale, found.length, NOUNS.products)
  return html`<h1>${sayTo(view, 'search.results', { count, term })}</h1>${cardGrid(view, found)}`
}
