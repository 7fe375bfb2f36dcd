import { cancelClock, stopClock } from './clock'
import { type Refusal, refuse } from './decider'
import { alive, cancelling, classClock, start, stopping, UPPER } from './grievance-clocks'
import { ownUnit, refIn } from './grievance-first'
import {
  atTheSeat,
  backToTheSeat,
  holder,
  isWithUnit,
  numberOf,
  objectedTo,
  person,
  refOf,
  speaksForHer,
  workedOnIt,
} from './grievance-people'
import { isSecret } from './grievance-permission'
import type { Grievance, GrievanceCommand, GrievanceEvent, GrievanceGiven } from './grievance-types'

export { callBack, check, contactReporter, rate, rectify } from './grievance-callback'

/** What else is said of a grievance: against its result, that it begins again, is taken back, is the same as another. */

type Command<T extends GrievanceCommand['type']> = Extract<GrievanceCommand, { type: T }>
type Decided = GrievanceEvent[] | Refusal

const ANSWERED: readonly Grievance['stage'][] = ['checked', 'closed', 'declined']
const ENDED: readonly Grievance['stage'][] = [...ANSWERED, 'archived']
const NOT_YET_HELD: readonly Grievance['stage'][] = ['submitted', 'accepted']

/** She says the result is wrong: once for each result, and a supervisor rules. */
export function objectToResult(state: Grievance, { why }: Command<'ObjectToResult'>, given: GrievanceGiven): Decided {
  const { now, actor, supervisor } = given
  const { objected, stage } = state
  if (!speaksForHer(state, actor)) return refuse('grievance.not-yours')
  if (state.exOfficio) return refuse('grievance.withdrawn')
  if (objected && objectedTo(state)) {
    if (!objected.ruled && state.personal.objection === why) return []
    return refuse(objected.ruled ? 'grievance.objection-ruled' : 'grievance.already-objected')
  }
  if (!ANSWERED.includes(stage)) return refuse('grievance.no-result')
  // Nobody is named for it where the county has no supervisor: it then lies with the command seat.
  const responsible = supervisor ?? (state.open ? state.responsible : person(atTheSeat(state, given).responsible))
  return [{ type: 'ResultObjected', at: now, by: actor.id, responsible, personal: { why } }]
}

/** A supervisor's word on her objection, once: it stays, or it begins again. */
export function ruleObjection(state: Grievance, command: Command<'RuleObjection'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { objected } = state
  if (!objected) return refuse('grievance.no-objection')
  const { ruled } = objected
  if (ruled) {
    const same = ruled.by.id === actor.id && ruled.reopen === command.reopen
    return same ? [] : refuse('matter.changed', { by: ruled.by.name, at: ruled.at })
  }
  if (state.owner === actor.id) return refuse('grievance.own-report')
  if (workedOnIt(state, actor)) return refuse('grievance.own-result')
  const by = refOf(state, given)
  return [
    { type: 'ObjectionRuled', at: now, by, reopen: command.reopen, personal: { why: command.why } },
    ...(command.reopen && ENDED.includes(state.stage) ? beginAgain(state, command.why, given) : []),
  ]
}

/** It begins again with its full time; what it has taken since she sent it goes on being counted. */
export function reopen(state: Grievance, { why }: Command<'Reopen'>, given: GrievanceGiven): Decided {
  if (state.stage === 'reopened' && state.personal.reopenWhy === why) return []
  if (!ENDED.includes(state.stage)) return refuse('grievance.not-ended')
  if (state.owner === given.actor.id) return refuse('grievance.own-report')
  return beginAgain(state, why, given)
}

function beginAgain(state: Grievance, why: string, given: GrievanceGiven): GrievanceEvent[] {
  const { now } = given
  const by = refOf(state, given)
  const seat = atTheSeat(state, given)
  const handling = state.handling ?? 'quick'
  return [
    // What was owed after the result before is owed no more; what was missed by then stays missed.
    ...alive(state)
      .filter(({ code }) => code !== UPPER)
      .map((clock) => (clock.dueAt <= now ? stopClock(clock, now) : cancelClock(clock, now))),
    { type: 'GrievanceReopened', at: now, by, generation: state.generation + 1, ...seat, personal: { why } },
    // It was sent away before anybody had put it into a class; somebody may still put it into another.
    ...(state.handling ? [] : [{ type: 'Reclassified' as const, at: now, by, handling, personal: { why } }]),
    start(classClock[handling], now, given, state),
  ]
}

