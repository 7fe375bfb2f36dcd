import { type PersonRef, type Refusal, refuse } from './decider'
import { ANSWER, CALL_BACK, replacing, start, stopping } from './question-clocks'
import { whoHasIt } from './question-take'
import { isSilent } from './question-time'
import type { Question, QuestionCommand, QuestionEvent, QuestionGiven } from './question-types'
import { onDuty, saidBound } from './question-waves'
import { after, type Instant, MINUTE } from './time'

/** Between the asker and whoever has the question: words, the answer, or a promised call. */

type Command<T extends QuestionCommand['type']> = Extract<QuestionCommand, { type: T }>
type Decided = QuestionEvent[] | Refusal

const WAITING: readonly Question['stage'][] = ['open', 'taken', 'routed']
export const isWaiting = ({ stage }: Question): boolean => WAITING.includes(stage)

/** Who has to do with her now: the taker, or whoever is to ring. */
export const holderOf = ({ stage, taker, routed, answered }: Question): PersonRef | undefined =>
  stage === 'routed' ? routed?.to : (taker?.ref ?? answered?.by)

/** The actor as those see him who wait for him: with his office number where it is known. */
export const refOf = ({ taker, routed, offers, responsible }: Question, { actor }: QuestionGiven): PersonRef =>
  [taker?.ref, routed?.to, responsible, ...offers.map(({ to }) => to)].find((ref) => ref?.id === actor.id) ?? {
    id: actor.id,
    name: actor.name,
  }

const hasIt = ({ taker, routed, answered }: Question, id: string): boolean =>
  [taker?.ref.id, routed?.to.id, answered?.by.id].includes(id)

/** Nobody answers his own question, nor names who does. */
export const isOwners = ({ owner }: Question, ...ids: string[]): boolean => owner !== undefined && ids.includes(owner)

const MOST_FILES = 99

export function say(state: Question, { files }: Command<'Say'>, given: QuestionGiven): Decided {
  const { now, actor } = given
  if (!state.open) return refuse('question.already-closed')
  if (state.files.length + files.length > MOST_FILES) return refuse('question.too-many-files')
  const { askerAt, staffAt } = state.said
  if (state.owner === actor.id) {
    const reader = holderOf(state)
    // He was told of her words when he wrote last, or took it.
    const since = latest(staffAt, state.taker?.at, state.routed?.at)
    const tell = reader && (!askerAt || askerAt <= since) ? { tell: reader.id } : {}
    return [{ type: 'MessageSent', at: now, side: 'asker', files, ...tell }]
  }
  if (!hasIt(state, actor.id)) return refuse('question.not-yours')
  const tell = state.owner && (!staffAt || staffAt <= latest(askerAt)) ? { tell: state.owner } : {}
  return [{ type: 'MessageSent', at: now, by: refOf(state, given), side: 'staff', files, ...tell }]
}

const latest = (...instants: (Instant | undefined)[]): Instant =>
  instants.reduce<Instant>((last, each) => (each && each > last ? each : last), '')

const SUMMARY_AT_LEAST = 2

/** His word that she has been answered, with a summary; the asker says later whether it helped. */
export function answer(state: Question, { summary, next }: Command<'AnswerQuestion'>, given: QuestionGiven): Decided {
  const { actor } = given
  const { stage, answered, personal } = state
  if (answered) return answered.by.id === actor.id && personal.summary === summary.trim() ? [] : whoHasIt(state)
  if (stage === 'open') return refuse('question.not-taken')
  if (!isWaiting(state)) return whoHasIt(state)
  if (!hasIt(state, actor.id)) return whoHasIt(state)
  return answering(state, summary, given, next)
}

function answering(
  state: Question,
  summary: string,
  given: QuestionGiven,
  next?: Command<'AnswerQuestion'>['next'],
): Decided {
  const { now } = given
  const text = summary.trim()
  if (text.length < SUMMARY_AT_LEAST) return refuse('question.summary-missing')
  const by = refOf(state, given)
  return [
    { type: 'QuestionAnswered', at: now, by, ...(next && { next }), personal: { summary: text } },
    ...stopping(state, now, ANSWER),
    ...stopping(state, now, CALL_BACK),
  ]
}

