import { describe, expect, it } from 'vitest'
import type { AidCommand } from '@/domain/aid-commands'
import { type Act, clock, given, he, li, submission, t, types } from '../given'
import {
  asked,
  confirmRefusal,
  grant,
  list,
  owing,
  refused,
  refusing,
  searching,
  submitted,
  transfer,
  transferred,
  unconfirmed,
} from './aid-given'

describe('refusing', () => {
  it('proposes it with its article to another named person, and stops no clock', () => {
    const { state, events } = given(...submitted).when('2026-09-30 10:05', 'gao', refusing)
    expect(types(events)).toEqual(['RefusalProposed'])
    expect(state).toMatchObject({
      stage: 'refusal-unconfirmed',
      open: true,
      responsible: { id: 'ma' },
      refusal: { by: { id: 'gao' }, article: '31-5' },
    })
    expect(state.clocks.map(({ state: s }) => s)).toEqual(['running', 'running'])
  })
  it('needs a second person', () => {
    const alone = given(...submitted).when('2026-09-30 10:05', 'gao', refusing, undefined, { second: undefined })
    expect(alone.refusal?.refused).toBe('aid.no-second-person')
  })
  it('nobody refuses her own application, nor what another is deciding on', () => {
    const own: Act[] = [['2026-09-30 10:00', 'gao', submission({ owner: 'gao' })]]
    expect(given(...own).when('2026-09-30 10:05', 'gao', refusing).refusal?.refused).toBe('aid.own-application')
    expect(given(...owing).when('2026-09-30 10:06', 'ma', refusing).refusal?.refused).toBe('matter.changed')
  })
  it('her own repeat changes nothing; with another article it is refused', () => {
    const before = given(...unconfirmed)
    expect(before.when('2026-09-30 10:06', 'gao', refusing).events).toEqual([])
    const other: AidCommand = { type: 'RefuseAid', article: '38', why: '不归这里' }
    expect(before.when('2026-09-30 10:06', 'gao', other).refusal?.refused).toBe('aid.not-awaiting-review')
  })
  it('who wants to grant meanwhile learns that a refusal lies before the second person', () => {
    for (const who of ['ma', 'sun'] as const)
      expect(given(...unconfirmed).when('2026-09-30 10:06', who, grant()).refusal).toEqual({
        refused: 'matter.changed',
        detail: { by: '高审查', at: t('2026-09-30 10:05') },
      })
  })
})

