import { type Rows, useRows } from '@/client/rows'
import type { MatterRow } from '@/contract/views'
import type { Role } from '@/domain/decider'
import { type Tab, tabOf, tabs } from './tab-of'

export type Count = { known: number; atLeast: boolean }

const ASKED_MS = 15_000
// More than a unit has open at once, so that its parts are told from one list.
const AT_ONCE = 50
export const unitRoles = ['village', 'town', 'department'] as const
export type UnitRole = (typeof unitRoles)[number]
export const isUnitRole = (role: Role | undefined): role is UnitRole =>
  role !== undefined && unitRoles.some((each) => each === role)

type Desk = { list: Rows; counts: Partial<Record<Tab, Count>>; again: () => void }

/** What the unit has under one tab, or what was found; and how much waits under those where it must act. */
export function useDesk(role: UnitRole, tab: Tab, text: string): Desk {
  const shared = { desk: role, of: 'unit', kind: 'grievance' } as const
  const open = useRows({ ...shared, sort: 'due', open: true, limit: AT_ONCE }, ASKED_MS)
  const all = useRows(tab === 'all' && !text ? { ...shared, sort: 'new' } : undefined, ASKED_MS)
  const found = useRows(text ? { ...shared, sort: 'new', text } : undefined)
  const under = (which: Tab): MatterRow[] | undefined => open.items?.filter((row) => tabOf(row) === which)
  const counted = tabs.flatMap((which): [Tab, Count][] => {
    const rows = under(which)
    return rows && which !== 'all' && which !== 'papers' && which !== 'done'
      ? [[which, { known: rows.length, atLeast: Boolean(open.more) }]]
      : []
  })
  return {
    list: text ? found : tab === 'all' ? all : { ...open, items: under(tab) },
    counts: Object.fromEntries(counted),
    again: () => void Promise.all([open.again(), all.again(), found.again()]),
  }
}
