import type { Actor, Role } from './decider'
import { isRunning, RECTIFY } from './grievance-clocks'
import type { Grievance } from './grievance-types'
import type { Standing } from './permission'

/**
 * How an actor stands to what somebody reported. A unit that it is against, or that must not hear of it, has no
 * standing at all, and nobody stands to her own report but as herself.
 */
export function standsToGrievance(matter: Grievance, actor: Actor): Standing | undefined {
  const { owner, helper } = matter
  if (actor.role === 'system') return 'time'
  // She took it back and it goes on: she may still read what became of it.
  if (actor.role === 'resident' || actor.role === 'visitor') return owner === actor.id ? 'applicant' : undefined
  if (owner === actor.id) return undefined
  // Whoever is of such a unit in another of her roles is of it in this one too.
  if (isShutOut(matter, actor)) return undefined
  if (actor.role === 'command' || actor.role === 'supervisor') return actor.role
  const entered = helper?.id === actor.id ? 'helper' : undefined
  switch (actor.role) {
    case 'guide':
    case 'centre':
      return entered
    case 'village':
    case 'town':
    case 'department':
      return inUnit(matter, actor) ?? entered
    default:
      return undefined
  }
}

/** The units it is against: nothing of it reaches them. */
export const accusedOf = ({ against, topic, place }: Pick<Grievance, 'against' | 'topic' | 'place'>): string[] => [
  ...(against ? [against] : []),
  ...(topic === 'village-cadre' ? [place.code] : []),
]

type Place = { place: { code: string; town: string } }
/** Whom nothing of it reaches: those it is against, and what is said of a village's cadres not even their town. */
export const shutOut = (matter: Pick<Grievance, 'against' | 'topic'> & Place): string[] => [
  ...(matter.against ? [matter.against] : []),
  ...(matter.topic === 'village-cadre' ? [matter.place.code, matter.place.town] : []),
]

type OfUnits = { unit?: string | undefined; units?: readonly string[] | undefined }
const isOf = (codes: readonly string[], { unit, units = [] }: OfUnits): boolean =>
  codes.some((code) => code === unit || units.includes(code))
/** Whether somebody is of a unit that nothing of it reaches, whatever else he is. */
export const isShutOut = (matter: Parameters<typeof shutOut>[0], who: OfUnits): boolean => isOf(shutOut(matter), who)
/** Whether somebody at work is of the unit it is against; as a resident everybody speaks for herself. */
export const isAccused = (
  matter: Parameters<typeof accusedOf>[0],
  { role, ...who }: OfUnits & { role: Role },
): boolean => role !== 'resident' && role !== 'visitor' && isOf(accusedOf(matter), who)

/** 举报: whoever handles it is told the brief and nothing else. */
export const isSecret = ({ type, topic, against }: Pick<Grievance, 'type' | 'topic' | 'against'>): boolean =>
  type === 'report' || topic === 'village-cadre' || against !== undefined

/** A unit isn't told who she is. */
export const isHidden = (
  matter: Pick<Grievance, 'type' | 'topic' | 'against' | 'anonymity'> & { exOfficio?: true },
): boolean =>
  isSecret(matter) || matter.exOfficio === true || matter.anonymity === 'handler' || matter.anonymity === 'full'

const AFTER: readonly Grievance['stage'][] = ['checked', 'closed', 'archived']
/**
 * Whether it ends by a call or under a code tells who reported it: of what is secret a unit finds nothing from its
 * check on, unless there is something to put right.
 */
export const isSealed = (matter: Grievance): boolean =>
  isSecret(matter) && AFTER.includes(matter.stage) && !isRunning(matter, RECTIFY)

function inUnit(matter: Grievance, { unit }: Actor): Standing | undefined {
  if (!unit || isSealed(matter)) return undefined
  const secret = isSecret(matter)
  const hidden = secret ? 'briefed-' : isHidden(matter) ? 'blind-' : ''
  const { main, with: others, hops } = matter
  // Once it left for the level above, or is being ruled on, it is no longer this unit's.
  if (main?.unit.code === unit && !main.leftAt) return `${hidden}handler`
  if (others.some((other) => other.unit.code === unit)) return `${hidden}co-handler`
  const had = [...(main ? [main] : []), ...hops].some((hop) => hop.unit.code === unit)
  return had && !secret ? 'former' : undefined
}
