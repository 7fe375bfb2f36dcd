import type { Output, Parsed } from '@/contract/actions'
import type { CalendarLink, SwapView } from '@/contract/views'
import { isRefusal, refuse } from '@/domain/decider'
import { answering, personShifts } from '@/domain/rota'
import { decideAway, decideLeave, decideLeaveBack, decideSwapAnswer, decideSwapAsk } from '@/domain/rota-edits'
import type { Absence, Swap } from '@/domain/rota-types'
import { after, DAY, dayOf, type Instant } from '@/domain/time'
import { calendarToken } from '../rota-calendar-token'
import { changeRota } from '../rota-change'
import { letter } from '../rota-letters'
import { seatNames } from '../rota-people'
import { shiftView, swapView } from '../rota-present'
import { type Letter, type LoadedRota, loadRota, monthsOf } from '../rota-records'
import { readSheet, readSheets, sheetWrite, type Wish, wishesId } from '../rota-sheets'
import type { World } from '../world'
import { type Context, type Result, requestOf } from './binding'
import { idOf, nameAll, strangers } from './rota-context'
import { notesFor } from './rota-notes'

/** What somebody who stands in seats does for himself: his shifts, leave, an hour in court, swaps, wishes. */

export async function mine(context: Context, { from, to }: Parsed<'rota.mine'>): Result<Output<'rota.mine'>> {
  const { world, actor, now } = context
  const sheets = monthsOf(from, to).map(wishesId)
  const [rota, wishes] = await Promise.all([loadRota(world, from, to), readSheets<Wish>(world, sheets)])
  const [names, handOvers] = await Promise.all([nameAll(context, rota), notesFor(context)])
  const within = (span: { from: Instant; to: Instant }) => span.from < span.to && span.from < to && from < span.to
  const own = rota.absences.filter(({ person }) => person === actor.id)
  // An hour that reaches past the span's end is still going on.
  const away = own.find((one) => one.kind === 'away' && one.from <= now && now < one.to)
  return {
    shifts: personShifts(rota, actor.id, from, to, world.calendar).map(
      ({ seat, from: start, until: end, ...shift }) => ({
        ...shiftView({ ...shift, start, end, gap: false }, names),
        seat,
        seatText: names.seat(seat),
      }),
    ),
    swaps: rota.swaps
      .filter((swap) => [swap.person, swap.with].includes(actor.id) && (swap.state === 'asked' || within(swap)))
      .map((swap) => swapView(swap, names, actor)),
    ...(away && { awayUntil: away.to }),
    handOvers,
    leaves: own
      .filter((one) => one.kind === 'leave' && within(one))
      .map(({ id, from, to, why }) => ({ leave: id, from, to, ...(why && { why }) })),
    wishes: wishes
      .flatMap(({ items }) => items)
      .filter(({ person, day }) => person === actor.id && dayOf(from) <= day && day <= dayOf(to))
      .map(({ day, rather, note }) => ({ day, rather, ...(note && { note }) })),
  }
}

export async function leave(context: Context, input: Parsed<'rota.leave'>): Result<Output<'rota.leave'>> {
  const { world, actor } = context
  const { requestId, from, to, why, cover, person = actor.id } = input
  if (person !== actor.id && actor.role !== 'centre') return refuse('permission.role')
  const unknown = await strangers(context, { cover, ...(person !== actor.id && { person }) })
  if (unknown.length > 0) return { invalid: unknown }
  const id = idOf(context, 'leave', requestId)
  const changed = await changeRota(world, context, {
    about: { from, to },
    request: requestOf(context, input),
    decide: async (rota, given) => {
      const asked = { id, person, from, to, ...(why && { why }), ...(cover && { cover }) }
      const decided = decideLeave(rota, asked, given)
      if (isRefusal(decided)) return decided
      const { absence, swaps } = decided
      const names = await nameAll(context, rota, [person, ...(cover ? [cover] : [])])
      const said = { edit: id, at: given.now }
      const params = { person: names.person(person), from, to, ...(cover && { cover: names.person(cover) }) }
      const letters = [
        ...letter({ ...said, template: 'rota.leave', params }, [dutyOf(world, rota, given.now)], actor),
        ...swaps.flatMap((swap) => swapAsked(swap, names.person(person), names.seat, given.now)),
      ]
      const next = { ...rota, absences: [...rota.absences, absence], swaps: [...rota.swaps, ...swaps] }
      return { next, answer: id, letters }
    },
  })
  if (!('answer' in changed)) return changed
  const names = await nameAll(context, changed.rota)
  const swaps = changed.rota.swaps.filter((swap) => swap.leave === changed.answer)
  return { id: changed.answer, leave: changed.answer, swaps: swaps.map((swap) => swapView(swap, names, actor)) }
}

