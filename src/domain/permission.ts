import { sensibleForAid, standsToAid } from './aid-permission'
import type { Actor, Role } from './decider'
import type { Matter } from './matters'
import { permissions } from './permission-table'
import { sensibleForQuestion, standsToQuestion } from './question-permission'

export { permissions } from './permission-table'

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
  /** Was asked to take a question and may still; has it; has promised to ring; works beside those who have. */
  | 'offered'
  | 'taker'
  | 'caller'
  | 'colleague'

export const standing = (matter: Matter, actor: Actor): Standing | undefined =>
  matter.kind === 'question' ? standsToQuestion(matter, actor) : standsToAid(matter, actor)

const sensible = (action: string, matter: Matter, actor: Actor): boolean =>
  matter.kind === 'question' ? sensibleForQuestion(action, matter, actor) : sensibleForAid(action, matter, actor)

/** Whether a visitor may only with a query code. */
export const onlyByCode = (action: string): boolean => permissions[action]?.byCode === true

export const rolesOf = (action: string): readonly Role[] => permissions[action]?.roles ?? []

export const mayEver = (action: string, role: Role): boolean => rolesOf(action).includes(role)

/** Whether this actor may name this action on this matter at all; what its stage says of it is the decider's word. */
export function mayOn(action: string, matter: Matter, actor: Actor): boolean {
  const row = permissions[action]
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
const ofKind = (action: string, { kind }: Matter): boolean => [kind, 'matter'].includes(action.split('.')[0] ?? '')
