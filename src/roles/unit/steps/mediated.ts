import type { Input } from '@/contract/actions'

/** What is written of a people's mediation: one name a line. */
export type Mediated = { parties: string; mediators: string; where: string; record: string; agreement: string }
export const unmediated: Mediated = { parties: '', mediators: '', where: '', record: '', agreement: '' }
type Mediation = NonNullable<Input<'grievance.resolve'>['mediation']>

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** As it is sent; nothing while something is missing. */
export function mediationOf({ parties, mediators, where, record, agreement }: Mediated): Mediation | undefined {
  const [sides, who] = [linesOf(parties), linesOf(mediators)]
  const whole = sides.length >= 2 && who.length >= 1 && record.trim() && agreement.trim()
  if (!whole) return undefined
  return {
    parties: sides,
    mediators: who,
    ...(where.trim() && { place: where.trim() }),
    record: record.trim(),
    agreement: agreement.trim(),
  }
}
