import { type Calendar, dayKind } from '@/domain/calendar'
import { draw, drawn } from '@/domain/draw'
import type { Subject } from '@/domain/lawyer-card'
import { assumed } from '@/domain/rehearsal'
import type { Assumed, History, PastOffer, PastQuestion, Response } from '@/domain/rehearsal-types'
import { addDays, after, type Day, dayOf, MINUTE, msBetween, startOf } from '@/domain/time'

export type HistoryUnit = { code: string; kind: string; parents?: { legal?: string } }

/**
 * How often each hour is asked in, by day kind; invented, after what helplines see: a peak in the morning, one in the
 * afternoon, a lower one after supper, little at night.
 */
const HOURS = [1, 1, 1, 1, 1, 2, 4, 8, 14, 18, 17, 12, 8, 10, 15, 16, 14, 10, 8, 9, 8, 6, 4, 2]
/** How often each subject is asked, invented as well. */
const SUBJECTS: [Subject, number][] = [
  ['labour', 26],
  ['family', 22],
  ['land', 18],
  ['debt', 14],
  ['injury', 10],
  ['administrative', 4],
  ['criminal', 3],
  ['minors', 1],
  ['other', 2],
]
const MONGOLIAN = 0.4
const ON_DAYS_OFF = 0.6

/**
 * A plausible history for a county that has none, marked as a demonstration: the days before `until`, `perDay` questions
 * on a working day (a county of 150,000 asks about nine), more in towns with more villages, two in five in Mongolian.
 * Every number in it is invented; equal arguments give equal histories.
 */
export function demonstrationHistory(
  units: readonly HistoryUnit[],
  calendar: Calendar,
  { until, days, seed, perDay = 9 }: { until: Day; days: number; seed: number; perDay?: number },
): History & { demonstration: true } {
  const towns = units.filter(({ kind }) => kind === 'town').map(({ code }) => code)
  const villages = (town: string) => units.filter(({ parents }) => parents?.legal === town).length
  const places = towns.map((town): [string, number] => [town, 1 + villages(town)])
  const questions: PastQuestion[] = []
  if (places.length === 0) return { questions, demonstration: true }
  for (let day = addDays(until, -days); day < until; day = addDays(day, 1)) {
    const mean = perDay * (dayKind(day, calendar).working ? 1 : ON_DAYS_OFF)
    for (let n = 0; n < counted(mean, day, seed); n++) {
      const one = (what: string) => draw(`${day} ${n} ${what}`, seed)
      const hour = weighed(
        HOURS.map((weight, h): [number, number] => [h, weight]),
        one('hour'),
      )
      const minutes = hour * 60 + Math.floor(one('minute') * 60)
      questions.push({
        at: after(startOf(day), minutes * MINUTE + Math.floor(one('second') * 60) * 1000),
        town: weighed(places, one('town')),
        language: one('language') < MONGOLIAN ? 'mn' : 'zh',
        subject: weighed(SUBJECTS, one('subject')),
        tookSeconds: 60 * (drawn([4, 8, 12, 15, 25, 40], `${day} ${n} took`, seed) ?? 15),
      })
    }
  }
  return { questions: questions.sort((a, b) => (a.at < b.at ? -1 : 1)), demonstration: true }
}

/** A whole number that is `mean` on the average of many days, and differs from day to day. */
function counted(mean: number, day: Day, seed: number): number {
  return Math.floor(mean * (0.5 + draw(`${day} many`, seed)) + draw(`${day} rest`, seed))
}

function weighed<T>(choices: readonly (readonly [T, number])[], share: number): T {
  let left = share * choices.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [choice, weight] of choices) {
    left -= weight
    if (left < 0) return choice
  }
  // Rounding may leave a last grain over.
  const last = choices.at(-1)
  if (!last) throw new RangeError('nothing to choose from')
  return last[0]
}

/**
 * Lays questions of the past on other days, `from` to `to`, both included: a working day's on working days, a day off's
 * on days off, each at its own time of day. Days of a kind are gone through in turn, so none is used more than once
 * more than another. A span without such a day takes any.
 */
export function laidOn(
  questions: readonly PastQuestion[],
  { from, to }: { from: Day; to: Day },
  calendar: Calendar,
): PastQuestion[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  const working = (day: Day) => dayKind(day, calendar).working
  const alike = (day: Day) => {
    const same = days.filter((other) => working(other) === working(day))
    return same.length > 0 ? same : days
  }
  const past = [...new Set(questions.map(({ at }) => dayOf(at)))].sort()
  const taken = new Map<boolean, number>()
  const target = new Map<Day, Day>()
  for (const day of past) {
    const kind = working(day)
    const nth = taken.get(kind) ?? 0
    taken.set(kind, nth + 1)
    const choices = alike(day)
    target.set(day, choices[nth % choices.length] ?? from)
  }
  return questions
    .map((question) => {
      const day = dayOf(question.at)
      return { ...question, at: after(startOf(target.get(day) ?? from), msBetween(startOf(day), question.at)) }
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** How many offers of assumption stand beside a person's own before his own begin to count. */
const ASSUMED_OFFERS = 5

/** How each person answers offers, from those that were really made; who has had few answers nearly as assumed. */
export function responsesFrom(
  offers: readonly PastOffer[],
  given: Pick<Assumed, 'byDay'> = assumed,
): Record<string, Response> {
  const responses: Record<string, Response> = {}
  const byPerson = new Map<string, PastOffer[]>()
  for (const offer of offers) byPerson.set(offer.person, [...(byPerson.get(offer.person) ?? []), offer])
  for (const [person, own] of byPerson) {
    const took = own.filter((offer) => offer.took)
    const takes = (took.length + given.byDay.takes * ASSUMED_OFFERS) / (own.length + ASSUMED_OFFERS)
    const after = took.flatMap(({ afterSeconds }) => afterSeconds ?? [])
    const afterSeconds = after.length < ASSUMED_OFFERS ? [...after, ...given.byDay.afterSeconds] : after
    responses[person] = { takes, afterSeconds }
  }
  return responses
}
