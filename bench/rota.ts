import { cpus, loadavg } from 'node:os'
import { RRule } from 'rrule'
import year2024 from '@/data/calendars/2024.json'
import year2025 from '@/data/calendars/2025.json'
import year2026 from '@/data/calendars/2026.json'
import year2027 from '@/data/calendars/2027.json'
import { type CalendarYear, calendarFrom } from '@/domain/calendar'
import { type Layer, type Override, type Rota, rotaWindow, shifts, whoIsOn } from '@/domain/rota'
import { addDays, after, at, DAY, type Day, HOUR, type Instant, MINUTE, startOf } from '@/domain/time'

/**
 * What the rota costs: one look, a month of 130 people in 12 seats, and 14 days of a weekly layer 200 days after its
 * anchor beside the same days by `rrule`, whose dates must be equal. Exits 1 where a goal isn't met or they differ.
 */
const calendar = calendarFrom([year2024, year2025, year2026, year2027] as CalendarYear[])
const SEATS = 12
const PEOPLE = 130
const MONTHS = 100
const MONTH = { from: startOf('2026-10-01'), to: startOf('2026-11-01') }

/** Day and night in each of twelve seats, ten or eleven people each, forty overrides, National Day by name. */
function county(): Rota {
  const people = Array.from({ length: PEOPLE }, (_, n) => `p${n}`)
  const seats = Array.from({ length: SEATS }, (_, n) => ({ id: `seat${n}`, kind: n === 0 ? 'centre' : 'town' }))
  const layers = seats.flatMap(({ id }, n): Layer[] => {
    const own = people.filter((_, m) => m % SEATS === n)
    const shared = { seat: id, anchor: '2026-01-05', priority: 1 }
    return [
      { ...shared, people: own.slice(0, 5), every: 'working-day', handover: '08:00', from: '08:00', to: '20:00' },
      { ...shared, people: own.slice(0, 5), every: 'day-off', handover: '08:00', from: '08:00', to: '20:00' },
      { ...shared, people: own.slice(5), every: 'day', handover: '20:00', from: '20:00', to: '08:00' },
    ]
  })
  const overrides = Array.from({ length: 40 }, (_, n): Override => {
    const from = after(MONTH.from, (n * 17 + 9) * HOUR)
    const seat = `seat${n % SEATS}`
    return {
      id: `o${n}`,
      seat,
      from,
      to: after(from, 3 * HOUR),
      kind: n % 3 === 0 ? 'add' : 'replace',
      in: people[(n * 7) % PEOPLE] ?? '',
      ...(n % 3 !== 0 && { out: people[(n % SEATS) + SEATS * (n % 5)] ?? '' }),
      why: '开庭',
      approvedAt: after(MONTH.from, -n * HOUR),
    }
  })
  const days = (first: Day, count: number) => Array.from({ length: count }, (_, n) => addDays(first, n))
  const festival = {
    seat: 'seat1',
    from: startOf('2026-10-01'),
    to: startOf('2026-10-08'),
    shifts: days('2026-10-01', 7).map((day, n) => ({
      person: people[n] ?? '',
      from: startOf(day),
      to: startOf(addDays(day, 1)),
    })),
  }
  return { seats, layers, festivals: [festival], overrides }
}

/** Milliseconds each, in the best of several rounds: whatever else the machine does only ever adds. */
function timed(rounds: number, times: number, run: (n: number) => void): number {
  for (let n = 0; n < times; n += 1) run(n)
  const found = Array.from({ length: rounds }, () => {
    const began = performance.now()
    for (let n = 0; n < times; n += 1) run(n)
    return (performance.now() - began) / times
  })
  return Math.min(...found)
}

function looks(): { perSecond: number; compiled: number } {
  const rota = county()
  const instants: Instant[] = Array.from({ length: 4096 }, (_, n) => after(MONTH.from, ((n * 7919) % 44_640) * MINUTE))
  const seats = rota.seats.map(({ id }) => id)
  const window = rotaWindow(rota, MONTH.from, MONTH.to, calendar)
  let seen = 0
  const each = (look: (seat: string, when: Instant) => readonly unknown[]) =>
    1000 /
    timed(200, 4096, (n) => {
      seen += look(seats[n % SEATS] ?? '', instants[n % 4096] ?? '').length
    })
  const perSecond = each((seat, when) => whoIsOn(rota, seat, when, calendar))
  const compiled = each((seat, when) => window.on(seat, when))
  if (seen === 0) throw new Error('nobody was on')
  return { perSecond, compiled }
}

