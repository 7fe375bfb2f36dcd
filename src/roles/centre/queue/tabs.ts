import type { Rows } from '@/client/rows'
import { useRows } from '@/client/rows'
import type { MatterRow } from '@/contract/views'

export const tabs = ['review', 'search', 'hand', 'closing', 'finished'] as const
export type Tab = (typeof tabs)[number]
export type Count = { known: number; atLeast: boolean }

const EVERY_MS = 15_000
const stage = (of: string) => ({ desk: 'centre', stage: of }) as const

/** What lies on the desk under one tab, or what was found; and how much waits under those where somebody must act. */
export function useQueue(tab: Tab, text: string): { list: Rows; counts: Partial<Record<Tab, Count>> } {
  const on = (wanted: boolean) => (wanted ? EVERY_MS : undefined)
  const shown = (which: Tab) => tab === which && !text
  const review = useRows(stage('submitted'), EVERY_MS)
  const search = useRows(stage('granted-unassigned'), EVERY_MS)
  const closing = useRows(stage('closing'), EVERY_MS)
  const assigned = useRows(shown('hand') ? stage('assigned') : undefined, on(shown('hand')))
  const inHand = useRows(shown('hand') ? stage('in-hand') : undefined, on(shown('hand')))
  const finished = useRows(shown('finished') ? { desk: 'centre', open: false, sort: 'new' } : undefined, EVERY_MS)
  const found = useRows(text ? { desk: 'centre', sort: 'new', text } : undefined)
  const lists: Record<Tab, Rows> = { review, search, hand: together(assigned, inHand), closing, finished }
  return {
    list: text ? found : lists[tab],
    counts: { review: counted(review), search: counted(search), closing: counted(closing) },
  }
}

const counted = ({ items, more }: Rows): Count | undefined => items && { known: items.length, atLeast: Boolean(more) }

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
