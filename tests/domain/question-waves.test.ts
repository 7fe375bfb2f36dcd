import { describe, expect, it } from 'vitest'
import { questionWakeAt } from '@/domain/question'
import {
  actor,
  asked,
  clerk,
  clock,
  clockOf,
  everybody,
  gao,
  lawyer,
  ma,
  of,
  pass,
  policy,
  s,
  stateOf,
  take,
  waves,
} from './question-given'

const others = everybody.filter(({ ownTown }) => !ownTown)
const an = actor('an')
const bi = actor('bi')

describe('who is asked, and when', () => {
  it('the own town at once, the best three after 90 seconds, everybody after 3:30, the centre after 5:30', () => {
    const { events, state } = asked('9:00:00').until('9:07:59')
    expect(waves({ events })).toEqual(['0 09:00:00 an bi', '1 09:01:30 ce da er', '2 09:03:30 fu ge', '3 09:05:30 gao'])
    expect(of(events, 'WaveBegun').at(-1)?.must?.id).toBe('gao')
    expect(of(events, 'SupervisorAlarmed').map(({ at, what }) => [clockOf(at), what])).toEqual([
      ['09:07:00', 'unanswered'],
    ])
    expect([state.stage, state.responsible.id, events.some((event) => 'lateBy' in event)]).toEqual([
      'open',
      'gao',
      false,
    ])
  })
  it('a second before its second a wave has not begun', () => {
    const story = asked('9:00:00')
    expect([waves(story.until('9:01:29')).length, waves(story.until('9:01:30')).length]).toEqual([1, 2])
    expect(questionWakeAt(story.state, policy)).toBe(s('9:01:30'))
  })
  it('a wave without anyone is skipped in the same second', () => {
    expect(waves(asked('9:00:00', { people: others }))).toEqual(['0 09:00:00', '1 09:00:00 ce da er'])
    const onlyTown = everybody.filter(({ ownTown, centre }) => ownTown || centre)
    expect(waves(asked('9:00:00', { people: onlyTown }).until('9:01:30'))).toEqual([
      '0 09:00:00 an bi',
      '1 09:01:30',
      '2 09:01:30',
      '3 09:01:30 gao',
    ])
  })
  it('where nobody stands in any seat the centre’s person is asked at once', () => {
    expect(waves(asked('9:00:00', { people: [] }))).toEqual([
      '0 09:00:00',
      '1 09:00:00',
      '2 09:00:00',
      '3 09:00:00 gao',
    ])
  })
  it('the next begins at once when everybody who was asked has passed, and not before', () => {
    const one = asked('9:00:00').does('9:00:20', an, pass())
    expect(waves(one)).toHaveLength(1)
    const both = one.does('9:00:30', bi, pass('other'))
    expect(waves(both)).toEqual(['0 09:00:00 an bi', '1 09:00:30 ce da er'])
    // The wave after it keeps its own second.
    expect(waves(both.until('9:03:30')).at(-1)).toBe('2 09:03:30 fu ge')
  })
  it('when all have passed, the centre too, it stays with its person, is alarmed and named at eight minutes', () => {
    const all = ['an', 'bi', 'ce', 'da', 'er', 'fu', 'ge', 'gao']
    const passed = all.reduce((story, id, n) => story.does(`9:00:${10 + n}`, actor(id), pass()), asked('9:00:00'))
    expect([passed.state.wave, passed.state.stage, passed.state.responsible.id]).toEqual([3, 'open', 'gao'])
    const { state, events } = passed.until('9:08:00')
    expect([state.stage, state.routed?.to.id]).toEqual(['routed', 'gao'])
    expect(of(events, 'SupervisorAlarmed').map(({ at }) => clockOf(at))).toEqual(['09:07:00', '09:08:00'])
  })
  it('nobody is asked twice, and whoever passed may take it as long as nobody has it', () => {
    const story = asked('9:00:00').does('9:00:20', an, pass()).until('9:05:30')
    expect(
      waves(story)
        .join(' ')
        .match(/\ban\b/g),
    ).toHaveLength(1)
    expect(story.does('9:06:00', an, take).state.taker?.ref.id).toBe('an')
  })
  it('the centre’s person who was asked before stays, is told he must, and is asked again if he had passed', () => {
    const people = [lawyer('an', { ownTown: true }), clerk('gao', { ownTown: true, centre: true })]
    const story = asked('9:00:00', { people })
    expect(waves(story)).toEqual(['0 09:00:00 an gao'])
    const later = story.does('9:00:10', actor('gao', 'centre'), pass()).until('9:05:30')
    expect(of(later.events, 'WaveBegun').at(-1)).toMatchObject({ wave: 3, offers: [], must: { id: 'gao' } })
    expect(stateOf(later, 'gao')).toBe('proposed')
  })
  it('in the centre’s wave another of the centre is asked where its person is bound', () => {
    const people = [clerk('gao', { centre: true, walled: 'conflict' }), clerk('ma', { centre: true })]
    const story = asked('9:00:00', { people })
    expect([of(story.events, 'WaveBegun').at(-1)?.must?.id, stateOf(story, 'gao')]).toEqual(['ma', undefined])
    expect(story.until('9:08:00').state.routed?.to.id).toBe('ma')
    // Nobody else is there: he isn't asked, and still somebody named answers for it.
    const alone = asked('9:00:00', { people: people.slice(0, 1) }).until('9:08:00')
    expect([alone.state.offers, alone.state.routed?.to.id]).toEqual([[], 'gao'])
  })
  it('however many stand in seats 64 are asked, and one of them is the centre', () => {
    const crowd = (name: string) =>
      Array.from({ length: 60 }, (_, n) => lawyer(`${name}${n}`, { ownTown: name === 'a' }))
    const story = asked('9:00:00', { people: crowd('a') }).until('9:01:30', { people: crowd('b') })
    const { offers } = story.until('9:05:30', { people: crowd('c') }).state
    expect([offers.length, offers.at(-1)?.to.id]).toEqual([64, 'gao'])
    // Who comes by card takes the place of another who needn't any more.
    const full = story
      .until('9:05:30', { people: crowd('c') })
      .does('9:06:00', actor('zu'), take, { self: lawyer('zu') })
    expect([full.state.offers.length, stateOf(full, 'zu')]).toEqual([64, 'taken'])
  })
  it('at the minute of a change of seat the incoming one is asked, and an earlier offer stays where it is', () => {
    const evening = [lawyer('an', { ownTown: true }), clerk('gao', { centre: true })]
    const night = [lawyer('bi', { ownTown: true }), clerk('ma', { centre: true })]
    const story = asked('19:59:30', { people: evening, duty: gao }).until('20:05:00', { people: night, duty: ma })
    expect(waves(story)).toEqual(['0 19:59:30 an', '1 20:01:00 bi', '2 20:03:00', '3 20:03:00 ma'])
    expect([stateOf(story, 'an'), story.state.responsible.id]).toEqual(['proposed', 'ma'])
    expect(story.does('20:05:00', an, take).state.taker?.ref.id).toBe('an')
  })
})

