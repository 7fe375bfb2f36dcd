import { draw, drawn } from '@/domain/draw'
import { rankForQuestion } from '@/domain/question-rank'
import type { DutyPerson } from '@/domain/question-types'
import type {
  Assumed,
  Failure,
  PastQuestion,
  RehearsalPerson,
  RehearsalRequest,
  RehearsalResult,
  Response,
  Tally,
} from '@/domain/rehearsal-types'
import { type RotaWindow, rotaWindow } from '@/domain/rota'
import { addDays, after, dayOf, type Instant, MINUTE, startOf, timeOf } from '@/domain/time'

export { failures } from '@/domain/rehearsal-types'
export type * from './rehearsal-types'

/**
 * What is assumed of a county that has no history of its own; nobody has measured it. A free lawyer takes seven offers
 * of ten by day and six by night, within two minutes by day; a question keeps him for a quarter of an hour.
 */
export const assumed: Assumed = {
  byDay: { takes: 0.7, afterSeconds: [15, 30, 45, 60, 120] },
  byNight: { takes: 0.6, afterSeconds: [30, 60, 90, 150, 240] },
  tookSeconds: 15 * 60,
  speaksAfterSeconds: 45,
}
const SECOND = 1000

/**
 * How these questions would have gone with this rota: in time is a question that somebody took and spoke about within
 * the eight minutes. Assumed, and no more than that: people answer independently of one another and of what was asked;
 * who is busy says so, who is free takes it or is silent; the centre takes what it must if it is free; earlier questions
 * go before later ones; channels deliver at once; nobody is kept out by the conflict wall, nobody takes unasked, and
 * call-backs keep nobody busy. Times outside the rota count as nobody. Equal requests give equal answers.
 */
export function rehearse(request: RehearsalRequest): RehearsalResult {
  const questions = [...request.questions].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const first = questions[0]?.at
  const last = questions.at(-1)?.at
  const result: RehearsalResult = {
    asked: questions.length,
    inTime: 0,
    byTown: [],
    byHour: [],
    byLanguage: [],
    failed: [],
  }
  if (first === undefined || last === undefined) return result
  const window = rotaWindow(request.rota, startOf(dayOf(first)), startOf(addDays(dayOf(last), 2)), request.calendar)
  const county = countyOf(request, window)
  const inTime = new Map<PastQuestion, boolean>()
  for (const [n, question] of questions.entries()) {
    const outcome = ask(question, n, request, county)
    inTime.set(question, outcome === 'in-time')
    if (outcome === 'in-time') result.inTime += 1
    else result.failed.push({ at: question.at, ...placed(question), why: outcome, ...county.ownSeat(question) })
  }
  const tally = (keyOf: (question: PastQuestion) => string) => tallied(questions, keyOf, inTime)
  return {
    ...result,
    byTown: tally(({ town }) => town),
    byHour: tally(({ at }) => timeOf(at).slice(0, 2)),
    byLanguage: tally(({ language }) => language),
  }
}

const placed = ({ town, language }: PastQuestion) => ({ town, language })

type County = ReturnType<typeof countyOf>

/** Who is on duty and who is busy, as the questions go by. */
function countyOf({ rota, people, leaders }: RehearsalRequest, window: RotaWindow) {
  const known = new Map(people.map((person) => [person.ref.id, person]))
  const busyUntil = new Map<string, Instant>()
  const offeredAt = new Map<string, Instant>()
  const standing = (kind: (seat: RehearsalRequest['rota']['seats'][number]) => boolean, at: Instant) =>
    new Set(rota.seats.filter(kind).flatMap(({ id }) => window.on(id, at).map(({ person }) => person)))
  const isBusy = (id: string, at: Instant) => at < (busyUntil.get(id) ?? '')

  function roll(town: string, at: Instant): DutyPerson[] {
    const own = standing(({ kind, unit }) => kind === 'town' && unit === town, at)
    const centre = standing(({ kind }) => kind === 'centre', at)
    // Nobody in it: its head, else the leaders' first, answers for it.
    const head = rota.seats.find(({ kind }) => kind === 'centre')?.head ?? leaders[0]
    if (centre.size === 0 && head !== undefined) centre.add(head)
    const everybody = new Set([...own, ...standing(() => true, at), ...centre])
    return [...everybody].flatMap((id): DutyPerson[] => {
      const person = known.get(id)
      return person ? [{ ...seen(person, at), ownTown: own.has(id), centre: centre.has(id) }] : []
    })
  }
  function seen({ ref, languages, reachable = true, card }: RehearsalPerson, at: Instant) {
    const lastOfferAt = offeredAt.get(ref.id)
    const held = isBusy(ref.id, at) ? ['held'] : []
    return { ref, languages, reachable, ...(card && { card: { ...card, questions: held, lastOfferAt } }) }
  }
  function ownSeat({ town, at, language }: PastQuestion): { seat?: 'empty' | 'language' } {
    const own = [...standing(({ kind, unit }) => kind === 'town' && unit === town, at)]
    if (own.length === 0) return { seat: 'empty' }
    return own.some((id) => known.get(id)?.languages.includes(language)) ? {} : { seat: 'language' }
  }
  return { roll, isBusy, ownSeat, busyUntil, offeredAt }
}

