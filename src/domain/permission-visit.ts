import { personRoles } from './decider'
import type { PermissionRow } from './permission-row'

/** The rows of visits, in the one table of permission-table. */

/** Who may be visited, or visits. */
const hosts = ['lawyer', 'village', 'guide', 'town', 'department', 'centre', 'command'] as const
const bookers = ['resident', 'village', 'guide', 'town', 'department', 'centre', 'command'] as const
const own = ['applicant', 'helper'] as const
const staff = ['host', 'centre'] as const
const ahead = ['booked', 'confirmed'] as const
export const visitStanding = ['host'] as const
/** While there is still something to do about it. */
export const visited = ['held', ...ahead, 'set-out', 'arrived', 'done', 'no-show'] as const
const planners = ['lawyer', 'town', 'centre'] as const

export const visitPermissions: Record<string, PermissionRow> = {
  'visit.slots': { roles: [...personRoles, 'visitor'] },
  'visit.hold': { roles: bookers },
  'visit.book': { roles: bookers, on: { standing: own, stages: ['held'] } },
  'visit.confirm': { roles: personRoles, on: { standing: [...own, ...staff], stages: ahead } },
  'visit.reschedule': {
    roles: personRoles,
    on: { standing: [...own, ...staff], stages: ['held', ...ahead, 'no-show'] },
  },
  'visit.askMove': { roles: hosts, on: { standing: staff, stages: ahead } },
  'visit.answerMove': { roles: bookers, on: { standing: own, stages: ahead } },
  'visit.cancel': { roles: personRoles, on: { standing: [...own, ...staff], stages: ['held', ...ahead, 'no-show'] } },
  'visit.setOut': { roles: hosts, on: { standing: staff, stages: ahead } },
  'visit.arrive': { roles: hosts, on: { standing: staff, stages: [...ahead, 'set-out'] } },
  'visit.suspend': { roles: hosts, on: { standing: staff, stages: [...ahead, 'set-out'] } },
  'visit.resume': { roles: hosts, on: { standing: staff, stages: [...ahead, 'set-out'] } },
  'visit.done': { roles: hosts, on: { standing: staff, stages: [...ahead, 'set-out', 'arrived'] } },
  'visit.noShow': { roles: personRoles, on: { standing: [...own, ...staff], stages: [...ahead, 'set-out'] } },
  // By the person herself, never on the helper's phone.
  'visit.rate': { roles: ['resident'], on: { standing: ['applicant'], stages: ['done'] } },
  'visit.calendar': { roles: personRoles, on: { standing: [...own, ...staff] } },
  'visit.plans': { roles: [...planners, 'supervisor'] },
  'visit.savePlan': { roles: planners },
  'visit.removePlan': { roles: planners },
  'visit.open': { roles: planners },
  'visit.close': { roles: planners },
  'visit.unclose': { roles: planners },
  'visit.day': { roles: [...planners, 'supervisor'] },
}
