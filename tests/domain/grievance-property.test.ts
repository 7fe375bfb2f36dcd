import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/decider'
import { grievance, grievanceDesks, grievanceNotices, grievanceWakeAt, timeIsUp } from '@/domain/grievance'
import type { Grievance, GrievanceCommand, GrievanceEvent, GrievanceState } from '@/domain/grievance-types'
import { after, HOUR, type Instant, MINUTE } from '@/domain/time'
import {
  accept,
  actor,
  advanceAt,
  bao,
  calendar,
  check,
  decideAt,
  dispatch,
  evolve,
  extend,
  giveBack,
  givenAt,
  land,
  lin,
  mei,
  otherVillage,
  passUp,
  policy,
  ref,
  report,
  resolve,
  respond,
  rule,
  sendDown,
  shi,
  sign,
  sun,
  suspend,
  t,
  tian,
  time,
  town,
  village,
  type World,
  wang,
  water,
  wei,
  zhen,
} from './grievance-given'

type Command = (now: Instant) => GrievanceCommand
type Does = [by: Actor, command: Command]
const always =
  (command: GrievanceCommand): Command =>
  () =>
    command
const brief = { brief: '有人反映' }
const inUnits: Command[] = [
  always(sign),
  always(giveBack),
  always(giveBack),
  always(passUp),
  always(sendDown()),
  always(respond()),
  always(resolve()),
  always(resolve({ result: 'unsolvable', text: '没能解决,可以走行政复议', without: '没回' })),
  (now) => extend(after(now, 200 * HOUR)),
  (now) => suspend(after(now, 60 * HOUR)),
  (now) => suspend(after(now, 5 * HOUR), 'reporter'),
  always({ type: 'Resume' }),
  always({ type: 'ContactReporter', note: '说了' }),
  always({ type: 'Rectify', text: '改了' }),
  always({ type: 'Reassign', to: ref('wei'), why: '出差' }),
]
const atCommand: Command[] = [
  ...(['consult', 'quick', 'escalate'] as const).map((handling) => always(accept(handling))),
  always(accept('quick', { as: 'report', publicSafety: true })),
  always({ type: 'Reclassify', handling: 'consult', why: '改' }),
  always({ type: 'Reclassify', handling: 'escalate', why: '改' }),
  always({ type: 'SendBack', items: ['哪里'] }),
  always({ type: 'DeclineGrievance', reason: 'litigation', channel: '法院' }),
  always({ type: 'HandOver', to: '12388', record: '移送' }),
  ...[village, town, water, land].map((unit) => always(dispatch(unit, [], brief))),
  always(dispatch(water, [land], brief)),
  always(rule('keep')),
  always(rule('move', land)),
  always(rule('force')),
  always({ type: 'RuleExtension', ok: true }),
  always({ type: 'RuleExtension', ok: false }),
  always(resolve()),
  always(check()),
  always(check(false)),
  always({ type: 'CallBack', reached: true, satisfied: false, note: '不满意' }),
  always({ type: 'CallBack', reached: true, satisfied: true, note: '好' }),
  always({ type: 'CallBack', reached: false, note: '没人接' }),
  always({ type: 'Reopen', why: '又坏了' }),
  always({ type: 'AnswerUpward', text: '已办' }),
  always({ type: 'TakeNote', text: '记' }),
  always({ type: 'RevealNumber' }),
]
const hers: Command[] = [
  always({ type: 'CompleteGrievance', text: '村西', photos: [] }),
  always({ type: 'Rate', stars: 1 }),
  always({ type: 'ObjectToResult', why: '没修' }),
  always({ type: 'WithdrawGrievance' }),
  always({ type: 'Unfollow' }),
]
/** Every command, by everybody who may give it and by many who may not. */
const any: Does[] = [
  ...[mei, zhen, wang, wei, lin].flatMap((by) => inUnits.map((command): Does => [by, command])),
  ...[tian, shi].flatMap((by) => [...atCommand, ...atCommand].map((command): Does => [by, command])),
  ...[bao, bao].flatMap((by) => hers.map((command): Does => [by, command])),
  [sun, always({ type: 'RuleObjection', reopen: true, why: '重办' })],
  [sun, always({ type: 'RuleObjection', reopen: false, why: '属实' })],
  [time, always({ type: 'AnswerFromParent', result: 'solved', text: '通了', photos: [] })],
  [actor('nan', 'village', otherVillage.code), always(sign)],
]

const forms: object[] = [
  {},
  { follows: 'grievance:2' },
  { anonymity: 'full', owner: 'code:grievance:1' },
  { against: 'dept:land' },
  { topic: 'village-cadre' },
  { source: 'upper', upperDue: t('10-20 17:00') },
]
type Move = { minutes: number; which: number; sleeps: boolean; on: boolean }
const move: fc.Arbitrary<Move> = fc.record({
  minutes: fc.oneof({ weight: 6, arbitrary: fc.nat(90) }, { weight: 1, arbitrary: fc.nat(20_000) }),
  which: fc.nat(any.length - 1),
  sleeps: fc.boolean(),
  on: fc.boolean(),
})
const lasting = (least: number) =>
  fc.record({
    form: fc.nat(forms.length - 1),
    moves: fc.array(move, { minLength: least, maxLength: 18, size: 'max' }),
  })
