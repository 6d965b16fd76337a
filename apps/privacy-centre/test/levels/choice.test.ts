import { describe, expect, it } from 'vitest'
import { openCentre, ticked, Visitor } from '../support/centre.ts'
import { NOTICE, refusal } from '../support/fake-engine.ts'

describe('looking at the centre', () => {
  it('as a guest stores nothing: no cookie, no token, no person, no call but policy and previews', async () => {
    const centre = await openCentre()
    const visitor = new Visitor(centre)
    const { status } = await visitor.get('/privacy')
    expect(status).toBe(200)
    expect([...visitor.cookies]).toEqual([])
    expect(new Set(centre.engine.calls)).toEqual(new Set(['consentPolicy', 'previewLevel']))
    expect(centre.engine.people.size).toBe(0)
    // The detector sees what saving leaves.
    await visitor.save(1)
    expect(visitor.cookies.size).toBe(1)
    expect(centre.engine.calls).toContain('issueShopperToken')
    expect(centre.engine.people.size).toBe(1)
  })

  it('shows five rows with level 0 selected and nothing else ticked, level 4 not to be chosen', async () => {
    const { body } = await new Visitor(await openCentre()).get('/privacy')
    expect(ticked('<input type="radio" name="level" value="3" checked>')).toEqual(['level=3'])
    expect(ticked(body)).toEqual(['level=0'])
    expect(body.match(/name="level"/g)).toHaveLength(5)
    expect(body).toMatch(/value="4"[^>]* disabled/)
    expect(body).toContain('Na tej stronie wszyscy widzą to samo.')
    expect(body).toContain('niedostępne w tym sklepie')
  })

  it('shows the same shelf at each level, of a person marked as invented above level 0', async () => {
    const { body } = await new Visitor(await openCentre()).get('/privacy')
    expect(body.match(/<figure class="preview"/g)).toHaveLength(4)
    expect(body.match(/osoba zmyślona<\/strong>/g)).toHaveLength(3)
    expect(body).toContain('Ta sama półka dla wszystkich.')
    expect(body).toContain('do tego lubi')
  })

  it('stands without previews when the engine cannot give them', async () => {
    const centre = await openCentre()
    centre.engine.failing.set('previewLevel', refusal(503, 'store_unavailable'))
    const { body, status } = await new Visitor(centre).get('/privacy')
    expect(status).toBe(200)
    expect(body.match(/Podgląd jest chwilowo niedostępny\./g)).toHaveLength(4)
  })

  it('names each purpose with reason, basis and least level before anything is saved', async () => {
    const { body } = await new Visitor(await openCentre()).get('/privacy')
    for (const text of [
      'Propozycje z tej wizyty',
      'Pamiętanie, co oglądam i kupuję',
      'Nauka podpowiedzi dla innych',
      'od poziomu 3',
      'Podstawa: Twoja zgoda.',
      'Podstawa: obowiązek prawny.',
      'Nie używa danych o Tobie.',
    ])
      expect(body).toContain(text)
  })

  it('names the controller, Global Privacy Control and how long things are kept', async () => {
    const { body } = await new Visitor(await openCentre(), { 'sec-gpc': '1' }).get('/privacy')
    expect(body).toContain('Polana sp. z o.o., Lipowa 1, iod@polana.example')
    expect(body).toContain('Global Privacy Control')
    expect(body).toContain('Co oglądasz i czego szukasz: najwyżej 90 dni')
  })
})

