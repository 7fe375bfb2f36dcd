import { mayPause } from './clock'
import { type Refusal, refuse } from './decider'
import { afterCheck } from './grievance-callback'
import {
  ACCEPT,
  alive,
  BY_RESULT,
  CLASS,
  cancelling,
  longestFrom,
  pausedMs,
  pausesSoFar,
  pausing,
  RESOLVE,
  RESPOND,
  RULING,
  resuming,
  start,
  stoppedByResult,
  stopping,
  withClocks,
} from './grievance-clocks'
import { evolveGrievance } from './grievance-evolve'
import { changed, ownUnit, refIn } from './grievance-first'
import { atTheSeat, holder, person, refOf } from './grievance-people'
import type { Grievance, GrievanceCommand, GrievanceEvent, GrievanceGiven, UnitRef } from './grievance-types'
import { notNow, notWithYou, signing } from './grievance-units'

/** What whoever has it does: asks for time, waits for others, answers her, hands in the result. */

type Command<T extends GrievanceCommand['type']> = Extract<GrievanceCommand, { type: T }>
type Decided = GrievanceEvent[] | Refusal

const WORKED: readonly Grievance['stage'][] = ['dispatched', 'in-hand']
/** What more time is asked for: the class's promise and the department's result. */
const EXTENDED: readonly string[] = [...CLASS, RESOLVE]

/** More time, asked for once and before it is due; what is over already isn't extended. */
export function askExtension(state: Grievance, command: Command<'AskExtension'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { until, why } = command
  const { extension } = state
  if (extension) {
    const same = !extension.ruled && extension.by.id === actor.id && extension.until === until
    return same ? [] : refuse('grievance.extended')
  }
  const unit = ownUnit(state, actor)
  if (!unit) return notWithYou(state)
  if (!WORKED.includes(state.stage)) return notNow(state)
  const due = alive(state, EXTENDED)
    .map(({ dueAt }) => dueAt)
    .filter((dueAt) => dueAt > now)
    .sort()[0]
  if (!due) return refuse('grievance.overdue')
  if (until <= due) return refuse('grievance.not-later', { due })
  return [
    ...signing(state, unit, given),
    {
      type: 'ExtensionAsked',
      at: now,
      by: refIn(state, unit, given),
      until,
      ...atTheSeat(state, given),
      personal: { why },
    },
  ]
}

/** Each clock that was not over when it was asked for, and ends before the new date, goes on to it. */
export function ruleExtension(state: Grievance, { ok }: Command<'RuleExtension'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { extension } = state
  if (!extension) return refuse('grievance.no-extension')
  const { ruled, until, askedAt } = extension
  if (ruled) return ruled.by.id === actor.id && ruled.ok === ok ? [] : changed(ruled)
  if (state.stage !== 'extension-asked') return notNow(state)
  const said: GrievanceEvent = { type: 'ExtensionRuled', at: now, by: refOf(state, given), ok, until }
  if (!ok) return [said]
  const longer = alive(state, EXTENDED)
    .filter(({ dueAt }) => dueAt > askedAt && dueAt < until)
    .flatMap((clock) => [
      ...cancelling(state, now, clock.code),
      start(clock.code, clock.startedAt, given, state, { dueAt: until }),
    ])
  return [said, ...longer]
}

/** Time stands still for a third party, with evidence, or while she owes an answer, for a day at most. */
export function suspend(state: Grievance, command: Command<'Suspend'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { ground, evidence, until, note } = command
  const { suspension } = state
  if (suspension) {
    const same = suspension.by.id === actor.id && suspension.ground === ground && suspension.until === until
    return same ? [] : changed({ at: suspension.from, by: suspension.by })
  }
  const unit = ownUnit(state, actor)
  if (!unit && actor.role !== 'command') return notWithYou(state)
  if (!holder(state) || !WORKED.includes(state.stage)) return notNow(state)
  if (ground === 'third-party' && evidence.length === 0) return refuse('grievance.no-evidence')
  if (until <= now) return refuse('grievance.until-passed')
  const paused = pausing(state, now, ground)
  if (paused.length === 0) return refuse('grievance.nothing-pauses')
  const still = alive(state, BY_RESULT).filter(({ limit }) => mayPause(limit, ground))
  // In several goes it is still one day: also what the class before it stood still for counts.
  const earlier = pausedMs(pausesSoFar(state), ground)
  if (still.some((clock) => until > longestFrom(clock, now, ground, earlier))) return refuse('grievance.too-long')
  return [
    ...(unit ? signing(state, unit, given) : []),
    {
      type: 'GrievanceSuspended',
      at: now,
      by: refIn(state, unit, given),
      ground,
      until,
      evidence,
      personal: note ? { note } : {},
    },
    ...paused,
  ]
}

export function resume(state: Grievance, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const unit = ownUnit(state, actor)
  if (!unit && actor.role !== 'command') return notWithYou(state)
  if (state.stage !== 'suspended') return refuse('grievance.not-suspended')
  return [{ type: 'GrievanceResumed', at: now, by: refIn(state, unit, given) }, ...resuming(state, now, given)]
}

