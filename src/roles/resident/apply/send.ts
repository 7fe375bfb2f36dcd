import { useState } from 'react'
import { type Answer, call } from '@/client/call'
import { asNewDraft, forgetDraft, type Told, useDraft } from '@/client/draft'
import { productNow } from '@/client/now'
import { places, restart } from '@/client/places'
import type { Input } from '@/contract/actions'
import type { MatterView } from '@/contract/views'
import { inputOf, problemsOf, stepOf } from './form'

export type Unsent = Exclude<Answer<MatterView>, { ok: true }>

/** Sends the draft under its own number as often as it takes; it is forgotten only when the receipt is here. */
export function useSend(onWrong: (step: number) => void) {
  const [unsent, setUnsent] = useState<Unsent>()

  function mend(told: Told[]) {
    useDraft.setState({ told })
    onWrong(Math.min(...told.map(({ field }) => stepOf(field))))
  }

  async function send() {
    setUnsent(undefined)
    const { draft } = useDraft.getState()
    const problems = problemsOf(draft, productNow())
    if (problems.length > 0) return mend(problems)
    const answer = await call('aid.submit', inputOf(draft) as Input<'aid.submit'>)
    if (answer.ok) {
      forgetDraft(answer.value)
      await restart(places.receipt, { id: answer.value.id })
      return
    }
    setUnsent(answer)
    if ('invalid' in answer && answer.invalid.length > 0) mend(answer.invalid)
  }

  async function sendAsNew() {
    asNewDraft()
    await send()
  }

  return { send, sendAsNew, unsent }
}