describe('a choice', () => {
  it('of level 0 by a guest leaves one value without an identifier and reaches nobody', async () => {
    const centre = await openCentre()
    const visitor = new Visitor(centre)
    const answer = await visitor.save(0)
    expect([...visitor.cookies]).toEqual([['umiar_choice', '0']])
    expect(centre.engine.people.size).toBe(0)
    expect(answer.body).toContain('zostaje tylko informacja o odmowie')
    expect((await visitor.get('/privacy')).body).toContain('To urządzenie pamięta tylko, że odmawiasz.')
  })

  it('of level 1 or more mints an id of 128 bits, and only once it is recorded', async () => {
    const centre = await openCentre()
    const visitor = new Visitor(centre)
    centre.engine.failing.set('putConsent', refusal(503, 'store_unavailable'))
    const failed = await visitor.save(3)
    expect(failed.status).toBe(503)
    expect(failed.body).toContain('Nie mamy teraz dostępu do naszej bazy.')
    expect([...visitor.cookies]).toEqual([])
    centre.engine.failing.clear()
    const saved = await visitor.save(3, { purpose_train_models: 'on' })
    expect(saved.body).toContain('Zapisano. Od teraz: Moja historia w tym sklepie.')
    expect(saved.body).toContain('Twój wybór obowiązuje do 25 maja 2027.')
    expect(Buffer.from(visitor.id, 'base64url')).toHaveLength(16)
    expect([...visitor.cookies.keys()]).toEqual(['umiar_id'])
    expect(centre.engine.person(visitor.id).choices).toMatchObject([
      { level: 3, locale: 'pl', method: 'centre', notice_version: NOTICE, purposes: { train_models: true } },
    ])
    const other = new Visitor(centre)
    await other.save(3)
    expect(other.id).not.toBe(visitor.id)
  })

  it('is what the browser script goes by: level 0 leaves the refusal beside the id, more takes it away', async () => {
    const visitor = new Visitor(await openCentre())
    await visitor.save(3)
    await visitor.save(0)
    expect([...visitor.cookies.keys()].sort()).toEqual(['umiar_choice', 'umiar_id'])
    expect(visitor.cookies.get('umiar_choice')).toBe('0')
    await visitor.save(2)
    expect([...visitor.cookies.keys()]).toEqual(['umiar_id'])
  })

  it('is not recorded for a browser that keeps no cookies, which is told kindly', async () => {
    const centre = await openCentre()
    const blocking = new Visitor(centre, {}, false)
    const answer = await blocking.save(3)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('Twoja przeglądarka blokuje pliki cookie')
    expect(centre.engine.people.size).toBe(0)
    expect((await blocking.save(0)).body).toContain('nie zapamięta odmowy. To nie szkodzi')
  })

  it('takes away the visit at level 0 and says what was deleted', async () => {
    const centre = await openCentre()
    const visitor = new Visitor(centre)
    await visitor.save(3)
    visitor.cookies.set('umiar_visit', 'AAAAAAAAAAAAAAAAAAAAAA')
    const lowered = await visitor.save(0)
    expect([...visitor.cookies.keys()]).toEqual(['umiar_id', 'umiar_choice'])
    expect(lowered.body).toContain('Usunęliśmy: Co oglądasz i czego szukasz, Koszyki i zakupy.')
  })

  it('shows what is granted and what may be set aside, and sends only what it showed', async () => {
    const centre = await openCentre()
    const visitor = new Visitor(centre)
    const page = await visitor.save(2)
    expect(ticked(page.body)).toEqual(['level=2', 'switch_visit_hints', 'switch_taste_hints'])
    await visitor.save(2, { switch_shown: ['visit_hints', 'taste_hints'], switch_taste_hints: 'on' })
    const { choices } = centre.engine.person(visitor.id)
    expect(choices[0]?.switches).toBeUndefined()
    expect(choices[1]?.switches).toEqual({ taste_hints: true, visit_hints: false })
  })

  it('of a purpose above the level is not sent, and the page says so', async () => {
    const centre = await openCentre()
    const visitor = new Visitor(centre)
    const { body } = await visitor.save(1, { purpose_train_models: 'on' })
    expect(body).toContain('Zgoda „Nauka podpowiedzi dla innych” wymaga poziomu 3, więc pozostaje wyłączona.')
    expect(centre.engine.person(visitor.id).choices[0]?.purposes).not.toHaveProperty('train_models')
  })

  it('takes as many requests for less as for more, without scripts', async () => {
    const visitor = new Visitor(await openCentre())
    await visitor.save(2)
    const higher = await visitor.save(3)
    for (const level of [2, 1, 0]) expect((await visitor.save(level)).requests).toBe(higher.requests)
    // Refusing as a guest is one step shorter than agreeing.
    const [refuses, agrees] = [new Visitor(await openCentre()), new Visitor(await openCentre())]
    expect((await refuses.save(0)).requests).toBeLessThanOrEqual((await agrees.save(3)).requests)
  })

  it('ends the pause it began itself, and no other', async () => {
    const centre = await openCentre()
    const visitor = new Visitor(centre)
    await visitor.save(3)
    await visitor.post('/privacy/pause', { restricted: 'yes' })
    await visitor.save(2)
    expect(centre.engine.person(visitor.id).restricted).toBe(true)
    await visitor.save(1, { resume: 'yes' })
    expect(centre.engine.person(visitor.id).restricted).toBe(false)
  })

  it.each([
    ['4', NOTICE, 422, 'Ten sklep nie oferuje tego poziomu.'],
    ['3', 'old', 409, 'Treść tej strony w międzyczasie się zmieniła.'],
    ['', NOTICE, 422, 'Nie udało się odczytać formularza.'],
    ['-1', NOTICE, 422, 'Nie udało się odczytać formularza.'],
  ])(
    'of level "%s" under notice %s is refused in a plain sentence',
    async (level, notice_version, status, sentence) => {
      const visitor = new Visitor(await openCentre())
      const answer = await visitor.post('/privacy/choice', { level, notice_version })
      expect(answer.status).toBe(status)
      expect(answer.body).toContain(sentence)
      expect([...visitor.cookies]).toEqual([])
    },
  )

  it('marks its cookies Secure behind HTTPS, and takes no form of a foreign page', async () => {
    const { app } = await openCentre({ secureCookies: true })
    const send = (headers: Record<string, string>) =>
      app.inject({
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        method: 'POST',
        payload: 'level=0',
        url: '/privacy/choice',
      })
    expect(String((await send({})).headers['set-cookie'])).toContain('; Secure')
    const foreign = await send({ 'sec-fetch-site': 'cross-site' })
    expect(foreign.statusCode).toBe(403)
    expect(foreign.headers['set-cookie']).toBeUndefined()
  })

  it('that has expired counts as level 0 and is asked again', async () => {
    const centre = await openCentre()
    const visitor = new Visitor(centre)
    await visitor.save(3)
    centre.engine.person(visitor.id).expired = true
    const { body } = await visitor.get('/privacy')
    expect(body).toContain('Twój wybór obowiązywał do 22 listopada 2026.')
    expect(ticked(body)).toContain('level=0')
  })

  it('says before a lower one what it would remove, counted', async () => {
    const centre = await openCentre()
    const visitor = new Visitor(centre)
    await visitor.save(3)
    const person = centre.engine.person(visitor.id)
    person.events.push(
      { event: 'view_item', items: [{ item_id: 'tea-1' }], kept_until: '2026-12-01T00:00:00Z' },
      { event: 'purchase', items: [{ item_id: 'tea-1' }], kept_until: '2028-12-01T00:00:00Z' },
    )
    person.taste = { have: [], likes: ['tea-2'], never: [] }
    const { body } = await visitor.get('/privacy')
    expect(body).toContain('id="level-2-removes">Po zapisaniu usuniemy: 1 obejrzany produkt, 1 zakup.')
    expect(body).toContain('usuniemy: 1 obejrzany produkt, 1 zakup, 1 wskazówkę.')
    expect(body).not.toContain('level-3-removes')
  })
})
