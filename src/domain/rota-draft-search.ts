import type { Book, Person } from '@/domain/rota-draft-book'
import type { Slot } from '@/domain/rota-draft-slots'

/**
 * As hospitals do it (Constantino and others, "A heuristic algorithm for nurse scheduling with balanced preference
 * satisfaction", 2011): first every place is filled in turn, the hardest first; then people are moved and exchanged as
 * long as that makes the month better. Whatever is still open in between is made room for.
 */
export function search(book: Book, slots: readonly Slot[], candidates: readonly (readonly Person[])[]): void {
  const scarce = (slot: Slot) => candidates[slot.index]?.length ?? 0
  // Nights first: whoever stands by day can't, and the few who are left would stand each of them.
  const inOrder = [...slots].sort(
    (a, b) => Number(b.night) - Number(a.night) || a.from - b.from || scarce(a) - scarce(b) || a.index - b.index,
  )
  for (const slot of inOrder) fill(book, slot, candidates)
  for (const slot of inOrder) if (!book.stands[slot.index]) makeRoom(book, slots, slot, candidates, DEPTH, new Set())
  improve(book, slots, candidates)
}

/** How many people may be moved one after another to make room. */
const DEPTH = 3
/** A bound on the work, in shifts looked at, not on the time: the same request does the same steps on every machine. */
const MOST_WORK = 30_000_000

/** Puts the cheapest person who may stand here. */
function fill(book: Book, slot: Slot, candidates: readonly (readonly Person[])[]): boolean {
  let best: Person | undefined
  let bestCost = Number.POSITIVE_INFINITY
  for (const person of candidates[slot.index] ?? []) {
    if (book.blocked(person, slot) || !book.meetsNeeds(person, slot)) continue
    const cost = book.costOf(person, [], [slot]) - person.cost + book.muteChange(slot, undefined, person)
    if (cost >= bestCost - TINY) continue
    best = person
    bestCost = cost
  }
  if (best) book.place(slot, best)
  return best !== undefined
}

/** Moves whoever stands in the way of this place to nowhere and finds others for what he held; undone if that fails. */
function makeRoom(
  book: Book,
  slots: readonly Slot[],
  slot: Slot,
  candidates: readonly (readonly Person[])[],
  depth: number,
  busy: Set<number>,
): boolean {
  if (fill(book, slot, candidates)) return true
  if (depth === 0) return false
  busy.add(slot.index)
  for (const person of candidates[slot.index] ?? []) {
    const block = book.blocked(person, slot)
    if (!block || block.firm || block.slots.length > 2 || block.slots.some((n) => busy.has(n))) continue
    if (!book.meetsNeeds(person, slot)) continue
    const freed = block.slots.flatMap((n) => slots[n] ?? [])
    const undo = snapshot(book, slots)
    for (const each of freed) book.lift(each)
    if (!book.blocked(person, slot)) {
      book.place(slot, person)
      if (freed.every((each) => makeRoom(book, slots, each, candidates, depth - 1, busy))) {
        busy.delete(slot.index)
        return true
      }
    }
    undo()
  }
  busy.delete(slot.index)
  return false
}

function snapshot(book: Book, slots: readonly Slot[]): () => void {
  const was = [...book.stands]
  return () => {
    const changed = slots.filter(({ index }) => book.stands[index] !== was[index])
    for (const slot of changed) book.lift(slot)
    for (const slot of changed) {
      const person = was[slot.index]
      if (person) book.place(slot, person)
    }
  }
}

const TINY = 1e-9

/**
 * Gives shifts to others and exchanges them while that makes the month better. Whose month hasn't changed since he was
 * last looked at isn't looked at again.
 */
