import { describe, expect, it } from 'vitest'
import type { GrievanceCommand } from '@/domain/grievance-types'
import {
  accept,
  actor,
  bao,
  clocks,
  dispatch,
  mei,
  of,
  ref,
  reported,
  shi,
  t,
  tian,
  types,
  water,
} from './grievance-given'

const at = { first: '10-14 9:00', later: '10-14 9:05' }
const decline = { type: 'DeclineGrievance', reason: 'litigation', channel: '人民法院立案庭' } as const
const handOver = { type: 'HandOver', to: '12388', record: '电话移交' } as const
const ask: GrievanceCommand = { type: 'SendBack', items: ['哪一口井'] }
const complete: GrievanceCommand = { type: 'CompleteGrievance', text: '村西那口', photos: ['file:2'] }

describe('a report', () => {
  it('is promised fifteen minutes by night and on a holiday, and somebody answers for it at once', () => {
    const { state, events } = reported('10-03 2:10')
    expect(types(events)).toEqual(['GrievanceSubmitted', 'ClockStarted grievance.accept'])
    expect(state.clocks[0]?.dueAt).toBe(t('10-03 2:25'))
    expect([state.stage, state.open, state.responsible]).toEqual(['submitted', true, ref('tian')])
    expect(state.careUntil).toBe(t('10-03 10:10'))
  })
  it('that somebody rang in counts from when the call began', () => {
    const { state } = reported('10-14 9:05', { callFrom: t('10-14 9:00') }, tian)
    expect([state.sentAt, state.createdAt]).toEqual([t('10-14 9:00'), t('10-14 9:05')])
    expect(clocks({ state })).toEqual(['accept/1 running 10-14 09:15'])
  })
  it('that the city’s line ordered keeps the deadline it came with', () => {
    const order = { source: 'upper', upperDue: t('10-20 17:00') }
    expect(clocks(reported('10-14 9:00', order))).toEqual([
      'accept/1 running 10-14 09:15',
      'upper/1 running 10-20 17:00',
    ])
  })
  it('is never forwarded by whom it is against', () => {
    expect(() => reported('10-14 9:00', { topic: 'village-cadre' }, mei)).toThrow('grievance.against-your-own')
    expect(() => reported('10-14 9:00', { against: '150524100200' }, mei)).toThrow('grievance.against-your-own')
    expect(reported('10-14 9:00', {}, mei).state.stage).toBe('submitted')
  })
  it('told in secrecy follows no other', () => {
    expect(() => reported('10-14 9:00', { topic: 'village-cadre', follows: 'grievance:2' })).toThrow(
      'grievance.parent-not-found',
    )
    expect(reported('10-14 9:00', { follows: 'grievance:2' }).state.follows).toBe('grievance:2')
  })
  it('whose reporter stands at the command seat is another’s to look at', () => {
    const { state } = reported('10-14 9:00', { owner: 'tian' }, actor('tian', 'resident'))
    expect(state.responsible).toEqual(ref('gao'))
  })
})

describe('acceptance', () => {
  it('stops the fifteen minutes and starts the class’s promise from her sending', () => {
    const accepted = reported('10-03 2:10').does('10-03 2:24', tian, accept('quick'))
    expect(clocks(accepted)).toEqual(['accept/1 kept 10-03 02:25', 'quick/1 running 10-04 02:10'])
    expect(accepted.state).toMatchObject({ stage: 'accepted', type: 'help', handling: 'quick' })
  })
  it('at the fifteenth minute is late', () => {
    const accepted = reported('10-03 2:10').does('10-03 2:25', tian, accept('consult'))
    expect(clocks(accepted)).toEqual(['accept/1 missed 10-03 02:25', 'consult/1 running 10-03 14:10'])
  })
  it('of two the second hears who was first; one’s own repeat changes nothing', () => {
    const accepted = reported(at.first).does(at.later, tian, accept('quick'))
    expect(accepted.refuses('10-14 9:06', shi, accept('consult'))).toEqual({
      refused: 'matter.changed',
      detail: { by: '田指挥', at: t(at.later) },
    })
    expect(accepted.does('10-14 9:06', tian, accept('quick')).events).toEqual(accepted.events)
  })
})

describe('another class', () => {
  it('counts from her sending, so it may be late at once', () => {
    const late = reported('10-14 9:00')
      .does('10-14 9:05', tian, accept('quick'))
      .does('10-14 22:00', tian, { type: 'Reclassify', handling: 'consult', why: '只是问' })
    expect(clocks(late)).toEqual([
      'accept/1 kept 10-14 09:15',
      'quick/1 cancelled 10-15 09:00',
      'consult/1 running 10-14 21:00',
    ])
    expect(of(late.wakes('10-14 22:01').events, 'ClockOverdue').map(({ code, at: when }) => [code, when])).toEqual([
      ['grievance.consult', t('10-14 21:00')],
    ])
  })
  it('keeps the time that she owed an answer', () => {
    const moved = reported('10-14 9:00')
      .does('10-14 9:05', tian, ask)
      .does('10-14 11:05', bao, complete)
      .does('10-14 11:10', tian, accept('consult'))
      .does('10-14 11:20', tian, { type: 'Reclassify', handling: 'quick', why: '要去看' })
    expect(clocks(moved).slice(2)).toEqual(['consult/1 cancelled 10-14 23:00', 'quick/1 running 10-15 11:00'])
  })
  it('of what is with a department already 代办 kept its promise when it went there', () => {
    const moved = reported('10-14 9:00')
      .does('10-14 9:05', tian, accept('quick'))
      .does('10-14 10:00', tian, dispatch())
      .does('10-16 9:00', tian, { type: 'Reclassify', handling: 'escalate', why: '要局里办' })
    const escalate = moved.state.clocks.find(({ code }) => code === 'grievance.escalate')
    expect([escalate?.outcome, escalate?.stoppedAt]).toEqual(['kept', t('10-14 10:00')])
  })
  it('named again changes nothing; before acceptance there is none to change', () => {
    const story = reported('10-14 9:00')
    const again = { type: 'Reclassify', handling: 'quick', why: '再说' } as const
    expect(story.refuses('10-14 9:05', tian, again).refused).toBe('grievance.not-accepted')
    const accepted = story.does('10-14 9:05', tian, accept('quick'))
    expect(accepted.does('10-14 9:06', tian, again).events).toEqual(accepted.events)
  })
})

