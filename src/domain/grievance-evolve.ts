import { type Clock, evolveClocks, isClockEvent } from './clock'
import { never } from './decider'
import {
  atCommand,
  checked,
  come,
  completed,
  left,
  named,
  reopened,
  resolved,
  ruled,
  signed,
  submitted,
  withUnit,
} from './grievance-steps'
import type { CoHandler, Grievance, GrievanceEvent, GrievancePersonal, GrievanceState } from './grievance-types'
import { evolveLadder, isLadderEvent } from './ladder-evolve'
import type { LadderEvent } from './ladder-types'

/** What an event makes of the grievance. It counts nothing and asks no rule: an event carries its result. */
export function evolveGrievance(state: GrievanceState, event: GrievanceEvent): GrievanceState {
  if (event.type === 'GrievanceSubmitted') return submitted(event)
  if (state.stage === 'blank') return state
  if (isClockEvent(event)) return { ...state, clocks: lately(evolveClocks(state.clocks, event)) }
  if (isLadderEvent(event)) return evolveLadder(state, event)
  const next = evolved(state, event)
  const open = isOpen(next)
  const { careUntil: _, ...rest } = next
  return open ? { ...next, open } : { ...rest, open }
}

const FINAL: readonly Grievance['stage'][] = ['closed', 'archived', 'declined', 'withdrawn', 'handed-over']

/** A bad rating, or a call that found her not satisfied, that nobody has put right yet. */
export const toRectify = ({ stage, rating, satisfied, rectified }: Grievance): boolean =>
  stage === 'closed' && !rectified && ((rating !== undefined && rating.stars <= WORST) || satisfied === false)
const WORST = 2

/** The city's or region's line waits for its own answer, however it ended here. */
export const owesUpward = ({ source, upperAnswered }: Grievance): boolean => source === 'upper' && !upperAnswered

const isOpen = (state: Grievance): boolean =>
  !FINAL.includes(state.stage) || toRectify(state) || (state.stage !== 'archived' && owesUpward(state))

type Step = Exclude<GrievanceEvent, LadderEvent | { type: 'GrievanceSubmitted' } | { type: `Clock${string}` }>

