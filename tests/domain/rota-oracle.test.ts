import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayKind } from '@/domain/calendar'
import { type Layer, type Override, type Rota, rotaWindow, type Swap, shifts, whoIsOn } from '@/domain/rota'
import { addDays, after, at, type Day, dayOf, daysBetween, HOUR, type Instant, MINUTE, timeOf } from '@/domain/time'
import { calendar, layer, rota } from './rota-given'

/** The rule of one minute, said once more as the product says it, by counting and without any speed. */
const SEAT = 'hotline'
const FIRST = '2026-10-05'
type Cover = { from: Instant; to: Instant }
const within = (span: Cover, when: Instant) => span.from <= when && when < span.to

function turn(one: Layer, when: Instant): string | undefined {
  const [open, close] = [one.from ?? one.handover, one.to ?? one.handover]
  const clock = timeOf(when)
  const overnight = close <= open
  if (!(overnight ? clock >= open || clock < close : open <= clock && clock < close)) return undefined
  const day: Day = overnight && clock < close ? addDays(dayOf(when), -1) : dayOf(when)
  const counts = (d: Day) => {
    if (one.every === 'day') return true
    if (one.every === 'week') return daysBetween(one.anchor, d) % 7 === 0
    return dayKind(d, calendar).working === (one.every === 'working-day')
  }
  if (one.every !== 'day' && one.every !== 'week' && !counts(day)) return undefined
  const begun = dayOf(when) > day || clock >= one.handover
  let periods = 0
  for (let d = one.anchor; d <= day; d = addDays(d, 1)) if (counts(d) && (d < day || begun)) periods += 1
  return periods === 0 ? undefined : one.people[(periods - 1) % one.people.length]
}

/** Festival over roster over the layers of the highest priority that has anybody. */
function rostered(given: Rota, when: Instant): string[] {
  const roster = [...(given.rosters ?? []), ...given.festivals].filter((one) => within(one, when)).at(-1)
  if (roster) return roster.shifts.filter((shift) => within(shift, when)).map(({ person }) => person)
  const here = given.layers.flatMap((one) => {
    const person = turn(one, when)
    return person === undefined ? [] : [{ person, priority: one.priority }]
  })
  const highest = Math.max(...here.map(({ priority }) => priority))
  return here.filter(({ priority }) => priority === highest).map(({ person }) => person)
}

/** Approved changes in their order; of two about the same person the later counts; who is away is nowhere. */
function expected(given: Rota, when: Instant): string[] {
  const swaps = (given.swaps ?? []).flatMap(
    ({ state, person, with: other, return: back, answeredAt = '', ...span }) => {
      if (state !== 'agreed') return []
      const first = { kind: 'replace' as const, out: person, in: other, since: answeredAt, ...span }
      return [first, ...(back ? [{ ...first, out: other, in: person, ...back }] : [])]
    },
  )
  const overrides = given.overrides.map((one) => ({ ...one, since: one.approvedAt ?? '' }))
  const changes = [...overrides, ...swaps]
    .filter((one) => one.since !== '' && within(one, when))
    .sort((a, b) => (a.since < b.since ? -1 : 1))
  let on = rostered(given, when)
  changes.forEach((change, n) => {
    if (change.out !== undefined && changes.slice(n + 1).some((later) => later.out === change.out)) return
    const incoming = change.in === undefined ? [] : [change.in]
    if (change.kind === 'add') on = [...on, ...incoming]
    else if (change.kind === 'remove') on = on.filter((person) => person !== change.out)
    else on = on.flatMap((person) => (person === change.out ? incoming : [person]))
  })
  const away = (given.absences ?? []).filter((one) => within(one, when)).map(({ person }) => person)
  return [...new Set(on)].filter((person) => !away.includes(person)).sort()
}

const person = fc.constantFrom('a', 'b', 'c', 'd')
const time = fc.constantFrom('00:00', '06:00', '08:00', '12:30', '20:00')
const instant = fc.integer({ min: 0, max: 16 * 10 }).map((n) => after(at(FIRST, '00:00'), n * 90 * MINUTE))
const span = fc
  .tuple(instant, instant)
  .filter(([a, b]) => a !== b)
  .map(([a, b]): Cover => (a < b ? { from: a, to: b } : { from: b, to: a }))
const roster = fc
  .record({ span, shifts: fc.array(fc.record({ span, person }), { maxLength: 3 }) })
  .map(({ span, shifts }) => ({ seat: SEAT, ...span, shifts: shifts.map((s) => ({ person: s.person, ...s.span })) }))
const layers: fc.Arbitrary<Layer> = fc
  .record({
    people: fc.array(person, { minLength: 1, maxLength: 4 }),
    every: fc.constantFrom('day', 'week', 'working-day', 'day-off'),
    handover: time,
    anchor: fc.integer({ min: -20, max: 6 }).map((n) => addDays(FIRST, n)),
    priority: fc.integer({ min: 1, max: 2 }),
    hours: fc.option(fc.record({ from: time, to: time }), { nil: undefined }),
  })
  .map(({ hours, ...rest }) => ({ seat: SEAT, ...rest, ...hours }))
