import type { MatterRow } from '@/contract/views'

export const tabs = ['sign', 'doing', 'help', 'suspended', 'done', 'all', 'papers'] as const
export type Tab = (typeof tabs)[number]
/** The lists of reports; the papers have one of their own. */
export type Listed = Exclude<Tab, 'papers'> | 'found'

const may = ({ can }: Pick<MatterRow, 'can'>, action: string) => can.some((each) => each.action === action)
const over: readonly string[] = ['resolved', 'checked', 'closed']
type Row = Pick<MatterRow, 'can' | 'stage' | 'asUnit'>

/** Under which tab an open report stands; what this unit merely had stands under none. */
export function tabOf(row: Row): Exclude<Listed, 'all' | 'found'> | undefined {
  if (row.asUnit === 'with') return over.includes(row.stage) ? undefined : 'help'
  if (row.asUnit !== 'main') return undefined
  if (may(row, 'grievance.sign')) return 'sign'
  if (row.stage === 'suspended') return 'suspended'
  if (may(row, 'grievance.rectified') || may(row, 'grievance.contacted')) return 'doing'
  return over.includes(row.stage) ? 'done' : 'doing'
}
