import type { Candidate, MatterRow } from './views'

/** So many are proposed at once, those that wait longest; so many are assigned by one command. */
export const BATCH_MOST = 50
export const BATCH_SENT = 10
/** So many of those that were only read may be chosen from. */
export const BATCH_ALSO = 40

/** Whom each matter of a batch would get. */
export type BatchItem = {
  matter: MatterRow
  lawyer: Candidate
  /** Whom it would get one by one, where that is somebody else; nobody: null. */
  alone?: { lawyer: string; name: string } | null
  /** Of several people against one and the same: which of `groups`, from 0. */
  group?: number
}
export type BatchView = {
  /** In the order they wait. */
  items: BatchItem[]
  /** What gets nobody, and why, each rule with how many lawyers it keeps out. */
  left: { matter: MatterRow; reasons: string[] }[]
  placed: number
  /** The scores together; `best`: the highest there is, above it only where groups were kept together. */
  total: number
  best: number
  oneByOne: { placed: number; total: number }
  groups: { matters: number; lawyers: number }[]
  /** Others wait too: they come once these are assigned. */
  more: boolean
}

export type BatchDone = {
  items: ({ id: string; done: true; lawyer: string } | { id: string; done: false; refused: string; message: string })[]
}
