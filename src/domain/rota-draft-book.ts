import { draw } from '@/domain/draw'
import type { Axis, Roster, Slot, Stretch } from '@/domain/rota-draft-slots'
import { LONGEST, touchesNight, weightsOf } from '@/domain/rota-draft-slots'
import type { DraftRequest, DraftRule, SeatShift } from '@/domain/rota-draft-types'
import { earlier, later } from '@/domain/rota-spans'
import { dayOf } from '@/domain/time'

/** What somebody holds; `slot` is missing where it stood before the draft began and can't be moved. */
type Held = Stretch & { slot?: number }
export type Person = {
  id: string
  /** Place in the order that breaks ties. */
  order: number
  mongolian: boolean
  has: ReadonlySet<string>
  /** What the ledger adds to this month, in weighted minutes. */
  before: number
  wishes: ReadonlyMap<string, boolean>
  held: Held[]
  cost: number
}
export type Block = { rule: DraftRule; slots: number[]; firm: boolean }

/** Who stands where so far, what that costs, and what stands in the way of a change. */
export type Book = ReturnType<typeof openBook>

const SHIFT = 720
// A wish weighs as much as standing two weighted shifts more than somebody else.
const WISH = 4
/**
 * A second shared seat at the same minutes counts like a shift of somebody who has twenty weighted ones already: a
 * county with enough people spreads out, one without lets a person answer for several seats rather than stand every night.
 */
const ENOUGH = 20
/** More than everything else together, for each stretch of minutes. */
const NO_MONGOLIAN = 1e6
// Whom the seat's layers name at these hours comes before whom they name at others, for each seat.
const UNUSUAL = 8
// Two shifts within so many minutes of one another are allowed, but others come first.
const CLOSE = 36 * 60
const CLOSENESS = 0.5

