import { describe, expect, it } from 'vitest'
import { openCentre, type TestCentre, Visitor } from '../support/centre.ts'
import { inDays, refusal } from '../support/fake-engine.ts'

async function withHistory(): Promise<{ centre: TestCentre; visitor: Visitor }> {
  const centre = await openCentre()
  const visitor = new Visitor(centre)
  await visitor.save(3)
  centre.engine.person(visitor.id).events = [
    { event: 'view_item', items: [{ item_id: 'tea-1' }], kept_until: inDays(60), time: inDays(-30) },
    { event: 'purchase', items: [{ item_id: 'tea-2' }], kept_until: inDays(700), time: inDays(-30) },
  ]
  return { centre, visitor }
}

describe('correcting', () => {
  it('takes a product out of the history, as not hers or as a gift', async () => {
    const { centre, visitor } = await withHistory()
    const { body } = await visitor.get('/privacy')
    expect(body).toContain('Usuń z mojej historii<span class="visually-hidden">: tea 1 PL</span>')
    expect(body).toContain('To był prezent<span class="visually-hidden">: tea 2 PL</span>')
    const answer = await visitor.post('/privacy/correct', { act: 'forget', back: 'held', item_id: 'tea-1' })
    expect(answer.body).toContain('Usunięto z Twojej historii.')
    await visitor.post('/privacy/correct', { act: 'gift', back: 'held', item_id: 'tea-2' })
    expect(centre.engine.person(visitor.id)).toMatchObject({
      events: [],
      feedback: ['forget tea-1', 'gift tea-2'],
    })
  })

  it('does nothing for a guest, an unknown act or no product', async () => {
    const { centre, visitor } = await withHistory()
    for (const act of ['constructor', 'like', ''])
      expect((await visitor.post('/privacy/correct', { act, item_id: 'tea-1' })).status).toBe(200)
    await visitor.post('/privacy/correct', { act: 'forget' })
    await new Visitor(centre).post('/privacy/correct', { act: 'forget', item_id: 'tea-1' })
    expect(centre.engine.calls).not.toContain('feedback')
  })
})

describe('pausing', () => {
  it('is one click, is said at the top of the page, and ends with one click', async () => {
    const { centre, visitor } = await withHistory()
    const paused = await visitor.post('/privacy/pause', { restricted: 'yes' })
    expect(paused.body).toContain('Wstrzymano. Niczego nie usunęliśmy.')
    expect(paused.body).toContain('class="status paused"')
    expect(centre.engine.person(visitor.id).restricted).toBe(true)
    const resumed = await visitor.post('/privacy/pause', { restricted: 'no' })
    expect(resumed.body).toContain('Znów obowiązuje Twój wybór.')
    expect(resumed.body).not.toContain('class="status paused"')
  })

  it('of one purpose is an objection, and can be taken back', async () => {
    const { centre, visitor } = await withHistory()
    const { body } = await visitor.post('/privacy/object', { objected: 'yes', purpose: 'personal_recs' })
    expect(body).toContain('Jest sprzeciw: nie używamy.')
    expect(centre.engine.person(visitor.id).objected).toEqual(['personal_recs'])
    await visitor.post('/privacy/object', { objected: 'no', purpose: 'personal_recs' })
    expect(centre.engine.person(visitor.id).objected).toEqual([])
  })
})

describe('taking along', () => {
  it('gives everything as one JSON file, named by the day', async () => {
    const { visitor } = await withHistory()
    const answer = await visitor.post('/privacy/export', {})
    expect(answer.headers['content-disposition']).toBe('attachment; filename="umiar-2026-11-23.json"')
    expect(JSON.parse(answer.body).events[0].items[0].item_id).toBe('tea-1')
  })

  it('gives everything on one page to read', async () => {
    const { visitor } = await withHistory()
    const { body } = await visitor.get('/privacy/data')
    expect(body).toContain('Stan na 23 listopada 2026, 11:00.')
    expect(body).toContain('>kupione</td>')
    expect(body).toContain('>tea 2 PL</td>')
    expect((await new Visitor(await openCentre()).get('/privacy/data')).body).toContain('Nic. Nie wiemy')
  })
})

describe('erasing', () => {
  it('says before the click what remains, wants the box ticked, and says after what was removed', async () => {
    const { centre, visitor } = await withHistory()
    visitor.cookies.set('cart', 'tea-1')
    expect((await new Visitor(centre).get('/privacy')).body).not.toContain('name="confirm"')
    expect((await visitor.get('/privacy')).body).toContain('<strong>Zostaje skrót.</strong>')
    const unsure = await visitor.post('/privacy/erase', {})
    expect(unsure.status).toBe(422)
    expect(unsure.body).toContain('zaznacz najpierw pole z potwierdzeniem')
    expect(centre.engine.people.size).toBe(1)
    const done = await visitor.post('/privacy/erase', { confirm: 'yes' })
    expect(done.body).toContain('Twoje dane są usunięte')
    expect(done.body).toContain('<li>1 obejrzany produkt</li>')
    expect(done.body).toContain('<li>1 zakup</li>')
    expect(done.body).toContain('Zostaje skrót.')
    expect(done.body).toContain('Koszyk zostaje')
    expect(done.body).toContain('Polana sp. z o.o.: Twoje dane usunięto 23 listopada 2026 o 11:00.')
    expect(centre.engine.people.size).toBe(0)
    expect([...visitor.cookies]).toEqual([['cart', 'tea-1']])
    expect((await visitor.post('/privacy/erase', { confirm: 'yes' })).body).toContain('Nie było czego usuwać')
  })

  it('does not depend on being able to read what is held', async () => {
    const { centre, visitor } = await withHistory()
    centre.engine.failing.set('meData', refusal(503, 'store_unavailable'))
    const done = await visitor.post('/privacy/erase', { confirm: 'yes' })
    expect(done.body).toContain('<li>Co oglądasz i czego szukasz: 2 wpisy</li>')
  })

  it('keeps the id when it failed, so that she can try again', async () => {
    const { centre, visitor } = await withHistory()
    centre.engine.failing.set('eraseMe', refusal(503, 'store_unavailable'))
    const failed = await visitor.post('/privacy/erase', { confirm: 'yes' })
    expect(failed.status).toBe(503)
    expect(failed.body).toContain('Nic się nie zmieniło. Spróbuj za chwilę.')
    expect(visitor.cookies.has('umiar_id')).toBe(true)
  })
})
