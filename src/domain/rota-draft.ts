import { openBook, type Person } from '@/domain/rota-draft-book'
import { search } from '@/domain/rota-draft-search'
import { type Axis, axisOf, type Slot, slotsOf } from '@/domain/rota-draft-slots'
import type { DraftRequest, DraftRule, MonthDraft, Unmet } from '@/domain/rota-draft-types'
import { draftRules } from '@/domain/rota-draft-types'

export { draftRules } from '@/domain/rota-draft-types'
export type * from './rota-draft-types'

/**
 * Drafts a month: every place of every seat in its hours, with its languages and subjects, somebody who speaks Mongolian
 * at every minute, rest, no two exclusive seats at once, nobody on leave; then as even as it goes with what the ledger
 * says, and by the wishes. What can't be filled stays open, with how many each rule kept out. Pure; equal requests give
 * equal drafts. 130 people in 12 seats take about a second.
 */
export function draftMonth(request: DraftRequest): MonthDraft {
  const axis = axisOf(request.month)
  const { slots, rosters } = slotsOf(request, axis)
  const span = spanOf(rosters.map(({ from, to }) => ({ from: axis.minute(from), to: axis.minute(to) })))
  const book = openBook(request, { slots, rosters }, axis, span)
  const away = awayOf(request, axis)
  const candidates = slots.map((slot) =>
    eligibleFor(request, slot.seat, book.byId).filter(
      (person) => !away(person.id, slot) && book.meetsNeeds(person, slot),
    ),
  )
  search(book, slots, inOrder(candidates))

  const unmet = [
    ...slots.filter(({ index }) => !book.stands[index]).map((slot) => open(slot)),
    ...book.muteSpans().map(({ from, to }): Unmet => {
      const problem = { code: 'no-mongolian' as const, from: axis.instant(from), until: axis.instant(to) }
      return { problem, rules: silenced(from, to) }
    }),
  ]
  const loads = new Map(book.people.map(({ id }) => [id, 0]))
  for (const { id, held } of book.people) loads.set(id, unionOf(held, span, book.weight))
  const all = book.people.flatMap(({ wishes, held }) =>
    [...wishes]
      .filter(([day]) => day.startsWith(request.month))
      .map(([day, rather]) => held.some((stretch) => stretch.day === day) === rather),
  )
  return {
    rosters: rosters.map((roster) => ({
      ...roster,
      shifts: slots.flatMap((slot) => {
        const person = slot.seat === roster.seat ? book.stands[slot.index]?.id : undefined
        return person ? [{ person, from: axis.instant(slot.from), to: axis.instant(slot.to) }] : []
      }),
    })),
    unmet: merged(unmet),
    wishes: { met: all.filter(Boolean).length, all: all.length },
    loads: Object.fromEntries(loads),
    score: Math.round(book.cost() * 1000) / 1000,
  }

  function open(slot: Slot): Unmet {
    const places = [slot.index, ...slot.beside]
    const minimum = places.length
    const stand = places.filter((n) => book.stands[n]).length
    const from = axis.instant(slot.from)
    const problem = { code: 'gap' as const, seat: slot.seat, from, until: axis.instant(slot.to), stand, minimum }
    return { problem, rules: counted(eligibleFor(request, slot.seat, book.byId).map((one) => whyNot(one, slot))) }
  }
  function whyNot(person: Person, slot: Slot): DraftRule | undefined {
    if (away(person.id, slot)) return 'leave'
    if (!book.meetsNeeds(person, slot)) return 'need'
    return book.blocked(person, slot)?.rule
  }
  /** For minutes without a Mongolian word: why those who speak it don't stand in any of the seats. */
  function silenced(from: number, to: number): Unmet['rules'] {
    const here = slots.filter((slot) => slot.from < to && from < slot.to)
    const speakers = book.people.filter(({ mongolian }) => mongolian)
    return counted(
      speakers.map((person) => {
        const own = here.filter((slot) => eligibleFor(request, slot.seat, book.byId).includes(person))
        return own.map((slot) => whyNot(person, slot)).find((rule) => rule !== undefined)
      }),
    )
  }
}

const spanOf = (spans: { from: number; to: number }[]) => ({
  from: Math.min(...spans.map(({ from }) => from)),
  to: Math.min(...spans.map(({ to }) => to)),
})

const inOrder = (candidates: Person[][]) => candidates.map((people) => people.sort((a, b) => a.order - b.order))

const eligibleFor = (request: DraftRequest, seat: string, byId: ReadonlyMap<string, Person>): Person[] =>
  [...new Set(request.eligible[seat] ?? [])].flatMap((id) => byId.get(id) ?? [])

function awayOf(request: DraftRequest, axis: Axis) {
  const spans = new Map<string, { from: number; to: number }[]>()
  for (const { person, from, to } of request.absences ?? [])
    spans.set(person, [...(spans.get(person) ?? []), { from: axis.minute(from), to: axis.minute(to) }])
  return (person: string, slot: Slot): boolean =>
    spans.get(person)?.some(({ from, to }) => from < slot.to && slot.from < to) ?? false
}

function unionOf(
  held: readonly { from: number; to: number }[],
  span: { from: number; to: number },
  weight: (from: number, to: number) => number,
): number {
  let sum = 0
  let until = span.from
  for (const { from, to } of held) {
    const begins = Math.max(from, until)
    const ends = Math.min(to, span.to)
    if (begins < ends) sum += weight(begins, ends)
    until = Math.max(until, ends)
  }
  return sum
}

function counted(rules: (DraftRule | undefined)[]): Unmet['rules'] {
  return draftRules
    .map((rule) => ({ rule, people: rules.filter((each) => each === rule).length }))
    .filter(({ people }) => people > 0)
}

/** By time; several places of one seat, or minutes that meet for the same reasons, are told once. */
function merged(unmet: Unmet[]): Unmet[] {
  const told: Unmet[] = []
  const seatOf = ({ problem }: Unmet) => (problem.code === 'gap' ? `${problem.seat} ${problem.stand}` : problem.code)
  for (const each of [...unmet].sort(order)) {
    const last = told.findLast((other) => seatOf(other) === seatOf(each))
    const same = last && JSON.stringify(last.rules) === JSON.stringify(each.rules)
    if (same && last.problem.from === each.problem.from) continue
    if (same && last.problem.until === each.problem.from) last.problem.until = each.problem.until
    else told.push(each)
  }
  return told
}

const order = (a: Unmet, b: Unmet): number =>
  a.problem.from < b.problem.from ? -1 : a.problem.from > b.problem.from ? 1 : seatName(a) < seatName(b) ? -1 : 1
const seatName = ({ problem }: Unmet): string => `${problem.code} ${problem.code === 'gap' ? problem.seat : ''}`
