import { type Answer, whatWentWrong } from '@/client/call'

/** What stands beside each field, and what stands above them all. */
export type Wrong = { fields: Record<string, string>; text?: string }
export const nothing: Wrong = { fields: {} }

/** A refused invite is about its field; a refused sign-in about the whole, since it doesn't say which was wrong. */
export function wrongOf(answer: Answer<unknown>): Wrong {
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
