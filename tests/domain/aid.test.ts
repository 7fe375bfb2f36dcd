import { describe, expect, it } from 'vitest'
import type { AidCommand } from '@/domain/aid-commands'
import { type Act, card, clock, given, he, li, matching, submission, t, types } from '../given'
import {
  asked,
  clear,
  close,
  closed,
  closing,
  conflict,
  grant,
  inHand,
  report,
  review,
  searching,
  submitted,
  take,
  withdraw,
  withdrawn,
} from './aid-given'

describe('the clocks of a submission', () => {
  const dues = (at: string, more = {}) => {
    const { state } = given([at, 'bao', submission(more)])
    return Object.fromEntries(state.clocks.map(({ code, dueAt }) => [code, dueAt]))
  }
  it('submitted Wed 30 Sept 23:58: promised by 24:00, by noon on the holiday, decided by 8 October 24:00', () => {
    expect(dues('2026-09-30 23:58')).toEqual({
      'aid.promise': t('2026-10-01 00:00'),
      'aid.grace': t('2026-10-01 12:00'),
      // The seventh natural day is 7 October, the last of the holiday: it runs to the end of the 8th.
      'aid.decide': t('2026-10-09 00:00'),
    })
  })
  it.each([
    ['2026-10-10 10:00', false, 'a Saturday that is worked for the National Day'],
    ['2026-10-11 10:00', true, 'the Sunday after it'],
    ['2026-10-12 10:00', false, 'the Monday after that'],
    ['2026-10-12 15:59', false, 'a minute before the cut-off'],
    ['2026-10-12 16:00', true, 'the cut-off itself'],
    ['2026-10-07 09:00', true, 'the last day of the holiday'],
    ['2026-10-08 09:00', false, 'the first day after it'],
    ['2026-10-10 16:00', true, 'the cut-off on the worked Saturday'],
  ])('%s: noon of the next day is promised: %s (%s)', (at, grace) => {
    expect(Object.keys(dues(at)).includes('aid.grace')).toBe(grace)
  })
  it('a call that began at 15:59 and was typed in at 16:03 runs from the call, and gets no grace', () => {
    const { state } = given(['2026-10-12 16:03', 'gao', submission({ callFrom: t('2026-10-12 15:59') })])
    expect(state.clocks.map(({ code, startedAt }) => [code, startedAt])).toEqual([
      ['aid.promise', t('2026-10-12 15:59')],
      ['aid.decide', t('2026-10-12 15:59')],
    ])
    expect([state.sentAt, state.createdAt]).toEqual([t('2026-10-12 15:59'), t('2026-10-12 16:03')])
  })
  it('a call before midnight, typed in after it, is promised the day on which it began', () => {
    const { state } = given(['2026-10-13 00:10', 'gao', submission({ callFrom: t('2026-10-12 23:50') })])
    expect(clock(state, 'aid.promise')?.dueAt).toBe(t('2026-10-13 00:00'))
    expect(clock(state, 'aid.grace')?.dueAt).toBe(t('2026-10-13 12:00'))
  })
  it('somebody is named for it from the first second', () => {
    expect(given(...submitted).state.responsible).toMatchObject({ id: 'gao', name: '高审查' })
  })
})

