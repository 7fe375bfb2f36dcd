import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/decider'
import { question, questionDesks, questionNotices, questionWakeAt, timeIsUp } from '@/domain/question'
import { isLive, MOST_OFFERS } from '@/domain/question-offers'
import type { DutyPerson, Question, QuestionCommand, QuestionEvent, QuestionState } from '@/domain/question-types'
import { type Instant, after as later, NEVER } from '@/domain/time'
import {
  actor,
  advanceAt,
  answer,
  ask,
  clerk,
  decideAt,
  everybody,
  gao,
  givenAt,
  lawyer,
  ma,
  pass,
  policy,
  ref,
  s,
  say,
  take,
  tried,
  type World,
} from './question-given'

type Does = [by: Actor, command: (now: Instant) => QuestionCommand]
const lawyers = ['an', 'bi', 'ce', 'da', 'zu'].map((id) => actor(id))
const centre = [actor('gao', 'centre'), actor('ma', 'centre')]
const bao = actor('bao', 'resident')
const MINUTE = 60_000
const always = (command: QuestionCommand) => () => command
const staff: ((now: Instant) => QuestionCommand)[] = [
  always(take),
  always(take),
  always(pass('busy')),
  always(pass('interest')),
  always({ type: 'SeeOffer' }),
  always(say),
  always(answer()),
  always(tried(true, '讲清楚了')),
  always(tried(false)),
  always({ type: 'RevealNumber' }),
  always({ type: 'TakeNote', text: '记' }),
  always({ type: 'DeclareHire', note: '她提的' }),
  always({ type: 'Reassign', to: ref('ce'), why: '开庭' }),
  (now) => ({ type: 'RouteQuestion', to: ref('bi'), callBackAt: later(now, 30 * MINUTE) }),
]
const hers: ((now: Instant) => QuestionCommand)[] = [
  always(say),
  (now) => ({ type: 'RingLater', at: later(now, 200 * MINUTE) }),
  always({ type: 'SayHelped', yes: true }),
  always({ type: 'WithdrawQuestion' }),
  always({ type: 'CarryOn', child: 'aid:1' }),
]
/** Every command, by everybody who may give it and by some who may not. */
const any: Does[] = [
  ...[...lawyers, ...centre].flatMap((by) => staff.map((command): Does => [by, command])),
  ...hers.map((command): Does => [bao, command]),
]

const seats: DutyPerson[][] = [
  everybody,
  [lawyer('an', { ownTown: true }), clerk('gao', { centre: true }), clerk('ma', { centre: true })],
  [],
  [lawyer('an', { walled: 'conflict' }), lawyer('da'), clerk('gao', { centre: true, walled: 'adviser' })],
  // More people than may be asked, and others at each look.
  Array.from({ length: 150 }, (_, n) => lawyer(`p${n}`, { ownTown: n < 70 })),
]
type Move = { seconds: number; which: number; seat: number; night: boolean; sleeps: boolean }
const move: fc.Arbitrary<Move> = fc.record({
  seconds: fc.oneof({ weight: 6, arbitrary: fc.nat(150) }, { weight: 1, arbitrary: fc.nat(400_000) }),
  which: fc.nat(any.length - 1),
  seat: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(seats.length - 1) }),
  night: fc.boolean(),
  sleeps: fc.boolean(),
})
const life = fc.array(move, { maxLength: 14, size: 'max' })

type Look = (state: Question, events: QuestionEvent[], now: Instant) => void

/** Time goes on by itself between the moves, unless the machine sleeps; then somebody does something. */
function lived(moves: Move[], look: Look, did: (which: number) => void = () => {}) {
  let now = s('9:00:00')
  const first = decideAt(question.initial, bao, ask(), givenAt(now, bao, { people: seats[moves[0]?.seat ?? 0] ?? [] }))
  let state = first.state as Question
  let events = first.events
  look(state, events, now)
  const turn = (next: { state: QuestionState; events: QuestionEvent[] }) => {
    state = next.state as Question
    events = [...events, ...next.events]
    look(state, next.events, now)
  }
  for (const { seconds, which, seat, night, sleeps } of moves) {
    const until = later(now, seconds * 1000)
    const people = seats[seat] ?? []
    const world: World = { people, duty: night ? ma : gao }
    for (let n = 0; !sleeps && questionWakeAt(state, policy) <= until; n++) {
      if (n > 40) throw new Error('it never sleeps')
      now = [now, questionWakeAt(state, policy)].sort()[1] ?? now
      turn(advanceAt(state, now, world))
    }
    now = until
    const [by, command] = any[which] ?? [bao, always(say)]
    const self = people.find(({ ref: { id } }) => id === by.id)
    const next = decideAt(state, by, command(now), givenAt(now, by, { ...world, ...(self && { self }) }))
    if (next.events.length > 0) did(which)
    turn(next)
  }
  return { state, events, now }
}
const runs = { numRuns: 150 }
const holds = (look: Look) =>
  fc.assert(
    fc.property(life, (moves) => void lived(moves, look)),
    runs,
  )

