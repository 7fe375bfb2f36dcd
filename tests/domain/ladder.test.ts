import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cancelClock, evolveClocks, pauseClock, resumeClock } from '@/domain/clock'
import { cancelDrafts, climb, ladderWakeAt } from '@/domain/ladder'
import { after, MINUTE, NEVER } from '@/domain/time'
import {
  actor,
  atCommand,
  atUnit,
  awake,
  calendar,
  clockOf,
  does,
  givenAt,
  policy,
  rungsOf,
  stopped,
  t,
  wakes,
} from './ladder-given'

const wakeAt = (state: Parameters<typeof wakes>[0]) => ladderWakeAt(state, policy, calendar)
/** Nobody accepts what was reported at 02:10 on the third of October. */
const unaccepted = () => atCommand(clockOf('grievance.accept', t('10-03 2:10')))
/** Due at the end of Monday 12 October: five working days from the 1st, a holiday week and a make-up Saturday between. */
const dayClock = () => atUnit(clockOf('grievance.resolve', t('09-30 9:00'), 1, t('10-13 0:00')))

describe('the fifteen minutes from 02:10', () => {
  it('are reminded of at half, urged when they are over, and laid before a leader four hours later', () => {
    expect(rungsOf(awake(unaccepted(), t('10-04 0:00')))).toEqual([
      'remind 10-03 02:17:30',
      'urge 10-03 02:25:00',
      'supervise 10-03 06:25:00',
    ])
  })
  it('ring nothing a second before', () => {
    expect(wakes(unaccepted(), t('10-03 2:17:29')).events).toEqual([])
    expect(rungsOf(awake(unaccepted(), t('10-03 2:24:59')))).toEqual(['remind 10-03 02:17:30'])
    expect(rungsOf(awake(unaccepted(), t('10-03 6:24:59')))).toHaveLength(2)
  })
  it('ring nothing at red', () => {
    expect(wakes(awake(unaccepted(), t('10-03 2:21:59')), t('10-03 2:22')).events).toEqual([])
  })
  it('that were kept ring nothing any more', () => {
    const accepted = stopped(awake(unaccepted(), t('10-03 2:18')), 'grievance.accept', t('10-03 2:20'))
    expect(wakeAt(accepted)).toBe(NEVER)
    expect(rungsOf(wakes(accepted, t('10-05 0:00')).state)).toEqual(['remind 10-03 02:17:30'])
  })
  it('slept over for 40 minutes: each rung once, made now, saying how late', () => {
    const { state, events } = wakes(unaccepted(), t('10-03 2:50'))
    expect(events.map((event) => ('lateBy' in event ? [event.type, event.at, event.lateBy] : event.type))).toEqual([
      ['PaperIssued', t('10-03 2:50'), 'PT32M30S'],
      ['PaperIssued', t('10-03 2:50'), 'PT25M'],
    ])
    expect(rungsOf(state)).toEqual(['remind 10-03 02:17:30', 'urge 10-03 02:25:00'])
    expect(wakes(state, t('10-03 2:50')).events).toEqual([])
    expect(wakeAt(state)).toBe(t('10-03 6:25'))
  })
  it('thirty seconds are not late, one more is', () => {
    expect(wakes(unaccepted(), t('10-03 2:18:00')).events).not.toMatchObject([{ lateBy: expect.anything() }])
    expect(wakes(unaccepted(), t('10-03 2:18:01')).events).toMatchObject([{ lateBy: 'PT31S' }])
  })
  it('a paper names its series, its number and whoever stands at the command seat', () => {
    const [remind, urge] = wakes(unaccepted(), t('10-03 2:50')).state.papers
    expect(remind).toMatchObject({
      id: 'grievance:abc:grievance.accept:1:remind',
      n: 1,
      year: 2026,
      to: { id: 'tian' },
    })
    expect(urge).toMatchObject({ n: 1, unit: { code: 'command' } })
    expect(urge).not.toHaveProperty('copy')
  })
  it('numbers of one series count on within one step', () => {
    const both = atCommand([
      ...clockOf('grievance.accept', t('10-03 2:10')),
      ...clockOf('grievance.upper', t('10-03 2:00'), 1, t('10-03 2:20')),
    ])
    const { papers } = wakes(both, t('10-03 2:30')).state
    expect(papers.filter(({ rung }) => rung === 'urge').map(({ n, clock }) => [n, clock])).toEqual([
      [1, 'grievance.upper'],
      [2, 'grievance.accept'],
    ])
  })
  it('without the next numbers it throws, and makes none up', () => {
    const { numbers: _, ...given } = givenAt(t('10-03 2:20'))
    expect(() => climb(unaccepted(), given)).toThrow('no next number of remind')
  })
})

