import { describe, expect, it } from 'vitest'
import type { LadderCommand } from '@/domain/grievance-types'
import { evolveLadder } from '@/domain/ladder'
import { PAPERS_KEPT } from '@/domain/ladder-evolve'
import type { LadderEvent, PaperText } from '@/domain/ladder-types'
import { actor, atCommand, atUnit, awake, clockOf, does, stopped, t } from './ladder-given'

const command = actor('tian', 'command')
const sun = actor('sun', 'supervisor')
const zhao = actor('zhao', 'supervisor')
const wang = actor('wang', 'department', 'dept:land')
const ding = actor('ding', 'department', 'dept:land')
const stranger = actor('qian', 'department', 'dept:water')

const CLOCK = 'grievance.resolve'
const id = (rung: string) => `grievance:abc:${CLOCK}:1:${rung}`
/** Urged on Tuesday the 13th, laid before a leader on the 14th. */
const late = () => awake(atUnit(clockOf(CLOCK, t('09-30 9:00'), 1, t('10-13 0:00'))), t('10-14 0:00'))
const sign = (rung: string, more: object = {}): LadderCommand => ({ type: 'SignPaper', paper: id(rung), ...more })
const receive = (rung: string): LadderCommand => ({ type: 'ReceivePaper', paper: id(rung) })
const reply = (rung: string, text = '明天办完'): LadderCommand => ({ type: 'ReplyToPaper', paper: id(rung), text })
const cancel = (rung: string): LadderCommand => ({ type: 'CancelPaper', paper: id(rung), why: '发错了' })
const issue = (rung: 'remind' | 'urge' | 'supervise' | 'transfer', more: object = {}): LadderCommand => ({
  type: 'IssuePaper',
  rung,
  clock: CLOCK,
  text: '请先去现场看',
  ...more,
})
const until = { until: t('10-15 12:00') }
const now = t('10-14 9:00')
const supervised = () => does(late(), now, sun, sign('supervise', until)).state
/** The 督办单's limit is over. */
const unmet = () => awake(supervised(), t('10-15 12:00'))
const afterwards = t('10-15 13:00')

describe('a 督办单', () => {
  it('is issued by one leader with a new limit, and then has its number', () => {
    const { events, state } = does(late(), now, sun, sign('supervise', until))
    expect(events).toMatchObject([{ type: 'PaperSigned', n: 1, until: until.until, by: { id: 'sun' } }])
    expect(state.papers[2]).toMatchObject({ state: 'issued', n: 1, issuedAt: now, signs: [{ by: { id: 'sun' } }] })
  })
  it('is not signed without a limit, nor with one that has passed', () => {
    expect(does(late(), now, sun, sign('supervise')).refused).toBe('paper.until-missing')
    expect(does(late(), now, sun, sign('supervise', { until: now })).refused).toBe('paper.until-past')
  })
  it('signed again by the same changes nothing; another leader learns who was first', () => {
    expect(does(supervised(), t('10-14 9:01'), sun, sign('supervise', until)).events).toEqual([])
    expect(does(supervised(), t('10-14 9:01'), zhao, sign('supervise', until))).toMatchObject({
      refused: 'matter.changed',
      detail: { by: '孙督查', at: now },
    })
  })
  it('is not signed any more when its clock has ended', () => {
    const ended = stopped(late(), CLOCK, now)
    expect(does(ended, now, sun, sign('supervise', until)).refused).toBe('paper.clock-ended')
  })
  it('belongs to the year it is issued in, however long its draft lay', () => {
    const draft = awake(atUnit(clockOf(CLOCK, t('12-20 9:00'), 1, t('12-29 0:00'))), t('12-31 0:00'))
    const next = '2027-01-04T09:00:00.000+08:00'
    const { state } = does(draft, next, sun, sign('supervise', { until: '2027-01-05T09:00:00.000+08:00' }))
    expect(draft.papers[2]).toMatchObject({ year: 2026, state: 'draft' })
    expect(state.papers[2]).toMatchObject({ year: 2027, state: 'issued' })
  })
})

