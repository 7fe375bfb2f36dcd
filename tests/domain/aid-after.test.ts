import { describe, expect, it } from 'vitest'
import { type Act, clock, given, submission, t, types } from '../given'
import {
  asked,
  callBack,
  close,
  closed,
  closing,
  conflict,
  contact,
  frozen,
  grant,
  inHand,
  note,
  owing,
  rate,
  rated,
  reassign,
  rectified,
  refused,
  review,
  ring,
  searching,
  submitted,
  take,
  transferred,
  unconfirmed,
  withdrawn,
} from './aid-given'

describe('rating', () => {
  it.each([3, 4, 5])('%i stars are kept, and it stays closed', (stars) => {
    const { state, events } = given(...closed).when('2026-10-22 10:00', 'bao', rate(stars, '还行'))
    expect(types(events)).toEqual(['AidRated'])
    expect(state).toMatchObject({ open: false, rating: { stars, how: 'self' }, personal: { ratingText: '还行' } })
  })
  it.each([1, 2])(
    '%i stars: open again, on a named desk: spoken with in one working day, right in fifteen',
    (stars) => {
      const { state, events } = given(...closed).when('2026-10-22 10:00', 'bao', rate(stars))
      expect(types(events)).toEqual([
        'AidRated',
        'ClockStarted grievance.rectify.contact',
        'ClockStarted grievance.rectify',
      ])
      expect(state).toMatchObject({ stage: 'closed', open: true, responsible: { id: 'gao', name: '高审查' } })
      expect(clock(state, 'grievance.rectify.contact')?.dueAt).toBe(t('2026-10-24 00:00'))
      expect(clock(state, 'grievance.rectify')?.dueAt).toBe(t('2026-11-13 00:00'))
    },
  )
  it('is hers: neither another resident’s nor the helper’s, nor anybody’s where she has no account', () => {
    expect(given(...closed).when('2026-10-22 10:00', 'wu', rate(5)).refusal?.refused).toBe('aid.not-yours-to-rate')
    expect(given(...forwardedClosed()).when('2026-10-22 10:00', 'mei', rate(5)).refusal?.refused).toBe(
      'aid.not-yours-to-rate',
    )
  })
  it('once: the same again changes nothing, another is refused', () => {
    expect(given(...rated).when('2026-10-22 10:01', 'bao', rate(1, '没人管')).events).toEqual([])
    for (const command of [rate(5), rate(1), rate(1, '换个说法')])
      expect(given(...rated).when('2026-10-22 10:01', 'bao', command).refusal?.refused).toBe('aid.already-rated')
  })
  it('only of what is closed', () => {
    for (const acts of [submitted, inHand, closing, withdrawn, refused, transferred])
      expect(given(...acts).when('2026-10-22 10:00', 'bao', rate(5)).refusal?.refused).toBe('aid.not-closed-yet')
  })
})

