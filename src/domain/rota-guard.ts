import type { Calendar } from './calendar'
import type { Policy } from './policy'
import type { Rota, RotaPerson, RotaProblem } from './rota-types'
import type { Day } from './time'

/** What would stop publishing the days `from` to `to`, both included; merged, by time. */
export function publishProblems(
  _rota: Rota,
  _people: readonly RotaPerson[],
  _from: Day,
  _to: Day,
  _given: { calendar: Calendar; policy: Policy },
): RotaProblem[] {
  return []
}
