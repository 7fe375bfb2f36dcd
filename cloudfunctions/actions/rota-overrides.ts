import type { Parsed } from '@/contract/actions'
import type { OverrideView, Preview } from '@/contract/views'
import { isRefusal, refuse } from '@/domain/decider'
import { shifts } from '@/domain/rota'
import { decideCancel, decideOverride, decideTakeOver, previewOverride } from '@/domain/rota-edits'
import { later } from '@/domain/rota-spans'
import type { Override } from '@/domain/rota-types'
import { after, DAY } from '@/domain/time'
import { called, changeRota } from '../rota-change'
import { letter } from '../rota-letters'
import { guarded, namedIn, seatNames, staffOf } from '../rota-people'
import { overrideView, problemView, shiftView } from '../rota-present'
import { around, type Letter, type LoadedRota, loadRota } from '../rota-records'
import { seatsFor } from '../rota-seats-for'
import { type Context, type Result, requestOf } from './binding'
import { givenFor, idOf, nameAll, ownSeat, strangers } from './rota-context'

/** Somebody else for a while: laid down by a manager, taken back, previewed, or taken over on the spot. */

type Change = Omit<Parsed<'rota.preview'>, 'requestId'>
const asOverride = ({ seat, from, to, kind, ...who }: Change, id: string, why: string): Override => ({
  id,
  seat,
  from,
  to,
  kind,
  ...(who.in && kind !== 'remove' && { in: who.in }),
  ...(who.out && kind !== 'add' && { out: who.out }),
  why,
})

export async function override(context: Context, input: Parsed<'rota.override'>): Result<OverrideView> {
  const unknown = await strangers(context, { in: input.in })
  if (unknown.length > 0) return { invalid: unknown }
  const id = idOf(context, 'o', input.requestId)
  const changed = await changeRota(context.world, context, {
    about: input,
    request: requestOf(context, input),
    decide: async (rota, given) => {
      const seat = ownSeat(rota, input.seat, context)
      if (isRefusal(seat)) return seat
      const approved = decideOverride(rota, asOverride(input, id, input.why), given)
      if (isRefusal(approved)) return approved
      const next = { ...rota, overrides: [...rota.overrides, approved] }
      return { next, answer: id, letters: await told(context, rota, approved, given.now, '') }
    },
  })
  return 'answer' in changed ? viewOf(context, changed.rota, changed.answer) : changed
}

/** Who comes in and who goes out; nobody hears of what he did himself. */
async function told(
  { world, actor }: Context,
  rota: LoadedRota,
  { id: edit, seat, from, to, ...who }: Override,
  at: string,
  undone: '' | '-cancelled',
): Promise<Letter[]> {
  const name = await seatNames(world, rota)
  const params = { by: actor.name, seat: name(seat), from, to }
  return [
    ...letter({ edit, at, template: `rota.in${undone}`, params }, [who.in], actor),
    ...letter({ edit, at, template: `rota.out${undone}`, params }, [who.out], actor),
  ]
}

async function viewOf(context: Context, rota: LoadedRota, id: string): Result<OverrideView> {
  const found = [...rota.overrides, ...rota.cancelled].find((one) => one.id === id)
  return found ? overrideView(found, await nameAll(context, rota)) : refuse('override.not-found')
}

// What is over can't be taken back, and nobody plans further ahead.
const LOOK_BACK = 40 * DAY
const LOOK_AHEAD = 366 * DAY

export async function cancelOverride(context: Context, input: Parsed<'rota.cancelOverride'>): Result<OverrideView> {
  const { world, now, actor } = context
  const wide = await loadRota(world, after(now, -LOOK_BACK), after(now, LOOK_AHEAD))
  const found = [...wide.overrides, ...wide.cancelled].find(({ id }) => id === input.override)
  if (!found || isRefusal(ownSeat(wide, found.seat, context))) return refuse('override.not-found')
  const changed = await changeRota(world, context, {
    about: found,
    request: requestOf(context, input),
    decide: async (rota, given) => {
      if (rota.cancelled.some(({ id }) => id === input.override)) return { answer: input.override }
      const done = decideCancel(rota, input.override, given)
      if (isRefusal(done)) return done
      const { cancelled, kept } = done
      const overrides = [...rota.overrides.filter(({ id }) => id !== input.override), ...(kept ? [kept] : [])]
      const taken = { at: given.now, by: { id: actor.id, name: actor.name }, why: input.why }
      const next = { ...rota, overrides, cancelled: [...rota.cancelled, { ...cancelled, cancelled: taken }] }
      const rest = { ...cancelled, from: later(cancelled.from, given.now) }
      return { next, answer: input.override, letters: await told(context, rota, rest, given.now, '-cancelled') }
    },
  })
  return 'answer' in changed ? viewOf(context, changed.rota, changed.answer) : changed
}

/** Refused by the same rules as the override itself. */
export async function preview(context: Context, input: Parsed<'rota.preview'>): Result<Preview> {
  const unknown = await strangers(context, { in: input.in })
  if (unknown.length > 0) return { invalid: unknown }
  const span = around(input)
  const [rota, given] = await Promise.all([loadRota(context.world, span.from, span.to), givenFor(context)])
  const seat = ownSeat(rota, input.seat, context)
  if (isRefusal(seat)) return seat
  const staff = await staffOf(context.world, [...namedIn(rota), ...(input.in ? [input.in] : [])])
  const people = [...staff.values()].map(guarded)
  const seen = previewOverride(rota, asOverride(input, 'preview', ''), { people, leaders: rota.leaders }, given)
  if (isRefusal(seen)) return called(context.world, rota, seen)
  const { before, after, problems } = seen
  const names = await nameAll(context, rota, input.in ? [input.in] : [])
  return {
    before: before.map((shift) => shiftView(shift, names)),
    after: after.map((shift) => shiftView(shift, names)),
    problems: problems.map((problem) => problemView(problem, names)),
  }
}

/** Which seat is asked only where it isn't plain. */
export async function takeOver(context: Context, input: Parsed<'rota.takeOver'>): Result<OverrideView> {
  const { world, now, actor } = context
  const id = idOf(context, 'o', input.requestId)
  const changed = await changeRota(world, context, {
    about: { from: now, to: now },
    request: requestOf(context, input),
    decide: async (rota, given) => {
      const stands = (seat: string) =>
        shifts(rota, seat, given.now, after(given.now, 1), given.calendar).some(({ person }) => person === actor.id)
      const open = input.seat
        ? [input.seat]
        : (await seatsFor(world, rota, context.actor, context.person)).filter((seat) => !stands(seat))
      const [seat, ...more] = open
      const name = await seatNames(world, rota)
      if (seat === undefined || more.length > 0)
        return refuse('rota.which-seat', { seats: open.map((one) => ({ seat: one, name: name(one) })) })
      const take = { id, seat, ...(input.out && { out: input.out }), why: input.why ?? '' }
      const taken = decideTakeOver(rota, take, given)
      if (isRefusal(taken)) return taken
      const params = { by: actor.name, seat: name(seat), to: taken.to }
      const letters = letter({ edit: id, at: given.now, template: 'rota.taken-over', params }, [taken.out], actor)
      return { next: { ...rota, overrides: [...rota.overrides, taken] }, answer: id, letters }
    },
  })
  return 'answer' in changed ? viewOf(context, changed.rota, changed.answer) : changed
}