describe('the second person', () => {
  it('is not the first', () => {
    for (const command of [confirmRefusal(true), confirmRefusal(false, '再看看')])
      expect(given(...unconfirmed).when('2026-09-30 10:06', 'gao', command).refusal?.refused).toBe('aid.second-person')
  })
  it('is not the applicant', () => {
    const own: Act[] = [
      ['2026-09-30 10:00', 'ma', submission({ owner: 'ma' })],
      ['2026-09-30 10:05', 'gao', refusing],
    ]
    expect(given(...own).when('2026-09-30 10:06', 'ma', confirmRefusal(true)).refusal?.refused).toBe(
      'aid.own-application',
    )
    expect(given(...own).when('2026-09-30 10:06', 'sun', confirmRefusal(true)).state.stage).toBe('refused')
  })
  it('confirms: it is over, and promise and statute are kept on the day', () => {
    const { state, events } = given(...unconfirmed).when('2026-09-30 23:59', 'ma', confirmRefusal(true))
    expect(types(events)).toEqual(['AidRefused', 'ClockStopped aid.promise', 'ClockStopped aid.decide'])
    expect(state).toMatchObject({ stage: 'refused', open: false, refusal: { confirmed: { by: { id: 'ma' } } } })
    expect(state.clocks.map(({ outcome }) => outcome)).toEqual(['kept', 'kept'])
  })
  it('a day later the promise was missed; after 16:00 the noon of the next day stops with it', () => {
    const late: Act[] = [
      ['2026-09-30 16:30', 'bao', submission()],
      ['2026-09-30 16:40', 'gao', refusing],
    ]
    const { state } = given(...late).when('2026-10-01 11:59', 'ma', confirmRefusal(true))
    expect(state.clocks.map(({ code, outcome }) => [code, outcome])).toEqual([
      ['aid.promise', 'missed'],
      ['aid.grace', 'kept'],
      ['aid.decide', 'kept'],
    ])
  })
  it('sends it back with a reason: the first has it again, and the clocks never stopped', () => {
    const before = given(...unconfirmed)
    expect(before.when('2026-09-30 10:10', 'ma', confirmRefusal(false)).refusal?.refused).toBe('aid.why-missing')
    const { state } = before.when('2026-09-30 10:10', 'ma', confirmRefusal(false, '事实没问清'))
    expect(state).toMatchObject({ stage: 'submitted', responsible: { id: 'gao' }, refusal: undefined })
    expect(state.clocks).toEqual(before.state.clocks)
  })
  it('and after it was sent back it may be granted, or refused anew', () => {
    const back: Act[] = [...unconfirmed, ['2026-09-30 10:10', 'ma', confirmRefusal(false, '事实没问清')]]
    expect(given(...back).when('2026-09-30 10:20', 'gao', grant()).state.stage).toBe('assigned')
    const again: Act[] = [...back, ['2026-09-30 10:20', 'gao', refusing]]
    expect(given(...again).when('2026-09-30 10:30', 'ma', confirmRefusal(true)).state.stage).toBe('refused')
  })
  it('whoever comes third learns who was second, whether it was confirmed or sent back; a repeat changes nothing', () => {
    const lost = { refused: 'matter.changed', detail: { by: '马审查', at: t('2026-09-30 10:10') } }
    const back: Act[] = [...unconfirmed, ['2026-09-30 10:10', 'ma', confirmRefusal(false, '事实没问清')]]
    for (const acts of [refused, back])
      expect(given(...acts).when('2026-09-30 10:11', 'sun', confirmRefusal(true)).refusal).toEqual(lost)
    expect(given(...refused).when('2026-09-30 10:11', 'ma', confirmRefusal(true)).events).toEqual([])
    expect(given(...back).when('2026-09-30 10:11', 'ma', confirmRefusal(false, '事实没问清')).events).toEqual([])
  })
  it('is asked of nothing that nobody refused', () => {
    for (const acts of [submitted, asked, transferred])
      expect(given(...acts).when('2026-09-30 11:00', 'ma', confirmRefusal(true)).refusal?.refused).toBe(
        'aid.no-refusal-to-confirm',
      )
  })
})

describe('handing it over', () => {
  it('keeps the statute and cancels the promise, on the day', () => {
    const { state, events } = given(...submitted).when('2026-09-30 11:00', 'gao', transfer)
    expect(types(events)).toEqual(['AidTransferred', 'ClockStopped aid.decide', 'ClockStopped aid.promise'])
    expect(state).toMatchObject({
      stage: 'transferred',
      open: false,
      transferred: { by: { id: 'gao' } },
      personal: { transfer: { agency: '铁西区法律援助中心', person: '王主任', phone: '02400000000' } },
    })
    expect([clock(state, 'aid.decide')?.outcome, clock(state, 'aid.promise')?.outcome]).toEqual(['kept', 'cancelled'])
  })
  it('on the eighth day the statute was missed', () => {
    expect(clock(given(...submitted).when('2026-10-08 23:59', 'gao', transfer).state, 'aid.decide')?.outcome).toBe(
      'kept',
    )
    expect(clock(given(...submitted).when('2026-10-09 00:00', 'gao', transfer).state, 'aid.decide')?.outcome).toBe(
      'missed',
    )
  })
  it('also while papers are owed: nobody waits for papers of a matter that belongs elsewhere', () => {
    for (const who of ['gao', 'ma'] as const) {
      const { state } = given(...owing).when('2026-10-20 11:00', who, transfer)
      expect(state.clocks.map(({ code, outcome }) => [code, outcome])).toEqual([
        ['aid.promise', 'cancelled'],
        ['aid.decide', 'kept'],
        ['aid.supplement', 'cancelled'],
      ])
    }
  })
  it('not one’s own, not what was granted, not what was refused', () => {
    const own: Act[] = [['2026-09-30 10:00', 'gao', submission({ owner: 'gao' })]]
    expect(given(...own).when('2026-09-30 10:05', 'gao', transfer).refusal?.refused).toBe('aid.own-application')
    const ownOwing: Act[] = [...own, ['2026-09-30 10:05', 'ma', list()]]
    expect(given(...ownOwing).when('2026-09-30 10:06', 'gao', transfer).refusal?.refused).toBe('aid.own-application')
    for (const acts of [asked, refused])
      expect(given(...acts).when('2026-09-30 11:00', 'ma', transfer).refusal?.refused).toBe('matter.changed')
  })
  it('twice is once; another learns who did it', () => {
    expect(given(...transferred).when('2026-09-30 10:06', 'gao', transfer).events).toEqual([])
    for (const command of [transfer, grant()])
      expect(given(...transferred).when('2026-09-30 10:06', 'ma', command).refusal).toEqual({
        refused: 'matter.changed',
        detail: { by: '高审查', at: t('2026-09-30 10:05') },
      })
  })
})

