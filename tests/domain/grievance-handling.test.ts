import { describe, expect, it } from 'vitest'
import type { GrievanceCommand } from '@/domain/grievance-types'
import {
  accept,
  bao,
  check,
  clocks,
  dispatch,
  extend,
  giveBack,
  land,
  lin,
  mei,
  of,
  passUp,
  ref,
  reported,
  resolve,
  respond,
  shi,
  sign,
  sun,
  suspend,
  t,
  tian,
  time,
  town,
  types,
  village,
  wang,
  water,
  wei,
  zhen,
} from './grievance-given'

const accepted = (more: object = {}) => reported('10-14 9:00', more).does('10-14 9:05', tian, accept())
const atWater = (more: object = {}) => accepted(more).does('10-14 9:10', tian, dispatch(water))
const ruleExtension = (ok: boolean) => ({ type: 'RuleExtension', ok }) as const

describe('more time', () => {
  it('is asked before the due time and ruled at the command seat; the clock goes on to the new date', () => {
    const asked = atWater().does('10-14 10:00', wang, extend(t('10-28 0:00')))
    expect(asked.state).toMatchObject({ stage: 'extension-asked', responsible: ref('tian') })
    const ruled = asked.does('10-14 11:00', shi, ruleExtension(true))
    expect(clocks(ruled).slice(1)).toEqual([
      'quick/1 cancelled 10-15 09:00',
      'respond/1 running 10-16 00:00',
      'resolve/1 cancelled 10-22 00:00',
      'quick/2 running 10-28 00:00',
      'resolve/2 running 10-28 00:00',
    ])
    expect(ruled.state).toMatchObject({ stage: 'in-hand', responsible: { id: 'wang' } })
    expect(ruled.state.careUntil).toBeUndefined()
    expect(
      ruled.state.clocks.find(({ code, generation }) => code === 'grievance.quick' && generation === 2)?.startedAt,
    ).toBe(t('10-14 9:00'))
  })
  it('is asked once, granted or not', () => {
    const asked = atWater().does('10-14 10:00', wang, extend(t('10-28 0:00')))
    expect(asked.does('10-14 10:01', wang, extend(t('10-28 0:00'))).events).toEqual(asked.events)
    const refused = asked.does('10-14 11:00', shi, ruleExtension(false))
    expect(clocks(refused)).toEqual(clocks(atWater()))
    expect(refused.refuses('10-14 12:00', wang, extend(t('10-29 0:00'))).refused).toBe('grievance.extended')
    expect(refused.refuses('10-14 12:00', tian, ruleExtension(true))).toEqual({
      refused: 'matter.changed',
      detail: { by: '石指挥', at: t('10-14 11:00') },
    })
    expect(refused.does('10-14 12:00', shi, ruleExtension(false)).events).toEqual(refused.events)
    expect(atWater().refuses('10-14 12:00', shi, ruleExtension(true)).refused).toBe('grievance.no-extension')
  })
  it('not after it was due, nor to a time that isn’t later', () => {
    const atVillage = accepted().does('10-14 9:10', tian, dispatch(village))
    expect(atVillage.refuses('10-15 9:00', mei, extend(t('10-16 0:00'))).refused).toBe('grievance.overdue')
    expect(atVillage.refuses('10-15 8:59:59', mei, extend(t('10-15 9:00')))).toEqual({
      refused: 'grievance.not-later',
      detail: { due: t('10-15 9:00') },
    })
    expect(atVillage.does('10-15 8:59:59', mei, extend(t('10-15 9:01'))).state.stage).toBe('extension-asked')
  })
  it('what was over when it was asked stays missed', () => {
    const late = atWater()
      .does('10-16 9:00', wang, extend(t('10-28 0:00')))
      .does('10-16 9:30', tian, ruleExtension(true))
    expect(clocks(late).filter((clock) => /quick|resolve/.test(clock))).toEqual([
      'quick/1 running 10-15 09:00',
      'resolve/1 cancelled 10-22 00:00',
      'resolve/2 running 10-28 00:00',
    ])
  })
  it('asked in time and granted late, it counts from the asking', () => {
    const ruled = accepted()
      .does('10-14 9:10', tian, dispatch(village))
      .does('10-15 8:00', mei, extend(t('10-16 0:00')))
      .does('10-15 10:00', tian, ruleExtension(true))
    expect(clocks(ruled).slice(1)).toEqual(['quick/1 cancelled 10-15 09:00', 'quick/2 running 10-16 00:00'])
  })
})