describe('a day clock due at the end of Monday 12 October', () => {
  it('is reminded of on Friday, urged on Tuesday, laid before a leader after one working day', () => {
    expect(rungsOf(awake(dayClock(), t('10-31 0:00')))).toEqual([
      'remind 10-09 00:00:00',
      'urge 10-13 00:00:00',
      'supervise 10-14 00:00:00',
    ])
  })
  it('due at the end of a Friday, the working day after it is Monday', () => {
    const friday = atUnit(clockOf('grievance.resolve', t('10-12 9:00'), 1, t('10-17 0:00')))
    expect(rungsOf(awake(friday, t('10-31 0:00'))).at(-1)).toBe('supervise 10-20 00:00:00')
  })
  it('the urging goes to whoever of the unit has it, with a copy to its head', () => {
    const urge = awake(dayClock(), t('10-13 1:00')).papers[1]
    expect(urge).toMatchObject({
      unit: { code: 'dept:land', name: '自然资源局' },
      to: { id: 'wang' },
      copy: { id: 'ding' },
    })
    expect(awake(dayClock(), t('10-09 1:00')).papers[0]).not.toHaveProperty('copy')
  })
  it('of one working day has no yellow, so nobody is reminded', () => {
    const respond = atUnit(clockOf('grievance.respond', t('10-12 9:00')))
    expect(rungsOf(awake(respond, t('10-31 0:00')))).toEqual(['urge 10-14 00:00:00', 'supervise 10-15 00:00:00'])
  })
})

describe('another generation, another place', () => {
  it('a new generation rings again', () => {
    const first = stopped(awake(unaccepted(), t('10-03 3:00')), 'grievance.accept', t('10-03 3:00'))
    const again = { ...first, clocks: [...first.clocks, ...clockOf('grievance.accept', t('10-03 9:00'), 2)] }
    expect(rungsOf(awake(again, t('10-03 9:20'))).slice(2)).toEqual(['remind 10-03 09:07:30', 'urge 10-03 09:15:00'])
  })
  it('a clock that took another’s place in the past makes nobody late', () => {
    const [quick] = clockOf('grievance.quick', t('10-03 2:10'))
    if (!quick) throw new Error('no clock')
    const changed = evolveClocks([quick], cancelClock(quick, t('10-03 20:00')))
    const state = atUnit([...changed, ...clockOf('grievance.consult', t('10-03 2:10'))])
    const { events } = wakes(state, t('10-03 20:00'))
    expect(events).toMatchObject([{ paper: { rung: 'remind' } }, { paper: { rung: 'urge', dueAt: t('10-03 20:00') } }])
    for (const event of events) expect(event).not.toHaveProperty('lateBy')
    expect(wakeAt(wakes(state, t('10-03 20:00')).state)).toBe(t('10-04 0:00'))
  })
  it('what the line above waits for is the command seat’s, whoever has the matter', () => {
    const upper = atUnit(clockOf('grievance.upper', t('10-03 2:00'), 1, t('10-03 8:00')))
    expect(awake(upper, t('10-03 9:00')).papers[0]).toMatchObject({ unit: { code: 'command' }, to: { id: 'tian' } })
  })
  it('while a return is ruled on it is the command seat’s', () => {
    const returned = {
      ...dayClock(),
      stage: 'returned',
      careUntil: t('10-14 8:00'),
      responsible: { id: 'tian', name: '田指挥' },
    }
    expect(awake(returned, t('10-13 0:00')).papers[1]).toMatchObject({ unit: { code: 'command' }, to: { id: 'tian' } })
  })
})

