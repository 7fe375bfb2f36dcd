import { isRefusal, type Refusal, refuse } from '@/domain/decider'
import { asIfHere, badSpan, mayCome, seatOf, settledAt } from '@/domain/rota-checks'
import { clip, later, merged, rest } from '@/domain/rota-spans'
import type { Absence, Rota, RotaGiven, Standing, Swap } from '@/domain/rota-types'
import { rotaWindow } from '@/domain/rota-window'
import { addDays, dayOf, type Instant, msBetween, startOf } from '@/domain/time'

type Part = { from: Instant; to: Instant; whole?: boolean }
export type SwapAsk = Pick<Swap, 'id' | 'seat' | 'with' | 'from' | 'to'> & { return?: { from: Instant; to: Instant } }

/** The actor asks `with` to take his shift, or a part of it; nothing changes until that one says yes. */
export function decideSwapAsk(rota: Rota, ask: SwapAsk, given: RotaGiven): Swap | Refusal {
  return asked(rota, { ...ask, person: given.actor.id }, given)
}

function asked(rota: Rota, ask: SwapAsk & { person: string; leave?: string }, given: RotaGiven): Swap | Refusal {
  const { now } = given
  const { seat, person, from, to, return: back } = ask
  if (!seatOf(rota, seat)) return refuse('seat.not-found')
  if (person === ask.with) return refuse('rota.swap-self')
  const bad = badSpan(ask, now) ?? (back && badSpan(back, now))
  if (bad) return bad
  const own = stretch(rota, seat, person, { from, to }, given)
  if (!own) return refuse('rota.not-yours', { person, seat })
  const theirs = back && stretch(rota, seat, ask.with, back, given)
  if (back && !theirs) return refuse('rota.not-there', { person: ask.with, seat })
  const swap: Swap = {
    ...ask,
    ...own,
    state: 'asked',
    askedAt: now,
    ...(theirs && { return: theirs }),
  }
  const open = (rota.swaps ?? []).find((other) => other.state === 'asked' && concernsSame(other, swap))
  if (open) return refuse('rota.swap-open', { swap: open.id })
  return mayExchange(rota, swap, given) ?? swap
}

/** The stretch, if this person has all of it by the rota, on leave or not; `whole` where it is exactly a shift. */
function stretch(rota: Rota, seat: string, person: string, { from, to }: Part, given: RotaGiven): Part | undefined {
  const own = shiftsAround(rota, seat, person, from, to, given)
  const covered = rest(merged(own), from, to).length === 0
  const whole = own.some((shift) => shift.from === from && shift.until === to)
  return covered ? { from, to, ...(whole && { whole }) } : undefined
}

// The longest shift that is found again where it was moved to.
const FAR_DAYS = 41

function shiftsAround(rota: Rota, seat: string, person: string, from: Instant, to: Instant, given: RotaGiven) {
  const span = [startOf(addDays(dayOf(from), -1)), startOf(addDays(dayOf(to), FAR_DAYS))] as const
  const window = rotaWindow(asIfHere(rota, person), ...span, given.calendar)
  return window.shifts(seat, ...span).filter((shift) => shift.person === person)
}

const parts = (swap: Swap): (Part & { who: string })[] => [
  { who: swap.person, from: swap.from, to: swap.to },
  ...(swap.return ? [{ ...swap.return, who: swap.with }] : []),
]

/** Whether two swaps in one seat speak of the same minutes of the same person. */
const concernsSame = (one: Swap, other: Swap): boolean =>
  one.seat === other.seat &&
  parts(one).some((a) => parts(other).some((b) => a.who === b.who && a.from < b.to && b.from < a.to))

/** Whether each can stand where the other stood. */
function mayExchange(rota: Rota, swap: Swap, given: RotaGiven): Refusal | undefined {
  const { person, seat, return: back } = swap
  return (
    mayCome(rota, swap.with, seat, [{ from: swap.from, until: swap.to }], given) ??
    (back && mayCome(rota, person, seat, [{ from: back.from, until: back.to }], given))
  )
}

/** Only whom it asks answers; the very swap comes back where the same answer is given again. */
export function decideSwapAnswer(rota: Rota, id: string, yes: boolean, given: RotaGiven): Swap | Refusal {
  const { now, actor } = given
  const swap = rota.swaps?.find((one) => one.id === id)
  if (!swap || (actor.id !== swap.with && actor.id !== swap.person)) return refuse('swap.not-found')
  // Whoever asked may take it back until it is answered; only the other one may agree.
  if (actor.id !== swap.with && (yes || swap.state !== 'asked')) return refuse('rota.swap-not-asked')
  const state = yes ? 'agreed' : 'declined'
  if (swap.state !== 'asked') return swap.state === state ? swap : refuse('rota.swap-answered')
  if (!yes) return { ...swap, state, answeredAt: now }
  const moved = whereItLies(rota, swap, given)
  if (isRefusal(moved)) return moved
  return mayExchange(rota, moved, given) ?? { ...moved, state, answeredAt: settledAt(rota, now) }
}

