import { assignOrEscalate, chooseLawyer } from './aid-assign'
import { cancelling, start, stopping } from './aid-clocks'
import type { AidCommand } from './aid-commands'
import type { AidEvent } from './aid-events'
import { evolveAid } from './aid-evolve'
import type { LeaveCause } from './aid-turn-types'
import { type Aid, type AidGiven, type AidState, holdsLawyer } from './aid-types'
import { isRefusal, type PersonRef, type Refusal, refuse } from './decider'
import { firstOf } from './matching'
import type { Instant } from './time'

/** What a reviewer decides: to grant, to refuse, to hand over, and who is the lawyer. */

type Command<T extends AidCommand['type']> = Extract<AidCommand, { type: T }>

export const having = (state: Aid, events: AidEvent[]): Aid => events.reduce<AidState>(evolveAid, state) as Aid

/** A county whose numbers can't be read has the papers all the same, with a line to write on. */
export const numberGiven = ({ no }: AidGiven) => (no ? { no } : {})

export const byActor = ({ actor }: AidGiven): PersonRef => ({ id: actor.id, name: actor.name })

/** Who decided on it, and when, once somebody has. */
function decidedBy({
  stage,
  decision,
  refusal,
  transferred,
  deemedWithdrawn,
  personal,
}: Aid): { by: PersonRef; at: Instant } | undefined {
  if (stage === 'supplementing') return personal.lists.at(-1)
  return deemedWithdrawn ?? decision ?? transferred ?? refusal
}

/** Of two reviewers the second learns who was first; nobody decides on her own application, whatever role she holds. */
export function notToDecide(state: Aid, { actor }: AidGiven): Refusal | undefined {
  if (state.stage !== 'submitted') {
    const first = decidedBy(state)
    if (first && first.by.id !== actor.id) return refuse('matter.changed', { by: first.by.name, at: first.at })
    return refuse('aid.not-awaiting-review')
  }
  return state.owner === actor.id ? refuse('aid.own-application') : undefined
}

export function grant(state: Aid, command: Command<'GrantAid'>, given: AidGiven): AidEvent[] | Refusal {
  const { now, actor } = given
  if (state.decision) {
    const same = state.decision.by.id === actor.id && (!command.lawyer || command.lawyer === state.lawyer?.ref.id)
    return same ? [] : refuse('matter.changed', { by: state.decision.by.name, at: state.decision.at })
  }
  const not = notToDecide(state, given)
  if (not) return not
  const chosen = chooseLawyer(command, given.match)
  if (chosen && isRefusal(chosen)) return chosen
  const granted: AidEvent[] = [
    {
      type: 'AidGranted',
      at: now,
      by: byActor(given),
      ...(command.form && { form: command.form }),
      ...numberGiven(given),
      personal: { why: command.why },
    },
    ...stopping(state, ['aid.decide'], now),
    start('aid.assign', now, given),
  ]
  return [...granted, ...assignOrEscalate(having(state, granted), chosen, given)]
}

/** A refusal needs an article, reasons and a second person (法律援助法 43: written, with reasons). */
export function refuseAid(state: Aid, command: Command<'RefuseAid'>, given: AidGiven): AidEvent[] | Refusal {
  const { article, why } = command
  if (state.refusal?.by.id === given.actor.id) {
    const same = state.refusal.article === article && state.personal.refuseWhy === why
    return same ? [] : refuse('aid.not-awaiting-review')
  }
  const not = notToDecide(state, given)
  if (not) return not
  if (!given.second) return refuse('aid.no-second-person')
  return [{ type: 'RefusalProposed', at: given.now, by: byActor(given), article, to: given.second, personal: { why } }]
}

export function confirmRefusal(state: Aid, command: Command<'ConfirmRefusal'>, given: AidGiven): AidEvent[] | Refusal {
  const { now, actor } = given
  const { refusal } = state
  if (refusal?.confirmed)
    return refusal.confirmed.by.id === actor.id && command.ok
      ? []
      : refuse('matter.changed', { by: refusal.confirmed.by.name, at: refusal.confirmed.at })
  if (state.stage !== 'refusal-unconfirmed' || !refusal) {
    const { returned } = state
    if (!returned) return refuse('aid.no-refusal-to-confirm')
    const repeated = returned.by.id === actor.id && !command.ok
    return repeated ? [] : refuse('matter.changed', { by: returned.by.name, at: returned.at })
  }
  if (refusal.by.id === actor.id) return refuse('aid.second-person')
  if (state.owner === actor.id) return refuse('aid.own-application')
  if (command.ok)
    return [
      { type: 'AidRefused', at: now, by: byActor(given), article: refusal.article, ...numberGiven(given) },
      ...stopping(state, ['aid.promise', 'aid.grace', 'aid.decide'], now),
      ...cancelling(having(state, stopping(state, ['aid.promise', 'aid.grace', 'aid.decide'], now)), now),
    ]
  if (!command.why) return refuse('aid.why-missing')
  return [{ type: 'RefusalReturned', at: now, by: byActor(given), to: refusal.by, personal: { why: command.why } }]
}

