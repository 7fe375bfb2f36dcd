import { noticeTemplates } from '@/words/notices'

/** By our own template's name: the id it was registered under, and what its variables are filled with, in their order. */
export type Templates = ReadonlyMap<string, { id: string; params: { name: string; from: string }[] }>

/**
 * Reads `question.offer=1110:place,topic;sms.none=1111`; a variable that has a name of its own is `thing1=place`. Quotes
 * and blanks would not survive the way into a cloud function. A problem is a sentence that names what is wrong.
 */
export function templatesFrom(variable: string, text: string): Templates | { problem: string } {
  const rows = text.split(';').filter((row) => row.trim())
  const found = new Map<string, { id: string; params: { name: string; from: string }[] }>()
  for (const row of rows) {
    const [, name = '', id = '', params = ''] = /^([a-z.-]+)=([\w-]+)(?::([\w=,]+))?$/.exec(row.trim()) ?? []
    if (!noticeTemplates.includes(name))
      return {
        problem: `${variable}: "${row}" is not one of our templates, written like question.offer=1110:place,topic.`,
      }
    found.set(name, { id, params: params.split(',').filter(Boolean).map(paramOf) })
  }
  return found
}

function paramOf(text: string): { name: string; from: string } {
  const [name = '', from = name] = text.split('=')
  return { name, from }
}
