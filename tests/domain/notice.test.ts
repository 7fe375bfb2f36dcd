import { describe, expect, it } from 'vitest'
import { aid } from '@/domain/aid'
import type { AidCommand } from '@/domain/aid-commands'
import type { Aid, AidState } from '@/domain/aid-types'
import { noticesOf } from '@/domain/notice'
import { type Act, given, li, submission, t, tao } from '../given'
import {
  asked,
  clear,
  close,
  closed,
  closing,
  confirmRefusal,
  conflict,
  contact,
  deem,
  frozen,
  grant,
  inHand,
  list,
  note,
  owing,
  parties,
  rate,
  rated,
  reassign,
  rectified,
  refusing,
  report,
  review,
  ring,
  rule,
  searching,
  submitted,
  supply,
  swap,
  take,
  transfer,
  unconfirmed,
  withdraw,
} from './aid-given'

type Whom = Pick<Aid, 'tell'> & Partial<Aid>
const kin = { name: '包弟', phone: '13700000001' }

/** What one act tells, as `to template channel`: each event is told of the matter as it stood then. */
function told(acts: Act[], [at, by, command, lawyers, also]: Act, whom?: Whom): string[] {
  const before = given(...acts)
  const { events } = before.when(at, by, command, lawyers, also)
  let state: AidState = acts.length > 0 ? before.state : aid.initial
  return events.flatMap((event) => {
    state = aid.evolve(state, event)
    return noticesOf(event, { ...state, ...whom } as Aid, { now: t(at), due: t(at) }).map(
      ({ to, template, channel }) => `${to} ${template} ${channel}`,
    )
  })
}

