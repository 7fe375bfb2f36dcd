import type { Parsed } from '@/contract/actions'
import type { Draft, Rehearsal, RehearsalCell } from '@/contract/views'
import { isRefusal, type Refusal, refuse } from '@/domain/decider'
import { rehearse as rehearsed, type Tally } from '@/domain/rehearsal'
import { laidOn } from '@/domain/rehearsal-history'
import { answeringShifts } from '@/domain/rota'
import { fairness } from '@/domain/rota-fairness'
import { publishProblems } from '@/domain/rota-guard'
import type { Festival, RotaGiven, Shift } from '@/domain/rota-types'
import { dayOf } from '@/domain/time'
import { languageTexts } from '@/words/aid'
import { failureText, hourText } from '@/words/rehearsal'
import {
  type DraftRecord,
  lastDayOf,
  loadAround,
  makeDraft,
  onLeave,
  readDraft,
  spanOf,
  withDraft,
  writeDraft,
} from '../rota-drafts'
import { pastQuestions } from '../rota-history'
import { guarded, namedIn, type Staff, staffOf } from '../rota-people'
import { fairnessRow, hoursOf, problemView, shiftView } from '../rota-present'
import { type Context, type Result, requestOf } from './binding'
import { givenFor, idOf, nameAll, strangers } from './rota-context'

/** A month drafted by the machine, changed by a person, rehearsed before it is published. */

const TRIES = 8
const SEEN_KEPT = 32

export async function draft(context: Context, input: Parsed<'rota.draft'>): Result<Draft> {
  const { world, actor, now } = context
  const { key, digest } = requestOf(context, input)
  const id = idOf(context, 'draft', input.requestId)
  const before = await readDraft(world, id)
  if (before) return before.draft.seen[0]?.[1] === digest ? viewOf(context, before.draft) : refuse('request.reused')
  const given = await givenFor(context)
  if (spanOf(input.month).to <= now) return refuse('rota.in-the-past')
  const rota = await loadAround(world, { month: input.month })
  const missing = (input.seats ?? []).find((seat) => !rota.seats.some((one) => one.id === seat))
  if (missing !== undefined || rota.seats.length === 0) return refuse('seat.not-found')
  const made = await makeDraft(world, input.month, input.seats, given)
  const record: DraftRecord = { id, month: input.month, ...made, at: now, by: actor.id, seen: [[key, digest]] }
  const saved = await world.store.save([writeDraft(world, record, 0)])
  // Somebody sent it twice at once: the first one's draft is the one.
  return saved.ok ? viewOf(context, record) : draftGet(context, { draft: id })
}

export async function draftGet(context: Context, input: { draft: string }): Result<Draft> {
  const found = await readDraft(context.world, input.draft)
  return found ? viewOf(context, found.draft) : refuse('draft.not-found')
}

async function viewOf(context: Context, record: DraftRecord): Promise<Draft> {
  const { world } = context
  const [loaded, given] = await Promise.all([loadAround(world, record), givenFor(context)])
  const rota = withDraft(loaded, record)
  const { from, to } = spanOf(record.month)
  const seats = record.rosters.map(({ seat }) => seat)
  const staff = await staffOf(world, namedIn(rota))
  const lawyers = [...staff.values()]
  const names = await nameAll(context, rota)
  const problems = publishProblems(rota, lawyers.map(guarded), dayOf(from), lastDayOf(record.month), given)
  const ledger = fairness(onLeave(rota), from, to, peopleIn(record.rosters), given)
  return {
    draft: record.id,
    month: record.month,
    seats: seats.map((seat) => ({
      seat,
      name: names.seat(seat),
      shifts: answeringShifts(rota, seat, from, to, given.calendar, rota.leaders).map((one) => shiftView(one, names)),
    })),
    problems: problems.map((problem) => problemView(problem, names)),
    fairness: ledger.rows.map((row) => fairnessRow(row, names)),
    average: hoursOf(ledger.mean),
    gini: Math.round(ledger.gini * 1000) / 1000,
    wishes: record.wishes,
    madeInMs: record.madeInMs,
    ...(record.publishedAt && { published: true }),
  }
}

const peopleIn = (rosters: Festival[]): string[] => [
  ...new Set(rosters.flatMap(({ shifts }) => shifts.map(({ person }) => person))),
]

