import type { Book, Person } from '@/domain/rota-draft-book'
import type { Slot } from '@/domain/rota-draft-slots'

/**
 * As hospitals do it (Constantino and others, "A heuristic algorithm for nurse scheduling with balanced preference
 * satisfaction", 2011): first every place is filled in turn, the hardest first; then people are moved and exchanged as
 * long as that makes the month better. Whatever is still open in between is made room for.
 */
export function search(book: Book, slots: readonly Slot[], candidates: readonly (readonly Person[])[]): void {
  const scarce = (slot: Slot) => candidates[slot.index]?.length ?? 0
  const inOrder = [...slots].sort((a, b) => a.from - b.from || scarce(a) - scarce(b) || a.index - b.index)
  for (const slot of inOrder) fill(book, slot, candidates)
  for (const slot of inOrder) if (!book.stands[slot.index]) makeRoom(book, slots, slot, candidates, DEPTH, new Set())
  improve(book, slots, candidates)
}

/** How many people may be moved one after another to make room. */
const DEPTH = 3
/** A bound on the work, not on the time: the same request does the same steps on every machine. */
const MOST_TRIES = 6_000_000

/** Puts the cheapest person who may stand here. */
function fill(book: Book, slot: Slot, candidates: readonly (readonly Person[])[]): boolean {
  let best: Person | undefined
  let bestCost = Number.POSITIVE_INFINITY
  for (const person of candidates[slot.index] ?? []) {
    if (book.blocked(person, slot) || !book.meetsNeeds(person, slot)) continue
    const cost = book.costOf(person, undefined, slot) - person.cost + book.muteChange(slot, undefined, person)
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
  let tries = 0
  for (let round = 0, better = true; better && tries < MOST_TRIES; round++) {
    if (globalThis.process?.env?.DBG) console.error(round, tries, book.cost().toFixed(1))
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
        if (stale(from, person)) continue
        tries += 1
        if (give(book, slot, person)) done(from, person)
      }
    }
    for (const [n, one] of slots.entries()) {
      for (let m = n + 1; m < slots.length && tries < MOST_TRIES; m++) {
        const other = slots[m]
        if (!other) break
        const [a, b] = [book.stands[one.index], book.stands[other.index]]
        if (a === b || stale(a, b)) continue
        tries += 1
        if (exchange(book, one, other, may)) done(a, b)
      }
    }
  }
  function unchanged(person: Person | undefined, round: number): boolean {
    return person === undefined || (changedIn.get(person) ?? -1) < round - 1
  }
}

function give(book: Book, slot: Slot, to: Person): boolean {
  const from = book.stands[slot.index]
  if (!from || from === to) return false
  const change = book.costOf(from, slot) + book.costOf(to, undefined, slot) + book.muteChange(slot, from, to)
  if (change >= from.cost + to.cost - TINY || book.blocked(to, slot)) return false
  book.lift(slot)
  const fits = book.meetsNeeds(to, slot)
  book.place(slot, fits ? to : from)
  return fits
}

function exchange(book: Book, one: Slot, other: Slot, may: readonly ReadonlySet<Person>[]): boolean {
  const a = book.stands[one.index]
  const b = book.stands[other.index]
  if (!a || !b || a === b || !may[one.index]?.has(b) || !may[other.index]?.has(a)) return false
  const change = book.costOf(a, one, other) + book.costOf(b, other, one)
  if (change >= a.cost + b.cost - TINY && a.mongolian === b.mongolian) return false
  // At the same minutes it is the same people who speak; where two overlap only in part we don't reckon, we let it be.
  const same = one.from === other.from && one.to === other.to
  if (!same && a.mongolian !== b.mongolian && one.from < other.to && other.from < one.to) return false
  const mute = same ? 0 : book.muteChange(one, a, b) + book.muteChange(other, b, a)
  if (change + mute >= a.cost + b.cost - TINY) return false
  book.lift(one)
  book.lift(other)
  if (!book.blocked(b, one) && !book.blocked(a, other) && book.meetsNeeds(b, one)) {
    book.place(one, b)
    if (book.meetsNeeds(a, other)) {
      book.place(other, a)
      return true
    }
    book.lift(one)
  }
  book.place(one, a)
  book.place(other, b)
  return false
}