const life = lasting(0)
type Life = { form: number; moves: Move[] }
type Look = (state: Grievance, events: GrievanceEvent[], now: Instant, before: Grievance) => void

/** Somebody of whom the county says it is his to do next, more often than a stranger: lives get somewhere. */
const doing = (by: Actor, ...types: GrievanceCommand['type'][]): Does[] =>
  any.filter(([who, command]) => who === by && types.includes(command(t('10-14 9:00')).type))
const likely: Partial<Record<Grievance['stage'], Does[]>> = {
  submitted: doing(tian, 'AcceptGrievance', 'AcceptGrievance', 'SendBack'),
  incomplete: doing(bao, 'CompleteGrievance'),
  accepted: [...doing(tian, 'Dispatch'), ...doing(bao, 'Unfollow')],
  reopened: doing(tian, 'Dispatch'),
  returned: doing(shi, 'RuleReturn'),
  'extension-asked': doing(shi, 'RuleExtension'),
  resolved: doing(shi, 'CheckResult'),
  checked: [...doing(shi, 'CallBack'), ...doing(bao, 'ObjectToResult')],
  closed: [
    ...doing(bao, 'Rate', 'ObjectToResult'),
    ...doing(tian, 'Reopen'),
    ...Array.from({ length: 3 }, () => doing(wang, 'ContactReporter', 'Rectify')).flat(),
  ],
}
const holders: Record<string, Actor[]> = {
  [village.code]: [mei],
  [town.code]: [zhen],
  'dept:water': [wang, wei],
  'dept:land': [lin],
}
function doerOf(state: Grievance, which: number): Does {
  const { objected } = state
  const toRule = objected && !objected.ruled ? doing(sun, 'RuleObjection') : undefined
  const usual = which % 3 === 0 ? undefined : (toRule ?? likely[state.stage])
  if (usual && usual.length > 0) return usual[which % usual.length] ?? [tian, always(sign)]
  const has = which % 3 === 1 && state.main && !state.main.leftAt ? holders[state.main.unit.code] : undefined
  if (has) return [has[which % has.length] ?? wang, inUnits[which % inUnits.length] ?? always(sign)]
  return any[which] ?? [tian, always(sign)]
}

const MOST_WAKES = 80

/** Time goes on by itself between the moves, unless the machine sleeps; then somebody does something. */
function lived({ form, moves }: Life, look: Look, did: (type: string) => void = () => {}) {
  let now = t('10-14 9:00')
  const first = decideAt(grievance.initial, report(forms[form]), givenAt(now, bao))
  if (first.refusal) throw new Error(first.refusal.refused)
  let state = first.state as Grievance
  let events = first.events
  look(state, events, now, state)
  const turn = (next: { state: GrievanceState; events: GrievanceEvent[] }) => {
    const before = state
    state = next.state as Grievance
    events = [...events, ...next.events]
    if (next.events.length > 0) look(state, next.events, now, before)
  }
  for (const { minutes, which, sleeps, on } of moves) {
    const until = after(now, minutes * MINUTE)
    const world: World = { on: on ? 'tian' : 'shi', ...(which % 2 && { above: town }) }
    for (let n = 0; !sleeps; n++) {
      if (n > MOST_WAKES) throw new Error('it never sleeps')
      const wakeAt = grievanceWakeAt(state, policy, calendar)
      if (wakeAt > until) break
      now = [now, wakeAt].sort()[1] ?? now
      turn(advanceAt(state, now, world))
    }
    now = until
    const [by, command] = doerOf(state, which)
    const next = decideAt(state, command(now), givenAt(now, by, by === mei ? { ...world, above: town } : world))
    if (next.events.length > 0) did(command(now).type)
    turn(next)
  }
  return { state, events, now }
}
const runs = { numRuns: 60 }
const holds = (look: Look) =>
  fc.assert(
    fc.property(life, (each) => void lived(each, look)),
    runs,
  )

const alive = ({ clocks }: Grievance) => clocks.filter((clock) => clock.state !== 'stopped')
const AT_UNITS: readonly Grievance['stage'][] = ['dispatched', 'in-hand', 'suspended']
const AT_SEAT: readonly Grievance['stage'][] = [
  'submitted',
  'incomplete',
  'accepted',
  'returned',
  'extension-asked',
  'resolved',
  'checked',
  'reopened',
]
/** Somebody waits for her, or at the command seat, and no clock of ours runs. */
const WAITED_FOR: readonly Grievance['stage'][] = ['incomplete', 'resolved', 'checked']
const MOVES: readonly string[] = ['Dispatched', 'PassedUp', 'SentDown', 'ReturnRuled', 'SignedFor']

