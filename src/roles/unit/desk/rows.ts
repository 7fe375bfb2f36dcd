import { type Rows, useRows } from '@/client/rows'
import type { MatterRow } from '@/contract/views'
import type { Role } from '@/domain/decider'

export const tabs = ['sign', 'doing', 'help', 'suspended', 'done', 'all', 'papers'] as const
export type Tab = (typeof tabs)[number]
/** The lists of reports; the papers have one of their own. */
export type Listed = Exclude<Tab, 'papers'> | 'found'
export type Count = { known: number; atLeast: boolean }

const ASKED_MS = 15_000
// More than a unit has open at once, so that its parts are told from one list.
const AT_ONCE = 50
export const unitRoles = ['village', 'town', 'department'] as const
export type UnitRole = (typeof unitRoles)[number]
export const isUnitRole = (role: Role | undefined): role is UnitRole =>
  role !== undefined && unitRoles.some((each) => each === role)

const may = ({ can }: Pick<MatterRow, 'can'>, action: string) => can.some((each) => each.action === action)
const over: readonly string[] = ['resolved', 'checked', 'closed']
type Row = Pick<MatterRow, 'can' | 'stage'>

/**
 * Under which tab an open report stands: papers go to the unit that has it or had it, and only whoever works on it
 * writes notes. What this unit merely had stands under none.
 */
export function tabOf(row: Row): Exclude<Listed, 'all' | 'found'> | undefined {
  if (!may(row, 'matter.note')) return undefined
  if (!may(row, 'notice.receive')) return over.includes(row.stage) ? undefined : 'help'
  if (may(row, 'grievance.sign')) return 'sign'
  if (row.stage === 'suspended') return 'suspended'
  if (may(row, 'grievance.rectified') || may(row, 'grievance.contacted')) return 'doing'
  return over.includes(row.stage) ? 'done' : 'doing'
}

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
