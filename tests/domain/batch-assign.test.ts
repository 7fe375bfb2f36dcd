import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Batch, batchAssign, type Waiting } from '@/domain/batch-assign'
import { type LawyerCard, subjects } from '@/domain/lawyer-card'
import { matchLawyers, type Need } from '@/domain/matching'
import { facts } from '../../cloudfunctions/facts'
import { card, t } from '../given'

const now = t('2026-10-12 10:00')
const { licences: rules, policy } = facts
const given = { rules, policy, now }
const EAST = '150524100'
const WEST = '150524101'
const waits = (id: string, more: Partial<Need> = {}, group?: string): Waiting => ({
  id,
  need: { subject: 'labour', town: EAST, own: [], offered: [], ...more },
  since: t(`2026-10-12 08:0${id.slice(1)}`),
  ...(group && { group }),
})
const who = ({ items }: Pick<Batch, 'items'>) => items.map(({ id, proposal }) => `${id} ${proposal.lawyer}`)

/** Small lives with many ties: few towns, few subjects, little room. */
const lawyers = fc
  .array(
    fc.record({
      capacity: fc.integer({ min: 0, max: 5 }),
      held: fc.integer({ min: 0, max: 4 }),
      towns: fc.subarray([EAST, WEST]),
      subjects: fc.subarray([...subjects].slice(0, 3)),
      languages: fc.constantFrom<string[]>(['zh'], ['zh', 'mn']),
      inService: fc.boolean(),
      asked: fc.option(fc.integer({ min: 1, max: 11 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.map(({ held, asked, ...more }, n) =>
      card({
        person: `l${n}`,
        ...more,
        matters: Array.from({ length: Math.min(held, more.capacity) }, (_, m) => `aid:${n}${m}`),
        ...(asked && { lastOfferAt: t(`2026-10-${String(asked).padStart(2, '0')} 08:00`) }),
      }),
    ),
  )
const needs = fc
  .array(
    fc.record({
      town: fc.constantFrom(EAST, WEST),
      subject: fc.constantFrom(...subjects.slice(0, 3)),
      language: fc.constantFrom('zh', 'mn'),
      offered: fc.subarray(['l0', 'l1']),
    }),
    { maxLength: 5 },
  )
  .map((all) => all.map((more, n) => waits(`m${n}`, more)))

/** Everybody assigned one after the other in this way: what the single rule itself says at each step. */
function followed(matters: readonly Waiting[], cards: readonly LawyerCard[], of: readonly (number | undefined)[]) {
  const held = [...cards]
  let sum = 0
  for (const [row, { need }] of matters.entries()) {
    const column = of[row]
    const chosen = column === undefined ? undefined : held[column]
    if (column === undefined || !chosen) continue
    const found = matchLawyers(need, held, rules, policy, now).ranked.find(({ lawyer }) => lawyer === chosen.person)
    if (!found) return undefined
    sum += Math.round(found.score * 10)
    held[column] = { ...chosen, matters: [...chosen.matters, `new:${row}`], lastOfferAt: now }
  }
  return { placed: of.filter((column) => column !== undefined).length, total: sum / 10 }
}

function everyWay(matters: readonly Waiting[], cards: readonly LawyerCard[]) {
  let best = { placed: 0, total: 0 }
  const go = (of: (number | undefined)[]) => {
    if (of.length === matters.length) {
      const told = followed(matters, cards, of)
      if (told && (told.placed > best.placed || (told.placed === best.placed && told.total > best.total))) best = told
      return
    }
    for (const column of [undefined, ...cards.keys()]) go([...of, column])
  }
  go([])
  return best
}

describe('all that waits at once', () => {
  it('no way to give them out, followed step by step under the rule of a single matter, places more or scores higher', () => {
    fc.assert(
      fc.property(needs, lawyers, (matters, cards) => {
        const { items, total, best, left } = batchAssign(matters, cards, given)
        expect({ placed: items.length, total }).toEqual(everyWay(matters, cards))
        expect(best).toBe(total)
        expect(items.length + left.length).toBe(matters.length)
      }),
      { numRuns: 150 },
    )
  })
  it('the scores are those that a single proposal would show at that moment, in the same words', () => {
    fc.assert(
      fc.property(needs, lawyers, (matters, cards) => {
        const { items, total } = batchAssign(matters, cards, given)
        const held = new Map(cards.map((each) => [each.person, each]))
        for (const { id, proposal } of items) {
          const need = matters.find((each) => each.id === id)?.need
          const found = need && matchLawyers(need, [...held.values()], rules, policy, now)
          expect(found?.ranked).toContainEqual(proposal)
          const own = held.get(proposal.lawyer)
          if (own) held.set(own.person, { ...own, matters: [...own.matters, id], lastOfferAt: now })
        }
        expect(items.reduce((sum, { proposal }) => sum + Math.round(proposal.score * 10), 0)).toBe(
          Math.round(total * 10),
        )
      }),
    )
  })
  it('one after the other is never more, neither placed nor together', () => {
    fc.assert(
      fc.property(needs, lawyers, (matters, cards) => {
        const { items, total, oneByOne } = batchAssign(matters, cards, given)
        expect(oneByOne.items.length).toBeLessThanOrEqual(items.length)
        if (oneByOne.items.length === items.length) expect(oneByOne.total).toBeLessThanOrEqual(total)
      }),
    )
  })
  it('a single matter gets whom it would get alone', () => {
    fc.assert(
      fc.property(needs, lawyers, (matters, cards) => {
        for (const matter of matters.slice(0, 1)) {
          const { ranked } = matchLawyers(matter.need, cards, rules, policy, now)
          expect(batchAssign([matter], cards, given).items.map(({ proposal }) => proposal)).toEqual(ranked.slice(0, 1))
        }
      }),
    )
  })
  it('equal inputs give one answer, in whatever order they come', () => {
    const pair = fc.tuple(needs, lawyers)
    fc.assert(
      fc.property(
        pair.chain(([matters, cards]) =>
          fc.tuple(
            fc.constant([matters, cards] as const),
            fc.shuffledSubarray(matters, { minLength: matters.length }),
            fc.shuffledSubarray(cards, { minLength: cards.length }),
          ),
        ),
        ([[matters, cards], mixed, others]) => {
          expect(batchAssign(mixed, others, given)).toEqual(batchAssign(matters, cards, given))
        },
      ),
    )
  })
})

const li = card({ person: 'li', capacity: 1 })
const wang = card({ person: 'wang', capacity: 1, subjects: [] })

describe('what a batch is for', () => {
  it('one by one gives the first the only Mongolian speaker, and the second nobody; a batch has somebody for both', () => {
    const speaks = { ...li, languages: ['zh', 'mn'] }
    const matters = [waits('m1'), waits('m2', { language: 'mn' })]
    const { items, left, oneByOne } = batchAssign(matters, [speaks, wang], given)
    expect(who({ items })).toEqual(['m1 wang', 'm2 li'])
    expect(left).toEqual([])
    expect(who(oneByOne)).toEqual(['m1 li'])
  })
  it('his second matter counts with what the first gives him: the work is spread', () => {
    const two = [card({ person: 'li', capacity: 4 }), card({ person: 'wang', capacity: 4 })]
    const { items } = batchAssign([waits('m1'), waits('m2')], two, given)
    expect(who({ items })).toEqual(['m1 li', 'm2 wang'])
    const one = batchAssign([waits('m1'), waits('m2')], two.slice(0, 1), given)
    expect(one.items.map(({ proposal }) => proposal.reasons.slice(2))).toEqual([
      [{ code: 'load', load: 0, capacity: 4 }, { code: 'never-asked' }],
      [
        { code: 'load', load: 1, capacity: 4 },
        { code: 'waited', days: 0 },
      ],
    ])
  })
  it('who gets nobody is told by which rule: kept out by it, or what room there was others get', () => {
    const matters = [waits('m1'), waits('m2'), waits('m3', { language: 'mn' })]
    const cards = [li, card({ person: 'out', inService: false }), card({ person: 'mon', capacity: 0 })]
    expect(batchAssign(matters, cards, given).left).toEqual([
      {
        id: 'm2',
        rules: [
          { rule: 'full', lawyers: 1 },
          { rule: 'out-of-service', lawyers: 1 },
          { rule: 'taken', lawyers: 1 },
        ],
      },
      {
        id: 'm3',
        rules: [
          { rule: 'language', lawyers: 2 },
          { rule: 'out-of-service', lawyers: 1 },
        ],
      },
    ])
  })
  it('the wall stands in a batch as it stands alone', () => {
    const walled = { lawyers: new Map([['li', 'conflict' as const]]), units: new Map() }
    const { items, left } = batchAssign([waits('m1', { walled }), waits('m2')], [li, wang], given)
    expect(who({ items })).toEqual(['m1 wang', 'm2 li'])
    expect(batchAssign([waits('m1', { walled })], [li], given).left).toEqual([
      { id: 'm1', rules: [{ rule: 'conflict', lawyers: 1 }] },
    ])
    expect(left).toEqual([])
  })
  it('a county whose weights fall below zero still gets an answer', () => {
    const odd = { ...given, policy: { ...policy, 'matching.load': -20 } }
    const { items } = batchAssign([waits('m1'), waits('m2')], [card({ person: 'li' })], odd)
    expect(items).toHaveLength(2)
  })
})

describe('one claim of several people', () => {
  const workers = ['m1', 'm2', 'm3', 'm4'].map((id) => waits(id, {}, 'builder'))
  const three = ['li', 'wang', 'zhao'].map((person) => card({ person, capacity: 6 }))
  it('is spread like others unless asked; asked, it goes to one lawyer with room for all', () => {
    const spread = batchAssign(workers, three, given)
    expect(new Set(spread.items.map(({ proposal }) => proposal.lawyer)).size).toBe(3)
    expect(spread.groups).toEqual([])
    const kept = batchAssign(workers, three, given, { together: true })
    expect(kept.groups).toEqual([{ group: 'builder', matters: 4, lawyers: 1 }])
    expect(new Set(kept.items.map(({ proposal }) => proposal.lawyer)).size).toBe(1)
    expect(kept.total).toBeLessThan(kept.best)
    expect(kept.best).toBe(spread.total)
  })
  it('where nobody has room for all, to the fewest', () => {
    const narrow = [2, 3, 1, 2].map((capacity, n) => card({ person: `l${n}`, capacity }))
    const { groups, items } = batchAssign(workers, narrow, given, { together: true })
    expect(groups).toEqual([{ group: 'builder', matters: 4, lawyers: 2 }])
    expect(items).toHaveLength(4)
  })
  it('and never so that somebody else is left without', () => {
    // Only li speaks Mongolian: with all four workers he has no room for her.
    const cards = [card({ person: 'li', capacity: 4, languages: ['zh', 'mn'] }), card({ person: 'wang', capacity: 3 })]
    const all = [...workers, waits('m5', { language: 'mn' })]
    const { items, groups } = batchAssign(all, cards, given, { together: true })
    expect(items).toHaveLength(5)
    expect(groups).toEqual([{ group: 'builder', matters: 4, lawyers: 2 }])
  })
  it('as many are placed together as apart, no more than the best is scored, and no lawyer beyond his room', () => {
    const grouped = needs.map((matters) => matters.map((each, n) => ({ ...each, group: n % 2 ? 'a' : 'b' })))
    fc.assert(
      fc.property(grouped, lawyers, (matters, cards) => {
        const apart = batchAssign(matters, cards, given)
        const kept = batchAssign(matters, cards, given, { together: true })
        expect(kept.items).toHaveLength(apart.items.length)
        expect(kept.total).toBeLessThanOrEqual(apart.total)
        expect(kept.best).toBe(apart.total)
        for (const { person, capacity, matters: held } of cards) {
          const given = kept.items.filter(({ proposal }) => proposal.lawyer === person).length
          expect(given).toBeLessThanOrEqual(capacity - held.length)
        }
      }),
    )
  })
})
