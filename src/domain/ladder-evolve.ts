import type { LadderEvent, PaperRef, PaperText } from './ladder-types'
import type { Instant } from './time'

const TYPES: readonly string[] = [
  'PaperIssued',
  'PaperDrafted',
  'PaperSigned',
  'PaperReceived',
  'PaperReplied',
  'PaperCancelled',
] satisfies LadderEvent['type'][]

export const isLadderEvent = (event: { type: string }): event is LadderEvent => TYPES.includes(event.type)

type WithPapers = { papers: PaperRef[]; personal: { papers?: Record<string, PaperText> } }

/** The papers and what was written on them by hand: an evolve hands every ladder event on to this. */
export function evolveLadder<S extends WithPapers>(state: S, event: LadderEvent): S {
  const papers = evolvePapers(state.papers, event)
  return { ...state, papers, personal: { ...state.personal, ...textsAfter(state.personal.papers, event, papers) } }
}

/** So many of the latest stay in the matter; what came before lies in the register, without what was written by hand. */
export const PAPERS_KEPT = 40

/** The papers alone, without what is written on them. */
export function evolvePapers(papers: readonly PaperRef[], event: LadderEvent): PaperRef[] {
  if (event.type === 'PaperIssued' || event.type === 'PaperDrafted')
    return [...papers.filter(({ id }) => id !== event.paper.id), event.paper].slice(-PAPERS_KEPT)
  return papers.map((paper) => (paper.id === event.paper ? changed(paper, event) : paper))
}

function changed(paper: PaperRef, event: Exclude<LadderEvent, { paper: PaperRef }>): PaperRef {
  const { at } = event
  switch (event.type) {
    case 'PaperSigned': {
      const { by, n, until } = event
      const signed = { ...paper, signs: [...paper.signs, { at, by }], ...(until && { until }) }
      // A paper belongs to the year in which it is issued, however long its draft lay.
      return n === undefined ? signed : { ...signed, n, year: yearOf(at), state: 'issued', issuedAt: at }
    }
    case 'PaperReceived':
      return { ...paper, state: 'received', receivedAt: at, receivedBy: event.by }
    case 'PaperReplied':
      return { ...paper, state: 'replied', repliedAt: at, repliedBy: event.by }
    case 'PaperCancelled':
      return { ...paper, state: 'cancelled', cancelledAt: at, ...(event.by && { cancelledBy: event.by }) }
  }
}

function textsAfter(texts: Record<string, PaperText> = {}, event: LadderEvent, papers: readonly PaperRef[]) {
  const { id, text } = written(event)
  if (!Object.values(text).some(Boolean)) return {}
  const known = Object.entries(texts).filter(([of]) => papers.some((paper) => paper.id === of))
  return { papers: { ...Object.fromEntries(known), [id]: { ...texts[id], ...text } } }
}

function written(event: LadderEvent): { id: string; text: PaperText } {
  switch (event.type) {
    case 'PaperIssued':
    case 'PaperDrafted':
      return { id: event.paper.id, text: event.personal }
    case 'PaperSigned':
      return { id: event.paper, text: event.personal ?? {} }
    case 'PaperReceived':
      return { id: event.paper, text: {} }
    case 'PaperReplied':
      return { id: event.paper, text: { reply: event.personal.text } }
    case 'PaperCancelled':
      return { id: event.paper, text: { why: event.personal.why } }
  }
}

export const yearOf = (at: Instant): number => Number(at.slice(0, 4))
