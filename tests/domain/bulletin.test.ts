import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { behind, byUnit, columns, type Numbers, numbersOf, ranked, shares, veiled } from '@/domain/bulletin'
import { type GrievanceFact, heldIn, heldTogether, isUnsettled, type Unsettled } from '@/domain/grievance-story'
import { course, fact, on } from './bulletin-given'

const nothing = new Map<string, Unsettled>()
const at = (unit: string, facts: GrievanceFact[], open: ReadonlyMap<string, Unsettled> = nothing) =>
  numbersOf(heldIn(facts, open).filter((held) => held.unit === unit))
const open = (more: Partial<Unsettled> = {}): Unsettled => ({
  unit: 'a',
  secret: false,
  accepted: true,
  late: [],
  ...more,
})

describe('a month by unit', () => {
  it('counts a report under the unit that had it, and its acceptance under the command seat', () => {
    const facts = [...course('1', 'a', { satisfied: true }), ...course('2', 'a', { accepted: false, resolved: false })]
    expect(at('a', facts)).toMatchObject({
      held: { n: 2, of: 2 },
      accepted: { n: 0, of: 0 },
      responded: { n: 2, of: 2 },
      resolved: { n: 1, of: 2 },
      satisfied: { n: 1, of: 1 },
      overdue: { n: 1, of: 2 },
    })
    expect(at('banner', facts)).toMatchObject({ held: { n: 0, of: 0 }, accepted: { n: 1, of: 2 } })
  })
  it('keeps what was only explained among those who are asked: unhappy with it is unhappy', () => {
    const facts = [
      ...course('1', 'a', { satisfied: true }),
      ...course('2', 'a', { satisfied: false }).map((each) =>
        each.what === 'grievance.resolved' ? { ...each, result: 'explained' as const } : each,
      ),
    ]
    expect(at('a', facts).satisfied).toEqual({ n: 1, of: 2 })
  })
  it('counts whom nobody reached, and who has only a code, apart', () => {
    const facts = [
      ...course('1', 'a', { satisfied: true }),
      ...course('2', 'a', { closed: 'unreached' }),
      ...course('3', 'a', { closed: 'by-code' }),
    ]
    expect(at('a', facts)).toMatchObject({
      satisfied: { n: 1, of: 1 },
      unreached: { n: 1, of: 3 },
      'by-code': { n: 1, of: 3 },
    })
  })
  it('her own rating counts before what she said on the telephone; two of five is unhappy, three is not', () => {
    const rated = (stars: number) => [
      ...course('1', 'a', { satisfied: stars < 3 }),
      fact('rated', '1', 'a', { stars, how: 'self', at: on(12) }),
    ]
    expect([2, 3].map((stars) => at('a', rated(stars)).satisfied.n)).toEqual([0, 1])
  })
  it('what nobody has answered although its time is over counts as missed, what is still in time as nothing', () => {
    const begun = course('1', 'a').slice(0, 3)
    const late = at('a', begun, new Map([['1', open({ late: ['responded', 'resolved'] })]]))
    expect(late).toMatchObject({ responded: { n: 0, of: 1 }, resolved: { n: 0, of: 1 }, overdue: { n: 1, of: 1 } })
    const inTime = at('a', begun, new Map([['1', open()]]))
    expect(inTime).toMatchObject({ responded: { n: 0, of: 0 }, overdue: { n: 0, of: 1 }, held: { n: 1, of: 1 } })
  })
  it('who took it back after its time was over was kept waiting all the same; before, it says nothing', () => {
    const begun = course('1', 'a').slice(0, 3)
    const [over, before] = [{ outcome: 'missed' as const }, {}].map((more) =>
      at('a', [...begun, fact('closed', '1', 'a', { how: 'withdrawn', ...more })]),
    )
    expect([over?.resolved, before?.resolved]).toEqual([
      { n: 0, of: 1 },
      { n: 0, of: 0 },
    ])
  })
  it('what was begun anew is not resolved until it is again; a limit missed before stays missed', () => {
    const reopened = (kept: boolean) => [
      ...course('1', 'a', { resolved: kept }),
      fact('reopened', '1', 'a', { generation: 2 }),
    ]
    expect(isUnsettled(reopened(true))).toBe(true)
    expect(at('a', reopened(true)).resolved).toEqual({ n: 0, of: 0 })
    expect(at('a', reopened(false)).resolved).toEqual({ n: 0, of: 1 })
    const again = [...reopened(true), fact('resolved', '1', 'a', { generation: 2, outcome: 'kept' })]
    expect([isUnsettled(again), at('a', again).resolved]).toEqual([false, { n: 1, of: 1 }])
  })
  it('a report that went from one unit to another stands at both, and once in the total', () => {
    const facts = [
      ...course('1', 'b'),
      fact('dispatched', '1', 'a', { how: 'dispatched' }),
      fact('returned', '1', 'a', { nth: 1 }),
    ]
    expect(at('a', facts)).toMatchObject({ held: { n: 1 }, returned: { n: 1, of: 1 }, resolved: { of: 0 } })
    expect(at('b', facts)).toMatchObject({ held: { n: 1 }, returned: { n: 0, of: 1 }, resolved: { n: 1 } })
    expect(numbersOf(heldTogether(facts, nothing))).toMatchObject({ held: { n: 1 }, returned: { n: 1 } })
  })
  it('papers of each rung count the reports that got one, however many they got', () => {
    const facts = [
      ...course('1', 'a'),
      fact('paper', '1', 'a', { rungs: ['remind', 'urge'] }),
      fact('paper', '1', 'a', { rungs: ['remind'] }),
      ...course('2', 'a'),
    ]
    expect(at('a', facts)).toMatchObject({ remind: { n: 1, of: 2 }, urge: { n: 1 }, supervise: { n: 0 } })
  })
  it('举报 stands at the banner alone, also with what was written before it was known for one', () => {
    const facts = [...course('1', 'a'), fact('reclassified', '1', 'banner', { secret: true })]
    expect([...byUnit(heldIn(facts, nothing)).keys()]).toEqual(['banner'])
    const known = new Map([['1', open({ secret: true, unit: 'banner' })]])
    expect([...byUnit(heldIn(course('1', 'a').slice(0, 3), known)).keys()]).toEqual(['banner'])
  })
})

