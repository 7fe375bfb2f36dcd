import { evolveClocks, isClockEvent } from './clock'
import { never } from './decider'
import type { Hour, Visit, VisitEvent, VisitPersonal, VisitStage, VisitState } from './visit-types'

type Of<T extends VisitEvent['type']> = Extract<VisitEvent, { type: T }>

/** What an event makes of the visit. It counts nothing and asks no rule: an event carries its result. */
export function evolveVisit(state: VisitState, event: VisitEvent): VisitState {
  if (event.type === 'VisitHeld') return held(event)
  if (event.type === 'VisitBooked') return booked(state, event)
  if (state.stage === 'blank') return state
  if (isClockEvent(event)) return { ...state, clocks: evolveClocks(state.clocks, event) }
  const { at } = event
  const personal = (more: Partial<VisitPersonal>): VisitPersonal => ({ ...state.personal, ...more })
  switch (event.type) {
    case 'HoldEnded':
      return { ...state, stage: 'cancelled', open: false, cancelled: { at, by: 'time' } }
    case 'VisitConfirmed': {
      const { side, by } = event
      const said = side === 'person' ? { person: at } : typeof by === 'string' ? {} : { staff: { at, by } }
      return { ...state, stage: 'confirmed', confirmed: { ...state.confirmed, ...said } }
    }
    case 'VisitMoved': {
      const { hour, responsible } = event
      const stage = state.stage === 'held' ? 'held' : 'booked'
      return withHour(state, { hour, at, stage, responsible })
    }
    case 'MoveAsked': {
      const { by, hour, matter, until } = event
      return { ...state, asked: { at, by, hour, matter, until } }
    }
    case 'MoveAnswered': {
      const { hour, yes } = event
      const { asked: _, ...left } = state
      if (!yes || !hour) return left
      const is = withHour(state, { hour, at, stage: 'confirmed', responsible: hour.person })
      return { ...is, confirmed: { person: at } }
    }
    case 'MoveLapsed': {
      const { asked: _, ...left } = state
      return left
    }
    case 'RoomTaken': {
      const { hour, responsible } = event
      return withHour(state, { hour, at, stage: 'booked', responsible })
    }
    case 'VisitCancelled': {
      const { side, personal: said } = event
      return {
        ...closed(state, 'cancelled'),
        cancelled: { at, by: side },
        personal: personal(said.why ? { cancelWhy: said.why } : {}),
      }
    }
    case 'VisitReminded':
    case 'ReminderLost':
      return { ...state, reminded: event.nth }
    case 'VisitUnmarked':
      return { ...state, unmarked: event.nth }
    case 'SetOutNow':
      return { ...state, stage: 'set-out', setOut: { at, by: event.by } }
    case 'VisitorArrived': {
      const arrived = { at, by: event.by, checked: event.checked }
      return { ...without(state, 'asked', 'weather'), stage: 'arrived', arrived }
    }
    case 'VisitSuspended': {
      const { until, evidence } = event
      // Who was on his way turns back.
      const stage = state.stage === 'set-out' ? 'booked' : state.stage
      return { ...without(state, 'setOut'), stage, weather: { since: at, until, evidence } }
    }
    case 'VisitResumed':
      return without(state, 'weather')
    case 'VisitDone': {
      const { by, next } = event
      const finished = { at, by, ...(next && { next }) }
      return { ...closed(state, 'done'), finished, personal: personal({ note: event.personal.note }) }
    }
    case 'VisitMissed': {
      const { by, who, responsible } = event
      const missed = { at, by, who }
      return who === 'person'
        ? { ...closed(state, 'no-show'), missed }
        : { ...without(state, 'asked'), stage: 'no-show', missed, ...(responsible && { responsible }) }
    }
    case 'VisitRated': {
      const { stars, responsible } = event
      const ratingText = event.personal.text
      return {
        ...state,
        rated: { at, stars },
        ...(responsible && { responsible }),
        personal: personal(ratingText ? { ratingText } : {}),
      }
    }
    case 'NoteTaken': {
      const note = { at, by: event.by, text: event.personal.text }
      return { ...state, personal: personal({ notes: [...state.personal.notes, note].slice(-NOTES_KEPT) }) }
    }
    case 'ResponsibleChanged':
      return { ...state, responsible: event.to }
    case 'NumberRevealed':
      return { ...state, calls: [...state.calls, { at, by: event.by }].slice(-CALLS_KEPT) }
    default:
      return never(event)
  }
}

const NOTES_KEPT = 20
const CALLS_KEPT = 20

const fresh = {
  kind: 'visit',
  open: true,
  clocks: [],
  confirmed: {},
  moves: 0,
  reminded: 0,
  unmarked: 0,
  calls: [],
} as const

function held(event: Of<'VisitHeld'>): Visit {
  const { type: _, by: _by, at, hour, until, ...whose } = event
  return {
    ...fresh,
    clocks: [],
    calls: [],
    ...whose,
    stage: 'held',
    createdAt: at,
    sentAt: at,
    topic: 'other',
    language: 'zh',
    tell: [],
    way: hour.way,
    hour,
    hourSince: at,
    heldUntil: until,
    responsible: hour.person,
    personal: { visitor: {}, notes: [] },
  }
}

function booked(state: VisitState, event: Of<'VisitBooked'>): Visit {
  const { type: _, by: _by, at, personal, ...form } = event
  return {
    ...fresh,
    clocks: [],
    calls: [],
    ...form,
    stage: 'booked',
    createdAt: state.stage === 'blank' ? at : state.createdAt,
    ...(form.hour && { hourSince: at }),
    personal: { ...personal, notes: [] },
  }
}

type Gets = { hour: Hour; at: string; stage: VisitStage; responsible: Visit['responsible'] }

/** Another hour: what was said of the old one isn't said of it. */
const withHour = (state: Visit, { hour, at, stage, responsible }: Gets): Visit => ({
  ...without(state, 'asked', 'setOut', 'missed'),
  stage,
  hour,
  hourSince: at,
  responsible,
  confirmed: {},
  moves: state.hour && state.stage !== 'held' ? state.moves + 1 : state.moves,
  reminded: 0,
  unmarked: 0,
})

const closed = (state: Visit, stage: VisitStage): Visit => ({
  ...without(state, 'asked', 'weather'),
  stage,
  open: false,
})

type Passing = 'asked' | 'weather' | 'setOut' | 'missed'
function without(state: Visit, ...gone: Passing[]): Visit {
  const is = { ...state }
  for (const key of gone) delete is[key]
  return is
}
