import { describe, expect, it } from 'vitest'
import type { AidCommand } from '@/domain/aid-commands'
import { type Act, clock, given, submission, t, types } from '../given'
import {
  asked,
  closed,
  closing,
  deem,
  frozen,
  grant,
  inHand,
  list,
  note,
  owing,
  ring,
  submitted,
  supply,
  withdraw,
} from './aid-given'

const lateSubmitted: Act[] = [['2026-09-30 16:30', 'bao', submission()]]
const lateOwing: Act[] = [...lateSubmitted, ['2026-09-30 16:40', 'gao', list()]]

describe('a list of papers', () => {
  it('stops promise, noon and statute, and gives five working days over the National Day week', () => {
    const { state, events } = given(...lateSubmitted).when('2026-09-30 16:40', 'gao', list())
    expect(types(events)).toEqual([
      'PapersListed',
      'ClockPaused aid.promise',
      'ClockPaused aid.grace',
      'ClockPaused aid.decide',
      'ClockStarted aid.supplement',
    ])
    expect(state).toMatchObject({ stage: 'supplementing', open: true, responsible: { id: 'gao' } })
    // 8, 9, the worked Saturday 10, 12 and 13 October.
    expect(clock(state, 'aid.supplement')?.dueAt).toBe(t('2026-10-14 00:00'))
  })
  it('nothing is overdue while it stands, however long; only the papers are', () => {
    const { events } = given(...lateOwing).when('2026-11-20 09:00', 'gao', ring)
    expect(types(events)).toEqual(['ClockOverdue aid.supplement', 'NumberRevealed'])
  })
  it('what was missed before the list stays missed', () => {
    const late: Act[] = [
      ...submitted,
      ['2026-10-01 09:00', 'gao', list()],
      ['2026-10-08 09:00', 'bao', supply('id', 'contract')],
    ]
    const { state } = given(...late).when('2026-10-08 09:05', 'gao', grant())
    expect(clock(state, 'aid.promise')).toMatchObject({ outcome: 'missed', dueAt: t('2026-10-01 00:00') })
  })
  it('is asked of a matter that nobody has decided on, by somebody else than the applicant', () => {
    expect(given(...asked).when('2026-09-30 11:00', 'gao', list()).refusal?.refused).toBe('aid.not-awaiting-review')
    const own: Act[] = [['2026-09-30 10:00', 'gao', submission({ owner: 'gao' })]]
    expect(given(...own).when('2026-09-30 10:05', 'gao', list()).refusal?.refused).toBe('aid.own-application')
  })
  it('of two reviewers the second learns who asked', () => {
    for (const command of [list(), grant()])
      expect(given(...owing).when('2026-09-30 10:06', 'ma', command).refusal).toEqual({
        refused: 'matter.changed',
        detail: { by: '高审查', at: t('2026-09-30 10:05') },
      })
  })
})

