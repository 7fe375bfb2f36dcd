import type { PersonRef } from './decider'
import type { Made, Notice } from './notice'
import { durationOf, msBetween } from './time'
import { HOME } from './visit-clocks'
import type { Hour, Visit, VisitEvent } from './visit-types'

type Told = Omit<Notice, 'at' | 'lateBy'>
type Params = Record<string, string>

/**
 * What one event tells to whom; `state` is the visit after it. Nothing personal goes into a template's params but the
 * names of those who work on it. Reminders and what is asked afterwards carry how late they were themselves.
 */
export function visitNotices(event: VisitEvent, state: Visit, { now, due }: Made): Notice[] {
  const since = event.type === 'ClockOverdue' ? event.at : due
  const lateBy = isTimed(event) ? event.lateBy : since < now ? durationOf(msBetween(since, now)) : undefined
  return told(event, state).map((notice) => ({ ...notice, at: now, ...(lateBy && { lateBy }) }))
}

type Timed = Extract<VisitEvent, { type: 'VisitReminded' | 'VisitUnmarked' }>
const isTimed = (event: VisitEvent): event is Timed => event.type === 'VisitReminded' || event.type === 'VisitUnmarked'

const app = (to: string | undefined, template: string, params: Params = {}): Told[] =>
  to ? [{ to, channel: 'app', template, params }] : []
const wechat = (to: string | undefined, template: string, params: Params = {}): Told[] =>
  to ? [{ to, channel: 'wechat', template, params }] : []
const sms = (to: string | undefined, template: string, params: Params = {}): Told[] =>
  to ? [{ to, channel: 'sms', template, params }] : []

/** Whoever has it on his desk; `but`: what he did himself he knows. */
const staff = (ref: PersonRef | undefined, template: string, params: Params, but?: string | PersonRef): Told[] =>
  ref && ref.id !== idOf(but) ? [...app(ref.id, template, params), ...wechat(ref.id, template, params)] : []
/** Who must do something today is looked for by telephone too. */
const atOnce = (ref: PersonRef | undefined, template: string, params: Params, but?: string | PersonRef): Told[] =>
  ref && ref.id !== idOf(but) ? [...staff(ref, template, params), ...sms(ref.phone, template, params)] : []

const idOf = (by: string | PersonRef | undefined): string | undefined => (typeof by === 'string' ? by : by?.id)

/** What the one who visits is told of an hour: when, how and in which village, of whom it is nothing. */
const forStaff = ({ way, place, language }: Visit, hour?: Hour): Params => ({
  way,
  place: place.text,
  language,
  ...(hour && { at: hour.start }),
})

/** What she is told of it: when, how and with whom; where she has to go, and at home nothing of where that is. */
const forHer = ({ way, hour, responsible }: Visit): Params => {
  const who = hour?.person ?? responsible
  return {
    way,
    by: who.name,
    ...(who.org && { org: who.org }),
    ...(who.phone && { phone: who.phone }),
    ...(hour && { at: hour.start, ...(hour.way === 'office' && { place: hour.place.text }) }),
  }
}

