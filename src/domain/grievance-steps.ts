import type { OnDuty, PersonRef } from './decider'
import type { Grievance, GrievanceEvent, Hop, UnitRef } from './grievance-types'
import type { Instant } from './time'

/** The steps by which a grievance goes from hand to hand, as its events tell them. */

type Of<T extends GrievanceEvent['type']> = Extract<GrievanceEvent, { type: T }>

const HOPS_KEPT = 60

export function submitted(event: Of<'GrievanceSubmitted'>): Grievance {
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
const personOf = ({
  seat: _seat,
  gap: _gap,
  ...person
}: PersonRef & Partial<Pick<OnDuty, 'seat' | 'gap'>>): PersonRef => person

/** It lies at the command seat: whoever answers for it is responsible until his shift ends. */
export function atCommand(
  state: Grievance,
  { responsible, careUntil }: { responsible: PersonRef; careUntil?: Instant },
) {
  const { careUntil: _, ...rest } = state
  return { ...rest, responsible: personOf(responsible), ...(careUntil && { careUntil }) }
}

/** The unit that has it answers for it again. */
export function withUnit(state: Grievance): Grievance {
  const { careUntil: _, ...rest } = state
  return { ...rest, responsible: state.main?.unit.person ?? state.responsible }
}

/** This person is responsible now, and of the unit where a unit has it. */
export function named(state: Grievance, to: PersonRef | undefined): Grievance {
  if (!to) return state
  const { careUntil: _, ...rest } = state
  const { main } = state
  const ofUnit = main && !main.leftAt && !state.careUntil
  return { ...rest, responsible: to, ...(ofUnit && { main: { ...main, unit: { ...main.unit, person: to } } }) }
}

/** No unit has it any more. */
export function left(state: Grievance, at: Instant): Grievance {
  const { main } = state
  if (!main || main.leftAt) return state
  const was = { ...main, leftAt: at }
  return { ...state, main: was, hops: [...state.hops, was].slice(-HOPS_KEPT) }
}

/** A unit has it, and its named person answers for it; who helped before and has it now helps no more. */
export function come(state: Grievance, unit: UnitRef, hop: Omit<Hop, 'unit'>): Grievance {
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

export function completed(
  state: Grievance,
  { at, photos, responsible, careUntil, personal }: Of<'GrievanceCompleted'>,
) {
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
export function signed(state: Grievance, { at, by }: Of<'SignedFor'>): Grievance {
  const { main } = state
  if (!main) return state
  const mine = { ...main, signed: { at, by }, unit: { ...main.unit, person: by } }
  return { ...state, stage: 'in-hand', main: mine, responsible: by }
}

const RULED_HOW = { keep: 'kept', move: 'moved', force: 'forced' } as const

export function ruled(state: Grievance, { at, by, decision, main, until, personal }: Of<'ReturnRuled'>): Grievance {
  const hop = { at, how: RULED_HOW[decision], ...(by && { by }), ...(until && { until }) }
  const returns = state.personal.returns.map((each, n, all) =>
    n === all.length - 1 ? { ...each, ruling: personal.why } : each,
  )
  const forced = decision === 'force' ? { forced: true as const } : {}
  return { ...come(state, main, hop), ...forced, personal: { ...state.personal, returns } }
}

export function resolved(state: Grievance, event: Of<'GrievanceResolved'>): Grievance {
  const { at, by, unit, result, photos, mediation } = event
  const { suspension: _, ...here } = atCommand(state, event)
  const handed = { at, by, ...(unit && { unit }), result, photos, ...(mediation && { mediation }) }
  const { mediation: _old, ...known } = state.personal
  const { text, mediation: agreed } = event.personal
  const personal = { ...known, result: text, ...(agreed && { mediation: agreed }) }
  return { ...here, stage: 'resolved', resolved: handed, personal }
}

export function checked(state: Grievance, event: Of<'ResultChecked'>): Grievance {
  const { at, by, ok, confirmBy } = event
  const { why } = event.personal
  const personal = why ? { ...state.personal, checkWhy: why } : state.personal
  const there = { ...atCommand(state, event), personal }
  if (ok) return { ...there, stage: 'checked', checked: { at, by }, ...(confirmBy && { confirm: { by: confirmBy } }) }
  const { resolved: _, ...again } = there
  return { ...again, stage: state.main && !state.main.leftAt ? 'in-hand' : 'accepted' }
}

/** A new generation: what the last one came to is history, its returns and its extension count no more. */
export function reopened(state: Grievance, event: Of<'GrievanceReopened'>): Grievance {
  const {
    extension: _extension,
    suspension: _suspension,
    forced: _forced,
    declined: _declined,
    responded: _responded,
    resolved: _resolved,
    checked: _checked,
    confirm: _confirm,
    rating: _rating,
    satisfied: _satisfied,
    contacted: _contacted,
    rectified: _rectified,
    objected: _objected,
    ...rest
  } = atCommand(left(state, event.at), event)
  const { at, by, generation } = event
  // What was sent away before it was accepted is accepted by whoever begins it again.
  const accepted = state.accepted ?? { at, by }
  const personal = { ...state.personal, answers: {}, reopenWhy: event.personal.why }
  return { ...rest, stage: 'reopened', accepted, generation, reopenedAt: at, with: [], returns: 0, personal }
}