describe('the answers', () => {
  const all = supply('id', 'contract')
  it('one of two leaves it waiting; the second brings it back to the reviewer', () => {
    const one = given(...owing).when('2026-10-08 09:00', 'bao', supply('id'))
    expect(types(one.events)).toEqual(['PapersSupplied'])
    expect(one.state.stage).toBe('supplementing')
    const both: Act[] = [...owing, ['2026-10-08 09:00', 'bao', supply('id')]]
    const { state, events } = given(...both).when('2026-10-12 09:00', 'bao', supply('contract'))
    expect(types(events)).toEqual([
      'PapersSupplied',
      'ClockStopped aid.supplement',
      'ClockResumed aid.promise',
      'ClockResumed aid.decide',
    ])
    expect(state.stage).toBe('submitted')
    expect(clock(state, 'aid.supplement')?.outcome).toBe('kept')
    expect(state.personal.lists[0]?.items.map(({ answered }) => answered?.at)).toEqual([
      t('2026-10-08 09:00'),
      t('2026-10-12 09:00'),
    ])
  })
  it('on 12 October: the promise ends at 24:00 of that day, noon is that of the 13th, the statute on Monday the 19th', () => {
    const { state } = given(...lateOwing).when('2026-10-12 09:00', 'bao', all)
    expect(clock(state, 'aid.promise')?.dueAt).toBe(t('2026-10-13 00:00'))
    expect(clock(state, 'aid.grace')?.dueAt).toBe(t('2026-10-13 12:00'))
    // Seven days from the 12th end on Sunday the 18th.
    expect(clock(state, 'aid.decide')?.dueAt).toBe(t('2026-10-20 00:00'))
  })
  it('a minute before midnight leaves a minute; at midnight the whole day after', () => {
    const promise = (at: string) => clock(given(...owing).when(at, 'bao', all).state, 'aid.promise')?.dueAt
    expect(promise('2026-10-12 23:59')).toBe(t('2026-10-13 00:00'))
    expect(promise('2026-10-13 00:00')).toBe(t('2026-10-14 00:00'))
  })
  it('on the day of the list change no day', () => {
    const before = given(...lateSubmitted).state
    const { state } = given(...lateOwing).when('2026-09-30 17:30', 'bao', all)
    for (const code of ['aid.promise', 'aid.grace', 'aid.decide'])
      expect([code, clock(state, code)?.dueAt]).toEqual([code, clock(before, code)?.dueAt])
  })
  it('a word is an answer as good as a photo, whoever brings it: the centre at its counter too', () => {
    expect(given(...owing).when('2026-10-08 09:00', 'gao', all).state.stage).toBe('submitted')
  })
  it('on the last day are in time; on the day after they still count, late', () => {
    const outcome = (at: string) => clock(given(...owing).when(at, 'bao', all).state, 'aid.supplement')?.outcome
    expect(outcome('2026-10-13 23:59')).toBe('kept')
    expect(outcome('2026-10-14 00:00')).toBe('missed')
    expect(given(...owing).when('2026-10-14 09:00', 'bao', all).state.stage).toBe('submitted')
  })
  it('to what nobody asked are refused, and so is what comes when nothing is owed', () => {
    expect(given(...owing).when('2026-10-08 09:00', 'bao', supply('id', 'photo')).refusal).toEqual({
      refused: 'aid.paper-not-listed',
      detail: { key: 'photo' },
    })
    expect(given(...submitted).when('2026-09-30 11:00', 'bao', all).refusal?.refused).toBe('aid.nothing-owed')
  })
  it('hold up to nine photos of one paper, over all that is sent', () => {
    const photos = (count: number, from = 0): AidCommand => ({
      type: 'SupplyPapers',
      items: [{ key: 'id', files: Array.from({ length: count }, (_, n) => `f_${from + n}`) }],
    })
    const six: Act[] = [...owing, ['2026-10-08 09:00', 'bao', photos(6)]]
    expect(given(...six).when('2026-10-08 09:05', 'bao', photos(3, 6)).refusal).toBeUndefined()
    expect(given(...six).when('2026-10-08 09:05', 'bao', photos(4, 6)).refusal?.refused).toBe('aid.too-many-words')
    expect(given(...six).when('2026-10-08 09:05', 'bao', photos(6)).events).toEqual([])
  })
})

describe('words in the answers', () => {
  const said = (key: string, length: number): AidCommand => ({
    type: 'SupplyPapers',
    items: [{ key, files: [], text: '说'.repeat(length) }],
  })
  it('are three thousand at most over the whole list; a new answer takes the place of the old', () => {
    const first: Act[] = [...owing, ['2026-10-08 09:00', 'bao', said('id', 2000)]]
    expect(given(...first).when('2026-10-08 09:05', 'bao', said('contract', 1000)).refusal).toBeUndefined()
    expect(given(...first).when('2026-10-08 09:05', 'bao', said('contract', 1001)).refusal?.refused).toBe(
      'aid.too-many-words',
    )
    expect(given(...first).when('2026-10-08 09:05', 'bao', said('id', 3000)).refusal).toBeUndefined()
  })
})

describe('what pauses nothing', () => {
  it('a telephone call and a note about it', () => {
    for (const command of [ring, note]) {
      const before = given(...submitted)
      const { state } = before.when('2026-09-30 10:10', 'gao', command)
      expect(state.clocks).toEqual(before.state.clocks)
      expect(state.stage).toBe('submitted')
    }
  })
  it('notes are kept, the last three of them, and none after the end', () => {
    const six: Act[] = Array.from({ length: 6 }, (_, n) => [
      `2026-09-30 11:0${n}`,
      'gao',
      { type: 'TakeNote', text: `第 ${n} 次` },
    ])
    expect(given(...submitted, ...six).state.personal.notes.map(({ text }) => text)).toEqual(
      [3, 4, 5].map((n) => `第 ${n} 次`),
    )
    expect(given(...closed).when('2026-10-22 10:00', 'gao', note).refusal?.refused).toBe('aid.already-closed')
  })
})