describe('a 移交函', () => {
  it('is issued by the second of two leaders, and has no number before', () => {
    const once = does(unmet(), afterwards, sun, sign('transfer'))
    expect(once.state.papers[3]).toMatchObject({ state: 'draft', signs: [{ by: { id: 'sun' } }] })
    expect(once.state.papers[3]).not.toHaveProperty('n')
    const twice = does(once.state, afterwards, zhao, sign('transfer'))
    expect(twice.state.papers[3]).toMatchObject({ state: 'issued', n: 1 })
  })
  it('is not issued by one leader signing twice', () => {
    const once = does(unmet(), afterwards, sun, sign('transfer')).state
    expect(does(once, afterwards, sun, sign('transfer')).refused).toBe('paper.same-person')
  })
  it('is not drafted by hand before the 督办单’s limit is over', () => {
    expect(does(supervised(), t('10-15 11:59'), sun, issue('transfer')).refused).toBe('paper.too-early')
    expect(does(late(), afterwards, sun, issue('transfer')).refused).toBe('paper.too-early')
    const byHand = does(supervised(), afterwards, sun, issue('transfer'))
    expect(byHand.state.papers[3]).toMatchObject({ state: 'draft', signs: [{ by: { id: 'sun' } }] })
  })
})

describe('by hand', () => {
  const early = () => atUnit(clockOf(CLOCK, t('09-30 9:00'), 1, t('10-13 0:00')))
  it('a reminder goes out at once, and time sends none beside it', () => {
    const sent = does(early(), t('10-07 9:00'), command, issue('remind'))
    expect(sent.events).toMatchObject([{ type: 'PaperIssued', by: { id: 'tian' }, personal: { text: '请先去现场看' } }])
    expect(awake(sent.state, t('10-12 0:00')).papers).toHaveLength(1)
  })
  it('sent twice by one it is one; by another it was sent already', () => {
    const { state } = does(early(), t('10-07 9:00'), command, issue('urge'))
    expect(does(state, t('10-07 9:01'), command, issue('urge')).events).toEqual([])
    expect(does(state, t('10-07 9:01'), sun, issue('urge')).refused).toBe('matter.changed')
    expect(does(late(), now, command, issue('urge')).refused).toBe('paper.already')
  })
  it('a leader’s own 督办单 is signed with it, the command seat’s waits for him', () => {
    expect(does(early(), t('10-07 9:00'), sun, issue('supervise', until)).state.papers).toMatchObject([
      { state: 'issued', n: 1, until: until.until },
    ])
    expect(does(early(), t('10-07 9:00'), sun, issue('supervise')).refused).toBe('paper.until-missing')
    const asked = does(early(), t('10-07 9:00'), command, issue('supervise'))
    expect(asked.events).toMatchObject([{ type: 'PaperDrafted', before: { id: 'sun' } }])
  })
  it('not on a clock that has ended, nor on one the matter never had', () => {
    const none = { refused: 'paper.no-clock' }
    expect(does(stopped(early(), CLOCK, t('10-07 9:00')), t('10-07 9:01'), command, issue('urge'))).toMatchObject(none)
    expect(does(early(), now, command, { ...issue('urge'), clock: 'grievance.ruling' } as LadderCommand)).toMatchObject(
      none,
    )
  })
  it('after one was taken back another may be sent, under a name of its own', () => {
    const back = does(late(), now, sun, cancel('urge')).state
    const { state } = does(back, now, command, issue('urge'))
    expect(state.papers.map((paper) => [paper.id, paper.n])).toContainEqual([`${id('urge')}:2`, 2])
  })
})

