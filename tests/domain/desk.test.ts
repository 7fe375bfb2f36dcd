import { describe, expect, it } from 'vitest'
import type { Aid } from '@/domain/aid-types'
import { desksOf, wakeAt } from '@/domain/desk'
import { NEVER } from '@/domain/time'
import { type Act, given, li, submission, t, tao } from '../given'
import {
  asked,
  callBack,
  clear,
  closed,
  closing,
  conflict,
  contact,
  frozen,
  inHand,
  owing,
  rated,
  rectified,
  refused,
  report,
  review,
  searching,
  submitted,
  swap,
  transferred,
  unconfirmed,
  withdrawn,
} from './aid-given'

const at = (acts: Act[]) => given(...acts).state
const forwarded: Act[] = [
  [
    '2026-09-30 10:00',
    'mei',
    submission({ owner: undefined, helper: { id: 'mei', name: '梅书记' }, tell: ['helper'] }),
  ],
]

const sampled: Act[] = [...closing, ['2026-10-21 10:00', 'gao', review(true), undefined, { draw: 0 }]]

describe('in whose lists a matter stands', () => {
  it.each<[string, Act[], string[]]>([
    ['the applicant, whoever is responsible, the centre', submitted, ['applicant:bao', 'person:gao', 'unit:centre']],
    ['a helper instead of an applicant without an account', forwarded, ['person:mei', 'person:gao', 'unit:centre']],
    ['the lawyer and his organisation', asked, ['applicant:bao', 'person:li', 'unit:firm:1', 'unit:centre']],
    ['after closing, those who had it', closed, ['applicant:bao', 'person:li', 'unit:firm:1', 'unit:centre']],
    ['withdrawn before anybody had it, nobody at the duty seat', withdrawn, ['applicant:bao', 'unit:centre']],
    ['a refusal, with the second person', unconfirmed, ['applicant:bao', 'person:ma', 'unit:centre']],
    ['refused or handed over, with nobody', refused, ['applicant:bao', 'unit:centre']],
    [
      'frozen, with the centre and the lawyer',
      frozen,
      ['applicant:bao', 'person:gao', 'person:li', 'unit:firm:1', 'unit:centre'],
    ],
    [
      'to be rung: on the list of calls',
      sampled,
      ['applicant:bao', 'person:li', 'unit:firm:1', 'unit:centre', 'centre:callback'],
    ],
    [
      'rated badly: with a named person, on the list of what must be put right',
      rated,
      ['applicant:bao', 'person:gao', 'person:li', 'unit:firm:1', 'unit:centre', 'centre:rectify'],
    ],
    [
      'put right: off it',
      [...rated, ['2026-10-22 11:00', 'gao', contact], ['2026-10-22 12:00', 'gao', rectified]],
      ['applicant:bao', 'person:li', 'unit:firm:1', 'unit:centre'],
    ],
  ])('%s', (_, acts, desks) => expect(desksOf(at(acts))).toEqual(desks))
  it('a lawyer who was bound finds it no more, nor does his organisation', () => {
    const { state } = given(...asked).when('2026-09-30 10:06', 'li', conflict(true))
    expect(desksOf(state)).toEqual(['applicant:bao', 'person:he', 'unit:firm:2', 'unit:centre'])
  })
  it('a lawyer whose house gave it to a colleague finds it no more', () => {
    const { state } = given(...clear).when('2026-09-30 11:00', 'zhou', swap('tao'), [li, tao])
    expect(desksOf(state)).toEqual(['applicant:bao', 'person:tao', 'unit:firm:1', 'unit:centre'])
  })
  it('the list of calls holds it for three tries, or until she was reached', () => {
    const rung = (...tries: Act[]) => desksOf(at([...sampled, ...tries])).includes('centre:callback')
    const failed = (day: number): Act => [`2026-10-2${day} 10:00`, 'ma', callBack(false)]
    expect(rung(failed(2), failed(3))).toBe(true)
    expect(rung(failed(2), failed(3), failed(4))).toBe(false)
    expect(rung(['2026-10-22 10:00', 'ma', callBack(true, 5)])).toBe(false)
  })
  it('each list once, though one person is applicant, helper and responsible', () => {
    const state: Aid = { ...at(submitted), owner: 'gao', helper: { id: 'gao', name: '高' } }
    expect(desksOf(state)).toEqual(['applicant:gao', 'person:gao', 'unit:centre'])
  })
})

