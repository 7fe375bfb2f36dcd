import { type Refusal, refuse } from './decider'
import { CALL_BACK, CONTACT, RECTIFY, start, startCallBack, stoppedByResult, stopping } from './grievance-clocks'
import { confirmBy } from './grievance-mediation'
import {
  atTheSeat,
  backToTheSeat,
  holder,
  person,
  ratedAlready,
  refOf,
  whoMakesGood,
  workedOnIt,
} from './grievance-people'
import type { Grievance, GrievanceCommand, GrievanceEvent, GrievanceGiven } from './grievance-types'
import { running } from './matter'
import { at, dayOf, HOUR, type Instant, instantOf, msOf, timeOf } from './time'

/** Another looks at the result, another unit rings her, she says how it was, and what was bad is put right. */

type Command<T extends GrievanceCommand['type']> = Extract<GrievanceCommand, { type: T }>
type Decided = GrievanceEvent[] | Refusal

/** Never by whoever handed it in, nor by a unit that worked on it. */
export function check(state: Grievance, { ok, why }: Command<'CheckResult'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { resolved, checked, stage } = state
  if (stage !== 'resolved' || !resolved) {
    if (!checked) return refuse('grievance.no-result')
    return ok && checked.by.id === actor.id ? [] : refuse('matter.changed', { by: checked.by.name, at: checked.at })
  }
  if (state.owner === actor.id) return refuse('grievance.own-report')
  if (workedOnIt(state, actor)) return refuse('grievance.own-result')
  const by = refOf(state, given)
  const { responsible, careUntil } = atTheSeat(state, given)
  const seat = { responsible: person(responsible), careUntil }
  if (!ok) {
    if (!why) return refuse('grievance.why-missing')
    const again = holder(state)
    const next = again ? { responsible: again.person } : seat
    return [{ type: 'ResultChecked', at: now, by, ok, ...next, personal: { why } }]
  }
  return [
    {
      type: 'ResultChecked',
      at: now,
      by,
      ok,
      ...(resolved.mediation && { confirmBy: confirmBy(resolved.at, given) }),
      ...seat,
      personal: why ? { why } : {},
    },
    ...stoppedByResult(state),
    ...afterCheck(state, given),
  ]
}

/** Who gave no name, or took it back, isn't rung: she finds it under her query code, or it was never hers any more. */
export function afterCheck(state: Grievance, given: GrievanceGiven): GrievanceEvent[] {
  const { now } = given
  const how = state.exOfficio ? 'ex-officio' : state.anonymity === 'full' ? 'by-code' : undefined
  return how ? [{ type: 'GrievanceClosed', at: now, how }] : [startCallBack(state, now, given)]
}

/** Tries of this result only: what is begun again is asked about anew. */
const triesOf = ({ checked, personal }: Grievance) =>
  checked ? personal.tries.filter((tried) => tried.at >= checked.at) : []
const hourOf = (instant: Instant): string => timeOf(instant).slice(0, 2)

/**
 * When another try counts: not in an hour of the day in which she wasn't reached before, so that three tries are
 * three different hours. Undefined where it counts now.
 */
export function nextTryFrom(state: Grievance, now: Instant): Instant | undefined {
  const tried = new Set(triesOf(state).map((each) => hourOf(each.at)))
  if (!tried.has(hourOf(now))) return undefined
  const thisHour = msOf(at(dayOf(now), `${hourOf(now)}:00`))
  const later = Array.from({ length: 24 }, (_, n) => instantOf(thisHour + (n + 1) * HOUR))
  return later.find((hour) => !tried.has(hourOf(hour)))
}