describe('what is missing', () => {
  it('is asked for once, and the fifteen minutes begin again when it has come', () => {
    const asked = reported('10-14 9:00').does('10-14 9:05', tian, ask)
    expect([asked.state.stage, clocks(asked)]).toEqual(['incomplete', ['accept/1 kept 10-14 09:15']])
    const done = asked.does('10-14 20:00', bao, complete, { on: 'shi' })
    expect(clocks(done)).toEqual(['accept/1 kept 10-14 09:15', 'accept/2 running 10-14 20:15'])
    expect(done.state).toMatchObject({ stage: 'submitted', responsible: ref('shi'), photos: ['file:2'] })
    expect(done.state.personal.more).toEqual(['村西那口'])
    expect(done.refuses('10-14 20:05', tian, ask).refused).toBe('grievance.sent-back-before')
    expect(done.refuses('10-14 20:05', bao, complete).refused).toBe('grievance.nothing-owed')
  })
  it('stops her class’s time while she owes it, for a day at most', () => {
    const slow = reported('10-14 9:00')
      .does('10-14 9:05', tian, ask)
      .does('10-16 9:05', bao, complete)
      .does('10-16 9:10', tian, accept('consult'))
    expect(clocks(slow).at(-1)).toBe('consult/1 running 10-15 21:00')
    const escalated = reported('10-14 9:00')
      .does('10-14 9:05', tian, ask)
      .does('10-14 10:05', bao, complete)
      .does('10-14 10:10', tian, accept('escalate'))
    expect(clocks(escalated).at(-1)).toBe('escalate/1 running 10-14 21:00')
  })
  it('is hers to say, not a stranger’s', () => {
    const asked = reported('10-14 9:00').does('10-14 9:05', tian, ask)
    expect(asked.refuses('10-14 9:10', actor('wu', 'resident'), complete).refused).toBe('grievance.not-yours')
  })
})

describe('not for us', () => {
  it('is said with the right channel; the fifteen minutes were kept, what else ran is cancelled', () => {
    const declined = reported('10-14 9:00').does('10-14 9:05', tian, decline)
    expect([declined.state.stage, declined.state.open]).toEqual(['declined', false])
    expect(declined.state.personal.declined).toEqual({ channel: '人民法院立案庭' })
    expect(clocks(declined)).toEqual(['accept/1 kept 10-14 09:15'])
    expect(declined.does('10-14 9:06', tian, decline).events).toEqual(declined.events)
    expect(declined.refuses('10-14 9:06', shi, decline).refused).toBe('matter.changed')
    const after = reported('10-14 9:00').does('10-14 9:05', tian, accept()).does('10-14 9:10', tian, decline)
    expect(clocks(after)).toEqual(['accept/1 kept 10-14 09:15', 'quick/1 cancelled 10-15 09:00'])
  })
  it('begun again it is accepted by whoever begins it, with the full time of its class', () => {
    const again = reported('10-14 9:00')
      .does('10-14 9:05', tian, decline)
      .does('10-15 9:00', shi, { type: 'Reopen', why: '归我们' })
    expect(again.state).toMatchObject({ stage: 'reopened', accepted: { by: ref('shi') }, handling: 'quick' })
    expect(clocks(again).at(-1)).toBe('quick/1 running 10-16 09:00')
    expect(again.does('10-15 9:10', shi, dispatch(water)).state.stage).toBe('dispatched')
  })
  it('no longer, once a unit has it', () => {
    const sent = reported('10-14 9:00').does('10-14 9:05', tian, accept()).does('10-14 9:10', tian, dispatch())
    expect(sent.refuses('10-14 9:20', shi, decline)).toEqual({
      refused: 'matter.changed',
      detail: { by: '田指挥', at: t('10-14 9:10') },
    })
  })
  it('what the city’s line ordered stays open until that line is answered', () => {
    const order = { source: 'upper', upperDue: t('10-20 17:00') }
    const declined = reported('10-14 9:00', order).does('10-14 9:05', tian, decline)
    expect([declined.state.open, clocks(declined).at(-1)]).toEqual([true, 'upper/1 running 10-20 17:00'])
    const answered = declined.does('10-15 9:00', tian, { type: 'AnswerUpward', text: '请找法院' })
    expect([answered.state.open, clocks(answered).at(-1)]).toEqual([false, 'upper/1 kept 10-20 17:00'])
  })
  it('what belongs to discipline bodies is handed to them from wherever it lies', () => {
    const sent = reported('10-14 9:00').does('10-14 9:05', tian, accept()).does('10-14 9:10', tian, dispatch(water))
    const handed = sent.does('10-14 10:00', tian, handOver)
    expect([handed.state.stage, handed.state.open, handed.state.main?.leftAt]).toEqual([
      'handed-over',
      false,
      t('10-14 10:00'),
    ])
    expect(clocks(handed).filter((clock) => clock.includes('running'))).toEqual([])
    expect(handed.does('10-14 10:01', tian, handOver).events).toEqual(handed.events)
    expect(handed.refuses('10-14 10:01', shi, { ...handOver, to: '纪委' }).refused).toBe('matter.changed')
  })
})