describe('a late machine', () => {
  it('makes its offers when it really does, and says how far behind their second', () => {
    const { events } = asked('9:00:00').wakes('9:04:10')
    expect(of(events, 'WaveBegun').map(({ wave, at, lateBy }) => [wave, clockOf(at), lateBy])).toEqual([
      [0, '09:00:00', undefined],
      [1, '09:04:10', 'PT2M40S'],
      [2, '09:04:10', 'PT40S'],
    ])
    expect(of(events, 'WaveBegun')[1]?.offers[0]).toMatchObject({ at: s('9:04:10'), lateBy: 'PT2M40S' })
  })
  it('less than a second isn’t late', () => {
    const { events } = asked('9:00:00').wakes('9:01:30')
    expect(of(events, 'WaveBegun')[1]).not.toHaveProperty('lateBy')
    const late = asked('9:00:00').wakes('9:01:31')
    expect(of(late.events, 'WaveBegun')[1]?.lateBy).toBe('PT1S')
  })
  it('what follows a skipped wave is late from that one’s second on', () => {
    const people = everybody.filter(({ ownTown, centre }) => ownTown || centre)
    const { events } = asked('9:00:00', { people }).wakes('9:02:30')
    expect(of(events, 'WaveBegun').at(-1)).toMatchObject({ wave: 3, lateBy: 'PT1M' })
  })
  it('that wakes after the eight minutes asks nobody any more: it names who rings, from then on', () => {
    const { events, state } = asked('9:00:00').wakes('9:20:00')
    expect(waves({ events })).toEqual(['0 09:00:00 an bi'])
    expect(state.routed).toMatchObject({ to: { id: 'gao' }, callBackAt: s('9:50:00'), nobody: true })
    expect(of(events, 'QuestionRouted')[0]).toMatchObject({ at: s('9:20:00'), lateBy: 'PT12M' })
    expect(of(events, 'ClockOverdue').map(({ at }) => at)).toEqual([s('9:08:00')])
  })
  it('a call that is registered late starts every wave that is due, and none of them is the machine’s lateness', () => {
    const story = asked('9:04:00', {}, { callFrom: s('9:00:00') })
    expect(waves(story)).toEqual(['0 09:04:00 an bi', '1 09:04:00 ce da er', '2 09:04:00 fu ge'])
    expect(story.events.some((event) => 'lateBy' in event)).toBe(false)
    expect(clock(story, 'question.answer')?.dueAt).toBe(s('9:08:00'))
    expect(waves(story.until('9:05:30')).at(-1)).toBe('3 09:05:30 gao')
  })
  it('a call of more than eight minutes ago has a named person at once, and counts as missed', () => {
    const story = asked('9:10:00', {}, { callFrom: s('9:00:00') })
    expect([story.state.stage, waves(story)]).toEqual(['routed', []])
    expect(clock(story, 'question.answer')).toMatchObject({ outcome: 'missed', lateBy: 'PT2M' })
  })
})

describe('nobody at eight minutes', () => {
  const story = asked('9:00:00').until('9:08:00')
  it('the centre’s person is named with a call-back in 30 minutes, the supervisor hears it, and it is missed', () => {
    expect(story.state).toMatchObject({ stage: 'routed', responsible: { id: 'gao' } })
    expect(story.state.routed).toMatchObject({ callBackAt: s('9:38:00'), nobody: true })
    expect(of(story.events, 'SupervisorAlarmed').at(-1)).toMatchObject({ at: s('9:08:00'), to: [{ id: 'sun' }] })
    expect(clock(story, 'question.answer')).toMatchObject({ state: 'stopped', outcome: 'missed' })
    expect(clock(story, 'question.callback')).toMatchObject({ state: 'running', dueAt: s('9:38:00') })
  })
  it('a second before it is still open', () => {
    expect(asked('9:00:00').until('9:07:59').state.stage).toBe('open')
  })
  it('offers end, and whoever comes then is told who has it', () => {
    expect([stateOf(story, 'an'), stateOf(story, 'gao')]).toEqual(['expired', 'expired'])
    expect(story.refuses('9:08:05', an, take)).toEqual({
      refused: 'matter.changed',
      detail: { by: '高审查', at: s('9:08:00') },
    })
  })
})
