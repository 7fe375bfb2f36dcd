import { create } from 'zustand'
import { useSession } from './session'

/** What somebody at a desk has written on each matter and not yet sent: it survives closing, failing, going away. */
export type Written = Record<string, object>
const useDrafts = create<Record<string, Written>>(() => ({}))
const none: Written = {}

// Each clerk's own: another who signs in at this desk doesn't find it.
const keyOf = (id: string) => `${useSession.getState().me?.id ?? ''}|${id}`
const writtenOf = (id: string): Written => useDrafts.getState()[keyOf(id)] ?? none

/** Each step of a matter has its own; `step` is the action's name, with `#` and a part where one action has several. */
export function useDraft<T extends object>(id: string, step: string, empty: T) {
  const draft: T = { ...empty, ...useDrafts((drafts) => drafts[keyOf(id)]?.[step]) }
  // A photo that arrives late is added to what is there then.
  const latest = (): T => ({ ...empty, ...writtenOf(id)[step] })
  return {
    draft,
    latest,
    write: (part: Partial<T>) => put(id, step, { ...latest(), ...part }),
    drop: () => put(id, step, undefined),
  }
}

function put(id: string, step: string, draft: object | undefined) {
  const { [step]: _, ...others } = writtenOf(id)
  useDrafts.setState({ [keyOf(id)]: draft ? { ...others, [step]: draft } : others })
}

export const dropDrafts = (id: string): void => useDrafts.setState({ [keyOf(id)]: none })
export const useWritten = (id: string): Written => useDrafts((drafts) => drafts[keyOf(id)] ?? none)
