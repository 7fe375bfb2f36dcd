import type { Absence } from '@/domain/rota-types'
import { after, type Instant, instantOf, MINUTE, msBetween, msOf } from '@/domain/time'
import type { RosterKept } from './rota-records'

/** A roster of a month as it lies in the store: each person once, each shift as minutes from the roster's beginning. */
type Packed = Omit<RosterKept, 'shifts'> & { who: string[]; rows: [person: number, from: number, minutes: number][] }

export function packed({ shifts, ...roster }: RosterKept): Packed {
  const who = [...new Set(shifts.map(({ person }) => person))]
  const minutes = (from: Instant, to: Instant) => msBetween(from, to) / MINUTE
  return {
    ...roster,
    who,
    rows: shifts.map(({ person, from, to }) => [who.indexOf(person), minutes(roster.from, from), minutes(from, to)]),
  }
}

export function unpacked(stored: unknown): RosterKept {
  const { who, rows, ...roster } = stored as Packed
  // Rounded: a part of a minute may not come back as the very millisecond it was.
  const at = (minutes: number) => after(roster.from, Math.round(minutes * MINUTE))
  return {
    ...roster,
    shifts: rows.map(([person, from, long]) => ({ person: who[person] ?? '', from: at(from), to: at(from + long) })),
  }
}

type PackedAbsence = [id: string, person: string, kind: Absence['kind'], from: number, to: number, at: number]

/** Without its reason, which lies sealed beside it. */
export const packedAbsence = ({ id, person, kind, from, to, at }: Absence): PackedAbsence => [
  id,
  person,
  kind,
  msOf(from),
  msOf(to),
  msOf(at),
]
export function unpackedAbsence(stored: unknown): Absence {
  const [id, person, kind, from, to, at] = stored as PackedAbsence
  return { id, person, kind, from: instantOf(from), to: instantOf(to), at: instantOf(at) }
}
