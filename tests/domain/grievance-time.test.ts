import { describe, expect, it } from 'vitest'
import { grievanceWakeAt, settleGrievance, timeIsUp } from '@/domain/grievance'
import { NEVER } from '@/domain/time'
import {
  accept,
  advanceAt,
  bao,
  calendar,
  check,
  dispatch,
  extend,
  givenAt,
  of,
  policy,
  ref,
  reported,
  resolve,
  shi,
  sun,
  suspend,
  t,
  tian,
  time,
  types,
  wang,
} from './grievance-given'

const wakeAt = ({ state }: ReturnType<typeof reported>) => grievanceWakeAt(state, policy, calendar)
const world = { until: t('10-14 12:00') }
const accepted = () => reported('10-14 9:00', {}, bao, world).does('10-14 9:05', tian, accept())
const atWater = () => accepted().does('10-14 9:10', tian, dispatch())
const checked = () => atWater().does('10-14 10:00', wang, resolve()).does('10-14 11:00', shi, check(), world)
const closed = () =>
  checked().does('10-14 15:00', shi, { type: 'CallBack', reached: true, satisfied: true, note: '好' }, world)

describe('a shift at the command seat', () => {
  it('ends, and whoever comes answers for what lies there', () => {
    const changed = accepted().until('10-14 12:00', { on: 'shi' })
    expect(of(changed.events, 'ShiftChanged')).toEqual([
      {
        type: 'ShiftChanged',
        at: t('10-14 12:00'),
        to: expect.objectContaining(ref('shi')),
        from: ref('tian'),
        careUntil: t('10-14 20:00'),
      },
    ])
    expect([changed.state.responsible, changed.state.careUntil]).toEqual([ref('shi'), t('10-14 20:00')])
    expect(of(accepted().until('10-14 11:59:59', { on: 'shi' }).events, 'ShiftChanged')).toEqual([])
  })
  it('changes nothing for what a unit has', () => {
    expect(of(atWater().until('10-14 23:00', { on: 'shi' }).events, 'ShiftChanged')).toEqual([])
  })
  it('and in a county without a rota it is looked at again in an hour, not forever', () => {
    const noRota = { until: t('10-14 9:00') }
    const once = reported('10-14 9:00', {}, bao, noRota).wakes('10-14 9:00', noRota)
    expect(once.state.careUntil).toBe(t('10-14 10:00'))
    expect(timeIsUp(once.state, givenAt(t('10-14 9:00'), time))).toBe(false)
  })
})

describe('when it is looked at again', () => {
  it('at a rung of the ladder, a due time, the end of a shift or of a suspension, whichever comes first', () => {
    expect(wakeAt(reported('10-14 9:00', {}, bao, world))).toBe(t('10-14 9:07:30'))
    expect(wakeAt(accepted())).toBe(t('10-14 12:00'))
    expect(wakeAt(atWater())).toBe(t('10-14 21:00'))
    expect(wakeAt(atWater().does('10-14 10:00', wang, suspend(t('10-14 18:00'))))).toBe(t('10-14 18:00'))
  })
  it('while its result is checked not for what the result ends', () => {
    const handed = atWater().does('10-14 10:00', wang, resolve(), { until: NEVER })
    expect(wakeAt(handed)).toBe(NEVER)
    const looked = advanceAt(handed.state, t('10-30 9:00'))
    expect(types(looked.events)).toEqual([])
    const order = reported('10-14 9:00', { source: 'upper', upperDue: t('10-20 17:00') }, tian, { until: NEVER })
      .does('10-14 9:05', tian, accept(), { until: NEVER })
      .does('10-14 9:10', tian, resolve(), { until: NEVER })
    expect(settleGrievance(order.state, givenAt(t('10-30 9:00'), time))).toMatchObject([
      { type: 'ClockOverdue', code: 'grievance.upper', at: t('10-20 17:00') },
    ])
  })
  it('what was due before the result was handed in is due all the same', () => {
    const late = atWater().does('10-15 10:00', wang, resolve())
    expect(of(late.events, 'ClockOverdue').map(({ code, at }) => [code, at])).toEqual([
      ['grievance.quick', t('10-15 9:00')],
    ])
  })
  it('however late, what was due is judged at its due time, once', () => {
    const slept = accepted().wakes('10-20 9:00')
    expect(of(slept.events, 'ClockOverdue').map(({ code, at }) => [code, at])).toEqual([
      ['grievance.quick', t('10-15 9:00')],
    ])
    expect(of(slept.wakes('10-21 9:00').events, 'ClockOverdue')).toHaveLength(1)
  })
})

describe('what is closed', () => {
  it('is archived fifteen days later and wakes nobody after that', () => {
    expect(closed().state).toMatchObject({ stage: 'closed', open: false })
    expect(wakeAt(closed())).toBe(t('10-29 15:00'))
    const archived = closed().until('10-29 15:00')
    expect([archived.state.stage, wakeAt(archived)]).toEqual(['archived', NEVER])
    expect(closed().until('10-29 14:59:59').state.stage).toBe('closed')
  })
  it('is not, while a supervisor has her objection', () => {
    const objected = closed().does('10-15 9:00', bao, { type: 'ObjectToResult', why: '没修好' })
    expect(wakeAt(objected)).toBe(NEVER)
    const ruled = objected.does('10-30 9:00', sun, { type: 'RuleObjection', reopen: false, why: '看过了' })
    expect(wakeAt(ruled)).toBe(t('11-14 9:00'))
  })
  it('badly rated stays open until it is put right, and is archived fifteen days after that', () => {
    const bad = closed().does('10-15 9:00', bao, { type: 'Rate', stars: 1 })
    expect(bad.state).toMatchObject({ stage: 'closed', open: true, responsible: { id: 'wang' } })
    const right = bad
      .does('10-15 10:00', wang, { type: 'ContactReporter', note: '道歉' })
      .does('10-20 10:00', wang, { type: 'Rectify', text: '重修' })
    expect(right.state.open).toBe(false)
    expect(wakeAt(right)).toBe(t('11-04 10:00'))
  })
})

describe('a draft that nobody signed', () => {
  it('is cancelled with its clock', () => {
    const drafted = accepted().until('10-15 13:00')
    expect(drafted.state.papers.map(({ rung, state }) => `${rung} ${state}`)).toContain('supervise draft')
    const done = drafted.does('10-15 13:10', tian, { type: 'DeclineGrievance', reason: 'concluded', channel: '法院' })
    expect(done.state.papers.map(({ rung, state }) => `${rung} ${state}`)).toContain('supervise cancelled')
    const asked = drafted.does('10-15 13:10', tian, dispatch()).does('10-15 13:20', wang, extend(t('10-28 0:00')))
    expect(asked.state.papers.map(({ rung, state }) => `${rung} ${state}`)).toContain('supervise draft')
  })
})
