import type { Actor } from './decider'
import type { Grievance } from './grievance-types'
import type { Standing } from './permission'

/** How an actor stands to what somebody reported. The unit it is against has no standing at all. */
export function standsToGrievance(matter: Grievance, actor: Actor): Standing | undefined {
  const { owner, helper, exOfficio } = matter
  switch (actor.role) {
    case 'resident':
    case 'visitor':
      return owner === actor.id && !exOfficio ? 'applicant' : undefined
    case 'guide':
    case 'centre':
      return helper?.id === actor.id ? 'helper' : undefined
    case 'village':
    case 'town':
    case 'department':
      return inUnit(matter, actor) ?? (helper?.id === actor.id ? 'helper' : undefined)
    case 'command':
      // Her own report is looked at by another.
      return owner === actor.id ? undefined : 'command'
    case 'supervisor':
      return 'supervisor'
    case 'system':
      return 'time'
    default:
      return undefined
  }
}

/** The units it is against: nothing of it reaches them. */
export const accusedOf = ({ against, topic, place }: Pick<Grievance, 'against' | 'topic' | 'place'>): string[] => [
  ...(against ? [against] : []),
  ...(topic === 'village-cadre' ? [place.code] : []),
]

/** 举报: whoever handles it is told the brief and nothing else. */
export const isSecret = ({ type, topic, against }: Pick<Grievance, 'type' | 'topic' | 'against'>): boolean =>
  type === 'report' || topic === 'village-cadre' || against !== undefined

function inUnit(matter: Grievance, { unit, id }: Actor): Standing | undefined {
  if (!unit || accusedOf(matter).includes(unit) || matter.owner === id) return undefined
  const hidden = isSecret(matter)
    ? 'briefed-'
    : matter.exOfficio || matter.anonymity === 'handler' || matter.anonymity === 'full'
      ? 'blind-'
      : ''
  // Once it left for the level above, or is being ruled on, it is no longer this unit's.
  if (matter.main?.unit.code === unit && !matter.main.leftAt) return `${hidden}handler`
  if (matter.with.some((other) => other.unit.code === unit)) return `${hidden}co-handler`
  const had = matter.hops.some((hop) => hop.unit.code === unit)
  return had && !hidden ? 'former' : undefined
}

/** What is done isn't offered again. */
export function sensibleForGrievance(_action: string, _matter: Grievance, _actor: Actor): boolean {
  return true
}
