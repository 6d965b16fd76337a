import { describe, expect, it } from 'vitest'
import { openCentre, Visitor } from '../support/centre.ts'
import { inDays } from '../support/fake-engine.ts'

const use = (at: string, item_id: string) => ({
  at,
  consent_ref: 'consent_0123456789abcdef',
  data_used: ['shared_counts', 'view_history'],
  items: [{ item_id, reasons: ['viewed_before'], rests_on: 'tea-2' }],
  items_shortened: 3,
  mode: 'personal',
  model_version: 'm1',
  purposes: ['personal_recs'],
  rec_id: 'rec_1',
  slot: 'home',
})

describe('the timeline of uses', () => {
  it('says day by day what was shown, how, on which data and on which choice', async () => {
    const centre = await openCentre()
    const visitor = new Visitor(centre)
    await visitor.save(3)
    centre.engine.person(visitor.id).uses = [use(inDays(0), 'tea-1'), use(inDays(-1), 'coffee-1')]
    const { body } = await visitor.get('/privacy')
    expect(body).toContain('>23 listopada 2026</span>')
    expect(body).toContain('>22 listopada 2026</span>')
    expect(body).toContain('<time datetime="2026-11-23T10:00:00.000Z">11:00</time>')
    expect(body).toContain('Półka „home”: 4 produkty.')
    expect(body).toContain('Źródło doboru: Twoja historia.')
    expect(body).toContain('Użyte dane: wcześniej obejrzane produkty, liczby wspólne dla wszystkich.')
    expect(body).toContain('Na podstawie wyboru z 23 listopada 2026: poziom 3 (01234567).')
  })

  it('says how many older ones it leaves to the file', async () => {
    const centre = await openCentre()
    const visitor = new Visitor(centre)
    await visitor.save(3)
    centre.engine.person(visitor.id).uses = Array.from({ length: 45 }, () => use(inDays(0), 'tea-1'))
    const { body } = await visitor.get('/privacy')
    expect(body.match(/<li class="use">/g)).toHaveLength(40)
    expect(body).toContain('I 5 użyć wcześniej.')
  })

  it('explains each product with a picture, and takes her word on it', async () => {
    const centre = await openCentre()
    const visitor = new Visitor(centre)
    expect((await visitor.save(3)).body).toContain('Na razie nie ma czego wyjaśniać')
    const person = centre.engine.person(visitor.id)
    person.uses = [use(inDays(0), 'tea-1')]
    const { body } = await visitor.get('/privacy')
    expect(body).toMatch(/class="why-entry"><span class="tile"><img src="\/picture\/tea-1.svg"/)
    const said = await visitor.post('/privacy/correct', { act: 'not_for_me', back: 'why', item_id: 'tea-1' })
    expect(said.body).toContain('Nie będziemy tego pokazywać')
    await visitor.post('/privacy/correct', { act: 'already_have', back: 'why', item_id: 'tea-1' })
    expect(person.feedback).toEqual(['not_for_me tea-1', 'already_have tea-1'])
  })
})
