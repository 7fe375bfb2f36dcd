import type { Travel } from './circle'
import { after, type Day, dayOf, type Instant, MINUTE, nextDay } from './time'
import type { VisitWay } from './visit-types'

/**
 * What a person's day holds: one document a person and day, written in the save of every visit that takes, keeps or
 * gives back an hour of it. Two who want the same hour at once meet here, and one of them wins.
 */
export type Taken = {
  matter: string
  slot: string
  way: VisitWay
  start: Instant
  end: Instant
  /** Where it is: the town, for the way there and on. */
  town: string
  village?: string
  /** The account that booked or holds it. */
  by?: string
  /** A hold, an offer or room that is kept: free again at this instant. */
  until?: Instant
}
export type DayBook = { person: string; day: Day; taken: Taken[] }

/** What stands in the book at `now`: holds that ran out don't count. */
export const standingIn = ({ taken }: DayBook, now: Instant): Taken[] =>
  taken.filter(({ until }) => until === undefined || until > now)

/**
 * Whether `wanted` fits beside what others have: in its own slot while there is room (`capacity`), else overlapping
 * nobody, with the way between towns where the county's table tells its minutes. What its own matter has doesn't count.
 */
export function fits(
  books: readonly DayBook[],
  wanted: Taken,
  capacity: number,
  travel: readonly Travel[],
  now: Instant,
): 'free' | 'taken' | 'unreachable' {
  const others = everythingIn(books, now).filter(({ matter }) => matter !== wanted.matter)
  if (others.filter(({ slot }) => slot === wanted.slot).length >= capacity) return 'taken'
  if (others.some((one) => overlaps(one, wanted) && !isShared(one, wanted))) return 'taken'
  return others.every((one) => reaches(one, wanted, travel)) ? 'free' : 'unreachable'
}

/** Each once: what runs past midnight lies in two books. */
export function everythingIn(books: readonly DayBook[], now: Instant): Taken[] {
  const standing = books.flatMap((book) => standingIn(book, now))
  return [...new Map(standing.map((one) => [`${one.matter} ${one.slot}`, one])).values()]
}

const overlaps = (one: { start: Instant; end: Instant }, other: { start: Instant; end: Instant }): boolean =>
  one.start < other.end && other.start < one.end

/** The same hour of the same person; nobody is at home in two towns at once. */
const isShared = (one: Taken, other: Taken): boolean =>
  one.slot === other.slot && (one.way !== 'home' || one.town === other.town)

/** Who telephones may do so from anywhere. */
const isSomewhere = ({ way }: Taken): boolean => way === 'office' || way === 'home'

/** Whether there is time for the way from the earlier one to the later one; no limit where the table has no row for it. */
function reaches(one: Taken, other: Taken, travel: readonly Travel[]): boolean {
  if (!isSomewhere(one) || !isSomewhere(other) || one.town === other.town) return true
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  const row = travel.find(({ from, to }) => from === first.town && to === second.town)
  return !row || after(first.end, row.minutes * MINUTE) <= second.start
}

/** The book with what this matter has in it replaced by `taken`; what ran out is dropped. */
export const withTaken = (book: DayBook, matter: string, taken: readonly Taken[], now: Instant): DayBook => ({
  ...book,
  taken: [...standingIn(book, now).filter((one) => one.matter !== matter), ...taken],
})

/**
 * The days whose books decide about this span: those it lies in, and those that the longest way of the table reaches to.
 * Who writes all of them meets whoever takes an hour just beyond midnight.
 */
export function daysAround({ start, end }: { start: Instant; end: Instant }, travel: readonly Travel[]): Day[] {
  const longest = Math.max(0, ...travel.map(({ minutes }) => minutes)) * MINUTE
  return daysTouching(after(start, -longest), after(end, longest))
}

/** Every day that `[from, to)` touches. */
export function daysTouching(from: Instant, to: Instant): Day[] {
  const days: Day[] = []
  const last = dayOf(after(to, from < to ? -1 : 0))
  for (let day = dayOf(from); day <= last; day = nextDay(day)) days.push(day)
  return days
}
