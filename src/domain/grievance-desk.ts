import { isRunning, RECTIFY } from './grievance-clocks'
import { isSealed, isSecret, shutOut } from './grievance-permission'
import type { Grievance } from './grievance-types'

/**
 * In whose lists a grievance stands. Secrecy is a missing key: who isn't named here never finds it. A unit that it is
 * against, or that must not hear of it, never is, whatever else it has to do with it.
 */
export function grievanceDesks(state: Grievance): string[] {
  const { owner, helper, open, responsible, stage, source, upperAnswered, objected, follows } = state
  const keys = [
    owner && `applicant:${owner}`,
    helper && !(helper.unit && shutOut(state).includes(helper.unit)) && `person:${helper.id}`,
    open && `person:${responsible.id}`,
    'seat:command',
    ...unitsOf(state).map((code) => `unit:${code}`),
    (stage === 'returned' || stage === 'extension-asked') && 'command:rulings',
    stage === 'checked' && 'command:callback',
    stage === 'closed' && open && isRunning(state, RECTIFY) && 'command:rectify',
    source === 'upper' && !upperAnswered && 'command:upper',
    objected && !objected.ruled && 'supervisor:objections',
    follows && `follows:${follows}`,
  ]
  return [...new Set(keys.filter((key): key is string => Boolean(key)))]
}

/** The units that have it, help with it, or had it; of what is told in secrecy a unit that had it keeps nothing. */
function unitsOf(state: Grievance): string[] {
  const { main, with: others, hops } = state
  const out = shutOut(state)
  if (isSealed(state)) return []
  const has = [...(main && !main.leftAt ? [main] : []), ...others]
  const had = isSecret(state) ? [] : [...(main ? [main] : []), ...hops]
  return [...has, ...had].map(({ unit }) => unit.code).filter((code) => !out.includes(code))
}
