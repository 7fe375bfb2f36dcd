import type { GrievanceFact } from '@/domain/grievance-story'

/** Facts as the pipeline writes them, told shortly. */
export const sentAt = '2026-10-08T09:00:00.000+08:00'
export const on = (day: number, time = '10:00'): string =>
  `2026-10-${String(day).padStart(2, '0')}T${time}:00.000+08:00`

type More = Partial<Omit<GrievanceFact, 'what'>>
export const fact = (what: string, matter: string, unit: string, more: More = {}): GrievanceFact => ({
  what: `grievance.${what}` as GrievanceFact['what'],
  matter,
  unit,
  at: on(9),
  sentAt,
  generation: 1,
  ...more,
})

/** A report from the first minute to the call-back: `how` tells what became of each promise. */
export function course(
  matter: string,
  unit: string,
  how: { accepted?: boolean; responded?: boolean; resolved?: boolean; satisfied?: boolean; closed?: string } = {},
): GrievanceFact[] {
  const outcome = (kept: boolean | undefined) => (kept === false ? 'missed' : 'kept') as 'kept' | 'missed'
  const { satisfied } = how
  return [
    fact('submitted', matter, 'banner', { at: sentAt }),
    fact('accepted', matter, 'banner', { outcome: outcome(how.accepted) }),
    fact('dispatched', matter, unit, { how: 'dispatched' }),
    fact('responded', matter, unit, { outcome: outcome(how.responded) }),
    fact('resolved', matter, unit, { outcome: outcome(how.resolved), at: on(10) }),
    ...(satisfied === undefined ? [] : [fact('called-back', matter, unit, { satisfied, reached: true, at: on(11) })]),
    fact('closed', matter, unit, { how: how.closed ?? 'told', at: on(11) }),
  ]
}
