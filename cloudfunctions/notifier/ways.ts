import type { WayView } from '@/contract/views'
import { isForResident, rungs } from '@/domain/notice-route'
import type { Instant } from '@/domain/time'
import { wayText } from '@/words/delivery'
import { type NoticeRecord, stemOf, wayId } from '../outbox'
import type { World } from '../world'

/** What became of a notice by all its ways: the last one says it. */
export function wayView(rows: readonly NoticeRecord[], now: Instant): WayView | undefined {
  const order: readonly string[] = ['app', ...rungs]
  const last = [...rows].sort((a, b) => order.indexOf(a.channel) - order.indexOf(b.channel)).at(-1)
  if (!last) return undefined
  const text = wayText(last, now)
  return { text, at: last.stateAt ?? last.at, ...(last.state === 'to-ring' && { toRing: true }) }
}

/** The rows of one notice to one person, all ways together; in the order in which they were given. */
export function together(world: World, rows: readonly NoticeRecord[]): NoticeRecord[][] {
  const groups = new Map<string, NoticeRecord[]>()
  for (const row of rows) {
    const key = `${stemOf(world, row)}|${row.root ?? row.to}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}

/** The ids under which a notice's other ways lie: to her account, to her number. */
export function otherWays(world: World, row: NoticeRecord, number: string | undefined): string[] {
  if (!isForResident(row.template)) return []
  const stem = stemOf(world, row)
  const to = number ? [wayId(world, stem, number, 'sms'), wayId(world, stem, number, 'voice')] : []
  return [wayId(world, stem, row.to, 'wechat'), wayId(world, stem, row.to, 'call'), ...to]
}
