import type { AidEvent } from './aid-events'
import { isTurn } from './aid-turn-types'
import { type Aid, owesLater } from './aid-types'
import { toldOfTurn } from './notice-aid-turns'
import { app, houseOf, person, sms, type Told } from './notice-whom'
import type { Duration, Instant } from './time'
import { durationOf, msBetween } from './time'

/** Who is told what. `to` is a person's id, or a telephone number where there is no account. */
export type Notice = {
  at: Instant
  lateBy?: Duration
  to: string
  channel: 'app' | 'wechat' | 'sms'
  template: string
  params: Record<string, string>
}

/**
 * What one event tells to whom. The act of telling happens now, whatever moment is judged; `lateBy` says how far
 * the two lie apart. Nothing personal goes into a template's params but the names of those who work on the matter.
 */
export function noticesOf(event: AidEvent, matter: Aid, { now, due }: Made): Notice[] {
  const notices = told(event, matter)
  const since = event.type === 'ClockOverdue' ? event.at : due
  const late = since < now ? { lateBy: durationOf(msBetween(since, now)) } : {}
  return notices.map((notice) => ({ ...notice, at: now, ...late }))
}

/** When the telling happens, and when what is told should have: earlier, where the machine had slept. */
export type Made = { now: Instant; due: Instant }

/** That it was terminated is told by whoever ended it, also while a supervisor looks at it. */
const tellerOf = ({ stage, terminated, responsible }: Aid): string =>
  stage === 'objected' && terminated ? terminated.by.id : responsible.id

/** Papers of what was provided first are asked for by whoever provided it: the lawyer who has it meanwhile can't. */
const askerOf = ({ stage, providedFirst, responsible }: Aid): string =>
  owesLater({ stage, providedFirst }) && providedFirst ? providedFirst.by.id : responsible.id

/** The organ is told by whoever assigned, not by the lawyer. */
const notifierOf = ({ stage, lawyer, criminal, responsible }: Aid): string =>
  stage === 'granted-unassigned' ? responsible.id : (lawyer?.by?.id ?? criminal?.to ?? responsible.id)

const answersFor = (matter: Aid, code: string): string => {
  if (code === 'aid.notify') return notifierOf(matter)
  if (code === 'aid.regularise') return askerOf(matter)
  return code === 'aid.terminate' ? tellerOf(matter) : matter.responsible.id
}

function told(event: AidEvent, matter: Aid): Told[] {
  if (isTurn(event)) return toldOfTurn(event, matter)
  const { topic, responsible, lawyer } = matter
  switch (event.type) {
    case 'AidSubmitted':
      return [
        ...person(matter, 'aid.received', { by: responsible.name }),
        ...app(responsible.id, 'aid.to-review', { topic }),
        // Nobody sits at the desk: it goes to the telephone of whoever is on duty.
        ...(event.outOfHours ? sms(responsible.phone, 'aid.to-review', { topic }) : []),
      ]
    case 'PapersListed':
      return person(matter, 'aid.papers', { count: String(event.count), by: event.by.name })
    case 'PapersSupplied':
      return event.all ? app(responsible.id, 'aid.papers-in', { topic }) : []
    case 'PaperUnreadable':
      return [
        ...app(event.sender, 'aid.paper-unreadable', event.sender === responsible.id ? {} : { by: responsible.name }),
        ...(event.sender === responsible.id ? [] : app(responsible.id, 'aid.paper-to-ask', { topic })),
      ]
    case 'LawyerFrozen':
      return [
        ...app(event.to.id, 'aid.conflict-found', { lawyer: event.lawyer.name, topic }),
        ...app(event.lawyer.id, 'aid.frozen', { topic }),
      ]
    case 'ConflictAskedAgain':
      return app(event.lawyer.id, 'aid.parties-changed', { topic })
    case 'ChangeRuled':
      return [
        ...app(lawyer?.ref.id, event.ok ? 'aid.replaced' : lawyer?.conflict === 'asked' ? 'aid.stays' : 'aid.goes-on', {
          topic,
        }),
        ...(event.of === 'asked' && !event.ok ? person(matter, 'aid.change-refused') : []),
      ]
    case 'RefusalProposed':
      return app(event.to.id, 'aid.to-confirm', { topic })
    case 'RefusalReturned':
      return app(event.to.id, 'aid.refusal-returned', { topic })
    case 'AidRefused':
      return person(matter, 'aid.refused')
    case 'AidTransferred': {
      const { agency, person: whom = '', phone = '' } = event.personal
      return person(matter, 'aid.transferred', { agency, whom, phone })
    }
    case 'LawyerSwapped':
      return [
        ...person(matter, 'aid.swapped', { lawyer: event.lawyer.name, org: event.lawyer.org ?? '' }),
        ...app(event.lawyer.id, 'aid.assigned-to-you', { topic }),
        ...app(event.from.id, 'aid.given-on', { topic }),
      ]
    case 'ResponsibleChanged':
      return app(event.to.id, 'aid.yours-now', { topic })
    case 'CalledBack':
    case 'AidRated':
      return event.responsible ? app(event.responsible.id, 'aid.bad-rating', { topic }) : []
    case 'AidRectified':
      // How she rated is hers: neither helper nor kin hears what came of it.
      return person({ ...matter, helper: undefined, tell: ['person'] }, 'aid.rectified')
    case 'AidDeemedWithdrawn':
      return person(matter, 'aid.deemed-withdrawn', { by: event.by.name })
    case 'LawyerAssigned':
      return [
        ...person(matter, 'aid.assigned', { lawyer: event.lawyer.name, org: event.lawyer.org ?? '' }),
        ...app(event.lawyer.id, 'aid.assigned-to-you', { topic }),
        ...app(event.lawyer.unit && houseOf(event.lawyer.unit), 'aid.assigned-to-house', {
          lawyer: event.lawyer.name,
          topic,
        }),
      ]
    case 'AssignmentEscalated':
      return [
        ...person(matter, 'aid.searching', { by: event.to.name }),
        ...app(event.to.id, 'aid.find-lawyer', { topic }),
      ]
    case 'LawyerReleased':
      return [
        ...app((matter.decision ?? matter.providedFirst)?.by.id ?? event.to?.id, 'aid.lawyer-left', {
          lawyer: event.lawyer.name,
          topic,
        }),
        // That another is coming, and not why: that is his to tell.
        ...(event.cause === 'conflict' ? [] : person(matter, 'aid.lawyer-changes')),
      ]
    case 'AidTaken':
      return person(matter, 'aid.taken', { lawyer: lawyer?.ref.name ?? '' })
    case 'ProgressReported':
      return event.change ? person(matter, 'aid.progress', { lawyer: lawyer?.ref.name ?? '' }) : []
    case 'AidClosed':
      return [
        ...person(matter, 'aid.closing', { lawyer: lawyer?.ref.name ?? '' }),
        ...app(responsible.id, 'aid.to-check', { topic }),
      ]
    case 'CloseReviewed':
      return event.ok ? person(matter, 'aid.closed') : app(lawyer?.ref.id, 'aid.close-returned', { topic })
    case 'AidWithdrawn':
      return [
        ...app(lawyer?.ref.id, 'aid.withdrawn', { topic }),
        ...(lawyer ? [] : app(responsible.id, 'aid.withdrawn', { topic })),
      ]
    case 'ClockOverdue':
      if (event.code === 'aid.supplement') return app(askerOf(matter), 'aid.ring-for-papers', { topic })
      return app(answersFor(matter, event.code), 'clock.overdue', { clock: event.code, topic })
    default:
      return []
  }
}
