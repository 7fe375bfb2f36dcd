import type { Actor } from './decider'
import type { Standing } from './permission'
import type { Visit, VisitSide } from './visit-types'

/** How an actor stands to a visit: whose hour it is comes before what else he is. */
export function standsToVisit(visit: Visit, actor: Actor): Standing | undefined {
  const { owner, helper, hour, responsible, stage } = visit
  const mine = owner === actor.id
  // What a clerk holds for a caller is hers to book, whosever hour it is.
  if (stage === 'held' && actor.role !== 'resident' && helper?.id === actor.id) return 'helper'
  switch (actor.role) {
    case 'resident':
      return mine ? 'applicant' : undefined
    case 'village':
    case 'guide':
    case 'department':
    case 'lawyer':
    case 'town':
    case 'command':
      // Her own visit is another's to mark, whatever she is besides.
      if (mine) return undefined
      if (hour?.person.id === actor.id || responsible.id === actor.id || findsAnHour(visit, actor)) return 'host'
      return helper?.id === actor.id ? 'helper' : undefined
    case 'centre':
      if (mine) return undefined
      return hour?.person.id === actor.id ? 'host' : 'centre'
    case 'supervisor':
      return mine ? undefined : 'supervisor'
    case 'system':
      return 'time'
    default:
      return undefined
  }
}

/** A visit at home that nobody has an hour for is looked after by all of her town’s judicial office. */
const findsAnHour = ({ way, hour, open, place }: Visit, { role, unit }: Actor): boolean =>
  role === 'town' && way === 'home' && open && !hour && unit === place.town

/** Herself and whoever entered it for her are one side; whoever visits and the centre the other. */
export function sideOf(state: Visit, actor: Actor): VisitSide {
  const stands = standsToVisit(state, actor)
  return stands === 'applicant' || stands === 'helper' ? 'person' : 'staff'
}

/** It was booked, and nobody has taken it back. */
export const isAlive = ({ stage }: Visit): boolean => stage !== 'held' && stage !== 'cancelled'

/** What is done isn't offered again, and what only the other side may do isn't offered to this one. */
export function sensibleForVisit(action: string, matter: Visit, actor: Actor): boolean {
  const { stage, open, way, hour, confirmed, asked, weather, rated, owner, personal } = matter
  switch (action) {
    case 'visit.confirm':
      return hour !== undefined && confirmed[sideOf(matter, actor)] === undefined
    case 'visit.reschedule':
    case 'visit.cancel':
      // Where staff didn't come it goes on, where she didn't it is over.
      return open
    case 'visit.askMove':
      return way !== 'home' && hour !== undefined && asked === undefined
    case 'visit.answerMove':
      return asked !== undefined
    case 'visit.setOut':
      return way === 'home'
    case 'visit.suspend':
      return way === 'home' && weather === undefined
    case 'visit.resume':
      return weather !== undefined
    case 'visit.noShow':
      return hour !== undefined && weather === undefined
    case 'visit.rate':
      return rated === undefined && owner === actor.id
    case 'matter.callLog':
      return isAlive(matter) && personal.visitor.phone !== undefined
    case 'matter.note':
      return isAlive(matter)
    case 'matter.reassign':
      return open && isAlive(matter) && (hour === undefined || stage === 'no-show')
    default:
      return true
  }
}
