import type { PromptView } from '@/contract/language-views'
import { useBoth, useKnown } from './language'
import { origin } from './origin'

/** What was recorded for the page of this path and heard by a reviewer; nothing for whoever reads Chinese alone. */
export function usePrompts(path: string): PromptView[] {
  const both = useBoth()
  const prompts = useKnown((known) => known.prompts)
  const here = path.split('?')[0]?.replace(/^\//, '')
  return both ? prompts.filter(({ where }) => where === here) : []
}

/** Where a recording lies: an address of the county's own, or a folder beside the pages. */
export const soundOf = ({ file }: PromptView, at: string): string =>
  /^[a-z]+:\/\//.test(at) ? at + file : `${origin || '.'}/${at}${file}`