/** A leave that was a mistake, or is no longer needed: she stands again where the rota has her. */
export async function leaveBack(context: Context, input: Parsed<'rota.leaveBack'>): Result<{ leave: string }> {
  const { world, now, actor } = context
  const wide = await loadRota(world, after(now, -LOOK / 10), after(now, LOOK))
  const found = wide.absences.find(({ id }) => id === input.leave)
  if (!found) return refuse('leave.not-found')
  const changed = await changeRota(world, context, {
    about: found,
    request: requestOf(context, input),
    decide: async (rota, given) => {
      const decided = decideLeaveBack(rota, input.leave, given)
      if (isRefusal(decided)) return decided
      const { absence, swaps } = decided
      const names = await nameAll(context, rota, [absence.person])
      const { from, to } = found
      const said = {
        edit: `${absence.id}:back`,
        at: given.now,
        params: { person: names.person(absence.person), from, to },
      }
      const whom = [dutyOf(world, rota, given.now), ...swaps.map((swap) => swap.with)]
      const letters = letter({ ...said, template: 'rota.leave-back' }, whom, actor)
      const absences = rota.absences.map((one) => (one.id === absence.id ? absence : one))
      const ended = new Map(swaps.map((swap) => [swap.id, swap]))
      const next = { ...rota, absences, swaps: rota.swaps.map((one) => ended.get(one.id) ?? one) }
      return { next, answer: absence.id, letters }
    },
  })
  return 'answer' in changed ? { leave: changed.answer } : changed
}

/** Who answers for the centre's duty seat now. */
function dutyOf(world: World, rota: LoadedRota, now: Instant): string | undefined {
  const seat = rota.seats.find(({ kind }) => kind === 'centre')?.id ?? 'centre-duty'
  return answering(rota, seat, now, world.calendar, rota.leaders)?.person
}

function swapAsked(swap: Swap, by: string, seat: (id: string) => string, at: Instant): Letter[] {
  const params = { by, seat: seat(swap.seat), from: swap.from, to: swap.to }
  return letter({ edit: swap.id, at, template: 'rota.swap-asked', params }, [swap.with], { id: swap.person })
}

/** Again with another hour, the first one ends; without one, whoever was away is back. */
export async function away(context: Context, input: Parsed<'rota.away'>): Result<{ until?: Instant }> {
  const { world, now, actor } = context
  const { until, why } = input
  const id = idOf(context, 'away', input.requestId ?? `${now} ${until ?? ''}`)
  const changed = await changeRota(
    world,
    { actor },
    {
      about: { from: now, to: until ?? now },
      ...(input.requestId && { request: requestOf(context, { ...input, requestId: input.requestId }) }),
      decide: (rota, given) => {
        if (rota.absences.some((one) => one.id === id)) return { answer: until ?? '' }
        const decided = decideAway(rota, { id, ...(until && { until }), ...(why && { why }) }, given)
        if (isRefusal(decided)) return decided
        const { ended, absence } = decided
        if (ended.length === 0 && !absence) return { answer: '' }
        const cut = new Map(ended.map((one) => [one.id, one]))
        const others: Absence[] = rota.absences
          .map((one) => cut.get(one.id) ?? one)
          .filter((one) => !cut.has(one.id) || one.from < one.to)
        return { next: { ...rota, absences: [...others, ...(absence ? [absence] : [])] }, answer: until ?? '' }
      },
    },
  )
  if (!('answer' in changed)) return changed
  return changed.answer ? { until: changed.answer } : {}
}

