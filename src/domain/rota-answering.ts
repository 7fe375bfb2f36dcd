import type { Calendar } from '@/domain/calendar'
import { neededIn } from '@/domain/rota-seat'
import { byFrom, merged, rest } from '@/domain/rota-spans'
import type { Answering, AnswerShift, Rota, Span } from '@/domain/rota-types'
import type { RotaWindow } from '@/domain/rota-window'
import { after, type Instant } from '@/domain/time'

/** A seat that is asked about, and who answers when even the centre's duty seat has nobody, first to last. */
export type Asked = { rota: Rota; seat: string; calendar: Calendar; leaders: readonly string[] }

/** Who answers at the instant; a gap is told only within the seat's hours. Undefined where there is no leader. */
export function answersAt(asked: Asked, at: Instant, window: RotaWindow): Answering | undefined {
  const { seat } = asked
  const own = window.on(seat, at)[0]?.person
  if (own !== undefined) return { person: own, seat, gap: false }
  const person = standIn(asked, at, window)
  return person === undefined ? undefined : { person, seat, gap: needed(asked, at, after(at, 1)).length > 0 }
}

/**
 * Everybody who answers over `[from, to)`: whoever stands in the seat and, where nobody does, who answers instead,
 * changing over at the minute at which that changes.
 */
export function answerShifts(asked: Asked, from: Instant, to: Instant, window: RotaWindow): AnswerShift[] {
  const { rota, seat } = asked
  const own = window.shifts(seat, from, to)
  const standing = own.map(
    ({ person, from: start, until: end, why }): AnswerShift => ({ start, end, person, gap: false, why }),
  )
  const covered = merged(own)
  const centre = centreOf(rota)
  const edges = [
    ...(centre ? window.shifts(centre.id, from, to).flatMap((shift) => [shift.from, shift.until]) : []),
    ...needed(asked, from, to).flatMap((span) => [span.from, span.until]),
    ...(rota.absences ?? []).filter(({ person }) => named(asked).includes(person)).flatMap((a) => [a.from, a.to]),
  ]
  const empty = rest(covered, from, to).flatMap((span) => cutAt(span, edges))
  const instead: AnswerShift[] = []
  for (const span of empty) {
    const person = standIn(asked, span.from, window)
    if (person === undefined) continue
    const gap = needed(asked, span.from, span.until).length > 0
    const last = instead.at(-1)
    if (last?.end === span.from && last.person === person && last.gap === gap) last.end = span.until
    else instead.push({ start: span.from, end: span.until, person, gap, why: { code: gap ? 'gap' : 'closed' } })
  }
  return [...standing, ...instead].sort((a, b) => byFrom({ from: a.start }, { from: b.start }))
}

/**
 * The centre's duty seat, else its head, else the leaders: the first of them who isn't away. If all are, the first
 * all the same: nothing resolves to nobody.
 */
function standIn(asked: Asked, at: Instant, window: RotaWindow): string | undefined {
  const centre = centreOf(asked.rota)
  const standing = centre && window.on(centre.id, at)[0]?.person
  if (standing !== undefined) return standing
  const away = (asked.rota.absences ?? []).filter((absence) => absence.from <= at && at < absence.to)
  const all = named(asked)
  return all.find((person) => !away.some((absence) => absence.person === person)) ?? all[0]
}

const centreOf = (rota: Rota) => rota.seats.find(({ kind }) => kind === 'centre')

function named({ rota, leaders }: Asked): string[] {
  const head = centreOf(rota)?.head
  return head === undefined ? [...leaders] : [head, ...leaders]
}

const needed = ({ rota, seat, calendar }: Asked, from: Instant, to: Instant): Span[] =>
  neededIn(rota.seats.find(({ id }) => id === seat) ?? {}, from, to, calendar)

function cutAt({ from, until }: Span, edges: readonly Instant[]): Span[] {
  const starts = [...new Set([from, ...edges.filter((edge) => from < edge && edge < until)])].sort()
  return starts.map((start, n) => ({ from: start, until: starts[n + 1] ?? until }))
}
