import { isSecret } from '@/domain/grievance-permission'
import type { Grievance } from '@/domain/grievance-types'
import type { StoredEvent } from '../../cloudfunctions/matter-document'

/** One report's verdicts and steps for everybody together, told from its own events and clocks alone, without a fact. */
export type Walked = {
  missed: Set<string>
  kept: Set<string>
  steps: Set<string>
  /** The units that had it; none where it says something against somebody. */
  units: Set<string>
  satisfied?: boolean
}

const CODES: Record<string, string> = {
  'grievance.accept': 'accepted',
  'grievance.escalate': 'passed',
  'grievance.respond': 'responded',
  'grievance.consult': 'resolved',
  'grievance.quick': 'resolved',
  'grievance.resolve': 'resolved',
}
type Four = [Set<string>, Set<string>, Set<string>, Set<string>]
const ENDS = ['GrievanceDeclined', 'GrievanceWithdrawn', 'HandedOver']

export function walk({ state, events }: { state: Grievance; events: StoredEvent[] }, now: string): Walked {
  const [missed, kept, steps, units] = [0, 1, 2, 3].map(() => new Set<string>()) as Four
  let [content, stars, ended] = [undefined as boolean | undefined, 0, false]
  for (const event of events) {
    const { type, at } = event
    const to = (event.main ?? event.to) as { code?: string } | undefined
    if (to?.code && !isSecret(state)) units.add(to.code)
    if (type === 'ClockStopped') judged(event, { state, events }, missed, kept)
    if (type === 'GrievanceReopened') {
      ended = false
      kept.delete('resolved')
    }
    if ((type === 'ResultChecked' && event.ok) || ENDS.includes(type)) ended = true
    if (type === 'ReturnAsked') steps.add('returned')
    if (type === 'ReporterCalledBack' && event.satisfied !== undefined) {
      content = event.satisfied === true
      stars = 0
    }
    if (type === 'GrievanceRated') stars = Number(event.stars)
    if (type === 'GrievanceClosed') steps.add(String(event.how))
    if (type === 'PaperIssued') steps.add((event.paper as { rung: string }).rung)
    if (at > now) throw new Error('the history knows the future')
  }
  // Whoever checks a result takes no time from those who handed it in.
  const seen = state.stage === 'resolved' && state.resolved ? state.resolved.at : now
  for (const clock of state.clocks) {
    const promised = CODES[clock.code]
    if (!ended && promised && clock.state === 'running' && clock.dueAt <= seen) missed.add(promised)
  }
  const satisfied = stars > 0 ? stars >= 3 : content
  return { missed, kept, steps, units, ...(satisfied !== undefined && { satisfied }) }
}

function judged(
  stop: StoredEvent,
  { state, events }: { state: Grievance; events: StoredEvent[] },
  missed: Set<string>,
  kept: Set<string>,
) {
  const promised = CODES[String(stop.code)]
  if (!promised) return
  const clock = state.clocks.find(({ code, generation }) => code === stop.code && generation === stop.generation)
  const over = clock !== undefined && clock.dueAt <= stop.at
  // What is put into another class, or given more time, goes on in the clock that takes the place of this one.
  const atEnd = events.some(({ type, at }) => at === stop.at && ENDS.includes(type))
  if (stop.outcome === 'missed' || (stop.outcome === 'cancelled' && over && atEnd)) missed.add(promised)
  if (stop.outcome === 'kept') kept.add(promised)
}
