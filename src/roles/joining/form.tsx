import { useState } from 'react'
import { type Answer, whatWentWrong } from '@/client/call'
import { Notice } from '@/ui'

/** What stands beside each field, and what stands above them all. */
type Wrong = { fields: Record<string, string>; text?: string }
const nothing: Wrong = { fields: {} }

/** A refused invite is about its field; a refused sign-in about the whole, since it doesn't say which was wrong. */
function wrongOf(answer: Answer<unknown>): Wrong {
  if (answer.ok) return nothing
  if ('invalid' in answer) {
    const fields = Object.fromEntries(answer.invalid.map(({ field, message }) => [field, message]))
    return '' in fields ? { fields, text: fields[''] } : { fields }
  }
  const text = whatWentWrong(answer)
  return 'refused' in answer && answer.refused.startsWith('invite.')
    ? { fields: { invite: text } }
    : { fields: {}, text }
}

/** A form's fields, what is wrong with them, and the way to send them; the answer comes back to whoever sent. */
export function useForm<G extends Record<string, string>>(empty: G) {
  const [given, setGiven] = useState(empty)
  const [wrong, setWrong] = useState(nothing)
  const write = (part: Partial<G>) => setGiven((before) => ({ ...before, ...part }))
  async function send<A extends Answer<unknown>>(answering: Promise<A>): Promise<A> {
    const answer = await answering
    setWrong(wrongOf(answer))
    return answer
  }
  return { given, write, wrong, send }
}

/** What is wrong with the whole of it; nothing where nothing is. */
export function Said({ text }: { text?: string }) {
  if (!text) return null
  return (
    <Notice tone="red" said>
      {text}
    </Notice>
  )
}