function improve(book: Book, slots: readonly Slot[], candidates: readonly (readonly Person[])[]): void {
  const may = candidates.map((people) => new Set(people))
  const changedIn = new Map<Person, number>()
  let work = 0
  for (let round = 0, better = true; better && work < MOST_WORK; round++) {
    better = false
    const stale = (one: Person | undefined, other: Person | undefined) =>
      round > 0 && unchanged(one, round) && unchanged(other, round)
    const done = (...people: (Person | undefined)[]) => {
      for (const person of people) if (person) changedIn.set(person, round)
      better = true
    }
    for (const slot of slots) {
      for (const person of candidates[slot.index] ?? []) {
        const from = book.stands[slot.index]
        if (!from || from === person || stale(from, person)) continue
        work += from.held.length + person.held.length
        if (give(book, [slot], person, may)) done(from, person)
        else if (slot.shared && book.leads(from, slot) && give(book, book.together(from, slot), person, may))
          done(from, person)
      }
    }
    for (const [n, one] of slots.entries()) {
      const first = book.stands[one.index]
      if (!first || !book.leads(first, one)) continue
      for (let m = n + 1; m < slots.length && work < MOST_WORK; m++) {
        const other = slots[m]
        if (!other) break
        const [a, b] = [book.stands[one.index], book.stands[other.index]]
        if (!a || !b || a === b || stale(a, b)) continue
        work += a.held.length + b.held.length
        if (exchange(book, one, other, may)) done(a, b)
      }
    }
  }
  function unchanged(person: Person | undefined, round: number): boolean {
    return person === undefined || (changedIn.get(person) ?? -1) < round - 1
  }
}

type May = readonly ReadonlySet<Person>[]
const indexes = (slots: readonly Slot[]) => slots.map(({ index }) => index)
const mayAll = (slots: readonly Slot[], person: Person, may: May) => slots.every(({ index }) => may[index]?.has(person))

/** These slots, all of one stretch and one person, to somebody else. */
function give(book: Book, slots: readonly Slot[], to: Person, may: May): boolean {
  const [first] = slots
  const from = first && book.stands[first.index]
  if (!from || !mayAll(slots, to, may)) return false
  const mute = book.muteChange(first, from, to, slots.length)
  const cost = book.costOf(from, indexes(slots)) + book.costOf(to, [], slots) + mute
  return cost < from.cost + to.cost - TINY && rearrange(book, [[slots, from, to]])
}

/** What one has at these minutes for what the other has at those. */
function exchange(book: Book, one: Slot, other: Slot, may: May): boolean {
  const a = book.stands[one.index]
  const b = book.stands[other.index]
  if (!a || !b || !may[one.index]?.has(b) || !may[other.index]?.has(a)) return false
  // Several seats at once are one shift, and are looked at once.
  if (!book.leads(b, other) || !book.leads(a, one)) return false
  const mine = one.shared ? book.together(a, one) : [one]
  const yours = other.shared ? book.together(b, other) : [other]
  if (!mayAll(mine, b, may) || !mayAll(yours, a, may)) return false
  const change = book.costOf(a, indexes(mine), yours) + book.costOf(b, indexes(yours), mine)
  if (change >= a.cost + b.cost - TINY && a.mongolian === b.mongolian) return false
  // At the same minutes it is the same people who speak; where two overlap only in part we don't reckon, we let it be.
  const same = one.from === other.from && one.to === other.to
  if (!same && a.mongolian !== b.mongolian && one.from < other.to && other.from < one.to) return false
  const mute = same ? 0 : book.muteChange(one, a, b, mine.length) + book.muteChange(other, b, a, yours.length)
  if (change + mute >= a.cost + b.cost - TINY) return false
  return rearrange(book, [
    [mine, a, b],
    [yours, b, a],
  ])
}

/** Moves each group from one person to another; all of it, or nothing where a hard rule forbids any. */
function rearrange(book: Book, moves: readonly (readonly [readonly Slot[], Person, Person])[]): boolean {
  for (const [slots] of moves) for (const slot of slots) book.lift(slot)
  const fits = moves.every(([slots, , to]) =>
    slots.every((slot) => {
      if (book.blocked(to, slot) || !book.meetsNeeds(to, slot)) return false
      book.place(slot, to)
      return true
    }),
  )
  if (fits) return true
  for (const [slots] of moves) for (const slot of slots) book.lift(slot)
  for (const [slots, from] of moves) for (const slot of slots) book.place(slot, from)
  return false
}
