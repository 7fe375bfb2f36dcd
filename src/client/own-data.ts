import { useRef, useState } from 'react'
import type { ActionName, Input, Output } from '@/contract/actions'
import { type Answer, call, whatWentWrong } from './call'
import { newRequestId } from './request-id'

/** What a person asks of her own data; until it is answered, the same goes under the same request id: done once. */

type Own = Extract<ActionName, `me.${string}` | `request.${string}`>
type Said<A extends Own> = Omit<Input<A>, 'requestId'>
export type Refused = { code: string; detail?: Record<string, unknown> }

export function useOwn<A extends Own>(action: A, onDone: (value: Output<A>) => void) {
  const [wrong, setWrong] = useState<{ text: string; fields: Record<string, string>; refused?: Refused }>()
  const attempt = useRef<{ content: string; requestId: string }>()

  async function send(said: Said<A>): Promise<void> {
    const content = JSON.stringify(said)
    if (attempt.current?.content !== content) attempt.current = { content, requestId: newRequestId() }
    const input = { ...said, requestId: attempt.current.requestId } as unknown as Input<A>
    const answer: Answer<Output<A>> = await call(action, input)
    if (!('offline' in answer) && !('fault' in answer)) attempt.current = undefined
    if (answer.ok) {
      setWrong(undefined)
      onDone(answer.value)
      return
    }
    const invalid = 'invalid' in answer ? answer.invalid : []
    setWrong({
      text: whatWentWrong(answer),
      fields: Object.fromEntries(invalid.map(({ field, message }) => [field, message])),
      ...('refused' in answer && {
        refused: { code: answer.refused, ...(answer.detail && { detail: answer.detail }) },
      }),
    })
  }

  return { send, wrong, clear: () => setWrong(undefined) }
}
