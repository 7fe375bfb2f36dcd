import { useState } from 'react'
import { type Failed, useAsk } from '@/client/ask'
import { call } from '@/client/call'
import type { Input } from '@/contract/actions'
import type { MatterRow } from '@/contract/views'

type Asked = Omit<Input<'desk.list'>, 'after'>
type Rest = { key: string; items: MatterRow[]; next?: string; failed?: Failed }

export type Rows = {
  items?: MatterRow[]
  failed?: Failed
  again: () => Promise<void>
  /** Absent where nothing is left. */
  more?: () => Promise<void>
}

/** A desk's list by page. The first page is kept fresh; what was opened after it stays open. */
export function useRows(asked: Asked | undefined, everyMs?: number): Rows {
  const first = useAsk('desk.list', asked, everyMs)
  const key = JSON.stringify(asked)
  const [held, setHeld] = useState<Rest>()
  const rest = held?.key === key ? held : undefined
  const next = rest ? rest.next : first.value?.next

  async function more() {
    if (!asked || !next) return
    const answer = await call('desk.list', { ...asked, after: next })
    const items = rest?.items ?? []
    if (!answer.ok) return setHeld({ key, items, next, failed: answer })
    setHeld({ key, items: [...items, ...answer.value.items], next: answer.value.next })
  }

  const seen = new Set(first.value?.items.map(({ id }) => id))
  return {
    items: first.value && [...first.value.items, ...(rest?.items ?? []).filter(({ id }) => !seen.has(id))],
    failed: first.failed ?? rest?.failed,
    again: first.again,
    ...(next && { more }),
  }
}
