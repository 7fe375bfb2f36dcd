import { useRef, useState } from 'react'
import { type Answer, call } from '@/client/call'
import type { Told } from '@/client/draft'
import { productNow } from '@/client/now'
import { asNewRegistration, beganAt, fill, forgetRegistration, useRegistration } from '@/client/register-draft'
import type { Input } from '@/contract/actions'
import type { MatterView } from '@/contract/views'
import { inputOf, problemsOf } from './form'

export type Unsent = Exclude<Answer<MatterView>, { ok: true }>

/** Sends the registration under its own number as often as it takes; forgotten only when the reply is here. */
export function useSend(onWrong: (problems: readonly Told[]) => void) {
  const [unsent, setUnsent] = useState<Unsent>()
  const [sending, setSending] = useState(false)
  const busy = useRef(false)

  async function send() {
    // Enter and the button may both be pressed.
    if (busy.current) return
    setUnsent(undefined)
    const problems = problemsOf(useRegistration.getState().draft, productNow())
    if (problems.length > 0) return onWrong(problems)
    // From now on it is fixed when it began: a retry must say the same.
    const { draft } = useRegistration.getState()
    fill({ callFrom: beganAt(draft) })
    busy.current = true
    setSending(true)
    const input = inputOf(useRegistration.getState().draft) as Input<'aid.submit'>
    const answer = await call('aid.submit', input)
    busy.current = false
    setSending(false)
    if (answer.ok) return forgetRegistration(answer.value)
    setUnsent(answer)
    if (!('invalid' in answer)) return
    useRegistration.setState({ told: answer.invalid })
    onWrong(answer.invalid)
  }

  async function sendAsNew() {
    asNewRegistration()
    await send()
  }

  return { send, sendAsNew, sending, unsent }
}
