import { describe, expect, it } from 'vitest'
import { openCentre, Visitor } from '../support/centre.ts'
import { inDays, refusal } from '../support/fake-engine.ts'

describe('what we hold', () => {
  it('is said in counted sentences with dates, in both languages', async () => {
    const centre = await openCentre()
    const visitor = new Visitor(centre)
    await visitor.save(3)
    centre.engine.person(visitor.id).events = ['tea-1', 'coffee-1', 'tea-1'].map((item_id, index) => ({
      event: 'view_item',
      items: [{ item_id }],
      kept_until: inDays(60 + index),
    }))
    const { body } = await visitor.get('/privacy')
    expect(body).toContain('Pamiętamy 2 obejrzane produkty.')
    expect(body).toContain('Pierwszy wpis zniknie sam 23 stycznia 2027, ostatni 24 stycznia 2027.')
    expect(body).toContain('tea 1 PL')
    const english = await visitor.get('/privacy?lang=en')
    expect(english.body).toContain('We remember 2 products you viewed.')
    expect(english.body).toContain('tea 1 EN')
  })

  it('names a product the shop no longer sells by its id', async () => {
    const centre = await openCentre()
    const visitor = new Visitor(centre)
    await visitor.save(3)
    centre.engine.person(visitor.id).events = [
      { event: 'view_item', items: [{ item_id: '<old>' }], kept_until: inDays(9) },
    ]
    expect((await visitor.get('/privacy')).body).toContain('&lt;old&gt; (już niesprzedawane)')
  })

  it('is nothing for a guest, and unknown while the store is away', async () => {
    const centre = await openCentre()
    const visitor = new Visitor(centre)
    expect((await visitor.get('/privacy')).body).toContain('Nic. Nie wiemy, kim jesteś')
    await visitor.save(3)
    centre.engine.failing.set('me', refusal(503, 'store_unavailable'))
    const { body, status } = await visitor.get('/privacy')
    expect(status).toBe(200)
    expect(body).toContain('Nie mamy teraz dostępu do naszej bazy.')
    expect(body).toContain('Nie możemy tego teraz pokazać.')
    expect(body).not.toContain('Nic. Nie wiemy')
  })
})

describe('an empty centre', () => {
  it('shows what it would look like, marked as an example in its headings, with nothing to press', async () => {
    const { body } = await new Visitor(await openCentre()).get('/privacy')
    const example = /<section class="example"[\s\S]*?<\/section>/.exec(body)?.[0] ?? ''
    expect(example).toContain('Pamiętamy 8 obejrzanych produktów.')
    expect(example).toContain('Nic z tego nie dotyczy Ciebie.')
    const headings = [...example.matchAll(/<h[23][^>]*>([^<]*)/g)].map(([, text]) => text)
    expect(headings).toHaveLength(4)
    for (const heading of headings) expect(heading).toMatch(/^Przykład/)
    expect(example).not.toMatch(/<(button|form|input|a)\b/)
  })

  it('is for guests: whoever has an id sees her own', async () => {
    const visitor = new Visitor(await openCentre())
    expect((await visitor.save(1)).body).not.toContain('class="example"')
  })
})
