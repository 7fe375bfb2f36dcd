import type { ClockEvent } from './clock'
import { type Refusal, refuse } from './decider'
import { goesUp, hopUntil, RULING, rulingHours, start, stopping, withClocks } from './grievance-clocks'
import { changed, lastDeed, ownUnit, refIn } from './grievance-first'
import { atTheSeat, holder, person, refOf } from './grievance-people'
import { accusedOf, isSecret } from './grievance-permission'
import type { Grievance, GrievanceCommand, GrievanceEvent, GrievanceGiven, UnitRef } from './grievance-types'

/** Whose it is: sent to a unit, signed for, given back, ruled on, passed up and down, without its clock stopping. */

type Command<T extends GrievanceCommand['type']> = Extract<GrievanceCommand, { type: T }>
type Decided = GrievanceEvent[] | Refusal

/** It lies at the command seat and may be sent to a unit. */
const maySend = (state: Grievance): boolean =>
  state.stage === 'accepted' || state.stage === 'reopened' || (state.stage === 'passed-up' && !holder(state))

/** One unit has it, others help. */
export function dispatch(state: Grievance, command: Command<'Dispatch'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { main, with: others, why, brief } = command
  if (!maySend(state)) {
    const { main: has, stage } = state
    if (stage === 'submitted' || stage === 'incomplete') return refuse('grievance.not-accepted')
    const same = has?.by?.id === actor.id && has.how === 'dispatched' && has.unit.code === main.code
    return same ? [] : lastDeed(state)
  }
  const codes = others.map(({ code }) => code)
  if (codes.includes(main.code) || new Set(codes).size < codes.length) return refuse('grievance.wrong-level')
  const wrong = [main, ...others].map((unit) => unfit(state, unit)).find(Boolean)
  if (wrong) return wrong
  if (isSecret(state) && !brief && !state.personal.brief) return refuse('grievance.brief-missing')
  const clocks = clocksAt(main, state, given)
  return [
    {
      type: 'Dispatched',
      at: now,
      by: refOf(state, given),
      main,
      with: others,
      ...share(state, clocks, given),
      personal: { why, ...(brief && { brief }) },
    },
    ...clocks,
  ]
}

/** What is said against a unit never reaches it; what is said about village cadres reaches no village and no town. */
function unfit(state: Grievance, { code, level }: UnitRef): Refusal | undefined {
  const near = state.topic === 'village-cadre' && level !== 'department'
  return near || accusedOf(state).includes(code) ? refuse('grievance.accused-unit') : undefined
}

/** What starts and stops where it comes to this unit. */
const clocksAt = ({ level }: UnitRef, state: Grievance, given: GrievanceGiven): ClockEvent[] =>
  level === 'department' ? goesUp(state, given.now, given) : []

/** The unit's own share of the time that is left once those clocks run. */
function share(state: Grievance, clocks: ClockEvent[], { now, policy }: GrievanceGiven) {
  const until = hopUntil(withClocks(state, clocks), now, policy)
  return until ? { until } : {}
}

/** We have it: whoever says so is the unit's named person. */
export function sign(state: Grievance, given: GrievanceGiven): Decided {
  const unit = ownUnit(state, given.actor)
  const signed = state.main?.signed
  if (!unit) return notWithYou(state)
  if (signed) return signed.by.id === given.actor.id ? [] : changed(signed)
  if (!WITH_UNIT.includes(state.stage)) return notNow(state)
  return [{ type: 'SignedFor', at: given.now, by: refIn(state, unit, given) }]
}

/** Who works on it has signed for it. */
export const signing = (state: Grievance, unit: UnitRef, given: GrievanceGiven): GrievanceEvent[] =>
  state.main?.signed ? [] : [{ type: 'SignedFor', at: given.now, by: refIn(state, unit, given) }]

const WITH_UNIT: readonly Grievance['stage'][] = ['dispatched', 'passed-up', 'in-hand']

const NOT_NOW: Partial<Record<Grievance['stage'], string>> = {
  suspended: 'grievance.suspended',
  'extension-asked': 'grievance.extension-open',
  returned: 'grievance.being-ruled',
  submitted: 'grievance.not-accepted',
  incomplete: 'grievance.not-accepted',
}

/** Why this can't be done in the stage it is in: what another decided meanwhile, or what has to be done first. */
export function notNow(state: Grievance): Refusal {
  const code = NOT_NOW[state.stage]
  return code ? refuse(code) : lastDeed(state)
}

/** It is with another unit by now, or with none. */
export const notWithYou = (state: Grievance): Refusal =>
  state.main ? lastDeed(state) : refuse('grievance.not-with-you')

/**
 * It is not ours, with the reason and the basis in our duties. The return after which nobody may return it any more is
 * decided by the rule itself: whoever had it first has it for good (首接负责).
 */