describe('time stands still', () => {
  it('for a third party with evidence, and goes on by itself at the end that was named', () => {
    const still = atWater().does('10-14 10:00', wang, suspend(t('10-16 10:00')))
    expect(still.state.stage).toBe('suspended')
    expect(
      clocks(still)
        .slice(1)
        .map((clock) => clock.split(' ')[1]),
    ).toEqual(['paused', 'paused', 'paused'])
    const on = still.wakes('10-20 8:00')
    expect(of(on.events, 'GrievanceResumed')).toEqual([{ type: 'GrievanceResumed', at: t('10-16 10:00') }])
    // Two days are added to the hours; of the working days only the 15th, at whose end it stood still.
    expect(clocks(on).slice(1)).toEqual([
      'quick/1 running 10-17 09:00',
      'respond/1 running 10-17 00:00',
      'resolve/1 running 10-23 00:00',
    ])
    expect(of(on.events, 'ClockOverdue').map(({ code, at }) => [code, at])).toEqual([
      ['grievance.respond', t('10-17 0:00')],
      ['grievance.quick', t('10-17 9:00')],
    ])
    expect(on.state).toMatchObject({ stage: 'in-hand', responsible: { id: 'wang' } })
  })
  it('not without evidence, and for a reporter’s answer a day at most', () => {
    const until = t('10-16 10:00')
    const bare: GrievanceCommand = { type: 'Suspend', ground: 'third-party', until, evidence: [] }
    expect(atWater().refuses('10-14 10:00', wang, bare).refused).toBe('grievance.no-evidence')
    expect(atWater().refuses('10-14 10:00', wang, suspend(t('10-15 10:00:01'), 'reporter')).refused).toBe(
      'grievance.too-long',
    )
    const hers = atWater().does('10-14 10:00', wang, suspend(t('10-15 10:00'), 'reporter'))
    // What a department owes doesn't wait for her.
    expect(
      clocks(hers)
        .slice(1)
        .map((clock) => clock.split(' ')[1]),
    ).toEqual(['paused', 'running', 'running'])
    expect(atWater().refuses('10-14 10:00', wang, suspend(t('10-14 9:59'))).refused).toBe('grievance.until-passed')
  })
  it('not for what has no such pause', () => {
    const asked = reported('10-14 9:00')
      .does('10-14 9:05', tian, accept('consult'))
      .does('10-14 9:10', tian, dispatch(town))
    expect(asked.refuses('10-14 10:00', zhen, suspend(t('10-16 10:00'))).refused).toBe('grievance.nothing-pauses')
  })
  it('ended by hand; nothing is handed in meanwhile', () => {
    const still = atWater().does('10-14 10:00', wang, suspend(t('10-16 10:00')))
    expect(still.refuses('10-14 11:00', wang, resolve()).refused).toBe('grievance.suspended')
    expect(still.refuses('10-14 11:00', wang, passUp).refused).toBe('grievance.wrong-level')
    expect(still.refuses('10-14 11:00', shi, suspend(t('10-17 10:00'))).refused).toBe('matter.changed')
    expect(still.does('10-14 11:00', wang, suspend(t('10-16 10:00'))).events).toEqual(still.events)
    const on = still.does('10-14 12:00', wang, { type: 'Resume' })
    expect(clocks(on)[1]).toBe('quick/1 running 10-15 11:00')
    expect(on.refuses('10-14 12:01', wang, { type: 'Resume' }).refused).toBe('grievance.not-suspended')
  })
  it('an end that has passed is an end, before the machine has looked', () => {
    const on = atWater()
      .does('10-14 10:00', wang, suspend(t('10-14 12:00')))
      .does('10-14 12:00', wang, resolve())
    expect(types(on.events)).toContain('GrievanceResumed')
    expect(on.state.stage).toBe('resolved')
  })
})

