import { type Aid, holdsLawyer } from './aid-types'
import { type Actor, personRoles, type Role } from './decider'
import { toCallBack } from './desk'

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
const clerks = ['town', 'department', 'centre'] as const
const enterers = ['resident', 'village', 'guide', ...clerks] as const
const open = ['submitted', 'supplementing', 'refusal-unconfirmed', 'granted-unassigned', 'assigned', 'in-hand'] as const
const held = ['assigned', 'in-hand'] as const
const readers = ['applicant', 'helper', 'proposed', 'lawyer', 'organisation', 'centre', 'supervisor'] as const

/** The one table: the door guards with it, every view's `can` is read from it, the API description quotes it. */
export const permissions: Record<string, Row> = {
  'session.me': { roles: people },
  'session.actAs': { roles: people },
  'session.bind': { roles: people },
  'file.begin': { roles: people },
  'file.arrived': { roles: people },
  'file.link': { roles: people },
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
  'slip.print': { roles: ['village', 'town', 'centre'] },
  'aid.submit': { roles: enterers },
  'aid.complete': { roles: enterers, on: { standing: ['applicant', 'helper', 'centre'], stages: open } },
  'aid.supplementList': {
    roles: ['centre', 'supervisor'],
    on: { standing: ['centre', 'supervisor'], stages: ['submitted', 'supplementing'] },
  },
  'aid.supplement': { roles: enterers, on: { standing: ['applicant', 'helper', 'centre'], stages: ['supplementing'] } },
  'aid.deemedWithdrawn': { roles: ['centre'], on: { standing: ['centre'], stages: ['supplementing'] } },
  'aid.parties': {
    roles: [...enterers, 'lawyer'],
    on: { standing: ['applicant', 'helper', 'centre', 'lawyer'], stages: open },
  },
  'aid.candidates': {
    roles: ['centre', 'organisation'],
    on: { standing: ['centre', 'organisation'], stages: ['submitted', 'granted-unassigned', ...held] },
  },
  'aid.grant': { roles: ['centre'], on: { standing: ['centre'], stages: ['submitted'] } },
  'aid.refuse': { roles: ['centre'], on: { standing: ['centre'], stages: ['submitted'] } },
  'aid.confirmRefusal': {
    roles: ['centre', 'supervisor'],
    on: { standing: ['centre', 'supervisor'], stages: ['refusal-unconfirmed'] },
  },
  'aid.transfer': { roles: ['centre'], on: { standing: ['centre'], stages: ['submitted', 'supplementing'] } },
  'aid.assign': { roles: ['centre'], on: { standing: ['centre'], stages: ['granted-unassigned'] } },
  'aid.ruleChange': { roles: ['centre'], on: { standing: ['centre'], stages: held } },
  'aid.conflictAnswer': { roles: ['lawyer'], on: { standing: ['proposed', 'lawyer'], stages: held } },
  'aid.confirm': { roles: ['organisation'], on: { standing: ['organisation'], stages: held } },
  'aid.swapInside': { roles: ['organisation'], on: { standing: ['organisation'], stages: held } },
  'aid.take': { roles: ['lawyer'], on: { standing: ['proposed', 'lawyer'], stages: ['assigned'] } },
  'aid.contacted': {
    roles: ['lawyer', 'centre'],
    on: { standing: ['lawyer', 'proposed', 'centre'], stages: [...held, 'closed'] },
  },
  'aid.signed': { roles: ['lawyer'], on: { standing: ['lawyer', 'proposed'], stages: ['assigned', 'in-hand'] } },
  'aid.report': { roles: ['lawyer'], on: { standing: ['lawyer', 'proposed'], stages: ['in-hand'] } },
  'aid.close': { roles: ['lawyer'], on: { standing: ['lawyer', 'proposed'], stages: ['in-hand'] } },
  'aid.reviewClose': { roles: ['centre'], on: { standing: ['centre'], stages: ['closing'] } },
  // By the person herself, never on the helper's or the lawyer's phone.
  'aid.rate': { roles: ['resident'], on: { standing: ['applicant'], stages: ['closed'] } },
  'aid.calledBack': { roles: ['centre', 'supervisor'], on: { standing: ['centre', 'supervisor'], stages: ['closed'] } },
  'aid.rectified': { roles: ['centre'], on: { standing: ['centre'], stages: ['closed'] } },
  // Who has no account says it to whoever entered it, or to the centre.
  'aid.withdraw': {
    roles: enterers,
    on: { standing: ['applicant', 'helper', 'centre'], stages: open },
  },
  // Whoever has to speak with the person, and nobody before the conflict question.
  'matter.callLog': {
    roles: ['lawyer', 'centre', 'supervisor'],
    on: { standing: ['lawyer', 'centre', 'supervisor'], stages: [...open, 'closing', 'closed'] },
  },
  'matter.note': {
    roles: ['centre', 'supervisor', 'lawyer', 'village', 'guide', 'town', 'department'],
    on: { standing: ['centre', 'supervisor', 'lawyer', 'helper'], stages: [...open, 'closing', 'closed'] },
  },
  'matter.colleagues': { roles: ['centre', 'supervisor'], on: { standing: ['centre', 'supervisor'] } },
  'matter.reassign': {
    roles: ['centre', 'supervisor'],
    on: { standing: ['centre', 'supervisor'], stages: [...open, 'closing', 'closed'] },
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
  const { lawyer, owner, personal } = matter
  const clear = lawyer?.conflict === 'clear'
  const runs = (code: string) => matter.clocks.some((c) => c.code === code && c.state !== 'stopped')
  switch (action) {
    case 'aid.conflictAnswer':
      return lawyer?.conflict === 'asked'
    case 'aid.ruleChange':
      return lawyer?.conflict === 'frozen' && owner !== actor.id
    case 'aid.confirm':
      return !matter.confirmed && lawyer?.conflict !== 'frozen'
    case 'aid.swapInside':
      return lawyer?.conflict !== 'frozen'
    case 'aid.candidates':
      return actor.role === 'organisation' ? holdsLawyer(matter) : !holdsLawyer(matter)
    case 'matter.callLog':
      if (personal.applicant.phone === undefined || (matter.stage === 'closed' && actor.role === 'lawyer')) return false
      return matter.open || toCallBack(matter)
    case 'matter.note':
      return matter.open && !(matter.stage === 'closed' && actor.role === 'lawyer')
    case 'matter.reassign':
      return owner !== actor.id && matter.open && matter.responsible.id !== lawyer?.ref.id
    case 'aid.withdraw':
      return owner === undefined || owner === actor.id
    case 'aid.supplementList':
      return owner !== actor.id && (matter.timesAsked === 0 || actor.role === 'supervisor')
    case 'aid.grant':
    case 'aid.refuse':
    case 'aid.transfer':
    case 'aid.assign':
    case 'aid.reviewClose':
      return owner !== actor.id
    case 'aid.confirmRefusal':
      return owner !== actor.id && matter.refusal?.by.id !== actor.id
    case 'aid.deemedWithdrawn':
      return (
        owner !== actor.id &&
        matter.clocks.some((c) => c.code === 'aid.supplement' && c.state === 'running' && c.overdueNoted === true)
      )
    case 'aid.rate':
      return matter.for !== 'other' && matter.rating?.how !== 'self'
    case 'aid.calledBack':
      return toCallBack(matter) && matter.reviewed?.by.id !== actor.id && owner !== actor.id
    case 'aid.rectified':
      return runs('grievance.rectify') && !runs('grievance.rectify.contact') && owner !== actor.id
    case 'aid.take':
    case 'aid.report':
    case 'aid.close':
      return clear
    case 'aid.contacted':
      return actor.role === 'centre'
        ? runs('grievance.rectify.contact') && owner !== actor.id
        : clear && runs('aid.contact')
    case 'aid.signed':
      return clear && runs('aid.sign')
    default:
      return true
  }
}
