/**
 * Her hints: pictures to like or hide with one tap, and the two lists with what she said.
 *
 * What is never to be shown is kept without a reason and only ever used to hide.
 */
import { type Html, html, linkTo, sayTo } from '@umiar/web-pages'
import { actButton } from '../act-button.ts'
import type { CentreProduct } from '../catalogue.ts'
import type { CentrePage } from '../centre.ts'
import { namedTile, pictureOf, titleOf } from '../product-tile.ts'
import { chooseCards } from './choose-cards.ts'

const LEAST_LEVEL = 2

/** The section; below level 2 it says what it needs. */
export function tasteSection(page: CentrePage): Html {
  const { view } = page
  return html`<section id="taste" aria-labelledby="taste-title">
<h2 id="taste-title" tabindex="-1">${sayTo(view, 'taste.title')}</h2>
${tasteBody(page)}
</section>`
}

function tasteBody(page: CentrePage): Html {
  const { centre, holdings, view } = page
  if (holdings === 'unreadable' || holdings === undefined)
    return html`<p>${sayTo(view, 'held.unreadable')}</p>`
  if ((view.level ?? 0) < LEAST_LEVEL)
    return html`<p>${sayTo(view, 'taste.needs_level')} <a href="#levels">${sayTo(view, 'taste.to_levels')}</a></p>`
  const { have, likes, never } = holdings.data.taste
  const cards = chooseCards(centre.catalogue.candidates(), new Set([...likes, ...never, ...have]))
  return html`<p>${sayTo(view, 'taste.line')}</p>
<form method="post" action="${linkTo(view, '/privacy/taste')}#taste" data-swap>
<h3>${sayTo(view, 'taste.cards')}</h3>
${
  cards.length === 0
    ? html`<p>${sayTo(view, 'taste.no_cards')}</p>`
    : html`<ul class="taste-cards">${cards.map((product) => card(page, product))}</ul>`
}
<div class="taste-lists">
${markedList(page, 'likes', likes)}
${markedList(page, 'nevers', never)}
${have.length > 0 && markedList(page, 'haves', have)}
</div>
</form>`
}

function card({ centre, view }: CentrePage, product: CentreProduct): Html {
  const { itemId } = product
  const title = product.title[view.locale]
  return html`<li class="taste-card">${pictureOf(centre, itemId)}<span class="tile-name">${title}</span>
<span class="taste-acts">${actButton({ about: title, id: `like-${itemId}`, label: sayTo(view, 'taste.like'), name: 'like', sign: '♥', value: itemId })}
${actButton({ about: title, id: `never-${itemId}`, label: sayTo(view, 'taste.never'), name: 'never', sign: '✕', value: itemId })}</span></li>`
}

function markedList(page: CentrePage, list: 'likes' | 'nevers' | 'haves', itemIds: readonly string[]): Html {
  const { centre, view } = page
  return html`<div class="taste-list"><h3 id="${list}-title">${sayTo(view, `taste.${list}`)}</h3>
${list !== 'likes' && html`<p class="small">${sayTo(view, `taste.${list}_line`)}</p>`}
${itemIds.length === 0 && html`<p class="small">${sayTo(view, 'taste.no_likes')}</p>`}
<ul aria-labelledby="${list}-title">${itemIds.map((itemId) => {
    const about = titleOf(centre, view, itemId)
    const remove = actButton({
      about,
      id: `clear-${itemId}`,
      label: sayTo(view, 'taste.remove'),
      name: 'clear',
      value: itemId,
    })
    return html`<li><span class="tile">${namedTile(centre, view, itemId)}</span>${remove}</li>`
  })}</ul></div>`
}
