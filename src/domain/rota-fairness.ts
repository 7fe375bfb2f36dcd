import type { Calendar } from '@/domain/calendar'
import type { Policy } from '@/domain/policy'
import { factsOf } from '@/domain/rota-days'
import { nightsIn } from '@/domain/rota-night'
import { clip, merged } from '@/domain/rota-spans'
import type { Rota, Span } from '@/domain/rota-types'
import { rotaWindow } from '@/domain/rota-window'
import { type Day, dayOf, type Instant, MINUTE, msBetween, nextDay, startOf } from '@/domain/time'

/** Minutes, minutes as weighted, and how many nights, weekend days and holidays he stood on, if only for a while. */
export type LedgerRow = {
  person: string
  minutes: number
  weighted: number
  nights: number
  weekends: number
  holidays: number
}
/** `mean` of the weighted minutes; `gini` 0 is perfectly even. */
export type Ledger = { rows: LedgerRow[]; mean: number; gini: number }
type Given = { calendar: Calendar; policy: Policy }

/** The ledger of `[from, to)`; everybody named in `people` has a line, also who never stood. Who fills a gap has none. */
export function fairness(rota: Rota, from: Instant, to: Instant, people: readonly string[], given: Given): Ledger {
  const window = rotaWindow(rota, from, to, given.calendar)
  const duties = from < to ? rota.seats.flatMap(({ id }) => window.shifts(id, from, to)) : []
  return ledgerOf(duties, people, given)
}

/** The same for any stretches of duty, such as a draft's; a minute in two seats counts once. */
export function ledgerOf(
  duties: readonly ({ person: string } & Span)[],
  people: readonly string[],
  given: Given,
): Ledger {
  const spans = new Map<string, Span[]>(people.map((person) => [person, []]))
  for (const duty of duties) {
    const own = spans.get(duty.person)
    if (own) own.push(duty)
    else spans.set(duty.person, [duty])
  }
  const rows = [...spans].map(([person, own]) => lineOf(person, merged(own), given))
  const weights = rows.map(({ weighted }) => weighted)
  return { rows, mean: mean(weights), gini: gini(weights) }
}

function lineOf(person: string, spans: readonly Span[], { calendar, policy }: Given): LedgerRow {
  const nights = new Set<Day>()
  const days = { weekend: new Set<Day>(), holiday: new Set<Day>() }
  let [ms, weighted] = [0, 0]
  for (const span of spans)
    for (const part of byDay(span)) {
      const day = dayOf(part.from)
      // A make-up Saturday is a working day, whatever its name.
      const { kind } = factsOf(day, calendar)
      const special = kind === 'weekend' || kind === 'holiday' ? kind : undefined
      if (special) days[special].add(day)
      let dark = 0
      for (const night of nightsIn(part.from, part.until, policy)) {
        nights.add(night.day)
        const inside = clip({ ...part }, night.from, night.until)
        dark += inside ? msBetween(inside.from, inside.until) : 0
      }
      const all = msBetween(part.from, part.until)
      const weight = special ? policy[`rota.${special}Weight`] : 1
      ms += all
      weighted += (all - dark) * weight + dark * Math.max(weight, policy['rota.nightWeight'])
    }
  return {
    person,
    minutes: ms / MINUTE,
    weighted: weighted / MINUTE,
    nights: nights.size,
    weekends: days.weekend.size,
    holidays: days.holiday.size,
  }
}

function byDay({ from, until }: Span): Span[] {
  const parts: Span[] = []
  for (let since = from; since < until; ) {
    const midnight = startOf(nextDay(dayOf(since)))
    parts.push({ from: since, until: midnight < until ? midnight : until })
    since = midnight
  }
  return parts
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** Half the mean difference between two of them, by their mean: 0 where all are equal, near 1 where one has all. */
export function gini(values: readonly number[]): number {
  const total = values.reduce((sum, value) => sum + value, 0)
  if (total === 0) return 0
  const ranked = [...values]
    .sort((a, b) => a - b)
    .reduce((sum, value, n) => sum + (2 * n + 1 - values.length) * value, 0)
  return ranked / (values.length * total)
}
