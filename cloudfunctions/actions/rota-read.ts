import type { Parsed } from '@/contract/actions'
import type { Fairness, RotaBoard, ShiftView, WhoIsOn } from '@/contract/views'
import { type Refusal, refuse } from '@/domain/decider'
import { answering, answeringShifts, personShifts, whoIsOn } from '@/domain/rota'
import { fairness, type Ledger } from '@/domain/rota-fairness'
import type { RotaGiven } from '@/domain/rota-types'
import { after, dayOf, type Instant } from '@/domain/time'
import { whyText } from '@/words/rota'
import { onLeave } from '../rota-drafts'
import { everybodyForSeats, namedIn, peopleOf } from '../rota-people'
import {
  fairnessRow,
  hoursOf,
  isOwnSeat,
  type Names,
  overrideView,
  problemView,
  seatHead,
  shiftView,
  swapView,
} from '../rota-present'
import { around, type LoadedRota, loadRota } from '../rota-records'
import { type PublicationKept, publicationsId, readSheet } from '../rota-sheets'
import type { World } from '../world'
import type { Context, Result } from './binding'
import { givenFor, nameAll } from './rota-context'
import { problemsOf, publishedViews } from './rota-publish'

/** Who stands where, and what is wrong with it: nothing here changes anything. */

// So far around an instant a standing is followed to its ends.
const AROUND_DAYS = 9

export async function whoIsOnAt(
  { world, now }: Context,
  { seat, at = now }: Parsed<'rota.whoIsOn'>,
): Result<{ items: WhoIsOn[] }> {
  const span = around({ from: at, to: at }, AROUND_DAYS)
  const rota = await loadRota(world, span.from, span.to)
  if (!rota.seats.some(({ id }) => id === seat)) return refuse('seat.not-found')
  return { items: await standingIn(world, rota, seat, at) }
}

/** Everybody in the seat; where nobody is, whoever answers for it, and whether that is a gap or outside its hours. */
export async function standingIn(world: World, rota: LoadedRota, seat: string, at: Instant): Promise<WhoIsOn[]> {
  const on = whoIsOn(rota, seat, at, world.calendar)
  const answers = on.length > 0 ? undefined : answering(rota, seat, at, world.calendar, rota.leaders)
  const people = await peopleOf(world, answers ? [answers.person] : on.map(({ person }) => person))
  const called = (person: string) => {
    const { name = person, phone } = people.get(person) ?? {}
    return { person, name, ...(phone && { phone }) }
  }
  if (answers) {
    const { person, gap } = answers
    return [{ ...called(person), gap, why: whyText({ code: gap ? 'gap' : 'closed' }) }]
  }
  return on.map(({ person, from, until, why }) => ({ ...called(person), from, until, gap: false, why: whyText(why) }))
}

export async function shifts(
  context: Context,
  { seat, person, from, to }: Parsed<'rota.shifts'>,
): Promise<ShiftView[] | Refusal> {
  const { world } = context
  const span = around({ from, to })
  const rota = await loadRota(world, span.from, span.to)
  if (seat !== undefined) {
    if (!rota.seats.some(({ id }) => id === seat)) return refuse('seat.not-found')
    const names = await nameAll(context, rota)
    return answeringShifts(rota, seat, from, to, world.calendar, rota.leaders).map((one) => shiftView(one, names))
  }
  const names = await nameAll(context, rota, [person ?? ''].filter(Boolean))
  if (person === undefined || !names.record(person)) return refuse('person.not-found')
  return personShifts(rota, person, from, to, world.calendar).map(({ from: start, until: end, ...one }) =>
    shiftView({ ...one, start, end, gap: false }, names),
  )
}

export async function board(context: Context, { from, to }: Parsed<'rota.board'>): Result<RotaBoard> {
  const { world, actor } = context
  const span = around({ from, to })
  const [rota, given, staff, sheet] = await Promise.all([
    loadRota(world, span.from, span.to),
    givenFor(context),
    everybodyForSeats(world),
    readSheet<PublicationKept>(world, publicationsId),
  ])
  const names = await nameAll(context, rota)
  const within = (one: { from: Instant; to: Instant }) => one.from < to && from < one.to
  const days = { from: dayOf(from), to: dayOf(after(to, -1)) }
  const own = rota.seats.filter((seat) => isOwnSeat(seat, actor)).map(({ id }) => id)
  const problems = await problemsOf(context, rota, days, given, own)
  const { rows, average } = ledgerView(rota, from, to, given, names)
  const published = sheet.items.filter((one) => one.from <= days.to && days.from <= one.to)
  return {
    seats: rota.seats.map((seat) => ({
      ...seatHead(seat, names, actor),
      shifts: answeringShifts(rota, seat.id, from, to, given.calendar, rota.leaders).map((one) =>
        shiftView(one, names),
      ),
    })),
    problems: problems.map((problem) => problemView(problem, names)),
    overrides: rota.overrides.filter(within).map((one) => overrideView(one, names)),
    swaps: rota.swaps.filter(within).map((one) => swapView(one, names, actor)),
    absences: rota.absences.filter(within).map(({ person, from, to, kind, why }) => ({
      person,
      name: names.person(person),
      from,
      to,
      kind,
      ...(why && { why }),
    })),
    people: staff.map(({ id, name, languages, roles }) => ({
      person: id,
      name,
      languages,
      roles: [...new Set(roles.map(({ role }) => role as string))],
    })),
    published: await publishedViews(context, published, from),
    fairness: rows,
    average,
  }
}

function ledgerView(rota: LoadedRota, from: Instant, to: Instant, given: RotaGiven, names: Names) {
  const people = [...namedIn(rota)].filter((id) => names.record(id))
  const ledger: Ledger = fairness(onLeave(rota), from, to, people, given)
  return { rows: ledger.rows.map((row) => fairnessRow(row, names)), average: hoursOf(ledger.mean), gini: ledger.gini }
}

/** Whoever manages no rota sees only his own line, beside what it is on the average. */
export async function fairnessOf(context: Context, { from, to }: Parsed<'rota.fairness'>): Result<Fairness> {
  const { world, actor } = context
  const span = around({ from, to })
  const [rota, given] = await Promise.all([loadRota(world, span.from, span.to), givenFor(context)])
  const { rows, average, gini } = ledgerView(rota, from, to, given, await nameAll(context, rota))
  const all = actor.role === 'centre' || actor.role === 'supervisor'
  const { policy } = given
  return {
    items: all ? rows : rows.filter(({ person }) => person === actor.id),
    average,
    gini: Math.round(gini * 1000) / 1000,
    weights: {
      night: policy['rota.nightWeight'],
      weekend: policy['rota.weekendWeight'],
      holiday: policy['rota.holidayWeight'],
    },
  }
}
