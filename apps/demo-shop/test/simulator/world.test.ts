import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ARCHETYPES, SHOPPERS } from '../../src/simulator/archetypes.ts'
import { type Deed, liveThrough, type Plan } from '../../src/simulator/behaviour.ts'
import { HEROES } from '../../src/simulator/heroes.ts'
import {
  oracleRanking,
  polanaWorld,
  simulate,
  suits,
  trueUtility,
  type World,
} from '../../src/simulator/index.ts'

const world = polanaWorld()
const byId = new Map(world.goods.map((good) => [good.id, good]))

function hashOf({ lives }: World): string {
  const told = lives.map(({ deeds, shopper }) => [
    shopper.anonymousId,
    shopper.attitude,
    deeds.map(({ goods, ...deed }) => [deed, goods.map(({ id }) => id)]),
  ])
  return createHash('sha256').update(JSON.stringify(told)).digest('hex')
}

const purchasesOf = (deeds: readonly Deed[]): readonly Deed[] =>
  deeds.filter(({ kind }) => kind === 'purchase')

describe('the invented world', () => {
  it('is a function of its seed', () => {
    expect(hashOf(simulate())).toBe(hashOf(world))
    expect(hashOf(simulate({ seed: 7 }))).not.toBe(hashOf(world))
  })

  it('holds 600 shoppers of twelve kinds and eight heroes, some 30,000 deeds, and a funnel', () => {
    expect(world.lives).toHaveLength(SHOPPERS + 8)
    for (const { id } of ARCHETYPES)
      expect(world.lives.filter(({ shopper }) => shopper.archetype === id)).toHaveLength(50)
    expect(new Set(world.lives.map(({ shopper }) => shopper.anonymousId)).size).toBe(608)
    const all = world.lives.flatMap(({ deeds }) => deeds)
    const count = (kind: Deed['kind']): number => all.filter((deed) => deed.kind === kind).length
    expect(all.length).toBeGreaterThan(28_000)
    expect(all.length).toBeLessThan(38_000)
    expect(count('view_item')).toBeGreaterThan(4 * count('add_to_cart'))
    expect(count('add_to_cart')).toBeGreaterThan(count('purchase'))
    expect(count('refund')).toBeGreaterThan(50)
  })

  it('tells each life in order of time, within 120 days, visits without long silences', () => {
    for (const { deeds } of world.lives) {
      const seconds = deeds.map(({ day, second }) => day * 86_400 + second)
      expect(seconds).toEqual([...seconds].sort((a, b) => a - b))
      expect(seconds.every((second) => second >= 0 && second < 120 * 86_400)).toBe(true)
      deeds.forEach((deed, index) => {
        if (deed.visit === deeds[index - 1]?.visit)
          expect((seconds[index] ?? 0) - (seconds[index - 1] ?? 0)).toBeLessThan(30 * 60)
      })
    }
  })

  it('shows taste in behaviour: people buy in departments, styles and brands they care for', () => {
    let [sumOfWeights, favourite, style, lines] = [0, 0, 0, 0]
    for (const { deeds, shopper } of world.lives) {
      if (shopper.sharedWith !== undefined) continue
      const { departments, styles } = shopper.taste
      const top = Object.keys(departments).sort((a, b) => (departments[b] ?? 0) - (departments[a] ?? 0))[0]
      for (const { goods, isGift } of purchasesOf(deeds))
        for (const good of isGift || deeds.length === 0 ? [] : goods) {
          lines++
          sumOfWeights += departments[good.department] ?? 0
          if (good.department === top) favourite++
          if (styles[good.department] === good.style) style++
        }
    }
    expect(lines).toBeGreaterThan(1500)
    expect(sumOfWeights / lines).toBeGreaterThan(0.3)
    expect(favourite / lines).toBeGreaterThan(0.5)
    expect(style / lines).toBeGreaterThan(0.35)
  })

  it('sells a durable to nobody twice, but as a gift; in her size, in stock, to adults, once it is out', () => {
    let gifts = 0
    for (const { deeds, shopper } of world.lives) {
      const had = new Set<string>()
      for (const { day, goods } of deeds)
        for (const good of goods) expect(good.releaseDay, good.id).toBeLessThanOrEqual(day)
      for (const { goods, isGift } of purchasesOf(deeds))
        for (const good of goods) {
          expect(suits(shopper, good), good.id).toBe(true)
          expect(good.available, good.id).toBe(true)
          if (isGift) gifts++
          else if (good.durable) {
            expect(had.has(good.id), `${shopper.index} ${good.id}`).toBe(false)
            had.add(good.id)
          }
        }
    }
    expect(gifts).toBeGreaterThan(50)
  })

  it('lets packets run out: beans come back after about as long as they last her', () => {
    const gaps = world.lives.flatMap(({ deeds, shopper }) => {
      const last = new Map<string, number>()
      return purchasesOf(deeds).flatMap(({ day, goods }) =>
        goods
          .filter(({ isUsedUp }) => isUsedUp)
          .flatMap(({ id }) => {
            const before = last.get(id)
            last.set(id, day)
            return before === undefined || shopper.hero !== undefined
              ? []
              : [(day - before) / shopper.taste.replenishDays]
          }),
      )
    })
    const near = gaps.filter((gap) => gap > 0.75 && gap < 1.35).length
    expect(gaps.length).toBeGreaterThan(200)
    expect(near / gaps.length).toBeGreaterThan(0.6)
  })

  it('follows a script: what a story rests on is there', () => {
    const shopper = world.lives[0]?.shopper
    const gaiwan = byId.get('gaiwan-malowany')
    if (shopper === undefined || gaiwan === undefined) throw new Error('the world is empty')
    const plan: Plan = { day: 60, goods: [gaiwan], isReturned: true, why: 'script' }
    const deeds = liveThrough(1, { ...shopper, habits: { ...shopper.habits, visits: 0 } }, world.goods, [
      plan,
    ])
    expect(deeds.filter(({ goods }) => goods.includes(gaiwan)).map(({ day, kind }) => [kind, day])).toEqual([
      ['view_item', 60],
      ['add_to_cart', 60],
      ['purchase', 60],
      ['refund', 66],
    ])
  })
})

