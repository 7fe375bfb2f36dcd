import { clocksWakeAt, running } from './matter'
import type { Policy } from './policy'
import { ANSWER, CALL_BACK } from './question-clocks'
import { isLive } from './question-offers'
import type { Question, QuestionState } from './question-types'
import { after, earliest, HOUR, type Instant, MINUTE, NEVER } from './time'

/** When time has something to do for a question, and what: read off the state, so nothing else need be kept. */

/** Town, the best few of the rest, everybody, the centre. */
export const LAST_WAVE = 3
const SECOND = 1000

/** From when on a taker counts as silent; undefined where nobody has it or he has spoken. */
export const silentFrom = ({ stage, taker }: Question, policy: Policy): Instant | undefined =>
  stage === 'taken' && taker && !taker.spokeAt ? after(taker.at, policy['question.silentMinutes'] * MINUTE) : undefined

/** A taker who has said nothing for so long may be relieved. */
export const isSilent = (state: Question, policy: Policy, now: Instant): boolean =>
  (silentFrom(state, policy) ?? NEVER) <= now

/** Nobody who was asked may still take it; beside a silent taker only whoever was asked last counts. */
export const allHavePassed = ({ taker, stage, offers, wave }: Question): boolean =>
  wave >= 0 &&
  !offers.some(isLive) &&
  (stage === 'open' || !taker || offers.every((offer) => offer.wave !== wave || offer.state === 'passed'))

/** What time does next, each with its instant; NEVER where it has nothing to do. */
export type Schedule = { wave: Instant; alarm: Instant; end: Instant; apology: Instant; close: Instant }
const nothing: Schedule = { wave: NEVER, alarm: NEVER, end: NEVER, apology: NEVER, close: NEVER }

export function scheduleOf(state: Question, policy: Policy): Schedule {
  if (state.stage === 'routed') {
    const promised = running(state.clocks, CALL_BACK)
    const alarmed = !promised || (state.alarmedAt ?? '') >= promised.dueAt
    return { ...nothing, apology: alarmed ? NEVER : promised.dueAt }
  }
  if (state.stage === 'answered' && state.answered)
    return { ...nothing, close: after(state.answered.at, policy['question.closeAfterHours'] * HOUR) }
  const from = state.stage === 'open' ? (state.openSince ?? state.sentAt) : silentFrom(state, policy)
  // Whoever has it talks with her; that the eight minutes are over a supervisor hears all the same.
  if (!from) return { ...nothing, alarm: state.alarmedAt ? NEVER : (running(state.clocks, ANSWER)?.dueAt ?? NEVER) }
  const notBefore = (at: Instant) => (at < from ? from : at)
  const wave = state.wave + 1
  return {
    ...nothing,
    wave: wave > LAST_WAVE ? NEVER : notBefore(allHavePassed(state) ? lastAnswer(state) : waveAt(state, wave, policy)),
    alarm: state.alarmedAt ? NEVER : notBefore(after(state.sentAt, policy['question.alarmAfter'] * SECOND)),
    end: notBefore(running(state.clocks, ANSWER)?.dueAt ?? NEVER),
  }
}

/** When the last of those who were asked passed. */
const lastAnswer = ({ offers, sentAt }: Question): Instant =>
  offers.reduce((last, { answeredAt }) => (answeredAt && answeredAt > last ? answeredAt : last), sentAt)

/** When the wave is due by the policy. */
export function waveAt({ sentAt }: Question, wave: number, policy: Policy): Instant {
  const seconds = [
    0,
    policy['question.nearbyAfter'],
    policy['question.everybodyAfter'],
    policy['question.centreAfter'],
  ][wave]
  return seconds === undefined ? NEVER : after(sentAt, seconds * SECOND)
}

const nextAt = (state: Question, policy: Policy): Instant => earliest(...Object.values(scheduleOf(state, policy)))

/** Whether `Advance` has something to do. */
export const timeIsUp = (state: QuestionState, policy: Policy, now: Instant): boolean =>
  state.stage !== 'blank' && state.open && nextAt(state, policy) <= now

/** When time next has something to do: a wave, a silence, an alarm, a promise that comes due, the closing. */
export const questionWakeAt = (state: Question, policy: Policy): Instant =>
  state.open ? earliest(nextAt(state, policy), clocksWakeAt(state.clocks)) : NEVER
