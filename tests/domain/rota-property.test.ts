import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayKind } from '@/domain/calendar'
import { gaps, type Layer, type Override, type Rota, shifts, whoIsOn } from '@/domain/rota'
import { addDays, after, at, type Day, dayOf, daysBetween, HOUR, type Instant, MINUTE, timeOf } from '@/domain/time'
import { calendar } from './rota-given'

const SEAT = 'hotline'
const FIRST = '2026-09-28'
const times = ['00:00', '06:00', '08:00', '12:30', '17:00', '20:00', '23:00']
const person = fc.constantFrom('a', 'b', 'c', 'd')
const kind = fc.constantFrom<Override['kind'][]>('replace', 'add', 'remove')
const approvedAt = at(FIRST, '00:00')
const time = fc.constantFrom(...times)
// An hour and a half apart, so that edges fall between the edges of the layers too.
const instant = fc.integer({ min: 0, max: 16 * 14 }).map((n) => after(at(FIRST, '00:00'), n * 90 * MINUTE))
const span = fc
  .tuple(instant, instant)
  .filter(([a, b]) => a !== b)
  .map(([a, b]): { from: Instant; to: Instant } => (a < b ? { from: a, to: b } : { from: b, to: a }))

const layer: fc.Arbitrary<Layer> = fc
  .record({
    seat: fc.constantFrom(SEAT, SEAT, 'other'),
    people: fc.array(person, { minLength: 1, maxLength: 4 }),
    every: fc.constantFrom('day', 'week', 'working-day', 'day-off'),
    handover: time,
    anchor: fc.integer({ min: -20, max: 12 }).map((n) => addDays(FIRST, n)),
    priority: fc.integer({ min: 1, max: 2 }),
    hours: fc.option(fc.record({ from: time, to: time }), { nil: undefined }),
  })
  .map(({ hours, ...rest }) => ({ ...rest, ...hours }))

const rotas: fc.Arbitrary<Rota> = fc.record({
  seats: fc.constant([{ id: SEAT, kind: 'hotline' }]),
  layers: fc.array(layer, { maxLength: 3 }),
  festivals: fc.array(
    fc.tuple(span, fc.array(fc.tuple(span, person), { maxLength: 3 })).map(([own, inside]) => ({
      seat: SEAT,
      ...own,
      shifts: inside.map(([s, person]) => ({ person, ...s })),
    })),
    { maxLength: 1 },
  ),
  overrides: fc
    .array(fc.record({ span, kind, in: person, out: person }), { maxLength: 2 })
    .map((all) =>
      all.map(({ span, ...rest }, n) => ({ id: `o${n}`, seat: SEAT, ...span, ...rest, why: '', approvedAt })),
    ),
})

const people = (standings: { person: string }[]) => standings.map(({ person }) => person).sort()

it('shifts() covers the same as whoIsOn(), minute by minute, and gaps() covers the rest', () => {
  fc.assert(
    fc.property(rotas, span, instant, (rota, { from, to }, when) => {
      const all = shifts(rota, SEAT, from, to, calendar)
      for (const s of all) expect(from <= s.from && s.from < s.until && s.until <= to).toBe(true)
      const holes = gaps(rota, SEAT, from, to, calendar)
      for (const moment of [when, after(when, -1), from, after(to, -1), ...all.flatMap((s) => [s.from, s.until])]) {
        if (moment < from || moment >= to) continue
        const on = whoIsOn(rota, SEAT, moment, calendar)
        expect(people(all.filter((s) => s.from <= moment && moment < s.until))).toEqual(people(on))
        expect(holes.some((g) => g.from <= moment && moment < g.until)).toBe(on.length === 0)
        for (const s of on) expect(s.from <= moment && moment < s.until).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
})

/** The layers' rule said once more, for one instant and one layer, by counting periods one by one. */
function plainly(layer: Layer, moment: Instant): string | undefined {
  const from = layer.from ?? layer.handover
  const to = layer.to ?? layer.handover
  const clock = timeOf(moment)
  const overnight = to <= from
  const inside = overnight ? clock >= from || clock < to : from <= clock && clock < to
  if (!inside) return undefined
  const day: Day = overnight && clock < to ? addDays(dayOf(moment), -1) : dayOf(moment)
  const counts = (d: Day) => {
    if (layer.every === 'day') return true
    if (layer.every === 'week') return daysBetween(layer.anchor, d) % 7 === 0
    return dayKind(d, calendar).working === (layer.every === 'working-day')
  }
  const repeats = layer.every === 'day' || layer.every === 'week' || counts(day)
  if (!repeats) return undefined
  // Past midnight the night still belongs to its day, so this day's handover is behind it.
  const begun = dayOf(moment) > day || clock >= layer.handover
  let periods = 0
  for (let d = layer.anchor; d <= day; d = addDays(d, 1)) if (counts(d) && (d < day || begun)) periods += 1
  return periods === 0 ? undefined : layer.people[(periods - 1) % layer.people.length]
}

it('agrees with the rule said plainly, for one layer at each hour', () => {
  fc.assert(
    fc.property(layer, instant, (one, start) => {
      const rota: Rota = { seats: [], layers: [{ ...one, seat: SEAT }], festivals: [], overrides: [] }
      for (let n = 0; n < 30; n += 1) {
        const moment = after(start, n * HOUR)
        const expected = plainly(one, moment)
        expect(people(whoIsOn(rota, SEAT, moment, calendar))).toEqual(expected === undefined ? [] : [expected])
      }
    }),
    { numRuns: 120 },
  )
})
