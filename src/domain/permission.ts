import { sensibleForAid, standsToAid } from './aid-permission'
import type { Actor, Role } from './decider'
import { isToAsk, isUnsure } from './forwarding'
import { standsToGrievance } from './grievance-permission'
import { sensibleForGrievance } from './grievance-sensible'
import type { Matter } from './matters'
import { permissions } from './permission-table'
import { sensibleForQuestion, standsToQuestion } from './question-permission'
import { hearsVoice } from './sight'
import { sensibleForVisit, standsToVisit } from './visit-permission'

export { permissions } from './permission-table'

/** How an actor stands to one matter. What she may do and see follows from this and nothing else. */
export type Standing =
  | 'applicant'
  | 'helper'
  /** Entered it for somebody who has yet to be asked herself, or who said no. */
  | 'unsure-helper'
  | 'proposed'
  | 'lawyer'
  | 'organisation'
  | 'centre'
  | 'supervisor'
  | 'time'
  /** Was asked to take a question and may still; has it; has promised to ring; works beside those who have. */
  | 'offered'
  | 'taker'
  | 'caller'
  | 'colleague'
  /** The command seat sees all of what people report; a unit what was sent to it, without her where she asked for that. */
  | 'command'
  | 'handler'
  | 'blind-handler'
  | 'briefed-handler'
  | 'co-handler'
  | 'blind-co-handler'
  | 'briefed-co-handler'
  /** A unit that had it and passed it on. */
  | 'former'
  /** Whose hour a visit is, or who must find one. */
  | 'host'

export const standing = (matter: Matter, actor: Actor): Standing | undefined =>
  matter.shut && !mayOpenShut(matter.shut.how, actor) ? undefined : asHelper(matter, stands(matter, actor))

const stands = (matter: Matter, actor: Actor): Standing | undefined => standsTo[matter.kind](matter as never, actor)
const asHelper = (matter: Matter, is: Standing | undefined): Standing | undefined =>
  is === 'helper' && isUnsure(matter) ? 'unsure-helper' : is

/** What the law only keeps a supervisor may read, and says why (个人信息保护法 47 ¶2); what was erased nobody. */
const mayOpenShut = (how: 'erased' | 'restricted', { role }: Actor): boolean =>
  how === 'restricted' && role === 'supervisor'

function sensible(action: string, matter: Matter, actor: Actor): boolean {
  if (action === 'matter.consentChecked') return isToAsk(matter) && matter.helper?.id !== actor.id
  if (action === 'matter.transcribe') return maySayWhatItSays(matter, standing(matter, actor))
  return sensibleFor[matter.kind](action, matter as never, actor)
}

const maySayWhatItSays = (matter: Matter, is: Standing | undefined): boolean =>
  matter.personal.voice !== undefined && is !== undefined && hearsVoice(is, matter)

// Two tables, so that what asks only how somebody stands doesn't carry what is sensible for him.
const standsTo = { aid: standsToAid, question: standsToQuestion, grievance: standsToGrievance, visit: standsToVisit }
const sensibleFor = {
  aid: sensibleForAid,
  question: sensibleForQuestion,
  grievance: sensibleForGrievance,
  visit: sensibleForVisit,
}

/** Whether a visitor may only with a query code. */
export const onlyByCode = (action: string): boolean => permissions[action]?.byCode === true

export const rolesOf = (action: string): readonly Role[] => permissions[action]?.roles ?? []

export const mayEver = (action: string, role: Role): boolean => rolesOf(action).includes(role)

/** Whether this actor may name this action on this matter at all; what its stage says of it is the decider's word. */
export function mayOn(action: string, matter: Matter, actor: Actor): boolean {
  const row = permissions[action]
  if (matter.shut && action !== 'matter.get') return false
  const stands = ofKind(action, matter) ? standing(matter, actor) : undefined
  return (
    row?.on !== undefined && stands !== undefined && row.roles.includes(actor.role) && row.on.standing.includes(stands)
  )
}

/** What the page may offer: only what the door would let through now. */
export function can(matter: Matter, actor: Actor): { action: string }[] {
  const stands = standing(matter, actor)
  if (!stands) return []
  return Object.entries(permissions)
    .filter(
      ([action, { on }]) =>
        on?.stages?.includes(matter.stage) &&
        ofKind(action, matter) &&
        mayOn(action, matter, actor) &&
        sensible(action, matter, actor),
    )
    .map(([action]) => ({ action }))
}

/** An action of another kind isn't for this matter: two kinds may have a stage of one name. */
const ofKind = (action: string, { kind }: Matter): boolean =>
  [kind, 'matter', ...(kind === 'grievance' ? ['notice'] : [])].includes(action.split('.')[0] ?? '')