describe('assigning what was granted and nobody has', () => {
  const assign = (lawyer?: string, why?: string): AidCommand => ({
    type: 'AssignAid',
    ...(lawyer && { lawyer }),
    ...(why && { why }),
  })
  it('stops the promise, the statute’s three days and the search; the first needs no reason', () => {
    const { state, events } = given(...searching).when('2026-09-30 11:00', 'ma', assign('li'))
    expect(types(events)).toEqual([
      'LawyerAssigned',
      'ClockStopped aid.promise',
      'ClockStopped aid.assign',
      'ClockStarted aid.contact',
      'ClockStarted aid.sign',
    ])
    expect(state).toMatchObject({
      stage: 'assigned',
      responsible: { id: 'li' },
      escalated: undefined,
      lawyer: { by: { id: 'ma' } },
    })
  })
  it('another than the first needs a reason', () => {
    expect(given(...searching).when('2026-09-30 11:00', 'gao', assign('he')).refusal?.refused).toBe('aid.why-missing')
    expect(given(...searching).when('2026-09-30 11:00', 'gao', assign('he', '会蒙语')).state.lawyer?.ref.id).toBe('he')
  })
  it('nobody fits: nothing changes, the named person goes on searching', () => {
    const none = given(...searching).when('2026-09-30 11:00', 'gao', assign(), [])
    expect(none.refusal?.refused).toBe('aid.nobody-fits')
  })
  it('not one’s own, and not what waits for no lawyer', () => {
    const own: Act[] = [
      ['2026-09-30 10:00', 'ma', submission({ owner: 'ma' })],
      ['2026-09-30 10:05', 'gao', grant(), []],
    ]
    expect(given(...own).when('2026-09-30 11:00', 'ma', assign()).refusal?.refused).toBe('aid.own-application')
    expect(given(...submitted).when('2026-09-30 11:00', 'gao', assign()).refusal?.refused).toBe(
      'aid.not-waiting-for-a-lawyer',
    )
  })
  it('of two the second learns who was first; where the search was quicker, when', () => {
    const done: Act[] = [...searching, ['2026-09-30 11:00', 'gao', assign()]]
    expect(given(...done).when('2026-09-30 11:01', 'gao', assign('li')).events).toEqual([])
    expect(given(...done).when('2026-09-30 11:01', 'ma', assign()).refusal).toEqual({
      refused: 'matter.changed',
      detail: { by: '高审查', at: t('2026-09-30 11:00') },
    })
    const found: Act[] = [...searching, ['2026-09-30 11:00', 'system', { type: 'FindLawyerAgain' }, [li, he]]]
    expect(given(...found).when('2026-09-30 11:01', 'gao', assign()).refusal).toEqual({
      refused: 'matter.changed',
      detail: { at: t('2026-09-30 11:00') },
    })
  })
  it('a lawyer who leaves assigns nobody: the next one was found by the search', () => {
    const { state } = given(...asked).when('2026-09-30 10:06', 'li', { type: 'AnswerConflict', conflict: true })
    expect(state.lawyer).toMatchObject({ ref: { id: 'he' } })
    expect(state.lawyer?.by).toBeUndefined()
  })
})
