import type { Calendar } from '@/domain/calendar'
import { turnsOf } from '@/domain/rota-layers'
import { overrideAt } from '@/domain/rota-overrides'
import type { Answering, Rota, Span, Standing, Why } from '@/domain/rota-types'
import { addDays, type Day, dayOf, type Instant, startOf } from '@/domain/time'

export type * from './rota-types'

type Stand = { person: string; why: Why }

// A standing that goes on for longer is cut here on either side: who is on matters, not since last winter.
const HORIZON_DAYS = 8

/** Everybody who stands in the seat at the instant, since when and until when; nobody is a gap. */
export function whoIsOn(rota: Rota, seat: string, at: Instant, calendar: Calendar): Standing[] {
  const from = startOf(addDays(dayOf(at), -HORIZON_DAYS))
  const to = startOf(addDays(dayOf(at), HORIZON_DAYS))
  return shifts(rota, seat, from, to, calendar).filter((standing) => standing.from <= at && at < standing.until)
}

/** Who stands in the seat within `[from, to)`, earliest first; one person's unbroken time for one reason is one standing. */
export function shifts(rota: Rota, seat: string, from: Instant, to: Instant, calendar: Calendar): Standing[] {
  if (from >= to) return []
  const plan = planOf(rota, seat, dayOf(from), dayOf(to), calendar)
  const done: Standing[] = []
  let open = new Map<string, Standing>()
  for (const span of spansOf(plan.edges, from, to)) {
    const next = new Map<string, Standing>()
    for (const { person, why } of plan.at(span.from)) {
      const key = `${person} ${JSON.stringify(why)}`
      const before = open.get(key)
      if (before) before.until = span.until
      const standing = before ?? { person, ...span, why }
      if (!before) done.push(standing)
      next.set(key, standing)
    }
    open = next
  }
  return done
}

/** When the seat holds fewer than its minimum, merged. */
export function gaps(rota: Rota, seat: string, from: Instant, to: Instant, calendar: Calendar): Span[] {
  if (from >= to) return []
  const minimum = rota.seats.find(({ id }) => id === seat)?.minimum ?? 1
  const plan = planOf(rota, seat, dayOf(from), dayOf(to), calendar)
  const found: Span[] = []
  for (const span of spansOf(plan.edges, from, to)) {
    if (plan.at(span.from).length >= minimum) continue
    const last = found.at(-1)
    if (last?.until === span.from) last.until = span.until
    else found.push({ ...span })
  }
  return found
}

/**
 * Who answers for the seat: who stands in it, else the centre's duty seat, else that seat's head, else the first
 * of the leaders. Undefined only where there is no leader either: nothing resolves to nobody.
 */
export function answering(
  rota: Rota,
  seat: string,
  at: Instant,
  calendar: Calendar,
  leaders: readonly string[],
): Answering | undefined {
  const on = (id: string) => planOf(rota, id, dayOf(at), dayOf(at), calendar).at(at)[0]?.person
  const own = on(seat)
  if (own) return { person: own, seat, gap: false }
  const centre = rota.seats.find(({ kind }) => kind === 'centre')
  const person = (centre && (on(centre.id) ?? centre.head)) ?? leaders[0]
  return person === undefined ? undefined : { person, seat, gap: true }
}

/** Everything the rota says of one seat on these days, read once. */
function planOf(rota: Rota, seat: string, first: Day, last: Day, calendar: Calendar) {
  const turns = rota.layers
    .filter((layer) => layer.seat === seat)
    .flatMap((layer) => turnsOf(layer, first, last, calendar).map((turn) => ({ ...turn, priority: layer.priority })))
  const festivals = rota.festivals.filter((festival) => festival.seat === seat)
  const overrides = rota.overrides.filter((override) => override.seat === seat && override.approvedAt !== undefined)

  const rostered = (at: Instant): Stand[] => {
    // The later roster replaces an earlier one, as the later override does.
    const festival = festivals.filter((f) => covers(f, at)).at(-1)
    if (festival) {
      const on = festival.shifts.filter((shift) => covers(shift, at))
      return on.map(({ person }) => ({ person, why: { code: 'festival' } }))
    }
    const here = turns.filter((turn) => covers(turn, at))
    const highest = Math.max(...here.map(({ priority }) => priority))
    return here
      .filter(({ priority }) => priority === highest)
      .map(({ person, every, provisional }) => ({
        person,
        why: { code: 'layer', every, ...(provisional && { provisional }) },
      }))
  }

  const standing = (at: Instant): Stand[] => {
    const approved = overrides.filter((override) => covers(override, at))
    return once(overrideAt(rostered(at), approved))
  }
  const spans = [...turns, ...festivals, ...festivals.flatMap((f) => f.shifts), ...overrides]
  return { at: standing, edges: spans.flatMap(({ from, to }) => [from, to]) }
}

const covers = (span: { from: Instant; to: Instant }, at: Instant): boolean => span.from <= at && at < span.to

/** A person whom two layers name stands there once. */
const once = (stands: Stand[]): Stand[] => stands.filter((a, n) => stands.findIndex((b) => b.person === a.person) === n)

/** `[from, to)` cut at every edge within it: in between nothing changes. */
function spansOf(edges: Instant[], from: Instant, to: Instant): Span[] {
  const cuts = [...new Set([from, ...edges.filter((edge) => from < edge && edge < to), to])].sort()
  return cuts.slice(1).map((until, n) => ({ from: cuts[n] ?? from, until }))
}
