import type {
  FairnessRow,
  HandOverView,
  OverrideView,
  ProblemView,
  Published,
  SeatView,
  ShiftView,
  SwapView,
} from '@/contract/views'
import type { Actor } from '@/domain/decider'
import type { LedgerRow } from '@/domain/rota-fairness'
import type { AnswerShift, HandOver, Layer, Override, RotaProblem, Seat, Swap } from '@/domain/rota-types'
import { languageTexts } from '@/words/aid'
import { whyText } from '@/words/rota'
import { problemSentence } from '@/words/rota-problems'
import type { PersonRecord } from './records'
import { namedIn, peopleOf, type SeatNames, seatNames } from './rota-people'
import type { LoadedRota } from './rota-records'
import type { PublicationKept } from './rota-sheets'
import type { World } from './world'

/** The rota as its pages read it: every id with the name that people know. */
export type Names = {
  person: (id: string) => string
  record: (id: string) => PersonRecord | undefined
  seat: SeatNames & { unit: SeatNames }
}

/** Everybody and every seat that this rota names, read once. */
export async function namesFor(world: World, rota: LoadedRota, more: string[] = []): Promise<Names> {
  const heads = rota.seats.flatMap(({ head }) => head ?? [])
  const [people, seat] = await Promise.all([
    peopleOf(world, [...namedIn(rota), ...rota.leaders, ...heads, ...more]),
    seatNames(world, rota),
  ])
  return { person: (id) => people.get(id)?.name ?? id, record: (id) => people.get(id), seat }
}

const called = (id: string, { person }: Names) => ({ person: id, name: person(id) })

export function shiftView({ start, end, person, gap, why }: AnswerShift, names: Names): ShiftView {
  const languages = names.record(person)?.languages.map((language) => languageTexts[language] ?? language)
  return {
    start,
    end,
    person,
    name: names.person(person),
    ...(gap && { gap: true as const }),
    why: whyText(why),
    ...(languages && { languages }),
  }
}

export const overrideView = (override: Override, names: Names): OverrideView => ({
  id: override.id,
  override: override.id,
  seat: override.seat,
  from: override.from,
  to: override.to,
  kind: override.kind,
  ...(override.in && { in: called(override.in, names) }),
  ...(override.out && { out: called(override.out, names) }),
  why: override.why,
  ...(override.by && { by: override.by.name }),
  ...(override.approvedAt && { at: override.approvedAt }),
})

export const swapView = (swap: Swap, names: Names, actor: Pick<Actor, 'id'>): SwapView => ({
  id: swap.id,
  seat: swap.seat,
  seatText: names.seat(swap.seat),
  from: swap.from,
  to: swap.to,
  person: called(swap.person, names),
  with: called(swap.with, names),
  ...(swap.return && { return: { from: swap.return.from, to: swap.return.to } }),
  state: swap.state,
  askedAt: swap.askedAt,
  mine: swap.state === 'asked' && swap.with === actor.id,
})

export const problemView = (problem: RotaProblem, names: Names): ProblemView => ({
  code: problem.code,
  ...('seat' in problem && { seat: problem.seat }),
  ...('person' in problem && { person: problem.person }),
  from: problem.from,
  until: problem.until,
  text: problemSentence(problem, names.person, names.seat),
})

export const publishedView = (done: PublicationKept, names: Names): Published => ({
  from: done.from,
  to: done.to,
  by: done.by.name,
  at: done.at,
  ...(done.force && { force: done.force }),
  problems: done.problems.map((problem) => problemView(problem, names)),
})

export const handOverView = (note: HandOver, names: Names, mine: boolean): HandOverView => ({
  handOver: note.id,
  seat: note.seat,
  seatText: names.seat(note.seat),
  at: note.at,
  by: note.by.name,
  note: note.note,
  ...(note.seen && { seen: { by: note.seen.by.name, at: note.seen.at } }),
  mine,
})

type SeatHead = Omit<SeatView, 'layers'>
export const seatHead = (seat: Seat, names: Names, actor: Actor): SeatHead => ({
  seat: seat.id,
  kind: seat.kind,
  name: names.seat(seat.id),
  ...(seat.unit && { unit: seat.unit, unitName: names.seat.unit(seat.unit) }),
  minimum: seat.minimum ?? 1,
  languages: seat.languages ?? [],
  subjects: seat.subjects ?? [],
  ...(seat.hours && { hours: seat.hours }),
  ...(seat.shared && { shared: true }),
  ...(seat.head && { head: seat.head }),
  mine: isOwnSeat(seat, actor),
})

export const layerView = (layer: Layer, names: Names): SeatView['layers'][number] => ({
  layer: layer.id ?? '',
  people: layer.people.map((id) => called(id, names)),
  every: layer.every,
  handover: layer.handover,
  anchor: layer.anchor,
  ...(layer.from && { from: layer.from }),
  ...(layer.to && { to: layer.to }),
  priority: layer.priority,
})

/** The centre has every seat, a town those of its own unit. */
export const isOwnSeat = ({ unit }: Pick<Seat, 'unit'>, actor: Actor): boolean =>
  actor.role === 'centre' || (actor.role === 'town' && unit !== undefined && unit === actor.unit)

const hours = (minutes: number): number => Math.round(minutes / 6) / 10
export const fairnessRow = (
  { person, minutes, weighted, nights, weekends, holidays }: LedgerRow,
  names: Names,
): FairnessRow => ({
  person,
  name: names.person(person),
  hours: hours(minutes),
  weighted: hours(weighted),
  nights,
  weekends,
  holidays,
})
export { hours as hoursOf }