/** The same thing as another: only `follows` changes, here and nowhere else. */
export function follow(state: Grievance, { parent, follows }: Command<'Follow'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  if (!mayPutBeside(state, given)) return refuse('grievance.not-yours')
  if (state.follows) return state.follows === parent ? [] : refuse('grievance.already-follows')
  if (!NOT_YET_HELD.includes(state.stage)) return refuse('grievance.already-held')
  // What is told in secrecy stands alone.
  if (isSecret(state)) return refuse('grievance.parent-not-found')
  if (follows) return refuse('grievance.follows-a-follower')
  return [{ type: 'Followed', at: now, by: actor.id, parent }]
}

/** She herself, whoever entered it for her, or the command seat, which sees both. */
const mayPutBeside = (state: Grievance, { actor }: GrievanceGiven): boolean =>
  !state.exOfficio && (speaksForHer(state, actor) || actor.role === 'command')

export function unfollow(state: Grievance, given: GrievanceGiven): Decided {
  const { now, actor } = given
  if (!mayPutBeside(state, given)) return refuse('grievance.not-yours')
  if (!state.follows) return []
  if (!NOT_YET_HELD.includes(state.stage)) return refuse('grievance.already-held')
  return [{ type: 'Unfollowed', at: now, by: actor.id }]
}

const TOO_LATE: readonly Grievance['stage'][] = ['resolved', ...ENDED, 'handed-over']

/** She takes it back. What is dangerous to others goes on by office, and she is hidden from then on. */
export function withdraw(state: Grievance, given: GrievanceGiven): Decided {
  const { now, actor } = given
  if (!speaksForHer(state, actor)) return refuse('grievance.not-yours')
  if (state.stage === 'withdrawn' || state.exOfficio) return []
  if (TOO_LATE.includes(state.stage)) return refuse('grievance.too-late-to-withdraw')
  if (state.publicSafety) return [{ type: 'GrievanceWithdrawn', at: now, by: actor.id, exOfficio: true }]
  return [
    { type: 'GrievanceWithdrawn', at: now, by: actor.id },
    ...cancelling(state, now),
    ...backToTheSeat(state, given),
  ]
}

/** What the city's or region's line is answered, under its number. */
export function answerUpward(state: Grievance, { text }: Command<'AnswerUpward'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { upperAnswered, source } = state
  if (source !== 'upper') return refuse('grievance.not-from-above')
  if (upperAnswered) {
    const same = upperAnswered.by.id === actor.id && state.personal.upperAnswer === text
    return same ? [] : refuse('matter.changed', { by: upperAnswered.by.name, at: upperAnswered.at })
  }
  if (state.stage === 'submitted' || state.stage === 'incomplete') return refuse('grievance.not-accepted')
  return [
    { type: 'UpperAnswered', at: now, by: refOf(state, given), personal: { text } },
    ...stopping(state, now, UPPER),
  ]
}

export function note(state: Grievance, { text }: Command<'TakeNote'>, given: GrievanceGiven): Decided {
  if (!state.open) return refuse('grievance.already-ended')
  return [
    { type: 'NoteTaken', at: given.now, by: refIn(state, ownUnit(state, given.actor), given), personal: { text } },
  ]
}

/** Another named person answers for it: of the unit that has it, or at the command seat. */
export function reassign(state: Grievance, { to, why }: Command<'Reassign'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { responsible, open, stage } = state
  if (!open) return refuse('grievance.already-ended')
  if (responsible.id === to.id) return []
  if (state.owner === to.id) return refuse('grievance.own-report')
  const unit = isWithUnit(state) ? holder(state) : undefined
  if (unit && to.unit !== undefined && to.unit !== unit.code) return refuse('grievance.person-elsewhere')
  if (!unit && actor.role !== 'command' && actor.role !== 'supervisor') return refuse('grievance.not-with-you')
  if ((stage === 'resolved' || stage === 'checked') && workedOnIt(state, to)) return refuse('grievance.own-result')
  return [{ type: 'ResponsibleChanged', at: now, by: refOf(state, given), to, from: responsible, personal: { why } }]
}

/** A number is shown to be rung, and that it was shown stands in the history for her to see. */
export function reveal(state: Grievance, given: GrievanceGiven): Decided {
  if (!state.open) return refuse('grievance.already-ended')
  if (!numberOf(state)) return refuse('matter.no-number')
  return [{ type: 'NumberRevealed', at: given.now, by: refOf(state, given) }]
}