describe('a second list', () => {
  const answered: Act[] = [...owing, ['2026-10-08 09:00', 'bao', supply('id', 'contract')]]
  it('of a clerk is refused with article 43, with a reason too', () => {
    for (const command of [list(['photo']), list(['photo'], '想再看一眼')])
      expect(given(...answered).when('2026-10-08 09:05', 'gao', command).refusal).toEqual({
        refused: 'aid.second-list',
        detail: { article: '43' },
      })
  })
  it('of a supervisor needs a reason, and then stops the clocks again', () => {
    const before = given(...answered)
    expect(before.when('2026-10-08 09:05', 'sun', list(['photo'])).refusal?.refused).toBe('aid.why-missing')
    const { state, events } = before.when('2026-10-08 09:05', 'sun', list(['photo'], '身份证是别人的'))
    expect(events[0]).toMatchObject({ type: 'PapersListed', nth: 2, count: 1 })
    expect(state.stage).toBe('supplementing')
    expect(clock(state, 'aid.supplement', 2)?.dueAt).toBe(t('2026-10-15 00:00'))
    expect(clock(state, 'aid.promise')?.state).toBe('paused')
    expect(state.personal.lists).toHaveLength(2)
  })
  it('when answered moves the promise to the end of that day again', () => {
    const twice: Act[] = [...answered, ['2026-10-08 09:05', 'sun', list(['photo'], '身份证是别人的')]]
    const { state } = given(...twice).when('2026-10-13 10:00', 'bao', supply('photo'))
    expect(clock(state, 'aid.promise')?.dueAt).toBe(t('2026-10-14 00:00'))
  })
  it('of a supervisor may be the first, without a reason', () => {
    expect(given(...submitted).when('2026-09-30 10:05', 'sun', list()).state.stage).toBe('supplementing')
  })
})

describe('papers that never come', () => {
  const over: Act[] = [...owing, ['2026-10-14 09:00', 'gao', ring]]
  const deemed: Act[] = [...over, ['2026-10-14 09:10', 'gao', deem]]
  it('are taken for a withdrawal by a person who has rung after the end', () => {
    const { state, events } = given(...over).when('2026-10-14 09:10', 'gao', deem)
    expect(types(events)).toEqual([
      'AidDeemedWithdrawn',
      'ClockStopped aid.promise',
      'ClockStopped aid.decide',
      'ClockStopped aid.supplement',
    ])
    expect(state).toMatchObject({ stage: 'withdrawn', open: false })
    expect(state.clocks.map(({ outcome }) => outcome)).toEqual(['cancelled', 'cancelled', 'cancelled'])
  })
  it('not a minute before the end, though she was rung', () => {
    const early: Act[] = [...owing, ['2026-10-13 09:00', 'gao', ring]]
    expect(given(...early).when('2026-10-13 23:59', 'gao', deem).refusal).toEqual({
      refused: 'aid.supplement-not-over',
      detail: { at: t('2026-10-14 00:00') },
    })
  })
  it('not without a call, and a call of the day before is none', () => {
    expect(given(...owing).when('2026-10-14 09:10', 'gao', deem).refusal?.refused).toBe('aid.ring-first')
    const early: Act[] = [...owing, ['2026-10-13 09:00', 'gao', ring]]
    expect(given(...early).when('2026-10-14 00:00', 'gao', deem).refusal?.refused).toBe('aid.ring-first')
  })
  it('who left no number cannot be rung: what was said at her door counts', () => {
    const personal = { applicant: { name: '包某' }, story: '工钱没给', parties: [], groups: [] }
    const silent: Act[] = [
      ['2026-09-30 10:00', 'mei', submission({ owner: undefined, personal })],
      ['2026-09-30 10:05', 'gao', list()],
    ]
    expect(given(...silent).when('2026-10-14 09:10', 'gao', deem).state.stage).toBe('withdrawn')
  })
  it('no machine does it: time alone leaves it open, with its person', () => {
    const { state } = given(...owing).when('2026-12-20 09:00', 'system', { type: 'FindLawyerAgain' })
    expect(state).toMatchObject({ stage: 'supplementing', open: true, responsible: { id: 'gao' } })
  })
  it('not where nothing is owed', () => {
    expect(given(...submitted).when('2026-10-14 09:10', 'gao', deem).refusal?.refused).toBe('aid.nothing-owed')
  })
  it('her own repeat changes nothing, another learns who did it; her own withdrawal is nobody’s to deem', () => {
    expect(given(...deemed).when('2026-10-14 09:11', 'gao', deem).events).toEqual([])
    expect(given(...deemed).when('2026-10-14 09:11', 'ma', deem).refusal).toEqual({
      refused: 'matter.changed',
      detail: { by: '高审查', at: t('2026-10-14 09:10') },
    })
    const hers: Act[] = [...over, ['2026-10-14 09:05', 'bao', withdraw]]
    expect(given(...hers).when('2026-10-14 09:10', 'gao', deem).refusal?.refused).toBe('aid.already-closed')
  })
})