export function openBook(
  request: DraftRequest,
  { slots, rosters }: { slots: readonly Slot[]; rosters: readonly Roster[] },
  axis: Axis,
  span: { from: number; to: number },
) {
  const { policy } = request
  const weights = weightsOf(request.month, request)
  const weight = (from: number, to: number) => (weights[inside(to)] ?? 0) - (weights[inside(from)] ?? 0)
  const inside = (minute: number) => Math.max(0, Math.min(weights.length - 1, minute))
  const rest = policy['rota.restHours'] * 60
  const stands: (Person | undefined)[] = slots.map(() => undefined)
  const fixed = standingAlready(request, rosters, axis)
  const people = peopleOf(request, slots, weight)
  const byId = new Map(people.map((person) => [person.id, person]))

  // Minutes between which nothing changes; how many speak Mongolian in each.
  const edges = [...new Set([span.from, span.to, ...[...slots, ...fixed].flatMap(({ from, to }) => [from, to])])]
    .filter((minute) => span.from <= minute && minute <= span.to)
    .sort((a, b) => a - b)
  const segmentAt = new Map(edges.map((edge, n) => [edge, n]))
  const speakers = new Int32Array(Math.max(0, edges.length - 1))
  let mute = speakers.length
  const segments = (stretch: Stretch) => ({
    first: segmentAt.get(Math.max(span.from, stretch.from)) ?? speakers.length,
    last: segmentAt.get(Math.min(span.to, stretch.to)) ?? 0,
  })
  function speak(stretch: Stretch, by: 1 | -1) {
    const { first, last } = segments(stretch)
    for (let n = first; n < last; n++) {
      const now = (speakers[n] ?? 0) + by
      speakers[n] = now
      if (by > 0 && now === 1) mute -= 1
      if (by < 0 && now === 0) mute += 1
    }
  }

  const ledgered = (stretch: Stretch) => weight(Math.max(stretch.from, span.from), Math.min(stretch.to, span.to))

  /**
   * What one person's month costs: load squared, wishes, seats held beside one another, shifts close together. With
   * `out` and `into`, what it would cost if he gave those slots away and took these, all of one stretch of time.
   */
  function costOf(
    { id, held, before, wishes }: Person,
    out: readonly number[] = [],
    into: readonly Slot[] = [],
  ): number {
    let load = before
    let crowd = 0
    let close = 0
    let wished = 0
    let unusual = 0
    let until = Number.NEGATIVE_INFINITY
    let day = ''
    let taken = 0
    for (let n = 0; ; ) {
      const next = held[n]
      if (next?.slot !== undefined && out.length > 0 && out.includes(next.slot)) {
        n += 1
        continue
      }
      let stretch: Stretch | undefined = next
      const waiting = into[taken]
      if (waiting && (!next || waiting.from < next.from)) {
        stretch = waiting
        taken += 1
      } else n += 1
      if (!stretch) break
      const own = stretch.from < span.to && stretch.to > span.from ? ledgered(stretch) : 0
      if (stretch.from >= until) {
        load += own
        if (stretch.from < until + CLOSE) close += 1
      } else {
        const more = stretch.to > until ? weight(until, stretch.to) : 0
        load += more
        crowd += own - more
      }
      until = Math.max(until, stretch.to)
      if (stretch.usual && !stretch.usual.has(id)) unusual += 1
      if (stretch.day === day) continue
      day = stretch.day
      const rather = wishes.get(day)
      if (rather !== undefined) wished += rather ? -WISH : WISH
    }
    return (load / SHIFT) ** 2 + (crowd / SHIFT) * 2 * ENOUGH + close * CLOSENESS + unusual * UNUSUAL + wished
  }

  /**
   * By how much the minutes without Mongolian would grow cheaper or dearer if `to` stood there instead of `from`, who has
   * so many places in them.
   */
  function muteChange(stretch: Stretch, from: Person | undefined, to: Person, places = 1): number {
    const spoke = from?.mongolian === true
    if (spoke === to.mongolian) return 0
    const { first, last } = segments(stretch)
    let changed = 0
    for (let n = first; n < last; n++) if (speakers[n] === (spoke ? places : 0)) changed += 1
    return (spoke ? changed : -changed) * NO_MONGOLIAN
  }

  /** Every slot this person has at exactly the minutes of that one: together they are one shift of his. */
  const together = (person: Person, slot: Slot): Slot[] =>
    person.held.flatMap((held) =>
      held.slot !== undefined && held.from === slot.from && held.to === slot.to ? (slots[held.slot] ?? []) : [],
    )

  /** Whether the slot stands for all that he has at its minutes, so that they are looked at once. */
  function leads(person: Person, slot: Slot): boolean {
    if (!slot.shared) return true
    for (const held of person.held)
      if (held.slot !== undefined && held.from === slot.from && held.to === slot.to) return held.slot === slot.index
    return false
  }

  /** What of his own duties keeps this person from that stretch; undefined if nothing does. */
  function blocked(person: Person, slot: Slot): Block | undefined {
    let rule: DraftRule | undefined
    let firm = false
    const inTheWay: number[] = []
    const against = (held: Held, by: DraftRule) => {
      rule ??= by
      if (held.slot === undefined) firm = true
      else inTheWay.push(held.slot)
    }
    let { from, to } = slot
    let longest = Math.max(LONGEST, to - from)
    for (const held of person.held) {
      if (held.to < slot.from - rest || held.from > slot.to + rest) continue
      if (held.from < slot.to && slot.from < held.to) {
        if (!held.shared || !slot.shared || held.seat === slot.seat) against(held, 'two-seats')
      } else {
        const pause = held.from >= slot.to ? held.from - slot.to : slot.from - held.to
        if (pause > 0 && pause < rest && (held.night || slot.night)) against(held, 'rest')
      }
    }
    if (rule) return { rule, slots: inTheWay, firm }
    // How long he would stand without a break, with what touches it on either side.
    const touching = new Set<Held>()
    for (let grown = true; grown; ) {
      grown = false
      for (const held of person.held) {
        if (touching.has(held) || held.to < from || held.from > to) continue
        touching.add(held)
        longest = Math.max(longest, held.to - held.from)
        from = Math.min(from, held.from)
        to = Math.max(to, held.to)
        grown = true
      }
    }
    if (to - from <= longest) return undefined
    for (const held of touching) if (held.from >= slot.to || held.to <= slot.from) against(held, 'too-long')
    return { rule: 'too-long', slots: inTheWay, firm }
  }

  /** Whether the seat's needs can still be met with this person here: its last place takes whatever is missing. */
  function meetsNeeds(person: Person, slot: Slot): boolean {
    if (slot.needs.length === 0) return true
    let open = 0
    let missing = slot.needs.filter((need) => !person.has.has(need))
    for (const other of slot.beside) {
      const who = stands[other]
      if (!who) open += 1
      else if (missing.length > 0) missing = missing.filter((need) => !who.has.has(need))
    }
    return missing.length === 0 || open > 0
  }

  function put(person: Person, stretch: Held) {
    const { held } = person
    let n = held.length
    while (n > 0 && (held[n - 1]?.from ?? 0) > stretch.from) n -= 1
    held.splice(n, 0, stretch)
    if (person.mongolian) speak(stretch, 1)
    person.cost = costOf(person)
  }
  function place(slot: Slot, person: Person) {
    stands[slot.index] = person
    put(person, { ...slot, slot: slot.index })
  }
  function lift(slot: Slot): Person | undefined {
    const person = stands[slot.index]
    if (!person) return undefined
    stands[slot.index] = undefined
    person.held.splice(
      person.held.findIndex((held) => held.slot === slot.index),
      1,
    )
    if (person.mongolian) speak(slot, -1)
    person.cost = costOf(person)
    return person
  }

  for (const { person, ...stretch } of fixed) {
    const who = byId.get(person)
    if (who) put(who, stretch)
    // Somebody who isn't among the people is unknown to us, and so is what he speaks.
  }
  for (const person of people) person.cost = costOf(person)
  return {
    people,
    byId,
    stands,
    blocked,
    costOf,
    muteChange,
    together,
    leads,
    meetsNeeds,
    place,
    lift,
    weight,
    /** The minutes in which nobody who stands speaks Mongolian, merged. */
    muteSpans: () =>
      [...speakers].flatMap((count, n) => (count > 0 ? [] : [{ from: edges[n] ?? 0, to: edges[n + 1] ?? 0 }])),
    cost: () => people.reduce((sum, { cost }) => sum + cost, mute * NO_MONGOLIAN),
  }
}