describe('putting it right', () => {
  const spoken: Act[] = [...rated, ['2026-10-23 10:00', 'gao', contact]]
  it('somebody of the centre speaks with her first', () => {
    expect(given(...rated).when('2026-10-23 10:00', 'gao', rectified).refusal?.refused).toBe('aid.speak-first')
    const { state, events } = given(...rated).when('2026-10-23 23:59', 'gao', contact)
    expect(types(events)).toEqual(['ClientContacted', 'ClockStopped grievance.rectify.contact'])
    expect(clock(state, 'grievance.rectify.contact')?.outcome).toBe('kept')
    expect(state).toMatchObject({ stage: 'closed', open: true })
  })
  it('at midnight of the next working day it was too late, and it is still done', () => {
    const { state } = given(...rated).when('2026-10-24 00:00', 'gao', contact)
    expect(clock(state, 'grievance.rectify.contact')?.outcome).toBe('missed')
  })
  it('the lawyer who was rated doesn’t speak for the centre', () => {
    expect(given(...rated).when('2026-10-23 10:00', 'li', contact).refusal?.refused).toBe('aid.not-assigned')
  })
  it('what was done ends it', () => {
    const { state, events } = given(...spoken).when('2026-11-12 10:00', 'gao', rectified)
    expect(types(events)).toEqual(['AidRectified', 'ClockStopped grievance.rectify'])
    expect(state).toMatchObject({ stage: 'closed', open: false, rectified: { by: { id: 'gao' } } })
    expect(state.clocks.filter(({ state: s }) => s !== 'stopped')).toEqual([])
  })
  it('is done once; another learns by whom; where nothing was bad there is nothing to do', () => {
    const done: Act[] = [...spoken, ['2026-10-23 11:00', 'gao', rectified]]
    expect(given(...done).when('2026-10-23 11:01', 'gao', rectified).events).toEqual([])
    expect(given(...done).when('2026-10-23 11:01', 'ma', rectified).refusal).toEqual({
      refused: 'matter.changed',
      detail: { by: '高审查', at: t('2026-10-23 11:00') },
    })
    expect(given(...closed).when('2026-10-23 11:00', 'gao', rectified).refusal?.refused).toBe('aid.nothing-to-rectify')
    expect(given(...closed).when('2026-10-23 11:00', 'gao', contact).refusal?.refused).toBe('aid.nothing-to-rectify')
  })
  it('nobody finds her own grievance put right', () => {
    const own: Act[] = [
      ['2026-09-30 10:00', 'gao', submission({ owner: 'gao' })],
      ['2026-09-30 10:05', 'ma', grant()],
      ...inHand.slice(2),
      ['2026-10-20 10:00', 'li', close],
      ['2026-10-21 10:00', 'ma', review(true)],
      ['2026-10-22 10:00', 'gao', rate(1)],
      ['2026-10-23 10:00', 'ma', contact],
    ]
    expect(given(...own).when('2026-10-23 11:00', 'gao', rectified).refusal?.refused).toBe('aid.own-application')
    expect(given(...own).when('2026-10-23 11:00', 'ma', rectified).state.open).toBe(false)
  })
})

/** Somebody without an account, entered by the village; closed on 21 October by `gao`. */
const forwardedClosed = (more: object = {}): Act[] => [
  ['2026-09-30 10:00', 'mei', submission({ owner: undefined, helper: { id: 'mei', name: '梅书记' }, ...more })],
  ['2026-09-30 10:05', 'gao', grant()],
  ['2026-09-30 10:06', 'li', conflict(false)],
  ['2026-09-30 10:07', 'li', take],
  ['2026-10-20 10:00', 'li', close],
  ['2026-10-21 10:00', 'gao', review(true), undefined, { draw: 0.99 }],
]

describe('who is rung after the closing', () => {
  const passed = (draw: number): Act[] => [...closing, ['2026-10-21 10:00', 'gao', review(true), undefined, { draw }]]
  it('one in five of those who can rate themselves', () => {
    expect(given(...passed(0.19)).state.sampled).toBe(true)
    expect(given(...passed(0.2)).state.sampled).toBeUndefined()
    expect(given(...closed).state.sampled).toBeUndefined()
  })
  it('everybody who has no account, whatever the draw says', () => {
    expect(given(...forwardedClosed()).state.sampled).toBe(true)
  })
  it('nobody who left no number', () => {
    const personal = { applicant: { name: '包某' }, story: '工钱没给', parties: [], groups: [] }
    expect(given(...forwardedClosed({ personal })).state.sampled).toBeUndefined()
  })
  it('not when the report goes back to the lawyer', () => {
    const back: Act[] = [...closing, ['2026-10-21 10:00', 'gao', review(false, '缺材料'), undefined, { draw: 0 }]]
    expect(given(...back).state.sampled).toBeUndefined()
  })
})

