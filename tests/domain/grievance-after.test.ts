import { describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/decider'
import type { GrievanceCommand } from '@/domain/grievance-types'
import { seesPart } from '@/domain/sight'
import {
  accept,
  actor,
  bao,
  check,
  clocks,
  dispatch,
  givenAt,
  land,
  of,
  reported,
  resolve,
  type Story,
  shi,
  sun,
  t,
  tian,
  types,
  wang,
  water,
  wei,
  zhen,
} from './grievance-given'
import {
  answerUp,
  at,
  callBack,
  contacted,
  decline,
  ding,
  follow,
  handOver,
  object,
  rectified,
  reopen,
  reveal,
  ruleObjection,
  stages,
  takeNote,
  unfollow,
  withdraw,
} from './grievance-stages-given'

/** What else is said of a report: against its result, that it begins again, is taken back, is the same as another. */

const since = (story: Story, before: Story) => types(story.events.slice(before.events.length))
const not = (story: Story, by: Actor, command: GrievanceCommand) => story.refuses('09-28 15:00', by, command).refused
const does = (story: Story, by: Actor, command: GrievanceCommand, when = '09-28 15:00') => story.does(when, by, command)

describe('an objection', () => {
  const objected = at('objected')
  it('goes to a supervisor, who rules once', () => {
    expect(of(objected.events, 'ResultObjected')[0]?.responsible?.id).toBe('sun')
    const kept = does(objected, sun, ruleObjection(false))
    expect([kept.state.stage, kept.state.open]).toEqual(['closed', false])
    expect(since(does(kept, sun, ruleObjection(false)), kept)).toEqual([])
    expect(not(kept, actor('ruo', 'supervisor'), ruleObjection(true))).toBe('matter.changed')
    expect(not(at('closed'), sun, ruleObjection(true))).toBe('grievance.no-objection')
  })
  it('upheld: it begins again', () => {
    const again = does(objected, sun, ruleObjection(true))
    expect(since(again, objected)).toEqual(['ObjectionRuled', 'GrievanceReopened', 'ClockStarted grievance.quick'])
    expect([again.state.stage, again.state.generation, again.state.open]).toEqual(['reopened', 2, true])
  })
  it('once for each result; after the ruling not again, after a new result again', () => {
    expect(not(objected, bao, object('还有别的'))).toBe('grievance.already-objected')
    expect(since(does(objected, bao, object()), objected)).toEqual([])
    const kept = does(objected, sun, ruleObjection(false))
    expect(not(kept, bao, object())).toBe('grievance.objection-ruled')
    const anew = does(objected, sun, ruleObjection(true))
      .does('09-28 15:10', tian, resolve())
      .does('09-28 15:20', shi, check())
    expect(anew.does('09-28 15:30', bao, object('又没水了')).state.objected?.ruled).toBeUndefined()
  })
  it('is hers; whoever entered it speaks for who has no account', () => {
    expect(not(at('closed'), ding, object())).toBe('grievance.not-yours')
    const hers = reported('09-28 9:00', { owner: undefined, helper: { id: 'ding', name: '丁明白' } }, ding)
    expect(hers.does('09-28 9:05', tian, decline).does('09-28 9:10', ding, object()).state.objected).toBeDefined()
  })
  it('against what isn’t accepted as against a result; before either there is nothing to object to', () => {
    expect(does(at('declined'), bao, object()).state.objected).toBeDefined()
    for (const stage of ['submitted', 'in-hand', 'resolved', 'withdrawn'])
      expect([stage, not(at(stage), bao, object())]).toEqual([stage, 'grievance.no-result'])
  })
  it('isn’t ruled on by whoever handed in the result', () => {
    expect(not(objected, actor('wang', 'supervisor'), ruleObjection(true))).toBe('grievance.own-result')
  })
})

describe('begun again', () => {
  it('a new generation with the full time from then, without the fifteen minutes', () => {
    const again = does(at('closed'), shi, reopen())
    expect(again.state.generation).toBe(2)
    expect(clocks(again)).toEqual([
      'accept/1 kept 09-28 09:15',
      'quick/1 kept 09-29 09:00',
      'respond/1 kept 09-30 00:00',
      'resolve/1 kept 10-11 00:00',
      'callback/1 kept 09-29 20:05',
      'quick/2 running 09-29 15:00',
    ])
    expect([again.state.responsible.id, again.state.stage]).toEqual(['tian', 'reopened'])
    expect(again.state.careUntil).toBe(t('09-28 23:00'))
    expect(again.state.sentAt).toBe(t('09-28 9:00'))
    const sent = again.does('09-28 15:10', tian, dispatch(land))
    expect(clocks(sent).slice(-2)).toEqual(['respond/2 running 09-30 00:00', 'resolve/2 running 10-11 00:00'])
  })
  it('what was owed after the result before is owed no more; what was missed stays missed', () => {
    const bad = at('closed badly')
    expect(clocks(does(bad, shi, reopen())).slice(-3)).toEqual([
      'rectify.contact/1 cancelled 09-30 00:00',
      'rectify/1 cancelled 10-24 00:00',
      'quick/2 running 09-29 15:00',
    ])
    expect(clocks(bad.does('09-30 9:00', shi, reopen())).slice(-3)).toEqual([
      'rectify.contact/1 missed 09-30 00:00',
      'rectify/1 cancelled 10-24 00:00',
      'quick/2 running 10-01 09:00',
    ])
  })
  it('from checked, closed, archived and not accepted, and from nowhere else', () => {
    const archived = at('closed').until('10-14 9:00')
    expect(archived.state.stage).toBe('archived')
    expect(archived.does('10-20 9:00', sun, reopen()).state.stage).toBe('reopened')
    expect(does(at('checked'), shi, reopen()).state.stage).toBe('reopened')
    for (const stage of ['submitted', 'in-hand', 'resolved', 'withdrawn', 'handed-over'])
      expect([stage, not(at(stage), shi, reopen())]).toEqual([stage, 'grievance.not-ended'])
  })
  it('what was sent away before it had a class gets one', () => {
    const again = does(at('declined'), shi, reopen())
    expect([again.state.handling, again.state.declined]).toEqual(['quick', undefined])
    expect(clocks(again)).toEqual(['accept/1 kept 09-28 09:15', 'quick/1 running 09-29 15:00'])
    expect(again.does('09-28 15:05', tian, dispatch()).state.stage).toBe('dispatched')
  })
  it('the same click twice changes nothing; it isn’t hers to decide of her own', () => {
    const again = does(at('closed'), shi, reopen())
    expect(since(does(again, shi, reopen()), again)).toEqual([])
    expect(not(again, tian, reopen('别的'))).toBe('grievance.not-ended')
    expect(not(at('closed'), actor('bao', 'command'), reopen())).toBe('grievance.own-report')
  })
})

describe('following', () => {
  const accepted = at('accepted')
  it('changes nothing but what it follows: no clock, no stage, no history of the other', () => {
    const { follows, ...rest } = does(accepted, bao, follow()).state
    expect(follows).toBe('grievance:2')
    expect(rest).toEqual(accepted.state)
    expect(does(does(accepted, bao, follow()), bao, unfollow).state).toEqual(accepted.state)
  })
  it('twice the same is once; another one only after the first is given up', () => {
    const following = does(accepted, bao, follow())
    expect(since(does(following, bao, follow()), following)).toEqual([])
    expect(not(following, bao, follow('grievance:3'))).toBe('grievance.already-follows')
    expect(since(does(accepted, bao, unfollow), accepted)).toEqual([])
  })
  it('not what itself follows', () => {
    expect(not(accepted, bao, follow('grievance:2', { follows: 'grievance:1' }))).toBe('grievance.follows-a-follower')
  })
  it('not what is told in secrecy', () => {
    expect(not(at('accepted in secret'), bao, follow())).toBe('grievance.parent-not-found')
    const named = reported('09-28 9:00').does('09-28 9:01', tian, accept('quick', { as: 'report' }))
    expect(not(named, bao, follow())).toBe('grievance.parent-not-found')
  })
  it('she herself or the command seat, while no unit has it', () => {
    expect(does(accepted, tian, follow()).state.follows).toBe('grievance:2')
    expect(not(accepted, ding, follow())).toBe('grievance.not-yours')
    expect(not(at('in-hand'), bao, follow())).toBe('grievance.already-held')
    const held = does(does(accepted, bao, follow()), tian, dispatch(water))
    expect(not(held, bao, unfollow)).toBe('grievance.already-held')
  })
})

describe('taken back', () => {
  it('ends it, with its clocks cancelled; twice is once', () => {
    const gone = does(at('in-hand'), bao, withdraw)
    expect([gone.state.stage, gone.state.open]).toEqual(['withdrawn', false])
    expect(
      clocks(gone)
        .slice(-3)
        .map((line) => line.split(' ')[1]),
    ).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect(since(does(gone, bao, withdraw), gone)).toEqual([])
  })
  it('is hers, and not once there is a result', () => {
    expect(not(at('in-hand'), actor('wu', 'resident'), withdraw)).toBe('grievance.not-yours')
    expect(not(at('in-hand'), tian, withdraw)).toBe('grievance.not-yours')
    for (const stage of ['resolved', 'checked', 'closed', 'declined', 'handed-over'])
      expect([stage, not(at(stage), bao, withdraw)]).toEqual([stage, 'grievance.too-late-to-withdraw'])
    expect(does(at('submitted for her'), ding, withdraw).state.stage).toBe('withdrawn')
  })
  it('dangerous to others: it goes on by office with its clocks, and nobody sees or rings her', () => {
    const on = at('by office')
    expect([on.state.stage, on.state.open, on.state.exOfficio]).toEqual(['dispatched', true, true])
    expect(clocks(on).filter((line) => line.includes('running'))).toHaveLength(3)
    for (const reader of ['command', 'supervisor', 'handler', 'helper'] as const)
      for (const part of ['applicant-name', 'applicant-contact', 'consent'] as const)
        expect([reader, part, seesPart(reader, part, on.state)]).toEqual([reader, part, false])
    expect(seesPart('applicant', 'applicant-name', on.state)).toBe(true)
    expect(seesPart('command', 'applicant-name', at('in-hand').state)).toBe(true)
    expect(not(on, tian, reveal)).toBe('matter.no-number')
    expect(not(on, bao, object())).toBe('grievance.withdrawn')
    expect(since(does(on, bao, withdraw), on)).toEqual([])
  })
  it('it goes on to its end without her', () => {
    const ended = at('by office').does('09-28 15:00', wang, resolve()).does('09-28 15:10', shi, check())
    // Nobody rings who took it back: it is over with its check.
    expect([ended.state.stage, ended.state.closed?.how, ended.state.open]).toEqual(['closed', 'ex-officio', false])
    expect(clocks(ended).filter((line) => line.includes('running'))).toEqual([])
  })
})

describe('an order from above', () => {
  const from = (stage: string) => at(`${stage} from above`)
  it('isn’t finished before it is answered upward', () => {
    const closed = from('closed')
    expect([closed.state.stage, closed.state.open, closed.state.responsible.id]).toEqual(['closed', true, 'tian'])
    const answered = does(closed, tian, answerUp())
    expect(answered.state.open).toBe(false)
    expect(since(answered, closed)).toEqual(['UpperAnswered', 'ClockStopped grievance.upper'])
    expect(clocks(answered).find((line) => line.startsWith('upper'))).toBe('upper/1 kept 10-20 18:00')
  })
  it('is answered once, by whoever was first', () => {
    const answered = does(from('closed'), tian, answerUp())
    expect(since(does(answered, tian, answerUp()), answered)).toEqual([])
    expect(not(answered, shi, answerUp('别的'))).toBe('matter.changed')
    expect(not(at('closed'), tian, answerUp())).toBe('grievance.not-from-above')
    expect(not(from('submitted'), tian, answerUp())).toBe('grievance.not-accepted')
  })
  it('is owed an answer also where the person took it back, and the command seat owes it', () => {
    const gone = from('withdrawn')
    expect([gone.state.stage, gone.state.open, gone.state.responsible.id]).toEqual(['withdrawn', true, 'tian'])
    expect(gone.state.careUntil).toBeDefined()
    expect(clocks(gone).filter((line) => line.includes('running'))).toEqual(['upper/1 running 10-20 18:00'])
    expect(does(gone, tian, answerUp()).state.open).toBe(false)
  })
  it('put right by the unit, it comes back to the command seat, which answers upward', () => {
    const upper = { source: 'upper', upperDue: t('10-20 18:00') }
    const right = reported('09-28 9:00', upper)
      .does('09-28 9:01', tian, accept())
      .does('09-28 9:02', tian, dispatch())
      .does('09-28 9:03', wang, resolve())
      .does('09-28 9:04', shi, check())
      .does('09-28 9:10', shi, callBack(true, false))
      .does('09-28 9:20', wang, contacted())
      .does('09-28 9:30', wang, rectified())
    expect([right.state.open, right.state.responsible.id]).toEqual([true, 'tian'])
  })
})

describe('a named person', () => {
  const to = (id: string, unit?: string): GrievanceCommand => ({
    type: 'Reassign',
    to: { id, name: id, ...(unit && { unit }) },
    why: '病了',
  })
  it('of the unit that has it names another of it; the command seat may too', () => {
    const given = does(at('in-hand'), wang, to('wei'))
    expect([given.state.responsible.id, given.state.main?.unit.person.id]).toEqual(['wei', 'wei'])
    expect(does(at('in-hand'), tian, to('wei')).state.responsible.id).toBe('wei')
    expect(not(at('in-hand'), wang, to('zhen', '150524100'))).toBe('grievance.person-elsewhere')
    expect(since(does(given, wang, to('wei')), given)).toEqual([])
  })
  it('at the command seat it is the command seat’s to name', () => {
    expect(not(at('extension-asked'), wang, to('wei'))).toBe('grievance.not-with-you')
    const given = does(at('checked'), tian, to('shi'))
    expect([given.state.responsible.id, given.state.careUntil]).toEqual(['shi', at('checked').state.careUntil])
  })
  it('never she herself, nor whoever handed in the result while it is looked at', () => {
    expect(not(at('in-hand'), wang, to('bao'))).toBe('grievance.own-report')
    expect(not(at('resolved'), tian, to('wang'))).toBe('grievance.own-result')
    expect(not(at('closed'), tian, to('shi'))).toBe('grievance.already-ended')
  })
  it('an open report has one at every step of every story', () => {
    for (const stage of Object.keys(stages)) {
      const { state } = at(stage)
      if (state.open) expect([stage, state.responsible.id.length > 0]).toEqual([stage, true])
    }
  })
  it('at the command seat that is never she who reported it', () => {
    const own = reported('09-28 9:00', { owner: 'tian' }, actor('tian', 'resident'))
    expect(own.state.responsible.id).toBe('gao')
    expect(givenAt(t('09-28 9:00'), tian).command.on.id).toBe('tian')
  })
})

describe('notes and numbers', () => {
  it('while it is open, and the number only where there is one', () => {
    expect(does(at('in-hand'), wei, takeNote).state.personal.notes).toHaveLength(1)
    expect(not(at('closed'), tian, takeNote)).toBe('grievance.already-ended')
    expect(does(at('in-hand'), wang, reveal).state.calls).toHaveLength(1)
    expect(not(at('closed'), tian, reveal)).toBe('grievance.already-ended')
    const silent = reported('09-28 9:00', { personal: { text: '井没水了', reporter: {} } })
    expect(not(silent, tian, reveal)).toBe('matter.no-number')
    const nameless = reported('09-28 9:00', { anonymity: 'full', owner: 'code:grievance:1' })
    expect(not(nameless, tian, reveal)).toBe('matter.no-number')
  })
  it('handed to the discipline bodies, it isn’t begun again here', () => {
    expect(not(does(at('in-hand'), tian, handOver), zhen, reopen())).toBe('grievance.not-ended')
  })
})