/** What belongs elsewhere is handed over with a name and a number, on that day (法律援助法 38); it isn't refused. */
export function transfer(state: Aid, { to, why }: Command<'TransferAid'>, given: AidGiven): AidEvent[] | Refusal {
  const { now, actor } = given
  if (state.stage === 'transferred' && state.transferred?.by.id === actor.id)
    return state.personal.transfer?.agency === to.agency ? [] : refuse('aid.not-awaiting-review')
  if (state.stage !== 'supplementing') {
    const not = notToDecide(state, given)
    if (not) return not
  }
  if (state.owner === actor.id) return refuse('aid.own-application')
  const stopped = stopping(state, ['aid.decide'], now)
  return [
    { type: 'AidTransferred', at: now, by: byActor(given), personal: { ...to, why } },
    ...stopped,
    ...cancelling(having(state, stopped), now),
  ]
}

/** For what was granted and nobody has. */
export function assign(state: Aid, command: Command<'AssignAid'>, given: AidGiven): AidEvent[] | Refusal {
  const { lawyer } = state
  if (holdsLawyer(state) && lawyer) {
    const mine = lawyer.by?.id === given.actor.id && (!command.lawyer || command.lawyer === lawyer.ref.id)
    return mine ? [] : refuse('matter.changed', { ...(lawyer.by && { by: lawyer.by.name }), at: lawyer.at })
  }
  if (state.stage !== 'granted-unassigned') return refuse('aid.not-waiting-for-a-lawyer')
  if (state.owner === given.actor.id) return refuse('aid.own-application')
  const chosen = chooseLawyer(command, given.match)
  if (chosen && isRefusal(chosen)) return chosen
  return chosen ? assignOrEscalate(state, chosen, given) : refuse('aid.nobody-fits')
}

export function findAgain(state: Aid, given: AidGiven): AidEvent[] {
  const first = firstOf(given.match)
  if (first) return assignOrEscalate(state, first, given)
  return [{ type: 'LawyerStillSought', at: given.now, tried: true }]
}

/**
 * The wall froze the lawyer, or she asked for another: the centre says whether he goes or stays. Where he asks to go
 * himself and another had gone before him, a supervisor does.
 */
export function ruleChange(state: Aid, { ok, why }: Command<'RuleChange'>, given: AidGiven): AidEvent[] | Refusal {
  const { now, actor } = given
  const asked = toRule(state)
  if (!asked) {
    const ruled = state.changeRuled
    if (ruled?.by.id === actor.id && ruled.ok === ok) return []
    return ruled ? refuse('matter.changed', { by: ruled.by.name, at: ruled.at }) : refuse('aid.no-change-asked')
  }
  if (state.owner === actor.id) return refuse('aid.own-application')
  if ((asked === 'leaving') !== (actor.role === 'supervisor')) return refuse('aid.another-rules')
  // That he stays answers her as well, where she had asked for another.
  const of = asked === 'frozen' && !ok && state.changeAsked ? 'asked' : asked
  const ruled: AidEvent = { type: 'ChangeRuled', at: now, by: byActor(given), ok, of, personal: { why } }
  if (!ok) return [ruled, ...(of === 'asked' ? stopping(state, ['aid.change'], now) : [])]
  const { leaving } = state
  if (asked === 'leaving' && leaving)
    return [ruled, ...releasing(state, given, { cause: leaving.cause, left: true, files: leaving.files, why })]
  return [ruled, ...releasing(state, given, { cause: asked === 'frozen' ? 'conflict' : 'changed', why })]
}

/** What somebody has to rule on, the wall first. */
export function toRule(state: Aid): 'frozen' | 'leaving' | 'asked' | undefined {
  if (!holdsLawyer(state)) return undefined
  if (state.lawyer?.conflict === 'frozen') return 'frozen'
  if (state.leaving) return 'leaving'
  return state.changeAsked && 'asked'
}

type Leaving = { cause: LeaveCause | 'changed'; left?: true; files?: string[]; why?: string }
const HIS_CLOCKS = ['aid.contact', 'aid.sign', 'aid.progress']

/** The lawyer leaves and the next is found in the same act; a freed matter gets its own three days, so the gap shows. */
export function releasing(state: Aid, given: AidGiven, { why, ...how }: Leaving): AidEvent[] {
  const { now } = given
  if (!state.lawyer) return []
  const released: AidEvent[] = [
    {
      type: 'LawyerReleased',
      at: now,
      lawyer: state.lawyer.ref,
      ...how,
      ...(state.criminal && { to: { id: given.duty.id, name: given.duty.name } }),
      personal: { why },
    },
    ...stopping(state, ['aid.change'], now),
    ...cancelling(state, now, HIS_CLOCKS),
    start('aid.assign', now, given, state),
  ]
  return [...released, ...assignOrEscalate(having(state, released), firstOf(given.match), given)]
}
