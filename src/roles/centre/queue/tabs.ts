import type { Rows } from '@/client/rows'
import { useRows } from '@/client/rows'
import type { MatterRow } from '@/contract/views'

export const tabs = [
  'question',
  'visit',
  'review',
  'papers',
  'confirm',
  'search',
  'hand',
  'closing',
  'callback',
  'rectify',
  'finished',
] as const
export type Tab = (typeof tabs)[number]
export type Count = { known: number; atLeast: boolean }

const SHOWN_MS = 15_000
// Eight minutes are short: a question is seen within seconds.
const ASKED_MS = 5_000
const COUNTED_MS = 60_000
const stage = (of: string) => ({ desk: 'centre', stage: of }) as const

// Where somebody of the centre must act, so that the number beside the name says how many wait.
const waiting = {
  question: { desk: 'centre', kind: 'question', open: true },
  visit: { desk: 'centre', kind: 'visit', open: true },
  review: stage('submitted'),
  papers: stage('supplementing'),
  confirm: stage('refusal-unconfirmed'),
  search: stage('granted-unassigned'),
  closing: stage('closing'),
  // A badly rated one is open again, and the person is still rung: both kinds stand here.
  callback: { desk: 'callback', sort: 'new' },
  rectify: { desk: 'rectify' },
} as const

type Queue = {
  list: Rows
  counts: Partial<Record<Tab, Count>>
  /** Whoever turns to a tab sees it as it is now. */
  refresh: (tab: Tab) => void
}

/** What lies on the desk under one tab, or what was found; and how much waits under those where somebody must act. */
export function useQueue(tab: Tab, text: string): Queue {
  const shown = (which: Tab) => tab === which && !text
  const every = (which: Tab) => (shown(which) ? SHOWN_MS : COUNTED_MS)
  const question = useRows(waiting.question, shown('question') ? ASKED_MS : SHOWN_MS)
  const visit = useRows(waiting.visit, every('visit'))
  const review = useRows(waiting.review, every('review'))
  const papers = useRows(waiting.papers, every('papers'))
  const confirm = useRows(waiting.confirm, every('confirm'))
  const search = useRows(waiting.search, every('search'))
  const closing = useRows(waiting.closing, every('closing'))
  const callback = useRows(waiting.callback, every('callback'))
  const rectify = useRows(waiting.rectify, every('rectify'))
  const assigned = useRows(shown('hand') ? stage('assigned') : undefined, SHOWN_MS)
  const inHand = useRows(shown('hand') ? stage('in-hand') : undefined, SHOWN_MS)
  const finished = useRows(shown('finished') ? { desk: 'centre', open: false, sort: 'new' } : undefined, SHOWN_MS)
  const found = useRows(text ? { desk: 'centre', sort: 'new', text } : undefined)
  const queues = { question, visit, review, papers, confirm, search, closing, callback, rectify }
  const lists: Record<Tab, Rows> = { ...queues, hand: together(assigned, inHand), finished }
  return {
    list: text ? found : lists[tab],
    refresh: (which) => void lists[which].again(),
    counts: Object.fromEntries(Object.entries(queues).map(([which, rows]) => [which, counted(rows)])),
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
