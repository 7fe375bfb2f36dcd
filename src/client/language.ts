import { useEffect } from 'react'
import { create } from 'zustand'
import type { PromptView } from '@/contract/language-views'
import type { Mongolian } from '@/words/mongolian'
import { useSession } from './session'

/** What is known of the other language on this phone; empty for whoever reads Chinese alone. */
type Known = { find?: Mongolian; prompts: PromptView[]; at: string }
export const useKnown = create<Known>(() => ({ prompts: [], at: '' }))

/** Whether she wants Mongolian beside the Chinese: by her own choice, else because she speaks nothing else. */
export const useBoth = (): boolean =>
  useSession(({ language, me }) => (language ? language === 'both' : me?.languages.join() === 'mn'))

/** How sentences are found in Mongolian. What it needs is fetched the first time that somebody wants it. */
export function useMongolian(): Mongolian | undefined {
  const both = useBoth()
  useEffect(() => {
    if (both) void import('./mongolian').then(({ knowMongolian }) => knowMongolian())
  }, [both])
  return useKnown(({ find }) => (both ? find : undefined))
}