/** Somebody named rings her back, at a time she is shown: soon, unless she chose a later hour herself. */
export function route(state: Question, { to, callBackAt }: Command<'RouteQuestion'>, given: QuestionGiven): Decided {
  const { now, actor, policy } = given
  const { routed } = state
  if (!isWaiting(state)) return whoHasIt(state)
  if (routed?.to.id === to.id && routed.callBackAt === callBackAt) return []
  if (state.stage === 'taken' && !hasIt(state, actor.id) && actor.role !== 'centre') return whoHasIt(state)
  if (isOwners(state, to.id, actor.id)) return refuse('question.own-question')
  const unfit = unfitToRing(state, to, given)
  if (unfit) return unfit
  const soon = after(now, policy['question.callBackWithin'] * MINUTE)
  const until = routed?.chosen && routed.callBackAt > soon ? routed.callBackAt : soon
  if (callBackAt <= now) return refuse('question.too-early')
  if (callBackAt > until) return refuse('question.too-late', { until })
  const kept = routed?.chosen && callBackAt === routed.callBackAt
  return routing(state, { to, callBackAt, by: refOf(state, given), ...(kept && { chosen: true }) }, given)
}

/** The wall stands before a promised call too: whoever is bound to the other side doesn't ring her. */
export function unfitToRing(state: Question, to: PersonRef, { unfit }: QuestionGiven): Refusal | undefined {
  const why = saidBound(state, to.id) ? 'person-conflict' : unfit
  return why && refuse(`question.${why}`)
}

/** The asker would rather be rung at an hour of her own: by whoever has it, else by whoever is on duty then. */
export function ringLater(state: Question, { at }: Command<'RingLater'>, given: QuestionGiven): Decided {
  const { now, actor, policy, later, duty } = given
  const { stage, taker, routed, owner } = state
  if (owner && owner !== actor.id) return refuse('question.not-yours')
  if (!isWaiting(state)) return whoHasIt(state)
  if (routed?.chosen && routed.callBackAt === at) return []
  if (at <= now) return refuse('question.too-early')
  const speaks = stage === 'taken' && !isSilent(state, policy, now) ? taker?.ref : undefined
  const named = stage === 'routed' && routed?.by ? routed.to : undefined
  const then = [later, duty].find((person) => person && !isOwners(state, person.id) && !saidBound(state, person.id))
  return routing(state, { to: speaks ?? named ?? onDuty(then ?? duty), callBackAt: at, chosen: true }, given)
}

type Promised = { to: PersonRef; callBackAt: Instant; by?: PersonRef; chosen?: true }

function routing(state: Question, promised: Promised, given: QuestionGiven): QuestionEvent[] {
  const { now } = given
  const had = state.stage === 'routed' ? state.routed?.to : state.taker?.ref
  const from = had && had.id !== promised.to.id ? { from: had } : {}
  return [
    { type: 'QuestionRouted', at: now, ...promised, ...from },
    ...stopping(state, now, ANSWER),
    ...replacing(state, now, CALL_BACK),
    start(CALL_BACK, now, given, state, promised.callBackAt),
  ]
}

export const MOST_TRIES = 3

/** He rang. Spoken with is answered; after the third try that nobody answered it ends, and she is told how to reach us. */
export function reportTry(state: Question, { reached, note }: Command<'ReportTry'>, given: QuestionGiven): Decided {
  const { now, actor } = given
  const { routed, answered } = state
  if (answered) return reached && answered.by.id === actor.id ? [] : whoHasIt(state)
  if (state.stage !== 'routed' || !routed) return refuse('question.not-routed')
  if (isOwners(state, actor.id)) return refuse('question.own-question')
  // Each promise has tries of its own.
  const nth = state.personal.tries.filter(({ at }) => at >= routed.at).length + 1
  const tried: QuestionEvent = {
    type: 'CallBackTried',
    at: now,
    by: refOf(state, given),
    reached,
    nth,
    personal: { note },
  }
  if (reached) {
    const rest = answering(state, note, given)
    return 'refused' in rest ? rest : [tried, ...rest]
  }
  if (nth < MOST_TRIES) return [tried]
  return [tried, ...stopping(state, now, CALL_BACK), { type: 'QuestionClosed', at: now, why: 'unreached' }]
}