/** Any month: every report has a unit and any ends. */
const anyHow = fc.record(
  {
    accepted: fc.boolean(),
    responded: fc.boolean(),
    resolved: fc.boolean(),
    satisfied: fc.boolean(),
    closed: fc.constantFrom('told', 'unreached', 'by-code'),
  },
  { requiredKeys: [] },
)
const anyMonth = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), anyHow), { maxLength: 30 })
  .map((all) => all.flatMap(([unit, how], n) => course(`${n}`, unit, how)))

describe('each number', () => {
  it('opens exactly as many reports as it says, and a share also those that are missing from it', () => {
    fc.assert(
      fc.property(anyMonth, (facts) => {
        for (const held of [...byUnit(heldIn(facts, nothing)).values(), heldTogether(facts, nothing)]) {
          const numbers = numbersOf(held)
          for (const column of columns) {
            expect(behind(held, column)).toHaveLength(numbers[column].n)
            expect(behind(held, column, true)).toHaveLength(numbers[column].of - numbers[column].n)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

const numbersIn = (facts: GrievanceFact[]) =>
  new Map([...byUnit(heldIn(facts, nothing))].map(([unit, held]) => [unit, numbersOf(held)] as const))
const well = { satisfied: true }

describe('the ranking', () => {
  const many = (count: number, unit: string, how = {}, from = 0) =>
    Array.from({ length: count }, (_, n) => course(`${unit}${from + n}`, unit, how)).flat()

  it('is by what was kept of what was promised; equal shares share a place', () => {
    const facts = [...many(6, 'a', well), ...many(12, 'b', well), ...many(6, 'c', { resolved: false })]
    expect(Object.fromEntries(ranked(numbersIn(facts), 5))).toMatchObject({ a: 1, b: 1, c: 3 })
  })
  it('a unit with few results has no place, not the first one', () => {
    const places = ranked(numbersIn([...many(4, 'a', well), ...many(5, 'b', { resolved: false })]), 5)
    expect([places.get('a'), places.get('b')]).toEqual([undefined, 1])
  })
  it('never falls by one report more that was dealt with well, nor rises by one that was sent away', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: 1, max: 8 }), (facts, few) => {
        const before = ranked(numbersIn(facts), few).get('a')
        const more = ranked(numbersIn([...facts, ...course('new', 'a', well)]), few).get('a')
        if (before !== undefined) expect(more).toBeLessThanOrEqual(before)
      }),
    )
  })
})

const cell = (n: number, of = n) => ({ n, of })
const numbersWith = (some: Partial<Numbers>): Numbers =>
  ({ ...Object.fromEntries(columns.map((column) => [column, cell(0)])), ...some }) as Numbers

describe('what a unit sees of it', () => {
  it('no count of one to four, neither its own nor the county’s; none and five are told', () => {
    const own = numbersWith({ held: cell(12), returned: cell(0, 12), urge: cell(4, 12), resolved: cell(3, 4) })
    const shown = veiled(own, numbersWith({ held: cell(30), urge: cell(20, 30) }), numbersWith({ held: cell(18) }), 5)
    expect(shown.own).toMatchObject({
      held: { n: 12 },
      returned: { n: 0, of: 12 },
      urge: { n: 0, of: 0, hidden: true },
      resolved: { hidden: true },
    })
    expect(shown.own.held).not.toHaveProperty('hidden')
  })
  it('hides a small count where it stands as what another number is of', () => {
    const shown = veiled(numbersWith({ held: cell(3), urge: cell(0, 3) }), numbersWith({}), numbersWith({}), 5)
    expect([shown.own.held.hidden, shown.own.urge]).toEqual([true, { n: 0, of: 0, hidden: true }])
  })
  it('no total from which, its own taken off, fewer than five elsewhere could be worked out', () => {
    const [own, total] = [numbersWith({ held: cell(10) }), numbersWith({ held: cell(12) })]
    expect(veiled(own, total, numbersWith({ held: cell(2) }), 5)).toMatchObject({
      own: { held: { n: 10 } },
      total: { held: { hidden: true } },
    })
  })
  it('whatever the numbers: what is shown is none or at least five, and so is the difference', () => {
    const small = fc.integer({ min: 0, max: 12 })
    fc.assert(
      fc.property(small, small, small, small, (a, b, c, d) => {
        const [own, others] = [cell(Math.min(a, b), Math.max(a, b)), cell(Math.min(c, d), Math.max(c, d))]
        const both = cell(own.n + others.n, own.of + others.of)
        const all = (one: { n: number; of: number }) =>
          Object.fromEntries(columns.map((column) => [column, one])) as Numbers
        const shown = veiled(all(own), all(both), all(others), 5)
        for (const column of columns) {
          const counts = ({ n, of }: { n: number; of: number }) => (shares.includes(column) ? [of] : [n, of])
          const told = [shown.own[column], shown.total[column]].filter(({ hidden }) => !hidden)
          for (const each of told) for (const count of counts(each)) expect(count === 0 || count >= 5).toBe(true)
          const [first, second] = told
          if (first && second)
            counts(second).forEach((count, n) => {
              const left = count - (counts(first)[n] ?? 0)
              expect(left === 0 || left >= 5).toBe(true)
            })
        }
      }),
    )
  })
})