const settled = (n: number) => after(at(FIRST, '00:00'), n * MINUTE)
const override = fc.record({
  span,
  kind: fc.constantFrom<Override['kind'][]>('replace', 'add', 'remove'),
  in: person,
  out: person,
})
const swap = fc.record({ span, person, with: person, back: fc.option(span, { nil: undefined }), agreed: fc.boolean() })
const rotas: fc.Arbitrary<Rota> = fc
  .record({
    layers: fc.array(layers, { maxLength: 3 }),
    festivals: fc.array(roster, { maxLength: 2 }),
    rosters: fc.array(roster, { maxLength: 2 }),
    overrides: fc.array(override, { maxLength: 4 }),
    swaps: fc.array(swap, { maxLength: 3 }),
    absences: fc.array(fc.record({ span, person }), { maxLength: 2 }),
  })
  .map(({ layers, festivals, rosters, overrides, swaps, absences }) => ({
    seats: [{ id: SEAT, kind: 'hotline' }],
    layers,
    festivals,
    rosters,
    overrides: overrides.map(({ span, in: comes, out, kind }, n) => ({
      id: `o${n}`,
      seat: SEAT,
      ...span,
      kind,
      why: '',
      // An addition names nobody who goes, a removal nobody who comes.
      ...(kind !== 'remove' && { in: comes }),
      ...(kind !== 'add' && { out }),
      approvedAt: settled(n * 2),
    })),
    swaps: swaps.map(
      ({ span, back, agreed, ...who }, n): Swap => ({
        id: `s${n}`,
        seat: SEAT,
        ...who,
        ...span,
        ...(back && { return: back }),
        state: agreed ? 'agreed' : 'asked',
        askedAt: settled(0),
        ...(agreed && { answeredAt: settled(n * 2 + 1) }),
      }),
    ),
    absences: absences.map(({ span, person }, n) => ({
      id: `l${n}`,
      person,
      ...span,
      kind: 'leave' as const,
      at: settled(0),
    })),
  }))

const people = (all: readonly { person: string }[]) => all.map((one) => one.person).sort()

it('every instant resolves to exactly who the rule names: layers, rosters, festivals, overrides, swaps, absences', () => {
  fc.assert(
    fc.property(rotas, instant, fc.integer({ min: -1, max: 1 }), (given, edge, beside) => {
      const when = after(edge, beside)
      expect(people(whoIsOn(given, SEAT, when, calendar))).toEqual(expected(given, when))
    }),
    { numRuns: 600 },
  )
})

it('splitting and merging lose no minute: the shifts of any span are the rule, minute by minute', () => {
  fc.assert(
    fc.property(rotas, span, (given, { from, to }) => {
      const all = shifts(given, SEAT, from, to, calendar)
      const window = rotaWindow(given, from, to, calendar)
      expect(window.shifts(SEAT, from, to)).toEqual(all)
      for (let when = from; when < to; when = after(when, 30 * MINUTE)) {
        const on = expected(given, when)
        expect(people(all.filter((one) => one.from <= when && when < one.until))).toEqual(on)
        expect(people(window.on(SEAT, when))).toEqual(on)
      }
    }),
    { numRuns: 40 },
  )
})

it('a span cut in two and put together again is the span uncut', () => {
  fc.assert(
    fc.property(rotas, span, fc.integer({ min: 1, max: 200 }), (given, { from, to }, minutes) => {
      const middle = after(from, minutes * MINUTE)
      fc.pre(middle < to)
      const hours = (all: readonly { from: Instant; until: Instant; person: string }[]) =>
        all.reduce((sum, one) => sum + (Date.parse(one.until) - Date.parse(one.from)), 0)
      const halves = [shifts(given, SEAT, from, middle, calendar), shifts(given, SEAT, middle, to, calendar)]
      expect(hours(halves.flat())).toBe(hours(shifts(given, SEAT, from, to, calendar)))
    }),
    { numRuns: 200 },
  )
})

it.each([
  ['working-day', ['08:00', '17:30']],
  ['day-off', ['08:00', '17:30']],
  ['working-day', ['20:00', '08:00']],
  ['week', []],
  ['day', []],
] as const)(
  'over all of 2026, with its six make-up days, hand-offs by %s (%s) agree with a walk through every half hour',
  (every, [from, to]) => {
    const one = layer({ every, anchor: '2025-12-28', handover: from ?? '08:00', ...(from && { from, to }) })
    const given = rota([one])
    const window = rotaWindow(given, at('2026-01-01', '00:00'), at('2027-01-01', '00:00'), calendar)
    const walked: string[] = []
    let last: string | undefined
    // The rule counts from the anchor at each step, so the walk keeps its own count by the day.
    let [periods, counted] = [0, '']
    for (let when = at('2025-12-28', '00:00'); when < window.to; when = after(when, HOUR / 2)) {
      const day = dayOf(when)
      if (timeOf(when) === one.handover && counted !== day) {
        counted = day
        const { working } = dayKind(day, calendar)
        const starts =
          every === 'day' ||
          (every === 'week' ? daysBetween(one.anchor, day) % 7 === 0 : working === (every === 'working-day'))
        if (starts) periods += 1
      }
      const open = one.from ?? '00:00'
      const overnight = one.to !== undefined && one.to <= open
      const clock = timeOf(when)
      const shift = overnight && clock < (one.to ?? '') ? addDays(day, -1) : day
      const inside =
        one.to === undefined || (overnight ? clock >= open || clock < one.to : open <= clock && clock < one.to)
      const { working } = dayKind(shift, calendar)
      const counts = every === 'day' || every === 'week' || working === (every === 'working-day')
      const on = inside && counts && periods > 0 ? one.people[(periods - 1) % 3] : undefined
      if (when >= window.from && on !== last) walked.push(`${on ?? 'nobody'} ${when}`)
      if (when >= window.from) last = on
    }
    const rows = window.rows(SEAT, window.from, window.to)
    const told = rows.map((row) => `${row.on[0]?.person ?? 'nobody'} ${row.from}`)
    expect(told.filter((line) => line !== `nobody ${window.from}`)).toEqual(walked)
    expect(walked.length).toBeGreaterThan(50)
  },
)
