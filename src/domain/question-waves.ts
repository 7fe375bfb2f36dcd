import type { OnDuty, PersonRef } from './decider'
import { ANSWER, CALL_BACK, start, stopping } from './question-clocks'
import { evolveQuestion } from './question-evolve'
import { MOST_OFFERS } from './question-offers'
import { type QuestionNeed, rankForQuestion } from './question-rank'
import { LAST_WAVE, scheduleOf } from './question-time'
import type { DutyPerson, Offer, Question, QuestionEvent, QuestionGiven } from './question-types'
import { after, type Duration, durationOf, earliest, type Instant, MINUTE, msBetween, NEVER } from './time'

/** The cascade: whoever is asked next, the alarm, and the named person when the eight minutes are over. */

/**
 * Everything that is due by now, in order. `atOnce`: the next wave needn't wait for its second. An empty wave is
 * skipped in the same second; once the eight minutes are over nobody is asked any more, somebody is named.
 */
export function goOn(state: Question, given: QuestionGiven, atOnce = false): QuestionEvent[] {
  const { now, policy } = given
  const events: QuestionEvent[] = []
  let is = state
  // The skipped wave's second is the next one's.
  let skippedAt: Instant | undefined = atOnce ? now : undefined
  for (;;) {
    const { wave, alarm, end, apology, close } = scheduleOf(is, policy)
    const waveDue = skippedAt && wave < NEVER ? earliest(skippedAt, wave) : wave
    let next: QuestionEvent[]
    if (end <= now) next = nobodyHasIt(is, end, given)
    else if (waveDue <= now) {
      const begun = begin(is, waveDue, given)
      skippedAt = begun.offers.length === 0 ? waveDue : undefined
      next = [begun]
    } else if (alarm <= now) next = [alarming(is, 'unanswered', alarm, given)]
    else if (apology <= now) next = [alarming(is, 'callback', apology, given)]
    else if (close <= now) next = [{ type: 'QuestionClosed', at: now, why: 'quiet' }]
    else return events
    events.push(...next)
    is = next.reduce<Question>((s, event) => evolveQuestion(s, event) as Question, is)
  }
}

function begin(state: Question, due: Instant, given: QuestionGiven) {
  const wave = state.wave + 1
  const late = lateBy(state, due, given.now)
  const must = wave === LAST_WAVE ? centreFor(state, given) : undefined
  const asked = offered(state)
  const chosen = [
    ...(must && !asked.includes(must.id) ? [{ person: must, reasons: [] }] : []),
    ...askedIn(wave, state, given).filter(({ person }) => person.id !== must?.id),
  ]
  // A place is kept for the centre, who must take it.
  const room = Math.max(0, MOST_OFFERS - state.offers.length - (wave === LAST_WAVE ? 0 : 1))
  const offers = chosen.slice(0, room).map(
    ({ person, reasons }): Offer => ({
      to: person,
      wave,
      at: given.now,
      ...late,
      state: 'proposed',
      reasons,
    }),
  )
  return { type: 'WaveBegun' as const, at: given.now, ...late, wave, offers, ...(must && { must }) }
}

function askedIn(wave: number, state: Question, given: QuestionGiven) {
  const { policy, licences, now, roll } = given
  const people = roll?.people ?? []
  const inSeat = wave === 0 ? ownTown : wave === LAST_WAVE ? ofCentre : undefined
  const need = needOf(state, given, inSeat !== undefined)
  const { ranked } = rankForQuestion(need, inSeat ? people.filter(inSeat) : people, licences, policy, now)
  return wave === 1 ? ranked.slice(0, policy['question.nearbyCount']) : ranked
}
const ownTown = (person: DutyPerson) => person.ownTown
const ofCentre = (person: DutyPerson) => person.centre

/** What the question asks of whoever takes it; `clerks`: whether somebody without a licence may. */
export function needOf(state: Question, { topics }: QuestionGiven, clerks: boolean): QuestionNeed {
  const { place, language, topic } = state
  const subject = topics[topic]?.subject ?? 'other'
  return { subject, town: place.town, language, own: ownOf(state), offered: offered(state), clerks }
}

const offered = ({ offers, taker }: Question): string[] => [
  ...offers.map(({ to }) => to.id),
  ...(taker ? [taker.ref.id] : []),
]

/** Who asks and who entered it for her: her question is another's to answer. */
const ownOf = ({ owner, helper }: Pick<Question, 'owner' | 'helper'>): string[] =>
  [owner, helper?.id].filter((id) => id !== undefined)

/** Whoever said himself that he is bound to the other side. */
export const saidBound = ({ offers }: Question, id: string): boolean =>
  offers.some(({ to, why }) => to.id === id && why === 'interest')

/**
 * Who of the centre must take it: whoever is on duty, or, where he asks himself or is bound, another who stands in the
 * centre's seat. Who registered her call for her is bound by nothing.
 */
function centreFor(state: Question, { duty, roll }: QuestionGiven): PersonRef | undefined {
  const people = roll?.people ?? []
  const others = people.filter(({ centre }) => centre).map(({ ref }) => ref)
  const walled = ({ id }: PersonRef) => people.some(({ ref, walled }) => ref.id === id && walled !== undefined)
  return [onDuty(duty), ...others].find((ref) => state.owner !== ref.id && !saidBound(state, ref.id) && !walled(ref))
}

/** Who answers for it while nobody has it. There is always one: before nobody, the person on duty. */
export const answerable = (state: Question, given: QuestionGiven): PersonRef =>
  centreFor(state, given) ?? onDuty(given.duty)

export function onDuty({ seat: _seat, gap: _gap, ...person }: OnDuty): PersonRef {
  return person
}

function nobodyHasIt(state: Question, end: Instant, given: QuestionGiven): QuestionEvent[] {
  const { now, policy } = given
  const callBackAt = after(now, policy['question.callBackMinutes'] * MINUTE)
  const to = answerable(state, given)
  return [
    { type: 'QuestionRouted', at: now, ...lateBy(state, end, now), to, callBackAt, nobody: true },
    alarming(state, 'unanswered', end, given),
    ...stopping(state, now, ANSWER),
    start(CALL_BACK, now, given, state, callBackAt),
  ]
}

function alarming(
  state: Question,
  what: 'unanswered' | 'callback',
  due: Instant,
  { now, roll, duty }: QuestionGiven,
): QuestionEvent {
  const supervisors = roll?.supervisors ?? []
  // A county that has named no supervisor still has somebody who hears it.
  const to = supervisors.length > 0 ? supervisors : [onDuty(duty)]
  return { type: 'SupervisorAlarmed', at: now, ...lateBy(state, due, now), to, what }
}

const SECOND = 1000

/** How far behind; nothing was late before it was registered at all. */
function lateBy({ createdAt }: Question, due: Instant, now: Instant): { lateBy?: Duration } {
  const ms = msBetween(due < createdAt ? createdAt : due, now)
  return ms >= SECOND ? { lateBy: durationOf(ms) } : {}
}