describe('whatever people do, in whatever order, and however late the machine is', () => {
  it('every command comes through in some life: the lives below are not spent at closed doors', () => {
    const done = new Set<string>()
    for (const each of fc.sample(lasting(14), { numRuns: 450, seed: 11 }))
      lived(
        each,
        () => {},
        (type) => done.add(type),
      )
    const every = any.map(([, command]) => command(t('10-14 9:00')).type)
    expect([...done].sort()).toEqual([...new Set(every)].sort())
  })
  it('replaying the events gives the state that deciding gave', () => {
    fc.assert(
      fc.property(life, (each) => {
        const { state, events } = lived(each, () => {})
        expect(evolve(grievance.initial, events)).toEqual(state)
      }),
      runs,
    )
  })
  it('while it is open one named person answers for it: the unit’s own, or whoever stands at the command seat', () =>
    holds((state) => {
      expect(state.responsible.id && state.responsible.name).toBeTruthy()
      expect(state.responsible).not.toHaveProperty('seat')
      if (!state.open) return expect(state.careUntil).toBeUndefined()
      if (AT_SEAT.includes(state.stage)) expect(state.careUntil).toBeTruthy()
      if (AT_UNITS.includes(state.stage)) {
        expect(state.careUntil).toBeUndefined()
        expect(state.responsible).toEqual(state.main?.unit.person)
        expect(state.main?.leftAt).toBeUndefined()
      }
      expect(grievanceDesks(state)).toContain(`person:${state.responsible.id}`)
    }))
  it('while it is open a clock runs or stands paused, or somebody is waited for', () =>
    holds((state) => {
      if (state.open && !WAITED_FOR.includes(state.stage))
        expect([state.stage, alive(state).length > 0]).toEqual([state.stage, true])
      if (!state.open) expect(alive(state)).toEqual([])
    }))
  it('no code’s clock runs twice, and none starts or stops twice in a generation', () => {
    fc.assert(
      fc.property(life, (each) => {
        const { events } = lived(each, (state) => {
          const codes = alive(state).map(({ code }) => code)
          expect(new Set(codes).size).toBe(codes.length)
        })
        for (const type of ['ClockStarted', 'ClockStopped', 'ClockOverdue'] as const) {
          const all = events.flatMap((event) => (event.type === type ? `${event.code}/${event.generation}` : []))
          expect(new Set(all).size).toBe(all.length)
        }
      }),
      runs,
    )
  })
  it('a move to another unit restarts and moves no clock that ran', () =>
    holds((state, events, _, before) => {
      if (!events.some(({ type }) => MOVES.includes(type)) || events.some(({ type }) => type === 'ExtensionRuled'))
        return
      for (const clock of alive(before)) {
        const now = state.clocks.find(({ code, generation }) => code === clock.code && generation === clock.generation)
        expect(now).toMatchObject({ startedAt: clock.startedAt })
        if (clock.state === 'running') expect(now?.dueAt).toBe(clock.dueAt)
        const later = state.clocks.some(({ code, generation }) => code === clock.code && generation > clock.generation)
        expect([clock.code, later]).toEqual([clock.code, false])
      }
    }))
  it('the class counts from her sending, or from when it was begun again', () =>
    holds((state) => {
      for (const { code, startedAt } of alive(state))
        if (/consult|quick|escalate/.test(code)) expect(startedAt).toBe(state.reopenedAt ?? state.sentAt)
    }))
  it('it never comes to a unit that it is against, nor a report on village cadres to village or town', () =>
    holds(({ main, with: others, hops, against, topic }) => {
      const units = [...(main ? [main] : []), ...hops, ...others].map(({ unit }) => unit)
      expect(units.map(({ code }) => code)).not.toContain(against ?? 'nobody')
      if (topic === 'village-cadre') expect(units.every(({ level }) => level === 'department')).toBe(true)
    }))
  it('after time has done its work nothing is left to do at that moment', () => {
    fc.assert(
      fc.property(life, (each) => {
        const { state, now } = lived(each, () => {})
        let rested = advanceAt(state, now)
        // A ladder takes so many rungs at once, and then the rest.
        for (let n = 0; n < 5 && rested.events.length > 0; n++) rested = advanceAt(rested.state, now)
        expect([rested.events, timeIsUp(rested.state, givenAt(now, time))]).toEqual([[], false])
        expect(grievanceWakeAt(rested.state, policy, calendar) > now).toBe(true)
      }),
      runs,
    )
  })
  it('everything that happens can be told, without an error and without her words', () =>
    holds((state, events, now) => {
      const told = events.flatMap((event) => grievanceNotices(event, state, { now, due: now }))
      expect(JSON.stringify(told.map(({ params }) => params))).not.toMatch(/13812345678|井没水了/)
      for (const { to } of told) expect(to).toBeTruthy()
    }))
})