describe('filling in later', () => {
  const complete = (personal: object, more: object = {}): AidCommand =>
    ({ type: 'CompleteAid', evidence: [], personal, ...more }) as AidCommand
  it('changes what is told and leaves the rest, and the history names the fields, not their words', () => {
    const { state, events } = given(...submitted).when(
      '2026-09-30 11:00',
      'gao',
      complete({ body: '劳动监察', applicant: { birth: '1960-01-01' } }, { route: 'proof', evidence: ['f_1'] }),
    )
    expect(events[0]).toMatchObject({ fields: ['body', 'applicant.birth', 'route', 'evidence'] })
    expect(state).toMatchObject({ route: 'proof', evidence: ['f_1'] })
    expect(state.personal).toMatchObject({
      body: '劳动监察',
      story: '工钱没给',
      applicant: { name: '包某', phone: '13812345678', birth: '1960-01-01' },
    })
  })
  it('nothing filled in is nothing done; after the closing nothing is filled in', () => {
    expect(given(...submitted).when('2026-09-30 11:00', 'gao', complete({})).events).toEqual([])
    for (const acts of [closing, closed])
      expect(given(...acts).when('2026-10-22 10:00', 'gao', complete({ body: '法院' })).refusal?.refused).toBe(
        'aid.already-closed',
      )
  })
  it('up to thirty pieces of evidence', () => {
    const pieces = (count: number) => complete({}, { evidence: Array.from({ length: count }, (_, n) => `f_${n}`) })
    expect(given(...submitted).when('2026-09-30 11:00', 'bao', pieces(30)).refusal).toBeUndefined()
    expect(given(...submitted).when('2026-09-30 11:00', 'bao', pieces(31)).refusal?.refused).toBe(
      'aid.too-much-evidence',
    )
  })
  it('another number of the applicant is asked of the wall: a hit freezes the lawyer, another story does not', () => {
    const number = complete({ applicant: { phone: '13900000009' } })
    const hit = given(...inHand).when('2026-09-30 11:00', 'bao', number, undefined, { hit: true })
    expect(hit.state).toMatchObject({ lawyer: { conflict: 'frozen' }, responsible: { id: 'gao' } })
    expect(given(...inHand).when('2026-09-30 11:00', 'bao', number).state.lawyer?.conflict).toBe('clear')
    const told = given(...inHand).when('2026-09-30 11:00', 'bao', complete({ story: '换个说法' }), undefined, {
      hit: true,
    })
    expect(told.state.lawyer?.conflict).toBe('clear')
  })
  it('who turns out to be the other side is refused', () => {
    const { state } = given(...frozen)
    expect(state.personal.parties).toMatchObject([{ name: '某公司' }])
    const same = given(...frozen).when('2026-09-30 11:00', 'bao', complete({ applicant: { name: '某公司' } }))
    expect(same.refusal).toEqual({ refused: 'aid.party-is-applicant', detail: { party: 0, field: 'name' } })
  })
})
