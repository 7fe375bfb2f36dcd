import type { Aid, AidEvent, AidState } from './aid-types'
import { type Clock, evolveClocks, isClockEvent } from './clock'
import { never } from './decider'

/** What an event makes of the matter. It counts no days and asks no rule: an event carries its result. */
export function evolveAid(state: AidState, event: AidEvent): AidState {
  if (event.type === 'AidSubmitted') return opened(event)
  if (state.stage === 'blank') return state
  if (isClockEvent(event)) return { ...state, clocks: lately(evolveClocks(state.clocks, event)) }
  switch (event.type) {
    case 'AidGranted':
      return {
        ...state,
        stage: 'granted-unassigned',
        decision: { at: event.at, by: event.by },
        personal: { ...state.personal, grantWhy: event.personal.why },
      }
    case 'LawyerAssigned': {
      const { lawyer: ref, score, reasons, at } = event
      return {
        ...state,
        stage: 'assigned',
        responsible: ref,
        escalated: undefined,
        lawyer: { ref, score, reasons, conflict: 'asked', at },
      }
    }
    case 'AssignmentEscalated':
      return {
        ...state,
        stage: 'granted-unassigned',
        responsible: event.to,
        escalated: { at: event.at, to: event.to, triedAt: event.at },
      }
    case 'LawyerStillSought':
      return { ...state, escalated: state.escalated && { ...state.escalated, triedAt: event.at } }
    case 'ConflictDenied':
      return { ...state, lawyer: state.lawyer && { ...state.lawyer, conflict: 'clear' } }
    case 'LawyerReleased':
      return { ...state, stage: 'granted-unassigned', lawyer: undefined, offered: [...state.offered, event.lawyer.id] }
    case 'AidTaken':
      return { ...state, stage: 'in-hand' }
    case 'NumberRevealed':
    case 'ClientContacted':
    case 'MandateSigned':
      return state
    case 'ProgressReported':
      return reported(state, event)
    case 'AidClosed':
      return {
        ...state,
        stage: 'closing',
        responsible: event.responsible,
        result: event.result,
        papers: event.papers,
        personal: { ...state.personal, achieved: event.personal.text },
      }
    case 'CloseReviewed': {
      const reviewed = { at: event.at, by: event.by, ok: event.ok }
      if (event.ok) return { ...state, stage: 'closed', open: false, reviewed }
      return { ...state, stage: 'in-hand', reviewed, responsible: state.lawyer?.ref ?? state.responsible }
    }
    case 'AidWithdrawn':
      return { ...state, stage: 'withdrawn', open: false }
    default:
      return never(event)
  }
}

function opened(event: Extract<AidEvent, { type: 'AidSubmitted' }>): Aid {
  const { type: _, by, at, callFrom: _call, responsible, personal, ...form } = event
  return {
    ...form,
    kind: 'aid',
    stage: 'submitted',
    open: true,
    createdAt: at,
    clocks: [],
    responsible,
    offered: [],
    papers: [],
    personal: { ...personal, reports: [] },
  }
}

// Years of reports would outgrow the document: of each clock the last few runs stay, all of them stay in its history.
const RUNS_KEPT = 3
const lately = (clocks: Clock[]): Clock[] =>
  clocks.filter((c) => clocks.filter((d) => d.code === c.code && d.generation > c.generation).length < RUNS_KEPT)

// The last few stay in the matter; all of them stay in its history.
const REPORTS_KEPT = 3
function reported(state: Aid, event: Extract<AidEvent, { type: 'ProgressReported' }>): Aid {
  const progress = { at: event.at, text: event.personal.text, change: event.change }
  return {
    ...state,
    personal: { ...state.personal, reports: [...state.personal.reports, progress].slice(-REPORTS_KEPT) },
  }
}