describe('the oracle', () => {
  it('ranks what a shopper cares for above what she does not', () => {
    const ola = world.lives.find(({ shopper }) => shopper.hero === 'ola')?.shopper
    if (ola === undefined) throw new Error('no Ola')
    const ranking = oracleRanking(ola, world.goods)
    expect(ranking.slice(0, 10).every(({ department }) => department === 'tea')).toBe(true)
    expect(ranking.every((good) => good.available && !good.sensitive && !good.adultsOnly)).toBe(true)
    const utilities = ranking.map((good) => trueUtility(ola, good))
    expect(utilities).toEqual([...utilities].sort((a, b) => b - a))
    const best = ranking[0]
    if (best === undefined) throw new Error('nothing ranked')
    expect(oracleRanking(ola, world.goods, new Set([best.index]))).not.toContain(best)
  })
})

describe('what people agreed to', () => {
  const levelsBy = (own: World, isSpender: (visits: number) => boolean): number => {
    const levels = own.lives
      .slice(0, SHOPPERS)
      .filter(({ shopper }) => isSpender(shopper.habits.visits))
      .map(({ shopper }) => shopper.attitude.level)
    return levels.reduce<number>((sum, level) => sum + level, 0) / levels.length
  }

  it('hangs on nothing in one world, and on spending in the other, with the same behaviour', () => {
    const biased = simulate({ consent: 'with-spend' })
    const difference = (own: World): number =>
      levelsBy(own, (visits) => visits > 10) - levelsBy(own, (visits) => visits <= 10)
    expect(Math.abs(difference(world))).toBeLessThan(0.25)
    expect(difference(biased)).toBeGreaterThan(0.4)
    expect(biased.lives.map(({ deeds }) => deeds.length)).toEqual(
      world.lives.map(({ deeds }) => deeds.length),
    )
  })

  it('covers levels 0 to 3, and train_models only at level 3', () => {
    const attitudes = world.lives.map(({ shopper }) => shopper.attitude)
    expect(new Set(attitudes.map(({ level }) => level))).toEqual(new Set([0, 1, 2, 3]))
    expect(attitudes.every(({ level, trainModels }) => !trainModels || level === 3)).toBe(true)
  })
})

describe('the heroes', () => {
  it('are eight, each with a story in both languages, at every level, under an id of a guest', () => {
    expect(HEROES.map(({ key }) => key)).toEqual([
      'ola',
      'janusz',
      'kasia',
      'bartek',
      'marek',
      'zuza',
      'natalia',
      'tomek',
    ])
    expect(new Set(HEROES.map(({ level }) => level))).toEqual(new Set([0, 1, 2, 3]))
    for (const { anonymousId, key, notice, story } of HEROES) {
      expect(anonymousId, key).toMatch(/^[A-Za-z0-9_-]{22}$/)
      for (const text of [story.pl, story.en, notice.pl, notice.en])
        expect(text.length, key).toBeGreaterThan(30)
    }
  })

  it('live their stories: Ola’s coffee lasts 24 days, Zuza sends shoes back, Marek gives', () => {
    const deedsOf = (key: string) => world.lives.find(({ shopper }) => shopper.hero === key)?.deeds ?? []
    const coffee = purchasesOf(deedsOf('ola')).filter(({ goods }) =>
      goods.some(({ id }) => id === 'etiopia-sidamo'),
    )
    expect(coffee.map(({ day }) => 120 - day)).toEqual([97, 73, 49, 25])
    expect(
      deedsOf('zuza').some(({ goods, kind }) => kind === 'refund' && goods[0]?.id === 'buty-sciezka'),
    ).toBe(true)
    expect(deedsOf('marek').some(({ isGift, kind }) => isGift === true && kind === 'purchase')).toBe(true)
    expect(deedsOf('natalia').some(({ goods }) => goods.some(({ sensitive }) => sensitive))).toBe(true)
  })
})