function told(event: VisitEvent, state: Visit): Told[] {
  const { hour, responsible, stage, confirmed } = state
  if (stage === 'held') return []
  const about = forStaff(state, hour)
  const hers = forHer(state)
  switch (event.type) {
    case 'VisitBooked':
      return hour
        ? [
            ...person(state, 'visit.booked', hers),
            ...(state.way === 'home' ? atOnce : staff)(hour.person, 'visit.host-booked', about, event.by),
          ]
        : atOnce(responsible, 'visit.find-hour', about)
    case 'ClockStarted':
      // Nobody has an hour for her yet: she hears until when somebody comes, and who answers for it.
      return event.code === HOME && event.generation === 1 && !hour
        ? person(state, 'visit.home-owed', { ...hers, at: event.dueAt })
        : []
    case 'VisitConfirmed':
      return event.side === 'person'
        ? app(responsible.id, 'visit.host-confirmed', about)
        : person(state, 'visit.confirmed', hers)
    case 'VisitMoved':
      return [...moved(state, event, event.by), ...gone(event.from, event.hour, state, event.by)]
    case 'RoomTaken':
      return [...moved(state, event), ...gone(event.from, event.hour, state)]
    case 'MoveAsked':
      return person(state, 'visit.move-asked', {
        ...hers,
        ...(event.hour.person.id !== hour?.person.id && { other: event.hour.person.name }),
        to: event.hour.start,
        until: event.until,
      })
    case 'MoveAnswered':
      return event.yes && event.gave && event.hour
        ? [
            ...person(state, 'visit.moved', hers),
            ...staff(event.hour.person, 'visit.host-moved', about),
            ...gone(event.gave, event.hour, state),
            ...staff(event.asker, 'visit.hour-given', forStaff(state, event.gave)),
          ]
        : staff(event.asker, 'visit.hour-kept', about)
    case 'MoveLapsed':
      return staff(event.asker, 'visit.hour-kept', about)
    case 'VisitCancelled':
      return [
        ...person(state, event.side === 'staff' ? 'visit.cancelled' : 'visit.taken-back', hers, event.by),
        ...staff(hour?.person ?? responsible, 'visit.host-called-off', about, event.by),
        ...(hour && hour.person.id !== responsible.id
          ? app(responsible.id, 'visit.host-called-off', about).filter(({ to }) => to !== idOf(event.by))
          : []),
      ]
    case 'VisitReminded': {
      const soon = event.nth === 2
      const template = soon ? 'visit.remind-soon' : confirmed.person ? 'visit.reminded' : 'visit.confirm-please'
      return [
        ...person(state, template, hers),
        ...staff(hour?.person, soon ? 'visit.host-soon' : 'visit.host-reminded', about),
      ]
    }
    case 'VisitUnmarked':
      return staff(event.to, 'visit.unmarked', { ...about, by: responsible.name })
    case 'SetOutNow':
      return person(state, 'visit.set-out', { ...hers, by: event.by.name })
    case 'VisitSuspended':
      return person(state, 'visit.suspended', { ...hers, until: event.until })
    case 'VisitResumed':
      return [...person(state, 'visit.resumed', hers), ...atOnce(responsible, 'visit.go-on', about, event.by)]
    case 'VisitDone':
      return person(state, 'visit.done', hers)
    case 'VisitMissed':
      return event.who === 'staff'
        ? [
            // Who is named is who answers for it now, not who didn't come.
            ...person(state, 'visit.missed', { by: responsible.name, phone: responsible.phone ?? '' }),
            ...atOnce(responsible, 'visit.we-missed', about),
            ...(hour && hour.person.id !== responsible.id ? app(hour.person.id, 'visit.host-missed', about) : []),
          ]
        : person(state, 'visit.not-met', hers)
    case 'VisitRated':
      return staff(event.responsible, 'visit.bad-rating', about)
    case 'ResponsibleChanged':
      return [
        ...atOnce(event.to, stage === 'no-show' ? 'visit.we-missed' : 'visit.find-hour', about),
        ...app(event.from?.id, 'visit.host-gone', { ...about, by: event.to.name }),
      ]
    case 'ClockOverdue':
      return [
        ...person(state, 'visit.home-late', { by: responsible.name, phone: responsible.phone ?? '' }),
        ...atOnce(responsible, 'visit.host-late', about),
      ]
    default:
      return []
  }
}

type Moved = { from?: Hour; hour: Hour }

/** She has another hour, or the first one at last; whoever has it now hears of it. */
function moved(state: Visit, { from, hour }: Moved, by?: string | PersonRef): Told[] {
  const same = from?.person.id === hour.person.id
  return [
    ...person(state, from ? 'visit.moved' : 'visit.hour-found', forHer(state)),
    ...staff(hour.person, same ? 'visit.host-moved' : 'visit.host-booked', forStaff(state, hour), by),
  ]
}

/** Who had the hour before and needn't come any more. */
const gone = (from: Hour | undefined, to: Hour, state: Visit, by?: string | PersonRef): Told[] =>
  from && from.person.id !== to.person.id
    ? staff(from.person, 'visit.host-gone', { ...forStaff(state, from), by: to.person.name }, by)
    : []

/** What is worth a subscription message: it is booked, it is different, it is soon, or something is asked of her. */
const SUBSCRIBED: readonly string[] = [
  'visit.booked',
  'visit.hour-found',
  'visit.moved',
  'visit.move-asked',
  'visit.cancelled',
  'visit.confirm-please',
  'visit.reminded',
  'visit.remind-soon',
  'visit.set-out',
  'visit.suspended',
  'visit.missed',
  'visit.home-late',
]

/** The person herself, her helper, her kin: whoever she chose; her own account always. `but`: who did it knows it. */
function person(state: Visit, template: string, params: Params = {}, but?: string | PersonRef): Told[] {
  const { owner, helper, tell, personal } = state
  const forHelper = { ...params, reader: 'helper' }
  const chosen = [
    ...app(owner, template, params),
    ...(SUBSCRIBED.includes(template) ? wechat(owner, template, params) : []),
    ...(owner || !tell.includes('person') ? [] : sms(personal.visitor.phone, template, params)),
    ...(tell.includes('helper') ? app(helper?.id, template, forHelper) : []),
    ...(tell.includes('kin') ? sms(personal.kin?.phone, template, { ...params, reader: 'kin' }) : []),
  ]
  // Nobody reachable was chosen: whoever entered it is told, rather than nobody.
  const those = chosen.length > 0 ? chosen : app(helper?.id, template, forHelper)
  return those.filter(({ to }) => to !== idOf(but))
}