type Asked = { person: string; wave: number; busy: boolean; takesAt?: number; passesAt?: number }

/** One question through the waves, in seconds since it was sent. */
function ask(question: PastQuestion, n: number, request: RehearsalRequest, county: County): 'in-time' | Failure {
  const { policy, licences } = request
  const waves = [0, policy['question.nearbyAfter'], policy['question.everybodyAfter'], policy['question.centreAfter']]
  const limit = EIGHT_MINUTES
  const offers: Asked[] = []
  const shut = new Set<string>()
  let cursor = 0
  for (const [wave, due] of waves.entries()) {
    const begins = beginning(due, cursor, offers)
    if (firstTaker(offers, begins)) break
    cursor = begins
    const at = after(question.at, begins * SECOND)
    const roll = county.roll(question.town, at)
    const inSeat = wave === 0 ? roll.filter((p) => p.ownTown) : wave === 3 ? roll.filter((p) => p.centre) : roll
    const { ranked, excluded } = rankForQuestion(
      {
        subject: question.subject,
        town: question.town,
        language: question.language,
        own: [],
        offered: offers.map(({ person }) => person),
        clerks: wave === 0 || wave === 3,
      },
      inSeat,
      licences,
      policy,
      at,
    )
    for (const { rule } of excluded) shut.add(rule)
    for (const { person } of wave === 1 ? ranked.slice(0, policy['question.nearbyCount']) : ranked) {
      offers.push(offered(person.id, wave, begins, `${n} ${question.at} ${person.id}`))
      county.offeredAt.set(person.id, at)
    }
    if (wave === 3) {
      // Whoever of the centre was asked before and was silent must take it now.
      const own = new Set(inSeat.map(({ ref }) => ref.id))
      for (const offer of offers)
        if (own.has(offer.person) && offer.takesAt === undefined && !offer.busy) offer.takesAt = begins
    }
  }
  const taker = firstTaker(offers, limit)
  if (!taker) return whyNobody(offers, shut)
  const takenAt = after(question.at, taker.at * SECOND)
  const { tookSeconds, speaksAfterSeconds } = { ...assumed, ...request.assumed }
  county.busyUntil.set(taker.person, after(takenAt, (question.tookSeconds ?? tookSeconds) * SECOND))
  return taker.at + speaksAfterSeconds <= limit ? 'in-time' : 'late'

  function offered(person: string, wave: number, begins: number, key: string): Asked {
    const at = after(question.at, begins * SECOND)
    const { takes, afterSeconds } = responseOf(request, person, at)
    const when = begins + (drawn(afterSeconds, `when ${key}`, request.seed ?? 0) ?? 0)
    if (county.isBusy(person, at)) return { person, wave, busy: true, passesAt: when }
    const must = wave === 3
    const willing = must || draw(`takes ${key}`, request.seed ?? 0) < takes
    return { person, wave, busy: false, ...(willing && { takesAt: when }) }
  }
}

const EIGHT_MINUTES = (8 * MINUTE) / SECOND

/** When all who were asked have passed, the next wave begins at once; an empty one is skipped in the same second. */
function beginning(due: number, cursor: number, offers: readonly Asked[]): number {
  if (offers.some(({ passesAt }) => passesAt === undefined)) return Math.max(due, cursor)
  return Math.min(Math.max(due, cursor), Math.max(cursor, ...offers.map(({ passesAt = 0 }) => passesAt)))
}

function firstTaker(offers: readonly Asked[], until: number): { person: string; at: number } | undefined {
  const takers = offers.flatMap(({ person, takesAt }) => (takesAt === undefined ? [] : { person, at: takesAt }))
  const [first] = takers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at || (a.person < b.person ? -1 : 1))
  return first
}

function whyNobody(offers: readonly Asked[], shut: ReadonlySet<string>): Failure {
  if (offers.length > 0) return offers.every(({ busy }) => busy) ? 'busy' : 'silent'
  if (shut.has('licence')) return 'licence'
  return shut.has('language') ? 'language' : 'nobody'
}

function responseOf(request: RehearsalRequest, person: string, at: Instant): Response {
  const learned = request.responses?.[person]
  if (learned) return learned
  const { byDay, byNight } = { ...assumed, ...request.assumed }
  const { policy } = request
  const time = timeOf(at)
  const from = policy['rota.nightFrom']
  const to = policy['rota.nightTo']
  const night = from > to ? time >= from || time < to : time >= from && time < to
  return night ? byNight : byDay
}

function tallied(
  questions: readonly PastQuestion[],
  keyOf: (question: PastQuestion) => string,
  inTime: ReadonlyMap<PastQuestion, boolean>,
): Tally[] {
  const tallies = new Map<string, Tally>()
  for (const question of questions) {
    const key = keyOf(question)
    const tally = tallies.get(key) ?? { key, asked: 0, inTime: 0 }
    tally.asked += 1
    if (inTime.get(question)) tally.inTime += 1
    tallies.set(key, tally)
  }
  return [...tallies.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}