describe('granting', () => {
  const late: Act[] = [['2026-09-30 23:58', 'bao', submission()]]
  it('at 00:09 the promise was missed by nine minutes; grace and statute are kept', () => {
    const { state, events } = given(...late).when('2026-10-01 00:09', 'gao', grant())
    expect(clock(state, 'aid.promise')).toMatchObject({ state: 'stopped', outcome: 'missed', lateBy: 'PT9M' })
    expect(clock(state, 'aid.grace')).toMatchObject({ state: 'stopped', outcome: 'kept' })
    expect(clock(state, 'aid.decide')).toMatchObject({ state: 'stopped', outcome: 'kept' })
    expect(events[0]).toMatchObject({ type: 'ClockOverdue', code: 'aid.promise', at: t('2026-10-01 00:00') })
  })
  it('at 23:59 everything is kept; at 00:00 the promise is late by nothing, and late', () => {
    expect(clock(given(...late).when('2026-09-30 23:59', 'gao', grant()).state, 'aid.promise')?.outcome).toBe('kept')
    const due = clock(given(...late).when('2026-10-01 00:00', 'gao', grant()).state, 'aid.promise')
    expect(due).toMatchObject({ outcome: 'missed', lateBy: 'PT0S' })
  })
  it('at noon the grace is missed too; at 11:59 it is kept', () => {
    expect(clock(given(...late).when('2026-10-01 11:59', 'gao', grant()).state, 'aid.grace')?.outcome).toBe('kept')
    expect(clock(given(...late).when('2026-10-01 12:00', 'gao', grant()).state, 'aid.grace')?.outcome).toBe('missed')
  })
  it('grants and assigns in one act: the first proposed, who is now responsible', () => {
    const { state, events } = given(...submitted).when('2026-09-30 10:05', 'gao', grant())
    expect(types(events)).toEqual([
      'AidGranted',
      'ClockStopped aid.decide',
      'ClockStarted aid.assign',
      'LawyerAssigned',
      'ClockStopped aid.promise',
      'ClockStopped aid.assign',
      'ClockStarted aid.contact',
      'ClockStarted aid.sign',
    ])
    expect(state).toMatchObject({
      stage: 'assigned',
      responsible: { id: 'li' },
      lawyer: { ref: { id: 'li' }, conflict: 'asked' },
    })
    expect(events.find(({ type }) => type === 'LawyerAssigned')).toMatchObject({ how: 'first' })
  })
  it('contact is owed by the end of the next working day, over the holiday; the mandate in five natural days', () => {
    const { state } = given(...asked)
    expect(clock(state, 'aid.contact')?.dueAt).toBe(t('2026-10-09 00:00'))
    expect(clock(state, 'aid.sign')?.dueAt).toBe(t('2026-10-09 00:00'))
  })
  it('another lawyer than the first needs a reason', () => {
    const before = given(...submitted)
    expect(before.when('2026-09-30 10:05', 'gao', grant('he')).refusal).toEqual({ refused: 'aid.why-missing' })
    const { state, events } = before.when('2026-09-30 10:05', 'gao', grant('he', '申请人认识他'))
    expect(state.lawyer?.ref.id).toBe('he')
    expect(events.find(({ type }) => type === 'LawyerAssigned')).toMatchObject({ how: 'chosen' })
    expect(state.personal.grantWhy).toBe('申请人认识他')
  })
  it('the first one may be named without a reason', () => {
    expect(given(...submitted).when('2026-09-30 10:05', 'gao', grant('li')).state.lawyer?.ref.id).toBe('li')
  })
  it('refuses a lawyer whom a rule excludes, and says which; and one whom nobody knows', () => {
    const full = card({ person: 'full', capacity: 0 })
    const before = given(...submitted)
    expect(before.when('2026-09-30 10:05', 'gao', grant('full', '就他'), [li, full]).refusal).toMatchObject({
      refused: 'aid.lawyer-excluded',
      detail: { rule: 'full' },
    })
    expect(before.when('2026-09-30 10:05', 'gao', grant('nobody', '就他')).refusal?.refused).toBe('aid.lawyer-unknown')
    expect(before.when('2026-09-30 10:05', 'gao', grant('nobody', '就他'), []).refusal?.refused).toBe(
      'aid.lawyer-unknown',
    )
  })
  it('a repeat by the reviewer who decided succeeds and changes nothing; another one learns who was first and when', () => {
    const before = given(...asked)
    expect(before.when('2026-09-30 10:06', 'gao', grant())).toMatchObject({ events: [], state: before.state })
    expect(before.when('2026-09-30 10:06', 'gao', grant('li')).events).toEqual([])
    for (const command of [grant(), grant('li'), grant('he', '换他')])
      expect(before.when('2026-09-30 10:06', 'ma', command).refusal).toEqual({
        refused: 'matter.changed',
        detail: { by: '高审查', at: t('2026-09-30 10:05') },
      })
  })
  it('is as much a lost race next month, when the matter is long closed', () => {
    expect(given(...closed).when('2026-11-20 10:00', 'ma', grant()).refusal?.refused).toBe('matter.changed')
  })
})

