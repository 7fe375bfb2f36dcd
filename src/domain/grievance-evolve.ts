import { type Clock, evolveClocks, isClockEvent } from './clock'
import { never, type OnDuty, type PersonRef } from './decider'
import type {
  CoHandler,
  Grievance,
  GrievanceEvent,
  GrievancePersonal,
  GrievanceState,
  Hop,
  UnitRef,
} from './grievance-types'
import { evolveLadder, isLadderEvent } from './ladder-evolve'
import type { LadderEvent } from './ladder-types'
import type { Instant } from './time'

type Of<T extends GrievanceEvent['type']> = Extract<GrievanceEvent, { type: T }>

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
      const handed = { handedOver: { at, by: event.by }, personal: personal({ handedOver: event.personal }) }
      return { ...left(state, at), stage: 'handed-over', ...handed }
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
      return { ...state, stage: 'suspended', suspension, personal: note ? personal({ suspensionNote: note }) : state.personal }
    }
    case 'GrievanceResumed': {
      const { suspension: _, ...rest } = state
      return { ...rest, stage: state.main?.signed ? 'in-hand' : 'dispatched' }
    }
    case 'Responded': {
      const responded = state.responded ?? { at, by: event.by }
      return { ...state, responded, personal: personal({ response: event.personal.text }) }
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
      const rated = { ...named(state, responsible), rating: { at, stars, how, by } }
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
    case 'GrievanceWithdrawn':
      return event.exOfficio ? { ...state, exOfficio: true } : { ...left(state, at), stage: 'withdrawn' }
    case 'UpperAnswered': {
      const upperAnswered = { at, by: event.by }
      return { ...state, upperAnswered, personal: personal({ upperAnswer: event.personal.text }) }
    }
    case 'ShiftChanged':
      return atCommand(state, { responsible: event.to, careUntil: event.careUntil })
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
const TRIES_KEPT = 12
const NOTES_KEPT = 20
const CALLS_KEPT = 20
const HOPS_KEPT = 60
const RUNS_KEPT = 6

/** Of each code the latest runs. */
const lately = (clocks: Clock[]): Clock[] =>
  clocks.filter((c) => clocks.filter((d) => d.code === c.code && d.generation > c.generation).length < RUNS_KEPT)

function submitted(event: Of<'GrievanceSubmitted'>): Grievance {
  const { type: _, by: _by, at, responsible, personal, ...form } = event
  return {
    ...form,
    kind: 'grievance',
    stage: 'submitted',
    open: true,
    createdAt: at,
    clocks: [],
    responsible: personOf(responsible),
    generation: 1,
    with: [],
    hops: [],
    returns: 0,
    calls: [],
    papers: [],
    personal: { ...personal, returns: [], answers: {}, tries: [], notes: [] },
  }
}

/** Where somebody stands is no part of who he is. */
const personOf = ({ seat: _seat, gap: _gap, ...person }: PersonRef & Partial<Pick<OnDuty, 'seat' | 'gap'>>): PersonRef =>
  person

/** It lies at the command seat: whoever answers for it is responsible until his shift ends. */
function atCommand(state: Grievance, { responsible, careUntil }: { responsible: PersonRef; careUntil?: Instant }) {
  const { careUntil: _, ...rest } = state
  return { ...rest, responsible: personOf(responsible), ...(careUntil && { careUntil }) }
}

/** The unit that has it answers for it again. */
function withUnit(state: Grievance): Grievance {
  const { careUntil: _, ...rest } = state
  return { ...rest, responsible: state.main?.unit.person ?? state.responsible }
}

/** This person is responsible now, and of the unit where a unit has it. */
function named(state: Grievance, to: PersonRef | undefined): Grievance {
  if (!to) return state
  const { careUntil: _, ...rest } = state
  const { main } = state
  const ofUnit = main && !main.leftAt && !state.careUntil
  return { ...rest, responsible: to, ...(ofUnit && { main: { ...main, unit: { ...main.unit, person: to } } }) }
}

/** No unit has it any more. */
function left(state: Grievance, at: Instant): Grievance {
  const { main } = state
  if (!main || main.leftAt) return state
  const was = { ...main, leftAt: at }
  return { ...state, main: was, hops: [...state.hops, was].slice(-HOPS_KEPT) }
}

/** A unit has it, and its named person answers for it; who helped before and has it now helps no more. */
function come(state: Grievance, unit: UnitRef, hop: Omit<Hop, 'unit'>): Grievance {
  const { careUntil: _, ...rest } = left(state, hop.at)
  return {
    ...rest,
    stage: 'dispatched',
    main: { unit, ...hop },
    firstMain: state.firstMain ?? unit,
    responsible: unit.person,
    with: state.with.filter((other) => other.unit.code !== unit.code),
  }
}

function completed(state: Grievance, { at, photos, responsible, careUntil, personal }: Of<'GrievanceCompleted'>) {
  const { sentBack } = state
  const more = [...(state.personal.more ?? []), ...(personal.text ? [personal.text] : [])]
  const back = atCommand(state, { responsible, careUntil })
  return {
    ...back,
    stage: 'submitted' as const,
    photos: [...state.photos, ...photos],
    ...(sentBack && { sentBack: { ...sentBack, completedAt: at } }),
    personal: { ...state.personal, ...(more.length > 0 && { more }) },
  }
}

/** Whoever signs is the unit's named person from now on. */
function signed(state: Grievance, { at, by }: Of<'SignedFor'>): Grievance {
  const { main } = state
  if (!main) return state
  const mine = { ...main, signed: { at, by }, unit: { ...main.unit, person: by } }
  return { ...state, stage: 'in-hand', main: mine, responsible: by }
}

const RULED_HOW = { keep: 'kept', move: 'moved', force: 'forced' } as const

function ruled(state: Grievance, { at, by, decision, main, until, personal }: Of<'ReturnRuled'>): Grievance {
  const hop = { at, how: RULED_HOW[decision], ...(by && { by }), ...(until && { until }) }
  const returns = state.personal.returns.map((each, n, all) =>
    n === all.length - 1 ? { ...each, ruling: personal.why } : each,
  )
  const forced = decision === 'force' ? { forced: true as const } : {}
  return { ...come(state, main, hop), ...forced, personal: { ...state.personal, returns } }
}

function resolved(state: Grievance, event: Of<'GrievanceResolved'>): Grievance {
  const { at, by, unit, result, photos, mediation } = event
  const { suspension: _, ...here } = atCommand(state, event)
  const handed = { at, by, ...(unit && { unit }), result, photos, ...(mediation && { mediation }) }
  const { mediation: _old, ...known } = state.personal
  const { text, mediation: agreed } = event.personal
  const personal = { ...known, result: text, ...(agreed && { mediation: agreed }) }
  return { ...here, stage: 'resolved', resolved: handed, personal }
}

function checked(state: Grievance, event: Of<'ResultChecked'>): Grievance {
  const { at, by, ok } = event
  const { why } = event.personal
  const personal = why ? { ...state.personal, checkWhy: why } : state.personal
  const there = { ...atCommand(state, event), personal }
  if (ok) return { ...there, stage: 'checked', checked: { at, by } }
  const { resolved: _, ...again } = there
  return { ...again, stage: state.main && !state.main.leftAt ? 'in-hand' : 'accepted' }
}

/** A new generation: what the last one came to is history, its returns and its extension count no more. */
function reopened(state: Grievance, event: Of<'GrievanceReopened'>): Grievance {
  const {
    extension: _extension,
    suspension: _suspension,
    forced: _forced,
    declined: _declined,
    responded: _responded,
    resolved: _resolved,
    checked: _checked,
    rating: _rating,
    satisfied: _satisfied,
    contacted: _contacted,
    rectified: _rectified,
    objected: _objected,
    ...rest
  } = atCommand(left(state, event.at), event)
  const { at, generation } = event
  const personal = { ...state.personal, answers: {}, reopenWhy: event.personal.why }
  return { ...rest, stage: 'reopened', generation, reopenedAt: at, with: [], returns: 0, personal }
}
