import type { AidEvent } from './aid-events'
import type { Aid, AidGiven, By } from './aid-types'
import { limitOn, startClock, stopClock } from './clock'
import { isRefusal, type Refusal, refuse } from './decider'
import { firstOf, type Match, type Proposal } from './matching'
import { nextGeneration } from './matter'
import { dayOf } from './time'

type Asked = { lawyer?: string; why?: string; notSame?: boolean }

/** Where names on the other side of his are like hers he is chosen only by whoever compared them. */
export function chooseLawyer(
  { lawyer, why, notSame }: Asked,
  match: Match | undefined,
): Proposal | undefined | Refusal {
  const chosen = meant(lawyer, why, match)
  if (!chosen || isRefusal(chosen) || !chosen.near || notSame) return chosen
  return refuse('aid.near-unchecked', { lawyer: chosen.name })
}

/**
 * The lawyer a reviewer means: the first proposed when he names none, his own choice with a reason otherwise.
 * Undefined when nobody fits; then somebody is named to find one.
 */
function meant(
  asked: string | undefined,
  why: string | undefined,
  match: Match | undefined,
): Proposal | undefined | Refusal {
  const [first] = match?.proposed ?? []
  if (!asked) return firstOf(match)
  if (asked === first?.lawyer) return first
  const excluded = match?.excluded.find((e) => e.lawyer === asked)
  // Taken with one tap and full a moment later: the same rule finds the next, as it would have.
  if (excluded?.rule === 'full' && !why) return firstOf(match)
  if (excluded) return refuse('aid.lawyer-excluded', { rule: excluded.rule, lawyer: excluded.name })
  const chosen = match?.ranked.find((p) => p.lawyer === asked)
  if (!chosen) return refuse('aid.lawyer-unknown')
  return why ? chosen : refuse('aid.why-missing')
}

/** One act: the lawyer with his clocks, or a named person who must find one today. Nothing resolves to nobody. */
export function assignOrEscalate(state: Aid, chosen: Proposal | undefined, given: AidGiven): AidEvent[] {
  const { now, calendar, limits, duty, match } = given
  if (!chosen)
    return state.stage === 'granted-unassigned' && state.escalated
      ? []
      : [{ type: 'AssignmentEscalated', at: now, to: duty }]
  const start = (code: string): AidEvent =>
    startClock(limitOn(limits, code, dayOf(now)), now, calendar, nextGeneration(state.clocks, code))
  const { lawyer, name, org, unit, phone, score, reasons } = chosen
  const waiting = state.clocks.filter((c) => c.state !== 'stopped' && STOPPED_BY_ASSIGNMENT.includes(c.code))
  const { actor } = given
  return [
    ...nearChecked(chosen, { at: now, by: { id: actor.id, name: actor.name } }),
    {
      type: 'LawyerAssigned',
      at: now,
      lawyer: { id: lawyer, name, org, unit, ...(phone && { phone }) },
      score,
      reasons,
      // A lawyer who leaves assigns nobody: the search does.
      ...(given.actor.role === 'centre' && { by: { id: given.actor.id, name: given.actor.name } }),
      how: lawyer === match?.proposed[0]?.lawyer ? 'first' : 'chosen',
    },
    ...waiting.map((clock) => stopClock(clock, now)),
    start('aid.contact'),
    // Who only writes a document, or helps on duty, has no mandate to sign.
    ...(state.form ? [] : [start('aid.sign')]),
  ]
}

function nearChecked({ near, ...chosen }: Proposal, by: By): AidEvent[] {
  if (!near) return []
  const lawyer = { id: chosen.lawyer, name: chosen.name }
  return [{ type: 'NearChecked', ...by, lawyer, pairs: near.map(({ pair }) => pair), same: false, personal: {} }]
}

const STOPPED_BY_ASSIGNMENT = ['aid.promise', 'aid.grace', 'aid.assign']