describe('an answer', () => {
  it('of the main unit keeps its promise of one working day, signed for by whoever gives it', () => {
    const said = atWater().does('10-15 23:59', wei, respond())
    expect(clocks(said)).toContain('respond/1 kept 10-16 00:00')
    expect(said.state).toMatchObject({ stage: 'in-hand', responsible: { id: 'wei' } })
    expect(said.state.personal.response).toBe('已经去看')
    expect(said.does('10-16 8:00', wei, respond()).events).toEqual(said.events)
    expect(clocks(atWater().does('10-16 0:00', wang, respond()))).toContain('respond/1 missed 10-16 00:00')
  })
  it('of the command seat isn’t the unit’s; of a helper it is the main unit’s to collect', () => {
    expect(clocks(atWater().does('10-14 10:00', tian, respond()))).toContain('respond/1 running 10-16 00:00')
    const helped = accepted()
      .does('10-14 9:10', tian, dispatch(water, [land]))
      .does('10-14 10:00', lin, respond('已查地界'))
    expect([helped.state.stage, helped.state.personal.answers]).toEqual(['dispatched', { 'dept:land': '已查地界' }])
    expect(helped.state.personal.response).toBeUndefined()
    expect(helped.does('10-14 10:01', lin, respond('已查地界')).events).toEqual(helped.events)
    expect(atWater().refuses('10-14 10:00', lin, respond()).refused).toBe('matter.changed')
  })
  it('comes before the result, not after it', () => {
    expect(atWater().does('10-14 10:00', wang, resolve()).refuses('10-14 11:00', wang, respond()).refused).toBe(
      'matter.changed',
    )
  })
})

describe('the result', () => {
  it('lies at the command seat to be checked, and its clocks run on until it has passed', () => {
    const handed = atWater().does('10-14 20:00', wang, resolve())
    expect(handed.state).toMatchObject({
      stage: 'resolved',
      responsible: ref('tian'),
      resolved: { unit: 'dept:water' },
    })
    expect(clocks(handed)).toEqual(clocks(atWater()))
    expect(clocks(handed.does('10-16 12:00', shi, check()))).toEqual([
      'accept/1 kept 10-14 09:15',
      'quick/1 kept 10-15 09:00',
      'respond/1 kept 10-16 00:00',
      'resolve/1 kept 10-22 00:00',
      'callback/1 running 10-18 10:00',
    ])
  })
  it('handed in at the due instant is late', () => {
    const late = atWater().does('10-15 9:00', wang, resolve()).does('10-15 9:30', shi, check())
    expect(clocks(late)[1]).toBe('quick/1 missed 10-15 09:00')
  })
  it('that fails its check never stopped anything: it goes back, late where it is late by then', () => {
    const failed = atWater()
      .does('10-14 20:00', wang, resolve())
      .until('10-15 9:30', { on: 'shi' })
      .does('10-15 9:30', shi, check(false))
    expect(failed.state).toMatchObject({ stage: 'in-hand', responsible: { id: 'wang' } })
    expect(of(failed.events, 'ClockOverdue')).toEqual([])
    const late = failed.until('10-15 9:31')
    expect(of(late.events, 'ClockOverdue').map(({ code, at }) => [code, at])).toEqual([
      ['grievance.quick', t('10-15 9:00')],
    ])
    expect(
      clocks(late.does('10-15 10:00', wang, resolve({ text: '真的修好了' })).does('10-15 10:30', shi, check()))[1],
    ).toBe('quick/1 missed 10-15 09:00')
  })
  it('waits for its helpers, by name, unless there is a reason not to', () => {
    const helped = accepted().does('10-14 9:10', tian, dispatch(water, [land, town]))
    expect(helped.refuses('10-14 10:00', wang, resolve())).toEqual({
      refused: 'grievance.answers-missing',
      detail: { units: ['自然资源局', '甲镇'] },
    })
    const one = helped.does('10-14 10:00', lin, respond('已查'))
    expect(one.refuses('10-14 10:10', wang, resolve()).detail).toEqual({ units: ['甲镇'] })
    expect(one.does('10-14 10:10', wang, resolve({ without: '镇里停电' })).state.stage).toBe('resolved')
  })
  it('of what has a place has a photo', () => {
    const bare = resolve({ photos: [], without: '没有' })
    expect(atWater().refuses('10-14 10:00', wang, bare).refused).toBe('grievance.photo-missing')
    expect(atWater().does('10-14 10:00', wang, resolve({ photos: [], result: 'explained' })).state.stage).toBe(
      'resolved',
    )
    expect(atWater({ topic: 'wages' }).does('10-14 10:00', wang, bare).state.stage).toBe('resolved')
  })
  it('that can’t be had says why and which lawful way is open', () => {
    const no = resolve({ result: 'unsolvable', text: '办不了。', photos: [] })
    expect(atWater().refuses('10-14 10:00', wang, no).refused).toBe('grievance.way-missing')
    const way = resolve({ result: 'unsolvable', text: '没能解决,原因是跨省界;可以走行政复议', photos: [] })
    expect(atWater().does('10-14 10:00', wang, way).state.stage).toBe('resolved')
  })
  it('is handed in once, by whoever has it', () => {
    const handed = atWater().does('10-14 10:00', wang, resolve())
    expect(handed.does('10-14 10:01', wang, resolve()).events).toEqual(handed.events)
    expect(handed.refuses('10-14 10:01', wei, resolve())).toMatchObject({ refused: 'matter.changed' })
    expect(atWater().refuses('10-14 10:00', tian, resolve()).refused).toBe('matter.changed')
    expect(atWater().refuses('10-14 10:00', lin, resolve()).refused).toBe('matter.changed')
  })
  it('of what is merely asked the command seat hands in itself', () => {
    const asked = reported('10-14 9:00', { topic: 'debt' }).does('10-14 9:05', tian, accept('consult'))
    const told = asked.does('10-14 9:30', tian, resolve({ result: 'explained', photos: [] }))
    expect(told.state.resolved).toMatchObject({ by: ref('tian') })
    expect(told.state.resolved).not.toHaveProperty('unit')
    expect(told.does('10-14 9:40', shi, check(false)).state.stage).toBe('accepted')
  })
  it('by mediation keeps what was agreed', () => {
    const mediation = { parties: ['甲', '乙'], mediators: ['丙'], record: '各让一步', agreement: '以渠为界' }
    const { state } = atWater().does('10-14 10:00', wang, resolve({ mediation }))
    expect([state.resolved?.mediation, state.personal.mediation]).toEqual([true, mediation])
  })
})