export async function swapAsk(context: Context, input: Parsed<'rota.swapAsk'>): Result<SwapView> {
  const { world, actor } = context
  const { requestId, return: back, ...asked } = input
  const unknown = await strangers(context, { with: input.with })
  if (unknown.length > 0) return { invalid: unknown }
  const id = idOf(context, 'swap', requestId)
  const ends = [input.from, input.to, ...(back ? [back.from, back.to] : [])].sort()
  const changed = await changeRota(world, context, {
    about: { from: ends[0] ?? input.from, to: ends.at(-1) ?? input.to },
    request: requestOf(context, input),
    decide: async (rota, given) => {
      const swap = decideSwapAsk(rota, { ...asked, id, ...(back && { return: back }) }, given)
      if (isRefusal(swap)) return swap
      const letters = swapAsked(swap, actor.name, await seatNames(world, rota), given.now)
      return { next: { ...rota, swaps: [...rota.swaps, swap] }, answer: id, letters }
    },
  })
  return 'answer' in changed ? viewOf(context, changed.rota, changed.answer) : changed
}

async function viewOf(context: Context, rota: LoadedRota, id: string): Result<SwapView> {
  const swap = rota.swaps.find((one) => one.id === id)
  return swap ? swapView(swap, await nameAll(context, rota), context.actor) : refuse('swap.not-found')
}

const LOOK = 400 * DAY

export async function swapAnswer(context: Context, input: Parsed<'rota.swapAnswer'>): Result<SwapView> {
  const { world, now, actor } = context
  const wide = await loadRota(world, after(now, -LOOK / 10), after(now, LOOK))
  const found = wide.swaps.find(({ id }) => id === input.id)
  if (!found) return refuse('swap.not-found')
  const ends = [found.from, found.to, ...(found.return ? [found.return.from, found.return.to] : [])].sort()
  const changed = await changeRota(world, context, {
    about: { from: ends[0] ?? found.from, to: ends.at(-1) ?? found.to },
    request: requestOf(context, input),
    decide: async (rota, given) => {
      const before = rota.swaps.find(({ id }) => id === input.id)
      const swap = decideSwapAnswer(rota, input.id, input.yes, given)
      if (isRefusal(swap)) return swap
      if (swap === before) return { answer: input.id }
      const name = await seatNames(world, rota)
      const params = { by: actor.name, seat: name(swap.seat), from: swap.from, to: swap.to }
      const own = actor.id === swap.person
      const template = own ? 'rota.swap-withdrawn' : input.yes ? 'rota.swap-agreed' : 'rota.swap-declined'
      const to = own ? swap.with : swap.person
      const letters = letter({ edit: swap.id, at: given.now, template, params }, [to], actor)
      const swaps = rota.swaps.map((one) => (one.id === swap.id ? swap : one))
      return { next: { ...rota, swaps }, answer: input.id, letters }
    },
  })
  return 'answer' in changed ? viewOf(context, changed.rota, changed.answer) : changed
}

const WISHES_KEPT = 2000
const TRIES = 8

/** One wish a day: a later one takes the place of the earlier. */
export async function wish(context: Context, input: Parsed<'rota.wish'>): Result<{ wish: string }> {
  const { world, actor, now } = context
  const { day, rather, note } = input
  const id = idOf(context, 'wish', day)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const sheet = await readSheet<Wish>(world, wishesId(day.slice(0, 7)))
    const own: Wish = { id, person: actor.id, day, rather, ...(note && { note }), at: now }
    const others = sheet.items.filter((one) => one.id !== id)
    const saved = await world.store.save([sheetWrite(world, sheet, [...others, own], WISHES_KEPT)])
    if (saved.ok) return { wish: id }
  }
  return refuse('matter.busy')
}

export async function calendarLink(context: Context, { renew }: Parsed<'rota.calendarLink'>): Result<CalendarLink> {
  const { world, actor } = context
  if (world.calendarAt === undefined) return refuse('calendar.not-here')
  const token = await calendarToken(world, actor.id, renew === true)
  return token === undefined ? refuse('matter.busy') : { url: `${world.calendarAt}/calendar/${token}.ics` }
}