describe('while a clock stands still', () => {
  it('paused before its yellow, it rings nothing until it goes on, and then by its new due time', () => {
    const clocks = clockOf('grievance.quick', t('10-12 8:00'))
    const paused = atUnit(
      clocks.flatMap((clock) => evolveClocks([clock], pauseClock(clock, t('10-12 10:00'), 'reporter'))),
    )
    expect(wakeAt(paused)).toBe(NEVER)
    const on = {
      ...paused,
      clocks: paused.clocks.flatMap((c) => evolveClocks([c], resumeClock(c, t('10-12 22:00'), calendar))),
    }
    expect(wakeAt(on)).toBe(t('10-13 8:00'))
  })
  it('a yellow that was slept over before the pause is told of all the same', () => {
    const clocks = clockOf('grievance.quick', t('10-12 8:00'))
    const paused = atUnit(clocks.flatMap((c) => evolveClocks([c], pauseClock(c, t('10-12 21:00'), 'reporter'))))
    expect(rungsOf(wakes(paused, t('10-13 21:00')).state)).toEqual(['remind 10-12 20:00:00'])
  })
  it('a result that waits for its check rings nothing that comes after it; given back, it does', () => {
    const resolved = { ...dayClock(), stage: 'resolved', resolved: { at: t('10-12 17:00') } }
    expect(rungsOf(awake(resolved, t('10-20 0:00')))).toEqual(['remind 10-09 00:00:00'])
    const { resolved: _, ...back } = { ...awake(resolved, t('10-14 9:00')), stage: 'in-hand' }
    expect(rungsOf(awake(back, t('10-20 0:00')))).toEqual(rungsOf(awake(dayClock(), t('10-20 0:00'))))
  })
  it('an answer owed to the line above goes on ringing while a result is checked', () => {
    const upper = atUnit(clockOf('grievance.upper', t('10-12 2:00'), 1, t('10-13 2:00')), {
      stage: 'resolved',
      resolved: { at: t('10-12 3:00') },
    })
    expect(rungsOf(awake(upper, t('10-13 2:00')))).toHaveLength(2)
  })
})

describe('drafts', () => {
  it('that nobody signed are cancelled when their clock ends, and wake the machine for it', () => {
    const drafted = awake(unaccepted(), t('10-03 7:00'))
    expect(cancelDrafts(drafted, t('10-03 7:00'))).toEqual([])
    const ended = stopped(drafted, 'grievance.accept', t('10-03 7:30'))
    expect(wakeAt(ended)).toBe(t('10-03 7:30'))
    expect(rungsOf(wakes(ended, t('10-03 7:31')).state).at(-1)).toBe('supervise 10-03 06:25:00 cancelled')
    expect(rungsOf(ended).slice(0, 2)).toEqual(rungsOf(wakes(ended, t('10-03 7:31')).state).slice(0, 2))
  })
  it('of a 移交函 come only when the limit of a signed 督办单 is over, and never by time alone', () => {
    const drafted = awake(unaccepted(), t('10-03 7:00'))
    expect(awake(drafted, t('10-20 0:00')).papers.some(({ rung }) => rung === 'transfer')).toBe(false)
    const paper = 'grievance:abc:grievance.accept:1:supervise'
    const signed = does(drafted, t('10-03 8:00'), actor('sun', 'supervisor'), {
      type: 'SignPaper',
      paper,
      until: t('10-03 10:00'),
    })
    expect(rungsOf(awake(signed.state, t('10-03 9:59:59'))).at(-1)).toBe('supervise 10-03 06:25:00 issued')
    expect(rungsOf(awake(signed.state, t('10-20 0:00'))).at(-1)).toBe('transfer 10-03 10:00:00')
  })
})

describe('whenever somebody looks', () => {
  it('the rungs are the same, each once, earliest first', () => {
    const until = t('10-14 12:00')
    const minutes = fc.array(fc.integer({ min: 0, max: 14 * 24 * 60 }), { maxLength: 40 })
    const starts = () =>
      atUnit([
        ...clockOf('grievance.quick', t('10-01 2:10')),
        ...clockOf('grievance.upper', t('10-01 2:10'), 1, t('10-05 12:00')),
        ...clockOf('grievance.resolve', t('10-01 2:10'), 1, t('10-13 0:00')),
      ])
    const all = rungsOf(awake(starts(), until))
    expect(all).toHaveLength(9)
    fc.assert(
      fc.property(minutes, (looks) => {
        const times = looks.map((minute) => after(t('10-01 2:10'), minute * MINUTE)).filter((at) => at <= until)
        const state = [...times.sort(), until, until].reduce((is, at) => wakes(is, at).state, starts())
        expect(rungsOf(state).sort()).toEqual([...all].sort())
        const made = state.papers.map(({ at, dueAt }) => [at, dueAt])
        expect(made).toEqual([...made].sort())
      }),
    )
  })
})