describe('what follows another', () => {
  const answer: GrievanceCommand = {
    type: 'AnswerFromParent',
    result: 'solved',
    text: '渠通了',
    photos: ['file:7'],
  }
  it('is answered when the other was, and goes on to a call of its own', () => {
    const answered = accepted({ follows: 'grievance:2' }).does('10-14 15:00', time, answer)
    expect(answered.state).toMatchObject({ stage: 'checked', resolved: { result: 'solved', photos: ['file:7'] } })
    expect(clocks(answered).slice(1)).toEqual(['quick/1 kept 10-15 09:00', 'callback/1 running 10-16 13:00'])
  })
  it('before anybody accepted it too; once it is answered the same answer changes nothing', () => {
    const answered = reported('10-14 9:00', { follows: 'grievance:2' }).does('10-14 9:05', time, answer)
    expect(clocks(answered)[0]).toBe('accept/1 kept 10-14 09:15')
    expect(answered.does('10-14 9:06', time, answer).events).toEqual(answered.events)
  })
  it('with nobody to ring it ends under its code', () => {
    const hidden = reported('10-14 9:00', { follows: 'grievance:2', anonymity: 'full' }).does(
      '10-14 9:05',
      time,
      answer,
    )
    expect([hidden.state.stage, hidden.state.closed?.how, hidden.state.open]).toEqual(['closed', 'by-code', false])
  })
  it('and nothing else is answered by another’s', () => {
    const own = accepted()
    expect(own.does('10-14 15:00', time, answer).events).toEqual(own.events)
    const gone = accepted({ follows: 'grievance:2' }).does('10-14 10:00', bao, { type: 'WithdrawGrievance' })
    expect(gone.does('10-14 15:00', time, answer).events).toEqual(gone.events)
  })
})

describe('begun again', () => {
  it('has its full time, may be returned and extended anew, and counts on from her sending', () => {
    const again = atWater()
      .does('10-14 10:00', wang, extend(t('10-28 0:00')))
      .does('10-14 10:10', tian, ruleExtension(true))
      .does('10-14 11:00', wang, resolve())
      .does('10-14 12:00', shi, check())
      .does('10-20 9:00', sun, { type: 'Reopen', why: '又没水了' })
    expect(again.state).toMatchObject({ stage: 'reopened', generation: 2, sentAt: t('10-14 9:00'), returns: 0 })
    expect(again.state.extension).toBeUndefined()
    const sent = again.does('10-20 9:30', tian, dispatch(water))
    expect(clocks(sent).filter((clock) => clock.includes('running'))).toEqual([
      'quick/3 running 10-21 09:00',
      'respond/2 running 10-22 00:00',
      'resolve/3 running 10-28 00:00',
    ])
    expect(sent.does('10-20 10:00', wang, sign).does('10-20 10:01', wang, giveBack).state.returns).toBe(1)
  })
})