function month(): { first: number; best: number; usual: number; standings: number } {
  let standings = 0
  const compile = () => {
    const rota = county()
    const began = performance.now()
    const window = rotaWindow(rota, MONTH.from, MONTH.to, calendar)
    standings = rota.seats.reduce((sum, { id }) => sum + window.shifts(id, MONTH.from, MONTH.to).length, 0)
    return performance.now() - began
  }
  const found = Array.from({ length: MONTHS }, compile)
  const [first = 0] = found
  return { first, best: Math.min(...found), usual: found.sort((a, b) => a - b)[MONTHS / 2] ?? 0, standings }
}

/** A weekly layer, and `rrule` for the instants at which its turn changes. */
function weekly() {
  const anchor = '2026-01-05'
  const layer: Layer = {
    seat: 'hotline',
    people: ['a', 'b', 'c'],
    every: 'week',
    handover: '08:00',
    anchor,
    priority: 1,
  }
  const rota: Rota = { seats: [{ id: 'hotline', kind: 'hotline' }], layers: [layer], festivals: [], overrides: [] }
  const from = at(addDays(anchor, 200), '08:00')
  const to = after(from, 14 * DAY)
  const changes = (all: readonly { from: Instant }[]) => all.map((one) => Date.parse(one.from)).filter(within)
  // `between` counts both ends, our span only its start: the end is left out by a millisecond.
  const within = (ms: number) => ms > Date.parse(from) && ms < Date.parse(to)
  const [since, until] = [new Date(Date.parse(from) + 1), new Date(Date.parse(to) - 1)]
  const rule = (cached: boolean) =>
    new RRule({ freq: RRule.WEEKLY, dtstart: new Date(Date.parse(at(anchor, '08:00'))) }, !cached)
  const theirs = rule(false)
  // As they hold a rule, we hold a window.
  const window = rotaWindow(rota, from, to, calendar)
  const cachedRule = rule(true)
  const equal =
    changes(shifts(rota, 'hotline', from, to, calendar)).join() ===
    theirs.between(since, until, true).map(Number).join()
  return {
    equal,
    count: theirs.between(since, until, true).length,
    theirs: timed(200, 5, () => theirs.between(since, until, true)),
    // Its own cache, asked the same question again and again.
    theirsKept: timed(200, 1000, () => cachedRule.between(since, until, true)),
    ours: timed(200, 1000, () => window.shifts('hotline', from, to)),
    oursByRota: timed(200, 1000, () => shifts(rota, 'hotline', from, to, calendar)),
    // A rota just read from the store: everything is worked out again.
    oursFresh: timed(200, 20, () => rotaWindow(rota, from, to, calendar).shifts('hotline', from, to)),
  }
}

const us = (ms: number) => `${(ms * 1000).toFixed(2)} µs`
const goals: [string, boolean][] = []

console.log(
  `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0]?.toFixed(1)}, best rounds`,
)
const { perSecond, compiled } = looks()
console.log(
  `whoIsOn          ${(perSecond / 1e6).toFixed(2)} M/s; of a compiled window ${(compiled / 1e6).toFixed(2)} M/s`,
)
goals.push(['whoIsOn ≥ 1 M/s', perSecond >= 1e6])
const { first, best, usual, standings } = month()
console.log(
  `a month          ${best.toFixed(2)} ms (median ${usual.toFixed(2)}, the very first ${first.toFixed(2)}): ${PEOPLE} people, ${SEATS} seats, 40 overrides, a festival, ${standings} standings`,
)
goals.push(['a month ≤ 5 ms', best <= 5])
const week = weekly()
console.log(
  `14 days, weekly  ${us(week.ours)} of a compiled window (by shifts(): ${us(week.oursByRota)}, worked out anew: ${us(week.oursFresh)}); rrule ${us(week.theirs)} (from its own cache: ${us(week.theirsKept)})`,
)
const ratio = week.theirs / week.ours
console.log(
  `                 ${ratio.toFixed(0)} × rrule (by shifts(): ${(week.theirs / week.oursByRota).toFixed(0)} ×, anew against no cache ${(week.theirs / week.oursFresh).toFixed(0)} ×, kept against kept ${(week.theirsKept / week.ours).toFixed(0)} ×); ${week.count} changes, dates ${week.equal ? 'equal' : 'DIFFERENT'}`,
)
goals.push(['≥ 500 × rrule', ratio >= 500], ['dates equal', week.equal && week.count > 0])
for (const [goal, met] of goals) console.log(`${met ? 'met' : 'NOT MET'}: ${goal}`)
process.exitCode = goals.every(([, met]) => met) ? 0 : 1