describe('nobody fits', () => {
  it('a named person must find one; the promise and the statute go on', () => {
    const { state, events } = given(...submitted).when('2026-09-30 10:05', 'gao', grant(), [])
    expect(types(events)).toEqual([
      'AidGranted',
      'ClockStopped aid.decide',
      'ClockStarted aid.assign',
      'AssignmentEscalated',
    ])
    expect(state).toMatchObject({
      stage: 'granted-unassigned',
      responsible: { id: 'gao' },
      escalated: { to: { id: 'gao' } },
    })
    expect(clock(state, 'aid.promise')?.state).toBe('running')
    expect(clock(state, 'aid.assign')?.dueAt).toBe(t('2026-10-09 00:00'))
  })
  it('the next look finds one as soon as he is free, and stops promise and statute', () => {
    const before = given(...searching)
    const none = before.when('2026-09-30 10:15', 'system', { type: 'FindLawyerAgain' }, [])
    expect(types(none.events)).toEqual(['LawyerStillSought'])
    expect(none.state.escalated).toMatchObject({ at: t('2026-09-30 10:05'), triedAt: t('2026-09-30 10:15') })
    const found = before.when('2026-09-30 10:25', 'system', { type: 'FindLawyerAgain' }, [li])
    expect(found.state).toMatchObject({ stage: 'assigned', responsible: { id: 'li' }, escalated: undefined })
    expect(clock(found.state, 'aid.promise')?.outcome).toBe('kept')
    expect(clock(found.state, 'aid.assign')?.outcome).toBe('kept')
  })
  it('a look when nobody is sought does nothing', () => {
    for (const acts of [submitted, asked, inHand, closed, withdrawn])
      expect(
        given(...acts)
          .when('2026-10-21 10:00', 'system', { type: 'FindLawyerAgain' })
          .events.filter(({ type }) => !type.startsWith('Clock')),
      ).toEqual([])
  })
})

describe('the conflict question', () => {
  it('no conflict: he may take it now, not before', () => {
    expect(given(...asked).when('2026-09-30 10:06', 'li', take).refusal).toEqual({ refused: 'aid.conflict-unanswered' })
    const { state, events } = given(...clear).when('2026-09-30 10:07', 'li', take)
    expect(types(events)).toEqual(['AidTaken', 'ClockStarted aid.progress'])
    expect(state.stage).toBe('in-hand')
    expect(clock(state, 'aid.progress')?.dueAt).toBe(t('2026-10-31 00:00'))
  })
  it('a conflict releases him and asks the next one, in the same act', () => {
    const { state, events } = given(...asked).when('2026-09-30 10:06', 'li', conflict(true))
    expect(types(events)).toEqual([
      'LawyerReleased',
      'ClockStopped aid.contact',
      'ClockStopped aid.sign',
      'ClockStarted aid.assign',
      'LawyerAssigned',
      'ClockStopped aid.assign',
      'ClockStarted aid.contact',
      'ClockStarted aid.sign',
    ])
    expect(state).toMatchObject({
      stage: 'assigned',
      lawyer: { ref: { id: 'he' }, conflict: 'asked' },
      offered: ['li'],
    })
    expect(clock(state, 'aid.contact')?.outcome).toBe('cancelled')
    expect(clock(state, 'aid.contact', 2)?.state).toBe('running')
  })
  it('with nobody left a person is named, and who was bound is never asked again', () => {
    const { state } = given(...asked).when('2026-09-30 10:06', 'li', conflict(true), [li])
    expect(state).toMatchObject({ stage: 'granted-unassigned', lawyer: undefined, escalated: { to: { id: 'gao' } } })
    expect(clock(state, 'aid.assign', 2)?.state).toBe('running')
    expect(matching([li, he], state.offered).ranked.map(({ lawyer }) => lawyer)).toEqual(['he'])
  })
  it('the same answer again changes nothing; the opposite one is refused', () => {
    const before = given(...clear)
    expect(before.when('2026-09-30 10:07', 'li', conflict(false)).events).toEqual([])
    expect(before.when('2026-09-30 10:07', 'li', conflict(true)).refusal?.refused).toBe('aid.conflict-answered')
  })
})

describe('in hand', () => {
  it('contact and mandate stop their clocks', () => {
    const spoke = given(...inHand).when('2026-10-08 23:59', 'li', {
      type: 'ReportContact',
      how: 'call',
      note: '说好了',
    })
    expect(clock(spoke.state, 'aid.contact')?.outcome).toBe('kept')
    const late = given(...inHand).when('2026-10-09 00:00', 'li', { type: 'ReportMandate' })
    expect(clock(late.state, 'aid.sign')?.outcome).toBe('missed')
  })
  it('the mandate is signed once', () => {
    const before = given(...inHand, ['2026-10-08 10:00', 'li', { type: 'ReportMandate' }])
    expect(before.when('2026-10-08 11:00', 'li', { type: 'ReportMandate' }).events).toEqual([])
  })
  it.each<AidCommand>([{ type: 'ReportContact', how: 'call' }, { type: 'ReportMandate' }])(
    '%o waits for the conflict answer',
    (command) => {
      expect(given(...asked).when('2026-09-30 10:06', 'li', command).refusal?.refused).toBe('aid.conflict-unanswered')
    },
  )
  it('a report starts the thirty days anew, "no change" too; a change needs words', () => {
    const first = given(...inHand).when('2026-10-20 10:00', 'li', report('开庭了'))
    expect(clock(first.state, 'aid.progress')?.outcome).toBe('kept')
    expect(clock(first.state, 'aid.progress', 2)?.dueAt).toBe(t('2026-11-20 00:00'))
    const same = given(...inHand).when('2026-10-20 10:00', 'li', report('', false))
    expect(clock(same.state, 'aid.progress', 2)?.state).toBe('running')
    expect(given(...inHand).when('2026-10-20 10:00', 'li', report('')).refusal?.refused).toBe('aid.report-empty')
  })
  it('taking it twice changes nothing', () => {
    expect(given(...inHand).when('2026-09-30 10:08', 'li', take).events).toEqual([])
  })
})

