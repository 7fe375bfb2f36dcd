import type { Held } from './grievance-story'

/** A month by unit: every number counts reports, never steps, so that each opens exactly as many as it says. */

export const columns = [
  'held',
  'accepted',
  'responded',
  'resolved',
  'satisfied',
  'overdue',
  'returned',
  'remind',
  'urge',
  'supervise',
  'transfer',
  'unreached',
  'by-code',
] as const
export type Column = (typeof columns)[number]
/** Those that are shares: what they are a share of without what they count is what was not kept. */
export const shares: readonly Column[] = ['accepted', 'responded', 'resolved', 'satisfied']

export type Count = { n: number; of: number }
export type Numbers = Record<Column, Count>
/** A number that isn't told is `hidden`, and nothing stands in it. */
export type Shown = Count & { hidden?: true }

/** Whether a report is counted in a column, and among what; undefined where it isn't even among it. */
const COUNTS: Record<Column, (held: Held) => boolean | undefined> = {
  held: ({ held }) => held || undefined,
  accepted: ({ verdicts }) => inTime(verdicts.accepted),
  responded: ({ verdicts }) => inTime(verdicts.responded),
  resolved: ({ verdicts }) => inTime(verdicts.resolved),
  // Explained or not solvable, she is asked all the same: only who wasn't reached, or has no number, isn't.
  satisfied: ({ satisfied }) => satisfied,
  overdue: (each) => (each.held || isOverdue(each) ? isOverdue(each) : undefined),
  returned: ({ held, returned }) => (held ? returned : undefined),
  remind: (held) => hasRung(held, 'remind'),
  urge: (held) => hasRung(held, 'urge'),
  supervise: (held) => hasRung(held, 'supervise'),
  transfer: (held) => hasRung(held, 'transfer'),
  unreached: ({ held, ended }) => (held ? ended === 'unreached' : undefined),
  'by-code': ({ held, ended }) => (held ? ended === 'by-code' : undefined),
}
const inTime = (verdict: 'kept' | 'missed' | undefined) => verdict && verdict === 'kept'
const isOverdue = ({ verdicts: { passed, responded, resolved } }: Held) =>
  [passed, responded, resolved].includes('missed')
const hasRung = ({ held, rungs }: Held, rung: Held['rungs'][number]) =>
  held || rungs.length > 0 ? rungs.includes(rung) : undefined

export const numbersOf = (held: readonly Held[]): Numbers =>
  Object.fromEntries(
    columns.map((column) => {
      const counted = held.map(COUNTS[column]).filter((counts) => counts !== undefined)
      return [column, { n: counted.filter(Boolean).length, of: counted.length }]
    }),
  ) as Numbers

/** The reports behind a number, newest first; `rest`: those that it is a share of and that are not in it. */
export const behind = (held: readonly Held[], column: Column, rest = false): Held[] =>
  held.filter((each) => COUNTS[column](each) === !rest).sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1))

export const byUnit = (held: readonly Held[]): Map<string, Held[]> => {
  const units = new Map<string, Held[]>()
  for (const each of held) units.set(each.unit, [...(units.get(each.unit) ?? []), each])
  return units
}

/**
 * The places among units of one level: by how many of the promises that came due were kept, answered in time, resolved
 * in time and the reporter content taken together. One report more with its promises kept never costs a place. With
 * fewer than `few` judged results nobody is ranked, so that sending people away wins none. Equal shares share a place.
 */
export function ranked(units: ReadonlyMap<string, Numbers>, few: number): Map<string, number> {
  const judged = [...units]
    .filter(([, { resolved }]) => resolved.of >= few)
    .map(([unit, each]) => ({ unit, ...promised(each) }))
  // a/b > c/d without dividing: equal shares are equal whatever they are of.
  const above = (one: Count, other: Count) => one.n * other.of > other.n * one.of
  return new Map(judged.map((each) => [each.unit, 1 + judged.filter((other) => above(other, each)).length]))
}

const promised = ({ responded, resolved, satisfied }: Numbers): Count => ({
  n: responded.n + resolved.n + satisfied.n,
  of: responded.of + resolved.of + satisfied.of,
})

/**
 * A unit's own numbers and the county's as that unit may see them. What counts fewer than `few` isn't told; nor is a
 * county's number from which, its own taken off, fewer than `few` elsewhere could be worked out.
 */
export function veiled(
  own: Numbers,
  total: Numbers,
  elsewhere: Numbers,
  few: number,
): { own: Record<Column, Shown>; total: Record<Column, Shown> } {
  const small = (count: number) => count > 0 && count < few
  // A share is told by what it is a share of; a number of reports also by how many it is.
  const told = (column: Column, { n, of }: Count) => (shares.includes(column) ? [of] : [n, of])
  const veil = (numbers: Numbers, beside: readonly Numbers[]) =>
    Object.fromEntries(
      columns.map((column): [Column, Shown] => {
        const cell = numbers[column]
        const counts = told(column, cell)
        // Of a report that two units had, the county's number less its own isn't what the others count together.
        const left = beside.flatMap((other) => {
          const counted = told(column, other[column])
          return [...counted, ...counts.map((count, at) => Math.abs(count - (counted[at] ?? 0)))]
        })
        return [column, [...counts, ...left].some(small) ? { n: 0, of: 0, hidden: true } : cell]
      }),
    ) as Record<Column, Shown>
  return { own: veil(own, []), total: veil(total, [elsewhere, own]) }
}
