import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, cellsOf, FEW, hoursOf, withheld } from '@/domain/coverage'
import { type EightFact, mayAwaitCall, numbersOf, storiesOf } from '@/domain/eight-figures'

const limitMs = 8 * 60_000
const now = '2026-10-14T12:00:00.000+08:00'
const early = '2026-10-14T09:00:00.000+08:00'
const fact = (matter: string, what: string, more: Partial<EightFact> = {}): EightFact => ({
  what: `question.${what}`,
  matter,
  sentAt: early,
  village: 'v',
  town: 't',
  topic: 'wages',
  ...more,
})
const read = (facts: EightFact[], overdue: string[] = []) =>
  storiesOf(facts, { now, limitMs, overdue: new Set(overdue) })
const results = (facts: EightFact[]) => read(facts).map(({ result }) => result)

describe('what became of a question', () => {
  it('answered or routed in time is what its clock said and how', () => {
    const facts = [
      fact('a', 'asked'),
      fact('a', 'answer', { outcome: 'kept', how: 'answered' }),
      fact('b', 'asked'),
      fact('b', 'answer', { outcome: 'kept', how: 'routed' }),
      fact('c', 'asked'),
      fact('c', 'answer', { outcome: 'missed', how: 'nobody' }),
    ]
    expect(results(facts)).toEqual(['answered', 'routed', 'missed'])
  })
  it('without a result it is open until its eight minutes end, and missed at that instant', () => {
    expect(results([fact('a', 'asked', { sentAt: '2026-10-14T11:52:00.001+08:00' })])).toEqual(['open'])
    expect(results([fact('a', 'asked', { sentAt: '2026-10-14T11:52:00.000+08:00' })])).toEqual(['missed'])
  })
  it('taken back within its time it is withdrawn; taken back after it was missed it stays missed', () => {
    const cancelled = fact('a', 'answer', { outcome: 'cancelled', how: 'routed' })
    expect(results([fact('a', 'asked'), cancelled])).toEqual(['withdrawn'])
    expect(results([fact('a', 'asked'), fact('a', 'answer', { outcome: 'missed' }), cancelled])).toEqual(['missed'])
  })
  it('facts without an asking count for nothing', () => {
    expect(results([fact('a', 'answer', { outcome: 'kept', how: 'answered' })])).toEqual([])
  })
})

describe('four numbers', () => {
  const facts = [
    fact('a', 'asked'),
    fact('a', 'answer', { outcome: 'kept', how: 'answered' }),
    fact('a', 'answered'),
    fact('a', 'helped', { yes: true }),
    fact('b', 'asked'),
    fact('b', 'answer', { outcome: 'kept', how: 'answered' }),
    fact('b', 'answered'),
    fact('b', 'helped', { yes: false }),
    fact('c', 'asked'),
    fact('c', 'answer', { outcome: 'kept', how: 'answered' }),
    fact('c', 'answered'),
    fact('d', 'asked'),
    fact('d', 'answer', { outcome: 'kept', how: 'routed' }),
    fact('d', 'callback', { outcome: 'kept' }),
    fact('e', 'asked'),
    fact('e', 'answer', { outcome: 'missed', how: 'nobody' }),
    fact('e', 'callback', { outcome: 'missed' }),
    fact('f', 'asked'),
    fact('f', 'answer', { outcome: 'missed', how: 'nobody' }),
    fact('g', 'asked'),
    fact('g', 'answer', { outcome: 'cancelled' }),
    fact('h', 'asked', { sentAt: '2026-10-14T11:59:00.000+08:00' }),
  ]
  it('each has its own denominator: the open aren’t in it, the withdrawn not even asked, nothing else is hidden', () => {
    expect(numbersOf(read(facts))).toEqual({
      asked: 7,
      open: 1,
      withdrawn: 1,
      answered: { kept: 3, of: 6 },
      routed: { kept: 1, of: 6 },
      callBacks: { kept: 1, of: 2 },
      helped: { kept: 1, of: 2, unasked: 1 },
    })
  })
  it('a call that is late and not made counts as missed before any fact says so', () => {
    expect(numbersOf(read(facts, ['f'])).callBacks).toEqual({ kept: 1, of: 3 })
    // Whoever may still wait is looked up, and nobody else.
    expect(
      read(facts)
        .filter(mayAwaitCall)
        .map(({ matter }) => matter),
    ).toEqual(['e', 'f'])
  })
  it('of nothing they are nothing, and no share is made of it', () => {
    const none = { kept: 0, of: 0 }
    expect(numbersOf([])).toMatchObject({ asked: 0, answered: none, routed: none, callBacks: none })
  })
})

describe('coverage', () => {
  const cell = (unit: string, judged: number, town = 't'): Cell => ({ unit, town, asked: judged, judged, inTime: 0 })
  it('a village of four tells no share, one of five does', () => {
    const hidden = withheld([cell('a', 4), cell('b', 4), cell('c', FEW)])
    expect([...hidden].sort()).toEqual(['a', 'b'])
  })
  it('where one alone is hidden, the smallest other of its town is hidden beside it', () => {
    expect([...withheld([cell('a', 4), cell('b', 30), cell('c', 9), cell('d', 50, 'u')])].sort()).toEqual(['a', 'c'])
  })
  it('two hidden ones that make less than five together take a third with them', () => {
    expect([...withheld([cell('a', 1), cell('b', 2), cell('c', 9), cell('d', 12)])].sort()).toEqual(['a', 'b', 'c'])
  })
  it('where nobody is few nothing is hidden', () => {
    expect(withheld([cell('a', 5), cell('b', 6, 'u')]).size).toBe(0)
  })
  it('what is hidden of a town, or of the county, is never one place or fewer than five questions, if others could hide it', () => {
    const cells = fc.array(
      fc.record({ judged: fc.integer({ min: 1, max: 12 }), town: fc.constantFrom('t', 'u', 'w') }),
      {
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(cells, (some) => {
        const all = some.map(({ judged, town }, n) => cell(`v${n}`, judged, town))
        const hidden = withheld(all)
        for (const { unit, judged } of all) if (judged < FEW) expect(hidden.has(unit)).toBe(true)
        for (const within of [...['t', 'u', 'w'].map((town) => all.filter((each) => each.town === town)), all]) {
          const dark = within.filter(({ unit }) => hidden.has(unit))
          const sum = dark.reduce((total, { judged }) => total + judged, 0)
          if (dark.length > 0 && dark.length < within.length)
            expect([dark.length > 1, sum >= FEW]).toEqual([true, true])
        }
      }),
    )
  })
  it('counts each village’s questions, those in time, and not those taken back', () => {
    const stories = read([
      fact('a', 'asked'),
      fact('a', 'answer', { outcome: 'kept', how: 'routed' }),
      fact('b', 'asked'),
      fact('b', 'answer', { outcome: 'missed', how: 'nobody' }),
      fact('c', 'asked'),
      fact('c', 'answer', { outcome: 'cancelled' }),
      fact('d', 'asked', { sentAt: '2026-10-14T11:59:00.000+08:00' }),
    ])
    expect(cellsOf(stories)).toEqual([{ unit: 'v', town: 't', asked: 3, judged: 2, inTime: 1 }])
    const hours = hoursOf(stories)
    expect(hours).toHaveLength(24)
    expect(hours[9]).toEqual({ hour: 9, asked: 2, judged: 2, inTime: 1 })
    expect(hours[11]).toEqual({ hour: 11, asked: 1, judged: 0, inTime: 0 })
    expect(hours[10]).toEqual({ hour: 10, asked: 0, judged: 0, inTime: 0 })
  })
})