const ANSWERED_IN: readonly Grievance['stage'][] = [
  'accepted',
  'dispatched',
  'passed-up',
  'in-hand',
  'returned',
  'extension-asked',
  'suspended',
  'reopened',
]

/** An answer to her, by whoever has it; a co-handler answers the main unit. */
export function respond(state: Grievance, { text }: Command<'Respond'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  if (!ANSWERED_IN.includes(state.stage)) return notNow(state)
  const unit = ownUnit(state, actor)
  const helping = unit ? undefined : state.with.find((other) => other.unit.code === actor.unit)?.unit
  if (helping) {
    if (state.personal.answers[helping.code] === text) return []
    return [{ type: 'CoAnswered', at: now, by: refIn(state, helping, given), unit: helping.code, personal: { text } }]
  }
  if (!unit && actor.role !== 'command') return notWithYou(state)
  if (saidBefore(state, text)) return []
  const whose = unit ? { unit: unit.code } : {}
  // Where a unit has it, the answer that was promised is the unit's own.
  const stopped = unit || !holder(state) ? stopping(state, now, RESPOND) : []
  return [
    ...(unit ? signingHere(state, unit, given) : []),
    { type: 'Responded', at: now, by: refIn(state, unit, given), ...whose, personal: { text } },
    ...stopped,
  ]
}

/** The same words told twice are told once; what was told first stays, what is told later stands behind it. */
const saidBefore = ({ responded, personal }: Grievance, text: string): boolean =>
  responded !== undefined && [personal.response, ...(personal.further ?? []).map((each) => each.text)].includes(text)

const TO_SIGN: readonly Grievance['stage'][] = ['dispatched', 'passed-up']
const signingHere = (state: Grievance, unit: UnitRef, given: GrievanceGiven): GrievanceEvent[] =>
  TO_SIGN.includes(state.stage) ? signing(state, unit, given) : []

const RESOLVED_IN: readonly Grievance['stage'][] = ['accepted', 'dispatched', 'passed-up', 'in-hand', 'reopened']
/** What has a place that can be photographed. */
const HAS_PLACE: readonly string[] = ['road', 'water', 'power', 'sanitation', 'land', 'pasture']
/** Why it can't be done and which lawful way is open takes a sentence. */
const WAY_AT_LEAST = 10

/** The result, for another to check; the clocks run on until it has passed. */
export function resolve(state: Grievance, command: Command<'Resolve'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { result, text, photos, mediation, without } = command
  const { resolved } = state
  if (resolved) {
    const same = resolved.by.id === actor.id && resolved.result === result && state.personal.result === text
    return same ? [] : changed(resolved)
  }
  const unit = ownUnit(state, actor)
  if (!unit && (holder(state) || actor.role !== 'command')) return notWithYou(state)
  if (!RESOLVED_IN.includes(state.stage)) return notNow(state)
  const silent = state.with.filter(({ answered }) => !answered).map((other) => other.unit.name)
  if (silent.length > 0 && !without) return refuse('grievance.answers-missing', { units: silent })
  const done = result === 'solved' || result === 'partly'
  if (done && photos.length === 0 && HAS_PLACE.includes(state.topic)) return refuse('grievance.photo-missing')
  if (result === 'unsolvable' && text.trim().length < WAY_AT_LEAST) return refuse('grievance.way-missing')
  return [
    ...(unit ? signingHere(state, unit, given) : []),
    {
      type: 'GrievanceResolved',
      at: now,
      by: refIn(state, unit, given),
      ...(unit && { unit: unit.code }),
      result,
      photos,
      ...(mediation && { mediation: true }),
      personal: { text, ...(mediation && { mediation }), ...(without && { without }) },
      ...atTheSeat(state, given),
    },
  ]
}

/** What it follows was answered and that was checked: so is this, and she is rung by herself. */
export function answerFromParent(
  state: Grievance,
  command: Command<'AnswerFromParent'>,
  given: GrievanceGiven,
): Decided {
  const { now } = given
  const { result, text, photos } = command
  if (!state.follows || !state.open || !ANSWERABLE.includes(state.stage)) return []
  const by = refOf(state, given)
  const seat = atTheSeat(state, given)
  const answered: GrievanceEvent = {
    type: 'GrievanceResolved',
    at: now,
    by,
    result,
    photos,
    parent: true,
    personal: { text },
    ...seat,
  }
  const stopped = stopping(state, now, ACCEPT, RULING)
  const is = evolveGrievance(withClocks(state, stopped), answered) as Grievance
  const checked: GrievanceEvent = {
    type: 'ResultChecked',
    at: now,
    by,
    ok: true,
    responsible: person(seat.responsible),
    careUntil: seat.careUntil,
    personal: {},
  }
  return [...stopped, answered, checked, ...stoppedByResult(is), ...afterCheck(is, given)]
}

const ANSWERABLE: readonly Grievance['stage'][] = [...ANSWERED_IN, 'submitted', 'incomplete']
