import { isRefusal, type Refusal, refuse } from '@/domain/decider'
import { answerShifts } from '@/domain/rota-answering'
import { asIfHere, badSpan, mayCome, refOf, seatOf, settledAt } from '@/domain/rota-checks'
import { publishProblems } from '@/domain/rota-guard'
import { turnEnds } from '@/domain/rota-layers'
import { earlier } from '@/domain/rota-spans'
import type { AnswerShift, Override, Rota, RotaGiven, RotaPerson, RotaProblem, Standing } from '@/domain/rota-types'
import { rotaWindow } from '@/domain/rota-window'
import { after, DAY, dayOf, type Instant, nextDay, previousDay } from '@/domain/time'

/** Approved by whoever acts, now. Whom it names is checked at the minutes at which it would change something. */
export function decideOverride(rota: Rota, asked: Override, given: RotaGiven): Override | Refusal {
  const { now, calendar } = given
  const override: Override = { ...asked, approvedAt: settledAt(rota, now), by: refOf(given) }
  const { seat, from, to, kind, out } = override
  if (!seatOf(rota, seat)) return refuse('seat.not-found')
  const bad = badSpan(override, now)
  if (bad) return bad
  // Who is on leave still has his place on the rota: that is what a manager fills.
  const standings = (one: Rota) => rotaWindow(asIfHere(one), from, to, calendar).shifts(seat, from, to)
  const [was, is] = [standings(rota), standings(withOverride(rota, override))]
  const comes = is.filter(({ why }) => why.code === 'override' && why.override === override.id)
  const changes = kind === 'remove' ? !sameStandings(was, is) : comes.length > 0
  if (kind !== 'add' && !changes) return refuse('rota.not-there', { seat, ...(out !== undefined && { person: out }) })
  if (override.in === undefined) return override
  const spans = kind === 'add' ? [{ from, until: to }] : comes
  return mayCome(rota, override.in, seat, spans, given) ?? override
}

const withOverride = (rota: Rota, override: Override): Rota => ({
  ...rota,
  overrides: [...rota.overrides.filter(({ id }) => id !== override.id), override],
})

function sameStandings(some: readonly Standing[], others: readonly Standing[]): boolean {
  const texts = (all: readonly Standing[]) => all.map(({ person, from, until }) => `${person} ${from} ${until}`).sort()
  return texts(some).join() === texts(others).join()
}

/** What becomes of it: gone, or, where it has begun, cut off now (`kept` takes its place): the ledger stays true. */
export function decideCancel(
  rota: Rota,
  id: string,
  { now }: RotaGiven,
): { cancelled: Override; kept?: Override } | Refusal {
  const cancelled = rota.overrides.find((override) => override.id === id)
  if (!cancelled) return refuse('override.not-found')
  if (cancelled.to <= now) return refuse('rota.in-the-past')
  return cancelled.from < now ? { cancelled, kept: { ...cancelled, to: now } } : { cancelled }
}

/** The actor stands in the seat from now to the end of the shift of `out`, or of the only one there, or of the gap. */
export function decideTakeOver(
  rota: Rota,
  { id, seat, out, why }: { id: string; seat: string; out?: string; why: string },
  given: RotaGiven,
): Override | Refusal {
  const { now, actor, calendar } = given
  if (!seatOf(rota, seat)) return refuse('seat.not-found')
  const window = rotaWindow(rota, now, after(now, TAKE_DAYS * DAY), calendar)
  const there = window.on(seat, now)
  const own = there.find(({ person }) => person === actor.id)
  if (own) return refuse('rota.already-there', { person: actor.id, seat, from: own.from, until: own.until })
  if (out === undefined && there.length > 1) return refuse('rota.whom-to-relieve', { seat })
  const relieved = out === undefined ? there[0] : there.find(({ person }) => person === out)
  if (out !== undefined && !relieved) return refuse('rota.not-there', { seat, person: out })
  const next = window.shifts(seat, now, window.to)[0]?.from ?? window.to
  const to = relieved ? shiftEnd(rota, seat, relieved, given) : earlier(next, after(now, DAY))
  const who = relieved ? { kind: 'replace' as const, out: relieved.person } : { kind: 'add' as const }
  return decideOverride(rota, { id, seat, from: now, to, in: actor.id, why, ...who }, given)
}

// The longest shift that is taken over in one go: a week's, from its first minute.
const TAKE_DAYS = 8

/** Where one person has shift after shift, the end of the one that runs. */
function shiftEnd(rota: Rota, seat: string, standing: Standing, { now, calendar }: RotaGiven): Instant {
  const { person, until, why } = standing
  const runs = ({ from, to }: { from: Instant; to: Instant }) => from <= now && now < to
  const rosters = [...rota.festivals, ...(rota.rosters ?? [])].filter((one) => one.seat === seat && runs(one))
  const ends =
    why.code === 'layer'
      ? rota.layers
          .filter((layer) => layer.seat === seat && layer.people.includes(person))
          .flatMap((layer) => turnEnds(layer, now, calendar) ?? [])
      : why.code === 'roster' || why.code === 'festival'
        ? rosters.flatMap(({ shifts }) => shifts.filter((s) => s.person === person && runs(s)).map(({ to }) => to))
        : []
  return ends.reduce(earlier, until)
}

/** Who answers before and after, within the override's span, and the problems that it would bring. */
export function previewOverride(
  rota: Rota,
  asked: Override,
  { people, leaders }: { people: readonly RotaPerson[]; leaders: readonly string[] },
  given: RotaGiven,
): { before: AnswerShift[]; after: AnswerShift[]; problems: RotaProblem[] } | Refusal {
  const override = decideOverride(rota, asked, given)
  if (isRefusal(override)) return override
  const { seat, from, to } = override
  const { calendar } = given
  const changed = withOverride(rota, override)
  const told = (one: Rota) =>
    answerShifts({ rota: one, seat, calendar, leaders }, from, to, rotaWindow(one, from, to, calendar))
  // A night before or after it may lose its rest.
  const days = [previousDay(dayOf(from)), nextDay(dayOf(to))] as const
  const known = new Set(publishProblems(rota, people, ...days, given).map((problem) => JSON.stringify(problem)))
  const problems = publishProblems(changed, people, ...days, given).filter((one) => !known.has(JSON.stringify(one)))
  return { before: told(rota), after: told(changed), problems }
}
