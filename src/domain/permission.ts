import type { Aid } from './aid-types'
import { type Actor, personRoles, type Role } from './decider'

/** How an actor stands to one matter. What she may do and see follows from this and nothing else. */
export type Standing =
  | 'applicant'
  | 'helper'
  | 'proposed'
  | 'lawyer'
  | 'organisation'
  | 'centre'
  | 'supervisor'
  | 'time'

export function standing(matter: Aid, actor: Actor): Standing | undefined {
  switch (actor.role) {
    case 'resident':
      return matter.owner === actor.id ? 'applicant' : undefined
    case 'village':
    case 'guide':
    case 'town':
    case 'department':
      return matter.helper?.id === actor.id ? 'helper' : undefined
    case 'lawyer':
      if (matter.lawyer?.ref.id !== actor.id) return undefined
      return matter.lawyer.conflict === 'clear' ? 'lawyer' : 'proposed'
    case 'organisation':
      return actor.unit !== undefined && matter.lawyer?.ref.unit === actor.unit ? 'organisation' : undefined
    case 'centre':
    case 'supervisor':
      return actor.role
    case 'system':
      return 'time'
    default:
      return undefined
  }
}

type Row = {
  roles: readonly Role[]
  /** On a matter: from which standing and in which stages. Without it the action needs no matter. */
  on?: { standing: readonly Standing[]; stages?: readonly string[] }
}

const people = personRoles
const everybody = [...people, 'visitor'] as const
const open = ['submitted', 'supplementing', 'granted-unassigned', 'assigned', 'in-hand'] as const
const readers = ['applicant', 'helper', 'proposed', 'lawyer', 'organisation', 'centre', 'supervisor'] as const

/** The one table: the door guards with it, every view's `can` is read from it, the API description quotes it. */
export const permissions: Record<string, Row> = {
  'session.me': { roles: people },
  'session.actAs': { roles: people },
  'unit.list': { roles: everybody },
  'circle.show': { roles: everybody },
  'rota.whoIsOn': { roles: ['lawyer', 'town', 'centre', 'command', 'supervisor', 'admin'] },
  'notice.list': { roles: people },
  'notice.seen': { roles: people },
  'matter.get': { roles: people, on: { standing: readers } },
  'matter.list': { roles: people },
  'matter.track': { roles: everybody },
  'desk.list': {
    roles: ['lawyer', 'organisation', 'village', 'guide', 'town', 'department', 'centre', 'command', 'supervisor'],
  },
  'aid.submit': { roles: ['resident', 'village', 'guide', 'town', 'department', 'centre'] },
  'aid.candidates': { roles: ['centre'], on: { standing: ['centre'], stages: ['submitted', 'granted-unassigned'] } },
  'aid.grant': { roles: ['centre'], on: { standing: ['centre'], stages: ['submitted'] } },
  'aid.conflictAnswer': { roles: ['lawyer'], on: { standing: ['proposed', 'lawyer'], stages: ['assigned'] } },
  'aid.take': { roles: ['lawyer'], on: { standing: ['proposed', 'lawyer'], stages: ['assigned'] } },
  'aid.contacted': { roles: ['lawyer'], on: { standing: ['lawyer', 'proposed'], stages: ['assigned', 'in-hand'] } },
  'aid.signed': { roles: ['lawyer'], on: { standing: ['lawyer', 'proposed'], stages: ['assigned', 'in-hand'] } },
  'aid.report': { roles: ['lawyer'], on: { standing: ['lawyer', 'proposed'], stages: ['in-hand'] } },
  'aid.close': { roles: ['lawyer'], on: { standing: ['lawyer', 'proposed'], stages: ['in-hand'] } },
  'aid.reviewClose': { roles: ['centre'], on: { standing: ['centre'], stages: ['closing'] } },
  // Who has no account says it to whoever entered it, or to the centre.
  'aid.withdraw': {
    roles: ['resident', 'village', 'guide', 'town', 'department', 'centre'],
    on: { standing: ['applicant', 'helper', 'centre'], stages: open },
  },
  // Whoever has to speak with the person, and nobody before the conflict question.
  'matter.callLog': {
    roles: ['lawyer', 'centre'],
    on: {
      standing: ['lawyer', 'centre'],
      stages: ['submitted', 'supplementing', 'granted-unassigned', 'assigned', 'in-hand', 'closing'],
    },
  },
}

export const rolesOf = (action: string): readonly Role[] => permissions[action]?.roles ?? []

export const mayEver = (action: string, role: Role): boolean => rolesOf(action).includes(role)

/** Whether this actor may name this action on this matter at all; what its stage says of it is the decider's word. */
export function mayOn(action: string, matter: Aid, actor: Actor): boolean {
  const row = permissions[action]
  const stands = standing(matter, actor)
  return (
    row?.on !== undefined && stands !== undefined && row.roles.includes(actor.role) && row.on.standing.includes(stands)
  )
}

/** What the page may offer: only what the door would let through now. */
export function can(matter: Aid, actor: Actor): { action: string }[] {
  const stands = standing(matter, actor)
  if (!stands) return []
  return Object.entries(permissions)
    .filter(
      ([action, { on }]) =>
        on?.stages?.includes(matter.stage) && mayOn(action, matter, actor) && sensible(action, matter, actor),
    )
    .map(([action]) => ({ action }))
}

/** The rule inside a stage: first the conflict question, then the matter; what is done isn't offered again. */
function sensible(action: string, matter: Aid, actor: Actor): boolean {
  const clear = matter.lawyer?.conflict === 'clear'
  const runs = (code: string) => matter.clocks.some((c) => c.code === code && c.state !== 'stopped')
  switch (action) {
    case 'aid.conflictAnswer':
      return !clear
    case 'matter.callLog':
      return matter.personal.applicant.phone !== undefined
    case 'aid.withdraw':
      return matter.owner === undefined || matter.owner === actor.id
    case 'aid.grant':
    case 'aid.reviewClose':
      return matter.owner !== actor.id
    case 'aid.take':
      return clear
    case 'aid.contacted':
      return clear && runs('aid.contact')
    case 'aid.signed':
      return clear && runs('aid.sign')
    default:
      return true
  }
}
