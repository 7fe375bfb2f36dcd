import { type Rows, useRows } from '@/client/rows'
import type { MatterRow } from '@/contract/views'

export const tabs = ['accept', 'dispatch', 'rulings', 'check', 'callback', 'rectify', 'upper', 'all'] as const
export type Tab = (typeof tabs)[number]
export type Count = { known: number; atLeast: boolean }

// Fifteen minutes are short: what came in is seen within seconds.
const ASKED_MS = 5_000
const SHOWN_MS = 15_000
const COUNTED_MS = 60_000
const kind = 'grievance' as const
const stage = (of: string) => ({ desk: 'command', kind, stage: of }) as const

type Queue = {
  list: Rows
  counts: Partial<Record<Tab, Count>>
  /** Whoever turns to a tab sees it as it is now. */
  refresh: (tab: Tab) => void
}

/** What lies on the desk under one tab, or what was found; and how much waits under those where somebody must act. */
export function useQueue(tab: Tab, text: string): Queue {
  const every = (which: Tab) => (tab === which && !text ? SHOWN_MS : COUNTED_MS)
  const accept = useRows(stage('submitted'), tab === 'accept' && !text ? ASKED_MS : SHOWN_MS)
  const accepted = useRows(stage('accepted'), every('dispatch'))
  const passedUp = useRows(stage('passed-up'), every('dispatch'))
  const reopened = useRows(stage('reopened'), every('dispatch'))
  const rulings = useRows({ desk: 'rulings', kind }, every('rulings'))
  const check = useRows(stage('resolved'), every('check'))
  const callback = useRows({ desk: 'callback', kind }, every('callback'))
  const rectify = useRows({ desk: 'rectify', kind }, every('rectify'))
  const upper = useRows({ desk: 'upper', kind }, every('upper'))
  const open = useRows(tab === 'all' && !text ? { desk: 'command', kind } : undefined, SHOWN_MS)
  const found = useRows(text ? { desk: 'command', kind, sort: 'new', text } : undefined)
  const dispatch = mine(together(together(accepted, passedUp), reopened))
  const waiting = { accept, dispatch, rulings, check, callback, rectify, upper }
  const lists: Record<Tab, Rows> = { ...waiting, all: open }
  return {
    list: text ? found : lists[tab],
    refresh: (which) => void lists[which].again(),
    counts: Object.fromEntries(Object.entries(waiting).map(([which, rows]) => [which, counted(rows)])),
  }
}

const counted = ({ items, more }: Rows): Count | undefined => items && { known: items.length, atLeast: Boolean(more) }

/** What was passed up lies with a town, or with the banner: only the latter is dispatched here. */
const mine = (rows: Rows): Rows => ({
  ...rows,
  items: rows.items?.filter(({ stage, can }) => stage !== 'passed-up' || can.some(isDispatch)),
})
const isDispatch = ({ action }: MatterRow['can'][number]) => action === 'grievance.dispatch'

/** Two stages in one list, by time left. */
function together(one: Rows, other: Rows): Rows {
  const more = one.more || other.more
  return {
    items: one.items && other.items && [...one.items, ...other.items].sort(byDue),
    failed: one.failed ?? other.failed,
    again: async () => void (await Promise.all([one.again(), other.again()])),
    ...(more && { more: async () => void (await Promise.all([one.more?.(), other.more?.()])) }),
  }
}

const LATE = '9999'
const byDue = (a: MatterRow, b: MatterRow) => ((a.clock?.dueAt ?? LATE) < (b.clock?.dueAt ?? LATE) ? -1 : 1)
