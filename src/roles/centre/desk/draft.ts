import { create } from 'zustand'

/** What a clerk has written on each matter and not yet sent: it survives going to another one and back. */
export type Draft = { why: string; chosen?: { lawyer: string; name: string; why: string } }

const empty: Draft = { why: '' }
const useDrafts = create<Record<string, Draft>>(() => ({}))

export function useDecisionDraft(id: string) {
  const draft = useDrafts((drafts) => drafts[id] ?? empty)
  return {
    draft,
    write: (part: Partial<Draft>) => useDrafts.setState({ [id]: { ...draft, ...part } }),
    drop: () => useDrafts.setState({ [id]: empty }),
  }
}