function standingAlready(
  request: DraftRequest,
  rosters: readonly Roster[],
  axis: Axis,
): (Stretch & { person: string })[] {
  const shared = new Map(request.seats.map((seat) => [seat.id, seat.shared === true]))
  const festive = (request.festivals ?? []).flatMap(({ seat, shifts }) => shifts.map((shift) => ({ seat, ...shift })))
  const ours = new Map(rosters.map((roster) => [roster.seat, roster]))
  // Within the span of its roster nothing else counts in a seat that is drafted.
  const beside = (request.beside ?? []).flatMap((shift): SeatShift[] => {
    const roster = ours.get(shift.seat)
    if (!roster) return [shift]
    const before = { ...shift, to: earlier(shift.to, roster.from) }
    const after = { ...shift, from: later(shift.from, roster.to) }
    return [before, after].filter(({ from, to }) => from < to)
  })
  return [...beside, ...festive].map(({ seat, person, ...span }) => {
    const from = axis.minute(span.from)
    const to = axis.minute(span.to)
    const night = touchesNight(Math.max(0, from), to, request.policy)
    return {
      person,
      seat,
      shared: 'shared' in span ? span.shared === true : (shared.get(seat) ?? false),
      from,
      to,
      day: dayOf(span.from),
      night,
    }
  })
}

function peopleOf(
  request: DraftRequest,
  slots: readonly Slot[],
  weight: (from: number, to: number) => number,
): Person[] {
  const { seed, ledger = {} } = request
  const may = new Set(request.seats.flatMap(({ id }) => request.eligible[id] ?? []))
  const ids = request.people.map(({ id }) => id).filter((id) => may.has(id))
  const mean = ids.reduce((sum, id) => sum + (ledger[id] ?? 0), 0) / Math.max(1, ids.length)
  const all = slots.reduce((sum, { from, to }) => sum + weight(from, to), 0)
  // Nobody makes up for more than a third of a month at once: who is new or was ill would else stand every night.
  const most = all / Math.max(1, ids.length) / 3
  const order = new Map([...ids].sort((a, b) => before(a, b, seed)).map((id, n) => [id, n]))
  return request.people
    .filter(({ id }) => order.has(id))
    .map((person) => ({
      id: person.id,
      order: order.get(person.id) ?? 0,
      mongolian: person.languages.includes('mn'),
      has: new Set([...person.languages, ...person.subjects]),
      before: Math.max(-most, Math.min(most, (ledger[person.id] ?? 0) - mean)),
      wishes: new Map((request.wishes ?? []).filter((w) => w.person === person.id).map((w) => [w.day, w.rather])),
      held: [],
      cost: 0,
    }))
    .sort((a, b) => a.order - b.order)
}

function before(a: string, b: string, seed: number | undefined): number {
  const apart = seed === undefined ? 0 : draw(a, seed) - draw(b, seed)
  return apart || (a < b ? -1 : 1)
}