describe('who is told what', () => {
  it.each<[string, Act[], Act, string[]]>([
    ['submitted', [], ['2026-09-30 10:00', 'bao', submission()], ['bao aid.received app', 'gao aid.to-review app']],
    [
      'assigned',
      submitted,
      ['2026-09-30 10:05', 'gao', grant()],
      [
        'bao aid.assigned app',
        'bao aid.assigned wechat',
        'li aid.assigned-to-you app',
        'house:firm:1 aid.assigned-to-house app',
      ],
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
      [
        'gao aid.lawyer-left app',
        'bao aid.assigned app',
        'bao aid.assigned wechat',
        'he aid.assigned-to-you app',
        'house:firm:2 aid.assigned-to-house app',
      ],
    ],
    ['taken', clear, ['2026-09-30 10:07', 'li', take], ['bao aid.taken app']],
    ['progress', inHand, ['2026-10-20 10:00', 'li', report('开庭了')], ['bao aid.progress app']],
    ['no change', inHand, ['2026-10-08 10:00', 'li', report('', false)], []],
    ['closing', inHand, ['2026-10-08 10:00', 'li', close], ['bao aid.closing app', 'gao aid.to-check app']],
    ['closed', closing, ['2026-10-21 10:00', 'gao', review(true)], ['bao aid.closed app', 'bao aid.closed wechat']],
    [
      'papers are owed',
      submitted,
      ['2026-09-30 10:05', 'gao', list()],
      ['bao aid.papers app', 'bao aid.papers wechat'],
    ],
    ['one of them came', owing, ['2026-09-30 10:06', 'bao', supply('id')], []],
    ['all of them came', owing, ['2026-09-30 10:06', 'bao', supply('id', 'contract')], ['gao aid.papers-in app']],
    [
      'their time is over: a person is told to ring',
      owing,
      ['2026-10-14 00:00', 'system', { type: 'FindLawyerAgain' }],
      ['gao aid.ring-for-papers app'],
    ],
    [
      'deemed withdrawn',
      [...owing, ['2026-10-14 09:00', 'gao', ring]],
      ['2026-10-14 09:10', 'gao', deem],
      ['bao aid.deemed-withdrawn app'],
    ],
    ['a note', submitted, ['2026-09-30 10:05', 'gao', note], []],
    ['a call', submitted, ['2026-09-30 10:05', 'gao', ring], []],
    ['a refusal to confirm', submitted, ['2026-09-30 10:05', 'gao', refusing], ['ma aid.to-confirm app']],
    [
      'confirmed',
      unconfirmed,
      ['2026-09-30 10:10', 'ma', confirmRefusal(true)],
      ['bao aid.refused app', 'bao aid.refused wechat'],
    ],
    [
      'sent back',
      unconfirmed,
      ['2026-09-30 10:10', 'ma', confirmRefusal(false, '再问')],
      ['gao aid.refusal-returned app'],
    ],
    [
      'handed over',
      submitted,
      ['2026-09-30 10:05', 'gao', transfer],
      ['bao aid.transferred app', 'bao aid.transferred wechat'],
    ],
    [
      'the other side told anew',
      inHand,
      ['2026-09-30 11:00', 'bao', parties('某公司')],
      ['li aid.parties-changed app'],
    ],
    [
      'the wall found something',
      inHand,
      ['2026-09-30 11:00', 'bao', parties('某公司'), undefined, { hit: true }],
      ['gao aid.conflict-found app', 'li aid.frozen app'],
    ],
    ['he stays', frozen, ['2026-09-30 11:00', 'gao', rule(false)], ['li aid.stays app']],
    [
      'swapped inside',
      clear,
      ['2026-09-30 11:00', 'zhou', swap('tao'), [li, tao]],
      ['bao aid.swapped app', 'tao aid.assigned-to-you app', 'li aid.given-on app'],
    ],
    ['confirmed by the house', clear, ['2026-09-30 11:00', 'zhou', { type: 'ConfirmAssignment' }], []],
    ['somebody else answers', submitted, ['2026-09-30 11:00', 'sun', reassign('ma')], ['ma aid.yours-now app']],
    ['a good rating', closed, ['2026-10-22 10:00', 'bao', rate(5)], []],
    ['a bad one', closed, ['2026-10-22 10:00', 'bao', rate(2)], ['gao aid.bad-rating app']],
    [
      'put right',
      [...rated, ['2026-10-22 11:00', 'gao', contact]],
      ['2026-10-22 12:00', 'gao', rectified],
      ['bao aid.rectified app'],
    ],
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
  const own = ['bao aid.assigned app', 'bao aid.assigned wechat']
  it('her own account always, and no text message beside it', () => {
    expect(toPerson({ tell: ['person'] })).toEqual(own)
    expect(toPerson({ tell: ['helper'], helper })).toEqual([...own, 'mei aid.assigned app'])
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
  it('kin beside her own account, where she wants it', () => {
    const personal = { ...given(...submitted).state.personal, kin }
    expect(toPerson({ tell: ['person', 'kin'], personal })).toEqual([...own, '13700000001 aid.assigned sms'])
    expect(toPerson({ tell: ['person'], personal })).toEqual(own)
  })
  it('no subscription message without an account, nor for what needs no answer', () => {
    const wechat = (acts: Act[], act: Act, whom?: Whom) =>
      told(acts, act, whom).filter((line) => line.endsWith(' wechat'))
    expect(wechat(submitted, act, { tell: ['person', 'helper'], owner: undefined, helper })).toEqual([])
    const quiet: [Act[], Act][] = [
      [[], ['2026-09-30 10:00', 'bao', submission()]],
      [submitted, ['2026-09-30 10:05', 'gao', grant(), []]],
      [clear, ['2026-09-30 10:07', 'li', take]],
      [inHand, ['2026-10-08 10:00', 'li', report('开庭了')]],
      [inHand, ['2026-10-08 10:00', 'li', close]],
    ]
    for (const [acts, each] of quiet) expect(wechat(acts, each)).toEqual([])
  })
})

describe('an application at night', () => {
  const phone = '13600000001'
  const came = (at: string, more: object = {}, duty: object = { phone }) => {
    const seat = { id: 'gao', name: '高审查', seat: 'centre-duty', gap: false, ...duty }
    return told([], [at, 'bao', submission(more), undefined, { duty: seat }]).filter((line) =>
      line.includes('to-review'),
    )
  }
  const both = ['gao aid.to-review app', `${phone} aid.to-review sms`]
  it.each([
    ['2026-10-08 08:29', 'a minute before the office opens'],
    ['2026-10-08 17:30', 'when it has closed'],
    ['2026-10-08 23:58', 'at midnight'],
    ['2026-10-01 10:00', 'on the holiday'],
    ['2026-10-11 10:00', 'on a Sunday'],
  ])('%s, %s: rings on the telephone of whoever is on duty', (at) => expect(came(at)).toEqual(both))
  it.each([
    ['2026-10-08 08:30', 'when the office opens'],
    ['2026-10-08 10:00', 'on a working day'],
    ['2026-10-08 17:29', 'a minute before it closes'],
    ['2026-10-10 10:00', 'on the Saturday that is worked'],
  ])('%s, %s: lies on the desk', (at) => expect(came(at)).toEqual(['gao aid.to-review app']))
  it('goes by when it came in, not by when the call began', () => {
    expect(came('2026-10-08 10:00', { callFrom: t('2026-10-08 07:00') })).toEqual(['gao aid.to-review app'])
  })
  it('whoever is on duty without a telephone finds it inside the program', () => {
    expect(came('2026-10-08 23:58', {}, {})).toEqual(['gao aid.to-review app'])
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
      ['2026-10-22 11:00', 'gao', parties('泄露子'), undefined, { hit: true }],
      ['2026-10-22 12:00', 'gao', { type: 'RuleChange', ok: false, why: '泄露丑' }],
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
