import type { Parsed } from '@/contract/actions'
import type { Published } from '@/contract/views'
import { isRefusal, type Refusal, refuse } from '@/domain/decider'
import { justAfter } from '@/domain/rota-checks'
import { publishProblems } from '@/domain/rota-guard'
import type { RotaGiven, RotaProblem } from '@/domain/rota-types'
import { type RotaWindow, rotaWindow } from '@/domain/rota-window'
import { type Day, daysBetween } from '@/domain/time'
import { changeRota } from '../rota-change'
import { clipped, type DraftRecord, readDraft, writeDraft } from '../rota-drafts'
import { letter } from '../rota-letters'
import { guarded, namedIn, staffOf } from '../rota-people'
import { isOwnSeat, problemView, publishedView } from '../rota-present'
import { type LoadedRota, type RosterKept, rotaAt, spanOfDays } from '../rota-records'
import { type PublicationKept, publicationsId, readSheet, sheetWrite } from '../rota-sheets'
import { type Context, type Result, requestOf } from './binding'
import { idOf, meOf, nameAll } from './rota-context'

/** Days are fixed: nobody is missing in them, or somebody said why it is done all the same. */

const PUBLICATIONS_KEPT = 60
// More than a page shows; the rest is found by looking at the days again.
const PROBLEMS_KEPT = 40

export async function publish(context: Context, input: Parsed<'rota.publish'>): Result<Published> {
  const { world, actor } = context
  const { from, to, force } = input
  const id = idOf(context, 'pub', input.requestId)
  const span = spanOfDays(from, to)
  const changed = await changeRota(world, context, {
    about: span,
    request: requestOf(context, input),
    decide: async (rota, given) => {
      const days = given.policy['rota.publishDays']
      if (daysBetween(from, to) >= days) return refuse('rota.too-long', { days })
      if (span.to <= given.now) return refuse('rota.in-the-past')
      const drafted = input.draft ? await beginning(context, input.draft, rota, { from, to }, given) : undefined
      if (drafted && isRefusal(drafted)) return drafted
      const next = drafted?.next ?? rota
      const window = rotaWindow(next, span.from, span.to, given.calendar)
      const seats = next.seats.filter((seat) => isOwnSeat(seat, actor)).map((seat) => seat.id)
      const problems = await problemsOf(context, next, { from, to }, given, seats)
      if (problems.length > 0 && !force) {
        const names = await nameAll(context, next)
        return refuse('rota.not-publishable', { problems: problems.map((problem) => problemView(problem, names)) })
      }
      const done: PublicationKept = {
        id,
        from,
        to,
        by: meOf(context),
        at: given.now,
        ...(force && problems.length > 0 && { force }),
        problems: problems.slice(0, PROBLEMS_KEPT),
        ...(input.draft && { draft: input.draft }),
      }
      const sheet = await readSheet<PublicationKept>(world, publicationsId)
      const params = { from, to }
      const letters = letter(
        { edit: id, at: given.now, template: 'rota.published', params },
        inSpan(window, seats),
        actor,
      )
      const beside = [sheetWrite(world, sheet, [...sheet.items, done], PUBLICATIONS_KEPT), ...(drafted?.writes ?? [])]
      return { next, answer: id, letters, beside }
    },
  })
  if (!('answer' in changed)) return changed
  const { items } = await readSheet<PublicationKept>(world, publicationsId)
  const done = items.find((one) => one.id === changed.answer)
  return done ? publishedView(done, await nameAll(context, changed.rota)) : refuse('publication.not-found')
}

const inSpan = (window: RotaWindow, seats: string[]): string[] =>
  seats.flatMap((seat) => window.shifts(seat, window.from, window.to).map(({ person }) => person))

/** What lies ahead only: nobody can fill yesterday's gap. A town hears of its own seats. */
export async function problemsOf(
  { world, actor }: Context,
  rota: LoadedRota,
  { from, to }: { from: Day; to: Day },
  given: RotaGiven,
  own: string[],
): Promise<RotaProblem[]> {
  const staff = await staffOf(world, namedIn(rota))
  const all = publishProblems(rota, [...staff.values()].map(guarded), from, to, given)
  const ahead = all.filter(({ until }) => until > given.now)
  if (actor.role !== 'town') return ahead
  const span = spanOfDays(from, to)
  const here = new Set(inSpan(rotaWindow(rota, span.from, span.to, given.calendar), own))
  return ahead.filter((problem) => {
    if ('seat' in problem) return own.includes(problem.seat)
    return 'person' in problem && here.has(problem.person)
  })
}

/** The draft's rosters begin to count in these days, and it is told that they do. */
async function beginning(
  context: Context,
  id: string,
  rota: LoadedRota,
  { from, to }: { from: Day; to: Day },
  given: RotaGiven,
): Promise<{ next: LoadedRota; writes: ReturnType<typeof writeDraft>[] } | Refusal> {
  const { world, actor } = context
  const found = actor.role === 'centre' ? await readDraft(world, id) : undefined
  if (!found) return refuse('draft.not-found')
  const { draft, version } = found
  const at = justAfter(
    rota.rosters.map((one) => one.at),
    given.now,
  )
  const rosters = draft.rosters.flatMap((roster): RosterKept[] => {
    const part = clipped(roster, from, to)
    return part ? [{ ...part, id: `${id}:${roster.seat}:${from}`, at, by: meOf(context) }] : []
  })
  if (rosters.length === 0) return refuse('rota.outside-draft')
  const under = (old: RosterKept) =>
    rosters.some((one) => one.id === old.id || (one.seat === old.seat && one.from <= old.from && old.to <= one.to))
  const marked: DraftRecord = { ...draft, publishedAt: given.now }
  return {
    next: { ...rota, rosters: [...rota.rosters.filter((old) => !under(old)), ...rosters] },
    writes: [writeDraft(world, marked, version)],
  }
}

export async function publications(context: Context): Result<{ items: Published[] }> {
  const { world, now } = context
  const { items } = await readSheet<PublicationKept>(world, publicationsId)
  return { items: await publishedViews(context, items, now) }
}

/** Newest first. */
export async function publishedViews(context: Context, items: PublicationKept[], now: string): Promise<Published[]> {
  const named = items.flatMap(({ problems }) => problems.flatMap((one) => ('person' in one ? [one.person] : [])))
  const names = await nameAll(context, await rotaAt(context.world, now), named)
  return items.map((done) => publishedView(done, names)).reverse()
}