describe('calling back', () => {
  const sampled = forwardedClosed()
  it('a good word is kept as told on the telephone', () => {
    const { state, events } = given(...sampled).when('2026-10-22 10:00', 'ma', callBack(true, 4))
    expect(types(events)).toEqual(['CalledBack', 'AidRated'])
    expect(state).toMatchObject({ open: false, rating: { stars: 4, how: 'call' } })
  })
  it('a bad one starts what a bad rating starts', () => {
    const { state } = given(...sampled).when('2026-10-22 10:00', 'ma', callBack(true, 2))
    expect(state).toMatchObject({ open: true, responsible: { id: 'gao' } })
    expect(clock(state, 'grievance.rectify.contact')?.state).toBe('running')
    expect(clock(state, 'grievance.rectify')?.state).toBe('running')
  })
  it('needs the stars she said, if she was reached', () => {
    expect(given(...sampled).when('2026-10-22 10:00', 'ma', callBack(true)).refusal?.refused).toBe('aid.rating-missing')
    expect(given(...sampled).when('2026-10-22 10:00', 'ma', callBack(false)).refusal).toBeUndefined()
  })
  it('is not for whoever passed the closing report', () => {
    expect(given(...sampled).when('2026-10-22 10:00', 'gao', callBack(true, 5)).refusal?.refused).toBe(
      'aid.another-calls-back',
    )
    expect(given(...sampled).when('2026-10-22 10:00', 'sun', callBack(true, 5)).refusal).toBeUndefined()
  })
  it('three tries, and then no more, nor her number', () => {
    const tries = (count: number): Act[] => [
      ...sampled,
      ...Array.from({ length: count }, (_, n): Act => [`2026-10-2${2 + n} 10:00`, 'ma', callBack(false)]),
    ]
    expect(given(...tries(2)).when('2026-10-26 10:00', 'ma', callBack(true, 5)).refusal).toBeUndefined()
    expect(given(...tries(3)).when('2026-10-26 10:00', 'ma', callBack(true, 5)).refusal?.refused).toBe(
      'aid.no-call-back',
    )
    expect(given(...tries(2)).when('2026-10-26 10:00', 'ma', ring).refusal).toBeUndefined()
    expect(given(...tries(3)).when('2026-10-26 10:00', 'ma', ring).refusal?.refused).toBe('aid.already-closed')
  })
  it('once reached it is done', () => {
    const done: Act[] = [...sampled, ['2026-10-22 10:00', 'ma', callBack(true, 4)]]
    expect(given(...done).when('2026-10-22 11:00', 'sun', callBack(true, 1)).refusal).toEqual({
      refused: 'matter.changed',
      detail: { by: '马审查', at: t('2026-10-22 10:00') },
    })
    expect(given(...done).when('2026-10-22 10:01', 'ma', callBack(true, 4)).events).toEqual([])
  })
  it('is for sampled matters, once they are closed', () => {
    for (const acts of [closed, closing, inHand])
      expect(given(...acts).when('2026-10-22 10:00', 'ma', callBack(true, 5)).refusal?.refused).toBe('aid.no-call-back')
  })
  it('what she said herself stands, and a bad word since then is put right all the same', () => {
    const own: Act[] = [
      ...closing,
      ['2026-10-21 10:00', 'gao', review(true), undefined, { draw: 0 }],
      ['2026-10-21 12:00', 'bao', rate(5)],
    ]
    const { state, events } = given(...own).when('2026-10-22 10:00', 'ma', callBack(true, 1))
    const rectify = ['ClockStarted grievance.rectify.contact', 'ClockStarted grievance.rectify']
    expect(types(events)).toEqual(['CalledBack', ...rectify])
    expect(state).toMatchObject({ open: true, responsible: { id: 'gao' }, rating: { stars: 5, how: 'self' } })
    const well = given(...own).when('2026-10-22 10:00', 'ma', callBack(true, 4))
    expect([types(well.events), well.state.open]).toEqual([['CalledBack'], false])
  })
  it('she may still say it herself after she said it on the telephone; bad twice is one putting right', () => {
    const told: Act[] = [
      ...closing,
      ['2026-10-21 10:00', 'gao', review(true), undefined, { draw: 0 }],
      ['2026-10-22 10:00', 'ma', callBack(true, 2)],
    ]
    const { state, events } = given(...told).when('2026-10-22 11:00', 'bao', rate(1))
    expect(types(events)).toEqual(['AidRated'])
    expect(state).toMatchObject({ open: true, rating: { stars: 1, how: 'self' } })
  })
})

