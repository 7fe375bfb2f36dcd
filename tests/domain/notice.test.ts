import { describe, expect, it } from 'vitest'
import type { Aid, AidCommand } from '@/domain/aid-types'
import { noticesOf } from '@/domain/notice'
import { type Act, given, submission, t } from '../given'
import {
  asked,
  clear,
  close,
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
} from './aid-given'

type Whom = Pick<Aid, 'tell'> & Partial<Aid>
const kin = { name: '包弟', phone: '13700000001' }

/** What one act tells, as `to template channel`. */
function told(acts: Act[], [at, by, command, lawyers]: Act, whom?: Whom): string[] {
  const { events, state } = given(...acts).when(at, by, command, lawyers)
  const matter = whom ? { ...state, ...whom } : state
  return events.flatMap((event) =>
    noticesOf(event, matter, { now: t(at), due: t(at) }).map(
      ({ to, template, channel }) => `${to} ${template} ${channel}`,
    ),
  )
}

describe('who is told what', () => {
  it.each<[string, Act[], Act, string[]]>([
    ['submitted', [], ['2026-09-30 10:00', 'bao', submission()], ['bao aid.received app', 'gao aid.to-review app']],
    [
      'assigned',
      submitted,
      ['2026-09-30 10:05', 'gao', grant()],
      ['bao aid.assigned app', 'li aid.assigned-to-you app'],
    ],
    [
      'nobody fits',
      submitted,
      ['2026-09-30 10:05', 'gao', grant(), []],
      ['bao aid.searching app', 'gao aid.find-lawyer app'],
    ],
    ['still nobody', searching, ['2026-09-30 10:15', 'system', { type: 'FindLawyerAgain' }, []], []],
    ['no conflict', asked, ['2026-09-30 10:06', 'li', conflict(false)], []],
    [
      'a conflict',
      asked,
      ['2026-09-30 10:06', 'li', conflict(true)],
      ['gao aid.lawyer-left app', 'bao aid.assigned app', 'he aid.assigned-to-you app'],
    ],
    ['taken', clear, ['2026-09-30 10:07', 'li', take], ['bao aid.taken app']],
    ['progress', inHand, ['2026-10-20 10:00', 'li', report('开庭了')], ['bao aid.progress app']],
    ['no change', inHand, ['2026-10-08 10:00', 'li', report('', false)], []],
    ['closing', inHand, ['2026-10-08 10:00', 'li', close], ['bao aid.closing app', 'gao aid.to-check app']],
    ['closed', closing, ['2026-10-21 10:00', 'gao', review(true)], ['bao aid.closed app']],
    ['returned', closing, ['2026-10-21 10:00', 'gao', review(false, '缺材料')], ['li aid.close-returned app']],
    ['withdrawn, unassigned', submitted, ['2026-09-30 10:05', 'bao', withdraw], ['gao aid.withdrawn app']],
    ['withdrawn from a lawyer', clear, ['2026-09-30 10:07', 'bao', withdraw], ['li aid.withdrawn app']],
  ])('%s', (_, acts, act, expected) => {
    expect(told(acts, act).filter((line) => !line.includes('clock.overdue'))).toEqual(expected)
  })
})

describe('the person is told where she chose', () => {
  const act: Act = ['2026-09-30 10:05', 'gao', grant()]
  const helper = { id: 'mei', name: '梅书记' }
  const toPerson = (whom: Whom) => told(submitted, act, whom).filter((line) => line.includes('aid.assigned '))
  it('her own account always, and no text message beside it', () => {
    expect(toPerson({ tell: ['person'] })).toEqual(['bao aid.assigned app'])
    expect(toPerson({ tell: ['helper'], helper })).toEqual(['bao aid.assigned app', 'mei aid.assigned app'])
  })
  it('without an account by text message, if she wants it', () => {
    expect(toPerson({ tell: ['person'], owner: undefined, helper })).toEqual(['13812345678 aid.assigned sms'])
    expect(toPerson({ tell: ['helper'], owner: undefined, helper })).toEqual(['mei aid.assigned app'])
  })
  it('kin by text message, where she named them', () => {
    const personal = { ...given(...submitted).state.personal, kin }
    expect(toPerson({ tell: ['kin'], owner: undefined, helper, personal })).toEqual(['13700000001 aid.assigned sms'])
    // Chosen, but not reachable: whoever entered it is told, rather than nobody.
    expect(toPerson({ tell: ['kin'], owner: undefined, helper })).toEqual(['mei aid.assigned app'])
  })
  it('nobody hears of it whom she did not choose', () => {
    const all = {
      tell: ['person', 'helper', 'kin'] as Aid['tell'],
      owner: undefined,
      helper,
      personal: { ...given(...submitted).state.personal, kin },
    }
    expect(toPerson(all)).toHaveLength(3)
    expect(toPerson({ ...all, tell: ['kin'] })).toEqual(['13700000001 aid.assigned sms'])
  })
})

describe('lateness', () => {
  const late = (at: string) => {
    const { events, state } = given(...submitted).when(at, 'system', { type: 'FindLawyerAgain' })
    return events.flatMap((event) => noticesOf(event, state, { now: t(at), due: t(at) }))
  }
  it('is told when somebody wakes up to it, with how late that is', () => {
    expect(late('2026-10-01 02:30')).toEqual([
      {
        at: t('2026-10-01 02:30'),
        lateBy: 'PT2H30M',
        to: 'gao',
        channel: 'app',
        template: 'clock.overdue',
        params: { clock: 'aid.promise', topic: 'wages' },
      },
    ])
  })
  it('on the minute it is not late', () =>
    expect(late('2026-10-01 00:00')).toMatchObject([{ at: t('2026-10-01 00:00') }]))
  it('on the minute it carries no lateBy', () => expect(late('2026-10-01 00:00')[0]).not.toHaveProperty('lateBy'))
  it('is told once', () => {
    const after = given(...submitted, ['2026-10-01 02:30', 'system', { type: 'FindLawyerAgain' }])
    expect(after.when('2026-10-01 02:40', 'system', { type: 'FindLawyerAgain' }).events).toEqual([])
  })
})

describe('a message may be read over a shoulder', () => {
  it('so it carries no name, number or word of the applicant or a party', () => {
    const personal = {
      applicant: { name: '泄露甲', phone: '13800000099' },
      story: '泄露乙',
      parties: [{ role: 'opponent' as const, name: '泄露丙' }],
      groups: [],
    }
    const form = { owner: undefined, helper: { id: 'mei', name: '梅书记' }, tell: ['person', 'helper'], personal }
    const acts: Act[] = [
      ['2026-09-30 10:00', 'mei', submission(form)],
      ['2026-09-30 10:05', 'gao', grant('li', '泄露丁')],
      ['2026-09-30 10:06', 'li', conflict(false)],
      ['2026-09-30 10:07', 'li', take],
      ['2026-10-20 10:00', 'li', report('泄露戊')],
      ['2026-10-21 10:00', 'li', { ...(close as Extract<AidCommand, { type: 'CloseAid' }>), text: '泄露己' }],
      ['2026-10-22 10:00', 'gao', review(false, '泄露庚')],
      ['2026-10-23 10:00', 'bao', { type: 'WithdrawAid', why: '泄露辛' }],
    ]
    const { events, state } = given(...acts)
    const letters = events.flatMap((event) =>
      noticesOf(event, state, { now: t('2026-10-23 10:00'), due: t('2026-10-23 10:00') }),
    )
    expect(letters.length).toBeGreaterThan(10)
    for (const { params } of letters) expect(JSON.stringify(params)).not.toMatch(/泄露|138000/)
  })
})
