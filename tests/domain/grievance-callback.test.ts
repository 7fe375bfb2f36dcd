import { describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/decider'
import { nextTryFrom } from '@/domain/grievance-callback'
import type { GrievanceCommand } from '@/domain/grievance-types'
import { sentence } from '@/words/refusals'
import {
  accept,
  actor,
  bao,
  check,
  clocks,
  dispatch,
  lin,
  of,
  reported,
  resolve,
  type Story,
  shi,
  sign,
  t,
  tian,
  types,
  wang,
  water,
  wei,
} from './grievance-given'
import { at, byCode, callBack, contacted, object, rate, rectified, reopen } from './grievance-stages-given'

/** Another looks at the result, another rings her, she says how it was, and what was bad is put right. */

const yun = actor('yun', 'command')
/** Handed in on Monday 28 September at 9:04; checked at 9:05. */
const resolved = at('resolved')
const checked = at('checked')
const closed = at('closed')
const bad = at('closed badly')
const since = (story: Story, before: Story) => types(story.events.slice(before.events.length))
const not = (story: Story, time: string, by: Actor, command: GrievanceCommand) =>
  story.refuses(time, by, command).refused

describe('the check', () => {
  it('is somebody else’s: neither whoever handed it in, nor anybody of her unit or of one that helped', () => {
    expect(not(resolved, '09-28 9:10', actor('wang', 'command'), check())).toBe('grievance.own-result')
    expect(not(resolved, '09-28 9:10', actor('hua', 'command', 'dept:water'), check())).toBe('grievance.own-result')
    expect(not(resolved, '09-28 9:10', actor('lin', 'command'), check())).toBe('grievance.own-result')
    const own = at('resolved by the seat')
    expect(not(own, '09-28 9:10', tian, check())).toBe('grievance.own-result')
    expect(own.does('09-28 9:10', shi, check()).state.stage).toBe('checked')
  })
  it('passed: the clocks stop as of when it was handed in, and the call-back begins', () => {
    const late = resolved.does('09-29 20:00', shi, check())
    const stopped = of(late.events, 'ClockStopped').filter(({ code }) => code !== 'grievance.accept')
    expect(stopped.map(({ code, at: when, outcome }) => [code, when, outcome])).toEqual([
      ['grievance.quick', t('09-28 9:04'), 'kept'],
      ['grievance.respond', t('09-28 9:04'), 'kept'],
      ['grievance.resolve', t('09-28 9:04'), 'kept'],
    ])
    expect(late.state.clocks.find(({ code }) => code === 'grievance.callback')?.state).toBe('running')
    expect(late.state.responsible.id).toBe('tian')
    expect(late.state.careUntil).toBeDefined()
  })
  it('the call-back has 24 hours of those in which she can be reached: 8:00 to 21:00, or as she said', () => {
    const due = ({ state }: Story) => state.clocks.find(({ code }) => code === 'grievance.callback')?.dueAt
    // 9:05 to 21:00 are 11 h 55, from 8:00 the next day another 12 h 05.
    expect(due(checked)).toBe(t('09-29 20:05'))
    const reporter = { phone: '13812345678', hours: { from: '12:00', to: '18:00' } }
    const noons = reported('09-28 9:00', { personal: { text: '井没水了', reporter } })
      .does('09-28 9:01', tian, accept())
      .does('09-28 9:02', tian, resolve())
      .does('09-28 9:05', shi, check())
    expect(due(noons)).toBe(t('10-01 18:00'))
  })
  it('failed: it never stopped the clocks, and the unit has it again; a reason is needed', () => {
    const failed = resolved.does('09-28 9:10', shi, check(false))
    expect(failed.state.stage).toBe('in-hand')
    expect(failed.state.responsible.id).toBe('wang')
    expect(failed.state.careUntil).toBeUndefined()
    expect(since(failed, resolved)).toEqual(['ResultChecked'])
    expect(clocks(failed)).toEqual(clocks(resolved))
    expect(not(resolved, '09-28 9:10', shi, { type: 'CheckResult', ok: false })).toBe('grievance.why-missing')
  })
  it('failed where the command seat had answered itself: it lies there again', () => {
    const failed = at('resolved by the seat').does('09-28 9:10', shi, check(false))
    expect([failed.state.stage, failed.state.responsible.id]).toEqual(['accepted', 'tian'])
    expect(failed.state.careUntil).toBeDefined()
  })
  it('once: another learns who was first, the same person’s repeat changes nothing', () => {
    expect(checked.refuses('09-28 9:30', yun, check())).toEqual({
      refused: 'matter.changed',
      detail: { by: '石指挥', at: t('09-28 9:05') },
    })
    expect(since(checked.does('09-28 9:30', shi, check()), checked)).toEqual([])
    expect(not(at('in-hand'), '09-28 9:30', shi, check())).toBe('grievance.no-result')
  })
  it('who gave no name is answered under her code and rung by nobody', () => {
    const done = at('closed by code')
    expect([done.state.stage, done.state.open, done.state.closed?.how]).toEqual(['closed', false, 'by-code'])
    expect(clocks(done).some((line) => line.startsWith('callback'))).toBe(false)
    expect(not(done, '09-28 9:30', shi, callBack(true, true))).toBe('grievance.no-call-back')
  })
})

describe('the call-back', () => {
  it('is another unit’s', () => {
    expect(not(checked, '09-28 10:00', actor('wang', 'command'), callBack(true, true))).toBe('grievance.own-callback')
    expect(not(checked, '09-28 10:00', actor('hua', 'command', 'dept:land'), callBack(true, true))).toBe(
      'grievance.own-callback',
    )
  })
  it('reached and satisfied: it ends', () => {
    const done = checked.does('09-28 10:00', shi, callBack(true, true))
    expect(since(done, checked)).toEqual(['ReporterCalledBack', 'ClockStopped grievance.callback', 'GrievanceClosed'])
    expect([done.state.stage, done.state.open, done.state.satisfied]).toEqual(['closed', false, true])
    expect(since(done.does('09-28 10:01', shi, callBack(true, true)), done)).toEqual([])
    expect(not(done, '09-28 10:01', yun, callBack(true, true))).toBe('matter.changed')
  })
  it('reached: whether she is satisfied has to be said', () => {
    expect(not(checked, '09-28 10:00', shi, callBack(true))).toBe('grievance.satisfied-missing')
  })
  it('three tries at different hours of the day; the same hour doesn’t count again, not even the next day', () => {
    const one = checked.does('09-28 10:05', shi, callBack(false))
    expect(one.refuses('09-28 10:59', yun, callBack(false))).toEqual({
      refused: 'grievance.same-hour',
      detail: { from: t('09-28 11:00') },
    })
    expect(one.refuses('09-29 10:20', yun, callBack(false)).detail).toEqual({ from: t('09-29 11:00') })
    const two = one.does('09-28 11:00', shi, callBack(false))
    expect(nextTryFrom(two.state, t('09-28 11:30'))).toBe(t('09-28 12:00'))
    expect(nextTryFrom(two.state, t('09-28 12:30'))).toBeUndefined()
    expect([two.state.stage, two.state.open]).toEqual(['checked', true])
    const three = two.does('09-28 15:00', yun, callBack(false))
    expect([three.state.stage, three.state.open, three.state.closed?.how]).toEqual(['closed', false, 'unreached'])
    expect(of(three.events, 'ClockStopped').at(-1)).toMatchObject({ code: 'grievance.callback', outcome: 'kept' })
    const said = sentence('grievance.same-hour', { from: t('09-28 11:00') }, t('09-28 10:59'))
    expect(said).toContain('今天 11:00')
  })
  it('whoever was spoken with was spoken with, whatever the hour', () => {
    const again = checked.does('09-28 10:05', shi, callBack(false)).does('09-28 10:40', shi, callBack(true, true))
    expect(again.state.stage).toBe('closed')
  })
  it('tries of an earlier result don’t count', () => {
    const three = ['10:05', '11:05', '12:05'].reduce(
      (story, time) => story.does(`09-28 ${time}`, shi, callBack(false)),
      checked,
    )
    const again = three
      .does('09-29 9:00', shi, reopen())
      .does('09-29 9:10', shi, dispatch(water))
      .does('09-29 9:20', wang, resolve())
      .does('09-29 9:30', shi, check())
      .does('09-29 10:10', shi, callBack(false))
    expect([again.state.stage, again.state.generation]).toEqual(['checked', 2])
    expect(of(again.events, 'ReporterCalledBack').map(({ nth }) => nth)).toEqual([1, 2, 3, 1])
  })
  it('before there is a checked result nobody asks how it was', () => {
    for (const stage of ['submitted', 'in-hand', 'resolved', 'declined', 'withdrawn'])
      expect([stage, not(at(stage), '09-28 10:00', shi, callBack(true, true))]).toEqual([
        stage,
        'grievance.no-call-back',
      ])
  })
})

describe('a bad rating', () => {
  it('on Monday 28 September is to be spoken about on the 29th, put right by Friday 23 October', () => {
    const rated = closed.does('09-28 15:00', bao, rate(2, '还是没水'))
    expect(clocks(rated).slice(-2)).toEqual(['rectify.contact/1 running 09-30 00:00', 'rectify/1 running 10-24 00:00'])
    expect([rated.state.stage, rated.state.open, rated.state.responsible.id]).toEqual(['closed', true, 'wang'])
  })
  it('not satisfied at the call-back is one', () => {
    expect(clocks(bad).slice(-2)).toEqual(['rectify.contact/1 running 09-30 00:00', 'rectify/1 running 10-24 00:00'])
    expect([bad.state.open, bad.state.responsible.id]).toEqual([true, 'wang'])
    const rated = bad.does('09-28 15:00', bao, rate(1))
    expect(since(rated, bad)).toEqual(['GrievanceRated'])
  })
  it('three stars aren’t', () => {
    const rated = closed.does('09-28 15:00', bao, rate(3))
    expect([since(rated, closed), rated.state.open]).toEqual([['GrievanceRated'], false])
  })
  it('before she was rung: the unit’s day runs, and it still lies with whoever rings her', () => {
    const rated = at('checked and rated badly')
    expect([rated.state.stage, rated.state.responsible.id]).toEqual(['checked', 'tian'])
    const spoken = rated.does('09-28 10:00', wang, contacted())
    expect(not(spoken, '09-28 10:10', wang, rectified())).toBe('grievance.call-back-first')
    const rung = spoken.does('09-28 11:00', shi, callBack(true, false))
    expect([rung.state.stage, rung.state.open, rung.state.responsible.id]).toEqual(['closed', true, 'wang'])
    expect(clocks(rung).filter((line) => line.startsWith('rectify'))).toHaveLength(2)
    expect(rung.does('09-30 10:00', wang, rectified()).state.open).toBe(false)
  })
  it('badly rated and never reached: it is closed as unreached, and still to be put right', () => {
    const three = ['10:05', '11:05', '12:05'].reduce(
      (story, time) => story.does(`09-28 ${time}`, shi, callBack(false)),
      at('checked and rated badly'),
    )
    expect([three.state.closed?.how, three.state.open, three.state.responsible.id]).toEqual(['unreached', true, 'wang'])
  })
  it('is put right by whoever spoke with her first, or by another of the unit; once', () => {
    expect(not(bad, '09-29 9:00', wang, rectified())).toBe('grievance.speak-first')
    const spoken = bad.does('09-29 9:00', wang, contacted('她说水还是浑'))
    expect(since(spoken.does('09-29 9:05', wang, contacted('她说水还是浑')), spoken)).toEqual([])
    expect(not(spoken, '09-29 9:05', wei, contacted())).toBe('matter.changed')
    const right = spoken.does('10-23 23:00', wei, rectified())
    expect(clocks(right).slice(-2)).toEqual(['rectify.contact/1 kept 09-30 00:00', 'rectify/1 kept 10-24 00:00'])
    expect([right.state.open, right.state.stage]).toEqual([false, 'closed'])
    expect(since(right.does('10-23 23:10', wei, rectified()), right)).toEqual([])
    expect(not(right, '10-23 23:10', wang, rectified('别的'))).toBe('matter.changed')
    expect(not(closed, '09-29 9:00', wang, rectified())).toBe('grievance.nothing-to-rectify')
    expect(not(closed, '09-29 9:00', wang, contacted())).toBe('grievance.nothing-to-rectify')
  })
  it('on the day after it is late', () => {
    const late = bad.does('09-30 0:00', wang, contacted())
    expect(of(late.events, 'ClockStopped').at(-1)).toMatchObject({
      code: 'grievance.rectify.contact',
      outcome: 'missed',
    })
  })
  it('after it was put right once: it is put right again', () => {
    const again = at('rectified').does('09-29 9:00', bao, rate(1))
    expect([again.state.open, again.state.responsible.id]).toEqual([true, 'wang'])
    expect(not(again, '09-30 9:00', wang, rectified())).toBe('grievance.speak-first')
    const right = again.does('09-30 9:00', wang, contacted()).does('09-30 9:10', wang, rectified())
    expect([right.state.open, right.state.stage]).toEqual([false, 'closed'])
  })
  it('of what the command seat answered itself lies with the command seat', () => {
    const done = at('resolved by the seat')
      .does('09-28 9:10', shi, check())
      .does('09-28 9:20', shi, callBack(true, false))
    expect([done.state.open, done.state.responsible.id]).toEqual([true, 'tian'])
  })
})

describe('the rating', () => {
  it('is hers: nobody else’s, not that of whoever entered it or worked on it', () => {
    for (const by of [actor('wu', 'resident'), byCode, wang, lin, shi, actor('ding', 'guide')])
      expect([by.id, not(closed, '09-28 15:00', by, rate(5))]).toEqual([by.id, 'grievance.not-yours-to-rate'])
    const mine = (by: Actor) =>
      reported('09-28 9:00', { owner: 'wang' }, actor('wang', 'resident'))
        .does('09-28 9:01', tian, accept())
        .does('09-28 9:02', tian, dispatch(water))
        .does('09-28 9:03', by, sign)
        .does('09-28 9:04', by, resolve())
        .does('09-28 9:05', shi, check())
    expect(mine(wei).does('09-28 9:30', actor('wang', 'resident'), rate(5)).state.rating?.stars).toBe(5)
    expect(not(mine(wang), '09-28 9:30', actor('wang', 'resident'), rate(5))).toBe('grievance.not-yours-to-rate')
  })
  it('by her query code, where it stands for her', () => {
    const rated = at('closed by code').does('09-28 15:00', byCode, rate(4))
    expect(rated.state.rating).toMatchObject({ stars: 4, how: 'self', by: 'code:grievance:1' })
  })
  it('once for each result: the first is kept', () => {
    const rated = closed.does('09-28 15:00', bao, rate(4, '还行'))
    expect(since(rated.does('09-28 15:01', bao, rate(4, '还行')), rated)).toEqual([])
    expect(not(rated, '09-28 15:02', bao, rate(5))).toBe('grievance.already-rated')
    const again = rated
      .does('09-29 9:00', shi, reopen())
      .does('09-29 9:10', shi, resolve())
      .does('09-29 9:30', tian, check())
    expect(again.does('09-29 9:40', bao, rate(5)).state.rating?.stars).toBe(5)
  })
  it('of a result: before it nothing is rated', () => {
    for (const stage of ['submitted', 'in-hand', 'resolved', 'declined', 'withdrawn', 'reopened'])
      expect([stage, not(at(stage), '09-28 15:00', bao, rate(5))]).toEqual([stage, 'grievance.no-result'])
    expect(not(at('by office'), '09-28 15:00', bao, rate(5))).toBe('grievance.withdrawn')
  })
  it('an objection doesn’t take its place', () => {
    expect(closed.does('09-28 15:00', bao, object()).does('09-28 15:10', bao, rate(1)).state.rating?.stars).toBe(1)
  })
})