describe('the unit it is addressed to', () => {
  it('receives it and answers it; whoever answers has received it', () => {
    const { state } = does(late(), now, wang, receive('urge'))
    expect(state.papers[1]).toMatchObject({ state: 'received', receivedBy: { id: 'wang' } })
    expect(does(late(), now, ding, reply('urge')).events.map(({ type }) => type)).toEqual([
      'PaperReceived',
      'PaperReplied',
    ])
    expect(does(state, now, ding, reply('urge')).state.papers[1]).toMatchObject({
      state: 'replied',
      repliedBy: { id: 'ding' },
    })
  })
  it('twice by one is once; a colleague learns who was first', () => {
    const { state } = does(late(), now, wang, receive('urge'))
    expect(does(state, now, wang, receive('urge')).events).toEqual([])
    expect(does(state, now, ding, receive('urge'))).toMatchObject({
      refused: 'matter.changed',
      detail: { by: '王经办' },
    })
  })
  it('nobody else does, the command seat only what is addressed to it', () => {
    for (const other of [stranger, command]) {
      expect(does(late(), now, other, receive('urge')).refused).toBe('paper.not-yours')
      expect(does(late(), now, other, reply('urge')).refused).toBe('paper.not-yours')
    }
    const own = awake(atCommand(clockOf('grievance.accept', t('10-14 2:10'))), t('10-14 2:25'))
    const paper = 'grievance:abc:grievance.accept:1:urge'
    expect(does(own, now, command, { type: 'ReceivePaper', paper }).events).toHaveLength(1)
  })
  it('does neither with a draft, nor with what was taken back or never was', () => {
    expect(does(late(), now, wang, receive('supervise')).refused).toBe('paper.not-issued')
    expect(does(does(late(), now, sun, cancel('urge')).state, now, wang, reply('urge')).refused).toBe('paper.cancelled')
    expect(does(late(), now, wang, receive('transfer')).refused).toBe('paper.not-found')
  })
})

describe('taken back', () => {
  it('by whoever sends papers; once', () => {
    const { state } = does(late(), now, command, cancel('urge'))
    expect(state.papers[1]).toMatchObject({ state: 'cancelled', cancelledBy: { id: 'tian' } })
    expect(does(state, now, command, cancel('urge')).events).toEqual([])
    expect(does(state, now, sun, cancel('urge')).refused).toBe('matter.changed')
  })
  it('not once it was answered', () => {
    expect(does(does(late(), now, wang, reply('urge')).state, now, sun, cancel('urge')).refused).toBe('paper.replied')
  })
  it('a leader’s papers only by a leader, nobody’s own by himself', () => {
    expect(does(late(), now, command, cancel('supervise')).refused).toBe('paper.leaders-only')
    expect(does(late(), now, sun, cancel('supervise')).events).toHaveLength(1)
    const own = awake(atCommand(clockOf('grievance.accept', t('10-14 2:10'))), t('10-14 2:25'))
    const paper = 'grievance:abc:grievance.accept:1:urge'
    const back: LadderCommand = { type: 'CancelPaper', paper, why: '不用催' }
    expect(does(own, now, command, back).refused).toBe('paper.own')
    expect(does(own, now, sun, back).events).toHaveLength(1)
  })
})

it('what is written on a paper stays with it, through its answer', () => {
  const state = { ...late(), personal: {} as { papers?: Record<string, PaperText> } }
  const sent = does(state, now, wang, reply('urge', '明天去'))
  const said = sent.events.reduce(evolveLadder, state)
  expect(said.personal).toEqual({ papers: { [id('urge')]: { reply: '明天去' } } })
  const leader = does(said, now, sun, sign('supervise', { ...until, text: '务必到场' }))
  expect(leader.events.reduce(evolveLadder, said).personal.papers).toEqual({
    [id('urge')]: { reply: '明天去' },
    [id('supervise')]: { text: '务必到场' },
  })
})

it('of very many papers the latest stay in the matter, and only what is written on those', () => {
  const [, urge] = late().papers
  if (!urge) throw new Error('no paper')
  const events = Array.from({ length: PAPERS_KEPT + 5 }, (_, n): LadderEvent => {
    const paper = { ...urge, id: `${urge.id}:${n}` }
    return { type: 'PaperIssued', at: now, paper, personal: { text: `第${n}次` } }
  })
  const state = events.reduce(evolveLadder, { ...late(), personal: {} as { papers?: Record<string, PaperText> } })
  const ids = state.papers.map(({ id: one }) => one)
  expect(ids).toHaveLength(PAPERS_KEPT)
  expect(ids.at(-1)).toBe(`${urge.id}:${PAPERS_KEPT + 4}`)
  expect(Object.keys(state.personal.papers ?? {})).toEqual(ids)
})