/** The swap with its shifts where they lie today: somebody may have moved them since it was asked. */
function whereItLies(rota: Rota, swap: Swap, given: RotaGiven): Swap | Refusal {
  const find = (person: string, part: Part): Part | Refusal => {
    const shift = part.whole ? begun(rota, swap.seat, person, part, given) : undefined
    const now = part.whole ? shift && { from: shift.from, to: shift.until, whole: true } : part
    if (!now || !stretch(rota, swap.seat, person, now, given))
      return refuse('rota.not-there', { person, seat: swap.seat })
    return badSpan(now, given.now) ?? now
  }
  const own = find(swap.person, swap)
  if (isRefusal(own)) return own
  const back = swap.return && find(swap.with, swap.return)
  if (back && isRefusal(back)) return back
  return { ...swap, from: own.from, to: own.to, ...(back && { return: back }) }
}

/** The shift that begins on that day; of several, the one that begins nearest. */
function begun(rota: Rota, seat: string, person: string, { from, to }: Part, given: RotaGiven): Standing | undefined {
  const all = shiftsAround(rota, seat, person, from, to, given).filter((shift) => dayOf(shift.from) === dayOf(from))
  const apart = (shift: Standing) => Math.abs(msBetween(shift.from, from))
  return all.sort((a, b) => apart(a) - apart(b))[0]
}

/**
 * `person` is the actor, or whom the centre writes it down for. A cover is asked for each shift in what lies ahead of
 * it, and may say no; until then each is a gap. A swap's id is the leave's with a number.
 */
export function decideLeave(
  rota: Rota,
  leave: { id: string; person: string; from: Instant; to: Instant; why?: string; cover?: string },
  given: RotaGiven,
): { absence: Absence; swaps: Swap[] } | Refusal {
  const { now, actor, calendar } = given
  const { id, person, from, to, why, cover } = leave
  if (person !== actor.id && actor.role !== 'centre') return refuse('permission.role')
  if (cover === person) return refuse('rota.swap-self')
  const bad = badSpan(leave, now)
  if (bad) return bad
  const absence: Absence = { id, person, from, to, kind: 'leave', ...(why && { why }), at: now }
  if (cover === undefined) return { absence, swaps: [] }
  const since = later(from, now)
  const shifts = rotaWindow(asIfHere(rota, person), since, to, calendar).of(person, since, to)
  const swaps: Swap[] = []
  for (const shift of shifts) {
    const part = clip({ ...shift }, since, to)
    if (!part) continue
    const ask = { id: `${id}:${swaps.length + 1}`, seat: shift.seat, person, with: cover, leave: id }
    const swap = asked(rota, { ...ask, from: part.from, to: part.until }, given)
    if (isRefusal(swap)) return swap
    swaps.push(swap)
  }
  return { absence, swaps }
}

/**
 * A leave is taken back: what is left of it no longer counts, and whoever was asked to cover it, or agreed to a shift
 * that has not begun, needn't.
 */
export function decideLeaveBack(
  rota: Rota,
  leave: string,
  { now, actor }: RotaGiven,
): { absence: Absence; swaps: Swap[] } | Refusal {
  const found = (rota.absences ?? []).find(({ id, kind }) => id === leave && kind === 'leave')
  if (!found || (found.person !== actor.id && actor.role !== 'centre')) return refuse('leave.not-found')
  if (found.to <= now) return refuse('rota.in-the-past')
  const still = ({ leave: of, state, from }: Swap) =>
    of === leave && (state === 'asked' || (state === 'agreed' && from > now))
  const swaps = (rota.swaps ?? []).filter(still).map((swap): Swap => ({ ...swap, state: 'declined', answeredAt: now }))
  return { absence: { ...found, to: later(found.from, now) }, swaps }
}

/** `ended` are the actor's earlier absences as they now stand; `absence` is the new one, missing when he is back. */
export function decideAway(
  rota: Rota,
  { id, until, why }: { id: string; until?: Instant; why?: string },
  { now, actor }: RotaGiven,
): { ended: Absence[]; absence?: Absence } | Refusal {
  if (until !== undefined && until <= now) return refuse('rota.in-the-past')
  const ended = (rota.absences ?? [])
    .filter((one) => one.person === actor.id && one.kind === 'away' && one.from <= now && now < one.to)
    .map((one) => ({ ...one, to: now }))
  if (until === undefined) return { ended }
  const absence: Absence = { id, person: actor.id, from: now, to: until, kind: 'away', ...(why && { why }), at: now }
  return { ended, absence }
}
