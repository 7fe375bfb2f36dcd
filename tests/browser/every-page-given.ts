import type { Page as Tab } from 'playwright-core'
import type { TestServer } from '../support/server'

/** `says`: by what one knows that this page is there, and not the one that says what went wrong. */
export type Page = {
  name: string
  path: string
  says: string | RegExp
  /** Draws other parts where the letters are large, and is loaded anew for them. */
  anew?: true
  /** Goes on to where the next page's address leads. */
  after?: (tab: Tab) => Promise<void>
}
/** Whose pages, on what screens; `who` signs in by this name, nobody where there is none. */
export type Walk = { who?: string; wide?: true; pages: Page[] }

export const village = '150524104200'

export async function matterOf(
  { api }: TestServer,
  who: string,
  stage: string,
  list: 'matter.list' | 'desk.list' = 'matter.list',
): Promise<string> {
  const input = list === 'desk.list' ? { desk: 'centre' as const, limit: 50 } : {}
  const { items } = await api(who, list, input as never)
  const id = items.find((row) => row.stage === stage)?.id
  if (!id) throw new Error(`${who} has nothing in ${stage}`)
  return id
}

/** A weekly class of the centre's, whose next day is the 26th of November. */
export async function classOf({ api }: TestServer): Promise<string> {
  const { id } = await api('gao', 'class.save', {
    kind: 'live',
    title: '周四问律师',
    host: '包律师',
    where: { place: '额勒顺镇文化站', link: 'https://example.org/live' },
    rhythm: { every: 'week' },
    first: '2026-11-26',
    start: '19:30',
    minutes: 60,
    festival: 'skip',
  })
  return id
}

/** An hour at the desk of her town, on the next day. */
export async function visitOf({ api }: TestServer, who: string): Promise<string> {
  const asked = { kind: 'office', village, from: '2026-11-24', to: '2026-11-26' } as const
  const { items } = await api(who, 'visit.slots', asked)
  const [hour] = items
  if (!hour) throw new Error('no hour is free')
  const form = { village, topic: 'wages', name: '其其格', phone: '13900000011' } as const
  return (await api(who, 'visit.book', { ...form, slot: hour.slot })).id
}

/** A report that the command seat has accepted and sent to the office of land, and the paper that urges it. */
export async function urgedOf({ api }: TestServer): Promise<{ id: string; paper: string; fresh: string }> {
  const report = { place: village, topic: 'sanitation', anonymity: 'public' } as const
  const fresh = await api('qiqige', 'grievance.submit', { ...report, text: '路灯不亮' })
  const { id } = await api('qiqige', 'grievance.submit', { ...report, text: '有人把垃圾倒在草场上' })
  await api('command-1', 'grievance.accept', { id, type: 'help', handling: 'quick' })
  await api('command-1', 'grievance.dispatch', { id, main: 'dept:land', why: '草场归自然资源局' })
  const urged = { id, rung: 'urge', clock: 'grievance.quick', text: '请今天回话' } as const
  const paper = (await api('command-1', 'notice.issue', urged)).detail.notices?.[0]?.id
  if (!paper) throw new Error('no paper was issued')
  return { id, paper, fresh: fresh.id }
}