describe('whatever people do, in whatever order, and however late the machine is', () => {
  it('every command comes through in some life: the lives below are not spent at closed doors', () => {
    const done = new Set<string>()
    for (const moves of fc.sample(life, { numRuns: 500, seed: 7 }))
      lived(
        moves,
        () => {},
        (which) => done.add(any[which]?.[1](s('9:00:00')).type ?? ''),
      )
    expect([...done].sort()).toEqual([...new Set(any.map(([, command]) => command(s('9:00:00')).type))].sort())
  })
  it('replaying the events gives the state that deciding gave', () => {
    fc.assert(
      fc.property(life, (moves) => {
        const { state, events } = lived(moves, () => {})
        expect(events.reduce<QuestionState>(question.evolve, question.initial)).toEqual(state)
      }),
      runs,
    )
  })
  it('one named person is responsible; who has it is the one who has it', () =>
    holds((state) => {
      expect(state.responsible.id && state.responsible.name).toBeTruthy()
      expect(state.responsible).not.toHaveProperty('seat')
      if (state.stage === 'taken') expect(state.responsible).toEqual(state.taker?.ref)
      if (state.stage === 'routed') expect(state.responsible).toEqual(state.routed?.to)
      if (state.stage === 'open') expect(['gao', 'ma']).toContain(state.responsible.id)
      if (state.open) expect(questionDesks(state)).toContain(`person:${state.responsible.id}`)
    }))
  it('nobody is asked twice, at most 64 are, never the asker, nor who is bound', () =>
    holds(({ offers }) => {
      const ids = offers.map(({ to }) => to.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBeLessThanOrEqual(MOST_OFFERS)
      expect(ids).not.toContain('bao')
    }))
  it('one taker while it is taken, none while it is open; offers are open only while somebody may take it', () =>
    holds(({ stage, taker, offers }) => {
      const held = offers.filter(({ state }) => state === 'taken')
      expect(held.length).toBeLessThanOrEqual(1)
      if (stage === 'open') expect([taker, held]).toEqual([undefined, []])
      if (stage === 'taken') expect(held.map(({ to }) => to)).toEqual([taker?.ref])
      if (stage !== 'open' && stage !== 'taken') expect(offers.filter(isLive)).toEqual([])
    }))
  it('a clock runs if and only if she waits, one of them, and it wakes somebody', () =>
    holds((state, _, now) => {
      const runs = state.clocks.filter((clock) => clock.state !== 'stopped')
      const code = { open: 'question.answer', taken: 'question.answer', routed: 'question.callback' }
      const expected = state.stage in code ? [code[state.stage as keyof typeof code]] : []
      expect(runs.map((clock) => clock.code)).toEqual(expected)
      for (const { dueAt, overdueNoted } of runs)
        if (!overdueNoted) expect(questionWakeAt(state, policy) <= dueAt).toBe(true)
      expect(state.open).toBe(state.stage === 'answered' || expected.length > 0)
      if (!state.open) expect([questionWakeAt(state, policy), timeIsUp(state, policy, now)]).toEqual([NEVER, false])
    }))
  it('after time has done its work nothing is left to do at that moment', () => {
    fc.assert(
      fc.property(life, fc.nat(9), (moves, seat) => {
        const { state, now } = lived(moves, () => {})
        const rested = advanceAt(state, now, { people: seats[seat % seats.length] ?? [] })
        expect(timeIsUp(rested.state, policy, now)).toBe(false)
        expect(advanceAt(rested.state, now, {}).events).toEqual([])
      }),
      runs,
    )
  })
  it('the waves come in order, each once; no code’s clock runs in two generations', () => {
    fc.assert(
      fc.property(life, (moves) => {
        const { events } = lived(moves, () => {})
        const begun = events.flatMap((event) => (event.type === 'WaveBegun' ? [event.wave] : []))
        expect(begun).toEqual(begun.map((_, n) => n))
        for (const type of ['ClockStarted', 'ClockStopped', 'ClockOverdue'] as const) {
          const each = events.flatMap((event) => (event.type === type ? `${event.code}/${event.generation}` : []))
          expect(new Set(each).size).toBe(each.length)
        }
      }),
      runs,
    )
  })
  it('at eight minutes she is answered, or told who rings, or somebody speaks with her, or took it just now', () =>
    holds((state, _, now) => {
      if (timeIsUp(state, policy, now)) return
      const due = later(state.sentAt, 8 * MINUTE)
      if (now < due) return
      expect(state.stage).not.toBe('open')
      if (state.stage !== 'taken' || !state.taker || state.taker.spokeAt) return
      expect(later(state.taker.at, 3 * MINUTE) > now).toBe(true)
    }))
  it('everything that happens can be told, without an error and without her words', () =>
    holds((state, events, now) => {
      const told = events.flatMap((event) => questionNotices(event, state, { now, due: now }))
      expect(JSON.stringify(told.map(({ params }) => params))).not.toMatch(/13812345678|工钱没给/)
      for (const { to } of told) expect(to).toBeTruthy()
    }))
})
