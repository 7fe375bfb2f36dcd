import { useRef, useState } from 'react'
import { type Answer, call } from '@/client/call'
import type { Kept } from '@/client/kept'
import type { GroupDone } from '@/contract/aid-group-actions'
import { type GroupDraft, inputOf, type Submit } from './form'

export type Unsent = Exclude<Answer<GroupDone>, { ok: true }>
/** What was sent, and what became of each of them. */
export type Receipt = { people: Submit['people']; items: GroupDone['items'] }

/** Sends the form as often as it takes: each answer says who is entered, and whether there are others. */
export function useSend({ now, write, drop }: Kept<GroupDraft>, onDone: (receipt: Receipt) => void) {
  const [unsent, setUnsent] = useState<Unsent>()
  const [sending, setSending] = useState(false)
  const busy = useRef(false)

  async function send() {
    if (busy.current) return
    busy.current = true
    setSending(true)
    setUnsent(undefined)
    const input = inputOf(now())
    if (!now().sent) write({ sent: { known: 0 } })
    const answer = await through(input, (known) => write({ sent: { known } }))
    busy.current = false
    setSending(false)
    if (answer.ok) {
      drop()
      return onDone({ people: input.people, items: answer.value.items })
    }
    setUnsent(answer)
    // It was heard and nobody was entered: it may be mended.
    const lost = 'offline' in answer || 'fault' in answer
    if (!lost && !now().sent?.known) write({ sent: undefined })
  }

  return { send, sending, unsent }
}

async function through(input: Submit, onPart: (known: number) => void): Promise<Answer<GroupDone>> {
  for (;;) {
    const answer = await call('aid.submitGroup', input)
    if (!answer.ok || !answer.value.more) return answer
    onPart(answer.value.items.filter((each) => 'id' in each).length)
  }
}
