import { stopClock } from './clock'
import { type Refusal, refuse } from './decider'
import {
  ACCEPT,
  alive,
  CLASS,
  cancelling,
  ESCALATE,
  pausesSoFar,
  RESOLVE,
  RESPOND,
  start,
  startClass,
  stopping,
  UPPER,
  withClocks,
} from './grievance-clocks'
import { changed, lastDeed } from './grievance-first'
import { atTheSeat, backToTheSeat, refOf } from './grievance-people'
import { isAccused, isSecret } from './grievance-permission'
import type { Grievance, GrievanceCommand, GrievanceEvent, GrievanceGiven } from './grievance-types'

/** What comes in, and what the command seat makes of it within fifteen minutes. */

type Command<T extends GrievanceCommand['type']> = Extract<GrievanceCommand, { type: T }>
type Decided = GrievanceEvent[] | Refusal

/** Her promise runs from when she pressed send, a call from when it began; an order from above keeps its deadline. */
export function submit(command: Command<'SubmitGrievance'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { type: _, callFrom, personal, ...form } = command
  const { topic, against, upperDue } = form
  // Nobody forwards what is said against his own committee, in whichever of his roles.
  if (isAccused(command, actor)) return refuse('grievance.against-your-own')
  if (command.follows && isSecret({ topic, ...(against && { against }) })) return refuse('grievance.parent-not-found')
  const sentAt = callFrom ?? now
  return [
    { ...form, type: 'GrievanceSubmitted', at: now, by: actor.id, sentAt, ...atTheSeat(command, given), personal },
    start(ACCEPT, sentAt, given),
    ...(upperDue ? [start(UPPER, sentAt, given, undefined, { dueAt: upperDue })] : []),
  ]
}

/** By a person, never by a machine: what it is, and in which class it is handled. The class counts from her sending. */
export function accept(state: Grievance, command: Command<'AcceptGrievance'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { as, handling, item, publicSafety } = command
  if (state.stage !== 'submitted') {
    const { accepted } = state
    const same = accepted?.by.id === actor.id && state.type === as && state.handling === handling
    return same ? [] : lastDeed(state)
  }
  return [
    {
      type: 'GrievanceAccepted',
      at: now,
      by: refOf(state, given),
      as,
      handling,
      ...(item && { item }),
      ...(publicSafety && { publicSafety }),
    },
    ...stopping(state, now, ACCEPT),
    ...startClass(handling, state, given, pausesSoFar(state)),
  ]
}

const RECLASSIFIED: readonly Grievance['stage'][] = ['accepted', 'dispatched', 'passed-up', 'in-hand', 'reopened']

/** Another class, whose clock counts from her sending too, so it may be late at once; pauses that were granted stay. */
export function reclassify(state: Grievance, command: Command<'Reclassify'>, given: GrievanceGiven): Decided {
  const { now } = given
  const { handling, as, why } = command
  if (!state.handling) return refuse('grievance.not-accepted')
  if (!RECLASSIFIED.includes(state.stage)) return refuse('grievance.not-now')
  const sameType = as === undefined || as === state.type
  // A unit was told a brief and nothing of her: it isn't told afterwards by another name for the same thing.
  if (!sameType && state.type === 'report' && state.main) return refuse('grievance.secret-stays')
  if (handling === state.handling && sameType) return []
  const by = refOf(state, given)
  const said: GrievanceEvent = { type: 'Reclassified', at: now, by, handling, ...(as && { as }), personal: { why } }
  if (handling === state.handling) return [said]
  const cancelled = cancelling(state, now, ...CLASS)
  const started = startClass(handling, withClocks(state, cancelled), given, pausesSoFar(state))
  return [said, ...cancelled, ...started, ...passedBefore(state, started)]
}

/** 代办 that has gone up before it was called 代办 kept its promise, or missed it, when it went. */
function passedBefore(state: Grievance, started: ReturnType<typeof startClass>): GrievanceEvent[] {
  const since = [RESOLVE, RESPOND].flatMap((code) => state.clocks.filter((clock) => clock.code === code))
  const [wentUp] = since.map(({ startedAt }) => startedAt).filter((at) => at >= (state.reopenedAt ?? state.sentAt))
  const [clock] = alive(withClocks({ clocks: [] }, started), [ESCALATE])
  return clock && wentUp ? [stopClock(clock, wentUp)] : []
}

/** What is missing is asked for once; the fifteen minutes begin again when it has come. */
export function sendBack(state: Grievance, { items }: Command<'SendBack'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { sentBack } = state
  if (state.stage === 'incomplete' && sentBack?.by.id === actor.id) return []
  if (state.stage !== 'submitted') return lastDeed(state)
  if (sentBack) return refuse('grievance.sent-back-before')
  return [{ type: 'SentBack', at: now, by: refOf(state, given), personal: { items } }, ...stopping(state, now, ACCEPT)]
}

export function complete(state: Grievance, command: Command<'CompleteGrievance'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { text, photos } = command
  if (state.owner && state.owner !== actor.id && actor.role !== 'command') return refuse('grievance.not-yours')
  if (state.stage !== 'incomplete') return refuse('grievance.nothing-owed')
  return [
    {
      type: 'GrievanceCompleted',
      at: now,
      by: actor.id,
      photos,
      ...atTheSeat(state, given),
      personal: text ? { text } : {},
    },
    start(ACCEPT, now, given, state),
  ]
}

const DECLINED: readonly Grievance['stage'][] = ['submitted', 'incomplete', 'accepted']

/**
 * Not for us, for a listed reason: she is told the right channel. What somebody else has already accepted or sent back
 * is his, unless the page says (by its version) that it knows: nobody undoes it by being a second later.
 */
export function decline(state: Grievance, command: Command<'DeclineGrievance'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { type: _, reason, seen, ...channel } = command
  if (!DECLINED.includes(state.stage)) {
    const { declined } = state
    return declined?.by.id === actor.id && declined.reason === reason ? [] : lastDeed(state)
  }
  const before = state.stage === 'accepted' ? state.accepted : state.stage === 'incomplete' ? state.sentBack : undefined
  if (before && before.by.id !== actor.id && !seen) return changed(before)
  const stopped = stopping(state, now, ACCEPT)
  return [
    { type: 'GrievanceDeclined', at: now, by: refOf(state, given), reason, personal: channel },
    ...stopped,
    ...cancelling(withClocks(state, stopped), now),
  ]
}

const ENDED: readonly Grievance['stage'][] = [
  'incomplete',
  'resolved',
  'checked',
  'closed',
  'archived',
  'declined',
  'withdrawn',
]

/** It belongs to the discipline bodies: handed to them with a record, wherever it lies. */
export function handOver(state: Grievance, { to, record }: Command<'HandOver'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { handedOver } = state
  if (handedOver) {
    const same = handedOver.by.id === actor.id && state.personal.handedOver?.to === to
    return same ? [] : changed(handedOver)
  }
  if (ENDED.includes(state.stage)) return lastDeed(state)
  const stopped = stopping(state, now, ACCEPT)
  return [
    { type: 'HandedOver', at: now, by: refOf(state, given), personal: { to, record } },
    ...stopped,
    ...cancelling(withClocks(state, stopped), now),
    ...backToTheSeat(state, given),
  ]
}