describe('when time has something to do', () => {
  it('at the first clock that comes due', () => expect(wakeAt(at(submitted), 10)).toBe(t('2026-10-01 00:00')))
  it('every ten minutes while a lawyer is sought', () => {
    expect(wakeAt(at(searching), 10)).toBe(t('2026-09-30 10:15'))
    const { state } = given(...searching).when('2026-09-30 10:15', 'system', { type: 'FindLawyerAgain' }, [])
    expect(wakeAt(state, 10)).toBe(t('2026-09-30 10:25'))
    expect(wakeAt(state, 30)).toBe(t('2026-09-30 10:45'))
  })
  it('less often the longer it has waited, hourly at least', () => {
    const tried = (at: string): Aid => {
      const state = given(...searching).state
      return { ...state, clocks: [], escalated: { at: t('2026-09-30 10:00'), to: state.responsible, triedAt: t(at) } }
    }
    expect(wakeAt(tried('2026-09-30 11:00'), 10)).toBe(t('2026-09-30 11:10'))
    expect(wakeAt(tried('2026-09-30 13:00'), 10)).toBe(t('2026-09-30 13:30'))
    expect(wakeAt(tried('2026-10-05 10:00'), 10)).toBe(t('2026-10-05 11:00'))
  })
  it('not again for a clock whose lateness was noted', () => {
    const { state } = given(...searching).when('2026-10-01 00:00', 'system', { type: 'FindLawyerAgain' }, [])
    expect(state.clocks.find(({ code }) => code === 'aid.promise')?.overdueNoted).toBe(true)
    expect(wakeAt(state, 100_000)).toBe(t('2026-10-09 00:00'))
  })
  it('after a report at the end of the new thirty days', () => {
    const done: Act[] = [
      ...inHand,
      ['2026-09-30 11:00', 'li', { type: 'ReportContact', how: 'call' }],
      ['2026-09-30 11:00', 'li', { type: 'ReportMandate' }],
    ]
    const { state } = given(...done).when('2026-10-20 10:00', 'li', report('开庭了'))
    expect(wakeAt(state, 10)).toBe(t('2026-11-20 00:00'))
  })
  it('while papers are owed, when their time is over; the paused clocks wake nobody', () => {
    expect(wakeAt(at(owing), 10)).toBe(t('2026-10-14 00:00'))
    const { state } = given(...owing).when('2026-10-14 00:00', 'system', { type: 'FindLawyerAgain' })
    expect(wakeAt(state, 10)).toBe(NEVER)
  })
  it('after a bad rating, when she should have been spoken with', () => {
    expect(wakeAt(at(rated), 10)).toBe(t('2026-10-24 00:00'))
  })
  it('never, once it is over', () => {
    expect([wakeAt(at(refused), 10), wakeAt(at(transferred), 10), wakeAt(at(sampled), 10)]).toEqual([
      NEVER,
      NEVER,
      NEVER,
    ])
    expect([wakeAt(at(closed), 10), wakeAt(at(withdrawn), 10)]).toEqual([NEVER, NEVER])
    const { state } = given(...searching).when('2026-09-30 11:00', 'bao', { type: 'WithdrawAid', why: '' })
    expect(wakeAt(state, 10)).toBe(NEVER)
  })
  it('assigned: the contact clock, over the holiday', () => expect(wakeAt(at(clear), 10)).toBe(t('2026-10-09 00:00')))
})
