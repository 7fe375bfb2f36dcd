import { describe, expect, it } from 'vitest'
import { questionDesks, questionWakeAt } from '@/domain/question'
import {
  actor,
  answer,
  asked,
  clerk,
  everybody,
  lawyer,
  of,
  pass,
  policy,
  route,
  s,
  say,
  stateOf,
  take,
  waves,
} from './question-given'

const an = actor('an')
const bi = actor('bi')
const ce = actor('ce')
const zu = actor('zu')
const gao = actor('gao', 'centre')
const bao = actor('bao', 'resident')

describe('the first who takes it has it', () => {
  const taken = asked('9:00:00').does('9:00:40', an, take)
  it('he is responsible, and the other offers end', () => {
    expect(taken.state).toMatchObject({ stage: 'taken', responsible: { id: 'an' }, taker: { ref: { id: 'an' } } })
    expect([stateOf(taken, 'an'), stateOf(taken, 'bi')]).toEqual(['taken', 'superseded'])
  })
  it('his own repeat changes nothing; whoever comes late is told who has it and since when', () => {
    expect(taken.does('9:00:41', an, take).events).toEqual(taken.events)
    const first = { refused: 'matter.changed', detail: { by: 'an律师', at: s('9:00:40') } }
    expect(taken.refuses('9:00:41', bi, take)).toEqual(first)
    expect(taken.refuses('9:00:41', bi, pass())).toEqual(first)
    expect(taken.refuses('9:00:41', bi, answer())).toEqual(first)
  })
  it('while he speaks with her nobody else is asked; that the eight minutes are over a supervisor hears, once', () => {
    const spoke = taken.does('9:01:00', an, say).until('9:30:00')
    expect([waves(spoke).length, spoke.state.stage]).toEqual([1, 'taken'])
    expect(of(spoke.events, 'SupervisorAlarmed').map(({ at }) => at)).toEqual([s('9:08:00')])
    // The promise runs until she is answered.
    expect(of(spoke.events, 'ClockOverdue').map(({ at }) => at)).toEqual([s('9:08:00')])
  })
  it('once answered it isn’t taken any more', () => {
    const done = taken.does('9:05:00', an, answer())
    expect(done.refuses('9:06:00', bi, take)).toEqual({
      refused: 'matter.changed',
      detail: { by: 'an律师', at: s('9:05:00') },
    })
  })
  it('a withdrawn question is nobody’s', () => {
    const gone = taken.does('9:01:00', bao, { type: 'WithdrawQuestion' })
    expect(gone.refuses('9:01:01', bi, take).refused).toBe('question.withdrawn')
  })
})

describe('who wasn’t asked', () => {
  const story = asked('9:00:00')
  it('may take it where he stands in a seat and nothing is in the way', () => {
    const by = story.does('9:00:30', zu, take, { self: lawyer('zu') })
    expect([by.state.taker?.ref.id, stateOf(by, 'zu')]).toEqual(['zu', 'taken'])
  })
  it('is refused by name: not on duty, bound, the language, the licence, his own', () => {
    const refused = (self: ReturnType<typeof lawyer> | undefined, more: object = {}) =>
      asked('9:00:00', {}, more).refuses('9:00:30', zu, take, self ? { self } : {}).refused
    expect(refused(undefined)).toBe('question.not-on-duty')
    expect(refused(lawyer('zu', { walled: 'conflict' }))).toBe('question.conflict')
    expect(refused(lawyer('zu', { walled: 'adviser' }))).toBe('question.conflict')
    expect(refused(lawyer('zu'), { language: 'mn' })).toBe('question.language')
    expect(refused(lawyer('zu', {}, { licence: 'grassroots' }), { topic: 'criminal' })).toBe('question.licence')
    expect(refused(clerk('zu'))).toBe('question.licence')
    expect(refused(lawyer('zu'), { owner: 'zu' })).toBe('question.own-question')
    expect(refused(lawyer('zu'), { helper: { id: 'zu', name: '祖律师' } })).toBe('question.own-question')
  })
  it('a clerk without a licence may in the own town’s seat and in the centre’s', () => {
    const self = (more: object) => story.does('9:00:30', zu, take, { self: clerk('zu', more) }).state.taker?.ref.id
    expect([self({ ownTown: true }), self({ centre: true })]).toEqual(['zu', 'zu'])
  })
  it('an offer is no good any more where the wall has risen since', () => {
    expect(story.refuses('9:00:30', an, take, { self: lawyer('an', { walled: 'conflict' }) }).refused).toBe(
      'question.conflict',
    )
  })
})