describe('her number after the end', () => {
  it('is shown to the centre after a bad rating, never to the lawyer who was rated', () => {
    expect(given(...rated).when('2026-10-22 10:10', 'gao', ring).refusal).toBeUndefined()
    expect(given(...rated).when('2026-10-22 10:10', 'li', ring).refusal?.refused).toBe('aid.already-closed')
    expect(given(...forwardedClosed()).when('2026-10-22 10:10', 'li', ring).refusal?.refused).toBe('aid.already-closed')
  })
  it('is shown to nobody where nobody has to ring', () => {
    for (const acts of [closed, withdrawn, refused, transferred])
      expect(given(...acts).when('2026-10-22 10:10', 'gao', ring).refusal?.refused).toBe('aid.already-closed')
  })
})

describe('somebody else of the centre answers for it', () => {
  it('because the clerk is ill: from now on it is the other one', () => {
    const { state, events } = given(...submitted).when('2026-09-30 11:00', 'sun', reassign('ma'))
    expect(events[0]).toMatchObject({ type: 'ResponsibleChanged', by: { id: 'sun' }, to: { id: 'ma', name: '马审查' } })
    expect(state).toMatchObject({ responsible: { id: 'ma' }, stage: 'submitted' })
    expect(state.clocks).toEqual(given(...submitted).state.clocks)
  })
  it('while papers are owed, while a lawyer is sought, while he is frozen, while a report is checked', () => {
    for (const acts of [owing, searching, frozen, closing, rated])
      expect(given(...acts).when('2026-10-22 11:00', 'gao', reassign('ma')).state.responsible.id).toBe('ma')
    expect(given(...searching).when('2026-09-30 11:00', 'gao', reassign('ma')).state.escalated?.to.id).toBe('ma')
  })
  it('whoever has it already has it', () => {
    expect(given(...submitted).when('2026-09-30 11:00', 'ma', reassign('gao', '高审查')).events).toEqual([])
  })
  it('not away from a lawyer: that is a change of lawyer', () => {
    for (const acts of [asked, inHand])
      expect(given(...acts).when('2026-09-30 11:00', 'gao', reassign('ma')).refusal?.refused).toBe(
        'aid.with-the-lawyer',
      )
  })
  it('not to the applicant, and not a refusal to whoever proposed it', () => {
    const own: Act[] = [['2026-09-30 10:00', 'ma', submission({ owner: 'ma' })]]
    expect(given(...own).when('2026-09-30 11:00', 'gao', reassign('ma')).refusal?.refused).toBe('aid.own-application')
    const before = given(...unconfirmed)
    expect(before.when('2026-09-30 11:00', 'sun', reassign('gao')).refusal?.refused).toBe('aid.second-person')
    expect(before.when('2026-09-30 11:00', 'sun', reassign('sun', '孙督查')).refusal).toBeUndefined()
  })
  it('not after the end', () => {
    for (const acts of [closed, withdrawn, refused, transferred])
      expect(given(...acts).when('2026-10-22 11:00', 'sun', reassign('ma')).refusal?.refused).toBe('aid.already-closed')
    for (const acts of [closed, refused])
      expect(given(...acts).when('2026-10-22 11:00', 'gao', note).refusal?.refused).toBe('aid.already-closed')
  })
})
