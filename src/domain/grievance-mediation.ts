import { limitOn, startClock } from './clock'
import type { Circumstances } from './decider'
import type { Grievance } from './grievance-types'
import type { Policy } from './policy'
import { after, DAY, dayOf, type Instant, NEVER } from './time'

/** A mediation agreement: both sides may have the court confirm it within a limit, and are reminded before it ends. */

/**
 * The end of the limit, counted from the day of the agreement. It is a right and no promise: nothing is late for it, so
 * it is a date and no clock.
 */
export const confirmBy = (
  agreedAt: Instant,
  { limits, calendar }: Pick<Circumstances, 'limits' | 'calendar'>,
): Instant => startClock(limitOn(limits, 'mediation.confirm', dayOf(agreedAt)), agreedAt, calendar).dueAt

export const remindsAt = ({ confirm }: Pick<Grievance, 'confirm'>, policy: Policy): Instant =>
  confirm && !confirm.reminded ? after(confirm.by, -policy['grievance.confirmDays'] * DAY) : NEVER