export function giveBack(state: Grievance, command: Command<'ReturnGrievance'>, given: GrievanceGiven): Decided {
  const { now, actor, policy } = given
  const { why, basis } = command
  const last = state.personal.returns.at(-1)
  if (state.stage === 'returned' && last?.by.id === actor.id) return []
  const unit = ownUnit(state, actor)
  if (!unit) return notWithYou(state)
  if (!WITH_UNIT.includes(state.stage)) return notNow(state)
  if (state.forced) return refuse('grievance.forced')
  const nth = state.returns + 1
  const asked: GrievanceEvent = {
    type: 'ReturnAsked',
    at: now,
    by: refIn(state, unit, given),
    nth,
    unit: unit.code,
    ...atTheSeat(state, given),
    personal: { why, basis },
  }
  const first = firstOf(state)
  if (nth < policy['grievance.returns'] || !first)
    return [asked, start(RULING, now, given, state, { hours: rulingHours(policy) })]
  return [asked, ...ruling(state, { decision: 'force', main: first, why: '' }, given)]
}

/** The unit it was sent to first, with whoever answered there last. */
function firstOf({ firstMain, main, hops }: Grievance): UnitRef | undefined {
  const known = [...hops, ...(main ? [main] : [])].findLast(({ unit }) => unit.code === firstMain?.code)
  return known?.unit ?? firstMain
}

/** Somebody at the command seat says whose it is. */
export function ruleReturn(state: Grievance, command: Command<'RuleReturn'>, given: GrievanceGiven): Decided {
  const { actor } = given
  const { decision, why } = command
  const { main: has, stage } = state
  if (stage !== 'returned') {
    if (!has?.by || !RULED.includes(has.how)) return has ? notNow(state) : refuse('grievance.not-returned')
    return has.by.id === actor.id && has.how === HOW[decision] ? [] : changed({ at: has.at, by: has.by })
  }
  const main = decision === 'keep' ? has?.unit : (command.main ?? (decision === 'force' ? firstOf(state) : undefined))
  if (!main || (decision === 'move' && main.code === has?.unit.code)) return refuse('grievance.wrong-level')
  const wrong = unfit(state, main)
  if (wrong) return wrong
  const stopped = stopping(state, given.now, RULING)
  return [...stopped, ...ruling(withClocks(state, stopped), { decision, main, why, by: refOf(state, given) }, given)]
}

const HOW = { keep: 'kept', move: 'moved', force: 'forced' } as const
const RULED: readonly string[] = Object.values(HOW)

type Ruled = Pick<Command<'RuleReturn'>, 'decision' | 'why'> & { main: UnitRef; by?: ReturnType<typeof refOf> }

/** A move to another unit restarts nothing. */
function ruling(state: Grievance, { decision, main, why, by }: Ruled, given: GrievanceGiven): GrievanceEvent[] {
  const clocks = clocksAt(main, state, given)
  return [
    {
      type: 'ReturnRuled',
      at: given.now,
      ...(by && { by }),
      decision,
      main,
      ...share(state, clocks, given),
      personal: { why },
    },
    ...clocks,
  ]
}

/** The level above takes it on: a village's goes to its town, a town's to the banner, whose command seat has it then. */
export function passUp(state: Grievance, { why }: Command<'PassUp'>, given: GrievanceGiven): Decided {
  const { now, actor, above } = given
  const unit = ownUnit(state, actor)
  if (!unit) {
    const before = state.hops.at(-1)
    return state.stage === 'passed-up' && before?.unit.code === actor.unit ? [] : notWithYou(state)
  }
  if (unit.level === 'department') return refuse('grievance.wrong-level')
  if (!WITH_UNIT.includes(state.stage)) return notNow(state)
  const by = refIn(state, unit, given)
  const clocks = goesUp(state, now, given)
  const to = above && !unfit(state, above) && above.code !== unit.code ? above : undefined
  if (to) {
    const until = share(state, clocks, given)
    const up: GrievanceEvent = {
      type: 'PassedUp',
      at: now,
      by,
      to,
      ...until,
      responsible: to.person,
      personal: { why },
    }
    return [up, ...clocks]
  }
  const { responsible, careUntil } = atTheSeat(state, given)
  return [{ type: 'PassedUp', at: now, by, responsible: person(responsible), careUntil, personal: { why } }, ...clocks]
}

/** A town has one of its villages settle it; which villages are its own is looked up where units are. */
export function sendDown(state: Grievance, { to, why }: Command<'SendDown'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { main: has } = state
  const unit = ownUnit(state, actor)
  if (!unit) {
    const same = has?.how === 'sent-down' && has.by?.id === actor.id && has.unit.code === to.code
    return same ? [] : notWithYou(state)
  }
  if (unit.level !== 'town' || to.level !== 'village') return refuse('grievance.wrong-level')
  if (!WITH_UNIT.includes(state.stage)) return notNow(state)
  const wrong = unfit(state, to)
  if (wrong) return wrong
  return [
    {
      type: 'SentDown',
      at: now,
      by: refIn(state, unit, given),
      to,
      ...share(state, [], given),
      personal: why ? { why } : {},
    },
  ]
}
