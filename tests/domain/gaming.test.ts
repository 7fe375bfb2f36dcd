import { describe, expect, it } from 'vitest'
import { gamingIn, suspicions } from '@/domain/gaming'
import type { GrievanceFact } from '@/domain/grievance-story'
import { course, fact, on } from './bulletin-given'

const rules = { tailPercent: 10, tailCount: 5, raters: new Map([['mark-of-a', ['a']]]) }
const found = (...facts: GrievanceFact[]) => gamingIn(facts, rules)
const resolved = (matter: string, used: number, more: Partial<GrievanceFact> = {}) =>
  fact('resolved', matter, 'a', { outcome: 'kept', used, person: 'p', at: on(10), ...more } as never)
const several = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n))

describe('closing in bulk in the last tenth of the clock', () => {
  it('five results of one person on one day are told, with each of them behind', () => {
    const [row, ...more] = found(...several(5, (n) => resolved(`${n}`, 95)))
    expect(more).toEqual([])
    expect(row).toMatchObject({ what: 'bulk-at-the-end', unit: 'a', person: 'p', at: on(10) })
    expect(row?.matters.map(({ matter }) => matter)).toEqual(['0', '1', '2', '3', '4'])
  })
  it.each([
    ['four', several(4, (n) => resolved(`${n}`, 95))],
    ['on two days', several(5, (n) => resolved(`${n}`, 95, { at: on(10 + (n % 2)) }))],
    ['by two people', several(5, (n) => resolved(`${n}`, 95, { person: `p${n % 2}` }))],
    ['before the last tenth', several(5, (n) => resolved(`${n}`, 90))],
    ['too late, which is told by other numbers', several(5, (n) => resolved(`${n}`, 101, { outcome: 'missed' }))],
  ])('%s is nothing', (_, facts) => expect(found(...facts)).toEqual([]))
})

describe('handing to and fro', () => {
  const way = (matter: string, returns: number) =>
    several(returns, (n) => [
      fact('dispatched', matter, `u${n % 2}`, { how: 'dispatched', at: on(9 + 2 * n) }),
      fact('returned', matter, `u${n % 2}`, { nth: n + 1, at: on(10 + 2 * n) }),
    ]).flat()
  it('two returns of one report are told with all its ways in their order', () => {
    const [row] = found(...way('1', 2).reverse())
    expect(row?.what).toBe('ping-pong')
    expect(row?.matters[0]?.facts.map(({ what }) => what.slice(10))).toEqual([
      'dispatched',
      'returned',
      'dispatched',
      'returned',
    ])
  })
  it('one return, or one each of two reports, is nothing', () => {
    expect(found(...way('1', 1), ...way('2', 1))).toEqual([])
  })
})

describe('a pause', () => {
  const pause = (evidence: number) =>
    fact('suspended', '1', 'a', { ground: evidence ? 'third-party' : 'reporter', evidence, person: 'p' })
  it('without anything from outside that proves it is told, one with it is not', () => {
    expect(found(pause(0))).toMatchObject([{ what: 'pause-without-evidence', unit: 'a', person: 'p' }])
    expect(found(pause(1))).toEqual([])
  })
})

describe('another class', () => {
  const turned = (used: number) =>
    fact('reclassified', '1', 'banner', { was: 'consult', handling: 'quick', used, person: 'c' })
  it('is told when the first one’s clock was all but used up or over, not when it had just begun', () => {
    expect([91, 130].map((used) => found(turned(used))[0]?.what)).toEqual(['late-reclassify', 'late-reclassify'])
    expect([90, 5].flatMap((used) => found(turned(used)))).toEqual([])
  })
})

describe('a rating', () => {
  const had = course('1', 'a')
  const rated = (more: Partial<GrievanceFact>) => fact('rated', '1', 'a', { stars: 5, how: 'self', ...more } as never)
  it('by an account of somebody of the unit that had it is told', () => {
    expect(found(...had, rated({ rater: 'mark-of-a' }))).toMatchObject([{ what: 'own-rating' }])
  })
  it('by whoever handled or entered it is told, though the account is of no unit', () => {
    expect(found(...had, rated({ rater: 'mark-of-b', own: true }))).toMatchObject([{ what: 'own-rating' }])
  })
  it('by anybody else, or by somebody of a unit that never had it, is nothing', () => {
    expect(found(...had, rated({ rater: 'mark-of-b' }))).toEqual([])
    expect(found(...course('1', 'b'), fact('rated', '1', 'b', { stars: 5, rater: 'mark-of-a' }))).toEqual([])
  })
})

describe('copied answers', () => {
  const said = (n: number, unit = 'a', digest = 'd') => fact('resolved', `${n}`, unit, { digest })
  it('the same words to three reports from one unit are told', () => {
    const [row] = found(...several(3, (n) => said(n)))
    expect(row).toMatchObject({ what: 'copied-answer', unit: 'a' })
    expect(row?.matters).toHaveLength(3)
  })
  it('to two, to one report thrice, from two units, or in other words, is nothing', () => {
    expect(found(said(1), said(2))).toEqual([])
    expect(found(said(1), said(1), said(1))).toEqual([])
    expect(found(said(1), said(2), said(3, 'b'))).toEqual([])
    expect(found(said(1), said(2), said(3, 'a', 'e'))).toEqual([])
    expect(found(said(1), said(2), fact('resolved', '3', 'a'))).toEqual([])
  })
})

describe('the list', () => {
  it('begins with the newest, and knows no more than the six kinds', () => {
    const rows = found(
      fact('suspended', '1', 'a', { evidence: 0, at: on(9) }),
      fact('suspended', '2', 'b', { evidence: 0, at: on(12) }),
    )
    expect(rows.map(({ at }) => at)).toEqual([on(12), on(9)])
    expect(suspicions).toHaveLength(6)
  })
  it('says nothing of a month in which everything went as it should', () => {
    expect(found(...several(20, (n) => course(`${n}`, 'a', { satisfied: true })).flat())).toEqual([])
  })
})