function evolved(state: Grievance, event: Step): Grievance {
  const { at } = event
  const personal = (more: Partial<GrievancePersonal>): GrievancePersonal => ({ ...state.personal, ...more })
  switch (event.type) {
    case 'GrievanceAccepted': {
      const { by, as, handling, item, publicSafety } = event
      const more = { ...(item && { item }), ...(publicSafety && { publicSafety }) }
      return { ...state, stage: 'accepted', type: as, handling, accepted: { at, by }, ...more }
    }
    case 'Reclassified':
      return { ...state, handling: event.handling, ...(event.as && { type: event.as }) }
    case 'SentBack': {
      const { items } = event.personal
      return { ...state, stage: 'incomplete', sentBack: { at, by: event.by }, personal: personal({ items }) }
    }
    case 'GrievanceCompleted':
      return completed(state, event)
    case 'GrievanceDeclined': {
      const declined = { at, by: event.by, reason: event.reason }
      return { ...state, stage: 'declined', declined, personal: personal({ declined: event.personal }) }
    }
    case 'HandedOver': {
      const { suspension: _, ...rest } = left(state, at)
      const handed = { handedOver: { at, by: event.by }, personal: personal({ handedOver: event.personal }) }
      return { ...rest, stage: 'handed-over', responsible: event.by, ...handed }
    }
    case 'Dispatched': {
      const { main, until, by } = event
      const { why, brief } = event.personal
      const sent = come(state, main, { at, how: 'dispatched', by, ...(until && { until }) })
      const helping = event.with.map(
        (unit): CoHandler => state.with.find((other) => other.unit.code === unit.code) ?? { unit, at },
      )
      return { ...sent, with: helping, personal: personal({ dispatchWhy: why, ...(brief && { brief }) }) }
    }
    case 'SignedFor':
      return signed(state, event)
    case 'ReturnAsked': {
      const { by, nth, unit, personal: why } = event
      const returns = [...state.personal.returns, { at, by, unit, ...why }].slice(-RETURNS_KEPT)
      const back = atCommand(left(state, at), event)
      return { ...back, stage: 'returned', returns: nth, personal: personal({ returns }) }
    }
    case 'ReturnRuled':
      return ruled(state, event)
    case 'PassedUp': {
      const { to, until, by, responsible, careUntil } = event
      if (to) return { ...come(state, to, { at, how: 'passed-up', by, ...(until && { until }) }), stage: 'passed-up' }
      return { ...atCommand(left(state, at), { responsible, careUntil }), stage: 'passed-up' }
    }
    case 'SentDown': {
      const { to, until, by } = event
      const { why } = event.personal
      const sent = come(state, to, { at, how: 'sent-down', by, ...(until && { until }) })
      return why ? { ...sent, personal: personal({ dispatchWhy: why }) } : sent
    }
    case 'ExtensionAsked': {
      const extension = { askedAt: at, by: event.by, until: event.until, was: state.stage }
      const asked = atCommand(state, event)
      return { ...asked, stage: 'extension-asked', extension, personal: personal({ extensionWhy: event.personal.why }) }
    }
    case 'ExtensionRuled': {
      const { extension } = state
      if (!extension) return state
      const back = withUnit(state)
      return { ...back, stage: extension.was, extension: { ...extension, ruled: { at, by: event.by, ok: event.ok } } }
    }
    case 'GrievanceSuspended': {
      const { ground, until, evidence, by } = event
      const { note } = event.personal
      const suspension = { ground, from: at, until, evidence, by }
      return {
        ...state,
        stage: 'suspended',
        suspension,
        personal: note ? personal({ suspensionNote: note }) : state.personal,
      }
    }
    case 'GrievanceResumed': {
      const { suspension: _, ...rest } = state
      return { ...rest, stage: state.main?.signed ? 'in-hand' : 'dispatched' }
    }
    case 'Responded': {
      const { text } = event.personal
      const { further = [] } = state.personal
      // Her first answer stays as it was given; what she is told later stands behind it.
      if (state.responded)
        return {
          ...state,
          personal: personal({ further: [...further, { at, by: event.by, text }].slice(-FURTHER_KEPT) }),
        }
      return { ...state, responded: { at, by: event.by }, personal: personal({ response: text, further: [] }) }
    }
    case 'CoAnswered': {
      const { unit, by } = event
      const answers = { ...state.personal.answers, [unit]: event.personal.text }
      const helping = state.with.map((each) => (each.unit.code === unit ? { ...each, answered: { at, by } } : each))
      return { ...state, with: helping, personal: personal({ answers }) }
    }
    case 'GrievanceResolved':
      return resolved(state, event)
    case 'ResultChecked':
      return checked(state, event)
    case 'ReporterCalledBack': {
      const { by, reached, satisfied, responsible } = event
      const tried = { at, by, reached, note: event.personal.note }
      const tries = [...state.personal.tries, tried].slice(-TRIES_KEPT)
      const said = satisfied === undefined ? {} : { satisfied }
      return { ...named(state, responsible), ...said, personal: personal({ tries }) }
    }
    case 'GrievanceClosed':
      return { ...state, stage: 'closed', closed: { at, how: event.how } }
    case 'GrievanceRated': {
      const { by, stars, how, responsible } = event
      const { text } = event.personal
      // A bad rating of what was put right before is to be put right again.
      const { contacted: _contacted, rectified: _rectified, ...anew } = state
      const rated = { ...named(responsible ? anew : state, responsible), rating: { at, stars, how, by } }
      return text ? { ...rated, personal: personal({ ratingText: text }) } : rated
    }
    case 'ReporterContacted':
      return { ...state, contacted: { at, by: event.by }, personal: personal({ contacted: event.personal.note }) }
    case 'GrievanceRectified':
      return { ...state, rectified: { at, by: event.by }, personal: personal({ rectified: event.personal.text }) }
    case 'ResultObjected':
      return { ...state, objected: { at }, personal: personal({ objection: event.personal.why }) }
    case 'ObjectionRuled': {
      const ruling = { at, by: event.by, reopen: event.reopen }
      const objected = { at: state.objected?.at ?? at, ruled: ruling }
      return { ...state, objected, personal: personal({ objectionRuling: event.personal.why }) }
    }
    case 'GrievanceReopened':
      return reopened(state, event)
    case 'Followed':
      return { ...state, follows: event.parent }
    case 'Unfollowed': {
      const { follows: _, ...rest } = state
      return rest
    }
    case 'GrievanceWithdrawn': {
      if (event.exOfficio) return { ...state, exOfficio: true }
      const { suspension: _, ...rest } = left(state, at)
      return { ...rest, stage: 'withdrawn' }
    }
    case 'UpperAnswered': {
      const upperAnswered = { at, by: event.by }
      return { ...state, upperAnswered, personal: personal({ upperAnswer: event.personal.text }) }
    }
    case 'ShiftChanged':
      return atCommand(state, { responsible: event.to, careUntil: event.careUntil })
    case 'ConfirmationReminded':
      return { ...state, ...(state.confirm && { confirm: { ...state.confirm, reminded: true } }) }
    case 'GrievanceArchived':
      return { ...state, stage: 'archived' }
    case 'NoteTaken': {
      const note = { at, by: event.by, text: event.personal.text }
      return { ...state, personal: personal({ notes: [...state.personal.notes, note].slice(-NOTES_KEPT) }) }
    }
    case 'ResponsibleChanged':
      return { ...named(state, event.to), ...(state.careUntil && { careUntil: state.careUntil }) }
    case 'NumberRevealed':
      return { ...state, calls: [...state.calls, { at, by: event.by }].slice(-CALLS_KEPT) }
    default:
      return never(event)
  }
}

const RETURNS_KEPT = 12
const FURTHER_KEPT = 6
const TRIES_KEPT = 12
const NOTES_KEPT = 20
const CALLS_KEPT = 20
const RUNS_KEPT = 6

/** Of each code the latest runs. */
const lately = (clocks: Clock[]): Clock[] =>
  clocks.filter((c) => clocks.filter((d) => d.code === c.code && d.generation > c.generation).length < RUNS_KEPT)