/** He rang her. Not satisfied is a bad rating; the last try that nobody answered closes it, and she is told. */
export function callBack(state: Grievance, command: Command<'CallBack'>, given: GrievanceGiven): Decided {
  const { reached, satisfied, note } = command
  const { now, actor, policy } = given
  const tries = triesOf(state)
  if (state.stage !== 'checked') {
    const last = tries.at(-1)
    if (!last || !state.closed) return refuse('grievance.no-call-back')
    const same = last.by.id === actor.id && last.reached === reached && last.note === note
    return same ? [] : refuse('matter.changed', { by: last.by.name, at: last.at })
  }
  if (state.owner === actor.id) return refuse('grievance.own-report')
  if (workedOnIt(state, actor)) return refuse('grievance.own-callback')
  if (reached && satisfied === undefined) return refuse('grievance.satisfied-missing')
  // Whoever was spoken with was spoken with, whatever the hour.
  const from = reached ? undefined : nextTryFrom(state, now)
  if (from) return refuse('grievance.same-hour', { from })
  const nth = tries.length + 1
  const by = refOf(state, given)
  const personal = { note }
  const closing = (how: 'told' | 'unreached'): GrievanceEvent[] => [
    ...stopping(state, now, CALL_BACK),
    { type: 'GrievanceClosed', at: now, how },
  ]
  // Rated badly before she was rung: somebody has that to put right already.
  const begun = running(state.clocks, RECTIFY) !== undefined
  const badly = (reached && satisfied === false) || begun ? { responsible: whoMakesGood(state, given) } : {}
  if (!reached) {
    const last = nth >= policy['grievance.callBackTries']
    return [
      { type: 'ReporterCalledBack', at: now, by, nth, reached, ...(last && { last, ...badly }), personal },
      ...(last ? closing('unreached') : []),
    ]
  }
  return [
    { type: 'ReporterCalledBack', at: now, by, nth, reached, satisfied: satisfied === true, ...badly, personal },
    ...closing('told'),
    ...(satisfied || begun ? [] : rectifying(state, given)),
  ]
}

/** From so many stars down she wasn't satisfied. */
const BAD = 2

const rectifying = (state: Grievance, given: GrievanceGiven): GrievanceEvent[] =>
  [CONTACT, RECTIFY].map((code) => start(code, given.now, given, state))

/** By herself, once for each result; never by whoever entered it for her or worked on it. */
export function rate(state: Grievance, { stars, text }: Command<'Rate'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  const { stage, checked, rating, owner, helper } = state
  if (owner !== actor.id || helper?.id === actor.id || workedOnIt(state, actor))
    return refuse('grievance.not-yours-to-rate')
  if (state.exOfficio) return refuse('grievance.withdrawn')
  if ((stage !== 'checked' && stage !== 'closed') || !checked) return refuse('grievance.no-result')
  if (rating && ratedAlready(state))
    return rating.stars === stars && state.personal.ratingText === text ? [] : refuse('grievance.already-rated')
  const fresh = stars <= BAD && !running(state.clocks, RECTIFY)
  // Before she was rung it still lies with whoever rings her.
  const who = fresh && stage === 'closed' ? { responsible: whoMakesGood(state, given) } : {}
  return [
    { type: 'GrievanceRated', at: now, by: actor.id, stars, how: 'self', ...who, personal: text ? { text } : {} },
    ...(fresh ? rectifying(state, given) : []),
  ]
}

/** After a bad rating somebody speaks with her within a working day. */
export function contactReporter(state: Grievance, command: Command<'ContactReporter'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  if (running(state.clocks, CONTACT))
    return [
      { type: 'ReporterContacted', at: now, by: refOf(state, given), personal: { note: command.note } },
      ...stopping(state, now, CONTACT),
    ]
  const { contacted } = state
  if (!contacted) return refuse('grievance.nothing-to-rectify')
  return contacted.by.id === actor.id && state.personal.contacted === command.note
    ? []
    : refuse('matter.changed', { by: contacted.by.name, at: contacted.at })
}

/** What was done about it; whoever wasn't spoken with first wasn't heard. */
export function rectify(state: Grievance, command: Command<'Rectify'>, given: GrievanceGiven): Decided {
  const { now, actor } = given
  if (running(state.clocks, RECTIFY)) {
    if (running(state.clocks, CONTACT)) return refuse('grievance.speak-first')
    if (state.stage !== 'closed') return refuse('grievance.call-back-first')
    return [
      { type: 'GrievanceRectified', at: now, by: refOf(state, given), personal: { text: command.text } },
      ...stopping(state, now, RECTIFY),
      ...backToTheSeat(state, given),
    ]
  }
  const { rectified } = state
  if (!rectified) return refuse('grievance.nothing-to-rectify')
  return rectified.by.id === actor.id && state.personal.rectified === command.text
    ? []
    : refuse('matter.changed', { by: rectified.by.name, at: rectified.at })
}
