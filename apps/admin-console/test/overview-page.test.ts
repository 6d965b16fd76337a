import type { Locale } from '@umiar/vocabulary'
import { describe, expect, it } from 'vitest'
import { readinessSentence } from '../src/sections/readiness.ts'
import { openConsole, STAFF, Staff, textOf } from './support/console-server.ts'
import { BUSY, EMPTY, UNSAID } from './support/overview.ts'

async function bodyOf(
  overview = BUSY,
  locale: Locale = 'pl',
  options = {},
): Promise<{ html: string; text: string }> {
  const console = await openConsole(options)
  console.engine.overview = overview
  const staff = new Staff(console)
  await staff.signIn(STAFF)
  const { body } = await staff.get(`/console?lang=${locale}`)
  return { html: body, text: textOf(body) }
}
const sentence = (locale: Locale, more: Partial<(typeof BUSY.readiness.strategies)[number]>): string =>
  readinessSentence(
    { locale },
    {
      basis: 'purchases',
      from_shop_counts: false,
      have: 60,
      need: 300,
      state: 'learning',
      strategy: 'cart',
      ...UNSAID,
      ...more,
    },
  )

describe('the page of seven facts', () => {
  it('tells every number as text, in both languages', async () => {
    const polish = await bodyOf()
    for (const part of [
      `Przyjęte ${sumOf('accepted')} 1234`,
      'bez zapisanego wyboru: nie było go, gość odmówił albo dane usunięto',
      'Poziom 3: Moja historia w tym sklepie 261 43%',
      'wygasły po sześciu miesiącach i liczą się jako poziom 0: 4.',
      'Gości, którzy odmówili, nie da się policzyć',
      'Strona główna',
      'Teraz: popularne w sklepie',
      'W tej chwili: 88 osób.',
      'mniej niż 5 osób',
      'Potrzeba jeszcze 240 zakupów.',
      'Gotowe: nauczone z 12 345 obejrzeń.',
      'Termin: 19 grudnia 2026.',
      'Sprawdzanie, czy propozycje działają: 1',
      'Do decyzji: 3',
      'UMIAR_ALLOWED_ORIGINS',
    ])
      expect(polish.text).toContain(part)
    const english = await bodyOf(BUSY, 'en')
    for (const part of [
      'Level 3: My history in this shop 261 43%',
      'Needs 240 more purchases.',
      'Ready: learned from 12,345 views.',
      'under 5 people',
      'Due by December 19, 2026.',
      'Green tea number 4',
    ])
      expect(english.text).toContain(part)
    expect(english.text).not.toMatch(/[ąćęłńóśźż]/i)
  })

  it('needs no script and has no style of its own', async () => {
    const { html } = await bodyOf()
    expect(html).not.toMatch(/<script|<style| style=|javascript:/)
    expect(html.match(/<svg class="chart [^>]*role="img" aria-label="[^"]+"/g)?.length).toBeGreaterThan(10)
  })

  it('is one hidden number short where too few people stand behind it, and says how many were left out', async () => {
    const { html, text } = await bodyOf()
    expect(html.match(/class="number few"/g)).toHaveLength(3)
    expect(text).toContain('Liczb opartych na mniej niż 5 osobach nie pokazujemy')
    expect(text).toContain('Kliknięcia: 431 8,3% kroku wyżej')
  })

  it('says on the first day what is missing, in each section', async () => {
    const { html, text } = await bodyOf(EMPTY)
    for (const part of [
      'Przez ostatnie 30 dni nie przyszło żadne zdarzenie.',
      'Nikt jeszcze nie zapisał poziomu.',
      'Od startu żadna strona nie pytała o półkę.',
      'Jeszcze nic nie policzono.',
      'Potrzeba jeszcze 100 obejrzeń.',
      'Brak: każde usunięcie wykonano',
      'Nikt nie zgłosił sprzeciwu.',
      'Wszystko, co trzeba ustawić, jest ustawione.',
    ])
      expect(text).toContain(part)
    expect(`${html}`).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('treats what the shop named as text', async () => {
    const evil = '"><img src=x onerror=alert(1)>'
    const shelf = { ...BUSY.shelves[0]!, slot: evil }
    const items = [{ ...BUSY.shelves[0]!.items[0]!, image_url: 'javascript:alert(1)', title: evil }]
    const { html } = await bodyOf({ ...BUSY, shelves: [{ ...shelf, items, modes: { [evil]: 1 } }] })
    expect(html).not.toContain('<img src=x')
    expect(html).not.toContain('javascript:')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })

  it('takes codes of a newer engine as they are', async () => {
    const { text } = await bodyOf({
      ...BUSY,
      events: { days: [], since_start: [{ count: 2, reason: 'new_reason', status: 'invalid' }] },
      results: { ...BUSY.results, shelves: [{ ...BUSY.results.shelves[0]!, mode: 'telepathy' }] },
    })
    expect(text).toContain('telepathy')
  })

  it('lets the browser load pictures from where they are, and from nowhere else', async () => {
    const console = await openConsole({ shopAddress: 'https://shop.example' })
    const first = BUSY.shelves[0]!
    const items = [
      { ...first.items[0]!, image_url: 'https://cdn.example/a.jpg' },
      { ...first.items[1]!, image_url: '/media/b.jpg' },
      { ...first.items[2]!, image_url: 'data:image/png;base64,x' },
      { ...first.items[3]!, image_url: null },
    ]
    console.engine.overview = { ...BUSY, shelves: [{ ...first, items }] }
    const staff = new Staff(console)
    await staff.signIn(STAFF)
    const reply = await staff.get()
    expect(reply.headers['content-security-policy']).toContain(
      "img-src 'self' https://cdn.example https://shop.example data:;",
    )
    expect(reply.body).toContain('src="https://shop.example/media/b.jpg"')
    expect(reply.body.match(/class="no-picture"/g)).toHaveLength(2)
  })
})

describe('a sentence on readiness', () => {
  it.each([
    ['pl', {}, 'Potrzeba jeszcze 240 zakupów.'],
    ['pl', { have: 299 }, 'Potrzeba jeszcze 1 zakupu.'],
    ['pl', { have: 298 }, 'Potrzeba jeszcze 2 zakupów.'],
    ['en', { have: 299 }, 'Needs 1 more purchase.'],
    ['pl', { forecast: '2026-12-03' }, 'Potrzeba jeszcze 240 zakupów, około 3 grudnia.'],
    ['en', { forecast: '2026-12-03' }, 'Needs 240 more purchases, about 3 December.'],
    [
      'pl',
      { basis: 'related', have: 0, need: 2 },
      'W katalogu potrzeba jeszcze 2 produktów ze wskazaniem, co do nich pasuje.',
    ],
    ['en', { basis: 'reduced', have: 4, need: 5 }, 'Needs 1 more reduced product in the catalogue.'],
    ['pl', { basis: 'nothing', state: 'ready' }, 'Gotowe: opiera się na wizycie lub historii danej osoby.'],
    ['en', { basis: 'views', have: 12_345, state: 'ready' }, 'Ready: learned from 12,345 views.'],
    [
      'en',
      { basis: 'categories', have: 240, state: 'ready' },
      'Ready: rests on 240 products with a category.',
    ],
    [
      'en',
      { from_shop_counts: true, state: 'ready' },
      'Ready: rests on counts the shop gave with its catalogue.',
    ],
  ] as const)('is %s: %j', (locale, more, expected) => {
    expect(sentence(locale, more)).toBe(expected)
  })
})

function sumOf(status: string): string {
  const all = BUSY.events.days.flatMap((day) => day.outcomes)
  return new Intl.NumberFormat('pl')
    .format(all.filter((one) => one.status === status).reduce((sum, { count }) => sum + count, 0))
    .replaceAll(/[\u00a0\u202f]/g, ' ')
}
