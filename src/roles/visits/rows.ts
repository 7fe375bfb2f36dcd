import { type Rows, useRows } from '@/client/rows'
import { useSession } from '@/client/session'
import type { Input } from '@/contract/actions'
import type { MatterRow } from '@/contract/views'
import type { Role } from '@/domain/decider'
import { type Day, dayOf } from '@/domain/time'

/** The visits of whoever is at work: those he visits, or all of them for the centre and a supervisor. */

type Desk = Pick<Input<'desk.list'>, 'desk' | 'of'>
const deskOf: Partial<Record<Role, Desk>> = {
  lawyer: { desk: 'lawyer' },
  village: { desk: 'village', of: 'mine' },
  guide: { desk: 'village', of: 'mine' },
  town: { desk: 'town', of: 'mine' },
  department: { desk: 'department', of: 'mine' },
  command: { desk: 'command', of: 'mine' },
  centre: { desk: 'centre' },
  supervisor: { desk: 'centre' },
}
const AT_ONCE = 50

export function useVisits(everyMs?: number): Rows {
  const role = useSession(({ me }) => me?.acting.role)
  const desk = role && deskOf[role]
  return useRows(desk && { ...desk, kind: 'visit', open: true, limit: AT_ONCE }, everyMs)
}

/** Whoever has days and a plan of his own. */
export const hasDays = (role: Role | undefined): boolean => role === 'lawyer' || role === 'town' || role === 'centre'
/** Whoever looks at anybody's. */
export const overAll = (role: Role | undefined): boolean => role === 'centre' || role === 'supervisor'
export const isAtWork = (role: Role | undefined): boolean => role !== undefined && deskOf[role] !== undefined

const ahead: readonly string[] = ['booked', 'confirmed', 'set-out']

/** Still to come: in the order of their hours, those without one first. */
export const isAhead = ({ stage }: Pick<MatterRow, 'stage'>): boolean => ahead.includes(stage)
export const isWaiting = (row: MatterRow): boolean => isAhead(row) && row.visit?.start === undefined
export const byHour = (a: MatterRow, b: MatterRow): number => (a.visit?.start ?? '').localeCompare(b.visit?.start ?? '')

// The first nine digits of a village's code are its town's.
const TOWN = 9
export const isSameTown = (a: { code: string }, b: { code: string }): boolean =>
  a.code.slice(0, TOWN) === b.code.slice(0, TOWN)

/** Its day, once it has an hour. */
export const dayOfRow = ({ visit }: MatterRow): Day | undefined => visit?.start && dayOf(visit.start)
