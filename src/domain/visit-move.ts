import { isRefusal, type PersonRef, type Refusal, refuse } from './decider'
import { after, earliest, MINUTE } from './time'
import { cancelling, dropping, promiseAnew } from './visit-clocks'
import { bookHeld, claim, ranOut } from './visit-hold'
import { byOf, refOf } from './visit-people'
import { sideOf } from './visit-permission'
import type { Visit, VisitCommand, VisitEvent, VisitGiven } from './visit-types'

/** What becomes of a booked hour before it comes: confirmed, moved, given up for somebody else, taken back. */

type Command<T extends VisitCommand['type']> = Extract<VisitCommand, { type: T }>
type Decided = VisitEvent[] | Refusal

export const isAhead = ({ stage }: Visit): boolean => stage === 'booked' || stage === 'confirmed'

/** Who comes to her comes late too: a home visit is owed until somebody arrives. */
const hasBegun = ({ way, hour }: Visit, now: string): boolean =>
  way !== 'home' && hour !== undefined && hour.start <= now

/** Why nothing can be done about its hour any more. */
const notAhead = (state: Visit): Refusal => refuse(ranOut(state) ? 'visit.hold-ended' : 'visit.not-ahead')

export function confirm(state: Visit, given: VisitGiven): Decided {
  const { now, actor, wanted, next } = given
  const { stage, hour, confirmed } = state
  if (stage === 'held') return bookHeld(state, given)
  if (!isAhead(state) || hasBegun(state, now)) return notAhead(state)
  if (!hour) return refuse('visit.no-hour')
  // What was closed or left out of the plan meanwhile stays hers until somebody moves it; what another has doesn't.
  if (wanted && 'room' in wanted && wanted.room === 'taken') return refuse('visit.slot-taken', { next })
  const side = sideOf(state, actor)
  return confirmed[side] ? [] : [{ type: 'VisitConfirmed', at: now, side, by: byOf(state, actor) }]
}

/** The new hour is taken and the old one given back in one save. */
export function move(state: Visit, { why }: Command<'MoveVisit'>, given: VisitGiven): Decided {
  const { now, actor } = given
  const { stage, hour: from, open, way } = state
  const mayMove = stage === 'held' || isAhead(state) || (stage === 'no-show' && open)
  if (!mayMove || (stage !== 'no-show' && hasBegun(state, now))) return notAhead(state)
  const found = claim(given)
  if (isRefusal(found)) return found
  const { hour } = found
  if (hour.way !== way) return refuse('visit.other-way')
  if (hour.slot === from?.slot && stage !== 'no-show') return []
  const side = sideOf(state, actor)
  const by = byOf(state, actor)
  const was = from ? { from } : {}
  const personal = why ? { why } : {}
  return [
    { type: 'VisitMoved', at: now, side, by, ...was, hour, responsible: hour.person, personal },
    // Whom we left waiting has chosen nothing: her promise stays as it was.
    ...(side === 'person' && stage !== 'no-show' ? promiseAnew(state, hour, given) : []),
  ]
}

/** An hour is hers: for somebody who can't come it may be asked for, and another is kept for her until she answers. */
export function askMove(state: Visit, { matter }: Command<'AskMove'>, given: VisitGiven): Decided {
  const { now, actor, policy, waiting } = given
  const { way, hour, asked } = state
  if (!isAhead(state) || !hour || hour.start <= now) return notAhead(state)
  if (way === 'home' || waiting?.way !== 'home' || !waiting.open) return refuse('visit.only-for-home')
  const found = claim(given)
  if (isRefusal(found)) return found
  if (asked) {
    const same = asked.matter === matter && asked.hour.slot === found.hour.slot
    return same ? [] : refuse('visit.already-asked')
  }
  if (found.hour.way !== way) return refuse('visit.other-way')
  if (found.hour.slot === hour.slot) return refuse('visit.slot-taken', { next: given.next })
  const until = earliest(after(now, policy['visit.askMinutes'] * MINUTE), hour.start, found.hour.start)
  return [{ type: 'MoveAsked', at: now, by: refOf(state, actor), hour: found.hour, matter, until }]
}

export function answerMove(state: Visit, { yes }: Command<'AnswerMove'>, { now, actor }: VisitGiven): Decided {
  const { asked, hour } = state
  if (sideOf(state, actor) !== 'person') return refuse('visit.not-yours')
  if (!asked || !hour || !isAhead(state)) return refuse('visit.nobody-asked')
  const { by: asker, matter } = asked
  const answered = { type: 'MoveAnswered' as const, at: now, by: actor.id, asker, matter }
  return [yes ? { ...answered, yes, gave: hour, hour: asked.hour } : { ...answered, yes }]
}

/** It has the hour that somebody gave up for it, unless it has an earlier one by now. */
export function takeRoom(state: Visit, { hour }: Command<'TakeRoom'>, { now, wanted, next }: VisitGiven): Decided {
  const { way, hour: from } = state
  if (way !== 'home') return refuse('visit.only-for-home')
  if (!isAhead(state) || hour.start <= now) return notAhead(state)
  if (wanted && 'room' in wanted && wanted.room === 'taken') return refuse('visit.slot-taken', { next })
  // An hour that is over, and nobody came in it, is none.
  if (from && from.end > now && from.start <= hour.start) return []
  return [{ type: 'RoomTaken', at: now, ...(from && { from }), hour, responsible: hour.person }]
}

/** Hers to take back; staff say why, and she reads it. */
export function cancel(state: Visit, { why }: Command<'CancelVisit'>, given: VisitGiven): Decided {
  const { now, actor } = given
  const { stage, open } = state
  const side = sideOf(state, actor)
  if (stage === 'cancelled') return state.cancelled?.by === side ? [] : notAhead(state)
  const mayCancel = stage === 'held' || isAhead(state) || (stage === 'no-show' && open)
  if (!mayCancel || (stage !== 'no-show' && hasBegun(state, now))) return notAhead(state)
  if (side === 'staff' && stage !== 'held' && !why?.trim()) return refuse('visit.why-missing')
  const by: string | PersonRef = byOf(state, actor)
  return [
    { type: 'VisitCancelled', at: now, side, by, personal: why ? { why } : {} },
    ...(side === 'person' ? cancelling(state, now) : dropping(state, now)),
  ]
}
