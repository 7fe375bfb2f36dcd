import type { TurnEvent, TurnPersonal } from './aid-turn-types'
import type { Aid } from './aid-types'
import { never } from './decider'

/** What a turn in its course makes of a matter that has begun. */
export function evolveTurn(state: Aid, event: Exclude<TurnEvent, { type: 'NoticeReceived' }>): Aid {
  const words = (more: TurnPersonal) => ({ personal: { ...state.personal, ...more } })
  switch (event.type) {
    case 'OrganTold': {
      const { criminal } = state
      return { ...state, ...(criminal && { criminal: { ...criminal, organTold: done(event) } }) }
    }
    case 'AidUrgent': {
      const { at, ground, day, to } = event
      // Whoever must confirm a refusal isn't whoever proposed it, even where he is on duty.
      const responsible = state.stage === 'refusal-unconfirmed' ? state.responsible : to
      const told = state.urgent?.day
      const toPreserve = state.urgent?.toPreserve || ground === 'preservation'
      const last = day ?? told
      return {
        ...state,
        urgent: { at, ground, ...(last && { day: last }), ...(toPreserve && { toPreserve }) },
        responsible,
      }
    }
    case 'AidProvidedFirst': {
      const providedFirst = { ...done(event), ground: event.ground }
      return { ...state, stage: 'granted-unassigned', providedFirst, ...words({ firstWhy: event.personal.why }) }
    }
    case 'AidRegularised': {
      const { providedFirst } = state
      if (!providedFirst) return state
      return { ...state, decision: done(event), providedFirst: { ...providedFirst, regularised: done(event) } }
    }
    case 'LeaveAsked': {
      const { at, cause, files, to } = event
      return {
        ...state,
        leaving: { at, cause, files, to },
        responsible: to,
        ...words({ leaveWhy: event.personal.why }),
      }
    }
    case 'ChangeAsked': {
      const { at, by, to } = event
      // Where he asks to go himself, that is ruled on first.
      const responsible = state.leaving ? state.responsible : to
      return { ...state, changeAsked: { at, by, to }, responsible, ...words({ changeWhy: event.personal.why }) }
    }
    case 'AidSuspended': {
      const { at, files, until } = event
      return { ...state, suspended: { at, files, ...(until && { until }) } }
    }
    case 'AidResumed':
      return { ...state, suspended: undefined }
    case 'CaseEnded':
      return { ...state, ended: { at: event.at, on: event.on }, suspended: undefined }
    case 'AidTerminated': {
      const terminated = { ...done(event), article: event.article }
      return {
        ...state,
        stage: 'terminated',
        responsible: event.by,
        terminated,
        escalated: undefined,
        leaving: undefined,
        changeAsked: undefined,
        suspended: undefined,
        ...words({ terminateWhy: event.personal.why }),
      }
    }
    case 'TerminationTold': {
      const { terminated } = state
      // An objection may be waiting for its ruling all the while.
      const open = state.stage === 'objected'
      return { ...state, open, ...(terminated && { terminated: { ...terminated, told: done(event) } }) }
    }
    case 'AidObjected': {
      const first = state.stage === 'terminated' ? 'terminated' : 'refused'
      const objected = { at: event.at, first } as const
      const objection = event.personal.why
      return {
        ...state,
        stage: 'objected',
        open: true,
        responsible: event.to,
        objected,
        ruled: undefined,
        ...words({ objection, ruling: undefined }),
      }
    }
    case 'ObjectionRuled': {
      const ruled = { ...done(event), decision: event.decision }
      const heard = { ...state, ruled, ...words({ ruling: event.personal.why }) }
      if (event.decision === 'correct')
        return {
          ...heard,
          stage: 'granted-unassigned',
          responsible: event.to ?? state.responsible,
          // By notice nothing was ever decided; what was granted before it was terminated stays granted that day.
          ...(state.objected?.first !== 'terminated' && { decision: done(event) }),
          lawyer: undefined,
          // He left nothing, so it may be his again; what he knows of her binds him whoever has it.
          ...(state.lawyer &&
            state.lawyer.conflict !== 'asked' && { acted: [...(state.acted ?? []), state.lawyer.ref.id] }),
        }
      const untold = state.terminated !== undefined && !state.terminated.told
      const responsible = untold && state.terminated ? state.terminated.by : event.by
      return { ...heard, stage: state.objected?.first ?? 'refused', open: untold, responsible }
    }
    case 'PromiseDoubted':
      return { ...state, doubted: { ...done(event), to: event.to }, ...words({ doubt: event.personal.what }) }
    case 'DoubtRuled': {
      const { doubted } = state
      const ruled = { ...done(event), found: event.found }
      return {
        ...state,
        ...(doubted && { doubted: { ...doubted, ruled } }),
        ...words({ doubtRuling: event.personal.why }),
      }
    }
    case 'NearAsked': {
      const { at, to, hits } = event
      return { ...state, nearAsked: { at, to, hits } }
    }
    case 'NearChecked': {
      const { pairs, same, at, by } = event
      const answers = pairs.map((pair) => ({ pair, same, at, by }))
      const before = (state.nearAnswers ?? []).filter(({ pair }) => !pairs.includes(pair))
      return { ...state, nearAsked: undefined, nearAnswers: [...before, ...answers].slice(-ANSWERS_KEPT) }
    }
    default:
      return never(event)
  }
}

// A matter is one document and stays small.
const ANSWERS_KEPT = 50

const done = ({ at, by }: { at: string; by: { id: string; name: string } }) => ({ at, by })
