import type { Parsed } from '@/contract/actions'
import type { SeatView } from '@/contract/views'
import { isRefusal, type Refusal, refuse } from '@/domain/decider'
import { justAfter } from '@/domain/rota-checks'
import { decideFestival, decideLayer } from '@/domain/rota-edits'
import type { Seat } from '@/domain/rota-types'
import { after, DAY } from '@/domain/time'
import { changeRota, type Decided } from '../rota-change'
import { isOwnSeat, layerView, seatHead } from '../rota-present'
import { type LoadedRota, loadRota, type RosterKept } from '../rota-records'
import { type Context, type Result, requestOf } from './binding'
import { givenFor, idOf, meOf, nameAll, ownSeat, strangers } from './rota-context'

/** Seats, the layers that repeat in them, and festivals by name. */

export async function seats(context: Context): Result<{ items: SeatView[] }> {
  const { world, now, actor } = context
  const rota = await loadRota(world, now, now)
  const names = await nameAll(context, rota)
  const layersOf = (seat: string) => rota.layers.filter((layer) => layer.seat === seat)
  return {
    items: rota.seats.map((seat) => ({
      ...seatHead(seat, names, actor),
      layers: layersOf(seat.id).map((layer) => layerView(layer, names)),
    })),
  }
}

/** Only the standing part changes: the present month is read because it always is. */
const standing = async (
  context: Context,
  input: { requestId: string },
  decide: (rota: LoadedRota) => Decided,
): Promise<{ answer: string } | Refusal | { invalid: { field: string; code: string }[] }> => {
  const { world, now } = context
  return changeRota(world, context, { about: { from: now, to: now }, request: requestOf(context, input), decide })
}

const CENTRAL: readonly string[] = ['centre', 'command']

export async function saveSeat(context: Context, input: Parsed<'rota.saveSeat'>): Result<{ seat: string }> {
  const { actor, world } = context
  const { requestId: _, seat: id, ...more } = input
  const unknown = await strangers(context, { head: input.head })
  if (unknown.length > 0) return { invalid: unknown }
  if (input.unit && !(await world.store.get('units', input.unit)))
    return { invalid: [{ field: 'unit', code: 'unknown-unit' }] }
  const { hours, ...plain } = more
  const { every, ...clock } = hours ?? { every: undefined }
  const seat: Seat = {
    id,
    ...(plain as Omit<Seat, 'id' | 'hours'>),
    ...(hours && { hours: { ...(clock as { from: string; to: string }), ...(every && { every }) } }),
  }
  const changed = await standing(context, input, (rota) => {
    const before = rota.seats.find((one) => one.id === id)
    // A town neither makes a seat for others nor takes one of theirs.
    if (!isOwnSeat(seat, actor) || (before && !isOwnSeat(before, actor))) return refuse('seat.not-found')
    // Gaps everywhere, and the centre's own matters, go to whoever stands in a seat of these kinds.
    if (actor.role === 'town' && CENTRAL.includes(seat.kind) && seat.kind !== before?.kind)
      return { invalid: [{ field: 'kind', code: 'not-an-option' }] }
    const seats = before ? rota.seats.map((one) => (one.id === id ? seat : one)) : [...rota.seats, seat]
    return { next: { ...rota, seats }, answer: id }
  })
  return 'answer' in changed ? { seat: changed.answer } : changed
}

export async function saveLayer(context: Context, input: Parsed<'rota.saveLayer'>): Result<{ layer: string }> {
  const { requestId, layer: named, from, to, ...more } = input
  const unknown = await strangers(context, Object.fromEntries(input.people.map((id, n) => [`people.${n}`, id])))
  if (unknown.length > 0) return { invalid: unknown }
  const id = named ?? idOf(context, 'layer', requestId)
  const { policy } = await givenFor(context)
  const changed = await changeRota(context.world, context, {
    // As far as whoever stands twice is looked for.
    about: { from: context.now, to: after(context.now, policy['rota.publishDays'] * DAY) },
    request: requestOf(context, input),
    decide: (rota, given) => {
      const seat = ownSeat(rota, input.seat, context)
      if (isRefusal(seat)) return seat
      if (named && !rota.layers.some((layer) => layer.id === named && layer.seat === input.seat))
        return refuse('layer.not-found')
      const layer = decideLayer(rota, { ...more, ...(from && { from }), ...(to && { to }), id }, given)
      if (isRefusal(layer)) return layer
      const layers = named ? rota.layers.map((one) => (one.id === id ? layer : one)) : [...rota.layers, layer]
      return { next: { ...rota, layers }, answer: id }
    },
  })
  return 'answer' in changed ? { layer: changed.answer } : changed
}

export async function removeLayer(context: Context, input: Parsed<'rota.removeLayer'>): Result<{ layer: string }> {
  const changed = await standing(context, input, (rota) => {
    const layer = rota.layers.find(({ id }) => id === input.layer)
    if (!layer || isRefusal(ownSeat(rota, layer.seat, context))) return refuse('layer.not-found')
    const layers = rota.layers.filter(({ id }) => id !== input.layer)
    return { next: { ...rota, layers }, answer: input.layer }
  })
  return 'answer' in changed ? { layer: changed.answer } : changed
}

export async function saveFestival(context: Context, input: Parsed<'rota.saveFestival'>): Result<{ festival: string }> {
  const { requestId, seat, from, to, shifts } = input
  const unknown = await strangers(
    context,
    Object.fromEntries(shifts.map(({ person }, n) => [`shifts.${n}.person`, person])),
  )
  if (unknown.length > 0) return { invalid: unknown }
  const id = idOf(context, 'festival', requestId)
  const changed = await changeRota(context.world, context, {
    about: { from, to },
    request: requestOf(context, input),
    decide: (rota, given) => {
      const own = ownSeat(rota, seat, context)
      if (isRefusal(own)) return own
      const festival = decideFestival(rota, { seat, from, to, shifts }, given)
      if (isRefusal(festival)) return festival
      const at = justAfter(
        rota.festivals.map((one) => one.at),
        given.now,
      )
      const kept: RosterKept = { ...festival, id, at, by: meOf(context) }
      // One that lies wholly under the new one says nothing any more.
      const others = rota.festivals.filter((f) => !(f.seat === seat && from <= f.from && f.to <= to))
      return { next: { ...rota, festivals: [...others, kept] }, answer: id }
    },
  })
  return 'answer' in changed ? { festival: changed.answer } : changed
}