describe('not me', () => {
  it('bound to the other side is final, by card either; busy is not', () => {
    const bound = asked('9:00:00').does('9:00:10', an, pass('interest'))
    expect(bound.refuses('9:00:20', an, take, { self: lawyer('an') }).refused).toBe('question.conflict')
    expect(asked('9:00:00').does('9:00:10', an, pass()).does('9:00:20', an, take).state.stage).toBe('taken')
  })
  it('said twice it stands once; busy may become bound', () => {
    const busy = asked('9:00:00').does('9:00:10', an, pass())
    expect(busy.does('9:00:12', an, pass()).events).toEqual(busy.events)
    expect(busy.does('9:00:12', an, pass('interest')).state.offers[0]?.why).toBe('interest')
  })
  it('who wasn’t asked can’t pass', () => {
    expect(asked('9:00:00').refuses('9:00:10', zu, pass()).refused).toBe('question.not-offered')
  })
  it('a taker gives it back: it is open, others may take it again, and the next are asked at once', () => {
    const story = asked('9:00:00').does('9:00:10', an, take).does('9:00:50', an, pass())
    expect(story.state).toMatchObject({ stage: 'open', responsible: { id: 'gao' } })
    expect(story.state.taker).toBeUndefined()
    expect(waves(story)).toEqual(['0 09:00:00 an bi', '1 09:00:50 ce da er'])
    expect([stateOf(story, 'an'), stateOf(story, 'bi')]).toEqual(['passed', 'proposed'])
    expect(story.does('9:01:00', bi, take).state.taker?.ref.id).toBe('bi')
  })
  it('given back late, all that would have been asked by then are asked at once, and nobody calls that late', () => {
    const story = asked('9:00:00').does('9:00:10', an, take).does('9:00:20', an, say).does('9:06:00', an, pass())
    expect(waves(story)).toEqual(['0 09:00:00 an bi', '1 09:06:00 ce da er', '2 09:06:00 fu ge', '3 09:06:00 gao'])
    expect(story.events.some((event) => event.type === 'WaveBegun' && event.lateBy)).toBe(false)
  })
  it('given back after the eight minutes somebody is named at once, and nobody else is asked', () => {
    const story = asked('9:00:00').does('9:00:10', an, take).does('9:00:20', an, say).does('9:09:00', an, pass())
    expect(waves(story)).toEqual(['0 09:00:00 an bi'])
    expect(story.state.routed).toMatchObject({ to: { id: 'gao' }, callBackAt: s('9:39:00'), nobody: true })
  })
  it('the centre’s person who is bound and gives it back doesn’t answer for it', () => {
    const people = [clerk('gao', { centre: true }), clerk('ma', { centre: true })]
    const story = asked('9:00:00', { people }).does('9:00:10', gao, take).does('9:00:30', gao, pass('interest'))
    expect(story.state.responsible.id).toBe('ma')
  })
})

describe('a taker who says nothing', () => {
  const taken = asked('9:00:00').does('9:00:20', an, take)
  it('has three minutes; then the others are asked beside him, and none of them late', () => {
    const story = taken.until('9:05:30')
    expect(waves(story)).toEqual(['0 09:00:00 an bi', '1 09:03:20 ce da er', '2 09:03:30 fu ge', '3 09:05:30 gao'])
    expect(story.state).toMatchObject({ stage: 'taken', taker: { ref: { id: 'an' } }, responsible: { id: 'an' } })
    expect(of(story.events, 'WaveBegun').some(({ lateBy }) => lateBy)).toBe(false)
    expect(questionWakeAt(taken.state, policy)).toBe(s('9:03:20'))
  })
  it('isn’t silent who asks for her number', () => {
    const rang = taken.does('9:03:00', an, { type: 'RevealNumber' }).until('9:05:30')
    expect(waves(rang)).toHaveLength(1)
  })
  it('may be relieved by another, not a second before', () => {
    const story = taken.until('9:03:20')
    expect(taken.refuses('9:03:19', ce, take, { self: lawyer('ce') }).refused).toBe('matter.changed')
    const relieved = story.does('9:03:40', ce, take)
    expect(relieved.state).toMatchObject({ taker: { ref: { id: 'ce' } }, responsible: { id: 'ce' } })
    expect([stateOf(relieved, 'an'), stateOf(relieved, 'da')]).toEqual(['superseded', 'superseded'])
    expect(relieved.refuses('9:03:50', an, take, { self: lawyer('an') }).refused).toBe('matter.changed')
  })
  it('when all who were asked beside him passed, the next begin at once', () => {
    const people = [lawyer('an', { ownTown: true }), lawyer('ce'), clerk('gao', { centre: true })]
    const story = asked('9:00:00', { people }).does('9:00:20', an, take).until('9:03:20').does('9:03:25', ce, pass())
    expect(waves(story)).toEqual(['0 09:00:00 an', '1 09:03:20 ce', '2 09:03:25', '3 09:03:25 gao'])
  })
  it('counts as nobody at eight minutes; who took it a minute before has his three', () => {
    expect(taken.until('9:08:00').state).toMatchObject({ stage: 'routed', routed: { to: { id: 'gao' }, nobody: true } })
    const late = asked('9:00:00').until('9:07:00').does('9:07:00', an, take)
    expect([late.until('9:09:59').state.stage, late.until('9:10:00').state.stage]).toEqual(['taken', 'routed'])
  })
})

describe('in whose lists it stands', () => {
  it('those who are asked, while they may take it; whoever has it; the centre always', () => {
    const story = asked('9:00:00')
    expect(questionDesks(story.state).sort()).toEqual([
      'applicant:bao',
      'person:an',
      'person:bi',
      'person:gao',
      'unit:centre',
    ])
    const taken = story.does('9:00:10', an, take)
    expect(questionDesks(taken.state).sort()).toEqual(['applicant:bao', 'person:an', 'unit:centre'])
    const routed = taken.does('9:00:30', an, route('zu', s('10:00:00')))
    expect(questionDesks(routed.state)).toContain('person:zu')
    const over = taken.does('9:01:00', bao, { type: 'WithdrawQuestion' })
    expect(questionDesks(over.state).sort()).toEqual(['applicant:bao', 'unit:centre'])
  })
  it('whoever entered it for another finds it again', () => {
    const story = asked('9:00:00', {}, { owner: undefined, helper: { id: 'mei', name: '梅书记' } })
    expect(questionDesks(story.state)).toContain('person:mei')
  })
})

describe('seeing an offer', () => {
  it('stands once, and only for who was asked', () => {
    const seen = asked('9:00:00', { people: everybody }).does('9:00:05', an, { type: 'SeeOffer' })
    expect(stateOf(seen, 'an')).toBe('seen')
    expect(seen.does('9:00:06', an, { type: 'SeeOffer' }).events).toEqual(seen.events)
    expect(seen.does('9:00:06', zu, { type: 'SeeOffer' }).events).toEqual(seen.events)
  })
})