describe('closing', () => {
  it('stops the reports, cancels what is owed no more, and the centre is responsible again', () => {
    const { state } = given(...closing)
    expect(state).toMatchObject({ stage: 'closing', open: true, responsible: { id: 'gao' } })
    expect(clock(state, 'aid.progress')?.outcome).toBe('kept')
    expect(clock(state, 'aid.contact')?.outcome).toBe('cancelled')
    expect(clock(state, 'aid.review')?.dueAt).toBe(t('2026-11-20 00:00'))
  })
  it('passed: closed, and no clock runs', () => {
    const { state } = given(...closed)
    expect(state).toMatchObject({ stage: 'closed', open: false })
    expect(state.clocks.filter(({ state: s }) => s !== 'stopped')).toEqual([])
  })
  it('returned with a reason: in his hand again, reports due again; without a reason it stays', () => {
    const before = given(...closing)
    expect(before.when('2026-10-21 10:00', 'gao', review(false)).refusal?.refused).toBe('aid.why-missing')
    const { state } = before.when('2026-10-21 10:00', 'gao', review(false, '缺调解书'))
    expect(state).toMatchObject({ stage: 'in-hand', responsible: { id: 'li' } })
    expect(clock(state, 'aid.progress', 2)?.dueAt).toBe(t('2026-11-21 00:00'))
    expect(clock(state, 'aid.review')?.outcome).toBe('kept')
  })
  it('returned and closed again is reviewed again, with a clock of its own', () => {
    const again: Act[] = [
      ...closing,
      ['2026-10-21 10:00', 'gao', review(false, '缺调解书')],
      ['2026-10-22 10:00', 'li', close],
    ]
    const { state } = given(...again).when('2026-10-23 10:00', 'ma', review(true))
    expect(state).toMatchObject({ stage: 'closed', reviewed: { by: { id: 'ma' }, ok: true } })
    expect(clock(state, 'aid.review', 2)?.outcome).toBe('kept')
  })
  it('of two reviewers the second learns who was first, whether it was passed or returned', () => {
    const lost = { refused: 'matter.changed', detail: { by: '高审查', at: t('2026-10-21 10:00') } }
    expect(given(...closed).when('2026-10-21 10:01', 'ma', review(true)).refusal).toEqual(lost)
    const returned: Act[] = [...closing, ['2026-10-21 10:00', 'gao', review(false, '缺调解书')]]
    expect(given(...returned).when('2026-10-21 10:01', 'ma', review(true)).refusal).toEqual(lost)
    expect(given(...returned).when('2026-10-21 10:01', 'gao', review(false, '缺调解书')).events).toEqual([])
    expect(given(...closed).when('2026-10-21 10:01', 'gao', review(true)).events).toEqual([])
  })
})

describe('withdrawing', () => {
  it('ends every clock that still runs as cancelled, and nobody is offered it any more', () => {
    for (const acts of [submitted, searching, asked, clear, inHand]) {
      const { state } = given(...acts).when('2026-09-30 11:00', 'bao', withdraw)
      expect(state).toMatchObject({ stage: 'withdrawn', open: false })
      expect(state.clocks.filter(({ state: s }) => s !== 'stopped')).toEqual([])
    }
    const { state } = given(...submitted).when('2026-09-30 11:00', 'bao', withdraw)
    expect(state.clocks.map(({ outcome }) => outcome)).toEqual(['cancelled', 'cancelled'])
  })
  it('a clock that was missed before stays overdue in the history, and is cancelled', () => {
    const { events } = given(...submitted).when('2026-10-01 09:00', 'bao', withdraw)
    expect(types(events)).toEqual([
      'ClockOverdue aid.promise',
      'AidWithdrawn',
      'ClockStopped aid.promise',
      'ClockStopped aid.decide',
    ])
  })
  it('twice is once', () => {
    expect(given(...withdrawn).when('2026-09-30 11:00', 'bao', withdraw).events).toEqual([])
  })
})
