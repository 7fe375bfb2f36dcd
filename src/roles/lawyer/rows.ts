import { type Answer, call } from '@/client/call'
import type { Input, Output } from '@/contract/actions'

type Rows = Output<'desk.list'>
type Asked = Omit<Input<'desk.list'>, 'after' | 'limit'>

const MOST_AT_ONCE = 50
const MOST_CALLS = 6

/** The first `count` rows of a desk, page by page, so that reading again shows as many as before. */
export async function readRows(asked: Asked, count: number): Promise<Answer<Rows>> {
  const items: Rows['items'] = []
  let after: string | undefined
  for (let calls = 1; ; calls++) {
    const limit = Math.min(MOST_AT_ONCE, count - items.length)
    const answer = await call('desk.list', { ...asked, limit, ...(after && { after }) })
    if (!answer.ok) return answer
    items.push(...answer.value.items)
    after = answer.value.next
    if (!after || items.length >= count || calls === MOST_CALLS)
      return { ...answer, value: { items, ...(after && { next: after }) } }
  }
}
