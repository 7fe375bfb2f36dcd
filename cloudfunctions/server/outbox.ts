import type { OutboxRow } from '@/contract/views'
import { type NoticeRecord, readNotice } from '../outbox'
import type { Doc, Query } from '../ports'
import type { World } from '../world'

const states = ['waiting', 'sent', 'delivered', 'failed', 'to-ring', 'rung'] as const
/** What a call's states are to whoever reads every channel alike. */
const alike: Partial<Record<NoticeRecord['state'], OutboxRow['state']>> = { 'to-ring': 'waiting', rung: 'delivered' }

/** What was told to whom, oldest first: about one matter, or about all of them. */
export async function outbox(world: World, matter?: string): Promise<OutboxRow[]> {
  const queries = matter
    ? [{ index: 'byMatter', where: { matter } }]
    : states.map((state) => ({ index: 'byState', where: { state } }))
  const docs = (await Promise.all(queries.map((query) => all(world, query)))).flat()
  const rows = docs.map((doc) => {
    const { at, lateBy, to, channel, template, text, matter, state, tries, why } = readNotice(world, doc)
    const row = { at, to, channel, template, text, matter, state: alike[state] ?? state, tries }
    return { ...row, ...(lateBy && { lateBy }), ...(why && { why }) } as OutboxRow
  })
  return rows.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

async function all(world: World, query: Pick<Query, 'index' | 'where'>): Promise<Doc[]> {
  const docs: Doc[] = []
  for (let after: string | undefined; ; ) {
    const page = await world.store.list('notices', { ...query, limit: 100, after })
    docs.push(...page.docs)
    if (!page.next) return docs
    after = page.next
  }
}