export async function draftChange(context: Context, input: Parsed<'rota.draftChange'>): Result<Draft> {
  const { world } = context
  const unknown = await strangers(context, { in: input.in })
  if (unknown.length > 0) return { invalid: unknown }
  const { key, digest } = requestOf(context, input)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const found = await readDraft(world, input.draft)
    if (!found) return refuse('draft.not-found')
    const { draft: record, version } = found
    const before = record.seen.find(([seen]) => seen === key)
    if (before) return before[1] === digest ? viewOf(context, record) : refuse('request.reused')
    if (record.publishedAt) return refuse('rota.draft-published')
    const rosters = changedRosters(record.rosters, input)
    if (isRefusal(rosters)) return rosters
    const seen: DraftRecord['seen'] = [...record.seen.slice(1 - SEEN_KEPT), [key, digest]]
    const next = { ...record, rosters, seen }
    const saved = await world.store.save([writeDraft(world, next, version)])
    if (saved.ok) return viewOf(context, next)
  }
  return refuse('matter.busy')
}

type Change = Pick<Parsed<'rota.draftChange'>, 'seat' | 'from' | 'to' | 'in' | 'out'>

/** `out` leaves these minutes, `in` comes in; what is left of a shift on either side stays. */
function changedRosters(rosters: Festival[], change: Change): Festival[] | Refusal {
  const roster = rosters.find(({ seat }) => seat === change.seat)
  if (!roster) return refuse('seat.not-found')
  const { from, to } = change
  if (from < roster.from || to > roster.to) return refuse('rota.outside-draft')
  const touches = (shift: Shift, person: string | undefined) =>
    shift.person === person && shift.from < to && from < shift.to
  if (change.out && !roster.shifts.some((shift) => touches(shift, change.out)))
    return refuse('rota.not-there', { person: change.out, seat: change.seat })
  if (change.in && roster.shifts.some((shift) => touches(shift, change.in)))
    return refuse('rota.already-there', { person: change.in, seat: change.seat })
  const left = roster.shifts.flatMap((shift): Shift[] => {
    if (!touches(shift, change.out)) return [shift]
    const ends = [
      { ...shift, to: from },
      { ...shift, from: to },
    ]
    return ends.filter((part) => part.from < part.to)
  })
  const coming = change.in ? [{ person: change.in, from, to }] : []
  const shifts = [...left, ...coming].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return rosters.map((one) => (one === roster ? { ...roster, shifts } : one))
}

const FAILED_SHOWN = 100

export async function rehearse(context: Context, input: Parsed<'rota.rehearse'>): Result<Rehearsal> {
  const { world, now } = context
  const found = await readDraft(world, input.draft)
  if (!found) return refuse('draft.not-found')
  const [loaded, given, history] = await Promise.all([
    loadAround(world, found.draft),
    givenFor(context),
    pastQuestions(world, now),
  ])
  const rota = withDraft(loaded, found.draft)
  const staff = await staffOf(world, [...namedIn(rota), ...rota.leaders])
  const days = { from: `${found.draft.month}-01`, to: lastDayOf(found.draft.month) }
  const { policy, calendar } = given satisfies RotaGiven
  const result = rehearsed({
    rota,
    questions: laidOn(history.questions, days, calendar),
    people: [...staff.values()].map(rehearsing),
    leaders: rota.leaders,
    calendar,
    policy,
    licences: world.licences,
  })
  const name = (town: string) => history.towns.get(town) ?? town
  const language = (code: string) => languageTexts[code] ?? code
  return {
    questions: result.asked,
    from: history.from,
    to: history.to,
    demonstration: history.demonstration,
    share: shareOf(result.inTime, result.asked),
    byTown: result.byTown.map((tally) => cell(tally, name(tally.key))),
    byHour: result.byHour.map((tally) => cell(tally, hourText(tally.key))),
    byLanguage: result.byLanguage.map((tally) => cell(tally, language(tally.key))),
    failed: result.failed.slice(0, FAILED_SHOWN).map(({ at, town, language: spoken, why, seat }) => ({
      at,
      town: name(town),
      language: language(spoken),
      text: failureText(why, seat),
    })),
  }
}

const rehearsing = ({ person, card }: Staff) => ({
  ref: { id: person.id, name: person.name },
  languages: person.languages,
  reachable: person.reachable,
  ...(card && { card }),
})
const shareOf = (inTime: number, asked: number): number =>
  asked === 0 ? 1 : Math.round((inTime / asked) * 1000) / 1000
const cell = ({ key, asked, inTime }: Tally, text: string): RehearsalCell => ({
  key,
  text,
  asked,
  inTime,
  share: shareOf(inTime, asked),
})
