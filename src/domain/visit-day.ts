import { type Refusal, refuse } from './decider'
import { after, DAY, HOUR, type Instant } from './time'
import { dropping, pausing, resuming, stopping } from './visit-clocks'
import { evolveVisit } from './visit-evolve'
import { isAhead } from './visit-move'
import { nameOnly, refOf } from './visit-people'
import { sideOf } from './visit-permission'
import type { Visit, VisitCommand, VisitEvent, VisitGiven } from './visit-types'

/** On the day itself: somebody sets out, they meet, or one of them didn't come. */

type Command<T extends VisitCommand['type']> = Extract<VisitCommand, { type: T }>
type Decided = VisitEvent[] | Refusal

/** Whoever is on his way may be far away; earlier than that it is a slip of the finger. */
const SET_OUT_HOURS = 12
/** So early they may meet before the hour. */
const MEET_HOURS = 2

const beforeIt = ({ hour }: Visit, hours: number, now: Instant): boolean =>
  hour !== undefined && now < after(hour.start, -hours * HOUR)
const mayMeet = (state: Visit): boolean => isAhead(state) || state.stage === 'set-out'

export function setOut(state: Visit, given: VisitGiven): Decided {
  const { now, actor } = given
  if (state.stage === 'set-out') return []
  if (!isAhead(state)) return refuse('visit.not-ahead')
  if (state.way !== 'home') return refuse('visit.not-home')
  if (beforeIt(state, SET_OUT_HOURS, now)) return refuse('visit.too-early')
  return [...goesOn(state, given), { type: 'SetOutNow', at: now, by: refOf(state, actor) }]
}

/** They met: her clock stops, at this instant or never. */
export function arrive(state: Visit, { checked }: Command<'Arrive'>, given: VisitGiven): Decided {
  const { now, actor } = given
  if (state.stage === 'arrived') return []
  if (!mayMeet(state)) return refuse('visit.not-ahead')
  if (beforeIt(state, MEET_HOURS, now)) return refuse('visit.too-early')
  return [{ type: 'VisitorArrived', at: now, by: refOf(state, actor), checked }, ...stopping(state, now)]
}

/** Where nobody says until when, somebody looks again a day later; longer than that it is said anew, with new evidence. */
const MOST_DAYS = 3

export function suspend(state: Visit, command: Command<'SuspendVisit'>, given: VisitGiven): Decided {
  const { evidence } = command
  const { now, actor } = given
  if (!mayMeet(state)) return refuse('visit.not-ahead')
  if (state.way !== 'home') return refuse('visit.not-home')
  if (state.weather) return refuse('visit.suspended')
  if (evidence.length === 0) return refuse('visit.evidence-missing')
  const until = command.until ?? after(now, DAY)
  if (until <= now || until > after(now, MOST_DAYS * DAY)) return refuse('visit.until-wrong', { days: MOST_DAYS })
  return [{ type: 'VisitSuspended', at: now, by: refOf(state, actor), evidence, until }, ...pausing(state, now)]
}

export function resume(state: Visit, given: VisitGiven): Decided {
  return state.weather ? goesOn(state, given) : refuse('visit.not-suspended')
}

function goesOn(state: Visit, given: VisitGiven): VisitEvent[] {
  if (!state.weather) return []
  const { now, actor } = given
  return [{ type: 'VisitResumed', at: now, by: refOf(state, actor) }, ...resuming(state, now, given)]
}

const NOTE_AT_LEAST = 2

/** What came of it. Whoever has been at her home has arrived there, also where he forgot to say so. */
export function finish(state: Visit, { note, next }: Command<'FinishVisit'>, given: VisitGiven): Decided {
  const { now, actor } = given
  const text = note.trim()
  const by = refOf(state, actor)
  if (state.stage === 'done') return state.finished?.by.id === by.id ? [] : refuse('visit.not-ahead')
  if (text.length < NOTE_AT_LEAST) return refuse('visit.note-missing')
  const met =
    state.way === 'home' && state.stage !== 'arrived' ? arrive(state, { type: 'Arrive', checked: false }, given) : []
  if ('refused' in met) return met
  const is = met.reduce<Visit>((was, event) => evolveVisit(was, event) as Visit, state)
  if (!mayMeet(is) && is.stage !== 'arrived') return refuse('visit.not-ahead')
  if (beforeIt(is, MEET_HOURS, now)) return refuse('visit.too-early')
  return [...met, { type: 'VisitDone', at: now, by, ...(next && { next }), personal: { note: text } }]
}

/**
 * One side didn't come. Where it was staff it stays open with a named person of the centre, and she is offered other
 * hours; where it was she, nothing is held against her.
 */
export function noShow(state: Visit, { who }: Command<'NoShow'>, given: VisitGiven): Decided {
  const { now, actor, duty } = given
  const { stage, hour, missed } = state
  if (stage === 'no-show' && missed?.who === who) return []
  if (!mayMeet(state)) return refuse('visit.not-ahead')
  if (!hour) return refuse('visit.no-hour')
  if (who === 'person' && sideOf(state, actor) === 'person') return refuse('visit.not-yours')
  if (now < hour.start) return refuse('visit.too-early')
  if (who === 'staff' && state.weather) return refuse('visit.suspended')
  const by = refOf(state, actor)
  if (who === 'staff') return [{ type: 'VisitMissed', at: now, by, who, responsible: nameOnly(duty) }]
  return [{ type: 'VisitMissed', at: now, by, who }, ...dropping(state, now)]
}
