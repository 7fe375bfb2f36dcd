import { isRefusal, type PersonRef, type Refusal, refuse } from './decider'
import { after, MINUTE } from './time'
import { startHome } from './visit-clocks'
import { nameOnly } from './visit-people'
import type { Hour, Visit, VisitCommand, VisitEvent, VisitForm, VisitGiven, VisitState, VisitWay } from './visit-types'

/** An hour is held while she fills in the form, and then booked. */

type Command<T extends VisitCommand['type']> = Extract<VisitCommand, { type: T }>
type Decided = VisitEvent[] | Refusal

/** The hour that was named, as the day's book stands in this very save; or who comes too late hears the next three. */
export function claim({ wanted, next }: VisitGiven): { hour: Hour } | Refusal {
  if (!wanted) return refuse('visit.no-hour')
  if ('problem' in wanted) return refuse('visit.not-offered', { problem: wanted.problem })
  // Who presses twice has one hour, however many there is room for.
  if (wanted.yours) return refuse('visit.already-yours', { id: wanted.yours })
  return wanted.room === 'taken' ? refuse('visit.slot-taken', { next }) : { hour: wanted.hour }
}

export function hold(state: VisitState, command: Command<'HoldVisit'>, given: VisitGiven): Decided {
  if (state.stage !== 'blank') return refuse('visit.already-booked')
  const { now, actor, policy } = given
  const found = claim(given)
  if (isRefusal(found)) return found
  const most = tooMany(command.owner, given)
  if (most) return most
  const { type: _, slot: _slot, ...whose } = command
  const until = after(now, policy['visit.holdMinutes'] * MINUTE)
  return [{ type: 'VisitHeld', at: now, by: actor.id, ...whose, hour: found.hour, until }]
}

/** Nobody keeps more hours from others than the county allows; who enters visits for others isn't counted. */
function tooMany(owner: string | undefined, { openOnes, policy }: VisitGiven): Refusal | undefined {
  const most = policy['visit.openMost']
  return owner && openOnes >= most ? refuse('visit.too-many-open', { most }) : undefined
}

/** What she held, ran out. */
export const ranOut = ({ heldUntil, cancelled }: Visit): boolean => heldUntil !== undefined && cancelled?.by === 'time'

export function book(state: VisitState, command: Command<'BookVisit'>, given: VisitGiven): Decided {
  if (state.stage !== 'blank' && ranOut(state)) return refuse('visit.hold-ended', { next: given.next })
  if (state.stage !== 'blank' && state.stage !== 'held') return refuse('visit.already-booked')
  const { type: _, slot: _slot, callFrom, personal, way: asked, ...form } = command
  const found = hourFor(state, asked, given)
  if (isRefusal(found)) return found
  const { hour } = found
  const way = hour?.way ?? asked
  const wrong = tooMany(form.owner, given) ?? (way === 'home' ? unfit(form, personal, hour) : undefined)
  return wrong ?? booking(form, { way, personal, ...(hour && { hour }), ...(callFrom && { callFrom }) }, given)
}

/** The hour that was named, else the one that is held; only a home visit may wait for one. */
function hourFor(state: VisitState, way: VisitWay, given: VisitGiven): { hour?: Hour } | Refusal {
  if (given.wanted) return claim(given)
  if (state.stage === 'held' && state.hour) return { hour: state.hour }
  return way === 'home' ? {} : refuse('visit.no-hour')
}

/** Who could come is visited in an hour that is planned for it; and a child never alone. */
function unfit(form: VisitForm, personal: Command<'BookVisit'>['personal'], hour?: Hour): Refusal | undefined {
  if (!hour && !form.need) return refuse('visit.need-missing')
  if (!personal.address) return refuse('visit.address-missing')
  const child = form.minor || form.need === 'left-behind-child'
  return child && !personal.companion ? refuse('visit.minor-alone') : undefined
}

type Booking = Pick<Command<'BookVisit'>, 'way' | 'callFrom' | 'personal'> & { hour?: Hour }

function booking(form: VisitForm, { way, callFrom, personal, hour }: Booking, given: VisitGiven): VisitEvent[] {
  const { now, actor, local, duty } = given
  // Her promise runs from when she pressed send; a call from when it began: the promise is to the person.
  const sentAt = callFrom ?? now
  const responsible: PersonRef = hour?.person ?? nameOnly(local ?? duty)
  const which = { way, sentAt, ...(hour && { hour }), responsible }
  return [
    { type: 'VisitBooked', at: now, by: actor.id, ...form, ...which, personal },
    ...(way === 'home' ? [startHome(sentAt, hour, form.need, given)] : []),
  ]
}

/** She said yes to the hour she holds and nothing else: it is hers, with what is known of her. */
export function bookHeld(state: Visit, given: VisitGiven): Decided {
  const { owner, place, need, way } = state
  // Whoever enters it for another needs that person's word, and who is visited at home an address.
  if (owner !== given.actor.id || way === 'home') return refuse('visit.form-first')
  const form = { place, topic: state.topic, language: state.language, tell: state.tell, owner, ...(need && { need }) }
  const said: Command<'BookVisit'> = { type: 'BookVisit', way, ...form, tell: ['person'], personal: { visitor: {} } }
  const booked = book(state, said, given)
  if (isRefusal(booked)) return booked
  return [...booked, { type: 'VisitConfirmed', at: given.now, side: 'person', by: given.actor.id }]
}
