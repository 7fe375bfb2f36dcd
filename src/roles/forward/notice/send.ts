import { useRef, useState } from 'react'
import { type Answer, call } from '@/client/call'
import type { Told } from '@/client/draft'
import type { Kept } from '@/client/kept'
import { productNow } from '@/client/now'
import { newRequestId } from '@/client/request-id'
import type { MatterView } from '@/contract/views'
import { type Draft, inputOf, problemsOf, worded } from './form'

export type Unsent = Exclude<Answer<MatterView>, { ok: true }>

/** `onTold`: what the server found that this page didn't. */
type Ends = {
  onWrong: (problems: readonly Told[]) => void
  onTold: (problems: readonly Told[]) => void
  onDone: (view: MatterView) => void
}

/** Sends the notice under its own number as often as it takes; forgotten only when the reply is here. */
export function useSend({ now, write, drop }: Kept<Draft>, { onWrong, onTold, onDone }: Ends) {
  const [unsent, setUnsent] = useState<Unsent>()
  const [sending, setSending] = useState(false)
  const busy = useRef(false)

  async function send() {
    // Enter and the button may both be pressed.
    if (busy.current) return
    setUnsent(undefined)
    const problems = problemsOf(now(), productNow())
    if (problems.length > 0) return onWrong(problems)
    busy.current = true
    setSending(true)
    // Written down before it leaves: the same number goes out after a restart too.
    write({ requestId: now().requestId })
    const answer = await call('aid.criminalNotice', inputOf(now()))
    busy.current = false
    setSending(false)
    if (answer.ok) {
      drop()
      return onDone(answer.value)
    }
    if ('invalid' in answer) return onTold(answer.invalid.map(worded))
    setUnsent(answer)
  }

  async function sendAsNew() {
    write({ requestId: newRequestId() })
    await send()
  }

  return { send, sendAsNew, sending, unsent }
}
